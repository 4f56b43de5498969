"""What several articles tell of one matter, each in its own way: beside each other, claiming nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from digest.language.clauses import turns
from digest.language.standing import unattributed
from digest.link.points.candidates import Statement, core, covered, leads
from digest.link.points.openings import WIDE
from digest.link.reading import LONGEST, Place, Reading, overlaps
from digest.link.support import SpanTerms

LIKELY = 0.5
"""Probability that words support a statement from which they tell of the same matter, if not the same."""
COMMON = 4.0
"""Weight of the terms that two passages on one matter have in common."""
WORDS = 2
"""How many of these are words: names and numbers alone do not say what is told of them."""
NAMELESS = 4
"""The same where they share no name and no number."""
TOLD = 0.7
"""Share of what passages have in common that one line of the page may have."""
MOST_COMPARED = 8
"""Matters that no line tells of, at most."""


class _Shown(NamedTuple):
    """Words that the page shows, and the columns of their terms."""

    at: Place
    terms: frozenset[int]


class Comparisons(NamedTuple):
    """For each line the spans of other articles that stand beside it, and matters that no line tells of.

    A matter is a group of spans, one an article, the one to show first.
    """

    beside: tuple[tuple[int, ...], ...]
    matters: tuple[tuple[int, ...], ...]


def compare(
    reading: Reading, terms: SpanTerms, found: Sequence[Statement], lines: Sequence[Statement], elsewhere: Sequence[Place]
) -> Comparisons:
    """Return what several articles tell of one matter in other words or otherwise: of each of `lines`, and apart from them.

    `elsewhere` is what figures and quotations show: a matter that the page tells already is left out, and there are at most
    `MOST_COMPARED`. No words stand twice.
    """
    passages = _Passages(reading, terms)
    texts = [one.span for one in lines]
    beside: list[tuple[int, ...]] = []
    for one in lines:
        beside.append(passages.beside(one, texts))
        texts += beside[-1]
    cores = [core(terms, one) for one in lines]
    shown = _elsewhere(reading, terms, elsewhere)
    shown += [passages.shown(row) for one, rows in zip(lines, beside, strict=True) for row in (*one.rows, *rows)]
    matters: list[tuple[int, ...]] = []
    for rows in passages.groups(found):
        head = terms.of(rows[0])
        told = any(covered(terms, line, head, TOLD) for line in cores) or _known(reading, terms, rows, shown)
        if len(matters) < MOST_COMPARED and not told:
            matters.append(rows)
            shown += [passages.shown(row) for row in rows]
    return Comparisons(tuple(beside), tuple(matters))


def _known(reading: Reading, terms: SpanTerms, rows: Sequence[int], shown: Sequence[_Shown]) -> bool:
    """Whether a line tells most of what these spans have in common, or shares its words with one of them."""
    common = frozenset.union(*(terms.of(one) & terms.of(other) for one, other in combinations(rows, 2)))
    return any(
        covered(terms, common, each.terms, TOLD) or any(overlaps(reading.spans[row].at, each.at) for row in rows)
        for each in shown
    )


class _Passages:
    """The spans of a story as passages to be read beside each other."""

    def __init__(self, reading: Reading, terms: SpanTerms) -> None:
        self.reading, self.terms = reading, terms
        self.heads = _heads(reading)
        self._dates = [frozenset(np.flatnonzero(kind).tolist()) for kind in terms.calendar]

    def beside(self, one: Statement, texts: Sequence[int]) -> tuple[int, ...]:
        """Words of articles that do not support a statement which tell of its matter, the likest first; none of `texts`."""
        spans, kept = self.reading.spans, list(one.rows)
        near = sorted((each for each in one.near if self.likely(one, each)), reverse=True)
        for row in (self.heads[row] for _, row in near if row in self.heads):
            other = spans[row].article not in {spans[other].article for other in kept}
            new = not any(overlaps(spans[row].at, spans[text].at) for text in texts)
            if other and new and self.readable(row) and self.one_matter(one.span, row):
                kept.append(row)
        return tuple(kept[len(one.rows) :][:WIDE])

    def groups(self, found: Sequence[Statement]) -> list[tuple[int, ...]]:
        """Each statement with words of other articles that tell of its matter, though they do not support it; best first.

        What most articles tell of comes first, then what has most in common, reads well alone and is short. Of a group that
        comes first which stands alone, near the top of its article; where none does, there is no group.
        """
        spans = self.reading.spans
        groups = set()
        for one in found:
            near = [each for each in one.near if self.likely(one, each)]
            if near:
                rows = self.of_one_matter([one.span, *(row for _, row in sorted(near, reverse=True)), *one.carried])
                heads = (self.heads[row] for row in rows if row in self.heads)
                groups.add(tuple(row for row in heads if self.readable(row)))

        def rank(rows: tuple[int, ...]) -> tuple[int, int, int, int, tuple[int, ...]]:
            leaning = sum(not spans[row].alone for row in rows)
            common = max(self.common(one, other) for one, other in combinations(rows, 2))
            return -len(rows), -round(common), leaning, sum(spans[row].end - spans[row].start for row in rows), rows

        ranked = sorted((rows for rows in groups if len(rows) > 1), key=rank)
        return [headed for rows in ranked if (headed := self.headed(rows))]

    def likely(self, one: Statement, near: tuple[float, int]) -> bool:
        """Whether words probably tell of a statement's matter; openings of one story do all the more."""
        chance, row = near
        return chance >= LIKELY or (self.leading(one.span) and self.leading(row))

    def headed(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """The spans of a matter, first one that stands alone, near the top of its article; empty where none does."""
        spans = self.reading.spans
        alone = [row for row in rows if spans[row].alone and not self.reading.leaning(spans[row])]
        first = min(alone, key=lambda row: (spans[row].place, row), default=None)
        return () if first is None else (first, *(row for row in rows if row != first))

    def of_one_matter(self, rows: Sequence[int]) -> tuple[int, ...]:
        """The first of these spans and, one an article, those that tell of the matter of all before them; at most `WIDE`."""
        kept: list[int] = []
        for row in rows:
            if len(kept) < WIDE and all(self.one_matter(row, other) for other in kept):
                kept.append(row)
        return tuple(sorted(kept, key=lambda row: self.reading.spans[row].article))

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
        if span.end - span.start > LONGEST or not self.reading.in_text(span):
            return False
        bare = self.terms.bare[row] or unattributed(self.reading.words(span), self.reading.language)
        return not bare and self.reading.leaning(span) < 2

    def shown(self, row: int) -> _Shown:
        """A span as words that the page shows."""
        return _Shown(self.reading.spans[row].at, self.terms.of(row))

    def leading(self, row: int) -> bool:
        """Whether a span is of one sentence of an article's opening."""
        span = self.reading.spans[row]
        return leads(span) and not span.pair


def _heads(reading: Reading) -> dict[int, int]:
    """For each span of one sentence the one that begins with the sentence and ends where it does, else the whole sentence.

    What a clause depends on stands before it: who says, denies or wishes it. What turns it stands behind: "but", "not".
    """
    single = [row for row, span in enumerate(reading.spans) if not span.pair]
    start: dict[int, int] = {}
    for row in single:
        span = reading.spans[row]
        start[span.sentence] = min(start.get(span.sentence, span.start), span.start)
    ends = {row: (reading.spans[row].sentence, reading.spans[row].end) for row in single}
    whole = {
        ends[row]: row for row in single if reading.spans[row].start == start[ends[row][0]] and not _turned(reading, row)
    }
    sentences = {row: (sentence, reading.sentences[sentence].end) for row, (sentence, _) in ends.items()}
    heads = {row: whole.get(end, whole.get(sentences[row])) for row, end in ends.items()}
    return {row: head for row, head in heads.items() if head is not None}


def _turned(reading: Reading, row: int) -> bool:
    """Whether a span stops where its sentence turns."""
    span = reading.spans[row]
    sentence = reading.sentences[span.sentence]
    return turns(sentence.text, span.end - sentence.start, reading.language)


def _elsewhere(reading: Reading, terms: SpanTerms, places: Iterable[Place]) -> list[_Shown]:
    """Words that stand anywhere in the articles, with the terms of the sentences that lie within them."""
    inside: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
    for sentence in reading.sentences:
        found = inside.setdefault((sentence.article, sentence.paragraph), [])
        found += [(sentence.start + t.start, sentence.start + t.end, terms.order[t.key]) for t in sentence.terms]
    return [
        _Shown(
            at,
            frozenset(
                term
                for start, end, term in inside.get((at.article, at.paragraph), ())
                if at.start <= start and end <= at.end
            ),
        )
        for at in places
    ]
