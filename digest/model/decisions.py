"""What an editor decided, one class a verb, and the addresses that were published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What every decision has: who decided, why, and when (aware, UTC)."""

    author: str
    reason: str
    at: datetime | None = None

    @property
    def verb(self) -> str:
        """The decision as `do:` writes it."""
        return type(self).__name__.lower()

    @property
    def named(self) -> tuple[str, ...]:
        """The stories and articles that it is about, as written."""
        one = [getattr(self, key) for key in ("story", "article") if hasattr(self, key)]
        return (*one, *getattr(self, "stories", ()), *getattr(self, "articles", ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(Ruling):
    """These stories are one; the first keeps its address."""

    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Ruling):
    """These articles are a story of their own."""

    story: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(Ruling):
    """These articles belong to that story."""

    articles: tuple[str, ...]
    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin(Ruling):
    """The story stands first on the front page, until a day if one is given."""

    story: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hide(Ruling):
    """The story keeps its address but is listed nowhere."""

    story: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline(Ruling):
    """The story's headline is this."""

    story: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Ruling):
    """An editor's note on the story's page."""

    story: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Ruling):
    """What was wrong on the story's page and what is right."""

    story: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Takedown(Ruling):
    """The article is shown no more; its row says so."""

    article: str


Regrouping = Merge | Split | Move
"""Decisions on which articles are together, which come before all others."""
AnyRuling = Regrouping | Pin | Hide | Headline | Note | Correction | Takedown
"""A new verb is added here, or above; mypy names every place that does not handle it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An editor's decision and where it is written; `places` has (words, line, column) of what it names."""

    where: str
    line: int
    what: AnyRuling
    places: tuple[tuple[str, int, int], ...] = ()

    def place_of(self, named: str) -> tuple[int, int]:
        """Return line and column, from 1, of a story or an article it names; its own line and 0 where it is unknown."""
        return next(((line, column) for words, line, column in self.places if words == named), (self.line, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Permalink:
    """One line of seeds/permalinks.jsonl: an address once published, its story and the articles it then held.

    Of a source's page: its id, and as `members` its home and its name; of a topic's: its id and its name; of a day's
    edition: the day ("2026-06-05"), and no members.
    """

    id: str
    path: str
    members: tuple[str, ...]
    at: str | None = None
    redirect: str | None = None
