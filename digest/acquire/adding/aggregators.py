"""Which feeds are of aggregators: by their address, and by where their items lead and what they hold."""

from __future__ import annotations

import re

from digest.acquire.decoding.markup import visible
from digest.acquire.feeds.feed import FeedDocument
from digest.common.hosts import aggregator_at, host_of, leads_anywhere, registrable, same_site
from digest.model import Entry

MAJORITY = 0.5
"""A feed is an aggregator's if more than this share of its items are other publishers'."""
LEAST_OWN = 8
"""Words outside links from which an item has a text of its own; in scripts without spaces ten characters for each."""
_TAGS = re.compile(r"(<[^<>]*>)")
_PLANET = re.compile(r"(?i:\bplanet\b)")


def aggregates(document: FeedDocument, address: str | None) -> bool:
    """Tell whether most items of a feed are other publishers' articles. `address` is the feed's own.

    That is so where the feed or most items lie on a known aggregator's host; where most items name other publishers by
    address, on at least two hosts; where most lead to other sites, at least two, and either most of all items do so and name
    a publisher or have no words of their own, or the feed is called a planet. A link blog leads elsewhere too, but its words
    are its own. Without items only the feed's own host counts.
    """
    place = document.home or address or ""
    if any(aggregator_at(it) is not None for it in (document.home, address) if it):
        return True
    entries = document.entries
    half = MAJORITY * len(entries)
    elsewhere = [it for it in entries if it.link and not same_site(it.link, place)]
    known = [it for it in entries if it.link and aggregator_at(it.link) is not None]
    named = [it for it in entries if it.publisher_home and not same_site(it.publisher_home, place)]
    if len(known) > half or (len(named) > half and len({host_of(it.publisher_home) for it in named}) > 1):
        return True
    sites = {registrable(host_of(it.link)) for it in elsewhere if not leads_anywhere(it.link or "")}
    if len(elsewhere) <= half or len(sites) < 2:
        return False
    bare = [it for it in elsewhere if it.publisher or not _own_words(it)]
    return len(bare) > half or bool(_PLANET.search(f"{document.title} {host_of(place)}"))


def _own_words(entry: Entry) -> bool:
    """Tell whether an item has LEAST_OWN words outside its links, its title at their beginning not counted."""
    said, linked = [], False
    for piece in _TAGS.split(entry.body[:20_000]):
        if piece.startswith("<"):
            linked = bool(re.match(r"<a\s", piece, re.IGNORECASE)) or (
                linked and not re.match(r"</a\b", piece, re.IGNORECASE)
            )
        elif not linked:
            said.append(piece)
    words = visible(" ".join(said), 2_000).removeprefix(visible(entry.title or "", 2_000))
    return len(words.split()) >= LEAST_OWN or len(words) >= 10 * LEAST_OWN
