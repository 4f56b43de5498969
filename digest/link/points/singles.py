"""Substantial statements that one article alone makes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from digest.link.points.candidates import Statement, leads
from digest.link.reading import Reading
from digest.link.support import SpanTerms

MOST_SINGLES = 3
"""Lines of one source alone, at most."""
SUBSTANCE = 9.0
"""Weight of the terms a statement must have to be worth a line."""
OWN = 0.6
"""Share of a statement's weight that terms must have which no other article has."""
ANCHORS = 2
"""Names and numbers that such a statement has at least."""


def singles(reading: Reading, terms: SpanTerms, lines: Sequence[Statement]) -> list[int]:
    """Return the spans of at most `MOST_SINGLES` of these lines that no other article tells of, one an article.

    Needs two articles or more, and a language in which other words are found to say the same. What an article opens with
    is a line, and so is what is judged more than reported.
    """
    grammar = reading.language.grammar
    if len(reading.articles) < 2 or grammar is None:
        return []
    own, found = _own(terms), dict[int, int]()
    for one in reversed(lines):
        span = reading.spans[one.span]
        if span.article in found or len(found) == MOST_SINGLES or one.carried or one.part or one.near or leads(span):
            continue
        new = terms.weight(terms.of(one.span) & own) / max(terms.total[one.span], 0.1)
        anchors = len({term.key for term in span.terms if term.kind in ("name", "number")})
        judged = len(grammar.hedges.judging.findall(reading.words(span)))
        if new >= OWN and anchors >= ANCHORS and judged <= 1 and terms.total[one.span] >= SUBSTANCE:
            found[span.article] = one.span
    return [one.span for one in lines if one.span in found.values()]


def _own(terms: SpanTerms) -> frozenset[int]:
    """The columns of the terms that one article alone has."""
    held = csr_matrix((np.ones(len(terms.owner)), (terms.owner, np.arange(len(terms.owner))))) @ terms.holds
    count = np.asarray((held > 0).sum(axis=0)).ravel()
    return frozenset(np.flatnonzero(count == 1).tolist())
