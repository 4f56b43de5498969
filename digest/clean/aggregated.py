"""What an aggregator brings, as its publisher would have sent it: whose it is, where it stands, what of it is text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.clean.asked import Asked
from digest.clean.body import Body
from digest.clean.markup import Line, parse
from digest.clean.publisher import ending
from digest.clean.text import decoded, ends_sentence, folded, plain, word_count
from digest.clean.urls import canonical
from digest.common.hosts import (
    aggregator_at,
    host_of,
    leads_anywhere,
    name_key,
    registrable,
    same_site,
    site_of,
    spells,
    squeezed,
)
from digest.model import Entry, Removed, Source, Text, Url

_BESIDE_LINKS = 5
"""Words outside links up to which a line only points elsewhere."""
_STATEMENT = 8
"""Words from which a line says something."""
_HEADLINE = 3
"""Words of the shortest link that can be an item's headline."""
_TO_THE_PAGE = frozenset({"[link]", "link", "[source]", "source"})
"""Links that say of themselves that they lead to what an item is about."""
_CARRIED = re.compile(r"\s+(?:on|via|by way of)\s+(?:MSN|Yahoo|AOL|Apple News|Google News)\b.*\Z", re.IGNORECASE)
"""What a name has behind it where a portal carries another's article."""


def at_its_page(entry: Entry, aggregator: Source) -> Entry:
    """Return the entry with the address of the page that it is about, where its own leads to the aggregator's talk of it."""
    own = canonical(entry.link, entry.base) if entry.link else None
    if entry.kind != "html" or "<a" not in entry.body.lower() or (own and not _is_talk(own, aggregator)):
        return entry
    title = folded(plain(decoded(entry.title or "")))
    for said, href in _anchors(entry.body):
        headline = len(said.split()) >= _HEADLINE and title.startswith(folded(said))
        leads = canonical(href, entry.base) if headline or said.lower() in _TO_THE_PAGE else None
        if leads and not _is_talk(leads, aggregator) and not leads_anywhere(leads):
            return replace(entry, link=leads)
    return entry


def _is_talk(address: str, aggregator: Source) -> bool:
    """Tell whether an address is the aggregator's own page: on its site, or on another board of the service it is at."""
    if same_site(address, aggregator.home):
        return True
    service = registrable(host_of(aggregator.home))
    return aggregator_at(address) is not None and registrable(host_of(address)) == service


def publisher_of(entry: Entry, url: Url | None, aggregator: Source, asked: Asked) -> tuple[Source | None, Text | None]:
    """Return who published what an aggregator brings: (a known source, its name), (None, a name) or (None, None).

    A known source is whom the entry names, by name or by home; else the one at the host of `url`, the page that it leads to,
    unless the entry names somebody else. The name is the one that the entry gives; else that of the site, spelled as the
    title ends where it ends so. The host of a shortener or a news service (`leads_anywhere`) tells nothing: there it is the
    title's ending, if it has one. An entry that says nobody else is the aggregator's own.
    """
    claim = plain(_CARRIED.sub("", decoded(entry.publisher or "")))[:120].strip()
    home = canonical(entry.publisher_home, entry.base) if entry.publisher_home else None
    page = url if url and not leads_anywhere(url) and not same_site(url, aggregator.home) else None
    at_page = asked.at(page)
    contradicted = at_page and claim and not _is_named_so(claim, at_page)
    source = asked.named(claim) or asked.at(home) or (None if contradicted else at_page)
    if source:
        return source, plain(source.name)
    if claim:
        return None, Text(claim)
    title = plain(decoded(entry.title or ""))
    if place := home or page:
        label = squeezed(site_of(place).partition(".")[0])
        return None, Text(ending(title, lambda name: bool(spells(name, label))) or site_of(place))
    if url and leads_anywhere(url):
        name = ending(title, lambda _: True)
        source = asked.named(name)
        return source, (plain(source.name) if source else Text(name) if name else None)
    return aggregator, plain(aggregator.name)


def names_of(entry: Entry, url: Url | None) -> tuple[str, ...]:
    """Return the names by which an aggregator's title may end: whom the entry names, and the hosts it leads to."""
    sites = [site_of(address) for address in (entry.publisher_home, url) if address and not leads_anywhere(address)]
    return (plain(decoded(entry.publisher or "")), *sites, *(site.partition(".")[0] for site in sites))


def without_pointers(body: Body, entry: Entry) -> None:
    """Take out of a text lists of links, the headline again, and labels where no line says more."""
    if "<a" not in entry.body.lower():
        return
    title = folded(plain(decoded(entry.title or "")))
    lines = [_without_headline(line, title) for line in body.kept]
    pointers = [_points(line) for line in lines]
    said = any(_says(line) for line, points in zip(lines, pointers, strict=True) if not points)
    bare = any(pointers) and not said
    kept = [not points and (said or not (bare or _labels(line))) for line, points in zip(lines, pointers, strict=True)]
    gone = [line for line, keep in zip(lines, kept, strict=True) if not keep]
    body.kept = tuple(line for line, keep in zip(lines, kept, strict=True) if keep)
    body.removed = (*body.removed, *(Removed(text=line.text, reason="pointer", line=line.number) for line in gone))


def _without_headline(line: Line, title: str) -> Line:
    first = line.links[0] if line.links else None
    if not first or first.before or word_count(first.words) < _HEADLINE or not title.startswith(folded(first.words)):
        return line
    rest = line.text[len(first.words) :].lstrip(" –—-:·|")
    return replace(line, text=Text(rest), links=line.links[1:]) if word_count(rest) >= _STATEMENT else line


def _anchors(markup: str) -> Iterator[tuple[str, str]]:
    root, _ = parse(markup)
    for node in root.iter("a") if root is not None else ():
        if (href := node.get("href")) and (said := plain(node.text_content())[:400]):
            yield said, href


def _is_named_so(claim: str, source: Source) -> bool:
    """Whether a publisher's name, as it is claimed, is one of a source's, or either is part of the other."""
    one = name_key(claim)
    return any(one in name_key(name) or name_key(name) in one for name in (source.name, *source.aliases))


def _points(line: Line) -> bool:
    linked = sum(word_count(link.words) for link in line.links)
    beside = word_count(line.text) - linked
    return bool(line.links) and (beside < _BESIDE_LINKS or (not line.links[0].before and beside <= linked))


def _labels(line: Line) -> bool:
    return word_count(line.text) < _STATEMENT and not ends_sentence(line.text)


def _says(line: Line) -> bool:
    return word_count(line.text) >= _STATEMENT or (ends_sentence(line.text) and word_count(line.text) >= _BESIDE_LINKS)
