"""How probable it is that the words of one span support the statement of another: a logistic model of what both share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

import numpy as np

from digest.language.marks import MARKS
from digest.link.reading import LONGEST
from digest.link.support.held import Floats, Rows
from digest.link.support.shared import Shared
from digest.link.support.slots import otherwise
from digest.link.support.terms import Bools, SpanTerms
from digest.link.support.verbatim import Supports, by_words
from digest.link.support.vetoes import APART, CONTRADICTIONS, DISAGREE, Codes, Veto, first
from digest.link.support.weights import FEATURES, LEAST_HELD, OPENING, SUPPORT, WEIGHTS

LEAST_SHARED = 2.5
"""Weight that a span has in common with a statement from which it may support it; besides a share of it, `LEAST_HELD`."""
CELLS = 1 << 17
"""Pairs looked at in one go."""


class Compared(NamedTuple):
    """Pairs of a statement and a span that may support it, an element each, in the order of both.

    `statements` and `supporters` are rows of `Reading.spans`; `features` has a row for each pair and a column for each of
    FEATURES; `veto` says by which rule the span does not support the statement, or `Veto.NONE`.
    """

    statements: Rows
    supporters: Rows
    features: Floats
    veto: Codes


def supports(terms: SpanTerms, rows: Sequence[int], *, keep_apart: bool = False) -> Supports:
    """Return the pairs that `compare` yields for the statements at `rows`, in order, each with its probability.

    In a language whose grammar is not known they agree in their words alone: see `by_words`. `keep_apart`: see `compare`.
    """
    found = list(compare(terms, rows, keep_apart=keep_apart))
    if not found:
        nothing = np.empty(0)
        none = nothing.astype(np.int64)
        return Supports(none, none, nothing, nothing.astype(np.int8), nothing.astype(bool))
    statements, supporters, features, veto = (np.concatenate(each) for each in zip(*found, strict=True))
    if not terms.reading.language.grammar:
        return by_words(terms, statements, supporters, features, veto)
    logit = WEIGHTS[0] + (features * np.array(WEIGHTS[1:])).sum(axis=1)
    verb = features[:, FEATURES.index("verb")] > 0
    chance: Floats = np.round(1 / (1 + np.exp(-logit)), 6)
    near = (veto == Veto.NONE) & (chance >= SUPPORT - OPENING)
    veto = np.where(near, otherwise(terms, statements, supporters, near), veto)
    return Supports(statements, supporters, chance, veto, verb)


def compare(
    terms: SpanTerms, rows: Sequence[int], *, keep_apart: bool = False, least: float = LEAST_HELD
) -> Iterator[Compared]:
    """Yield the pairs of the statements at `rows` and the spans that may support them, in order, some statements at a time.

    Such a span is of another article, shares enough (`least` of the statement's weight, and `LEAST_SHARED`) and a word,
    as names and numbers alone do not say what is told, is no longer than an extract may be and ends where a clause does.
    Spans that tell of something else (`vetoes.APART`) are left out unless `keep_apart`; those that disagree
    (`vetoes.DISAGREE`) are there, with their veto. Nothing is yielded for a story of one article.
    """
    if len(terms.reading.articles) < 2:
        return
    doubted = _doubted(terms)
    step = max(1, CELLS // max(1, len(terms.total)))
    for start in range(0, len(rows), step):
        yield _compared(
            Shared(terms, np.array(rows[start : start + step], dtype=np.int64)), doubted, least, keep_apart=keep_apart
        )


def _doubted(terms: SpanTerms) -> Bools:
    """Which spans are of a sentence that the next one says not to be so, or that does not say so what it reports.

    It does not where what stands behind its "that" may be, is to come, or is disputed.
    """
    hedges = terms.grammar.hedges if terms.grammar else None
    found = np.zeros(len(terms.reading.sentences), dtype=bool)
    if hedges is None:
        return found[terms.sentence]
    doubts = (hedges.unsure, hedges.disputed, hedges.supposing)
    for number, (sentence, following) in enumerate(zip_longest(terms.reading.sentences, terms.reading.sentences[1:])):
        before, reported, _ = sentence.text.partition(hedges.reported)
        found[number] = bool(reported) and any(doubt.search(before) for doubt in doubts)
        if following and following.article == sentence.article and (turn := hedges.retracting.match(following.text)):
            said = any(mark in sentence.text for mark in MARKS)
            told = turn.lastgroup != "answer" or reported or hedges.told.search(sentence.text)
            accuses = hedges.accusing.search(sentence.text) or hedges.accused.search(sentence.text)
            found[number] |= bool(told) and not (said or accuses)
    pairs = np.array([span.pair for span in terms.reading.spans], dtype=bool)
    doubted: Bools = found[terms.sentence] | (pairs & found[terms.sentence + pairs])
    return doubted


def _compared(shared: Shared, doubted: Bools, least: float, *, keep_apart: bool) -> Compared:
    """Return the pairs that `compare` yields for some statements, all at once; of spans that are `doubted` nothing is so."""
    terms, rows = shared.terms, shared.rows
    held = shared.held / terms.total[rows][:, None]
    fits = (held >= least) & (shared.held >= LEAST_SHARED) & (terms.length <= LONGEST) & terms.ends
    fits &= shared.words > 0
    fits &= terms.owner[rows][:, None] != terms.owner
    elsewhere = first(APART.items(), shared)
    if not keep_apart:
        fits &= elsewhere == Veto.NONE
    veto = np.where(elsewhere == Veto.NONE, first(DISAGREE.items(), shared), elsewhere)
    at, supporters = fits.nonzero()
    mine = rows[at]
    alone, uncut = veto[at, supporters], veto[at, terms.uncut[supporters]]
    told = np.where((alone == Veto.NONE) & np.isin(uncut, CONTRADICTIONS), uncut, alone)
    told = np.where((told == Veto.NONE) & doubted[supporters] & ~doubted[mine], Veto.SUPPOSED, told)
    found = {
        "held": held[at, supporters],
        "around": (shared.around - shared.held)[at, supporters] / terms.total[mine],
        "terms": np.log(shared.count[at, supporters]),
        "predicate": shared.predicate[at, supporters],
        "verb": shared.verb[at, supporters],
        "back": shared.held[at, supporters] / terms.total[supporters],
        "likeness": terms.likeness[terms.sentence[mine], terms.sentence[supporters]],
        "quoted": shared.quoted[at, supporters],
        "bare": terms.bare[supporters],
    }
    features = np.stack([np.asarray(found[name], dtype=np.float64) for name in FEATURES], axis=1)
    return Compared(mine, supporters, features, told)
