"""Counts in words, so that every page and feed says the same thing in the same way."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Article, Event, Story
from digest.render.dates import day

SUMMARY = 500  # code points below which what a feed gives of an article is a summary, too short to say whose reporting it is
_ARCHIVE = "seeds/archive/"  # where what feeds said is kept
_MOST_DOTS = 8  # more than these are counted by nobody


def count(number: int, one: str, several: str | None = None) -> str:
    """Return "1 source" or "2 sources"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def tally(several: int, single: int) -> str:
    """Return "3 stories of several publishers, 1 item from one source only", without what there is none of."""
    parts = [f"{count(several, 'story', 'stories')} of several publishers"] if several else []
    parts += [f"{count(single, 'item')} from one source only"] if single else []
    return ", ".join(parts) or "nothing yet"


def series(parts: Sequence[str]) -> str:
    """Return "1", "1 and 3", "1, 3 and 5"."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def numbered(numbers: Sequence[int]) -> str:
    """Return "source 1" or "sources 1, 3 and 5"."""
    return f"{'source' if len(numbers) == 1 else 'sources'} {series([str(number) for number in numbers])}"


def independent(story: Story) -> str:
    """Return how many report independently, "3 independent" or "at least 1 independent", or nothing where nobody could tell.

    Where some of them are not among the sources it says "3 independent origins".
    """
    if story.independent is None:
        return ""
    what = "independent" + (f" origin{'s' * (story.independent != 1)}" if outside(story) else "")
    return f"{'at least ' if story.at_least else ''}{story.independent} {what}"


def with_independent(counted: str, story: Story) -> str:
    """Return how many tell a story and, where it is known, how many of them independently: "5 sources, 3 independent"."""
    return ", ".join(part for part in (counted, independent(story)) if part)


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
    when = day(event.at) if event.at else "Date not known"
    return f"{when}: {event.text}{f': {event.subject}' if event.subject else ''}"
