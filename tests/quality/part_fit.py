# ruff: noqa: T201 -- printing is its task
"""Fits the model of which sentences carry part of a statement, and prints how well it does on stories it was not fitted on.

    python tests/quality/part_fit.py [--write]

A sentence carries part of a statement where a reader said so (tests/quality/carried.jsonl: "s", "w" and "p", not "n"), or
where both hold words of one fact of the gold (see select_fit.py; 76 stories). Where both hold words of facts, but of no
common one, it does not; such a pair counts half, for both may tell something else that is no main fact, and one of which the
other has no main fact counts less. Figures are of 5-fold cross-validation by story, of facts for the most probable sentence
of each article, as on a page. `--write` fits on all of them and writes the weights into digest/link/support/weights.py.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

from link_fit import FOLDS, RIDGE, judgements, write  # noqa: E402
from logistic import logistic  # noqa: E402
from select_fit import further, given  # noqa: E402
from sets import articles_of  # noqa: E402

from digest.link.points.candidates import asked  # noqa: E402
from digest.link.points.comparisons import heads  # noqa: E402
from digest.link.reading import Reading, Span, read  # noqa: E402
from digest.link.support import Parts, SpanTerms, parts, supports  # noqa: E402
from digest.link.support.weights import PART, PART_FEATURES  # noqa: E402

HELD = 0.4
"""Share of a fact's words that a sentence has which tells it."""
NO_FACT = 0.5
"""What a pair counts for that has no main fact in common."""
UNKNOWN = 0.3
"""The same where only the statement has one."""


class Pair(NamedTuple):
    """A statement and a sentence: the features, whether it carries part of it, and which article tells which statement."""

    features: np.ndarray
    carries: bool
    counts: float
    known: bool
    read: bool
    story: str
    whose: int


def by_readers() -> Iterator[Pair]:
    """Yield the pairs that readers judged."""
    for story, reading, wanted in judgements():
        terms, able = SpanTerms(reading), np.zeros(len(reading.spans), dtype=bool)
        able[[other for _, other in wanted]] = True
        found = measured(reading, terms, sorted({one for one, _ in wanted}), able)
        for at, pair in enumerate(zip(found.statements.tolist(), found.supporters.tolist(), strict=True)):
            if pair in wanted:
                yield Pair(found.features[at], wanted[pair][0] != "n", 1.0, True, True, story, at)


def by_facts() -> Iterator[Pair]:
    """Yield the pairs of sentences that both tell main facts."""
    gold = [*given(), *further()]
    articles = {name: articles_of(name) for name in sorted({one["set"] for one in gold})}
    for one in gold:
        reading = read(articles[one["set"]][str(one["story"])])
        begun = sorted(set(heads(reading).values()))
        tells = {row: facts_in(reading, reading.spans[row], one["facts"]) for row in begun}
        able = np.zeros(len(reading.spans), dtype=bool)
        able[begun] = True
        found = measured(reading, SpanTerms(reading), [row for row in begun if tells[row]], able)
        for at, (row, other) in enumerate(zip(found.statements.tolist(), found.supporters.tolist(), strict=True)):
            carries, known = bool(tells[row] & tells[other]), bool(tells[other])
            counts = 1.0 if carries else NO_FACT if known else UNKNOWN
            whose = row * len(reading.articles) + reading.spans[other].article
            yield Pair(found.features[at], carries, counts, known, False, str(one["story"]), whose)


def measured(reading: Reading, terms: SpanTerms, statements: Sequence[int], able: np.ndarray) -> Parts:
    """Measure the pairs as a page does: with the statements of the story that support each other."""
    alone = [row for row in asked(reading, terms) if reading.spans[row].alone and reading.spans[row].paragraph]
    return parts(terms, supports(terms, alone), [row for row in statements if not reading.spans[row].pair], able)


def facts_in(reading: Reading, span: Span, facts: Sequence[dict]) -> frozenset[int]:
    """The facts of which a span holds at least `HELD` of an article's words."""
    article, found = reading.articles[span.article], set()
    text = article.passage(span.paragraph)
    for number, fact in enumerate(facts):
        for key in (told["key"] for told in fact["told"] if str(told["article"]) == article.id):
            start = text.find(key)
            if start >= 0 and min(span.end, start + len(key)) - max(span.start, start) >= HELD * len(key):
                found.add(number)
    return frozenset(found)


def fit(pairs: Sequence[Pair]) -> np.ndarray:
    """Fit on some pairs."""
    features, carries, counts = (np.array([one[at] for one in pairs], dtype=np.float64) for at in range(3))
    return np.array(logistic(features, carries, RIDGE, counts))


def crossed(pairs: Sequence[Pair]) -> np.ndarray:
    """Return the probability of each pair by the model fitted without its story."""
    names = sorted({one.story for one in pairs})
    random.Random(3).shuffle(names)
    fold = {name: at % FOLDS for at, name in enumerate(names)}
    logit = np.zeros(len(pairs))
    for out in range(FOLDS):
        fitted = fit([one for one in pairs if fold[one.story] != out])
        for at, one in enumerate(pairs):
            if fold[one.story] == out:
                logit[at] = fitted[0] + one.features @ fitted[1:]
    return 1 / (1 + np.exp(-logit))


def main() -> None:
    """Print the table, or write the weights."""
    pairs = [*by_readers(), *by_facts()]
    chance = crossed(pairs)
    best: dict[tuple[str, int], int] = {}
    for at, one in enumerate(pairs):
        if not one.read and chance[at] > chance[best.get((one.story, one.whose), at)] - 1e-12:
            best[one.story, one.whose] = at
    judged = [at for at, one in enumerate(pairs) if one.read]
    print("        read by readers             of main facts\nfrom   pairs    right     found   pairs    right     found")
    for bound in sorted({0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, PART}):
        shares = []
        for some in (judged, sorted(best.values())):
            kept = [at for at in some if chance[at] >= bound and pairs[at].known]
            right, able = (sum(pairs[at].carries for at in each) for each in (kept, some))
            shares.append(f"{len(kept):8}{right / max(1, len(kept)):9.3f}{right / able:10.3f}")
        print(f"{bound:.2f}{''.join(shares)}")
    fitted = fit(pairs)
    for name, value in zip(("constant", *PART_FEATURES), fitted, strict=True):
        print(f"{name:10} {value:8.3f}")
    if "--write" in sys.argv:
        write("PART_WEIGHTS", fitted)


if __name__ == "__main__":
    main()
