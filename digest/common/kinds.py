"""Kinds of pieces that report no event of their own, or only beside a report, told by their titles and addresses."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from digest.language import Language, language_of
from digest.language.mixed import OPINIONS
from digest.model import Article, Text

_FEWEST = 3
"""Words that a title has beside its label."""

_HEADLINES = 4
"""Headlines in a row that make a title one of a round-up: "Port Shut After Storm, Mayor Of Brae Resigns, …"."""

_LABELLED = re.compile(rf"[\[【(]?(?:{OPINIONS})(?:[\])】]\s*|\s*[|:：]\s*)", re.IGNORECASE)
_APART = re.compile(r"[,;|·] ")
_SECTION = re.compile(r"(?:[^\s|]+ ){1,4}\| ")
_ADDRESSED = re.compile(rf"/(?:{OPINIONS}|commentisfree)/", re.IGNORECASE)


class Kind(IntEnum):
    """What a piece is; ROUNDUP is whatever heads several events, or none (see `is_roundup`)."""

    REPORT = 0
    OPINION = 1
    MARKETS = 2
    ROUNDUP = 3


KIND_NAMES = {
    Kind.REPORT: "a report",
    Kind.OPINION: "an opinion",
    Kind.MARKETS: "a report on a day's trading",
    Kind.ROUNDUP: "a round-up",
}


def kind_of(article: Article) -> Kind:
    """Return what kind of piece an article is."""
    return _kind(article.title, article.language, article.url)


@lru_cache(maxsize=20_000)
def _kind(title: Text, language: str | None, url: str | None) -> Kind:
    if is_roundup(title, language):
        return Kind.ROUNDUP
    if _LABELLED.match(title) or (url and _ADDRESSED.search(url)):
        return Kind.OPINION
    return Kind.MARKETS if _known(language).trading.search(title) else Kind.REPORT


def is_report(article: Article) -> bool:
    """Whether an article reports something, be it a day's trading, rather than give an opinion or list what others do."""
    return kind_of(article) in (Kind.REPORT, Kind.MARKETS)


@lru_cache(maxsize=20_000)
def is_roundup(title: Text, language: str | None = None) -> bool:
    """Whether a title heads a round-up, an outlook, a review, a list, questions or a notice rather than one event."""
    return _lists_headlines(title) or _known(language).roundups.search(title) is not None


def _lists_headlines(title: Text) -> bool:
    """Whether a title is a row of headlines, each with a capital and of three words or more, of which one may have two."""
    parts = _APART.split(title)
    counts = sorted(len(part.split()) for part in parts)
    return len(parts) >= _HEADLINES and counts[0] > 1 and counts[1] > 2 and not any(part[:1].islower() for part in parts)


def _known(language: str | None) -> Language:
    return language_of((language or "").partition("-")[0])


def unlabelled(title: Text) -> str:
    """Return a title without the word for an opinion or the section that stands before it."""
    for label in (_LABELLED, _SECTION):
        found = label.match(title)
        rest = title[found.end() :] if found else ""
        if len(rest.split()) >= _FEWEST or (rest and not rest.isascii()):
            return rest
    return title
