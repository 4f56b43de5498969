"""How much of what sources share comes out, and whether anything comes out wrong.

    python tests/quality/link_scores.py            the shipped briefs and tests/golden/briefs against tests/golden/facts
    python tests/quality/link_scores.py FACTS DIR   a list of facts against the dumps of a folder (all one story), such as
                                                   tests/quality/facts_of_dumps.json SEEDS
    python tests/quality/link_scores.py --speed      CPU of the largest headline story and of 300 full texts

A fact counts as covered when a point, figure or quotation holds its terms in the words of one citation, cites at least
two of its sources and none besides (`allowed` ones aside), and as shown side by side when such passages are. A point is
wrong for a fact when its own text holds all of several terms and it cites a source that does not carry the fact. Words that
are cited for part of a point count where they hold the terms themselves.
"""

# ruff: noqa: T201  # printing is its task
from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from development import DEVELOPMENT  # noqa: E402

from digest.acquire import acquire  # noqa: E402
from digest.clean import clean  # noqa: E402
from digest.config import load  # noqa: E402
from digest.dedupe import dedupe  # noqa: E402
from digest.group import group  # noqa: E402
from digest.link import link  # noqa: E402
from digest.model import Article, Edition, Story, Text, newest  # noqa: E402
from digest.verify.citations import quoted, verify  # noqa: E402


def edition(root: Path):
    """Link the digest at `root`, read and grouped as a build does it."""
    config, _ = load(root)
    entries, _ = acquire(config)
    articles, _ = clean(entries, config, None)
    stories, _ = group(dedupe(articles), config.decisions, config.permalinks)
    linked = link(stories, config.sources, config.digest.limits)
    edition = Edition(day=newest([article.day for article in articles]), stories=linked, sources=config.sources)
    verify(edition)
    return edition


def dumps(folder: Path, root: Path) -> None:
    """Lay out an empty digest at `root` with the text files of a folder and the shipped publishers."""
    (root / "seeds/articles").mkdir(parents=True)
    shutil.copytree(ROOT / "seeds/sources", root / "seeds/sources")
    for path in sorted(folder.glob("*.txt")):
        shutil.copy(path, root / "seeds/articles" / path.name)


def shown(story: Story):
    """Every point, figure and quotation of a story: kind, own text and citations."""
    for point in story.points:
        yield "point", point.text, point.citations
    for figure in story.figures:
        yield "figure", figure.label, tuple(one for value in figure.values for one in value.citations)
    for quote in story.quotes:
        yield "quote", quote.text, quote.citations
    for point in story.points:
        beside = tuple(one for passage in point.beside for one in passage.citations)
        yield "compared", point.text, (*point.citations, *beside)


def _plain(words: str) -> str:
    return words.casefold().replace("’", "'")


def judge(story: Story, fact: dict) -> tuple[bool, bool, list[str]]:
    """Whether a story covers a fact, whether it shows it side by side, and the points that cite a wrong source for it."""
    where = {article.id: Path(article.where).name for article in story.articles}
    right = set(fact["sources"]) | set(fact.get("allowed", ()))
    terms = [term.casefold().replace("’", "'") for term in fact["terms"]]
    covered, beside, wrong = False, False, []
    for kind, text, given in shown(story):
        citations = [one for one in given if not one.part or all(term in _plain(quoted(story, one)) for term in terms)]
        cited = {where[citation.article_id] for citation in citations}
        words = [_plain(quoted(story, citation)) for citation in citations]
        fits = kind == "compared" or (kind == "quote") == (fact["kind"] == "quote")
        if fits and len(cited & set(fact["sources"])) > 1 and cited <= right:
            held = any(all(term in each for term in terms) for each in words)
            covered, beside = covered or (held and kind != "compared"), beside or held
        own = _plain(text)
        if kind == "point" and len(terms) > 1 and all(term in own for term in terms) and not cited <= right:
            wrong.append(text)
    return covered, beside, wrong


def golden() -> list[tuple[str, int, int, int, list[str]]]:
    """For each list of facts, on shipped briefs and others: name, covered, covered or side by side, all, wrong lines."""
    with tempfile.TemporaryDirectory() as home:
        root = Path(home)
        shutil.copytree(ROOT / "seeds", root / "seeds")
        shutil.copytree(ROOT / "tests/golden/briefs", root / "seeds/articles", dirs_exist_ok=True)
        stories = edition(root).stories
    found = []
    for path in sorted((ROOT / "tests/golden/facts").glob("*.json")):
        facts = json.loads(path.read_text("utf-8"))["facts"]
        mine = [story for story in stories if any(f"/{path.stem}/" in article.where for article in story.articles)]
        marks = [[judge(story, fact) for story in mine] for fact in facts]
        covered, beside = (sum(any(mark[at] for mark in each) for each in marks) for at in (0, 1))
        wrong = [text for each in marks for *_, texts in each for text in texts]
        found.append((path.stem, covered, beside, len(facts), wrong))
    return found


def speed() -> None:
    """Print the CPU seconds of the largest story of headlines and of 300 full texts."""
    data = DEVELOPMENT / "data/stories"
    for name, most in (("uci_titles", None), ("basil", 300)):
        rows = [json.loads(line) for line in (data / f"{name}.jsonl").open(encoding="utf-8")]
        stories: dict[str, list[dict]] = {}
        for row in rows:
            stories.setdefault("all" if most else row["story"], []).append(row)
        largest = max(stories.values(), key=len)
        while most and len(largest) < most:
            largest = largest + largest
        articles = [
            Article(
                id=f"{number:016x}",
                where=name,
                title=Text(row["title"]),
                paragraphs=(Text(row["text"]),) if row.get("text") else (),
                language="en",
            )
            for number, row in enumerate(largest[:most])
        ]
        bare = Story(id="0" * 16, path="x", headline=articles[0].title, articles=tuple(articles))
        config, _ = load(ROOT)
        link([replace(bare, articles=bare.articles[:2])], config.sources, config.digest.limits)
        start = time.process_time()
        link([bare], config.sources, config.digest.limits)
        print(f"{name}: {len(articles)} articles in {time.process_time() - start:.2f} s of CPU")


def main() -> None:
    """Print what was asked for."""
    if sys.argv[1:] == ["--speed"]:
        speed()
        return
    if len(sys.argv) == 3:
        facts = json.loads(Path(sys.argv[1]).read_text("utf-8"))["facts"]
        with tempfile.TemporaryDirectory() as folder:
            dumps(Path(sys.argv[2]), Path(folder))
            (story,) = edition(Path(folder)).stories
        for fact in facts:
            covered, beside, wrong = judge(story, fact)
            print(
                "covered" if covered else "beside " if beside else "      -",
                fact["fact"],
                "".join(f"\n        WRONG: {text}" for text in wrong),
            )
        covered, beside = (sum(judge(story, fact)[at] for fact in facts) for at in (0, 1))
        print(f"{covered} of {len(facts)} covered, {beside} with those side by side")
        return
    rows = golden()
    for name, covered, beside, total, wrong in rows:
        print(f"{covered:3} {beside:3} of {total:3}  {name}", *(f"\n     WRONG: {text}" for text in wrong))
    covered, beside, total = (sum(row[at] for row in rows) for at in (1, 2, 3))
    print(f"{covered} of {total} covered, {beside} with those side by side, {sum(len(row[4]) for row in rows)} wrong")


if __name__ == "__main__":
    main()
