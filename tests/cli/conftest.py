"""Run `digest` as a person does, in this process."""

import sys
from dataclasses import dataclass

import pytest

from digest.cli import main
from digest.write.new import new


@dataclass
class Ran:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str


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
def root(tmp_path):
    """A new digest."""
    new(tmp_path / "mine")
    return tmp_path / "mine"


@pytest.fixture
def seed(root):
    """Return a function that writes a file below seeds/."""

    def write(name: str, text: str | bytes) -> None:
        path = root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return write
