"""Accusations and their answers: what a page says that somebody did stands with the denial, if any article has one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.language.grammar import Hedges
from digest.language.terms import Key, Term, key
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
        said = _said(reading, one.span, grammar.hedges) - accused
        others = [other.span for other in kept[:most] if other is not one]
        own = [row for row in others if _answers(reading, row, accused, said, grammar.hedges)]
        able = own or [row for row in passages(reading) if _answers(reading, row, accused, said, grammar.hedges)]
        row = own[0] if own else _denial(reading, terms, able, [each.span for each in kept])
        if row is None:
            continue
        found[one.span] = row
        if not own:
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


def _denial(reading: Reading, terms: SpanTerms, able: Sequence[int], told: Sequence[int]) -> int | None:
    """Of these passages that have no words of those told the one that says most of what is told already, the earliest."""
    spans = reading.spans
    taken = [spans[row].at for row in told]
    heard = frozenset[int]().union(*map(terms.of, told))
    free = [row for row in able if not any(touches(spans[row].at, at) for at in taken)]
    return max(free, key=lambda row: (round(terms.weight(terms.of(row) & heard), 6), -row), default=None)


def _answers(reading: Reading, row: int, accused: frozenset[Key], said: frozenset[Key], hedges: Hedges) -> bool:
    """Whether one of those accused denies in a span, and what is said of them or all of it: nothing else."""
    if not accused & _answering(reading, row, hedges):
        return False
    return bool(hedges.denying_all.search(reading.words(reading.spans[row])) or said & _denied(reading, row, hedges))


def _accused(reading: Reading, row: int, hedges: Hedges) -> frozenset[Key]:
    """The names that a span accuses: the first behind who accuses, or those before a word that says of whom it is said."""
    words = reading.words(reading.spans[row])
    found: set[Key] = set()
    for match in hedges.accused.finditer(words):
        found |= _names(reading, row, match.start())
    for match in hedges.accusing.finditer(words):
        found |= _first_named(reading, words, match.end(), hedges)
    return frozenset(found)


def _first_named(reading: Reading, words: str, start: int, hedges: Hedges) -> set[Key]:
    """The first name behind this code point, with the names and titles that are joined to it."""
    found: set[Key] = set()
    end = None
    for term in reading.lexicon.terms(words):
        if term.start < start or term.kind not in ("name", "title") or (end is None and term.kind == "title"):
            continue
        if end is not None and not hedges.joined.fullmatch(words[end : term.start]):
            break
        end = term.end
        if term.kind == "name":
            found.add(term.key)
    return found


def _said(reading: Reading, row: int, hedges: Hedges) -> frozenset[Key]:
    """The terms of a span that accuses, but for the words by which it does."""
    words = reading.words(reading.spans[row])
    marks = [match.span() for pattern in (hedges.accused, hedges.accusing) for match in pattern.finditer(words)]
    return _matter(
        reading, (term for term in reading.lexicon.terms(words) if not any(a <= term.start < b for a, b in marks))
    )


def _denied(reading: Reading, row: int, hedges: Hedges) -> frozenset[Key]:
    """The terms of what a span denies: the words behind the denial, and names but where it may be denied."""
    words = reading.words(reading.spans[row])
    match = hedges.answering.search(words)
    if match is None:
        return frozenset()
    reported = words.find(hedges.reported, match.start())
    behind = (term for term in reading.lexicon.terms(words) if term.start >= match.end())
    return _matter(reading, (term for term in behind if term.kind != "name" or term.start > reported))


def _matter(reading: Reading, terms: Iterable[Term]) -> frozenset[Key]:
    """What these terms stand for, but for denials, titles, years and days."""
    language = reading.language
    days = {form for name in language.weekdays for form in (name, key(name, language.code))} | set(language.months)
    return frozenset(term.key for term in terms if term.kind not in ("not", "title", "date") and term.key not in days)


def _answering(reading: Reading, row: int, hedges: Hedges) -> frozenset[Key]:
    """The names of those who deny in a span: they stand before the denial."""
    match = hedges.answering.search(reading.words(reading.spans[row]))
    return _names(reading, row, match.start()) if match else frozenset()


def _names(reading: Reading, row: int, end: int) -> frozenset[Key]:
    """The names of a span before this code point."""
    words = reading.words(reading.spans[row])[:end]
    return frozenset(term.key for term in reading.lexicon.terms(words) if term.kind == "name")
