"""Whether two numbers measure one thing: the same value of it, or another, or no value of the same at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from digest.language.calendar import MONTH, MONTHS, WEEKDAYS
from digest.language.numbers import Quantity, digits, rounds_to
from digest.language.terms import Key, key, ordered
from digest.link.figures.measures import EVENT, Mention, name_roots, shared, weigh
from digest.link.figures.quantities import DAYS, Dated, agree, differ
from digest.link.reading import Reading

AGREE = 3.0
"""Weight of the terms around a number that two sources must share to give the same value of the same measure."""
ALIKE = 4.0
"""The same where the values only agree: one is rounded, or a range that holds the other."""
DIFFER = 4.5
"""The same where the values differ, in the language's own weights."""
LIKE = 0.4
"""Share of the lesser context's weight that two sources must share where their values differ."""
CLOSE = 1.15
"""Large numbers of one thing whose ratio is no more are of one measure unless something tells them apart."""
DIGIT = 1.5
"""Weight of a digit that two equal values share."""
HARDLY = 0.5
"""Weight of terms that tie nothing by themselves."""
FEW = 10
"""Counts up to this that are equal may be so by chance."""
RATIO = 2.0
"""Values further apart than this measure different things."""
_PERIOD = re.compile(
    rf"\b(?:(?:19|20)\d\d|{MONTH}|"
    r"(?:last|this|next|previous) (?:year|month|quarter|decade|season))\b"
)
_MARKS = (
    r"expect\w*|forecasts?|predict\w*|project(?:ed|s|ions?)|could|may|might|plan\w*|will|would|should|wants?|seek\w*",
    r"per|each|apiece|averaged?|median|mean|typical|daily|hourly|weekly|monthly|(?:a|an|every) (?:day|week|month|hour|head)",
    r"another|additional|further|remaining|extra|more(?! than)|others?|some of|of (?:them|whom|those|these|which)",
    r"earlier|previous|previously|original(?:ly)?|initial|initially|formerly|compared|versus|instead|so far|already",
    r"in all|overall|altogether|combined|cumulative|over (?:those|these|the (?:last|past))|since",
    r"record|maximum|minimum|highest|lowest|peak|limit|target|goal|if|like|such as",
)
"""What marks a number as a forecast, rate, addition, older value, sum over time or bound: two of one measure share it."""
_PARTS = (
    (
        "kill|dead|died?|dies|dying|death|fatal|lives",
        "injur|wound|hurt",
        "missing",
        "displac|evacuat|homeless|shelter|camp",
        "arrest|detain",
        "infect|sick",
        "rescu|surviv",
        "houses|homes",
    ),
    ("federal", "state(?! department)", "local|city|municipal", "national", "global|world"),
    ("women|female|girls?", r"\bmen|\bmale|boys?"),
    ("before", "after"),
    ("support|favou?r|approv", "oppos|disapprov|reject"),
    ("profit|net income|earnings", "revenue|sales", "loss|lost", "cost|spen[dt]", "debt"),
    ("first", "second", "third", "fourth"),
    ("north", "south", "east", "west"),
)
"""What parts a whole; numbers of different parts are no two values of one measure."""


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})" if "\\b" not in words else words, re.IGNORECASE)


_MARKED = tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in _MARKS)
_PARTED = tuple(tuple(_any(words) for words in line) for line in _PARTS)
_NOT = re.compile(
    r"\b(?:not(?! (?:only|just|counting|including))|never|cannot|[a-z]+n['’]t|denied|denies)\b"
    r"(?!.*\b(?:after|since|before|until|when)\b)"
)
_ONCE = re.compile(r"\b(?:original(?:ly)?|initial(?:ly)?|previous(?:ly)?|earlier|first planned)\b", re.IGNORECASE)
_ADDED = re.compile(r"\b(?:another|(?:an|a) (?:additional|extra|further)|the (?:other|remaining))\s\Z", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|[Ff]rom|[Aa]cross|[Oo]utside|[Aa]round) (?:(?:the|an?) )?(?:[a-z-]+ ){0,2}?"
    r"((?:[A-Z][\w’'.-]* ?)+)"
)
_DATE_ROOTS = frozenset(name[:5].lower() for name in (*MONTHS, *WEEKDAYS))
_PRIOR = re.compile(r"\b(?:from|than|by|every)\s\Z")
_WORD = re.compile(r"[^\W\d_]+")
_UNITS = frozenset({"percent"})
_PRONOUN = re.compile(r"\b(?:he|she|him|his|her|hers|I|we|our|my)\b", re.IGNORECASE)
_MOVING = re.compile(r"\b(?:shares?|stocks?|barrel|index|trading|exchange rate|market value|futures)\b", re.IGNORECASE)


def same(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether two mentions give the same value of the same measure, or values that agree."""
    mine, theirs = one.quantity, other.quantity
    if mine.unit != theirs.unit or not agree(mine, theirs):
        return False
    if one.article == other.article:
        equal = mine.unit in DAYS or (mine.value, mine.top) == (theirs.value, theirs.top)
        return equal and bool(one.context & other.context)
    if mine.unit in DAYS:
        return _denied(one) == _denied(other) and _when(reading, one, other)
    digits = _digits(mine, theirs)
    if _said_apart(one, other, digits):
        return False
    digits -= _strangers(one, other)
    if mine.unit == "%" and digits < 2 and not (one.words & other.words) - _UNITS:
        return False
    equal = mine.value in (theirs.value, theirs.top) or mine.top == theirs.value
    if not equal and (digits < 2 or not _subject(one) & _subject(other)):
        return evidence(reading, one, other, 0) >= ALIKE
    far = digits < 0 or _elsewhere(one, other)
    return evidence(reading, one, other, digits) >= (ALIKE if far else AGREE)


def evidence(reading: Reading, one: Mention, other: Mention, digits: int) -> float:
    """Return how much speaks for one measure: the terms around both numbers, the others beside them, the digits they share.

    Digits tell nothing where two sentences tell of two places or share no more than the unit.
    """
    weight = weigh(reading.weights, (one.context & other.context) - _UNITS)
    weight += weigh(reading.plain, _numbers(one) & _numbers(other))
    return weight if _elsewhere(one, other) or weight < HARDLY else weight + DIGIT * max(0, digits)


def _strangers(one: Mention, other: Mention) -> bool:
    """Whether two sentences name somebody or something, and nothing alike."""
    names = [_named(mention) for mention in (one, other)]
    return all(names) and not names[0] & names[1]


def _subject(mention: Mention) -> set[str]:
    """The name last before a number, else the names of its sentence; "" where it has none."""
    before = name_roots(term for term in mention.sentence.terms if term.end <= mention.quantity.start)
    return set(before[-1:]) or _named(mention) or {""}


def _named(mention: Mention) -> set[str]:
    """The names of a sentence, cut so that India and Indian are one; days and months name nobody."""
    return set(name_roots(mention.sentence.terms)) - _DATE_ROOTS


def _elsewhere(one: Mention, other: Mention) -> bool:
    """Whether two sentences tell of different places."""
    here, there = _places(one.sentence.text), _places(other.sentence.text)
    return bool(here and there) and not here & there


def _numbers(mention: Mention) -> set[Key]:
    """The other numbers of a sentence."""
    start, end = mention.quantity.start, mention.quantity.end
    return {term.key for term in mention.sentence.terms if term.kind == "number" and not start <= term.start < end}


def _digits(one: Quantity, other: Quantity) -> int:
    """How many digits two equal values share, up to three: few things or a round time are equal by chance."""
    if one.unit == "seconds" or {one.approximate, other.approximate} == {"nearly", "least"}:
        return 0
    ends = [(mine, theirs) for mine in (one.value, one.top) for theirs in (other.value, other.top)]
    return min(3, max(_shared_digits(mine, theirs) for mine, theirs in ends if mine is not None and theirs is not None))


def _shared_digits(one: float, other: float) -> int:
    """The digits of the rounder of two values where the other rounds to it; 0 where it does not, or both are small."""
    if min(one, other) <= 0 or max(one, other) <= FEW:
        return 0
    coarse, fine = sorted((one, other), key=digits)
    return digits(coarse) if rounds_to(fine, coarse) else 0


def _when(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether one thing happens at both times: what stands next to each is told of the other, or much is told of both.

    A day, or a month of a year, needs less; a day of a year least.
    """
    once = [bool(_ONCE.search(_words(mention))) for mention in (one, other)]
    if once[0] != once[1]:
        return False
    weight = shared(reading, one, other)
    dates = [mention.quantity.date for mention in (one, other) if isinstance(mention.quantity, Dated)]
    known = (one.quantity.unit == "date") + all(date.year for date in dates)
    if known:
        return bool(one.words & other.words) or weight >= (AGREE if known > 1 else 2 * AGREE)
    heads = [_heads(reading, mention) for mention in (one, other)]
    return len(events(reading, one, other)) + once[0] > 1 or bool(heads[0] & other.words and heads[1] & one.words)


def _heads(reading: Reading, mention: Mention) -> set[Key]:
    """The words next to a date, before and after it, that tell what happens then."""
    telling = [
        term
        for term in mention.sentence.terms
        if term.key in mention.words and reading.plain[term.key] >= EVENT and term.kind in ("word", "shade")
    ]
    before = [term.key for term in telling if term.end <= mention.quantity.start]
    after = [term.key for term in telling if term.start >= mention.quantity.end]
    return {*before[-1:], *after[:1]}


def events(reading: Reading, one: Mention, other: Mention) -> list[Key]:
    """Return the words next to a date that two sources share and that tell what happens then."""
    return ordered(word for word in one.words & other.words if reading.plain[word] >= EVENT)


def _words(mention: Mention) -> str:
    return mention.sentence.text[slice(*mention.clause)]


def _denied(mention: Mention) -> bool:
    """Whether the clause of a date says that something does not happen then."""
    text, (start, end) = mention.sentence.text, mention.clause
    return bool(_NOT.search(text, start, mention.quantity.start) or _NOT.search(text, mention.quantity.end, end))


def _said_apart(one: Mention, other: Mention, digits: int) -> bool:
    """Whether a number that tells little adds to another, or one counts the dead where the other counts the injured."""
    added = [bool(_ADDED.search(mention.sentence.text[: mention.quantity.start])) for mention in (one, other)]
    befell = [{number for number, part in enumerate(_PARTED[0]) if part.search(_words(mention))} for mention in (one, other)]
    return (digits < 2 and added[0] != added[1]) or (all(befell) and not befell[0] & befell[1])


@lru_cache(maxsize=4096)
def _places(text: str) -> frozenset[str]:
    """The names that stand behind a word of place, cut so that India and Indian are one."""
    return frozenset(
        word[:5].casefold()
        for match in _PLACE.finditer(text)
        for word in _WORD.findall(match.group(1))
        if word not in (*MONTHS, *WEEKDAYS)
    )


def apart(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether two mentions give different values of the same measure.

    Nothing may tell them apart. What they share must hold a word that is no name and not the thing counted; large numbers
    of one thing that are nearly the same need less.
    """
    mine, theirs = one.quantity, other.quantity
    low, high = sorted((mine.value, theirs.value))
    if one.article == other.article or high > RATIO * low or not differ(mine, theirs):
        return False
    if not (one.sentence.paragraph and other.sentence.paragraph):
        return False
    common = (one.context & other.context) - _UNITS
    if _large(one, other) and weigh(reading.plain, common) >= (AGREE if mine.noun else 2 * AGREE):
        return comparable(one, other, forecasts=False)
    if weigh(reading.plain, common) < DIFFER:
        return False
    if _victims(one, other):
        return comparable(one, other)
    counted = {name for mention in (one, other) for name in _counted(mention, reading.lexicon.language)}
    near = (one.beside & other.beside) - _UNITS
    if not (near & one.words & other.words) - counted or weigh(reading.plain, common - counted) < AGREE:
        return False
    whole = min(weigh(reading.plain, each.beside - _UNITS) for each in (one, other))
    return weigh(reading.plain, near) >= LIKE * whole and comparable(one, other)


def _large(one: Mention, other: Mention) -> bool:
    """Whether both numbers are large and nearly the same amount of money or count of one thing."""
    low, high = sorted((one.quantity.value, other.quantity.value))
    return one.quantity.unit not in ("%", "points", "seconds") and low >= 1000 and high <= CLOSE * low


def _counted(mention: Mention, language: str) -> Iterable[str]:
    """The terms of the thing counted."""
    quantity = mention.quantity
    yield from (
        key(word.casefold(), language) for word in _WORD.findall(mention.sentence.text[quantity.named : quantity.end])
    )


def _victims(one: Mention, other: Mention) -> bool:
    """Whether both numbers count the dead, or both the injured, …: what befell people says enough of what is counted."""
    mine, theirs = (_aspect(mention.sentence.text, mention.quantity.start, mention.clause) for mention in (one, other))
    return bool(mine and theirs and mine.parts[0] & theirs.parts[0])


def pairs_apart(reading: Reading, found: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Return the pairs of mentions that give different values of one measure, those that share most first.

    A value that the other article gives too, or that could differ from several of its values, is in no pair.
    """
    by_unit: dict[str, list[Mention]] = {}
    for mention in found:
        by_unit.setdefault(mention.quantity.unit, []).append(mention)
    pairs = [
        (one, other)
        for alike in by_unit.values()
        for place, one in enumerate(alike)
        for other in alike[place + 1 :]
        if apart(reading, one, other) and not _known(reading, one, other, alike) and not _known(reading, other, one, alike)
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


def _known(reading: Reading, one: Mention, other: Mention, alike: Sequence[Mention]) -> bool:
    """Whether the article of the one gives the value of the other as well."""
    return any(
        mention.article == one.article
        and mention is not one
        and agree(mention.quantity, other.quantity)
        and weigh(reading.plain, mention.context & other.context) >= AGREE
        for mention in alike
    )


def comparable(one: Mention, other: Mention, forecasts: bool = True) -> bool:
    """Whether nothing around two numbers says that they are of different times, parts, kinds or sizes of a thing."""
    mine, theirs = (_aspect(mention.sentence.text, mention.quantity.start, mention.clause) for mention in (one, other))
    first = 0 if forecasts else 1
    if mine is None or theirs is None or mine.marks[first:] != theirs.marks[first:]:
        return False
    if any(left and right and not left & right for left, right in zip(mine.parts, theirs.parts, strict=True)):
        return False
    if mine.periods and theirs.periods and not mine.periods & theirs.periods:
        return False
    if _elsewhere(one, other) or (_lacks(one, other) and _lacks(other, one)):
        return False
    subjects = [_names(mention, mention.quantity.start) for mention in (one, other)]
    return not all(subjects) or bool(subjects[0] & subjects[1])


class _Aspect(NamedTuple):
    """How a number is marked, which parts of a whole its clause names, and which periods its sentence names."""

    marks: tuple[bool, ...]
    parts: tuple[frozenset[int], ...]
    periods: frozenset[str]


@lru_cache(maxsize=4096)
def _aspect(text: str, start: int, clause: tuple[int, int]) -> _Aspect | None:
    """The aspect of a number that stands at `start`; None where it is no value of its own: spoken, past or of a pronoun."""
    before = text[:start]
    spoken = before.count('"') % 2 or before.rfind("“") > before.rfind("”")
    someone = _PRONOUN.match(text) or _PRONOUN.search(text, clause[0], start)
    if spoken or someone or _MOVING.search(text) or _PRIOR.search(before):
        return None
    words = text[slice(*clause)]
    return _Aspect(
        marks=tuple(bool(mark.search(words)) for mark in _MARKED),
        parts=tuple(frozenset(number for number, part in enumerate(line) if part.search(words)) for line in _PARTED),
        periods=frozenset(_PERIOD.findall(text)),
    )


def _lacks(one: Mention, other: Mention) -> bool:
    """Whether a clause has a name that the other sentence has not."""
    there = {term.key[:5] for term in other.sentence.terms if isinstance(term.key, str)}
    return not _names(one, one.clause[1]) <= there


def _names(mention: Mention, end: int) -> set[str]:
    """The names of a clause up to `end`, cut so that India and Indian are one."""
    start = mention.clause[0]
    return set(name_roots(term for term in mention.sentence.terms if start <= term.start < end))
