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

    They are of the story's event where both stand early in their articles or neither article counts others elsewhere; else
    their sentences share enough. Tolls of an earlier event name its time. `among` are all mentions of the unit.
    """
    if not _same_kind(one.toll, other.toll) or any(told_before(each, among) for each in (one, other)):
        return False
    ends = ((one, other), (other, one))
    if all(_is_foreign(reading, *each) for each in ends):
        return False
    elsewhere = _counts_elsewhere(one, among) or _counts_elsewhere(other, among)
    alike = weigh(reading.plain, _matter(one) & _matter(other)) >= ALIKE
    if not one.where & other.where:
        named = (
            alike
            and not (one.where and other.where)
            and set(name_roots(one.sentence.terms)) & set(name_roots(other.sentence.terms))
        )
        if elsewhere or not (named or all(_is_in_sight(reading, *each) for each in ends)):
            return False
    return alike or not elsewhere or max(one.sentence.place, other.sentence.place) < EARLY


def _same_kind(mine: Toll | None, theirs: Toll | None) -> bool:
    """Whether two tolls count the same by what befell them, neither on a day or at a time of its own."""
    if mine is None or theirs is None or (mine.fate, mine.whom) != (theirs.fate, theirs.whom):
        return False
    days_apart = mine.days and theirs.days and not mine.days & theirs.days
    return not days_apart and (mine.when == theirs.when or bool(mine.when & theirs.when))


def told_before(one: Mention, among: Sequence[Mention]) -> bool:
    """Whether the article of a toll gives another of the same place first: what stands first is of all it befell."""
    same = [each for each in among if _is_same_toll(one, each)]
    return differ(one.quantity, min(same, key=_place, default=one).quantity)


def _place(one: Mention) -> int:
    return one.sentence.place


def _is_same_toll(one: Mention, other: Mention) -> bool:
    """Whether two numbers of an article count whom the story's event befell at one place."""
    if one.article != other.article or not one.toll or not other.toll or one.toll.when or other.toll.when:
        return False
    return one.toll[:2] == other.toll[:2] and (one.where == other.where or bool(one.where & other.where))


def _counts_elsewhere(one: Mention, among: Sequence[Mention]) -> bool:
    """Whether the article of a toll counts others whom the same befell, at another place; early ones, if it is early."""
    return any(
        _befell_the_same(one, other) and one.where != other.where and not one.where & other.where
        for other in among
        if other.article == one.article and (other.sentence.place < EARLY or one.sentence.place >= EARLY)
    )


def _befell_the_same(one: Mention, other: Mention) -> bool:
    """Whether two numbers are not the same and count whom the same befell, the second in the story's event."""
    return bool(
        one.toll
        and other.toll
        and one.toll.fate == other.toll.fate
        and not other.toll.when
        and one.quantity.value != other.quantity.value
    )


def _is_foreign(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether the clause of a toll has a name that neither the sentence nor the opening of the other's article has."""
    there = {root(term.key) for term in other.sentence.terms if isinstance(term.key, str)}
    return not names(one, one.clause[1]) <= there | _opening(reading, other.article)


def _is_in_sight(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether the other's article names the place of a toll in its opening, if that has one."""
    return not one.where or bool(one.where & _opening(reading, other.article))


def _opening(reading: Reading, article: int) -> set[str]:
    """The roots of the names with which an article opens."""
    opening = (each for each in reading.sentences if each.article == article and each.place < EARLY)
    return {name for sentence in opening for name in name_roots(sentence.terms)}


def _matter(mention: Mention) -> frozenset[Key]:
    """The words and names of a sentence but for those in the number's own span, with the thing counted."""
    quantity = mention.quantity
    return frozenset(
        term.key
        for term in mention.sentence.terms
        if term.kind in ("word", "shade", "name") and not quantity.start <= term.start < quantity.end
    )
