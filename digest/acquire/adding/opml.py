"""Lists of feeds as people publish them: OPML 2.0 (http://opml.org/spec2.opml), however ill-formed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from digest.acquire.adding.names import shortened
from digest.acquire.adding.publishers import Claim
from digest.acquire.decoding.charset import as_utf8
from digest.common.hosts import bare_address, parts_of
from digest.common.opml import opml
from digest.model import Source

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OUTLINE = re.compile(r"<(/?)outline(?=[\s>/])", re.IGNORECASE)
_VALUE = r"\s*=\s*(?:\"(.*?)\"|'(.*?)')(?=\s+[\w:.-]+\s*=|\s*/?\s*>|\s*\Z)"
_LOOSE = r"\s*=\s*[\"']?([^\s\"'<>]+)"
_LONGEST = 8_000
_DEEPEST = 20
_CLOSED = re.compile(r"/\s*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A feed of a list: the line it stands in, what is said of it, and the categories it is filed under."""

    line: int
    claim: Claim
    categories: tuple[str, ...] = ()


def read_opml(raw: bytes) -> Iterator[Listed]:
    """Yield each feed of a list once, in the order of the file.

    Categories are the outlines around it that hold no feed, and its own `category`. Bare ampersands, quotation marks inside
    a value, wrong nesting and wrong letter case cost nothing. No entity is expanded but those of HTML, and nothing is
    fetched.
    """
    text = as_utf8(raw).decode().partition("\n")[2]
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    tags = list(_OUTLINE.finditer(text))
    around: list[str] = []
    feeds: dict[str, Listed] = {}
    line = at = 0
    for number, tag in enumerate(tags, 1):
        line, at = line + text.count("\n", at, tag.start()), tag.start()
        end = tags[number].start() if number < len(tags) else len(text)
        piece = text[tag.end() : min(end, tag.end() + _LONGEST)]
        if tag[1]:
            around = around[:-1]
            continue
        found = _listed(piece, line + 1, around)
        if found and found.claim.address:
            key = bare_address(found.claim.address)
            feeds[key] = _merged(feeds[key], found) if key in feeds else found
        if not _CLOSED.search(piece):
            around = [*around[-_DEEPEST:], "" if found else _title(piece)]
    yield from feeds.values()


def _listed(piece: str, line: int, around: Sequence[str]) -> Listed | None:
    address = feed_address(_attribute(piece, "xmlUrl") or _attribute(piece, "url", only="rss|atom|feed") or "")
    if address is None:
        return None
    home = _attribute(piece, "htmlUrl")
    language = (_attribute(piece, "language") or "").partition("-")[0].lower()
    filed = (part for path in (_attribute(piece, "category") or "").split(",") for part in path.split("/"))
    categories = [name for name in (*around, *(shortened(part, 60) for part in filed)) if name]
    return Listed(
        line=line,
        claim=Claim(
            address=address,
            home=home if home and home.startswith(("http://", "https://")) else None,
            title=_title(piece) or None,
            language=language if re.fullmatch(r"[a-z]{2,3}", language) else None,
        ),
        categories=tuple(dict.fromkeys(categories)),
    )


def _merged(one: Listed, other: Listed) -> Listed:
    """What two lines say of one feed; where both say something, the first."""
    first, second = one.claim, other.claim
    claim = replace(
        first,
        home=first.home or second.home,
        title=first.title or second.title,
        language=first.language or second.language,
    )
    return replace(one, claim=claim, categories=tuple(dict.fromkeys((*one.categories, *other.categories))))


def _title(piece: str) -> str:
    return shortened(_attribute(piece, "title") or _attribute(piece, "text") or "")


def feed_address(printed: str) -> str | None:
    """Return a feed's address as http(s): `feed:` is unwrapped; None for every other scheme, and where it is malformed."""
    address = re.sub(r"^feed:(?://)?(?=https?:)|^feed:(?=//)", "", printed.strip(), flags=re.IGNORECASE)
    address = f"https:{address}" if address.startswith("//") else address
    return address if re.match(r"https?://[^\s/]+\S*\Z", address, re.IGNORECASE) and parts_of(address) else None


def export_opml(sources: Iterable[Source], title: str) -> str:
    """Return the feeds of the sources as an OPML 2.0 document, in order of id."""
    outlines = []
    for source in sorted(sources, key=lambda it: it.id):
        for feed in source.feeds:
            name = feed.title or source.name
            shown = {"text": name, "title": name, "xmlUrl": feed.url, "htmlUrl": source.home}
            shown |= {"language": source.language} if source.language else {}
            outlines.append({key: shortened(value, 2_000) for key, value in shown.items()})
    return opml(shortened(title), outlines)


def _attribute(piece: str, name: str, *, only: str = "") -> str | None:
    """Read one attribute of a tag, by its quotation marks, else as far as an address goes."""
    if only and not re.search(rf"\btype\s*=\s*[\"']?(?:{only})\b", piece, re.IGNORECASE):
        return None
    found = re.search(rf"(?<![\w:]){name}{_VALUE}", piece, re.IGNORECASE | re.DOTALL)
    if found is None and name in {"xmlUrl", "url", "htmlUrl"}:
        found = re.search(rf"(?<![\w:]){name}{_LOOSE}", piece, re.IGNORECASE)
    value = next((part for part in found.groups() if part), "") if found else ""
    return html.unescape(value).strip() or None
