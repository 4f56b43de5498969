"""The page of search results, and what its fields offer.

The theme's script searches there; without it the page leads to every list of stories.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from digest.model import Page, Story, one_line
from digest.render import dates
from digest.render.escape import joined, link, plain
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


_UNDATED = "0000-00-00"  # as the theme writes it, before all days
FILTERS = "search/filters.json"
"""The values by which stories are found, by filter. Pagefind has them too, but having loaded them it searches far slower."""


def found_by(story: Story, site: Site) -> dict[str, list[str]]:
    """Return by which values of each filter a story is found: topics, publishers, languages, and its month if it has one."""
    return {
        "topic": [topic.name for topic in site.topics_of(story)],
        "source": list(dict.fromkeys(site.publisher(article).name or say("not named") for article in story.articles)),
        "language": sorted({article.language for article in story.articles if article.language}),
        "month": [dates.key(story.updated)[:7]] if story.updated else [],
    }


def search_pages(site: Site) -> Iterator[Page]:
    """Yield search.md, and as JSON the values of the filters and how many stories each day has; _UNDATED is none."""
    values: dict[str, set[str]] = {"topic": set(), "source": set(), "language": set(), "month": set()}
    days = Counter[str]()
    for story in site.listed:
        if story.articles:
            for name, found in found_by(story, site).items():
                values[name].update(one_line(plain(value)) for value in found)
            days[dates.key(story.updated) if story.updated else _UNDATED] += 1
    known = {name: sorted(found) for name, found in values.items()} | {"day": dict(sorted(days.items()))}
    yield Page(path=FILTERS, text=f"{json.dumps(known, ensure_ascii=False)}\n")
    meta: Meta = {"title": say("Search"), "description": say("Search the stories by words, topic, source and date.")}
    meta["digest_kind"] = "search"
    yield page("search.md", "search", meta, lists=joined(link(say(words), target) for words, target in _LISTS))
