"""Substantial statements that one article alone makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from scipy.sparse import csr_matrix

from digest.link.points.statements import Statement, overlaps
from digest.link.reading import Reading, Span
from digest.link.support import Overlap
from digest.model import Citation

MOST = 5
SUBSTANCE = 9.0
"""Weight of the terms a statement must have to be worth a line."""
OWN = 0.6
"""Share of a statement's weight that terms must have which no other article has."""
JUDGED = 1.2
"""What each word that judges takes from a statement's rank; a number or name adds 0.2."""


def singles(reading: Reading, overlap: Overlap, found: Sequence[Statement], shown: Iterable[Citation]) -> list[int]:
    """Return the spans of at most `MOST` statements that no other article makes, one an article, the rarest first.

    Needs two articles or more, and a language in which other words are found to say the same. Left out is what the page
    shows elsewhere (`shown`), and what has a part that another article carries, as far as `found` knows; what is reported
    goes before what is judged.
    """
    grammar = reading.language.grammar
    if len(reading.articles) < 2 or grammar is None:
        return []
    places = [(one.article_id, one.paragraph, one.start, one.end) for one in shown]
    carried = _carried(reading, found)
    own = _own(overlap)
    best: dict[int, tuple[float, int]] = {}
    for row, span in enumerate(reading.spans):
        if not span.alone or span.cut or span.paragraph == 0 or overlap.total[row] < SUBSTANCE or reading.leaning(span):
            continue
        article = reading.articles[span.article]
        if any(
            (name, paragraph) == (article.id, span.paragraph) and start < span.end and span.start < end
            for name, paragraph, start, end in places
        ) or any(overlaps(span, other) for other in carried.get((span.article, span.paragraph), ())):
            continue
        new = overlap.weight(overlap.terms(row) & own) / overlap.total[row]
        anchors = len({term.key for term in span.terms if term.kind in ("name", "number")})
        if new < OWN or anchors < 2:
            continue
        judged = len(grammar.hedges.judging.findall(reading.words(span)))
        if judged > 1 and not any(term.kind == "number" for term in span.terms):
            continue
        score = new * float(overlap.total[row]) ** 0.5 + 0.2 * anchors - 0.02 * span.place - JUDGED * judged
        if span.article not in best or score > best[span.article][0]:
            best[span.article] = (score, row)
    ranked = sorted(best.values(), key=lambda one: (-round(one[0], 9), one[1]))
    return [row for _, row in ranked[:MOST]]


def _own(overlap: Overlap) -> frozenset[int]:
    """The columns of the terms that one article alone has."""
    held = csr_matrix((np.ones(len(overlap.owner)), (overlap.owner, np.arange(len(overlap.owner))))) @ overlap.holds
    count = np.asarray((held > 0).sum(axis=0)).ravel()
    return frozenset(np.flatnonzero(count == 1).tolist())


def _carried(reading: Reading, found: Sequence[Statement]) -> dict[tuple[int, int], list[Span]]:
    """The spans, by article and paragraph, that make a statement of several articles, or one that others may make too."""
    rows = {row for one in found if one.carried for row in one.rows}
    rows |= {row for one in found for _, near in one.near for row in (one.span, near)}
    table: dict[tuple[int, int], list[Span]] = {}
    for row in sorted(rows):
        span = reading.spans[row]
        table.setdefault((span.article, span.paragraph), []).append(span)
    return table
