"""What git knows of seeds/: the moment of the newest commit, and whether all of it is committed."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

from digest.model import Checkout

_SECONDS = 10
_GIT = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false", "-C")  # reads, and runs nothing of the repository's


def checkout_of(folder: Path) -> Checkout | None:
    """Return what is checked out around a folder; None where that is no git repository, or there is no git."""
    moment = _git_output(folder, "log", "-1", "--format=%ct")
    others = _git_output(folder, "status", "--porcelain", "--ignored", "--", ".")
    if moment is None or others is None or not moment.strip().isdecimal():
        return None
    return Checkout(at=datetime.fromtimestamp(int(moment), UTC), whole=not others.strip())


def _git_output(folder: Path, *words: str) -> str | None:
    try:
        done = subprocess.run(
            [*_GIT, str(folder), *words], capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None
