"""Which publisher a feed belongs to, and the file of one that is new."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from digest.acquire.adding.names import file_id, publisher_name, shortened, unused
from digest.common.hosts import (
    aggregator_at,
    bare_address,
    front_page,
    home_site,
    host_of,
    is_shared,
    name_key,
    parts_of,
    same_site,
    site_of,
)
from digest.common.publishers import known
from digest.common.references import ID
from digest.config import Workspace, yamlfile
from digest.config.load import SCHEMAS, editor_line
from digest.errors import UsageError
from digest.model import Feed, Source
from digest.runtime.files import create_file, replace_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is said of a feed: by itself, or by the list that names it."""

    address: str | None = None
    home: str | None = None
    title: str | None = None
    language: str | None = None
    link: str | None = None  # of an entry, where nothing else tells the site
    aggregator: bool = False  # its items are what others publish

    @property
    def place(self) -> str:
        """The address that tells whose feed this is: its home, but not where that is the front page of a shared host."""
        fit = [it for it in (self.home, self.address, self.link) if it and _fits(it)]
        own = [it for it in fit[:2] if is_shared(site_of(it)) and same_site(it, fit[0])]
        return next(iter([*own, *fit]), "")

    @property
    def site(self) -> str:
        """The key of the site that its publisher has, as far as its title and addresses tell."""
        return home_site(self.title or "", self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherOptions:
    """What a person says of the publisher of what they add, whatever feeds say; UsageError where it cannot be so."""

    id: str | None = None
    name: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if self.id is not None and not ID.match(self.id):
            raise UsageError(f"{self.id!r} is no id; use lower-case letters a-z, digits and single hyphens: reuters")
        if self.language is not None and not re.fullmatch(r"[a-z]{2,3}", self.language):
            raise UsageError(f"{self.language!r} is no language; write two or three lower-case letters: de")
        if self.name is not None and not shortened(self.name):
            raise UsageError("a publisher's name has a letter; leave --name out to have the feed's own")


def belongs_to(claim: Claim, sources: Sequence[Source], given: PublisherOptions | None = None) -> Source | None:
    """Return the source that a feed is of: the one that has it, else the one given, else whose its place is."""
    for source in sources:
        if claim.address and any(same_address(claim.address, feed.url) for feed in source.feeds):
            return source
    if given and (given.id or given.name):
        return next((it for it in sources if it.id == given.id or (not given.id and it.name == given.name)), None)
    return known(sources).at(claim.place, claim.title or "")


def write_source(config: Workspace, claims: Sequence[Claim], given: PublisherOptions) -> Source | None:
    """Write seeds/sources/<id>.yml for the feeds of one new publisher and return the source that it is read as.

    None, and nothing written, where no claim has a home, address or entry link of http(s). What is given overrides what the
    claims say. The name is that of an aggregating service, else the claims' titles without feed words and sections
    (`publisher_name`); a name made of titles that another source has gets the host behind it. The language is that of
    all claims which name one, and is left out where two differ. An id that nobody gave is made of the name, else the host,
    with a number where it is taken. Where a claim is an aggregator's the file says so. Feeds whose address is not of http(s)
    are left out.

    UsageError where the id given is taken; WriteError where the file cannot be written or was written by another meanwhile;
    ValueError where what is written would not be valid: a fault of this function.
    """
    place = next((claim.place for claim in claims if claim.place), "")
    if not place:
        return None
    services = [name for claim in claims if (name := aggregator_at(claim.place)) is not None]
    aggregator = bool(services) or any(claim.aggregator for claim in claims)
    service = next(filter(None, services), None)
    home = front_page(place) if service else _home(place, claims)
    titles = [claim.title for claim in claims if claim.title]
    name = shortened(given.name or "") or service or _own_name(publisher_name(titles, home), home, config.sources)
    folder = config.seeds / "sources"
    taken = {source.id for source in config.sources} | {path.stem for path in folder.glob("*.y*ml")}
    if given.id in taken:
        raise UsageError(f"the id {given.id} is taken in {folder}; give another --id, or a name alone")
    source_id = given.id or unused(file_id(name) or file_id(host_of(home)) or "source", taken)
    languages = {given.language} if given.language else {claim.language for claim in claims if claim.language}
    feeds = {claim.address: claim.title for claim in claims if claim.address and _fits(claim.address)}
    written: dict[str, Any] = {"name": name, "home": home}
    if aggregator:
        written["aggregator"] = True
    if feeds:
        written["feeds"] = [{"url": url} | ({"title": title} if title else {}) for url, title in feeds.items()]
    if len(languages) == 1:
        written["language"] = languages.pop()
    return _created(folder, source_id, written)


def _created(folder: Path, source_id: str, written: Mapping[str, Any]) -> Source:
    """Make the new file of a source and return what is read from it; errors as in `write_source`."""
    text = editor_line("source") + yaml.safe_dump(dict(written), sort_keys=False, allow_unicode=True, width=1_000)
    found, problems = yamlfile.parse(text, SCHEMAS["source"], source_id)
    if found is None or problems:  # pragma: no cover - what we write ourselves is right, or this is a bug
        raise ValueError(f"a source file of our own is wrong: {problems}")
    path = folder / f"{source_id}.yml"
    create_file(path, text.encode())
    listed = tuple(Feed(**feed.model_dump()) for feed in found.feeds)
    return Source(
        id=source_id,
        name=found.name,
        home=found.home,
        feeds=listed,
        language=found.language,
        aggregator=found.aggregator,
    )


def add_feed(config: Workspace, source: Source, address: str, title: str | None) -> Path | None:
    """Insert a feed below `feeds:` in a source's file, every other line as it is; return the path.

    None, and nothing written, where the file does not read afterwards as before with one feed more.
    """
    path = next(
        (it for ending in ("yml", "yaml") if (it := config.seeds / "sources" / f"{source.id}.{ending}").exists()), None
    )
    if path is None or not _fits(address):
        return None
    text = path.read_text(encoding="utf-8")
    before, _ = yamlfile.parse(text, SCHEMAS["source"], path.name)
    item = yaml.safe_dump(
        [{"url": address} | ({"title": title} if title else {})], sort_keys=False, allow_unicode=True, width=1_000
    )
    lines = text.splitlines(keepends=True)
    at = next((number for number, line in enumerate(lines) if line.rstrip() == "feeds:"), None)
    if at is None:
        grown = text.rstrip("\n") + "\nfeeds:\n" + item
    else:
        deep = lines[at + 1][: len(lines[at + 1]) - len(lines[at + 1].lstrip())] if at + 1 < len(lines) else ""
        grown = (
            "".join(lines[: at + 1])
            + "".join(deep + line for line in item.splitlines(keepends=True))
            + "".join(lines[at + 1 :])
        )
    after, _ = yamlfile.parse(grown, SCHEMAS["source"], path.name)
    if before is None or after is None or len(after.feeds) != len(before.feeds) + 1 or after.name != before.name:
        return None
    replace_file(path, grown.encode())
    return path


def _own_name(name: str, home: str, sources: Sequence[Source]) -> str:
    taken = {name_key(it) for source in sources for it in (source.name, *source.aliases)}
    return f"{name} ({host_of(home)})" if name_key(name) in taken else name


def _home(place: str, claims: Sequence[Claim]) -> str:
    """The publisher's front page as the feeds give it, else the one that their address suggests."""
    homes = [claim.home for claim in claims if claim.home and _fits(claim.home) and claim.place == claim.home]
    return min(homes, key=lambda home: (host_of(home) != site_of(home), len(home), home)) if homes else front_page(place)


def _fits(address: str) -> bool:
    parts = parts_of(address)
    web = parts is not None and parts.scheme in {"http", "https"} and bool(parts.hostname)
    return web and not any(it.isspace() for it in address)


def same_address(one: str, other: str) -> bool:
    """Tell whether two addresses are spellings of one."""
    return bare_address(one) == bare_address(other)
