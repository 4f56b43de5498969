"""Where the development data lie: third-party texts, gold lists and tools, of which nothing is kept in this repository.

The variable DIGEST_DATA names the folder; without it, it is the one called `shared` beside the repository.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEVELOPMENT = Path(os.environ.get("DIGEST_DATA") or ROOT.parent / "shared")
