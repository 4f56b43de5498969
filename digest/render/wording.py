"""Counts in words, so that every page and feed says the same thing in the same way."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Article, Event, Story
from digest.render.dates import day
from digest.translations import count, say

SUMMARY = 500  # code points below which what a feed gives of an article is a summary, too short to say whose reporting it is
_ARCHIVE = "seeds/archive/"  # where what feeds said is kept
_MOST_DOTS = 8  # more than these are counted by nobody


def sources(number: int) -> str:
    """Return "1 source" or "2 sources"."""
    return count(number, "{number} source", "{number} sources")


def articles(number: int) -> str:
    """Return "1 article" or "2 articles"."""
    return count(number, "{number} article", "{number} articles")


def items(number: int) -> str:
    """Return "1 item" or "2 items"."""
    return count(number, "{number} item", "{number} items")


def publishers(number: int) -> str:
    """Return "1 publisher" or "2 publishers"."""
    return count(number, "{number} publisher", "{number} publishers")


def stories(number: int) -> str:
    """Return "1 story" or "2 stories"."""
    return count(number, "{number} story", "{number} stories")


def tally(several: int, single: int) -> str:
    """Return "3 stories of several publishers, 1 item from one source only", without what there is none of."""
    parts = []
    if several:
        parts.append(count(several, "{number} story of several publishers", "{number} stories of several publishers"))
    if single:
        parts.append(count(single, "{number} item from one source only", "{number} items from one source only"))
    return listed(parts) or say("nothing yet")


def listed(parts: Sequence[str]) -> str:
    """Return "1, 3, 5", with the comma of the language."""
    return say(", ").join(parts)


def series(parts: Sequence[str]) -> str:
    """Return "1", "1 and 3", "1, 3 and 5"."""
    if len(parts) == 1:
        return parts[0]
    return say("{several} and {last}", several=listed(parts[:-1]), last=parts[-1])


def numbered(numbers: Sequence[int]) -> str:
    """Return "source 1" or "sources 1, 3 and 5"."""
    named = series([str(number) for number in numbers])
    return say("source {numbers}", numbers=named) if len(numbers) == 1 else say("sources {numbers}", numbers=named)


def independent(story: Story) -> str:
    """Return how many report independently, "3 independent" or "at least 1 independent", or nothing where nobody could tell.

    Where some of them are not among the sources it says "3 independent origins".
    """
    if story.independent is None:
        return ""
    if outside(story):
        counted = count(story.independent, "{number} independent origin", "{number} independent origins")
    else:
        counted = count(story.independent, "{number} independent", "{number} independent")
    return say("at least {counted}", counted=counted) if story.at_least else counted


def with_independent(counted: str, story: Story) -> str:
    """Return how many tell a story and, where it is known, how many of them independently: "5 sources, 3 independent"."""
    return listed([part for part in (counted, independent(story)) if part])


def summarised(article: Article) -> bool:
    """Tell whether a feed gave a title and a sentence or two of an article, and no more."""
    return article.where.startswith(_ARCHIVE) and sum(map(len, article.paragraphs)) < SUMMARY


def outside(story: Story) -> bool:
    """Tell whether an origin that counts is not among the story's sources; a primary source counts where no outlet does."""
    core = [origin for origin in story.origins if origin.for_core]
    outlets = [origin for origin in core if origin.kind == "outlet"]
    original = any(role.role == "original" for role in story.roles)
    return any(not origin.member for origin in (outlets if outlets or original else core))


def dots(full: int, of: int) -> str:
    """Return "●●●○", or nothing where there are too many to take in."""
    return "●" * full + "○" * (of - full) if 1 < of <= _MOST_DOTS else ""


def happened(event: Event) -> str:
    """Return what happened to a story and when: "5 June 2026: source added: Harbour Post"."""
    when = day(event.at) if event.at else say("Date not known")
    return say("{before}: {after}", before=when, after=befell(event))


def befell(event: Event) -> str:
    """Return what happened to a story: "source added: Harbour Post"."""
    told = event_words(event)
    return say("{before}: {after}", before=told, after=event.subject) if event.subject else told


def event_words(event: Event) -> str:
    """Return what happened to a story without what it happened to: "source added"."""
    if event.number is None:
        return say(event.text)
    return count(event.number, "first seen with {number} source", "first seen with {number} sources")
