"""What a sentence announces for a day: by that day's end it is over, or was called off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from digest.language.calendar import months, weekdays
from digest.language.profile import Language

_WEEK = 7
_HALF_A_YEAR = 183


class Planned(NamedTuple):
    """What code points [start, end) of a sentence announce for a day."""

    start: int
    end: int
    day: date


def planned(text: str, written: date, language: Language) -> Iterator[Planned]:
    """Yield what a sentence that was written on a day announces for that day or a later one, as the language knows it.

    "Will meet on Friday" is of the next Friday, "on March 3" of the March that is nearest.
    """
    if language.dating is None:
        return
    for match in language.dating.planned.finditer(text):
        if match["weekday"]:
            ahead = (weekdays(language.code)[match["weekday"].casefold()] - written.weekday()) % _WEEK
            day = written + timedelta(days=ahead)
        elif match["month"]:
            named = _nearest(months(language.code)[match["month"].casefold().strip(".")], int(match["day"]), written)
            if named is None or named < written:
                continue
            day = named
        else:
            day = written + timedelta(days=1 if match["tomorrow"] else 0)
        yield Planned(match.start(), match.end(), day)


def _nearest(month: int, day: int, written: date) -> date | None:
    """The day of a month that is nearest to another; None where the month has no such day."""
    for year in (written.year, written.year + 1, written.year - 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if abs((found - written).days) <= _HALF_A_YEAR:
            return found
    return None
