"""The commands on a real terminal, where a person meets them: pipes hide what goes wrong there."""

import contextlib
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
DIGEST = (sys.executable, "-m", "digest")
HEAVY = ("numpy", "pydantic", "duckdb", "lxml", "rich", "mkdocs", "feedparser")
ARTICLE = """---
title: The old tide mill of Weston grinds again
publisher: The Weston Post
url: https://weston.example/mill
published: 2026-06-04
text: brief
---
The tide mill of Weston ground flour on Thursday for the first time in 80 years, the mill trust said.
"""


class Screen:
    """A command on a pseudo-terminal of its own, and all that it printed there."""

    def __init__(self, *command: object, cwd: Path, **env: str) -> None:
        ours, theirs = pty.openpty()
        plain = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "CI"}}
        given = {"TERM": "xterm", "PYTHONPATH": str(ROOT), **env}
        self.process = subprocess.Popen(
            [*map(str, command)],
            cwd=cwd,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=plain | given,
            start_new_session=True,
        )
        os.close(theirs)
        self._ours, self.text = ours, ""

    def until(self, words: str | None = None, seconds: float = 120) -> str:
        """Read until the words are there, or until the command ends."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and (words is None or words not in self.text):
            if select.select([self._ours], [], [], 0.2)[0]:
                try:
                    read = os.read(self._ours, 65536)
                except OSError:  # the other side is closed
                    break
                if not read:
                    break
                self.text += read.decode("utf-8", "replace")
        if words is None:
            self.process.wait(10)
        return self.text

    def interrupt(self) -> None:
        os.killpg(self.process.pid, signal.SIGINT)

    def close(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)
        with contextlib.suppress(OSError):
            os.close(self._ours)


@pytest.fixture
def mine(tmp_path, new_digest):
    """A digest with one article."""
    new_digest(tmp_path / "mine")
    (tmp_path / "mine" / "seeds" / "articles" / "mill.md").write_text(ARTICLE)
    return tmp_path / "mine"


@pytest.fixture
def screen(request, mine):
    """Return a function that starts a command in that digest, on a terminal."""

    def start(*command: object, cwd: Path = mine, **env: str) -> Screen:
        started = Screen(*command, cwd=cwd, **env)
        request.addfinalizer(started.close)
        return started

    return start


@pytest.mark.parametrize(
    "command",
    [("build",), ("check",), ("publish",), ("fetch",), ("why", "seeds/articles/mill.md"), ("build", "-v")],
    ids=" ".join,
)
def test_a_command_runs_on_a_terminal(screen, mine, command):
    """Each command that shows its progress ends well there, and says what it did."""
    if command[0] == "why":
        screen(*DIGEST, "build", "--no-site").until()
        story = next((mine / "content" / "stories").rglob("*.md")).relative_to(mine / "content").as_posix()
        command = ("why", story)
    shown = screen(*DIGEST, *command)
    text = shown.until()
    assert shown.process.returncode == 0, text
    assert "Traceback" not in text
    assert {"build": "site/ is built", "check": "0 problems", "publish": "2 lines appended", "fetch": "0 feeds asked"}.get(
        command[0], "1 article"
    ) in text


def test_the_line_names_the_steps_and_is_gone_at_the_end(screen):
    """From room to room, MkDocs and Pagefind included; what is left on the screen are the messages."""
    text = screen(*DIGEST, "build").until()
    for step in ("acquire", "site", "search"):
        assert step in text
    assert "\x1b[2K" in text  # the line was wiped
    left = text.rpartition("\x1b[2K")[2]
    assert "1 story from 1 article" in left
    assert "━" not in left


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_no_line_is_drawn_where_none_is_wanted(screen, env):
    """NO_COLOR and a dumb terminal get plain messages."""
    text = screen(*DIGEST, "build", "--no-site", **env).until()
    assert "\x1b" not in text
    assert "1 story from 1 article" in text


def test_no_line_is_drawn_into_a_pipe(mine):
    """A log holds messages and nothing that moves."""
    ran = subprocess.run([*DIGEST, "build", "--no-site"], cwd=mine, capture_output=True, text=True, check=True)
    assert "\x1b" not in ran.stderr
    assert not ran.stdout


def test_make_site_runs_on_a_terminal(screen, tmp_path):
    """The README's first command, as a person types it."""
    home = tmp_path / "clone"
    home.mkdir()
    for name in ("Makefile", "mkdocs.yml", "pyproject.toml", "requirements.lock"):
        shutil.copy2(ROOT / name, home)
    shutil.copytree(ROOT / "digest" / "theme", home / "digest" / "theme")
    shutil.copytree(ROOT / "seeds", home / "seeds")
    (home / ".venv").symlink_to(sys.prefix)
    shown = screen("make", "site", "-o", ".venv/run.stamp", cwd=home)
    text = shown.until()
    assert shown.process.returncode == 0, text
    assert "site/ is built" in text
    assert (home / "site" / "index.html").exists()


def test_serve_runs_on_a_terminal_until_it_is_interrupted(screen):
    """The preview names its address, and Ctrl-C ends it without a traceback."""
    shown = screen(*DIGEST, "serve", "--port", "0")
    assert "preview at" in shown.until("Ctrl+C ends it")
    shown.interrupt()
    assert "Traceback" not in shown.until()


@pytest.mark.parametrize("seconds", [0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3])
def test_an_interrupt_is_quiet_at_every_moment(screen, seconds):
    """Ctrl-C while Python starts, while libraries load, while a build runs: no traceback, exit 130."""
    shown = screen(*DIGEST, "build")
    time.sleep(seconds)
    shown.interrupt()
    text = shown.until()
    assert "Traceback" not in text
    assert shown.process.returncode in {0, 130, -signal.SIGINT}


@pytest.mark.parametrize("command", [("--version",), ("--help",), ("build", "--help")], ids=" ".join)
def test_what_only_tells_imports_no_library_that_works(command):
    """The version, help and completion come at once, since a command's libraries load when it runs."""
    told = f"""
import runpy, sys
sys.argv = ["digest", *{list(command)!r}]
try:
    runpy.run_module("digest", run_name="__main__")
finally:
    print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False)
    assert ran.stderr.strip().endswith("[]"), ran.stderr


def test_completion_knows_the_commands_and_options():
    """Shell completion answers without loading what the commands need."""
    script = Path(sys.executable).parent / "digest"
    for words, answer in (("digest bu", "build"), ("digest build --no", "--no-site")):
        env = os.environ | {
            "_DIGEST_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(words.count(" ")),
        }
        ran = subprocess.run([script], capture_output=True, text=True, check=False, env=env)
        assert answer in ran.stdout
