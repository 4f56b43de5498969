"""How much a passage adds to a page: features of it in its story, and beside what the page has already."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix, diags

from digest.link.reading import Reading
from digest.link.support import Bools, Floats, Rows, SpanTerms

FIXED = ("place", "opening", "shared", "aligned", "length")
"""Features of a passage in its story.

The logarithm of its place in its article; the share of its weight that the other articles' openings have and that they have
anywhere; how alike the likest passages of the other articles are; the logarithm of its length.
"""
BESIDE = ("new", "fresh", "weight", "common", "leading", "repeats", "within", "articles", "chosen")
"""Features of a passage beside those chosen.

The share of its weight that none of them has, and its logarithm; the logarithms of that weight, of what other articles have
of it and of what openings have; how alike the likest of them is, and the largest share of its weight that one of them has;
how large a part of them is of its article, and the logarithm of their number.
"""
OPENING = 3
"""Sentences, the title among them, with which an article opens."""
SPENT = 0.05
"""Share of weight that is added to what is new, so that its logarithm has a floor."""


class Worth:
    """The passages of a story (`rows` has the span of each) and the features by which they are chosen.

    `owner` and `place` have the article and the sentence of each, `alike` the cosine of the terms of each two of them.
    """

    def __init__(self, reading: Reading, terms: SpanTerms, rows: Sequence[int]) -> None:
        """Measure what does not depend on what is chosen."""
        self.reading, self.terms, self.rows = reading, terms, tuple(rows)
        spans = [reading.spans[row] for row in rows]
        self.articles = len(reading.articles)
        self.owner: Rows = np.array([span.article for span in spans], dtype=np.int64)
        self.place: Floats = np.array([span.place for span in spans], dtype=np.float64)
        self._holds = terms.holds.rows(np.array(self.rows, dtype=np.int64)).csr
        opens = np.array([span.place < OPENING for span in reading.spans], dtype=bool)
        others = (_carriers(terms.holds.csr, terms.owner, self.articles) - 1) / max(1, self.articles - 1)
        self._others: Floats = np.maximum(others, 0.0)
        self._opening = _carriers(terms.holds.csr[opens], terms.owner[opens], self.articles) / max(1, self.articles)
        self._weight: Floats = terms.plain * (1 + 2 * self._others)
        self._total: Floats = self._holds @ self._weight + 1e-9
        self.alike, self._within = self._likeness()
        self._fixed = self._measured()

    def features(self, chosen: Sequence[int]) -> Floats:
        """Return a row of `FIXED` and `BESIDE` for each passage, beside those chosen (numbers of passages)."""
        return np.hstack([self._fixed, self._beside(chosen)])

    def _likeness(self) -> tuple[Floats, Floats]:
        """The cosine of each two passages, and the share of the weight of the first that the second has."""
        plain = self.terms.plain
        own: Floats = self._holds @ plain + 1e-9
        within: Floats = np.asarray((self._holds @ diags(plain) @ self._holds.T).toarray(), dtype=np.float64) / own[:, None]
        weighted = self._holds @ diags(plain)
        length = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
        unit = diags(1 / np.maximum(length, 1e-9)) @ weighted
        alike: Floats = np.asarray((unit @ unit.T).toarray(), dtype=np.float64)
        return alike, within

    def _measured(self) -> Floats:
        reading, plain = self.reading, self.terms.plain
        spans = [reading.spans[row] for row in self.rows]
        weight = self._holds @ plain + 1e-9
        found = {
            "place": np.log1p(self.place),
            "opening": self._holds @ (plain * self._opening) / weight,
            "shared": self._holds @ (plain * (self._others > 0)) / weight,
            "aligned": self._aligned(),
            "length": np.log1p([span.end - span.start for span in spans]),
        }
        return np.column_stack([found[name] for name in FIXED]).astype(np.float64)

    def _aligned(self) -> Floats:
        """How alike the likest passages of the other articles are, on average."""
        best = np.zeros((len(self.rows), self.articles))
        for article in range(self.articles):
            mine = np.flatnonzero(self.owner == article)
            if len(mine):
                best[:, article] = self.alike[:, mine].max(axis=1)
        best[np.arange(len(self.rows)), self.owner] = 0
        aligned: Floats = best.sum(axis=1) / max(1, self.articles - 1)
        return aligned

    def _held(self, number: int) -> Rows:
        """The columns of the terms of a passage."""
        held: Rows = self._holds.indices[self._holds.indptr[number] : self._holds.indptr[number + 1]]
        return held

    def _beside(self, chosen: Sequence[int]) -> Floats:
        count = len(self.rows)
        covered: Bools = np.zeros(self._holds.shape[1], dtype=bool)
        repeats, within, number = np.zeros(count), np.zeros(count), np.zeros(count)
        for each in chosen:
            covered[self._held(each)] = True
            repeats = np.maximum(repeats, self.alike[each])
            within = np.maximum(within, self._within[:, each])
            number += self.owner == self.owner[each]
        fresh, new = self._weight * ~covered, self._holds @ (self._weight * ~covered) / self._total
        found = {
            "new": new,
            "fresh": np.log(new + SPENT),
            "weight": np.log1p(self._holds @ fresh),
            "common": np.log1p(self._holds @ (self.terms.plain * self._others * ~covered)),
            "leading": np.log1p(self._holds @ (fresh * self._opening)),
            "repeats": repeats,
            "within": within,
            "articles": number / (len(chosen) + 1),
            "chosen": np.full(count, np.log1p(len(chosen))),
        }
        return np.column_stack([found[name] for name in BESIDE])


def _carriers(holds: csr_matrix, owner: Rows, articles: int) -> Floats:
    """In how many articles each term stands, of spans that hold it and their articles."""
    count = len(owner)
    by_article = csr_matrix((np.ones(count), (owner, np.arange(count))), shape=(articles, count)) @ holds
    found: Floats = np.asarray((by_article > 0).sum(axis=0), dtype=np.float64).ravel()
    return found
