# ruff: noqa: T201 -- printing is its task
"""How complete and how right a story's origins are, against what a person read in its articles.

    python tests/quality/origin_scores.py [--show]

tests/quality/origins.jsonl has a line a story of data/stories: `independent`, the least and the most origins of the core
statement that its articles allow; `repeats`, every outlet to which an article attributes something, and `primary`, who
speaks in a statement, paper or post that an article names; each with the place (paragraph, start, end) of a sentence that
says so, and whether it is `of` the core of the story, a detail, or either. The sentences stay where they are. `later` marks
stories that were read after the rules were written, and on which only few were mended since.

Complete: labelled pairs of article and outlet that `repeated_by` has, for an origin all of whose pairs it has. Right: pairs
of `repeated_by` that are labelled. Core: pairs labelled core that `for_core` has, and pairs of it not labelled a detail.
Primary: of those labelled core how many articles are named for it, by its last word. `independent` is right within its
bounds, too high above them.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

from sets import articles_of, objects  # noqa: E402

from digest.link.origins import Provenance, provenance  # noqa: E402
from digest.link.reading import Reading, read  # noqa: E402
from digest.model import Article  # noqa: E402

LABELS = Path(__file__).parent / "origins.jsonl"
FIGURES = (
    "origins, complete",
    "said, found",
    "repeated, right",
    "core, found",
    "of core, right",
    "primary, found",
    "primary named, right",
)


def last(name: str) -> str:
    """Return the word by which one is called."""
    return name.rsplit(maxsplit=1)[-1].casefold()


def score(label: dict, reading: Reading, found: Provenance, count: Counter[str]) -> list[str]:
    """Count what holds of a story; return what does not."""
    wrong = []
    outlets = [one for one in found.origins if one.kind == "outlet"]
    pairs = {(article, one.name) for one in outlets for article in one.repeated_by}
    core = {(article, one.name) for one in outlets for article in one.for_core}
    labelled: dict[tuple[str, str], str] = {}
    for one in sorted(label["repeats"], key=lambda one: ("core", "either", "detail").index(one["of"])):
        labelled.setdefault((one["article"], one["outlet"]), one["of"])
    for pair, of in labelled.items():
        count["said"] += of != "either"
        count["said, found"] += of != "either" and pair in pairs
        count["core"] += of == "core"
        count["core, found"] += of == "core" and pair in core
        if of != "either" and pair not in pairs:
            wrong.append(f"missed {of}: {pair}")
        elif of == "core" and pair not in core:
            wrong.append(f"not of the core: {pair}")
    for name in sorted({name for _, name in labelled}):
        sure = {pair for pair, of in labelled.items() if pair[1] == name and of != "either"}
        count["origins"] += bool(sure)
        count["origins, complete"] += bool(sure) and sure <= pairs
    for pair in sorted(pairs):
        count["repeated"] += 1
        count["repeated, right"] += pair in labelled
        if pair not in labelled:
            wrong.append(f"not labelled: {pair}")
    for pair in sorted(core):
        count["of core"] += 1
        count["of core, right"] += labelled.get(pair) in ("core", "either")
        if labelled.get(pair) == "detail":
            wrong.append(f"a detail: {pair}")
    named = {(article, one.name) for one in found.origins if one.kind == "primary" for article in one.repeated_by}
    known = [(one["article"], last(one["holder"]), one["of"]) for one in label["primary"]]
    for article, holder, of in known:
        if of == "core":
            hit = any(article == other and holder in name.casefold().split() for other, name in named)
            count["primary"] += 1
            count["primary, found"] += hit
            wrong.extend(() if hit else (f"primary missed: {article} {holder}",))
    for article, name in sorted(named):
        right = any(article == other and holder in name.casefold().split() for other, holder, _ in known)
        count["primary named"] += 1
        count["primary named, right"] += right
        wrong.extend(() if right else (f"primary not labelled: {article} {name}",))
    least, most = label["independent"]
    said = found.independent or 0
    count["independent " + ("too high" if said > most else "too low" if said < least else "right")] += 1
    if not least <= said <= most:
        wrong.append(f"independent {found.independent}, labelled {least} to {most}")
    return wrong


def main() -> None:
    """Print the figures of both parts, and with --show what is wrong."""
    counts: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
    sets: dict[str, dict[str, list[Article]]] = {}
    for label in objects(LABELS):
        if label["set"] not in sets:
            sets[label["set"]] = articles_of(label["set"])
        reading = read(sets[label["set"]][label["story"]])
        counts[label["later"]]["stories"] += 1
        wrong = score(label, reading, provenance(reading, ()), counts[label["later"]])
        if wrong and "--show" in sys.argv:
            print(label["set"], label["story"], *wrong, sep="\n    ")
    for later, count in counts.items():
        print(f"{count['stories']} stories {'read after the rules were written' if later else 'the rules were written on'}")
        for name in FIGURES:
            print(f"    {name}: {count[name]} of {count[name.rpartition(', ')[0]]}")
        print(
            "    independent: "
            + ", ".join(f"{count['independent ' + name]} {name}" for name in ("right", "too high", "too low"))
        )


if __name__ == "__main__":
    main()
