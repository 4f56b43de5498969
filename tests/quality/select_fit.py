# ruff: noqa: T201 -- printing is its task
"""Fits what decides which passages a page tells, and prints how much of what matters it tells of stories not fitted on.

    python tests/quality/select_fit.py [--write | --gold FILE]

The gold is data/gold/main_facts.jsonl of the development data: main facts of 40 stories, with importance, and the words of
each article that tell them. tests/quality/main_facts.jsonl has those of 36 further stories by the same rule, with places in
the development data instead of words; `--gold` writes both with words to a file, for tools that score a page.

A passage tells a fact where it has at least 60% of such words in one piece. What a passage adds to a page is the sum of what
the facts are worth (`VALUE`, at most `CAP`) that it tells and none before it does. A Poisson regression on the features of
digest/link/points/worth.py learns it from pages that were filled one passage after the other, first by coverage of terms,
then by the weights themselves. Figures are of 8-fold cross-validation by story, and of the further stories by what was
fitted on the given ones; of twelve passages before agreement, figures and quotations take their part of the page. `--write`
fits on all stories and writes digest/link/points/weights.py.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

from sets import MAIN_FACTS, STORIES, articles_of, objects  # noqa: E402

from digest.link.limits import budget  # noqa: E402
from digest.link.points.passages import passages  # noqa: E402
from digest.link.points.telling import MOST_TOLD, OWN_WORDS, Score, choose  # noqa: E402
from digest.link.points.worth import BESIDE, FIXED, Worth  # noqa: E402
from digest.link.reading import read  # noqa: E402
from digest.link.support import SpanTerms  # noqa: E402
from digest.model import Article, Limits  # noqa: E402

FEATURES = (*FIXED, *BESIDE)
PENALTY = 3e-4
VALUE = {3: 2.5, 2: 1.2, 1: 0.25}
CAP = 4.0
TOLD = 0.6
FOLDS, ROUNDS, SEEDS = 8, 3, (0,)


@dataclass(frozen=True)
class Judged:
    """A story: its passages, how much may be shown of each article, and the facts: importance, and who tells it."""

    worth: Worth
    room: list[float]
    facts: list[tuple[int, frozenset[int]]]


def load() -> list[Judged]:
    """Read the stories of the gold."""
    gold = [*given(), *further()]
    told = {name: articles_of(name) for name in sorted({one["set"] for one in gold})}
    return [judged(told[one["set"]][str(one["story"])], one["facts"]) for one in gold]


def given() -> list[dict]:
    """Read the gold of the development data."""
    return objects(MAIN_FACTS)


def further() -> list[dict]:
    """Read the gold that is kept here, with the words that stand at its places."""
    gold = objects(Path(__file__).parent / "main_facts.jsonl")
    names = sorted({one["set"] for one in gold})
    texts = {(name, str(row["id"])): row for name in names for row in objects(STORIES / f"{name}.jsonl")}
    for one in gold:
        for place in (place for fact in one["facts"] for place in fact["told"]):
            words = texts[one["set"], str(place["article"])][place["where"]]
            place["key"] = words[place["start"] : place["end"]]
    return gold


def judged(articles: Sequence[Article], facts: Sequence[dict]) -> Judged:
    """Find the passages of a story that tell its facts."""
    reading = read(articles)
    terms = SpanTerms(reading)
    found = passages(reading)
    words = [(articles[reading.spans[row].article].id, plain(reading.words(reading.spans[row]))) for row in found]
    tellers = []
    for fact in facts:
        keys = defaultdict(list)
        for told in fact["told"]:
            keys[str(told["article"])].append(plain(told["key"]))
        who = {at for at, (article, text) in enumerate(words) if any(tells(key, text) for key in keys[article])}
        tellers.append((fact["importance"], frozenset(who)))
    rooms = budget(reading, (), Limits()).rooms
    return Judged(Worth(reading, terms, found), [OWN_WORDS * each for each in rooms], tellers)


def plain(text: str) -> str:
    """Words as they are compared."""
    return " ".join(text.replace("’", "'").replace("“", '"').replace("”", '"').casefold().split())


def tells(key: str, text: str) -> bool:
    """Whether a passage has enough of a fact's words in one piece."""
    if key in text:
        return True
    if not key or len(set(key.split()) & set(text.split())) < 0.4 * len(set(key.split())):
        return False
    return SequenceMatcher(None, key, text, autojunk=False).find_longest_match().size >= TOLD * len(key)


def by_coverage(worth: Worth, features: np.ndarray) -> np.ndarray:
    """How much of what several articles tell a passage adds, for its length, early ones first."""
    column = {name: features[:, at] for at, name in enumerate(FEATURES)}
    return np.expm1(column["leading"]) / column["length"] / np.sqrt(1 + column["place"])


def by(weights: np.ndarray) -> Score:
    """What a passage adds by these weights, the constant first."""
    return lambda worth, features: weights[0] + features @ weights[1:]


def page(story: Judged, score: Score) -> list[int]:
    """Fill a page."""
    return choose(story.worth, story.room, MOST_TOLD, score, -np.inf)


def steps(story: Judged, score: Score) -> tuple[np.ndarray, np.ndarray]:
    """Return the features of all passages before each step by which a page is filled, and what each would have added."""
    features, added, chosen = [], [], page(story, score)
    for number in range(len(chosen)):
        before = chosen[:number]
        worth = np.zeros(len(story.worth.rows))
        for importance, who in story.facts:
            if not who & set(before):
                worth[sorted(who)] += VALUE[importance]
        rest = np.setdiff1d(np.arange(len(worth)), before)
        features.append(story.worth.features(before)[rest])
        added.append(np.minimum(worth, CAP)[rest])
    return np.vstack(features), np.concatenate(added)


def fitted(stories: Sequence[Judged]) -> np.ndarray:
    """Return a constant and a weight for each feature; what a passage adds is the exponential of their sum."""
    seen = [steps(story, by_coverage) for story in stories]
    for number in range(ROUNDS):
        features, added = np.vstack([one for one, _ in seen]), np.concatenate([one for _, one in seen])
        mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-9
        slope = poisson((features - mean) / scale, added)
        weights = np.concatenate([[slope[0] - slope[1:] @ (mean / scale)], slope[1:] / scale])
        if number + 1 < ROUNDS:
            seen += [steps(story, by(weights)) for story in stories]
    return weights


def poisson(features: np.ndarray, added: np.ndarray) -> np.ndarray:
    """Return a constant and a weight for each feature of which the likelihood is highest, large ones penalised."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        logarithm = np.clip(weights[0] + features @ weights[1:], -20, 4)
        mean, slopes = np.exp(logarithm), weights[1:]
        off = mean - added
        slope = np.concatenate([[off.mean()], features.T @ off / len(off) + 2 * PENALTY * slopes])
        return float((mean - added * logarithm).mean() + PENALTY * slopes @ slopes), slope

    start = np.concatenate([[np.log(added.mean())], np.zeros(features.shape[1])])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 60}).x


def count(story: Judged, score: Score) -> Counter:
    """Count the facts of each importance, and those that a page tells."""
    chosen, found = set(page(story, score)), Counter(passages=0, pages=1)
    found["passages"] = len(chosen)
    for importance, who in story.facts:
        found["all", importance] += 1
        found["told", importance] += bool(who & chosen)
        found["could", importance] += bool(who)
    return found


def line(name: str, found: Counter) -> str:
    """Say how much is told."""
    shares = (f"{found[what, kind] / found['all', kind]:.3f}" for what in ("told", "could") for kind in (3, 2, 1))
    three, two, one, *could = shares
    could_be = f"a passage tells {' '.join(could)}"
    return f"{name:16} importance 3 {three}, 2 {two}, 1 {one}; {found['passages'] / found['pages']:.1f} passages; {could_be}"


def main() -> None:
    """Print the table, write the weights, or write the gold."""
    if "--gold" in sys.argv:
        gold = "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in (*given(), *further()))
        Path(sys.argv[sys.argv.index("--gold") + 1]).write_text(gold, "utf-8")
        return
    stories, first = load(), len(given())
    print(line("coverage", sum((count(story, by_coverage) for story in stories), Counter())))
    moved = by(fitted(stories[:first]))
    print(line("40, on the 36", sum((count(story, moved) for story in stories[first:]), Counter())))
    crossed: dict[str, Counter] = defaultdict(Counter)
    for seed in SEEDS:
        order = list(range(len(stories)))
        random.Random(seed).shuffle(order)
        for at in range(FOLDS):
            out = set(order[at::FOLDS])
            score = by(fitted([story for number, story in enumerate(stories) if number not in out]))
            for number in sorted(out):
                crossed["the 40" if number < first else "the 36"] += count(stories[number], score)
    for name, found in crossed.items():
        print(line(f"crossed, {name}", found))
    print(line("crossed, all", sum(crossed.values(), Counter())))
    weights = fitted(stories)
    print(line("fitted on all", sum((count(story, by(weights)) for story in stories), Counter())))
    for name, value in zip(("constant", *FEATURES), weights.tolist(), strict=True):
        print(f"{name:10} {value:8.3f}")
    if "--write" in sys.argv:
        write(weights.tolist())


def write(weights: Sequence[float]) -> None:
    """Put the weights into digest/link/points/weights.py."""
    path = ROOT / "digest/link/points/weights.py"
    text = path.read_text("utf-8")
    constant, *slopes = weights
    before, rest = text[: text.index("CONSTANT")], text[text.index("WEIGHTS = {") :]
    middle = text[text.index('"""', text.index("CONSTANT")) : text.index("WEIGHTS = {")]
    after = rest[rest.index('}\n"""') :]
    values = "".join(f'    "{name}": {value:.3f},\n' for name, value in zip(FEATURES, slopes, strict=True))
    path.write_text(f"{before}CONSTANT = {constant:.3f}\n{middle}WEIGHTS = {{\n{values}{after}", "utf-8")


if __name__ == "__main__":
    main()
