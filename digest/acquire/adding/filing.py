"""Feeds that were handed over go to their publishers: its file under seeds/sources, its archive under seeds/archive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from digest.acquire.adding.aggregators import aggregates
from digest.acquire.adding.publishers import Claim, PublisherOptions, add_feed, belongs_to, same_address, write_source
from digest.acquire.feeds.feed import FeedDocument
from digest.acquire.problems import by_hand
from digest.acquire.seeds.archive import append
from digest.common.hosts import aggregator_at, host_of, same_site, site_of
from digest.config import Workspace
from digest.model import Problem, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one thing handed over.

    `kind` is what was made of it: entries in an archive, an article's file, a publisher's file, a feed's address in one, or
    nothing as it was known already. `where` is the file or folder it stands in, `detail` what a person may want to read.
    """

    target: str
    kind: Literal["entries", "article", "source", "address", "known"]
    where: str
    source: str | None = None
    items: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFeed:
    """A feed and what is said of it.

    `asked` says that a person named its address, so that it is to be fetched; `note` is shown to that person.
    """

    target: str
    claim: Claim
    document: FeedDocument | None = None
    asked: bool = False
    note: str = ""

    @property
    def order(self) -> tuple[str, ...]:
        said = (self.claim.address, self.claim.home, self.claim.title, self.claim.language, self.claim.link)
        first = self.document.entries[:3] if self.document else ()
        return (*(it or "" for it in said), *(entry.body for entry in first), self.target)


def claim_of(document: FeedDocument, address: str | None = None) -> Claim:
    """Return what a feed says of itself; `address` is where it was found."""
    link = next((entry.link for entry in document.entries if entry.link), None)
    return Claim(
        address=address or document.address,
        home=document.home,
        title=document.title,
        language=document.language,
        link=link,
        aggregator=aggregates(document, address or document.address),
    )


def file_feeds(
    config: Workspace, feeds: Iterable[FoundFeed], now: datetime, given: PublisherOptions | None = None
) -> tuple[tuple[Added, ...], tuple[Problem, ...]]:
    """Write the feeds' addresses to seeds/sources and their entries to the archive, as seen `now`.

    A new publisher gets one file for all its feeds, with every address that they state, on whatever site it lies; where an
    id or a name is `given`, all feeds are of that publisher, but a feed that a source already has stays there. The order of
    `feeds` changes nothing. Returns what was added and the problems. Nothing is kept of a feed that names no publisher, or
    whose address a person named and which claims to be of a known publisher but lies on another site. Where only its address
    is refused, because the file cannot be changed safely or a saved feed of a known publisher states one on another site,
    its entries are kept. A problem of the feed itself, or that a publisher looks like an aggregator and its file does not
    say so, is told as well.

    UsageError and WriteError as `write_source` and the archive raise them; earlier publishers may be written by then.
    """
    given = given or PublisherOptions()
    added: list[Added] = []
    problems: list[Problem] = []
    for owner, group in _by_publisher(config, feeds, given):
        source = owner or write_source(config, [found.claim for found in group], given)
        if source is None:
            remedy = "write seeds/sources/<id>.yml with the publisher's name and home, then add it again"
            problems.extend(by_hand(found.target, "no-publisher", "this feed names no publisher", remedy) for found in group)
            continue
        known = [feed.url for feed in owner.feeds] if owner else []
        may_aggregate = source.aggregator is None and aggregator_at(source.home) is None
        if may_aggregate and any(found.claim.aggregator for found in group):
            problems.append(_aggregator_problem(source))
        if owner is None:
            config = replace(config, sources=(*config.sources, source))
            where = f"seeds/sources/{source.id}.yml"
            detail = f"{source.name}, {source.home}"
            added.append(Added(target=group[0].target, kind="source", where=where, source=source.id, detail=detail))
        for found in group:
            if owner and found.asked and not (given.id or given.name) and _is_foreign(found.claim.address or "", owner):
                remedy = f"if it is, write it under `feeds:` in seeds/sources/{owner.id}.yml and fetch"
                detail = f"{found.claim.address} says that it is of {owner.name}, but lies on another site"
                problems.append(by_hand(found.target, "foreign-address", detail, remedy))
                continue
            outcome = _write_address(config, source, found, known)
            if isinstance(outcome, Problem):
                problems.append(outcome)
            elif outcome and not (found.document and outcome.kind == "known"):
                added.append(outcome)
            if found.document:
                added.append(_archive_entries(config, source, found, found.document, now))
                problems.extend([found.document.problem] if found.document.problem else [])
    return tuple(added), tuple(problems)


def _by_publisher(
    config: Workspace, feeds: Iterable[FoundFeed], given: PublisherOptions
) -> list[tuple[Source | None, list[FoundFeed]]]:
    """Return the feeds by publisher: (its source, or None where it is new, its feeds), in an order of their own.

    The key of a group is the source's id, one for all where a person gave id or name, the site, else the feed itself.
    """
    ordered = sorted(feeds, key=lambda it: it.order)
    apart = {found.claim.site for found in ordered if found.claim.site != site_of(found.claim.place)}
    owners: dict[str, Source | None] = {}
    groups: dict[str, list[FoundFeed]] = {}
    for found in ordered:
        owner = belongs_to(found.claim, config.sources, given)
        host = host_of(found.claim.place)
        site = host if host in apart else found.claim.site
        key = f"={owner.id}" if owner else "!" if given.id or given.name else site or f"?{found.target}"
        owners[key] = owner
        groups.setdefault(key, []).append(found)
    return [(owners[key], groups[key]) for key in sorted(groups)]


def _aggregator_problem(source: Source) -> Problem:
    """Say that a source brings what others publish, and that its file does not say so."""
    where, remedy = f"seeds/sources/{source.id}.yml", "write `aggregator: true`, or `aggregator: false` if they are not"
    detail = f"the items of {source.name} look like other publishers'"
    return Problem(stage="acquire", where=where, code="aggregator", detail=detail, remedy=remedy)


def _is_foreign(address: str, owner: Source) -> bool:
    """Tell whether an address lies on no site of a publisher, so that a feed's word alone does not make it that one's."""
    return not any(same_site(address, it) for it in (owner.home, *(feed.url for feed in owner.feeds)))


def _write_address(config: Workspace, source: Source, found: FoundFeed, known: list[str]) -> Added | Problem | None:
    """Write the feed's address into its publisher's file, unless it is in `known`, to which it is added.

    Returns None where the address is only what a saved feed states of itself, on another site than the publisher's.
    """
    address, where = found.claim.address, f"seeds/sources/{source.id}.yml"
    if address is None or not (found.asked or same_site(address, source.home)):
        return None
    outcome = Added(target=found.target, kind="address", where=where, source=source.id, detail=address)
    if any(same_address(address, url) for url in known):
        return replace(outcome, kind="known")
    known.append(address)
    if any(same_address(address, feed.url) for feed in source.feeds) or add_feed(config, source, address, found.claim.title):
        return outcome
    remedy = f"write it under `feeds:` in {where}"
    return by_hand(found.target, "not-written", f"the feed {address} could not be added safely", remedy)


def _archive_entries(config: Workspace, source: Source, found: FoundFeed, document: FeedDocument, now: datetime) -> Added:
    count = append(config.root, source.id, document.entries, now)
    where, detail = f"seeds/archive/{source.id}", found.note or document.title or ""
    return Added(target=found.target, kind="entries", where=where, source=source.id, items=count, detail=detail)
