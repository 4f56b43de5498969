"""How probable it is that the words of one span support the statement of another: a logistic model of what both share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from digest.link.reading import LONGEST
from digest.link.support.shared import Shared
from digest.link.support.terms import Bools, Floats, Rows, SpanTerms
from digest.link.support.vetoes import APART, DISAGREE, Codes, Veto, first
from digest.link.support.weights import FEATURES, WEIGHTS

LEAST_HELD = 0.25
"""Share of a statement's weight that words worth a look hold."""
LEAST_SHARED = 2.5
"""The same as a weight."""
ALL = 0.97
"""Share of a statement's weight that words hold which support it in a language whose grammar is not known."""
CELLS = 1 << 19
"""Pairs looked at in one go."""


class Compared(NamedTuple):
    """Pairs of a statement and words worth a look, an element each: rows of spans, a row of FEATURES, a veto."""

    statements: Rows
    words: Rows
    features: Floats
    veto: Codes


class Supports(NamedTuple):
    """Pairs of a statement and words, an element each: their rows of spans and the probability that these support those.

    Where a `veto` says why not they share as much, and do not agree. Whether they have the `verb` of the statement tells
    most where both open an article.
    """

    statements: Rows
    words: Rows
    chance: Floats
    veto: Codes
    verb: Bools


def supports(terms: SpanTerms, rows: Sequence[int], *, keep_apart: bool = False) -> Supports:
    """Return for the statements at `rows` the spans worth a look, in order, each with its probability.

    In a language whose grammar is not known they agree in their words alone: see `_by_words`. `keep_apart` is that of `compare`.
    """
    found = list(compare(terms, rows, keep_apart=keep_apart))
    if not found:
        nothing = np.empty(0)
        none = nothing.astype(np.int64)
        return Supports(none, none, nothing, nothing.astype(np.int8), nothing.astype(bool))
    statements, words, features, veto = (np.concatenate(each) for each in zip(*found, strict=True))
    if not terms.reading.language.grammar:
        return _by_words(terms, statements, words, features, veto)
    logit = WEIGHTS[0] + (features * np.array(WEIGHTS[1:])).sum(axis=1)
    verb = features[:, FEATURES.index("verb")] > 0
    return Supports(statements, words, np.round(1 / (1 + np.exp(-logit)), 6), veto, verb)


def _by_words(terms: SpanTerms, statements: Rows, words: Rows, features: Floats, veto: Codes) -> Supports:
    """What the same words say, and where denials are known all of a statement's words and few more, no denial among them.

    The probability is the share that both have in common: no model was fitted on the language.
    """
    held, back = FEATURES.index("held"), FEATURES.index("back")
    same = [terms.same_words(one, other) for one, other in zip(statements.tolist(), words.tolist(), strict=True)]
    alike: Bools = np.array(same, dtype=bool)
    if terms.reading.language.negations:
        alike |= (features[:, held] >= ALL) & (terms.denied[statements] == terms.denied[words])
    both: Floats = features[:, [held, back]].min(axis=1).round(6)
    vetoed = np.where((veto == Veto.NONE) & ~alike, Veto.OTHER_WORDS, veto).astype(np.int8)
    return Supports(statements, words, both, vetoed, np.zeros(len(words), dtype=bool))


def compare(terms: SpanTerms, rows: Sequence[int], *, keep_apart: bool = False) -> Iterator[Compared]:
    """Yield for the statements at `rows` the spans that share enough to be worth a look, in order.

    Left out are words longer than an extract may be, words that do not end where a clause does, and unless `keep_apart` those
    that tell of something else (see `vetoes.APART`). No article supports its own.
    """
    if len(terms.reading.articles) < 2:
        return
    step = max(1, CELLS // max(1, len(terms.total)))
    shared = Shared(terms)
    for start in range(0, len(rows), step):
        yield _compared(shared, np.array(rows[start : start + step], dtype=np.int64), keep_apart=keep_apart)


def _compared(shared: Shared, rows: Rows, *, keep_apart: bool) -> Compared:
    """Return the pairs worth a look of the statements at `rows`."""
    terms = shared.terms
    both = shared.weight(terms.holds[rows], terms.weights)
    held = both / terms.total[rows][:, None]
    fits = (held >= LEAST_HELD) & (both >= LEAST_SHARED) & (terms.length <= LONGEST) & terms.ends
    fits &= terms.owner[rows][:, None] != terms.owner
    elsewhere = first(APART.items(), shared, rows)
    if not keep_apart:
        fits &= elsewhere == Veto.NONE
    veto = np.where(elsewhere == Veto.NONE, first(DISAGREE.items(), shared, rows), elsewhere)
    at, words = fits.nonzero()
    mine = rows[at]
    around = shared.weight(terms.holds[rows], terms.weights, shared.around) - both
    found = {
        "held": held[at, words],
        "around": around[at, words] / terms.total[mine],
        "terms": np.log((terms.holds[rows] @ shared.holds).toarray()[at, words]),
        "predicate": shared.share(terms.predicate[rows], terms.plain)[at, words],
        "verb": shared.share(terms.verb[rows], terms.plain)[at, words],
        "back": both[at, words] / terms.total[words],
        "likeness": terms.likeness[terms.sentence[mine], terms.sentence[words]],
        "quoted": shared.share(terms.quoted[rows], terms.plain)[at, words],
        "bare": terms.bare[words],
    }
    features = np.stack([np.asarray(found[name], dtype=np.float64) for name in FEATURES], axis=1)
    return Compared(mine, words, features, veto[at, words])
