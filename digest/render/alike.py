"""Two editions of which only what differs is rendered: a page is left out where what it is made of is the same in both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from itertools import chain

from digest.model import Page, Story
from digest.render import editions, sources, topics
from digest.render.method import Cautions, Threshold
from digest.render.moved import old_paths
from digest.render.outputs import pages_of
from digest.render.page import Made
from digest.render.site import Site, items

__all__ = ["alike", "render_both"]


def render_both(
    one: Site, other: Site, thresholds: Sequence[Threshold] = (), cautions: Cautions | None = None
) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """Render two digests but for pages that both have, byte for byte; see `render`."""
    same = alike(one, other)
    first, second = (pages_of(_without(site, same), thresholds, cautions or {}) for site in (one, other))
    return first, second


def alike(one: Site, other: Site) -> frozenset[str]:
    """Return the paths of pages of stories, days, weeks, topics and sources that are the same in both digests.

    So are then the drawings, the JSON, the feeds and the further pages of each.
    """
    if one.digest != other.digest:
        return frozenset()
    same = _same_stories(one, other)
    made, others = dict(_made_of(one)), dict(_made_of(other))
    return frozenset(
        path
        for path, each in made.items()
        if (twin := others.get(path)) is not None and each.rest == twin.rest and _same(each.stories, twin.stories, same)
    )


def _without(site: Site, paths: frozenset[str]) -> Site:
    """The same with the pages at these paths left out; what was looked up stays known."""
    other = copy(site)
    object.__setattr__(other, "left_out", paths)
    return other


def _same(stories: Sequence[Story], others: Sequence[Story], same: Mapping[str, Story]) -> bool:
    """Whether these are the same stories, in the same order, and each is the same in both digests."""
    return len(stories) == len(others) and all(
        story.id == other.id and story.id in same for story, other in zip(stories, others, strict=True)
    )


def _same_stories(one: Site, other: Site) -> dict[str, Story]:
    """The stories of which lists say the same in both: with the same topics, and sources of the same files."""
    changed = {
        name for name in one.sources.keys() | other.sources.keys() if one.sources.get(name) != other.sources.get(name)
    }
    others = {story.id: story for story in other.edition.stories}
    return {
        story.id: story
        for story in one.edition.stories
        if story == others.get(story.id)
        and one.topics_of(story) == other.topics_of(story)
        and changed.isdisjoint(item.article.source for item in items(story))
    }


def _made_of(site: Site) -> Iterator[tuple[str, Made]]:
    """What each page is made of, by its path."""
    yield from chain(_stories_made_of(site), editions.made_of(site), topics.made_of(site), sources.made_of(site))


def _stories_made_of(site: Site) -> Iterator[tuple[str, Made]]:
    """A story's page lists those of its running event, names related ones, and leads to those of its day by their paths."""
    former: dict[str, list[str]] = {}
    for old, story in old_paths(site).items():
        former.setdefault(story.id, []).append(old)
    for story in site.edition.stories:
        named = [item.id for item in story.related if item.id in site.named]
        beside = [other and other.path for other in site.neighbours.get(story.id, (None, None))]
        rest = (named, beside, former.get(story.id))
        yield f"{story.path}.md", Made(stories=(story, *site.events.get(story.id, ())), rest=rest)
