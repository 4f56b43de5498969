"""Hand-added articles: seeds/articles/**, one file an article, with front matter or none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path, PurePath, PurePosixPath

from digest.acquire.problems import by_hand
from digest.acquire.seeds.formats import FORMATS, NAMED, suffix_meant
from digest.acquire.seeds.headers import Header
from digest.common.memo import Memo, no_memo
from digest.common.references import ids_meant
from digest.config import Workspace, yamlfile
from digest.config.fields import instant
from digest.config.load import LENIENT, SCHEMAS, YAML_SUFFIXES, read_bytes
from digest.config.remedies import nearest
from digest.config.schema import ArticleHeader
from digest.model import Entry, Problem, SpokenWords
from digest.runtime.files import leads_inside

MAX_BYTES = 10_000_000


_Read = tuple[Entry | None, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class _File:
    """An article's file: the name that Problems have for it, and what it holds."""

    where: str
    data: bytes


def read_articles(config: Workspace, memo: Memo = no_memo) -> tuple[list[Entry], list[Problem]]:
    """Read every file of seeds/articles/**, in order of path; those that `config` holds, if it does.

    What is wrong is a by_hand Problem that says what to write instead; only a file that cannot be read is left out.
    Hidden files are skipped; symbolic links that lead outside seeds/ are not followed.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    sources = ids_meant(config.sources)
    guids: dict[str, str] = {}
    if not config.articles.resolve().is_relative_to(config.seeds.resolve()):
        where = config.articles.relative_to(config.root).as_posix()
        return [], [by_hand(where, "link-outside", "this link is not followed", "put the files themselves here")]
    if config.held is None:
        held = [(where, _bytes_of(path, where)) for where, path in _files(config.articles, config, problems)]
    else:
        held = list(_held(config.held, problems))
    whole = [_File(where, data) for where, data in held if isinstance(data, bytes)]
    read = iter(memo(_article, whole, returns=_Read))
    for where, data in held:
        entry, faults = _published_by(*next(read), sources) if isinstance(data, bytes) else (None, (data,))
        problems.extend(faults)
        if entry:
            first = guids.setdefault(entry.guid or where, where)
            if first != where:
                problems.append(_twice(where, first))
            entries.append(entry if first == where else replace(entry, guid=None))
    return entries, problems


def read_article(path: Path, where: str, sources: Mapping[str, str]) -> _Read:
    """Read one article's file as an Entry; `where` names it in Problems, and its suffix (one of FORMATS) tells how.

    `sources` are ids by each id that means them (`references.ids_meant`). Of a header that is wrong in part the rest is in
    force; a `source:` that is no known id gives the Entry and a Problem. What cannot be read at all gives no Entry.
    """
    data = _bytes_of(path, where)
    return _published_by(*_article(_File(where, data)), sources) if isinstance(data, bytes) else (None, (data,))


def _bytes_of(path: Path, where: str) -> bytes | Problem:
    if path.stat().st_size > MAX_BYTES:
        return _too_large(where)
    data = read_bytes(path, where)
    return replace(data, stage="acquire") if isinstance(data, Problem) else data


def _article(file: _File) -> _Read:
    """What a file alone says: `source` of the entry is as it is written, whatever sources there are."""
    where = file.where
    raw = FORMATS[PurePosixPath(where).suffix.lower()].read(file.data, where)
    unread = tuple(replace(problem, stage="acquire") for problem in raw.problems)
    if raw.body is None:
        return None, unread
    entry = Entry(
        where=where,
        line=raw.line,
        kind=raw.kind,
        body=raw.body,
        guid=raw.guid,
        publisher_home=raw.publisher_home,
        by_hand=True,
        page=raw.page,
    )
    if raw.header is None:
        return entry, unread
    headed, problems = _with_header(entry, raw.header)
    return headed, (*unread, *problems)


def _with_header(entry: Entry, written: Header) -> _Read:
    """Return the entry with what its header says, and what is wrong with that; None where nothing of the header is right."""
    header: ArticleHeader | None
    header, problems = yamlfile.parse(
        written.yaml, SCHEMAS["article"], entry.where, first_line=written.first_line, lenient=LENIENT["article"]
    )
    problems = tuple(replace(written.placed(problem), stage="acquire") for problem in problems)
    if header is None:
        return None, problems
    return replace(
        entry,
        places=tuple(written.places()),
        source=header.source,
        publisher=header.publisher,
        title=header.title or None,
        link=header.url,
        base=header.url,
        byline=header.author,
        published=_printed(header.published),
        updated=_printed(header.updated),
        seen=instant(header.seen),
        language=header.language,
        terms=header.terms,
        # What may be a contributor's words is never shown as the publisher's own.
        text="brief" if any(problem.key == "text" for problem in problems) else header.text,
        quotes=tuple(SpokenWords(speaker=quote.speaker, text=quote.text) for quote in header.quotes),
    ), problems


def _published_by(entry: Entry | None, problems: tuple[Problem, ...], sources: Mapping[str, str]) -> _Read:
    """Return the entry with the source that its `source` means; one that is not known leaves only its words as the name."""
    if entry is None or entry.source is None or sources.get(entry.source) == entry.source:
        return entry, problems
    if entry.source in sources:
        return replace(entry, source=sources[entry.source]), problems
    line, column = entry.place("source")
    near = nearest(entry.source, sources)
    other = f"or add seeds/sources/{entry.source}.yml"
    remedy = f"write `source: {near}`, {other}" if near else f"write the name of a file in seeds/sources, {other}"
    problem = by_hand(
        entry.where, "unknown-source", f"no source has the id `{entry.source}`", remedy, line=line, column=column
    )
    named = entry.publisher or entry.source.replace("-", " ")
    return replace(entry, source=None, publisher=named), (*problems, problem)


def _files(folder: Path, config: Workspace, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Yield each file to read below a folder, after its name in Problems, by path; what is no article is a Problem."""
    if not folder.is_dir():
        return
    inside = config.seeds.resolve()
    above = folder.relative_to(config.root).as_posix()
    for found in sorted(os.scandir(folder), key=lambda it: it.name):
        if found.name.startswith("."):
            continue
        path, where = folder / found.name, f"{above}/{found.name}"
        if not _is_utf8(where):
            problems.append(_misnamed(where))
        elif found.is_symlink() and not leads_inside(path, inside):
            problems.append(by_hand(where, "link-outside", "this link is not followed", "put the file itself here"))
        elif found.is_dir():
            yield from _files(path, config, problems)
        elif path.suffix.lower() not in FORMATS or not found.is_file():
            problems.append(_no_article(path, where))
        else:
            yield where, path


def _held(files: Mapping[PurePosixPath, bytes], problems: list[Problem]) -> Iterator[tuple[str, bytes | Problem]]:
    """Yield the names of files to read and what they hold, as `_files` and `_bytes_of` do of what lies in a folder."""
    misnamed: set[str] = set()
    for path, data in sorted(files.items(), key=lambda file: file[0].parts):
        where = path.as_posix()
        if any(part.startswith(".") for part in path.parts):
            continue
        if not _is_utf8(where):
            named = next(each for each in (*map(PurePath.as_posix, reversed(path.parents)), where) if not _is_utf8(each))
            problems.extend([_misnamed(named)] if named not in misnamed else [])
            misnamed.add(named)
        elif path.suffix.lower() not in FORMATS:
            problems.append(_no_article(path, where))
        else:
            yield where, data if len(data) <= MAX_BYTES else _too_large(where)


def _misnamed(where: str) -> Problem:
    shown = where.encode("utf-8", "backslashreplace").decode()
    return by_hand(shown, "file-name", "the file's name is not UTF-8", "rename the file")


def _no_article(path: PurePath, where: str) -> Problem:
    meant = suffix_meant(path.suffix)
    remedy = f"did you mean `{path.stem}{meant}`?" if meant else f"save it as {NAMED}, or move it out of here"
    if path.suffix.lower() in YAML_SUFFIXES:
        remedy = f"move a source into seeds/sources, a topic into seeds/topics, or save an article as {NAMED}"
    return by_hand(where, "no-article", "this is no file that an article can be read from", remedy)


def _too_large(where: str) -> Problem:
    return by_hand(where, "too-large", "this file is over 10 MB", "keep the article alone")


def _twice(where: str, first: str) -> Problem:
    problem = by_hand(where, "double", f"this is the same mail as {first}", "keep one of the two")
    return replace(problem, by_hand=False)


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _printed(day: date | datetime | None) -> str | None:
    return day.isoformat() if day else None
