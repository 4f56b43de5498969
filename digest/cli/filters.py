"""The pure rooms as filters over JSON lines, for other pipelines and for measuring."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic_core import to_json

from digest.acquire.seeds.articles import read_article
from digest.acquire.seeds.formats import FORMATS, suffix_meant
from digest.clean import clean
from digest.cli.rows import Row
from digest.common.memo import Memo, no_memo
from digest.common.publishers import known
from digest.common.references import ids_meant
from digest.config import Workspace
from digest.dedupe import dedupe
from digest.errors import UsageError
from digest.group import group
from digest.link import link
from digest.model import Article, Config, Copy, Edition, Entry, Problem, Removed, Story, Text, When, newest
from digest.pipeline import causes
from digest.relate import relate
from digest.render.api import story_json
from digest.render.site import Site

if TYPE_CHECKING:
    from digest.clean.explain import Fate

Line = dict[str, Any]


def clean_files(paths: Iterable[Path], config: Workspace, memo: Memo = no_memo) -> tuple[list[Line], list[Problem]]:
    """Clean raw article files: one line an article, as `id, where, title, …, paragraphs, removed`.

    The ids differ: of articles with one address, the later ones have `~2`, `~3` … after theirs.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in paths:
        entry, unread = _entry(path, config)
        problems.extend(unread)
        entries.extend([entry] if entry else [])
    articles, unclean = clean(entries, replace(config, checkout=None), None, memo)  # the files need not be of seeds/
    times: Counter[str] = Counter()
    lines = []
    for article in articles:
        times[article.id] += 1
        number = times[article.id]
        lines.append({"id": article.id if number == 1 else f"{article.id}~{number}", **_article_line(article)})
    return lines, [*causes([*problems, *unclean])]


def faults_of(where: Collection[str], config: Workspace) -> tuple[Problem, ...]:
    """Return what `check` says of files of seeds/articles by themselves, without the others; paths count from the root."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for name in where:
        entry, unread = read_article(config.root / name, name, ids_meant(config.sources))
        problems.extend(unread)
        entries.extend([entry] if entry else [])
    _, unclean = clean(entries, config, None)
    return causes([*problems, *(problem for problem in unclean if problem.where in where)])


def fates_of(path: Path, config: Workspace) -> tuple[Fate, ...]:
    """Return what becomes of each line of a raw article file: kept, or removed for a reason."""
    from digest.clean.explain import fates  # noqa: PLC0415 - loads what reads pages

    entry, problems = _entry(path, config)
    if entry is None:
        raise UsageError(str(problems[0]))
    return fates(entry)


def headline_of(markup: str, address: str) -> str | None:
    """Return the headline of a web page, without its site's name; None where it shows no word."""
    entry = Entry(where=address, kind="html", body=markup, link=address, base=address, page=True)
    articles, _ = clean([entry], Config(), None)
    return articles[0].title if articles else None


def _entry(path: Path, config: Workspace) -> tuple[Entry | None, list[Problem]]:
    if path.suffix.lower() not in FORMATS:
        near = suffix_meant(path.suffix)
        meant = f"; did you mean {path.stem}{near}?" if near else ""
        raise UsageError(f"{path}: an article is a {', '.join(FORMATS)} file{meant}")
    where = path.as_posix().encode("utf-8", "backslashreplace").decode()
    entry, problems = read_article(path, where, ids_meant(config.sources))
    return entry, list(problems)


def dedupe_rows(rows: Sequence[Row]) -> Iterator[Line]:
    """Say of each row which other row it is a copy of, and the share of its shingles that both have, beside all its keys."""
    copy_of: dict[str, tuple[str, float]] = {}
    name = {row.article.id: row.id for row in rows}
    for kept in dedupe(row.article for row in rows):
        copy_of |= {copy.article.id: (name[kept.id], round(copy.share, 4)) for copy in kept.copies}
    for row in rows:
        original, share = copy_of.get(row.article.id, (None, None))
        yield {**row.given, "id": row.id, "copy_of": original, "share": share}


def group_rows(rows: Sequence[Row]) -> Iterator[Line]:
    """Say of each row which story it belongs to, beside all its keys; a copy is where its original is."""
    stories, _ = group(article for _, article in _folded(rows))
    story_of = {
        article.id: story.id
        for story in stories
        for each in story.articles
        for article in (each, *(copy.article for copy in each.copies))
    }
    return ({**row.given, "id": row.id, "story": story_of[row.article.id]} for row in rows)


def link_rows(rows: Sequence[Row], config: Workspace) -> Iterator[Line]:
    """Link rows that carry `story`, and give the story JSON of each; a row without one is a story of its own.

    A publisher that a source file names is that source; a copy stands below its original.
    """
    together: dict[str, list[Article]] = {}
    publishers = known(config.sources)
    for row, article in _folded(rows):
        source = publishers.named(article.publisher) if article.publisher else None
        named = replace(article, source=source.id, publisher=Text(source.name)) if source else article
        together.setdefault(row.story or row.id, []).append(named)
    names = {f"s{number}": name for number, name in enumerate(together)}  # a row's name may not be fit for an address
    stories = [_story_of(key, tuple(together[name])) for key, name in names.items()]
    linked = relate(link(stories, config.sources, config.digest.limits), config.topics, config.decisions)
    day = newest([row.article.day for row in rows])
    site = Site(edition=Edition(day=day, stories=linked, sources=config.sources, topics=config.topics), digest=config.digest)
    for story in sorted(linked, key=lambda story: int(story.id[1:])):
        found: Line = json.loads(story_json(story, site).text)
        related = [other | {"id": names[other["id"]]} for other in found["related"]]
        yield found | {"id": names[story.id], "related": related}


def _folded(rows: Sequence[Row]) -> Iterator[tuple[Row, Article]]:
    """Each row that is nobody's copy, and its article with its copies; a copy of a copy is one of the original."""
    by_name: dict[str, Row] = {}
    for row in rows:
        by_name.setdefault(row.id, row)
    copies: dict[str, list[Copy]] = {}
    for row in rows:
        if (original := _original(row, by_name)) is not row:
            kind: Literal["text", "near"] = "text" if row.share == 1 else "near"
            copies.setdefault(original.article.id, []).append(Copy(article=row.article, share=row.share, kind=kind))
    folded = {copy.article.id for found in copies.values() for copy in found}
    for row in rows:
        if row.article.id not in folded:
            yield row, replace(row.article, copies=tuple(copies.get(row.article.id, ())))


def _original(row: Row, by_name: Mapping[str, Row]) -> Row:
    """What stands for a row in the end; itself where its `copy_of` names no other row, or leads in a circle."""
    passed, at = {row.article.id}, row
    while at.copy_of is not None and (found := by_name.get(at.copy_of)):
        if found.article.id in passed:
            return row
        passed.add(found.article.id)
        at = found
    return at


def _story_of(key: str, articles: tuple[Article, ...]) -> Story:
    first = articles[0]
    return Story(id=key, path=f"stories/{key}", headline=first.title, headline_by=first.id, articles=articles)


def _article_line(article: Article) -> Line:
    return {
        "where": article.where,
        "title": article.title,
        "byline": article.byline,
        "url": article.url,
        "publisher": article.publisher,
        "published": _printed(article.published),
        "language": article.language,
        "terms": article.terms,
        "brief": article.text == "brief",
        "paragraphs": list(article.paragraphs),
        "quotes": [{"speaker": said.speaker, "text": said.text} for said in article.sayings],
        "credits": list(article.credits),
        "removed": [_removed_line(removed) for removed in article.removed],
    }


def _removed_line(removed: Removed) -> Line:
    return {"line": removed.line, "text": removed.text, "reason": removed.reason}


def _printed(when: When | None) -> str | None:
    if when is None:
        return None
    lengths = {"month": 7, "day": 10, "time": None}
    return when.at.isoformat()[: lengths[when.precision]]


def as_line(value: Line) -> str:
    """One JSON line."""
    return to_json(value).decode()
