"""Which stories continue one another or have the same subject, and the terms that say so."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from digest.language import language_of
from digest.language.scripts import dense, is_plain
from digest.language.terms import key
from digest.language.words import LETTER, SIGN, Tokenizer
from digest.model import Article, Related, Story, Text

MOST_RELATED = 6
"""Related stories shown for one story; a relation stands on both, so each must be among the other's strongest."""
NEAR = timedelta(days=30)
"""Time within which a story may continue another."""
LIKE = 0.17
"""Share of the weight of their terms that two stories of one subject have in common."""
CONTINUES = 0.24
"""The same where one continues the other."""
_WIDEST = 60
"""Stories that share a term from which the term says nothing."""
_WORDS = 45
_ARTICLES = 6
_NAMES = Tokenizer(rf"{LETTER}(?:{SIGN}|[_’'&-])*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A telling word of a story: its spelling, how rare it is in the language (0…4), and whether a title has it."""

    spelling: str
    rarity: float
    titled: bool


def related(stories: Sequence[Story]) -> tuple[tuple[Related, ...], ...]:
    """Return the related stories of each story, strongest first.

    Terms are the words of headlines and openings that are rare in the language and in the digest; only stories that share
    one in their titles and another besides are related. Terms that many stories have are not followed, so the cost
    grows with the number of stories and not with its square.
    """
    terms = [_terms(story) for story in stories]
    holders: dict[str, list[int]] = {}
    for number, each in enumerate(terms):
        for name in sorted(each):
            holders.setdefault(name, []).append(number)
    total = max(len(stories), 50)
    idf = {name: math.log(total / len(group)) / math.log(total) for name, group in holders.items()}
    size = [sum((each[name].rarity * idf[name]) ** 2 for name in sorted(each)) ** 0.5 for each in terms]
    shared: dict[tuple[int, int], list[str]] = {}
    for name in sorted(holders):
        group = holders[name]
        if 2 <= len(group) <= _WIDEST:
            for place, one in enumerate(group):
                for other in group[place + 1 :]:
                    shared.setdefault((one, other), []).append(name)
    scored: list[list[tuple[float, int, list[str]]]] = [[] for _ in stories]
    for (one, other), names in shared.items():
        if len(names) < 2 or not any(terms[one][name].titled and terms[other][name].titled for name in names):
            continue
        weight = {name: terms[one][name].rarity * terms[other][name].rarity * idf[name] ** 2 for name in names}
        score = sum(weight.values()) / ((size[one] * size[other]) or 1.0)
        if score >= LIKE:
            best = sorted(names, key=lambda name: (-weight[name], name))
            scored[one].append((score, other, best))
            scored[other].append((score, one, best))
    strongest = [
        {
            other: (score, names)
            for score, other, names in sorted(found, key=lambda one: (-round(one[0], 9), one[1]))[:MOST_RELATED]
        }
        for found in scored
    ]
    return tuple(
        tuple(
            _relation(story, stories[other], score, [terms[number][name].spelling for name in names[:4]])
            for other, (score, names) in strongest[number].items()
            if number in strongest[other]
        )
        for number, story in enumerate(stories)
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


def _opening(article: Article, language: str) -> str:
    """The first words of an article, which may come without spaces between them."""
    text = " ".join(article.paragraphs[:2])
    if is_plain(text):
        return " ".join(text.split()[:_WORDS])
    ends = [end for _, end in _NAMES.spans(text, language)[:_WORDS]]
    return text[: max(ends, default=0)]


def _terms(story: Story) -> dict[str, Telling]:
    """The telling words of a story by stem."""
    found: dict[str, Telling] = {}
    articles = story.articles[:_ARTICLES]
    language = language_of(next((article.language for article in articles if article.language), None))
    texts: list[tuple[str, bool]] = [(story.headline, True), *((article.title, True) for article in articles)]
    texts += [(_opening(article, language.code), False) for article in articles]
    for text, titled in texts:
        for spelling in _NAMES.words(text, language.code):
            word = re.sub(r"['’]s?\Z", "", spelling)
            folded = word.casefold()
            name = key(folded, language.code) if language.grammar else language.stem(folded)
            if name in found or language.light(folded) or len(folded) < (2 if dense(folded) else 3):
                continue
            rarity = min(4.0, 6.2 - language.zipf(folded))
            if rarity > 0.8:
                found[name] = Telling(spelling=word, rarity=rarity, titled=titled)
    return found
