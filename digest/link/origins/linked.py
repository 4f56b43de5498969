"""Attributions that a link makes: "reportedly" or "a report" names the outlet to whose piece it leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from digest.link.outlets import Outlet, Outlets
from digest.model import Article, Url

_KIND = (
    r"(?:(?:(?i:recent|new|earlier|separate|exclusive|initial|local|foreign|multiple|several|numerous|some|other|various)|\w+day|"
    r"[A-Z][a-z]+(?:ish|an|ese|eli|ch|i)) ){0,3}"
)
_ATTRIBUTES = re.compile(
    r"\b(?:(?P<first>(?<!\bthe )(?<!\bits )(?<!\ba )first reported)|(?:as|it (?:was|is|has been)) (?:\w+ly |also )?reported)"
    r"(?= (?:that|here|on \w+day|\w+day|earlier|late|last|this)\b| ?(?:[.,;:)—–]|\Z))|"
    r"\b[Rr]eportedly\b|\breported to (?:be|have)\b|"
    r"(?:\b(?:[Nn]ews|[Mm]edia|[Pp]ress|[Nn]ewspaper|[Pp]ublished) (?:reports?|accounts?)|"
    r"(?:\A|(?<=[.;:(—–] )|(?<=\()|\b(?:[Aa]ccording to|citing|after|following|amid|despite|per|confirmed|denied) )"
    rf"{_KIND}[Rr]eports|\b(?:[Aa]ccording to|citing|per) (?:an?|one) {_KIND}(?:report|story|article|scoop|account)"
    r")\b(?!['’](?! )|(?: \w+ed(?: \w+){0,2})? (?:of|by|from|to|for|in|into|about|card)\b| on (?!\w+day\b))|"
    r"\bthe (?:newspaper|magazine|outlet|publication|broadcaster|tabloid|news (?:agency|site|outlet|organi[sz]ation)) "
    r"(?:\w+ly |also |had |has )?(?:reported|reports|said|says|wrote|writes|revealed)\b|"
    r"(?P<told>\b(?:[Ii]n|during|gave) an? (?:\w+ ){0,2}interview\b(?! (?:with|to|for|by)\b| on (?!\w+day\b))|"
    r"\b(?:told|tells|telling|spoke to|speaking to) the (?:newspaper|paper|magazine|outlet|site|website|broadcaster|network|"
    r"station|publication|news agency)\b)"
)
_CREDIT = re.compile(r"(?:\A|[(.;—–-] ?)(?P<by>(?:[Vv]ia|VIA|[Ss]ources?|[Hh]/[Tt]|[Hh]at tip)(?: to)?:? ?)?\Z")
_DAY = re.compile(r"(?<!\d)(20\d\d)([/-]?)([01]\d)\2([0-3]\d)(?!\d)")
_LATELY = timedelta(days=7)
"""How much older than the article a piece may be that it has its news from."""


class Linked(NamedTuple):
    """Code points [start, end) of a paragraph that attribute to the outlet to whose piece they link."""

    outlet: Outlet
    start: int
    end: int
    first: bool = False
    told: bool = False


class Anchor(NamedTuple):
    """Linked words, and the outlet to whose piece of these days they lead."""

    start: int
    end: int
    outlet: Outlet

    def touches(self, start: int, end: int, text: str) -> bool:
        """Whether text[start:end] has some of the linked words or stands directly before them."""
        return start < self.end and (end > self.start or not text[end : self.start].strip())


def anchors(article: Article, outlets: Outlets, own: Iterable[Outlet]) -> dict[int, list[Anchor]]:
    """Return the links of each paragraph that lead to what others than `own` printed, and not long before the article."""
    ids = {outlet.id for outlet in own}
    home = urlsplit(article.url).hostname if article.url else None
    found: dict[int, list[Anchor]] = {}
    for paragraph, start, end, url in article.links:
        outlet = outlets.at(url) if urlsplit(url).hostname != home else None
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


def linked(text: str, start: int, end: int, links: Iterable[Anchor], outlets: Outlets) -> Iterator[Linked]:
    """Return what the links of the sentence text[start:end] attribute, to outlets that nothing else there names."""
    sentence = text[:end]
    inside = [link for link in links if start <= link.start < link.end <= end]
    names = outlets.within(sentence, start, end) if inside else []
    for link in inside:
        if any(name.id == link.outlet.id and not (link.start <= at < link.end) for name, at, _ in names):
            continue
        for match in _ATTRIBUTES.finditer(sentence[start:]):
            first, last = start + match.start(), start + match.end()
            if link.touches(first, last, text):
                yield Linked(link.outlet, first, last, bool(match["first"]), bool(match["told"]))
        credit = _CREDIT.search(sentence[start : link.start])
        named = outlets.named(sentence[link.start : link.end])
        alone = named and named.id == link.outlet.id and text[link.end : link.end + 1] in ("", ")", ",", ";", ".")
        if credit and (credit["by"] or alone):
            yield Linked(link.outlet, link.start, link.end)
