"""Months of the archive that are over: their lines become a row each of a Parquet file, and lines again.

What a build reads stays the same, line for line, so that its bytes do too; the files are smaller, and fetching reads none.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from digest.acquire.seeds.archive import (
    COLUMNS,
    COMPACTED,
    INDEX,
    MONTH_FILE,
    entry_of,
    files_of,
    fingerprint_of_line,
    source_folders,
)
from digest.acquire.seeds.parquet import read_rows, write_rows
from digest.config import Workspace
from digest.model import Problem
from digest.runtime.files import naming_failures, replace_file
from digest.runtime.lock import locked


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A month that is now in another file: `where` is the new one, `items` its lines, sizes in bytes."""

    where: str
    items: int
    before: int
    after: int


def compact(config: Workspace, now: datetime) -> tuple[list[Rewritten], list[Problem]]:
    """Make a Parquet file of each month that is over at `now`, in UTC, and delete its lines once it was read back the same.

    A month with a line that cannot be read, or that has more than a row holds, stays as it is and is a Problem.
    Raises BusyError where another run writes to the archive, WriteError where a file cannot be written.
    """
    this_month = f"{now.astimezone(UTC):%Y-%m}"
    return _rewritten(config, MONTH_FILE, lambda path: _compact(config.root, path) if path.stem < this_month else None)


def expand(config: Workspace) -> tuple[list[Rewritten], list[Problem]]:
    """Make lines of each compacted month again, the same bytes as they were, and delete its Parquet file.

    A file that is no compacted month stays as it is and is a Problem. Raises as `compact` does.
    """
    return _rewritten(config, COMPACTED, lambda path: _expand(config.root, path))


def _rewritten(
    config: Workspace, kind: re.Pattern[str], rewrite: Callable[[Path], Rewritten | None]
) -> tuple[list[Rewritten], list[Problem]]:
    done: list[Rewritten] = []
    problems: list[Problem] = []
    with locked(config.root, "archive"):
        for folder in source_folders(config.seeds / "archive"):
            for path in files_of(folder, kind):
                try:
                    month = rewrite(path)
                except ValueError as error:
                    where = path.relative_to(config.root).as_posix()
                    remedy = "restore it from git; until then it stays as it is"
                    problems.append(
                        Problem(stage="acquire", where=where, code="archive-file", detail=str(error), remedy=remedy)
                    )
                else:
                    done.extend([month] if month else [])
    return done, problems


def _compact(root: Path, path: Path) -> Rewritten | None:
    """Put a month's lines into its Parquet file and its items into the index, and delete the lines; None where it is empty.

    What the Parquet file holds already, as of lines that came late, stays before them.
    """
    raw, new = path.read_bytes(), path.with_suffix(".parquet")
    if not raw:
        return None
    whole = _together(_lines(read_rows(new, COLUMNS)), raw) if new.is_file() else raw
    rows = [_row(line, number) for number, line in enumerate(whole.removesuffix(b"\n").split(b"\n"), 1)]
    with tempfile.TemporaryDirectory(dir=root / ".digest") as folder, naming_failures(new):
        written = Path(folder, new.name)
        write_rows(written, COLUMNS, rows)
        _compare(whole, _lines(read_rows(written, COLUMNS)))
        replace_file(new, written.read_bytes())
    index = path.parent / INDEX
    known = index.read_bytes().splitlines() if index.is_file() else []
    replace_file(index, b"".join(line + b"\n" for line in sorted({*known, *map(_indexed, whole.split(b"\n"))} - {b""})))
    return _replaced(root, path, new, len(rows))


def _expand(root: Path, path: Path) -> Rewritten:
    """Put a compacted month's rows into lines, before those that came since, and delete it.

    The index goes with the last one of a source.
    """
    lines, new = _lines(read_rows(path, COLUMNS)), path.with_suffix(".jsonl")
    whole = _together(lines, new.read_bytes()) if new.is_file() else lines
    replace_file(new, whole)
    done = _replaced(root, path, new, whole.count(b"\n"))
    if not files_of(path.parent, COMPACTED):
        with naming_failures(path.parent / INDEX):
            (path.parent / INDEX).unlink(missing_ok=True)
    return done


def _together(first: bytes, more: bytes) -> bytes:
    """Return the lines of a month's two files, each once."""
    return b"".join(line + b"\n" for line in dict.fromkeys([*first.splitlines(), *more.split(b"\n")]) if line.strip())


def _replaced(root: Path, old: Path, new: Path, items: int) -> Rewritten:
    done = Rewritten(
        where=new.relative_to(root).as_posix(), items=items, before=old.stat().st_size, after=new.stat().st_size
    )
    with naming_failures(old):
        old.unlink()
    return done


def _row(line: bytes, number: int) -> list[Any]:
    """Return what a line says, as a row. Raises ValueError where it is no archived item."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict) or entry_of(fields, "", number, "") is None or not _plain(fields.values()):
        raise ValueError(f"line {number} is no archived item")
    return [fields.get(name) for name in COLUMNS]


def _plain(values: Iterable[object]) -> bool:
    return all(isinstance(value, str | bool) for value in values)


def _lines(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the lines that the rows of a month stand for. Raises ValueError where one is no archived item."""
    lines = []
    for number, row in enumerate(rows, 1):
        if entry_of(row, "", number, "") is None:
            raise ValueError(f"row {number} is no archived item")
        lines.append(json.dumps({name: row[name] for name in COLUMNS if name in row}, ensure_ascii=False) + "\n")
    return "".join(lines).encode()


def _compare(raw: bytes, again: bytes) -> None:
    """Raise ValueError, with the first line that differs, where a month is not the same bytes in both files."""
    pairs = zip_longest(raw.split(b"\n"), again.split(b"\n"))
    for number, (one, other) in enumerate(pairs, 1):
        if one != other:
            raise ValueError(f"line {number} would not come back as it is")


def _indexed(line: bytes) -> bytes:
    """Return the line of the index that an archived line has."""
    entry = entry_of(json.loads(line), "", 0, "") if b'"page": true' in line else None
    address = f" {entry.link}" if entry and entry.page and entry.link else ""
    return f"{fingerprint_of_line(line)}{address}".encode()
