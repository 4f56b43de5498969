"""Render: an edition as pages of text: Markdown, feeds, JSON, drawings.

in: an Edition and what digest.yml says of this digest
out: Pages, sorted by path; every path is below content/ and none is there twice
never: lets a character from outside reach a page but through the one escape; touches disk, clock or network
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.model import Edition, Page, Settings
from digest.render.alike import alike
from digest.render.method import Cautions, Threshold, method_page
from digest.render.outputs import OUTPUTS
from digest.render.site import Site

__all__ = ["render", "render_both"]

Pages = tuple[Page, ...]


def render(
    edition: Edition, digest: Settings, thresholds: Sequence[Threshold] = (), cautions: Cautions | None = None
) -> Pages:
    """Return every generated page of content/, sorted by path; the method page has `thresholds` and `cautions`.

    Raises CitationError where a citation's words are not in its article.
    """
    return _rendered(Site(edition=edition, digest=digest), thresholds, cautions or {})


def render_both(
    one: tuple[Edition, Settings],
    other: tuple[Edition, Settings],
    thresholds: Sequence[Threshold] = (),
    cautions: Cautions | None = None,
) -> tuple[Pages, Pages]:
    """Return the pages of two digests as `render` does, but for some that are the same in both: who compares needs none."""
    if one == other:
        return (), ()
    sites = Site(edition=one[0], digest=one[1]), Site(edition=other[0], digest=other[1])
    same = alike(*sites)
    first, second = (_rendered(replace(site, left_out=same), thresholds, cautions or {}) for site in sites)
    return first, second


def _rendered(site: Site, thresholds: Sequence[Threshold], cautions: Cautions) -> Pages:
    pages = [method_page(site.digest, thresholds, cautions)]
    for output in OUTPUTS:
        pages.extend(output.pages(site))
    return tuple(sorted(pages, key=lambda page: page.path))
