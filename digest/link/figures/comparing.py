"""Whether two numbers are one value of one measure, and the evidence for it."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.language.calendar import month_words, weekday_words
from digest.language.contraries import contrary
from digest.language.figures import Contrasts
from digest.language.numbers import COUNT, Quantity, digits, rounds_to
from digest.language.terms import Key, key
from digest.link.figures.measures import Mention, denies, fates, is_level, name_roots, root, weigh
from digest.link.figures.quantities import UNITS_OF_TIME, agree
from digest.link.reading import Reading

AGREE = 3.0
"""Weight of the terms around a number that two sources must share to give the same value of the same measure."""
LOOSELY = 4.0
"""The same where the values only agree: one is rounded, or a range that holds the other."""
DIGIT = 1.5
"""Weight of a digit that two equal values share."""
TELLING = 3
"""Digits of a count that is hardly equal by chance, so that what is counted may be named otherwise, or not at all."""
FEW = 10
"""Counts up to this that are equal may be so by chance."""
_WORD = re.compile(r"[^\W\d_]+")


def same_value(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether two mentions give the same value of the same measure, or values that agree (one rounded, or a range).

    Within an article equal values with any term in common are one. Two dates are of one event (`_same_event`), which both
    say happens then, or both say does not. Two other numbers are told apart by a denial, by words that take opposite sides,
    where one is a level and the other a change, and by `_kept_apart`; shares that may be equal by chance, where no word near
    both is in common. For the rest the evidence has to reach AGREE, or LOOSELY where the sentences tell of different places
    or the values only agree and neither their digits nor their subjects say that they are one.
    """
    mine, theirs = one.quantity, other.quantity
    if not _one_unit(one, other, reading.language.code) or not agree(mine, theirs):
        return False
    if one.article == other.article:
        return (mine.value, mine.top) == (theirs.value, theirs.top) and bool(one.context & other.context)
    known = reading.language.figures
    if mine.unit in UNITS_OF_TIME:
        return (
            known is not None
            and _is_denied(known.contrasts, one) == _is_denied(known.contrasts, other)
            and _same_event(known.contrasts, one, other)
        )
    if denies(one, other) or denies(other, one) or contrary(one.sides, other.sides):
        return False
    if is_level(known, one) != is_level(known, other):
        return False
    common = _common_digits(mine, theirs)
    if known and _kept_apart(known.contrasts, one, other, common):
        return False
    if mine.unit == "%" and common < 2 and not (one.words & other.words) - _units(reading):
        return False
    if mine.value != theirs.value and (common < 2 or not _subject(reading, one) & _subject(reading, other)):
        return evidence(reading, one, other, 0) >= LOOSELY
    return evidence(reading, one, other, common) >= (LOOSELY if elsewhere(reading, one, other) else AGREE)


def _one_unit(one: Mention, other: Mention, language: str) -> bool:
    """Whether two values have one unit, as far as both say what they count.

    Where one does not, as in "deaths rose to 1,204", it is the same number of at least TELLING digits, and its clause names
    what the other counts ("1,204 deaths"). Where neither does, the clause of each names what that of the other begins with.
    """
    bare = [mention.quantity.unit == COUNT for mention in (one, other)]
    if not any(bare):
        return one.quantity.unit == other.quantity.unit
    mine, theirs = _before(one), _before(other)
    if all(bare):
        return bool({*mine[:1]} & {*theirs} and {*theirs[:1]} & {*mine})
    value, counted, words = (
        (one.quantity.value, other.quantity, mine) if bare[0] else (other.quantity.value, one.quantity, theirs)
    )
    things = bool(counted.noun) and key(counted.noun.split()[-1].casefold(), language) in words
    return things and value == counted.value and digits(value) >= TELLING


def _before(mention: Mention) -> list[Key]:
    """The words of a clause before its number, but for the last: the verb, as in "deaths rose to 1,204"."""
    start, end = mention.clause[0], mention.quantity.start
    words = [term.key for term in mention.sentence.terms if term.kind == "word" and start <= term.start < end]
    return words[:-1]


def evidence(reading: Reading, one: Mention, other: Mention, common: int) -> float:
    """Return how much speaks for one measure: the terms around both numbers, the others beside them, the digits they share.

    Digits tell nothing where two sentences tell of two places.
    """
    weight = weigh(reading.weights, (one.context & other.context) - _units(reading))
    weight += weigh(reading.plain, _other_numbers(one) & _other_numbers(other))
    return weight if elsewhere(reading, one, other) else weight + DIGIT * common


def elsewhere(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether two sentences tell of different places, as they may where the words of place are not known."""
    known = reading.language.figures
    if known is None:
        return True
    dates = month_words(reading.language.code) | weekday_words(reading.language.code)
    here, there = (_places(known.contrasts.place, each.sentence.text) - dates for each in (one, other))
    return bool(here and there) and {root(name) for name in here}.isdisjoint(root(name) for name in there)


def clause_text(mention: Mention) -> str:
    """Return the words of the clause of a number."""
    return mention.sentence.text[slice(*mention.clause)]


def _units(reading: Reading) -> frozenset[Key]:
    return reading.language.figures.contrasts.units if reading.language.figures else frozenset()


def _subject(reading: Reading, mention: Mention) -> set[str]:
    """The name last before a number, else the names of its sentence; "" where it has none."""
    before = name_roots(term for term in mention.sentence.terms if term.end <= mention.quantity.start)
    return set(before[-1:]) or _named(reading, mention) or {""}


def _named(reading: Reading, mention: Mention) -> set[str]:
    """The names of a sentence; days and months name nobody."""
    code = reading.language.code
    return set(name_roots(mention.sentence.terms)) - {root(name) for name in month_words(code) | weekday_words(code)}


def _other_numbers(mention: Mention) -> set[Key]:
    """The other numbers of a sentence."""
    start, end = mention.quantity.start, mention.quantity.end
    return {term.key for term in mention.sentence.terms if term.kind == "number" and not start <= term.start < end}


def _common_digits(one: Quantity, other: Quantity) -> int:
    """How many digits two equal values share, up to three: few things or a round time are equal by chance."""
    if one.unit == "seconds":
        return 0
    ends = [(mine, theirs) for mine in (one.value, one.top) for theirs in (other.value, other.top)]
    return min(3, max(_digits_of_both(mine, theirs) for mine, theirs in ends if mine is not None and theirs is not None))


def _digits_of_both(one: float, other: float) -> int:
    """The digits of the rounder of two values where the other rounds to it; 0 where it does not, or it is a small count."""
    coarse, fine = sorted((one, other), key=digits)
    few = coarse <= FEW and coarse.is_integer()
    return digits(coarse) if not few and rounds_to(fine, coarse) else 0


def _same_event(contrasts: Contrasts, one: Mention, other: Mention) -> bool:
    """Whether one thing happens at both times: a word near them in common, and two plans or none."""
    planned = [bool(contrasts.before_plan.search(clause_text(mention))) for mention in (one, other)]
    return planned[0] == planned[1] and bool(one.words & other.words)


def _is_denied(contrasts: Contrasts, mention: Mention) -> bool:
    """Whether the clause of a date says that something does not happen then."""
    text, (start, end) = mention.sentence.text, mention.clause
    denial = contrasts.denial
    return bool(denial.search(text, start, mention.quantity.start) or denial.search(text, mention.quantity.end, end))


def _kept_apart(contrasts: Contrasts, one: Mention, other: Mention, common: int) -> bool:
    """Whether a number that tells little adds to another, or one counts the dead where the other counts the injured."""
    added = [bool(contrasts.added.search(mention.sentence.text[: mention.quantity.start])) for mention in (one, other)]
    befell = [fates(contrasts, clause_text(mention)) for mention in (one, other)]
    return (common < 2 and added[0] != added[1]) or (all(befell) and not befell[0] & befell[1])


@lru_cache(maxsize=4096)
def _places(place: re.Pattern[str], text: str) -> frozenset[str]:
    """The words, in lower case, of the names that stand behind a word of place."""
    return frozenset(word.casefold() for match in place.finditer(text) for word in _WORD.findall(match.group(1)))
