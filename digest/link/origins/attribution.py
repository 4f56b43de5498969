"""Attribution cues: where an article says whose reporting it repeats, or that the reporting is its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from digest.language import language_of
from digest.language.marks import CLOSER
from digest.language.speech import Attribution, spoken
from digest.link.origins.linked import Anchor, anchors, linked
from digest.link.outlets import Outlet, Outlets
from digest.link.reading import Boundaries
from digest.model import Article

CueKind = Literal["report", "statement", "no answer", "byline", "credit", "primary"]

_WIRE = re.compile(r"\((?P<name>[A-Za-z][\w ]{1,24})\) ?(?:--?|[–—])")
"""An agency's name in brackets behind a dateline."""
_WIRE_LINES = 4
"""Paragraphs at the top in one of which it may stand: a picture's words may come before."""
_LONGEST_BYLINE = 120
"""Code points of a line beside the text that names who wrote it; a longer one tells of its author's life."""
_SET_OFF = re.compile(rf"(?:[,;:]|(?:\s|{CLOSER})[–—-]) ?\Z")
_BARE = re.compile(r"(?:[^\s:]:| [–—-]) ?\Z")
"""What stands before an outlet that ends a title: where a verb follows it, and where its name alone does."""
_TIME_BEFORE, _TIME_BEHIND = 80, 40
"""Code points before and behind an attribution within which a year or month dates it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Code points [start, end) of a paragraph that attribute the news to an outlet; `own` where it is the article's.

    `kind`: what the outlet is said to `report`; a `statement` made to it, which is one to all outlets with the same start;
    that somebody gave it `no answer`; a `byline`, which says whose text the article is; a `credit` for a part in it; or that
    the outlet is none and speaks to all, in a statement or a paper, as a `primary` source.
    `place` counts sentences from the top; `first` says that the outlet is named as the one that had the news first.
    `linked`: where a link leads is all that names the outlet.
    """

    outlet: Outlet
    paragraph: int
    start: int
    end: int
    place: int
    own: bool
    first: bool = False
    kind: CueKind = "report"
    linked: bool = False


class _CueSpan(NamedTuple):
    """A cue in the text of one paragraph: code points [start, end)."""

    outlet: Outlet
    start: int
    end: int
    first: bool = False
    kind: CueKind = "report"
    linked: bool = False


class _Sentence(NamedTuple):
    """Code points [start, end) of a paragraph's text, and how its language attributes."""

    text: str
    start: int
    end: int
    words: Attribution

    def dated_earlier(self, start: int, end: int) -> bool:
        """Whether words just before or behind text[start:end] set it in an earlier year."""
        states = self.words.begins_statement.match(self.text, end)
        behind = end if states else min(self.end, end + _TIME_BEHIND)
        return self.words.earlier.search(self.text, max(self.start, start - _TIME_BEFORE), behind) is not None


def cues(article: Article, boundaries: Boundaries, outlets: Outlets) -> tuple[Cue, ...]:
    """Return the attributions of an article in order: to others, and to its own publisher.

    Polls, opinion pieces, spoken words and what an outlet said in earlier years are no attribution of this news. What
    somebody said "in an interview" was said to the article's own reporter, or to the agency's where a byline names one, and
    who left them without an answer did so to them; not where the sentence names another stage or another who asked, or
    where words said to another outlet came before. What only a link names is an attribution too: see `linked`. The sentences
    of a language that does not say how it attributes are not read; agencies' marks and bylines are.
    """
    language = language_of(article.language)
    outlets = outlets.as_named_in(article)
    mine = outlets.of_article(article)
    beside = (*_wire(article, outlets), *_beside(article, outlets, mine, language.attribution))
    found = [(number, 0, one) for number, one in beside]
    if language.attribution:
        found += [(0, 0, one) for one in in_title(article.title, outlets, language.attribution) if one.outlet.id != mine.id]
        reporter = next((one.outlet for _, one in beside if one.kind == "byline"), mine)
        found += _in_text(article, boundaries, outlets, mine, reporter, language.attribution)
    people = _namesakes(article, language.attribution)
    cued = (
        Cue(
            outlet=one.outlet,
            paragraph=number,
            start=one.start,
            end=one.end,
            place=place,
            own=one.outlet.id == mine.id,
            first=one.first,
            kind=one.kind,
            linked=one.linked,
        )
        for number, place, one in found
        if one.outlet.name.casefold() not in people
    )
    return tuple(_once(cued))


def author(found: Iterable[Cue]) -> Outlet | None:
    """Return the outlet whose text an article is by a byline, the first of several; None without one."""
    return next((cue.outlet for cue in found if cue.kind == "byline"), None)


def _in_text(
    article: Article, boundaries: Boundaries, outlets: Outlets, mine: Outlet, reporter: Outlet, words: Attribution
) -> list[tuple[int, int, _CueSpan]]:
    """The cues of the sentences: each with its paragraph's number and its sentence's, counted from the top."""
    found: list[tuple[int, int, _CueSpan]] = []
    links = anchors(article, outlets, (mine, reporter))
    speech = language_of(article.language).speech
    place = 0
    for number, paragraph in enumerate(article.paragraphs, 1):
        quoted = spoken(paragraph, speech)
        for start, end in boundaries[number]:
            sentence = _Sentence(paragraph, start, end, words)
            named = list(_named(sentence, outlets, mine))
            here = [link for link in links.get(number, ()) if start <= link.start < link.end <= end]
            named.extend(_by_link(sentence, here, outlets, mine, tuple(named)))
            named = [one for one in named if not any(first < one.start and one.end <= last for first, last in quoted)]
            others = named or any(one.kind == "statement" for _, _, one in found)
            named.extend(() if others else _own(sentence, outlets, reporter))
            named.extend(_credited(sentence, outlets, reporter))
            found.extend((number, place, one) for one in named)
            place += 1
    return found


def in_title(title: str, outlets: Outlets, words: Attribution) -> Iterator[_CueSpan]:
    """Yield the outlet to which the end of a title attributes the news: "…, Reuters reports", "…: NYT".

    An outlet that stands elsewhere in a title is what the news is about, or does something itself.
    """
    end = len(title.rstrip(" ."))
    for found in words.after_outlet.finditer(title, 0):
        named = outlets.ending_at(title, 0, found.start)
        if named and found.end == end and _SET_OFF.search(title, 0, named[1]):
            yield _CueSpan(named[0], named[1], end)
    for found in words.before_outlet.finditer(title, 0):
        following = outlets.starting_at(title, found.end)
        if following and following[1] == end and found.rule.tells != "statement":
            yield _CueSpan(following[0], found.start, end)
    for outlet, start, stop in outlets.named_in(title, 0, end):
        if stop == end and _BARE.search(title, 0, start):
            yield _CueSpan(outlet, start, end)


def _namesakes(article: Article, words: Attribution | None) -> frozenset[str]:
    """The folded names of outlets by which an article means persons."""
    found = ((text, one) for text in article.paragraphs for one in (words.namesakes.finditer(text) if words else ()))
    return frozenset(text[one.start : one.end].split()[-1].casefold() for text, one in found)


def _named(sentence: _Sentence, outlets: Outlets, mine: Outlet) -> Iterator[_CueSpan]:
    """What a sentence attributes to the outlets that it names, and to its own."""
    text, start, end, words = sentence
    for found in words.told_us.finditer(text, start, end):
        yield _CueSpan(mine, found.start, found.end)
    if not outlets.may_name(text, start, end):
        return
    text = text[:end]
    for found in words.before_outlet.finditer(text, start):
        at, first = found.end, found.rule.tells == "first"
        while (named := outlets.starting_at(text, at)) is not None:
            outlet, stop = named
            if (not first and sentence.dated_earlier(found.start, stop)) or words.of_outlet.match(text, stop):
                break
            kind: CueKind = "statement" if found.rule.tells == "statement" else "report"
            yield _CueSpan(outlet, found.start, stop, first, kind)
            joined = words.between_outlets.match(text, stop)
            if joined is None:
                break
            at = joined.end
    for found in words.after_outlet.finditer(text, start):
        named = outlets.ending_at(text, start, found.start)
        if named and not sentence.dated_earlier(named[1], found.end):
            yield _CueSpan(named[0], named[1], found.end, found.rule.tells == "first")


def _by_link(
    sentence: _Sentence, links: Sequence[Anchor], outlets: Outlets, mine: Outlet, named: Sequence[_CueSpan]
) -> Iterator[_CueSpan]:
    """What the sentence's links attribute where `named` does not: by their words, or by a short name they make plain."""
    text, start, end, words = sentence
    found = [
        _CueSpan(one.outlet, one.start, one.end, one.first, "statement" if one.statement else "report", linked=True)
        for one in linked(text, start, end, links, outlets, words)
        if not sentence.dated_earlier(one.start, one.end)
    ]
    for link in links:
        for one in _named(sentence, outlets.with_short_name(link.outlet), mine):
            if one.outlet.id == link.outlet.id and link.touches(one.start, one.end, text):
                found.append(one._replace(linked=True))
    for one in found:
        if not any(it.outlet.id == one.outlet.id or (it.start < one.end and one.start < it.end) for it in named):
            yield one


def _own(sentence: _Sentence, outlets: Outlets, reporter: Outlet) -> Iterator[_CueSpan]:
    """What was said to the article's own reporter, or left unanswered, where the sentence names nobody else who asked."""
    text, start, end, words = sentence
    interview, silence = words.interview.search(text, start, end), words.unanswered.search(text, start, end)
    if not (interview or silence) or words.earlier.search(text, start, end) or outlets.named_in(text, start, end):
        return
    if interview and words.spoke.search(text, start, end) and not words.stage.search(text, start, end):
        yield _CueSpan(reporter, interview.start, interview.end)
    elif silence and not words.asked_by.search(text, silence.start, end):
        yield _CueSpan(reporter, silence.start, silence.end, kind="no answer")


def _credited(sentence: _Sentence, outlets: Outlets, reporter: Outlet) -> Iterator[_CueSpan]:
    """Those who had a part in all of the article: the agencies a credit names, or the reporter's own staff."""
    text, start, end, words = sentence
    if words.credited.search(text, start, end):
        named = outlets.named_in(text, start, end)
        for outlet, first, last in named:
            yield _CueSpan(outlet, first, last, kind="byline" if words.authors.match(text, last) else "credit")
        staff = None if named else words.staff.search(text, start, end)
        if staff:
            yield _CueSpan(reporter, staff.start, staff.end, kind="credit")


def _wire(article: Article, outlets: Outlets) -> Iterator[tuple[int, _CueSpan]]:
    """An agency's mark behind the dateline, with the number of its paragraph."""
    for number, paragraph in enumerate(article.paragraphs[:_WIRE_LINES], 1):
        match = _WIRE.search(paragraph, 0, 160)
        outlet = outlets.named(match["name"]) if match else None
        if match and outlet:
            yield number, _CueSpan(outlet, match.start(), match.end("name") + 1, kind="byline")
            return


def _beside(article: Article, outlets: Outlets, mine: Outlet, words: Attribution | None) -> Iterator[tuple[int, _CueSpan]]:
    """What bylines, credits and copyright lines beside the text say: whose it is, and who had a part in it."""
    for number, line in enumerate(article.credits, 1 + len(article.paragraphs) + len(article.sayings)):
        if words and words.credited.search(line):
            yield from ((number, one) for one in _credited(_Sentence(line, 0, len(line), words), outlets, mine))
            continue
        for outlet, start, end in outlets.named_in(line, 0, min(len(line), _LONGEST_BYLINE)):
            person = words and words.signed.search(line[:end])
            if outlet.id != mine.id and outlets.named(line[start:end]) and not person:
                yield number, _CueSpan(outlet, start, end, kind="byline")


def _once(found: Iterable[Cue]) -> Iterable[Cue]:
    """The cues in order, each place and outlet once."""
    seen: set[tuple[str, int, int]] = set()
    for cue in sorted(found, key=lambda cue: (cue.paragraph, cue.start, cue.end, cue.outlet.id)):
        where = (cue.outlet.id, cue.paragraph, cue.start)
        if where not in seen:
            seen.add(where)
            yield cue
