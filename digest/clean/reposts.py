"""Boosts: what an account passes on of another account is that one's article, brought by the feed of the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from digest.clean.asked import Asked
from digest.clean.body import Body
from digest.clean.markup import Line
from digest.clean.text import decoded, folded, plain
from digest.clean.urls import canonical
from digest.common.hosts import host_of, is_shared, site_of
from digest.model import Entry, Removed, Source, Text

_ACCOUNT = r"@?(?P<{}>[\w-]+(?:\.[\w-]+)*(?:@[\w-]+(?:\.[\w-]+)+)?)"
_MARK = re.compile(
    rf"\W*(?:RT:? by @[\w.@-]+|RT:? (?=@){_ACCOUNT.format('sent')}|"
    rf"(?:[^\n:]{{1,60}} )?(?:boosted|reposted|reblogged|retweeted|retooted) (?=@){_ACCOUNT.format('boosted')}|"
    rf"[^\n:]{{1,60}} shared a (?:status|post|toot|note) (?:by|from) {_ACCOUNT.format('shared')})(?!\w)(?:\s?:)?\s*",
    re.IGNORECASE,
)
"""How services and bridges write before a post whose it is, or who passed it on."""


def original_account(entry: Entry, asked: Asked) -> Source | None:
    """Return the known account whose post the entry passes on, None where the account of its feed wrote it itself.

    That is the account which a mark before the post names, else the one below which a post without a title lies.
    """
    own = asked.with_id(entry.source)
    if own is None or not is_shared(site_of(own.home)):
        return None
    title = plain(decoded(entry.title or ""))
    marks = [found for found in (_MARK.match(title), _MARK.match(_opening(entry))) if found]
    places = [place for found in marks for place in _homes(found, own.home)]
    if entry.link and (marks or not title or folded(_opening(entry)).startswith(folded(title.rstrip(".…")))):
        places.append(canonical(entry.link, entry.base) or "")
    known = (asked.at(place) for place in places if is_shared(site_of(place)))
    return next((source for source in known if source and source.id != own.id), None)


def without_mark(entry: Entry) -> Entry:
    """Return the entry with a title that is the post's alone, None where it only said whose the post is."""
    title = plain(decoded(entry.title or ""))
    found = _MARK.match(title)
    return replace(entry, title=title[found.end() :] or None) if found else entry


def mark_out(body: Body) -> None:
    """Take the mark out of the first line of a post."""
    found = _MARK.match(body.kept[0].text) if body.kept else None
    if not found:
        return
    first, mark = body.kept[0], found[0]
    links = tuple(
        link._replace(before=link.before.removeprefix(mark))
        for link in first.links
        if first.text.find(link.before + link.words) + len(link.before) >= len(mark)
    )
    rest = Text(first.text[len(mark) :])
    body.kept = ((Line(text=rest, tag=first.tag, number=first.number, links=links),) if rest else ()) + body.kept[1:]
    body.removed = (*body.removed, Removed(text=Text(mark.strip()), reason="repost mark", line=first.number))


def _opening(entry: Entry) -> str:
    """The first words of an entry's body."""
    return plain(decoded(re.sub(r"<[^<>]*>", "", entry.body[:4_000])))[:600]


def _homes(found: re.Match[str], home: str) -> Iterator[str]:
    """Where the account that a mark names is at home: on the server it says, else on that of `home`."""
    account = found["sent"] or found["boosted"] or found["shared"]
    if account:
        name, _, server = account.partition("@")
        if server:
            yield f"https://{server}/@{name}"
        else:
            before, _, last = site_of(home).rpartition("/")
            yield f"https://{before or host_of(home)}/{'@' if last.startswith('@') else ''}{name}"
