"""The archive: seeds/archive/<source>/<yyyy-mm>.jsonl, what feeds said, one line an item, only ever appended to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import xxhash

from digest.config import Workspace
from digest.files import append_lines
from digest.language.calendar import YEARS
from digest.model import Entry, Problem
from digest.references import ID, ids_meant

MONTH_FILE = re.compile(r"\d{4}-\d{2}\.jsonl\Z")
_FIELDS = (
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
_TAG = re.compile(r"<[^<>]*>")


def read_archive(config: Workspace) -> tuple[list[Entry], list[Problem]]:
    """Read every archived item, in order of file and line.

    A line that cannot be read (an append that was interrupted) is a Problem and nothing else is lost. A line that
    repeats an earlier one of its source is left out; a changed text of the same item is a further Entry. An item that came
    without address and guid has a guid made from its content.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    ids = ids_meant(config.sources)
    for folder in _folders(config.seeds / "archive"):
        source = ids.get(folder.name)
        seen: set[str] = set()
        where = folder.relative_to(config.root).as_posix()
        if source is None:
            remedy = f"restore seeds/sources/{folder.name}.yml, or write `formerly: [{folder.name}]` in the file it became"
            problems.append(_problem(where, 0, "unknown-source", f"no source has the id `{folder.name}`", remedy))
        elif source != folder.name:
            remedy = f"`git mv {where} seeds/archive/{source}`, so that fetching goes on where it was"
            problems.append(_problem(where, 0, "renamed-source", f"this source is called `{source}` now", remedy))
        for path in _months(folder):
            where = path.relative_to(config.root).as_posix()
            for number, raw in enumerate(path.read_bytes().split(b"\n"), 1):
                if not raw.strip():
                    continue
                entry = _entry(raw, where, number, folder.name)
                if entry is None:
                    problems.append(
                        _problem(where, number, "archive-line", "this line is no archived item", "restore it from git")
                    )
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
    found = set()
    for path in _months(folder):
        for raw in path.read_bytes().split(b"\n"):
            entry = _entry(raw, path.name, 0, "") if b'"page": true' in raw else None
            if entry and entry.page and entry.link:
                found.add(entry.link)
    return found


def _folders(archive: Path) -> list[Path]:
    if not archive.is_dir():
        return []
    return sorted((it for it in archive.iterdir() if it.is_dir() and ID.match(it.name)), key=lambda it: it.name)


def _months(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted((it for it in folder.iterdir() if MONTH_FILE.match(it.name) and it.is_file()), key=lambda it: it.name)


def _fingerprints(folder: Path) -> Iterator[str]:
    """The marks that stand first in each archived line, without reading the rest of it."""
    for path in _months(folder):
        for raw in path.read_bytes().split(b"\n"):
            if raw.startswith(b'{"id": "') and raw.endswith(b"}"):
                yield raw[8:24].decode("ascii", "replace")


def _line(entry: Entry, key: str, now: datetime) -> str:
    fields: dict[str, Any] = {"id": key, "seen": now.astimezone(UTC).isoformat(timespec="seconds")}
    fields |= {name: value for name in _FIELDS if (value := getattr(entry, name)) is not None}
    if entry.page:
        fields["page"] = True
    if entry.told_by != "guid":
        fields["told_by"] = entry.told_by
    return json.dumps(fields | {"body": entry.body}, ensure_ascii=False)


def _entry(raw: bytes, where: str, number: int, source: str) -> Entry | None:
    """Read one archived line, or None where it is not whole."""
    try:
        fields = json.loads(raw)
        seen = datetime.fromisoformat(fields["seen"])
        named = {name: fields[name] for name in _FIELDS if name in fields}
        "".join([*named.values(), fields["body"]]).encode()  # TypeError where one is no text, ValueError where no Unicode
    except (ValueError, KeyError, TypeError, RecursionError):
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
