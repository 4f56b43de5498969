"""A story: articles about one event, and what ties them together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from digest.model.articles import Article, Withdrawal
from digest.model.text import Text

CUT = "…"
"""Stands where the words of an extract stop short of the end of their sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words in an article: code points [start, end) of one paragraph; `shared` spans count from the first of them.

    `part` says that they carry part of the statement they are cited for, and not all of it.
    """

    article_id: str
    paragraph: int
    start: int
    end: int
    shared: tuple[tuple[int, int], ...] = ()
    part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of one article, with … where they were cut."""

    article_id: str
    text: Text
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A statement that one or more sources make: the words of its first citation, with … where they were cut.

    Further citations carry all of it, or are marked as carrying `part` of it. It is `disputed` where it gives a value that
    one of the story's figures shows beside another source's.
    """

    text: Text
    citations: tuple[Citation, ...]
    beside: tuple[Passage, ...] = ()  # what others tell of its matter otherwise: claims no agreement, counts nowhere
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a figure, as printed and as a number (in `Figure.unit`; a range gives its upper end in `high`)."""

    text: Text
    value: float | None
    high: float | None = None
    newest: bool = False
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measure and the values given for it, never averaged."""

    label: Text
    unit: str
    values: tuple[Value, ...]
    conflict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in quotation marks and who spoke them; `variants` are other wordings of the same quotation."""

    speaker: Text
    text: Text
    citations: tuple[Citation, ...]
    variants: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Whose words those in `repeated_by` (article ids) repeat, those of them in `for_core` for the core of the story.

    `kind`: an outlet's reporting, or a primary source, which is a statement, a paper or a post that somebody made public.
    `member`: it is in the story itself. Articles that only name it have evidence alone.
    """

    name: Text
    source: str | None = None
    kind: Literal["outlet", "primary"] = "outlet"
    member: bool
    repeated_by: tuple[str, ...]
    for_core: tuple[str, ...] = ()
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What part an article has in its story: reporting of its own, repeating the named origins, or not known."""

    article_id: str
    role: Literal["original", "repeats", "unknown"]
    repeats: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another story, and the terms both share as the reason; `later` says that the other is the later one."""

    id: str
    path: str
    headline: Text
    kind: Literal["continues", "same-subject"]
    later: bool = False
    why: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened to a story's page."""

    at: datetime | None
    kind: Literal["published", "added", "corrected", "merged", "split", "moved", "hidden", "withdrawn"]
    text: str  # in the product's own words; what comes from outside stands in `subject`
    subject: Text | None = None
    number: int | None = None  # of sources, where `text` counts them


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles about one event, and what ties them together.

    `group` fills id, path (`stories/<yyyy>/<mm>/<slug>`), headline and articles; `link` the rest. `independent` is None
    while nobody assessed it, `at_least` says that unknown origins are uncounted, `dropped` counts extracts over a limit.
    """

    id: str
    path: str
    headline: Text
    headline_by: str | None = None  # the article whose headline it is; None where an editor set it
    articles: tuple[Article, ...]
    withdrawn: tuple[Withdrawal, ...] = ()  # what was taken down of it, by article id; none of it is in `articles`
    points: tuple[Point, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    origins: tuple[Origin, ...] = ()
    roles: tuple[Role, ...] = ()
    independent: int | None = None
    at_least: bool = False
    only_in: tuple[Passage, ...] = ()  # substantial statements that one article alone makes
    related: tuple[Related, ...] = ()
    topics: tuple[str, ...] = ()
    history: tuple[Event, ...] = ()
    notes: tuple[Text, ...] = ()
    pinned: bool = False
    hidden: bool = False
    dropped: int = 0
    redirects: tuple[str, ...] = ()  # paths that once led here

    @property
    def first_seen(self) -> datetime | None:
        """The earliest day of its articles."""
        return min((article.day for article in self.articles if article.day), default=None)

    @property
    def updated(self) -> datetime | None:
        """The latest day of its articles."""
        return max((article.day for article in self.articles if article.day), default=None)
