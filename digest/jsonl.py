"""Files of JSON lines that are only ever appended to: the archive of feeds and the ledger of addresses."""

from __future__ import annotations

import os
from pathlib import Path


def append(path: Path, lines: bytes) -> None:
    """Append whole lines in one write that is on disk when this returns; a line that an earlier run tore is closed first.

    Raises OSError.
    """
    with path.open("ab+") as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            lines = lines if file.read(1) == b"\n" else b"\n" + lines
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())
