"""How numbers are written in a language: marks of decimals and of thousands, words of magnitude, currencies and shares.

The marks are Babel's; the words are written here, for the languages whose numbers are read at all. What could as well be
read otherwise is not read: "1,200" in a German text, which may be English, or a number that is only a bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from digest.language.calendar import months

_SPACES = " \u00a0\u202f"
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}
_YEARS = range(1900, 2101)


class Amount(NamedTuple):
    """A number at code points [start, end) of a text; `named` is where what it counts begins.

    `unit` is a currency, "%", "points" or the word counted, in lower case.
    """

    start: int
    end: int
    named: int
    value: float
    unit: str
    counted: bool


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """The numbers of a language, with words in lower case; behind those in `bounds` stands no number but a bound.

    What is `uncounted` is no figure: times and ages, and people, of whom a number says nothing without what befell them.
    """

    code: str
    magnitudes: Mapping[str, float]
    currencies: Mapping[str, str]
    shares: Mapping[str, str]
    bounds: str
    ranges: str
    ties: str
    uncounted: frozenset[str]
    groups: str = ""

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """A number with its magnitude and unit, as far as it has them."""
        sizes, money, shares = (_any(words) for words in (self.magnitudes, self.currencies, self.shares))
        number = rf"(?P<whole>\d{{1,3}}(?:[{self._marks[1]}]\d{{3}})+|\d+)(?:[{self._marks[0]}](?P<part>\d+))?"
        return re.compile(
            rf"(?P<bound>\b(?:{self.bounds})\s)?(?P<range>\d\s?(?:{self.ranges})\s?)?(?P<sign>[€$£¥]\s?)?"
            rf"(?<![\w.,/:+-]){number}(?![.,:/]?\d)(?P<size>(?:\s(?:{sizes})(?!\w))+)?(?P<beyond>\s?(?:{self.ranges})\s?\d)?"
            rf"(?P<unit>\s?(?:%|[€$£])(?!\w)|\s(?:{shares})(?!\w)|\s?(?:{self.ties})?(?:{money})(?!\w))?",
            re.IGNORECASE,
        )

    @cached_property
    def _marks(self) -> tuple[str, str]:
        """The mark of decimals, and those of thousands, as classes of a pattern."""
        from babel import Locale  # noqa: PLC0415 - most digests have no such text

        symbols = Locale(self.code).number_symbols["latn"]
        return re.escape(symbols["decimal"]), "".join(map(re.escape, {symbols["group"], *self.groups, *_SPACES}))

    def value(self, printed: str) -> float | None:
        """Return the value of digits with marks; None where they could be read in two ways."""
        found = self._pattern.fullmatch(printed)
        return _value(found) if found and not (found["size"] or found["unit"] or found["sign"]) else None

    def amounts(self, text: str) -> Iterator[Amount]:
        """Yield the amounts of a sentence: money, shares, and counts of things; no years, bounds, ranges, times and ages."""
        for found in self._pattern.finditer(text):
            value = _value(found)
            if value is None or found["bound"] or found["range"] or found["beyond"]:
                continue
            for word in (found["size"] or "").casefold().split():
                value *= self.magnitudes[word]
            unit = (found["unit"] or found["sign"] or "").strip().casefold()
            if unit:
                yield Amount(found.start(), found.end(), found.end(), value, self._unit(unit), counted=False)
            elif (word := _NEXT.match(text, found.end())) and self._counts(found, value, word[1]):
                yield Amount(found.start(), word.end(), found.end(), value, word[1].casefold(), counted=True)

    def _unit(self, printed: str) -> str:
        if printed == "%":
            return "%"
        last = re.sub(rf"\A(?:{self.ties})", "", printed)
        return self.shares.get(printed) or _SIGNS.get(printed) or self.currencies[last]

    def _counts(self, found: re.Match[str], value: float, word: str) -> bool:
        """Whether a word after a number is what is counted."""
        bare = found["whole"].isdigit() and not (found["part"] or found["size"])
        year = bare and value in _YEARS
        folded = word.casefold()
        return value >= 2 and not year and len(word) > 2 and folded not in self.uncounted and folded not in months(self.code)


_NEXT = re.compile(r"\s(?:de\s|d['’])?([^\W\d_]{2,})(?![\w-])")


def _any(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _value(found: re.Match[str]) -> float | None:
    whole, part = re.sub(r"\D", "", found["whole"]), found["part"]
    if part and len(part) == 3 and found["whole"].isdigit():
        return None  # thousands, to who prints numbers as in English
    return float(f"{whole}.{part}" if part else whole)


def units(**words: str) -> dict[str, str]:
    """Return for each word of a line, parted by "|", the name of that line."""
    return {word: key for key, line in words.items() for word in line.split("|")}


_SIZES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


def words(line: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(line.split())


def sizes(**words: str) -> dict[str, float]:
    """Return the size of each word of magnitude, as `units`."""
    return {word: _SIZES[key] for word, key in units(**words).items()}
