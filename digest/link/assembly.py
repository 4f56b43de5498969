"""The parts of a story's page, put together of what the extract limit granted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.language.terms import Key
from digest.link.citing import cite_span, clip, passage
from digest.link.draft import Draft
from digest.link.limits import Granted
from digest.link.reading import Reading, touches
from digest.model import Citation, Figure, Origin, Passage, Point, Quote, Value

SAME_THING, IN_ONE_ARTICLE = 3, 2
"""Terms, numbers aside, that a line has in common with words cited for a value, from which it gives it of the same thing;
fewer where both are of one article."""


def points(reading: Reading, draft: Draft, granted: Granted, shown: Sequence[Figure]) -> tuple[Point, ...]:
    """Return the lines that may be shown, each with the citations and the passages beside it that may be.

    One that gives a value of these figures in which sources differ says so: by itself, in words cited for all of it,
    or in what stands beside it.
    """
    differ = [value for figure in shown if figure.conflict for value in figure.values]
    made = []
    for line, cited, beside in zip(draft.lines, draft.cited, draft.beside, strict=True):
        for _, grant in granted.of([line]):
            citations = (*grant.citations, *(one for _, each in granted.of(cited) for one in each.citations))
            others = tuple(passage(reading, cite_span(reading, row)) for row, _ in granted.of(beside))
            told = (*(one for one in citations if not one.part), *(one.citations[0] for one in others))
            disputed = any(_gives(reading, each, value) for each in told for value in differ)
            made.append(
                Point(text=passage(reading, citations[0]).text, citations=citations, beside=others, disputed=disputed)
            )
    return tuple(made)


def _gives(reading: Reading, own: Citation, value: Value) -> bool:
    """Whether a line has a value, in the words that are cited for it or in others on its matter, however they print it."""
    at = reading.place(own)
    words = reading.articles[at.article].passage(at.paragraph)[at.start : at.end]
    printed = re.search(rf"(?<![\w.,]){re.escape(value.text)}(?!\w)", words, re.IGNORECASE)
    if not printed and (value.value is None or value.value not in _counts(reading, words)):
        return False
    if any(touches(at, reading.place(one)) for one in value.citations):
        return True
    mine = _matter(reading, words)
    return any(
        len(mine & _matter(reading, clip(reading.articles[reading.number[one.article_id]], one)))
        >= (IN_ONE_ARTICLE if one.article_id == own.article_id else SAME_THING)
        for one in value.citations
    )


def _counts(reading: Reading, words: str) -> frozenset[float]:
    """How many things words count."""
    numbers = reading.language.numbers
    return frozenset(one.value for one in numbers.quantities(words) if one.noun) if numbers else frozenset()


def _matter(reading: Reading, words: str) -> frozenset[Key]:
    return frozenset(term.key for term in reading.lexicon.terms(words) if term.kind != "number")


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
