"""Figures that several sources give for one measure, value by value; ranges that hold each other's value agree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import combinations

from digest.language.numbers import Quantity
from digest.language.terms import Key
from digest.link.citing import cite
from digest.link.figures.comparing import same_value
from digest.link.figures.conflicting import conflicting_pairs, second_toll
from digest.link.figures.disagreements import contradictions, denied_date
from digest.link.figures.events import told_before
from digest.link.figures.labels import clause_around, label, sentence_around
from digest.link.figures.measures import Mention, mentions, shared
from digest.link.figures.quantities import UNITS_OF_TIME, Dated, allowed, differ
from digest.link.reading import Reading
from digest.model import Figure, Text, Value

TITLE = 4.0
"""What a title counts less than a text that gives the same value: it is short, and says neither when nor who tells it."""
MOMENT = timedelta(minutes=10)
"""How much later an article must be to give a newer value: addresses fetched one after the other differ by seconds."""


def figures(reading: Reading) -> tuple[Figure, ...]:
    """Return the measures that two sources or more give a value for, those with most sources first.

    Values are tied by unit and by the terms around them; where values differ, more must be shared, and nothing may tell the
    two apart. Where sources deny what others confirm, that is a figure without numbers. In a language whose numbers are read
    and whose grammar is not known only values that agree are shown; in one whose numbers are not read, none.
    """
    found = [figure for group in _groups(reading) if (figure := _figure(reading, group)) is not None]
    ranked = sorted((*found, *contradictions(reading)), key=lambda item: (-item[0], item[1], item[2].label))
    return tuple(figure for _, _, figure in ranked)


def _groups(reading: Reading) -> list[list[Mention]]:
    """The mentions of each measure: first those whose values agree, then the groups whose values differ."""
    every = mentions(reading)
    groups: list[list[Mention]] = []
    for mention in every:
        joined, apart_from = [mention], []
        for group in groups:
            if any(same_value(reading, mention, other) for other in group) and not _differ(joined, group):
                joined = group + joined
            else:
                apart_from.append(group)
        groups = [*apart_from, joined]
    of = {id(mention): group for group in groups for mention in group}
    for one, other in conflicting_pairs(reading, every):
        mine, theirs = of[id(one)], of[id(other)]
        joined = [mention for mention in (*mine, *theirs) if not told_before(mention, every)]
        if len({mention.article for mention in joined}) == sum(
            len({mention.article for mention in joined if mention in group}) for group in (mine, theirs)
        ):
            groups = [group for group in groups if group is not theirs]
            mine[:] = joined
            of.update((id(mention), mine) for mention in joined)
    return _with_second_tolls(reading, groups)


def _with_second_tolls(reading: Reading, groups: Sequence[list[Mention]]) -> list[list[Mention]]:
    """Return the groups, each with the tolls that its articles give by name beside the first, which stand alone else."""
    alone = [group[0] for group in groups if len(group) == 1]
    return [[*group, *(one for one in alone if _is_second(reading, group, one))] for group in groups]


def _is_second(reading: Reading, group: Sequence[Mention], one: Mention) -> bool:
    return any(second_toll(reading, other, one) for other in group)


def _differ(mine: Sequence[Mention], theirs: Sequence[Mention]) -> bool:
    return any(differ(one.quantity, other.quantity) for one in mine for other in theirs)


def _figure(reading: Reading, group: Sequence[Mention]) -> tuple[int, int, Figure] | None:
    """The figure of a group of mentions with its number of sources and first place.

    None where it is one source's, or where values differ and no phrase says of what; where they agree, the clause says it.
    A day, a month or a year is shown only where values differ: it is in every second sentence, and names what is told of.
    """
    found = _one_each(reading, group)
    if len({mention.article for mention in found}) < 2:
        return None
    unit = found[0].quantity.unit
    conflict = any(_conflict(reading, one, other) for one, other in combinations(found, 2))
    none = denied_date(reading, found) if unit in UNITS_OF_TIME else None
    if unit in UNITS_OF_TIME and not (conflict or none):
        return None
    if not conflict:
        found.sort(key=_least_first)
    values = _values(reading, found, conflict)
    words = _words(reading, found, conflict)
    if none is not None:
        denied, words = none
        values, conflict = (*values, denied), True
    if words is None:
        return None
    noun = next((mention.quantity.noun for mention in found if mention.quantity.noun), unit)
    named = {"seconds": "duration", "points": "percentage points"}.get(unit, noun)
    place = min(mention.sentence.place for mention in found)
    return (
        len({mention.article for mention in found}),
        place,
        Figure(label=words, unit=named, values=values, conflict=conflict),
    )


def _words(reading: Reading, found: Sequence[Mention], conflict: bool) -> Text | None:
    """What mentions measure: by a label, else by the clause of the first, or by the shortest where values differ.

    A time without a label has none: its clause has another in each article.
    """
    known = reading.language.figures
    if known is None or known.phrases is None:
        return sentence_around(found[0], clause=known is not None)
    around = found if conflict else found[:1]
    named = label(known, found, more=conflict)
    if named or found[0].quantity.unit in UNITS_OF_TIME:
        return named
    return min((clause_around(known, mention) for mention in around), key=len)


def _least_first(mention: Mention) -> tuple[bool, float, int]:
    """The lowest of "at least" first: it alone holds for what all others say."""
    quantity = mention.quantity
    least = quantity.approximate == "least"
    return not least, quantity.value if least else 0.0, mention.article


def _conflict(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether two values cannot both be meant; "at least 22" leaves 25 open, unless it is what was known at another time.

    That is a time of the two articles, or two days of the week that their sentences name.
    """
    if not differ(one.quantity, other.quantity):
        return False
    lower, upper = sorted((one.quantity, other.quantity), key=lambda quantity: quantity.value)
    if lower.approximate != "least" or upper.approximate == "least":
        return True
    said, other_said = _weekdays(reading, one), _weekdays(reading, other)
    if said and other_said and not said & other_said:
        return True
    day, other_day = reading.articles[one.article].day, reading.articles[other.article].day
    return day is not None and other_day is not None and abs(day - other_day) >= MOMENT


def _weekdays(reading: Reading, mention: Mention) -> frozenset[Key]:
    """The days of the week that a sentence names."""
    return frozenset(term.key for term in mention.sentence.terms if term.key in reading.language.weekdays)


def _values(reading: Reading, found: Sequence[Mention], conflict: bool) -> tuple[Value, ...]:
    """The values that are given, each with who gives it; where they differ the newest first, and marked."""
    by_value: dict[tuple[float | None, ...], list[Mention]] = {}
    for mention in found:
        q = mention.quantity
        value = (q.value, q.date.day) if isinstance(q, Dated) else (q.value, q.top, *allowed(q))
        by_value.setdefault(value, []).append(mention)
    newest = _newest(reading, list(by_value.values())) if conflict else None
    given = sorted(by_value.values(), key=lambda each: -_latest(reading, each)) if newest else by_value.values()
    return tuple(
        Value(
            text=Text(each[0].sentence.text[each[0].quantity.start : each[0].quantity.end]),
            value=_number(each[0].quantity, each[0].quantity.value),
            high=_number(each[0].quantity, each[0].quantity.top),
            newest=each is newest,
            citations=tuple(
                cite(reading, mention.sentence, mention.quantity.start, mention.quantity.end) for mention in each
            ),
        )
        for each in given
    )


def _latest(reading: Reading, given: Sequence[Mention]) -> float:
    """The last time at which a value is given, in seconds, 0 where no time is known."""
    return max((day.timestamp() for one in given if (day := reading.articles[one.article].day)), default=0.0)


def _one_each(reading: Reading, group: Sequence[Mention]) -> list[Mention]:
    """Of each article the mention that shares most with those of the others; of a toll a second one too."""
    found: dict[int, list[Mention]] = {}
    for mention in sorted(group, key=lambda mention: -_rank(reading, mention, group)):
        kept = found.setdefault(mention.article, [])
        if not kept or (len(kept) == 1 and _are_two_tolls(reading, mention, kept[0])):
            kept.append(mention)
    return [mention for _, kept in sorted(found.items()) for mention in kept]


def _are_two_tolls(reading: Reading, one: Mention, other: Mention) -> bool:
    return second_toll(reading, one, other) or second_toll(reading, other, one)


def _rank(reading: Reading, mention: Mention, group: Sequence[Mention]) -> float:
    """How much a mention shares with those of other articles; a title, and what stands late, count for less."""
    others = sum(shared(reading, mention, other) for other in group if other.article != mention.article)
    return round(others - (TITLE if mention.sentence.paragraph == 0 else 0.0) - 0.05 * mention.sentence.place, 6)


def _number(quantity: Quantity, value: float | None) -> float | None:
    if value is None or quantity.unit == "date":
        return None
    return value


def _newest(reading: Reading, groups: Sequence[list[Mention]]) -> list[Mention] | None:
    """The mentions of the value that was given last; None where two are as late, or a day is unknown."""
    days = [[reading.articles[mention.article].day for mention in each] for each in groups]
    known = [max(day for day in each if day) for each in days if all(each)]
    if len(known) < len(groups) or sum(max(known) - day < MOMENT for day in known) > 1:
        return None
    return groups[known.index(max(known))]
