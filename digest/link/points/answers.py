"""Accusations and their answers: what a page says that somebody did stands with the denial, if any article has one."""

from __future__ import annotations

from collections.abc import Sequence

from digest.language.grammar import Hedges
from digest.language.terms import Key
from digest.link.points.candidates import Statement, statements
from digest.link.points.passages import passages
from digest.link.reading import Reading, touches
from digest.link.support import SpanTerms, supports

Answers = dict[int, int]
"""For the span of a line that accuses somebody the span of the line in which he denies it."""


def answered(reading: Reading, terms: SpanTerms, told: Sequence[Statement], most: int) -> tuple[list[Statement], Answers]:
    """Return what a page tells with a denial for each of the first `most` statements that accuses somebody who denies.

    A denial that is told already is the answer; another comes before its accusation, so that no page has room for that one
    alone. Without a grammar nothing is known to accuse.
    """
    grammar = reading.language.grammar
    found: Answers = {}
    if grammar is None:
        return list(told), found
    kept = list(told)
    for one in told[:most]:
        accused = _accused(reading, one.span, grammar.hedges)
        if not accused or accused & _answering(reading, one.span, grammar.hedges):
            continue
        others = [other.span for other in kept[:most] if other is not one]
        own = [row for row in others if accused & _answering(reading, row, grammar.hedges)]
        row = own[0] if own else _denial(reading, terms, accused, [each.span for each in kept], grammar.hedges)
        if row is None:
            continue
        found[one.span] = row
        if not own:
            kept = [each for each in kept if not touches(reading.spans[each.span].at, reading.spans[row].at)]
            kept[kept.index(one) : kept.index(one)] = statements(reading, terms, [row], supports(terms, [row]))
    return kept, found


def together(lines: Sequence[Statement], answers: Answers) -> list[Statement]:
    """Return the lines in their order, each answer behind the first of the accusations that it answers."""
    by_span = {one.span: one for one in lines}
    moved = {row: by_span[row] for row in answers.values() if row in by_span and row != lines[0].span}
    made: list[Statement] = []
    for one in lines:
        if one.span in moved or one in made:
            continue
        made.append(one)
        answer = moved.get(answers.get(one.span, -1))
        if answer is not None and answer not in made:
            made.append(answer)
    return [*made, *(one for one in lines if one not in made)]


def _denial(reading: Reading, terms: SpanTerms, accused: frozenset[Key], told: Sequence[int], hedges: Hedges) -> int | None:
    """The passage in which one of these names denies that says most of what is told already, the earliest of such.

    It has no words of those told.
    """
    spans = reading.spans
    taken = [spans[row].at for row in told]
    heard = frozenset[int]().union(*map(terms.of, told))
    able = [
        row
        for row in passages(reading)
        if accused & _answering(reading, row, hedges) and not any(touches(spans[row].at, at) for at in taken)
    ]
    return max(able, key=lambda row: (round(terms.weight(terms.of(row) & heard), 6), -row), default=None)


def _accused(reading: Reading, row: int, hedges: Hedges) -> frozenset[Key]:
    """The names that a span accuses: those behind who accuses, or before a word that says of whom it is said."""
    words = reading.words(reading.spans[row])
    found: set[Key] = set()
    for match in hedges.accused.finditer(words):
        found |= _names(reading, row, 0, match.start())
    for match in hedges.accusing.finditer(words):
        found |= _names(reading, row, match.end(), len(words))
    return frozenset(found)


def _answering(reading: Reading, row: int, hedges: Hedges) -> frozenset[Key]:
    """The names of those who deny in a span: they stand before the denial."""
    match = hedges.answering.search(reading.words(reading.spans[row]))
    return _names(reading, row, 0, match.start()) if match else frozenset()


def _names(reading: Reading, row: int, start: int, end: int) -> frozenset[Key]:
    """The names between these code points of a span."""
    words = reading.words(reading.spans[row])[start:end]
    return frozenset(term.key for term in reading.lexicon.terms(words) if term.kind == "name")
