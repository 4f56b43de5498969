"""Tie stories to each other, file them under topics, and tell what happened to each.

in: stories that link has tied to their sources, and what people wrote: topics, decisions
out: the same stories, in the same order, with relations, topics and history
never: change what a story tells, follow a term that many stories have
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.model import Decision, Story, Topic
from digest.relate.history import history
from digest.relate.related import related
from digest.relate.topics import topics as topics_of

__all__ = ["relate"]


def relate(stories: Sequence[Story], topics: Sequence[Topic], decisions: Sequence[Decision]) -> tuple[Story, ...]:
    """Return the stories with their relations to each other, their topics and their history, in the order given."""
    return tuple(
        replace(story, related=relations, topics=topics_of(story, topics), history=history(story, decisions))
        for story, relations in zip(stories, related(stories), strict=True)
    )
