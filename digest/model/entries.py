"""What a source said, as it came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWords:
    """One of a brief's `quotes:`, raw: the only words shown as that source's own."""

    speaker: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a source said, as it came: raw and hostile.

    `where` is its file, `source` a known source's id; `publisher` a name it claims, `publisher_home` an address of that one.
    Links are relative to `base`. `published` and `updated` are as printed; `seen` is when it was recorded.
    """

    where: str
    line: int = 0
    kind: Literal["text", "markdown", "html"]
    body: str
    source: str | None = None
    publisher: str | None = None
    publisher_home: str | None = None
    title: str | None = None
    link: str | None = None
    base: str | None = None
    guid: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    seen: datetime | None = None
    language: str | None = None
    terms: str | None = None
    text: Literal["verbatim", "brief"] = "verbatim"
    quotes: tuple[SpokenWords, ...] = ()
    by_hand: bool = False  # a person wrote the file
    page: bool = False  # `body` is a whole saved web page: its article must be found first
    places: tuple[tuple[str, int, int], ...] = ()  # of a header: each key with the line and column of its value, from 1
    told_by: Literal["guid", "link", "title"] = "guid"  # the first of these that no other item of its document shares

    def place(self, key: str) -> tuple[int, int]:
        """Return the line and column, from 1, of a key's value in the header of its file; (0, 0) where it has none."""
        return next(((line, column) for name, line, column in self.places if name == key), (0, 0))
