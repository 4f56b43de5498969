"""The words of a text, in any script.

What a word looks like where spaces part words is each caller's pattern; here it is made to hold for all scripts: marks are
parts of words, and a run of letters that its script writes without spaces is segmented. Chinese, Japanese and Korean runs
are segmented into the words of wordfreq's list that are together most probable (Korean ones so that particles come off),
Thai by budoux, and where there is neither (Lao, Khmer, Burmese) into overlapping pairs of letters.
"""

from __future__ import annotations

import gzip
import math
import pkgutil
import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import Any

import wordfreq

from digest.language.frequency import table
from digest.language.scripts import (
    BURMESE,
    HAN,
    HANGUL,
    KANA,
    KHMER,
    LAO,
    THAI,
    UNSPACED,
    clusters,
    combining_marks,
    is_plain,
)

Span = tuple[int, int]
"""Code points [start, end)."""

LETTER = r"[^\W\d_]"
"""In a pattern: a letter."""
SIGN = r"[^\W_]"
"""In a pattern: a letter or a digit."""

_SEGMENTED = re.compile(f"[{UNSPACED}{HANGUL}]")
_KANA = re.compile(f"[{KANA}]")
_LONGEST = 12
"""Code points of the longest word of a list that is looked for."""
_UNKNOWN = -math.log(1e-10)
"""What a code point costs that no word of the list has."""
_FUNCTION = 1e-3
"""How common a word of one character is that stands for itself; rarer ones beside each other are one word."""


class Tokenizer:
    """Finds the words that a pattern describes; LETTER and SIGN in it stand for what they say in every script."""

    def __init__(self, pattern: str) -> None:
        """Compile the pattern for text that is spaced and has no marks; the rest is compiled when such text comes."""
        self._pattern, self._plain = pattern, re.compile(pattern)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        pattern = self._pattern
        for plain in (LETTER, SIGN):
            pattern = pattern.replace(plain, f"(?:{plain}|[{combining_marks()}])")
        return re.compile(pattern)

    def words(self, text: str, language: str | None = None) -> list[str]:
        """Return the words in order; those of scripts without spaces may overlap."""
        if is_plain(text):
            return self._plain.findall(text)
        return [text[start:end] for start, end in self._spans(text, language)]

    def spans(self, text: str, language: str | None = None) -> list[Span]:
        """Return where the words stand, in order."""
        if is_plain(text):
            return [found.span() for found in self._plain.finditer(text)]
        return list(self._spans(text, language))

    def tokens(self, text: str, language: str | None = None) -> list[tuple[str, int, int]]:
        """Return the words in order, each with where it stands."""
        if is_plain(text):
            return [(found.group(), *found.span()) for found in self._plain.finditer(text)]
        return [(text[start:end], start, end) for start, end in self._spans(text, language)]

    def _spans(self, text: str, language: str | None) -> Iterator[Span]:
        east = language if language in ("ja", "zh") else "ja" if _KANA.search(text) else "zh"
        for found in self._any.finditer(text):
            start, end = found.span()
            if _SEGMENTED.search(text, start, end):
                yield from ((start + first, start + last) for first, last in segments(found.group(), east))
            else:
                yield start, end


def lowered(text: str, language: str | None = None) -> str:
    """Return a text in lower case as its language has it: the Turkish I has no dot, and İ is an i everywhere."""
    if language in ("tr", "az"):
        text = text.replace("I", "ı")
    return text.replace("İ", "i").lower()


_RUNS = re.compile(
    f"(?P<east>[{HAN}{KANA}]+)|(?P<ko>[{HANGUL}]+)|(?P<th>[{THAI}]+)|(?P<pairs>[{LAO}]+|[{KHMER}]+|[{BURMESE}]+)|"
    f"(?P<other>[^{UNSPACED}{HANGUL}]+)"
)


@lru_cache(maxsize=20_000)
def segments(run: str, east: str) -> tuple[Span, ...]:
    """Return the words of a run of letters; `east` says whether Han characters are read as Japanese or as Chinese."""
    found: list[Span] = []
    for part in _RUNS.finditer(run):
        start, kind = part.start(), part.lastgroup
        if kind == "other":
            if found and part.group().startswith(("'", "’")):  # as in "嵐's": an ending, no word by itself
                found[-1] = (found[-1][0], part.end())
            else:
                found.append(part.span())
            continue
        if kind == "th":
            lengths = [len(word) for word in _thai().parse(part.group())]
        elif kind == "pairs":
            found += ((start + first, start + last) for first, last in _pairs(part.group()))
            continue
        else:
            lengths = _word_lengths(part.group(), "ko" if kind == "ko" else east)
        for length in lengths:
            found.append((start, start + length))
            start += length
    return tuple(found)


@cache
def _thai() -> Any:
    from budoux import load_default_thai_parser  # noqa: PLC0415 - a model that few digests need

    return load_default_thai_parser()


def _pairs(run: str) -> Iterator[Span]:
    """Overlapping pairs of letters, for scripts that nothing segments."""
    ends = [0]
    for cluster in clusters(run):
        ends.append(ends[-1] + len(cluster))
    if len(ends) < 4:
        yield 0, len(run)
        return
    yield from zip(ends, ends[2:], strict=False)


def _word_lengths(run: str, language: str) -> list[int]:
    """The lengths, in code points and in order, of the words that a run of one script is most probably made of.

    They add up to the length of the run. The words are those of the language's list, of at most `_LONGEST` code points, and
    characters that it lacks, at a cost (`_UNKNOWN`; Viterbi over single words). Words of one character beside each other
    that are no common ones (`_FUNCTION`) are joined: they are a name, as a rule. Chinese is looked up simplified.
    """
    shares, count = table(language), len(run)
    looked_up = _simplified(run) if language == "zh" else run
    costs, backs = [0.0] + [math.inf] * count, [0] * (count + 1)
    for start in range(count):
        for end in range(start + 1, min(start + _LONGEST, count) + 1):
            share = shares.get(looked_up[start:end])
            cost = costs[start] + (-math.log(share) if share else _UNKNOWN)
            if cost < costs[end] and (share or end == start + 1):
                costs[end], backs[end] = cost, start
    ends = [count]
    while ends[-1]:
        ends.append(backs[ends[-1]])
    ends.reverse()
    lengths: list[int] = []
    after_rare = False
    for start, end in pairwise(ends):
        rare = end - start == 1 and shares.get(looked_up[start:end], 0.0) < _FUNCTION
        if rare and after_rare:
            lengths[-1] += 1
        else:
            lengths.append(end - start)
        after_rare = rare
    return lengths


def _simplified(run: str) -> str:
    """A run of Chinese in simplified characters, which the list is in."""
    return run.translate(_simplified_characters())


@cache
def _simplified_characters() -> dict[int, str]:
    """Wordfreq's own map, which its module for Chinese only gives to who has jieba installed."""
    packed = pkgutil.get_data("wordfreq", "data/_chinese_mapping.msgpack.gz") or b""
    return dict(wordfreq.msgpack.unpackb(gzip.decompress(packed), strict_map_key=False))  # type: ignore[attr-defined]
