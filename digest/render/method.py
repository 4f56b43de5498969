"""How stories are made, in plain words, with the numbers that are in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields

from digest.gate import FLOORS
from digest.model import Markdown, Page, Settings
from digest.render.escape import escape, own
from digest.render.page import Meta, page

Threshold = tuple[str, str]  # what is decided, and from which number on
Cautions = Mapping[str, tuple[float, float, float, float]]
"""By caution: shares of items put together rightly and found, pure stories of several publishers, and all of those."""


def method_page(digest: Settings, thresholds: Sequence[Threshold], cautions: Cautions) -> Page:
    """Return method.md; a page of that name that a person wrote stands in its place."""
    limits = digest.limits
    meta: Meta = {
        "title": "How stories are made",
        "description": "From articles to a story in plain words, with the thresholds that are in force.",
        "digest_kind": "method",
    }
    return page(
        "method.md",
        "method",
        meta,
        new="on the edition’s own day" if digest.front.days == 1 else f"in the last {digest.front.days} days",
        limits={each.name: _number(getattr(limits, each.name)) for each in fields(limits)},
        thresholds=[{"what": own(what), "value": own(value)} for what, value in thresholds],
        floors=[{"what": own(floor.what), "least": own(f"{floor.least:g}")} for floor in FLOORS.values()],
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
                "what": f"{each.name.replace('_', ' ')}: {each.metadata['what']}",
                "value": _number(getattr(limits, each.name)),
                "default": _number(each.default),
            }
            for each in fields(limits)
        ],
    )


def _number(value: object) -> Markdown:
    """Return a number as a reader expects it: a share in per cent, a count with its thousands apart."""
    if value is None:
        return own("not set")
    if isinstance(value, float):
        return own(f"{value * 100:g}%")
    return own(f"{value:,}") if isinstance(value, int) else escape(str(value))
