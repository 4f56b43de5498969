"""A compacted month of the archive: seeds/archive/<source>/<yyyy-mm>.parquet, a row for each line that it stands for.

Any program that reads Parquet can read one: `SELECT title, link FROM 'seeds/archive/*/*.parquet'` in DuckDB.
"""

from __future__ import annotations

import glob
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

EXPANDS = 400
"""How many times the bytes of its file the text of a month may take; more is no month of items, but a trap."""
_ALLOWANCE = 1_000_000  # code points that a month may hold however small its file is
_ROW = 200  # code points that a row counts as, besides its text
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "512MB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def write_rows(path: Path, columns: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> None:
    """Write rows, in their order, into a new Parquet file; `columns` gives each column's SQL type. The same bytes each time.

    Raises OSError where the file cannot be written, ValueError where a value is not of its column's type.
    """
    import duckdb  # noqa: PLC0415 - see `_database`

    names = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
    values = ", ".join(f"unnest(?::{kind}[])" for kind in columns.values())
    quoted = str(path).replace("'", "''")
    try:
        with duckdb.connect(config=_SETTINGS) as database:
            database.execute(f"CREATE TABLE month ({names})")
            database.execute(f"INSERT INTO month SELECT {values}", [list(column) for column in zip(*rows, strict=True)])
            database.execute(f"COPY month TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)")
    except duckdb.IOException as error:
        raise OSError(None, str(error).partition("\n")[0]) from error
    except duckdb.Error as error:
        raise ValueError("it does not fit into a Parquet file") from error


def read_rows(path: Path, columns: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the rows of a Parquet file, in their order, each with its values that are not NULL.

    Raises ValueError where it is no such file, has other columns than `columns` (their SQL types by name), or holds far more
    than a file of its size could, FileNotFoundError where there is none.
    """
    import duckdb  # noqa: PLC0415 - see `_database`

    size = path.stat().st_size
    try:
        # A folder above that is called "title=x" is no column.
        month = _database().read_parquet(
            glob.escape(str(path)), hive_partitioning=False, union_by_name=False, filename=False
        )
        found = dict(zip(month.columns, map(str, month.types), strict=True))
        if not found.items() <= columns.items():
            raise ValueError("it has columns that no month has")
        allowed = EXPANDS * size + _ALLOWANCE
        texts = [f'coalesce(sum(strlen("{name}")), 0)' for name, kind in found.items() if kind == "VARCHAR"]
        for measured in ("count(*)", " + ".join(texts)):  # the rows first: their texts take longer to count
            (taken,) = month.aggregate(measured).fetchall()[0]
            allowed -= taken * (_ROW if measured == "count(*)" else 1)
            if allowed < 0:
                raise ValueError("it holds far more than a file of its size could")
        held = month.fetchall()
    except duckdb.Error as error:
        path.stat()  # a month that was expanded meanwhile is not there
        raise ValueError("it is no Parquet file") from error  # what the library says holds paths of the machine
    return [{name: value for name, value in zip(found, row, strict=True) if value is not None} for row in held]


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """The one database that all files are read through: empty, and opening one costs ten times as much as reading a file."""
    import duckdb  # noqa: PLC0415 - a twentieth of a second that a digest without such a month need not wait

    return duckdb.connect(config=_SETTINGS)
