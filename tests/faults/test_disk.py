"""A disk that is full or broken at any moment: exit 4 with one line, and the seeds as before, each file and line whole."""

import errno
import os
import tempfile
from pathlib import Path

import fuzz
import pytest

from digest.cli import building
from digest.errors import WriteError
from digest.write import builder, site

NOW = ("--now", "2026-06-05")


@pytest.fixture
def failing(monkeypatch):
    """Return a function that has the n-th of all syncs, renames, new folders and temporary files fail."""
    calls = [0, 0]

    def counted(work):
        def call(*arguments, **options):
            calls[0] += 1
            if calls[0] == calls[1]:
                raise OSError(errno.ENOSPC, "No space left on device")
            return work(*arguments, **options)

        return call

    for owner, name in ((os, "fsync"), (Path, "replace"), (tempfile, "mkstemp"), (Path, "mkdir"), (os, "fchmod")):
        monkeypatch.setattr(owner, name, counted(getattr(owner, name)))

    def at(number):
        calls[:] = [0, number]
        return calls

    return at


def held(root):
    return {path: path.read_bytes() for path in (root / "seeds").rglob("*") if path.is_file()}


@pytest.mark.parametrize("command", ["add", "publish"])
def test_the_nth_write_that_fails(tmp_path, digest, failing, command):
    """For every n: what is there afterwards is what was there, or what is there without a failure."""
    given = [tmp_path / "n.md", tmp_path / "f.xml"]
    given[0].write_text("---\ntitle: A new pier\n---\nA new pier was opened in Weston.\n")
    given[1].write_text(fuzz.TEXTS["given/f.xml"].replace("a.example", "q.example"))
    words = ["add", *given, *NOW] if command == "add" else ["publish", *NOW]
    for number in range(1, 2000, 1 if command == "add" else 47):
        root = fuzz.new_digest(tmp_path / "mine")
        (root / "mkdocs.yml").unlink()  # the site is another test's
        before = held(root)
        calls = failing(number)
        done = digest(*words, "--root", root)
        reached = calls[0] >= number
        failing(0)
        assert done.code in ((4, 0, 2) if reached else (0, 2)), done.err
        assert done.code != 4 or done.err.strip().count("\n") == 0
        after = held(root)
        assert all(after[path].startswith(data) for path, data in before.items())
        assert all(data.endswith(b"\n") for path, data in after.items() if path.suffix == ".jsonl")
        assert all(data for path, data in after.items() if path.name != ".gitkeep")
        if not reached:
            return
    raise AssertionError("there is no end of it")


def test_an_address_is_recorded_before_its_page_can_be_seen(tmp_path, digest, monkeypatch):
    """Where the ledger cannot be written, the site that is there stays."""
    root = fuzz.new_digest(tmp_path / "mine")

    def full(*_):
        raise WriteError("seeds/permalinks.jsonl: No space left on device")

    monkeypatch.setattr(building, "append_ledger", full)
    monkeypatch.setattr(site, "build_site", lambda *_, **__: pytest.fail("the site was built"))
    assert digest("publish", *NOW, "--root", root).code == 4


@pytest.mark.parametrize(
    "words",
    ["OSError: [Errno 28] No space left on device: 'x'", "Error: No space left on device (os error 28)"],
)
def test_a_builder_without_space_is_no_bug(tmp_path, words):
    """MkDocs and Pagefind say it each in their way."""
    command = ["python3", "-c", f"import sys; sys.exit({words!r})"]
    with pytest.raises(WriteError, match="No space left on device"):
        builder.run(command, tmp_path, builder.datetime(2026, 6, 5))
