"""What several articles tell of one matter, each in its own way: side by side, claiming nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from digest.link.clauses import leans
from digest.link.overlap import Overlap
from digest.link.points import LEAD, Statement, overlaps
from digest.link.reading import Reading
from digest.link.weights import OPENING
from digest.model import Citation

LIKELY = 0.4
"""Probability that words support a statement from which they tell of the same matter, if not the same."""
TOLD = 0.7
"""Share of what passages have in common that one line of the page may have."""
MOST = 8


class _Line(NamedTuple):
    """Words that the page shows, and the columns of their terms."""

    article: int
    paragraph: int
    start: int
    end: int
    terms: frozenset[int]


def comparisons(
    reading: Reading, overlap: Overlap, found: Sequence[Statement], shown: Iterable[Citation]
) -> list[tuple[int, ...]]:
    """Return at most `MOST` groups of spans, one an article, that tell of one matter in other words or otherwise.

    Left out is what the page shows elsewhere (`shown`). What most articles tell of comes first, then what is likeliest.
    """
    lines = [_line(reading, overlap, citation) for citation in shown]
    chosen: list[tuple[int, ...]] = []
    for rows in _groups(reading, found):
        common = overlap.terms(rows[0]) & frozenset.union(*map(overlap.terms, rows[1:]))
        told = any(overlap.weight(common & line.terms) >= TOLD * overlap.weight(common) for line in lines)
        told |= any(overlaps(reading.spans[row], line) for row in rows for line in lines)
        if len(chosen) < MOST and not told:
            chosen.append(rows)
            lines += [_Line(*_place(reading, row), overlap.terms(row)) for row in rows]
    return chosen


def _groups(reading: Reading, found: Sequence[Statement]) -> list[tuple[int, ...]]:
    """Each statement with the words of other articles that tell of its matter, in the order they are chosen."""
    score: dict[tuple[int, ...], float] = {}
    for one in found:
        near = [(chance, row) for chance, row in one.near if chance >= LIKELY - OPENING * _open(reading, one.span, row)]
        near = [(chance, row) for chance, row in near if reading.sentences[reading.spans[row].sentence].body]
        if one.carried or near:
            rows = (*one.rows, *(row for _, row in near))
            score[rows] = one.score + sum(chance for chance, _ in near)

    def rank(rows: tuple[int, ...]) -> tuple[int, int, float, int, tuple[int, ...]]:
        spans = [reading.spans[row] for row in rows]
        leaning, length = sum(leans(reading.words(span)) for span in spans), sum(span.end - span.start for span in spans)
        return -len(rows), leaning, -round(score[rows], 1), length, rows

    return sorted(score, key=rank)


def _open(reading: Reading, *rows: int) -> bool:
    """Whether all of these spans stand where articles say what they are about."""
    return all(reading.spans[row].place <= LEAD for row in rows)


def _place(reading: Reading, row: int) -> tuple[int, int, int, int]:
    span = reading.spans[row]
    return span.article, span.paragraph, span.start, span.end


def _line(reading: Reading, overlap: Overlap, citation: Citation) -> _Line:
    number = next(at for at, article in enumerate(reading.articles) if article.id == citation.article_id)
    terms = frozenset(
        overlap.order[term.key]
        for sentence in reading.sentences
        if (sentence.article, sentence.paragraph) == (number, citation.paragraph)
        for term in sentence.terms
        if citation.start <= sentence.start + term.start and sentence.start + term.end <= citation.end
    )
    return _Line(number, citation.paragraph, citation.start, citation.end, terms)
