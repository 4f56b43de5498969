"""The verb: entries in, articles and problems out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from digest.clean.article import article_of
from digest.clean.dates import LAST_YEAR, absurd
from digest.clean.publisher import known
from digest.clean.takedown import Takedowns
from digest.config import Config
from digest.memo import Memo, no_memo
from digest.model import Article, Entry, Problem, newest

_Cleaned = tuple[Article | None, tuple[Problem, ...]]
_AHEAD = timedelta(days=2)


def clean(
    entries: Iterable[Entry], config: Config, now: datetime | None, memo: Memo = no_memo
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return one plain-text article for each entry that holds words, in the order of the entries, and the problems.

    Publishers are resolved through `config.sources`. A date more than two days after `now` is absurd; where `now` is None,
    the newest `seen` stands for it. An entry without any word is a Problem and no article. An article that an editor took
    down is marked as withdrawn, and never remembered; one that was published and is gone comes without words. Never raises
    for bad input.
    """
    given = tuple(entries)
    moment = now or newest([entry.seen for entry in given])
    latest = moment + _AHEAD if moment.timestamp() > 0 else datetime(LAST_YEAR, 12, 31, tzinfo=UTC)
    work = partial(article_of, publishers=known(config.sources), languages=config.digest.languages)
    salt = repr((config.sources, config.digest.languages))
    articles: list[Article] = []
    problems: list[Problem] = []
    takedowns = Takedowns(config.decisions)
    for found, _ in map(work, filter(takedowns.names_file, given if takedowns else ())):
        if found:
            takedowns.include(found)

    def stands(answer: _Cleaned) -> bool:
        return answer[0] is None or takedowns.of(answer[0]) is None

    for article, wrong in memo(work, given, returns=_Cleaned, salt=salt, keep=stands if takedowns else None):
        dated, undatable = _dated(article, latest) if article else (None, [])
        withdrawn = takedowns.of(dated) if dated and takedowns else None
        if withdrawn is None:
            problems += [*wrong, *undatable]
        if dated:
            articles.append(replace(dated, withdrawn=withdrawn) if withdrawn else dated)
    gone, unmatched = takedowns.rest(articles, config.permalinks)
    return (*articles, *gone), (*problems, *unmatched)


def _dated(article: Article, latest: datetime) -> tuple[Article, list[Problem]]:
    """Take away dates on which nothing can have been published."""
    found = [
        (name, when)
        for name, when in (("published", article.published), ("updated", article.updated))
        if when and absurd(when, latest)
    ]
    names = {name for name, _ in found}
    kept = replace(
        article,
        published=None if "published" in names else article.published,
        updated=None if "updated" in names else article.updated,
    )
    return kept, [
        Problem(
            stage="clean",
            where=article.where,
            line=article.line,
            code="absurd-date",
            detail=f"`{name}` is {when.at.date().isoformat()}, when nothing can have been published",
            remedy=f"write `{name}:` and the day that the publisher prints",
        )
        for name, when in found
    ]
