"""What each command does. `cli` says how they are called, and imports this only when one of them runs.

Each returns its exit code. Messages go to the terminal's stderr; stdout holds only what a pipe wants.
"""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import click

from digest import filters, impact_report, pipeline, report, rows
from digest.acquire.adding.files import add_files
from digest.acquire.adding.opml import export_opml
from digest.acquire.adding.publishers import PublisherOptions
from digest.acquire.adding.urls import add_urls
from digest.acquire.network.fetch import due, http_client
from digest.acquire.network.fetch import fetch as fetch_feeds
from digest.acquire.seeds.health import health
from digest.acquire.seeds.page_permalinks import page_permalinks_to_append
from digest.acquire.seeds.unread import unread
from digest.cache import Cache
from digest.clean.urls import canonical
from digest.config import Workspace, load
from digest.config.checkout import seeds_at
from digest.errors import DigestError, UsageError
from digest.files import refuse_link, refuse_links, replace_file, write_files
from digest.group.ledger import permalinks_to_append
from digest.group.rules import CAUTION
from digest.group.why import why_pair, why_story
from digest.impact import impact as compared
from digest.impact import unknown_to
from digest.link.why import why as why_page
from digest.lock import locked
from digest.model import Problem, Story
from digest.references import spellings
from digest.relate.topics import proposed
from digest.render.mail import mail as written_mail
from digest.render.outputs import UNMARKED
from digest.render.site import Site
from digest.rows import Row
from digest.terminal import Progress, Terminal
from digest.write import write
from digest.write.ledger import append as append_ledger
from digest.write.site import build_site


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """How a digest is built: from which seeds, for which moment and address, what is written, and whose settings run."""

    seeds: Path | None = None
    now: datetime | None = None
    url: str | None = None
    form: report.Format = "text"
    site: bool = True
    ledger: bool = False
    dry: bool = False
    trusted: bool = True


def build(root: Path, terminal: Terminal, options: Build) -> int:
    """Build content/ and site/; with `options.ledger` append the new addresses, with `options.dry` write nothing."""
    return _exit_code(_build_locked(root, terminal, options))


def _build_locked(root: Path, terminal: Terminal, options: Build) -> list[Problem]:
    for name in (".digest", "content", "theme"):
        refuse_links(root / name)
    refuse_link(root / "site")
    if options.dry:
        return _build(root, terminal, options)
    with locked(root):
        return _build(root, terminal, options)


def _build(root: Path, terminal: Terminal, options: Build) -> list[Problem]:
    config, wrong = load_digest(root, options.seeds)
    if options.url:
        config = dataclasses.replace(config, digest=dataclasses.replace(config.digest, url=options.url))
    site = options.site and not options.dry
    with terminal.progress() as progress:
        with _cache(root, progress) as memo:
            edition, pages = pipeline.build(config, wrong, options.now, memo, progress)
        progress("write", 0, 0)
        changes = write(pages, root, unmarked=UNMARKED, dry=options.dry)
        built = build_site(root, config.digest, edition.day, progress, trusted=options.trusted) if site else None
    problems = report.in_order([*edition.problems, *changes.problems])
    _print_problems((problem for problem in problems if problem.by_hand), options.form, terminal)
    if notes := [problem for problem in problems if not problem.by_hand]:
        terminal.say(f"{report.plural(len(notes), 'note')} ({report.summary(notes)}); `digest check` prints them")
    for line in report.changed_lines(changes):
        terminal.detail(line)
    terminal.say(report.counts_line(edition))
    terminal.say(report.changes_line(changes))
    if built:
        terminal.say(f"site/ is {'built' if built.rebuilt else 'up to date'}: {built.path}")
    _report_addresses(config, edition.stories, terminal, options)
    if options.dry:
        terminal.say("nothing was written")
    return problems


def _cache(root: Path, progress: Progress) -> Cache:
    return Cache(root / ".digest" / "memo.db", progress)


@contextmanager
def _remembering(root: Path, terminal: Terminal) -> Iterator[tuple[Cache, Progress]]:
    """Yield the digest's cache and the progress line that it moves."""
    with terminal.progress() as progress, _cache(root, progress) as memo:
        yield memo, progress


def _report_addresses(config: Workspace, stories: Sequence[Story], terminal: Terminal, options: Build) -> None:
    """Append the addresses that the ledger lacks, or say how many there are."""
    fresh = (*permalinks_to_append(stories, config.permalinks), *page_permalinks_to_append(config, stories))
    if options.ledger and not config.digest.url:
        terminal.say(
            "seeds/digest.yml: `url:` is missing, so feeds and pages cannot say where they are; write `url: https://…`"
        )
    if options.ledger and not options.dry:
        append_ledger(config.seeds, fresh)
        terminal.say(f"seeds/permalinks.jsonl: {report.plural(len(fresh), 'line')} appended")
    elif fresh:
        terminal.say(f"{report.plural(len(fresh), 'new address', 'new addresses')}; `digest publish` records them")


def mail(root: Path, terminal: Terminal, now: datetime | None, day: datetime, output: Path | None) -> int:
    """Write a day's edition as an .eml; UsageError where the day has none, or nobody is named who sends it."""
    config, wrong = load_digest(root)
    if not config.digest.mail.sender:
        raise UsageError("seeds/digest.yml: say who sends it: `mail: {sender: News <news@example.org>}`")
    with _remembering(root, terminal) as (memo, progress):
        edition = pipeline.edit(config, wrong, now, memo, progress)
    site, key = Site(edition=edition, digest=config.digest), f"{day:%Y-%m-%d}"
    if key not in site.days:
        raise UsageError(f"{key} has no edition; the newest is {next(iter(site.days), 'none')}")
    path = output or Path(f"{day:%Y-%m-%d.eml}")
    replace_file(path, written_mail(key, site))
    terminal.say(f"written: {path}")
    return 0


def serve(root: Path, terminal: Terminal, now: datetime | None, host: str, port: int, *, open_browser: bool) -> int:
    """Show a live preview until it is interrupted."""
    from digest.write import preview  # noqa: PLC0415 - MkDocs is loaded only where it serves

    def rebuild() -> list[str]:
        try:
            problems = _build_locked(root, terminal, Build(now=now))
        except DigestError as error:
            terminal.warn(f"digest: {error}")
            return [str(error)]
        return [report.problem_line(problem) for problem in problems if problem.by_hand]

    preview.serve(root, rebuild, host, port, terminal.say, open_browser=open_browser)
    return 0


def check(
    root: Path, terminal: Terminal, now: datetime | None, form: report.Format, explain: Path | bool, changed: str | None
) -> int:
    """Print every problem, or those that the commit `changed` has not, and count the others.

    With a file to `explain` print what of it is kept, with True also what each page refused.
    """
    config, wrong = load_digest(root)
    if isinstance(explain, Path):
        _print_lines(report.fate_lines(filters.fates_of(explain, config)))
        return 0
    with _remembering(root, terminal) as (memo, progress):
        edition = pipeline.edit(config, wrong, now, memo, progress)
        known: Sequence[Problem] = ()
        if changed:
            with _as_of(root, changed) as (older, older_wrong):
                known = pipeline.causes((*older_wrong, *pipeline.gather(older, now, memo.recall, progress).problems))
    problems = report.in_order(unknown_to(known, edition.problems))
    _print_lines(report.problem_lines(problems, form))
    for story in edition.stories if explain else ():
        _print_lines(report.refusal_lines(why_page(story.articles), story))
    if missing := proposed(edition.stories, config.topics):
        terminal.say(
            "topics that seeds/topics may lack: " + ", ".join(f"{name} ({count} stories)" for name, count in missing[:10])
        )
    others = f" that {changed} has not, {len(edition.problems) - len(problems)} that it has" if changed else ""
    terminal.say(f"{report.counts_line(edition)}; {report.plural(len(problems), 'problem')}{others}")
    return _exit_code(problems)


@contextmanager
def _as_of(root: Path, base: str) -> Iterator[tuple[Workspace, tuple[Problem, ...]]]:
    """Yield the digest as the commit has it from which the working tree left `base`, in a folder that is gone afterwards."""
    checkout, files = seeds_at(root, base)
    held = {path: data for path, data in files.items() if path.is_relative_to("seeds/articles")}
    with tempfile.TemporaryDirectory() as aside:
        write_files(Path(aside), {path: data for path, data in files.items() if path not in held})
        config, wrong = load(Path(aside))
        yield dataclasses.replace(config, checkout=checkout, held=held), wrong


def impact(root: Path, terminal: Terminal, now: datetime | None, base: str, form: impact_report.Format) -> int:
    """Print what the seeds as they are do to the digest as the commit `base` has it."""
    config, wrong = load_digest(root)
    with _as_of(root, base) as (older, older_wrong), _remembering(root, terminal) as (memo, progress):
        before, after = pipeline.build_both((older, older_wrong), (config, wrong), now, memo, progress, recall=memo.recall)
    found = compared(before, after, [permalink.path for permalink in older.permalinks])
    click.echo(impact_report.impact_text(found, form), nl=False)
    return 2 if found.lost else 0


def why(root: Path, terminal: Terminal, now: datetime | None, one: str, other: str | None) -> int:
    """Print which story something is in, what holds it together and what its page refused; or why two are together."""
    config, _ = load_digest(root)

    def spellings_of(written: str) -> tuple[str, ...]:
        address = canonical(written) if "://" in written else None
        return (*spellings(written, str(root), str(Path.cwd()), config.digest.url), *([address] if address else []))

    with _remembering(root, terminal) as (memo, progress):
        gathered = pipeline.gather(config, now, memo, progress)
    stories = gathered.stories
    rules = CAUTION[config.digest.grouping.caution]
    try:
        if other:
            between = why_pair(spellings_of(one), spellings_of(other), stories, config.decisions, config.permalinks, rules)
            _print_lines(report.between_lines(between, stories))
        else:
            inside = why_story(spellings_of(one), stories, rules)
            _print_lines(report.inside_lines(inside, stories))
            story = next(each for each in stories if each.id == inside.story)
            _print_lines(report.refusal_lines(why_page(story.articles), story))
    except KeyError as error:
        asked = [spellings_of(written) for written in (one, other) if written]
        if lines := [line for names in asked for line in report.withdrawn_lines(names, gathered.withdrawn, stories)]:
            _print_lines(lines)
            return 0
        raise UsageError(f"{error.args[0]}: no such article or story; name an id, an address, a path or a file") from error
    return 0


def add(
    root: Path,
    terminal: Terminal,
    now: datetime | None,
    form: report.Format,
    targets: Sequence[str],
    given: PublisherOptions,
    *,
    article: bool,
    dry: bool,
) -> int:
    """Add files and what stands at addresses; with `dry` do so in a copy of the seeds that is thrown away."""
    addresses = [target for target in targets if "://" in target]
    paths = [Path(target) for target in targets if "://" not in target]
    if missing := [path for path in paths if not path.is_file()]:
        raise UsageError(f"{missing[0]}: no such file; an address starts with https://")
    refuse_links(root / "seeds")
    moment = now or time_of_day()
    with _copy_of(root) if dry else nullcontext(root) as home:
        reports = [add_files(load_digest(home)[0], paths, moment, given)] if paths else []
        if addresses:
            config, _ = load_digest(home)
            reports.append(
                add_urls(
                    config, addresses, moment, http_client(config), given, headline=filters.headline_of, article=article
                )
            )
    for line in report.added_lines(reports):
        terminal.say(line)
    problems = [problem for one in reports for problem in one.problems]
    _print_problems(report.in_order(problems), form, terminal)
    if dry:
        terminal.say("nothing was written")
    return _exit_code(problems)


@contextmanager
def _copy_of(root: Path) -> Iterator[Path]:
    """Yield a folder with a copy of the digest's seeds, which is gone when the block ends."""
    load_digest(root)
    with tempfile.TemporaryDirectory() as aside:
        shutil.copytree(root / "seeds", Path(aside) / "seeds", symlinks=True)
        yield Path(aside)


def fetch(
    root: Path, terminal: Terminal, now: datetime | None, form: report.Format, sources: Sequence[str], *, dry: bool
) -> int:
    """Ask feeds for what is new; with `dry` say which are due and ask none."""
    config, wrong = load_digest(root)
    wrong = (*wrong, *unread(config))  # a misspelt seeds/source/ may be why there is nothing to fetch
    if unknown := sorted(set(sources) - {source.id for source in config.sources}):
        raise UsageError(f"no source has the id {unknown[0]!r}; `digest sources` lists them")
    if not (config.digest.network.contact or config.digest.url):
        terminal.say("note: publishers cannot tell who asks; write `network: {contact: https://…}` into seeds/digest.yml")
    moment = now or time_of_day()
    if dry:
        _print_lines(f"{source}: {url}" for source, url in due(config, moment, only=sources))
        return _exit_code(wrong)
    with terminal.progress() as progress:
        fetched = fetch_feeds(
            config, moment, only=sources, seed=str(root), progress=lambda done, total: progress("fetch", done, total)
        )
    problems = report.in_order([*wrong, *fetched.problems])
    _print_problems(problems, form, terminal)
    terminal.say(report.fetched_line(fetched))
    return _exit_code(problems)


def sources(root: Path, now: datetime | None) -> int:
    """Print each source and how its feeds are doing."""
    config, _ = load_digest(root)
    _print_lines(report.health_table(health(config, now or time_of_day())))
    return 0


def export(root: Path, what: str) -> int:
    """Print the feeds of all sources in a format that other readers take."""
    config, _ = load_digest(root)
    click.echo({"opml": export_opml}[what](config.sources, config.digest.title), nl=False)
    return 0


def clean(root: Path, terminal: Terminal, files: Sequence[Path]) -> int:
    """Print raw article files as clean articles."""
    config, _ = _load(root)
    lines, problems = filters.clean_files(files, config)
    _print_lines(map(filters.as_line, lines))
    _print_problems(report.in_order(problems), "text", terminal)
    return _exit_code(problems)


def dedupe(file: TextIO, terminal: Terminal) -> int:
    """Print for each article row which other it is a copy of."""
    return _filter(file, filters.dedupe_rows, terminal)


def group(file: TextIO, terminal: Terminal) -> int:
    """Print for each article row the story it belongs to."""
    return _filter(file, filters.group_rows, terminal)


def link(root: Path, file: TextIO, terminal: Terminal) -> int:
    """Print the JSON of each story of the article rows."""
    config, _ = _load(root)
    return _filter(file, lambda rows: filters.link_rows(rows, config), terminal)


def _filter(file: TextIO, work: Callable[[Sequence[Row]], Iterable[filters.Line]], terminal: Terminal) -> int:
    found, problems = rows.read(file, file.name)
    _print_problems(problems, "text", terminal)
    _print_lines(map(filters.as_line, work(found)))
    return _exit_code(problems)


def load_digest(root: Path, seeds: Path | None = None) -> tuple[Workspace, tuple[Problem, ...]]:
    """Read what people wrote into the seeds of a digest, and what is wrong with it.

    UsageError where there is no digest, or where a symbolic link leads out of seeds/ or .digest/; one in seeds/articles is a
    Problem of whoever reads those.
    """
    if seeds is None and not (root / "seeds").is_dir():
        raise UsageError(f"{root} holds no seeds/; run this in a digest's folder, or start one with `digest new DIR`")
    return _load(root, seeds)


def _load(root: Path, seeds: Path | None = None) -> tuple[Workspace, tuple[Problem, ...]]:
    refuse_links(root / ".digest")
    refuse_links(seeds or root / "seeds", but=["articles"])
    return load(root, seeds)


def _exit_code(problems: Iterable[Problem]) -> int:
    return 2 if any(problem.by_hand for problem in problems) else 0


def _print_problems(problems: Iterable[Problem], form: report.Format, terminal: Terminal) -> None:
    for problem in problems:
        terminal.warn(report.problem_line(problem, form))


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def time_of_day() -> datetime:
    """The one place where the time of day comes in."""
    return datetime.now(UTC).replace(microsecond=0)
