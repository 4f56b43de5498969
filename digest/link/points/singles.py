"""Substantial statements that one article alone makes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from digest.link.points.candidates import Statement
from digest.link.reading import Place, Reading, overlaps, touches
from digest.link.support import SpanTerms

MOST_SINGLES = 5
"""Lines of one source alone, at most."""
SUBSTANCE = 9.0
"""Weight of the terms a statement must have to be worth a line."""
OWN = 0.6
"""Share of a statement's weight that terms must have which no other article has."""
JUDGED = 1.2
"""What each word that judges takes from a statement's rank; a number or name adds 0.2."""


def singles(reading: Reading, terms: SpanTerms, found: Sequence[Statement], shown: Sequence[Place]) -> list[int]:
    """Return the spans of at most `MOST_SINGLES` statements that no other article makes, one an article, the rarest first.

    Needs two articles or more, and a language in which other words are found to say the same. Left out is what the page
    shows elsewhere (`shown`), and what has a part that another article carries, as far as `found` knows; what is reported
    goes before what is judged.
    """
    grammar = reading.language.grammar
    if len(reading.articles) < 2 or grammar is None:
        return []
    carried = _carried(reading, found)
    own = _own(terms)
    best: dict[int, tuple[float, int]] = {}
    for row, span in enumerate(reading.spans):
        if not span.alone or span.cut or span.paragraph == 0 or terms.total[row] < SUBSTANCE or reading.leaning(span):
            continue
        told = any(overlaps(span.at, other) for other in carried.get((span.article, span.paragraph), ()))
        if told or any(touches(span.at, other) for other in shown):
            continue
        new = terms.weight(terms.of(row) & own) / terms.total[row]
        anchors = len({term.key for term in span.terms if term.kind in ("name", "number")})
        if new < OWN or anchors < 2:
            continue
        judged = len(grammar.hedges.judging.findall(reading.words(span)))
        if judged > 1 and not any(term.kind == "number" for term in span.terms):
            continue
        score = new * float(terms.total[row]) ** 0.5 + 0.2 * anchors - 0.02 * span.place - JUDGED * judged
        if span.article not in best or score > best[span.article][0]:
            best[span.article] = (score, row)
    ranked = sorted(best.values(), key=lambda one: (-round(one[0], 9), one[1]))
    return [row for _, row in ranked[:MOST_SINGLES]]


def _own(terms: SpanTerms) -> frozenset[int]:
    """The columns of the terms that one article alone has."""
    held = csr_matrix((np.ones(len(terms.owner)), (terms.owner, np.arange(len(terms.owner))))) @ terms.holds
    count = np.asarray((held > 0).sum(axis=0)).ravel()
    return frozenset(np.flatnonzero(count == 1).tolist())


def _carried(reading: Reading, found: Sequence[Statement]) -> dict[tuple[int, int], list[Place]]:
    """The spans, by article and paragraph, that make a statement of several articles, or one that others may make too."""
    rows = {row for one in found if one.carried for row in one.rows}
    rows |= {row for one in found for _, near in one.near for row in (one.span, near)}
    table: dict[tuple[int, int], list[Place]] = {}
    for row in sorted(rows):
        span = reading.spans[row]
        table.setdefault((span.article, span.paragraph), []).append(span.at)
    return table
