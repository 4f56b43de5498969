"""The workflows, of this repository and of a new digest: short, pinned, and with no more rights than they use."""

import functools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from digest.cli.main import cli

ROOT = Path(__file__).resolve().parents[2]
SKELETON = ROOT / "digest/write/skeleton"
FILES = sorted((SKELETON / ".github").rglob("*.yml"))
WORKFLOWS = [path for path in FILES if path.parent.name == "workflows"]
INSTALLS = "actions/digest/action.yml"
"""The only file in which the two sets differ: this repository installs itself."""


def read(path):
    return yaml.safe_load(path.read_text())


def steps(path):
    workflow = read(path)
    jobs = workflow["jobs"].values() if "jobs" in workflow else [workflow["runs"]]
    return [step for job in jobs for step in job["steps"]]


def test_there_are_five():
    """One for each thing that happens to a digest."""
    assert [path.stem for path in WORKFLOWS] == ["check", "comment", "fetch", "mail", "publish"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_this_repository_has_those_of_a_new_digest(path):
    """What is tried here every day is what others get."""
    name = path.relative_to(SKELETON)
    same = (ROOT / name).read_bytes() == path.read_bytes()
    assert same or name.as_posix().endswith(INSTALLS)


@pytest.mark.parametrize("path", [path for path in FILES if "uses:" in path.read_text()], ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_with_its_version_beside_it(path):
    """A tag can be moved to another commit; the version tells a person which one it is."""
    pinned = re.compile(r"uses: (actions/[\w-]+(/\w+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+|\./\.github/actions/digest)$")
    for line in path.read_text().splitlines():
        assert "uses:" not in line or pinned.search(line), line


def test_one_action_has_one_commit():
    """The workflows of a digest are brought up to date together."""
    used = {}
    for path in [*FILES, ROOT / ".github" / INSTALLS]:
        for name, commit in re.findall(r"uses: (actions/[\w-]+)[/\w]*@(\w+)", path.read_text()):
            assert used.setdefault(name, commit) == commit


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_short_and_calls_what_anyone_can_run(path):
    """No step holds more than a few lines, and each command is one of `digest`."""
    for step in steps(path):
        assert step.get("run", "").count("\n") <= 6
        for command in re.findall(r"\bdigest (?!fetch --format)([a-z]+)\b", step.get("run", "")):
            assert command in cli.commands


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_do_only_what_its_jobs_name(path):
    """No right by default; only who commits may write files, and what runs over a pull request may read alone."""
    workflow = read(path)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        writes = {name for name, level in job["permissions"].items() if level == "write"}
        runs = " ".join(step.get("run", "") for step in job["steps"])
        assert ("contents" in writes) == ("digest push" in runs)
        assert job["timeout-minutes"] <= 60
    if path.stem == "check":
        assert workflow["jobs"]["check"]["permissions"] == {"contents": "read"}
        assert "secrets" not in path.read_text()
        assert "token" not in path.read_text()
        assert "digest fetch" not in path.read_text()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_credentials_are_left_in_the_checkout(path):
    """A token is handed to the step that needs it."""
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", ["publish", "fetch"])
@pytest.mark.slow
def test_documentation_is_published_beside_the_digest_where_there_is_any(name, tmp_path):
    """This repository's stands under docs/ of the deployed site; a digest without a docs.yml deploys what it did."""
    path = next(path for path in WORKFLOWS if path.stem == name)
    (step,) = [step["run"] for step in steps(path) if "mkdocs" in step.get("run", "")]
    where = [step.get("run", step.get("uses", "")) for step in steps(path)]
    built = next(at for at, words in enumerate(where) if words.startswith("digest publish"))
    deployed = next(at for at, words in enumerate(where) if "upload-pages-artifact" in words)
    assert built < where.index(step) < deployed
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    run = functools.partial(subprocess.run, ["bash", "-eo", "pipefail", "-c", step], cwd=tmp_path, env={"PATH": path})
    assert run(check=True).returncode == 0
    assert not (tmp_path / "site").exists()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the digest")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# How to read it\n")
    (tmp_path / "docs.yml").write_text("site_name: How to\ndocs_dir: docs\nplugins: []\n")
    run(check=True)
    assert "How to read it" in (tmp_path / "site/docs/index.html").read_text()
    assert (tmp_path / "site/index.html").read_text() == "the digest"


def test_the_comment_takes_no_word_of_the_pull_request_but_its_report():
    """Neither its branch, its title nor its files: what was checked is known by the commit."""
    text = next(path for path in WORKFLOWS if path.stem == "comment").read_text()
    assert not re.search(r"head_branch|head_ref|pull_requests|title|head_commit|ref:", text)
    assert "digest comment" in text


@pytest.mark.parametrize("folder", [ROOT, SKELETON], ids=["this repository", "a new digest"])
def test_zizmor_finds_nothing(folder, program):
    """What an attacker could do with them, by https://docs.zizmor.sh."""
    command = [program("zizmor"), "--offline", "--no-progress", "--quiet", folder / ".github"]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("folder", [ROOT, SKELETON], ids=["this repository", "a new digest"])
def test_actionlint_finds_nothing(folder, program):
    """Misspelt keys, contexts that are not there, inputs that an action does not know."""
    files = sorted((folder / ".github/workflows").glob("*.yml"))
    checked = subprocess.run(
        [program("actionlint"), "-no-color", *files], capture_output=True, text=True, check=False, cwd=folder
    )
    assert checked.returncode == 0, checked.stdout
