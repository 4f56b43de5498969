"""How a digest is built: its seeds are read, content/ and site/ written, and what is to be said of that is said.

A build that reads what the last one read, and finds content/ as that one left it, says the same and is done (`finished`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from digest import pipeline
from digest.acquire.seeds.page_permalinks import page_permalinks_to_append
from digest.cli import finished, report
from digest.cli.finished import Finished
from digest.config import Workspace, load
from digest.errors import UsageError, WriteError
from digest.group.ledger import permalinks_to_append
from digest.model import Permalink, Problem
from digest.render.outputs import UNMARKED
from digest.runtime.cache import Cache, Within
from digest.runtime.collection import without_collection
from digest.runtime.files import hashes_below, refuse_link, refuse_links
from digest.runtime.jobs import cores
from digest.runtime.lock import locked
from digest.runtime.terminal import Progress, Terminal
from digest.write import write
from digest.write.ledger import append as append_ledger
from digest.write.pages import Changes

if TYPE_CHECKING:  # these load what draws cards
    from digest.write.builder import SiteInputs, Stop
    from digest.write.site import SiteBuild


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """How a digest is built: from which seeds, for which moment and address, what is written, and whose settings run.

    `jobs` is how many processes may work at once, by default one for each core.
    """

    seeds: Path | None = None
    now: datetime | None = None
    url: str | None = None
    form: report.Format = "text"
    site: bool = True
    ledger: bool = False
    dry: bool = False
    trusted: bool = True
    jobs: int | None = None


class Ahead:
    """What a preview keeps in memory between its builds, and how it shows content/ before site/ is built of it.

    `ready` is called when content/ is written, with what site/ is to be made of, the moment on its builders' clock, and what
    is wrong; `built` when site/ is. `stop` ends a build of the site.
    """

    def __init__(
        self,
        ready: Callable[[SiteInputs, datetime, tuple[Problem, ...]], None],
        built: Callable[[SiteInputs, datetime], None],
        stop: Stop,
    ) -> None:
        self.ready, self.built, self.stop = ready, built, stop
        self.memo, self.read = Within(), Within()


def build(root: Path, terminal: Terminal, options: Build, ahead: Ahead | None = None) -> tuple[Problem, ...]:
    """Build content/ and site/, and return what is wrong.

    With `options.ledger` append the new addresses, with `options.dry` write nothing. Raises DigestError, and StoppedError
    where `ahead` stopped it.
    """
    for name in (".digest", "content", "theme"):
        refuse_links(root / name)
    refuse_link(root / "site")
    if options.dry:
        return _build(root, terminal, options, None)
    with locked(root):
        return _build(root, terminal, options, ahead)


def _build(root: Path, terminal: Terminal, options: Build, ahead: Ahead | None) -> tuple[Problem, ...]:
    before = finished.seeds_hash(root, options.seeds)
    config, wrong = load_digest(root, options.seeds, options.url)
    read = finished.key_of(config, before, options.now, options.url)
    with terminal.progress() as progress:
        if known := finished.recalled(root, read):
            done, content = known
            changes = Changes(unchanged=done.files)
        else:
            done, changes = _content(root, config, wrong, progress, options, ahead)
            content = {} if options.dry else _hashes(root / "content")
            mended = any(problem.code == "manifest" for problem in changes.problems)  # by this build
            if read and not options.dry and not mended and before == finished.seeds_hash(root, options.seeds):
                finished.record(root, read, done, changes.written, content)
        if options.ledger and not options.dry:
            append_ledger(config.seeds, done.addresses)  # before anybody can see them
        built = _site(root, config, done, content, progress, options, ahead) if options.site and not options.dry else None
    print_problems((problem for problem in done.problems if problem.by_hand), options.form, terminal)
    if notes := [problem for problem in done.problems if not problem.by_hand]:
        terminal.say(f"{report.plural(len(notes), 'note')} ({report.summary(notes)}); `digest check` prints them")
    for line in report.changed_lines(changes):
        terminal.detail(line)
    terminal.say(done.counts)
    terminal.say(report.changes_line(changes))
    if built:
        terminal.say(f"site/ is {'built' if built.rebuilt else 'up to date'}: {built.path}")
    _report_addresses(config, done.addresses, terminal, options)
    if options.dry:
        terminal.say("nothing was written")
    return done.problems


def _site(
    root: Path,
    config: Workspace,
    done: Finished,
    content: finished.Hashes,
    progress: Progress,
    options: Build,
    ahead: Ahead | None,
) -> SiteBuild:
    """Build site/ of content/, which is shown before that is done where a preview looks `ahead`."""
    from digest.write.site import build_site  # noqa: PLC0415 - loads what draws cards

    make = partial(build_site, root, config.digest, done.day, progress, trusted=options.trusted, held=content)
    if ahead is None:
        return make()
    built = make(ready=lambda inputs: ahead.ready(inputs, done.day, done.problems), stop=ahead.stop)
    ahead.built(built.inputs, done.day)
    return built


def _content(
    root: Path,
    config: Workspace,
    wrong: tuple[Problem, ...],
    progress: Progress,
    options: Build,
    ahead: Ahead | None,
) -> tuple[Finished, Changes]:
    """Write content/; return what there is to say of it, and what of it changed."""
    if ahead:
        edition, pages = _in_memory(root, config, wrong, progress, options, ahead)
    else:
        with cache_of(root, progress, options.jobs) as memo:
            edition, pages = pipeline.build(config, wrong, options.now, memo, progress)
    progress("write", 0, 0)
    changes = write(pages, root, unmarked=UNMARKED, dry=options.dry)
    done = Finished(
        day=edition.day,
        counts=report.counts_line(edition),
        files=len(changes.written),
        problems=tuple(report.in_order([*edition.problems, *changes.problems])),
        addresses=(
            *permalinks_to_append(edition.stories, config.permalinks),
            *page_permalinks_to_append(config, edition.stories),
        ),
    )
    return done, changes


def warm(root: Path, terminal: Terminal, options: Build, ahead: Ahead) -> None:
    """Remember in memory what the next build asks for, where the last one was known from `finished` alone. DigestError."""
    if not ahead.memo.holds_any():
        with locked(root), terminal.progress() as progress:
            _in_memory(root, *load_digest(root, options.seeds, options.url), progress, options, ahead)


def _in_memory(
    root: Path, config: Workspace, wrong: tuple[Problem, ...], progress: Progress, options: Build, ahead: Ahead
) -> pipeline.Built:
    """Make the edition and its pages of what `ahead` remembers, else of what the cache does."""
    path, jobs = root / ".digest" / "memo.db", options.jobs or cores()
    with Cache(path, progress, jobs, prune=False) as behind, without_collection():
        built = pipeline.build(config, wrong, options.now, ahead.memo.over(behind), progress, ahead.read)
    ahead.memo.forget_unasked()
    ahead.read.forget_unasked()
    return built


def _hashes(content: Path) -> finished.Hashes:
    try:
        return hashes_below(content)
    except OSError as error:
        raise WriteError(f"{error.filename or content}: cannot be read: {error.strerror or error}") from error


def _report_addresses(config: Workspace, fresh: tuple[Permalink, ...], terminal: Terminal, options: Build) -> None:
    if options.ledger and not config.digest.url:
        terminal.say(
            "seeds/digest.yml: `url:` is missing, so feeds and pages cannot say where they are; write `url: https://…`"
        )
    if options.ledger and not options.dry:
        terminal.say(f"seeds/permalinks.jsonl: {report.plural(len(fresh), 'line')} appended")
    elif fresh:
        terminal.say(f"{report.plural(len(fresh), 'new address', 'new addresses')}; `digest publish` records them")


def load_digest(root: Path, seeds: Path | None = None, url: str | None = None) -> tuple[Workspace, tuple[Problem, ...]]:
    """Read what people wrote into the seeds of a digest, and what is wrong with it; `url` stands for the one in digest.yml.

    UsageError where there is no digest, or where a symbolic link leads out of seeds/ or .digest/; one in seeds/articles is a
    Problem of whoever reads those.
    """
    if seeds is None and not (root / "seeds").is_dir():
        raise UsageError(f"{root} holds no seeds/; run this in a digest's folder, or start one with `digest new DIR`")
    config, wrong = load_seeds(root, seeds)
    return (dataclasses.replace(config, digest=dataclasses.replace(config.digest, url=url)) if url else config), wrong


def load_seeds(root: Path, seeds: Path | None = None) -> tuple[Workspace, tuple[Problem, ...]]:
    """Do the same where there may be no digest at all: without seeds nothing is written, and nothing wrong."""
    refuse_links(root / ".digest")
    refuse_links(seeds or root / "seeds", but=["articles"])
    return load(root, seeds)


def cache_of(root: Path, progress: Progress, jobs: int | None) -> Cache:
    """Return the digest's cache, which moves this progress line; `jobs` processes may work at once, else one a core."""
    return Cache(root / ".digest" / "memo.db", progress, jobs or cores())


def print_problems(problems: Iterable[Problem], form: report.Format, terminal: Terminal) -> None:
    """Print what is wrong, a line each."""
    for problem in problems:
        terminal.warn(report.problem_line(problem, form))
