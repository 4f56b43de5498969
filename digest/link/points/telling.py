"""What a page tells: passages chosen one after the other by how much each adds to those before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from digest.link.points.candidates import Agreement
from digest.link.points.passages import passages
from digest.link.points.weights import CONSTANT, WEIGHTS
from digest.link.points.worth import Worth
from digest.link.reading import Reading, touches
from digest.link.support import Bools, Floats, SpanTerms

MOST_TOLD = 12
"""Passages a page shows at most, whatever kind they are of."""
SPARE = 6
"""Further passages that are chosen, for those that turn out to say the same as another."""
OWN_WORDS = 0.9
"""Share of what may be shown of an article that its own passages take; the rest is for words cited for others' lines."""
FREE = 4
"""Passages that are told whoever else says so."""
SUPPORTED = 2.0
"""Power of the number of articles that carry a passage with which it counts more from there on."""
LEAST_WORTH = 0.05
"""What a passage adds at least; a fact that a short account must have counts 2.5 (see tests/quality/select_fit.py)."""
ALIKE = 0.7
"""Cosine of their terms from which two passages say the same."""

Score = Callable[[Worth, Floats], Floats]
"""What each passage adds, of its features beside those chosen."""


def tell(reading: Reading, terms: SpanTerms, room: Sequence[float], agreed: Agreement) -> list[int]:
    """Return the spans, by number, that a page is to tell, the one that adds most first; some more than it shows.

    `room` has for each article how many code points of it may be shown. Passages, and statements of several articles, are
    chosen by what they add; from number `FREE` on those that several articles carry count more.
    """
    shared = (row for row, one in agreed.made.items() if one.carried)
    worth = Worth(reading, terms, sorted({*passages(reading), *shared}))
    support = (1 + agreed.carriers(terms, worth.rows)) ** SUPPORTED
    chosen = choose(worth, [OWN_WORDS * each for each in room], MOST_TOLD + SPARE, weighed, LEAST_WORTH, support)
    return [worth.rows[number] for number in chosen]


def weighed(_: Worth, features: Floats) -> Floats:
    """Return what each passage is expected to add by the weights that were fitted."""
    added: Floats = np.round(np.exp(features @ np.array(list(WEIGHTS.values())) + CONSTANT), 6)
    return added


def choose(
    worth: Worth, room: Sequence[float], most: int, score: Score, least: float, support: Floats | float = 1.0
) -> list[int]:
    """Return at most `most` numbers of passages, each of which adds most to those before it, and at least `least`.

    From number `FREE` on what each adds counts as often as `support` says.
    None says the same as another or shares words with it, and those of one article have room, unless a single one has none.
    """
    chosen: list[int] = []
    left = np.array(room, dtype=np.float64)
    free: Bools = np.ones(len(worth.rows), dtype=bool)
    length = np.array([worth.terms.length[row] for row in worth.rows], dtype=np.float64)
    heard = np.zeros(worth.articles, dtype=bool)
    while len(chosen) < most:
        able = free & ((length <= left[worth.owner]) | ~heard[worth.owner])
        if not able.any():
            break
        worthy = score(worth, worth.features(chosen)) * (support if len(chosen) >= FREE else 1.0)
        added = np.where(able, worthy, -np.inf)
        best = int(added.argmax())
        if added[best] < least:
            break
        chosen.append(best)
        owner = int(worth.owner[best])
        heard[owner] = True
        left[owner] -= length[best]
        free &= worth.alike[best] < ALIKE
        free &= ~_touching(worth, best)
    return chosen


def _touching(worth: Worth, number: int) -> Bools:
    at = worth.reading.spans[worth.rows[number]].at
    shared: Bools = worth.owner == at.article
    for other in np.flatnonzero(shared).tolist():
        shared[other] = touches(worth.reading.spans[worth.rows[other]].at, at)
    return shared
