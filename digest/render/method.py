"""How stories are made, in plain words, with the numbers that are in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields

from digest.gate import FLOORS
from digest.language.registry import profiles
from digest.model import Markdown, Page, Settings
from digest.render.escape import escape, own
from digest.render.page import Meta, page
from digest.render.wording import listed
from digest.translations import amount, count, decimal, in_force, in_language, language_names, percent, say

Threshold = tuple[str, str]  # what is decided, and from which number on
Cautions = Mapping[str, tuple[float, float, float, float]]
"""By caution: shares of items put together rightly and found, pure stories of several publishers, and all of those."""


_ENGLISH = ' lang="en" dir="ltr"'
"""What says of the page that it is in English, where it is in no catalogue of the site's language."""


def said_in(language: str, thresholds: Callable[[], Iterable[Threshold]]) -> tuple[Threshold, ...]:
    """Return thresholds in the words of a language: a memo may recall them, and what they are of need not be loaded."""
    with in_language(language):
        return tuple(thresholds())


def method_page(digest: Settings, thresholds: Sequence[Threshold], cautions: Cautions) -> Page:
    """Return method.md; a page of that name that a person wrote stands in its place."""
    limits, days = digest.limits, digest.front.days
    known = in_force()
    english = "" if known is None or known.method else _ENGLISH
    meta: Meta = {
        "title": say("How stories are made"),
        "description": say("From articles to a story in plain words, with the thresholds that are in force."),
        "digest_kind": "method",
    }
    return page(
        "method.md",
        "method",
        meta,
        english=own(english),
        read=_read(),
        new=say("on the edition’s own day") if days == 1 else count(days, "in the last day", "in the last {number} days"),
        limits={each.name: _number(getattr(limits, each.name)) for each in fields(limits)},
        thresholds=[{"what": own(what), "value": own(value)} for what, value in thresholds],
        floors=[
            {"what": own(say(floor.what)), "least": own(decimal(floor.least, f"{floor.least:g}"))}
            for floor in FLOORS.values()
        ],
        cautions=[
            {
                "name": own(name),
                "right": own(percent(right, f"{right:.0%}")),
                "found": own(percent(found, f"{found:.0%}")),
                "pure": own(say("{pure} of {told}", pure=decimal(pure, f"{pure:.1f}"), told=decimal(told, f"{told:.1f}"))),
            }
            for name, (right, found, pure, told) in cautions.items()
        ],
        settable=[
            {
                "what": f"{each.name.replace('_', ' ')}: {say(each.metadata['what'])}",
                "value": _number(getattr(limits, each.name)),
                "default": _number(each.default),
            }
            for each in fields(limits)
        ],
    )


def _read() -> dict[str, Markdown]:
    """What is read in which languages, by their names."""
    every = profiles().items()
    codes = {
        "figures": [code for code, known in every if known.numbers],
        "quotations": [code for code, known in every if known.speech],
        "origins": [code for code, known in every if known.attribution],
        "words": [code for code, known in every if known.grammar],
    }
    return {what: escape(listed(language_names(each))) for what, each in codes.items()}


def _number(value: object) -> Markdown:
    """Return a number as a reader expects it: a share in per cent, a count with its thousands apart."""
    if value is None:
        return own(say("not set"))
    if isinstance(value, float):
        return own(percent(value, f"{value * 100:g}%"))
    return own(amount(value)) if isinstance(value, int) else escape(str(value))
