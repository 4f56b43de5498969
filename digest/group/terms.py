"""What an article is about, as weighted terms: every weight comes from a frozen table of how common words are."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import wordfreq
import xxhash

from digest.model import Article

LEAD_WORDS = 60
"""Words of the text that count as its lead."""
BODY_WORDS = 500
"""Words of the text that count at all; an event is told before them."""

_WORD = re.compile(r"\d[\d.,:]*\d|[぀-ヿ㐀-鿿가-힯฀-๿]{1,2}|[^\W_]+")
_STEM = re.compile(r"(?:ing|edly|ed|es|s|er|ers)$")


@dataclass(frozen=True, slots=True)
class Vector:
    """Terms (hashed, ascending) and their weights; the weights' squares add up to one, or there are none."""

    terms: npt.NDArray[np.uint32]
    weights: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared of one article."""

    title: Vector
    lead: Vector
    body: Vector


@cache
def _table(language: str) -> dict[str, float]:
    try:
        return wordfreq.get_frequency_dict(language, wordlist="best")
    except LookupError:
        return {}


@cache
def rarity(word: str, language: str) -> float:
    """How much a word tells: 0 for the most common ones, 1 for names and words that the table does not know."""
    if word.isdigit():
        return 0.6 if len(word) < 3 else 0.8
    frequency = _table(language).get(word, 0.0)
    return min(1.0, max(0.0, (-math.log10(max(frequency, 1e-8)) - 2.5) / 4.0))


@cache
def _stem(word: str) -> str:
    return _STEM.sub("", word) if len(word) > 5 else word.removesuffix("s") if len(word) > 3 else word


def profile(article: Article) -> Profile:
    """Return what is compared of an article."""
    title = _words(article.title)
    body = _words(" ".join(article.paragraphs))[:BODY_WORDS]
    language = article.language or "en"
    return Profile(
        title=_vector(title, language),
        lead=_vector([*title, *title, *body[:LEAD_WORDS]], language),
        body=_vector([*title, *title, *body], language),
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _vector(words: list[str], language: str) -> Vector:
    counts: dict[str, float] = {}
    for word in words:
        weight = rarity(word, language)
        if weight > 0:
            stem = _stem(word)
            counts[stem] = counts.get(stem, 0.0) + weight
    hashed = {xxhash.xxh32_intdigest(term.encode()): 0.0 for term in counts}
    for term, weight in counts.items():
        hashed[xxhash.xxh32_intdigest(term.encode())] += math.sqrt(weight)
    terms = np.array(sorted(hashed), np.uint32)
    weights = np.array([hashed[term] for term in sorted(hashed)], np.float32)
    norm = float(np.sqrt((weights * weights).sum()))
    return Vector(terms, weights / np.float32(norm or 1.0))
