"""Who repeats whom, and when a story was reported, in sentences that say all that the drawings show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from digest.model import Markdown, Origin, Story
from digest.render.citations import Citations
from digest.render.dates import reported
from digest.render.escape import own
from digest.render.spoken import before
from digest.render.wording import numbered, series, summarised
from digest.translations import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The numbers of the sources by the day each was published, oldest first, and those whose day is not known."""

    days: tuple[tuple[datetime, tuple[int, ...]], ...]
    undated: tuple[int, ...]


def coverage(story: Story) -> Coverage:
    """Return when each source of the story reported, by the day it was published, else seen (UTC)."""
    days: dict[datetime, list[int]] = {}
    undated = []
    for number, article in enumerate(story.articles, 1):
        at = reported(article)
        if at is None:
            undated.append(number)
        else:
            days.setdefault(datetime(at.year, at.month, at.day, tzinfo=UTC), []).append(number)
    return Coverage(days=tuple((day, tuple(found)) for day, found in sorted(days.items())), undated=tuple(undated))


def members(origin: Origin, story: Story) -> list[int]:
    """Return the numbers of the story's own articles that are this origin."""
    if not origin.member:
        return []
    names = {origin.name.casefold()}
    return [
        number
        for number, article in enumerate(story.articles, 1)
        if (origin.source and article.source == origin.source) or (article.publisher or "").casefold() in names
    ]


def where(origin: Origin, rows: Sequence[int]) -> str:
    """Return where an origin is, which is the articles with these numbers, or that it is a primary source."""
    if origin.kind == "primary":
        return say("primary source")
    if rows:
        return numbered(rows)
    return say("among these sources") if origin.member else say("not among these sources")


def of_role(story: Story, role: str) -> list[int]:
    """Return the numbers of the sources with this role; what has no role is unknown."""
    roles = {found.article_id: found.role for found in story.roles}
    return [number for number, article in enumerate(story.articles, 1) if roles.get(article.id, "unknown") == role]


def sentences(story: Story, cited: Citations) -> list[Markdown]:
    """Return one sentence for each origin, one for those who repeat nobody, and one for those whose origin is unknown.

    Where it is known of none, which is the rule, the page of the method says so and no story does.
    """
    said = []
    for origin in story.origins:
        own_rows = members(origin, story)
        repeaters = sorted(cited.numbers[article] for article in origin.for_core if article in cited.numbers)
        named = {cited.numbers[one.article_id] for one in origin.evidence} - set(repeaters)
        by = [say("is repeated by {sources}", sources=numbered(repeaters))] if repeaters else []
        by += [say("is named for a detail by {sources}", sources=numbered(sorted(named)))] if named else []
        known = {"name": before(origin.name, None), "where": where(origin, own_rows), "by": series(by) if by else ""}
        said.append(own(f"{say('{name} ({where}) {by}', **known)} {cited.marks(origin.evidence)}"))
    if originals := of_role(story, "original"):
        said.append(own(say("Reporting of their own: {sources}", sources=numbered(originals))))
    unknown = of_role(story, "unknown")
    if unknown and len(unknown) < len(story.articles):
        short = all(summarised(story.articles[number - 1]) for number in unknown)
        told = say("Origin unknown: {sources} (never counted as independent)", sources=numbered(unknown))
        if short and len(unknown) > 1:
            told = say("{told}: the feeds give summaries only", told=told)
        elif short:
            told = say("{told}: the feed gives a summary only", told=told)
        said.append(own(told))
    return said
