"""The fingerprints of a text: hashes of its runs of four words, one in two kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import xxhash

from digest.model import Article

Fingerprints = npt.NDArray[np.uint64]

SIZE = 4
"""Words a shingle has."""
SHORT = 120
"""A text of fewer words keeps all its shingles: half of an excerpt's would be too few to tell."""

_WORD = re.compile(r"[぀-ヿ㐀-鿿가-힯฀-๿]|[^\W_]+")
_MIX = np.uint64(0x9E3779B97F4A7C15)


class _WordHashes(dict[str, int]):
    """Hash of each word, computed once."""

    def __missing__(self, word: str) -> int:
        value = self[word] = xxhash.xxh64_intdigest(word.encode())
        return value


def words(text: str) -> list[str]:
    """The words of a text in lower case; scripts written without spaces count by character."""
    return _WORD.findall(text.lower())


def body(article: Article) -> str:
    """What is compared: the paragraphs, or the title of an article that has none."""
    return " ".join(article.paragraphs) or article.title


def fingerprints(texts: Iterable[str]) -> list[Fingerprints]:
    """Return for each text its distinct fingerprints in ascending order; none where it has fewer than four words.

    A fingerprint is kept when it is even, as every text then keeps the same ones; short texts keep all. So the odd
    ones of a short text only ever meet those of other short texts.
    """
    hashes = _WordHashes()
    return [_fingerprints(list(map(hashes.__getitem__, words(text)))) for text in texts]


def _fingerprints(hashed: list[int]) -> Fingerprints:
    if len(hashed) < SIZE:
        return np.empty(0, np.uint64)
    at = np.array(hashed, np.uint64)
    count = len(hashed) - SIZE + 1
    mixed = at[:count].copy()
    for offset in range(1, SIZE):
        mixed *= _MIX
        mixed ^= at[offset : offset + count]
    mixed *= _MIX
    mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed if len(hashed) < SHORT else mixed[mixed & np.uint64(1) == 0])
