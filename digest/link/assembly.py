"""The parts of a story's page, put together of what the extract limit granted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.link.citing import cite_span, passage
from digest.link.draft import Draft
from digest.link.limits import Grant, Granted
from digest.link.points import Statement, height, of_one_event, opened
from digest.link.reading import Reading
from digest.link.support import SpanTerms
from digest.model import Citation, Figure, Origin, Passage, Point, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A point, and the spans that it shows."""

    rows: tuple[int, ...]
    point: Point


def points(reading: Reading, terms: SpanTerms, draft: Draft, granted: Granted) -> tuple[Point, ...]:
    """Return the points that several articles support, then the others, those nearest to the tops of their articles first.

    What several articles begin with is the event itself: where no supported point tells it, it comes first.
    """
    sure = [
        _supported(reading, wordings, grant, [row for row, _ in granted.of(beside)])
        for line, beside in zip(draft.lines, draft.beside, strict=True)
        for wordings, grant in granted.of([line])
    ]
    matters = [_within(reading, rows, grant) for rows, grant in granted.of(draft.matters)]
    matters += of_one_event(reading, terms, [row for row, _ in granted.of(draft.openings)])
    others = [_shown(reading, rows[:1], (cite_span(reading, rows[0]),), rows[1:]) for rows in matters]
    rest = sorted(others, key=lambda one: (-round(height(reading, one.rows), 9), one.rows))

    def begins(one: _Shown) -> bool:
        return len(opened(reading, one.rows, most=1)) > 1

    event = None if any(map(begins, sure)) else next(filter(begins, rest), None)
    first = [event] if event else []
    return tuple(one.point for one in (*first, *sure, *(one for one in rest if one is not event)))


def _supported(reading: Reading, wordings: Sequence[Statement], grant: Grant, beside: Sequence[int]) -> _Shown:
    """The point of a line in the wording that was granted; beside it stands no article that it cites."""
    rows = _within(reading, wordings[grant.choice].rows, grant)
    cited = {reading.spans[row].article for row in rows}
    return _shown(reading, rows, grant.citations, [row for row in beside if reading.spans[row].article not in cited])


def _within(reading: Reading, rows: Sequence[int], grant: Grant) -> tuple[int, ...]:
    """Those of the spans that were granted, in their order."""
    places = {reading.place(one) for one in grant.citations}
    return tuple(row for row in rows if reading.spans[row].at in places)


def _shown(reading: Reading, rows: Sequence[int], cited: tuple[Citation, ...], beside: Sequence[int]) -> _Shown:
    """The point whose words are cited first, with the passages beside it."""
    passages = tuple(passage(reading, cite_span(reading, row)) for row in beside)
    point = Point(text=passage(reading, cited[0]).text, citations=cited, beside=passages)
    return _Shown(rows=(*rows, *beside), point=point)


def singles(reading: Reading, draft: Draft, granted: Granted) -> tuple[Passage, ...]:
    """Return what one source alone says."""
    return tuple(passage(reading, cite_span(reading, row)) for row, _ in granted.of(draft.singles))


def figures(draft: Draft, granted: Granted) -> tuple[Figure, ...]:
    """Return the figures of which every value may be shown, each value with the citations that may be."""
    return tuple(
        replace(
            one,
            values=tuple(replace(value, citations=cited) for value, cited in zip(one.values, grant.groups, strict=True)),
        )
        for one, grant in granted.of(draft.figures)
    )


def quotes(draft: Draft, granted: Granted) -> tuple[Quote, ...]:
    """Return the quotations that may be shown."""
    return tuple(replace(one, citations=grant.citations) for one, grant in granted.of(draft.quotes))


def origins(draft: Draft, granted: Granted) -> tuple[Origin, ...]:
    """Return the origins with the evidence that may be shown; one without any is left out of the page."""
    shown = [(one, [grant for _, grant in granted.of(evidence)]) for one, evidence in draft.origins]
    return tuple(
        replace(one, evidence=tuple(cited for grant in grants for cited in grant.citations))
        for one, grants in shown
        if grants
    )
