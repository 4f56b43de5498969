"""What feed readers take: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1 and an OPML list of the sources' own feeds.

Ids do not depend on the digest's address, so that an address given or changed later makes no entry new. Without an address
links are relative to the feed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from digest.model import Page, Passage, Point, Story
from digest.opml import opml
from digest.render import dates
from digest.render.citations import Citations
from digest.render.escape import address, plain
from digest.render.site import Site, lead_line, title_line
from digest.render.topics import stories_of
from digest.render.wording import count, with_independent

_ENTRIES = 50
_ATOM = "http://www.w3.org/2005/Atom"


def feed_pages(site: Site) -> Iterator[Page]:
    """Yield feed.xml, atom.xml, feed.json, a feed for each topic, and sources.opml."""
    several = [story for story in site.newest if site.several(story)]
    stories = (several or site.newest)[:_ENTRIES]
    title, about = site.digest.title, site.digest.description
    yield Page(path="feed.xml", text=_rss("feed.xml", title, about, "", stories, site))
    yield Page(path="atom.xml", text=_atom(stories, site))
    yield Page(path="feed.json", text=_json_feed(stories, site))
    for topic_id, found in stories_of(site).items():
        topic, path = site.topics[topic_id], f"topics/{topic_id}/feed.xml"
        named = f"{title}: {topic.name}"
        text = _rss(path, named, topic.description or named, f"topics/{topic_id}/", found[:_ENTRIES], site)
        yield Page(path=path, text=text)
    yield Page(path="sources.opml", text=_opml(site))


def _rss(path: str, title: str, about: str, page: str, stories: Sequence[Story], site: Site) -> str:
    ET.register_namespace("atom", _ATOM)
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _say(channel, "title", title)
    _say(channel, "link", _address(page, path, site))
    _say(channel, "description", about)
    _say(channel, "lastBuildDate", dates.rfc822(site.edition.day))
    if site.digest.url:
        own = {"href": _address(path, path, site), "rel": "self", "type": "application/rss+xml"}
        ET.SubElement(channel, f"{{{_ATOM}}}link", own)
    for story in stories:
        item = ET.SubElement(channel, "item")
        _say(item, "title", story.headline)
        _say(item, "link", _address(f"{story.path}/", path, site))
        ET.SubElement(item, "guid", isPermaLink="false").text = _urn(f"story:{story.id}")
        if story.updated:
            _say(item, "pubDate", dates.rfc822(story.updated))
        _say(item, "description", "\n".join(f"<p>{_html(part)}</p>" for part in _summary(story, site)))
        for topic in site.topics_of(story):
            _say(item, "category", topic.name)
    return _written(root)


def _atom(stories: Sequence[Story], site: Site) -> str:
    root = ET.Element("feed", xmlns=_ATOM)
    _say(root, "id", _urn(f"feed:{site.digest.title}"))
    _say(root, "title", site.digest.title)
    _say(root, "subtitle", site.digest.description)
    _say(root, "updated", dates.rfc3339(site.edition.day))
    ET.SubElement(ET.SubElement(root, "author"), "name").text = plain(site.digest.title)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=_address("", "atom.xml", site))
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=_address("atom.xml", "atom.xml", site))
    for story in stories:
        entry = ET.SubElement(root, "entry")
        _say(entry, "id", _urn(f"story:{story.id}"))
        _say(entry, "title", story.headline)
        _say(entry, "updated", dates.rfc3339(story.updated or site.edition.day))
        if story.first_seen:
            _say(entry, "published", dates.rfc3339(story.first_seen))
        href = _address(f"{story.path}/", "atom.xml", site)
        ET.SubElement(entry, "link", rel="alternate", type="text/html", href=href)
        _say(entry, "summary", "\n".join(_summary(story, site)))
        for topic in site.topics_of(story):
            ET.SubElement(entry, "category", term=topic.id, label=plain(topic.name))
    return _written(root)


def _json_feed(stories: Sequence[Story], site: Site) -> str:
    items = []
    for story in stories:
        item: dict[str, Any] = {
            "id": _urn(f"story:{story.id}"),
            "url": _address(f"{story.path}/", "feed.json", site),
            "title": plain(story.headline),
            "content_text": "\n".join(_summary(story, site)),
            "tags": [topic.name for topic in site.topics_of(story)],
        }
        if story.first_seen and story.updated:
            item["date_published"] = dates.rfc3339(story.first_seen)
            item["date_modified"] = dates.rfc3339(story.updated)
        items.append(item)
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.digest.title,
        "description": site.digest.description,
        "language": site.digest.languages[0] if site.digest.languages else "en",
        "items": items,
    }
    if site.digest.url:
        feed |= {"home_page_url": site.digest.url, "feed_url": f"{site.digest.url}feed.json"}
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _summary(story: Story, site: Site) -> list[str]:
    """The story in lines of plain words, the one under its headline first, with numbers of sources; then the sources."""
    cited = Citations(story)
    lines = [f"{with_independent(count(len(story.articles), 'source'), story)}."]
    first = lead_line(story) or title_line(story.articles[0])
    for point in (first, *(point for point in story.points if point is not first)):
        by = site.by(point, cited)
        lines.append(f"{plain(by)}: {_line(point, cited)}" if by else _line(point, cited))
        beside = [one for one in point.beside if one is not first] if isinstance(point, Point) else []
        lines += [f"Compare {plain(site.teller(one.citations[0], cited))}: {_line(one, cited)}" for one in beside]
    named = []
    for number, article in enumerate(story.articles, 1):
        terms = site.terms(article)
        named.append(
            f"[{number}] {plain(site.publisher(article).name or 'not named')}{f' ({plain(terms)})' if terms else ''}"
        )
    return [*lines, f"Sources: {'; '.join(named)}"]


def _line(said: Point | Passage, cited: Citations) -> str:
    summary = " (in summary)" if cited.in_summary(said.citations[0]) else ""
    numbers, parts = (
        "".join(f"[{number}]" for number in cited.sources(one for one in said.citations if one.part == part))
        for part in (False, True)
    )
    return f"{plain(said.text)}{summary} {numbers}{f' (in part {parts})' if parts else ''}"


def _opml(site: Site) -> str:
    outlines = []
    for source in sorted(site.edition.sources, key=lambda source: (source.name.casefold(), source.id)):
        for feed in source.feeds:
            target = address(feed.url)
            if target is None:
                continue
            words = plain(f"{source.name}: {feed.title}" if feed.title else source.name)
            outline = {"text": words, "title": words, "xmlUrl": target}
            outlines.append(outline | ({"htmlUrl": home} if (home := address(source.home)) else {}))
    return opml(plain(f"Sources of {site.digest.title}"), outlines)


def _address(page: str, feed: str, site: Site) -> str:
    """The address of a page: absolute where the digest has one, else the way from the feed's own folder."""
    return (address(site.digest.url) or "../" * feed.count("/") or "./") + page


def _urn(name: str) -> str:
    """A stable name of the form urn:uuid: (RFC 9562, version 8) from the hash of `name`."""
    mark = hashlib.sha256(name.encode()).hexdigest()
    return f"urn:uuid:{mark[:8]}-{mark[8:12]}-8{mark[13:16]}-8{mark[17:20]}-{mark[20:32]}"


def _html(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _say(parent: ET.Element, tag: str, words: str) -> None:
    lines = (plain(line) for line in words.split("\n"))
    ET.SubElement(parent, tag).text = "\n".join(lines)


def _written(root: ET.Element) -> str:
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
