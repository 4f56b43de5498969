"""The edition as every page needs it: what is listed, what stands where, who published what."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache, cached_property
from math import log2
from typing import Any, TypeVar

from digest.common.kinds import is_report
from digest.common.references import STORY_ID, STORY_PATH
from digest.common.slugs import slug
from digest.model import Article, Citation, Edition, Passage, Point, Settings, Source, Story, Topic
from digest.render import dates
from digest.render.changes import last_changed
from digest.render.citations import Citations
from digest.render.leading import several_cited
from digest.render.subjects import named, subjects
from digest.translations import say

_AGE_OF_UNDATED = 30  # days: behind what is new, before what is old
_FURTHER = 0.25  # of a publisher: what a further article by one that tells a story already adds to its size
_AROUND = 0.5  # of its size: what is new on a story's subject, or in the running event that another stands for, adds to it
_T = TypeVar("_T")
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
    """An edition and its digest, with the look-ups that pages share. `listed` are the stories that are not hidden.

    `schemas` are those of what people write.
    """

    edition: Edition
    digest: Settings
    schemas: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
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
    def named(self) -> dict[str, Story]:
        """The stories that other pages may name, by id."""
        return {story.id: story for story in self.listed}

    @cached_property
    def changed(self) -> datetime | None:
        """When the last of the listed stories changed; None where no day is known."""
        return last_changed(self.listed)

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
        return self._publisher(article.source, article.publisher)

    @cached_property
    def _publisher(self) -> Callable[[str | None, str | None], Publisher]:
        @cache
        def publisher(source_id: str | None, name: str | None) -> Publisher:
            if (source := self.sources.get(source_id or "")) is not None:
                return Publisher(page=f"sources/{source.id}.md", name=source.name, source=source)
            if name:
                mark = hashlib.sha256(name.encode()).hexdigest()[:8]
                return Publisher(page=f"sources/{slug(name, 48) or 'publisher'}_{mark}.md", name=name)
            return Publisher(page=UNNAMED, name=None)

        return publisher

    def teller(self, citation: Citation, cited: Citations) -> str:
        """Return whose words a citation is, by name, else by the number of the source.

        Raises CitationError where it is of no article of the story.
        """
        return self.publisher(cited.article(citation)).name or say(
            "Source {number}", number=cited.numbers[citation.article_id]
        )

    def by(self, point: Point | Passage, cited: Citations) -> str:
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
            known = [self.publisher(article) for article in story.articles]
            unnamed = sum(publisher.name is None for publisher in known)
            found[story.id] = unnamed + len({publisher.page for publisher in known if publisher.name is not None})
        return found

    def several(self, story: Story) -> bool:
        """Tell whether more than one publisher tells the story: what one publisher repeats is from one source only."""
        return self.voices[story.id] > 1

    def reports(self, story: Story) -> bool:
        """Tell whether the article that heads a story, or with another headline one of its articles, reports something.

        Opinions and round-ups do not.
        """
        heads = [article for article in story.articles if article.id == story.headline_by] or story.articles
        return any(map(is_report, heads))

    @cached_property
    def window(self) -> tuple[str, ...]:
        """The days whose news is new, the newest first, as in "2026-06-05": the edition's own and those before it."""
        return tuple(dates.key(self.edition.day - timedelta(days=back)) for back in range(self.digest.front.days))

    @cached_property
    def last_edition(self) -> str | None:
        """The day of the edition before this one, as in "2026-06-04"; None where there is none."""
        return next((key for key in self.days if key < self.window[0]), None)

    def new(self, story: Story) -> tuple[Article, ...]:
        """Return the articles of a story that came out within the window."""
        return self._new[story.id]

    @cached_property
    def _new(self) -> dict[str, tuple[Article, ...]]:
        def came_out(article: Article) -> bool:
            at = dates.reported(article)
            return at is not None and dates.key(at) >= self.window[-1]

        return {story.id: tuple(filter(came_out, story.articles)) for story in self.edition.stories}

    @cached_property
    def events(self) -> dict[str, tuple[Story, ...]]:
        """The listed stories of each running event by the id of each: those that continue one another, the oldest first."""
        stories = {story.id: story for story in self.listed}
        found: dict[str, tuple[Story, ...]] = {}
        for first in self.listed:
            if first.id in found:
                continue
            tied, queue = {first.id}, [first]
            while queue:
                ties = {item.id for item in queue.pop().related if item.kind == "continues" and item.id in stories}
                queue += [stories[name] for name in sorted(ties - tied)]
                tied |= ties
            event = tuple(sorted((stories[name] for name in tied), key=_began))
            found |= dict.fromkeys(tied, event)
        return found

    def size(self, articles: Sequence[Article], worth: Callable[[Article], float] = lambda _: 1.0) -> float:
        """Return how much is told: each publisher counts one, a further article of the same one a quarter.

        With `worth` an article counts as much as that says; of a publisher the most worthy one counts in full.
        """
        told: dict[str, list[float]] = {}
        for article in articles:
            publisher = self.publisher(article)
            told.setdefault(article.id if publisher.name is None else publisher.page, []).append(worth(article))
        return sum(max(each) + _FURTHER * (sum(each) - max(each)) for each in told.values())

    @cached_property
    def subjects(self) -> dict[str, list[Article]]:
        """The new articles by each word of titles that is in the news."""
        articles = [article for story in self.listed for article in story.articles]
        new = {article.id for story in self.listed for article in self.new(story)}
        voices = {article.id: self.publisher(article).name or article.id for article in articles}
        old = [article for article in articles if article.id not in new]
        return subjects([article for article in articles if article.id in new], old, voices)

    @cached_property
    def event_news(self) -> dict[str, list[Article]]:
        """What is new in the running event of each story, by the story's id; its own articles are among it."""
        return self._of_events(lambda event: [article for story in event for article in self.new(story)])

    @cached_property
    def event_sizes(self) -> dict[str, float]:
        """The size of the whole running event of each story, by the story's id."""
        return self._of_events(lambda event: self.size([article for story in event for article in story.articles]))

    @cached_property
    def leads(self) -> frozenset[str]:
        """The ids of the stories that stand for their running event: of those with something new the largest report."""

        def largest(event: Sequence[Story]) -> str | None:
            new = (story for story in event if self.new(story))
            size = {story.id: (self.reports(story), self.size(self.new(story), self._worth)) for story in new}
            return max(size, key=lambda name: (size[name], name), default=None)

        return frozenset(name for name in self._of_events(largest).values() if name)

    def _of_events(self, told: Callable[[Sequence[Story]], _T]) -> dict[str, _T]:
        """What `told` says of each event, by the ids of its stories."""
        found: dict[str, _T] = {}
        for event in self.events.values():
            if event[0].id not in found:
                found |= dict.fromkeys((story.id for story in event), told(event))
        return found

    def on_subject(self, story: Story) -> Sequence[Article]:
        """Return the new articles on the largest subject that a story's new titles name; none where they name no such."""
        names = {name for article in self.new(story) for name in named(article.title, article.language)}
        found = [self.subjects[name] for name in sorted(names) if name in self.subjects]
        return max(found, key=lambda articles: self.size(articles, self._worth)) if found else []

    def news_size(self, story: Story) -> float:
        """Return the size of what is new in a story, and with it of its running event where it stands for that.

        For others of the event half of that is added, as is half of what else is new on a story's subject; the more of the
        two counts. An article of the day before is worth half of one of the edition's own day.
        """
        mine = self.size(self.new(story), self._worth)
        further = self.size(self.event_news[story.id], self._worth) - mine
        subject = self.size(self.on_subject(story), self._worth) - mine
        return mine + max(further * (1.0 if story.id in self.leads else _AROUND), subject * _AROUND, 0.0)

    def _worth(self, article: Article) -> float:
        at = dates.reported(article)
        return float(0.5 ** _days(at, self.edition.day)) if at else 0.0

    def faded(self, story: Story, now: datetime) -> float:
        """Return the logarithm of a whole story's size, halved by each day since its newest article came out."""
        newest = freshest(story)
        return log2(self.size(story.articles)) - (_days(newest, now) if newest else _AGE_OF_UNDATED)

    def rank(self, story: Story, score: float) -> tuple[bool, float, float, float, int, float, str]:
        """Return the key that puts pins first, then the higher score.

        Between equals the size of the whole running event decides, then that of the whole story, then how many of its
        sources are independent, then the hour.
        """
        newest = freshest(story)
        return (
            not story.pinned,
            -round(score, 6),
            -self.event_sizes[story.id],
            -self.size(story.articles),
            -(story.independent or 0),
            -newest.timestamp() if newest else 0.0,
            story.id,
        )

    @cached_property
    def neighbours(self) -> dict[str, tuple[Story | None, Story | None]]:
        """By the id of each story those that came just before and after it on the day on which it was first seen.

        Those that several publishers tell are one row, those of one publisher another, in the order in which they came, so
        that a story that grows changes no other's page.
        """
        came: dict[tuple[str, bool], list[Story]] = {}
        for story in self.listed:
            if story.first_seen:
                came.setdefault((dates.key(story.first_seen), self.several(story)), []).append(story)
        found: dict[str, tuple[Story | None, Story | None]] = {}
        for stories in came.values():
            stories.sort(key=lambda story: (story.first_seen, story.id))
            for before, story, after in zip([None, *stories], stories, [*stories[1:], None], strict=False):
                found[story.id] = (before, after)
        return found

    @cached_property
    def days(self) -> dict[str, list[Story]]:
        """The listed stories by each day on which one of their articles came in, the newest day first."""
        found: dict[str, list[Story]] = {}
        for story in self.listed:
            for day in {dates.key(article.day) for article in story.articles if article.day}:
                found.setdefault(day, []).append(story)
        return dict(sorted(found.items(), reverse=True))

    @cached_property
    def same_days(self) -> dict[str, list[str]]:
        """The days with news by their month and day ("06-05"), the newest first."""
        found: dict[str, list[str]] = {}
        for key in self.days:
            found.setdefault(key[5:], []).append(key)
        return found

    @cached_property
    def sources_by_name(self) -> list[Source]:
        """All that have a source file, in order of name."""
        return sorted(self.edition.sources, key=lambda source: (source.name.casefold(), source.id))


def items(story: Story) -> Iterator[Item]:
    """Yield the story's articles, each followed by its copies."""
    for number, article in enumerate(story.articles, 1):
        yield Item(article=article, story=story, number=number, copy=False)
        yield from (Item(article=copy.article, story=story, number=number, copy=True) for copy in article.copies)


def freshest(story: Story) -> datetime | None:
    """Return when the newest of a story's articles came out; None where no day is known."""
    return max((at for article in story.articles if (at := dates.reported(article))), default=None)


def _began(story: Story) -> tuple[float, str]:
    """The order of the stories of an event: as they began, those without a day at the end."""
    days = [at for article in story.articles if (at := dates.reported(article))]
    return min(days).timestamp() if days else float("inf"), story.id


def _days(at: datetime, now: datetime) -> int:
    """How many days ago something was, by the days of UTC; 0 for what is ahead."""
    return max(0, (dates.start(dates.key(now)) - dates.start(dates.key(at))).days)
