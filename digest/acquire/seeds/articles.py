"""Hand-added articles: seeds/articles/**, one file an article, with front matter or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from digest.acquire.seeds.headers import Header, part, wrong
from digest.config import Workspace, yamlfile
from digest.config.fields import instant
from digest.config.load import IN_PART, SCHEMAS, read_text
from digest.config.remedies import nearest
from digest.config.schema import ArticleHeader
from digest.model import Entry, Problem, SpokenWords
from digest.references import source_ids

KINDS: dict[str, Literal["text", "markdown", "html"]] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
}
LARGEST = 10_000_000
_WHOLE_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def read_articles(config: Workspace) -> tuple[list[Entry], list[Problem]]:
    """Read every file of seeds/articles/**, in order of path.

    What is wrong is a by_hand Problem that says what to write instead; only a file that cannot be read is left out.
    Hidden files are skipped; symbolic links that lead outside seeds/ are not followed.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    sources = source_ids(config.sources)
    if not config.articles.resolve().is_relative_to(config.seeds.resolve()):
        where = config.articles.relative_to(config.root).as_posix()
        return [], [wrong(where, 0, "link-outside", "this link is not followed", "put the files themselves here")]
    for path in _files(config.articles, config, problems):
        where = path.relative_to(config.root).as_posix()
        text, unread = _text(path, config.root)
        problems.extend(replace(problem, stage="acquire") for problem in unread)
        if text is not None:
            entry, faults = parse_article(text, where, sources)
            problems.extend(faults)
            entries.extend([entry] if entry else [])
    return entries, problems


def parse_article(text: str, where: str, sources: Mapping[str, str]) -> tuple[Entry | None, tuple[Problem, ...]]:
    """Read one article's text as an Entry; `where` names the file and its ending the kind.

    Of a header that is wrong in part the rest is in force; a `source:` that is no known id gives the Entry and a Problem.
    """
    kind = KINDS[Path(where).suffix.lower()]
    parted = part(text, where, kind)
    if parted.problem:
        return None, (parted.problem,)
    body, line, header_at = parted.body, parted.line, parted.header
    page = kind == "html" and _WHOLE_PAGE.search(body[:10_000]) is not None
    if header_at is None:
        return Entry(where=where, line=line, kind=kind, body=body, by_hand=True, page=page), ()
    header: ArticleHeader | None
    header, problems = yamlfile.parse(
        header_at.yaml, SCHEMAS["article"], where, first_line=header_at.first_line, in_part=IN_PART["article"]
    )
    problems = tuple(replace(header_at.placed(problem), stage="acquire") for problem in problems)
    if header is None:
        return None, problems
    # What may be a contributor's words is never shown as the publisher's own.
    text_is = "brief" if any(problem.key == "text" for problem in problems) else header.text
    source, publisher, unknown = _publisher(header, header_at, where, sources)
    return Entry(
        where=where,
        line=line,
        kind=kind,
        body=body,
        source=source,
        publisher=publisher,
        title=header.title or None,
        link=header.url,
        base=header.url,
        byline=header.author,
        published=_printed(header.published),
        updated=_printed(header.updated),
        seen=instant(header.seen),
        language=header.language,
        terms=header.terms,
        text=text_is,
        quotes=tuple(SpokenWords(speaker=quote.speaker, text=quote.text) for quote in header.quotes),
        by_hand=True,
        page=page,
    ), (*problems, *unknown)


def _publisher(
    header: ArticleHeader, header_at: Header, where: str, sources: Mapping[str, str]
) -> tuple[str | None, str | None, tuple[Problem, ...]]:
    """Return (source id, claimed name, problems); an id that is not known leaves only its words as the name."""
    if header.source is None or header.source in sources:
        return sources.get(header.source or ""), header.publisher, ()
    text, first_line = header_at.yaml, header_at.first_line
    value = re.search(r"^[\"']?source[\"']?\s*:\s*", text, re.MULTILINE)
    at = value.end() if value else 0
    line, column = first_line + text.count("\n", 0, at), at - text.rfind("\n", 0, at)
    near = nearest(header.source, sources)
    other = f"or add seeds/sources/{header.source}.yml"
    remedy = f"write `source: {near}`, {other}" if near else f"write the name of a file in seeds/sources, {other}"
    problem = wrong(where, line, "unknown-source", f"no source has the id `{header.source}`", remedy, column=column)
    return None, header.publisher or header.source.replace("-", " "), (problem,)


def _files(folder: Path, config: Workspace, problems: list[Problem]) -> Iterator[Path]:
    """Yield the files to read below a folder, in order of path; what is no article is a Problem."""
    if not folder.is_dir():
        return
    inside = config.seeds.resolve()
    for path in sorted(folder.iterdir(), key=lambda it: it.name):
        if path.name.startswith("."):
            continue
        where = path.relative_to(config.root).as_posix()
        if not _is_utf8(where):
            shown = where.encode("utf-8", "backslashreplace").decode()
            problems.append(wrong(shown, 0, "file-name", "the file's name is not UTF-8", "rename the file"))
        elif path.is_symlink() and not (path.is_file() and path.resolve().is_relative_to(inside)):
            problems.append(wrong(where, 0, "link-outside", "this link is not followed", "put the file itself here"))
        elif path.is_dir():
            yield from _files(path, config, problems)
        elif path.suffix.lower() not in KINDS or not path.is_file():
            near = nearest(path.suffix, [ending.lstrip(".") for ending in KINDS])
            remedy = (
                f"did you mean `{path.stem}.{near}`?" if near else "save it as .md, .txt or .html, or move it out of here"
            )
            problems.append(wrong(where, 0, "no-article", "this is no file that an article can be read from", remedy))
        else:
            yield path


def _text(path: Path, root: Path) -> tuple[str | None, tuple[Problem, ...]]:
    where = path.relative_to(root).as_posix()
    if path.stat().st_size > LARGEST:
        return None, (wrong(where, 0, "too-large", "this file is over 10 MB", "keep the article alone"),)
    return read_text(path, root)


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _printed(day: date | datetime | None) -> str | None:
    return day.isoformat() if day else None
