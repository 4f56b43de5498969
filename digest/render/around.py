"""What stands around a story: what each day added to it, its running event, related stories, those of the same day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from digest.model import Markdown, Point, Related, Story
from digest.render import dates
from digest.render.cards import source_count
from digest.render.citations import in_full
from digest.render.escape import escape, joined, link, own
from digest.render.lines import Lines
from digest.render.origins import coverage
from digest.render.page import up
from digest.render.site import Site
from digest.render.spoken import before, headline_language, headline_link, within
from digest.render.wording import listed, series
from digest.translations import count, say

_EVENT = 20  # stories of a running event that a page lists
_LARGEST = 8  # of these, at most, are there for being the largest, the others for being near
_SAID = 60  # characters of a line that a day of the timeline shows


def timeline(story: Story, site: Site, lines: Lines) -> list[dict[str, Any]]:
    """Return what each day added to a story: who came to it, and the lines that nobody cited had told before.

    A line belongs to the day of the earliest article that is cited for all of it. A story of one day has no timeline.
    """
    days = coverage(story).days
    if len(days) < 2:
        return []
    day_of = {story.articles[number - 1].id: at for at, numbers in days for number in numbers}
    first = {point.text: _first(point, day_of) for point in story.points}
    languages = {point.text: _language(point, story) for point in story.points}
    found = []
    for at, numbers in days:
        names = dict.fromkeys(
            site.publisher(story.articles[n - 1]).name or say("source {numbers}", numbers=n) for n in numbers
        )
        told: list[Markdown] = [
            within(link(_short(words), f"#{lines.address(words)}"), languages[words])
            for words, day in first.items()
            if day == at
        ]
        who = series([before(name, None) for name in names])
        found.append({"when": own(f"**{dates.day(at)}** {who}"), "lines": told})
    return found


def _first(point: Point, day_of: Mapping[str, datetime]) -> datetime | None:
    """The day on which a line was first told, as far as it is known."""
    return min((day_of[one.article_id] for one in in_full(point.citations) if one.article_id in day_of), default=None)


def _language(point: Point, story: Story) -> str | None:
    """The language that a line stands in: of the article whose words it is."""
    return next((one.language for one in story.articles if one.id == point.citations[0].article_id), None)


def _short(words: str) -> str:
    return words if len(words) <= _SAID else words[:_SAID].rsplit(" ", 1)[0].rstrip(".,;:!?") + "…"


def turn(story: Story, site: Site) -> Markdown:
    """Return the ways to the stories that came before and after this one on the day on which it was first seen.

    Without their headlines: a page has no words of stories that have nothing to do with it.
    """
    before, after = site.neighbours.get(story.id, (None, None))
    ways = [(say("Previous story of that day"), before), (say("Next story of that day"), after)]
    return joined(link(word, f"{up(story.path)}{one.path}.md") for word, one in ways if one)


def event(story: Story, site: Site) -> list[dict[str, Any]]:
    """The stories of the running event that a story belongs to, with itself, the oldest first; none where it is alone."""
    why = {item.id: _why(item) for item in story.related}
    lines: list[dict[str, Any]] = []
    for one in _shown(story, site):
        began = min((at for article in one.articles if (at := dates.reported(article))), default=None)
        named = headline_link(one, f"{up(story.path)}{one.path}.md")
        facts = [source_count(one, site), say("this page") if one is story else why.get(one.id, "")]
        lines.append(
            {
                "day": dates.day(began) if began else say("Date not known"),
                "link": within(own(f"**{escape(one.headline)}**"), headline_language(one)) if one is story else named,
                "meta": joined(fact for fact in facts if fact),
            }
        )
    return lines


def _shown(story: Story, site: Site) -> list[Story]:
    """The stories of a running event that a page lists, the oldest first.

    Where there are more than find room, these are the page's own, the first, the largest, and those nearest to its own.
    """
    together = site.events.get(story.id, (story,))
    if len(together) < 2:
        return []
    mine = together.index(story)
    large = sorted(together, key=lambda one: (-site.size(one.articles), together.index(one)))
    near = sorted(together, key=lambda one: (abs(together.index(one) - mine), together.index(one)))
    kept = list(dict.fromkeys(one.id for one in (story, together[0], *large[:_LARGEST], *near)))[:_EVENT]
    return [one for one in together if one.id in kept]


def further_stories(story: Story, site: Site) -> str:
    """How many further stories a running event has."""
    further = len(site.events.get(story.id, ())) - len(_shown(story, site)) if _shown(story, site) else 0
    if not further:
        return ""
    return count(
        further,
        "{number} further story of this event, each with a page of its own.",
        "{number} further stories of this event, each with a page of its own.",
    )


def related(item: Related, story: Story, site: Site) -> dict[str, str]:
    """Return another story on the same subject, for the template: how it is tied, and the reason."""
    lead = say("Same subject, later:") if item.later else say("Same subject:")
    return {"lead": lead, "link": headline_link(site.named[item.id], f"{up(story.path)}{item.path}.md"), "why": _why(item)}


def _why(item: Related) -> str:
    return say("shares: {words}", words=listed(item.why)) if item.why else ""
