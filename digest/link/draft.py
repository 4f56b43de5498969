"""The draft of a story's page: what each part wants to show, as requests to the extract limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import chain
from typing import Any

from digest.link.citing import cite_span, only_shared
from digest.link.limits import Extract, Request
from digest.link.origins import Provenance
from digest.link.points import Selection, Statement
from digest.link.reading import Reading, touches
from digest.model import Citation, Figure, Origin, Quote

MOST_QUOTES = 1
"""Quotations that a page shows beside its lines."""
MOST_FIGURES = 3
"""Figures, those first in which articles differ."""
MOST_AGREED = 2
"""Figures of these that articles agree on."""


class Rank(IntEnum):
    """The order in which the parts of a page ask for an article's budget."""

    DIFFERENCE = 1
    LINE = 2
    ORIGIN = 3
    FIGURE = 4
    QUOTE = 5
    PART = 6
    BESIDE = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What each part of a page wants to show, in the order of the page.

    `cited` has for each line the words of others that say the same, `beside` the passages beside it, `origins` the evidence
    for each; `ranked` has the lines and `singles` in the order in which they ask for room. All are spans
    of the reading, by their numbers.
    """

    lines: Sequence[Request[int]]
    cited: Sequence[Sequence[Request[Citation]]]
    beside: Sequence[Sequence[Request[int]]]
    singles: Sequence[Request[int]]
    ranked: Sequence[Request[int]]
    figures: Sequence[Request[Figure]]
    quotes: Sequence[Request[Quote]]
    origins: Sequence[tuple[Origin, Sequence[Request[Citation]]]]

    @property
    def requests(self) -> Iterator[Request[object]]:
        """All that the page wants to show."""
        cited = dict(zip(self.lines, self.cited, strict=True))
        yield from chain(*((own, *cited.get(own, ())) for own in self.ranked), *self.beside)
        yield from (*self.figures, *self.quotes, *chain(*(evidence for _, evidence in self.origins)))


def drafted(
    reading: Reading, selection: Selection, figures: Sequence[Figure], quotes: Sequence[Quote], reporting: Provenance
) -> Draft:
    """Return what a page wants to show, as requests that `digest.link.limits.grant` grants or leaves out.

    `selection` are the lines that were chosen, `reporting` is who repeats whom.
    """
    own = {one.span: _line(reading, one) for one in selection.lines}
    own |= {row: _span(reading, Rank.LINE, row) for row in selection.singles}
    lines = [own[one.span] for one in selection.lines]
    beside = []
    for line, rows in zip(lines, selection.beside, strict=True):
        chosen = [row for row in rows if row in selection.ranked]
        own |= {row: _span(reading, Rank.LINE, row, line) for row in chosen}
        beside.append([own[row] if row in chosen else _span(reading, Rank.BESIDE, row, line) for row in rows])
    return Draft(
        lines=lines,
        cited=[_cited(reading, one, own[one.span]) for one in selection.lines],
        beside=beside,
        singles=[own[row] for row in selection.singles],
        ranked=[own[row] for row in selection.ranked],
        figures=[_figure(one, further=one.conflict and place > 0) for place, one in enumerate(figures)],
        quotes=[_request(Rank.QUOTE, one, Extract((one.citations[:1],), one.citations[1:])) for one in quotes],
        origins=[(one, [_evidence(each, reporting) for each in one.evidence]) for one in reporting.origins],
    )


def _request(rank: Rank, shows: Any, *choices: Extract, under: Request[Any] | None = None) -> Request[Any]:
    return Request(shows=shows, rank=rank, choices=choices, under=under)


def _line(reading: Reading, one: Statement) -> Request[int]:
    return _request(Rank.LINE, one.span, Extract(((cite_span(reading, one.span, one.rows),),)))


def _cited(reading: Reading, one: Statement, line: Request[int]) -> list[Request[Citation]]:
    """The words of other articles that support a line, or carry part of it, which are shown where it is."""
    support = [(Rank.LINE, replace(cite_span(reading, row, one.rows), part=row in one.lacking)) for row in one.carried]
    words = sorted(support, key=lambda each: each[1].part)
    words += [(Rank.PART, replace(cite_span(reading, row, [one.span]), part=True)) for row in one.part]
    return [_request(rank, each, Extract(((each,),)), under=line) for rank, each in words]


def _figure(figure: Figure, *, further: bool) -> Request[Figure]:
    """A figure in the clauses of its values, or in the words of the values alone, if no more may be shown.

    A further difference is shown in these alone: it takes no room from lines.
    """
    values = tuple(value.citations for value in figure.values)
    bare = tuple(tuple(map(only_shared, citations)) for citations in values)
    return _request(
        Rank.DIFFERENCE if figure.conflict else Rank.FIGURE,
        figure,
        *(Extract(each, sources=2) for each in ((bare,) if further else (values, bare))),
    )


def _span(reading: Reading, rank: Rank, row: int, under: Request[Any] | None = None) -> Request[int]:
    return _request(rank, row, Extract(((cite_span(reading, row),),)), under=under)


def _evidence(citation: Citation, reporting: Provenance) -> Request[Citation]:
    """The clause that names an origin, else the words of the attribution alone."""
    return _request(Rank.ORIGIN, citation, Extract(((citation,),)), Extract(((reporting.cue_words[citation],),)))


def figures_and_quotes(
    reading: Reading, figures: Sequence[Figure], quotes: Sequence[Quote], lines: Sequence[Statement], most: int
) -> tuple[list[Figure], list[Quote]]:
    """Return the figures and quotations that stand on a page of `most` passages beside those of these lines that find room.

    Figures in which articles differ always do; what they agree on does where no line tells it or the page has room, and
    quotations do where no line tells them.
    """
    differ = [one for one in figures if one.conflict][:MOST_FIGURES]
    first = lines[:most]
    texts = [reading.spans[row].at for one in first for row in one.rows]

    def told(citations: Iterable[Citation]) -> bool:
        return any(touches(reading.place(one), text) for one in citations for text in texts)

    spoken = [one for one in quotes if not told(one.citations)][:MOST_QUOTES]
    alike = [one for one in figures if not one.conflict]
    agreed = [one for one in alike if not _stated(reading, one, first)]
    room = max(0, most - len(first) - len(differ) - len(spoken) - len(agreed))
    agreed += [one for one in alike if one not in agreed][:room]
    return [*differ, *agreed[: min(MOST_AGREED, MOST_FIGURES - len(differ))]], spoken


def _stated(reading: Reading, figure: Figure, lines: Sequence[Statement]) -> bool:
    """Whether a line has a figure in the words of one of its sources and cites all of them."""
    at = [reading.place(one) for value in figure.values for one in value.citations]
    articles = {place.article for place in at}
    return any(
        any(touches(reading.spans[one.span].at, place) for place in at)
        and articles <= {reading.spans[row].article for row in one.rows}
        for one in lines
    )
