"""HTML of a feed or a page as lines, each knowing what it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import lxml.html
from lxml import etree

from digest.clean.text import plain
from digest.model import Text

Tag = Literal["text", "heading", "item", "quote", "caption", "standfirst"]
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
_VOID = frozenset({"br", "hr"})
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "svg",
        "template",
        "iframe",
        "head",
        "select",
        "option",
        "button",
        "textarea",
        "object",
        "embed",
        "canvas",
        "math",
        "audio",
        "video",
        "map",
        "applet",
        "frameset",
        "noembed",
        "noframes",
    ]
)


_NEW_TAB = re.compile(r",? ?\(?(?:this link )?opens in (?:a )?new (?:tab|window)\)?|, opens new tab", re.IGNORECASE)


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
    return [line for line, _, _ in placed_lines(root)]


def links_of(root: lxml.html.HtmlElement) -> list[str]:
    """Return the addresses that `root` links to, raw, in order."""
    return [str(link.get("href")) for link in root.iter("a") if link.get("href")]


def placed_lines(root: lxml.html.HtmlElement) -> Iterator[tuple[Line, lxml.html.HtmlElement, float]]:
    """Yield each visible line with the block it stands in and the share of its characters that are links."""
    words: list[str] = []
    linked = 0
    tags: list[Tag] = ["text"]
    blocks = [root]
    anchor: etree._Element | None = None
    skipping: etree._Element | None = None

    def line() -> Iterator[tuple[Line, lxml.html.HtmlElement, float]]:
        raw = "".join(words)
        if text := plain(_NEW_TAB.sub("", raw)):
            share = min(1.0, linked / max(1, len(text)))
            yield Line(text=text, tag=tags[-1], number=blocks[-1].sourceline or 0), blocks[-1], share
        words.clear()

    for event, node in etree.iterwalk(root, events=("start", "end")):
        name = node.tag if isinstance(node.tag, str) else ""
        if skipping is not None:
            if event == "end" and node is skipping:
                skipping = None
                words.append(node.tail or "")
            continue
        if name in _BLOCK:
            yield from line()
            linked = 0
            _nest(tags, _BLOCK[name], event)
        if event == "start":
            if name in _DROPPED:
                skipping = node
                continue
            if name in _BLOCK and name not in _VOID:
                blocks.append(node)
            anchor = node if name == "a" else anchor
            words.append(node.text or "")
            linked += len(node.text or "") if anchor is not None else 0
        else:
            if name in _BLOCK and name not in _VOID and len(blocks) > 1:
                blocks.pop()
            anchor = None if anchor is node else anchor
            if node is not root:
                words.append(node.tail or "")
                linked += len(node.tail or "") if anchor is not None else 0
    yield from line()


def _nest(tags: list[Tag], tag: Tag | None, event: str) -> None:
    if tag and event == "start":
        tags.append(tag)
    elif tag and len(tags) > 1:
        tags.pop()
