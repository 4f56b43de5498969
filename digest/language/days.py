"""The days and months that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from digest.language.calendar import months


class Date(NamedTuple):
    """A day of a month, a month (`day` is 0) or a year (both are), of a year where one is named (else 0)."""

    year: int
    month: int
    day: int

    def agrees(self, other: Date) -> bool:
        """Whether both may be one: the same month and day, and no two years."""
        same = (self.month, self.day) == (other.month, other.day)
        return same and (self.year == other.year or not self.year or not other.year)


class Named(NamedTuple):
    """A date at code points [start, end) of a sentence."""

    date: Date
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Days:
    """How days, months and years are printed in a language, as patterns with the groups `month`, `day` and `year`.

    In `months` no `month` means the month of the article. `years` finds a year without a month, with what stands before it
    ("since"). What opens a sentence and is one of `verbs` is no month.
    """

    code: str
    days: tuple[re.Pattern[str], ...]
    months: re.Pattern[str]
    years: re.Pattern[str]
    verbs: frozenset[str] = frozenset()

    def named(self, text: str, month: str | None = None) -> list[Named]:
        """Return the days and the months without a day of a sentence; `month` is what "this month" means."""
        found: list[Named] = []
        for match in (each for pattern in self.days for each in pattern.finditer(text)):
            if 0 < int(match["day"]) <= 31 and not _overlaps(found, match):
                found.append(self._named(match, match["month"], int(match["day"])))
        return [*found, *self._months(text, month, found)]

    def years_alone(self, text: str) -> Iterator[Named]:
        """Yield the years that a sentence names without a month, each with the word before it."""
        for match in self.years.finditer(text):
            yield Named(Date(int(match["year"]), 0, 0), match.start(), match.end())

    def _months(self, text: str, month: str | None, days: list[Named]) -> Iterator[Named]:
        for match in self.months.finditer(text):
            name = match["month"] or month
            opens = match.start() == 0 and match.group() in self.verbs
            if name and not opens and not _overlaps(days, match):
                yield self._named(match, name, 0)

    def _named(self, match: re.Match[str], month: str, day: int) -> Named:
        date = Date(int(match["year"] or 0), months(self.code)[month.casefold().strip(".")], day)
        return Named(date, match.start(), match.end())


def _overlaps(found: list[Named], match: re.Match[str]) -> bool:
    return any(one.start < match.end() and match.start() < one.end for one in found)
