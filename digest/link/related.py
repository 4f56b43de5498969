"""Which stories continue one another or have the same subject, and the terms that say so."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import timedelta

from digest.link.terms import common
from digest.link.words import LIGHT
from digest.model import Related, Story, Text

MOST = 5
"""Related stories shown for one story."""
NEAR = timedelta(days=30)
"""Days within which a story may continue another."""
LEAST = 9.0
"""Weight of shared terms from which two stories have the same subject."""
CONTINUES = 16.0
"""Weight of shared terms from which a story continues another."""
_WIDEST = 60
"""Stories that share a term from which the term says nothing."""
_NAME = re.compile(r"[^\W\d_][\w’'&-]*")


def related(stories: Sequence[Story]) -> tuple[tuple[Related, ...], ...]:
    """Return the related stories of each story, strongest first; a relation stands on both.

    Terms are the words of headlines and openings that are rare in the language and in the digest; only stories that share
    two such terms are compared, so the cost follows the number of stories.
    """
    terms = [_terms(story) for story in stories]
    holders: dict[str, list[int]] = {}
    for number, each in enumerate(terms):
        for name in each:
            holders.setdefault(name, []).append(number)
    shared: dict[tuple[int, int], list[str]] = {}
    for name in sorted(holders):
        group = holders[name]
        if 2 <= len(group) <= _WIDEST:
            for place, one in enumerate(group):
                for other in group[place + 1 :]:
                    shared.setdefault((one, other), []).append(name)
    total = max(len(stories), 20)
    weight = {name: min(4.0, math.log(total / len(group))) * terms[group[0]][name][1] for name, group in holders.items()}
    scored: list[list[tuple[float, int, list[str]]]] = [[] for _ in stories]
    for (one, other), names in shared.items():
        score = sum(weight[name] for name in names)
        if len(names) >= 2 and score >= LEAST:
            best = sorted(names, key=lambda name: (-weight[name], name))
            scored[one].append((score, other, best))
            scored[other].append((score, one, best))
    return tuple(_shown(stories, number, each, terms) for number, each in enumerate(scored))


def _shown(
    stories: Sequence[Story],
    number: int,
    found: Sequence[tuple[float, int, list[str]]],
    terms: Sequence[dict[str, tuple[str, float]]],
) -> tuple[Related, ...]:
    strongest = sorted(found, key=lambda one: (-round(one[0], 9), stories[one[1]].id))[:MOST]
    return tuple(
        _relation(stories[number], stories[other], score, [terms[number][name][0] for name in names[:4]])
        for score, other, names in strongest
    )


def _relation(story: Story, other: Story, score: float, why: Sequence[str]) -> Related:
    mine, theirs = story.first_seen, other.first_seen
    near = mine is not None and theirs is not None and mine != theirs and abs(mine - theirs) <= NEAR
    return Related(
        id=other.id,
        path=other.path,
        headline=other.headline,
        kind="continues" if near and score >= CONTINUES else "same-subject",
        later=bool(mine and theirs and theirs > mine),
        why=tuple(Text(word) for word in why),
    )


def _terms(story: Story) -> dict[str, tuple[str, float]]:
    """The telling words of a story: folded, with their spelling and how rare they are in the language (0…4)."""
    found: dict[str, tuple[str, float]] = {}
    texts = [story.headline]
    for article in story.articles[:8]:
        texts += [article.title, *article.paragraphs[:2]]
    for text in texts:
        for match in _NAME.finditer(text):
            word = re.sub(r"['’]s\Z", "", match.group())
            folded = word.casefold()
            if folded in found or folded in LIGHT or len(folded) < 3:
                continue
            rate = 6.2 - common(folded, "en") + (0.5 if word[0].isupper() else 0.0)
            if rate > 0.8:
                found[folded] = (word, min(rate, 4.0))
    return found
