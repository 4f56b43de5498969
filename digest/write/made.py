"""made-by.json: which version of Digest made a digest, and what each file was as it wrote it.

By these hashes `digest upgrade` knows what nobody has changed since. For digests that are older than the file, earlier.json
has the hashes of all that `digest new` had written before.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from digest import __version__
from digest.common.jsontext import read_json
from digest.errors import UsageError
from digest.runtime.files import replace_file

MADE_BY = "made-by.json"
_EARLIER = Path(__file__).with_name("earlier.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The version that made a digest, None where that is not known, and the hash of each file that it wrote, by its path."""

    version: str | None = None
    files: Mapping[str, str] = field(default_factory=dict)

    def written(self, name: str) -> frozenset[str]:
        """Return the hashes of what any version may have written there."""
        return frozenset([*_earlier().get(name, ()), *([self.files[name]] if name in self.files else [])])

    def names(self) -> frozenset[str]:
        """Return the paths of all files that any version may have written."""
        return frozenset(_earlier()) | frozenset(self.files)


def hash_of(data: bytes) -> str:
    """Return 16 hexadecimal digits of a file's SHA-256."""
    return hashlib.sha256(data).hexdigest()[:16]


def read_made(root: Path) -> Made:
    """Return what made-by.json says, if it is there. Raises UsageError with file, line and remedy where it is wrong."""
    try:
        said = read_json((root / MADE_BY).read_bytes())
    except FileNotFoundError:
        return Made()
    except json.JSONDecodeError as error:
        raise _wrong(f"{error.lineno}:{error.colno}", "is not JSON") from error
    except (OSError, ValueError) as error:
        raise _wrong("1", "cannot be read") from error
    version, files = (said.get("digest"), said.get("files")) if isinstance(said, dict) else (None, None)
    if not isinstance(version, str) or not isinstance(files, dict) or not all(isinstance(it, str) for it in files.values()):
        raise _wrong("1", "does not name a version as `digest` and hashes as `files`")
    return Made(version=version, files=files)


def write_made(root: Path, files: Mapping[str, str], version: str = __version__) -> None:
    """Say which version made the digest, and what it wrote. Raises WriteError."""
    said = json.dumps({"digest": version, "files": dict(sorted(files.items()))}, indent=1, ensure_ascii=False)
    replace_file(root / MADE_BY, f"{said}\n".encode())


def _wrong(place: str, what: str) -> UsageError:
    return UsageError(f"{MADE_BY}:{place}: this {what}; bring it back from git, or delete it")


@cache
def _earlier() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(_EARLIER.read_bytes())
    return found
