"""Writing below seeds/: one writer at a time, by a lock that dies with its owner, and failures that name the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from digest.errors import WriteError
from digest.lock import locked


def archive_lock(root: Path) -> AbstractContextManager[None]:
    """Hold the archive of the digest at `root`; BusyError where another fetch or add holds it."""
    return locked(root, "archive")


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn a failure of the system inside the block into a WriteError that names the file."""
    try:
        yield
    except OSError as error:
        raise WriteError(f"{path}: cannot be written: {error.strerror or error}") from error
