"""Why articles are together, or not: the very numbers that decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from digest.config import Decision, Permalink
from digest.group import naming, weights
from digest.group.ledger import last_words
from digest.group.pairs import LEAST, Turned, compare, logits, probabilities
from digest.group.rules import RULES, SCALE, Rules
from digest.group.tables import table_of
from digest.group.terms import happened, telling
from digest.model import Article, Story
from digest.notices import in_set_words, same_publisher
from digest.references import article_names, is_named


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
class Link:
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
    joins them from `join` on; `decided` says in words what settled it.
    """

    link: Link
    stories: tuple[str, str]
    mean: float
    join: float
    decided: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article of a story with its strongest link to another; None in a story of one."""

    article: str
    strongest: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """A story: each member with its strongest link, and the most probable article left out, with its story.

    `asked` is the article by which the story was named, if it was; `copy_of` says that this is a copy of another.
    """

    story: str
    headline: str
    path: str
    asked: Article | None = None
    copy_of: Article | None = None
    members: tuple[Member, ...]
    nearest: Link | None
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
    mean = _mean(left, right, rules)
    return Between(
        link=link(a, b, rules),
        stories=(at.id, to.id),
        mean=mean,
        join=rules.join,
        decided=_decided(first, second, mean, decisions, permalinks, rules),
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
    members = tuple(
        Member(
            article=article.id,
            strongest=_strongest(article, [each for each in story.articles if each is not article], rules),
        )
        for article in story.articles
    )
    holder = {id(article): each for each in stories if each is not story for article in each.articles}
    outside = [article for each in stories if each is not story for article in each.articles]
    found = [each for each in (_strongest(article, outside, rules) for article in story.articles) if each]
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


def link(one: Article, other: Article, rules: Rules = RULES) -> Link:
    """Return the link between two articles as the build computes it."""
    shared = tuple(word for word in telling(one) if word in set(telling(other)))[:8]
    plain = Link(one=one.id, other=other.id, probability=0.0, shared=shared)
    if one is other:
        return replace(plain, probability=1.0, apart="they are one article: one stands for the other as its copy")
    for found in compare(table_of([one]), Turned(table_of([other])), rules):
        if not len(found.rows):
            continue
        row = rules.weights[int(found.shapes[0])]
        features = tuple(
            Feature(name=name, value=float(value), weight=weight)
            for name, value, weight in zip(weights.FEATURES, found.features[0], row[1:], strict=True)
        )
        chance = probabilities(table_of([one]), Turned(table_of([other])), rules).probability
        exact = float(chance[0]) / SCALE if len(chance) else 0.0
        low = "" if exact else f"below {LEAST / SCALE}, which counts as nothing ({logits(found, rules)[0]:+.2f} in log-odds)"
        shape = weights.SHAPES[int(found.shapes[0])]
        return replace(plain, probability=exact, shape=shape, constant=row[0], features=features, apart=low)
    return replace(plain, apart=_apart(one, other, rules))


def _apart(one: Article, other: Article, rules: Rules) -> str:
    if one.language and other.language and one.language != other.language:
        return f"they are in two languages, {one.language} and {other.language}"
    if same_publisher(one, other) and in_set_words(one, other):
        return "they are notices of two matters, which their publisher writes in the same set words"
    first, second = happened(one), happened(other)
    if first and second and abs(first - second).total_seconds() > rules.window * 86400:
        return f"they are more than {rules.window:g} days apart"
    return "they share too few words to be compared"


def _mean(left: Sequence[Article], right: Sequence[Article], rules: Rules) -> float:
    if not left or not right:
        return 0.0
    total = int(probabilities(table_of(left), Turned(table_of(right)), rules).probability.sum())
    return total / SCALE / len(left) / len(right)


def _strongest(article: Article, others: Sequence[Article], rules: Rules) -> Link | None:
    near = [each for each in others if not _far(article, each, rules)]
    if not near:
        return None
    found = probabilities(table_of([article]), Turned(table_of(near)), rules)
    if not len(found.rows):
        return None
    best = min(range(len(found.rows)), key=lambda at: (-found.probability[at], near[found.columns[at]].id))
    return link(article, near[int(found.columns[best])], rules)


def _far(one: Article, other: Article, rules: Rules) -> bool:
    return bool(one.day and other.day and abs(one.day - other.day).days > rules.window)


def _decided(
    first: tuple[Article, Story],
    second: tuple[Article, Story],
    mean: float,
    decisions: Iterable[Decision],
    permalinks: Iterable[Permalink],
    rules: Rules,
) -> str:
    together = first[1] is second[1]
    if first[0] is second[0]:
        return "they are copies of one text"
    for decision in _about(first, second, decisions):
        return f"an editor decided: {decision.what.do} in {decision.where}:{decision.line} ({decision.what.reason})"
    if not together and {first[1].path, second[1].path} <= {line.path for line in last_words(permalinks).values()}:
        return "both stories have been published, and published stories stay apart until an editor merges them"
    sides = "the first and the rest of its story" if together else "the two stories"
    found = f"the mean probability between {sides} is {mean:.2f}; groups join from {rules.join:g}"
    if together or mean < rules.join:
        return found
    return (
        f"{found}, but they are less alike than each is within, or both were there before the day that brought them together"
    )


def _about(first: tuple[Article, Story], second: tuple[Article, Story], decisions: Iterable[Decision]) -> Iterator[Decision]:
    """Yield the decisions on what is together that name one of the two articles or both of their stories."""
    articles = {name for article, _ in (first, second) for name in article_names(article)}
    for decision in decisions:
        what = decision.what
        if what.do in ("split", "move") and articles & set(what.articles):
            yield decision
        if what.do == "merge" and is_named(first[1], what.stories) and is_named(second[1], what.stories):
            yield decision
