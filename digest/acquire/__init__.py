"""Bring in what sources said, byte for byte: hand-added articles and the archive of feeds.

in: seeds/articles/** and seeds/archive/**, and the config that was read beside them
out: entries as they came, in one order, and a Problem for each thing that cannot be read
never: believe, mend or shorten what a source said; touch the network (`fetch` and `add` do, in modules of their own)
"""

from __future__ import annotations

from datetime import datetime

from digest.acquire.seeds.archive import read_archive
from digest.acquire.seeds.articles import read_articles
from digest.acquire.seeds.moved import same_feeds
from digest.acquire.seeds.page_permalinks import lost_pages
from digest.acquire.seeds.unread import unread
from digest.common.memo import Memo, no_memo
from digest.config import Workspace
from digest.model import Entry, Problem

__all__ = ["acquire"]


def acquire(
    config: Workspace,
    now: datetime | None = None,  # noqa: ARG001 - a stage's signature; what was kept does not depend on the clock
    memo: Memo = no_memo,
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return every entry of the digest, sorted by file and line, and what is wrong with the files.

    What `memo` remembers holds what a takedown may take away: it must not outlive the process.

    Reads seeds/articles/** and seeds/archive/**; never file times, never the network.
    """
    written, wrong = read_articles(config, memo)
    kept, torn = read_archive(config)
    entries = sorted([*written, *kept], key=lambda entry: (entry.where, entry.line))
    problems = [*wrong, *torn, *lost_pages(config), *same_feeds(config), *unread(config)]
    return tuple(entries), tuple(sorted(problems, key=lambda it: (it.where, it.line, it.column, it.code, it.detail)))
