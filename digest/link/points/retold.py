"""Lines whose words are cited beneath an earlier one, which carry all that it says, are no lines."""

from __future__ import annotations

from collections.abc import Sequence

from digest.link.points.candidates import Statement
from digest.link.reading import Reading, overlaps


def told_once(reading: Reading, lines: Sequence[Statement]) -> list[Statement]:
    """Return the lines without those nearly all words of which are cited for one before them as carrying it in full."""
    kept: list[Statement] = []
    for one in lines:
        if not any(_is_cited(reading, one, other) for other in kept):
            kept.append(one)
    return kept


def _is_cited(reading: Reading, one: Statement, other: Statement) -> bool:
    """Whether nearly all words of a line carry an earlier one."""
    mine = reading.spans[one.span]
    cited = (reading.spans[row] for row in other.carried)
    return any(overlaps(mine.at, each.at) and 5 * (each.end - each.start) >= 4 * (mine.end - mine.start) for each in cited)
