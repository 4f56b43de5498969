"""How much a passage adds to a page: features of it in its story, and beside what the page has already."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix, diags

from digest.link.reading import Reading
from digest.link.support import Bools, Floats, Rows, SpanTerms

FIXED = (
    *("place", "early", "opening", "shared", "aligned", "central"),
    *("length", "names", "numbers", "leaning", "speech", "pair"),
)
"""Features of a passage in its story.

The logarithm of its place in its article and whether it is among the first sentences; the share of its weight that the other
articles' openings have and that they have anywhere; how alike the likest passages of the other articles are, and how central
it is to all passages (LexRank); logarithms of its length and of its names and numbers; signs by which it leans on others,
whether it has words in quotation marks, whether it is two sentences.
"""
BESIDE = ("new", "weight", "leading", "titled", "repeats", "apart", "articles")
"""Features of a passage beside those chosen.

The share of its weight that none of them has, and the logarithms of that weight, of what openings have of it and titles; how
alike the likest of them is, how far the nearest of its article, and how large a part of them is of its article.
"""
OPENING = 3
"""Sentences, the title among them, with which an article opens."""
APART = 30
"""Sentences between two passages from which they count as far apart."""
LINKED = 0.1
"""Cosine from which two passages count as linked."""
_SPEECH = re.compile('[“"]')


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
        self._holds = terms.holds[list(self.rows)].astype(np.float64)
        self._holds.data[:] = 1.0
        opens = np.array([span.place < OPENING for span in reading.spans], dtype=bool)
        others = (_carriers(terms.holds, terms.owner, self.articles) - 1) / max(1, self.articles - 1)
        self._others: Floats = np.maximum(others, 0.0)
        self._opening = _carriers(terms.holds[opens], terms.owner[opens], self.articles) / max(1, self.articles)
        self._titled = _carriers(terms.holds[terms.title], terms.owner[terms.title], self.articles) / max(1, self.articles)
        self._weight: Floats = terms.plain * (1 + 2 * self._others)
        self._total: Floats = self._holds @ self._weight + 1e-9
        self.alike = self._likeness()
        self._fixed = self._measured()

    def features(self, chosen: Sequence[int]) -> Floats:
        """Return a row of `FIXED` and `BESIDE` for each passage, beside those chosen (numbers of passages)."""
        return np.hstack([self._fixed, self._beside(chosen)])

    def _likeness(self) -> Floats:
        weighted = self._holds @ diags(self.terms.plain)
        length = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel())
        unit = diags(1 / np.maximum(length, 1e-9)) @ weighted
        alike: Floats = np.asarray((unit @ unit.T).toarray(), dtype=np.float64)
        return alike

    def _measured(self) -> Floats:
        reading, plain = self.reading, self.terms.plain
        spans = [reading.spans[row] for row in self.rows]
        words = [reading.words(span) for span in spans]
        weight = self._holds @ plain + 1e-9
        found = {
            "place": np.log1p(self.place),
            "early": self.place <= OPENING,
            "opening": self._holds @ (plain * self._opening) / weight,
            "shared": self._holds @ (plain * (self._others > 0)) / weight,
            "aligned": self._aligned(),
            "central": self._central(),
            "length": np.log1p([len(each) for each in words]),
            "names": np.log1p([len({t.key for t in span.terms if t.kind == "name"}) for span in spans]),
            "numbers": np.log1p([len({t.key for t in span.terms if t.kind == "number"}) for span in spans]),
            "leaning": [reading.leaning(span) for span in spans],
            "speech": [bool(_SPEECH.search(each)) for each in words],
            "pair": [span.pair for span in spans],
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

    def _central(self) -> Floats:
        """LexRank (Erkan and Radev 2004): how central each passage is to all that are alike; 1 on average."""
        linked = np.where(self.alike > LINKED, self.alike, 0.0)
        np.fill_diagonal(linked, 0.0)
        step = linked / (linked.sum(axis=1, keepdims=True) + 1e-9)
        rank: Floats = np.ones(len(step))
        for _ in range(20):
            rank = 0.15 + 0.85 * (step.T @ rank)
        return rank

    def _held(self, number: int) -> Rows:
        """The columns of the terms of a passage."""
        held: Rows = self._holds.indices[self._holds.indptr[number] : self._holds.indptr[number + 1]]
        return held

    def _beside(self, chosen: Sequence[int]) -> Floats:
        count = len(self.rows)
        covered: Bools = np.zeros(self._holds.shape[1], dtype=bool)
        repeats, apart, number = np.zeros(count), np.full(count, float(APART)), np.zeros(count)
        for each in chosen:
            same = self.owner == self.owner[each]
            covered[self._held(each)] = True
            repeats = np.maximum(repeats, self.alike[each])
            apart = np.where(same, np.minimum(apart, np.abs(self.place - self.place[each])), apart)
            number += same
        fresh = self._weight * ~covered
        found = {
            "new": self._holds @ fresh / self._total,
            "weight": np.log1p(self._holds @ fresh),
            "leading": np.log1p(self._holds @ (fresh * self._opening)),
            "titled": np.log1p(self._holds @ (fresh * self._titled)),
            "repeats": repeats,
            "apart": np.log1p(apart),
            "articles": number / (len(chosen) + 1),
        }
        return np.column_stack([found[name] for name in BESIDE])


def _carriers(holds: csr_matrix, owner: Rows, articles: int) -> Floats:
    """In how many articles each term stands, of spans that hold it and their articles."""
    count = len(owner)
    by_article = csr_matrix((np.ones(count), (owner, np.arange(count))), shape=(articles, count)) @ holds
    found: Floats = np.asarray((by_article > 0).sum(axis=0), dtype=np.float64).ravel()
    return found
