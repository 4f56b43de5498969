"""What several sources state: one extract for each statement, and each source's own words for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from digest.link.reading import Reading
from digest.link.terms import NOT

CARRIES = 0.6
"""Share of a statement's weight that another source's words must hold to carry it."""
EVIDENCE = 3.0
"""Weight that a statement and the words that carry it must share at least."""
SAME = 0.5
"""Share of a statement's weight from which two points say the same."""
MOST = 7
FEW = 4
"""Points a page has where its articles say that much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A span that stands for a statement and, by article number, the span that carries it and how fully."""

    span: int
    carried: tuple[tuple[int, int, float], ...]
    score: float


class Overlap:
    """How much of the weight of each span's terms other spans hold."""

    def __init__(self, reading: Reading) -> None:
        """Lay the spans' terms out as a matrix."""
        names = {name: column for column, name in enumerate(sorted(reading.weights))}
        self.weights = np.array([reading.weights[name] for name in sorted(reading.weights)] or [0.0])
        self.keys = [sorted({names[term.key] for term in span.terms}) for span in reading.spans]
        self.numbers = [frozenset(names[term.key] for term in span.terms if term.kind == "number") for span in reading.spans]
        self.denied = np.array([any(term.key == NOT for term in span.terms) for span in reading.spans])
        self.plain = [frozenset(names[term.key] for term in span.terms if term.kind == "word") for span in reading.spans]
        starts = np.cumsum([0, *map(len, self.keys)])
        columns = np.array([column for row in self.keys for column in row], dtype=np.int64)
        shape = (len(self.keys), len(names) or 1)
        self.holds = csr_matrix((np.ones(len(columns)), columns, starts), shape=shape)
        self.total = self.holds @ self.weights
        self.length = np.array([span.end - span.start for span in reading.spans])

    def shared(self, row: int) -> NDArray[np.float64]:
        """The weight of span `row`'s terms that each span holds."""
        mine = np.zeros(self.holds.shape[1])
        mine[self.keys[row]] = self.weights[self.keys[row]]
        return np.asarray(self.holds @ mine, dtype=np.float64)


def statements(reading: Reading, overlap: Overlap) -> list[Statement]:
    """Return a statement for each span that may stand for one, those that most sources carry first."""
    owner = np.array([span.article for span in reading.spans])
    found = []
    for row, span in enumerate(reading.spans):
        if not span.alone or overlap.total[row] < EVIDENCE:
            continue
        shared = overlap.shared(row)
        held = shared / overlap.total[row]
        fits = (held >= CARRIES) & (shared >= EVIDENCE) & (owner != span.article) & (overlap.denied == overlap.denied[row])
        carried = []
        for article in sorted(set(owner[fits].tolist())):
            candidates = [
                int(other)
                for other in np.flatnonzero(fits & (owner == article))
                if overlap.numbers[row] <= overlap.numbers[other] and len(overlap.plain[row] & overlap.plain[other]) >= 2
            ]
            if candidates:
                best = max(candidates, key=lambda other: (round(held[other], 6), -overlap.length[other], -other))
                carried.append((article, best, float(held[best])))
        score = sum(held for _, _, held in carried)
        found.append(Statement(span=row, carried=tuple(carried), score=score))
    return sorted(found, key=lambda one: (-len(one.carried), -one.score, overlap.length[one.span], one.span))


def choose(reading: Reading, overlap: Overlap, found: Sequence[Statement], groups: Sequence[str]) -> list[Statement]:
    """Choose at most `MOST` statements of which no two say the same; those with most independent reporting first.

    `groups` names for each article the origin of its reporting, empty where unknown. Where fewer than `FEW` statements are
    shared, the best of single articles follow.
    """
    shared_by_several = [one for one in found if one.carried]
    ranked = sorted(shared_by_several, key=lambda one: _rank(reading, one, groups))
    ranked += sorted((one for one in found if not one.carried), key=lambda one: _lead(reading, overlap, one))
    chosen: list[Statement] = []
    for one in ranked:
        if len(chosen) == MOST or (not one.carried and len(chosen) >= FEW):
            break
        if not _told(overlap, one, chosen):
            chosen.append(one)
    return chosen


def _rank(reading: Reading, one: Statement, groups: Sequence[str]) -> tuple[int, int, float, int]:
    articles = [reading.spans[one.span].article, *(article for article, _, _ in one.carried)]
    known = {groups[article] for article in articles} - {""}
    return -len(articles), -len(known), -round(one.score, 9), one.span


def _lead(reading: Reading, overlap: Overlap, one: Statement) -> tuple[int, float, int]:
    span = reading.spans[one.span]
    return span.place if span.paragraph else 99, -float(overlap.total[one.span]), one.span


def _told(overlap: Overlap, one: Statement, chosen: Sequence[Statement]) -> bool:
    """Whether a chosen statement already says this."""
    shared = overlap.shared(one.span)
    return any(shared[other.span] / min(overlap.total[one.span], overlap.total[other.span]) >= SAME for other in chosen)
