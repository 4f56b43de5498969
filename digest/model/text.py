"""Strings by how far they are trusted, and moments by how exactly they are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NewType

Text = NewType("Text", str)  # untrusted words: NFC, one line, no control characters; made by `clean` only
Url = NewType("Url", str)  # an absolute canonical http(s) address; made by `clean` only
Markdown = NewType("Markdown", str)  # safe to stand on a page; made by `render`'s one escape only

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # `now` of a digest in which nothing has a day


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A moment as exactly as known: aware; a day or month stands at its first instant; `inferred` from running text."""

    at: datetime
    precision: Literal["time", "day", "month"] = "time"
    inferred: bool = False


def newest(moments: Sequence[datetime | None]) -> datetime:
    """The newest of the moments that are known, else the epoch."""
    return max((moment for moment in moments if moment), default=EPOCH)
