"""The edition as every page needs it: what is listed, what stands where, who published what."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from math import log2

from digest.model import Article, Citation, Edition, Point, Settings, Source, Story, Topic
from digest.references import STORY_ID, STORY_PATH
from digest.render import dates
from digest.render.citations import Citations
from digest.slugs import slug

_AGE_OF_UNDATED = 30.0  # days: behind what is new, before what is old
UNNAMED = "sources/not_named.md"  # no id of a source has an underscore


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Whoever published an article: the page that lists its items, its name if known, its source file if it has one."""

    page: str
    name: str | None
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An article in a story, or a copy folded into it: `number` is the row of the story's table it stands in."""

    article: Article
    story: Story
    number: int
    copy: bool


@dataclass(frozen=True, kw_only=True)
class Site:
    """An edition and its digest, with the look-ups that pages share. `listed` are the stories that are not hidden."""

    edition: Edition
    digest: Settings
    listed: tuple[Story, ...] = field(init=False)

    def __post_init__(self) -> None:
        for story in self.edition.stories:
            if not STORY_PATH.fullmatch(story.path) or not STORY_ID.fullmatch(story.id):
                raise ValueError(f"no address of a page: {story.path!r}, {story.id!r}")
        object.__setattr__(self, "listed", tuple(story for story in self.edition.stories if not story.hidden))

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """The topics by id, in order of name."""
        return {topic.id: topic for topic in sorted(self.edition.topics, key=lambda topic: (topic.name, topic.id))}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.edition.sources}

    @cached_property
    def named(self) -> frozenset[str]:
        """The ids of the stories that other pages may name."""
        return frozenset(story.id for story in self.listed)

    @cached_property
    def items(self) -> dict[str, list[Item]]:
        """Every article and every copy of the listed stories by the page of its publisher."""
        found: dict[str, list[Item]] = {}
        for story in self.listed:
            for item in items(story):
                found.setdefault(self.publisher(item.article).page, []).append(item)
        return found

    def publisher(self, article: Article) -> Publisher:
        """Return who published the article; one without a source file goes by its name, one without a name by none."""
        source = self.sources.get(article.source or "")
        if source is not None:
            return Publisher(page=f"sources/{source.id}.md", name=source.name, source=source)
        if article.publisher:
            mark = hashlib.sha256(article.publisher.encode()).hexdigest()[:8]
            return Publisher(page=f"sources/{slug(article.publisher, 48) or 'publisher'}_{mark}.md", name=article.publisher)
        return Publisher(page=UNNAMED, name=None)

    def teller(self, citation: Citation, cited: Citations) -> str:
        """Return whose words a citation is, by name, else by the number of the source.

        Raises CitationError where it is of no article of the story.
        """
        return self.publisher(cited.article(citation)).name or f"Source {cited.numbers[citation.article_id]}"

    def by(self, point: Point, cited: Citations) -> str:
        """Return whose words a point is where a story has several articles and one alone says so; else nothing."""
        alone = len(cited.numbers) > 1 and not several_cited(point.citations)
        return self.teller(point.citations[0], cited) if alone else ""

    def terms(self, article: Article) -> str | None:
        """Return what is asked of whoever shows this article: its own terms, else those of its source."""
        if article.terms:
            return article.terms
        source = self.sources.get(article.source or "")
        if source is None:
            return None
        return ". ".join(part for part in (source.terms.attribution, source.terms.licence) if part) or None

    def topics_of(self, story: Story) -> list[Topic]:
        """Return the known topics of a story, in its order."""
        return [self.topics[topic] for topic in story.topics if topic in self.topics]

    @cached_property
    def newest(self) -> tuple[Story, ...]:
        """The listed stories, those that last grew first, those without a day at the end."""

        def key(story: Story) -> tuple[float, float, str]:
            moments = (story.updated, freshest(story))
            grew, published = (-at.timestamp() if at else float("inf") for at in moments)
            return (grew, published, story.id)

        return tuple(sorted(self.listed, key=key))

    @cached_property
    def voices(self) -> dict[str, int]:
        """How many publishers tell each story, by its id; every article whose publisher is not named is one."""
        found = {}
        for story in self.edition.stories:
            named = [self.publisher(article) for article in story.articles]
            unnamed = sum(publisher.name is None for publisher in named)
            found[story.id] = unnamed + len({publisher.page for publisher in named if publisher.name is not None})
        return found

    def several(self, story: Story) -> bool:
        """Tell whether more than one publisher tells the story: what one publisher repeats is from one source only."""
        return self.voices[story.id] > 1

    def rank(self, story: Story, now: datetime) -> tuple[bool, float, float, str]:
        """Return the key that puts pins first, then support halved by each day since the story last grew.

        Support is the number of independent sources, and below one for the number of publishers.
        """
        moved, voices = story.updated, self.voices[story.id]
        age = max((now - moved).total_seconds() / 86400, 0.0) if moved else _AGE_OF_UNDATED
        score = round(log2((story.independent or 0) + voices / (voices + 1)) - age, 6)
        shown = freshest(story) or moved
        return (not story.pinned, -score, -shown.timestamp() if shown else 0.0, story.id)

    @cached_property
    def days(self) -> dict[str, list[Story]]:
        """The listed stories by each day on which one of their articles came in, the newest day first."""
        found: dict[str, list[Story]] = {}
        for story in self.listed:
            for day in {dates.key(article.day) for article in story.articles if article.day}:
                found.setdefault(day, []).append(story)
        return dict(sorted(found.items(), reverse=True))


def items(story: Story) -> Iterator[Item]:
    """Yield the story's articles, each followed by its copies."""
    for number, article in enumerate(story.articles, 1):
        yield Item(article=article, story=story, number=number, copy=False)
        yield from (Item(article=copy.article, story=story, number=number, copy=True) for copy in article.copies)


def lead_line(story: Story) -> Point | None:
    """Return the point that says best what the headline says: it stands under it wherever the story is listed."""
    wanted = _content(story.headline)

    def closeness(numbered: tuple[int, Point]) -> tuple[int, bool, int]:
        number, point = numbered
        return len(wanted & _content(point.text)), several_cited(point.citations), -number

    return max(enumerate(story.points), key=closeness, default=(0, None))[1]


def several_cited(citations: Sequence[Citation]) -> bool:
    """Tell whether several articles are cited."""
    return len({citation.article_id for citation in citations}) > 1


def _content(text: str) -> set[str]:
    """The beginnings of its longer words, so that "delays" and "delayed" are one."""
    return {word[:5] for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}


def is_path(path: str) -> bool:
    """Tell whether `path`, without its ending, may be that of a story's page."""
    return STORY_PATH.fullmatch(path) is not None


def freshest(story: Story) -> datetime | None:
    """Return the newest date of publication that a story's articles state."""
    return max((article.published.at for article in story.articles if article.published), default=None)
