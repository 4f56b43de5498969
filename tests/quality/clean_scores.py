"""How well clean reads saved pages and pasted ones: python tests/quality/clean_scores.py [FOLDER]

FOLDER holds pages as in ../shared/data/html. A paragraph counts where it has more than 40 letters and digits; precision is
the share of our paragraphs that the expected text holds, recall the share of the expected ones that ours holds. Pasted
pages are made and scored by ../shared/tools/dumps.py. `--names` prints a line a page, `--libraries` the other extractors
that are installed, on the same pages.
"""
# ruff: noqa: T201  # printing is its task

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.clean import clean
from digest.config import Config
from digest.model import Article, Entry
from digest.schema import DigestFile

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
LEAST = 40


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
    sys.path.insert(0, str(SHARED / "tools"))
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
    (found,), _ = clean([entry], Config(root=ROOT, digest=DigestFile()), None)
    return found


def scores(folder: Path) -> Iterator[Score]:
    """Score each page of a folder, in order of name."""
    tool = dumps()
    for name, raw, expected in tool.pages(folder):
        page = article(name, raw.decode("utf-8", "replace"), page=True)
        lines = tool.dump(raw)
        paste = article(name, "\n".join(lines), page=False)
        day = page.published.at.date().isoformat() if page.published else None
        byline = tool.norm(page.byline or "")
        recall, foreign = tool.score(paste.paragraphs, expected, lines) or (1.0, 0.0)
        yield Score(
            name=name,
            f1=f1(list(page.paragraphs), expected, tool),
            title=tool.norm(page.title) == tool.norm(expected["title"]),
            date=day == (expected["publishing_date"] or "")[:10],
            author=all(tool.norm(author) in byline for author in expected.get("authors") or ()),
            recall=recall,
            foreign=foreign,
        )


def mean(found: list[Score], field: str) -> float:
    """Return the mean of one field."""
    return sum(getattr(score, field) for score in found) / max(1, len(found))


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
    folder = next((Path(it) for it in arguments if not it.startswith("-")), SHARED / "data" / "html")
    found = list(scores(folder))
    if "--names" in arguments:
        for it in found:
            print(f"{it.name:44} f1 {it.f1:.2f} title {it.title:.0f} date {it.date:.0f} author {it.author:.0f} "
                  f"paste: recall {it.recall:.2f} foreign {it.foreign:.2f}")  # fmt: skip
    print(
        f"{len(found)} pages: " + ", ".join(f"{name} {mean(found, name):.3f}" for name in ("f1", "title", "date", "author"))
    )
    print(f"the same pasted: recall {mean(found, 'recall'):.3f}, foreign characters {mean(found, 'foreign'):.3f}")
    if "--libraries" in arguments:
        tool = dumps()
        pages = list(tool.pages(folder))
        for name, extract in _libraries().items():
            marks = [f1(extract(raw), expected, tool) for _, raw, expected in pages]
            print(f"{name:24} f1 {sum(marks) / len(marks):.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
