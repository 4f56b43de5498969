"""One writer of the archive at a time; a lock that dies with its owner."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digest.errors import BusyError


@contextmanager
def archive_lock(root: Path) -> Iterator[None]:
    """Hold the archive of the digest at `root`; BusyError where another fetch or add holds it."""
    folder = root / ".digest"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "archive.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BusyError("another `digest fetch` or `digest add` is writing to seeds/archive") from error
        yield
