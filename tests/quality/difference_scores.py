# ruff: noqa: T201 -- printing is its task
"""How many of the differences between articles a page shows, and whether what it shows as one is.

    python tests/quality/difference_scores.py [GOLD] [--show]

GOLD has a line a story: {"set", "story", "differ": [{"kind", "what", "values"}]}, with every difference that a reader found
between the articles of data/stories/<set>.jsonl, so that a conflict which is none of them is false; a story may have none. A
value is the place [article, paragraph, start, end] where an article gives one, or {"article", "key"} with its words. Without
GOLD it is tests/quality/differences.jsonl. `--show` names what is missed and what is false.

A difference is shown where one conflict gives two of its values, as two values; it is set side by side where a line and what
stands beneath it do. It is settled where a line has one value and neither shows. Precision is of all conflicts.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

from sets import articles_of, objects  # noqa: E402

from digest.link import link  # noqa: E402
from digest.model import Citation, Figure, Limits, Story  # noqa: E402

GOLD = Path(__file__).parent / "differences.jsonl"
Place = tuple[str, int, int, int]


def stories(gold: list[dict]) -> Iterator[tuple[dict, Story]]:
    """Link the stories of a gold."""
    told = {name: articles_of(name) for name in sorted({one["set"] for one in gold})}
    for one in gold:
        articles = tuple(told[one["set"]][str(one["story"])])
        bare = Story(id="0" * 16, path="x", headline=articles[0].title, articles=articles)
        yield one, link([bare], (), Limits())[0]


def places(story: Story, values: list) -> list[Place]:
    """Return where the values of a difference stand; words that are not found stand nowhere."""
    by_id = {article.id: article for article in story.articles}
    found = []
    for value in values:
        if isinstance(value, list):
            found.append((str(value[0]), *value[1:]))
            continue
        article = by_id[str(value["article"])]
        for paragraph in range(len(article.paragraphs) + 1):
            at = article.passage(paragraph).find(value["key"])
            if at >= 0:
                found.append((article.id, paragraph, at, at + len(value["key"])))
                break
    return found


def said(citation: Citation) -> Iterator[Place]:
    """Return where the words stand that a citation is for."""
    for start, end in citation.shared or ((0, citation.end - citation.start),):
        yield citation.article_id, citation.paragraph, citation.start + start, citation.start + end


def gives(place: Place, words: Place) -> bool:
    """Whether words hold a value, or are part of what gives it."""
    return place[:2] == words[:2] and place[2] < words[3] and words[2] < place[3]


def shows(figure: Figure, values: list[Place]) -> bool:
    """Whether a conflict gives two of the values, each as another."""
    given = [
        {place for place in values for one in value.citations for words in said(one) if gives(place, words)}
        for value in figure.values
    ]
    return any(mine and theirs and mine != theirs for at, mine in enumerate(given) for theirs in given[:at])


def beside(story: Story, values: list[Place]) -> tuple[bool, bool]:
    """Whether a line has one of the values, and whether words beneath it have another."""
    one, both = False, False
    for point in story.points:
        line = point.citations[0]
        mine = {place for place in values if gives(place, (line.article_id, line.paragraph, line.start, line.end))}
        cited = [each for passage in point.beside for each in passage.citations]
        theirs = {
            place
            for place in values
            for each in cited
            if gives(place, (each.article_id, each.paragraph, each.start, each.end))
        }
        one, both = one or bool(mine), both or bool(mine and theirs)
    return one, both


def main() -> None:
    """Print the scores."""
    named = [each for each in sys.argv[1:] if each != "--show"]
    show = "--show" in sys.argv
    gold = objects(Path(named[0] if named else GOLD))
    count: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for one, story in stories(gold):
        differ = [(each, places(story, each["values"])) for each in one["differ"]]
        for figure in (figure for figure in story.figures if figure.conflict):
            right = any(shows(figure, values) for _, values in differ)
            count["right" if right else "false"] += 1
            if show and not right:
                print(f"  false: {one['set']} {one['story']}: {figure.label} {[value.text for value in figure.values]}")
        for each, values in differ:
            kind = kinds[each.get("kind", "any")]
            shown = any(shows(figure, values) for figure in story.figures if figure.conflict)
            line, both = beside(story, values)
            kind["all"] += 1
            kind["shown"] += shown
            kind["beside"] += both and not shown
            kind["settled"] += line and not both and not shown
            if show and not shown:
                state = "beside" if both else "settled" if line else "absent"
                print(f"  {state}: {one['set']} {one['story']}: {each['what']}")
    total = sum(kinds.values(), Counter())
    for name, kind in (*sorted(kinds.items()), ("together", total)):
        print(
            f"{name:9} shown {kind['shown']:2} of {kind['all']:2}, "
            f"side by side {kind['beside']:2}, settled {kind['settled']:2}"
        )
    shown = count["right"] + count["false"]
    print(f"{len(gold)} stories; conflicts right {count['right']} of {shown}")


if __name__ == "__main__":
    main()
