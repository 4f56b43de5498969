"""Drawings as SVG files: each says nothing that the page does not say in words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from digest.model import Story
from digest.render.dates import day
from digest.render.escape import plain
from digest.render.origins import Coverage, members, of_role, where
from digest.render.wording import count, numbered, series

_WIDTH = 640
_ROW = 30
_LEAST = 44  # room for an origin's name and the line below it
_LISTED = 6  # numbers above a day; more are counted
_STYLE = """
svg{--paper:#fffdf8;--ink:#1c1a17;--soft:#5b554c;--line:#a79f92;--mark:#8a1c1c;font:13px system-ui,-apple-system,sans-serif}
@media(prefers-color-scheme:dark){svg{--paper:#171614;--ink:#ece7dc;--soft:#aaa294;--line:#6d675d;--mark:#f0a09a}}
.paper{fill:var(--paper)}text{fill:var(--ink)}.soft{fill:var(--soft)}path,line{fill:none;stroke:var(--line)}circle{fill:var(--mark)}
"""


def repeats(story: Story, names: Sequence[str]) -> str | None:
    """Return who has the core of the story from whom, origins on the left; None where nobody is known to.

    `names` are the publishers of the story's articles, in their order.
    """
    numbers = {article.id: number for number, article in enumerate(story.articles, 1)}
    drawn = [(origin, sorted(numbers[a] for a in origin.for_core if a in numbers)) for origin in story.origins]
    drawn = [(origin, repeaters) for origin, repeaters in drawn if repeaters]
    if not drawn:
        return None
    unknown = of_role(story, "unknown")
    heights = [max(_ROW * len(repeaters), _LEAST) for _, repeaters in drawn]
    root = _canvas(sum(heights) + (_ROW if unknown else 0) + 20, "Who repeats whom")
    y = 10 + _ROW // 2
    for (origin, repeaters), height in zip(drawn, heights, strict=True):
        rows = members(origin, story)
        _text(root, 10, y + 4, _short(f"{', '.join(map(str, rows))} {plain(origin.name)}".strip()))
        if not rows:
            _text(root, 10, y + 20, where(origin, rows), "soft")
        for row, number in enumerate(repeaters):
            end = y + row * _ROW
            ET.SubElement(root, "path", d=f"M250 {y} C300 {y} 300 {end} 350 {end}")
            _text(root, 360, end + 4, _short(f"{number} {plain(names[number - 1])}"))
        y += height
    if unknown:
        _text(root, 10, y + 4, _short(f"Origin unknown: {numbered(unknown)}", 90), "soft")
    return _written(root)


def coverage(found: Coverage) -> str | None:
    """Return a line of days with a mark for each source; None where all came on one day or on days not known."""
    if len(found.days) < 2:
        return None
    first, last = found.days[0][0], found.days[-1][0]
    most = max(len(numbers) for _, numbers in found.days)
    base = 24 + 12 * most
    root = _canvas(base + 34, "Coverage over time")
    ET.SubElement(root, "line", x1="20", x2=str(_WIDTH - 20), y1=str(base), y2=str(base))
    for at, numbers in found.days:
        x = 40 + round((_WIDTH - 80) * ((at - first) / (last - first)))
        for row in range(len(numbers)):
            ET.SubElement(root, "circle", cx=str(x), cy=str(base - 10 - 12 * row), r="4")
        words = series([str(one) for one in numbers]) if len(numbers) <= _LISTED else count(len(numbers), "source")
        _text(root, x, base - 10 - 12 * len(numbers), words, "soft", "middle")
    _text(root, 20, base + 20, day(first))
    _text(root, _WIDTH - 20, base + 20, day(last), anchor="end")
    return _written(root)


def _canvas(height: int, title: str) -> ET.Element:
    size = {"viewBox": f"0 0 {_WIDTH} {height}", "width": str(_WIDTH), "height": str(height)}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", **size})
    ET.SubElement(root, "title").text = title
    ET.SubElement(root, "style").text = _STYLE
    ET.SubElement(root, "rect", {"class": "paper", "width": "100%", "height": "100%"})
    return root


def _text(root: ET.Element, x: int, y: int, words: str, kind: str = "", anchor: str = "start") -> None:
    marks = {"class": kind} if kind else {}
    ET.SubElement(root, "text", {"x": str(x), "y": str(y), "text-anchor": anchor, **marks}).text = words


def _short(words: str, most: int = 34) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _written(root: ET.Element) -> str:
    return ET.tostring(root, encoding="unicode") + "\n"
