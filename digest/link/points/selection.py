"""Selection: where on a page stands what it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.link.points.answers import Answers, answered, together
from digest.link.points.candidates import Statement
from digest.link.points.comparisons import beneath, disputed
from digest.link.points.lines import news_first
from digest.link.points.singles import singles
from digest.link.reading import Reading
from digest.link.support import SpanTerms

MOST_DISPUTED = 1
"""Passages for which lines make room that tell otherwise what a line tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a page wants to show: its lines in their order, for each the spans `beside` it, and those of one article alone.

    Spans are their numbers in the reading; `ranked` are those of lines and of one article alone, the news itself first, then
    what adds most.
    """

    lines: tuple[Statement, ...]
    beside: tuple[tuple[int, ...], ...]
    singles: tuple[int, ...]
    ranked: tuple[int, ...]

    @property
    def passages(self) -> int:
        """How many passages these are."""
        return len(self.lines) + sum(map(len, self.beside)) + len(self.singles)


def arranged(reading: Reading, terms: SpanTerms, told: Sequence[Statement], most: int, headline: str) -> Selection:
    """Return where the first `most` of these statements stand; of fewer, with further passages to compare beside them.

    The last ones make room for what others tell otherwise. An accusation stands with its denial.
    """
    told, answers = answered(reading, terms, told, most)
    room = min(MOST_DISPUTED, sum(disputed(reading, one) for one in told[:most]))
    for spared in range(room, -1, -1):
        found = _arranged(reading, terms, told[: max(1, most - spared)], answers, most, headline)
        if found.passages == most or not spared:
            break
    return found


def _arranged(
    reading: Reading, terms: SpanTerms, kept: Sequence[Statement], answers: Answers, most: int, headline: str
) -> Selection:
    tied = {*answers, *answers.values()}
    alone = [row for row in singles(reading, terms, kept) if row not in tied]
    lines = news_first(reading, terms, [one for one in kept if one.span not in alone], headline)
    placed = beneath(reading, terms, together(lines, answers), most - len(alone), tied)
    return Selection(
        lines=tuple(one for one, _ in placed),
        beside=tuple(rows for _, rows in placed),
        singles=tuple(alone),
        ranked=tuple(dict.fromkeys(one.span for one in (*lines[:1], *kept))),
    )
