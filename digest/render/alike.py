"""Which stories have the same pages in two editions: all that their pages, drawings and JSON are made of is the same."""

from __future__ import annotations

from digest.model import Edition, Settings, Story
from digest.render.site import Site, items


def alike(first: tuple[Edition, Settings], second: tuple[Edition, Settings]) -> frozenset[str]:
    """Return the ids of stories whose own pages are the same, byte for byte, in both digests."""
    one, other = (Site(edition=edition, digest=digest) for edition, digest in (first, second))
    if one.digest != other.digest:
        return frozenset()
    sources = {
        name for name in one.sources.keys() | other.sources.keys() if one.sources.get(name) != other.sources.get(name)
    }
    others = {story.id: story for story in other.edition.stories}
    same = {
        story.id: story
        for story in one.edition.stories
        if story == others.get(story.id) and sources.isdisjoint(item.article.source for item in items(story))
    }
    return frozenset(
        name
        for name, story in same.items()
        if _around(story, one) == _around(story, other) and _event(story, one) <= same.keys()
    )


def _around(story: Story, site: Site) -> tuple[object, ...]:
    """What a story's pages say of the rest of the digest, stories by their ids, those of its day by their paths."""
    named = [item.id for item in story.related if item.id in site.named]
    beside = [other and other.path for other in site.neighbours.get(story.id, (None, None))]
    return site.topics_of(story), named, [other.id for other in site.events.get(story.id, ())], beside


def _event(story: Story, site: Site) -> set[str]:
    """The ids of the stories of a story's running event, which its page lists."""
    return {other.id for other in site.events.get(story.id, ())}
