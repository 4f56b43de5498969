"""A server that misbehaves in every known way: fetch keeps its manners, loses nothing, and always comes back.

The fetches run in processes of their own, so that what is remembered is what stands in seeds/archive.
"""

import json
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digest.acquire import acquire
from digest.config import load

SECONDS = "8"  # the deadline of an exchange here; 30 in production
HEAVY = {"gzip-bomb", "gzip-nested", "brotli-bomb", "endless", "huge-header", "many-items", "deep", "long-title"}

# What the first fetch of each endpoint brings: items, or the code of its one Problem.
FIRST = {
    **dict.fromkeys(["ok", "etag", "301", "302", "bad-bytes", "nul", "dup-guid", "future"], 2),
    **dict.fromkeys(["epoch", "bad-date", "tracking"], 2),
    **dict.fromkeys(["charset-lies", "utf16", "billion-laughs", "xxe", "xxe-http", "internal-entity", "guid-reuse"], 1),
    **dict.fromkeys(["no-guid-no-link", "chrome-xss", "md-injection", "bidi", "deep", "long-title"], 1),
    "js-link": 3,
    "paths": 18,
    "many-items": 200,
    "loop": "too-many-redirects",
    "404": "http-404",
    "410": "http-410",
    "503-negative": "http-503",
    "500-then-ok": "http-500",
    "empty": "empty-feed",
    "html": "not-a-feed",
    "brotli-bomb": "bad-encoding",
    **dict.fromkeys(["to-metadata", "to-file", "to-decimal", "downgrade-auth"], "refused-address"),
    **dict.fromkeys(["429-seconds", "429-date", "429-absurd"], "http-429"),
    **dict.fromkeys(["slow-body", "slow-header", "hang"], "deadline"),
    **dict.fromkeys(["endless", "gzip-bomb"], "too-large"),
    **dict.fromkeys(["huge-header", "gzip-truncated", "length-lies", "length-negative"], "bad-answer"),
    "gzip-nested": ("bad-encoding", "deadline"),  # the server itself may take longer to make it
}


@dataclass
class Bench:
    """A digest with one source an endpoint, the server, and what each run brought."""

    root: Path
    base: str
    now: datetime

    def get(self, path):
        with urllib.request.urlopen(self.base + path) as answer:
            return json.load(answer)

    def hits(self):
        return {path.lstrip("/"): count for path, count in self.get("/_hits").items()}

    def run(self, after=timedelta(0), only=(), seconds=SECONDS):
        script = Path(__file__).with_name("run_fetch.py")
        names = [f"f-{name}" for name in only]
        command = [sys.executable, str(script), str(self.root), (self.now + after).isoformat(), seconds, *names]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
        report = json.loads(done.stdout)
        report["by_name"] = {it["source"].removeprefix("f-"): it for it in report["fetched"]}
        report["told"] = {}
        for problem in report["problems"]:
            name = problem["where"].removeprefix("seeds/sources/f-").removesuffix(".yml")
            report["told"].setdefault(name, []).append(problem)
        return report

    def entries(self, name):
        return [it for it in acquire(load(self.root)[0])[0] if it.where.startswith(f"seeds/archive/f-{name}/")]


@pytest.fixture(scope="module")
def bench(shared, tmp_path_factory):
    script = shared("tools/fault_server.py")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as server:
        try:
            base = server.stdout.readline().strip()
            root = tmp_path_factory.mktemp("digest")
            (root / "seeds/sources").mkdir(parents=True)
            (root / "seeds/digest.yml").write_text(f'network:\n  allow: ["{base[7:]}"]\n  contact: https://d.example/\n')
            bench = Bench(root=root, base=base, now=datetime.now(UTC).replace(microsecond=0))
            for path in bench.get("/_list"):
                name = path.lstrip("/")
                text = f"name: F\nhome: https://f.example/\nfeeds:\n- url: {base}/{name}\n"
                (root / f"seeds/sources/f-{name}.yml").write_text(text)
            yield bench
        finally:
            server.kill()


@pytest.fixture(scope="module")
def first(bench):
    """The first run, without the heavy endpoints (they would starve the others of this machine)."""
    names = [path.lstrip("/") for path in bench.get("/_list") if path.lstrip("/") not in {*HEAVY, "canary"}]
    return bench.run(only=names) | {"hits": bench.hits()}


@pytest.fixture(scope="module")
def soon(bench, first):
    """A second process, half an hour later."""
    return bench.run(timedelta(minutes=30), [*first["by_name"]]) | {"hits": bench.hits()}


@pytest.fixture(scope="module")
def later(bench, soon):
    """A third process, a day and a bit later; the slow ones are left out."""
    names = [name for name in soon["by_name"] if name not in {"hang", "slow-body", "slow-header"}]
    return bench.run(timedelta(hours=26), names) | {"hits": bench.hits()}


def test_every_endpoint_is_known_here(bench):
    """A new way to misbehave must be met by an expectation."""
    assert {path.lstrip("/") for path in bench.get("/_list")} == {*FIRST, "canary"}


def test_each_fault_is_one_problem_and_each_feed_gives_its_items(first):
    """Every endpoint brings exactly what can be had of it, and at most one Problem, never by hand."""
    for name, fetched in first["by_name"].items():
        told = first["told"].get(name, [])
        if isinstance(FIRST[name], int):
            assert (fetched["outcome"], fetched["items"]) == ("new", FIRST[name]), name
            assert [it["code"] for it in told] == (["moved"] if name == "301" else []), name
        else:
            assert fetched["outcome"] == ("gone" if name == "410" else "failed"), name
            assert [it["code"] for it in told] == [FIRST[name]], name
        assert not any(it["by_hand"] for it in told)


@pytest.mark.parametrize("name", sorted(HEAVY))
def test_what_is_heavy_costs_little_memory(bench, name):
    """Bombs, endless bodies, huge headers, deep and long items grow the process by less than 40 MB."""
    report = bench.run(only=[name], seconds="30")
    wanted = FIRST[name]
    fetched, told = report["by_name"][name], [it["code"] for it in report["told"].get(name, [])]
    if isinstance(wanted, int):
        assert fetched["items"] == wanted
        assert told == ["feed-limit"]
    else:
        assert told[0] in (wanted if isinstance(wanted, tuple) else (wanted,))
    assert report["growth"] < 40


def test_nobody_is_asked_twice_within_the_hour(first, soon):
    """Another process half an hour later sends no request at all."""
    assert all(soon["hits"].get(name) == first["hits"].get(name) for name in [*first["by_name"], "canary"])
    assert {it["outcome"] for it in soon["fetched"]} == {"waiting", "gone"}


def test_external_entities_are_never_asked_for(later, bench):
    """The canary that feeds point at is not requested, and no file of this machine is in the archive."""
    assert "canary" not in later["hits"]
    for name in ("xxe", "xxe-http"):
        assert all("root:" not in (entry.title or "") for entry in bench.entries(name))


def test_validators_are_sent_by_the_next_process(later, bench):
    """What gave an ETag answers 304 to the next process: nothing new, the old items stay."""
    assert later["by_name"]["etag"]["outcome"] == "same"
    assert later["hits"]["etag"] == 2
    assert len(bench.entries("etag")) == 2


def test_a_move_for_good_is_remembered_and_a_passing_one_is_not(first, later):
    """301: the next process asks the new address at once and proposes it for the file; 302: the configured one is asked."""
    assert (later["hits"]["301"], later["hits"]["302"]) == (1, 2)
    (told,) = first["told"]["301"]
    assert told["remedy"].startswith("write `url: http://127.0.0.1:")
    assert "302" not in first["told"]


def test_gone_is_never_asked_again(later):
    """410 ends the asking; the problem is told once."""
    assert later["hits"]["410"] == 1
    assert later["by_name"]["410"]["outcome"] == "gone"
    assert "410" not in later["told"]


def test_retry_after_is_kept_across_processes(bench, first, later):
    """Seconds and dates are waited for, absurd ones no longer than 7 days, negative ones are ignored."""
    assert later["hits"]["429-seconds"] == later["hits"]["429-date"] == later["hits"]["503-negative"] == 2
    assert later["hits"]["429-absurd"] == 1
    state = json.loads((bench.root / "seeds/archive/f-429-absurd/http.json").read_text())
    (feed,) = state["feeds"].values()
    assert datetime.fromisoformat(feed["wait_until"]) - bench.now == timedelta(days=7)


def test_a_server_that_recovers_is_read(later):
    """A 500 is a Problem once; the next run has the items."""
    assert (later["by_name"]["500-then-ok"]["outcome"], later["by_name"]["500-then-ok"]["items"]) == ("new", 2)


def test_a_reused_guid_with_new_text_keeps_both_versions(later, bench):
    """New words under an old guid are archived beside the old ones."""
    assert [entry.body for entry in bench.entries("guid-reuse")] == ["Version 1 of the text.", "Version 2 of the text."]


def test_guids_and_items_without_any_are_kept_apart(first, bench):
    """One guid on two addresses is two items; an item without guid and link has an identity of its own."""
    assert len({entry.link for entry in bench.entries("dup-guid")}) == 2
    (entry,) = bench.entries("no-guid-no-link")
    assert entry.guid
    assert entry.link is None


def test_letters_are_readable_and_controls_are_gone(first, bench):
    """Lying charsets, UTF-16, damaged bytes and NULs give readable words."""
    titles = {name: [entry.title for entry in bench.entries(name)] for name in ("charset-lies", "utf16", "bad-bytes", "nul")}
    assert titles["charset-lies"] == ["Привет"]
    assert titles["utf16"] == ["Žluťoučký"]
    assert sorted(titles["bad-bytes"]) == ["Item 2", "Item ��1"]
    assert sorted(titles["nul"]) == ["Item 2", "Item [31m1"]


def test_a_small_entity_works_and_a_bomb_does_not(first, bench):
    """An honest internal entity is expanded; nested ones are not."""
    assert [entry.title for entry in bench.entries("internal-entity")] == ["Kong news"]
    assert all(len(entry.title or "") < 100 for entry in bench.entries("billion-laughs"))
