"""Selection: what of the candidates a page wants to show, whatever may be shown of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from digest.link.points.candidates import Statement, core
from digest.link.points.comparisons import compare
from digest.link.points.openings import openings
from digest.link.points.singles import singles
from digest.link.reading import Place, Reading
from digest.link.support import SpanTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a page wants to show, spans as their numbers in the reading.

    `lines` are what several articles carry, each in its wordings, the best first, with the spans that stand `beside` it;
    `matters` are told by several in their own ways, `openings` and `singles` by one article alone.
    """

    lines: tuple[tuple[Statement, ...], ...]
    beside: tuple[tuple[int, ...], ...]
    matters: tuple[tuple[int, ...], ...]
    openings: tuple[int, ...]
    singles: tuple[int, ...]


def complete(
    reading: Reading,
    terms: SpanTerms,
    candidates: Sequence[Statement],
    lines: Sequence[tuple[Statement, ...]],
    elsewhere: Sequence[Place],
) -> Selection:
    """Return what a page wants to show beside and below its `lines`, which `choose` chose; no words stand twice.

    `elsewhere` is where the words stand that figures and quotations show.
    """
    firsts = [wordings[0] for wordings in lines]
    beside, matters = compare(reading, terms, candidates, firsts, elsewhere)
    shown = [*chain(*(one.rows for one in firsts)), *chain(*beside), *chain(*matters)]
    told = [*(core(terms, one) for one in firsts), *(terms.of(rows[0]) for rows in matters)]
    opening = [one.span for one in openings(reading, terms, candidates, told, shown)]
    places = [*elsewhere, *(reading.spans[row].at for row in (*shown, *opening))]
    return Selection(
        lines=tuple(lines),
        beside=beside,
        matters=matters,
        openings=tuple(opening),
        singles=tuple(singles(reading, terms, candidates, places)),
    )
