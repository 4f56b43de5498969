"""Statements: spans that a page tells, each with the words of other articles that support it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from digest.language.clauses import turns
from digest.link.reading import Reading, Span
from digest.link.support import LEAST_SHARED, OPENING, SUPPORT, Bools, Floats, Rows, SpanTerms, Supports, Veto, supports

LEAD = 3
"""Sentences, the title among them, in which an article says what the story is about."""
SHORTER = 0.2
"""How much less probable than a source's best words shorter ones may be to be cited in their place."""
NEAR = 0.25
"""Probability from which words may say the same, so that a statement is not one source's alone."""
COMPARED = 4.0
"""Weight of words that may be compared with others though they do not stand alone."""
ONE_FACT = 0.6
"""Share of what words have of a statement that its other sources have too, from which they all tell the same of it."""

MOSTLY = 0.6
"""Share of the weight of a passage's terms that other words have which may stand for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A span that stands for a statement, and the spans of other articles that support it, one each in their order.

    `part` has the words of further articles that carry part of it, each a sentence or its beginning; `lacking` those of
    `carried` that support it and do not tell all of it.
    `near` has words of articles that are not cited which may tell of the same, each
    with how probably: too little to be cited, or otherwise, or for another statement that the same words support.
    """

    span: int
    carried: tuple[int, ...]
    near: tuple[tuple[float, int], ...]
    part: tuple[int, ...] = ()
    lacking: frozenset[int] = frozenset()

    @property
    def rows(self) -> tuple[int, ...]:
        """Its span, and those of the words that support it."""
        return (self.span, *self.carried)


class Agreement(NamedTuple):
    """What articles of a story support each other in: statements that may be cited for others, and what may support them.

    `able` has the spans that stand alone in the text, `found` the pairs, `made` a statement for each span asked for.
    """

    able: Rows
    found: Supports
    made: dict[int, Statement]

    def carriers(self, terms: SpanTerms, rows: Sequence[int]) -> Floats:
        """For each span how many further articles support it, or a statement that says most of it."""
        tied = [one for one in self.made.values() if one.carried]
        if not tied or not rows:
            return np.zeros(len(rows))
        shared = terms.shared(rows, [one.span for one in tied])
        most = shared >= MOSTLY * terms.total[list(rows)][:, None]
        count: Floats = (most * np.array([len(one.carried) for one in tied], dtype=np.float64)).max(axis=1)
        return count

    def with_spans(self, reading: Reading, terms: SpanTerms, rows: Sequence[int]) -> Agreement:
        """Return it with statements for these spans too."""
        further = sorted({*rows} - {*self.made})
        found = supports(terms, further)
        made = {**self.made, **{one.span: one for one in statements(reading, terms, further, found)}}
        both = Supports(
            statements=np.concatenate([self.found.statements, found.statements]),
            supporters=np.concatenate([self.found.supporters, found.supporters]),
            chance=np.concatenate([self.found.chance, found.chance]),
            veto=np.concatenate([self.found.veto, found.veto]),
            verb=np.concatenate([self.found.verb, found.verb]),
        )
        return Agreement(self.able, both, dict(sorted(made.items())))


def agreement(reading: Reading, terms: SpanTerms) -> Agreement:
    """Return what the spans of a story that stand alone agree in."""
    able = [row for row in asked(reading, terms) if reading.spans[row].alone and reading.spans[row].paragraph]
    found = supports(terms, able)
    made = {one.span: one for one in statements(reading, terms, able, found)}
    return Agreement(np.array(able, dtype=np.int64), found, made)


def statements(reading: Reading, terms: SpanTerms, rows: Sequence[int], found: Supports) -> list[Statement]:
    """Return a statement for each of these spans, in their order, with what of each other article supports it best.

    `found` has what may support them.
    """
    able: dict[int, dict[int, list[tuple[float, int]]]] = {row: {} for row in rows}
    near: dict[int, dict[int, list[tuple[float, int]]]] = {row: {} for row in rows}
    begun = heads(reading)
    whole = np.array([span.pair or begun.get(row) == row for row, span in enumerate(reading.spans)], dtype=bool)
    likely = (found.veto == Veto.NONE) & (found.chance >= least(reading, found)) & whole[found.supporters]
    for kept, which in ((able, likely), (near, found.chance >= NEAR)):
        for row, words, chance, *_ in zip(*(each[which].tolist() for each in found), strict=True):
            kept[row].setdefault(reading.spans[words].article, []).append((chance, words))
    made = []
    for row, by_article in able.items():
        best = [_shortest(terms, each) for _, each in sorted(by_article.items())]
        same = _of_one_fact(terms, row, best)
        others = [_shortest(terms, each) for other, each in sorted(near[row].items()) if other not in by_article]
        made.append(
            Statement(
                span=row,
                carried=tuple(words for _, words in same),
                near=(*others, *(one for one in best if one not in same)),
            )
        )
    return made


def asked(reading: Reading, terms: SpanTerms) -> list[int]:
    """Return the spans that may agree with others: those that stand alone, and those that say enough to be compared."""
    alone = _stands_alone(reading) & (terms.total >= LEAST_SHARED)
    return [int(row) for row in np.flatnonzero(alone | _comparable(reading, terms))]


def least(reading: Reading, found: Supports) -> Floats:
    """Return for each pair the probability from which its words are cited for its statement."""
    lead = np.array([leads(span) for span in reading.spans], dtype=bool)
    needed: Floats = SUPPORT - OPENING * (found.verb & lead[found.statements] & lead[found.supporters])
    return needed


def _stands_alone(reading: Reading) -> Bools:
    return np.array([span.alone for span in reading.spans], dtype=bool)


def _of_one_fact(terms: SpanTerms, row: int, best: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    """The words that share with a statement what the most probable of them does: a sentence may tell two facts."""
    shared = {words: terms.words_of(row) & terms.words_of(words) for _, words in best}
    _, first = max(best, key=lambda one: (one[0], -one[1]), default=(0.0, row))
    least = ONE_FACT * terms.weight(shared[first]) if best else 0.0
    return [one for one in best if terms.weight(shared[one[1]] & shared[first]) >= least]


def _comparable(reading: Reading, terms: SpanTerms) -> Bools:
    """Which spans say enough to be compared: words of the text up to the end of a clause."""
    text = [not span.pair and reading.in_text(span) for span in reading.spans]
    substantial: Bools = np.array(text, dtype=bool) & terms.ends & (terms.total >= COMPARED)
    return substantial


def _shortest(terms: SpanTerms, able: Sequence[tuple[float, int]]) -> tuple[float, int]:
    """The shortest words of those about as probable as the best; two sentences only where none alone supports it."""
    spans = terms.reading.spans
    single = [one for one in able if not spans[one[1]].pair] or able
    most = max(chance for chance, _ in single)
    close = [one for one in single if one[0] >= most - SHORTER]
    chance, words = min(close, key=lambda one: (int(terms.length[one[1]]), -one[0], one[1]))
    return chance, words


def core(terms: SpanTerms, one: Statement) -> frozenset[int]:
    """The terms of a statement of several articles that its sources have too."""
    return terms.of(one.span) & frozenset.union(*map(terms.of, one.carried))


def leads(span: Span) -> bool:
    """Whether a span stands where an article says what the story is about."""
    return span.place <= LEAD


def covered(terms: SpanTerms, one: frozenset[int], other: frozenset[int], share: float) -> bool:
    """Whether `other` has at least this share of the weight of the terms (columns) of `one`."""
    return terms.weight(one & other) >= share * terms.weight(one)


def heads(reading: Reading) -> dict[int, int]:
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
