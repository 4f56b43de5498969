"""One run at a time: a lock that dies with its owner."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digest.errors import BusyError, WriteError


@contextmanager
def locked(root: Path, name: str = "build") -> Iterator[None]:
    """Hold the digest's lock of that name, or raise BusyError at once. The system drops it when the process ends."""
    path = root / ".digest" / f"{name}.lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a")
    except OSError as error:
        raise WriteError(f"{path}: {error.strerror}") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(f"another run is working on {root}; wait until it ends") from error
        os.set_inheritable(file.fileno(), True)  # a builder that outlives a killed run keeps the lock until it ends
        yield
