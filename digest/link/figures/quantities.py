"""Quantities of a sentence, dates among them, and whether two of them say the same."""

from __future__ import annotations

from dataclasses import dataclass, replace

from digest.language import Language
from digest.language.days import Date
from digest.language.numbers import Quantity

YEAR = "year"
UNITS_OF_TIME = ("date", "month", YEAR)
"""Units of what is no amount: it says when something happens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Quantity):
    """A day, a month or a year as a quantity; its value is the number of the month, or the year.

    `when` stands before a year and says how it is meant: "since".
    """

    date: Date
    when: str = ""


def quantities(text: str, language: Language, month: str | None = None) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence in order: those of `Numbers.quantities`, and the days, months and years it names.

    `month` is what "this month" means; things counted whose words have one stem are of one unit. Where the grammar of a
    language is not known there are neither days nor bounds, approximations and ranges, and every number is exact.
    """
    if language.numbers is None:
        return ()
    found = language.numbers.quantities(text)
    if language.days is None:
        return tuple(replace(one, step=0.0) for one in found if one.top is None and not one.approximate)
    dates = [
        Dated(unit="date" if date.day else "month", value=float(date.month), date=date, start=start, end=end)
        for date, start, end in language.days.named(text, month)
    ]
    dates += [
        Dated(
            unit=YEAR, value=float(date.year), date=date, start=start, end=end, when=text[start : end - 4].strip().casefold()
        )
        for date, start, end in language.days.years_alone(text)
    ]
    counts = [
        replace(one, unit=language.stem(one.unit)) if one.unit.casefold() == one.noun.casefold() else one
        for one in found
        if not any(date.start < one.named and one.start < date.end for date in dates)
    ]
    return tuple(sorted((*dates, *counts), key=lambda one: one.start))


def allowed(one: Quantity) -> tuple[float, float]:
    """Return what the words of a quantity allow, from least to most: a number may be rounded or cut off at its last digit.

    "Up to" reaches down to nothing, "more than" to the next round number, "about" one in the last digit either way.
    """
    value, step = one.value, one.step
    if one.top is not None:
        return value, one.top
    if one.approximate == "most":
        return 0.0, value
    if one.approximate == "least":
        return value, value + 0.99 * min(step, 0.25 * value)
    if one.approximate == "nearly":
        return value - 0.99 * min(step, 0.2 * value), value
    if one.approximate == "about":
        return value - min(step, 0.1 * value), value + min(step, 0.1 * value)
    step = min(step, 0.05 * value)
    return value - 0.5 * step, value + 0.99 * step


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities of one unit say the same: equal, rounded or cut off, or one a range that holds the other."""
    dates = [each.date for each in (one, other) if isinstance(each, Dated)]
    if dates:
        return dates[0].agrees(dates[-1])
    if "most" in (one.approximate, other.approximate):
        most, rest = (one, other) if one.approximate == "most" else (other, one)
        low, high = allowed(rest)
        return most.value in (rest.value, rest.top) or (rest.approximate == "about" and low <= most.value <= high)
    return _holds(one, other) or _holds(other, one)


def _holds(one: Quantity, other: Quantity) -> bool:
    low, high = allowed(one)
    return low <= other.value and (other.top or other.value) <= high


def differ(one: Quantity, other: Quantity) -> bool:
    """Whether both cannot be meant: they do not agree, nor does one leave the other open, as "up to" may."""
    if one.unit != other.unit or agree(one, other):
        return False
    said = [each.when for each in (one, other) if isinstance(each, Dated)]
    if said:
        return one.unit == YEAR and said[0] == said[-1]
    (low, high), (other_low, other_high) = allowed(one), allowed(other)
    if one.approximate == "most" or other.approximate == "most":
        most, least = (high, other_low) if one.approximate == "most" else (other_high, low)
        return one.approximate == other.approximate or least > 0.85 * most
    plain = not (one.approximate or other.approximate or one.top or other.top)
    return plain or low > other_high or other_low > high
