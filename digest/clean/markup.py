"""HTML of a feed or a page as lines, each knowing what it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from typing import Literal, NamedTuple

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


# What is printed for those who hear the page, behind a link.
_NEW_TAB = re.compile(r",? ?\(?(?:this link )?opens in (?:a )?new (?:tab|window)\)?|, opens new tab", re.IGNORECASE)


_DATA = "application/ld+json"
_READING = re.compile(
    r"<(?:rt|rp|rtc)\b[^<>]*>.*?(?=</?(?:rt|rp|rtc|rb|rbc|ruby|p|div|li|td|h[1-6]|title)\b|\Z)|</(?:rt|rp|rtc)\s*>",
    re.IGNORECASE | re.DOTALL,
)
_RUBY = re.compile(r"</?(?:ruby|rbc?)\b[^<>]*>", re.IGNORECASE)
_EARLY_END = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_STRAY_SCRIPT = re.compile(r"(?<=</script>)[^<]*</script\s*>", re.IGNORECASE)  # left by a script that prints "</script>"
_LIMIT = re.compile(r"Excessive depth|[Hh]uge|[Ll]imit exceeded")

_BEFORE = 40
"""Code points before linked words by which their place in a paragraph is found again."""
_MOST_ELEMENTS = 30_000
"""Elements of a page that are read, the first ones."""
_LONGEST_LINK = 300
"""Code points of linked words; longer ones are no part of a sentence."""


class Link(NamedTuple):
    """Linked words, those that stand before them in their line, and where they lead, raw."""

    before: str
    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a page or file: its words, what it was, its number in the file (0 is unknown), and its links in order."""

    text: Text
    tag: Tag = "text"
    number: int = 0
    links: tuple[Link, ...] = ()


def parse(markup: str) -> tuple[lxml.html.HtmlElement | None, str]:
    """Return (the root of a page or fragment however ill-formed, what of it could not be read, empty where all was).

    The root is None where nothing could be read. As in a browser, what follows an early `</body>` or `</html>` is read like
    what stands before it. Readings of ruby (`<rt>`, `<rp>`), scripts but JSON-LD, and styles are not in the tree, so that no
    reader takes them for words.
    """
    whole = _mended(markup).encode("utf-8", "replace") or b"<p>"
    for huge in (False, True):  # libxml2 reads 256 levels and texts of 10 MB, when asked to 2,048 levels and any text
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=huge, remove_comments=True, remove_pis=True)
        try:
            root = lxml.html.document_fromstring(whole, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
            return None, "there is no element in it"
        messages = " ".join(entry.message for entry in parser.error_log)
        if not _LIMIT.search(messages):
            break
    code: list[lxml.html.HtmlElement] = [
        it for it in root.iter("script", "style") if it.get("type", "").lower().strip() != _DATA
    ]
    for node in code:
        node.drop_tree()
    many = _without_end(root)
    deep = "it is nested too deep" if "depth" in messages else "one text in it is too long"
    return root, deep if _LIMIT.search(messages) else many


def _without_end(root: lxml.html.HtmlElement) -> str:
    """Take out the elements beyond the `_MOST_ELEMENTS` first, each of which costs a tenth of a millisecond; say so."""
    beyond = list(islice(root.iter(), _MOST_ELEMENTS, None))
    known = set(beyond)
    for node in beyond:
        if (above := node.getparent()) is not None and above not in known:
            above.remove(node)
    return f"it has more than {_MOST_ELEMENTS:,} elements" if beyond else ""


def _mended(markup: str) -> str:
    """The markup without what a browser skips and the parser trips over; each step is taken only where it has work."""
    lower = markup.lower()
    if "<rt" in lower or "<rp" in lower:
        markup = without_readings(markup)
    if "</body" in lower or "</html" in lower:
        markup = _EARLY_END.sub("", markup)
    return _STRAY_SCRIPT.sub(" ", markup) if "</script" in lower else markup


def without_readings(markup: str) -> str:
    """Return the markup without the readings that ruby prints above characters, whether or not their tags are closed."""
    return _RUBY.sub("", _READING.sub("", markup))


def lines_of(root: lxml.html.HtmlElement) -> list[Line]:
    """Return the visible lines below `root` in order; scripts, controls and embedded things are left out."""
    return [line for line, _, _ in lines_with_blocks(root)]


def links_in(parts: Iterable[tuple[str, str | None]]) -> tuple[Link, ...]:
    """Return the links of a line from its raw text in parts, each with where it leads, None where it is no link."""
    found = []
    before = ""
    for raw, href in parts:
        if href and not href.startswith("#") and len(raw) <= _LONGEST_LINK:
            words = plain(_NEW_TAB.sub("", raw))
            upto = plain(_NEW_TAB.sub("", before + raw))
            if words and upto.endswith(words):
                found.append(Link(upto[: -len(words)][-_BEFORE:], words, href))
        before = (before + raw)[-_LONGEST_LINK:]
    return tuple(found)


def sums(root: lxml.html.HtmlElement, own: Mapping[lxml.html.HtmlElement, int]) -> Counter[lxml.html.HtmlElement]:
    """Return what each element and all below it have together, where `own` says what each has itself."""
    found = Counter(own)
    for node in reversed(list(root.iter())):
        if (parent := node.getparent()) is not None and found[node]:
            found[parent] += found[node]
    return found


def lines_with_blocks(root: lxml.html.HtmlElement) -> Iterator[tuple[Line, lxml.html.HtmlElement, float]]:
    """Yield (each line below `root` in order, the block element it stands in, the share of it that is linked: 0 to 1).

    Lines end where blocks begin and end, and at `<br>`, but the block of a line is never a `<br>`. Left out are lines
    without words and what is in the elements of `_DROPPED`; what only a style hides is read. `Line.number` is that of the
    block in the source, `Line.tag` that of the innermost element around the line that has one. The share is that of code
    points once white space is squeezed, so that how links are indented does not matter.
    """
    parts: list[tuple[str, etree._Element | None]] = []
    tags: list[Tag] = ["text"]
    blocks = [root]
    anchor: etree._Element | None = None
    skipping: etree._Element | None = None

    def line() -> Iterator[tuple[Line, lxml.html.HtmlElement, float]]:
        if text := plain(_NEW_TAB.sub("", "".join(words for words, _ in parts))):
            linked = sum(len(plain(_NEW_TAB.sub("", words))) for words, link in _by_link(parts) if link is not None)
            share = min(1.0, linked / len(text))
            links = (
                links_in((words, None if it is None else it.get("href")) for words, it in _by_link(parts)) if linked else ()
            )
            yield Line(text=text, tag=tags[-1], number=blocks[-1].sourceline or 0, links=links), blocks[-1], share
        parts.clear()

    for event, node in etree.iterwalk(root, events=("start", "end")):
        name = node.tag if isinstance(node.tag, str) else ""
        if skipping is not None:
            if event == "end" and node is skipping:
                skipping = None
                parts.append((node.tail or "", anchor))
            continue
        if name in _BLOCK:
            yield from line()
            _nest(tags, _BLOCK[name], event)
        if event == "start":
            if name in _DROPPED:
                skipping = node
                continue
            if name in _BLOCK:
                blocks.append(node)
            anchor = node if name == "a" else anchor
            parts.append((node.text or "", anchor))
        else:
            if name in _BLOCK and len(blocks) > 1:
                blocks.pop()
            anchor = None if anchor is node else anchor
            if node is not root:
                parts.append((node.tail or "", anchor))
    yield from line()


def _by_link(parts: Iterable[tuple[str, etree._Element | None]]) -> Iterator[tuple[str, etree._Element | None]]:
    """The raw words of each link of a line and of what stands between links, each with its link."""
    for link, several in groupby(parts, key=itemgetter(1)):
        yield "".join(words for words, _ in several), link


def _nest(tags: list[Tag], tag: Tag | None, event: str) -> None:
    """Keep the tags of the elements around a line, the innermost last, as an element with this one starts or ends."""
    if tag and event == "start":
        tags.append(tag)
    elif tag and len(tags) > 1:
        tags.pop()
