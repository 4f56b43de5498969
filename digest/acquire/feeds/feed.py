"""The bytes of a feed as entries: RSS 0.9x to 2.0, RDF, Atom and JSON Feed, however ill-formed."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from urllib.parse import urljoin
from xml.parsers import expat

from digest.acquire.decoding.charset import BLANK, as_utf8, declared_root
from digest.acquire.decoding.markup import bounded, depth_of, visible
from digest.acquire.decoding.time_limit import TimeLimitExceeded, time_limit
from digest.acquire.feeds.jsonfeed import authors_of, items_of, read_json_feed, string_of
from digest.acquire.feeds.trimming import MOST_BYTES, is_too_complex, timestamp_of, trim_items
from digest.errors import DigestError
from digest.model import Entry, Problem

NEWEST_ITEMS = 200
FIELD_LENGTHS = {
    "title": 1_000,
    "byline": 500,
    "publisher": 300,
    "link": 4_000,
    "guid": 4_000,
    "base": 4_000,
    "body": 500_000,
}
DEEPEST = 200
SECONDS = 10.0
_EMAIL = re.compile(r"[(<]?\S{1,200}@\S{1,200}")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?![A-Za-z])")
_MARKUP = re.compile(r"<[A-Za-z/!?]|&#?\w+;")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_NO_ADDRESS = re.compile(r"(?!https?:)[A-Za-z][A-Za-z0-9+.-]*:", re.IGNORECASE)
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDocument:
    """What a feed says of itself and its entries, newest first as far as their dates tell.

    `beyond` counts the entries beyond the limit; `problem` says what was left out or cut.
    """

    title: str | None = None
    home: str | None = None
    address: str | None = None
    language: str | None = None
    entries: tuple[Entry, ...] = ()
    beyond: int = 0
    problem: Problem | None = None


def read_feed(
    raw: bytes, where: str, *, address: str | None = None, charset: str | None = None, newest: int = NEWEST_ITEMS
) -> tuple[FeedDocument | None, Problem | None]:
    """Read a feed's bytes; `address` is where they came from, `charset` what its server said.

    Returns (document, None), or a Problem beside it: at most one a feed. What is no feed gives (None, Problem): an HTML page
    is never a feed without items. Never raises for what the bytes hold; takes `SECONDS` at most in a main thread.
    """
    if not raw.strip(b"\x00 \t\r\n"):
        return None, _problem(where, "empty-feed", "there is nothing in it")
    raw, cut = (raw, 0) if raw.lstrip(BLANK).startswith(b"{") else trim_items(raw)
    if len(raw) > 2 * MOST_BYTES or is_too_complex(raw):
        return None, _problem(where, "too-large", "this is larger, deeper or in more parts than a feed should be")
    if (found := read_json_feed(raw)) is not None:
        return _within_limits(_from_json(found, address), newest, 0, where)
    raw, more = trim_items(as_utf8(raw, charset))
    cut += more
    root = declared_root(raw)
    if root in {"html", "head", "body", "script", "title"}:
        return None, _problem(where, "not-a-feed", "this is a web page, not a feed")
    try:
        with time_limit(SECONDS):
            parsed = _parsed(raw)
            if parsed is None or (not parsed.version and root not in {"rss", "feed", "rdf", "channel"}):
                return None, _problem(where, "not-a-feed", "this is no feed that can be read")
            return _within_limits(_from_xml(parsed, address), newest, cut, where)
    except TimeLimitExceeded:
        return None, _problem(where, "slow-feed", f"reading this takes longer than {SECONDS:.0f} seconds")


def _parsed(raw: bytes) -> Any:
    """Let feedparser read UTF-8 bytes; None where it stumbles over them.

    It is told no address: it would resolve guids too, and then one item has two in a saved feed and a fetched one.
    """
    import feedparser  # noqa: PLC0415 - a twentieth of a second that a build need not wait, which reads no feed

    # Before, entities could grow without bound (CVE-2013-0340).
    if expat.version_info < (2, 4, 1):  # pragma: no cover - no Python that we run on is built with so old a parser
        raise DigestError(f"Python's expat is {expat.version_info}; 2.4.1 or later is needed to read feeds safely")
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        return feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False, response_headers=headers)
    except Exception:  # noqa: BLE001 - it raises KeyError and others over hostile feeds, for instance a bare gml:pos
        return None


def _from_json(found: dict[str, Any], address: str | None) -> FeedDocument:
    home = string_of(found.get("home_page_url"))
    base = address or string_of(found.get("feed_url")) or home
    spoken = string_of(found.get("language"))
    entries = []
    items = items_of(found)
    for item in _newest_first(
        items, [timestamp_of(string_of(it.get("date_published") or it.get("date_modified"))) for it in items]
    ):
        html, text = string_of(item.get("content_html")), string_of(item.get("content_text"))
        link = _join(base, string_of(item.get("url")) or string_of(item.get("external_url")))
        entries.append(
            Entry(
                where="",
                kind="html" if html else "text",
                body=html or text or string_of(item.get("summary")) or "",
                title=_as_markup(string_of(item.get("title"))),
                link=link,
                base=link or base,
                guid=string_of(item.get("id")),
                byline=authors_of(item) or authors_of(found),
                published=string_of(item.get("date_published")),
                updated=string_of(item.get("date_modified")),
                language=_language(string_of(item.get("language")) or spoken),
            )
        )
    return FeedDocument(
        title=string_of(found.get("title")),
        home=home,
        address=string_of(found.get("feed_url")),
        language=_language(spoken),
        entries=tuple(entries),
    )


def _from_xml(parsed: Any, address: str | None) -> FeedDocument:
    feed = parsed.feed
    own = next((_string(link, "href") for link in _dicts(feed, "links") if link.get("rel") == "self"), None)
    home = _address(feed, None)
    base = address or own or home
    language, items = _language(_string(feed, "language")), parsed.entries
    title = _title(feed)
    return FeedDocument(
        title=visible(title, 300) if title else None,
        home=_join(base, home),
        address=_join(base, own),
        language=language,
        entries=tuple(_entry(item, base, title, language) for item in _newest_first(items, [_moment(it) for it in items])),
    )


def _newest_first(items: Sequence[_Item], moments: Sequence[Any]) -> list[_Item]:
    """Sort items by moment, the newest first; one without a moment counts as new as the one before it."""
    known = next((moment for moment in moments if moment), None)
    if known is None:
        return list(items)
    ranked = []
    for item, moment in zip(items, moments, strict=True):
        known = moment or known
        ranked.append((known, item))
    return [item for _, item in sorted(ranked, key=lambda one: one[0], reverse=True)]


def _entry(item: Any, base: str | None, feed_title: str | None, language: str | None) -> Entry:
    link = _address(item, base, "self", "enclosure")
    body, kind, own_base, own_language = _body(item)
    publisher, publisher_home = _source_of(item)
    updated = _string(item, "updated")
    return Entry(
        where="",
        kind="html" if kind != "text/plain" else "text",
        body=body,
        publisher=publisher if publisher != feed_title else None,
        publisher_home=_join(base, publisher_home) if publisher != feed_title else None,
        title=_title(item) or _as_markup(_string(item, "itunes_title")),
        link=link,
        base=_join(link or base, own_base) or link or base,
        guid=_string(item, "id"),
        byline=_byline(item),
        published=_string(item, "published") or _string(item, "created") or updated,
        updated=updated,
        language=_language(own_language) or language,
    )


def _source_of(item: Any) -> tuple[str | None, str | None]:
    """Return the name and an address of whom an entry says that it is from: `source` in RSS, Atom or a namespace."""
    source = dict.get(item, "source")
    if isinstance(source, dict):
        own = next((_string(link, "href") for link in _dicts(source, "links") if link.get("rel") == "alternate"), None)
        home = own or _string(source, "href") or _string(source, "link") or _string(source, "id")
        return _string(source, "title"), home if home and len(home) <= FIELD_LENGTHS["link"] else None
    said = next((found for key in sorted(item) if key.endswith("_source") and (found := _string(item, key))), None)
    return (None, said) if said and re.match(r"https?://", said) else (said, None)


def _address(holder: Any, base: str | None, *rels: str) -> str | None:
    """Return the web address that a feed or an item gives for its page, else the first of its links of these kinds.

    feedparser gives an id for a link where there is none; one that is no address (`tag:`, `urn:`) leads nowhere.
    """
    by_rel = {str(link.get("rel")): _string(link, "href") for link in reversed(list(_dicts(holder, "links")))}
    stated = [_string(holder, "feedburner_origlink"), by_rel.get("alternate"), _string(holder, "link")]
    stated += [by_rel.get(rel) for rel in rels]
    return next((_join(base, it) for it in stated if it and not _NO_ADDRESS.match(it)), None)


def _title(holder: Any) -> str | None:
    """Return a title as markup: one that is plain text says letter for letter what it says."""
    title, detail = _string(holder, "title"), dict.get(holder, "title_detail")
    return _as_markup(title) if isinstance(detail, dict) and detail.get("type") == "text/plain" else title


def _as_markup(text: str | None) -> str | None:
    """Return plain text as markup; what holds nothing that could be taken for markup stays as it is."""
    return html.escape(text, quote=False) if text and _MARKUP.search(text) else text


def _byline(item: Any) -> str | None:
    """Return the authors' names; a lone author is read from the words as printed, without the address RSS puts there."""
    names = [_string(author, "name") for author in _dicts(item, "authors")]
    if len(names) > 1:
        return ", ".join(dict.fromkeys(name for name in names if name)) or None
    printed = bounded(_string(item, "author") or "", FIELD_LENGTHS["byline"])
    return _EMAIL.sub("", printed).strip(" ()") or None


def _body(item: Any) -> tuple[str, str, str | None, str | None]:
    """Return of an item's texts the one with the most words: (text, media type, base address, language)."""
    details = (dict.get(item, "summary_detail"), dict.get(item, "subtitle_detail"))
    texts = [*_dicts(item, "content"), *(detail for detail in details if isinstance(detail, dict))]
    named = [text for text in texts if _string(text, "value")]
    readable_ones = [text for text in named if str(text.get("type", "")).startswith(("text/", "application/xhtml"))]
    if not readable_ones:
        return "", "text/html", None, None
    best = max(readable_ones, key=lambda text: len(visible(text["value"], FIELD_LENGTHS["body"])))
    markup = best["value"]
    if best.get("type") == "text/html" and "<" not in markup and _BLANK_LINE.search(markup):
        markup = "".join(f"<p>{part}</p>\n" for part in _BLANK_LINE.split(markup))
    return markup, best.get("type") or "", _string(best, "base"), _string(best, "language")


def _within_limits(document: FeedDocument, newest: int, cut: int, where: str) -> tuple[FeedDocument, Problem | None]:
    """Return the document with its `newest` entries, each cut to the limits, and one Problem for all that was left out.

    `cut` is how many items were left out before.
    """
    kept, shortened = [], 0
    for entry in _identified(document)[:newest]:
        fitting = _cut_to_limits(entry)
        shortened += fitting is not entry
        kept.append(fitting)
    beyond = cut + max(0, len(document.entries) - newest)
    details = [f"{beyond} items beyond the newest {len(kept)} were left out"] if beyond else []
    details += [f"{shortened} items were longer or deeper than an item may be"] if shortened else []
    remedy = "`items_per_fetch` under `limits:` in seeds/digest.yml sets how many are kept" if beyond else ""
    problem = _problem(where, "feed-limit", " and ".join(details), remedy) if details else None
    return replace(document, entries=tuple(kept), beyond=beyond, problem=problem), problem


def _identified(document: FeedDocument) -> list[Entry]:
    """Return the entries with `told_by` set: the first of guid, link and title that no other entry shares.

    A guid or link counts as shared where entries under different titles have it; so does a link to the feed's front page.
    """
    home = (document.home or "").rstrip("/")
    guids = _shared((entry.guid, entry) for entry in document.entries)
    links = _shared((entry.link, entry) for entry in document.entries) | {home, f"{home}/"}
    identified: list[Entry] = []
    for entry in document.entries:
        if (entry.guid and entry.guid not in guids) or not (entry.guid or entry.link):
            identified.append(entry)
        else:
            identified.append(replace(entry, told_by="link" if entry.link and entry.link not in links else "title"))
    return identified


def _shared(named: Iterable[tuple[str | None, Entry]]) -> set[str]:
    """Return those of the names (guids, or links) under which entries have different titles, or texts where untitled."""
    titles: dict[str, str] = {}
    shared = set()
    for name, entry in named:
        title = " ".join((entry.title or entry.body).split()).casefold()
        if name and titles.setdefault(name, title) != title:
            shared.add(name)
    return shared


def _cut_to_limits(entry: Entry) -> Entry:
    """Return the entry with each field cut to its FIELD_LENGTHS, and a body nested deeper than DEEPEST as plain text.

    An address or guid that is too long is left out; an entry within the limits is returned itself.
    """
    changed: dict[str, Any] = {}
    for name, most in FIELD_LENGTHS.items():
        value = getattr(entry, name)
        if value is not None and len(value) > most:
            changed[name] = None if name in {"link", "guid", "base"} else bounded(value, most)
    body = changed.get("body", entry.body)
    if entry.kind == "html" and depth_of(body, DEEPEST) > DEEPEST:
        changed |= {"body": visible(body, FIELD_LENGTHS["body"]), "kind": "text"}
    return replace(entry, **changed) if changed else entry


def _moment(item: Any) -> Any:
    return dict.get(item, "published_parsed") or dict.get(item, "updated_parsed")


def _string(holder: Any, key: str) -> str | None:
    """A value of feedparser's dictionaries, without the synonyms and warnings of their own `get`."""
    value = dict.get(holder, key)
    if not isinstance(value, str):
        return None
    value = value.replace("\x00", "").encode("utf-8", "ignore").decode().strip()
    return value or None


def _dicts(holder: Any, key: str) -> Iterator[Any]:
    value = dict.get(holder, key)
    return (one for one in (value if isinstance(value, list) else []) if isinstance(one, dict))


def _join(base: str | None, address: str | None) -> str | None:
    if not address:
        return None
    try:
        return urljoin(base or "", address)
    except ValueError:
        return address


def _language(name: str | None) -> str | None:
    found = _LANGUAGE.match(name or "")
    return found[1].lower() if found else None


def _problem(where: str, code: str, detail: str, remedy: str = "") -> Problem:
    return Problem(stage="acquire", where=where, code=code, detail=detail, remedy=remedy)
