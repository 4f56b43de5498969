"""What an article is about, as weighted terms: each weight comes from a frozen table of how common words are.

A word weighs nothing where it is among the most common of its language and most where the table does not know it, as it
is with names. Terms are hashed into a fixed number of columns (Weinberger et al., "Feature hashing", 2009), so that two
articles compare the same whatever else is in the digest.
"""

from __future__ import annotations

import math
import re
from datetime import datetime
from functools import cache

import numpy as np
import numpy.typing as npt
import xxhash

from digest.group.weights import SNIPPET
from digest.language import language_of
from digest.language.frequency import frequency, table
from digest.language.nations import COUNTRY
from digest.language.numbers import YEAR_NUMBERS
from digest.language.words import SIGN, Tokenizer, lowered
from digest.model import Article

COLUMNS = 1 << 20
"""Columns that terms are hashed into."""
LEAD_WORDS = 60
"""Words of the text that count as its lead."""
BODY_WORDS = 500
"""Words of the text that count at all: an event is told within them."""
STEPS = 4095
"""Weights are whole numbers of this."""
RARE = 0.2
"""A word that tells less is no rare one."""

_BODY_CHARACTERS = 8 * BODY_WORDS
_COMMON, _UNKNOWN = 2.6, 8.0
_NUMBER, _SHORT_NUMBER = 0.75, 0.55
_TELLS = 120  # characters, a sentence or two
_FORGET = 400_000
_WORDS = Tokenizer(rf"\d[\d.,]*\d|{SIGN}+(?:['’][a-z]{{1,2}}\b)?")


def term_of(word: str, language: str) -> str:
    """Return the term that a lower-case word is: what is left without its ending, where its language says which it has."""
    endings = language_of(language).endings
    return endings.without(word) if endings else word


def rarity(word: str, language: str) -> float:
    """How much a lower-case word tells, in all forms that its ending has: 0 for the most common, 1 for an unknown one."""
    if word[0].isdigit():
        return _SHORT_NUMBER if len(word) < 3 else _NUMBER
    endings = language_of(language).endings
    if endings and endings.forms:
        listed = table(language)
        share = sum(listed.get(form, 0.0) for form in endings.forms(endings.without(word)))
    else:
        share = frequency(word, language)
    return min(1.0, max(0.0, (-math.log10(max(share, 1e-8)) - _COMMON) / (_UNKNOWN - _COMMON)))


def share_of(rarities: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return how often words of these rarities stand in general language, at least: what `rarity` was made of."""
    shares: npt.NDArray[np.float64] = 10.0 ** -(_COMMON + rarities * (_UNKNOWN - _COMMON))
    return shares


class _Words(dict[str, int]):
    """Column and weight of each word of a language, in one number: column * 4096 + weight * 4095."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __missing__(self, word: str) -> int:
        if len(self) >= _FORGET:
            self.clear()
        plain = re.sub(r"['’].*", "", word)
        column = xxhash.xxh32_intdigest(term_of(plain, self.language).encode()) % COLUMNS
        packed = self[word] = column << 12 | round(rarity(plain, self.language) * STEPS)
        return packed


@cache
def known(language: str) -> dict[str, int]:
    """Return the column and the weight of each word of a language, filled as words are looked up; see `_Words`."""
    return _Words(language)


@cache
def years() -> npt.NDArray[np.bool_]:
    """Return of each column whether a year of the last and this century falls into it."""
    found = np.zeros(COLUMNS, np.bool_)
    found[[known("en")[str(year)] >> 12 for year in YEAR_NUMBERS]] = True
    return found


@cache
def _peoples() -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint32]]:
    """The codes of what belongs to a country, sorted, and beside each that of the country."""
    english = known("en")
    pairs = sorted((english[word], english[country]) for word, country in COUNTRY.items())
    return np.array([code for code, _ in pairs], np.uint32), np.array([code for _, code in pairs], np.uint32)


def by_country(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """Return the codes of words with that of Iran in the place of Iranian and Iranians, and so on.

    Two items of one event have so few words that one in three titles lacks the form that the other has; in longer texts
    both stand, and how often each does tells more.
    """
    words_of, countries = _peoples()
    at = np.minimum(np.searchsorted(words_of, codes), len(words_of) - 1)
    return np.where(words_of[at] == codes, countries[at], codes).astype(np.uint32)


def words(text: str, language: str | None = None) -> list[str]:
    """Return the words of a text in lower case."""
    return _WORDS.words(lowered(text, language), language)


def opening(article: Article) -> str:
    """Return as much of an article's text as may hold BODY_WORDS words."""
    return " ".join(article.paragraphs)[:_BODY_CHARACTERS]


def published_at(article: Article) -> datetime | None:
    """Return when an article reported: its publication, as a feed's first fetch brings years of items in one day.

    Only where that is unknown is it when the article was seen; a month alone is no moment that could be compared.
    """
    exact = article.published and article.published.precision != "month"
    return article.published.at if article.published and exact else article.seen


def tells(article: Article) -> bool:
    """Whether title and text say enough to tell one event from another like it; a plain headline does not."""
    return len(article.title) + sum(map(len, article.paragraphs)) >= _TELLS


def is_snippet(article: Article) -> bool:
    """Whether a text has so few words that more is asked before two articles make a story."""
    text = opening(article)
    return len(text) < SNIPPET or (len(text) < 8 * SNIPPET and len(words(text, article.language)) < SNIPPET)


def telling_words(article: Article) -> list[str]:
    """Return the words that tell most of what an article is about, the most telling first, as they stand in it."""
    language = language_of(article.language).code
    found = words(" ".join((article.title, *article.paragraphs))[:_BODY_CHARACTERS], article.language)
    weights = {word: rarity(word, language) for word in found}
    return sorted((word for word in weights if weights[word] >= RARE), key=lambda word: (-weights[word], word))
