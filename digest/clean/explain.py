"""What becomes of each line of an entry, for whoever wants to know why."""

from __future__ import annotations

from dataclasses import dataclass

from digest.clean.body import body_of
from digest.model import Entry, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """A line of an entry and why it was removed, None where it was kept; `line` is its number in the file, 0 if unknown."""

    line: int
    text: Text
    reason: str | None


def fates(entry: Entry) -> tuple[Fate, ...]:
    """Return the kept and the removed lines of an entry in the order in which they stand in its file.

    A kept line may have been joined with the next ones (a citation number stood between them); it has the number of the
    first. A title that the text itself gives is a line removed for being the "title".
    """
    body = body_of(entry)
    kept = [Fate(line=line.number, text=line.text, reason=None) for line in body.kept]
    gone = [Fate(line=line.line, text=line.text, reason=line.reason) for line in body.removed]
    return tuple(sorted([*kept, *gone], key=lambda it: it.line))
