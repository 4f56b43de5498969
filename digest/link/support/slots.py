"""What keeps one span from supporting another by who does what in both, and which names stand in one place of them.

Such rules look at one pair after the other, so they are asked only of pairs that would support each other without them.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from digest.language.grammar import Grammar
from digest.language.marks import ASKING, CLOSERS
from digest.language.numbers import Amount
from digest.language.roles import Told, replaced, swapped
from digest.language.terms import Key
from digest.link.reading import Reading, Span
from digest.link.support.amounts import rounds
from digest.link.support.held import Rows
from digest.link.support.terms import Bools, SpanTerms
from digest.link.support.vetoes import Codes, Veto
from digest.link.support.weights import LEAST_HELD


def otherwise(terms: SpanTerms, statements: Rows, supporters: Rows, asked: Bools) -> Codes:
    """Return for each pair that is `asked` for the rule by which the second does not support the first, if one says so."""
    found = np.full(len(statements), Veto.NONE, dtype=np.int8)
    if terms.grammar is not None:
        for at in np.flatnonzero(asked).tolist():
            found[at] = _between(terms, int(statements[at]), int(supporters[at]))
    return found


def asks(terms: SpanTerms, row: int) -> bool:
    """Whether the sentence of a span is a question."""
    return terms.reading.words(terms.reading.spans[terms.uncut[row]]).rstrip(f"{CLOSERS} ").endswith(ASKING)


def _lacks_act(terms: SpanTerms, row: int, words: int) -> bool:
    """Whether words have nothing of what the statement says in its main clause.

    Of a statement of two sentences they must have something of what each says in it and the other does not, names aside
    where it says more, and more than next to nothing of each.
    """
    span, had = terms.reading.spans[row], terms.of(words)
    if not span.pair:
        core = terms.columns(terms.told(row).core)
        return bool(core) and core.isdisjoint(had)
    one, other = (terms.whole[sentence] for sentence in (span.sentence, span.sentence + 1))
    names = terms.columns(frozenset(term.key for term in span.terms if term.kind == "name"))
    for mine, rest in ((one, other), (other, one)):
        half = terms.of(mine)
        needed = (terms.columns(terms.told(mine).core) or half) - terms.of(rest)
        needed = needed - names or needed
        if (needed and needed.isdisjoint(had)) or terms.weight(half & had) < LEAST_HELD * terms.weight(half):
            return True
    return False


def _between(terms: SpanTerms, row: int, words: int) -> Veto:
    """The rule for one pair; of words that are cut the rest of their sentence says who says them."""
    if _lacks_act(terms, row, words):
        return Veto.NO_ACT
    if asks(terms, words) and not asks(terms, row):
        return Veto.ASKED
    one = terms.told(row)
    for other in map(terms.told, dict.fromkeys((words, int(terms.uncut[words])))):
        if swapped(one, other):
            return Veto.REVERSED
        if terms.grammar and conversed(one, other, terms.grammar.contraries.converses):
            return Veto.CONTRARY
        if replaced(one, other):
            return Veto.OTHER_NAME
    if other_number(terms.reading, row, words) or _other_unit(terms.reading, row, words):
        return Veto.OTHER_NUMBER
    mine, theirs = ({term.key for term in terms.reading.spans[at].terms} for at in (row, words))
    return Veto.NO_MONTH if (mine - theirs) & terms.reading.language.months else Veto.NONE


def conversed(one: Told, other: Told, converses: Mapping[object, frozenset[object]]) -> bool:
    """Whether somebody does by the one sentence what by the other is done with him: buys and sells."""
    mine, theirs = ({verb: who for (place, verb), who in each.places.items() if place == "doer"} for each in (one, other))
    return any(mine[verb] & theirs[back] for verb in mine for back in theirs if back in converses.get(verb, ()))


def other_number(reading: Reading, one: int, other: int) -> bool:
    """Whether two spans count the same thing and find different numbers of it, or name different ranks or days of it."""
    mine, theirs = (_counted(reading.spans[row], reading.language.grammar) for row in (one, other))
    every = {term.key for term in reading.spans[other].terms}
    return any(
        not mine[what] & every and not any(rounds(fine, coarse) for fine in theirs[what] for coarse in mine[what])
        for what in mine.keys() & theirs.keys()
    )


def _other_unit(reading: Reading, one: int, other: int) -> bool:
    """Whether both spans give money, and in no currency both, whatever the numbers; or one number of different units."""
    mine, theirs = _currencies(reading, one), _currencies(reading, other)
    here, there = _units(reading, one), _units(reading, other)
    return bool(mine and theirs and mine.isdisjoint(theirs)) or any(
        here[value].isdisjoint(there[value]) for value in here.keys() & there.keys()
    )


def _units(reading: Reading, row: int) -> dict[float | str, set[str]]:
    span, known = reading.spans[row], reading.language.units
    offset = span.start - reading.sentences[span.sentence].start
    numbers = ((term.key.value, term.end - offset) for term in span.terms if isinstance(term.key, Amount))
    return known.measured(reading.words(span), numbers) if known else {}


def _currencies(reading: Reading, row: int) -> set[str]:
    known = reading.language.numbers
    found = known.quantities(reading.words(reading.spans[row])) if known else ()
    return {one.unit for one in found if known and one.unit in known.currencies.values()}


def _counted(span: Span, grammar: Grammar | None) -> dict[tuple[Key, bool], set[Key]]:
    """The numbers and the ranks in a span by the term that follows each, and the days by their month."""
    found: dict[tuple[Key, bool], set[Key]] = {}
    ranks, months = (grammar.vocabulary.ordinals, grammar.vocabulary.dated) if grammar else (frozenset(), frozenset())
    for before, term, after in zip((None, *span.terms), span.terms, (*span.terms[1:], None), strict=False):
        rank = term.key in ranks
        if not (rank or isinstance(term.key, Amount)):
            continue
        if before is not None and before.key in months:
            found.setdefault((before.key, rank), set()).add(term.key)
        elif after is not None:
            found.setdefault((after.key, rank), set()).add(term.key)
    return found
