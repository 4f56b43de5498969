"""The commands of the documentation were run: each page's consoles print what the page shows, without the network."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from sessions import FENCE, Command, fits, printed, script, steps

from digest.cli.main import cli

ROOT = Path(__file__).resolve().parents[2]
DOCS = sorted((ROOT / "docs").glob("*.md"))
TOLD = [*DOCS, ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "digest/write/skeleton/README.md"]
RUN = [path for path in DOCS if "```console\n" in path.read_text("utf-8")]
GUIDES = {"start", "contributor", "maintainer", "curation", "editors", "api", "publishing"}


def named(paths):
    return {"argvalues": paths, "ids": [path.stem for path in paths]}


@pytest.fixture
def shell(tmp_path):
    """Return a function that runs a script in an empty folder, with `digest` and nobody's settings."""
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "digest").write_text(f"#!{sys.executable}\nfrom digest.__main__ import main\nmain()\n")
    (tools / "digest").chmod(0o755)
    place = tmp_path / "empty"
    place.mkdir()
    clean = {
        "PATH": f"{tools}:/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_SYSTEM": "/dev/null",
        "GIT_CEILING_DIRECTORIES": str(tmp_path),
        **{f"GIT_{who}_NAME": "A. Person" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "person@example.org" for who in ("AUTHOR", "COMMITTER")},
    }
    offline = ["unshare", "--map-root-user", "--net"]
    alone = subprocess.run([*offline, "true"], capture_output=True, check=False).returncode == 0

    def run(text):
        command = [*(offline if alone else []), "bash", "-c", text]
        done = subprocess.run(command, cwd=place, env=clean, capture_output=True, text=True, check=False)
        return done.stdout, done.stderr

    return run


@pytest.mark.parametrize("path", **named(RUN))
def test_the_consoles_of_a_page_print_what_it_shows(path, shell):
    """From an empty folder, in the order of the page; every command ends with 0 unless the page names another code."""
    found = steps(path.read_text("utf-8"))
    out, wrong = shell(script(found))
    results = printed(out)
    commands = [step for step in found if isinstance(step, Command)]
    assert len(results) == len(commands), wrong
    for command, (said, code) in zip(commands, results, strict=True):
        assert code == command.code, f"$ {command.words}\n{said}"
        assert fits(command.shown, said), f"$ {command.words}\n{said}"


def test_the_guides_have_consoles():
    """A page without one would be tested by nobody."""
    assert {path.stem for path in RUN} == GUIDES


@pytest.mark.parametrize(
    ("shown", "out", "right"),
    [
        ([], "", True),
        ([], "a word", False),
        (["…"], "a\nb", True),
        (["a … c"], "a b c", True),
        (["a", "…", "c"], "a\nb\nb\nc", True),
        (["a"], "b", False),
        (["a"], "a\nb", False),
    ],
)
def test_what_is_shown_is_compared(shown, out, right):
    """The comparison itself can fail."""
    assert fits(shown, out) == right


@pytest.mark.parametrize("path", **named(TOLD))
def test_each_command_that_is_told_exists(path):
    """With the options shown, in consoles, in indented and fenced blocks, and in code within a sentence."""
    text = re.sub(
        r"^```(?:yaml|json|xml|html|mermaid|python).*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    told = re.findall(r"(?:^\$ |^ {4,}|^|&& |\|\| |; |`)digest ([a-z]+)((?: [^`#&|;\n]+)?)", text, re.MULTILINE)
    for command, rest in told:
        if command in cli.commands:
            known = {word for option in cli.commands[command].params for word in (*option.opts, *option.secondary_opts)}
            assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= known | {"-h", "--help"}, f"digest {command}{rest}"
    unknown = {command for command, _ in told} - set(cli.commands)
    assert unknown <= {"digest", "is", "then", "of"}, f"{unknown} in {path.name}"


def test_no_fence_is_left_open():
    """A block that does not end would hide what follows from the tests."""
    for path in DOCS:
        text = path.read_text("utf-8")
        assert text.count("```") == 2 * len(re.findall(r"^```\w*.*?\n.*?^```$", text, re.MULTILINE | re.DOTALL)), path.name
        assert all(block["kind"] != "console" or block["text"].startswith("$ ") for block in FENCE.finditer(text)), path.name
