"""An article as clean text, and what another one has in common with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from digest.model.text import Text, Url, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A line that `clean` took out of an article, and why."""

    text: Text
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Words that a brief gives as spoken: its speaker and the words as printed."""

    speaker: Text
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An article that another stands for, and the share of its words in common; a `version` changed figures or more."""

    article: Article
    share: float
    kind: Literal["address", "text", "near", "excerpt", "version"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """That an editor took an article down, why and when, and the line of seeds/curation that says so: all that is kept."""

    article_id: str
    reason: Text
    at: datetime | None = None
    decided: str = ""  # file:line of the decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One plain-text article of one publisher; paragraph 0 is the title, 1… are `paragraphs`."""

    id: str  # 16 hex digits of the first address it came under, else of its guid or file: it outlives a correction
    where: str
    line: int = 0
    source: str | None = None
    publisher: Text | None = None
    url: Url | None = None
    title: Text
    byline: Text | None = None
    paragraphs: tuple[Text, ...] = ()
    text: Literal["verbatim", "brief"] = "verbatim"
    published: When | None = None
    updated: When | None = None
    seen: datetime | None = None
    language: str | None = None
    terms: Text | None = None
    sayings: tuple[Saying, ...] = ()
    credits: tuple[Text, ...] = ()  # lines beside the text that may say whose reporting it is
    links: tuple[tuple[int, int, int, Url], ...] = ()  # paragraph, [start, end) in it, where these words lead
    copies: tuple[Copy, ...] = ()
    removed: tuple[Removed, ...] = ()
    via: str | None = None  # the source whose feed brought it, where another published it
    own_address: bool = True  # no other article of its feed has the same address
    withdrawn: Withdrawal | None = None  # taken down: its words place it in a story and are then dropped

    @property
    def day(self) -> datetime | None:
        """The moment an article is filed under: seen, else published or inferred; a month alone is no day."""
        return self.seen or (self.published.at if self.published and self.published.precision != "month" else None)

    def passage(self, paragraph: int) -> Text:
        """Return a paragraph, 0 being the title; sayings and credits follow the body; IndexError where there is none."""
        if paragraph < 0:
            raise IndexError(paragraph)
        if paragraph <= len(self.paragraphs):
            return self.paragraphs[paragraph - 1] if paragraph else self.title
        return (*(saying.text for saying in self.sayings), *self.credits)[paragraph - 1 - len(self.paragraphs)]
