"""How probable it is that the words of one span support the statement of another: a logistic model of what both share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags

from digest.link.reading import LONGEST
from digest.link.support.terms import Bools, Floats, Rows, SpanTerms
from digest.link.support.weights import FEATURES, WEIGHTS

LEAST_HELD = 0.25
"""Share of a statement's weight that words worth a look hold."""
LEAST_SHARED = 2.5
"""The same as a weight."""
SURE = 0.5
"""Share of the words held that must stand outside clauses which say what is not so, only wished, or may be."""
ALL = 0.97
"""Share of a statement's weight that words hold which support it in a language whose grammar is not known."""
CELLS = 1 << 19
"""Pairs looked at in one go."""


class Compared(NamedTuple):
    """Statements and words worth a look: rows of spans, one row of FEATURES each, and whether they may agree."""

    statements: Rows
    words: Rows
    features: Floats
    agree: Bools


class Supports(NamedTuple):
    """Statements and words, as rows of spans, with the probability that these support those.

    Where they do not `agree` they share as much, and these lack an amount, or deny or only suppose what those say. Whether
    they have the `verb` of the statement tells most where both open an article.
    """

    statements: Rows
    words: Rows
    chance: Floats
    agree: Bools
    verb: Bools


def supports(terms: SpanTerms, rows: Sequence[int]) -> Supports:
    """Return for the statements at `rows` the spans worth a look, in order, each with its probability.

    In a language whose grammar is not known they agree in their words alone: see `_by_words`.
    """
    found = list(compare(terms, rows))
    if not found:
        nothing = np.empty(0)
        none, no = nothing.astype(np.int64), nothing.astype(bool)
        return Supports(none, none, nothing, no, no)
    statements, words, features, agree = (np.concatenate(each) for each in zip(*found, strict=True))
    if not terms.reading.language.grammar:
        return _by_words(terms, statements, words, features, agree)
    logit = WEIGHTS[0] + (features * np.array(WEIGHTS[1:])).sum(axis=1)
    verb = features[:, FEATURES.index("verb")] > 0
    return Supports(statements, words, np.round(1 / (1 + np.exp(-logit)), 6), agree, verb)


def _by_words(terms: SpanTerms, statements: Rows, words: Rows, features: Floats, agree: Bools) -> Supports:
    """What the same words say, and where denials are known all of a statement's words and few more, no denial among them.

    The probability is the share that both have in common: no model was fitted on the language.
    """
    held, back = FEATURES.index("held"), FEATURES.index("back")
    same = [terms.same_words(one, other) for one, other in zip(statements.tolist(), words.tolist(), strict=True)]
    alike: Bools = np.array(same, dtype=bool)
    if terms.reading.language.negations:
        alike |= (features[:, held] >= ALL) & (terms.denied[statements] == terms.denied[words])
    both: Floats = features[:, [held, back]].min(axis=1).round(6)
    return Supports(statements, words, both, agree & alike, np.zeros(len(words), dtype=bool))


def compare(terms: SpanTerms, rows: Sequence[int]) -> Iterator[Compared]:
    """Yield for the statements at `rows` the spans that share enough to be worth a look, in order.

    Left out are words longer than an extract may be, words that do not end where a clause does, words of another month, year
    or day of the week, and what was told to another outlet. Words that lack an amount or year of the statement, and words
    that deny, wish or expect what it says was done (or the reverse) do not agree with it. No article supports its own.
    """
    if len(terms.reading.articles) < 2:
        return
    step = max(1, CELLS // max(1, len(terms.total)))
    measure = _Measure(terms)
    for start in range(0, len(rows), step):
        yield measure.of(np.array(rows[start : start + step], dtype=np.int64))


class _Measure:
    """What statements and all spans of a story have in common."""

    def __init__(self, terms: SpanTerms) -> None:
        self.terms = terms
        self.turned = terms.holds.T.tocsr()
        self.around = terms.around.T.tocsr()
        self.sure = terms.sure.T.tocsr()
        self.refused = terms.refused.T.tocsr()
        self.amounts = ((terms.amounts @ terms.alike().T) > 0).astype(float).T.tocsr()

    def of(self, rows: Rows) -> Compared:
        """Return the pairs worth a look of the statements at `rows`."""
        terms = self.terms
        shared = self._common(terms.holds[rows], terms.weights)
        held = shared / terms.total[rows][:, None]
        fits = (held >= LEAST_HELD) & (shared >= LEAST_SHARED) & (terms.length <= LONGEST) & terms.ends
        fits &= terms.owner[rows][:, None] != terms.owner
        fits &= ~np.any([self._clash(rows, kind) for kind in terms.calendar], axis=0)
        agree = (np.asarray(terms.amounts[rows].sum(axis=1)) - (terms.amounts[rows] @ self.amounts).toarray()) <= 0
        agree &= ~self._lacks(rows, terms.calendar[1])
        agree &= self._real(rows)
        for told in [at for at, row in enumerate(rows.tolist()) if terms.venues[row]]:
            fits[told] &= ~terms.elsewhere(int(rows[told]))
        at, words = fits.nonzero()
        mine = rows[at]
        around = self._common(terms.holds[rows], terms.weights, self.around) - shared
        found = {
            "held": held[at, words],
            "around": around[at, words] / terms.total[mine],
            "terms": np.log((terms.holds[rows] @ self.turned).toarray()[at, words]),
            "predicate": self._share(terms.predicate[rows], terms.plain)[at, words],
            "verb": self._share(terms.verb[rows], terms.plain)[at, words],
            "back": shared[at, words] / terms.total[words],
            "likeness": terms.likeness[terms.sentence[mine], terms.sentence[words]],
            "quoted": self._share(terms.quoted[rows], terms.plain)[at, words],
            "bare": terms.bare[words],
        }
        features = np.stack([np.asarray(found[name], dtype=np.float64) for name in FEATURES], axis=1)
        return Compared(mine, words, features, agree[at, words])

    def _real(self, rows: Rows) -> Bools:
        """Whether both deny, wish or expect what one does, the statement's verb above all, and nothing is only supposed."""
        terms = self.terms
        against, unreal = terms.denied | terms.against, terms.denied | terms.wished | terms.unsure
        told, sure = (self._common(terms.words[rows], terms.weights, turned) for turned in (self.turned, self.sure))
        real: Bools = unreal[rows][:, None] | (sure >= SURE * told)
        refused = self._common(terms.refused[rows], terms.weights) > SURE * told
        real &= refused == (self._common(terms.words[rows], terms.weights, self.refused) > SURE * told)
        own = np.asarray(terms.verb[rows].multiply(terms.refused[rows]).sum(axis=1)) > 0
        real &= own | ((terms.verb[rows] @ self.refused).toarray() == 0)
        real &= ~against[rows][:, None] | against
        real &= ~terms.unsure[rows][:, None] | terms.unsure
        real &= terms.wished[rows][:, None] == terms.wished
        return real

    def _common(self, rows: csr_matrix, weights: Floats, turned: csr_matrix | None = None) -> Floats:
        """The weight of the terms of each of `rows` that each span holds."""
        return np.asarray((rows @ diags(weights) @ (self.turned if turned is None else turned)).toarray(), np.float64)

    def _share(self, rows: csr_matrix, weights: Floats) -> Floats:
        """The same as a share of the weight of all of the row's terms; 1 where it has none."""
        whole = np.asarray(rows @ weights)[:, None]
        return np.where(whole > 0, self._common(rows, weights) / np.maximum(whole, 0.1), 1.0)

    def _lacks(self, rows: Rows, kind: Floats) -> Bools:
        """Whether a span does not name all terms of this kind that the statement names."""
        mine = self.terms.holds[rows] @ kind
        lacks: Bools = mine[:, None] > self._common(self.terms.holds[rows], kind)
        return lacks

    def _clash(self, rows: Rows, kind: Floats) -> Bools:
        """Whether both name a day or month or year, and not the same one."""
        mine, theirs = self.terms.holds[rows] @ kind, self.terms.holds @ kind
        same = self._common(self.terms.holds[rows], kind)
        clash: Bools = (mine[:, None] > 0) & (theirs > 0) & (same == 0)
        return clash
