"""What happened to a story: when its sources came, what publishers changed, what editors decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from digest import schema
from digest.config import Decision
from digest.model import Event, Story, Text


def history(story: Story, decisions: Sequence[Decision]) -> tuple[Event, ...]:
    """Return a story's events in order of time, those without a time last."""
    events = [*_coming(story), *_changed(story), *_decided(story, decisions)]
    order = {"published": 0, "added": 1, "merged": 2, "corrected": 3}
    return tuple(
        sorted(
            events,
            key=lambda one: (
                one.at is None,
                one.at or datetime.min.replace(tzinfo=UTC),
                order[one.kind],
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
    yield Event(at=dated[0][0], kind="published", text=f"first seen with {count} source{'s' if count > 1 else ''}")
    for day, _, article in dated[len(start) :]:
        yield Event(at=day, kind="added", text="source added", subject=article.publisher or article.title)


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
                    text="the publisher changed its headline, which was",
                    subject=older.title,
                )


def _moment(article: object) -> tuple[bool, str, str]:
    day = getattr(article, "updated", None)
    at = day.at if day else getattr(article, "day", None)
    return at is not None, at.isoformat() if at else "", str(getattr(article, "id", ""))


def _decided(story: Story, decisions: Sequence[Decision]) -> Iterable[Event]:
    """Corrections, merges, headlines and withdrawals by the curator."""
    names = {story.id, story.path, f"{story.path}/", f"/{story.path}/", *story.redirects}
    for decision in decisions:
        what = decision.what
        at = _instant(what.at)
        if isinstance(what, schema.Correction) and what.story in names:
            yield Event(at=at, kind="corrected", text="corrected", subject=Text(what.text))
        elif isinstance(what, schema.Merge) and names & set(what.stories):
            yield Event(at=at, kind="merged", text="merged with another story", subject=Text(what.reason))
        elif isinstance(what, schema.Headline) and what.story in names:
            yield Event(at=at, kind="corrected", text="an editor set the headline", subject=Text(what.reason))
        elif isinstance(what, schema.Takedown) and any(
            what.article in (article.id, article.url, article.where) for article in story.articles
        ):
            yield Event(at=at, kind="corrected", text="an article was withdrawn", subject=Text(what.reason))


def _instant(day: date | datetime | None) -> datetime | None:
    if day is None:
        return None
    moment = day if isinstance(day, datetime) else datetime.combine(day, time())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
