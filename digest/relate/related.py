"""Which stories continue one another or have the same subject, and the terms that say so."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal

from digest.model import Related, Story, Text
from digest.relate.running import Tie, ties
from digest.relate.words import Word, Words, names, reason_in_words

MOST_RELATED = 6
"""Stories of the same subject shown for one story; each must be among the other's strongest."""
LIKE = 0.17
"""Least cosine of two stories of one subject."""
_WIDEST = 60
"""Stories that share a term from which the term says nothing."""
_FEWEST = 50
"""Stories that a digest counts as at least, so that in a small one a word of two stories is still rare."""
_PLACES = 9
"""Decimal places of a score that count, so that its order is the same on every machine."""
_WHY = 4  # words given as the reason


def related(stories: Sequence[Story], words: Sequence[Words]) -> tuple[tuple[Related, ...], ...]:
    """Return the related stories of each story, whose words are given: those of its event, then those on its subject."""
    running: list[dict[int, Tie]] = [{} for _ in stories]
    known = names(words)
    for tie in ties(stories, words, known):
        running[tie.earlier][tie.later] = running[tie.later][tie.earlier] = tie
    like = _of_one_subject(words)
    found = []
    for number in range(len(stories)):
        event = sorted(running[number].items(), key=lambda item: (-item[1].score, item[0]))
        found.append(
            tuple(
                _relation(
                    stories[other],
                    "continues",
                    reason_in_words(tie.why, words[number], words[other], known),
                    later=tie.later == other,
                )
                for other, tie in event
            )
            + tuple(
                _relation(
                    stories[other],
                    "same-subject",
                    reason_in_words(why, words[number], words[other], known),
                    later=_is_later(stories[other], stories[number]),
                )
                for other, why in like[number].items()
                if other not in running[number]
            )
        )
    return tuple(found)


def _is_later(one: Story, other: Story) -> bool:
    return bool(one.first_seen and other.first_seen and one.first_seen > other.first_seen)


def _relation(other: Story, kind: Literal["continues", "same-subject"], why: Sequence[str], *, later: bool) -> Related:
    spelled = tuple(map(Text, why[:_WHY]))
    return Related(id=other.id, path=other.path, headline=other.headline, kind=kind, later=later, why=spelled)


def _of_one_subject(words: Sequence[Words]) -> list[Mapping[int, list[str]]]:
    """Return for each story, by number, those of its subject by number, strongest first, each with the stems that say so.

    `words` are those that identify each story; the heaviest stem comes first. A story is a vector over stems, the weight of
    each its rarity in the language times its idf in the digest, and two are of one subject where their cosine is at least
    LIKE, they share a stem that both have in a title and another one, and each is among the MOST_RELATED strongest of the
    other. A stem that more than `_WIDEST` stories have stays in the length of a vector, but adds nothing to a product and
    makes no pair, so the cost grows with the number of stories and not with its square.
    """
    terms = [each.of for each in words]
    stories_of_stem: dict[str, list[int]] = {}
    for number, each in enumerate(terms):
        for stem in sorted(each):
            stories_of_stem.setdefault(stem, []).append(number)
    total = max(len(words), _FEWEST)
    idf = {stem: math.log(total / len(group)) / math.log(total) for stem, group in stories_of_stem.items()}
    rare = [{stem: _rarity(word) for stem, word in each.items()} for each in terms]
    length = [sum((each[stem] * idf[stem]) ** 2 for stem in sorted(each)) ** 0.5 for each in rare]
    followed = {stem for stem, group in stories_of_stem.items() if 2 <= len(group) <= _WIDEST}
    pairs = {
        pair
        for stem in followed
        for pair in combinations([number for number in stories_of_stem[stem] if terms[number][stem].titled], 2)
    }
    kept = [followed.intersection(each) for each in terms]
    scored: list[list[tuple[float, int, list[str]]]] = [[] for _ in words]
    for one, other in pairs:
        both = sorted(kept[one] & kept[other])
        if len(both) < 2:
            continue
        mine, its = rare[one], rare[other]
        weight = {stem: mine[stem] * its[stem] * idf[stem] ** 2 for stem in both}
        score = sum(weight.values()) / ((length[one] * length[other]) or 1.0)
        if score >= LIKE:
            best = sorted(both, key=lambda stem: (-weight[stem], stem))
            scored[one].append((score, other, best))
            scored[other].append((score, one, best))
    strongest = [
        {other: why for _, other, why in sorted(found, key=lambda one: (-round(one[0], _PLACES), one[1]))[:MOST_RELATED]}
        for found in scored
    ]
    return [
        {other: why for other, why in strongest[number].items() if number in strongest[other]}
        for number in range(len(words))
    ]


def _rarity(word: Word) -> float:
    """How rare a word is in its language: from 0.8, as commoner words are left out, to 4."""
    return min(4.0, 6.2 - word.zipf)
