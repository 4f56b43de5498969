"""How well clean reads saved pages and pasted ones: python tests/quality/clean_scores.py [FOLDER]

FOLDER holds pages as data/html of the development data. A paragraph counts where it has more than 40 letters and digits;
precision is the share of our paragraphs that the expected text holds, recall the share of the expected ones that ours
holds. Pasted pages are made and scored by its tools/dumps.py. `--names` prints a line a page, `--libraries` the other
extractors that are installed, on the same pages. `--leave-out` chooses each threshold on all publishers but one and scores
that one, for each of them in turn; `--ablate` leaves out each group of rules and prints what it costs.
"""
# ruff: noqa: T201  # printing is its task

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from development import DEVELOPMENT  # noqa: E402

from digest.clean import chrome, clean  # noqa: E402
from digest.config import Workspace  # noqa: E402
from digest.model import Article, Entry, Settings  # noqa: E402

LEAST = 40
THRESHOLDS = {
    "core.STATEMENT": (6, 8, 10),
    "core._LONG": (24, 30, 40),
    "core._FULL": (15, 20, 25),
    "core._COUNTED_WORDS": (35, 50, 80),
    "core._LOSS": (4, 6, 8, 10),
    "core._NEAR": (3, 5, 8),
    "core.ON_TOPIC": (0.5, 0.7, 0.9),
    "core._ENOUGH": (0.35, 0.5, 0.65),
    "core._AFTER": (5, 10, 15),
    "core._TITLE_SHARE": (0.5, 0.6, 0.7),
    "core._PAGE": (3, 5, 8),
    "page._MOSTLY": (0.7, 0.8, 0.9),
    "page._MINOR": (0.5, 0.7, 0.9),
    "page._USUAL": (0.1, 0.15, 0.25),
}
Page = tuple[str, bytes, dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One page: paragraph F1, whether title, date and every author are right, and the paste's recall and foreign share."""

    name: str
    f1: float
    title: float
    date: float
    author: float
    recall: float
    foreign: float


def dumps() -> Any:
    """Return the module that makes and scores pasted pages."""
    sys.path.insert(0, str(DEVELOPMENT / "tools"))
    try:
        return importlib.import_module("dumps")
    finally:
        sys.path.pop(0)


def f1(paragraphs: list[str], expected: dict[str, Any], tool: Any) -> float:
    """Return the harmonic mean of precision and recall of paragraphs, compared by letters and digits."""
    wanted = [tool.norm(text) for text in tool.texts(expected["body"])]
    given = [tool.norm(text) for text in paragraphs]
    body, have = tool.norm(" ".join(tool.texts(expected["body"]))), tool.norm(" ".join(paragraphs))
    ours, theirs = ([it for it in side if len(it) > LEAST] for side in (given, wanted))
    precision = sum(it in body for it in ours) / max(1, len(ours))
    recall = sum(it in have for it in theirs) / max(1, len(theirs))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def article(name: str, body: str, *, page: bool) -> Article:
    """Clean one page or paste without any metadata beside it."""
    entry = Entry(where=name, line=1, kind="html" if page else "text", page=page, body=body, by_hand=True)
    (found,), _ = clean([entry], Workspace(root=ROOT, digest=Settings()), None)
    return found


def scores(folder: Path) -> Iterator[Score]:
    """Score each page of a folder, in order of name."""
    yield from (scored(*it) for it in dumps().pages(folder))


def scored(name: str, raw: bytes, expected: dict[str, Any]) -> Score:
    """Score one page, saved and pasted."""
    return Score(name=name, **saved(name, raw, expected), **pasted(name, raw, expected))


def saved(name: str, raw: bytes, expected: dict[str, Any]) -> dict[str, float]:
    """Score one page as it was saved."""
    tool = dumps()
    page = article(name, raw.decode("utf-8", "replace"), page=True)
    day = page.published.at.date().isoformat() if page.published else None
    byline = tool.norm(page.byline or "")
    return {
        "f1": f1(list(page.paragraphs), expected, tool),
        "title": tool.norm(page.title) == tool.norm(expected["title"]),
        "date": day == (expected["publishing_date"] or "")[:10],
        "author": all(tool.norm(author) in byline for author in expected.get("authors") or ()),
    }


def pasted(name: str, raw: bytes, expected: dict[str, Any]) -> dict[str, float]:
    """Score one page as somebody would paste it."""
    tool = dumps()
    lines = tool.dump(raw)
    paste = article(name, "\n".join(lines), page=False)
    recall, foreign = tool.score(paste.paragraphs, expected, lines) or (1.0, 0.0)
    return {"recall": recall, "foreign": foreign}


def mean(found: list[Score], field: str) -> float:
    """Return the mean of one field."""
    return sum(getattr(score, field) for score in found) / max(1, len(found))


@contextmanager
def setting(**values: object) -> Iterator[None]:
    """Clean with other values of the names `module.NAME` of digest.clean."""
    places = {name: (importlib.import_module(f"digest.clean.{name.split('.')[0]}"), name.split(".")[1]) for name in values}
    before = {name: getattr(*place) for name, place in places.items()}
    try:
        for name, value in values.items():
            setattr(*places[name], value)
        yield
    finally:
        for name, value in before.items():
            setattr(*places[name], value)


def publisher(name: str) -> str:
    """Return whose page a file is."""
    return name.partition("_")[0]


def gain(score: Score) -> float:
    """What thresholds are chosen by: body found and little else, on the saved page and on the pasted one."""
    return score.f1 + score.recall - score.foreign


def leave_one_out(pages: list[Page]) -> list[Score]:
    """Score each publisher's pages with the thresholds that do best on the pages of all others.

    Each threshold is chosen with the others as they are; a value other than the one in force must do better.
    """
    now = [scored(*page) for page in pages]
    tried = {}
    for name, values in THRESHOLDS.items():
        again = pasted if name.startswith("core.") else saved
        for value in values:
            with setting(**{name: value}):
                tried[name, value] = [replace(old, **again(*page)) for old, page in zip(now, pages, strict=True)]
    found = []
    for at, page in enumerate(pages):
        others = [number for number, other in enumerate(pages) if publisher(other[0]) != publisher(page[0])]
        best = {}
        for name, values in THRESHOLDS.items():
            total = {value: sum(gain(tried[name, value][number]) for number in others) for value in values}
            value = max(values, key=total.__getitem__)
            if total[value] > sum(gain(now[number]) for number in others) + 1e-9:
                best[name] = value
        with setting(**best):
            found.append(scored(*page))
        print(f"{page[0]:44} {gain(now[at]):.3f} -> {gain(found[-1]):.3f} {best}", flush=True)
    return found


def ablations() -> Iterator[tuple[str, dict[str, object]]]:
    """The groups of rules, each with the setting that leaves it out."""
    for number, rules in enumerate((chrome._ALWAYS, chrome._UNLESS_SAID)):
        for reason in rules:
            fewer = chrome._compiled({name: rule for name, rule in rules.items() if name != reason})
            both = tuple(fewer if it == number else old for it, old in enumerate(chrome._RULES))
            yield f"chrome: {reason}", {"chrome._RULES": both}
    yield "dump: consent notices", {"dump.notices": lambda lines: frozenset()}
    yield "dump: end matter", {"dump.end_matter": lambda lines, names, publisher: frozenset()}
    yield "body: layers", {"body.take_out_layers": lambda root: []}
    yield "page: standfirst", {"page._standfirst": lambda before, metadata: iter(())}
    yield "page: junk by name", {"page._JUNK": re.compile(r"(?!)")}
    yield "page: promotions", {"page._is_promotion": lambda node: False}


def summary(found: list[Score]) -> str:
    """Return the means in one line."""
    return ", ".join(f"{name} {mean(found, name):.3f}" for name in ("f1", "title", "date", "author", "recall", "foreign"))


def _libraries() -> dict[str, Callable[[bytes], list[str]]]:
    """The other extractors that are installed here, each as a function from a page to paragraphs."""

    def text_of(markup: str) -> list[str]:
        return [line.strip() for line in dumps().dump(markup.encode())]

    makers: dict[str, Callable[[Any], Callable[[bytes], list[str]]]] = {
        "trafilatura": lambda lib: lambda raw: (lib.extract(raw, include_comments=False) or "").split("\n"),
        "readability": lambda lib: lambda raw: text_of(lib.Document(raw.decode("utf-8", "replace")).summary()),
        "justext": lambda lib: (
            lambda raw: [it.text for it in lib.justext(raw, lib.get_stoplist("English")) if not it.is_boilerplate]
        ),
        "newspaper": lambda lib: lambda raw: _newspaper(lib, raw),
        "goose3": lambda lib: lambda raw: (lib.Goose().extract(raw_html=raw).cleaned_text or "").split("\n"),
        "boilerpy3.extractors": lambda lib: (
            lambda raw: lib.ArticleExtractor().get_content(raw.decode("utf-8", "replace")).split("\n")
        ),
    }
    found = {}
    for name, maker in makers.items():
        try:
            found[name] = maker(importlib.import_module(name))
        except ImportError:
            continue
    return found


def _newspaper(lib: Any, raw: bytes) -> list[str]:
    found = lib.Article("https://example.org/")
    found.set_html(raw.decode("utf-8", "replace"))
    found.parse()
    return str(found.text).split("\n")


def main(arguments: list[str]) -> None:
    """Print the table."""
    folder = next((Path(it) for it in arguments if not it.startswith("-")), DEVELOPMENT / "data" / "html")
    found = list(scores(folder))
    if "--names" in arguments:
        for it in found:
            print(f"{it.name:44} f1 {it.f1:.2f} title {it.title:.0f} date {it.date:.0f} author {it.author:.0f} "
                  f"paste: recall {it.recall:.2f} foreign {it.foreign:.2f}")  # fmt: skip
    print(
        f"{len(found)} pages: " + ", ".join(f"{name} {mean(found, name):.3f}" for name in ("f1", "title", "date", "author"))
    )
    print(f"the same pasted: recall {mean(found, 'recall'):.3f}, foreign characters {mean(found, 'foreign'):.3f}")
    pages = list(dumps().pages(folder))
    if "--leave-out" in arguments:
        print("each publisher by thresholds chosen on the others: " + summary(leave_one_out(pages)))
    if "--ablate" in arguments:
        for name, values in ablations():
            with setting(**values):
                print(f"{name:32} {summary([scored(*page) for page in pages])}")
    if "--libraries" in arguments:
        tool = dumps()
        for name, extract in _libraries().items():
            marks = [f1(extract(raw), expected, tool) for _, raw, expected in pages]
            print(f"{name:24} f1 {sum(marks) / len(marks):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
