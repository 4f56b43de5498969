"""The draft of a story's page: what each part wants to show, as requests to the extract limit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain
from typing import Any

from digest.link.citing import cite_span
from digest.link.limits import Extract, Request
from digest.link.origins import Provenance
from digest.link.points import Selection, Statement, opens
from digest.link.reading import Place, Reading
from digest.model import Citation, Figure, Origin, Quote

EARLY = 7
"""Lines that ask for an article's budget before figures and quotations do."""


class Rank(IntEnum):
    """The order in which the parts of a page ask for an article's budget."""

    LINE = 1
    ORIGIN = 2
    FIGURE = 3
    QUOTE = 4
    FURTHER_LINE = 5
    BESIDE = 6
    MATTER = 7
    OPENING = 8
    SINGLE = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What each part of a page wants to show, strongest first.

    `beside` has for each line the passages beside it, `origins` the evidence for each; `beside`, `matters`, `openings` and
    `singles` are spans of the reading, by their numbers.
    """

    lines: Sequence[Request[tuple[Statement, ...]]]
    beside: Sequence[Sequence[Request[int]]]
    matters: Sequence[Request[tuple[int, ...]]]
    openings: Sequence[Request[int]]
    singles: Sequence[Request[int]]
    figures: Sequence[Request[Figure]]
    quotes: Sequence[Request[Quote]]
    origins: Sequence[tuple[Origin, Sequence[Request[Citation]]]]

    @property
    def requests(self) -> Iterator[Request[object]]:
        """All that the page wants to show."""
        yield from (*self.lines, *chain(*self.beside), *self.matters, *self.openings, *self.singles)
        yield from (*self.figures, *self.quotes, *chain(*(evidence for _, evidence in self.origins)))


def drafted(
    reading: Reading, selection: Selection, figures: Sequence[Figure], quotes: Sequence[Quote], reporting: Provenance
) -> Draft:
    """Return what a page wants to show."""
    lines = [_line(reading, number, wordings) for number, wordings in enumerate(selection.lines)]
    return Draft(
        lines=lines,
        beside=[
            [_span(reading, Rank.BESIDE, row, line) for row in rows]
            for line, rows in zip(lines, selection.beside, strict=True)
        ],
        matters=[_matter(reading, rows) for rows in selection.matters],
        openings=[_span(reading, Rank.OPENING, row) for row in selection.openings],
        singles=[_span(reading, Rank.SINGLE, row) for row in selection.singles],
        figures=[_request(Rank.FIGURE, one, Extract(tuple(value.citations for value in one.values))) for one in figures],
        quotes=[_request(Rank.QUOTE, one, Extract((one.citations[:1],), one.citations[1:])) for one in quotes],
        origins=[(one, [_evidence(each, reporting) for each in one.evidence]) for one in reporting.origins],
    )


def _request(rank: Rank, shows: Any, *choices: Extract, under: Request[Any] | None = None) -> Request[Any]:
    return Request(shows=shows, rank=rank, choices=choices, under=under)


def _line(reading: Reading, number: int, wordings: tuple[Statement, ...]) -> Request[tuple[Statement, ...]]:
    """A line in one of its wordings with what is cited for it; a further one needs words of a second article."""
    choices = []
    for one in wordings:
        first, *others = (cite_span(reading, row, one.rows) for row in one.rows)
        early = number < EARLY
        choices.append(Extract(((first,),), tuple(others)) if early else Extract(((first,), tuple(others))))
    return _request(Rank.LINE if number < EARLY else Rank.FURTHER_LINE, wordings, *choices)


def _span(reading: Reading, rank: Rank, row: int, under: Request[Any] | None = None) -> Request[int]:
    return _request(rank, row, Extract(((cite_span(reading, row),),)), under=under)


def _matter(reading: Reading, rows: tuple[int, ...]) -> Request[tuple[int, ...]]:
    """The first span of a matter beside at least one of the others; else one that opens its article and stands alone."""
    first, *others = cited = [cite_span(reading, row) for row in rows]
    lone = [Extract(((one,),)) for row, one in zip(rows, cited, strict=True) if opens(reading, row)]
    return _request(Rank.MATTER, rows, Extract(((first,), tuple(others))), *lone)


def _evidence(citation: Citation, reporting: Provenance) -> Request[Citation]:
    """The clause that names an origin, else the words of the attribution alone."""
    return _request(Rank.ORIGIN, citation, Extract(((citation,),)), Extract(((reporting.cue_words[citation],),)))


def outside(reading: Reading, quotes: Sequence[Quote], lines: Sequence[tuple[Statement, ...]]) -> list[Quote]:
    """Return the quotations whose words are not part of those of one of the first lines."""
    texts = [reading.spans[wordings[0].span].at for wordings in lines[:EARLY]]
    return [one for one in quotes if not any(_inside(reading.place(one.citations[0]), text) for text in texts)]


def _inside(one: Place, other: Place) -> bool:
    same = (one.article, one.paragraph) == (other.article, other.paragraph)
    return same and other.start <= one.start and one.end <= other.end


def places(reading: Reading, figures: Sequence[Figure], quotes: Sequence[Quote]) -> list[Place]:
    """Return where the words stand that figures and quotations cite."""
    cited = [*(one.citations for one in quotes), *(value.citations for one in figures for value in one.values)]
    return [reading.place(each) for each in chain(*cited)]
