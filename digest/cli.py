"""`digest`: the command line. Messages go to stderr; stdout holds only what a pipe wants."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import click

from digest import __version__, filters, pipeline, report, rows
from digest.acquire.add import add_files
from digest.acquire.addurl import add_urls
from digest.acquire.fetch import fetch as fetch_feeds
from digest.acquire.fetch import open_door
from digest.acquire.health import health
from digest.acquire.opml import export_opml
from digest.acquire.renamed import source_permalinks_to_append
from digest.cache import Cache, Progress
from digest.clean.urls import canonical
from digest.config import SCHEMAS, Config, load
from digest.errors import DigestError, UsageError
from digest.group.ledger import permalinks_to_append
from digest.group.why import why_pair, why_story
from digest.link.topics import proposed
from digest.lock import locked
from digest.model import Problem
from digest.references import spellings
from digest.rows import Row
from digest.schema import site_address
from digest.write import write
from digest.write.atomic import replace_file
from digest.write.ledger import append as append_ledger
from digest.write.new import new as new_digest
from digest.write.site import build_site

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _moment(_: click.Context, __: click.Parameter, value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter("write 2026-06-05 or 2026-06-05T09:10:00+02:00") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _site(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    try:
        return site_address(value) if value else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


_folder = click.Path(exists=True, file_okay=False, resolve_path=True, path_type=Path)
_root = click.option("--root", type=_folder, default=".", help="The digest's folder; by default this one.")
_seeds = click.option("--seeds", type=_folder, help="Read this folder instead of seeds/: a seeds folder or one of articles.")
_now = click.option("--now", callback=_moment, help="The moment to build for; by default the newest article's day.")
_url = click.option(
    "--url", metavar="ADDRESS", callback=_site, help="Where it is published, in place of `url` in digest.yml."
)
_form = click.option(
    "--format", "form", type=click.Choice(["text", "github"]), default="text", help="How to print problems."
)


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
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except DigestError as error:
        _say(f"digest: {error}")
        sys.exit(error.exit_code)


@cli.command()
@_root
@_seeds
@_now
@_form
@_url
@click.option("--no-site", is_flag=True, help="Write content/ and stop before MkDocs and Pagefind.")
def build(root: Path, seeds: Path | None, now: datetime | None, form: report.Format, url: str | None, no_site: bool) -> int:
    """Build content/ from seeds/, and site/ from content/."""
    with locked(root):
        return _code(_build(root, seeds, now, form, url=url, site=not no_site))


@cli.command()
@_root
@_now
@_form
@_url
def publish(root: Path, now: datetime | None, form: report.Format, url: str | None) -> int:
    """Build, and append the new addresses to seeds/permalinks.jsonl, for the job that commits them."""
    with locked(root):
        return _code(_build(root, None, now, form, url=url, ledger=True))


@cli.command()
@_root
@_now
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in the browser.")
def serve(root: Path, now: datetime | None, host: str, port: int, *, open_browser: bool) -> None:
    """Show a live preview: edit a seed or a hand-written page and the browser reloads."""
    from digest.write import preview  # noqa: PLC0415 - MkDocs is loaded only where it serves

    def rebuild() -> list[str]:
        try:
            with locked(root):
                problems = _build(root, None, now, "text")
        except DigestError as error:
            _say(f"digest: {error}")
            return [str(error)]
        return [report.problem_line(problem) for problem in problems if problem.by_hand]

    preview.serve(root, rebuild, host, port, _say, open_browser=open_browser)


def _build(
    root: Path,
    seeds: Path | None,
    now: datetime | None,
    form: report.Format,
    *,
    url: str | None = None,
    site: bool = True,
    ledger: bool = False,
) -> list[Problem]:
    config, wrong = _load(root, seeds)
    if url:
        digest = config.digest.model_copy(update={"url": url})
        config = dataclasses.replace(config, digest=digest)
    with Cache(root / ".digest" / "memo.db", _progress()) as memo:
        edition, pages = pipeline.build(config, wrong, now, memo)
    changes = write(pages, root)
    problems = report.order([*edition.problems, *changes.problems])
    _show((problem for problem in problems if problem.by_hand), form)
    if notes := [problem for problem in problems if not problem.by_hand]:
        _say(f"{report.plural(len(notes), 'note')} ({report.summary(notes)}); `digest check` prints them")
    _say(report.counts(edition))
    _say(report.changes_line(changes))
    if site:
        built = build_site(root, config.digest, edition.day)
        _say(f"site/ is {'built' if built.rebuilt else 'up to date'}: {built.path}")
    new_addresses = (*permalinks_to_append(edition.stories, config.permalinks), *source_permalinks_to_append(config))
    if ledger:
        append_ledger(config.seeds, new_addresses)
        if not config.digest.url:
            _say("seeds/digest.yml: `url:` is missing, so feeds and pages cannot say where they are; write `url: https://…`")
        _say(f"seeds/permalinks.jsonl: {report.plural(len(new_addresses), 'line')} appended")
    elif new_addresses:
        _say(f"{report.plural(len(new_addresses), 'new address', 'new addresses')}; `digest publish` records them")
    return problems


@cli.command()
@_root
@_now
@_form
@click.option("--explain", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Show what of a file is kept.")
def check(root: Path, now: datetime | None, form: report.Format, explain: Path | None) -> int:
    """Say what is wrong with the seeds, and what to write instead; exit 2 if a file that a person wrote is wrong."""
    config, wrong = _load(root)
    if explain:
        for line in report.fate_lines(filters.fates_of(explain, config)):
            click.echo(line)
        return 0
    with Cache(root / ".digest" / "memo.db", _progress()) as memo:
        edition = pipeline.edit(config, wrong, now, memo)
    problems = report.order(edition.problems)
    for problem in problems:
        click.echo(report.problem_line(problem, form))
    if missing := proposed(edition.stories, config.topics):
        _say("topics that seeds/topics may lack: " + ", ".join(f"{name} ({count} stories)" for name, count in missing[:10]))
    _say(f"{report.counts(edition)}; {report.plural(len(problems), 'problem')}")
    return _code(problems)


@cli.command()
@_root
@_now
@click.argument("one")
@click.argument("other", required=False)
def why(root: Path, now: datetime | None, one: str, other: str | None) -> None:
    """Say which story ONE is in and what holds it together, or why two articles are together; by id, address or file."""
    config, _ = _load(root)

    def spelt(written: str) -> tuple[str, ...]:
        address = canonical(written) if "://" in written else None
        return (*spellings(written, str(root), str(Path.cwd()), config.digest.url), *([address] if address else []))

    with Cache(root / ".digest" / "memo.db", _progress()) as memo:
        stories = pipeline.gather(config, now, memo).stories
    try:
        if other:
            between = why_pair(spelt(one), spelt(other), stories, config.decisions, config.permalinks)
            lines = report.between_lines(between, stories)
        else:
            lines = report.inside_lines(why_story(spelt(one), stories), stories)
    except KeyError as error:
        raise UsageError(f"{error.args[0]}: no such article or story; name an id, an address, a path or a file") from error
    for line in lines:
        click.echo(line)


@cli.command()
@_root
@_now
@_form
@click.argument("targets", nargs=-1, required=True)
def add(root: Path, now: datetime | None, form: report.Format, targets: tuple[str, ...]) -> int:
    """Add TARGETS: articles, saved feeds, OPML files, or addresses of pages and feeds."""
    config, _ = _load(root)
    addresses = [target for target in targets if "://" in target]
    paths = [Path(target) for target in targets if "://" not in target]
    if missing := [path for path in paths if not path.is_file()]:
        raise UsageError(f"{missing[0]}: no such file; an address starts with https://")
    moment = now or _clock()
    told = [add_files(config, paths, moment)] if paths else []
    told += [add_urls(config, addresses, moment, open_door(config))] if addresses else []
    for added in (added for report_of_one in told for added in report_of_one.added):
        _say(report.added_line(added))
    problems = [problem for report_of_one in told for problem in report_of_one.problems]
    _show(report.order(problems), form)
    return _code(problems)


@cli.command()
@_root
@_now
@_form
@click.argument("sources", nargs=-1)
def fetch(root: Path, now: datetime | None, form: report.Format, sources: tuple[str, ...]) -> int:
    """Ask the feeds of all sources, or of those named by id, for what is new; exit 2 only if a file is wrong."""
    config, wrong = _load(root)
    if unknown := sorted(set(sources) - {source.id for source in config.sources}):
        raise UsageError(f"no source has the id {unknown[0]!r}; `digest sources` lists them")
    if not (config.digest.network.contact or config.digest.url):
        _say("note: publishers cannot tell who is asking; write `network: {contact: https://…}` into seeds/digest.yml")
    moving = _progress()
    told = fetch_feeds(
        config,
        now or _clock(),
        only=sources,
        seed=str(root),
        progress=(lambda done, total: moving("fetch", done, total)) if moving else lambda _done, _total: None,
    )
    problems = report.order([*wrong, *told.problems])
    _show(problems, form)
    _say(report.fetched_line(told))
    return _code(problems)


@cli.command("sources")
@_root
@_now
def sources_command(root: Path, now: datetime | None) -> None:
    """Print each source and how its feeds are doing."""
    config, _ = _load(root)
    for line in report.health_table(health(config, now or _clock())):
        click.echo(line)


@cli.command()
@_root
@click.argument("what", type=click.Choice(["opml"]))
def export(root: Path, what: str) -> None:
    """Print the feeds of all sources as OPML."""
    config, _ = _load(root)
    click.echo({"opml": export_opml}[what](config.sources, config.digest.title), nl=False)


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def new(folder: Path) -> None:
    """Start an empty digest of one's own in FOLDER."""
    written = new_digest(folder)
    _say(f"{folder}: {report.plural(len(written), 'file')} written" if written else f"{folder} is a digest already")
    _say(f"Next: cd {folder}, digest add FILE or ADDRESS, digest serve")


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def schema(folder: Path) -> None:
    """Write the JSON Schemas of the seed files into FOLDER, for editors."""
    for name, adapter in SCHEMAS.items():
        shape = adapter.json_schema()
        if name == "curation":  # the file is a list of decisions
            shape = {"type": "array", "items": {k: v for k, v in shape.items() if k != "$defs"}, "$defs": shape["$defs"]}
        path = folder / f"{name}.schema.json"
        text = json.dumps({"$schema": DIALECT, **shape}, indent=2, sort_keys=True, ensure_ascii=False)
        replace_file(path, f"{text}\n".encode())
        _say(str(path))


@cli.command("clean")
@_root
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def clean_command(root: Path, files: tuple[Path, ...]) -> int:
    """Print raw article FILES as clean articles, one JSON line each."""
    config, _ = load(root)
    lines, problems = filters.clean_files(files, config)
    _print(lines)
    _show(report.order(problems), "text")
    return _code(problems)


@cli.command("dedupe")
@click.argument("file", type=click.File(encoding="utf-8"), default="-")
def dedupe_command(file: TextIO) -> int:
    """Read article rows and print for each which other it is a copy of."""
    return _filter(file, filters.dedupe_rows)


@cli.command("group")
@click.argument("file", type=click.File(encoding="utf-8"), default="-")
def group_command(file: TextIO) -> int:
    """Read article rows and print for each the story it belongs to."""
    return _filter(file, filters.group_rows)


@cli.command("link")
@_root
@click.argument("file", type=click.File(encoding="utf-8"), default="-")
def link_command(root: Path, file: TextIO) -> int:
    """Read article rows with `story` and print each story's JSON."""
    config, _ = load(root)
    return _filter(file, lambda rows: filters.link_rows(rows, config))


def _filter(file: TextIO, work: Callable[[Sequence[Row]], Iterable[filters.Line]]) -> int:
    found, problems = rows.read(file, file.name)
    _show(problems, "text")
    _print(work(found))
    return _code(problems)


def _load(root: Path, seeds: Path | None = None) -> tuple[Config, tuple[Problem, ...]]:
    if seeds is None and not (root / "seeds").is_dir():
        raise UsageError(f"{root} holds no seeds/; run this in a digest's folder, or start one with `digest new DIR`")
    return load(root, seeds)


def _code(problems: Iterable[Problem]) -> int:
    return 2 if any(problem.by_hand for problem in problems) else 0


def _show(problems: Iterable[Problem], form: report.Format) -> None:
    for problem in problems:
        _say(report.problem_line(problem, form))


def _progress() -> Progress | None:
    """One line that moves, on a terminal only."""

    def show(room: str, done: int, total: int) -> None:
        click.echo(f"\r{room} {done:,} of {total:,}\033[K", err=True, nl=False)
        if done == total:
            click.echo("\r\033[K", err=True, nl=False)

    return show if sys.stderr.isatty() else None


def _print(lines: Iterable[filters.Line]) -> None:
    for line in lines:
        click.echo(filters.as_line(line))


def _clock() -> datetime:
    """The one place where the time of day comes in."""
    return datetime.now(UTC).replace(microsecond=0)


def _say(message: str) -> None:
    click.echo(message, err=True)
