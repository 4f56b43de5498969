"""How much statements and spans share: products of the matrices of their terms."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from digest.link.support.held import Floats, Held, Rows, products
from digest.link.support.terms import SpanTerms


class Shared:
    """What some statements (at `rows` of a story's spans) share with all spans.

    Each property is a matrix of a row a statement and a column a span: a weight, or a number of terms. Of `terms` the
    weights are those in this story but for `predicate`, `verb` and `quoted`, which have those in the language alone.
    """

    def __init__(self, terms: SpanTerms, rows: Rows) -> None:
        """Look at some statements of a story."""
        self.terms, self.rows = terms, rows
        self._holds, self._words, self._verb = (each.rows(rows) for each in (terms.holds, terms.words, terms.verb))

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
        return self.terms.plainly.rows(self.rows).common(self.terms.negated)

    @cached_property
    def negated_here(self) -> Floats:
        """How many words the statement denies that the span says plainly."""
        return self.terms.negated.rows(self.rows).common(self.terms.plainly)

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
        return products([(self._holds, self.terms.weights)], self.terms.around)[0]

    @cached_property
    def sure(self) -> Floats:
        """The weight of its words that the span has outside of what is not so, only wished, or may be."""
        return products([(self._words, self.terms.weights)], self.terms.sure)[0]

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
        return products([(self._holds, columns)], self.terms.holds)[0]

    @cached_property
    def _predicate(self) -> Held:
        return self.terms.predicate.rows(self.rows)

    @cached_property
    def _quoted(self) -> Held:
        return self.terms.quoted.rows(self.rows)

    @cached_property
    def _with_spans(self) -> list[Floats]:
        weights, plain = self.terms.weights, self.terms.plain
        return products(
            [
                (self._holds, weights),
                (self._holds, np.ones(len(weights))),
                (self._words, weights),
                (self.terms.refused.rows(self.rows), weights),
                (self._predicate, plain),
                (self._verb, plain),
                (self._quoted, plain),
            ],
            self.terms.holds,
        )

    @cached_property
    def _with_refused(self) -> list[Floats]:
        weights = self.terms.weights
        return products([(self._words, weights), (self._verb, np.ones(len(weights)))], self.terms.refused)


def _shares(rows: Held, weights: Floats, weight: Floats) -> Floats:
    whole = rows.weight(weights)[:, None]
    return np.where(whole > 0, weight / np.maximum(whole, 0.1), 1.0)
