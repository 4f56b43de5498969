"""How probable it is that a sentence carries part of a statement: a second model, of clauses that support each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from digest.link.support.held import Floats, Held, Rows
from digest.link.support.model import compare
from digest.link.support.slots import otherwise
from digest.link.support.terms import Bools, SpanTerms
from digest.link.support.verbatim import Supports
from digest.link.support.vetoes import Veto
from digest.link.support.weights import FEATURES, PART, PART_FEATURES, PART_WEIGHTS

LACKING = (Veto.NONE, Veto.NO_AMOUNT, Veto.NO_YEAR, Veto.NO_MONTH, Veto.NO_ACT)
"""What does not keep words from carrying part of a statement: what they lack may be in another part of it."""
LEAST_PART = 0.08
"""Share of a statement's weight that a sentence has in common with it from which it may carry part of it."""
LEAST_CHANCE = 0.2
"""Probability from which a clause counts as supported, were it little."""


class Parts(NamedTuple):
    """Pairs of a statement and a span that may carry part of it, an element each, in the order of both.

    `chance` is the probability, 0 to 1, that it does; `features` has a column for each of PART_FEATURES.
    """

    statements: Rows
    supporters: Rows
    chance: Floats
    features: Floats


def parts(terms: SpanTerms, found: Supports, rows: Sequence[int], able: Bools) -> Parts:
    """Return for the statements of one sentence at `rows` the spans among `able` that may carry part of them.

    `found` has the clauses of the story that support each other. A span that denies, or says what may be, where the
    statement does not, or the reverse, carries no part of it, nor does one that a rule of `vetoes` keeps away, but for an
    amount or a year that it lacks, nor one that tells of the same and of no act of it: no word from the first verb of each
    on is the same, and it supports no clause of it. There are none in a language whose grammar is not known.
    """
    evidence = _Evidence(terms, found)
    made = []
    for one in compare(terms, rows if terms.grammar else (), least=LEAST_PART):
        fits = able[one.supporters] & np.isin(one.veto, LACKING)
        for kind in (terms.denied, terms.unsure):
            fits &= kind[one.statements] == kind[one.supporters]
        fits &= ~terms.bare[one.supporters]
        statements, supporters = one.statements[fits], one.supporters[fits]
        measured = dict(zip(FEATURES, one.features[fits].T, strict=True))
        columns = {**measured, **evidence.of(statements, supporters)}
        features = np.column_stack([np.asarray(columns[name], dtype=np.float64) for name in PART_FEATURES])
        does = _both(terms.predicate, statements, supporters) >= 1
        does |= columns["clause"] > 0
        made.append((statements[does], supporters[does], features[does]))
    if not made:
        none = np.empty(0, dtype=np.int64)
        return Parts(none, none, np.empty(0), np.empty((0, len(PART_FEATURES))))
    statements, supporters, features = (np.concatenate(each) for each in zip(*made, strict=True))
    logit = PART_WEIGHTS[0] + (features * np.array(PART_WEIGHTS[1:])).sum(axis=1)
    chance: Floats = np.round(1 / (1 + np.exp(-logit)), 6)
    alike: Bools = np.isin(otherwise(terms, statements, supporters, chance >= PART), LACKING)
    return Parts(statements[alike], supporters[alike], chance[alike], features[alike])


def _both(held: Held, some: Rows, others: Rows) -> Floats:
    """How many terms each of some spans and each of others beside it both have."""
    return held.rows(some).both(held.rows(others)).count.astype(np.float64)


class _Evidence:
    """What else tells that two sentences have part of what they say in common."""

    def __init__(self, terms: SpanTerms, found: Supports) -> None:
        self.terms = terms
        spans = terms.reading.spans
        self._at = np.array([(*span.at, span.pair) for span in spans], dtype=np.int64).reshape(-1, 5)
        kept = (found.veto == Veto.NONE) & (found.chance >= LEAST_CHANCE)
        self._statements, self._supporters = found.statements[kept], found.supporters[kept]
        self._chance = found.chance[kept]
        self._own = np.array([sentence.article for sentence in terms.reading.sentences], dtype=np.int64)

    def of(self, statements: Rows, supporters: Rows) -> dict[str, Floats]:
        """Return the features of pairs that `compare` does not measure."""
        common = _both(self.terms.holds, statements, supporters)
        worded = _both(self.terms.words, statements, supporters)
        found = {name: np.zeros(len(statements)) for name in ("clause", "told", "margin", "back_margin")}
        for row in np.unique(statements).tolist():
            which = np.flatnonzero(statements == row)
            others = supporters[which]
            found["clause"][which] = self._best(row, others, self._statements, self._supporters)
            found["told"][which] = self._best(row, others, self._supporters, self._statements)
            found["margin"][which], found["back_margin"][which] = self._margins(row, others)
        return {**found, "words": worded, "anchors": common - worded}

    def _best(self, row: int, others: Rows, mine: Rows, theirs: Rows) -> Floats:
        """For each of `others` how probably a clause in it and one in span `row` support each other, in one direction."""
        inside = _inside(self._at[mine], self._at[[row]])[:, 0]
        chance = self._chance[inside]
        if not len(chance):
            return np.zeros(len(others))
        best: Floats = np.where(_inside(self._at[theirs[inside]], self._at[others]), chance[:, None], 0.0).max(axis=0)
        return best

    def _margins(self, row: int, others: Rows) -> tuple[Floats, Floats]:
        """How much more alike two sentences are than the first and the likest rival in the second's article, and back."""
        alike, one, theirs = self.terms.likeness, int(self.terms.sentence[row]), self.terms.sentence[others]
        margins = np.zeros((2, len(others)))
        mine = np.flatnonzero(self._own == self._own[one])
        for at, other in enumerate(theirs.tolist()):
            rivals = np.flatnonzero(self._own == self._own[other])
            margins[0, at] = alike[one, other] - alike[one, rivals[rivals != other]].max(initial=0.0)
            margins[1, at] = alike[one, other] - alike[other, mine[mine != one]].max(initial=0.0)
        return margins[0], margins[1]


def _inside(some: Rows, others: Rows) -> Bools:
    """Whether each of some places (article, paragraph, start, end) lies in each of the others: a row and a column each."""
    one, other = some[:, None], others[None]
    within: Bools = (
        (one[..., :2] == other[..., :2]).all(axis=2) & (one[..., 2] >= other[..., 2]) & (one[..., 3] <= other[..., 3])
    )
    return within
