"""Bytes from outside as text: in which charset they are, and which element they begin with."""

from __future__ import annotations

import codecs
import re

BLANK = codecs.BOM_UTF8 + b" \t\r\n"
"""Bytes that may stand before a document begins."""
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FIRST_BYTES = (
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),
)
_NO_CHARSETS = {"unicode-escape", "raw-unicode-escape", "idna", "mbcs", "oem"}
"""Codecs of Python that read what is no text's charset: escapes; names of hosts, in quadratic time; the machine's own."""
_DECLARATION = re.compile(r"\s*<\?xml\b[^<>]*\?>")
_DECLARED = re.compile(rb"<\?xml\b[^<>]*?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")
_META = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0x7F, 0xFFFE, 0xFFFF])
_BEFORE_ROOT = re.compile(rb"\s+|<!--(?:(?!-->).)*-->|<\?[^>]*>", re.DOTALL)
_ROOT = re.compile(rb"<!doctype\s+(html)\b|<(?:[\w.-]+:)?([A-Za-z][\w.-]*)", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE(?!\s+html\b)[^<>\[]*(?:>|\[(?:[^<]|<(?!\w))*?\]\s*>)", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY\s+(\w+)\s+[\"']([^&%<>\"']{0,200})[\"']\s*>")


def as_utf8(raw: bytes, charset: str | None = None) -> bytes:
    """Return the bytes as UTF-8 without control characters, under a declaration that says so.

    What the document says of itself is believed before what its server says, and well-formed UTF-8 before both; bytes that
    are damaged UTF-8 get replacement characters, so that the rest of the document keeps its letters. Of a document type only
    short entities without others inside remain. Never raises.
    """
    text = decode(raw, charset).translate(_CONTROLS)
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


def page_text(raw: bytes, charset: str | None = None) -> str:
    """Return a web page's text: in the charset of its byte order mark, its meta element, or its server."""
    named = _META.search(raw[:4_000])
    return decode(raw, named[1].decode() if named else charset)


def charset_of(content_type: str) -> str | None:
    """Return the charset that a Content-Type header names."""
    found = re.search(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]{1,40})", content_type, re.IGNORECASE)
    return found[1] if found else None


def decode(raw: bytes, charset: str | None) -> str:
    """Return bytes as text; `charset` is the name that came with them, None without. Never raises.

    A byte order mark decides, then an XML declaration, well-formed UTF-8, `charset`, and Windows-1252 for bytes that are no
    damaged UTF-8; a name that is no charset of text counts as none.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(name, "replace")
    for mark, name in _FIRST_BYTES:
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
    if canonical in _NO_CHARSETS or not getattr(found, "_is_text_encoding", True):
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(canonical, found.name)
