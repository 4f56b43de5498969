"""`digest add URL…`: a feed, a page whose feed is found, or an article's own address."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin

import yaml

from digest.acquire.adding.files import AddReport, write_article
from digest.acquire.adding.filing import Added, FoundFeed, claim_of, file_feeds
from digest.acquire.adding.names import shortened
from digest.acquire.adding.opml import feed_address
from digest.acquire.adding.publishers import Claim, PublisherOptions, belongs_to, same_address
from digest.acquire.adding.webpage import Webpage, read_webpage
from digest.acquire.decoding.charset import as_utf8, charset_of, declared_root, page_text
from digest.acquire.feeds.feed import NEWEST_ITEMS, FeedDocument, read_feed
from digest.acquire.network.client import Failure, HttpClient, Response
from digest.acquire.network.pages import read_page
from digest.acquire.network.robots import RobotsRules
from digest.acquire.problems import by_hand
from digest.acquire.seeds.articles import read_articles
from digest.common.hosts import host_of, parts_of, path_of
from digest.config import Workspace
from digest.model import Problem
from digest.runtime.lock import locked

COMMON_PATHS = ("/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/rss", "/index.xml", "/feed.json")
TRIED = 5
_LIKE_A_FEED = re.compile(r"feed|rss|atom|rdf|\.xml|\.json", re.IGNORECASE)


def add_urls(
    config: Workspace,
    addresses: Sequence[str],
    now: datetime,
    client: HttpClient,
    given: PublisherOptions | None = None,
    *,
    headline: Callable[[str, str], str | None],
    article: bool = False,
) -> AddReport:
    """Add what stands at the addresses, as seen `now`: a feed, or the first feed that a page leads to.

    A page itself is stored only where it is asked for as an `article`; `headline` returns its title from its HTML and
    address. A page's feeds are found by its link elements, else at common paths; those that were found but not taken are
    named in the outcome. Pages are fetched only where robots.txt and TDM reservations allow it. `given` is what a person
    says of the publisher. What cannot be added is a by_hand Problem; the rest goes on. BusyError where another run writes to
    the archive.
    """
    added: list[Added] = []
    problems: list[Problem] = []
    feeds: list[FoundFeed] = []
    robots = RobotsRules(client=client)
    with locked(config.root, "archive"):
        for target in dict.fromkeys(addresses):
            outcome = _resolve_target(config, target, robots)
            if isinstance(outcome, _Page):
                outcome = (
                    _store_page(config, outcome, now, given, headline)
                    if article
                    else _feed_of_page(config, outcome, robots.client)
                )
            if isinstance(outcome, FoundFeed):
                feeds.append(outcome)
            elif isinstance(outcome, Added):
                added.append(outcome)
            else:
                problems.append(outcome)
        filed, rejected = file_feeds(config, feeds, now, given)
    return AddReport(added=(*added, *filed), problems=(*problems, *rejected))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page that stands at an address."""

    target: str
    address: str
    page: Webpage
    markup: str


def _resolve_target(config: Workspace, target: str, robots: RobotsRules) -> FoundFeed | Added | _Page | Problem:
    """Find out what stands at an address: a feed, or a page."""
    address = feed_address(target)
    if address is None:
        return by_hand(target, "no-address", "this is no address", "an address begins with https:// or http://")
    for source in config.sources:
        if any(same_address(address, feed.url) for feed in source.feeds):
            where = f"seeds/sources/{source.id}.yml"
            return Added(target=target, kind="known", where=where, source=source.id, detail="the feed is there already")
    parts = parts_of(address)
    like_a_feed = bool(parts and _LIKE_A_FEED.search(parts.path + parts.query))
    response = _get_ok(address, robots.client) if like_a_feed else read_page(address, robots)
    if isinstance(response, Failure):
        return by_hand(target, response.code, response.detail)
    charset = charset_of(response.headers.get("content-type", ""))
    if declared_root(as_utf8(response.body[:20_000], charset)) != "html":
        document, problem = read_feed(response.body, target, address=response.url, charset=charset, newest=_newest(config))
        if document is None:
            return by_hand(target, problem.code if problem else "not-a-feed", "this is neither a feed nor a page")
        return _found(target, response.moved or address, document)
    markup = page_text(response.body, charset)
    return _Page(target=target, address=response.url, page=read_webpage(markup, response.url), markup=markup)


def _feed_of_page(config: Workspace, read: _Page, client: HttpClient) -> FoundFeed | Problem:
    """The feed that a page leads to."""
    found = _discover_feeds(config, read.target, read.address, read.page, client)
    if found is not None:
        return found
    own = bool(path_of(read.address))
    remedy = "add --article to store it as an article" if own else "look for the feed's own address and add that"
    return by_hand(read.target, "no-feed", "this page leads to no feed", remedy)


def _get_ok(address: str, client: HttpClient) -> Response | Failure:
    response = client.get(address)
    if isinstance(response, Failure) or response.status == 200:
        return response
    return Failure(code=f"http-{response.status}", detail=f"the server answered {response.status}")


def _newest(config: Workspace) -> int:
    return config.digest.limits.items_per_fetch or NEWEST_ITEMS


def _discover_feeds(config: Workspace, target: str, address: str, page: Webpage, client: HttpClient) -> FoundFeed | None:
    """Read the feeds that a page links to, else those at common paths; take the first and name the others."""
    read: list[tuple[str, FeedDocument]] = []
    for candidate in page.feeds[:TRIED] or [urljoin(address, path) for path in COMMON_PATHS]:
        response = _get_ok(candidate, client)
        if isinstance(response, Response):
            charset = charset_of(response.headers.get("content-type", ""))
            document, _ = read_feed(response.body, candidate, address=response.url, charset=charset, newest=_newest(config))
            read.extend([(response.moved or candidate, document)] if document else [])
        if read and not page.feeds:
            break
    if not read:
        return None
    others = "; also " + ", ".join(f"{url} ({_freshness(document)})" for url, document in read[1:]) if read[1:] else ""
    return _found(target, *read[0], others=others)


def _found(target: str, address: str, document: FeedDocument, *, others: str = "") -> FoundFeed:
    claim = claim_of(document, address)
    return FoundFeed(target=target, claim=claim, document=document, asked=True, note=_freshness(document) + others)


def _freshness(document: FeedDocument) -> str:
    items = "1 item" if len(document.entries) == 1 else f"{len(document.entries)} items"
    newest = next((entry.published for entry in document.entries if entry.published), None)
    dated = f"newest {shortened(newest, 40)}" if newest else "without dates"
    return f"{shortened(document.title or 'untitled')}, {items}, {dated}"


def _store_page(
    config: Workspace,
    read: _Page,
    now: datetime,
    given: PublisherOptions | None,
    headline: Callable[[str, str], str | None],
) -> Added | Problem:
    """Write a page to seeds/articles under a header that says where it came from and when it was seen."""
    address, page = read.address, read.page
    for entry in read_articles(config)[0]:
        if entry.link and same_address(entry.link, address):
            return Added(target=read.target, kind="known", where=entry.where, detail="the article is there already")
    given = given or PublisherOptions()
    owner = belongs_to(Claim(link=address), config.sources, given)
    title = shortened(headline(read.markup, address) or "", 300) or path_of(address) or host_of(address)
    publisher = None if owner else given.name
    header = {"title": title, "source": owner.id if owner else None, "publisher": publisher, "url": address}
    header |= {"published": page.published, "seen": now.astimezone(UTC).isoformat(timespec="seconds")}
    header |= {"language": given.language or page.language}
    known = {name: value for name, value in header.items() if value}
    text = yaml.safe_dump(known, sort_keys=False, allow_unicode=True, width=1_000)
    path = write_article(config, title, ".html", f"---\n{text}---\n{read.markup}".encode("utf-8", "replace"))
    detail = "the whole page as it is; keep only a `text: brief` of it in a public repository"
    return Added(target=read.target, kind="article", where=path.relative_to(config.root).as_posix(), detail=detail)
