"""The labelled sets of the development data, as the scripts here read them."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

from development import DEVELOPMENT

from digest.cli import rows
from digest.model import Article

STORIES = DEVELOPMENT / "data/stories"
MAIN_FACTS = DEVELOPMENT / "data/gold/main_facts.jsonl"


def articles_of(name: str) -> dict[str, list[Article]]:
    """Return the articles of each story of a set, by the story's name, in the order of the set."""
    told: dict[str, list[Article]] = defaultdict(list)
    with (STORIES / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for row in rows.read(lines, name)[0]:
            told[str(row.story)].append(row.article)
    return told


def objects(path: Path) -> list[dict]:
    """Return the objects of a file that has one a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
