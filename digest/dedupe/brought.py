"""What another's feed brought and the publisher's own article are one: the own one stands for both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from digest.common.hosts import name_key
from digest.dedupe.batches import WINDOW
from digest.model import Article

_SIGNS = re.compile(r"[\W_]+")


def own_articles(given: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """Yield (what another's feed brought, the publisher's own article under that headline), by number.

    It is the nearest in time within the days in which copies are looked for. What several feeds brought of an article
    that is not there itself is one as well.
    """
    if not any(article.via for article in given):
        return
    same: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, article in enumerate(given):
        if publisher := _publisher(article):
            same[publisher, title_key(article)].append(at)
    for members in same.values():
        for at in members:
            if given[at].via:
                own = [it for it in members if not given[it].via and _within_window(given[at], given[it])]
                others = own or [it for it in members if it < at and _within_window(given[at], given[it])]
                if others:
                    yield at, min(others, key=lambda it: (_seconds_apart(given[at], given[it]), it))


def own_first(folded: Mapping[int, int], given: Sequence[Article]) -> dict[int, int]:
    """Return for each copy what stands for it: a publisher's own article before what another's feed brought of it."""
    found = dict(folded)
    for at, head in sorted(folded.items()):
        stands = found.get(head, head)
        if given[stands].via and not given[at].via and _publisher(given[at]) == _publisher(given[stands]):
            found = {other: at if before == stands else before for other, before in found.items() if other != at}
            found[stands] = at
    return found


def title_key(article: Article) -> str:
    """Return an article's title as titles are compared: its letters and digits in lower case, all else as spaces."""
    return _SIGNS.sub(" ", article.title).strip().casefold()


def _publisher(article: Article) -> str:
    return article.source or name_key(article.publisher or "")


def _moment(article: Article) -> datetime | None:
    return article.published.at if article.published else article.day


def _seconds_apart(one: Article, other: Article) -> float:
    first, second = _moment(one), _moment(other)
    return abs((first - second).total_seconds()) if first and second else 0.0


def _within_window(one: Article, other: Article) -> bool:
    return _seconds_apart(one, other) <= WINDOW.total_seconds()
