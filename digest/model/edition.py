"""The whole digest as of one day, and the pages made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from digest.model.problem import Problem
from digest.model.sources import Source, Topic
from digest.model.stories import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """How one publisher's feeds are doing; `weekly` items over the last four weeks, `new` was never asked."""

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
