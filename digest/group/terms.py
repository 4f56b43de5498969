"""What an article is about, as weighted terms: each weight comes from a frozen table of how common words are.

A word weighs nothing where it is among the most common of its language and most where the table does not know it, as it
is with names. Terms are hashed into a fixed number of columns (Weinberger et al., "Feature hashing", 2009), so that two
articles compare the same whatever else is in the digest.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import wordfreq
import xxhash

from digest.model import Article

Columns = npt.NDArray[np.int32]
Weights = npt.NDArray[np.float32]

COLUMNS = 1 << 20
"""Columns that terms are hashed into."""
LEAD_WORDS = 60
"""Words of the text that count as its lead."""
BODY_WORDS = 500
"""Words of the text that count at all: an event is told within them."""

_BODY_CHARACTERS = 8 * BODY_WORDS
_COMMON, _UNKNOWN = 2.6, 8.0
_LEAST = 0.06  # a text's words that tell less are left out; a title's are few enough to keep
_RARE = 0.2
_NUMBER, _SHORT_NUMBER = 0.75, 0.55
_STEPS = 4095
_TELLS = 120  # characters, a sentence or two
_FORGET = 400_000
_WORD = re.compile(r"\d[\d.,]*\d|[぀-ヿ㐀-鿿가-힯฀-๿]|[^\W_]+(?:['’][a-z]{1,2}\b)?")
_ENDING = re.compile(r"(?:ingly|edly|ing|ers|er|ed|es|ly|s|e)$")
_ENDINGS = ("", "s", "es", "e", "ed", "ing", "er", "ers", "ly")
_MIX = np.uint32(0x9E3779B1)


class Vector(NamedTuple):
    """Columns and weights of an article's terms; a column may stand twice where two terms fell into it."""

    columns: Columns
    weights: Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is compared of one article. All vectors have length one but `title`, whose weights add up to one.

    `rare` are the rare words of `body`, which are mostly names, and its numbers. `words` counts the text's words up to
    BODY_WORDS; `day` is when it was published, in days since 1970, NaN where unknown.
    """

    title: Vector
    lead: Vector
    body: Vector
    rare: Vector
    pairs: Vector
    letters: Vector
    words: int
    day: float
    language: str | None


@cache
def _table(language: str) -> dict[str, float]:
    try:
        return wordfreq.get_frequency_dict(language, wordlist="best")
    except LookupError:
        return {}


def stem(word: str) -> str:
    """Return an English word in lower case without its ending, roughly: delays, delayed and delaying meet."""
    if len(word) < 4 or not word.isascii():
        return word
    if len(word) < 6:
        return word[:-1] if (word[-1] == "s" and word[-2] != "s") or word[-1] == "e" else word
    cut = _ENDING.sub("", word)
    if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "ls":
        cut = cut[:-1]
    return f"{cut[:-1]}y" if cut.endswith("i") else cut


def _forms(stem: str) -> list[str]:
    """The words that `stem` may have been made from; families, movies and Israeli also gave it its y."""
    stems = [stem, f"{stem[:-1]}i"] if stem.endswith("y") else [stem]
    return [each + ending for each in stems for ending in _ENDINGS]


def rarity(word: str, language: str) -> float:
    """How much a stem (English) or word (else) tells: 0 for the most common, 1 for those no table knows."""
    if word[0].isdigit():
        return _SHORT_NUMBER if len(word) < 3 else _NUMBER
    table = _table(language)
    frequency = sum(table.get(form, 0.0) for form in (_forms(word) if language == "en" else [word]))
    return min(1.0, max(0.0, (-math.log10(max(frequency, 1e-8)) - _COMMON) / (_UNKNOWN - _COMMON)))


class _Words(dict[str, int]):
    """Column and weight of each word of a language, in one number: column * 4096 + weight * 4095."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __missing__(self, word: str) -> int:
        if len(self) >= _FORGET:
            self.clear()
        term = re.sub(r"['’].*", "", word)
        if self.language == "en":
            term = stem(term)
        column = xxhash.xxh32_intdigest(term.encode()) % COLUMNS
        packed = self[word] = column << 12 | round(rarity(term, self.language) * _STEPS)
        return packed


@cache
def _words(language: str) -> _Words:
    return _Words(language)


def happened(article: Article) -> datetime | None:
    """Return when an article reported: its publication, as a feed's first fetch brings years of items in one day.

    Only where that is unknown is it when the article was seen; a month alone is no moment that could be compared.
    """
    exact = article.published and article.published.precision != "month"
    return article.published.at if article.published and exact else article.seen


def profile(article: Article) -> Profile:
    """Return what is compared of an article; its copies do not count."""
    known = _words(article.language or "en")
    title = _telling(known, article.title)
    text = " ".join(article.paragraphs)[:_BODY_CHARACTERS]
    found = _WORD.findall(text.lower())[:BODY_WORDS]
    body = np.array([known[word] for word in found], np.uint32)
    lead, body = (each[(each & _STEPS) >= _LEAST * _STEPS] for each in (body[:LEAD_WORDS], body))
    lead = np.concatenate([title, lead])
    columns, weights, counts = _counted(np.concatenate([title, title, body]))
    frequent, rare = np.sqrt(counts), weights > _RARE
    return Profile(
        title=_title(title),
        lead=_unit(*_weighted(np.concatenate([title, lead]))),
        body=_unit(columns, weights * frequent),
        rare=_unit(columns[rare], weights[rare] ** 2.5 * frequent[rare]),
        pairs=_pairs(lead),
        letters=_letters(article.title),
        words=len(found),
        day=at.timestamp() / 86400 if (at := happened(article)) else math.nan,
        language=article.language,
    )


def tells(article: Article) -> bool:
    """Whether title and text say enough to tell one event from another like it; a plain headline does not."""
    return len(article.title) + sum(map(len, article.paragraphs)) >= _TELLS


def telling(article: Article) -> list[str]:
    """Return the words that tell most of what an article is about, the most telling first, as they stand in it."""
    language = article.language or "en"
    found = _WORD.findall(" ".join((article.title, *article.paragraphs))[:_BODY_CHARACTERS].lower())
    weights = {word: rarity(stem(word) if language == "en" else word, language) for word in found}
    return sorted((word for word in weights if weights[word] >= _RARE), key=lambda word: (-weights[word], word))


def _telling(known: _Words, text: str) -> npt.NDArray[np.uint32]:
    packed = np.array([known[word] for word in _WORD.findall(text.lower())], np.uint32)
    return packed[(packed & _STEPS) > 0]


def _counted(packed: npt.NDArray[np.uint32]) -> tuple[Columns, Weights, Weights]:
    distinct, counts = np.unique(packed, return_counts=True)
    weights = (distinct & _STEPS).astype(np.float32) / np.float32(_STEPS)
    return (distinct >> 12).astype(np.int32), weights, counts.astype(np.float32)


def _weighted(packed: npt.NDArray[np.uint32]) -> tuple[Columns, Weights]:
    columns, weights, counts = _counted(packed)
    return columns, weights * np.sqrt(counts)


def _unit(columns: Columns, weights: Weights) -> Vector:
    norm = np.sqrt(np.dot(weights, weights))
    return Vector(columns, weights / norm if norm > 0 else weights)


def _title(packed: npt.NDArray[np.uint32]) -> Vector:
    columns, weights = _weighted(packed)
    return Vector(columns, weights / max(float(weights.sum()), 1e-9))


def _pairs(packed: npt.NDArray[np.uint32]) -> Vector:
    """Neighbouring words, each pair with the sum of the two weights."""
    columns, weights = packed >> 12, packed & _STEPS
    both = (columns[:-1] * _MIX ^ columns[1:] * np.uint32(0x85EBCA6B)) >> np.uint32(12)
    half = (weights[:-1] + weights[1:]) >> np.uint32(1)
    once = np.unique(both << np.uint32(12) | half)
    return _unit((once >> 12).astype(np.int32), (once & _STEPS).astype(np.float32))


def _letters(title: str) -> Vector:
    """Runs of four characters of the title, which see through endings and compounds."""
    plain = f" {' '.join(_WORD.findall(title.lower()))} "
    codes = np.frombuffer(plain.encode("utf-32-le"), np.uint32)
    mixed = codes[:-3].copy()
    for offset in (1, 2, 3):
        mixed = (mixed * _MIX) ^ codes[offset : len(codes) - 3 + offset]
    columns, counts = np.unique((mixed * _MIX) >> np.uint32(12), return_counts=True)
    return _unit(columns.astype(np.int32), counts.astype(np.float32))
