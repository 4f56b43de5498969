"""Which sources are cited for part of a line: a sentence of theirs tells one of the things that it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from digest.link.points.candidates import Statement, heads
from digest.link.reading import Reading
from digest.link.support import PART, Bools, SpanTerms, Supports, parts

LACKED = 4
"""Words of a statement that are neither in others nor around them, from which those carry part of it."""
STATED = 0.5
"""Share of what a statement says from its first verb on that words have at least which carry it in full."""


def with_parts(reading: Reading, terms: SpanTerms, found: Supports, lines: Sequence[Statement]) -> list[Statement]:
    """Return the lines with the words of articles not cited that carry part of them: for each sentence the most probable.

    `found` has the statements of the story that support each other. Such words begin with their sentence.
    """
    begun = sorted(set(heads(reading).values()))
    able: Bools = np.zeros(len(reading.spans), dtype=bool)
    able[begun] = True
    whole: dict[int, int] = {}
    for row in begun:
        best = whole.get(reading.spans[row].sentence, row)
        whole[reading.spans[row].sentence] = max(best, row, key=lambda each: reading.spans[each].end)
    asked = {one.span: _sentences(reading, whole, one.span) for one in lines}
    likely = parts(terms, found, sorted({row for rows in asked.values() for row in rows}), able)
    best_of: dict[int, dict[int, tuple[float, int]]] = {}
    for row, words, chance, _ in zip(*(each.tolist() for each in likely), strict=True):
        if chance >= PART:
            of = best_of.setdefault(row, {})
            article = reading.spans[words].article
            of[article] = max(of.get(article, (0.0, 0)), (chance, -words))
    made = []
    for one in lines:
        cited = {reading.spans[row].article for row in one.rows}
        each = (best_of.get(row, {}) for row in asked[one.span])
        chosen = {-words for of in each for article, (_, words) in of.items() if article not in cited}
        lacking = frozenset(words for words in one.carried if _lacks(terms, one.span, words))
        made.append(replace(one, part=tuple(sorted(chosen)), lacking=lacking))
    return made


def _lacks(terms: SpanTerms, row: int, words: int) -> bool:
    """Whether words that support a statement lack several words of it, also around them, or half of what it says."""
    stated, had = sorted(terms.predicate.row(row)), terms.of(words)
    around = had | terms.around.row(words)
    said = dict(zip(stated, terms.plain[stated].tolist(), strict=True))
    held = sum(weight for column, weight in said.items() if column in had)
    return len(terms.words_of(row) - around) >= LACKED or held < STATED * sum(said.values())


def _sentences(reading: Reading, whole: dict[int, int], row: int) -> list[int]:
    """The span itself, or what of each of its two sentences may be cited."""
    span = reading.spans[row]
    if not span.pair:
        return [row]
    return [whole[sentence] for sentence in (span.sentence, span.sentence + 1) if sentence in whole]
