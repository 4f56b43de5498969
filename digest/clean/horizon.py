"""The last moment that a date can be of, told without a clock: by what is dated and can be trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from digest.language.calendar import YEARS
from digest.model import Article, Checkout, Entry

WRITTEN = datetime(2026, 11, 29, tzinfo=UTC)
"""When this version was written: no build of it is earlier."""
AHEAD = timedelta(days=2)
"""How far a date may be ahead: time zones, and what is written today and committed tomorrow."""
REST = timedelta(days=183)
"""How long a digest may have rested before a new day, where neither git nor an archive tells that day."""
_END = datetime(YEARS[-1], 12, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """The last moments that what a person wrote, and what was fetched, can be dated."""

    by_hand: datetime
    fetched: datetime


def horizon(found: Iterable[tuple[Entry, Article]], checkout: Checkout | None, now: datetime | None) -> Horizon:
    """Return the last moments that dates can be of.

    What is known is the newest of `now`, the moment of the checkout and when the archive was last added to; two days after
    that is the end. Files that are not committed yet may be newer than the checkout, and without git and archive nothing
    is known: then a hand-written day is right that follows another, or this version's, within half a year.
    """
    given = list(found)
    fetched = [entry.seen for entry, _ in given if entry.seen and not entry.by_hand]
    moments = [moment for moment in (now, checkout.at if checkout else None, max(fetched, default=None)) if moment]
    known = min(max(moments), _END) if moments else None
    if known and (now or (checkout.whole if checkout else fetched)):
        return Horizon(by_hand=known + AHEAD, fetched=known + AHEAD)
    newest = max(WRITTEN, known or WRITTEN)
    for day in sorted(day for _, article in given if (day := article.day)):
        newest = max(newest, day) if day <= newest + REST else newest
    return Horizon(by_hand=newest + REST, fetched=known + AHEAD if known else _END)
