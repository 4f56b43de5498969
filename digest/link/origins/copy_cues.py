"""Texts that were not folded as copies, and yet have the same words in whole sentences or long runs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from digest.language import language_of
from digest.language.marks import MARKS, folded_words
from digest.language.speech import spoken
from digest.link.origins.attribution import Cue, CueKind, author
from digest.link.outlets import Outlet, Outlets
from digest.link.reading import Boundaries
from digest.model import Article

_SENTENCE = 60
"""Code points of a sentence that two reporters do not write alike."""
_ENOUGH = 3
"""How many such sentences show that one text was made of the other, or both of a third."""
_RUN, _SHARED = 10, 20
"""Words in a row that count as the same in two texts, and how many in all make it likely that one hand wrote them."""


class _Place(NamedTuple):
    length: int
    paragraph: int
    start: int


def copy_cues(
    articles: Sequence[Article], boundaries: Sequence[Boundaries], outlets: Outlets, found: Sequence[Sequence[Cue]]
) -> list[list[Cue]]:
    """Return for each article the cues that follow from sentences which it shares with other articles, in their order.

    A cue names whose the words were: the author of the other article where that is an agency, else its author or publisher
    where it was printed on an earlier day. It stands at the longest shared sentence, and is a byline for an agency and a
    credit for others. `_ENOUGH` shared sentences of `_SENTENCE` code points or more make one; those with quotation marks do
    not count. There is none where nobody knows who had the words first, where both articles are of one outlet, and where the
    article already has a byline among `found`, the articles' own cues. `boundaries` has the sentences of each article.
    """
    printed: dict[str, dict[int, _Place]] = {}
    for number, article in enumerate(articles):
        for paragraph, text in enumerate(article.paragraphs, 1):
            for start, end in boundaries[number][paragraph]:
                if end - start >= _SENTENCE and not any(mark in text[start:end] for mark in MARKS):
                    printed.setdefault(text[start:end], {})[number] = _Place(end - start, paragraph, start)
    common: dict[tuple[int, int], list[_Place]] = {}
    for places in printed.values():
        for number, place in places.items() if len(places) > 1 else ():
            for other in places:
                common.setdefault((number, other), []).append(place)
    more: list[list[Cue]] = [[] for _ in articles]
    for (number, other), shared in sorted(common.items()):
        whose = _whose(articles[other], articles[number], outlets, found[other]) if len(shared) >= _ENOUGH else None
        if whose and whose.name and whose.id != outlets.of_article(articles[number]).id and not author(found[number]):
            length, paragraph, start = max(shared)
            kind: CueKind = "byline" if outlets.is_agency(whose) else "credit"
            more[number].append(
                Cue(outlet=whose, paragraph=paragraph, start=start, end=start + length, place=0, own=False, kind=kind)
            )
    return more


def _whose(article: Article, later: Article, outlets: Outlets, found: Sequence[Cue]) -> Outlet | None:
    """Return whose words two articles share: those of the first one's author, if an agency or printed on an earlier day."""
    writer = author(found) or outlets.of_article(article)
    days = [when.at.date() for when in (article.published, later.published) if when and when.precision != "month"]
    return writer if outlets.is_agency(writer) or (len(days) == 2 and days[0] < days[1]) else None


def share_words(articles: Sequence[Article], printers: Sequence[str], counted: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of two articles of different printers whose texts have words in common that nobody is said to speak.

    Only those of printers in `counted` are compared: `_SHARED` words or more in runs of at least `_RUN`, whoever had them
    first. `printers` has the id of each article's.
    """
    compared = [number for number, printer in enumerate(printers) if printer in counted]
    runs = {number: _runs(articles[number]) for number in compared} if len({printers[one] for one in compared}) > 1 else {}
    for one, other in combinations(runs, 2):
        if printers[one] != printers[other]:
            places = {place for words, at in runs[one].items() if words in runs[other] for place in range(at, at + _RUN)}
            if len(places) >= _SHARED:
                yield one, other


def _runs(article: Article) -> dict[tuple[str, ...], int]:
    """The runs of `_RUN` words of an article's paragraphs, less what is quoted, each with its first word's number."""
    speech = language_of(article.language).speech
    found: dict[tuple[str, ...], int] = {}
    number = 0
    for text in article.paragraphs:
        start = 0
        for first, last in (*spoken(text, speech), (len(text), len(text))):
            words = folded_words(text, start, first)
            for place in range(len(words) - _RUN + 1):
                found.setdefault(words[place : place + _RUN], number + place)
            number += len(words)
            start = last
    return found
