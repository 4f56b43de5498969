"""Which remembered bytes this machine wrote itself: a keyed hash, whose key lies outside every digest's folder.

What came with a checkout has no seal of this machine's, so it counts as nothing that was remembered. The key is
`digest/key` in the user's state folder ($XDG_STATE_HOME, ~/.local/state, ~/Library/Application Support), which only that
user can read. A continuous integration keeps it beside .digest/ between its runs, or sets DIGEST_KEY to a secret of its own;
where it is lost, all is computed again.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Literal

import platformdirs

_BYTES = 32
_SEAL_BYTES = 16
Purpose = Literal["memo", "html", "site", "card", "build"]


@cache
def _key() -> bytes:
    """Return this user's key, made where there is none; where it cannot be kept, one that lasts as long as the process."""
    if secret := os.environ.get("DIGEST_KEY"):
        return hashlib.blake2b(os.fsencode(secret), digest_size=_BYTES).digest()
    with suppress(OSError):
        folder = platformdirs.user_state_path("digest", appauthor=False)
        return _read_or_made(folder / "key")
    return os.urandom(_BYTES)


def _read_or_made(path: Path) -> bytes:
    with suppress(FileNotFoundError):
        if len(key := path.read_bytes()) == _BYTES:
            return key
        path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent)  # readable by this user alone
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(_BYTES))
        with suppress(FileExistsError):  # another process was faster
            os.link(name, path)
    finally:
        Path(name).unlink(missing_ok=True)
    return path.read_bytes()


def sealed(purpose: Purpose, about: bytes, data: bytes) -> bytes:
    """Return `data` behind a seal that holds for this purpose, for what it is `about` and on this machine alone."""
    return _seal(purpose, about, data) + data


def unsealed(purpose: Purpose, about: bytes, held: object) -> bytes | None:
    """Return the data behind a seal of `sealed`; None where it is another's, or none."""
    if not isinstance(held, bytes):
        return None
    data = held[_SEAL_BYTES:]
    return data if hmac.compare_digest(held[:_SEAL_BYTES], _seal(purpose, about, data)) else None


def _seal(purpose: Purpose, about: bytes, data: bytes) -> bytes:
    hashed = hashlib.blake2b(key=_key(), digest_size=_SEAL_BYTES, person=purpose.encode())
    hashed.update(len(about).to_bytes(8, "big") + about)
    hashed.update(data)
    return hashed.digest()
