"""Where sources contradict each other in words: no date beside a date, denied beside confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from digest.language.figures import Phrases, Stances
from digest.language.marks import inside_quotation
from digest.language.terms import Key, Term
from digest.link.citing import cite
from digest.link.figures.measures import Mention, weigh
from digest.link.figures.phrases import noun_after
from digest.link.reading import Reading, Sentence
from digest.model import Figure, Text, Value

EVENT = 1.2
"""Weight in `Reading.plain` from which a word says what happens on a date."""
OBJECT = 4.0
"""Weight of the terms two articles must share of what one confirms and the other denies, and half of the lighter side's."""
_PARTING = ",;:—"
_NEXT = 20
"""Code points between a name and the verb it is the subject of."""
_FOR = 40
"""Code points after "no date for" that say of what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stance:
    """Who takes a side on what: the side's words at [start, end), the name before them, the terms after them."""

    sentence: Sentence
    start: int
    end: int
    name: str
    subject: frozenset[Key]
    about: frozenset[Key]
    needs_object: bool


def denied_date(reading: Reading, mentions: Sequence[Mention]) -> tuple[Value, Text] | None:
    """Return what articles say that state no date is known, and what the date is of; None where none says so.

    `mentions` give one date, in agreement or not, one for each article. None, too, unless over half of them tell of a date
    to come. Only articles that give no date themselves count. The value has no number; its words deny the date.
    """
    known = reading.language.figures
    if known is None or known.stances is None:
        return None
    stances, texts = known.stances, [mention.sentence.text for mention in mentions]
    expected = [text for text in texts if stances.expected.search(text) and not stances.past.search(text)]
    if 2 * len(expected) <= len(mentions):
        return None
    given = {mention.article for mention in mentions}
    events = {name for name in _majority([mention.words for mention in mentions]) if reading.plain[name] >= EVENT}
    named = _majority([_names(mention.sentence, 0, len(mention.sentence.text)) for mention in mentions])
    found: dict[int, tuple[Sentence, re.Match[str]]] = {}
    for sentence in reading.sentences:
        match = stances.no_date.search(sentence.text)
        if match is None or not sentence.paragraph or sentence.article in given:
            continue
        inside = {term.key for term in sentence.terms if term.start}  # what opens a sentence may be a name
        of = stances.date_of.match(sentence.text, match.end())
        matter = _names(sentence, of.end(), of.start() + _FOR) if of else set()
        if events & inside or len(named & matter) > 1:
            found.setdefault(sentence.article, (sentence, match))
    if not found:
        return None
    sentence, match = next(iter(found.values()))
    value = Value(
        text=Text(match.group()),
        value=None,
        citations=tuple(cite(reading, each, deny.start(), deny.end()) for each, deny in found.values()),
    )
    return value, _date_of(stances, known.phrases, sentence, match)


def _date_of(stances: Stances, phrases: Phrases | None, sentence: Sentence, match: re.Match[str]) -> Text:
    """The words that name the date which is denied, with what it is of where that follows."""
    text = sentence.text
    start = match.start() + next(found.start() for found in stances.date.finditer(match.group()))
    of = stances.date_of.match(text, match.end())
    more = noun_after(phrases, text, of.end()) if of and phrases else ""
    return Text(text[start : of.end()] + more if of and more else text[start : match.end()])


def _majority(each: Sequence[AbstractSet[Key]]) -> set[Key]:
    """What more than half of several sets hold."""
    return {name for name in set().union(*each) if 2 * sum(name in one for one in each) > len(each)}


def _names(sentence: Sentence, start: int, end: int) -> set[Key]:
    return {term.key for term in sentence.terms if term.kind == "name" and start <= term.start < end}


def contradictions(reading: Reading) -> Iterable[tuple[int, int, Figure]]:
    """Yield what one article confirms and another denies: (number of articles, place of the confirming sentence, figure).

    It is the first such pair of each pair of verbs. Articles of which one says both tell of a change or of a dispute: they
    contradict nobody.
    """
    known = reading.language.figures
    sentences = [sentence for sentence in reading.sentences if sentence.paragraph]
    stances = known.stances if known else None
    if known is None or stances is None or not any(cue in each.text for each in sentences for cue in stances.cues):
        return
    for yes, no, needs_object in stances.sides:
        against = [stance for sentence in sentences if (stance := _stance(stances, sentence, no, needs_object))]
        agreed = [stance for sentence in sentences if (stance := _stance(stances, sentence, yes, needs_object))]
        for one in agreed:
            ours = {stance.sentence.article: stance for stance in agreed if _same_matter(reading, one, stance)}
            theirs = {stance.sentence.article: stance for stance in against if _same_matter(reading, one, stance)}
            if theirs and ours.keys().isdisjoint(theirs):
                values = tuple(_value(reading, list(each.values())) for each in (ours, theirs))
                named = (noun_after(known.phrases, one.sentence.text, one.end + 1) if known.phrases else "") or one.name
                figure = Figure(label=Text(named), unit="said", values=values, conflict=True)
                yield len(ours) + len(theirs), one.sentence.place, figure
                break


def _stance(stances: Stances, sentence: Sentence, words: re.Pattern[str], needs_object: bool) -> _Stance | None:
    """The stance of a sentence, None where it is none, is spoken, unsure, of a pronoun, or about nothing."""
    text = sentence.text
    match = words.search(text)
    if match is None or stances.unsure.search(text[: match.start()]):
        return None
    start = max(text.rfind(mark, 0, match.start()) for mark in (*_PARTING, *stances.clause_start)) + 1
    stop = min((place for mark in _PARTING if (place := text.find(mark, match.end())) >= 0), default=len(text))
    if inside_quotation(text[: match.start()]):
        return None
    names = _last_name([term for term in sentence.terms if start <= term.start < match.start() and term.kind == "name"])
    after = frozenset(term.key for term in sentence.terms if match.end() <= term.start < stop and term.kind != "not")
    if not names or (needs_object and not after) or match.start() - names[-1].end > _NEXT:
        return None
    return _Stance(
        sentence=sentence,
        start=match.start(),
        end=match.end(),
        name=text[names[0].start : names[-1].end],
        subject=frozenset(term.key for term in names),
        about=after,
        needs_object=needs_object,
    )


def _last_name(terms: Sequence[Term]) -> Sequence[Term]:
    """The name next to the verb: names that stand side by side."""
    first = max(0, len(terms) - 1)
    while first and terms[first].start - terms[first - 1].end <= 1:
        first -= 1
    return terms[first:]


def _same_matter(reading: Reading, one: _Stance, other: _Stance) -> bool:
    """Whether two stances are of one subject, about one thing where both name one or the verb needs one."""
    if not one.subject & other.subject:
        return False
    if not one.needs_object and not (one.about and other.about):
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
