"""How stories are made, in plain words, with the numbers that are in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.model import Markdown, Page
from digest.render.escape import escape, own
from digest.render.page import Meta, page
from digest.schema import DigestFile

Threshold = tuple[str, str]  # what is decided, and from which number on
Cautions = Mapping[str, tuple[float, float, float, float]]
"""By caution: shares of items put together rightly and found, pure stories of several publishers, and all of those."""


def method_page(digest: DigestFile, thresholds: Sequence[Threshold], cautions: Cautions) -> Page:
    """Return method.md; a page of that name that a person wrote stands in its place."""
    limits, otherwise = digest.limits, type(digest.limits)()
    meta: Meta = {
        "title": "How stories are made",
        "description": "From articles to a story in plain words, with the thresholds that are in force.",
        "digest_kind": "method",
    }
    return page(
        "method.md",
        "method",
        meta,
        limits={name: _number(value) for name, value in limits},
        thresholds=[{"what": own(what), "value": own(value)} for what, value in thresholds],
        cautions=[
            {
                "name": own(name),
                "right": own(f"{right:.0%}"),
                "found": own(f"{found:.0%}"),
                "pure": own(f"{pure:.1f} of {told:.1f}"),
            }
            for name, (right, found, pure, told) in cautions.items()
        ],
        settable=[
            {
                "what": f"{name.replace('_', ' ')}: {field.description or 'see the schema'}",
                "value": _number(getattr(limits, name)),
                "default": _number(getattr(otherwise, name)),
            }
            for name, field in type(limits).model_fields.items()
        ],
    )


def _number(value: object) -> Markdown:
    """Return a number as a reader expects it: a share in per cent, a count with its thousands apart."""
    if value is None:
        return own("not set")
    if isinstance(value, float):
        return own(f"{value * 100:g}%")
    return own(f"{value:,}") if isinstance(value, int) else escape(str(value))
