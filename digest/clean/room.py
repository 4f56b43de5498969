"""The verb: entries in, articles and problems out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from digest.clean.article import article_of
from digest.clean.dates import LAST_YEAR, absurd
from digest.clean.publisher import known
from digest.clean.takedown import take_down
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
    found: list[tuple[Entry, Article]] = []
    problems: list[Problem] = []
    for entry, (article, wrong) in zip(given, memo(work, given, returns=_Cleaned, salt=salt), strict=True):
        problems.extend(wrong)
        if article is not None:
            dated, undatable = _dated(article, latest)
            found.append((entry, dated))
            problems.extend(undatable)
    articles, unmatched = take_down([article for _, article in found], config.decisions, config.permalinks)
    if withdrawn := [entry for (entry, _), article in zip(found, articles, strict=False) if article.withdrawn]:
        memo(work, withdrawn, returns=_Cleaned, salt=salt, forget=True)
    return articles, (*(problem for problem in problems if not _is_of(problem, withdrawn)), *unmatched)


def _is_of(problem: Problem, entries: Iterable[Entry]) -> bool:
    """Whether a problem is of one of these entries, and not of what a person wrote wrongly."""
    return not problem.by_hand and any(problem.where == entry.where and problem.line in (0, entry.line) for entry in entries)


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
