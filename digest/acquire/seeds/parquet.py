"""A compacted month of the archive: seeds/archive/<source>/<yyyy-mm>.parquet, a row for each line that it stands for.

Any program that reads Parquet can read one: `SELECT title, link FROM 'seeds/archive/*/*.parquet'` in DuckDB.
"""

from __future__ import annotations

import glob
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

EXPANDS = 400
"""How many times the bytes of its file the text of a month may take; more is no month of items, but a trap."""
_ALLOWANCE = 1_000_000  # characters that a month may hold however small its file is
_AT_ONCE = 500  # rows
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "512MB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def write_rows(path: Path, columns: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
    """Write rows, in their order, into a new Parquet file; `columns` gives each column's SQL type. The same bytes each time.

    Raises OSError where the file cannot be written.
    """
    with duckdb.connect(config=_SETTINGS) as database:
        names = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
        database.execute(f"CREATE TABLE month ({names})")
        values = ", ".join(f"unnest(?::{kind}[])" for kind in columns.values())
        database.execute(f"INSERT INTO month SELECT {values}", [list(column) for column in zip(*rows, strict=True)])
        quoted = str(path).replace("'", "''")
        try:
            database.execute(f"COPY month TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)")
        except duckdb.IOException as error:
            raise OSError(None, str(error).partition("\n")[0]) from error


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a Parquet file, in their order, each with its columns that are not NULL.

    Raises ValueError where it is no such file, or holds far more than a file of its size could.
    """
    allowed = EXPANDS * path.stat().st_size + _ALLOWANCE
    found: list[dict[str, Any]] = []
    try:
        reader = _database().execute("SELECT * FROM read_parquet(?)", [glob.escape(str(path))])
        names = [column[0] for column in reader.description or ()]
        while rows := reader.fetchmany(_AT_ONCE):
            for row in rows:
                allowed -= len(row) + sum(len(value) for value in row if isinstance(value, str | bytes))
                found.append({name: value for name, value in zip(names, row, strict=True) if value is not None})
            if allowed < 0:
                raise ValueError("it holds far more than a file of its size could")
    except duckdb.Error as error:
        raise ValueError("it is no Parquet file") from error  # what the library says holds paths of the machine
    return found


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """The one database that all files are read through: empty, and opening one costs ten times as much as reading a file."""
    return duckdb.connect(config=_SETTINGS)
