"""The whole program in one screen: seeds to content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from digest.acquire import acquire
from digest.acquire.seeds.health import health
from digest.clean import clean
from digest.common.memo import Memo, no_memo
from digest.common.references import published_days
from digest.config import Workspace
from digest.config.editors import seed_schemas
from digest.dedupe import dedupe
from digest.dedupe.already import already_there
from digest.group import group
from digest.group.measured import CAUTIONS
from digest.link import link
from digest.model import Article, Edition, KnownPage, Page, Problem, SourceHealth, Story, newest
from digest.relate import relate
from digest.render import render
from digest.render.method import Threshold, said_in
from digest.runtime.cache import Within
from digest.runtime.collection import without_collection
from digest.runtime.terminal import Progress, no_progress
from digest.verify import verify

Seeds = tuple[Workspace, tuple[Problem, ...]]
"""A digest as people wrote it, and what is wrong with that."""
Built = tuple[Edition, tuple[Page | KnownPage, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """The digest up to where articles are grouped: what `why` looks at. `withdrawn` are in no story, and shown nowhere."""

    stories: tuple[Story, ...]
    withdrawn: tuple[Article, ...]
    now: datetime
    problems: tuple[Problem, ...]
    health: tuple[SourceHealth, ...]


def gather(
    config: Workspace,
    now: datetime | None,
    memo: Memo = no_memo,
    progress: Progress = no_progress,
    read: Memo = no_memo,
) -> Stories:
    """Bring in, clean, fold and group everything; `now` is the newest day of an article unless given.

    `read` remembers what files hold, which no memo may that outlives the process.
    """
    progress("acquire", 0, 0)
    entries, acquired = acquire(config, now, read)
    cleaned, unclean = clean(entries, config, now, memo)
    with without_collection():
        caution = config.digest.grouping.caution
        folded = dedupe(cleaned, memo)
        stories, ungrouped = group(folded, config.decisions, config.permalinks, memo, caution)
    now = now or newest([article.day for article in cleaned if article.withdrawn is None])
    return Stories(
        stories=stories,
        withdrawn=tuple(article for article in cleaned if article.withdrawn),
        now=now,
        problems=(*acquired, *unclean, *already_there(folded), *ungrouped),
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
    config: Workspace,
    wrong: tuple[Problem, ...],
    now: datetime | None = None,
    memo: Memo = no_memo,
    progress: Progress = no_progress,
    read: Memo = no_memo,
) -> Edition:
    """Make the edition. `wrong` are the problems found in the configuration; the edition names all.

    Raises CitationError where a citation does not read what it claims: nothing has been written then.
    """
    gathered = gather(config, now, memo, progress, read)
    with without_collection():
        linked = link(gathered.stories, config.sources, config.digest.limits, memo)
    edition = Edition(
        day=gathered.now,
        stories=relate(linked, [topic for topic in config.topics if not topic.retired], config.decisions, memo),
        sources=config.sources,
        topics=config.topics,
        problems=causes((*wrong, *gathered.problems)),
        health=gathered.health,
        published=published_days(config.permalinks),
    )
    verify(edition)
    return edition


def build(
    config: Workspace,
    wrong: tuple[Problem, ...],
    now: datetime | None = None,
    memo: Memo = no_memo,
    progress: Progress = no_progress,
    read: Memo = no_memo,
) -> Built:
    """Make the edition and its pages, for `write` to put in place."""
    edition = edit(config, wrong, now, memo, progress, read)
    progress("render", 0, 0)
    return edition, _pages(edition, config, memo)


def _pages(edition: Edition, config: Workspace, memo: Memo) -> tuple[Page | KnownPage, ...]:
    (decided,) = memo(partial(said_in, thresholds=_thresholds), [config.digest.language], returns=tuple[Threshold, ...])
    return render(edition, config.digest, decided, CAUTIONS, seed_schemas(), memo)


def _thresholds() -> Iterable[Threshold]:
    from digest.thresholds import thresholds  # noqa: PLC0415 - loads the rooms that they are of

    return thresholds()


def build_both(
    older: Seeds,
    newer: Seeds,
    now: datetime | None = None,
    memo: Memo = no_memo,
    progress: Progress = no_progress,
    recall: Memo = no_memo,
) -> tuple[Built, Built]:
    """Make two editions to compare, with their pages where those may differ. The older one is made with `recall`.

    The newer one is made first, so that `memo` is asked for all that it needs.
    """
    read, memo = Within(), Within(memo)
    behind = memo.over(recall)
    with without_collection():
        second = edit(*newer, now, memo, progress, read)
        first = edit(*older, now, behind, progress, read)
        progress("render", 0, 0)
        if (first, older[0].digest) == (second, newer[0].digest):
            return (first, ()), (second, ())
        pages = _pages(second, newer[0], memo)
        return (first, _pages(first, older[0], behind)), (second, pages)
