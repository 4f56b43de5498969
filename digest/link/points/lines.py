"""The lines of a page that several sources support: which statements, in which wordings, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from digest.link.points.candidates import LEAD, Statement, core, covered
from digest.link.reading import Reading, overlaps
from digest.link.support import SUPPORT, SpanTerms

SAME = 0.6
"""Share of the weight of a statement's terms that an earlier one has, from which it adds too little."""
SAME_WORDS = 0.5
"""The same where both cite the same words of a source."""
WHOLE = 0.8
"""The same for all of a statement, of which another one says more."""
WORDING = 0.7
"""Share of the weight of the greater statement's terms from which one may be shown for the other."""
MOST_LINES = 16
"""Lines that several articles carry, at most."""


def choose(
    reading: Reading, terms: SpanTerms, found: Sequence[Statement], groups: Sequence[str]
) -> list[tuple[Statement, ...]]:
    """Choose at most `MOST_LINES` statements of several articles of which no two say the same; the most independent first.

    Each comes with the other statements that say the same, the one to show first. `groups` names for each article the
    origin of its reporting, empty where unknown.
    """
    ranked = sorted((one for one in found if one.carried), key=lambda one: _rank(reading, one, groups))
    shared = {one.span: core(terms, one) for one in ranked}
    chosen: list[tuple[Statement, ...]] = []
    again: list[list[Statement]] = []
    for one in ranked:
        repeated = next((place for place, (other, *_) in enumerate(chosen) if _repeats(terms, one, other, shared)), None)
        if repeated is not None:
            again[repeated].append(one)
        elif len(chosen) < MOST_LINES:
            wordings = [each for each in ranked if _is_wording(terms, shared[each.span], shared[one.span])]
            chosen.append(tuple(sorted(wordings, key=lambda each: _clarity(reading, each))))
            again.append([])
    joined = [
        tuple(_joined(reading, one, others) for one in wordings)
        for wordings, others in zip(chosen, again, strict=True)
        if not any(_within(terms, wordings[0], other, shared) for other, *_ in chosen)
    ]
    return sorted(joined, key=lambda wordings: _order(reading, wordings[0], groups))


def _within(terms: SpanTerms, one: Statement, other: Statement, shared: Mapping[int, frozenset[int]]) -> bool:
    """Whether another statement of the same articles says all of this one, and more."""
    spans = terms.reading.spans
    mine, theirs = ({spans[row].article for row in each.rows} for each in (one, other))
    more = terms.weight(shared[other.span]) > terms.weight(shared[one.span])
    return more and mine <= theirs and covered(terms, shared[one.span], shared[other.span], WHOLE)


def _joined(reading: Reading, one: Statement, again: Sequence[Statement]) -> Statement:
    """A statement with those that say it again near it, where they are of articles it does not stand on."""
    articles = {reading.spans[row].article for row in one.rows}
    more = [(SUPPORT, other.span) for other in again if reading.spans[other.span].article not in articles]
    return replace(one, near=(*one.near, *more))


def _clarity(reading: Reading, one: Statement) -> tuple[int, int, float, int]:
    """Most articles first; of these what reads best alone, then what is supported best."""
    return -len(one.carried), reading.leaning(reading.spans[one.span]), -round(one.score, 6), one.span


def _repeats(terms: SpanTerms, one: Statement, other: Statement, shared: Mapping[int, frozenset[int]]) -> bool:
    """Whether a statement adds little to another, or shares its very words."""
    spans = terms.reading.spans
    words = any(overlaps(spans[mine].at, spans[theirs].at) for mine in one.carried for theirs in other.carried)
    same = covered(terms, shared[one.span], shared[other.span], SAME_WORDS if words else SAME)
    return same or overlaps(spans[one.span].at, spans[other.span].at)


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


def _is_wording(terms: SpanTerms, one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two statements say the same and neither says much more."""
    return terms.weight(one & other) >= WORDING * max(terms.weight(one), terms.weight(other))


def opened(reading: Reading, rows: Iterable[int], most: int = LEAD) -> set[int]:
    """The articles of which these spans stand among the first sentences, up to number `most`; the title is number 0."""
    return {reading.spans[row].article for row in rows if reading.spans[row].place <= most}
