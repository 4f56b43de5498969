"""What several articles tell of one matter, each in its own way: side by side, claiming nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from scipy.sparse import diags

from digest.link.clauses import leans
from digest.link.overlap import Overlap
from digest.link.points import LEAD, Statement, overlaps
from digest.link.reading import LONGEST, Reading
from digest.model import Citation

LIKELY = 0.4
"""Probability that words support a statement from which they tell of the same matter, if not the same."""
COMMON = 4.0
"""Weight of the terms that two passages on one matter have in common."""
WORDS = 2
"""How many of these are words: names and numbers alone do not say what is told of them."""
TOLD = 0.7
"""Share of what passages have in common that one line of the page may have."""
MOST = 8
WIDE = 4
"""Articles whose openings stand side by side."""


class _Line(NamedTuple):
    """Words that the page shows, and the columns of their terms."""

    article: int
    paragraph: int
    start: int
    end: int
    lead: bool
    terms: frozenset[int]


def comparisons(
    reading: Reading, overlap: Overlap, found: Sequence[Statement], shown: Sequence[Sequence[Citation]]
) -> list[tuple[int, ...]]:
    """Return at most `MOST` groups of spans, one an article, that tell of one matter in other words or otherwise.

    `shown` has the citations of each line of the page; what these tell is left out. Where no line stands on the openings of
    several articles, theirs come first: they tell of the event itself.
    """
    page = [[_line(reading, overlap, citation) for citation in line] for line in shown]
    told = [words for line in page for words in line]
    chosen: list[tuple[int, ...]] = []
    for rows in _groups(reading, overlap, found):
        common = _common(overlap, rows)
        known = any(overlap.weight(common & words.terms) >= TOLD * overlap.weight(common) for words in told)
        known |= any(overlaps(reading.spans[row], words) for row in rows for words in told)
        if len(chosen) < MOST and not known:
            chosen.append(rows)
            page.append([_told(reading, overlap, row) for row in rows])
            told += page[-1]
    if any(sum(words.lead for words in line) > 1 for line in page):
        return chosen
    first = _openings(reading, overlap)
    rest = [
        rows for rows in chosen if not any(overlaps(reading.spans[one], reading.spans[row]) for one in first for row in rows)
    ]
    return [first, *rest][:MOST] if len(first) > 1 else rest


def _openings(reading: Reading, overlap: Overlap) -> tuple[int, ...]:
    """For at most `WIDE` articles the sentence of its opening that has most in common with the others' openings.

    The earlier of two sentences needs less.
    """
    rows = [
        row
        for row, span in enumerate(reading.spans)
        if span.place <= LEAD and not (span.cut or span.pair) and _shown(reading, row)
    ]
    if not rows:
        return ()
    held, owner = overlap.holds[rows], overlap.owner[rows]
    common = (held @ diags(overlap.plain) @ held.T).toarray()
    first = np.flatnonzero(np.diff(owner, prepend=-1))
    likest = np.maximum.reduceat(common, first, axis=1)
    likest[owner[:, None] == owner[first]] = 0.0
    score = np.round(likest.sum(axis=1) / np.sqrt([max(1, reading.spans[row].place) for row in rows]), 6)
    ranked = [rows[at] for at in np.argsort(-score, kind="stable").tolist()]
    groups = (_together(overlap, [row, *ranked]) for row in ranked[:WIDE])
    return next((group[:WIDE] for group in groups if len(group) > 1), ())


def _groups(reading: Reading, overlap: Overlap, found: Sequence[Statement]) -> list[tuple[int, ...]]:
    """Each statement with words of other articles that tell of its matter; best first.

    What most articles tell of comes first, then what reads well alone, then what has most in common, shortly.
    """
    heads = _heads(reading)
    groups = set()
    for one in found:
        near = [each for each in one.near if each[0] >= LIKELY or _open(reading, one.span, each[1])]
        members = _together(overlap, [*one.rows, *(row for _, row in sorted(near, reverse=True))])
        groups.add(tuple(heads[row] for row in members if row in heads))

    def rank(rows: tuple[int, ...]) -> tuple[int, int, float, int, tuple[int, ...]]:
        spans = [reading.spans[row] for row in rows]
        leaning, length = sum(leans(reading.words(span)) for span in spans), sum(span.end - span.start for span in spans)
        return -len(rows), leaning, -round(overlap.weight(_common(overlap, rows))), length, rows

    told = (tuple(row for row in rows if _shown(reading, row)) for rows in groups if len(rows) > 1)
    return sorted({rows for rows in told if len(rows) > 1}, key=rank)


def _together(overlap: Overlap, rows: Sequence[int]) -> tuple[int, ...]:
    """The first of these spans and, one an article, each that tells of the matter of all those before it."""
    kept: list[int] = []
    for row in rows:
        terms, words = overlap.terms(row), frozenset(overlap.words[row].indices.tolist())
        if all(
            overlap.owner[row] != overlap.owner[other]
            and overlap.weight(terms & overlap.terms(other)) >= COMMON
            and len(words & overlap.terms(other)) >= WORDS
            for other in kept
        ):
            kept.append(row)
    return tuple(sorted(kept, key=lambda row: overlap.owner[row]))


def _common(overlap: Overlap, rows: Sequence[int]) -> frozenset[int]:
    """The terms that more than one of these spans has."""
    return frozenset.union(*(overlap.terms(one) & overlap.terms(other) for one, other in combinations(rows, 2)))


def _heads(reading: Reading) -> dict[int, int]:
    """For each span the one that ends where it does and begins with its sentence, where there is one.

    What a clause depends on stands before it: who says, denies or wishes it.
    """
    start: dict[int, int] = {}
    whole: dict[tuple[int, int], int] = {}
    for row, span in enumerate(reading.spans):
        if start.setdefault(span.sentence, span.start) == span.start:
            whole[span.sentence, span.end] = row
    ends = [(span.sentence, span.end) for span in reading.spans]
    return {row: whole[end] for row, end in enumerate(ends) if end in whole}


def _shown(reading: Reading, row: int) -> bool:
    """Whether a span may be shown: words of the text, not too long, that do not lean on their surroundings too much."""
    span = reading.spans[row]
    return span.end - span.start <= LONGEST and reading.sentences[span.sentence].body and leans(reading.words(span)) < 2


def _open(reading: Reading, *rows: int) -> bool:
    """Whether all of these spans stand where articles say what they are about."""
    return all(reading.spans[row].place <= LEAD for row in rows)


def _told(reading: Reading, overlap: Overlap, row: int) -> _Line:
    span = reading.spans[row]
    return _Line(span.article, span.paragraph, span.start, span.end, span.place <= LEAD, overlap.terms(row))


def _line(reading: Reading, overlap: Overlap, citation: Citation) -> _Line:
    number = next(at for at, article in enumerate(reading.articles) if article.id == citation.article_id)
    around = [one for one in reading.sentences if (one.article, one.paragraph) == (number, citation.paragraph)]
    terms = frozenset(
        overlap.order[term.key]
        for sentence in around
        for term in sentence.terms
        if citation.start <= sentence.start + term.start and sentence.start + term.end <= citation.end
    )
    lead = any(sentence.place <= LEAD and sentence.start <= citation.start < sentence.end for sentence in around)
    return _Line(number, citation.paragraph, citation.start, citation.end, lead, terms)
