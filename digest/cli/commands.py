"""What each command does. `main` says how they are called, and imports this only when one of them runs.

Each returns its exit code. Messages go to the terminal's stderr; stdout holds only what a pipe wants.
"""

from __future__ import annotations

import dataclasses
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TextIO

import click

from digest import pipeline
from digest.acquire.adding.opml import export_opml
from digest.acquire.adding.publishers import PublisherOptions
from digest.acquire.seeds.health import health
from digest.acquire.seeds.unread import unread
from digest.clean.urls import canonical
from digest.cli import building, filters, impact_report, report, rows
from digest.cli.building import Build, cache_of, load_digest, load_seeds, print_problems
from digest.cli.impact import at_what_changed, unknown_to
from digest.cli.impact import impact as compared
from digest.cli.rows import Row
from digest.common.references import names_within, nearest_reference, spellings
from digest.config import Workspace, load
from digest.config.checkout import seeds_at
from digest.errors import DigestError, UsageError
from digest.group.rules import CAUTION
from digest.group.why import why_pair, why_story
from digest.model import Problem, Story
from digest.relate.topics import proposed
from digest.render.editions import WEEK, weeks_of
from digest.render.site import Site
from digest.runtime.cache import Cache
from digest.runtime.files import refuse_links, replace_file, write_files
from digest.runtime.terminal import Progress, Terminal

if TYPE_CHECKING:  # it loads what draws cards
    from digest.write.builder import SiteInputs


def build(root: Path, terminal: Terminal, options: Build) -> int:
    """Build content/ and site/; with `options.ledger` append the new addresses, with `options.dry` write nothing."""
    return _exit_code(building.build(root, terminal, options))


@contextmanager
def _remembering(root: Path, terminal: Terminal, jobs: int | None = None) -> Iterator[tuple[Cache, Progress]]:
    """Yield the digest's cache and the progress line that it moves."""
    with terminal.progress() as progress, cache_of(root, progress, jobs) as memo:
        yield memo, progress


def mail(root: Path, terminal: Terminal, now: datetime | None, url: str | None, key: str, output: Path | None) -> int:
    """Write the edition of a day or a week as an .eml; UsageError where it has none, or nobody is named who sends it."""
    from digest.render.mail import mail as written_mail  # noqa: PLC0415 - its templates are for mail alone

    config, wrong = load_digest(root, url=url)
    if not config.digest.mail.sender:
        raise UsageError("seeds/digest.yml: say who sends it: `mail: {sender: News <news@example.org>}`")
    with _remembering(root, terminal) as (memo, progress):
        edition = pipeline.edit(config, wrong, now, memo, progress)
    site = Site(edition=edition, digest=config.digest)
    editions = weeks_of(site) if WEEK.fullmatch(key) else site.days
    if key not in editions:
        raise UsageError(f"{key} has no edition; the newest is {next(iter(editions), 'none')}")
    path = output or Path("edition.eml").with_stem(key)
    replace_file(path, written_mail(key, site))
    terminal.say(f"written: {path}")
    return 0


def serve(
    root: Path, terminal: Terminal, now: datetime | None, host: str, port: int, jobs: int | None, *, open_browser: bool
) -> int:
    """Show a live preview until it is interrupted."""
    from digest.write import preview  # noqa: PLC0415 - MkDocs is loaded only where it serves

    def lines(problems: Iterable[Problem]) -> list[str]:
        return [report.problem_line(problem) for problem in problems if problem.by_hand]

    def rebuild(looking: preview.Looking) -> list[str]:
        try:
            return lines(building.build(root, terminal, Build(now=now, jobs=jobs), ahead(looking)))
        except DigestError as error:
            terminal.warn(f"digest: {error}")
            return [str(error)]

    @cache
    def ahead(looking: preview.Looking) -> building.Ahead:
        def ready(inputs: SiteInputs, day: datetime, problems: tuple[Problem, ...]) -> None:
            looking.ready(inputs, day, lines(problems))

        return building.Ahead(ready, looking.built, looking.stop)

    def warm(looking: preview.Looking) -> None:
        with suppress(DigestError):  # the next build says it
            building.warm(root, terminal, Build(now=now, jobs=jobs), ahead(looking))

    preview.serve(root, rebuild, host, port, terminal.say, open_browser=open_browser, warm=warm)
    return 0


def check(
    root: Path,
    terminal: Terminal,
    now: datetime | None,
    form: report.Format,
    explain: Path | bool,
    changed: str | None,
    jobs: int | None,
) -> int:
    """Print every problem, or those that the commit `changed` has not, and count the others.

    With a file to `explain` print what of it is kept, with True also what each page refused.
    """
    config, wrong = load_digest(root)
    if isinstance(explain, Path):
        _print_lines(report.fate_lines(filters.fates_of(explain, config)))
        return 0
    with _remembering(root, terminal, jobs) as (memo, progress):
        edition = pipeline.edit(config, wrong, now, memo, progress)
        problems: Sequence[Problem] = edition.problems
        files: Mapping[PurePosixPath, bytes] = {}
        if changed:
            with _as_of(root, changed) as (older, older_wrong, files):
                known = pipeline.causes((*older_wrong, *pipeline.gather(older, now, memo.recall, progress).problems))
            problems = unknown_to(known, problems)
    others = f" that {changed} has not, {len(edition.problems) - len(problems)} that it has" if changed else ""
    problems = at_what_changed(problems, _changed(root, files, problems)) if changed else problems
    problems = report.in_order(problems)
    _print_lines(report.problem_lines(problems, form))
    for story in edition.stories if explain else ():
        _print_refusals(story)
    if missing := proposed(edition.stories, config.topics):
        terminal.say(
            "topics that seeds/topics may lack: " + ", ".join(f"{name} ({count} stories)" for name, count in missing[:10])
        )
    terminal.say(f"{report.counts_line(edition)}; {report.plural(len(problems), 'problem')}{others}")
    return _exit_code(problems)


def _changed(root: Path, files: Mapping[PurePosixPath, bytes], problems: Iterable[Problem]) -> set[str]:
    """Return which of the files that problems name are not among these as they are."""
    named = {problem.where for problem in problems if problem.other}
    now = {where: (root / where).read_bytes() if (root / where).is_file() else None for where in named}
    return {where for where, data in now.items() if data is None or files.get(PurePosixPath(where)) != data}


@contextmanager
def _as_of(root: Path, base: str) -> Iterator[tuple[Workspace, tuple[Problem, ...], Mapping[PurePosixPath, bytes]]]:
    """Yield the digest as the commit has it from which the working tree left `base`, and its files of seeds/ then.

    It lies in a folder that is gone afterwards.
    """
    checkout, files = seeds_at(root, base)
    held = {path: data for path, data in files.items() if path.is_relative_to("seeds/articles")}
    with tempfile.TemporaryDirectory() as aside:
        write_files(Path(aside), {path: data for path, data in files.items() if path not in held})
        config, wrong = load(Path(aside))
        yield dataclasses.replace(config, checkout=checkout, held=held), wrong, files


def impact(
    root: Path, terminal: Terminal, now: datetime | None, base: str, form: impact_report.Format, jobs: int | None
) -> int:
    """Print what the seeds as they are do to the digest as the commit `base` has it."""
    config, wrong = load_digest(root)
    with _as_of(root, base) as (older, older_wrong, files), _remembering(root, terminal, jobs) as (memo, progress):
        before, after = pipeline.build_both((older, older_wrong), (config, wrong), now, memo, progress, recall=memo.recall)
    found = compared(before, after, [permalink.path for permalink in older.permalinks])
    problems = at_what_changed(found.problems, _changed(root, files, found.problems))
    found = dataclasses.replace(found, problems=problems)
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
            _print_refusals(story)
    except KeyError as error:
        asked = [spellings_of(written) for written in (one, other) if written]
        if lines := [line for names in asked for line in report.withdrawn_lines(names, gathered.withdrawn, stories)]:
            _print_lines(lines)
            return 0
        near = nearest_reference(error.args[0], (name for story in stories for name in names_within(story)))
        meant = f"; did you mean {near}?" if near else ""
        detail = "no such article or story; name an id, an address, a path or a file"
        raise UsageError(f"{error.args[0]}: {detail}{meant}") from error
    return 0


def _print_refusals(story: Story) -> None:
    from digest.link.why import why as why_page  # noqa: PLC0415 - loads all that links a story

    _print_lines(report.refusal_lines(why_page(story.articles), story))


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
    from digest.acquire.adding.files import add_files  # noqa: PLC0415 - what reads feeds and asks the network
    from digest.acquire.adding.urls import add_urls  # noqa: PLC0415
    from digest.acquire.network.fetch import http_client  # noqa: PLC0415

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
        written = [added.where for one in reports for added in one.added if added.kind == "article"]
        faults = filters.faults_of(written, load_digest(home)[0]) if written else ()
    for line in report.added_lines(reports):
        terminal.say(line)
    problems = [*faults, *(problem for one in reports for problem in one.problems)]
    print_problems(report.in_order(problems), form, terminal)
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
    from digest.acquire.network.fetch import due  # noqa: PLC0415 - what reads feeds and asks the network
    from digest.acquire.network.fetch import fetch as fetch_feeds  # noqa: PLC0415

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
    print_problems(problems, form, terminal)
    terminal.say(report.fetched_line(fetched))
    return _exit_code(problems)


def archive(root: Path, terminal: Terminal, now: datetime | None, what: str) -> int:
    """Compact the months of the archive that are over, or make lines of them again; print a line for each."""
    from digest.acquire.seeds.compaction import compact, expand  # noqa: PLC0415 - no other command does

    config, _ = load_digest(root)
    done, problems = compact(config, now or time_of_day()) if what == "compact" else expand(config)
    _print_lines(map(report.rewritten_line, done))
    print_problems(problems, "text", terminal)
    if not done and not problems:
        terminal.say("no month to " + what)
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
    config, _ = load_seeds(root)
    lines, problems = filters.clean_files(files, config)
    _print_lines(map(filters.as_line, lines))
    print_problems(report.in_order(problems), "text", terminal)
    return _exit_code(problems)


def dedupe(file: TextIO, terminal: Terminal) -> int:
    """Print for each article row which other it is a copy of."""
    return _filter(file, filters.dedupe_rows, terminal)


def group(file: TextIO, terminal: Terminal) -> int:
    """Print for each article row the story it belongs to."""
    return _filter(file, filters.group_rows, terminal)


def link(root: Path, file: TextIO, terminal: Terminal) -> int:
    """Print the JSON of each story of the article rows."""
    config, _ = load_seeds(root)
    return _filter(file, lambda rows: filters.link_rows(rows, config), terminal)


def _filter(file: TextIO, work: Callable[[Sequence[Row]], Iterable[filters.Line]], terminal: Terminal) -> int:
    found, problems = rows.read(file, file.name)
    print_problems(problems, "text", terminal)
    _print_lines(map(filters.as_line, work(found)))
    return _exit_code(problems)


def _exit_code(problems: Iterable[Problem]) -> int:
    return 2 if any(problem.by_hand for problem in problems) else 0


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def time_of_day() -> datetime:
    """The one place where the time of day comes in."""
    return datetime.now(UTC).replace(microsecond=0)
