"""How common words are among a digest's short items: before the days that are compared, and on these days.

That two items both say "Trump", "stocks" or "2026" tells little where every tenth item says it. How often a word stands in
general language does not know that; the digest's own items of the weeks before do, and those that a first fetch brings of
the months before. A word that came up with an event is not common by them, however many items of these days report it; the
days that are compared know that it does not tell the parts of that event apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from digest.group.tables import Codes, Integers, Weights, Words
from digest.group.terms import COLUMNS, LEAD_WORDS, by_country, share_of, years
from digest.group.weights import SNIPPET

DAYS_BEFORE = 30
"""Days before the window whose items are counted."""
PRIOR = 100
"""Items that general language counts as, beside those of the digest."""
ITEM_LENGTH = 28
"""Words of an item: how often a word stands in one is taken from how often it stands in general language."""
YEAR_SHARE = 0.1
"""Share of items that name a year, where the digest does not know better."""
STEP = 0.5
"""What a term tells is a multiple of this."""
_FEWEST = 1e-5


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one day's short items: how many there are, and in how many of them each of these columns stands.

    ValueError where a column has no count.
    """

    items: int
    columns: Codes
    counts: Codes

    def __post_init__(self) -> None:
        if len(self.columns) != len(self.counts) or (self.columns >= COLUMNS).any():
            raise ValueError("do not fit")


def counts_of(found: Words) -> Counts:
    """Count in how many of the short ones among some articles each word stands, by the words `found` in them."""
    snippets = found.lengths < SNIPPET
    columns, _ = _standing(found, np.arange(len(snippets)), snippets)
    distinct, counts = np.unique(columns, return_counts=True)
    return Counts(int(snippets.sum()), distinct, counts.astype(np.uint32))


def returning(found: Words, days: Sequence[int | None], reach: int) -> Counts:
    """Count how many times each word came up again among the short ones of some articles, by the words `found` in them.

    `days` has the number of each one's day, or None where it does not count. From the day on which a word comes up all that
    has it in the next `reach` days is one event's, and the first time is no return: the items that are compared may be of
    that very event.
    """
    snippets = (found.lengths < SNIPPET) & np.array([day is not None for day in days], np.bool_)
    times: dict[int, int] = {}
    since: dict[int, int] = {}
    columns, on = _standing(found, np.array([day or 0 for day in days], np.int64), snippets)
    for column, day in zip(columns.tolist(), on.tolist(), strict=True):
        if column not in since or day > since[column] + reach:
            since[column] = day
            times[column] = times.get(column, -1) + 1
    again = {column: count for column, count in times.items() if count}
    return Counts(int(snippets.sum()), np.array(list(again), np.uint32), np.array(list(again.values()), np.uint32))


def _standing(found: Words, numbers: Integers, keep: npt.NDArray[np.bool_]) -> tuple[Codes, Integers]:
    """The columns that stand in the articles to `keep`, each once with each of the `numbers` of these, in their order."""
    places = []
    for codes, lengths in ((found.titles, found.title_lengths), (found.texts, found.lengths)):
        at = np.repeat(numbers.astype(np.uint64), lengths)
        place = np.arange(len(codes)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        kept = np.repeat(keep, lengths) & (place < LEAD_WORDS)
        places.append(at[kept] * np.uint64(COLUMNS) + (by_country(codes[kept]) >> np.uint32(12)))
    distinct = np.unique(np.concatenate(places))
    columns = (distinct & np.uint64(COLUMNS - 1)).astype(np.uint32)
    return columns, (distinct // np.uint64(COLUMNS)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Background:
    """How many items were counted, and in how many of them each column stands; none by default."""

    items: int = 0
    counts: npt.NDArray[np.int64] | None = field(default=None, repr=False)

    @classmethod
    def of(cls, days: Iterable[Counts]) -> Background:
        """Return what the days say together."""
        items, total = 0, np.zeros(COLUMNS, np.int64)
        for day in days:
            items += day.items
            total[day.columns] += day.counts
        return cls(items, total) if items else cls()

    def idf(self, columns: npt.NDArray[np.int32], rarities: Weights) -> Weights:
        """Return how much each term tells: the negative logarithm of the share of items it is expected in.

        In whole steps: an item more or less among those before moves no story.
        """
        expected = np.minimum(1.0, ITEM_LENGTH * share_of(rarities.astype(np.float64)))
        expected = np.where(years()[columns], YEAR_SHARE, expected) * PRIOR
        held = self.counts[columns] if self.counts is not None else 0
        tells = -np.log(np.clip((held + expected) / (self.items + PRIOR), _FEWEST, 1.0))
        return (np.rint(tells / STEP) * STEP).astype(np.float32)


class Usual(NamedTuple):
    """How common words are `before` the days that are compared, and `within` these, the day that is placed among them."""

    before: Background = Background()
    within: Background = Background()


UNCOUNTED = Usual()
"""Where no items are counted: general language alone."""
