"""Who publishes what, and the subjects that stories are filed under: what seeds/sources and seeds/topics hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a publisher asks; `extract_limit` is the share of one article that may be shown."""

    attribution: str | None = None
    licence: str | None = None
    extract_limit: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One address at which a source publishes entries. `full_text` asks to fetch the article pages too."""

    url: str
    title: str | None = None
    full_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publisher, as seeds/sources/<id>.yml describes it."""

    id: str
    name: str
    home: str
    description: str = ""  # what it is and why it is here
    aliases: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()  # ids it had before, which still mean it
    feeds: tuple[Feed, ...] = ()
    language: str | None = None
    country: str | None = None
    timezone: str | None = None
    owner: str | None = None
    paywall: bool = False
    aggregator: bool | None = None  # its items are other publishers'; None: as its home tells
    terms: Terms = Terms()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject or entity that stories are filed under, as seeds/topics/<id>.yml describes it."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()  # ids it had before, whose pages lead to its own
    description: str = ""
    retired: str = ""  # why nothing is filed under it any more
    same_as: tuple[str, ...] = ()
