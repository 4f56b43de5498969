"""What the command line can do stands in the README and in its own help."""

import re
import runpy
from pathlib import Path

import click
import pytest

from digest.cli.main import cli

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = sorted(cli.commands.items())
COMMON = {"--help", "--root", "--now", "--format", "--quiet", "--verbose"}


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_each_command_and_option_is_documented(name, command):
    """A command without a line in the README does not exist for its readers."""
    line = next((line for line in README.splitlines() if line.startswith("|") and name in line), None)
    assert line is not None, f"`digest {name}` has no row in the README's table"
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help or option.show_default
            names = set(option.opts) - COMMON
            assert all(word in line or word in README for word in names), f"{names} of `digest {name}`"


@pytest.mark.parametrize("page", ["keys.md", "commands.md", "api.md"])
def test_each_key_and_option_stands_in_the_reference(page):
    """`python docs/reference.py` writes it anew."""
    reference = runpy.run_path(str(ROOT / "docs/reference.py"))
    assert (ROOT / "docs" / page).read_text("utf-8") == reference["PAGES"][page]()


def test_each_key_has_what_it_takes_a_default_and_an_example():
    """But for groups of keys, whose keys have them."""
    rows = [line for line in (ROOT / "docs/keys.md").read_text("utf-8").splitlines() if line.startswith("| `")]
    assert len(rows) > 80
    for row in rows:
        key, says, takes, default, example = (cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1])
        assert says, key
        assert takes, key
        assert takes.startswith("lines of `key: value`") or (default and example), key


def test_the_readme_names_no_command_that_is_not_there():
    """The table promises only what exists."""
    named = {
        line.split("`digest ")[1].split("`")[0].split()[0] for line in README.splitlines() if line.startswith("| `digest ")
    }
    assert named <= set(cli.commands)
