"""Which feeds bring what others publish: told by where they stand and by what their items hold."""

from __future__ import annotations

import re

from digest.acquire.decoding.markup import visible
from digest.acquire.feeds.feed import FeedDocument
from digest.hosts import aggregator_at, host_of, leads_anywhere, registrable, same_site
from digest.model import Entry

MOST = 0.5
"""Share of a feed's items from which they tell what the feed is."""
OWN_WORDS = 8
"""Words outside links from which an item has a text of its own."""
_TAGS = re.compile(r"(<[^<>]*>)")
_PLANET = re.compile(r"(?i:\bplanet\b)")


def aggregates(document: FeedDocument, address: str | None) -> bool:
    """Tell whether a feed's items are what others publish, and not what its publisher says about that.

    So it is at a known aggregator's; where most items name another publisher with its address; where most lead to several
    other sites and hold no words of their own; and in planets, which say in their name or host what they are. A link blog
    leads elsewhere too, but the words are its own.
    """
    place = document.home or address or ""
    if any(aggregator_at(it) is not None for it in (document.home, address) if it):
        return True
    entries = document.entries
    least = MOST * len(entries)
    elsewhere = [it for it in entries if it.link and not same_site(it.link, place)]
    known = [it for it in entries if it.link and aggregator_at(it.link) is not None]
    named = [it for it in entries if it.publisher_home and not same_site(it.publisher_home, place)]
    if len(known) > least or (len(named) > least and len({host_of(it.publisher_home) for it in named}) > 1):
        return True
    led = {registrable(host_of(it.link)) for it in elsewhere if not leads_anywhere(it.link or "")}
    if len(elsewhere) <= least or len(led) < 2:
        return False
    bare = [it for it in elsewhere if it.publisher or not _own_words(it)]
    return len(bare) > least or bool(_PLANET.search(f"{document.title} {host_of(place)}"))


def _own_words(entry: Entry) -> bool:
    """Tell whether an item has words outside its links, beside its title once more."""
    said, linked = [], False
    for piece in _TAGS.split(entry.body[:20_000]):
        if piece.startswith("<"):
            linked = bool(re.match(r"<a\s", piece, re.IGNORECASE)) or (
                linked and not re.match(r"</a\b", piece, re.IGNORECASE)
            )
        elif not linked:
            said.append(piece)
    words = visible(" ".join(said), 2_000).removeprefix(visible(entry.title or "", 2_000))
    return len(words.split()) >= OWN_WORDS or len(words) >= 10 * OWN_WORDS
