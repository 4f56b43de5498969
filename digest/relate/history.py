"""What happened to a story: when its sources came, what publishers changed, what editors decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Literal, assert_never, get_args

from digest.common.references import article_names, is_named
from digest.model import (
    AnyRuling,
    Correction,
    Decision,
    Event,
    Headline,
    Hide,
    Merge,
    Move,
    Note,
    Pin,
    Split,
    Story,
    Takedown,
    Text,
)
from digest.translations import message

EventKind = Literal["published", "added", "merged", "split", "moved", "corrected", "withdrawn", "hidden"]
"""What can happen to a story, in the order in which what happened at one moment is told."""


def history(story: Story, decisions: Sequence[Decision]) -> tuple[Event, ...]:
    """Return a story's events in order of time, those without a time last."""
    events = [*_coming(story), *_changed(story), *_decided(story, decisions)]
    order = get_args(EventKind)
    return tuple(
        sorted(
            events,
            key=lambda one: (
                one.at is None,
                one.at or datetime.min.replace(tzinfo=UTC),
                order.index(one.kind),
                one.text,
                one.subject or "",
            ),
        )
    )


def _coming(story: Story) -> Iterable[Event]:
    """The first day with its number of sources, and each source that came on a later day."""
    dated = sorted((article.day, article.id, article) for article in story.articles if article.day)
    if not dated:
        return
    first = dated[0][0].astimezone(UTC).date()
    start = [article for day, _, article in dated if day.astimezone(UTC).date() == first]
    undated = len(story.articles) - len(dated)
    count = len(start) + undated
    told = f"first seen with {count} source{'s' if count > 1 else ''}"
    yield Event(at=dated[0][0], kind="published", text=told, number=count)
    for day, _, article in dated[len(start) :]:
        yield Event(at=day, kind="added", text=message("source added"), subject=article.publisher or article.title)


def _changed(story: Story) -> Iterable[Event]:
    """Headlines that a publisher replaced."""
    for article in story.articles:
        for copy in article.copies:
            other = copy.article
            same = other.url == article.url or (other.source is not None and other.source == article.source)
            if copy.kind == "version" and same and other.title != article.title:
                newer, older = sorted((article, other), key=_moment, reverse=True)
                yield Event(
                    at=newer.updated.at if newer.updated else newer.day,
                    kind="corrected",
                    text=message("the publisher changed its headline, which was"),
                    subject=older.title,
                )


def _moment(article: object) -> tuple[bool, str, str]:
    day = getattr(article, "updated", None)
    at = day.at if day else getattr(article, "day", None)
    return at is not None, at.isoformat() if at else "", str(getattr(article, "id", ""))


def _decided(story: Story, decisions: Sequence[Decision]) -> Iterable[Event]:
    """What the curator decided of the story: each decision once, with its words or its reason."""
    for decision in decisions:
        what = decision.what
        if told := _kind_and_words(story, what):
            kind, text = told
            words = what.text if isinstance(what, Correction) else what.reason
            yield Event(at=what.at, kind=kind, text=text, subject=_line(words))
    for one in story.withdrawn:
        yield Event(at=one.at, kind="withdrawn", text=message("an article was withdrawn"), subject=one.reason)


def _kind_and_words(story: Story, what: AnyRuling) -> tuple[EventKind, str] | None:
    """The kind and our words of a decision on this story; None where it is on another, or shows elsewhere."""
    told: tuple[bool, EventKind, str] | None = None
    match what:
        case Correction():
            told = is_named(story, [what.story]), "corrected", message("corrected")
        case Merge():
            told = is_named(story, what.stories), "merged", message("merged with another story")
        case Split() if is_named(story, [what.story]):
            told = True, "split", message("articles were made a story of their own")
        case Split():
            told = _holds(story, what.articles), "split", message("split off another story")
        case Move():
            told = is_named(story, [what.story]), "moved", message("articles were moved here from another story")
        case Headline():
            told = is_named(story, [what.story]), "corrected", message("an editor set the headline")
        case Hide():
            told = is_named(story, [what.story]), "hidden", message("taken off all lists")
        case Pin() | Note() | Takedown():
            pass
        case _:
            assert_never(what)
    return told[1:] if told and told[0] else None


def _holds(story: Story, references: Iterable[str]) -> bool:
    """Whether one of the articles meant, or what stands for it, is in the story."""
    articles = [one for each in story.articles for one in (each, *(copy.article for copy in each.copies))]
    held = {name for article in articles for name in article_names(article)}
    return not held.isdisjoint(reference.strip() for reference in references)


def _line(words: str) -> Text:
    return Text(" ".join(words.split()))
