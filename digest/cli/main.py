"""`digest`: the command line. What a command does stands in `commands`, which is imported when one runs."""

from __future__ import annotations

import errno
import functools
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from digest import __version__
from digest.cli import arguments
from digest.errors import DigestError, WriteError
from digest.runtime.collection import without_collection
from digest.runtime.terminal import Terminal

INTERRUPTED = 130
DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO, errno.EFBIG}
"""What the system says where a disk is full, broken or not to be written: no bug, wherever it happens."""


_folder = click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)
_root = click.option("--root", type=_folder, default=".", help="The digest's folder; by default this one.")
_seeds = click.option("--seeds", type=_folder, help="Read this folder instead of seeds/: a seeds folder or one of articles.")
_now = click.option("--now", callback=arguments.moment, help="The moment to build for; by default the newest article's day.")
_url = click.option(
    "--url", metavar="ADDRESS", callback=arguments.site, help="Where it is published, in place of `url` in digest.yml."
)
_form = click.option(
    "--format", "form", type=click.Choice(["text", "github"]), default="text", help="How to print problems."
)
_dry = click.option("--dry-run", "dry", is_flag=True, help="Say what would be done, and write nothing.")
_jobs = click.option(
    "--jobs", type=click.IntRange(1, 512), help="How many processes may work at once; by default one for each core."
)
_rows = click.argument("file", type=click.File(encoding="utf-8", errors="surrogateescape"), default="-")


def _terminal(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command -q and -v, and the terminal that follows from them."""

    @click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong.")
    @click.option("-v", "--verbose", is_flag=True, help="Say also how long each step took, and each file.")
    @functools.wraps(command)
    def with_terminal(*, quiet: bool, verbose: bool, **options: Any) -> int:
        return command(terminal=Terminal(quiet=quiet, verbose=verbose), **options)

    return with_terminal


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """Turn seed articles and feeds into a digest in which every line is cited."""


def main() -> None:
    """Run the command line: exit 0 fine, 1 a bug, 2 a file that a person wrote is wrong, 3 busy, 4 cannot write."""
    try:
        sys.exit(cli(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):  # pragma: no cover - a process that is interrupted leaves no record
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except DigestError as error:
        click.echo(f"digest: {error}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        if error.errno not in DISK:
            raise
        click.echo(f"digest: {error.filename or 'a file'}: cannot be written: {error.strerror}", err=True)
        sys.exit(WriteError.exit_code)


def _commands() -> Any:
    with ending_at_once(), without_collection():
        import wordfreq  # noqa: F401, PLC0415 - reads the source of all that call it at its import: here few do

        from digest.cli import commands  # noqa: PLC0415 - what a command needs takes a second to import
    return commands


def _forge() -> Any:
    with ending_at_once():
        from digest.cli import forge  # noqa: PLC0415 - what a command needs takes a second to import
    return forge


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Let Ctrl-C end the process without a word: inside an import it would surface as some library's own failure."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:  # pragma: no cover - somebody else's, as in a shell's background job
        yield
        return
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@cli.command()
@_root
@_seeds
@_now
@_form
@_url
@click.option("--no-site", is_flag=True, help="Write content/ and stop before MkDocs and Pagefind.")
@click.option(
    "--untrusted", is_flag=True, help="Run nothing of the digest's: of mkdocs.yml only `nav` counts; our own theme."
)
@_jobs
@_dry
@_terminal
def build(root: Path, terminal: Terminal, *, no_site: bool, untrusted: bool, **how: Any) -> int:
    """Build content/ from seeds/, and site/ from content/. mkdocs.yml and the theme can run code; see --untrusted."""
    commands = _commands()
    return int(commands.build(root, terminal, commands.Build(site=not no_site, trusted=not untrusted, **how)))


@cli.command()
@_root
@_now
@_form
@_url
@_jobs
@_dry
@_terminal
def publish(root: Path, terminal: Terminal, **how: Any) -> int:
    """Build, and append the new addresses to seeds/permalinks.jsonl, for the job that commits them."""
    commands = _commands()
    return int(commands.build(root, terminal, commands.Build(ledger=True, **how)))


@cli.command()
@_root
@_now
@_url
@click.option("--week", callback=arguments.week, help="The week instead of a day, as in 2026-W23.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write, or WEEK.eml, DAY.eml.")
@click.argument("day", metavar="[DAY]", type=click.DateTime(formats=["%Y-%m-%d"]), required=False)
@_terminal
def mail(day: datetime | None, week: str | None, **options: Any) -> int:
    """Write the edition of DAY (as in 2026-06-05) or of a week as a mail, for any program that sends mail."""
    if (day is None) == (week is None):
        raise click.UsageError("say which day, as in 2026-06-05, or which week, as in --week 2026-W23")
    return int(_commands().mail(key=week or f"{day:%Y-%m-%d}", **options))


@cli.command()
@_root
@_now
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in the browser.")
@_jobs
@_terminal
def serve(**options: Any) -> int:
    """Show a live preview: edit a seed or a hand-written page and the browser reloads."""
    return int(_commands().serve(**options))


@cli.command()
@_root
@_now
@click.option(
    "--format", "form", type=click.Choice(["text", "github", "json"]), default="text", help="How to print problems."
)
@click.option("--changed", metavar="BASE", help="Print only what is wrong here and not in this commit.")
@click.option(
    "--explain",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    callback=arguments.explained,
    help="Show what of a file is kept; without one, what the page of each story refused, and by which rule.",
)
@_jobs
@_terminal
def check(**options: Any) -> int:
    """Say what is wrong with the seeds, and what to write instead; exit 2 if a file that a person wrote is wrong."""
    return int(_commands().check(**options))


@cli.command()
@_root
@_now
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="How to say it; Markdown is for a comment.",
)
@_jobs
@click.argument("base")
@_terminal
def impact(**options: Any) -> int:
    """Say what the seeds as they are do to the digest of BASE, a commit or branch; exit 2 if an address is lost."""
    return int(_commands().impact(**options))


@cli.command()
@_root
@_now
@click.argument("one")
@click.argument("other", required=False)
@_terminal
def why(**options: Any) -> int:
    """Say which story ONE is in, what holds it together, and by which rules its page tells no more of its articles.

    With OTHER, say why the two articles are together, or not. Each is named by id, address or file.
    """
    return int(_commands().why(**options))


@cli.command()
@_root
@_now
@_form
@_dry
@click.option("--name", help="The publisher's name, whatever the feed says.")
@click.option("--id", help="The name of its file in seeds/sources, new or there already.")
@click.option("--language", help="Its language, as two or three letters.")
@click.option("--article", is_flag=True, help="Store pages as articles, and look for no feed.")
@click.argument("targets", nargs=-1, required=True)
@_terminal
def add(name: str | None, id: str | None, language: str | None, **options: Any) -> int:  # noqa: A002 - the option is called so
    """Add TARGETS: articles, saved feeds, OPML files, or addresses of pages and feeds."""
    commands = _commands()
    return int(commands.add(given=commands.PublisherOptions(name=name, id=id, language=language), **options))


@cli.command()
@_root
@_now
@_form
@_dry
@click.argument("sources", nargs=-1)
@_terminal
def fetch(**options: Any) -> int:
    """Ask the feeds of all sources, or of those named by id, for what is new; exit 2 only if a file is wrong."""
    return int(_commands().fetch(**options))


@cli.command()
@_root
@_now
@click.argument("what", type=click.Choice(["compact", "expand"]))
@_terminal
def archive(**options: Any) -> int:
    """Make each month of the archive that is over a smaller Parquet file (compact), or lines of these again (expand).

    Builds read both alike, to the same bytes, and fetching then reads no old month.
    """
    return int(_commands().archive(**options))


@cli.command()
@_root
@_now
def sources(**options: Any) -> int:
    """Print each source and how its feeds are doing."""
    return int(_commands().sources(**options))


@cli.command()
@_root
@click.argument("what", type=click.Choice(["opml"]))
def export(**options: Any) -> int:
    """Print the feeds of all sources as OPML."""
    return int(_commands().export(**options))


@cli.command()
@_dry
@click.option("--example", is_flag=True, help="Begin with an article and a source to try.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@_terminal
def new(**options: Any) -> int:
    """Start a digest of one's own in FOLDER, and a git repository where there is none; print what comes next."""
    return int(_forge().new(**options))


@cli.command()
@_root
@click.option("--write", is_flag=True, help="Do it; without this it is only shown.")
@click.option("--keep", is_flag=True, help="FILES stay as they are, and are not named again until a later version differs.")
@click.argument("files", nargs=-1)
@_terminal
def upgrade(**options: Any) -> int:
    """Bring theme, mkdocs.yml, workflows and schemas of an older digest up to date: show what would change, or do it.

    What you changed yourself stays, and is named with what to do. FILES limit it to these, by their paths in the digest.
    """
    return int(_forge().upgrade(**options))


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@_terminal
def schema(**options: Any) -> int:
    """Write the JSON Schemas of the seed files into FOLDER, for editors, and those of the JSON API."""
    return int(_forge().schema(**options))


@cli.command()
@_root
@_dry
@_terminal
def push(**options: Any) -> int:
    """Commit and push what `fetch` and `publish` wrote into seeds/, if a line came; try again where others were faster."""
    return int(_forge().push(**options))


@cli.command()
@_root
@_now
@_dry
@click.option("--by", metavar="NAME", help="The editor who decided: corrections and takedowns are refused without one.")
@click.argument("file", type=click.File(encoding="utf-8", errors="replace"), default="-")
@_terminal
def intake(**options: Any) -> int:
    """Make a seed file of an issue form's body, from FILE or standard input, or say why not; fetches nothing."""
    return int(_forge().intake(**options))


@cli.command()
@click.option(
    "--link",
    metavar="ADDRESS",
    callback=arguments.address,
    help="Where the run is that made the report, to be put below it.",
)
@click.argument("file", type=click.File(encoding="utf-8", errors="replace"), default="-")
@_terminal
def comment(**options: Any) -> int:
    """Print a report on a pull request, from FILE or standard input, as a comment in which outsiders' text does nothing."""
    return int(_forge().comment(**options))


@cli.command()
@_root
@click.argument("files", nargs=-1, required=True, type=arguments.FILE)
@_terminal
def clean(**options: Any) -> int:
    """Print raw article FILES as clean articles, one JSON line each."""
    return int(_commands().clean(**options))


@cli.command()
@_rows
@_terminal
def dedupe(**options: Any) -> int:
    """Read article rows and print for each which other it is a copy of."""
    return int(_commands().dedupe(**options))


@cli.command()
@_rows
@_terminal
def group(**options: Any) -> int:
    """Read article rows and print for each the story it belongs to."""
    return int(_commands().group(**options))


@cli.command()
@_root
@_rows
@_terminal
def link(**options: Any) -> int:
    """Read article rows with `story` and print each story's JSON."""
    return int(_commands().link(**options))
