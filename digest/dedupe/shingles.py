"""The fingerprints of a text: hashes of its runs of four words, one in two kept."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Annotated

import numpy as np
import numpy.typing as npt
import xxhash

from digest.common.memo import Stored
from digest.language.words import SIGN, Tokenizer, lowered

SIZE = 4
"""Words a shingle has."""
KEPT_WHOLE = 120
"""A text of fewer words keeps all its shingles: half of an excerpt's would be too few to tell."""
LEAST_WORDS = 20
"""A text of fewer words has no fingerprints: a headline is a copy only where it is the same."""

_WORDS = Tokenizer(rf"{SIGN}+")
_MIX = np.uint64(0x9E3779B97F4A7C15)
_FORGET = 400_000
_AT_ONCE = 500  # texts; their words and hashes are in memory together

Integers = Annotated[npt.NDArray[np.int64], Stored("<i8")]
Truths = Annotated[npt.NDArray[np.bool_], Stored("?")]


@dataclass(frozen=True, slots=True)
class Prints:
    """The fingerprints of some texts, one text after another: the distinct ones of each, sorted (`kept`).

    Of each text, `counts` says how many it keeps, `even` how many of them a longer text would keep too, and `halved` that it
    keeps no others. ValueError where these do not add up.
    """

    kept: Integers
    counts: Integers
    even: Integers
    halved: Truths

    def __post_init__(self) -> None:
        if not len(self.counts) == len(self.even) == len(self.halved) or self.counts.sum() != len(self.kept):
            raise ValueError("do not add up")

    @property
    def texts(self) -> Integers:
        """The number of the text that each fingerprint is of."""
        return np.repeat(np.arange(len(self.counts)), self.counts)


class _WordHashes(dict[str, int]):
    """Hash of each word, computed once."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _FORGET:
            self.clear()
        value = self[word] = xxhash.xxh64_intdigest(word.encode("utf-8", "surrogatepass"))
        return value


_HASHES = _WordHashes()


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _WORDS.words(lowered(text))


def fingerprints(texts: Sequence[str]) -> Prints:
    """Return the fingerprints of the texts, numbered from 0.

    The even half is kept, so that every text keeps the same ones. A short text keeps all; its odd ones meet nothing but
    those of other short texts.
    """
    return joined([_fingerprints_of_batch(texts[start : start + _AT_ONCE]) for start in range(0, len(texts), _AT_ONCE)])


def joined(prints: Sequence[Prints]) -> Prints:
    """Return the fingerprints of all these texts, numbered on."""
    none = np.empty(0, np.int64)
    every = [Prints(none, none, none, none > 0), *prints]
    return Prints(*(np.concatenate([getattr(each, field.name) for each in every]) for field in fields(Prints)))


def _fingerprints_of_batch(texts: Sequence[str]) -> Prints:
    """Return the fingerprints of some texts, at most `_AT_ONCE` of them; they are numbered from 0 in their order.

    A fingerprint is the 64-bit hash of `SIZE` words in a row, as a signed number. A text of fewer than `LEAST_WORDS` words
    has none, one of fewer than `KEPT_WHOLE` all of its own, a longer one those that are even numbers: so of what two texts
    share both keep the same.
    """
    flat: list[int] = []
    ends = [0]
    for text in texts:
        flat += map(_HASHES.__getitem__, words(text))
        ends.append(len(flat))
    hashed, lengths = np.frombuffer(array("Q", flat), np.uint64), np.diff(ends)
    halved = lengths >= KEPT_WHOLE
    count = max(0, len(hashed) - SIZE + 1)
    mixed = hashed[:count].copy()
    for offset in range(1, SIZE):
        mixed *= _MIX
        mixed ^= hashed[offset : offset + count]
    mixed *= _MIX
    mixed ^= mixed >> np.uint64(29)
    number = np.repeat(np.arange(len(texts)), lengths)
    inside = number[:count] == number[len(number) - count :]
    keep = inside & np.repeat(lengths >= LEAST_WORDS, lengths)[:count]
    keep &= (mixed & np.uint64(1) == 0) | ~np.repeat(halved, lengths)[:count]
    number, kept = number[:count][keep], mixed[keep].view(np.int64)
    for start, end in pairwise(np.searchsorted(number, np.arange(len(texts) + 1)).tolist()):
        kept[start:end].sort()
    once = np.append(True, (kept[1:] != kept[:-1]) | (number[1:] != number[:-1]))[: len(kept)]
    number, kept = number[once], kept[once]
    even = np.bincount(number[kept & 1 == 0], minlength=len(texts))
    return Prints(kept, np.bincount(number, minlength=len(texts)), even, halved)
