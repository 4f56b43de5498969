"""Where sources contradict each other in words: no date beside a date, denied beside confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.link.citing import cite
from digest.link.labels import noun_after
from digest.link.measures import EVENT, Mention, weigh
from digest.link.reading import Reading, Sentence
from digest.link.terms import Term
from digest.model import Figure, Text, Value

OBJECT = 4.0
"""Weight of the terms two sources must share of what one confirms and the other denies."""
_NO_DATE = re.compile(
    r"\b(?:no|not|without an?|(?:has|have|had|did) (?:not|n['’]t)(?: yet)?)(?: \w+){0,4}? "
    r"(?:date|timeline|timetable|timeframe)\b"
)
_EXPECTED = re.compile(
    r"\b(?:expect|plan|promis|aim|intend|schedul|indicat|slated|will|would|due|set (?:for|to)|hopes? to|to be)\w*\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:original|initial|previous|earlier|already)\w*\b", re.IGNORECASE)
_DATE = re.compile(
    r"(?:\b(?:release|launch|start|opening|target|delivery|closing|completion|publication|trial|election) )?\w+\Z"
)
_STANCES = (
    (r"confirm(?:s|ed)|admit(?:s|ted)|acknowledge[sd]", r"den(?:ies|ied)"),
    (
        r"(?:has |have |had )?agreed to|accept(?:s|ed)|approve[sd]",
        r"refuse[sd] to|reject(?:s|ed)|decline[sd] to|turn(?:s|ed) down",
    ),
    (r"plead(?:s|ed)? guilty|pled guilty", r"plead(?:s|ed)? not guilty|pled not guilty"),
    (r"(?:was|were|been) (?:convicted|found guilty)", r"(?:was|were|been) (?:acquitted|found not guilty|cleared)"),
    (r"(?:is|was|are|were) (?:dead|killed)|has died", r"(?:is|was|are|were) (?:still )?alive"),
    (r"(?:has |have |had )?resigned|will resign", r"will not resign|won['’]t resign|refuse[sd] to resign"),
)
"""Verbs that contradict each other, of the same subject about the same thing."""
_STANCE = tuple(
    tuple(re.compile(rf"(?<!nor )(?<!or )(?<!\w)(?:{words})\b", re.IGNORECASE) for words in pair) for pair in _STANCES
)
_UNSURE = re.compile(
    r"\b(?:not|n['’]t|never|neither|nor|nobody|if|whether|would|could|may|might|to|until|unless|had|previously|earlier|"
    r"initially|at first|later|reportedly|allegedly)\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stance:
    """Who takes a side on what: the side's words at [start, end), the names before them, the terms after them."""

    sentence: Sentence
    side: int
    start: int
    end: int
    subject: frozenset[str]
    about: frozenset[str]


def none_given(reading: Reading, mentions: Sequence[Mention]) -> tuple[Value, Text] | None:
    """What sources say who give no date where the others give one, and what the date is of.

    The value has no number; its words are those that deny the date.
    """
    expected = [
        mention
        for mention in mentions
        if _EXPECTED.search(mention.sentence.text) and not _PAST.search(mention.sentence.text)
    ]
    if 2 * len(expected) <= len(mentions):
        return None
    given = {mention.article for mention in mentions}
    words = [mention.words for mention in mentions]
    common = {name for name in set.union(*map(set, words)) if 2 * sum(name in each for each in words) > len(words)}
    common = {name for name in common if reading.plain[name] >= EVENT}
    found: dict[int, tuple[Sentence, re.Match[str]]] = {}
    for sentence in reading.sentences:
        match = _NO_DATE.search(sentence.text)
        inside = {term.key for term in sentence.terms}
        if match and sentence.paragraph and sentence.article not in given and common & inside:
            found.setdefault(sentence.article, (sentence, match))
    if not found:
        return None
    sentence, match = next(iter(found.values()))
    value = Value(
        text=Text(match.group()),
        value=None,
        citations=tuple(cite(reading, each, deny.start(), deny.end()) for each, deny in found.values()),
    )
    (named,) = _DATE.findall(match.group())[:1]
    return value, Text(named)


def sides(reading: Reading) -> Iterable[tuple[int, int, Figure]]:
    """Yield what one source confirms and another denies, with its number of sources and first place."""
    for yes, no in _STANCE:
        taken = [
            stance
            for side, words in enumerate((yes, no))
            for sentence in reading.sentences
            if sentence.paragraph and (match := words.search(sentence.text)) and (stance := _stance(sentence, match, side))
        ]
        for one in taken:
            against = [other for other in taken if other.side and not one.side and _contradicts(reading, one, other)]
            ours = {other.sentence.article for other in taken if not other.side and _alike(reading, one, other)}
            against = [other for other in against if other.sentence.article not in ours]
            if not against or any(
                other.sentence.article in ours for other in taken if other.side and _alike(reading, one, other)
            ):
                continue
            named = noun_after(one.sentence.text, one.end + 1)
            if named:
                both = (one, against[0])
                values = tuple(_value(reading, each) for each in both)
                yield 2, one.sentence.place, Figure(label=Text(named), unit="said", values=values, conflict=True)
                break


def _stance(sentence: Sentence, match: re.Match[str], side: int) -> _Stance | None:
    text = sentence.text
    start = max(text.rfind(mark, 0, match.start()) for mark in (",", ";", ":", "—", " that ", " but ", " while ")) + 1
    stop = min((place for mark in ",;:—" if (place := text.find(mark, match.end())) >= 0), default=len(text))
    if _UNSURE.search(text[: match.start()]) or text[: match.start()].count('"') % 2 or "“" in text[start : match.start()]:
        return None
    subject = [term for term in sentence.terms if start <= term.start < match.start() and term.kind == "name"]
    about = [term for term in sentence.terms if match.end() <= term.start < stop and term.kind != "not"]
    if not subject or not about:
        return None
    return _Stance(
        sentence=sentence,
        side=side,
        start=match.start(),
        end=match.end(),
        subject=frozenset(term.key for term in _last_name(subject)),
        about=frozenset(term.key for term in about),
    )


def _last_name(terms: Sequence[Term]) -> Sequence[Term]:
    """The name next to the verb: names that stand side by side."""
    first = len(terms) - 1
    while first and terms[first].start - terms[first - 1].end <= 1:
        first -= 1
    return terms[first:]


def _contradicts(reading: Reading, one: _Stance, other: _Stance) -> bool:
    return one.sentence.article != other.sentence.article and _alike(reading, one, other)


def _alike(reading: Reading, one: _Stance, other: _Stance) -> bool:
    """Whether two stances are of one subject about one thing."""
    if not one.subject & other.subject:
        return False
    least = min(weigh(reading.plain, each.about) for each in (one, other))
    return weigh(reading.plain, one.about & other.about) >= max(OBJECT, 0.5 * least)


def _value(reading: Reading, stance: _Stance) -> Value:
    return Value(
        text=Text(stance.sentence.text[stance.start : stance.end]),
        value=None,
        citations=(cite(reading, stance.sentence, stance.start, stance.end),),
    )
