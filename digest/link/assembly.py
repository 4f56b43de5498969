"""The parts of a story's page, put together of what the extract limit granted."""

from __future__ import annotations

from dataclasses import replace

from digest.link.citing import cite_span, passage
from digest.link.draft import Draft
from digest.link.limits import Granted
from digest.link.reading import Reading
from digest.model import Figure, Origin, Passage, Point, Quote


def points(reading: Reading, draft: Draft, granted: Granted) -> tuple[Point, ...]:
    """Return the lines that may be shown, each with the citations and the passages beside it that may be.

    Beside a line stands no article that it cites.
    """
    made = []
    for line, cited, beside in zip(draft.lines, draft.cited, draft.beside, strict=True):
        for _, grant in granted.of([line]):
            citations = (*grant.citations, *(one for _, each in granted.of(cited) for one in each.citations))
            articles = {one.article_id for one in citations}
            shown = (passage(reading, cite_span(reading, row)) for row, _ in granted.of(beside))
            others = tuple(one for one in shown if one.article_id not in articles)
            made.append(Point(text=passage(reading, citations[0]).text, citations=citations, beside=others))
    return tuple(made)


def singles(reading: Reading, draft: Draft, granted: Granted) -> tuple[Passage, ...]:
    """Return what one source alone says."""
    return tuple(passage(reading, cite_span(reading, row)) for row, _ in granted.of(draft.singles))


def figures(draft: Draft, granted: Granted) -> tuple[Figure, ...]:
    """Return the figures of which every value may be shown, each with the citations that may be."""
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
