"""The whole program in one screen: seeds to content."""

from __future__ import annotations

import dataclasses
import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from digest.acquire import acquire
from digest.acquire.health import health
from digest.clean import clean
from digest.config import Config
from digest.dedupe import dedupe
from digest.group import group
from digest.group.measured import CAUTIONS
from digest.link import link
from digest.link.citing import verify
from digest.memo import Memo, no_memo
from digest.model import Edition, Page, Problem, SourceHealth, Story, newest
from digest.render import render
from digest.terminal import Progress, unseen
from digest.thresholds import thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """The digest up to where articles are grouped: what `why` and `publish` look at."""

    stories: tuple[Story, ...]
    now: datetime
    problems: tuple[Problem, ...]
    health: tuple[SourceHealth, ...]


@contextmanager
def without_collection() -> Iterator[None]:
    """Disable the garbage collector: dedupe and group make no cycles, and a collection walks through all articles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def gather(config: Config, now: datetime | None, memo: Memo = no_memo, progress: Progress = unseen) -> Stories:
    """Bring in, clean, fold and group everything; `now` is the newest day of an article unless given."""
    progress("acquire", 0, 0)
    entries, acquired = acquire(config, now)
    cleaned, unclean = clean(entries, config, now, memo)
    with without_collection():
        caution = config.digest.grouping.caution
        stories, ungrouped = group(dedupe(cleaned, memo), config.decisions, config.permalinks, memo, caution)
    now = now or newest([article.day for article in cleaned if article.withdrawn is None])
    return Stories(
        stories=stories,
        now=now,
        problems=(*acquired, *unclean, *ungrouped),
        health=health(config, now, entries),
    )


def causes(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Leave out the notes that a key is missing which a person wrote, but wrongly: that is said where it is wrong."""
    found = tuple(problems)
    wrong = {(problem.where, problem.key) for problem in found if problem.by_hand}
    return tuple(
        problem
        for problem in found
        if problem.by_hand or not any((problem.where, key) in wrong for key in problem.key.split())
    )


def edit(
    config: Config,
    wrong: tuple[Problem, ...],
    now: datetime | None = None,
    memo: Memo = no_memo,
    progress: Progress = unseen,
) -> Edition:
    """Make the edition. `wrong` are the problems found in the configuration; the edition names all.

    Raises CitationError where a citation does not read what it claims: nothing has been written then.
    """
    gathered = gather(config, now, memo, progress)
    edition = link(gathered.stories, config, gathered.now, memo)
    problems = causes((*wrong, *gathered.problems, *edition.problems))
    edition = dataclasses.replace(edition, problems=problems, health=gathered.health)
    verify(edition)
    return edition


def build(
    config: Config,
    wrong: tuple[Problem, ...],
    now: datetime | None = None,
    memo: Memo = no_memo,
    progress: Progress = unseen,
) -> tuple[Edition, tuple[Page, ...]]:
    """Make the edition and its pages, for `write` to put in place."""
    edition = edit(config, wrong, now, memo, progress)
    progress("render", 0, 0)
    return edition, render(edition, config.digest, thresholds(), CAUTIONS)
