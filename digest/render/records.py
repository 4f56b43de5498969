"""Corrections, and how the build went: what a reader needs to judge the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from digest import __version__
from digest.model import EPOCH, Event, Page, Problem, SourceHealth, Story
from digest.render import dates
from digest.render.cards import paged
from digest.render.changes import corrected
from digest.render.escape import escape, joined, link
from digest.render.feed_formats import files
from digest.render.page import Meta, up
from digest.render.site import Site
from digest.render.structured import structured_corrections
from digest.render.wording import count, happened

_STATUS = "status.md"


def correction_pages(site: Site) -> Iterator[Page]:
    """Yield corrections.md: every correction of a story, the newest first."""
    found = corrected(site.listed)
    found.sort(key=lambda pair: (-pair[0].at.timestamp() if pair[0].at else float("inf"), pair[1].id, pair[0].text))

    def fill(part: Sequence[tuple[Event, Story]], here: str) -> dict[str, Any]:
        lines = [
            {"link": link(story.headline, f"{up(here)}{story.path}.md#history"), "meta": happened(event)}
            for event, story in part
        ]
        facts = count(len(found), "correction") if found else "Nothing has been corrected so far."
        return {"title": "Corrections", "facts": facts, "lines": lines}

    meta: Meta = {"title": "Corrections", "description": "What was corrected, and when.", "digest_kind": "corrections"}
    meta["feeds"] = files("corrections/")
    meta["structured"] = structured_corrections("corrections.md", found, site)
    return iter(paged("corrections.md", "list", meta, found, fill))


def status_pages(site: Site) -> Iterator[Page]:
    """Yield status.md: how the sources' feeds are doing, and what was wrong with the input of this build."""
    found = sorted(site.edition.problems, key=lambda p: (not p.by_hand, p.where, p.line, p.column, p.code, p.detail))
    files_wrong = [list(same) for _, same in groupby(found, key=lambda p: (p.by_hand, p.where))]

    def fill(part: Sequence[list[Problem]], here: str) -> dict[str, Any]:
        wrong = sum(problem.by_hand for problem in found)
        notes = len(found) - wrong
        facts = f"{count(wrong, 'problem')} in the files that people wrote" if wrong else "No problem in what people wrote"
        noted = f"{count(notes, 'note')} on what is missing or could not be read"
        return {
            "facts": joined([f"{facts}, {noted}", *_built(site)]),
            "health": [_health(one) for one in site.edition.health] if here == _STATUS else [],
            "lines": [_wrong(same) for same in part],
        }

    meta: Meta = {"title": "Status", "description": "How the last build went.", "digest_kind": "status"}
    return iter(paged(_STATUS, "status", meta, files_wrong, fill))


def _health(one: SourceHealth) -> dict[str, Any]:
    return {
        "source": link(one.name, f"sources/{one.source}.md"),
        "status": one.status + (f" since {dates.day(one.since)}" if one.since else ""),
        "held": f"{one.items:,}",
        "weekly": f"{one.weekly:.1f}",
        "last": dates.day(one.last_item) if one.last_item else "none",
        "asked": dates.day(one.last_success) if one.last_success else "not yet",
        "detail": one.detail,
    }


def _built(site: Site) -> list[str]:
    """For which moment this site was built, and with what."""
    at = [f"as of {dates.moment(site.edition.day)}"] if site.edition.day != EPOCH else []
    return [*at, f"built with Digest {__version__}"]


def _wrong(same: Sequence[Problem]) -> dict[str, Any]:
    """What is wrong in one file."""
    if len(same) == 1:
        return {"link": escape(_place(same[0])), "meta": _detail(same[0])}
    details = (f"line {one.line}: {_detail(one)}" if one.line else _detail(one) for one in same)
    return {"link": escape(same[0].where), "meta": joined(details)}


def _place(problem: Problem) -> str:
    return ":".join(str(part) for part in (problem.where, problem.line, problem.column) if part)


def _detail(problem: Problem) -> str:
    """Its words; the backticks of a terminal's message mean nothing on a page."""
    return (problem.detail + (f"; {problem.remedy}" if problem.remedy else "")).replace("`", "")
