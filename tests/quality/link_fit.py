# ruff: noqa: T201 -- printing is its task
"""Fits the model of what supports a statement, and prints how well it does on stories it was not fitted on.

    python tests/quality/link_fit.py [--write]

The judgements are tests/quality/carried.jsonl, made by reading (see link_pairs.py): "s" the words carry the statement,
"w" they do with the words around them, "p" in part, "n" not; `shown` where a page showed the pair. Figures are of 5-fold
cross-validation by story: precision and recall over the pairs judged. `--write` fits on all of them and writes the weights
into digest/link/support/weights.py.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import link_pairs  # noqa: E402
from logistic import logistic  # noqa: E402

from digest.link.reading import Reading, read  # noqa: E402
from digest.link.support.model import compare  # noqa: E402
from digest.link.support.terms import SpanTerms  # noqa: E402
from digest.link.support.weights import FEATURES, SUPPORT  # noqa: E402

LABELS = Path(__file__).parent / "carried.jsonl"
FOLDS = 5
RIDGE = 10.0
WORTH = {"s": 1.0, "w": 0.7, "p": 0.5, "n": 0.0}
"""What a judgement counts for: readers differ most about support in part."""


@dataclass(frozen=True)
class Judged:
    """Pairs of passages: features, judgement and story."""

    features: np.ndarray
    labels: np.ndarray
    stories: np.ndarray
    shown: np.ndarray


def load() -> Judged:
    """Measure the pairs that were judged; those that are never looked at count as not supported."""
    features, labels, told, shown = [], [], [], []
    lost = 0
    for story, reading, wanted in judgements():
        for found in compare(SpanTerms(reading), sorted({one for one, _ in wanted})):
            for one, other, measured, veto in zip(
                found.statements.tolist(), found.supporters.tolist(), found.features, found.veto.tolist(), strict=True
            ):
                if not veto and (one, other) in wanted:
                    label, on_page = wanted.pop((one, other))
                    features.append(measured)
                    labels.append(label)
                    told.append(story)
                    shown.append(on_page)
        lost += sum(label == "s" for label, _ in wanted.values())
    print(f"{lost} pairs that are supported are never looked at")
    return Judged(np.array(features), np.array(labels), np.array(told), np.array(shown))


def judgements() -> Iterator[tuple[str, Reading, dict[tuple[int, int], tuple[str, bool]]]]:
    """Yield the stories with judged pairs: name, reading, and for two spans their label and if a page showed them."""
    judged = defaultdict(list)
    for line in LABELS.read_text("utf-8").splitlines():
        row = json.loads(line)
        judged[row["set"]].append(row)
    gone = 0
    for name, rows in sorted(judged.items()):
        stories = link_pairs.stories(name)
        story_of = {article.id: story for story, articles in stories.items() for article in articles}
        by_story = defaultdict(list)
        for row in rows:
            by_story[story_of[row["one"][0]]].append(row)
        for story, mine in sorted(by_story.items()):
            reading = read(stories[story])
            places = {tuple(link_pairs.place(reading, span)): row for row, span in enumerate(reading.spans)}
            pairs = [((places.get(tuple(row["one"])), places.get(tuple(row["other"]))), row) for row in mine]
            known = {pair: (row["label"], bool(row.get("shown"))) for pair, row in pairs if None not in pair}
            gone += len(mine) - len(known)
            yield story, reading, known
    print(f"{gone} of {sum(map(len, judged.values()))} judgements are of spans that are cut otherwise now")


def crossed(judged: Judged) -> np.ndarray:
    """Return each pair's logit by the model fitted without its story."""
    names = sorted(set(judged.stories.tolist()))
    random.Random(3).shuffle(names)
    fold = {name: at % FOLDS for at, name in enumerate(names)}
    of = np.array([fold[story] for story in judged.stories.tolist()])
    logit = np.zeros(len(of))
    for at in range(FOLDS):
        fitted = fit(judged, of != at)
        logit[of == at] = fitted[0] + judged.features[of == at] @ fitted[1:]
    return logit


def fit(judged: Judged, keep: np.ndarray) -> np.ndarray:
    """Fit on the pairs to keep."""
    worth = np.array([WORTH[label] for label in judged.labels.tolist()])
    return np.array(logistic(judged.features[keep], worth[keep], RIDGE))


def main() -> None:
    """Print the table, or write the weights."""
    judged = load()
    yes = judged.labels == "s"
    print(f"{len(yes)} pairs of {len(set(judged.stories.tolist()))} stories, {yes.sum()} of them supported")
    chance = 1 / (1 + np.exp(-crossed(judged)))
    for what, some in (("all", yes | True), ("shown on pages, which take the best of many", judged.shown)):
        print(f"{what}\nfrom   pairs supported   in part       not    recall")
        for bound in sorted({0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, SUPPORT}):
            kept = some & (chance >= bound)
            label = judged.labels[kept]
            shares = [np.isin(label, kind).mean() for kind in (["s"], ["p", "w"], ["n"])]
            shares.append(yes[kept].sum() / yes[some].sum())
            print(f"{bound:.2f}{kept.sum():8}" + "".join(f"{share:10.3f}" for share in shares))
    fitted = fit(judged, np.ones(len(yes), bool))
    for name, value in zip(("constant", *FEATURES), fitted, strict=True):
        print(f"{name:10} {value:8.3f}")
    if "--write" in sys.argv:
        write("WEIGHTS", fitted)


def write(name: str, fitted: np.ndarray) -> None:
    """Put the weights into digest/link/support/weights.py under this name."""
    path = ROOT / "digest/link/support/weights.py"
    text = path.read_text("utf-8")
    before, rest = text.split(f"\n{name} = (", 1)
    after = rest[rest.index('\n"""') :]
    values = "".join(f"    {value:.3f},\n" for value in fitted)
    path.write_text(f"{before}\n{name} = (\n{values}){after}", "utf-8")


if __name__ == "__main__":
    main()
