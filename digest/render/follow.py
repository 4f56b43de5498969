"""The page "Follow": every feed of the digest, with the lists that feed readers import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from digest.model import Page
from digest.render.cards import paged
from digest.render.escape import joined, link
from digest.render.feed_formats import links
from digest.render.feeds import ENTRIES
from digest.render.page import Meta, up
from digest.render.site import Site
from digest.translations import message, say

_PATH = "follow.md"
_TITLES = {"topics": message("Topics"), "sources": message("Sources")}


def follow_pages(site: Site) -> Iterator[Page]:
    """Yield follow.md: the feeds of the newest stories, of corrections, of each topic and of each source."""
    found = [
        (say("Newest stories"), "", say("of several publishers")),
        (say("Corrections"), "corrections/", say("of all stories")),
    ]
    found += [(topic.name, f"topics/{topic.id}/", "") for topic in site.topics.values() if not topic.retired]
    found += [(source.name, f"sources/{source.id}/", "") for source in site.sources_by_name]
    lists = [("follow.opml", say("these feeds")), ("sources.opml", say("the sources’ own feeds"))]
    if not site.digest.url:
        del lists[0]  # a list of feeds has absolute addresses

    def fill(part: Sequence[tuple[str, str, str]], here: str) -> dict[str, Any]:
        root = up(here)
        groups: dict[str, list[dict[str, Any]]] = {}
        for name, folder, of in part:
            facts = [of, links(root + folder)] if of else [links(root + folder)]
            lines = groups.setdefault(_TITLES.get(folder.partition("/")[0], ""), [])
            lines.append({"link": link(name, _page(root, folder)), "meta": joined(facts)})
        titled = [{"title": say(title) if title else "", "lines": lines} for title, lines in groups.items()]
        return {"lists": joined(link(words, root + name) for name, words in lists), "groups": titled}

    description = say(
        "Feeds of the newest {number} stories of several publishers, by topic, by source, and of corrections.",
        number=ENTRIES,
    )
    meta: Meta = {"title": say("Follow"), "description": description}
    meta["digest_kind"] = "follow"
    yield from paged(_PATH, "follow", meta, found, fill)


def _page(root: str, folder: str) -> str:
    return f"{root}{folder.removesuffix('/') or 'index'}.md"
