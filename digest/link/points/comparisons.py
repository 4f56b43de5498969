"""What several articles tell of one matter, each in its own way: beside each other, claiming nothing."""

from __future__ import annotations

import math
from collections.abc import Container, Sequence

import numpy as np

from digest.language.standing import unattributed
from digest.link.points.candidates import Statement, heads, leads
from digest.link.reading import LONGEST, OVER, Reading, overlaps, touches
from digest.link.support import SUPPORT, SpanTerms

LIKELY = 0.5
"""Probability that words support a statement from which they tell of the same matter, if not the same."""
COMMON = 4.0
"""Weight of the terms that two passages on one matter have in common."""
WORDS = 2
"""How many of these are words: names and numbers alone do not say what is told of them."""
NAMELESS = 4
"""The same where they share no name and no number."""
WIDE = 4
"""Articles whose passages stand beside each other."""
AGAIN = 0.4
"""Cosine of their terms from which a line tells again what an earlier one does (by one reader, see docs/measured.md)."""
AGAIN_CITED = 0.3
"""The same where one of them cites words of the other for a part of it."""


def beneath(
    reading: Reading, terms: SpanTerms, lines: Sequence[Statement], most: int, apart: Container[int]
) -> list[tuple[Statement, tuple[int, ...]]]:
    """Return the lines, each with the spans of other articles that stand beneath it; no words stand twice.

    A line that tells of an earlier one's matter in other words or otherwise stands beneath that one; so does one that only
    tells it again, if its span is none of those `apart`. Further passages stand there as long as the page has at most
    `most`.
    """
    passages = _Passages(reading, terms)
    kept: list[tuple[Statement, list[int]]] = []
    for one in lines:
        repeats = one.span not in apart
        head = next((rows for other, rows in kept if passages.fits(other, rows, one.span, may_repeat=repeats)), None)
        if head is None:
            kept.append((one, []))
        else:
            head.append(one.span)
    texts = [one.span for one in lines]
    for one, rows in sorted(kept, key=lambda each: not disputed(reading, each[0])):
        further = passages.beside(one, rows, texts)[: max(0, most - len(texts))]
        rows.extend(further)
        texts += further
    return [(one, tuple(rows)) for one, rows in kept]


def disputed(reading: Reading, one: Statement) -> bool:
    """Whether an article that is not cited has words near a statement that only what they say of it keeps apart."""
    cited = {reading.spans[row].article for row in (*one.rows, *one.part)}
    return any(chance >= SUPPORT and reading.spans[row].article not in cited for chance, row in one.near)


def again(reading: Reading, terms: SpanTerms, one: Statement, row: int) -> bool:
    """Whether the span of a line tells once more what an earlier line of another article does, and no amount besides.

    Of an earlier line of two sentences it may tell either.
    """
    span = reading.spans[one.span]
    if span.article == reading.spans[row].article or terms.amounts.row(row) - terms.amounts.row(one.span):
        return False
    halves = [terms.whole[span.sentence], terms.whole[span.sentence + 1]] if span.pair else []
    cited = any(overlaps(reading.spans[other].at, reading.spans[row].at) for other in (*one.part, *one.lacking))
    return max(_alike(terms, each, row) for each in (one.span, *halves)) >= (AGAIN_CITED if cited else AGAIN)


def _alike(terms: SpanTerms, one: int, other: int) -> float:
    """The cosine of the terms of two spans."""
    mine, theirs = terms.of(one), terms.of(other)
    return terms.weight(mine & theirs) / math.sqrt(terms.weight(mine) * terms.weight(theirs) + 1e-9)


class _Passages:
    """The spans of a story as passages to be read beside each other."""

    def __init__(self, reading: Reading, terms: SpanTerms) -> None:
        self.reading, self.terms = reading, terms
        self.heads = heads(reading)
        self._dates = [frozenset(np.flatnonzero(kind).tolist()) for kind in terms.calendar]

    def fits(self, one: Statement, rows: Sequence[int], row: int, may_repeat: bool) -> bool:
        """Whether the span of a line may stand beneath another, beside `rows`: also if it only tells that one again."""
        spans = self.reading.spans
        if len(rows) >= WIDE - 1 or spans[row].article in {spans[other].article for other in (one.span, *rows)}:
            return False
        return (may_repeat and again(self.reading, self.terms, one, row)) or (
            spans[row].article not in {spans[other].article for other in (*one.rows, *one.part)}
            and any(self.likely(one, near) and overlaps(spans[near[1]].at, spans[row].at) for near in one.near)
            and self.one_matter(one.span, row)
        )

    def beside(self, one: Statement, rows: Sequence[int], texts: Sequence[int]) -> list[int]:
        """Words of articles that do not support a statement which tell of its matter, the likest first.

        None shares words with one of `texts`, or is of an article that stands in `rows` already.
        """
        spans, kept = self.reading.spans, [*one.rows, *one.part, *rows]
        known = len(kept)
        near = sorted((each for each in one.near if self.likely(one, each)), reverse=True)
        for row in (self.heads[row] for _, row in near if row in self.heads):
            other = spans[row].article not in {spans[other].article for other in kept}
            new = not any(touches(spans[row].at, spans[text].at) for text in texts)
            if other and new and self.readable(row) and self.one_matter(one.span, row):
                kept.append(row)
        return kept[known:][: max(0, WIDE - 1 - len(rows))]

    def likely(self, one: Statement, near: tuple[float, int]) -> bool:
        """Whether words probably tell of a statement's matter; openings of one story do all the more."""
        chance, row = near
        return chance >= LIKELY or (self.leading(one.span) and self.leading(row))

    def one_matter(self, one: int, other: int) -> bool:
        """Whether two spans, of two articles, share enough and what is said, in other words and not of another day."""
        if self.reading.spans[one].article == self.reading.spans[other].article:
            return False
        mine, theirs = self.terms.of(one), self.terms.of(other)
        return (
            self.common(one, other) >= COMMON
            and len(words := self.terms.words_of(one) & self.terms.words_of(other)) >= WORDS
            and (mine & theirs > words or len(words) >= NAMELESS)
            and mine != theirs
            and all(mine & theirs & dates or not (mine & dates and theirs & dates) for dates in self._dates)
        )

    def common(self, one: int, other: int) -> float:
        """The weight of the terms that two spans share."""
        return self.terms.weight(self.terms.of(one) & self.terms.of(other))

    def readable(self, row: int) -> bool:
        """Whether a span may be shown: words of the text with a verb, not too long, nor leaning on what is around them."""
        span = self.reading.spans[row]
        if span.end - span.start > LONGEST or span.refusal == OVER or not self.reading.in_text(span):
            return False
        bare = self.terms.bare[row] or unattributed(self.reading.words(span), self.reading.language)
        return not bare and self.reading.leaning(span) < 2

    def leading(self, row: int) -> bool:
        """Whether a span is of one sentence of an article's opening."""
        span = self.reading.spans[row]
        return leads(span) and not span.pair
