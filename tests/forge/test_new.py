"""What `digest new` gives: a digest that works as it stands, with an example that is easy to remove."""

import re
import subprocess
from pathlib import Path

import pytest

from digest import __version__
from digest.cli.main import cli
from digest.write.new import new

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def mine(digest, tmp_path):
    """A new digest as the command line makes it, in no repository."""
    assert digest("new", tmp_path / "mine", "--example").code == 0
    return tmp_path / "mine"


def test_it_is_installed_in_the_version_that_made_it(mine):
    """No workflow installs an empty name, and what the version needs is pinned too."""
    lines = [line for line in (mine / "requirements.txt").read_text().splitlines() if line and not line.startswith("#")]
    assert lines == ["-c constraints.txt", f"cited-digest=={__version__}"]
    assert "{version}" not in (mine / "requirements.txt").read_text()


def test_its_constraints_are_the_versions_of_the_lock():
    """`make lock` writes both."""
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    locked = [line.removesuffix("\\").rstrip() for line in lines if re.match(r"[a-z0-9]", line)]
    constraints = (ROOT / "digest/write/skeleton/constraints.txt").read_text().splitlines()
    assert constraints == [line for line in locked if not line.startswith("flit-core")]
    assert len(constraints) > 50


@pytest.mark.slow
def test_its_example_is_built_and_has_no_problem(digest, mine):
    """The first `digest serve` shows a page, and the first `digest check` finds nothing."""
    checked = digest("check", "--root", mine)
    assert (checked.code, checked.out) == (0, "")
    assert digest("build", "--root", mine, "--no-site").err.startswith("1 story from 1 article of 1 publisher\n")
    pages = [path.read_text() for path in (mine / "content/stories").rglob("*.md")]
    assert any("example" in page for page in pages)


def test_its_example_is_easy_to_remove(digest, mine):
    """Two files, and a second `digest new` does not bring them back."""
    for name in ("articles/example.md", "sources/example-post.yml"):
        assert "delete" in (mine / "seeds" / name).read_text().lower()
        (mine / "seeds" / name).unlink()
    assert digest("new", mine).err.startswith(f"{mine} is a digest already\n")
    assert not (mine / "seeds/articles/example.md").exists()
    assert digest("check", "--root", mine).code == 0


def test_the_example_comes_when_it_is_asked_for(digest, tmp_path):
    """A digest that somebody begins with their own articles has no other."""
    digest("new", tmp_path / "mine")
    assert not (tmp_path / "mine/seeds/articles/example.md").exists()
    assert (tmp_path / "mine/seeds/articles").is_dir()


def test_it_lies_in_a_repository_whose_branch_is_main(mine):
    """The workflows publish what is pushed to main."""
    assert (mine / ".git/HEAD").read_text() == "ref: refs/heads/main\n"


def test_a_digest_within_a_repository_gets_none_of_its_own(digest, tmp_path):
    """A repository in a repository is a surprise."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    said = digest("new", tmp_path / "mine").err
    assert not (tmp_path / "mine/.git").exists()
    assert "repository of its own" not in said


def test_without_git_it_is_made_all_the_same(digest, tmp_path, monkeypatch):
    """Git is needed to publish, not to look."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert digest("new", tmp_path / "mine").code == 0
    assert (tmp_path / "mine/seeds/digest.yml").exists()


def test_it_says_what_comes_next(digest, tmp_path):
    """The steps that are printed are those of the README."""
    said = digest("new", tmp_path / "mine").err
    for words in ('git commit -m "A digest of our own"', "git remote add origin ADDRESS && git push -u origin main"):
        assert words in said
        assert words in (ROOT / "README.md").read_text()
        assert words in (ROOT / "digest/write/skeleton/README.md").read_text()
        assert words in (ROOT / "docs/publishing.md").read_text()
    for command in re.findall(r"\bdigest ((?!of\b|already\b)[a-z]+)", said):
        assert command in cli.commands


def test_what_comes_next_depends_on_the_example(digest, tmp_path):
    """Whoever has it is not told how to get it."""
    assert f"digest new --example {tmp_path / 'mine'} brings" in digest("new", tmp_path / "mine").err
    said = digest("new", tmp_path / "other", "--example").err
    assert "delete the example" in said
    assert "brings an article" not in said


def test_each_folder_that_people_write_in_is_there(mine):
    """Nobody has to guess what it is called."""
    assert {"articles", "curation", "sources", "topics"} <= {path.name for path in (mine / "seeds").iterdir()}


def test_dry_run_writes_nothing(digest, tmp_path):
    """Not the example, and no repository."""
    assert "would be written" in digest("new", tmp_path / "mine", "--dry-run").err
    assert not (tmp_path / "mine").exists()


def test_the_status_page_says_which_version_built_the_site(digest, mine):
    """Whoever looks at a digest can tell what it was made with."""
    digest("build", "--root", mine, "--no-site")
    assert f"built with Digest {__version__}" in (mine / "content/status.md").read_text()


def test_git_keeps_what_two_runs_appended(tmp_path):
    """The attributes of a new digest and of this repository are the same."""
    new(tmp_path)
    assert (tmp_path / ".gitattributes").read_bytes() == (ROOT / ".gitattributes").read_bytes()
