"""Feed items: the pairs that grouping is fitted on, and how right the stories are that it makes of them.

A title and a sentence each, as an editor put them together (data/gold of the development data). The weights are cross-
validated over days: each stretch of days is scored by the weights fitted on the others. Where a cut falls is chance, so
figures are means over three ways to cut. Items whose label is not sure are grouped like the others and count for nothing.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from development import DEVELOPMENT
from logistic import logistic

from digest.cli import rows
from digest.group import naming, weights
from digest.group.batches import days_of, keys_of, usual, walk
from digest.group.pairs import Turned, compare
from digest.group.rules import Rules
from digest.model import Article

GOLD = DEVELOPMENT / "data/gold"
CUTS = (
    ("2025-12-22T00", "2025-12-28T12", "2026-01-01T00", "2026-01-03T12"),
    ("2025-12-16T00", "2025-12-24T00", "2025-12-26T00", "2025-12-29T18", "2025-12-31T00", "2026-01-02T00", "2026-01-03T12"),
    ("2025-12-19T00", "2025-12-25T12", "2025-12-30T12", "2026-01-03T12"),
)
"""Where the days are cut; the largest event, from 3 January on, is never on both sides."""
RIDGE = 2.0
POWER = -0.75
"""A pair of a story weighs so much for each further article of it."""
GAP = (-1.2, -0.3)
"""Bounds for the weight of time."""


@dataclass(frozen=True)
class Items:
    """Feed items in the order of grouping, the story each is in, and whether its label is sure."""

    articles: tuple[Article, ...]
    stories: tuple[str, ...]
    sure: tuple[bool, ...]

    def stretches(self, cuts: Sequence[str]) -> np.ndarray:
        """Return the number of the stretch of days that each item is of."""
        edges = [datetime.fromisoformat(f"{cut}:00").replace(tzinfo=UTC) for cut in cuts]
        return np.array([bisect_right(edges, article.day) for article in self.articles])


def load(folder: Path | None = None) -> Items:
    """Read the items and their labels."""
    folder = folder or GOLD
    with (folder / "feed_items.jsonl").open(encoding="utf-8") as lines:
        articles = sorted((row.article for row in rows.read(lines)[0]), key=naming.order)
    with (folder / "feed_gold.jsonl").open(encoding="utf-8") as lines:
        gold = {label["id"]: label for label in map(json.loads, lines)}
    labels = [gold[article.id] for article in articles]
    return Items(
        tuple(articles), tuple(label["story"] or label["id"] for label in labels), tuple(label["sure"] for label in labels)
    )


@dataclass(frozen=True)
class Pairs:
    """Pairs of snippets as grouping compares them: both items' numbers, features, and whether they are together."""

    one: np.ndarray
    other: np.ndarray
    features: np.ndarray
    together: np.ndarray
    sure: np.ndarray


def pairs(items: Items, rules: Rules) -> Pairs:
    """Return the pairs of items that are compared, day by day, each day beside its background."""
    given = items.articles
    number = {id(article): at for at, article in enumerate(given)}
    ones, others, features = [], [], []
    for day, window, before in walk(days_of(given, keys_of(given), rules), rules):
        turned = Turned(day.table, usual(day, window, before))
        for past in (day, *window):
            for found in compare(past.table, turned, rules, same=past is day):
                snippets = found.shapes == 0
                if snippets.any():
                    ones += [number[id(past.articles[at])] for at in found.rows[snippets]]
                    others += [number[id(day.articles[at])] for at in found.columns[snippets]]
                    features.append(found.features[snippets])
    one, other = np.array(ones), np.array(others)
    stories, sure = np.array(items.stories), np.array(items.sure)
    return Pairs(one, other, np.concatenate(features), stories[one] == stories[other], sure[one] & sure[other])


def fit(found: Sequence[Pairs], items: Items, stretch: np.ndarray | None = None, without: int = -1) -> tuple[float, ...]:
    """Fit the weights of pairs of snippets on the sure ones that do not touch the stretch `without`.

    A story's pairs weigh less the more it has, or the largest would decide alone.
    """
    size = Counter(story for story, sure in zip(items.stories, items.sure, strict=True) if sure)
    x, y, balance = [], [], []
    for each in found:
        keep = each.sure.copy()
        if stretch is not None:
            keep &= (stretch[each.one] != without) & (stretch[each.other] != without)
        x.append(each.features[keep])
        y.append(each.together[keep])
        others = np.array([max(1.0, size[items.stories[at]] - 1) for at in each.one[keep]])
        balance.append(np.where(each.together[keep], others**POWER, 1.0))
    bounds = {weights.SNIPPET_FEATURES.index("gap"): GAP}
    constant, *rest = logistic(np.concatenate(x), np.concatenate(y), RIDGE, np.concatenate(balance), bounds)
    return (constant, *rest)


@dataclass(frozen=True)
class Figures:
    """Precision over items put with others, recall over items that belong with others, and stories of several publishers."""

    precision: float
    recall: float
    told: float
    pure: float

    def __str__(self) -> str:
        several = f"of several publishers {self.pure:.1f} of {self.told:.1f} pure"
        return f"precision {self.precision:.3f} recall {self.recall:.3f}, {several}"


def score(items: Items, told: Sequence[str], keep: np.ndarray | None = None) -> tuple[list[float], list[float], int, int]:
    """Return precision and recall of each item to `keep`, and how many stories are told, and how many of these are pure."""
    sure = [at for at in range(len(told)) if items.sure[at]]
    true, given = defaultdict(set), defaultdict(set)
    for at in sure:
        true[items.stories[at]].add(at)
        given[told[at]].add(at)
    mine = [at for at in sure if keep is None or keep[at]]
    both = {at: len(true[items.stories[at]] & given[told[at]]) for at in mine}
    precision = [both[at] / len(given[told[at]]) for at in mine if len(given[told[at]]) > 1]
    recall = [both[at] / len(true[items.stories[at]]) for at in mine if len(true[items.stories[at]]) > 1]
    several = [
        members
        for members in given.values()
        if len({paper(items.articles[at]) for at in members}) > 1
        and (keep is None or 2 * keep[list(members)].sum() > len(members))
    ]
    pure = sum(len({items.stories[at] for at in members}) == 1 for members in several)
    return precision, recall, len(several), pure


def paper(article: Article) -> str:
    """The publisher of an item; some have several feeds."""
    return str(article.publisher).split("_")[0].split("-")[0]


def figures(items: Items, told: Sequence[str]) -> Figures:
    """Return the figures of all items."""
    precision, recall, several, pure = score(items, told)
    return Figures(float(np.mean(precision)), float(np.mean(recall)), several, pure)


def crossed(items: Items, told: Callable[[Sequence[Article], Rules], list[str]], rules: Rules) -> Figures:
    """Return the figures by cross-validation over days, as means over the ways to cut them."""
    found = [pairs(items, rules)]
    scores = []
    for cuts in CUTS:
        stretch = items.stretches(cuts)
        parts = []
        for at in range(len(cuts) + 1):
            fitted = (fit(found, items, stretch, at), *rules.weights[1:])
            parts.append(score(items, told(items.articles, replace(rules, weights=fitted)), stretch == at))
        precision, recall = ([value for part in parts for value in part[side]] for side in (0, 1))
        scores.append((np.mean(precision), np.mean(recall), sum(part[2] for part in parts), sum(part[3] for part in parts)))
    return Figures(*map(float, np.mean(scores, axis=0)))
