"""Tie stories to each other, file them under topics, and tell what happened to each.

in: stories that link has tied to their sources, and what people wrote: topics, decisions
out: the same stories, in the same order, with relations, topics and history
never: change what a story tells, follow a term that many stories have
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from digest.common.memo import Memo, no_memo
from digest.model import Decision, Story, Topic
from digest.relate.history import history
from digest.relate.related import related
from digest.relate.topics import topics as topics_of
from digest.relate.words import Words, words_of

__all__ = ["relate"]


def relate(
    stories: Sequence[Story], topics: Sequence[Topic], decisions: Sequence[Decision], memo: Memo = no_memo
) -> tuple[Story, ...]:
    """Return the stories with their relations to each other, their topics and their history, in the order given."""
    read = memo(partial(_read, topics=topics), stories, returns=_Read, salt=repr(topics), transient=True, spread=True)
    return tuple(
        replace(story, related=relations, topics=its, history=history(story, decisions))
        for story, (_, its), relations in zip(stories, read, related(stories, [words for words, _ in read]), strict=True)
    )


_Read = tuple[Words, tuple[str, ...]]


def _read(story: Story, topics: Sequence[Topic]) -> _Read:
    """What is read off a story alone: the words that identify it, and its topics."""
    return words_of(story), topics_of(story, topics)
