"""What the commands do that stand between a digest and the forge it lives on: `new`, `schema`, `push`, `intake`, `comment`.

`cli` says how they are called, and imports this only when one of them runs. Each returns its exit code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TextIO

import click

from digest import comment as comments
from digest.acquire.adding.intake import SeedFile
from digest.acquire.adding.intake import intake as make_seed_file
from digest.commands import load_digest, time_of_day
from digest.config.load import SCHEMAS
from digest.files import refuse_links, replace_file
from digest.report import plural, problem_line
from digest.terminal import Terminal
from digest.write import repository
from digest.write.new import new as new_digest

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NEXT = """\
Add to it:    cd {folder}; digest add ADDRESS finds a site's feed, digest add FILE takes an article
              (digest new --example {folder} brings an article and a source to try)
Look at it:   digest serve
Publish it:   git add . && git commit -m "A digest of our own"
              git remote add origin ADDRESS && git push -u origin main     (an empty repository at your forge)
              on GitHub: Settings, Pages, Source: GitHub Actions; then Actions, publish, Run workflow
What pip installs for it stands in {folder}/requirements.txt; {folder}/README.md says the rest."""


def new(folder: Path, terminal: Terminal, *, example: bool, dry: bool) -> int:
    """Start a digest, with an article and a source to try where they are wanted."""
    written = new_digest(folder, example=example, dry=dry)
    for name in written:
        terminal.detail(f"{folder / name}")
    if dry:
        terminal.say(f"{folder}: {plural(len(written), 'file')} would be written; nothing was written")
        return 0
    if not (folder / "schemas").exists():  # the seed files name them, for editors
        written += [path.relative_to(folder).as_posix() for path in _write_schemas(folder / "schemas")]
    begun = ", in a git repository of its own" if repository.begin(folder) else ""
    terminal.say(f"{folder}: {plural(len(written), 'file')} written{begun}" if written else f"{folder} is a digest already")
    terminal.say(NEXT.format(folder=folder))
    return 0


def schema(folder: Path, terminal: Terminal) -> int:
    """Write the JSON Schemas of the seed files."""
    for path in _write_schemas(folder):
        terminal.say(str(path))
    return 0


def _write_schemas(folder: Path) -> Iterator[Path]:
    for name, adapter in SCHEMAS.items():
        shape = adapter.json_schema()
        if name == "curation":  # the file is a list of decisions
            shape = {"type": "array", "items": {k: v for k, v in shape.items() if k != "$defs"}, "$defs": shape["$defs"]}
        path = folder / f"{name}.schema.json"
        text = json.dumps({"$schema": DIALECT, **shape}, indent=2, sort_keys=True, ensure_ascii=False)
        replace_file(path, f"{text}\n".encode())
        yield path


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
