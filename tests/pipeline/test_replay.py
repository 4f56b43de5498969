"""A digest that is published day by day ends as one that is built at once: the same stories, ties and addresses."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digest.acquire.seeds.archive import append
from digest.model import Entry
from digest.write.new import new

PAPERS = ("courier", "gazette", "herald")
FIRST = datetime(2026, 5, 4, 6, tzinfo=UTC)
SEIZED = "Coastguard seizes the tanker Halcyon off Skarholm"
EVENTS = (
    (0, SEIZED, "Twelve sailors of the tanker Halcyon were brought ashore at dawn.", "Halcyon tanker seized off Skarholm"),
    (5, "Skarholm judge charges crew of tanker Halcyon", "A trial over smuggled diesel begins in June.", None),
    (10, "Owner of the tanker Halcyon sues Skarholm", "The port shall pay for all the diesel, a lawsuit demands.", None),
    (
        1,
        "Orchard blight reaches Upper Brae",
        "Half of the apple trees must be felled before summer.",
        "Blight in Upper Brae",
    ),
)
"""The day of an event, its title in one paper, what is said of it, and its title in another paper."""
SYLLABLES = ("bra", "dol", "fen", "gim", "hur", "kel", "lom", "mir", "nax", "pod", "rus", "tev", "vol", "wim", "zat")
OTHERS = 90
DAYS = (0, 1, 5, 10)


def words(number, count):
    """Made-up words, others for each number."""
    values = [(number * count + at) * 97 % len(SYLLABLES) ** 3 for at in range(count)]
    return " ".join(
        "".join(SYLLABLES[value // len(SYLLABLES) ** place % len(SYLLABLES)] for place in range(3)) for value in values
    )


def items():
    """Yield the paper, the day and the item: the events, and before and beside them matters that have nothing in common."""
    for number, (day, title, text, again) in enumerate(EVENTS):
        yield PAPERS[number % 3], day, title, text
        if again:
            yield PAPERS[(number + 1) % 3], day + 0.2, again, text
    for number in range(OTHERS):
        yield PAPERS[number % 3], number % 4 - 9.0 if number < 80 else 1.1, words(number, 4), f"It {words(number + 400, 5)}."


def entry(paper, day, title, text):
    address = f"https://{paper}.example/{title.lower().replace(' ', '-')}"
    at = (FIRST + timedelta(days=day)).isoformat()
    return Entry(
        where="", kind="text", body=text, source=paper, title=title, link=address, guid=address, published=at, language="en"
    )


def digest(root: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "digest", *arguments, "--root", str(root)]
    done = subprocess.run(command, env=os.environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _brought(day):
    """The day on which a feed first had an item: what is older came with the first."""
    return max(0, int(day))


def publish(root: Path, days) -> list[dict]:
    """Bring in the items of each of these stretches of days, publish after each, and return the stories in the end."""
    new(root)
    (root / "seeds/sources").mkdir(parents=True, exist_ok=True)
    for paper in PAPERS:
        (root / f"seeds/sources/{paper}.yml").write_text(f"name: The {paper.title()}\nhome: https://{paper}.example/\n")
    for stretch in days:
        for paper in PAPERS:
            for day in stretch:
                said = [entry(*item) for item in items() if item[0] == paper and _brought(item[1]) == day]
                append(root, paper, said, FIRST + timedelta(days=day, hours=12))
        digest(root, "publish")
    found = sorted((root / "content/api/stories").glob("*.json"))
    return [json.loads(path.read_text("utf-8")) | {"root": root} for path in found]


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The stories of some days that were published one by one, and of the same days at once."""
    return (
        publish(tmp_path_factory.mktemp("replay"), [[day] for day in DAYS]),
        publish(tmp_path_factory.mktemp("rebuild"), [DAYS]),
    )


def members(stories):
    """The titles of each story by its id."""
    return {story["id"]: frozenset(source["title"] for source in story["sources"]) for story in stories}


def test_the_same_articles_are_together(both):
    """What came later moved none that was there."""
    replayed, rebuilt = (set(members(stories).values()) for stories in both)
    assert replayed == rebuilt
    assert any(len(titles) == 2 for titles in rebuilt)


def test_the_same_stories_continue_one_another(both):
    """With the same words as the reason."""

    def ties(stories):
        of = members(stories)
        return {
            (of[one["id"]], other["kind"], of[other["id"]], tuple(other["why"]))
            for one in stories
            for other in one["related"]
        }

    replayed, rebuilt = map(ties, both)
    assert replayed == rebuilt
    assert any(SEIZED in one and kind == "continues" for one, kind, *_ in rebuilt)


def test_published_addresses_last(both):
    """A story keeps its id and the address it was first published under, whatever headline it would have now."""
    replayed, rebuilt = ({story["id"] for story in stories} for stories in both)
    assert replayed == rebuilt
    lines = (both[0][0]["root"] / "seeds/permalinks.jsonl").read_text("utf-8").splitlines()
    first = {row["id"]: row["path"] for row in reversed(list(map(json.loads, lines))) if row["path"].startswith("stories/")}
    assert {story["id"]: story["path"].rstrip("/") for story in both[0]} == first
