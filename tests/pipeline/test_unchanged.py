"""A build that reads and finds what the last one left says the same and is done; any difference, and all is built."""

import os
import shutil

import pytest

from digest import pipeline
from digest.cli import building, finished
from digest.runtime import seal
from digest.runtime.cache import program_hash
from digest.runtime.files import FOLDER, LINK, OTHER, hashes_below
from digest.write.new import new

HARBOUR = """---
title: Easton harbour reopens after 12 days
publisher: Far Post
url: https://far.example/harbour
published: 2026-06-04
text: brief
---
The harbour of Easton reopened on Thursday after 12 days, the port authority of Easton said.
"""
WRONG = "---\ntitle: Weston bridge closes\npublishr: Far Post\n---\nThe old bridge of Weston closes to lorries.\n"


@pytest.fixture
def root(tmp_path):
    """A digest with an article that is right and one that is wrong."""
    new(tmp_path / "mine")
    folder = tmp_path / "mine/seeds/articles"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "harbour.md").write_text(HARBOUR)
    (folder / "bridge.md").write_text(WRONG)
    return tmp_path / "mine"


@pytest.fixture
def build(digest, root, monkeypatch):
    """Return a function that runs a build without the site: what it printed, and whether the pipeline ran."""
    ran = []
    whole = pipeline.build

    def counted(*given):
        ran.append(True)
        return whole(*given)

    monkeypatch.setattr(pipeline, "build", counted)

    def run(*arguments, command="build", site=False):
        ran.clear()
        words = () if site or command == "publish" else ("--no-site",)
        return digest(command, "--root", root, *words, *arguments), bool(ran)

    return run


def said(done):
    """What a run printed but for how many files it found unchanged: those that it made count as such next time."""
    return done.code, done.out, [line for line in done.err.splitlines() if not line.startswith("files: ")]


def test_an_unchanged_build_says_the_same_and_builds_nothing(build):
    """Every problem, note and count, in whichever form, and the same exit code."""
    first, ran = build()
    assert (ran, first.code) == (True, 2)
    assert "bridge.md:3" in first.err
    for form in ("text", "github"):
        again, ran = build("--format", form)
        assert not ran
        assert again.code == 2
        assert "0 added" not in again.err
        assert "bridge.md" in again.err
    again, ran = build()
    assert (ran, said(again)) == (False, said(first))


def test_it_is_what_a_build_from_nothing_says(build, root):
    """Also how many files are unchanged, and with nothing remembered the bytes are the same."""
    build()
    again, _ = build()
    before = hashes_below(root / "content")
    shutil.rmtree(root / ".digest")
    whole, ran = build()
    assert ran
    assert (whole.code, whole.err) == (again.code, again.err)
    assert hashes_below(root / "content") == before


def rewritten(root, path, old, new):
    """Put other bytes of the same length into a file, and leave its times as they were."""
    times = (root / path).stat()
    (root / path).write_text((root / path).read_text().replace(old, new))
    os.utime(root / path, ns=(times.st_atime_ns, times.st_mtime_ns))


def a_story(root):
    """The path of a generated page of a story."""
    return next((root / "content/stories").rglob("*.md"))


CHANGES = {
    "an article's bytes": lambda root: rewritten(root, "seeds/articles/harbour.md", "12 days", "13 days"),
    "a new article": lambda root: (root / "seeds/articles/new.md").write_text(HARBOUR.replace("harbour", "pier")),
    "an article that is gone": lambda root: (root / "seeds/articles/bridge.md").unlink(),
    "an article of another name": lambda root: (root / "seeds/articles/bridge.md").rename(root / "seeds/articles/b.md"),
    "an empty folder that nothing reads": lambda root: (root / "seeds/topic").mkdir(),
    "a file that nothing reads": lambda root: (root / "seeds/.kept").write_text("x"),
    "a setting": lambda root: (root / "seeds/digest.yml").write_text("title: Another\n"),
    "a link in seeds": lambda root: (root / "seeds/articles/link.md").symlink_to("harbour.md"),
    "a pipe in seeds": lambda root: os.mkfifo(root / "seeds/articles/pipe"),
    "an edited page": lambda root: a_story(root).write_text(a_story(root).read_text() + "x"),
    "a page that is gone": lambda root: a_story(root).unlink(),
    "a hand-written page": lambda root: (root / "content/about.md").write_text("# About\n"),
    "what a killed run left": lambda root: (root / "content/.digest-tmp-x").write_text(""),
    "the manifest": lambda root: (root / "content/.manifest.json").unlink(),
    "the record": lambda root: (root / ".digest/build.json").unlink(),
    "a record that is damaged": lambda root: (root / ".digest/build.json").write_bytes(b"\0" * 99),
    "all that is remembered": lambda root: shutil.rmtree(root / ".digest"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_difference_builds_the_usual_way(build, root, change):
    """Whatever was read or written; nobody asks when a file changed."""
    build()
    CHANGES[change](root)
    assert build()[1]


@pytest.mark.parametrize(
    "arguments", [("--now", "2026-06-09"), ("--url", "https://news.example/"), ("--seeds", "seeds/articles")]
)
def test_another_moment_address_or_seeds_build_the_usual_way(build, root, monkeypatch, arguments):
    """Each is in the pages. The same again is no difference."""
    monkeypatch.chdir(root)
    build()
    assert build(*arguments)[1]
    assert not build(*arguments)[1]
    assert build()[1]


def test_what_git_knows_of_the_seeds_is_read(build, root, git):
    """The newest commit says which dates lie ahead."""
    build()
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "x", "--date", "2026-06-05T00:00Z")
    assert build()[1]
    assert not build()[1]
    (root / "seeds/articles/.hidden").write_text("")
    assert build()[1]


def test_another_program_builds_the_usual_way(build, monkeypatch):
    """Its own source, Python, or what it stands on."""
    build()
    monkeypatch.setattr(finished, "program_hash", lambda: program_hash()[::-1])
    assert build()[1]


def test_what_another_machine_finished_is_not_believed(build, root, monkeypatch):
    """A record that came with a checkout may say anything; the one of this machine says what is wrong."""
    monkeypatch.setattr(seal, "_key", lambda: b"theirs" * 4)
    build()
    monkeypatch.setattr(seal, "_key", lambda: b"ours" * 4)
    assert build()[1]
    held = (root / ".digest/build.json").read_bytes()
    (root / ".digest/build.json").write_bytes(held.replace(b"publishr", b"nothing!"))
    again, ran = build()
    assert ran
    assert "publishr" in again.err


def test_seeds_that_change_while_they_are_read_are_not_what_was_built(build, root, monkeypatch):
    """Nobody knows which of both was read."""
    gather = pipeline.gather

    def meanwhile(*given):
        found = gather(*given)
        rewritten(root, "seeds/articles/harbour.md", "12 days", "13 days")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "gather", meanwhile)
        build()
    assert not (root / ".digest/build.json").exists()
    assert build()[1]


def test_a_page_that_is_edited_before_the_build_ends_is_not_what_was_built(build, root, monkeypatch):
    """The next build would take it for its own."""
    write = building.write

    def meanwhile(*given, **how):
        changes = write(*given, **how)
        CHANGES["an edited page"](root)
        return changes

    with monkeypatch.context() as patched:
        patched.setattr(building, "write", meanwhile)
        build()
    assert build()[1]


def test_a_dry_run_records_nothing(build, root):
    """It says what a build would do, and nothing is written."""
    build("--dry-run")
    assert not (root / ".digest/build.json").exists()
    build()
    held = (root / ".digest/build.json").read_bytes()
    again, ran = build("--dry-run")
    assert (ran, "nothing was written" in again.err) == (False, True)
    assert (root / ".digest/build.json").read_bytes() == held


def test_the_site_follows_what_it_is_made_of_though_content_is_unchanged(build, root):
    """mkdocs.yml, the theme, whether either is trusted, and the site as it stands."""
    build()
    first, ran = build(site=True)
    assert (ran, "site/ is built" in first.err) == (False, True)
    assert "up to date" in build(site=True)[0].err
    assert "site/ is built" in build("--untrusted", site=True)[0].err
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text() + "\nextra: {colour: green}\n")
    assert "site/ is built" in build(site=True)[0].err
    (root / "site/index.html").write_text("mine")
    done, ran = build(site=True)
    assert (ran, "site/ is built" in done.err) == (False, True)
    assert (root / "site/index.html").read_text() != "mine"


def test_publish_appends_the_addresses_of_a_build_before_it(build, root):
    """A story, its day and its source, once: then the ledger has them, and has changed."""
    build()
    (lines, ran), ledger = build(command="publish"), root / "seeds/permalinks.jsonl"
    assert (ran, len(ledger.read_text().splitlines())) == (False, 3)
    assert "3 lines appended" in lines.err
    again, ran = build(command="publish")
    assert (ran, "0 lines appended" in again.err) == (True, True)


def test_a_hand_written_page_in_a_generated_one_s_place_is_named_each_time(build, root):
    """It keeps its place, and its problem."""
    build()
    page = a_story(root)
    page.write_text("# My own words\n")
    first, _ = build()
    again, ran = build()
    assert "hand-written" in first.err
    assert (ran, said(again)) == (False, said(first))
    assert page.read_text() == "# My own words\n"


def test_what_lies_below_a_folder_is_told_without_following_links(tmp_path):
    """Files by their bytes, however long; a pipe is not opened."""
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/one").write_bytes(b"x" * 200_000)
    (tmp_path / "a/two").write_bytes(b"x" * 200_000)
    (tmp_path / "a/link").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "a/pipe")
    found = hashes_below(tmp_path)
    assert found["a/one"] == found["a/two"]
    assert {name: kind for name, kind in found.items() if name not in ("a/one", "a/two")} == {
        "a": FOLDER,
        "a/b": FOLDER,
        "a/link": LINK,
        "a/pipe": OTHER,
    }
