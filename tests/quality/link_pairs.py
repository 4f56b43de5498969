# ruff: noqa: T201 -- printing is its task
"""Pairs of passages to be judged by a reader: do the words of one carry the statement of the other?

    python tests/quality/link_pairs.py NAME FIRST COUNT >PAIRS.jsonl    of stories FIRST … of a set in data/stories

Prints up to `EACH` pairs a story as JSON lines with both passages in their surroundings. A judgement goes to
tests/quality/carried.jsonl as places only ({"set", "one", "other", "label"}; one and other are article id, paragraph,
start, end), so that no article's text is kept; tests/quality/link_fit.py fits digest/link/support/model.py on them.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

from sets import articles_of  # noqa: E402

from digest.link.reading import Reading, Span, read  # noqa: E402
from digest.link.support.model import LEAST_SHARED, supports  # noqa: E402
from digest.link.support.terms import SpanTerms  # noqa: E402
from digest.model import Article  # noqa: E402

EACH = 24
"""Pairs of a story."""
BANDS = (0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9)
"""Probabilities between which as many pairs are taken."""


def stories(name: str) -> dict[str, tuple[Article, ...]]:
    """Return the stories of two to eight articles of a set, by name, in an order that says nothing about them."""
    told = articles_of(name)
    names = sorted(story for story in told if len(told[story]) > 1)
    random.Random(7).shuffle(names)
    return {story: tuple(told[story][:8]) for story in names}


def pairs(reading: Reading, seed: int = 0) -> Iterator[tuple[int, int]]:
    """Yield rows of spans (statement, words), as many of each probability, one of two sentences."""
    terms, rng = SpanTerms(reading), random.Random(seed)
    rows = [row for row, span in enumerate(reading.spans) if span.alone and terms.total[row] >= LEAST_SHARED]
    found = supports(terms, rows)
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    for row, other, chance in zip(found.statements.tolist(), found.supporters.tolist(), found.chance.tolist(), strict=True):
        where = (row, int(terms.owner[other]))
        best[where] = max(best.get(where, (0.0, 0, 0)), (chance, -row, -other))
    bands: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for chance, row, other in sorted(best.values()):
        bands[sum(chance >= bound for bound in BANDS)].append((-row, -other))
    for band in bands.values():
        rng.shuffle(band)
    bands.pop(0, None)
    taken: set[tuple[int, int]] = set()
    while any(bands.values()) and len(taken) < EACH:
        for band in [bands[key] for key in sorted(bands) if bands[key]]:
            row, other = band.pop()
            where = (reading.spans[row].sentence, reading.spans[other].sentence)
            if where not in taken and len(taken) < EACH:
                taken.add(where)
                yield row, other


def place(reading: Reading, span: Span) -> list[object]:
    """Where a span stands."""
    return [reading.articles[span.article].id, span.paragraph, span.start, span.end]


def marked(reading: Reading, span: Span, around: int = 260) -> str:
    """The words of a span between ⟦ and ⟧, with what stands before and after them."""
    text = reading.articles[span.article].passage(span.paragraph)
    before, after = text[max(0, span.start - around) : span.start], text[span.end : span.end + 120]
    return f"{before}⟦{reading.words(span)}⟧{after}"


def main() -> None:
    """Print the pairs of some stories."""
    name, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    for story, articles in list(stories(name).items())[first : first + count]:
        reading = read(articles)
        for row, other in pairs(reading):
            one, two = reading.spans[row], reading.spans[other]
            print(
                json.dumps(
                    {
                        "set": name, "story": story, "one": place(reading, one), "other": place(reading, two),
                        "title_one": reading.articles[one.article].title, "title_other": reading.articles[two.article].title,
                        "statement": marked(reading, one), "words": marked(reading, two),
                    },
                    ensure_ascii=False,
                )
            )  # fmt: skip


if __name__ == "__main__":
    main()
