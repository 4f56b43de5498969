"""Rendering is remembered a page: where all that it is made of is as it was, neither it nor what belongs to it is rendered.

The pages of stories, days, weeks, topics and sources are; to each belong its drawings, JSON, feeds and further pages. What
is remembered are the hashes of their texts, which are enough to see that a file below content/ holds them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain

from pydantic_core import to_json

from digest.common.memo import Memo
from digest.model import KnownPage, Page, Story
from digest.render import editions, sources, topics
from digest.render.moved import former_paths
from digest.render.page import Made, Part
from digest.render.site import Site, items
from digest.render.spoken import headline_language
from digest.translations import in_language

Hashes = dict[str, str]
"""The SHA-256 of the text of each page, by its path."""


def remembered(parts: Iterable[Part], site: Site, memo: Memo) -> Iterator[Page | KnownPage]:
    """Yield what the `parts` of each page render, or what is known of that.

    Raises CitationError where a citation's words are not in its article.
    """
    keys = keys_of(site)
    of: dict[str, list[Callable[[], Iterable[Page]]]] = {path: [] for path in keys}
    for path, part in parts:
        of[path].append(part)
    fresh: dict[str, list[Page]] = {}

    def hashes_of(item: tuple[str, str]) -> Hashes:
        path, _ = item
        fresh[path] = list(chain.from_iterable(part() for part in of[path]))
        return {page.path: page.sha256 for page in fresh[path]}

    found = memo(hashes_of, keys.items(), returns=Hashes)
    for path, hashes in zip(keys, found, strict=True):
        if path in fresh:
            yield from fresh[path]
        else:
            known = _Known(of[path], site.digest.language)
            yield from (KnownPage(path=p, sha256=hashed, again=partial(known.text, p)) for p, hashed in hashes.items())


class _Known:
    """Parts that were not rendered, and are where the text of a page is asked for: once for all of them."""

    def __init__(self, parts: Iterable[Callable[[], Iterable[Page]]], language: str) -> None:
        self._parts, self._language = parts, language
        self._texts: dict[str, str] = {}

    def text(self, path: str) -> str:
        if path not in self._texts:
            with in_language(self._language):
                self._texts = {page.path: page.text for part in self._parts for page in part()}
        return self._texts[path]


def keys_of(site: Site) -> dict[str, str]:
    """Return a hash of all that each page and what belongs to it are made of, but the program, by the page's path."""
    settings = to_json(site.digest)
    stories = {story.id: _hash(to_json(_said_of(story, site))) for story in site.edition.stories}
    return {
        path: _hash(settings, *(stories[story.id] for story in made.stories), to_json((path, made.rest))).hex()
        for path, made in _made_of(site)
    }


def _hash(*parts: bytes) -> bytes:
    hashed = hashlib.blake2b(digest_size=20)
    for part in parts:
        hashed.update(len(part).to_bytes(8, "big") + part)
    return hashed.digest()


def _said_of(story: Story, site: Site) -> tuple[object, ...]:
    """What any page says of a story: the story, its topics, and the files of its sources."""
    named = {item.article.source for item in items(story)}
    return story, site.topics_of(story), [site.sources[name] for name in sorted(filter(None, named)) if name in site.sources]


def _made_of(site: Site) -> Iterator[tuple[str, Made]]:
    """What each page is made of, by its path."""
    yield from chain(_stories_made_of(site), editions.made_of(site), topics.made_of(site), sources.made_of(site))


def _stories_made_of(site: Site) -> Iterator[tuple[str, Made]]:
    """A story's page lists those of its running event, names related ones, and leads to those of its day by their paths."""
    former = former_paths(site)
    for story in site.edition.stories:
        related = [site.named[item.id] for item in story.related if item.id in site.named]
        named = [(other.id, other.headline, headline_language(other)) for other in related]
        beside = [other and other.path for other in site.neighbours.get(story.id, (None, None))]
        rest = (named, beside, former.get(story.id))
        yield f"{story.path}.md", Made(stories=(story, *site.events.get(story.id, ())), rest=rest)
