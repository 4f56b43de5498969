"""The page of search results: the theme's script searches there, and without it the page leads to every list of stories."""

from __future__ import annotations

from collections.abc import Iterator

from digest.model import Page
from digest.render.escape import joined, link
from digest.render.page import Meta, page
from digest.render.site import Site
from digest.translations import message, say

SEARCH = "search/"
"""The address of the page below the digest's own; its query is `q` and `topic`, `source`, `language`, `month`, `sort`."""
_LISTS = (
    (message("all editions"), "editions/index.md"),
    (message("topics"), "topics/index.md"),
    (message("sources"), "sources/index.md"),
)


def search_pages(_: Site) -> Iterator[Page]:
    """Yield search.md."""
    meta: Meta = {"title": say("Search"), "description": say("Search the stories by words, topic, source and date.")}
    meta["digest_kind"] = "search"
    yield page("search.md", "search", meta, lists=joined(link(say(words), target) for words, target in _LISTS))
