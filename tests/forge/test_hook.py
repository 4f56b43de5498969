"""The hook for pre-commit: a commit with a wrong seed file is refused, with what to write instead; no network."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from digest.write.new import new

ROOT = Path(__file__).resolve().parents[2]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.fixture
def commit(program, git, tmp_path):
    """Return a function that commits a new digest with the hook as the guide writes it, and returns (exit code, words)."""
    mine, tools = tmp_path / "mine", tmp_path / "bin"
    new(mine, example=True)
    git(tmp_path, "init", "--quiet", str(mine))
    tools.mkdir()
    (tools / "digest").write_text(f"#!{sys.executable}\nfrom digest.__main__ import main\nmain()\n")
    (tools / "digest").chmod(0o755)
    page = (ROOT / "docs/editors.md").read_text("utf-8")
    (mine / ".pre-commit-config.yaml").write_text(
        re.search(r'title="\.pre-commit-config\.yaml"\n(.*?)```', page, re.DOTALL)[1]
    )
    named = {f"GIT_{who}_{what}": "a@weston.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    clean = os.environ | named | {"PRE_COMMIT_HOME": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    clean["PATH"] = f"{tools}:{Path(program('pre-commit')).parent}:{os.environ['PATH']}"

    def run(*words):
        done = subprocess.run(words, cwd=mine, env=clean, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    assert run("pre-commit", "install")[0] == 0

    def committed():
        git(mine, "add", ".")
        return run("git", "commit", "-m", "A change")

    committed.mine = mine
    return committed


@pytest.mark.slow
def test_a_wrong_file_is_not_committed(commit):
    """And what is right is."""
    code, said = commit()
    assert (code, "Passed" in said) == (0, True), said
    (commit.mine / "seeds/topics/weston.yml").write_text("name: Weston\nalias: [Weston harbour]\n")
    code, said = commit()
    assert code == 1
    assert "seeds/topics/weston.yml:2:1: unknown key `alias`; did you mean `aliases:`?" in said


def test_the_hook_of_this_repository_is_that_of_the_guide(commit):
    """But for who installs the program."""
    config = yaml.safe_load((commit.mine / ".pre-commit-config.yaml").read_text())
    written = config["repos"][0]["hooks"][0]
    assert {**written, "description": HOOK["description"]} == {**HOOK, "language": "system"}
    assert HOOK["language"] == "python"
