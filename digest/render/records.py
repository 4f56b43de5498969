"""Corrections, and how the build went: what a reader needs to judge the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from digest import __version__
from digest.model import EPOCH, Event, Page, Problem, SourceHealth, Story
from digest.render import dates
from digest.render.cards import paged
from digest.render.changes import REGROUPED, corrected
from digest.render.escape import escape, joined, link
from digest.render.feed_formats import files
from digest.render.page import Meta, up
from digest.render.site import Site
from digest.render.spoken import headline_link
from digest.render.structured import structured_corrections
from digest.render.wording import happened, listed
from digest.translations import amount, count, decimal, message, say

_STATUS = "status.md"


def correction_pages(site: Site) -> Iterator[Page]:
    """Yield corrections.md: every correction of a story, the newest first."""
    found = corrected(site.listed)
    found.sort(key=lambda pair: (-pair[0].at.timestamp() if pair[0].at else float("inf"), pair[1].id, pair[0].text))

    def fill(part: Sequence[tuple[Event, Story]], here: str) -> dict[str, Any]:
        lines = [
            {"link": headline_link(story, f"{up(here)}{story.path}.md#history"), "meta": happened(event)}
            for event, story in part
        ]
        return {"title": say("Corrections"), "facts": _counted([event for event, _ in found]), "lines": lines}

    meta: Meta = {"title": say("Corrections"), "description": say("What was corrected, and when.")}
    meta["digest_kind"] = "corrections"
    meta["feeds"] = files("corrections/")
    meta["structured"] = structured_corrections("corrections.md", found, site)
    return iter(paged("corrections.md", "list", meta, found, fill))


def _counted(events: Sequence[Event]) -> str:
    """Return how many corrections there are and, apart from them, how often an editor said what belongs to a story."""
    moved = sum(event.kind in REGROUPED for event in events)
    mended = len(events) - moved
    parts = [count(mended, "{number} correction", "{number} corrections")] if mended else []
    if moved:
        parts.append(
            count(
                moved,
                "{number} change to which articles form a story",
                "{number} changes to which articles form a story",
            )
        )
    return listed(parts) if parts else say("Nothing has been corrected so far.")


def status_pages(site: Site) -> Iterator[Page]:
    """Yield status.md: how the sources' feeds are doing, and what was wrong with the input of this build."""
    found = sorted(site.edition.problems, key=lambda p: (not p.by_hand, p.where, p.line, p.column, p.code, p.detail))
    files_wrong = [list(same) for _, same in groupby(found, key=lambda p: (p.by_hand, p.where))]

    def fill(part: Sequence[list[Problem]], here: str) -> dict[str, Any]:
        wrong = sum(problem.by_hand for problem in found)
        notes = len(found) - wrong
        counted = count(
            wrong,
            "{number} problem in the files that people wrote",
            "{number} problems in the files that people wrote",
        )
        noted = count(
            notes,
            "{number} note on what is missing or could not be read",
            "{number} notes on what is missing or could not be read",
        )
        facts = listed([counted if wrong else say("No problem in what people wrote"), noted])
        return {
            "facts": joined([facts, *_built(site)]),
            "health": [_health(one) for one in site.edition.health] if here == _STATUS else [],
            "lines": [_wrong(same) for same in part],
        }

    meta: Meta = {"title": say("Status"), "description": say("How the last build went."), "digest_kind": "status"}
    return iter(paged(_STATUS, "status", meta, files_wrong, fill))


def _health(one: SourceHealth) -> dict[str, Any]:
    return {
        "source": link(one.name, f"sources/{one.source}.md"),
        "status": say("{status} since {day}", status=_status(one), day=dates.day(one.since)) if one.since else _status(one),
        "held": amount(one.items),
        "weekly": decimal(one.weekly, f"{one.weekly:.1f}"),
        "last": dates.day(one.last_item) if one.last_item else say("no item yet"),
        "asked": dates.day(one.last_success) if one.last_success else say("not yet"),
        "detail": one.detail,
    }


_KINDS = {
    "gone": message("gone"),
    "failing": message("failing"),
    "moved": message("moved"),
    "refused": message("refused"),
    "new": message("new"),
    "stale": message("stale"),
    "thin": message("thin"),
    "ok": message("ok"),
}
"""What can be said of how a feed is doing."""


def _status(one: SourceHealth) -> str:
    return say(_KINDS[one.status])


def _built(site: Site) -> list[str]:
    """For which moment this site was built, and with what."""
    at = [say("as of {moment}", moment=dates.moment(site.edition.day))] if site.edition.day != EPOCH else []
    return [*at, say("built with Digest {version}", version=__version__)]


def _wrong(same: Sequence[Problem]) -> dict[str, Any]:
    """What is wrong in one file."""
    if len(same) == 1:
        return {"link": escape(_place(same[0])), "meta": _detail(same[0])}
    details = (
        say("line {number}: {words}", number=one.line, words=_detail(one)) if one.line else _detail(one) for one in same
    )
    return {"link": escape(same[0].where), "meta": joined(details)}


def _place(problem: Problem) -> str:
    return ":".join(str(part) for part in (problem.where, problem.line, problem.column) if part)


def _detail(problem: Problem) -> str:
    """Its words; the backticks of a terminal's message mean nothing on a page."""
    return (problem.detail + (f"; {problem.remedy}" if problem.remedy else "")).replace("`", "")
