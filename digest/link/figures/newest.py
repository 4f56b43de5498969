"""Which of several values was given last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Protocol, TypeVar

from digest.link.reading import Reading

MOMENT = timedelta(minutes=10)
"""How much later an article must be to give a newer value: addresses fetched one after the other differ by seconds."""


class Given(Protocol):
    """Words of the article with this number that give a value."""

    @property
    def article(self) -> int:
        """The number of the article."""


_G = TypeVar("_G", bound=Given)


def latest(reading: Reading, given: Sequence[Given]) -> float:
    """Return the last time at which a value is given, in seconds, 0 where no time is known."""
    return max((day.timestamp() for one in given if (day := reading.articles[one.article].day)), default=0.0)


def newest(reading: Reading, groups: Sequence[list[_G]]) -> list[_G] | None:
    """Return the group whose value was given last; None where two are as late, or a day is unknown."""
    days = [[reading.articles[one.article].day for one in each] for each in groups]
    known = [max(day for day in each if day) for each in days if all(each)]
    if len(known) < len(groups) or sum(max(known) - day < MOMENT for day in known) > 1:
        return None
    return groups[known.index(max(known))]
