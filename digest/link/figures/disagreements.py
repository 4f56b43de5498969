"""Where sources contradict each other in words: no date beside a date, denied beside confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from digest.language.terms import Key, Term
from digest.link.citing import cite
from digest.link.figures.labels import noun_after
from digest.link.figures.measures import EVENT, Mention, weigh
from digest.link.reading import Reading, Sentence
from digest.model import Figure, Text, Value

OBJECT = 4.0
"""Weight of the terms two sources must share of what one confirms and the other denies."""
_NEXT = 20
"""Code points between a name and the verb it is the subject of."""
_FOR = 40
"""Code points after "no date for" that say of what."""
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
_OF = re.compile(r" (?:for|of) (?:the |a |an )?")
_STANCES = (
    (r"confirm(?:s|ed)|admit(?:s|ted)|acknowledge[sd]", r"den(?:ies|ied)", True),
    (r"agree[sd] to|accept(?:s|ed)|approve[sd]", r"refuse[sd] to|reject(?:s|ed)|decline[sd] to|turn(?:s|ed) down", True),
    (r"(?:plead(?:s|ed)?|pled) guilty", r"(?:plead(?:s|ed)?|pled) not guilty", False),
    (r"(?:was|were|been) (?:convicted|found guilty)", r"(?:was|were|been) (?:acquitted|found not guilty|cleared)", False),
    (r"is dead|has died|was killed", r"is (?:still )?alive|survived", False),
    (r"(?:has |have )?resigned|will resign|is resigning", r"will not resign|won['’]t resign|refuse[sd] to resign", False),
)
"""Verbs that contradict each other where they have one subject, and whether they must have one object as well."""


def _verbs(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!nor )(?<!or )\b(?:{words})\b")


_SIDES = tuple((_verbs(yes), _verbs(no), about) for yes, no, about in _STANCES)
_CUES = ("denie", "refuse", "reject", "decline", "turned down", "turns down", "not guilty", "acquitted", "cleared",
         "alive", "survived", "resign")  # fmt: skip
_UNSURE = re.compile(
    r"\b(?:not|n['’]t|never|neither|nor|nobody|if|whether|would|could|may|might|to|until|unless|had|previously|earlier|"
    r"initially|at first|later|reportedly|allegedly)\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stance:
    """Who takes a side on what: the side's words at [start, end), the name before them, the terms after them."""

    sentence: Sentence
    start: int
    end: int
    name: str
    subject: frozenset[Key]
    about: frozenset[Key]
    whole: bool


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
    events = {name for name in _most([mention.words for mention in mentions]) if reading.plain[name] >= EVENT}
    named = _most([_names(mention.sentence, 0, len(mention.sentence.text)) for mention in mentions])
    found: dict[int, tuple[Sentence, re.Match[str]]] = {}
    for sentence in reading.sentences:
        match = _NO_DATE.search(sentence.text)
        if match is None or not sentence.paragraph or sentence.article in given:
            continue
        inside = {term.key for term in sentence.terms}
        of = _names(sentence, match.end(), match.end() + _FOR) if sentence.text.startswith(" for ", match.end()) else set()
        if events & inside or len(named & of) > 1:
            found.setdefault(sentence.article, (sentence, match))
    if not found:
        return None
    sentence, match = next(iter(found.values()))
    value = Value(
        text=Text(match.group()),
        value=None,
        citations=tuple(cite(reading, each, deny.start(), deny.end()) for each, deny in found.values()),
    )
    return value, _date_of(sentence, match)


def _date_of(sentence: Sentence, match: re.Match[str]) -> Text:
    """The words that name the date which is denied, with what it is of where that follows."""
    text = sentence.text
    start = match.start() + next(found.start() for found in _DATE.finditer(match.group()))
    of = _OF.match(text, match.end())
    more = noun_after(text, of.end()) if of else ""
    return Text(text[start : of.end()] + more if of and more else text[start : match.end()])


def _most(each: Sequence[AbstractSet[Key]]) -> set[Key]:
    """What more than half of several sets hold."""
    return {name for name in set().union(*each) if 2 * sum(name in one for one in each) > len(each)}


def _names(sentence: Sentence, start: int, end: int) -> set[Key]:
    return {term.key for term in sentence.terms if term.kind == "name" and start <= term.start < end}


def sides(reading: Reading) -> Iterable[tuple[int, int, Figure]]:
    """Yield what one source confirms and another denies, with its number of sources and first place.

    A source that says both tells of a change or of a dispute: it contradicts nobody.
    """
    sentences = [sentence for sentence in reading.sentences if sentence.paragraph]
    if not any(cue in sentence.text for sentence in sentences for cue in _CUES):
        return
    for yes, no, about in _SIDES:
        against = [stance for sentence in sentences if (stance := _stance(sentence, no, about))]
        agreed = [stance for sentence in sentences if (stance := _stance(sentence, yes, about))] if against else []
        for one in agreed:
            ours = {stance.sentence.article: stance for stance in agreed if _alike(reading, one, stance)}
            theirs = {stance.sentence.article: stance for stance in against if _alike(reading, one, stance)}
            if theirs and ours.keys().isdisjoint(theirs):
                values = tuple(_value(reading, list(each.values())) for each in (ours, theirs))
                named = noun_after(one.sentence.text, one.end + 1) or one.name
                figure = Figure(label=Text(named), unit="said", values=values, conflict=True)
                yield len(ours) + len(theirs), one.sentence.place, figure
                break


def _stance(sentence: Sentence, words: re.Pattern[str], about: bool) -> _Stance | None:
    """The stance of a sentence, None where it is none, is spoken, unsure, of a pronoun, or about nothing."""
    text = sentence.text
    match = words.search(text)
    if match is None or _UNSURE.search(text[: match.start()]):
        return None
    start = max(text.rfind(mark, 0, match.start()) for mark in (",", ";", ":", "—", " that ", " but ", " while ")) + 1
    stop = min((place for mark in ",;:—" if (place := text.find(mark, match.end())) >= 0), default=len(text))
    if text[: match.start()].count('"') % 2 or "“" in text[start : match.start()]:
        return None
    names = _last_name([term for term in sentence.terms if start <= term.start < match.start() and term.kind == "name"])
    after = frozenset(term.key for term in sentence.terms if match.end() <= term.start < stop and term.kind != "not")
    if not names or (about and not after) or match.start() - names[-1].end > _NEXT:
        return None
    return _Stance(
        sentence=sentence,
        start=match.start(),
        end=match.end(),
        name=text[names[0].start : names[-1].end],
        subject=frozenset(term.key for term in names),
        about=after,
        whole=about,
    )


def _last_name(terms: Sequence[Term]) -> Sequence[Term]:
    """The name next to the verb: names that stand side by side."""
    first = max(0, len(terms) - 1)
    while first and terms[first].start - terms[first - 1].end <= 1:
        first -= 1
    return terms[first:]


def _alike(reading: Reading, one: _Stance, other: _Stance) -> bool:
    """Whether two stances are of one subject, about one thing where they are about any."""
    if not one.subject & other.subject:
        return False
    if not one.whole and not (one.about and other.about):
        return True
    least = min(weigh(reading.plain, each.about) for each in (one, other))
    return weigh(reading.plain, one.about & other.about) >= max(OBJECT, 0.5 * least)


def _value(reading: Reading, stances: Sequence[_Stance]) -> Value:
    first = stances[0]
    return Value(
        text=Text(first.sentence.text[first.start : first.end]),
        value=None,
        citations=tuple(cite(reading, stance.sentence, stance.start, stance.end) for stance in stances),
    )
