"""`digest check --changed BASE`: a contributor reads only of the own files; `--format json` is for programs."""

import json

import pytest

from digest.config.checkout import changed_since
from digest.write.new import new

UNDATED = """---
title: {title}
publisher: The Weston Post
url: https://post.example/{name}
published: soon
---
{title} again.
"""


@pytest.fixture
def root(tmp_path, git):
    """A digest in a repository, on whose main branch lies a file that is wrong."""
    new(tmp_path / "mine")
    (tmp_path / "mine/seeds/articles/old.md").write_text(UNDATED.format(title="The old mill of Weston grinds", name="old"))
    git(tmp_path / "mine", "init", "-q", "-b", "main")
    git(tmp_path / "mine", "add", ".")
    git(tmp_path / "mine", "commit", "-qm", "A digest of our own")
    return tmp_path / "mine"


def add(root, name, title="A ferry is late"):
    (root / f"seeds/articles/{name}.md").write_text(UNDATED.format(title=title, name=name))


def test_only_what_differs_is_printed_and_the_rest_counted(digest, root, git):
    """Committed on a branch, staged, or not known to git yet: all of it is the contributor's."""
    git(root, "switch", "-qc", "mine")
    for name in ("committed", "staged", "new"):
        add(root, name, f"The {name} ferry of Weston")
        if name != "new":
            git(root, "add", ".")
        if name == "committed":
            git(root, "commit", "-qm", "x")
    checked = digest("check", "--root", root, "--changed", "main")
    assert [line.split(":")[0] for line in checked.out.splitlines()] == [
        *("seeds/articles/committed.md", "seeds/articles/new.md", "seeds/articles/staged.md"),
    ]
    assert checked.err.endswith("3 problems in what differs from main, 1 in other files\n")
    assert checked.code == 2


def test_a_fault_of_others_fails_nobody_s_check(digest, root):
    """The exit code tells of what is printed."""
    checked = digest("check", "--root", root, "--changed", "HEAD")
    assert (checked.code, checked.out) == (0, "")
    assert digest("check", "--root", root).code == 2


def test_what_main_did_meanwhile_is_not_the_branch_s(root, git):
    """The files are those since the branch left main."""
    git(root, "switch", "-qc", "mine")
    add(root, "ours")
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")
    git(root, "switch", "-q", "main")
    add(root, "theirs")
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")
    git(root, "switch", "-q", "mine")
    assert changed_since(root, "main") == {"seeds/articles/ours.md"}


def test_names_are_those_from_the_digest_s_folder(tmp_path, git):
    """A digest below a repository's root, and names that git would quote."""
    new(tmp_path / "all/mine")
    git(tmp_path / "all", "init", "-q")
    git(tmp_path / "all", "add", ".")
    git(tmp_path / "all", "commit", "-qm", "x")
    (tmp_path / "all/elsewhere.md").write_text("x")
    (tmp_path / "all/mine/seeds/articles/brücke im \t.md").write_text("x")
    assert changed_since(tmp_path / "all/mine", "HEAD") == {"seeds/articles/brücke im \t.md"}


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "", "HEAD^7", "main:seeds"])
def test_a_base_that_is_no_commit_is_said_so(digest, root, base):
    """And no option of git's can be smuggled in."""
    assert changed_since(root, base) is None
    if base:
        refused = digest("check", "--root", root, "--changed", base)
        assert (refused.code, "names no commit here" in refused.err) == (2, True)
    assert not (root / "x").exists()


def test_without_a_repository_nothing_is_known(tmp_path):
    """A folder in no repository has no base."""
    new(tmp_path / "mine")
    assert changed_since(tmp_path / "mine", "HEAD") is None


def test_json_is_one_array_of_objects(digest, root):
    """On stdout, with the words for people on stderr; empty where nothing is wrong."""
    (row,) = json.loads(digest("check", "--root", root, "--format", "json").out)
    assert row == {
        "stage": "acquire",
        "file": "seeds/articles/old.md",
        "line": 5,
        "column": 12,
        "code": "wrong-value",
        "what": "`published`: this is no date as it must be written (found the text 'soon')",
        "remedy": "for example `published: 2026-06-04`",
        "by_hand": True,
    }
    assert json.loads(digest("check", "--root", root, "--format", "json", "--changed", "HEAD").out) == []
