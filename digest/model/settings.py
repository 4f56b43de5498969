"""What seeds/digest.yml sets, and what git knows of the seeds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Caution = Literal["low", "normal", "high"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a source is kept and shown, `what` says of each in which unit; None is not set."""

    quotation: int = field(default=300, metadata={"what": "characters a quotation may have"})
    share: float = field(default=0.2, metadata={"what": "share of one verbatim article that may be shown"})
    least: int = field(default=1200, metadata={"what": "characters of one article that may always be shown"})
    items_per_fetch: int | None = field(
        default=None, metadata={"what": "newest items kept of a feed; if unset 200, of a saved feed 2000"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Which private hosts `fetch` may talk to, as host:port, and the address it shows to publishers."""

    allow: tuple[str, ...] = ()
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """How articles become stories; `caution` is how much is asked before articles are one."""

    caution: Caution = "normal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the front page shows; `days` is how many days' news is new, the edition's own day among them."""

    days: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeds:
    """What the digest's own feeds say; `hub` is the WebSub hub that is told of what is new."""

    hub: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """Who an edition that is mailed is from, as in "The Digest <news@example.org>", and where one leaves the list."""

    sender: str | None = None
    unsubscribe: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """This digest; `url` is where it is published, with a slash at its end, `repository` where its files lie."""

    title: str = "The Digest"
    description: str = "What happened, who says so, and how many of them say it independently."
    url: str | None = None
    repository: str | None = None
    languages: tuple[str, ...] = ()  # none named: English
    limits: Limits = Limits()
    network: Network = Network()
    grouping: Grouping = Grouping()
    front: Front = Front()
    feeds: Feeds = Feeds()
    mail: Mail = Mail()
    cards: bool = True  # pictures for where a page is shared, drawn where the digest has an address

    @property
    def language(self) -> str:
        """The language of its pages."""
        return self.languages[0] if self.languages else "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkout:
    """The newest commit that is checked out; `whole` where it holds all files of the folder that was asked about."""

    at: datetime
    whole: bool
