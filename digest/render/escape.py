"""The one escape: every character from outside comes out as a literal character, wherever it stands.

Words become Markdown in `escape`, attribute and front-matter values in `attribute`, addresses in `address`. XML and JSON are
written by serialisers that escape, after `plain`. Tried against Python-Markdown with tables, toc, attr_list, md_in_html.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from digest.model import Markdown

_ANYWHERE = re.compile(r"[#&*<\[\\\]_`{|}]")
_IN_ATTRIBUTE = re.compile(r"[#&*<\[\\\]_`{|}\"'>]")
_IN_SCRIPT = re.compile(r"[&<>]")
_FIRST = tuple("!+-=>~")  # "~" because MkDocs adds fenced code to every list of extensions
_NUMBERED = re.compile(r"(\d+)\.")  # \d: the digits of every script, as Python-Markdown reads them
_REFUSED = {"Cc", "Cs", "Cn", "Zl", "Zp"}
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ADDRESS_SAFE = "-._~:/?#@!$&+,;=%"
_ENTITY_LIKE = re.compile(r"&(?=[0-9A-Za-z#]+;)")


class Safe(str):
    """What has passed the escape or is the product's own mark-up; templates escape every other value."""

    __slots__ = ()


class Data(str):
    """JSON that may stand in a `script` element: no character of it ends the element or begins another."""

    __slots__ = ()


def own(marked: str) -> Markdown:
    """Declare mark-up of the product's own making, its foreign parts already escaped, as safe."""
    return Markdown(Safe(marked))


def plain(words: str) -> str:
    """Return the words as one line without controls, bidi overrides or unassigned characters, trimmed at both ends."""
    if not words.isprintable():
        words = "".join(_visible(character) for character in words)
    return words.strip()


def escape(words: str) -> Markdown:
    """Return the words as Markdown that renders as exactly these words, in any position of a page.

    Written as numeric entities: some characters anywhere, some as first character, and the point after leading digits.
    """
    words = plain(words)
    marked = _ANYWHERE.sub(_entity, words)
    if words.startswith(_FIRST):
        marked = f"&#{ord(words[0])};{marked[1:]}"
    elif (number := _NUMBERED.match(words)) is not None:
        end = number.end(1)
        marked = marked[:end] + "&#46;" + marked[end + 1 :]
    return own(marked)


def attribute(words: str) -> Markdown:
    """Return the words as the value of a quoted attribute; never for an element with `markdown="1"`."""
    return own(_IN_ATTRIBUTE.sub(_entity, plain(words)))


def data(value: object) -> Data:
    """Return the value, its words as one plain line each, as JSON for a `script` element."""
    written = json.dumps(_plainly(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Data(_IN_SCRIPT.sub(lambda found: f"\\u{ord(found[0]):04x}", written))


def front_matter(values: dict[str, str | list[str] | bool]) -> Markdown:
    """Return the header of a generated page: one line a key, each value safe in YAML and in HTML that nobody escapes.

    `Data` is safe in a `script` element and stays as it is.
    """
    lines = ["generated: digest"]
    for key, value in values.items():
        if isinstance(value, list):
            safe: object = [str(attribute(item)) for item in value]
        else:
            safe = value if isinstance(value, bool | Data) else str(attribute(value))
        lines.append(f"{key}: {json.dumps(safe, ensure_ascii=False)}")
    return own("---\n" + "\n".join(lines) + "\n---\n\n")


def address(url: str | None) -> str | None:
    """Return an http(s) address percent-encoded but for its plain characters, or None where it is no such address."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        return None
    return quote(url.encode("utf-8", "ignore"), safe=_ADDRESS_SAFE)


def joined(parts: Iterable[str], between: str = " · ") -> Markdown:
    """Return the parts in one line, those that are not yet safe escaped."""
    return own(between.join(_shown(part) for part in parts))


def link(words: str, target: str) -> Markdown:
    """Return a link; `target` is an address from `address`, or a path or anchor of the product's own making."""
    return own(f"[{_shown(words)}]({_ENTITY_LIKE.sub('&amp;', target)})")


def outward(words: str, url: str | None) -> Markdown:
    """Return the words, linked to the address where it is one that may be followed: it learns nothing and gains nothing."""
    target = address(url)
    return own(_shown(words) if target is None else f'{link(words, target)}{{ rel="noopener nofollow" }}')


def _shown(words: str) -> str:
    return words if isinstance(words, Safe) else escape(words)


def _plainly(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plainly(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plainly(each) for each in value]
    return plain(value) if isinstance(value, str) else value


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def _visible(character: str) -> str:
    if character in _BIDI or unicodedata.category(character) in _REFUSED:
        return " " if character in "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029" else ""
    return character
