"""Which feeds have moved for good to an address at which another source's feed is read already."""

from __future__ import annotations

from collections.abc import Iterator

from digest.acquire.seeds.state import read_state
from digest.common.hosts import bare_address
from digest.config import Workspace
from digest.model import Problem


def same_feeds(config: Workspace) -> Iterator[Problem]:
    """Yield a note for each feed that a fetch found to have moved to the address of another, by what fetches remembered."""
    owners = {bare_address(feed.url): (source.id, feed.url) for source in reversed(config.sources) for feed in source.feeds}
    for source in config.sources:
        known = read_state(config.root, source.id).feeds if source.feeds else {}
        for feed in source.feeds:
            moved = known[feed.url].moved if feed.url in known else None
            other, url = owners.get(bare_address(moved), (source.id, feed.url)) if moved else (source.id, feed.url)
            if url != feed.url:
                yield Problem(
                    stage="acquire",
                    where=f"seeds/sources/{source.id}.yml",
                    code="double",
                    detail=f"the feed {feed.url} has moved to {url}, which seeds/sources/{other}.yml has",
                    remedy="keep one of the two",
                )
