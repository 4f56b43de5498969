"""Render: an edition as pages of text: Markdown, feeds, JSON, drawings.

in: an Edition and what digest.yml says of this digest
out: Pages, sorted by path; every path is below content/ and none is there twice
never: lets a character from outside reach a page but through the one escape; touches disk, clock or network
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Edition, Page, Settings
from digest.render import api, editions, feeds, front, moved, records, sources, story, topics
from digest.render.method import Cautions, Threshold, method_page
from digest.render.site import Site

__all__ = ["render"]


def render(
    edition: Edition, digest: Settings, thresholds: Sequence[Threshold] = (), cautions: Cautions | None = None
) -> tuple[Page, ...]:
    """Return every generated page of content/, sorted by path; the method page has `thresholds` and `cautions`.

    Raises CitationError where a citation's words are not in its article.
    """
    site = Site(edition=edition, digest=digest)
    taken = {f"{one.path}.md" for one in edition.stories}
    pages = [front.front_page(site), api.stories_json(site), method_page(digest, thresholds, cautions or {})]
    for one in sorted(edition.stories, key=lambda story: story.id):
        pages.extend(story.story_pages(one, site) if one.articles else [moved.gone_page(one)])
        pages.extend(moved.redirect_pages(one, taken))
        pages.append(api.story_json(one, site))
    pages.extend(editions.edition_pages(site))
    pages.extend(topics.topic_pages(site))
    pages.extend(sources.source_pages(site))
    pages.extend(moved.renamed_pages(site))
    pages.extend(records.correction_pages(site))
    pages.extend(records.status_pages(site))
    pages.extend(feeds.feed_pages(site))
    return tuple(sorted(pages, key=lambda page: page.path))
