"""What the article of the headline says of it: a page is never without a line that is true of its headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from digest.language.clauses import clauses, run_in_length
from digest.language.terms import ordered
from digest.link.citing import clip
from digest.link.limits import Budget
from digest.link.reading import Reading
from digest.model import Article, Citation, Point, Story

OPENING = 3
"""Sentences of an article's text among which the one nearest to its headline is looked for."""


def headlined(reading: Reading, story: Story, points: Sequence[Point], left: Budget, most: int) -> tuple[Point, ...]:
    """Return the points with one from the text of the headline's article among them, where that has a text to show.

    If none of them or of the passages beside them is, the sentence of its opening that shares most with the headline is
    added, behind what several articles support in full. Where that makes more than `most` passages, the last other one goes.
    """
    article = _author(reading, story)
    if article is None:
        return tuple(points)
    shown = chain(*(chain(point.citations, *(one.citations for one in point.beside)) for point in points))
    if any(citation.article_id == article.id and citation.paragraph for citation in shown):
        return tuple(points)
    added = tuple(
        Point(text=clip(article, citation), citations=(citation,))
        for citation in _first(left, _openings(reading, story, article, left.quotation))
    )
    place = max((number for number, point in enumerate(points, 1) if _several(point)), default=0)
    kept = _without_last(points) if added and sum(1 + len(point.beside) for point in points) >= most else points
    return (*kept[:place], *added, *kept[place:])


def _several(point: Point) -> bool:
    """Whether several articles are cited for all of a point."""
    return sum(not citation.part for citation in point.citations) > 1


def _without_last(points: Sequence[Point]) -> Sequence[Point]:
    """The points without the last passage beside one of them; where there is none, without the last point."""
    number = max((number for number, point in enumerate(points) if point.beside), default=None)
    if number is None:
        return points[:-1]
    return [*points[:number], replace(points[number], beside=points[number].beside[:-1]), *points[number + 1 :]]


def _first(left: Budget, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The first of the citations that may be shown; empty where none may."""
    return next((shown for citation in citations if (shown := left.take([citation]))), ())


def _author(reading: Reading, story: Story) -> Article | None:
    """The article whose headline the story has; of an editor's headline the one whose title shares most with it."""
    named = next((article for article in reading.articles if article.id == story.headline_by), None)
    nearest = max(reading.articles, key=lambda one: round(_shared(reading, one.title, story.headline), 9), default=None)
    return named or nearest


def _openings(reading: Reading, story: Story, article: Article, most: int) -> list[Citation]:
    """The first sentences of an article's text that are not its title again, nearest to the headline first."""
    found = list(_sentences(reading, article))[:OPENING]
    spans = [(paragraph, *_cut(reading, article.passage(paragraph), start, end, most)) for paragraph, start, end in found]
    told = [
        Citation(article_id=article.id, paragraph=paragraph, start=start, end=end) for paragraph, start, end in spans if end
    ]
    return sorted(told, key=lambda one: -round(_shared(reading, clip(article, one), story.headline), 9))


def _sentences(reading: Reading, article: Article) -> Iterator[tuple[int, int, int]]:
    split = reading.boundaries[reading.number[article.id]]
    for paragraph, text in enumerate(article.paragraphs, 1):
        for start, end in split[paragraph]:
            if text[start:end].casefold().strip(" .") != article.title.casefold().strip(" ."):
                yield paragraph, start + run_in_length(text[start:end], reading.language), end


def _cut(reading: Reading, text: str, start: int, end: int, most: int) -> tuple[int, int]:
    """A sentence, or as many of its first clauses as have at most `most` code points; (0, 0) where not one has."""
    if end - start <= most:
        return start, end
    ends = [part.end for part in clauses(text[start:end], reading.language) if part.end <= most]
    return (start, start + ends[-1]) if ends else (0, 0)


def _shared(reading: Reading, text: str, headline: str) -> float:
    """The weight, in the language alone, of the terms that a text shares with the headline."""
    one, other = ({term.key for term in reading.lexicon.terms(words)} for words in (text, headline))
    return sum(reading.plain.get(name, 0.0) for name in ordered(one & other))
