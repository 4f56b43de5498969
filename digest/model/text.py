"""Strings by how far they are trusted, and moments by how exactly they are known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Literal, NewType

Text = NewType("Text", str)  # untrusted words: NFC, one line, no control characters; made by `one_line`, of rows by `rows`
Url = NewType("Url", str)  # an absolute canonical http(s) address; made by `clean` only
Markdown = NewType("Markdown", str)  # safe to stand on a page; made by `render`'s one escape only

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # `now` of a digest in which nothing has a day

_SPACES = re.compile(r"\s+")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})


def one_line(words: str) -> Text:
    """Return words as one line of NFC text, without what cannot be seen.

    White space of any kind becomes one space; control, format (bidi, zero-width, soft hyphen), private, unassigned and
    surrogate characters go.
    """
    spaced = _SPACES.sub(" ", words if words.isascii() else unicodedata.normalize("NFC", words)).strip()
    if spaced.isprintable():
        return Text(spaced)
    return Text(_SPACES.sub(" ", "".join(sign for sign in spaced if _category(sign) not in _INVISIBLE)).strip())


@lru_cache(maxsize=4096)
def _category(sign: str) -> str:
    return unicodedata.category(sign)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A moment as exactly as known: aware; a day or month stands at its first instant; `inferred` from running text."""

    at: datetime
    precision: Literal["time", "day", "month"] = "time"
    inferred: bool = False


def newest(moments: Sequence[datetime | None]) -> datetime:
    """The newest of the moments that are known, else the epoch."""
    return max((moment for moment in moments if moment), default=EPOCH)
