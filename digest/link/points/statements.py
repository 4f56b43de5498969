"""What several sources state: one extract for each statement, and each source's own words for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from digest.link.reading import Reading, Span
from digest.link.support import LEAST_SHARED, OPENING, SUPPORT, Bools, Overlap, supports

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
SAME = 0.6
"""Share of the weight of a statement's terms that an earlier one has, from which it adds too little."""
SAME_WORDS = 0.5
"""The same where both cite the same words of a source."""
WHOLE = 0.8
"""The same for all of a statement, of which another one says more."""
SAME_ALONE = 0.3
"""The same for what one source alone states beside what others do: much of a story says the same in other words."""
SAME_OPENING = 0.5
"""The same for the opening of an article: it tells of the event as the others do, and what it puts first."""
ALIKE = 0.7
"""Share of the weight of the greater statement's terms from which one may be shown for the other."""
SUBSTANCE = 8.0
"""Weight of a statement that one source alone makes."""
NAMES = 3.0
"""Weight, in the language alone, of the names that two openings share when both tell of one event."""
WIDE = 4
"""Articles whose passages stand beside each other."""
EARLY = 7
"""Points that ask for an article's allowance before figures and quotations do."""
MOST = 16
"""Points that several articles carry, at most."""
LINES = 6
"""Lines up to which a page tells the openings that no line stands on."""
FEW = 3
"""Lines a page has at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A span that stands for a statement, and the spans of other articles that support it, one each in their order.

    `score` sums up how probably they do. `near` has words of articles that are not cited which may tell of the same, each
    with how probably: too little to be cited, or otherwise, or for another statement that the same words support.
    """

    span: int
    carried: tuple[int, ...]
    score: float
    near: tuple[tuple[float, int], ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """Its span, and those of the words that support it."""
        return (self.span, *self.carried)


def statements(reading: Reading, overlap: Overlap) -> list[Statement]:
    """Return a statement for each span that may stand for one, with the words of each other article that support it best.

    Words that cannot stand alone are no point: nothing is cited for them, and all that tells of the same is near.
    """
    stands = np.array([span.alone for span in reading.spans], dtype=bool)
    rows = np.flatnonzero((stands & (overlap.total >= LEAST_SHARED)) | _told_with_others(reading, overlap)).tolist()
    able: dict[int, dict[int, list[tuple[float, int]]]] = {row: {} for row in rows}
    found = supports(overlap, rows)
    near: dict[int, dict[int, list[tuple[float, int]]]] = {row: {} for row in rows}
    lead = np.array([leads(span) for span in reading.spans], dtype=bool)
    likely = (
        found.agree
        & stands[found.statements]
        & (found.chance >= SUPPORT - OPENING * (found.verb & lead[found.statements] & lead[found.words]))
    )
    for told, which in ((able, likely), (near, found.chance >= NEAR)):
        for row, words, chance, *_ in zip(*(each[which].tolist() for each in found), strict=True):
            told[row].setdefault(reading.spans[words].article, []).append((chance, words))
    made = []
    for row, by_article in able.items():
        best = [_shortest(overlap, each) for _, each in sorted(by_article.items())]
        same = _of_one_fact(overlap, row, best)
        others = [_shortest(overlap, each) for other, each in sorted(near[row].items()) if other not in by_article]
        made.append(
            Statement(
                span=row,
                carried=tuple(words for _, words in same),
                score=sum(chance for chance, _ in same),
                near=(*others, *(one for one in best if one not in same)),
            )
        )
    return made


def _of_one_fact(overlap: Overlap, row: int, best: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    """The words that share with a statement what the most probable of them does: a sentence may tell two facts."""
    shared = {words: overlap.worded(row) & overlap.worded(words) for _, words in best}
    _, first = max(best, key=lambda one: (one[0], -one[1]), default=(0.0, row))
    least = ONE_FACT * overlap.weight(shared[first]) if best else 0.0
    return [one for one in best if overlap.weight(shared[one[1]] & shared[first]) >= least]


def _told_with_others(reading: Reading, overlap: Overlap) -> Bools:
    """Which spans say enough to be compared: words of the text up to the end of a clause."""
    text = [not span.pair and reading.in_text(span) for span in reading.spans]
    substantial: Bools = np.array(text, dtype=bool) & overlap.ends & (overlap.total >= COMPARED)
    return substantial


def _shortest(overlap: Overlap, able: Sequence[tuple[float, int]]) -> tuple[float, int]:
    """The shortest words of those about as probable as the best; two sentences only where none alone supports it."""
    spans = overlap.reading.spans
    single = [one for one in able if not spans[one[1]].pair] or able
    most = max(chance for chance, _ in single)
    close = [one for one in single if one[0] >= most - SHORTER]
    chance, words = min(close, key=lambda one: (int(overlap.length[one[1]]), -one[0], one[1]))
    return chance, words


def choose(
    reading: Reading, overlap: Overlap, found: Sequence[Statement], groups: Sequence[str]
) -> list[tuple[Statement, ...]]:
    """Choose at most `MOST` statements of several articles of which no two say the same; the most independent first.

    Each comes with the other statements that say the same, the one to show first. `groups` names for each article the
    origin of its reporting, empty where unknown.
    """
    ranked = sorted((one for one in found if one.carried), key=lambda one: _rank(reading, one, groups))
    shared = {one.span: core(overlap, one) for one in ranked}
    chosen: list[tuple[Statement, ...]] = []
    again: list[list[Statement]] = []
    for one in ranked:
        told = next((place for place, (other, *_) in enumerate(chosen) if _told(overlap, one, other, shared)), None)
        if told is not None:
            again[told].append(one)
        elif len(chosen) < MOST:
            alike = [each for each in ranked if _alike(overlap, shared[each.span], shared[one.span])]
            chosen.append(tuple(sorted(alike, key=lambda each: _plain(reading, each))))
            again.append([])
    joined = [
        tuple(_joined(reading, one, others) for one in wordings)
        for wordings, others in zip(chosen, again, strict=True)
        if not any(_within(overlap, wordings[0], other, shared) for other, *_ in chosen)
    ]
    return sorted(joined, key=lambda wordings: _order(reading, wordings[0], groups))


def _within(overlap: Overlap, one: Statement, other: Statement, shared: Mapping[int, frozenset[int]]) -> bool:
    """Whether another statement of the same articles says all of this one, and more."""
    spans = overlap.reading.spans
    mine, theirs = ({spans[row].article for row in each.rows} for each in (one, other))
    more = overlap.weight(shared[other.span]) > overlap.weight(shared[one.span])
    return more and mine <= theirs and _same(overlap, shared[one.span], shared[other.span], WHOLE)


def _joined(reading: Reading, one: Statement, again: Sequence[Statement]) -> Statement:
    """A statement with those that say it again near it, where they are of articles it does not stand on."""
    articles = {reading.spans[row].article for row in one.rows}
    more = [(SUPPORT, other.span) for other in again if reading.spans[other.span].article not in articles]
    return replace(one, near=(*one.near, *more))


def alone(
    reading: Reading, overlap: Overlap, found: Sequence[Statement], told: Sequence[frozenset[int]], shown: Sequence[int]
) -> list[Statement]:
    """Choose what one article alone states: the opening of each article whose opening is not shown, up to `LINES` lines.

    A page that has less than `FEW` lines then is filled up from the top of its most central article; one that has none gets
    what an article opens with, which the headline above it makes plain even if it could not stand elsewhere. `told` has the
    terms (columns of the overlap) of each line that the page has, `shown` all its spans: what says much of the same is left
    out.
    """
    spans = reading.spans
    lines: list[tuple[int | None, frozenset[int]]] = [(None, terms) for terms in told]
    chosen: list[Statement] = []
    own = [one for one in found if not one.carried and spans[one.span].alone and spans[one.span].whole]
    own = [one for one in own if not any(overlaps(spans[one.span], spans[row]) for row in shown)]
    able: dict[int, list[Statement]] = {}
    for one in sorted(own, key=lambda one: (spans[one.span].place, -float(overlap.total[one.span]), one.span)):
        if overlap.total[one.span] >= SUBSTANCE and not reading.leaning(spans[one.span]):
            able.setdefault(spans[one.span].article, []).append(one)

    def take(some: Iterable[Statement], most: int, share: float) -> None:
        for one in some:
            article, mine = spans[one.span].article, overlap.terms(one.span)
            again = (_same(overlap, mine, line, SAME if of == article else share) for of, line in lines)
            if len(lines) < most and not any(again):
                chosen.append(one)
                lines.append((article, mine))

    articles = [article for article in _centrality(reading, overlap) if article in able]
    heard = opened(reading, shown)
    firsts = (able[article][0] for article in articles if article not in heard)
    take((one for one in firsts if leads(spans[one.span])), LINES, SAME_OPENING)
    take((one for article in articles[:1] for one in able[article]), FEW, SAME_ALONE)
    if not lines:
        openings = [one for one in found if leads(spans[one.span]) and spans[one.span].whole and spans[one.span].paragraph]
        first = sorted(openings, key=lambda one: (spans[one.span].place, one.span))
        take((one for one in first if not reading.leaning(spans[one.span])), 1, SAME_ALONE)
    return chosen


def together(reading: Reading, overlap: Overlap, lines: Sequence[Statement]) -> list[tuple[int, ...]]:
    """Group statements of one article each that open articles and name the same: the spans of each group, in their order.

    What several articles open with is one event, told in words so different that nothing else ties them.
    """
    grouped: list[tuple[int, ...]] = []
    for one in (line.span for line in lines):
        mine = overlap.terms(one) - overlap.worded(one)
        for place, (head, *rest) in enumerate(grouped):
            names = mine & overlap.terms(head)
            opens = len(opened(reading, (head, *rest, one))) == len(rest) + 2
            if opens and len(rest) + 1 < WIDE and float(overlap.plain[sorted(names)].sum()) >= NAMES:
                grouped[place] = (head, *rest, one)
                break
        else:
            grouped.append((one,))
    return grouped


def _plain(reading: Reading, one: Statement) -> tuple[int, int, float, int]:
    """Most articles first; of these what reads best alone, then what is supported best."""
    return -len(one.carried), reading.leaning(reading.spans[one.span]), -round(one.score, 6), one.span


def _told(overlap: Overlap, one: Statement, other: Statement, shared: Mapping[int, frozenset[int]]) -> bool:
    """Whether a statement adds little to another, or shares its very words."""
    spans = overlap.reading.spans
    words = any(overlaps(spans[mine], spans[theirs]) for mine in one.carried for theirs in other.carried)
    same = _same(overlap, shared[one.span], shared[other.span], SAME_WORDS if words else SAME)
    return same or overlaps(spans[one.span], spans[other.span])


def _same(overlap: Overlap, one: frozenset[int], other: frozenset[int], share: float) -> bool:
    """Whether a statement says little that `other` does not, by the terms each has in common with the words it stands on."""
    return overlap.weight(one & other) >= share * overlap.weight(one)


def _rank(reading: Reading, one: Statement, groups: Sequence[str]) -> tuple[int, int, int, float, int]:
    """Most origins first, articles of unknown origin each for itself; then most articles, then what is supported best."""
    leaning = reading.leaning(reading.spans[one.span])
    return *_breadth(reading, one, groups), leaning, -round(one.score, 6), one.span


def _breadth(reading: Reading, one: Statement, groups: Sequence[str]) -> tuple[int, int]:
    """How many origins and how many articles a statement has, as negative numbers: the most come first."""
    articles = {reading.spans[row].article for row in one.rows}
    return -len({groups[article] or f"unknown {article}" for article in articles}), -len(articles)


def _order(reading: Reading, one: Statement, groups: Sequence[str]) -> tuple[int, int, float, int]:
    """The order of a page: of what as many report first what stands near their tops, as a reporter puts the news first."""
    return *_breadth(reading, one, groups), -round(height(reading, one.rows), 9), one.span


def height(reading: Reading, rows: Sequence[int]) -> float:
    """How near the tops of their articles spans stand: 1 for titles, less the further down."""
    return sum(1 / (1 + reading.spans[row].place) for row in rows) / len(rows)


def _centrality(reading: Reading, overlap: Overlap) -> list[int]:
    """The articles, first the one whose opening shares most with the others' openings."""
    rows = [row for row, span in enumerate(reading.spans) if leads(span) and span.whole and not span.cut]
    score = dict.fromkeys(range(len(reading.articles)), 0.0)
    for row in rows:
        others = overlap.shared(row)[[other for other in rows if overlap.owner[other] != overlap.owner[row]]]
        score[int(overlap.owner[row])] += float(others.sum())
    return sorted(score, key=lambda number: (-round(score[number], 6), number))


def _alike(overlap: Overlap, one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two statements say the same and neither says much more."""
    return overlap.weight(one & other) >= ALIKE * max(overlap.weight(one), overlap.weight(other))


def core(overlap: Overlap, one: Statement) -> frozenset[int]:
    """The terms of a statement of several articles that its sources have too."""
    return overlap.terms(one.span) & frozenset.union(*map(overlap.terms, one.carried))


def opened(reading: Reading, rows: Iterable[int], most: int = LEAD) -> set[int]:
    """The articles of which these spans stand among the first sentences, up to number `most`; the title is number 0."""
    return {reading.spans[row].article for row in rows if reading.spans[row].place <= most}


def leads(span: Span) -> bool:
    """Whether a span stands where an article says what the story is about."""
    return span.place <= LEAD


class Placed(Protocol):
    """Words that stand in an article, [start, end) of a paragraph."""

    @property
    def article(self) -> int: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def overlaps(one: Placed, other: Placed) -> bool:
    """Whether two passages share more than half of the shorter one."""
    if (one.article, one.paragraph) != (other.article, other.paragraph):
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return 2 * common >= min(one.end - one.start, other.end - other.start)
