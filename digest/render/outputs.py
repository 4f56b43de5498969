"""What a build puts into content/. A further output is a module that makes its pages, and an entry here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from digest.common.memo import Memo
from digest.model import KnownPage, Page
from digest.render import (
    adding,
    api,
    crawlers,
    editions,
    feed_formats,
    feeds,
    follow,
    front,
    moved,
    offline,
    records,
    search,
    sources,
    story,
    topics,
)
from digest.render.crawlers import sitemap_pages
from digest.render.method import Cautions, Threshold, method_page
from digest.render.page import Part
from digest.render.remembered import remembered
from digest.render.site import Site
from digest.translations import in_language

Pages = tuple[Page | KnownPage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """Pages that are made of an edition, and the names of those files of it that have no front matter.

    `pages` are those that each build renders; what of `parts` is rendered stands in `remembered`. Files without front matter
    are known by their names (`fnmatch`, below content/) where the manifest of a build was lost.
    """

    pages: Callable[[Site], Iterable[Page]] = lambda _: ()
    parts: Callable[[Site], Iterable[Part]] = lambda _: ()
    unmarked: tuple[str, ...] = ()


_FOLLOWED = ("topics/*", "sources/*", "corrections", "stories/*")  # folders with feeds of their own
OUTPUTS = (
    Output(pages=front.front_pages, unmarked=("days.svg",)),
    Output(parts=story.story_parts, unmarked=("stories/*.svg",)),
    Output(pages=moved.moved_pages),
    Output(pages=editions.edition_pages, parts=editions.edition_parts, unmarked=("editions/*.svg",)),
    Output(pages=topics.topic_pages, parts=topics.topic_parts, unmarked=("topics/*.svg",)),
    Output(pages=sources.source_pages, parts=sources.source_parts, unmarked=("sources/*.svg",)),
    Output(pages=records.correction_pages),
    Output(pages=records.status_pages),
    Output(pages=search.search_pages, unmarked=(search.FILTERS,)),
    Output(pages=offline.offline_pages),
    Output(pages=adding.adding_pages),
    Output(pages=api.api_pages, parts=api.api_parts, unmarked=("api/*.json",)),
    Output(pages=api.schema_pages, unmarked=("schema/*.json",)),
    Output(pages=follow.follow_pages),
    Output(pages=crawlers.crawler_pages, unmarked=("robots.txt", "llms.txt", "site.webmanifest")),
    Output(
        pages=feeds.feed_pages,
        parts=feeds.feed_parts,
        unmarked=(
            *feed_formats.NAMES,
            *(f"{folder}/{name}" for folder in _FOLLOWED for name in feed_formats.NAMES),
            "sources.opml",
            "follow.opml",
        ),
    ),
)
UNMARKED = (*(name for output in OUTPUTS for name in output.unmarked), *crawlers.UNMARKED, offline.WORKER)
"""The names of all generated files that no front matter marks."""


def pages_of(site: Site, thresholds: Sequence[Threshold], cautions: Cautions, memo: Memo) -> Pages:
    """Return every generated page of a digest, sorted by path; see `render`."""
    with in_language(site.digest.language):
        pages: list[Page | KnownPage] = [method_page(site.digest, thresholds, cautions)]
        for output in OUTPUTS:
            pages.extend(output.pages(site))
        pages.extend(remembered(chain.from_iterable(output.parts(site) for output in OUTPUTS), site, memo))
        pages.extend(offline.worker_pages(pages, site))
        pages.extend(sitemap_pages([page.path for page in pages], site))
    return tuple(sorted(pages, key=lambda page: page.path))
