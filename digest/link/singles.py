"""Substantial statements that one article alone makes."""

from __future__ import annotations

from collections.abc import Sequence

from digest.link.overlap import Overlap
from digest.link.reading import Reading

MOST = 5
SUBSTANCE = 9.0
"""Weight of the terms a statement must have to be worth a line."""
ELSEWHERE = 0.45
"""Share of a statement's weight that any sentence of another article may hold at most."""


def singles(reading: Reading, overlap: Overlap, taken: Sequence[int]) -> list[int]:
    """Return the spans of at most `MOST` statements that no other article makes, one an article, the rarest first.

    Needs two articles or more; statements that overlap a point (`taken`) are left out.
    """
    if len(reading.articles) < 2:
        return []
    best: dict[int, tuple[float, int]] = {}
    for row, span in enumerate(reading.spans):
        if not span.alone or span.cut or span.paragraph == 0 or overlap.total[row] < SUBSTANCE:
            continue
        if reading.articles[span.article].text == "brief" and span.paragraph > len(
            reading.articles[span.article].paragraphs
        ):
            continue
        held = overlap.shared(row) / overlap.total[row]
        others = held[overlap.owner != span.article]
        elsewhere = float(others.max()) if len(others) else 0.0
        if elsewhere > ELSEWHERE or any(held[row_taken] > ELSEWHERE for row_taken in taken):
            continue
        anchors = len({term.key for term in span.terms if term.kind in ("name", "number")})
        if anchors < 2:
            continue
        score = (1 - elsewhere) * float(overlap.total[row]) ** 0.5 + 0.2 * anchors - 0.02 * span.place
        if span.article not in best or score > best[span.article][0]:
            best[span.article] = (score, row)
    ranked = sorted(best.values(), key=lambda one: (-round(one[0], 9), one[1]))
    return [row for _, row in ranked[:MOST]]
