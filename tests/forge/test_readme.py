"""The README's own steps, from an empty folder to a repository whose site is published."""

import os
import re
import subprocess
import sys

import pytest
from runner import ROOT, Forge

WORDS = (
    "The tide mill of Weston ground flour on Thursday for the first time in 80 years.\n\nThree bakers came to watch it.\n"
)


def block(heading, text):
    """The commands of the first block below a heading, without what stands behind `#`."""
    part = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line.partition("   ")[0].rstrip() for line in re.findall(r"^    (\S.*)$", part, re.MULTILINE)]
    return [line.partition("  #")[0].rstrip() for line in lines]


@pytest.mark.slow
def test_the_steps_lead_from_an_empty_folder_to_a_published_site(tmp_path, git):
    """As they stand there, in one shell; only `digest serve`, which does not end, is left out."""
    forge = Forge(tmp_path, git)
    readme = (ROOT / "README.md").read_text()
    own = [line for line in block("A digest of your own", readme) if line.startswith("digest ")]
    published = block("Publish to GitHub Pages", readme)
    assert [line.split()[1] for line in own] == ["new", "add", "serve"]
    assert [line.split()[1] for line in published] == ["add", "remote"]
    (tmp_path / "home/some/articles").mkdir(parents=True)
    (tmp_path / "home/some/articles/mill.txt").write_text(f"A mill grinds again\n\nWESTON, June 4, 2026 — {WORDS}")
    script = "\n".join(["set -e", *own[:2], *published]).replace("ADDRESS", f"file://{forge.remote}")
    environment = {**os.environ, "PATH": f"{forge.folder / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    identity = {f"GIT_{who}_{what}": "a@weston.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path / "home",
        env=environment | identity,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert git(tmp_path / "home/my-digest", "status", "--porcelain") == ""
    run = forge.run("publish")
    assert not run.failed, run.said
    assert "A mill grinds again" in (forge.deployed / "index.html").read_text()
    assert "stories/2026/06" in forge.held("seeds/permalinks.jsonl")


@pytest.mark.parametrize(("shell", "sign"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "complete --no-files")])
def test_the_shell_completes_commands_and_options(digest, shell, sign):
    """By the line that the README gives."""
    line = 'eval "$(_DIGEST_COMPLETE=bash_source digest)"'
    assert line in (ROOT / "README.md").read_text()
    command = [sys.executable, "-c", "import sys; sys.argv[0] = 'digest'; from digest.__main__ import main; main()"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "_DIGEST_COMPLETE": f"{shell}_source"}
    script = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert sign in script.stdout
    asked = {
        "_DIGEST_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "digest upg",
        "COMP_CWORD": "upg" if shell == "fish" else "1",
    }
    found = subprocess.run(command, env=environment | asked, capture_output=True, text=True, check=True)
    assert "upgrade" in found.stdout
