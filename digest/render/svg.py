"""What drawings are made of: a canvas as wide as a phone's page, words, marks. Sharp in both schemes, without a script."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import accumulate, takewhile
from unicodedata import east_asian_width
from xml.etree import ElementTree as ET

from digest.language import language_of
from digest.model import Markdown
from digest.render.escape import own
from digest.translations import language_said

WIDTH = 358  # pixels: a phone of 390 less its margins; wider screens show it larger
_HEIGHT = re.compile(r'<svg [^>]*?\bheight="(\d+)"')
_LETTER = 6.2  # pixels of a small letter, at most on average
_LEGEND_ROW = 18
FULL, HOLLOW, FAINT = "full", "hollow", "faint"
_STYLE = """
svg{--paper:#fffdf8;--ink:#1c1a17;--soft:#5b554c;--line:#d3cabb;--mark:#8a1c1c;
font:12.5px system-ui,-apple-system,sans-serif}
@media(prefers-color-scheme:dark){svg{--paper:#171614;--ink:#ece7dc;--soft:#aca495;--line:#4a453c;--mark:#f0a09a}}
text{fill:var(--ink)}.soft{fill:var(--soft)}.small{font-size:11.5px}.tiny{font-size:9px}.strong{font-weight:600}
path,line{fill:none;stroke:var(--line)}.tie{stroke:var(--soft)}.point{fill:var(--soft);stroke:none}
.full,.bar{fill:var(--mark)}.hollow,.outside{fill:var(--paper);stroke:var(--mark);stroke-width:1.6}
.faint{fill:var(--paper);stroke:var(--soft);stroke-width:1.4;stroke-dasharray:2 2}.range{stroke:var(--mark);stroke-width:3}
.rest,.shade1{fill:var(--mark);fill-opacity:.3}.shade0{fill:var(--line);fill-opacity:.45}.shade2{fill:var(--mark);fill-opacity:.55}
.shade3{fill:var(--mark);fill-opacity:.78}.shade4{fill:var(--mark)}
"""


def canvas(height: int, title: str) -> ET.Element:
    """Return an empty drawing of this height in pixels, on the page's own ground."""
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
    _size(root, height)
    ET.SubElement(root, "title").text = title
    ET.SubElement(root, "style").text = _STYLE
    return root


def _size(root: ET.Element, height: int) -> None:
    for name, value in (("viewBox", f"0 0 {WIDTH} {height}"), ("width", f"{WIDTH}"), ("height", f"{height}")):
        root.set(name, value)


def text(root: ET.Element, x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> None:
    """Put words at a place; `kind` is a class of the style, `anchor` which end of them stands there."""
    marks = {"class": kind} if kind else {}
    if language_of(language_said()).direction == "rtl":
        marks["unicode-bidi"] = "plaintext"  # the order of its words is theirs, wherever they are anchored
    ET.SubElement(root, "text", {"x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor, **marks}).text = words


def mark(root: ET.Element, x: float, y: float, kind: str) -> None:
    """Put a round mark at a place; what is `outside` has a square one."""
    if kind == "outside":
        size = {"x": f"{x - 4.5:.1f}", "y": f"{y - 4.5:.1f}", "width": "9", "height": "9"}
        ET.SubElement(root, "rect", {"class": kind, **size})
    else:
        ET.SubElement(root, "circle", {"class": kind, "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "5"})


def block(root: ET.Element, kind: str, x: float, y: float, width: float, height: float) -> None:
    """Put a filled rectangle at a place."""
    size = {"x": f"{x:.1f}", "y": f"{y:.1f}", "width": f"{width:.1f}", "height": f"{height:.1f}"}
    ET.SubElement(root, "rect", {"class": kind, **size})


def legend(root: ET.Element, meanings: Mapping[str, str], y: int) -> None:
    """Put the marks beside each other, each before what it means; for those that find no room the drawing grows by a row."""
    x = 6.0
    for kind, words in meanings.items():
        width = 10 + _LETTER * sum(map(_columns, words))
        if x + width > WIDTH and x > 6:
            x, y = 6.0, y + _LEGEND_ROW
            _size(root, int(root.get("height", "0")) + _LEGEND_ROW)
        mark(root, x, y, kind)
        text(root, x + 10, y + 4, words, "soft small")
        x += width + 18


def short(words: str, most: int) -> str:
    """Return the words, cut with … where they are wider than so many letters; a character of Chinese counts as two."""
    if sum(map(_columns, words)) <= most:
        return words
    ends = takewhile(lambda end: end < most, accumulate(map(_columns, words)))
    return words[: sum(1 for _ in ends)].rstrip() + "…"


def _columns(character: str) -> int:
    return 2 if east_asian_width(character) in "WF" else 1


def written(root: ET.Element) -> str:
    """Return the drawing as the text of its file."""
    return ET.tostring(root, encoding="unicode") + "\n"


def picture(drawn: str | None, address: str, alt: str, *, lazy: bool = False) -> Markdown:
    """Return what shows the drawing whose file is at `address` on a page, with its size: nothing moves when it comes."""
    size = _HEIGHT.search(drawn or "")
    marks = f"{'loading=lazy ' if lazy else ''}width={WIDTH} height={size[1]}" if size else ""
    return own(f"![{alt}]({address}){{ {marks} }}" if size else "")
