"""How much statements and spans share: products of the matrices of their terms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix

from digest.link.support.terms import Floats, Rows, SpanTerms


class Shared:
    """What some statements (at `rows` of a story's spans) share with all spans.

    Each property is a matrix of a row a statement and a column a span: a weight, or a number of terms. Of `terms` the
    weights are those in this story but for `predicate`, `verb` and `quoted`, which have those in the language alone.
    """

    def __init__(self, terms: SpanTerms, rows: Rows) -> None:
        """Look at some statements of a story."""
        self.terms, self.rows = terms, rows
        self._holds, self._words, self._verb = terms.holds[rows], terms.words[rows], terms.verb[rows]

    @cached_property
    def held(self) -> Floats:
        """The weight of a statement's terms that a span holds."""
        return self._with_spans[0]

    @cached_property
    def count(self) -> Floats:
        """How many of its terms."""
        return self._with_spans[1]

    @cached_property
    def words(self) -> Floats:
        """The weight of those that are words, no names or numbers."""
        return self._with_spans[2]

    @cached_property
    def refused_here(self) -> Floats:
        """The weight of the words that the statement denies, disputes or alleges, and the span holds."""
        return self._with_spans[3]

    @cached_property
    def negated_there(self) -> Floats:
        """How many words the span denies that the statement says plainly."""
        return _products([(self.terms.plainly[self.rows], np.ones(len(self.terms.weights)))], self.terms.negated)[0]

    @cached_property
    def negated_here(self) -> Floats:
        """How many words the statement denies that the span says plainly."""
        return _products([(self.terms.negated[self.rows], np.ones(len(self.terms.weights)))], self.terms.plainly)[0]

    @cached_property
    def predicate(self) -> Floats:
        """The share of the weight of what the statement says from its first verb on; 1 where that is nothing."""
        return _shares(self._predicate, self.terms.plain, self._with_spans[4])

    @cached_property
    def verb(self) -> Floats:
        """The same of that verb."""
        return _shares(self._verb, self.terms.plain, self._with_spans[5])

    @cached_property
    def quoted(self) -> Floats:
        """The same of what the statement has in quotation marks."""
        return _shares(self._quoted, self.terms.plain, self._with_spans[6])

    @cached_property
    def around(self) -> Floats:
        """The weight of the statement's terms that the sentences around the span hold."""
        return _products([(self._holds, self.terms.weights)], self.terms.around)[0]

    @cached_property
    def sure(self) -> Floats:
        """The weight of its words that the span has outside of what is not so, only wished, or may be."""
        return _products([(self._words, self.terms.weights)], self.terms.sure)[0]

    @cached_property
    def refused_there(self) -> Floats:
        """The weight of its words that the span denies, disputes or alleges."""
        return self._with_refused[0]

    @cached_property
    def verb_refused(self) -> Floats:
        """1 where the span denies, disputes or alleges the statement's verb."""
        return self._with_refused[1]

    def kind(self, columns: Floats) -> Floats:
        """Return how many terms of a kind, by their columns, both have."""
        return _products([(self._holds, columns)], self.terms.holds)[0]

    @cached_property
    def _predicate(self) -> csr_matrix:
        return self.terms.predicate[self.rows]

    @cached_property
    def _quoted(self) -> csr_matrix:
        return self.terms.quoted[self.rows]

    @cached_property
    def _with_spans(self) -> list[Floats]:
        weights, plain = self.terms.weights, self.terms.plain
        return _products(
            [
                (self._holds, weights),
                (self._holds, np.ones(len(weights))),
                (self._words, weights),
                (self.terms.refused[self.rows], weights),
                (self._predicate, plain),
                (self._verb, plain),
                (self._quoted, plain),
            ],
            self.terms.holds,
        )

    @cached_property
    def _with_refused(self) -> list[Floats]:
        weights = self.terms.weights
        return _products([(self._words, weights), (self._verb, np.ones(len(weights)))], self.terms.refused)


def _products(left: Sequence[tuple[csr_matrix, Floats]], right: csr_matrix) -> list[Floats]:
    """Return for each matrix and weights of its columns the weight of the terms that its rows share with those of `right`.

    All matrices on the left are one below the other in a single product: of small ones a product costs most to set up.
    """
    data = np.concatenate([matrix.data * weights[matrix.indices] for matrix, weights in left])
    indices = np.concatenate([matrix.indices for matrix, _ in left])
    before = np.cumsum([0, *(matrix.nnz for matrix, _ in left)])
    ends = [matrix.indptr[1:] + start for (matrix, _), start in zip(left, before, strict=False)]
    stacked = csr_matrix((data, indices, np.concatenate([[0], *ends])), shape=(sum(map(len, ends)), right.shape[1]))
    found = np.asarray((stacked @ right.T).toarray(), dtype=np.float64)
    return np.split(found, np.cumsum([len(each) for each in ends])[:-1])


def _shares(rows: csr_matrix, weights: Floats, weight: Floats) -> Floats:
    whole = np.asarray(rows @ weights)[:, None]
    return np.where(whole > 0, weight / np.maximum(whole, 0.1), 1.0)
