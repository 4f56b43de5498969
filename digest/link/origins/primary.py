"""Primary sources: who speaks to all in a statement, a paper or a post that an article names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from digest.language import language_of
from digest.language.marks import without_possessive
from digest.language.speech import Document, PrimarySources, Speech, spoken
from digest.link.origins.attribution import Cue
from digest.link.outlets import Outlet, Outlets
from digest.link.reading import Boundaries
from digest.model import Article

_ID = "primary "
"""Begins the id of who is no outlet; the word follows by which one is known."""


def primary_cues(
    articles: Sequence[Article], split: Sequence[Boundaries], outlets: Outlets, opening: int
) -> list[list[Cue]]:
    """Return where each article has words from a primary source, with whose statement, paper or post it is as the outlet.

    Only those that an article names in its first `opening` sentences, and those in all articles. One is known by the last
    word of the name, so that a person or body is the same one under a longer name, which it gets everywhere. None where only
    a pronoun says whose, and none of an outlet: what a newspaper says is a report.
    """
    numbered = list(zip(articles, split, strict=True))
    opened = [list(_cues(*one, outlets, slice(opening))) for one in numbered]
    known = {cue.outlet.id for cued in opened for cue in cued}
    if not known:  # most stories: their other sentences need not be read
        return opened
    every = [(*cued, *_cues(*one, outlets, slice(opening, None))) for cued, one in zip(opened, numbered, strict=True)]
    found = [[cue for cue in cued if cue.outlet.id in known] for cued in every]
    called: dict[str, Outlet] = {}
    for cue in (cue for cued in found for cue in cued):
        longest = called.setdefault(cue.outlet.id, cue.outlet)
        if len(cue.outlet.name.split()) > len(longest.name.split()):
            called[cue.outlet.id] = cue.outlet
    return [[replace(cue, outlet=called[cue.outlet.id]) for cue in cued] for cued in found]


def _cues(article: Article, split: Boundaries, outlets: Outlets, which: slice) -> Iterator[Cue]:
    """Yield the primary sources of some of an article's sentences; none in a language that names none."""
    language = language_of(article.language)
    words, speech = language.attribution and language.attribution.primary, language.speech
    if not words or not speech:
        return
    outlets = outlets.as_named_in(article)
    places = [(number, *at) for number in range(1, len(article.paragraphs) + 1) for at in split[number]]
    for place, (number, start, end) in list(enumerate(places))[which]:
        text = article.passage(number)
        for name, paper, (first, behind, last) in _named(text, start, end, words, speech):
            inside = any(begin < first < finish for begin, finish in spoken(text, speech))
            given = words.given_to.match(text, behind, end)
            given_to = outlets.starting_at(text, given.end) if given else None
            if not inside and given_to is None and outlets.named(name) is None:
                source = Outlet(id=_ID + name.rsplit(maxsplit=1)[-1].casefold(), name=f"{name[0].upper()}{name[1:]} {paper}")
                yield Cue(outlet=source, paragraph=number, start=first, end=last, place=place, own=False, kind="primary")


def _named(
    text: str, start: int, end: int, words: PrimarySources, speech: Speech
) -> Iterator[tuple[str, str, tuple[int, int, int]]]:
    """Yield of a sentence text[start:end] whose words it has, in what paper, and where that begins, is named and ends."""
    for document in words.documents:
        needed, pattern = _compiled(document)
        for match in pattern.finditer(text, start, end) if needed.search(text, start, end) else ():
            name = _who(text, start, match, words, speech)
            if name and name.casefold() not in words.nobody:
                behind = match.end() if document.paper else match.end("paper")
                yield name, (document.paper or match["paper"]), (match.start(), behind, match.end())


def _who(text: str, start: int, match: re.Match[str], words: PrimarySources, speech: Speech) -> str:
    """Return who speaks, without titles: who speaks for another where both are named, empty where no name does."""
    name = match["who"]
    if "aside" in match.groupdict():
        called = words.called.match(match["aside"] or "")
        behind = words.no_subject.search(text, start, match.start("who"))
        if called and (behind or name.rsplit(maxsplit=1)[-1].islower()):
            name = match["aside"][2 : called.end]
        elif behind and behind.start < match.start():
            return ""
    return without_possessive(_titles(speech).sub("", name)).strip(" ,.")


@cache
def _compiled(document: Document) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"\b(?:{document.needs})"), re.compile(document.pattern)


@cache
def _titles(speech: Speech) -> re.Pattern[str]:
    """Titles and articles before a name."""
    before = rf"(?i:{speech.definite}|{speech.determiners})|(?:{speech.short_titles})\.?|{speech.offices}|{speech.ranks}"
    return re.compile(rf"\A(?:(?:{before}|{speech.openers}) )+(?=\S)")
