"""The archive: seeds/archive/<source>/<yyyy-mm>.jsonl, what feeds said, one line an item, only ever appended to.

A month that is over may be compacted (`compaction`): <yyyy-mm>.parquet then stands for its lines, which keep the name and
number that they had, and INDEX says which items it holds, so that fetching need not read it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import xxhash

from digest.acquire.seeds.parquet import read_rows
from digest.common.references import ID, ids_meant
from digest.config import Workspace
from digest.language.calendar import YEARS
from digest.model import Entry, Problem
from digest.runtime.files import append_lines

MONTH_FILE = re.compile(r"\d{4}-\d{2}\.jsonl\Z")
COMPACTED = re.compile(r"\d{4}-\d{2}\.parquet\Z")
INDEX = "compacted.txt"
"""The items of a source's compacted months, one a line: the fingerprint, and the address where a whole page was kept."""
FIELDS = (
    "link",
    "guid",
    "title",
    "byline",
    "publisher",
    "publisher_home",
    "published",
    "updated",
    "language",
    "terms",
    "base",
    "kind",
)
COLUMNS = {"id": "VARCHAR", "seen": "VARCHAR"}
COLUMNS |= dict.fromkeys(FIELDS, "VARCHAR") | {"page": "BOOLEAN", "told_by": "VARCHAR", "body": "VARCHAR"}
"""What a row of a compacted month has, with its SQL type: the fields of a line, in their order."""
_TAG = re.compile(r"<[^<>]*>")
_RESTORE = "restore it from git"


def read_archive(config: Workspace) -> tuple[list[Entry], list[Problem]]:
    """Read every archived item, in order of file and line.

    A line that cannot be read (an append that was interrupted) is a Problem and nothing else is lost. A line that
    repeats an earlier one of its source is left out; a changed text of the same item is a further Entry. An item that came
    without address and guid has a guid made from its content.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    ids = ids_meant(config.sources)
    for folder in source_folders(config.seeds / "archive"):
        source = ids.get(folder.name)
        seen: set[str] = set()
        where = folder.relative_to(config.root).as_posix()
        if source is None:
            remedy = f"restore seeds/sources/{folder.name}.yml, or write `formerly: [{folder.name}]` in the file it became"
            problems.append(_problem(where, 0, "unknown-source", f"no source has the id `{folder.name}`", remedy))
        elif source != folder.name:
            remedy = f"`git mv {where} seeds/archive/{source}`, so that fetching goes on where it was"
            problems.append(_problem(where, 0, "renamed-source", f"this source is called `{source}` now", remedy))
        for where, items in _months(folder, config.root):
            if isinstance(items, ValueError):
                problems.append(_problem(where, 0, "archive-file", f"this is no compacted month: {items}", _RESTORE))
                continue
            for number, entry in items:
                if entry is None:
                    problems.append(_problem(where, number, "archive-line", "this line is no archived item", _RESTORE))
                elif (key := fingerprint(entry)) not in seen:
                    seen.add(key)
                    guid = entry.guid if entry.link or entry.guid else f"content:{key}"
                    entries.append(replace(entry, source=source, guid=guid))
    return entries, problems


def append(root: Path, source: str, entries: Iterable[Entry], now: datetime) -> int:
    """Append those entries that the archive of `source` does not hold yet, as seen `now`; return how many.

    The lines go out in one write, in an order of their own, after a line break where an earlier append was interrupted.
    """
    if not ID.match(source):
        raise ValueError(f"not a source id: {source!r}")
    folder = root / "seeds" / "archive" / source
    known = set(_fingerprints(folder))
    new: dict[str, str] = {}
    for entry in entries:
        key = fingerprint(entry)
        line = _line(entry, key, now)
        if key not in known and line < new.get(key, "~"):
            new[key] = line
    if new:
        path = folder / f"{now.astimezone(UTC):%Y-%m}.jsonl"
        append_lines(path, "".join(f"{line}\n" for line in sorted(new.values())).encode("utf-8", "replace"))
    return len(new)


def fingerprint(entry: Entry) -> str:
    """Return 16 hex digits of what makes an archived item: address, guid, title and visible words.

    Markup and dates do not count, so that a feed whose markup changes with each request does not fill the archive.
    """
    words = " ".join(_TAG.sub(" ", entry.body).split())
    parts = (entry.link or "", entry.guid or "", entry.title or "", words)
    return xxhash.xxh3_64_hexdigest("\x1f".join(parts).encode("utf-8", "replace"))


def archived_pages(folder: Path) -> set[str]:
    """Return the addresses whose whole pages a source's archive holds."""
    found = {address for _, address in _index(folder) if address}
    for path in files_of(folder, MONTH_FILE):
        for raw in path.read_bytes().split(b"\n"):
            entry = _entry_of_line(raw, path.name, 0, "") if b'"page": true' in raw else None
            if entry and entry.page and entry.link:
                found.add(entry.link)
    return found


def _months(folder: Path, root: Path) -> list[tuple[str, list[tuple[int, Entry | None]] | ValueError]]:
    """Return what each month of a source says, with the file its lines are of, or why a compacted one cannot be read.

    Where months were compacted or expanded meanwhile, they are read again.
    """
    for last in (False, False, True):
        found: list[tuple[str, list[tuple[int, Entry | None]] | ValueError]] = []
        try:
            for path in files_of(folder, MONTH_FILE, COMPACTED):
                where = path.with_suffix(".jsonl").relative_to(root).as_posix()
                try:
                    found.append((where, list(read_month(path, where, folder.name))))
                except ValueError as error:
                    found.append((path.relative_to(root).as_posix(), error))
        except FileNotFoundError:
            if last:
                raise
        else:
            break
    return found


def read_month(path: Path, where: str, source: str) -> Iterator[tuple[int, Entry | None]]:
    """Yield the number of each line of a month's file and its item, None where it is not whole.

    `where` is the file that the items say they are of. Raises ValueError where a compacted month cannot be read.
    """
    if MONTH_FILE.match(path.name):
        for number, raw in enumerate(path.read_bytes().split(b"\n"), 1):
            if raw.strip():
                yield number, _entry_of_line(raw, where, number, source)
    else:
        for number, fields in enumerate(read_rows(path, COLUMNS), 1):
            yield number, entry_of(fields, where, number, source)


def source_folders(archive: Path) -> list[Path]:
    """Return the folder of each source in the archive, in order."""
    if not archive.is_dir():
        return []
    return sorted((it for it in archive.iterdir() if it.is_dir() and ID.match(it.name)), key=lambda it: it.name)


def files_of(folder: Path, *kinds: re.Pattern[str]) -> list[Path]:
    """Return the files of a source's months of these kinds, in order; of a month that has both the lines come first."""
    if not folder.is_dir():
        return []
    found = (it for it in folder.iterdir() if any(kind.match(it.name) for kind in kinds) and it.is_file())
    return sorted(found, key=lambda it: it.name)


def _index(folder: Path) -> Iterator[tuple[str, str]]:
    """The fingerprint of each item of the compacted months, and its address where its whole page was kept."""
    path = folder / INDEX
    for line in path.read_text("utf-8", "replace").split("\n") if path.is_file() else ():
        yield line[:16], line[17:]


def _fingerprints(folder: Path) -> Iterator[str]:
    """The marks that stand first in each archived line, without reading the rest of it."""
    for key, _ in _index(folder):
        yield key
    for path in files_of(folder, MONTH_FILE):
        for raw in path.read_bytes().split(b"\n"):
            if key := fingerprint_of_line(raw):
                yield key


def fingerprint_of_line(raw: bytes) -> str:
    """Return the fingerprint that stands first in an archived line; nothing where the line is not whole."""
    whole = raw.startswith(b'{"id": "') and raw.endswith(b"}")
    return raw[8:24].decode("ascii", "replace") if whole else ""


def _line(entry: Entry, key: str, now: datetime) -> str:
    fields: dict[str, Any] = {"id": key, "seen": now.astimezone(UTC).isoformat(timespec="seconds")}
    fields |= {name: value for name in FIELDS if (value := getattr(entry, name)) is not None}
    if entry.page:
        fields["page"] = True
    if entry.told_by != "guid":
        fields["told_by"] = entry.told_by
    return json.dumps(fields | {"body": entry.body}, ensure_ascii=False)


def _entry_of_line(raw: bytes, where: str, number: int, source: str) -> Entry | None:
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return entry_of(fields, where, number, source) if isinstance(fields, dict) else None


def entry_of(fields: Mapping[str, Any], where: str, number: int, source: str) -> Entry | None:
    """Return the item that an archived line or row says, or None where it is not whole."""
    try:
        seen = datetime.fromisoformat(fields["seen"])
        named = {name: fields[name] for name in FIELDS if name in fields}
        "".join([*named.values(), fields["body"]]).encode()  # TypeError where one is no text, ValueError where no Unicode
    except (ValueError, KeyError, TypeError):
        return None
    if named.get("kind") not in {"text", "markdown", "html"} or seen.tzinfo is None or seen.year not in YEARS:
        return None
    told_by: Literal["guid", "link", "title"] = "guid"
    if fields.get("told_by") in ("link", "title"):
        told_by = fields["told_by"]
    page = fields.get("page") is True
    return Entry(
        where=where, line=number, source=source, seen=seen, body=fields["body"], page=page, told_by=told_by, **named
    )


def _problem(where: str, line: int, code: str, detail: str, remedy: str) -> Problem:
    return Problem(stage="acquire", where=where, line=line, code=code, detail=detail, remedy=remedy)
