"""The pure rooms as filters over JSON lines, for other pipelines and for measuring."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from digest.acquire.articles import KINDS, parse_article
from digest.clean import clean
from digest.clean.explain import Fate, fates
from digest.config import Config, read_text
from digest.dedupe import dedupe
from digest.errors import UsageError
from digest.group import group
from digest.link import link
from digest.memo import Memo, no_memo
from digest.model import Article, Entry, Problem, Removed, Story, When, newest
from digest.pipeline import causes
from digest.remedies import nearest
from digest.render.api import story_json
from digest.render.site import Site
from digest.rows import Row

Line = dict[str, Any]


def clean_files(paths: Iterable[Path], config: Config, memo: Memo = no_memo) -> tuple[list[Line], list[Problem]]:
    """Clean raw article files: one line an article, as `where, title, …, paragraphs, removed`."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in paths:
        entry, unread = _entry(path, config)
        problems.extend(unread)
        entries.extend([entry] if entry else [])
    articles, unclean = clean(entries, replace(config, checkout=None), None, memo)  # the files need not be of seeds/
    return [_cleaned(article) for article in articles], [*causes([*problems, *unclean])]


def fates_of(path: Path, config: Config) -> tuple[Fate, ...]:
    """Return what becomes of each line of a raw article file: kept, or removed for a reason."""
    entry, problems = _entry(path, config)
    if entry is None:
        raise UsageError(str(problems[0]))
    return fates(entry)


def _entry(path: Path, config: Config) -> tuple[Entry | None, list[Problem]]:
    if path.suffix.lower() not in KINDS:
        near = nearest(path.suffix, [ending.lstrip(".") for ending in KINDS])
        meant = f"; did you mean {path.stem}.{near}?" if near else ""
        raise UsageError(f"{path}: an article is a {', '.join(KINDS)} file{meant}")
    text, wrong = read_text(path, path.parent)
    known = {source.id for source in config.sources}
    entry, unread = parse_article(text, path.as_posix(), known) if text is not None else (None, ())
    return entry, [*wrong, *unread]


def dedupe_rows(rows: Sequence[Row]) -> Iterator[Line]:
    """Say of each row which other row it is a copy of, and the share of its shingles that both have."""
    copy_of: dict[str, tuple[str, float]] = {}
    name = {row.article.id: row.id for row in rows}
    for kept in dedupe(row.article for row in rows):
        copy_of |= {copy.article.id: (name[kept.id], round(copy.share, 4)) for copy in kept.copies}
    for row in rows:
        original, share = copy_of.get(row.article.id, (None, None))
        yield {"id": row.id, "copy_of": original, "share": share}


def group_rows(rows: Sequence[Row]) -> Iterator[Line]:
    """Say of each row which story it belongs to."""
    stories, _ = group(row.article for row in rows)
    story_of = {article.id: story.id for story in stories for article in story.articles}
    return ({"id": row.id, "story": story_of[row.article.id]} for row in rows)


def link_rows(rows: Sequence[Row], config: Config) -> Iterator[Line]:
    """Link rows that carry `story`, and give the story JSON of each; a row without one is a story of its own."""
    together: dict[str, list[Article]] = {}
    for row in rows:
        together.setdefault(row.story or row.id, []).append(row.article)
    names = {f"s{number}": name for number, name in enumerate(together)}  # a row's name may not be fit for an address
    stories = [_bare(key, tuple(together[name])) for key, name in names.items()]
    edition = link(stories, config, newest([row.article.day for row in rows]))
    site = Site(edition=edition, digest=config.digest)
    for story in sorted(edition.stories, key=lambda story: int(story.id[1:])):
        found: Line = json.loads(story_json(story, site).text)
        related = [other | {"id": names[other["id"]]} for other in found["related"]]
        yield found | {"id": names[story.id], "related": related}


def _bare(key: str, articles: tuple[Article, ...]) -> Story:
    first = articles[0]
    return Story(id=key, path=f"stories/{key}", headline=first.title, headline_by=first.id, articles=articles)


def _cleaned(article: Article) -> Line:
    return {
        "where": article.where,
        "title": article.title,
        "byline": article.byline,
        "url": article.url,
        "publisher": article.publisher,
        "published": _printed(article.published),
        "language": article.language,
        "terms": article.terms,
        "paragraphs": list(article.paragraphs),
        "removed": [_taken(removed) for removed in article.removed],
    }


def _taken(removed: Removed) -> Line:
    return {"line": removed.line, "text": removed.text, "reason": removed.reason}


def _printed(when: When | None) -> str | None:
    if when is None:
        return None
    lengths = {"month": 7, "day": 10, "time": None}
    return when.at.isoformat()[: lengths[when.precision]]


def as_line(value: Line) -> str:
    """One JSON line."""
    return to_json(value).decode()
