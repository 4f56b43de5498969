"""Why articles are together, or not: the very numbers that decided."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

import numpy as np

from digest.common import kinds
from digest.common.days import day_of
from digest.common.notices import in_set_words, same_publisher, two_releases
from digest.common.references import article_names, is_named
from digest.group import naming, weights
from digest.group.background import UNCOUNTED, Usual
from digest.group.batches import usual_of
from digest.group.ledger import last_words
from digest.group.pairs import LEAST_CHANCE, Turned, compare, logits, no_event, probabilities
from digest.group.rules import RULES, SCALE, Rules
from digest.group.tables import table_of
from digest.group.terms import is_snippet, published_at, telling_words
from digest.model import Article, Decision, Merge, Move, Permalink, Regrouping, Split, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One feature of a pair: its value, its weight, and what it adds to the logarithm of the odds."""

    name: str
    value: float
    weight: float

    @property
    def adds(self) -> float:
        return self.value * self.weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two articles by id: the probability that they report one event, and what it comes from.

    `shape` says which texts were compared (weights.SHAPES), `constant` is where its sum starts. Without features the two
    were not compared, and `apart` says why. `shared` are the most telling words both have.
    """

    one: str
    other: str
    probability: float
    shape: str = ""
    constant: float = 0.0
    features: tuple[Feature, ...] = ()
    shared: tuple[str, ...] = ()
    apart: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Why two articles are in one story or in two.

    `mean` is the mean probability between the two sides (an article and the rest of its story, or the two stories), which
    joins them from `join` on (more where each is one snippet); `decided` says in words what settled it.
    """

    likeness: Likeness
    stories: tuple[str, str]
    mean: float
    join: float
    decided: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article of a story with its greatest likeness to another; None in a story of one."""

    article: str
    strongest: Likeness | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """A story: each member with its greatest likeness, and the most probable article left out, with its story.

    `asked` is the article by which the story was named, if it was; `copy_of` says that this is a copy of another.
    """

    story: str
    headline: str
    path: str
    asked: Article | None = None
    copy_of: Article | None = None
    members: tuple[Member, ...]
    nearest: Likeness | None
    nearest_story: str | None


def why_pair(
    one: Sequence[str],
    other: Sequence[str],
    stories: Sequence[Story],
    decisions: Sequence[Decision] = (),
    permalinks: Sequence[Permalink] = (),
    rules: Rules = RULES,
) -> Between:
    """Explain two articles, each named by its id, address or file, also as a copy; KeyError where one is not there.

    Each comes as the spellings of one reference.
    """
    first, second = find(one, stories), find(other, stories)
    (a, at), (b, to) = first, second
    left = [article for article in at.articles if article is not a] if at is to else list(at.articles)
    right = [a] if at is to else list(to.articles)
    days, join = _Days(stories, rules), _needed(left, right, rules)
    mean = _mean(left, right, days)
    return Between(
        likeness=likeness(a, b, rules, days.beside(a, b)),
        stories=(at.id, to.id),
        mean=mean,
        join=join,
        decided=_decided(first, second, mean, join, decisions, permalinks),
    )


def why_story(references: Sequence[str], stories: Sequence[Story], rules: Rules = RULES) -> Inside:
    """Explain a story, named by its id, by a path it has or had, or by an article or copy in it.

    The references are spellings of one; KeyError with the first where none of them names anything.
    """
    story, asked, copy_of = next((each for each in stories if is_named(each, references)), None), None, None
    if story is None:
        article, story = find(references, stories)
        asked = next(each for each in naming.with_copies([article]) if not _meant(each).isdisjoint(references))
        copy_of = None if asked is article else article
    days = _Days(stories, rules)
    members = tuple(
        Member(
            article=article.id,
            strongest=_strongest(article, [each for each in story.articles if each is not article], days),
        )
        for article in story.articles
    )
    holder = {id(article): each for each in stories if each is not story for article in each.articles}
    outside = [article for each in stories if each is not story for article in each.articles]
    found = [each for each in (_strongest(article, outside, days) for article in story.articles) if each]
    nearest = max(found, key=lambda each: (each.probability, each.other), default=None)
    where = next((holder[id(each)].id for each in outside if nearest and each.id == nearest.other), None)
    return Inside(
        story=story.id,
        headline=story.headline,
        path=story.path,
        asked=asked,
        copy_of=copy_of,
        members=tuple(members),
        nearest=nearest,
        nearest_story=where,
    )


def find(references: Sequence[str], stories: Sequence[Story]) -> tuple[Article, Story]:
    """Return the article of that id, address or file and its story; a copy gives the article that stands for it.

    The references are spellings of one; KeyError with the first where none of them names an article.
    """
    for story in stories:
        for article in story.articles:
            if any(not _meant(each).isdisjoint(references) for each in naming.with_copies([article])):
                return article, story
    raise KeyError(references[0])


def _meant(article: Article) -> frozenset[str]:
    return frozenset(article_names(article))


class _Days:
    """How common words were when two articles were compared: it is the later one's day that says which days count."""

    def __init__(self, stories: Iterable[Story], rules: Rules) -> None:
        self.rules = rules
        self._articles = sorted((article for story in stories for article in story.articles), key=naming.order)
        self._found: dict[date | None, Usual] = {}

    def beside(self, *articles: Article) -> Usual:
        """Return how common words were for the last of these articles; for undated ones nothing was counted."""
        days = [day_of(article) for article in articles]
        last = None if None in days else max(day for day in days if day)
        if last not in self._found:
            self._found[last] = usual_of(self._articles, last, self.rules) if last else UNCOUNTED
        return self._found[last]


def _by_day(articles: Iterable[Article]) -> list[list[Article]]:
    found: defaultdict[date | None, list[Article]] = defaultdict(list)
    for article in articles:
        found[day_of(article)].append(article)
    return list(found.values())


def _needed(left: Sequence[Article], right: Sequence[Article], rules: Rules) -> float:
    """The mean probability from which two groups of articles join."""
    alone = len(left) == len(right) == 1 and is_snippet(left[0]) and is_snippet(right[0])
    return rules.seed if alone else rules.join


def likeness(one: Article, other: Article, rules: Rules = RULES, usual: Usual = UNCOUNTED) -> Likeness:
    """Return how probable it is that two articles report one event, with the features it comes from, as a build has it.

    `usual` says how common each word is among the items around the later article's day. Two articles that a build does not
    compare have probability 0, and the reason in `apart`.
    """
    shared = tuple(word for word in telling_words(one) if word in set(telling_words(other)))[:8]
    plain = Likeness(one=one.id, other=other.id, probability=0.0, shared=shared)
    if one is other:
        return replace(plain, probability=1.0, apart="they are one article: one stands for the other as its copy")
    turned = Turned(table_of([other]), usual)
    for found in compare(table_of([one]), turned, rules):
        if not len(found.rows):
            continue
        at = int(found.shapes[0])
        row, names = rules.weights[at], weights.FEATURES if at else weights.SNIPPET_FEATURES
        features = tuple(
            Feature(name=name, value=float(value), weight=weight)
            for name, value, weight in zip(names, found.features[0], row[1:], strict=True)
        )
        chance = probabilities(table_of([one]), turned, rules).probability
        exact = float(chance[0]) / SCALE if len(chance) else 0.0
        low = (
            ""
            if exact
            else f"below {LEAST_CHANCE / SCALE}, which counts as nothing ({logits(found, rules)[0]:+.2f} in log-odds)"
        )
        if not found.evidence[0]:
            low = "they share only words that many items have, one word alone, or too few for two bare headlines"
        return replace(plain, probability=exact, shape=weights.SHAPES[at], constant=row[0], features=features, apart=low)
    return replace(plain, apart=_apart(one, other, rules))


def _apart(one: Article, other: Article, rules: Rules) -> str:
    if one.language and other.language and one.language != other.language:
        return f"they are in two languages, {one.language} and {other.language}"
    if two_releases(one, other):
        return "they announce releases of two versions or of two projects"
    if same_publisher(one, other) and in_set_words(one, other):
        return "they are notices of two matters, which their publisher writes in the same set words"
    first, second = published_at(one), published_at(other)
    days = abs(first - second).total_seconds() / 86400 if first and second else math.nan
    found = [kinds.kind_of(each) for each in (one, other)]
    if days > rules.window:
        return f"they are more than {rules.window:g} days apart"
    if (is_snippet(one) or is_snippet(other)) and no_event(*(np.array([each]) for each in (*found, days)))[0]:
        named = " and ".join(kinds.KIND_NAMES[each] for each in found)
        return f"they are {named}, which make no event together where a text is short"
    return "they share too few words to be compared"


def _mean(left: Sequence[Article], right: Sequence[Article], days: _Days) -> float:
    if not left or not right:
        return 0.0
    total = 0
    for some in _by_day(left):
        for others in _by_day(right):
            turned = Turned(table_of(others), days.beside(some[0], others[0]))
            total += int(probabilities(table_of(some), turned, days.rules).probability.sum())
    return total / SCALE / len(left) / len(right)


def _strongest(article: Article, others: Sequence[Article], days: _Days) -> Likeness | None:
    best: tuple[int, str] | None = None
    nearest = None
    for near in _by_day(each for each in others if not _far(article, each, days.rules)):
        found = probabilities(table_of([article]), Turned(table_of(near), days.beside(article, near[0])), days.rules)
        for column, probability in zip(found.columns.tolist(), found.probability.tolist(), strict=True):
            other = near[column]
            if best is None or (-probability, other.id) < best:
                best, nearest = (-probability, other.id), other
    return likeness(article, nearest, days.rules, days.beside(article, nearest)) if nearest else None


def _far(one: Article, other: Article, rules: Rules) -> bool:
    return bool(one.day and other.day and abs(one.day - other.day).days > rules.window)


def _decided(
    first: tuple[Article, Story],
    second: tuple[Article, Story],
    mean: float,
    join: float,
    decisions: Iterable[Decision],
    permalinks: Iterable[Permalink],
) -> str:
    together = first[1] is second[1]
    if first[0] is second[0]:
        return "they are copies of one text"
    for decision in _about(first, second, decisions):
        return f"an editor decided: {decision.what.verb} in {decision.where}:{decision.line} ({decision.what.reason})"
    if not together and {first[1].path, second[1].path} <= {line.path for line in last_words(permalinks).values()}:
        return "both stories have been published, and published stories stay apart until an editor merges them"
    sides = "the first and the rest of its story" if together else "the two stories"
    found = f"the mean probability between {sides} is {mean:.2f}; groups join from {join:g}"
    if together or mean < join:
        return found
    return (
        f"{found}, but they are less alike than each is within, or both were there before the day that brought them together"
    )


def _about(first: tuple[Article, Story], second: tuple[Article, Story], decisions: Iterable[Decision]) -> Iterator[Decision]:
    """Yield the decisions on what is together that name one of the two articles or both of their stories."""
    articles = {name for article, _ in (first, second) for name in article_names(article)}
    for decision in decisions:
        if isinstance(decision.what, Regrouping) and _names_both(decision.what, first[1], second[1], articles):
            yield decision


def _names_both(what: Regrouping, first: Story, second: Story, articles: set[str]) -> bool:
    match what:
        case Split() | Move():
            return not articles.isdisjoint(what.articles)
        case Merge():
            return is_named(first, what.stories) and is_named(second, what.stories)
        case _:
            assert_never(what)
