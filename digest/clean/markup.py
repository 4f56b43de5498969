"""HTML of a feed or a page as lines, each knowing what it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import lxml.html
from lxml import etree

from digest.clean.text import plain
from digest.model import Text

Tag = Literal["text", "heading", "item", "quote", "caption"]
_BLOCK: dict[str, Tag | None] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd", "dt", "td", "th"), "item"),
    "blockquote": "quote",
    "figcaption": "caption",
    **dict.fromkeys(
        (
            *("p", "div", "section", "article", "header", "footer", "nav", "aside", "figure", "main", "form", "table", "tr"),
            *("ul", "ol", "dl", "br", "hr", "pre", "address", "details", "summary", "body", "html", "center", "fieldset"),
        ),
        None,
    ),
}
_DROPPED = frozenset(
    "script style noscript svg template iframe head select option button textarea object embed canvas math audio video "
    "map applet frameset noembed noframes".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page or file: its words, what it was, and its number in the file (0 is unknown)."""

    text: Text
    tag: Tag = "text"
    number: int = 0


def parse(markup: str) -> lxml.html.HtmlElement | None:
    """Return the root of a page or fragment however ill-formed, or None where it holds no element."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(markup.encode("utf-8", "replace") or b"<p>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None


def lines_of(root: lxml.html.HtmlElement) -> list[Line]:
    """Return the visible lines below `root` in order; scripts, controls and embedded things are left out."""
    return list(_lines(root))


def links_of(root: lxml.html.HtmlElement) -> list[str]:
    """Return the addresses that `root` links to, raw, in order."""
    return [str(link.get("href")) for link in root.iter("a") if link.get("href")]


def _lines(root: lxml.html.HtmlElement) -> Iterator[Line]:
    words: list[str] = []
    tags: list[Tag] = ["text"]
    number = root.sourceline or 0
    skipping: etree._Element | None = None
    for event, node in etree.iterwalk(root, events=("start", "end")):
        name = node.tag if isinstance(node.tag, str) else ""
        if skipping is not None:
            if event == "end" and node is skipping:
                skipping = None
                words.append(node.tail or "")
            continue
        if name in _BLOCK:
            if text := plain("".join(words)):
                yield Line(text=text, tag=tags[-1], number=number)
            words.clear()
            number = node.sourceline or number
            _nest(tags, _BLOCK[name], event)
        if event == "start":
            if name in _DROPPED:
                skipping = node
            else:
                words.append(node.text or "")
        elif node is not root:
            words.append(node.tail or "")
    if text := plain("".join(words)):
        yield Line(text=text, tag=tags[-1], number=number)


def _nest(tags: list[Tag], tag: Tag | None, event: str) -> None:
    if tag and event == "start":
        tags.append(tag)
    elif tag and len(tags) > 1:
        tags.pop()
