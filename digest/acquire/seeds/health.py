"""How each publisher's feeds are doing: what `digest sources` and the status page show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Literal

from digest.acquire.decoding.markup import visible
from digest.acquire.feeds.trimming import timestamp_of
from digest.acquire.seeds.archive import read_archive
from digest.acquire.seeds.state import FeedState, SourceState, read_state
from digest.config import Workspace
from digest.model import Entry, Source, SourceHealth

STALE = timedelta(days=90)
THIN = 80  # characters of text of an item, by the median
WEEKS = 4

HealthStatus = Literal["gone", "failing", "moved", "refused", "new", "stale", "thin", "ok"]


def health(config: Workspace, now: datetime, entries: Iterable[Entry] | None = None) -> tuple[SourceHealth, ...]:
    """Return the health of every source that has a feed or an archive, in order of id; reads only seeds/.

    `entries` are those of the archive where they have been read already; articles added by hand do not count.
    """
    archived: dict[str, list[Entry]] = {}
    for entry in read_archive(config)[0] if entries is None else entries:
        if not entry.by_hand:
            archived.setdefault(entry.source or "", []).append(entry)
    return tuple(
        _assess(source, read_state(config.root, source.id), archived.get(source.id, []), now)
        for source in sorted(config.sources, key=lambda it: it.id)
        if source.feeds or source.id in archived
    )


def _assess(source: Source, state: SourceState, entries: Sequence[Entry], now: datetime) -> SourceHealth:
    feeds = [(feed.url, state.feeds.get(feed.url, FeedState())) for feed in source.feeds]
    dates = sorted(date for entry in entries if (date := _date(entry, now)))
    recent = sum(date > now - timedelta(weeks=WEEKS) for date in dates)
    last = dates[-1] if dates else None
    status, since, detail = _status(source, state, feeds, last, entries, now)
    return SourceHealth(
        source=source.id,
        name=source.name,
        status=status,
        feeds=len(source.feeds),
        items=len({(entry.link, entry.guid) for entry in entries}),
        weekly=recent / WEEKS,
        last_success=max((feed.succeeded for _, feed in feeds if feed.succeeded), default=None),
        last_item=last,
        since=since,
        detail=detail,
    )


def _status(
    source: Source,
    state: SourceState,
    feeds: Sequence[tuple[str, FeedState]],
    last: datetime | None,
    entries: Sequence[Entry],
    now: datetime,
) -> tuple[HealthStatus, datetime | None, str]:
    """Return (status, since, in words): the first that holds of gone, failing, moved, refused, new, stale, thin and ok.

    `feeds` are the source's by their address in its file, `last` is the date of its newest item, None where it has none, and
    `entries` are what the archive has of it. "refused": robots.txt or the publisher closes article pages, and a feed has
    `full_text`; "thin": the median length of the items' texts is below THIN. `since` is of "gone" when the feed was last
    requested, of "failing" its first failure, of "stale" the newest item, else None.
    """
    for url, feed in feeds:
        if feed.gone:
            return "gone", feed.asked, f"{url} is gone for good"
    for url, feed in feeds:
        if feed.failures:
            words = feed.trouble[1] if feed.trouble else "unknown trouble"
            often = "once" if feed.failures == 1 else f"{feed.failures} times"
            return "failing", feed.failing_since, f"{url} failed {often}: {words}"
    for url, feed in feeds:
        if feed.moved and feed.moved != url:
            return "moved", None, f"{url} has moved to {feed.moved}"
    refused = [page.refused for _, page in sorted(state.pages.items()) if page.refused]
    if refused and any(feed.full_text for feed in source.feeds):
        return "refused", None, f"{len(refused)} article pages: {refused[0]}"
    if feeds and not entries and not any(feed.asked for _, feed in feeds):
        return "new", None, "not fetched yet"
    if last is None or now - last > STALE:
        return "stale", last, f"no item for more than {STALE.days} days" if last else "no item at all"
    if entries and median(len(visible(entry.body, 1_000)) for entry in entries) < THIN:
        return "thin", None, "its items hold little more than headlines"
    return "ok", None, ""


def _date(entry: Entry, now: datetime) -> datetime | None:
    """An item's own date where it can be read and is not in the future, else when it was seen."""
    stamp = timestamp_of(entry.published)
    if stamp is None or stamp > (now + timedelta(days=1)).timestamp():
        return entry.seen
    return datetime.fromtimestamp(stamp, UTC)
