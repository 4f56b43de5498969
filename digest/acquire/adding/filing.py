"""Feeds that were handed over go to their publishers: its file under seeds/sources, its archive under seeds/archive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from digest.acquire.adding.aggregators import aggregates
from digest.acquire.adding.publishers import Claim, Given, add_feed, belongs_to, same_address, write_source
from digest.acquire.feeds.feed import FeedDocument
from digest.acquire.seeds.archive import append
from digest.config import Workspace
from digest.hosts import aggregator_at, host_of, same_site, site_of
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
class Found:
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
    config: Workspace, feeds: Iterable[Found], now: datetime, given: Given | None = None
) -> tuple[tuple[Added, ...], tuple[Problem, ...]]:
    """Write the feeds' addresses and entries where they belong, as seen `now`; the order of the feeds changes nothing.

    Feeds of one publisher that is new share its file; where an id or a name is `given`, all are of that one. A saved feed's
    own claim of an address is written into a file that stands already only where it lies on that publisher's site.
    """
    given = given or Given()
    added: list[Added] = []
    problems: list[Problem] = []
    for owner, group in _by_publisher(config, feeds, given):
        source = owner or write_source(config, [found.claim for found in group], given)
        if source is None:
            remedy = "write seeds/sources/<id>.yml with the publisher's name and home, then add it again"
            problems.extend(wrong(found.target, "no-publisher", "this feed names no publisher", remedy) for found in group)
            continue
        known = [feed.url for feed in owner.feeds] if owner else []
        unsaid = source.aggregator is None and aggregator_at(source.home) is None
        if unsaid and any(found.claim.aggregator for found in group):
            problems.append(_unmarked(source))
        if owner is None:
            config = replace(config, sources=(*config.sources, source))
            where = f"seeds/sources/{source.id}.yml"
            detail = f"{source.name}, {source.home}"
            added.append(Added(target=group[0].target, kind="source", where=where, source=source.id, detail=detail))
        for found in group:
            if owner and found.asked and not (given.id or given.name) and _foreign(found.claim.address or "", owner):
                remedy = f"if it is, write it under `feeds:` in seeds/sources/{owner.id}.yml and fetch"
                detail = f"{found.claim.address} says that it is of {owner.name}, but lies on another site"
                problems.append(wrong(found.target, "foreign-address", detail, remedy))
                continue
            outcome = _addressed(config, source, found, known)
            if isinstance(outcome, Problem):
                problems.append(outcome)
            elif outcome and not (found.document and outcome.kind == "known"):
                added.append(outcome)
            if found.document:
                added.append(_archived(config, source, found, found.document, now))
                problems.extend([found.document.problem] if found.document.problem else [])
    return tuple(added), tuple(problems)


def _by_publisher(config: Workspace, feeds: Iterable[Found], given: Given) -> list[tuple[Source | None, list[Found]]]:
    """Group the feeds by the publisher they belong to, or by site where that is a new one."""
    ordered = sorted(feeds, key=lambda it: it.order)
    apart = {found.claim.site for found in ordered if found.claim.site != site_of(found.claim.place)}
    owners: dict[str, Source | None] = {}
    groups: dict[str, list[Found]] = {}
    for found in ordered:
        owner = belongs_to(found.claim, config.sources, given)
        host = host_of(found.claim.place)
        site = host if host in apart else found.claim.site
        key = f"={owner.id}" if owner else "!" if given.id or given.name else site or f"?{found.target}"
        owners[key] = owner
        groups.setdefault(key, []).append(found)
    return [(owners[key], groups[key]) for key in sorted(groups)]


def _unmarked(source: Source) -> Problem:
    """Say that a source brings what others publish, and that its file does not say so."""
    where, remedy = f"seeds/sources/{source.id}.yml", "write `aggregator: true`, or `aggregator: false` if they are not"
    detail = f"the items of {source.name} look like other publishers'"
    return Problem(stage="acquire", where=where, code="aggregator", detail=detail, remedy=remedy)


def _foreign(address: str, owner: Source) -> bool:
    """Tell whether an address lies on no site of a publisher, so that a feed's word alone does not make it that one's."""
    return not any(same_site(address, it) for it in (owner.home, *(feed.url for feed in owner.feeds)))


def _addressed(config: Workspace, source: Source, found: Found, known: list[str]) -> Added | Problem | None:
    """See that the feed's address stands in its publisher's file, once."""
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
    return wrong(found.target, "not-written", f"the feed {address} could not be added safely", remedy)


def _archived(config: Workspace, source: Source, found: Found, document: FeedDocument, now: datetime) -> Added:
    count = append(config.root, source.id, document.entries, now)
    where, detail = f"seeds/archive/{source.id}", found.note or document.title or ""
    return Added(target=found.target, kind="entries", where=where, source=source.id, items=count, detail=detail)


def wrong(target: str, code: str, detail: str, remedy: str = "") -> Problem:
    """A Problem of something that a person handed over."""
    return Problem(stage="acquire", where=target, code=code, detail=detail, remedy=remedy, by_hand=True)
