"""Whatever a file holds: a problem with file, line and remedy, or nothing where it is only a cache; never a traceback."""

import json
import os
import time
from datetime import UTC, datetime

import fuzz
import pytest

from digest.acquire.network.schedule import next_allowed
from digest.acquire.seeds.state import read_state
from digest.clean.chrome import chrome
from digest.language.sentences import sentences

NOW = ("--now", "2026-06-05")
DEEP = 100_000
DAYS = ["9999-12-31", "9999-12-31T23:59:59-12:00", "0001-01-01", "0001-01-01T00:00:00+12:00", "'9999-12-31'"]


@pytest.fixture
def root(tmp_path):
    """A digest with a file of every kind."""
    return fuzz.new_digest(tmp_path / "mine")


def commands(digest, root):
    """What reads it all, at any rate."""
    yield digest("check", "--root", root)
    yield digest("check", *NOW, "--root", root)
    yield digest("build", "--no-site", "--root", root)
    yield digest("sources", "--root", root)
    yield digest("fetch", "--dry-run", *NOW, "--root", root)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("key", ["seen", "published", "updated"])
def test_a_day_at_the_edge_of_the_calendar(root, digest, key, day):
    """In an article's header, a feed's item, an answer of a server, and a decision."""
    (root / "seeds/articles/e.md").write_text(f"---\ntitle: At the edge\n{key}: {day}\n---\nThe harbour opened today.\n")
    item = json.loads(fuzz.TEXTS["seeds/archive/a/2026-06.jsonl"].splitlines()[0]) | {key: day.strip("'")}
    (root / "seeds/archive/a/2026-07.jsonl").write_text(json.dumps(item) + "\n")
    moment = "9999-12-31T23:59:59-12:00" if day[0] != "0" else "0001-01-01T00:00:00+12:00"
    feed = {"asked": moment, "succeeded": moment, "wait_until": moment, "failing_since": moment, "failures": 9}
    (root / "seeds/archive/a/http.json").write_text(json.dumps({"feeds": {"https://a.example/f": feed}, "pages": {}}))
    (root / "seeds/curation/c.yml").write_text(fuzz.TEXTS["seeds/curation/c.yml"].replace("2026-06-09", moment))
    assert all(ran.code in (0, 2) for ran in commands(digest, root))


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("ago", ["2 hours ago", "yesterday", "3 weeks ago"])
def test_a_day_at_the_edge_before_which_something_was(root, digest, day, ago):
    """The article has no day then."""
    (root / "seeds/articles/e.md").write_text(
        f"---\ntitle: At the edge\nseen: {day}\n---\n{ago}\n\nThe harbour opened today.\n"
    )
    assert digest("build", "--no-site", "--root", root).code in (0, 2)


@pytest.mark.parametrize(
    "row", [b'{"id": "1", "title": "\\ud800"}', b'{"id": "1", "title": "\xff"}', b"[" * DEEP, b'{"id": "\xed\xa0\x80"}']
)
@pytest.mark.parametrize("command", ["dedupe", "group", "link"])
def test_rows_that_are_no_unicode(tmp_path, digest, command, row):
    """A problem with its line; the other rows are read."""
    (tmp_path / "rows").write_bytes(row + b'\n{"id": "2", "title": "T", "story": "s"}\n')
    done = digest(command, tmp_path / "rows")
    assert done.code == 2
    assert "rows:1" in done.err
    assert done.out.count("\n") == 1


@pytest.mark.parametrize("name", ["articles", "archive", "sources", "../content", "../.digest/html", "../site", "../theme"])
def test_folders_that_lie_too_deep(root, digest, name):
    """Three hundred of them in one another."""
    folder = root / "seeds" / name
    for _ in range(300):
        folder /= "d"
    folder.mkdir(parents=True)
    (folder / "a.md").write_text("---\ntitle: Deep down\n---\nThe harbour opened today.\n")
    assert all(ran.code in (0, 2) for ran in commands(digest, root))
    assert digest("build", *NOW, "--root", root).code in (0, 2)


@pytest.mark.parametrize(
    "text", ["[" * DEEP, '{"a":' * DEEP, "[]", "null", '{"feeds": 1, "pages": []}', '"\\ud800"', "\udcff"]
)
@pytest.mark.parametrize(
    "name",
    [
        *("seeds/archive/a/http.json", "seeds/archive/a/2026-06.jsonl", "seeds/permalinks.jsonl", "content/.manifest.json"),
        *("content/.gitignore", ".digest/site.json", ".digest/html.json", ".digest/mkdocs.yml", "mkdocs.yml"),
    ],
)
def test_what_is_no_such_json(root, digest, name, text):
    """Wrong types, lone surrogates, brackets without end."""
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert all(ran.code in (0, 2) for ran in commands(digest, root))
    if "mkdocs" in name:
        assert digest("build", "--untrusted", *NOW, "--root", root).code in (0, 2)


@pytest.mark.parametrize(
    "line",
    [
        {"id": "abc", "path": "editions/2026/06/05"},
        {"id": "2026-99-99", "path": "editions/2026/99/99"},
        {"id": "0000-01-01", "path": "editions/0000/01/01"},
        {"id": "2026-06-05-x", "path": "editions/2026/06/05"},
        {"id": "2026-06-05", "path": "editions/2026/06/06"},
        {"id": "2026-06-05", "path": "editions/2026/06/05", "redirect": "editions/2026/06/06"},
    ],
)
def test_a_day_of_the_ledger_that_is_none(root, digest, line):
    """A problem with its line; the same day at its own address is right."""
    ledger = root / "seeds/permalinks.jsonl"
    ledger.write_text(json.dumps(line | {"members": []}) + "\n")
    done = digest("build", "--no-site", *NOW, "--root", root)
    assert done.code == 2
    assert "seeds/permalinks.jsonl:1" in done.err
    ledger.write_text('{"id": "2026-06-05", "path": "editions/2026/06/05", "members": []}\n')
    done = digest("build", "--no-site", *NOW, "--root", root)
    assert "permalinks.jsonl:1" not in done.err


@pytest.mark.parametrize("text", ["[", "{a: ", "- ", "? ", "a: [", "&a [*a, "])
@pytest.mark.parametrize("name", ["digest.yml", "sources/a.yml", "topics/t.yml", "curation/c.yml", "articles/a.md"])
def test_yaml_that_lies_too_deep(root, digest, name, text):
    """The parser in C would end the process."""
    deep = f"title: T\nname: N\nkey:\n  {text * DEEP}\n"
    (root / "seeds" / name).write_text(f"---\n{deep}---\nText of it.\n" if name.endswith(".md") else deep)
    done = digest("check", *NOW, "--root", root)
    assert done.code == 2
    assert f"seeds/{name}:" in done.err + done.out


@pytest.mark.parametrize(
    "key", ["link", "title", "publisher_home", "published", "language", "base", "guid", "body", "terms"]
)
@pytest.mark.parametrize(
    "value", ["\ud800", "http://[", "\0\x1b[31m", "[" * DEEP, "9" * 5000, {"a": []}, None, 1e308, "﷽" * 1000]
)
def test_hostile_lines_of_the_archive(root, digest, key, value):
    """Each is an item, or a problem with its line."""
    item = json.loads(fuzz.TEXTS["seeds/archive/a/2026-06.jsonl"].splitlines()[0]) | {key: value}
    (root / "seeds/archive/a/2026-06.jsonl").write_text(json.dumps(item) + "\n")
    assert digest("build", "--no-site", "--root", root).code in (0, 2)


@pytest.mark.parametrize("name", fuzz.NAMES)
@pytest.mark.parametrize(
    "path", ["sources/a.yml", "topics/t.yml", "curation/c.yml", "articles/c.html", "archive/a/2026-06.jsonl", "digest.yml"]
)
def test_names_of_files_that_are_no_words(root, digest, path, name):
    """What is no UTF-8, an escape or a line of its own: each problem says where it is."""
    old = root / "seeds" / path
    new = old.parent / os.fsdecode(name + os.fsencode(old.suffix))
    old.rename(new)
    assert all(ran.code in (0, 2) for ran in commands(digest, root))
    if "articles" in path:
        assert digest("clean", new, "--root", root).code in (0, 2)


def test_two_files_whose_names_are_no_words_have_one_feed(root, digest, git):
    """Also where only what changed is wanted."""
    git(root, "init", "-q")
    git(root, "add", "seeds/digest.yml")
    git(root, "commit", "-qm", "x")
    for name in (b"x\xff.yml", b"y\xff.yml"):
        (root / "seeds/sources" / os.fsdecode(name)).write_text(fuzz.TEXTS["seeds/sources/a.yml"])
    done = digest("check", "--changed", "HEAD", *NOW, "--root", root)
    assert done.code == 2
    assert "seeds/sources/x\\udcff.yml" in done.out


@pytest.mark.parametrize(
    "known",
    [
        *({"skip_hours": [*range(25)]}, {"skip_days": [*range(8)]}, {"skip_hours": [-1]}, {"interval": 10**30}),
        *({"failures": -(10**30)}, {"failures": 10**400}, {"interval": -5}),
    ],
)
def test_counts_of_a_feed_without_end_are_forgotten(root, known):
    """A wait until an hour that no day has would never end; what is right is kept."""
    path = root / "seeds/archive/a/http.json"
    for told, right in ((known, False), ({"skip_hours": [0, 23], "skip_days": [6], "interval": 60, "failures": 3}, True)):
        path.write_text(json.dumps({"feeds": {"https://a.example/f": told}, "pages": {}}))
        assert bool(read_state(root, "a").feeds) == right


def test_a_feed_that_may_be_asked_in_no_hour_may_be_asked_at_once():
    """However often it names each of them."""
    moment = datetime(2026, 6, 5, 9, tzinfo=UTC)
    assert next_allowed(moment, [*range(24), *range(24)], []) == moment
    assert next_allowed(moment, [9] * 24, []) == datetime(2026, 6, 5, 10, tzinfo=UTC)
    assert next_allowed(moment, [], [4] * 7) == datetime(2026, 6, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("[" * DEEP, 2), ('{"digest": "0.1.0", "files": {"a": "\\ud800"}}', 2), ("[]", 2), ("\udcff", 2)),
        *((json.dumps({"digest": "0.1.0", "files": {name: "x"}}), 0) for name in ("a\0b", "a" * 300, "../x", "a\nb", "")),
    ],
)
def test_a_record_of_who_made_it_that_is_none(root, digest, text, code):
    """A mistake that is named; a name that no version wrote is passed over."""
    (root / "made-by.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    done = digest("upgrade", "--root", root)
    assert done.code == code
    assert ("made-by.json:1" in done.err) == (code == 2)


def test_settings_without_end(root, digest):
    """A mistake that is named at once; reading YAML takes seconds a megabyte."""
    (root / "mkdocs.yml").write_text("site_name: x\nnav:\n" + "- a.md\n" * 200_000)
    done = digest("build", *NOW, "--root", root)
    assert done.code == 2
    assert "mkdocs.yml: this is over 1 MB" in done.err


@pytest.mark.parametrize(
    "line", ["the " + "- " * 1_700 + "mayor", "share" + " |" * 1_700 + " mayor", "1 " * 1_700 + "mayor"]
)
def test_a_line_of_marks_is_read_at_once(line):
    """Two of them, each as long as a line may be that surrounds an article, which once took half a minute each."""
    began = time.process_time()
    assert chrome(line[-3_500:]) is None
    assert chrome(line[line.index(" ") :]) is None
    assert time.process_time() - began < 20


def test_a_sentence_without_end_is_several():
    """None is longer than two thousand characters; each character stands in one."""
    for text in ("<svg><math>" * 10_000, "word " * 10_000, "\u6e2f" * 50_000):
        found = sentences(text, "en")
        assert max(end - start for start, end in found) <= 2_000
        assert sum(len("".join(text[start:end].split())) for start, end in found) == len("".join(text.split()))
    assert sentences("word " * 390 + "end.", "en") == ((0, 1_954),)


def test_damaged_files_of_every_kind(tmp_path):
    """A sample of what `python tests/faults/fuzz.py` tries."""
    assert [(one.name, one.data[:300], how) for one, how in fuzz.wrong(seed=2, count=150, folder=tmp_path)] == []
