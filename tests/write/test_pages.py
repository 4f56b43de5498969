"""content/: exactly the generated pages beside the hand-written ones, all or nothing."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from digest.errors import BusyError, UsageError, WriteError
from digest.model import Page
from digest.runtime.files import TEMPORARY
from digest.runtime.lock import locked
from digest.write import write
from digest.write.new import new
from digest.write.pages import MANIFEST

MARK = "---\ntitle: T\ngenerated: digest\n---\n"


def page(path, text="words"):
    return Page(path=path, text=MARK + text)


def files(root):
    content = root / "content"
    found = (p for p in content.rglob("*") if p.is_file() and p.name not in (MANIFEST, ".gitignore"))
    return {p.relative_to(content).as_posix(): p.read_text() for p in found}


def test_the_second_run_writes_nothing(tmp_path):
    """A preview must not loop, and a second build costs nothing."""
    pages = [page("index.md"), page("stories/2026/06/a.md"), Page(path="feed.xml", text="<rss/>")]
    first = write(pages, tmp_path)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")}
    second = write(pages, tmp_path)
    assert len(first.added) == 3
    assert (second.added, second.updated, second.removed, second.unchanged) == ((), (), (), 3)
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")} == before


def test_a_stale_page_goes_and_takes_its_empty_folders_along(tmp_path):
    """What is no longer generated is removed, and nothing else."""
    write([page("stories/2026/06/a.md"), page("index.md")], tmp_path)
    (tmp_path / "content" / "about.md").write_text("by hand")
    changes = write([page("index.md")], tmp_path)
    assert changes.removed == ("stories/2026/06/a.md",)
    assert not (tmp_path / "content" / "stories").exists()
    assert set(files(tmp_path)) == {"index.md", "about.md"}


def test_a_hand_written_page_is_never_touched(tmp_path):
    """Where one stands in the place of a generated page, the generated one is left out and said so."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Mine")
    changes = write([page("index.md")], tmp_path)
    assert files(tmp_path)["index.md"] == "# Mine"
    assert changes.problems[0].by_hand
    assert "content/index.md" in str(changes.problems[0])
    assert write([], tmp_path).removed == ()
    assert files(tmp_path)["index.md"] == "# Mine"


def test_a_method_page_of_one_s_own_is_no_mistake(tmp_path):
    """It stands in the place of ours, with a note that says how to have ours."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "method.md").write_text("# How we work")
    (problem,) = write([page("method.md")], tmp_path).problems
    assert files(tmp_path)["method.md"] == "# How we work"
    assert (problem.by_hand, problem.where) == (False, "content/method.md")


def test_a_page_that_a_person_took_over_is_theirs(tmp_path):
    """Replacing a generated page by one without the mark keeps it, though the manifest names it."""
    write([page("index.md")], tmp_path)
    (tmp_path / "content" / "index.md").write_text("# Mine now")
    write([page("index.md")], tmp_path)
    assert files(tmp_path)["index.md"] == "# Mine now"


@pytest.mark.parametrize("broken", [None, "", "{", '{"generated": 3}', '{"generated": ["../../etc/passwd"]}'])
def test_a_lost_manifest_is_rebuilt_from_the_marks(tmp_path, broken):
    """Without a manifest the front matter tells generated pages from hand-written ones."""
    write([page("index.md"), page("stories/x.md"), Page(path="api/stories.json", text="[]")], tmp_path)
    (tmp_path / "content" / "about.md").write_text("---\ntitle: generated\n---\nby hand")
    manifest = tmp_path / "content" / MANIFEST
    manifest.unlink() if broken is None else manifest.write_text(broken)
    write([page("index.md")], tmp_path, unmarked=["api/*.json"])
    assert set(files(tmp_path)) == {"index.md", "about.md"}
    assert json.loads(manifest.read_text()) == {"generated": ["index.md"]}


def ignored(root):
    """The files below content/ that git does not take in."""

    def others(*options):
        run = subprocess.run(
            ["git", "-C", str(root), "ls-files", "-o", *options, "content"],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        return {line.removeprefix("content/") for line in run.stdout.split()}

    subprocess.run(["git", "-C", str(root), "init", "-q"], check=True)
    return others() - others("--exclude-standard")


def test_git_ignores_what_is_generated_and_keeps_what_a_person_wrote(tmp_path):
    """Whatever a build makes, with no list of it elsewhere; a method page of one's own is kept."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "method.md").write_text("# How we work")
    (tmp_path / "content" / "about.md").write_text("by hand")
    write([page("index.md"), page("method.md"), page("stories/x.md"), Page(path="news.csv", text="a,b")], tmp_path)
    assert ignored(tmp_path) == {".gitignore", MANIFEST, "index.md", "stories/x.md", "news.csv"}
    write([], tmp_path)
    assert ignored(tmp_path) == set()


def test_a_gitignore_of_one_s_own_stays(tmp_path):
    """A person who wrote one below content/ decides what is in git."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / ".gitignore").write_text("drafts/\n")
    write([page("index.md")], tmp_path)
    write([], tmp_path)
    assert (tmp_path / "content" / ".gitignore").read_text() == "drafts/\n"


def test_a_run_killed_midway_is_finished_by_the_next(tmp_path, monkeypatch):
    """The manifest names every page before the first is touched."""
    import digest.write.pages as room

    real, calls = room.replace_file, []

    def dying(path, data):
        calls.append(path)
        if len(calls) == 3:
            raise KeyboardInterrupt
        real(path, data)

    monkeypatch.setattr(room, "replace_file", dying)
    with pytest.raises(KeyboardInterrupt):
        write([page("a.md"), page("b.md"), page("c.md")], tmp_path)
    monkeypatch.setattr(room, "replace_file", real)
    write([page("c.md")], tmp_path)
    assert set(files(tmp_path)) == {"c.md"}


@pytest.mark.parametrize("path", ["../x.md", "/etc/x.md", "a/../../x.md", ".hidden.md", "a\\b.md", "a/.git/x", "", "a\0.md"])
def test_no_path_leads_out_of_content(tmp_path, path):
    """A page's path lies below content/ or is refused."""
    with pytest.raises(WriteError):
        write([page(path)], tmp_path)
    assert not list(tmp_path.rglob("*.md"))


def test_a_linked_folder_is_refused(tmp_path):
    """A symbolic link in content/ cannot lead a generated page elsewhere."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "stories").symlink_to(outside)
    with pytest.raises(WriteError, match="symbolic link"):
        write([page("stories/x.md")], tmp_path)
    assert not list(outside.iterdir())


def test_two_pages_of_one_path_are_refused(tmp_path):
    """Losing one of them silently would be worse."""
    for texts in (("1", "2"), ("", "")):
        with pytest.raises(WriteError, match="two pages"):
            write([page("a.md", text) for text in texts], tmp_path)


def test_only_one_run_holds_the_lock(tmp_path):
    """A second run says busy at once, and the lock is free when the first has ended."""
    with locked(tmp_path), pytest.raises(BusyError), locked(tmp_path):
        pass
    with locked(tmp_path):
        pass


def test_a_file_in_the_way_is_a_write_error(tmp_path):
    """The system's reason is named with the file."""
    (tmp_path / "content").write_text("")
    with pytest.raises(WriteError, match=r"content"):
        write([page("index.md")], tmp_path)


def test_what_a_killed_run_left_half_written_goes(tmp_path):
    """Its temporary files lie beside the pages."""
    write([page("index.md")], tmp_path)
    left = tmp_path / "content" / f"{TEMPORARY}abc"
    left.write_text("half")
    write([page("index.md", "other")], tmp_path)
    assert not left.exists()


def test_a_page_that_cannot_be_moved_into_place_leaves_nothing_behind(tmp_path, monkeypatch):
    """The temporary file goes, the old page stays, and the error is the caller's."""
    write([page("index.md")], tmp_path)
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(WriteError, match="No space left"):
        write([page("index.md", "other")], tmp_path)
    assert files(tmp_path) == {"index.md": MARK + "words"}


def test_a_folder_in_the_place_of_a_page_is_somebodys(tmp_path):
    """It stays, and the page is left out and named, as with a page by hand."""
    (tmp_path / "content" / "index.md").mkdir(parents=True)
    (problem,) = write([page("index.md")], tmp_path).problems
    assert "content/index.md" in str(problem)
    assert (tmp_path / "content" / "index.md").is_dir()


@pytest.mark.parametrize("method", ["unlink", "rmdir"])
def test_what_cannot_be_removed_is_a_write_error(tmp_path, monkeypatch, method):
    """With its path."""
    write([page("stories/a.md"), page("index.md")], tmp_path)
    monkeypatch.setattr(Path, method, lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    with pytest.raises(WriteError, match=r"stories/a\.md: cannot be removed: Permission denied"):
        write([page("index.md")], tmp_path)


def test_a_page_that_cannot_be_read_is_a_write_error(tmp_path, monkeypatch):
    """Nobody can say whether it is as it should be."""
    write([page("index.md")], tmp_path)
    monkeypatch.setattr(os, "read", lambda *_: (_ for _ in ()).throw(OSError(5, "Input/output error")))
    with pytest.raises(WriteError, match="cannot be read"):
        write([page("index.md", "other")], tmp_path)


def test_a_folder_in_the_place_of_gitignore_is_a_write_error(tmp_path):
    """With what to do, before a page is written."""
    (tmp_path / "content" / ".gitignore").mkdir(parents=True)
    with pytest.raises(WriteError, match=r"content/\.gitignore: cannot be read: .*; make it a file"):
        write([page("index.md")], tmp_path)
    assert files(tmp_path) == {}


def test_a_folder_with_the_name_of_a_temporary_file_is_a_write_error(tmp_path):
    """It may hold what somebody needs: it stays, and who put it there is told to remove it."""
    kept = tmp_path / "content" / f"{TEMPORARY}x"
    kept.mkdir(parents=True)
    with pytest.raises(WriteError, match=rf"content/{TEMPORARY}x: cannot be removed: .*; remove it yourself"):
        write([page("index.md")], tmp_path)
    assert kept.is_dir()
    assert files(tmp_path) == {}


def test_a_page_whose_mark_cannot_be_read_is_a_write_error(tmp_path, monkeypatch):
    """Nobody can say whether it is a person's."""
    write([page("index.md")], tmp_path)
    monkeypatch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    monkeypatch.setattr(Path, "read_bytes", lambda _: b'{"generated": ["index.md"]}')
    with pytest.raises(WriteError, match=r"index\.md: cannot be read: Permission denied"):
        write([page("index.md")], tmp_path)


def test_a_lock_that_cannot_be_made_is_a_write_error(tmp_path):
    """A file lies where the folder belongs."""
    (tmp_path / ".digest").write_text("x")
    with pytest.raises(WriteError), locked(tmp_path):
        pass


def test_a_new_digest_is_a_folder(tmp_path):
    """A file of that name is told, and stays."""
    (tmp_path / "mine").write_text("x")
    with pytest.raises(UsageError, match="is a file; name a folder"):
        new(tmp_path / "mine")
    assert (tmp_path / "mine").read_text() == "x"


def test_what_a_person_put_there_is_named_with_what_to_do(tmp_path):
    """The page that is left out, and the list that was changed; with lines, so that a program can mark them."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/index.md").write_text("# Mine")
    (hand,) = write([page("index.md")], tmp_path).problems
    (tmp_path / "content" / MANIFEST).write_text(json.dumps({"generated": ["../x", "index.md"]}))
    (listed, _) = write([page("index.md")], tmp_path).problems
    assert (hand.stage, hand.where, hand.line, hand.code) == ("render", "content/index.md", 1, "hand-written")
    assert hand.remedy == "rename it, or delete it to have the generated page"
    assert (listed.where, listed.line, listed.code, listed.by_hand) == (f"content/{MANIFEST}", 1, "manifest", True)


def test_a_path_is_as_long_as_systems_take(tmp_path):
    """A name of 255 bytes and a path of 2,000 characters, and no more."""
    write([page("a" * 252 + ".md")], tmp_path)
    for path in ("a" * 253 + ".md", "\u00e9" * 127 + ".md", "a/" * 1_000 + "b.md", "a/\ud800.md"):
        with pytest.raises(WriteError, match="is no path below content/"):
            write([page(path)], tmp_path)


def test_what_changed_is_told_apart(tmp_path):
    """Added, updated, removed and left alone; a run that changes nothing writes no list either."""
    write([page("a.md"), page("b/c.md"), page("b/d.md"), page("e.md")], tmp_path)
    changes = write([page("a.md"), page("b/c.md", "others"), page("f.md"), page("e.md")], tmp_path)
    assert (changes.added, changes.updated, changes.removed, changes.unchanged) == (("f.md",), ("b/c.md",), ("b/d.md",), 2)
    ignored = (tmp_path / "content/.gitignore").read_text().splitlines()
    assert ignored[1:] == ["/.gitignore", "/.manifest.json", "/a.md", "/b/", "/e.md", "/f.md"]
    (tmp_path / "content" / "b" / "c.md").unlink()
    assert write([page("a.md"), page("f.md"), page("e.md")], tmp_path).removed == ()
