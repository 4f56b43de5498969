"""What people wrote, but for the articles, as the rooms are told it."""

from __future__ import annotations

from dataclasses import dataclass, field

from digest.model.decisions import Decision, Permalink
from digest.model.settings import Checkout, Settings
from digest.model.sources import Source, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a digest, its sources, topics and editors' decisions, the addresses it published, what git knows."""

    digest: Settings = field(default_factory=Settings)
    sources: tuple[Source, ...] = ()
    topics: tuple[Topic, ...] = ()
    decisions: tuple[Decision, ...] = ()
    permalinks: tuple[Permalink, ...] = ()
    checkout: Checkout | None = None
