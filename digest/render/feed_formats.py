"""A feed as RSS 2.0 (https://www.rssboard.org/rss-specification), Atom (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org).

Ids do not depend on the digest's address, so that an address given or changed later makes no entry new. Without an address
links are relative to the feed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree as ET

from digest.common.opml import xml_file
from digest.model import Markdown, Settings, Topic
from digest.render import dates
from digest.render.escape import address, joined, link, plain

_ATOM = "http://www.w3.org/2005/Atom"
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
NAMES = ("feed.xml", "atom.xml", "feed.json")
"""What the files of a feed are called: RSS, Atom, JSON Feed."""
_WORDS = ("RSS", "Atom", "JSON")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: `page` is its address below the digest's own, `html` its content, `updated` when it really changed.

    `language` is that of its title where the feed is in another.
    """

    id: str
    title: str
    page: str
    html: str
    published: datetime | None
    updated: datetime | None
    topics: Sequence[Topic] = ()
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed in the folder `folder` ("topics/ships/", or "" for the digest's own), which is the address of its page too."""

    id: str
    title: str
    about: str
    folder: str
    entries: Sequence[Entry]

    @property
    def updated(self) -> datetime | None:
        """When the last of its entries changed; None where none has a date."""
        return max((entry.updated for entry in self.entries if entry.updated), default=None)


def files(folder: str) -> list[str]:
    """Return the files of the feed in a folder."""
    return [folder + name for name in NAMES]


def links(folder: str) -> Markdown:
    """Return the ways to the feed in a folder, by format."""
    return joined(link(words, folder + name) for words, name in zip(_WORDS, NAMES, strict=True))


def rss(feed: Feed, digest: Settings) -> str:
    """Return the feed as RSS 2.0."""
    ET.register_namespace("atom", _ATOM)
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _say(channel, "title", feed.title)
    _say(channel, "link", _at(feed.folder, feed, digest))
    _say(channel, "description", feed.about)
    _say(channel, "language", digest.language)
    if feed.updated:
        _say(channel, "lastBuildDate", dates.rfc822(feed.updated))
    for named in _own_links(feed, "feed.xml", "application/rss+xml", digest):
        ET.SubElement(channel, f"{{{_ATOM}}}link", named)
    for entry in feed.entries:
        item = ET.SubElement(channel, "item")
        _say(item, "title", entry.title)
        _say(item, "link", _at(entry.page, feed, digest))
        ET.SubElement(item, "guid", isPermaLink="false").text = entry.id
        if entry.updated:
            _say(item, "pubDate", dates.rfc822(entry.updated))
        _say(item, "description", entry.html)
        for topic in entry.topics:
            _say(item, "category", topic.name)
    return xml_file(root)


def atom(feed: Feed, digest: Settings) -> str:
    """Return the feed as Atom, without the entries of which no date is known: it asks for one.

    It asks for a date of the feed too: one without dated entries has always the same.
    """
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": digest.language})
    _say(root, "id", feed.id)
    _say(root, "title", feed.title)
    _say(root, "subtitle", feed.about)
    _say(root, "updated", dates.rfc3339(feed.updated or _UNDATED))
    ET.SubElement(ET.SubElement(root, "author"), "name").text = plain(digest.title)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=_at(feed.folder, feed, digest))
    for named in _own_links(feed, "atom.xml", "application/atom+xml", digest):
        ET.SubElement(root, "link", named)
    for entry in feed.entries:
        if entry.updated is None:
            continue
        element = ET.SubElement(root, "entry")
        _say(element, "id", entry.id)
        _say(element, "title", entry.title, {"xml:lang": entry.language} if entry.language else {})
        _say(element, "updated", dates.rfc3339(entry.updated))
        if entry.published:
            _say(element, "published", dates.rfc3339(entry.published))
        ET.SubElement(element, "link", rel="alternate", type="text/html", href=_at(entry.page, feed, digest))
        ET.SubElement(element, "content", type="html").text = entry.html
        for topic in entry.topics:
            ET.SubElement(element, "category", term=topic.id, label=plain(topic.name))
    return xml_file(root)


def json_feed(feed: Feed, digest: Settings) -> str:
    """Return the feed as JSON Feed."""
    items = []
    for entry in feed.entries:
        item: dict[str, Any] = {
            "id": entry.id,
            "url": _at(entry.page, feed, digest),
            "title": plain(entry.title),
            "content_html": entry.html,
            "tags": [plain(topic.name) for topic in entry.topics],
        }
        if entry.language:
            item["language"] = entry.language
        if entry.published:
            item["date_published"] = dates.rfc3339(entry.published)
        if entry.updated:
            item["date_modified"] = dates.rfc3339(entry.updated)
        items.append(item)
    whole: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": plain(feed.title),
        "description": plain(feed.about),
        "language": digest.language,
        "authors": [{"name": plain(digest.title)}],
    }
    for named in _own_links(feed, "feed.json", "application/feed+json", digest):
        if named["rel"] == "self":
            whole |= {"home_page_url": _at(feed.folder, feed, digest), "feed_url": named["href"]}
        else:
            whole["hubs"] = [{"type": "WebSub", "url": named["href"]}]
    return json.dumps(whole | {"items": items}, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Feed, Settings], str]] = dict(zip(NAMES, (rss, atom, json_feed), strict=True))
"""What writes each file of a feed."""


def urn(name: str) -> str:
    """Return a stable name of the form urn:uuid: (RFC 9562, version 8) from the hash of `name`."""
    mark = hashlib.sha256(name.encode()).hexdigest()
    return f"urn:uuid:{mark[:8]}-{mark[8:12]}-8{mark[13:16]}-8{mark[17:20]}-{mark[20:32]}"


def _own_links(feed: Feed, name: str, kind: str, digest: Settings) -> list[dict[str, str]]:
    """The feed's own address, and of the digest's own the WebSub hub (https://www.w3.org/TR/websub/), if the digest has one.

    Whoever finds a hub in a feed waits for its word: it is named only where `publish` and `fetch` tell it.
    """
    home, hub = address(digest.url), None if feed.folder else address(digest.feeds.hub)
    if not home:
        return []
    own = {"rel": "self", "type": kind, "href": home + feed.folder + name}
    return [own, {"rel": "hub", "href": hub}] if hub else [own]


def _at(page: str, feed: Feed, digest: Settings) -> str:
    """The address of a page: absolute where the digest has one, else the way from the feed's own folder."""
    return (address(digest.url) or "../" * feed.folder.count("/") or "./") + page


def _say(parent: ET.Element, tag: str, words: str, marks: Mapping[str, str] | None = None) -> None:
    lines = (plain(line) for line in words.split("\n"))
    ET.SubElement(parent, tag, dict(marks or {})).text = "\n".join(lines)
