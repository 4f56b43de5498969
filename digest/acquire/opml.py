"""Lists of feeds as people publish them: OPML 2.0 (http://opml.org/spec2.opml), however ill-formed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.sax.saxutils import quoteattr

from digest.acquire.names import one_line
from digest.acquire.octets import readable
from digest.acquire.publishers import Claim
from digest.model import Source

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OUTLINE = re.compile(r"<outline(?=[\s>/])", re.IGNORECASE)
_VALUE = r"\s*=\s*(?:\"(.*?)\"|'(.*?)')(?=\s+[\w:.-]+\s*=|\s*/?\s*>|\s*\Z)"
_LOOSE = r"\s*=\s*[\"']?([^\s\"'<>]+)"


def read_opml(raw: bytes) -> Iterator[tuple[int, Claim]]:
    """Yield (line, what is said of a feed) for each outline that holds a feed's address, in the order of the file.

    Bare ampersands, quotation marks inside a value, wrong nesting and wrong letter case cost nothing. No entity is
    expanded but those of HTML, and nothing is fetched.
    """
    text = readable(raw).decode().partition("\n")[2]
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    starts = [found.end() for found in _OUTLINE.finditer(text)]
    for start, end in pairwise([*starts, len(text)]):
        piece = text[start : min(end, start + 8_000)]
        address = feed_address(_attribute(piece, "xmlUrl") or _attribute(piece, "url", only="rss|atom|feed") or "")
        if address:
            title = _attribute(piece, "title") or _attribute(piece, "text") or ""
            home = _attribute(piece, "htmlUrl")
            language = (_attribute(piece, "language") or "").partition("-")[0].lower()
            yield (
                text.count("\n", 0, start) + 1,
                Claim(
                    address=address,
                    home=home if home and home.startswith(("http://", "https://")) else None,
                    title=one_line(title) or None,
                    language=language if re.fullmatch(r"[a-z]{2,3}", language) else None,
                ),
            )


def feed_address(printed: str) -> str | None:
    """Return a feed's address as http(s): `feed:` is unwrapped; None for every other scheme."""
    address = re.sub(r"^feed:(?://)?(?=https?:)|^feed:(?=//)", "", printed.strip(), flags=re.IGNORECASE)
    address = f"https:{address}" if address.startswith("//") else address
    return address if re.match(r"https?://[^\s/]+\S*\Z", address, re.IGNORECASE) else None


def export_opml(sources: Iterable[Source], title: str) -> str:
    """Return the feeds of the sources as an OPML 2.0 document, in order of id."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{_escaped(title)}</title></head>",
    ]
    lines.append("<body>")
    for source in sorted(sources, key=lambda it: it.id):
        for feed in source.feeds:
            name = feed.title or source.name
            shown = {"text": name, "title": name, "type": "rss", "xmlUrl": feed.url, "htmlUrl": source.home}
            shown |= {"language": source.language} if source.language else {}
            lines.append(
                "<outline " + " ".join(f"{key}={quoteattr(one_line(value, 2_000))}" for key, value in shown.items()) + "/>"
            )
    return "\n".join([*lines, "</body>", "</opml>", ""])


def _attribute(piece: str, name: str, *, only: str = "") -> str | None:
    """Read one attribute of a tag, by its quotation marks, else as far as an address goes."""
    if only and not re.search(rf"\btype\s*=\s*[\"']?(?:{only})\b", piece, re.IGNORECASE):
        return None
    found = re.search(rf"(?<![\w:]){name}{_VALUE}", piece, re.IGNORECASE | re.DOTALL)
    if found is None and name in {"xmlUrl", "url", "htmlUrl"}:
        found = re.search(rf"(?<![\w:]){name}{_LOOSE}", piece, re.IGNORECASE)
    value = next((part for part in found.groups() if part), "") if found else ""
    return html.unescape(value).strip() or None


def _escaped(text: str) -> str:
    return one_line(text).replace("&", "&amp;").replace("<", "&lt;")
