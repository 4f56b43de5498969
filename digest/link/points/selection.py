"""Selection: where on a page stands what it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.link.points.candidates import Statement
from digest.link.points.comparisons import beneath
from digest.link.points.lines import news_first
from digest.link.points.singles import singles
from digest.link.reading import Reading
from digest.link.support import SpanTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a page wants to show: its lines in their order, for each the spans `beside` it, and those of one article alone.

    Spans are their numbers in the reading; `ranked` are those of lines and of one article alone, what adds most first.
    """

    lines: tuple[Statement, ...]
    beside: tuple[tuple[int, ...], ...]
    singles: tuple[int, ...]
    ranked: tuple[int, ...]


def arranged(reading: Reading, terms: SpanTerms, told: Sequence[Statement], most: int) -> Selection:
    """Return where the first `most` of these statements stand; of fewer, with further passages to compare beside them."""
    kept = told[:most]
    alone = singles(reading, terms, kept)
    lines = news_first(reading, terms, [one for one in kept if one.span not in alone])
    placed = beneath(reading, terms, lines, most - len(alone))
    return Selection(
        lines=tuple(one for one, _ in placed),
        beside=tuple(rows for _, rows in placed),
        singles=tuple(alone),
        ranked=tuple(one.span for one in kept),
    )
