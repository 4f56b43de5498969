"""Run `digest` in this process, and repositories on disk."""

import os
import subprocess
import sys
from dataclasses import dataclass

import pytest

from digest.cli import main


@dataclass
class Ran:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def of_nobody(monkeypatch, tmp_path):
    """Git without anybody's settings, and above the test's folder no repository."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    for name in [name for name in os.environ if name.startswith("GIT_") and "CONFIG" not in name]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


@pytest.fixture
def digest(monkeypatch, capsys):
    """Return a function that runs `digest ARGUMENTS`."""

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["digest", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Ran(code=ended.value.code or 0, out=printed.out, err=printed.err)

    return run


@pytest.fixture
def git():
    """Return a function that runs git in a folder, and returns what it prints."""

    def run(folder, *words: str) -> str:
        named = ("-c", "user.name=A. Person", "-c", "user.email=person@weston.example")
        done = subprocess.run(["git", "-C", folder, *named, *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
