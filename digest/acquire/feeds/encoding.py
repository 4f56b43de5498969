"""The bytes of a feed before a parser sees them: their charset, their root element, how many items they hold."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from heapq import nlargest
from math import inf

BLANK = codecs.BOM_UTF8 + b" \t\r\n"
MOST_ITEMS = 2_000
LARGEST = 4_000_000
MOST_NODES = 200_000
DEEPEST = 2_000
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
_UNFIT = {"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7", "mbcs", "oem"}
_DECLARATION = re.compile(r"\s*<\?xml\b[^<>]*\?>")
_DECLARED = re.compile(rb"<\?xml\b[^<>]*?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")
_META = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0x7F, 0xFFFE, 0xFFFF])
_BEFORE_ROOT = re.compile(rb"\s+|<!--(?:(?!-->).)*-->|<\?[^>]*>", re.DOTALL)
_ROOT = re.compile(rb"<!doctype\s+(html)\b|<(?:[\w.-]+:)?([A-Za-z][\w.-]*)", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE(?!\s+html\b)[^<>\[]*(?:>|\[(?:[^<]|<(?!\w))*?\]\s*>)", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\s+(\w+)\s+[\"']([^&%<>\"']{0,200})[\"']\s*>")
_TAG = re.compile(rb"<(/?)[A-Za-z][^<>]*>")
_ITEM = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)(?=[\s>/])")
_ITEM_END = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_QUOTED_OR_ITEM = re.compile(rb"<!\[CDATA\[(?:.*?\]\]>|.*)|<!--(?:.*?-->|.*)|(" + _ITEM.pattern + rb")", re.DOTALL)
_DATES = tuple(
    re.compile(
        rb"<(?:[\w.-]+:)?(?:%b)(?:\s[^<>]{0,200})?>\s{0,40}(?:<!\[CDATA\[)?([^<>\]]{8,60})[<\]]" % names, re.IGNORECASE
    )
    for names in (b"pubdate|published|date|issued|created", b"updated|modified")
)


def readable(raw: bytes, charset: str | None = None) -> bytes:
    """Return the bytes as UTF-8 without control characters, under a declaration that says so.

    What the document says of itself is believed before what its server says, and well-formed UTF-8 before both; bytes that
    are damaged UTF-8 get replacement characters, so that the rest of the document keeps its letters. Of a document type only
    short entities without others inside remain. Never raises.
    """
    text = _decoded(raw, charset).translate(_CONTROLS)
    text = _DECLARATION.sub("", text, count=1)
    if doctype := _DOCTYPE.search(text[:100_000]):
        entities = "".join(f'<!ENTITY {name} "{value}">\n' for name, value in _ENTITY.findall(doctype[0])[:50])
        kept = f"<!DOCTYPE feed [\n{entities}]>" if entities else ""
        text = text[: doctype.start()] + kept + text[doctype.end() :]
    return ("<?xml version='1.0' encoding='utf-8'?>\n" + text).encode("utf-8", "replace")


def declared_root(raw: bytes) -> str:
    """Return the first element's local name in lower case (`html` for a page's doctype), or "" where there is none."""
    at = 0
    while found := _BEFORE_ROOT.match(raw, at):
        at = found.end()
    root = _ROOT.match(raw, at)
    if root is None and raw[at : at + 9].lower() == b"<!doctype":
        root = _ROOT.search(raw, at)
    return (root[1] or root[2]).decode("ascii", "replace").lower() if root else ""


def cut_items(raw: bytes, most: int = MOST_ITEMS, largest: int = LARGEST) -> tuple[bytes, int]:
    """Return the document with at most `most` of its items in `largest` bytes, and how many items were cut out.

    The newest by their dates stay, wherever they stand. An item without a date counts as new as the one before it; where no
    item has one the first and the last stay, as a feed may be in either order. A parser holds every item in memory several
    times before one can be chosen, so a hostile million of them, or ten megabytes, must not reach it.
    """
    count = sum(1 for _ in _starts(raw))
    if not count or (count <= most and len(raw) <= largest):
        return raw, 0
    head, foot = next(_starts(raw)), _foot(raw)
    room = largest - head - (len(raw) - foot)
    kept = []
    for *_, start, end in nlargest(most, _ranked(raw, count, foot)):
        if end - start <= room:
            kept.append((start, end))
            room -= end - start
    items = b"".join(raw[start:end] for start, end in sorted(kept))
    return raw[:head] + items + raw[foot:], count - len(kept)


def moment_of(printed: str | None) -> float | None:
    """Return the seconds since 1970 of a date in a format of feeds (RFC 3339, RFC 5322); None where it is in neither."""
    printed = (printed or "").strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(printed)
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def too_tangled(raw: bytes) -> bool:
    """Tell whether a document nests or branches further than a feed does: reading it would take memory without end."""
    if raw.lstrip(BLANK).startswith(b"{"):
        return raw.count(b"{") + raw.count(b"[") > MOST_NODES
    if raw.count(b"<") <= MOST_NODES // 4:
        return False
    depth = 0
    for count, found in enumerate(_TAG.finditer(raw)):
        if _ITEM.match(raw, found.start()):
            depth = 0
        elif not found[0].endswith(b"/>"):
            depth += -1 if found[1] else 1
        if depth > DEEPEST or count > MOST_NODES * 2:
            return True
    return False


def _starts(raw: bytes) -> Iterator[int]:
    """Where items start; what stands in comments and quoted sections is none."""
    return (found.start() for found in _QUOTED_OR_ITEM.finditer(raw) if found[1])


def _foot(raw: bytes) -> int:
    """Where the last item ends."""
    last = max(raw.rfind(b"item"), raw.rfind(b"entry"))
    found = _ITEM_END.search(raw, raw.rfind(b"<", 0, last)) if last > 0 else None
    return found.end() if found else len(raw)


def _ranked(raw: bytes, count: int, foot: int) -> Iterator[tuple[float, int, int, int]]:
    """Each item as (moment, minus how far it stands from the nearer end of the document, start, end)."""
    starts, moment = _starts(raw), -inf
    start = next(starts)
    for number in range(count):
        end = next(starts, max(foot, start))
        found = next((found for dates in _DATES if (found := dates.search(raw, start, end))), None)
        known = moment_of(found[1].decode("ascii", "ignore")) if found else None
        moment = moment if known is None else known
        yield moment, -min(number, count - 1 - number), start, end
        start = end


def page_text(raw: bytes, charset: str | None = None) -> str:
    """Return a web page's text: in the charset of its byte order mark, its meta element, or its server."""
    named = _META.search(raw[:4_000])
    return _decoded(raw, named[1].decode() if named else charset)


def charset_of(content_type: str) -> str | None:
    """Return the charset that a Content-Type header names."""
    found = re.search(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]{1,40})", content_type, re.IGNORECASE)
    return found[1] if found else None


def _decoded(raw: bytes, charset: str | None) -> str:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace")
    for mark, name in _UNMARKED:
        if raw.startswith(mark):
            return raw.decode(name, "replace")
    declared = _DECLARED.search(raw[:1_000])
    named = [name for name in (_codec(declared[1].decode()) if declared else None, _codec(charset)) if name]
    for name in named:
        if name.startswith(("iso2022", "hz")):
            return raw.decode(name, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for name in named:
        if name != "utf-8":
            try:
                return raw.decode(name)
            except (UnicodeDecodeError, ValueError):
                continue
    replaced = raw.decode("utf-8", "replace")
    damaged = b"\xff" in raw or b"\xfe" in raw or any(ord(letter) > 127 and letter != "�" for letter in replaced)
    return replaced if damaged else raw.decode("cp1252", "replace")


def _codec(name: str | None) -> str | None:
    """The Python codec of a charset's name; Latin 1 is read as the superset that is meant by it."""
    try:
        found = codecs.lookup(name or "")
    except (LookupError, ValueError):
        return None
    canonical = found.name.replace("_", "-")
    if canonical in _UNFIT or not getattr(found, "_is_text_encoding", True):
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(canonical, found.name)
