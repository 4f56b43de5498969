"""Notices that one publisher writes in the same set words: earthquakes, releases, filings, prices, weather.

Two of them share most of what they say and yet tell of different matters; what differs is figures, names and the words that
a title has in the place of another's. The set words are learnt from the two texts themselves, so that no list of kinds or
phrases of a language is needed. What announces a version is known by its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from digest.common.hosts import name_key
from digest.language import language_of
from digest.language.calendar import months, weekdays
from digest.language.words import SIGN, Tokenizer, lowered
from digest.model import Article, Text

READ_CHARACTERS = 20_000
"""Characters of a text that are looked at."""
SET = 0.6
"""Of the words of a notice, the share that another of its kind has."""
LEAST_SET_WORDS = 8
"""Fewer words that two texts share are no set words."""
NOTICE_SHARE = 0.5
"""Of the words that one text has and the other lacks, more than this share are figures and names, in a notice."""

_WORDS = Tokenizer(rf"\d[\d.,:]*\d|{SIGN}+")
_VERSION = re.compile(
    r"(?<![\w.])(?!\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)(?:v\.?\s?)?(\d+(?:\.\d+){2,})(?![\w]*[,:]\d)"
    r"|\b(?:v|version\s|release\s)(\d+(?:\.\d+)*)\b",
    re.IGNORECASE,
)
_ANNOUNCED = frozenset(
    ("release", "released", "releases", "version", "notes", "changelog", "is", "out", "available", "now", "stable")
)
_INSIDE = re.compile(r"(?<=[\w,;(] )[^\W\d_]\w*")  # a word that no sentence begins with


@dataclass(frozen=True, slots=True)
class _Said:
    """Words of a title, those of it with a capital, of its text and of both, in lower case; which are figures and names."""

    title: frozenset[str]
    capital: frozenset[str]
    text: frozenset[str]
    both: frozenset[str]
    telling: frozenset[str]
    dated: frozenset[str]  # days and months: when a notice is of, which an update of it changes too


def same_publisher(one: Article, other: Article) -> bool:
    """Whether two articles are of one publisher that is known."""
    if one.source and other.source:
        return one.source == other.source
    first, second = (name_key(article.publisher or "") for article in (one, other))
    return bool(first) and first == second


def in_set_words(one: Article, other: Article) -> bool:
    """Whether two texts share most of the words of the shorter one, and enough of them to be set words."""
    first, second = (_said(it.title, it.paragraphs, it.language) for it in (one, other))
    shared, shorter = len(first.text & second.text), min(len(first.text), len(second.text))
    return shared >= LEAST_SET_WORDS and shared > SET * shorter


def differing(one: Article, other: Article) -> Literal["figures", "names"] | None:
    """Return what two notices differ in, each having what the other lacks; None where they are no notices of two matters.

    That is figures, names or what stands in one place of two titles alone, or what two titles say of which their texts say
    nothing, or the titles' figures.
    """
    first, second = (_said(it.title, it.paragraphs, it.language) for it in (one, other))
    mine, others = first.both - second.both, second.both - first.both
    if first.text == second.text:
        slots = [(mine, first.title - second.title), (others, second.title - first.title)]
    else:
        telling = first.telling | second.telling | _slots(first, second)
        slots = [(mine & telling, mine), (others & telling, others)]
    if all(len(telling) > NOTICE_SHARE * len(whole) for telling, whole in slots):
        figures = [_figures(telling) | said.dated for said, (telling, _) in zip((first, second), slots, strict=True)]
        named = all(telling - known for (telling, _), known in zip(slots, figures, strict=True))
        named = named or _titles_name(first, second)
        return "names" if named else "figures"
    return "figures" if _figures(mine & first.title) and _figures(others & second.title) else None


def _slots(first: _Said, second: _Said) -> frozenset[str]:
    """The words that two titles have in each other's place, where each stands in its own text and not in the other.

    "Recall of prams" and "recall of lamps" are of two matters; a headline in other words than its text is an update's. Where
    the titles are not alike, nothing else but figures and names may differ.
    """
    mine = (first.title & first.text) - second.both
    others = (second.title & second.text) - first.both
    shared, shorter = len(first.title & second.title), min(len(first.title), len(second.title))
    known = mine | others | first.telling | second.telling
    alike = shared >= NOTICE_SHARE * shorter or first.both ^ second.both <= known
    return mine | others if mine and others and alike else frozenset()


def versions(article: Article) -> frozenset[str]:
    """Return the versions that the title of an article announces: "2.4.1", "v3" or what follows its publisher's name."""
    return _versions(article.title, article.publisher or article.source or "")


@lru_cache(maxsize=4096)
def _versions(title: str, publisher: str) -> frozenset[str]:
    found = {first or second for first, second in _VERSION.findall(title)}
    if publisher:
        found |= set(re.findall(rf"\b{re.escape(publisher)}\s+v?(\d+(?:\.\d+)+)\b", title, re.IGNORECASE))
    return frozenset(found)


def two_releases(one: Article, other: Article) -> bool:
    """Whether two titles announce versions of which none is the other's, or plain ones of two publishers' own projects."""
    first, second = versions(one), versions(other)
    if not first or not second:
        return False
    return not first & second or (not same_publisher(one, other) and _is_plain(one) and _is_plain(other))


def _is_plain(article: Article) -> bool:
    """Whether a title says no more than that a version of its own publisher's project is there."""
    own = _words(article.publisher or "") | _words((article.source or "").replace("-", " "))
    return bool(own) and all(word in own or word in _ANNOUNCED or re.match(r"v?\d", word) for word in _words(article.title))


def _titles_name(first: _Said, second: _Said) -> bool:
    """Whether two titles that share about half of their words each have a name that the other title and the texts lack."""
    shared = first.title & second.title
    known = shared | first.text | second.text
    alike = len(shared) >= NOTICE_SHARE * min(len(first.title), len(second.title))
    return alike and bool(first.capital - known) and bool(second.capital - known)


@lru_cache(maxsize=4096)
def _said(title: Text, paragraphs: tuple[Text, ...], language: str | None) -> _Said:
    body = "\n".join(paragraphs)[:READ_CHARACTERS]
    headed, text = _words(title), _words(body)
    names = {found[0].lower() for found in _INSIDE.finditer(body) if found[0][0].isupper()}
    names |= headed & _capital(body)  # what begins a sentence or is without capitals: a name where the title has it too
    in_title, both = _capital(title), headed | text
    code = language_of(language).code
    known = both & (weekdays(code).keys() | months(code).keys())
    return _Said(headed, in_title - _figures(in_title) - known, text, both, frozenset(names) | _figures(both), known)


def _capital(text: str) -> frozenset[str]:
    """The words, in lower case, that have a capital or are of a script without them."""
    return frozenset(word.lower() for word in _WORDS.words(text) if word[0].isupper() or word.lower() == word.upper())


def _figures(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORDS.words(lowered(text)))
