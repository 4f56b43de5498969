"""What a web page says of itself in its head: its feeds, its language and its day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

from digest.acquire.decoding.time_limit import TimeLimitExceeded, time_limit

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_LONGEST = 300_000
_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Webpage:
    """The head of a page; `feeds` are the addresses it links to as its feeds, in its order, feeds of comments last."""

    language: str | None
    published: str | None
    feeds: tuple[str, ...]


def read_webpage(markup: str, address: str) -> Webpage:
    """Read the head of a page that stands at `address`: what can be had of its first 300,000 characters in 5 seconds."""
    reader = _Head(address)
    with suppress(TimeLimitExceeded), time_limit(_SECONDS):
        reader.feed(markup[:_LONGEST])
    meta = reader.meta
    published = meta.get("article:published_time", "")
    date = re.match(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?", published)
    language = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", reader.language)
    return Webpage(
        language=language[0].lower() if language else None,
        published=date[0] if date else None,
        feeds=tuple(dict.fromkeys([*reader.feeds, *reader.comments])),
    )


class _Head(HTMLParser):
    """Collects meta and link elements; whatever else there is is passed over."""

    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.base, self.language = address, ""
        self.meta: dict[str, str] = {}
        self.feeds: list[str] = []
        self.comments: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = self.language or attributes.get("lang", "")
        elif tag == "base" and attributes.get("href"):
            self.base = _joined(self.base, attributes["href"]) or self.base
        elif tag == "meta":
            self.meta.setdefault(
                (attributes.get("property") or attributes.get("name", "")).lower(), attributes.get("content", "")
            )
        elif tag == "link":
            self._link(attributes)

    def _link(self, attributes: Mapping[str, str]) -> None:
        feed = attributes.get("type", "").split(";")[0].strip().lower() in _FEED_TYPES
        if feed and "alternate" in attributes.get("rel", "").lower().split() and attributes.get("href"):
            address = _joined(self.base, attributes["href"])
            comments = "comment" in (attributes.get("title", "") + attributes["href"]).lower()
            if address and len(self.feeds) < 20:
                (self.comments if comments else self.feeds).append(address)


def _joined(base: str, address: str) -> str | None:
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return None
