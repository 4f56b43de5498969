"""A feed's document trimmed before a parser sees it: to its newest items, and to what can be parsed in bounded memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from heapq import nlargest
from math import inf

from digest.acquire.decoding.charset import BLANK

MOST_ITEMS = 2_000
MOST_BYTES = 4_000_000
MOST_NODES = 200_000
DEEPEST = 2_000
_TAG = re.compile(rb"<(/?)[A-Za-z][^<>]*>")
_ITEM = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])")
_ITEM_END = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_QUOTED_OR_ITEM = re.compile(rb"<!\[CDATA\[(?:.*?\]\]>|.*)|<!--(?:.*?-->|.*)|(" + _ITEM.pattern + rb")", re.DOTALL)
_DATES = tuple(
    re.compile(
        rb"<(?:[\w.-]+:)?(?:%b)(?:\s[^<>]{0,200})?>\s{0,40}(?:<!\[CDATA\[)?([^<>\]]{8,60})[<\]]" % names, re.IGNORECASE
    )
    for names in (b"pubdate|published|date|issued|created", b"updated|modified")
)


def trim_items(raw: bytes, most: int = MOST_ITEMS, largest: int = MOST_BYTES) -> tuple[bytes, int]:
    """Return the document with at most `most` of its items in `largest` bytes, and how many items were cut out.

    The newest by their dates stay, wherever they stand. An item without a date counts as new as the one before it; where no
    item has one the first and the last stay, as a feed may be in either order. A parser holds every item in memory several
    times before one can be chosen, so a hostile million of them, or ten megabytes, must not reach it.
    """
    count = sum(1 for _ in _starts(raw))
    if not count or (count <= most and len(raw) <= largest):
        return raw, 0
    head, foot = next(_starts(raw)), _foot(raw)
    room = largest - head - (len(raw) - foot)
    kept = []
    for *_, start, end in nlargest(most, _ranked(raw, count, foot)):
        if end - start <= room:
            kept.append((start, end))
            room -= end - start
    items = b"".join(raw[start:end] for start, end in sorted(kept))
    return raw[:head] + items + raw[foot:], count - len(kept)


def timestamp_of(printed: str | None) -> float | None:
    """Return the seconds since 1970 of a date in a format of feeds (RFC 3339, RFC 5322); None where it is in neither."""
    printed = (printed or "").strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(printed)
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def is_too_complex(raw: bytes) -> bool:
    """Tell whether a document has more or deeper elements than a feed has, so that parsing it could exhaust the memory."""
    if raw.lstrip(BLANK).startswith(b"{"):
        return raw.count(b"{") + raw.count(b"[") > MOST_NODES
    if raw.count(b"<") <= MOST_NODES // 4:
        return False
    depth = 0
    for count, found in enumerate(_TAG.finditer(raw)):
        if _ITEM.match(raw, found.start()):
            depth = 0
        elif not found[0].endswith(b"/>"):
            depth += -1 if found[1] else 1
        if depth > DEEPEST or count > MOST_NODES * 2:
            return True
    return False


def _starts(raw: bytes) -> Iterator[int]:
    """Yield the offsets at which items start, but for what stands in comments and CDATA sections."""
    return (found.start() for found in _QUOTED_OR_ITEM.finditer(raw) if found[1])


def _foot(raw: bytes) -> int:
    """Return the offset at which the last item ends; the document's end where that cannot be told."""
    last = max(raw.rfind(b"item"), raw.rfind(b"entry"))
    found = _ITEM_END.search(raw, raw.rfind(b"<", 0, last)) if last > 0 else None
    return found.end() if found else len(raw)


def _ranked(raw: bytes, count: int, foot: int) -> Iterator[tuple[float, int, int, int]]:
    """Yield each item as (timestamp, minus its distance in items from the nearer end of the document, start, end).

    So sorted, the newest come last, and of undated ones those in the middle first.
    """
    starts, moment = _starts(raw), -inf
    start = next(starts)
    for number in range(count):
        end = next(starts, max(foot, start))
        found = next((found for dates in _DATES if (found := dates.search(raw, start, end))), None)
        known = timestamp_of(found[1].decode("ascii", "ignore")) if found else None
        moment = moment if known is None else known
        yield moment, -min(number, count - 1 - number), start, end
        start = end
