"""Which source publishes what address, and which one a name means: the one answer that add, clean and link give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.common.hosts import aggregator_at, home_site, host_of, is_shared, name_key, nearest_home, site_of
from digest.model import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishers:
    """The known sources by id, by name or alias, by the host of their home, and by the site that is theirs."""

    by_id: Mapping[str, Source]
    by_name: Mapping[str, Source]
    by_host: Mapping[str, Sequence[Source]]
    by_site: Mapping[str, Sequence[Source]]

    def aggregator(self, source_id: str | None) -> Source | None:
        """Return the source with that id where it brings what others publish: its file says so, or its home tells it."""
        source = self.by_id.get(source_id or "")
        known = source and (source.aggregator if source.aggregator is not None else aggregator_at(source.home) is not None)
        return source if known else None

    def named(self, name: str | None) -> Source | None:
        """Return the source with that name, alias or host name, however it is spelled."""
        if not name:
            return None
        return self.by_name.get(name_key(name)) or next(iter(self.by_host.get(name.lower().strip(), ())), None)

    def at(self, address: str | None, title: str = "") -> Source | None:
        """Return the source whose home is at the address's host, or at the nearest domain above it.

        Of several with one host it is the one whose home is the longest beginning of the address; where that leaves several,
        nobody knows and it is None. On a host that many share it is the one whose account it is, by its home or its feeds.
        The `title` that a page or feed gives itself tells two papers of one owner apart, each on a subdomain.
        """
        host, site = host_of(address), home_site(title, address)
        while host and not is_shared(site):
            if found := self.by_host.get(host):
                home = nearest_home([source.home for source in found], address or "")
                found = [source for source in found if source.home == home]
                if found:
                    return found[0] if len(found) == 1 else None
            host = host.partition(".")[2] if host != site else ""
        found = self.by_site.get(site, ())
        return found[0] if len(found) == 1 else None


def known(sources: Sequence[Source]) -> Publishers:
    """Index the sources; where two claim a name, the first by id has it."""
    by_id = {source.id: source for source in sorted(sources, key=lambda source: source.id)}
    by_name: dict[str, Source] = {}
    by_host: dict[str, list[Source]] = {}
    by_site: dict[str, list[Source]] = {}
    for source in by_id.values():
        for name in (source.name, source.id, *source.aliases):
            by_name.setdefault(name_key(name), source)
        shared = {site for feed in source.feeds if is_shared(site := site_of(feed.url))}
        for site in {home_site(source.name, source.home), *shared}:
            by_site.setdefault(site, []).append(source)
        if not is_shared(site_of(source.home)):
            by_host.setdefault(host_of(source.home), []).append(source)
    return Publishers(by_id=by_id, by_name=by_name, by_host=by_host, by_site=by_site)
