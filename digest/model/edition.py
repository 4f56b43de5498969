"""The whole digest as of one day, and the pages made of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from digest.model.problem import Problem
from digest.model.sources import Source, Topic
from digest.model.stories import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """How one publisher's feeds are doing; `weekly` items over the last four weeks, a `new` one was never requested."""

    source: str
    name: str
    status: Literal["ok", "stale", "thin", "failing", "moved", "gone", "refused", "new"]
    feeds: int
    items: int
    weekly: float
    last_success: datetime | None = None
    last_item: datetime | None = None
    since: datetime | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The whole digest as of one day: what `render` turns into pages.

    `published` are the days ("2026-06-05") whose pages were published, whether anything of them is left or not.
    """

    day: datetime
    stories: tuple[Story, ...]
    sources: tuple[Source, ...] = ()
    topics: tuple[Topic, ...] = ()
    problems: tuple[Problem, ...] = ()
    health: tuple[SourceHealth, ...] = ()
    published: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One text file below content/: its path with `/` and its whole text."""

    path: str
    text: str

    @property
    def sha256(self) -> str:
        """The SHA-256 of its text in UTF-8, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """A page that was rendered before and would be the same: the hash of its text, which `again` renders."""

    path: str
    sha256: str
    again: Callable[[], str] = field(compare=False, repr=False)

    @property
    def text(self) -> str:
        """Its whole text, rendered anew."""
        return self.again()
