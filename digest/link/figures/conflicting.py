"""Whether two numbers are different values of one measure: much is shared, and nothing tells the two apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from digest.language.figures import Contrasts
from digest.language.marks import inside_quotation
from digest.language.terms import Key, key
from digest.language.words import LETTER, Tokenizer
from digest.link.figures.comparing import AGREE, elsewhere
from digest.link.figures.events import EARLY, same_event
from digest.link.figures.measures import Mention, names, root, shared, weigh
from digest.link.figures.quantities import YEAR, agree, differ
from digest.link.reading import Reading

DIFFER = 4.3
"""Weight of the terms around two numbers that differ which both must share, in the language's own weights."""
LIKE_CONTEXT = 0.4
"""Share of the lesser context's weight that they must share."""
CLOSE = 1.15
"""Large numbers of one thing whose ratio is no more are of one measure unless something tells them apart."""
LARGE = 1000
"""Amounts and counts from this on are large."""
RATIO = 2.0
"""Values further apart than this measure different things."""
MARKED = 60
"""Code points on each side of a number in which a word says how it is meant."""
_WORDS = Tokenizer(f"{LETTER}+")


def other_value(reading: Reading, one: Mention, other: Mention, among: Sequence[Mention] = ()) -> bool:
    """Whether two mentions give different values of the same measure: they share enough, and nothing tells them apart.

    `among` are all mentions of the unit: an article that counts victims in several places gives the toll of none for all.
    """
    known = reading.language.figures
    if known is None or one.article == other.article or not differ(one.quantity, other.quantity):
        return False
    if one.toll or other.toll:
        return same_event(reading, one, other, among)
    if not all(_stands_in_text(each, among) for each in (one, other)):
        return False
    return _one_measure(reading, known.contrasts, one, other) and not told_apart(reading, known.contrasts, one, other)


def _stands_in_text(one: Mention, among: Sequence[Mention]) -> bool:
    """Whether a number stands in a text, or that of its title does: what a title leaves out may tell two numbers apart."""
    return bool(one.sentence.paragraph) or any(
        other.article == one.article and other.sentence.paragraph and agree(one.quantity, other.quantity) for other in among
    )


def _one_measure(reading: Reading, contrasts: Contrasts, one: Mention, other: Mention) -> bool:
    """Whether two mentions share enough to measure the same thing.

    What they share must hold a word that is no name and not the thing counted; large numbers of one thing that are nearly
    the same need less.
    """
    mine, theirs = one.quantity, other.quantity
    low, high = sorted((mine.value, theirs.value))
    if high > RATIO * low:
        return False
    common = (one.context & other.context) - contrasts.units
    if _is_large(one, other) and weigh(reading.plain, common) >= (AGREE if mine.noun else 2 * AGREE):
        return True
    if weigh(reading.plain, common) < DIFFER:
        return False
    if mine.unit == YEAR:
        return _says_same(one, other)
    counted = {name for mention in (one, other) for name in _counted(mention, reading.language.code)}
    near = (one.close & other.close) - contrasts.units
    if not (near & one.words & other.words) - counted or weigh(reading.plain, common - counted) < AGREE:
        return False
    whole = min(weigh(reading.plain, each.close - contrasts.units) for each in (one, other))
    return weigh(reading.plain, near) >= LIKE_CONTEXT * whole


def conflicting_pairs(reading: Reading, found: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Return the pairs of mentions that give different values of one measure, those that share most first.

    A value that the other article gives too, or that could differ from several of its values, is in no pair.
    """
    by_unit: dict[str, list[Mention]] = {}
    for mention in found:
        by_unit.setdefault(mention.quantity.unit, []).append(mention)
    pairs = [
        (one, other)
        for group in by_unit.values()
        for place, one in enumerate(group)
        for other in group[place + 1 :]
        if other_value(reading, one, other, group)
        and not _gives(reading, one, other, group)
        and not _gives(reading, other, one, group)
    ]
    values: dict[tuple[int, int], set[float]] = {}
    for one, other in pairs:
        values.setdefault((id(one), other.article), set()).add(other.quantity.value)
        values.setdefault((id(other), one.article), set()).add(one.quantity.value)
    clear = [
        (one, other)
        for one, other in pairs
        if len(values[id(one), other.article]) == 1 and len(values[id(other), one.article]) == 1
    ]
    return sorted(clear, key=lambda pair: -shared(reading, *pair))


def second_toll(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether the sentence beside that of a toll gives, by name, another toll of the same event."""
    known = reading.language.figures
    near = one.article == other.article and abs(one.sentence.place - other.sentence.place) == 1
    if known is None or not near or not differ(one.quantity, other.quantity):
        return False
    low, high = sorted((one.quantity.value, other.quantity.value))
    named = known.tolls.total.search(other.sentence.text[: other.quantity.start])
    return (
        bool(named and one.toll and other.toll and one.toll.fate == other.toll.fate)
        and one.sentence.place < EARLY
        and not known.contrasts.other_event.search(other.sentence.text)
        and high <= RATIO * low
        and not told_apart(reading, known.contrasts, one, other)
    )


def told_apart(reading: Reading, contrasts: Contrasts, one: Mention, other: Mention) -> str:
    """Return what says that two numbers are of different times, parts or kinds of a thing; empty where nothing does."""
    mine, theirs = (_aspect(contrasts, each.sentence.text, each.quantity.start, each.clause) for each in (one, other))
    return next(_differences(reading, mine, theirs, one, other), "")


def _differences(reading: Reading, mine: _Aspect, theirs: _Aspect, one: Mention, other: Mention) -> Iterator[str]:
    if mine.unfit or theirs.unfit:
        yield mine.unfit or theirs.unfit
    if mine.marks != theirs.marks:
        yield "one is a forecast, a rate, an addition, an older value, a sum or a bound, the other is not"
    if any(left and right and not left & right for left, right in zip(mine.parts, theirs.parts, strict=True)):
        yield "they are of two parts of a whole"
    if one.quantity.unit != YEAR and (_periods_differ(mine, theirs) or _other_times(reading, one, other)):
        yield "they are of two periods"
    if elsewhere(reading, one, other):
        yield "they are of two places"
    if _lacks(one, other) and _lacks(other, one):
        yield "each clause has a name that the other sentence has not"
    before = [names(mention, mention.quantity.start) for mention in (one, other)]
    if all(before) and not before[0] & before[1]:
        yield "their subjects have no name in common"


def _periods_differ(mine: _Aspect, theirs: _Aspect) -> bool:
    """Whether two sentences name two periods; where they count victims, whether one names a period at all."""
    apart = not mine.periods & theirs.periods
    toll = bool(mine.parts[0] & theirs.parts[0])
    return apart and (bool(mine.periods and theirs.periods) or (toll and bool(mine.periods or theirs.periods)))


def _other_times(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether, where noun phrases are not known, one sentence alone names another time."""
    known = reading.language.figures
    if known is None or known.phrases is not None:
        return False
    times = known.contrasts.other_event
    return bool(times.search(one.sentence.text)) != bool(times.search(other.sentence.text))


def _is_large(one: Mention, other: Mention) -> bool:
    """Whether both numbers are large and nearly the same amount of money or count of one thing."""
    low, high = sorted((one.quantity.value, other.quantity.value))
    return one.quantity.unit not in ("%", "points", "seconds", YEAR) and low >= LARGE and high <= CLOSE * low


def _counted(mention: Mention, language: str) -> Iterator[Key]:
    """The terms of the thing counted."""
    quantity = mention.quantity
    for word in _WORDS.words(mention.sentence.text[quantity.named : quantity.end], language):
        yield key(word.casefold(), language)


def _says_same(one: Mention, other: Mention) -> bool:
    """Whether all words next to one of two years are near the other."""
    mine, theirs = (each.close & each.words for each in (one, other))
    return bool(mine & theirs) and (mine <= other.words or theirs <= one.words)


def _gives(reading: Reading, one: Mention, other: Mention, group: Sequence[Mention]) -> bool:
    """Whether the article of the one gives the value of the other as well."""
    return any(
        mention.article == one.article
        and agree(mention.quantity, other.quantity)
        and weigh(reading.plain, mention.context & other.context) >= AGREE
        for mention in group
    )


class _Aspect(NamedTuple):
    """How a number is marked, which parts of a whole its clause names, which periods its sentence names.

    `unfit` says why it is no value that another could contradict, if it is none.
    """

    unfit: str
    marks: tuple[bool, ...]
    parts: tuple[frozenset[int], ...]
    periods: frozenset[str]


@lru_cache(maxsize=4096)
def _aspect(contrasts: Contrasts, text: str, start: int, clause: tuple[int, int]) -> _Aspect:
    """The aspect of the number that stands at `start`."""
    before, words = text[:start], text[slice(*clause)]
    near = text[max(clause[0], start - MARKED) : min(clause[1], start + MARKED)]
    unfit = ""
    if inside_quotation(before):
        unfit = "a speaker's own number"
    elif contrasts.speaker.match(text) or contrasts.speaker.search(text, clause[0], start):
        unfit = "a number of nobody named"
    elif contrasts.prices.search(text):
        unfit = "what changes by the hour"
    elif contrasts.polls.search(text):
        unfit = "what a poll found"
    elif contrasts.converted.search(before):
        unfit = "an amount in another currency"
    elif contrasts.prior.search(before):
        unfit = "an older value or a difference"
    elif contrasts.portion.search(before):
        unfit = "a number of a part"
    return _Aspect(
        unfit=unfit,
        marks=tuple(bool(mark.search(near)) for mark in contrasts.marks),
        parts=tuple(
            frozenset(number for number, part in enumerate(line) if part.search(words))
            for line in (contrasts.victims, *contrasts.parts)
        ),
        periods=frozenset(period.casefold() for period in contrasts.period.findall(text)),
    )


def _lacks(one: Mention, other: Mention) -> bool:
    """Whether a clause has a name that the other sentence has not."""
    there = {root(term.key) for term in other.sentence.terms if isinstance(term.key, str)}
    return not names(one, one.clause[1]) <= there
