"""`digest check --changed BASE`: a contributor reads only of faults that are new; `--format json` is for programs."""

import json
from dataclasses import replace

import pytest

from digest.cli.impact import unknown_to
from digest.config.checkout import seeds_at
from digest.errors import UsageError
from digest.model import Problem

UNDATED = """---
title: {title}
publisher: The Weston Post
url: https://post.example/{name}
published: soon
---
{title} again.
"""


@pytest.fixture
def root(tmp_path, git, new_digest):
    """A digest in a repository, on whose main branch lies a file that is wrong."""
    new_digest(tmp_path / "mine")
    (tmp_path / "mine/seeds/articles/old.md").write_text(UNDATED.format(title="The old mill of Weston grinds", name="old"))
    git(tmp_path / "mine", "init", "-q", "-b", "main")
    git(tmp_path / "mine", "add", ".")
    git(tmp_path / "mine", "commit", "-qm", "A digest of our own")
    return tmp_path / "mine"


def add(root, name, title="A ferry is late"):
    (root / f"seeds/articles/{name}.md").write_text(UNDATED.format(title=title, name=name))


def test_only_what_is_new_is_printed_and_the_rest_counted(digest, root, git):
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
    assert checked.err.endswith("3 problems that main has not, 1 that it has\n")
    assert checked.code == 2


def test_a_fault_of_others_fails_nobody_s_check(digest, root):
    """The exit code tells of what is printed."""
    checked = digest("check", "--root", root, "--changed", "HEAD")
    assert (checked.code, checked.out) == (0, "")
    assert digest("check", "--root", root).code == 2


def test_a_fault_in_a_file_that_nobody_touched_is_the_change_s(digest, root, git):
    """An article names a source whose file is deleted; a second source has a feed of the first one's."""
    (root / "seeds/sources").mkdir(exist_ok=True)
    source = "name: {}\nhome: https://{}.example/\nfeeds:\n  - url: https://{}.example/feed.xml\n"
    (root / "seeds/sources/tide.yml").write_text(source.format("The Tide", "tide", "tide"))
    (root / "seeds/sources/zeal.yml").write_text(source.format("The Zeal", "zeal", "zeal"))
    add(root, "named")
    named = (root / "seeds/articles/named.md").read_text()
    (root / "seeds/articles/named.md").write_text(named.replace("publisher: The Weston Post", "source: tide"))
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")
    (root / "seeds/sources/tide.yml").unlink()
    (root / "seeds/sources/acre.yml").write_text(source.format("The Acre", "acre", "zeal"))
    lines = digest("check", "--root", root, "--changed", "HEAD").out.splitlines()
    assert lines[0].startswith("seeds/articles/named.md:3:9: no source has the id `tide`")
    assert [line.partition(":")[0] for line in lines[1:]] == ["seeds/sources/acre.yml"]


def test_what_two_files_have_is_said_at_the_one_that_the_change_brings(digest, root, git):
    """Neither the article nor the feed that was there before is the contributor's to mend; both are named in the words."""
    (root / "seeds/sources").mkdir(exist_ok=True)
    source = "name: {}\nhome: https://{}.example/\nfeeds:\n  - url: https://zeal.example/feed{}\n"
    (root / "seeds/sources/zeal.yml").write_text(source.format("The Zeal", "zeal", ""))
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")
    git(root, "mv", "seeds/articles/old.md", "seeds/articles/moved.md")
    git(root, "commit", "-qm", "x")
    (root / "seeds/articles/copy.md").write_text((root / "seeds/articles/moved.md").read_text())
    (root / "seeds/sources/acre.yml").write_text(source.format("The Acre", "acre", "/?utm_source=acre"))
    checked = digest("check", "--root", root, "--changed", "HEAD")
    twins = [line for line in checked.out.splitlines() if "already" in line or "also" in line]
    assert [line.partition(":")[0] for line in twins] == ["seeds/articles/copy.md", "seeds/sources/acre.yml"]
    assert "moved.md has this address already" in twins[0]
    assert "is also that of seeds/sources/zeal.yml" in twins[1]
    told = digest("impact", "--root", root, "HEAD").out
    assert "new problem: seeds/articles/copy.md" in told
    assert "new problem: seeds/articles/moved.md" not in told
    assert len(digest("check", "--root", root).out.splitlines()) > len(checked.out.splitlines()) + 1


def test_a_fault_that_moves_within_its_file_is_no_new_one_and_a_second_one_is(digest, root):
    """What stands above it may be mended; the same mistake made twice is two."""
    old = (root / "seeds/articles/old.md").read_text()
    (root / "seeds/articles/old.md").write_text(old.replace("title: The", "author: A. Person\ntitle: The"))
    assert digest("check", "--root", root, "--changed", "HEAD").out == ""
    known = Problem(stage="config", where="a.yml", line=1, code="wrong-value", detail="x")
    assert unknown_to([known], [replace(known, line=4), replace(known, line=9)]) == (replace(known, line=9),)


def test_what_main_did_meanwhile_is_not_the_branch_s(digest, root, git):
    """Main mends its fault, and makes another: for the branch neither is new."""
    git(root, "switch", "-qc", "mine")
    add(root, "ours")
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")
    git(root, "switch", "-q", "main")
    add(root, "theirs")
    (root / "seeds/articles/old.md").unlink()
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")
    git(root, "switch", "-q", "mine")
    lines = digest("check", "--root", root, "--changed", "main").out.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["seeds/articles/ours.md"]


def test_a_digest_below_a_repository_s_root_and_names_that_git_would_quote(digest, tmp_path, git, new_digest):
    """Paths are those from the digest's folder."""
    new_digest(tmp_path / "all/mine")
    add(tmp_path / "all/mine", "brücke im \t")
    git(tmp_path / "all", "init", "-q")
    git(tmp_path / "all", "add", ".")
    git(tmp_path / "all", "commit", "-qm", "x")
    checked = digest("check", "--root", tmp_path / "all/mine", "--changed", "HEAD")
    assert (checked.code, checked.out) == (0, "")
    assert checked.err.endswith("0 problems that HEAD has not, 1 that it has\n")


@pytest.mark.parametrize("base", ["nowhere", "--output=x", "", "HEAD^7", "main:seeds"])
def test_a_base_that_is_no_commit_is_said_so(digest, root, base):
    """And no option of git's can be smuggled in."""
    with pytest.raises(UsageError, match="no commit of a git repository"):
        seeds_at(root, base)
    if base:
        refused = digest("check", "--root", root, "--changed", base)
        assert (refused.code, "name a branch, a tag or a commit" in refused.err) == (2, True)
    assert not (root / "x").exists()


def test_without_a_repository_nothing_is_known(tmp_path, new_digest):
    """A folder in no repository has no base."""
    new_digest(tmp_path / "mine")
    with pytest.raises(UsageError, match="no commit of a git repository"):
        seeds_at(tmp_path / "mine", "HEAD")


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
