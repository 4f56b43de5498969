"""What keeps words from supporting a statement, however much they share: rules with names.

Each rule looks at some statements and all spans of a story, and returns a matrix of a row a statement and a column a span
that says which of the spans do not support which statement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from digest.link.support.held import Floats
from digest.link.support.shared import Shared
from digest.link.support.terms import Bools

SURE = 0.5
"""Share of the words held that must stand outside clauses which say what is not so, only wished, or may be."""

Codes = NDArray[np.int8]


class Veto(IntEnum):
    """Which rule keeps words from supporting a statement; `NONE` where none does."""

    NONE = 0
    OTHER_MONTH = 1
    OTHER_YEAR = 2
    OTHER_WEEKDAY = 3
    OTHER_OUTLET = 4
    NO_AMOUNT = 5
    NO_YEAR = 6
    SUPPOSED = 7
    DISPUTED = 8
    VERB_DISPUTED = 9
    NOT_DENIED = 10
    NOT_EXPECTED = 11
    WISHED = 12
    OTHER_WORDS = 13
    NEGATED = 14
    CONTRARY = 15
    REVERSED = 16
    OTHER_NAME = 17
    OTHER_NUMBER = 18
    NO_ACT = 19
    NO_MONTH = 20
    ASKED = 21
    LONG_AGO = 22


SAYS = {
    Veto.NONE: "nothing",
    Veto.OTHER_MONTH: "another month",
    Veto.OTHER_YEAR: "another year",
    Veto.OTHER_WEEKDAY: "another day of the week",
    Veto.OTHER_OUTLET: "told to another outlet",
    Veto.NO_AMOUNT: "an amount is missing",
    Veto.NO_YEAR: "the year is missing",
    Veto.SUPPOSED: "only supposed, wished or denied there",
    Veto.DISPUTED: "one is denied, disputed or alleged, the other not",
    Veto.VERB_DISPUTED: "what was done is denied, disputed or alleged there",
    Veto.NOT_DENIED: "a denial, and no denial there",
    Veto.NOT_EXPECTED: "still to come, and not there",
    Veto.WISHED: "wished or asked for in one of the two",
    Veto.NEGATED: "what one says the other denies",
    Veto.CONTRARY: "the contrary of it",
    Veto.REVERSED: "who does it and to whom it is done are reversed",
    Veto.OTHER_NAME: "another name in the place of one",
    Veto.OTHER_NUMBER: "another number, rank or day",
    Veto.NO_MONTH: "the month is missing",
    Veto.ASKED: "asked there, and not said",
    Veto.LONG_AGO: "long ago there",
    Veto.NO_ACT: "nothing of what its main clause says",
    Veto.OTHER_WORDS: "other words, in a language of which no more is known",
}
"""Each rule in words, of what stands in a statement and there: in the words that may support it."""


def _clash(shared: Shared, kind: Floats) -> Bools:
    """Whether both name a month (year, day), by these columns, and not the same one."""
    theirs = shared.terms.holds.weight(kind)
    mine = theirs[shared.rows]
    if not mine.any():
        return np.zeros((len(mine), len(theirs)), dtype=bool)
    clash: Bools = (mine[:, None] > 0) & (theirs > 0) & (shared.kind(kind) == 0)
    return clash


def _other_month(shared: Shared) -> Bools:
    return _clash(shared, shared.terms.calendar.months)


def _other_year(shared: Shared) -> Bools:
    return _clash(shared, shared.terms.calendar.years)


def _other_weekday(shared: Shared) -> Bools:
    return _clash(shared, shared.terms.calendar.weekdays)


def _other_outlet(shared: Shared) -> Bools:
    """Whether both say to whom they were told, and it is not the same outlet."""
    terms = shared.terms
    found = np.zeros((len(shared.rows), len(terms.total)), dtype=bool)
    for at, row in enumerate(shared.rows.tolist()):
        if terms.venues[row]:
            found[at] = terms.elsewhere(row)
    return found


def _no_amount(shared: Shared) -> Bools:
    """Whether an amount of the statement is not there, nor a finer one that rounds to it."""
    mine = shared.terms.amounts.rows(shared.rows)
    lacks: Bools = mine.count[:, None] > mine.common(shared.terms.coarser)
    return lacks


def _no_year(shared: Shared) -> Bools:
    """Whether a year of the statement is not there."""
    kind = shared.terms.calendar.years
    mine = shared.terms.holds.weight(kind)[shared.rows]
    if not mine.any():
        return np.zeros((len(mine), len(shared.terms.total)), dtype=bool)
    lacks: Bools = mine[:, None] > shared.kind(kind)
    return lacks


def _supposed(shared: Shared) -> Bools:
    """Whether a statement of what is so shares most with clauses of what is not, may be, or is wished, or its verb does."""
    terms = shared.terms
    unreal = (terms.denied | terms.wished | terms.unsure)[shared.rows][:, None] | (shared.refused_here > SURE * shared.words)
    done = terms.verb.rows(shared.rows).common(terms.supposed) > 0
    supposed: Bools = ~unreal & ((shared.sure < SURE * shared.words) | done)
    return supposed


def _disputed(shared: Shared) -> Bools:
    """Whether most of the words that both have are denied, disputed or alleged in one and not in the other."""
    mine, theirs = (refused > SURE * shared.words for refused in (shared.refused_here, shared.refused_there))
    disputed: Bools = mine != theirs
    return disputed


def _verb_disputed(shared: Shared) -> Bools:
    """Whether the statement's verb is denied, disputed or alleged there and not in the statement."""
    terms = shared.terms
    mine = terms.verb.both(terms.refused).count[shared.rows] > 0
    disputed: Bools = ~mine[:, None] & (shared.verb_refused > 0)
    return disputed


def _long_ago(shared: Shared) -> Bools:
    """Whether the statement's verb was done long ago there, and the statement says neither that nor a year."""
    terms = shared.terms
    if not len(terms.past.columns):
        return np.zeros((len(shared.rows), len(terms.total)), dtype=bool)
    timed = terms.past.count + terms.holds.weight(terms.calendar.years) > 0
    past: Bools = ~timed[shared.rows][:, None] & (terms.verb.rows(shared.rows).common(terms.past) > 0)
    return past


def _not_denied(shared: Shared) -> Bools:
    against = shared.terms.denied | shared.terms.against
    missing: Bools = against[shared.rows][:, None] & ~against
    return missing


def _not_expected(shared: Shared) -> Bools:
    missing: Bools = shared.terms.unsure[shared.rows][:, None] & ~shared.terms.unsure
    return missing


def _wished(shared: Shared) -> Bools:
    one: Bools = shared.terms.wished[shared.rows][:, None] != shared.terms.wished
    return one


def _negated(shared: Shared) -> Bools:
    """Whether one denies a word that the other says without a denial."""
    negated: Bools = (shared.negated_here > 0) | (shared.negated_there > 0)
    return negated


def _contrary(shared: Shared) -> Bools:
    """Whether both take a side of one choice between contraries, and not the same."""
    choices, sides = (each.rows(shared.rows).common(each) for each in (shared.terms.choices, shared.terms.sides))
    contrary: Bools = choices > sides
    return contrary


VetoRule = Callable[[Shared], Bools]
APART: dict[Veto, VetoRule] = {
    Veto.OTHER_MONTH: _other_month,
    Veto.OTHER_YEAR: _other_year,
    Veto.OTHER_WEEKDAY: _other_weekday,
    Veto.OTHER_OUTLET: _other_outlet,
}
"""Rules by which words tell of something else: they are not even compared with the statement."""
DISAGREE: dict[Veto, VetoRule] = {
    Veto.SUPPOSED: _supposed,
    Veto.DISPUTED: _disputed,
    Veto.VERB_DISPUTED: _verb_disputed,
    Veto.LONG_AGO: _long_ago,
    Veto.NOT_DENIED: _not_denied,
    Veto.NEGATED: _negated,
    Veto.CONTRARY: _contrary,
    Veto.NOT_EXPECTED: _not_expected,
    Veto.WISHED: _wished,
    Veto.NO_AMOUNT: _no_amount,
    Veto.NO_YEAR: _no_year,
}
"""Rules by which words tell of the same and do not say that it is so: they may stand beside the statement.

Last those by which they only lack something: of such words a part may be so.
"""
CONTRADICTIONS = (Veto.VERB_DISPUTED, Veto.LONG_AGO, Veto.NEGATED, Veto.CONTRARY)
"""What no words are kept from by being cut out of the sentence that says it."""


def first(rules: Iterable[tuple[Veto, VetoRule]], shared: Shared) -> Codes:
    """Return for each statement and each span the first of the rules that keeps the span from supporting the statement."""
    found = np.zeros((len(shared.rows), len(shared.terms.total)), dtype=np.int8)
    for veto, rule in rules:
        found[(found == Veto.NONE) & rule(shared)] = veto
    return found
