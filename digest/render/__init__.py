"""Render: an edition as pages of text: Markdown, feeds, JSON, drawings.

in: an Edition and what digest.yml says of this digest
out: Pages, sorted by path; every path is below content/ and none is there twice
never: lets a character from outside reach a page but through the one escape; touches disk, clock or network
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from digest.common.memo import Memo, no_memo
from digest.model import Edition, Settings
from digest.render.method import Cautions, Threshold
from digest.render.outputs import Pages, pages_of
from digest.render.site import Site

__all__ = ["render"]


def render(
    edition: Edition,
    digest: Settings,
    thresholds: Sequence[Threshold] = (),
    cautions: Cautions | None = None,
    schemas: Mapping[str, Mapping[str, Any]] | None = None,
    memo: Memo = no_memo,
) -> Pages:
    """Return every generated page of content/, sorted by path; the method page has `thresholds` and `cautions`.

    `schemas` are JSON Schemas by name, published beside those of the JSON API. Raises CitationError where a citation's
    words are not in its article.
    """
    return pages_of(Site(edition=edition, digest=digest, schemas=schemas or {}), thresholds, cautions or {}, memo)
