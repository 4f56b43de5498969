"""What a number measures: the terms around it, the period and part it is of, and whether two numbers measure one thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from digest.link.clauses import LONGEST
from digest.link.quantities import Quantity, agree, differ, quantities
from digest.link.reading import Reading, Sentence
from digest.link.terms import Term, key
from digest.link.words import PRINTED_MONTHS

IN_SENTENCE = 12
MENTIONS_EACH = 60
MENTIONS = 1200
"""Numbers that are compared: of a sentence, of an article, of a story; the first of each."""
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
RATIO = 2.0
"""Values further apart than this measure different things."""
EVENT = 1.2
"""Weight from which a word tells what happens in a month."""
_NEAR = 90
"""Code points around a number that say what it measures."""
_CLOSE = 45
_BESIDE = 40
_PAUSE = re.compile(r"[,;:]| and ")
_CUT = re.compile(r"[;:—–()“”\"]|--|,(?!\d)|\b(?:and|but|while|whereas|which|who)\b")
_PERIOD = re.compile(
    rf"\b(?:(?:19|20)\d\d|{'|'.join(PRINTED_MONTHS)}|"
    r"(?:last|this|next|previous) (?:year|month|quarter|decade|season))\b"
)
_MARKS = (
    r"expect\w*|forecasts?|predict\w*|project(?:ed|s|ions?)|could|may|might|plan\w*|will|would|should|wants?|seek\w*",
    r"per|each|apiece|averaged?|median|mean|typical|daily|hourly|weekly|monthly|(?:a|an|every) (?:day|week|month|hour|head)",
    r"another|additional|further|remaining|extra|more(?! than)|others?|some of|of (?:them|whom|those|these|which)",
    r"earlier|previous|previously|originally?|initial|initially|formerly|compared|versus|instead|so far|already",
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
_PRIOR = re.compile(r"\b(?:from|than|by|every)\s\Z")
_WORD = re.compile(r"[^\W\d_]+")
_UNITS = frozenset({"percent"})
_PRONOUN = re.compile(r"\b(?:he|she|him|his|her|hers|I|we|our|my)\b", re.IGNORECASE)
_MOVING = re.compile(r"\b(?:shares?|stocks?|barrel|index|trading|exchange rate|market value|futures)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A quantity where an article gives it: its sentence, and the terms around it that say what it measures.

    `context` stands within sight of the number, `beside` next to it, `words` are those near it that are no names;
    `clause` is where its own clause begins and ends.
    """

    article: int
    sentence: Sentence
    quantity: Quantity
    context: frozenset[str]
    words: frozenset[str]
    beside: frozenset[str]
    clause: tuple[int, int]


def mentions(reading: Reading) -> list[Mention]:
    """Return the numbers of a story that are compared, in order."""
    return list(_first(mention for sentence in reading.sentences for mention in _mentions(sentence)))


def _first(found: Iterable[Mention]) -> Iterable[Mention]:
    """The first numbers of each article: a table pasted as text must not stall a build that runs unattended."""
    taken: Counter[int] = Counter()
    for mention in islice(found, MENTIONS):
        taken[mention.article] += 1
        if taken[mention.article] <= MENTIONS_EACH:
            yield mention


def _mentions(sentence: Sentence) -> Iterable[Mention]:
    found = quantities(sentence.text[:LONGEST], sentence.month)[:IN_SENTENCE]
    terms = [term for term in sentence.terms if term.kind not in ("number", "not", "date")] if found else []
    pauses = [match.start() for match in _PAUSE.finditer(sentence.text)] if found else []
    gaps = [[_gap(pauses, term, quantity) for term in terms] for quantity in found]
    for quantity, mine in zip(found, gaps, strict=True):
        rivals = [gap for other, gap in zip(found, gaps, strict=True) if other.unit == quantity.unit]
        near = [
            (term, mine[place])
            for place, term in enumerate(terms)
            if mine[place] <= min(_NEAR, *(gap[place] for gap in rivals))
        ]
        yield Mention(
            article=sentence.article,
            sentence=sentence,
            quantity=quantity,
            context=frozenset(term.key for term, _ in near),
            words=frozenset(term.key for term, gap in near if term.kind in ("word", "shade") and gap <= _CLOSE),
            beside=frozenset(term.key for term, gap in near if gap <= _BESIDE),
            clause=_clause(sentence.text, quantity),
        )


def _gap(pauses: Sequence[int], term: Term, quantity: Quantity) -> int:
    """How far a term stands from a number, in code points; a comma or "and" between them counts for many."""
    if term.end <= quantity.start:
        between = (term.end, quantity.start)
    elif term.start >= quantity.end:
        between = (quantity.end, term.start)
    else:
        return 0
    return between[1] - between[0] + 40 * (bisect_left(pauses, between[1]) - bisect_left(pauses, between[0]))


def _clause(text: str, quantity: Quantity) -> tuple[int, int]:
    before = [match.end() for match in _CUT.finditer(text, 0, quantity.start)]
    after = _CUT.search(text, quantity.end)
    return (before[-1] if before else 0), (after.start() if after else len(text))


def weigh(weights: dict[str, float], names: Iterable[str]) -> float:
    """Return the weight of terms, the same in any order."""
    return sum(weights[name] for name in sorted(names))


def shared(reading: Reading, one: Mention, other: Mention) -> float:
    """Return the weight in this story of the terms that stand around both numbers."""
    return weigh(reading.weights, one.context & other.context)


def same(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether two mentions give the same value of the same measure, or values that agree."""
    mine, theirs = one.quantity, other.quantity
    if mine.unit != theirs.unit or not agree(mine, theirs):
        return False
    if one.article == other.article:
        return (mine.value, mine.top) == (theirs.value, theirs.top) and bool(one.context & other.context)
    if mine.unit == "month":
        return bool(events(reading, one, other))
    weight = shared(reading, one, other)
    if mine.unit == "date":
        return weight >= AGREE / 2 and bool(one.words & other.words)
    if mine.unit == "%" and not (one.words & other.words) - _UNITS:
        return False
    if mine.value in (theirs.value, theirs.top) or mine.top == theirs.value:
        telling = mine.value >= 1000 and mine.value % 100 > 0
        return weight >= (AGREE / 2 if telling else AGREE)
    return weight >= ALIKE


def events(reading: Reading, one: Mention, other: Mention) -> list[str]:
    """Return the words next to a month that two sources share and that tell what happens then."""
    return sorted(name for name in one.words & other.words if reading.plain[name] >= EVENT)


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
    if bool(mine.noun) and mine.unit != "seconds" and low >= 1000 and high <= CLOSE * low:
        return weigh(reading.plain, common) >= AGREE and comparable(one, other, forecasts=False)
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
    if _lacks(one, other) and _lacks(other, one):
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
    there = {term.key[:5] for term in other.sentence.terms}
    return not _names(one, one.clause[1]) <= there


def _names(mention: Mention, end: int) -> set[str]:
    """The names of a clause up to `end`, cut so that India and Indian are one."""
    start = mention.clause[0]
    return {term.key[:5] for term in mention.sentence.terms if term.kind == "name" and start <= term.start < end}
