"""What several articles tell of one matter, each in its own way: beside each other, claiming nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from digest.language.clauses import turns
from digest.language.standing import unattributed
from digest.link.points.statements import WIDE, Statement, core, leads, overlaps
from digest.link.reading import LONGEST, Reading
from digest.link.support import Overlap
from digest.model import Citation

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
MOST = 8


class _Shown(NamedTuple):
    """Words that the page shows, and the columns of their terms."""

    article: int
    paragraph: int
    start: int
    end: int
    terms: frozenset[int]


class Comparisons(NamedTuple):
    """For each point the spans of other articles that stand beside it, and matters that no point tells of.

    A matter is a group of spans, one an article, the one to show first.
    """

    beside: list[tuple[int, ...]]
    matters: list[tuple[int, ...]]


def comparisons(
    reading: Reading,
    overlap: Overlap,
    found: Sequence[Statement],
    points: Sequence[Statement],
    shown: Iterable[Citation],
    show: Callable[[Sequence[int]], bool],
) -> Comparisons:
    """Return what several articles tell of one matter in other words or otherwise: of each of `points`, and apart from them.

    `shown` is all that the page cites: a matter that it tells is left out, and there are at most `MOST`. No words stand
    twice. `show` is asked last whether spans may be shown, all of a matter or none.
    """
    passages = _Passages(reading, overlap)
    texts = [one.span for one in points]
    beside: list[tuple[int, ...]] = []
    for one in points:
        beside.append(tuple(row for row in passages.beside(one, texts) if show((row,))))
        texts += beside[-1]
    cores = [core(overlap, one) for one in points]
    told = _lines(reading, overlap, shown)
    told += [passages.shown(row) for one, rows in zip(points, beside, strict=True) for row in (*one.rows, *rows)]
    chosen: list[tuple[int, ...]] = []
    for rows in passages.groups(found):
        again = any(overlap.weight(core & overlap.terms(rows[0])) >= TOLD * overlap.weight(core) for core in cores)
        if len(chosen) < MOST and not again and not _known(reading, overlap, rows, told) and show(rows):
            chosen.append(rows)
            told += [passages.shown(row) for row in rows]
    return Comparisons(beside, chosen)


def _known(reading: Reading, overlap: Overlap, rows: Sequence[int], told: Sequence[_Shown]) -> bool:
    """Whether a line tells most of what these spans have in common, or shares its words with one of them."""
    common = frozenset.union(*(overlap.terms(one) & overlap.terms(other) for one, other in combinations(rows, 2)))
    most = TOLD * overlap.weight(common)
    return any(
        overlap.weight(common & line.terms) >= most or any(overlaps(reading.spans[row], line) for row in rows)
        for line in told
    )


class _Passages:
    """The spans of a story as passages to be read beside each other."""

    def __init__(self, reading: Reading, overlap: Overlap) -> None:
        self.reading, self.overlap = reading, overlap
        self.heads = _heads(reading)
        self._dates = [frozenset(np.flatnonzero(kind).tolist()) for kind in overlap.calendar]

    def beside(self, one: Statement, texts: Sequence[int]) -> tuple[int, ...]:
        """Words of articles that do not support a statement which tell of its matter, the likest first; none of `texts`."""
        spans, kept = self.reading.spans, list(one.rows)
        near = sorted((each for each in one.near if self.likely(one, each)), reverse=True)
        for row in (self.heads[row] for _, row in near if row in self.heads):
            other = spans[row].article not in {spans[other].article for other in kept}
            new = not any(overlaps(spans[row], spans[text]) for text in texts)
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
                rows = self.together([one.span, *(row for _, row in sorted(near, reverse=True)), *one.carried])
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
        return chance >= LIKELY or (self.opens(one.span) and self.opens(row))

    def headed(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """The spans of a matter, first one that stands alone, near the top of its article; empty where none does."""
        spans = self.reading.spans
        alone = [row for row in rows if spans[row].alone and not self.reading.leaning(spans[row])]
        first = min(alone, key=lambda row: (spans[row].place, row), default=None)
        return () if first is None else (first, *(row for row in rows if row != first))

    def together(self, rows: Sequence[int]) -> tuple[int, ...]:
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
        mine, theirs = self.overlap.terms(one), self.overlap.terms(other)
        return (
            self.common(one, other) >= COMMON
            and len(words := self.overlap.worded(one) & self.overlap.worded(other)) >= WORDS
            and (mine & theirs > words or len(words) >= NAMELESS)
            and mine != theirs
            and all(mine & theirs & dates or not (mine & dates and theirs & dates) for dates in self._dates)
        )

    def common(self, one: int, other: int) -> float:
        """The weight of the terms that two spans share."""
        return self.overlap.weight(self.overlap.terms(one) & self.overlap.terms(other))

    def readable(self, row: int) -> bool:
        """Whether a span may be shown: words of the text with a verb, not too long, nor leaning on what is around them."""
        span = self.reading.spans[row]
        if span.end - span.start > LONGEST or not self.reading.in_text(span):
            return False
        bare = self.overlap.bare[row] or unattributed(self.reading.words(span), self.reading.language)
        return not bare and self.reading.leaning(span) < 2

    def shown(self, row: int) -> _Shown:
        """A span as words that the page shows."""
        return _Shown(*self.reading.spans[row][:4], self.overlap.terms(row))

    def opens(self, row: int) -> bool:
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


def _lines(reading: Reading, overlap: Overlap, shown: Iterable[Citation]) -> list[_Shown]:
    numbers = {article.id: number for number, article in enumerate(reading.articles)}
    inside: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
    for sentence in reading.sentences:
        places = inside.setdefault((sentence.article, sentence.paragraph), [])
        places += [(sentence.start + t.start, sentence.start + t.end, overlap.order[t.key]) for t in sentence.terms]
    lines = []
    for one in shown:
        where = numbers[one.article_id], one.paragraph
        terms = frozenset(term for start, end, term in inside.get(where, ()) if one.start <= start and end <= one.end)
        lines.append(_Shown(*where, one.start, one.end, terms))
    return lines
