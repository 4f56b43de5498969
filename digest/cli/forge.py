"""What the commands do that stand between a digest and the forge it lives on: `new`, `upgrade`, `push`, `intake` and others.

`main` says how they are called, and imports this only when one of them runs. Each returns its exit code.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TextIO

import click

from digest.acquire.adding.intake import SeedFile
from digest.acquire.adding.intake import intake as make_seed_file
from digest.cli import comment as comments
from digest.cli.building import load_digest
from digest.cli.commands import time_of_day
from digest.cli.report import plural, problem_line, upgrade_lines, visible
from digest.common.jsontext import schema_text
from digest.config.editors import seed_schemas
from digest.errors import UsageError
from digest.render.contract import API_SCHEMAS
from digest.runtime.files import refuse_links, replace_file
from digest.runtime.lock import locked
from digest.runtime.terminal import Terminal
from digest.write import repository
from digest.write import upgrade as upgrades
from digest.write.new import new as new_digest

NEXT = """\
Add to it:    cd {folder}; digest add ADDRESS finds a site's feed, digest add FILE takes an article
              ({example})
Look at it:   digest serve
Publish it:   git add . && git commit -m "A digest of our own"
              git remote add origin ADDRESS && git push -u origin main     (an empty repository at your forge)
              on GitHub: Settings, Pages, Source: GitHub Actions; then Actions, publish, Run workflow
What pip installs for it stands in {folder}/requirements.txt; {folder}/README.md says the rest."""


def new(folder: Path, terminal: Terminal, *, example: bool, dry: bool) -> int:
    """Start a digest, with an article and a source to try where they are wanted."""
    written = new_digest(folder, _schemas("schemas"), example=example, dry=dry)  # the seed files name them, for editors
    for name in written:
        terminal.detail(f"{folder / name}")
    if dry:
        terminal.say(f"{folder}: {plural(len(written), 'file')} would be written; nothing was written")
        return 0
    begun = ", in a git repository of its own" if repository.begin(folder) else ""
    terminal.say(f"{folder}: {plural(len(written), 'file')} written{begun}" if written else f"{folder} is a digest already")
    begin = f"digest new --example {folder} brings an article and a source to try"
    terminal.say(
        NEXT.format(folder=folder, example="delete the example when you have an article of your own" if example else begin)
    )
    return 0


def upgrade(root: Path, terminal: Terminal, files: Sequence[str], *, write: bool, keep: bool) -> int:
    """Show what brings the digest's own files up to date, or those named alone; with `write` do it.

    With `keep` the named ones count as brought up to date by hand.
    """
    if keep and not files:
        raise UsageError("--keep needs the files that are to stay as they are; name them")
    refuse_links(root / ".digest")
    with locked(root) if write or keep else nullcontext():
        found = upgrades.upgrade(root, _schemas("schemas"), files, keep=keep)
        for change in (*found.changes, *(found.by_hand if files else ())):
            if files or (change.old is not None and change.new is not None):
                click.echo("\n".join(map(visible, upgrades.difference(change))))
        if write or keep:
            upgrades.carry_out(root, found)
    for line in upgrade_lines(found, done=write or keep):
        terminal.say(line)
    return 0


def schema(folder: Path, terminal: Terminal) -> int:
    """Write the JSON Schemas of the seed files and of the JSON API."""
    for name, data in _schemas().items():
        replace_file(folder / name, data)
        terminal.say(str(folder / name))
    return 0


def _schemas(folder: str = "") -> dict[str, bytes]:
    """Return the JSON Schemas by their paths, which begin with `folder`."""
    shapes = {**seed_schemas(), **API_SCHEMAS}
    return {
        (PurePosixPath(folder) / f"{name}.schema.json").as_posix(): schema_text(shape).encode()
        for name, shape in shapes.items()
    }


def push(root: Path, terminal: Terminal, *, dry: bool) -> int:
    """Commit and push what fetching and publishing wrote."""
    done = repository.push(root, dry=dry)
    for name in done.files:
        terminal.detail(name)
    files = plural(len(done.files), "file")
    if dry:
        terminal.say(
            f"{files} would be committed; nothing was" if done.files else "nothing came, so nothing would be committed"
        )
    elif not done.sent:
        terminal.say("nothing came, so nothing is committed")
    else:
        after = f", after {plural(done.overtaken, 'push', 'pushes')} of others" if done.overtaken else ""
        terminal.say(f"{files} committed and pushed{after}" if done.files else f"what was committed before is pushed{after}")
    return 0


def intake(root: Path, file: TextIO, terminal: Terminal, now: datetime | None, *, by: str | None, dry: bool) -> int:
    """Write the seed file that an issue form makes, or print why it makes none; with `dry` print the file."""
    config, _ = load_digest(root)
    refuse_links(root / "seeds")
    made = make_seed_file(config, file.read(), now or time_of_day(), by)
    if not isinstance(made, SeedFile):
        for problem in made:
            terminal.warn(problem_line(problem))
        return 2
    if dry:
        click.echo(made.text, nl=False)
    else:
        replace_file(root / made.path, made.text.encode())
    terminal.say(f"{made.path}: {'would be written; nothing was' if dry else 'written; `digest check` says how it is read'}")
    return 0


def comment(file: TextIO, terminal: Terminal, *, link: str | None) -> int:
    """Print a report as a comment that can be posted."""
    text = comments.comment(file.read(), link)
    click.echo(text, nl=False)
    terminal.detail(f"{len(text):,} characters")
    return 0
