"""Attributions that a link makes: "reportedly" or "a report" names the outlet to whose piece it leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from digest.common.hosts import host_of
from digest.language.speech import Attribution
from digest.link.outlets import Outlet, Outlets
from digest.model import Article, Url

_DAY = re.compile(r"(?<!\d)(20\d\d)([/-]?)([01]\d)\2([0-3]\d)(?!\d)")
_LATELY = timedelta(days=7)
"""How much older than the article a piece may be that it has its news from."""


class Linked(NamedTuple):
    """Code points [start, end) of a paragraph that attribute to the outlet to whose piece they link."""

    outlet: Outlet
    start: int
    end: int
    first: bool = False
    statement: bool = False


class Anchor(NamedTuple):
    """Linked words, and the outlet to whose piece of these days they lead."""

    start: int
    end: int
    outlet: Outlet

    def touches(self, start: int, end: int, text: str) -> bool:
        """Whether text[start:end] has some of the linked words or stands directly before them."""
        return start < self.end and not text[end : self.start].strip()


def anchors(article: Article, outlets: Outlets, own: Iterable[Outlet]) -> dict[int, list[Anchor]]:
    """Return the links of each paragraph that lead to what others than `own` printed, and not long before the article."""
    ids = {outlet.id for outlet in own}
    home = host_of(article.url)
    found: dict[int, list[Anchor]] = {}
    for paragraph, start, end, url in article.links:
        outlet = outlets.of_page(url) if host_of(url) != home else None
        if outlet and outlet.name and outlet.id not in ids and not _is_older(url, article):
            found.setdefault(paragraph, []).append(Anchor(start, end, outlet))
    return found


def _is_older(url: Url, article: Article) -> bool:
    """Whether an address bears a day well before the article's own."""
    match = _DAY.search(url)
    if match is None or article.published is None:
        return False
    try:
        return date(int(match[1]), int(match[3]), int(match[4])) < article.published.at.date() - _LATELY
    except ValueError:
        return False


def linked(
    text: str, start: int, end: int, links: Sequence[Anchor], outlets: Outlets, words: Attribution
) -> Iterator[Linked]:
    """Return what the links in the sentence text[start:end] attribute to the outlets they lead to."""
    sentence = text[start:end]
    for link in links:
        for found in words.linked.finditer(sentence):
            first, last = start + found.start, start + found.end
            if link.touches(first, last, text):
                yield Linked(link.outlet, first, last, found.rule.tells == "first", found.rule.tells == "statement")
        credit = words.link_credit.search(text[start : link.start])
        named = outlets.named(text[link.start : link.end])
        alone = named and named.id == link.outlet.id and text[link.end : link.end + 1] in ("", ")", ",", ";", ".")
        if credit and (credit.rule.tells == "by" or alone):
            yield Linked(link.outlet, link.start, link.end)
