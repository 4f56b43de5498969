"""Writing below seeds/: one writer at a time, by a lock that dies with its owner, and failures that name the file."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digest.errors import BusyError, WriteError


@contextmanager
def archive_lock(root: Path) -> Iterator[None]:
    """Hold the archive of the digest at `root`; BusyError where another fetch or add holds it."""
    path = root / ".digest" / "archive.lock"
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("w")
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BusyError("another `digest fetch` or `digest add` is writing to seeds/archive") from error
        yield


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn a failure of the system inside the block into a WriteError that names the file."""
    try:
        yield
    except OSError as error:
        raise WriteError(f"{path}: cannot be written: {error.strerror or error}") from error
