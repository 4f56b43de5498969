"""Tie the statements of each story to their sources.

in: bare Stories (id, path, headline, articles), the sources, and how much of an article may be shown
out: the same stories with points, figures, quotations, origins and lone lines
never: a statement without a citation that can be re-read, a sentence of our own, an unknown origin counted as independent
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial

from digest.common.memo import Memo, no_memo
from digest.model import Limits, Source, Story

__all__ = ["link"]


def link(stories: Sequence[Story], sources: Sequence[Source], limits: Limits, memo: Memo = no_memo) -> tuple[Story, ...]:
    """Tie the statements of each story to their sources.

    Takes bare stories in any order; returns them in that order with points, figures, quotations, origins and what only one
    source says. Every citation can be re-read (see `verify`).
    """
    known = [(source.id, source.name, source.home, source.aliases, source.terms.extract_limit) for source in sources]
    salt = hashlib.sha256(repr((known, limits)).encode()).hexdigest()
    work = partial(_linked, sources=tuple(sources), limits=limits)
    return tuple(memo(work, stories, returns=Story, salt=salt, spread=True))


def _linked(story: Story, sources: Sequence[Source], limits: Limits) -> Story:
    from digest.link.story import linked  # noqa: PLC0415 - a run that remembers all stories need not load what links them

    return linked(story, sources, limits)
