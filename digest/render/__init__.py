"""Render: an edition as pages of text: Markdown, feeds, JSON, drawings.

in: an Edition and what digest.yml says of this digest
out: Pages, sorted by path; every path is below content/ and none is there twice
never: lets a character from outside reach a page but through the one escape; touches disk, clock or network
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from digest.model import Edition, Page, Settings
from digest.render.crawlers import sitemap_pages
from digest.render.method import Cautions, Threshold, method_page
from digest.render.offline import worker_page
from digest.render.outputs import OUTPUTS
from digest.render.site import Site

__all__ = ["render"]


def render(
    edition: Edition,
    digest: Settings,
    thresholds: Sequence[Threshold] = (),
    cautions: Cautions | None = None,
    schemas: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    left_out: frozenset[str] = frozenset(),
) -> tuple[Page, ...]:
    """Return every generated page of content/, sorted by path; the method page has `thresholds` and `cautions`.

    `schemas` are JSON Schemas by name, published beside those of the JSON API. Stories whose ids are `left_out` get no
    pages of their own. Raises CitationError where a citation's words are not in its article.
    """
    site = Site(edition=edition, digest=digest, left_out=left_out, schemas=schemas or {})
    pages = [method_page(digest, thresholds, cautions or {})]
    for output in OUTPUTS:
        pages.extend(output.pages(site))
    pages.append(worker_page(pages, site))
    pages.extend(sitemap_pages([page.path for page in pages], site))
    return tuple(sorted(pages, key=lambda page: page.path))
