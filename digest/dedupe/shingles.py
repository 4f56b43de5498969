"""The fingerprints of a text: hashes of its runs of four words, one in two kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import xxhash

SIZE = 4
"""Words a shingle has."""
SHORT = 120
"""A text of fewer words keeps all its shingles: half of an excerpt's would be too few to tell."""
FEWEST = 20
"""A text of fewer words has no fingerprints: a headline is a copy only where it is the same."""

_SPACELESS = re.compile(r"[぀-ヿ㐀-鿿가-힯฀-๿]")
_WORD = re.compile(r"[^\W_]+")
_CHARACTER_OR_WORD = re.compile(rf"{_SPACELESS.pattern}|{_WORD.pattern}")
_MIX = np.uint64(0x9E3779B97F4A7C15)
_FORGET = 400_000


class Prints(NamedTuple):
    """The distinct fingerprints of a text in ascending order, and whether it keeps one in two only."""

    kept: npt.NDArray[np.int64]
    halved: bool

    @property
    def even(self) -> int:
        """How many of them a longer text would keep too."""
        return len(self.kept) if self.halved else int((self.kept & 1 == 0).sum())


class _WordHashes(dict[str, int]):
    """Hash of each word, computed once."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _FORGET:
            self.clear()
        value = self[word] = xxhash.xxh64_intdigest(word.encode("utf-8", "surrogatepass"))
        return value


def words(text: str) -> list[str]:
    """The words of a text in lower case; scripts written without spaces count by character."""
    return (_CHARACTER_OR_WORD if _SPACELESS.search(text) else _WORD).findall(text.lower())


def fingerprints(texts: Iterable[str]) -> list[Prints]:
    """Return the fingerprints of each text.

    The even half is kept, so that every text keeps the same ones. A short text keeps all; its odd ones meet nothing but
    those of other short texts.
    """
    hashes = _WordHashes()
    return [_fingerprints([hashes[word] for word in words(text)]) for text in texts]


def _fingerprints(hashed: list[int]) -> Prints:
    if len(hashed) < FEWEST:
        return Prints(np.empty(0, np.int64), halved=False)
    at = np.array(hashed, np.uint64)
    count = len(hashed) - SIZE + 1
    mixed = at[:count].copy()
    for offset in range(1, SIZE):
        mixed *= _MIX
        mixed ^= at[offset : offset + count]
    mixed *= _MIX
    mixed ^= mixed >> np.uint64(29)
    halved = len(hashed) >= SHORT
    return Prints(np.unique(mixed[mixed & np.uint64(1) == 0] if halved else mixed).view(np.int64), halved=halved)
