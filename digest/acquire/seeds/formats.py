"""The formats of an article's file. A further one is a reader in a file of its own and an entry here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from digest.acquire.decoding.charset import page_text
from digest.acquire.decoding.markup import is_whole_page
from digest.acquire.seeds.headers import RawArticle, split_header
from digest.acquire.seeds.mail import read_mail
from digest.config.load import utf8_text


def read_markdown(raw: bytes, where: str) -> RawArticle:
    """Read CommonMark in UTF-8, with a header or none."""
    return _read_text(raw, where, "markdown")


def read_plain(raw: bytes, where: str) -> RawArticle:
    """Read plain text in UTF-8, with a header or none."""
    return _read_text(raw, where, "text")


def read_page(raw: bytes, where: str) -> RawArticle:
    """Read HTML in UTF-8, a fragment or a whole page, with a header or none."""
    article = _read_text(raw, where, "html")
    return replace(article, page=is_whole_page(article.body or ""))


def _read_text(raw: bytes, where: str, kind: Literal["text", "markdown", "html"]) -> RawArticle:
    text, problems = utf8_text(raw, where)
    return RawArticle(kind=kind, body=None, problems=problems) if text is None else split_header(text, where, kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How files of one suffix are read: the bytes, and the name that Problems have, as a RawArticle. Never raises.

    `stored` makes the bytes that `digest add` keeps of those handed over, where they are not the same. What is
    under an `ambiguous` suffix may be something else (a feed saved as .html), so that `digest add` looks into it.
    """

    read: Callable[[bytes, str], RawArticle]
    stored: Callable[[bytes], bytes] = bytes
    ambiguous: bool = False


def _in_utf8(raw: bytes) -> bytes:
    """Return a web page in UTF-8, whatever charset it says it is in."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return page_text(raw).encode("utf-8", "replace")
    return raw


_MARKDOWN, _PLAIN = Format(read=read_markdown), Format(read=read_plain)
_PAGE = Format(read=read_page, stored=_in_utf8, ambiguous=True)
FORMATS = {
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".txt": _PLAIN,
    ".text": _PLAIN,
    ".html": _PAGE,
    ".htm": _PAGE,
    ".eml": Format(read=read_mail),
}
"""How an article's file is read, by the suffix of its name in lower case."""
_FIRST = [suffix for suffix, each in FORMATS.items() if suffix == next(it for it in FORMATS if FORMATS[it] is each)]
NAMED = f"{', '.join(_FIRST[:-1])} or {_FIRST[-1]}"
"""How messages name the formats: by the first suffix of each."""


def suffix_meant(suffix: str) -> str | None:
    """Return the suffix that was meant by one that no format has; None where nothing is near."""
    return next(iter(get_close_matches(suffix.lower(), FORMATS, 1, 0.7)), None)
