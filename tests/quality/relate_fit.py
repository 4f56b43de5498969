# ruff: noqa: T201 -- printing is its task
"""Fit the weights of *continues* on feed items whose running events an editor labelled, and say how right the ties are.

    python tests/quality/relate_fit.py [--ties]

The items are data/gold/feed_items.jsonl of the development data, put together by the program as it stands;
running_events.jsonl has the running event of each item that is of one, by id. Where an editor could decide otherwise,
`sure` is false: such pairs are not fitted on. A pair's features depend on the events found before it, so the weights are
fitted with those in force at work, and written when a second run gives the same. They are cross-validated over four
stretches of days. `--ties` prints each tie with its verdict.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import group_items  # noqa: E402
import numpy as np  # noqa: E402
from logistic import logistic  # noqa: E402

from digest.dedupe import dedupe  # noqa: E402
from digest.group import group  # noqa: E402
from digest.model import Story  # noqa: E402
from digest.relate import running  # noqa: E402
from digest.relate.weights import NEW_DIGEST  # noqa: E402
from digest.relate.words import names, words_of  # noqa: E402

EVENTS = Path(__file__).with_name("running_events.jsonl")
RIDGE = 2.0
POWER = -0.75
"""A pair of an event weighs so much for each further story of it."""
STRETCHES = 4
LEAST = (-1.5, -1.25, -1.0, -0.75, -0.5, 0.0)
LARGEST = "venezuela"


def events(stories: Sequence[Story]) -> list[tuple[str, bool]]:
    """Return the running event of each story and whether that is sure; a story of none is an event of its own."""
    with EVENTS.open(encoding="utf-8") as lines:
        known = {row["id"]: (row["event"], row["sure"]) for row in map(json.loads, lines)}
    found = []
    for story in stories:
        (most, _), *_ = Counter(known.get(article.id, (story.id, True)) for article in story.articles).most_common(1)
        found.append(most)
    return found


def verdict(one: tuple[str, bool], other: tuple[str, bool]) -> str:
    """Return what a tie between stories of these events is."""
    if one[0] != other[0]:
        return "wrong"
    return "right" if one[1] and other[1] else "arguable"


Pair = tuple[int, int, tuple[float, ...]]


def tied(stories: Sequence[Story], judge: Callable[[running.Compared], float | None]) -> tuple[running.Tie, ...]:
    """Return the ties of the stories by what `judge` says."""
    return running.ties(stories, words := [words_of(story) for story in stories], names(words), judge)


def pairs(stories: Sequence[Story]) -> list[Pair]:
    """Return the pairs that the weights decide on, the earlier story first, with their features by the events in force."""
    found: list[Pair] = []

    def judge(pair: running.Compared) -> float | None:
        if not pair.news:
            found.append((pair.earlier, pair.later, pair.features))
        return running.odds(pair)

    tied(stories, judge)
    return found


def figures(verdicts: Sequence[str]) -> str:
    """Return how many are right, and what share."""
    count = Counter(verdicts)
    total = max(1, len(verdicts))
    known = max(1, total - count["arguable"])
    return (
        f"{len(verdicts)} ties: {count['right']} right, {count['arguable']} arguable, {count['wrong']} wrong; "
        f"right of those sure {count['right'] / known:.3f}, right or arguable {1 - count['wrong'] / total:.3f}"
    )


def without_its_stretch(
    stories: Sequence[Story], fits: Sequence[Sequence[float]], edges: np.ndarray, least: float, pair: running.Compared
) -> float | None:
    """Return the log-odds by the weights that were fitted without the days of the later story; None below `least`."""
    constant, *weights = fits[int(np.searchsorted(edges, stories[pair.later].first_seen.timestamp()))]
    score = constant + float(np.dot(weights, pair.features)) + (running.NEWS_ODDS if pair.news else 0.0)
    return score if score >= (least if pair.known else NEW_DIGEST) else None


def main() -> None:
    """Print weights and figures."""
    stories, _ = group(dedupe(group_items.load().articles))
    labels = events(stories)
    found = pairs(stories)
    told = [verdict(labels[one], labels[other]) for one, other, _ in found]
    x = np.array([features for *_, features in found])
    y = np.array([each == "right" for each in told], float)
    sure = np.array([each != "arguable" for each in told])
    size = Counter(name for name, _ in labels)
    balance = np.array(
        [max(1, size[labels[one][0]] - 1) ** POWER if right else 1.0 for (one, *_), right in zip(found, y, strict=True)]
    )
    weights = logistic(x[sure], y[sure], RIDGE, balance[sure])
    print("WEIGHTS =", tuple(round(weight, 2) for weight in weights))
    began = np.array([stories[later].first_seen.timestamp() for _, later, _ in found])
    edges = np.quantile(began, np.arange(1, STRETCHES) / STRETCHES)
    stretch = np.searchsorted(edges, began)
    fits = [
        logistic(x[keep], y[keep], RIDGE, balance[keep])
        for keep in (sure & (stretch != number) for number in range(STRETCHES))
    ]
    for least in LEAST:
        crossed = tied(stories, partial(without_its_stretch, stories, fits, edges, least))
        others = [tie for tie in crossed if {labels[tie.earlier][0], labels[tie.later][0]} != {LARGEST}]
        told = [verdict(labels[tie.earlier], labels[tie.later]) for tie in others]
        print(f"cross-validated, but for the largest event, from {least}:", figures(told))
    ties = tied(stories, running.odds)
    print("in force:", figures([verdict(labels[tie.earlier], labels[tie.later]) for tie in ties]))
    together: dict[str, list[int]] = defaultdict(list)
    group_of = list(range(len(stories)))
    for tie in ties:
        one, other = group_of[tie.earlier], group_of[tie.later]
        group_of = [one if each == other else each for each in group_of]
    for number, (name, _) in enumerate(labels):
        together[name].append(group_of[number])
    for name, of in sorted(together.items(), key=lambda item: -len(item[1])):
        if len(of) > 1 and size[name] > 1:
            print(f"{name}: {len(of)} stories, most tied together {Counter(of).most_common(1)[0][1]}")
    if "--ties" in sys.argv:
        for tie in ties:
            one, other = stories[tie.earlier], stories[tie.later]
            print(
                verdict(labels[tie.earlier], labels[tie.later]), tie.score, one.headline, "=>", other.headline, tie.why[:4]
            )


if __name__ == "__main__":
    main()
