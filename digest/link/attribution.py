"""Attribution cues: where an article says whose reporting it repeats, or that the reporting is its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from digest.link.outlets import Outlet, Outlets
from digest.model import Article
from digest.sentences import sentences

_FILLER = (
    r"(?:(?:an?|the|multiple|separate|several|new|recent|exclusive|earlier|published|posted|reports?|stor(?:y|ies)|articles?|"
    r"accounts?|interviews?|from|in|by|on|at|of|to|with) ){0,5}"
)
_FOLLOWED = re.compile(
    rf"\b(?i:(?P<first>first (?:reported|published|revealed|disclosed) (?:by|in|on))|"
    rf"according to|(?:as )?(?:reported|published|revealed|obtained|quoted|cited|confirmed) (?:by|in)|citing|"
    rf"(?P<told>told|tells?|tell|telling|speaking (?:to|with)|spoke (?:to|with)|(?:statement|comments?|remarks|e-?mail) to|"
    rf"in an? (?:\w+ )?interview (?:with|on|to)|interviewed (?:by|on)|appearing on|appearance on)|"
    rf"(?:a|the|an|recent|earlier|exclusive) (?:\w+ )?(?:report|story|article) (?:in|by|from|on)|"
    rf"via|h/t|hat tip(?: to)?) {_FILLER}"
)
_PRECEDED = re.compile(
    r"(?:['’]s?(?: [A-Z][\w.’-]+){1,3})? (?P<verb>(?:(?:has|had|have|also|first|earlier|later|reportedly) ){0,2}"
    r"(?:reported|reports|report|revealed|reveals|broke the (?:news|story)|wrote|writes|quoted|cited|said|says|"
    r"(?:has |have )?(?:learned|obtained|confirmed)))\b"
)
_OWN = re.compile(
    r"\b(?:told|tells) (?:me|us)\b|\binterview with (?:me|us)\b|\b(?:spoke|speaking|talked) (?:to|with) (?:me|us)\b|"
    r"\bour (?:reporter|correspondent)s?\b"
)
_CLAIMED = re.compile(r"\b(?:obtained|reviewed|seen|viewed|provided) (?:by|to) ")
_WIRE = re.compile(r"\((AP|Reuters|REUTERS|AFP|UPI|Bloomberg|Xinhua|CNN)\)")
_NOT_NEWS = re.compile(
    r"(?:[-/ ]\w+){0,3}? ?"
    r"(?:polls?|surveys?|editorial|op-ed|columnist|column|contributor|analyst|data|estimates?|poll's|bestseller)\b"
)
_PAST = re.compile(r"\b(?:previously|last year|years? ago|months ago|in (?:19|20)\d\d)\b")
_AND = re.compile(r"(?:, (?:and )?| and )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Code points [start, end) of a paragraph that attribute the statement to an outlet; `own` where it is the article's.

    `place` counts sentences from the top; `first` says that the outlet is named as the one that had it first.
    """

    outlet: Outlet
    paragraph: int
    start: int
    end: int
    place: int
    own: bool
    first: bool = False
    kind: Literal["words", "wire", "byline"] = "words"


def cues(article: Article, outlets: Outlets) -> tuple[Cue, ...]:
    """Return the attributions of an article in order: to others, and to its own publisher.

    Polls, opinion pieces and what an outlet said in earlier years are no attribution of this news.
    """
    mine = outlets.of(article)
    found: list[Cue] = []
    place = 0
    for number, paragraph in enumerate(article.paragraphs, 1):
        for start, end in sentences(paragraph, article.language):
            for outlet, first, last, led in _in_sentence(paragraph, start, end, outlets, mine):
                own = outlet.id == mine.id
                found.append(Cue(outlet=outlet, paragraph=number, start=first, end=last, place=place, own=own, first=led))
            place += 1
    found.extend(_wire(article, outlets, mine))
    return tuple(_once(found))


def _in_sentence(text: str, start: int, end: int, outlets: Outlets, mine: Outlet) -> Iterable[tuple[Outlet, int, int, bool]]:
    sentence = text[:end]
    past = _PAST.search(sentence, start)
    for match in _FOLLOWED.finditer(sentence, start):
        at = match.end()
        while (named := outlets.after(sentence, at)) is not None:
            outlet, stop = named
            if _NOT_NEWS.match(sentence, stop) or (past and not match["first"] and outlet.id != mine.id):
                break
            yield outlet, match.start(), stop, bool(match["first"])
            joined = _AND.match(sentence, stop)
            if joined is None:
                break
            at = joined.end()
    for match in _PRECEDED.finditer(sentence, start):
        named = outlets.before(sentence, match.start())
        if named is None or named[1] < start or (past and named[0].id != mine.id):
            continue
        yield named[0], named[1], match.end(), "first" in match["verb"]
    for match in _CLAIMED.finditer(sentence, start):
        if (named := outlets.after(sentence, match.end())) is not None:
            yield named[0], match.start(), named[1], False
    for match in _OWN.finditer(sentence, start):
        if not _inside_quotation(sentence, start, match.start()):
            yield mine, match.start(), match.end(), False


def _inside_quotation(sentence: str, start: int, place: int) -> bool:
    before = sentence[max(0, start - 400) : place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _wire(article: Article, outlets: Outlets, mine: Outlet) -> Iterable[Cue]:
    """An agency's mark in the first line."""
    if not article.paragraphs:
        return
    match = _WIRE.search(article.paragraphs[0], 0, 100)
    outlet = outlets.named(match.group(1)) if match else None
    if match and outlet:
        yield Cue(
            outlet=outlet, paragraph=1, start=match.start(), end=match.end(), place=0, own=outlet.id == mine.id, kind="wire"
        )


def _once(found: Iterable[Cue]) -> Iterable[Cue]:
    """The cues in order, each place and outlet once."""
    seen: set[tuple[str, int, int]] = set()
    for cue in sorted(found, key=lambda cue: (cue.paragraph, cue.start, -cue.end, cue.outlet.id)):
        where = (cue.outlet.id, cue.paragraph, cue.start)
        if where not in seen:
            seen.add(where)
            yield cue
