"""When a story's page last really changed: an article came, or something happened to it; never that a build was made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from digest.model import Event, Story

REGROUPED = frozenset(["merged", "split", "moved"])
"""The kinds of events that say which articles form a story; they stand with the corrections and are counted apart."""
CORRECTED = frozenset(["corrected", "withdrawn", *REGROUPED])
"""The kinds of events that the page of corrections and its feed list."""


def changed(story: Story) -> datetime | None:
    """Return the latest of its articles' days and of its history; None where no day is known."""
    moments = [story.updated, *(event.at for event in story.history)]
    return max((at for at in moments if at), default=None)


def last_changed(stories: Iterable[Story]) -> datetime | None:
    """Return when the last of these stories changed; None where no day is known."""
    return max((at for story in stories if (at := changed(story))), default=None)


def corrected(stories: Iterable[Story]) -> list[tuple[Event, Story]]:
    """Return what was corrected of these stories, each with its story."""
    return [(event, story) for story in stories for event in corrections(story)]


def corrections(story: Story) -> list[Event]:
    """Return what was corrected of a story, as its history tells it."""
    return [event for event in story.history if event.kind in CORRECTED]
