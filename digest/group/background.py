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


def counts_of(found: Words, stretches: Sequence[int | None] | None = None) -> Counts:
    """Count the words of the short ones among some articles, by the words `found` in them.

    `stretches` has the number of a stretch of days for each article, or None where it does not count: a word counts once in
    each stretch, as what many items of one stretch have is an event's and not usual.
    """
    snippets = found.lengths < SNIPPET
    at = np.arange(len(snippets), dtype=np.uint64)
    if stretches is not None:
        snippets &= np.array([each is not None for each in stretches], np.bool_)
        at = np.array([each or 0 for each in stretches], np.uint64)
    titles = _placed(at, found.titles, found.title_lengths, snippets)
    texts = _placed(at, found.texts, found.lengths, snippets)
    distinct = np.unique(np.concatenate([titles, texts]))
    columns, counts = np.unique(distinct & np.uint64(COLUMNS - 1), return_counts=True)
    return Counts(int(snippets.sum()), columns.astype(np.uint32), counts.astype(np.uint32))


def _placed(
    numbers: npt.NDArray[np.uint64], codes: Codes, lengths: Integers, keep: npt.NDArray[np.bool_]
) -> npt.NDArray[np.uint64]:
    """The columns of these texts, each with the number that its text has above it."""
    at = np.repeat(numbers, lengths)
    place = np.arange(len(codes)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    kept = np.repeat(keep, lengths) & (place < LEAD_WORDS)
    return at[kept] * np.uint64(COLUMNS) + (by_country(codes[kept]) >> np.uint32(12))


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

    def telling(self, columns: npt.NDArray[np.int32], rarities: Weights) -> Weights:
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
