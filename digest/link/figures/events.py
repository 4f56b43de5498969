"""Whether two numbers count whom or what one event struck: the dead of one place, and at one time."""

from __future__ import annotations

from collections.abc import Sequence

from digest.language.terms import Key
from digest.link.figures.measures import Mention, name_roots, names, root, weigh
from digest.link.figures.quantities import differ
from digest.link.figures.tolls import Toll
from digest.link.reading import Reading

EARLY = 6
"""Sentences of an article, the title among them, whose tolls are of the event that the story is about."""
ALIKE = 4.0
"""Weight of what two sentences share, numbers aside, from which they tell of one event."""


def same_event(reading: Reading, one: Mention, other: Mention, among: Sequence[Mention]) -> bool:
    """Whether two numbers count whom the same event befell, all of them, in one place and at one time.

    They are of the story's event where neither article counts others elsewhere, else where what stands around them is alike;
    those of an earlier event name its time. `among` are all mentions of the unit.
    """
    ends = ((one, other), (other, one))
    if not _same_kind(one.toll, other.toll) or any(told_before(each, among) for each in (one, other)):
        return False
    if all(_is_foreign(reading, *each) for each in ends):
        return False
    elsewhere = any(_counts_elsewhere(each, among) for each in (one, other))
    if one.where & other.where:
        return not elsewhere or weigh(reading.plain, _matter(one) & _matter(other)) >= ALIKE
    if one.where and other.where:
        return not elsewhere and all(_is_in_sight(reading, *each) for each in ends)
    return not elsewhere and (_share_name(one, other) or all(_is_in_sight(reading, *each) for each in ends))


def _same_kind(mine: Toll | None, theirs: Toll | None) -> bool:
    """Whether two tolls count the same by what befell them, neither on a day or at a time of its own."""
    if mine is None or theirs is None or mine.fate != theirs.fate:
        return False
    if mine.days and theirs.days and not mine.days & theirs.days:
        return False
    return mine.when == theirs.when or bool(mine.when & theirs.when)


def told_before(one: Mention, among: Sequence[Mention]) -> bool:
    """Whether the article of a toll gives another of the same place first: what stands first is of all it befell."""
    same = [
        each for each in among if each.article == one.article and each.toll and one.toll and each.toll[:4] == one.toll[:4]
    ]
    return bool(same) and differ(one.quantity, same[0].quantity)


def _counts_elsewhere(one: Mention, among: Sequence[Mention]) -> bool:
    """Whether the article of a toll counts others whom the same befell at another place; early ones, if it is early."""
    return any(
        one.toll and other.toll and other.toll.fate == one.toll.fate and not other.toll.when and not other.where <= one.where
        for other in among
        if other.article == one.article and (other.sentence.place < EARLY or one.sentence.place >= EARLY)
    )


def _matter(one: Mention) -> frozenset[Key]:
    return frozenset(term.key for term in one.sentence.terms)


def _share_name(one: Mention, other: Mention) -> bool:
    return not set(name_roots(one.sentence.terms)).isdisjoint(name_roots(other.sentence.terms))


def _is_foreign(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether the clause of a toll has a name that neither the sentence nor the opening of the other's article has."""
    there = {root(str(term.key)) for term in other.sentence.terms}
    return not names(one, one.clause[1]) <= there | _opening(reading, other.article)


def _is_in_sight(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether the other's article names the place of a toll in its opening, if that has one."""
    return not one.where or bool(one.where & _opening(reading, other.article))


def _opening(reading: Reading, article: int) -> set[str]:
    """The roots of the names with which an article opens."""
    opening = (each for each in reading.sentences if each.article == article and each.place < EARLY)
    return {name for sentence in opening for name in name_roots(sentence.terms)}
