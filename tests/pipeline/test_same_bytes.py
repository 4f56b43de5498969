"""The same input gives the same bytes: no zone, locale, hash seed or file order may change one."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from digest.clean.urls import canonical
from digest.cli import building
from digest.cli.building import Build
from digest.runtime import jobs
from digest.runtime.jobs import Jobs
from digest.runtime.terminal import Terminal
from digest.write.new import new

ROOT = Path(__file__).resolve().parents[2]
PLACES = (
    {"TZ": "Pacific/Auckland", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/New_York", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
)


def digest(root: Path, env: dict[str, str], *arguments: object) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "digest", *map(str, arguments), "--root", str(root)]
    return subprocess.run(command, env=os.environ | env, capture_output=True, text=True, check=False)


def tree(root: Path) -> dict[str, bytes]:
    """content/ and site/, Pagefind's own folder aside."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("content", "site")
        for path in (root / folder).rglob("*")
        if path.is_file() and "pagefind" not in path.relative_to(root).parts
    }


def in_order(files: list[Path], seed: int) -> list[Path]:
    shuffled = sorted(files)
    random.Random(seed).shuffle(shuffled)
    return shuffled


def test_the_shipped_seeds_give_the_same_bytes_everywhere(tmp_path):
    """Two fresh builds under other settings, the seeds written in another order."""
    trees = []
    for number, env in enumerate(PLACES):
        root = tmp_path / str(number)
        new(root)
        files = [path for path in (ROOT / "seeds").rglob("*") if path.is_file()]
        for path in in_order(files, number):
            target = root / "seeds" / path.relative_to(ROOT / "seeds")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        built = digest(root, env, "build")
        assert built.returncode == 0, built.stderr
        trees.append(tree(root))
    assert trees[0].keys() == trees[1].keys()
    assert [name for name in trees[0] if trees[0][name] != trees[1][name]] == []


def test_the_bytes_are_the_same_for_any_number_of_processes(tmp_path, monkeypatch):
    """Each article and each story is the same whoever works on it, and the same is remembered."""
    monkeypatch.setattr(jobs, "SPENT", 0)
    monkeypatch.setattr(jobs, "WORTH", 0)
    spread, started = Jobs._spread, []
    monkeypatch.setattr(Jobs, "_spread", lambda made, *given: started.append(made._most) or spread(made, *given))
    trees, keys = [], []
    for number in (1, 2, 3):
        root = tmp_path / str(number)
        new(root)
        shutil.copytree(ROOT / "seeds", root / "seeds", dirs_exist_ok=True)
        building.build(root, Terminal(quiet=True), Build(site=False, jobs=number))
        trees.append(tree(root))
        with sqlite3.connect(root / ".digest/memo.db") as db:
            keys.append(sorted(db.execute("SELECT key FROM memo")))
    assert trees[0] == trees[1] == trees[2]
    assert keys[0] == keys[1] == keys[2]
    assert set(started) == {2, 3}


def test_34_feeds_build_the_same_in_any_order_and_every_item_is_reachable(tmp_path, shared):
    """Feeds added from disk: no exception, copies folded, the same bytes, every item on its source's page."""
    feeds = sorted(shared("data/feeds/ai-labs").glob("*.xml"))
    assert len(feeds) == 34
    trees = []
    for number, env in enumerate(PLACES):
        root = tmp_path / str(number)
        new(root)
        added = digest(root, env, "add", *in_order(feeds, number), "--now", "2026-11-20T10:00:00+00:00")
        assert "Traceback" not in added.stderr, added.stderr
        built = digest(root, env, "build", *(() if number == 0 else ("--no-site",)))
        assert built.returncode == 0, built.stderr
        trees.append({name: data for name, data in tree(root).items() if name.startswith("content/")})
    assert trees[0].keys() == trees[1].keys()
    assert [name for name in trees[0] if trees[0][name] != trees[1][name]] == []
    _every_item_is_reachable(tmp_path / "0")


def _every_item_is_reachable(root: Path) -> None:
    """Each archived address stands in a story, and a page below content/sources/ leads to its row there."""
    pages = "\n".join(path.read_text("utf-8") for path in (root / "content" / "sources").rglob("*.md"))
    rows: dict[str, str] = {}
    for path in (root / "content" / "api" / "stories").glob("*.json"):
        story = json.loads(path.read_bytes())
        for source in story["sources"]:
            for item in (source, *source["copies"]):
                rows[item["url"]] = f"{story['path'].strip('/')}.md#s{source['n']}"
    lines = [line for path in (root / "seeds" / "archive").rglob("*.jsonl") for line in path.read_bytes().splitlines()]
    links = {canonical(link) for line in lines if (link := json.loads(line).get("link"))}
    assert len(links) > 1000
    rows |= {url.partition("#")[0]: row for url, row in rows.items() if url}  # a changelog's items share an address
    assert links <= rows.keys()
    assert [link for link in sorted(links) if rows[link] not in pages] == []
    sizes = Counter(row.partition("#")[0] for row in rows.values())
    assert max(sizes.values()) <= 40, "years of items added in one day are not one story"


@pytest.mark.parametrize("folder", ["content", "site"])
def test_a_second_build_writes_no_file(tmp_path, folder):
    """Nothing changed, nothing written."""
    root = tmp_path / "mine"
    new(root)
    shutil.copytree(ROOT / "seeds", root / "seeds", dirs_exist_ok=True)
    digest(root, {}, "build")
    before = {path: path.stat().st_mtime_ns for path in (root / folder).rglob("*")}
    assert digest(root, {}, "build").returncode == 0
    assert {path: path.stat().st_mtime_ns for path in (root / folder).rglob("*")} == before
    assert before
