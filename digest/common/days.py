"""Articles by the day (UTC) under which they are filed: what dedupe and group work through one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import UTC, date

from digest.model import EPOCH, Article


def day_of(article: Article) -> date | None:
    """Return the day of an article in UTC, None where it is undated."""
    return article.day.astimezone(UTC).date() if article.day else None


def by_day(articles: Sequence[Article]) -> Iterator[tuple[date | None, range]]:
    """Yield (day, numbers of its articles) in order; `articles` come sorted by day, the undated ones, of day None, last."""
    start = 0
    while start < len(articles):
        end = bisect_right(articles, _filed(articles[start]), start, key=_filed)
        yield day_of(articles[start]), range(start, end)
        start = end


def _filed(article: Article) -> tuple[bool, date]:
    return (article.day is None, day_of(article) or EPOCH.date())
