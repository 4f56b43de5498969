"""A story's drawings as SVG files, as wide as a phone: each says nothing that the page does not say in words beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as ET

from digest.model import Article, Figure, Story, Text
from digest.render.dates import clock, day, reported
from digest.render.escape import plain
from digest.render.origins import members
from digest.render.svg import FULL, WIDTH, canvas, legend, mark, short, text, written
from digest.translations import count, message, say

_ROW = 24
_OUTSIDE = 36  # of an origin that is no source, with a word on what it is below its name
_ROWS = 24  # sources that are drawn; more are counted
_LEFT, _RIGHT = 160, 318  # where the first and the last source stand
_BEND = 26  # how far the line from an origin to who repeats it goes out to the right
_VALUE_ROW = 42
_KINDS = {"original": "full", "repeats": "hollow", "unknown": "faint"}
_LEGEND = {
    "full": message("reporting of its own"),
    "hollow": message("repeats another"),
    "faint": message("origin unknown"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A line of the drawing: a source, or an origin that is none of them; `x` is None where its time is not known."""

    name: str
    kind: str
    x: float | None
    remark: str = ""


def told(story: Story, names: Sequence[str]) -> str | None:
    """Return when each source came to a story and who has its core from whom; None where neither is known.

    `names` are the publishers of the story's articles, in their order. Sources stand in the order in which they came.
    """
    at = _moments(story)
    rows, ties = _rows(story, names, at)
    if len(set(at.values())) < 2 and not ties:
        return None
    hidden = len(story.articles) - sum(row.kind in _LEGEND for row in rows)
    kinds = [kind for kind in _LEGEND if any(row.kind == kind for row in rows)]
    foot = 30 + sum(_OUTSIDE if row.remark else _ROW for row in rows)
    height = foot + (_ROW if hidden else 0) + 24
    root = canvas(height, say("When each source came to the story, and who repeats whom"))
    _days(root, sorted(at.values()), foot)
    places, y = {}, 42
    for number, row in enumerate(rows):
        places[number] = (row.x if row.x is not None else _LEFT - 12, y)
        text(root, 0, y + 4, short(row.name, 21))
        if row.remark:
            text(root, 0, y + 18, row.remark, "soft small")
        y += _OUTSIDE if row.remark else _ROW
    for origin, repeater in ties:
        _tie(root, places[origin], places[repeater])
    for number, row in enumerate(rows):
        mark(root, *places[number], row.kind)
    if hidden:
        text(root, 0, foot + 16, count(hidden, "and {number} more source", "and {number} more sources"), "soft")
    legend(root, {kind: say(_LEGEND[kind]) for kind in kinds}, height - 10)
    return written(root)


def _moments(story: Story) -> dict[str, datetime]:
    """When each article came, by its id: to the minute where that is known of all of them, else to the day."""
    found = {article.id: at for article in story.articles if (at := reported(article))}
    if all(map(_timed, story.articles)):
        return found
    return {name: at.replace(hour=0, minute=0, second=0, microsecond=0) for name, at in found.items()}


def _timed(article: Article) -> bool:
    at = reported(article)
    exact = article.published is None or article.published.precision == "time"
    return at is not None and exact and clock(at) is not None


def _rows(story: Story, names: Sequence[str], at: dict[str, datetime]) -> tuple[list[_Row], list[tuple[int, int]]]:
    """The rows, origins that are no source first, and which row has the core of the story from which, by their places."""
    roles = {role.article_id: role.role for role in story.roles}
    first, last = min(at.values(), default=None), max(at.values(), default=None)

    def place(article: Article) -> float | None:
        when = at.get(article.id)
        if when is None or first is None or last is None:
            return None
        return _LEFT + (_RIGHT - _LEFT) * ((when - first) / (last - first) if last > first else 0.0)

    numbered = list(enumerate(story.articles, 1))
    numbered.sort(key=lambda pair: (place(pair[1]) is None, place(pair[1]) or 0.0, pair[0]))
    drawn = numbered[:_ROWS]
    outside = [origin for origin in story.origins if origin.for_core and not members(origin, story)]
    rows = [
        _Row(
            name=plain(one.name),
            kind="outside",
            x=_LEFT,
            remark=say("primary source") if one.kind == "primary" else say("not among these sources"),
        )
        for one in outside
    ]
    row_of = {}
    for number, article in drawn:
        row_of[number] = len(rows)
        kind = _KINDS[roles.get(article.id, "unknown")]
        rows.append(_Row(name=f"{number} {plain(names[number - 1])}", kind=kind, x=place(article)))
    numbers = {article.id: number for number, article in numbered}
    ties = []
    for origin in story.origins:
        among = (row_of[number] for number in members(origin, story) if number in row_of)
        begins = outside.index(origin) if origin in outside else next(among, None)
        ends = (row_of.get(numbers.get(article, 0)) for article in origin.for_core)
        ties += [(begins, row) for row in ends if begins is not None and row is not None and row != begins]
    return rows, sorted(set(ties))


def _days(root: ET.Element, moments: Sequence[datetime], bottom: int) -> None:
    """The first and the last moment above the rows, with a line down from each."""
    if not moments:
        return
    first, last = moments[0], moments[-1]
    words = [clock(first) or day(first), clock(last) or day(last)] if day(first) == day(last) else [day(first), day(last)]
    ET.SubElement(root, "line", x1=str(_LEFT), x2=str(_LEFT), y1="26", y2=str(bottom))
    text(root, _LEFT, 16, words[0], "soft small", "middle" if first != last else "start")
    if first != last:
        ET.SubElement(root, "line", x1=str(_RIGHT), x2=str(_RIGHT), y1="26", y2=str(bottom))
        text(root, WIDTH, 16, words[1], "soft small", "end")


def _tie(root: ET.Element, origin: tuple[float, int], repeater: tuple[float, int]) -> None:
    """A line from an origin out to the right and back to who repeats it, with a point at its end."""
    (x, y), (to, end) = origin, repeater
    out = min(max(x, to) + _BEND, WIDTH - 2)
    ET.SubElement(root, "path", {"class": "tie", "d": f"M{x + 6:g} {y} C{out:g} {y} {out:g} {end} {to + 9:g} {end}"})
    ET.SubElement(root, "path", {"class": "point", "d": f"M{to + 6:g} {end}l6 -3.5v7z"})


def values(figure: Figure, names: Sequence[Text]) -> str | None:
    """Return the values of a figure on one axis, each with who gives it; None where fewer than two are numbers.

    `names` says for each value who gives it.
    """
    drawn = [
        (plain(value.text), plain(name), value.value, value.value if value.high is None else value.high)
        for value, name in zip(figure.values, names, strict=True)
        if value.value is not None
    ]
    low, high = min((one[2] for one in drawn), default=0.0), max((one[3] for one in drawn), default=0.0)
    if not 0 < high - low < float("inf"):
        return None
    root = canvas(8 + _VALUE_ROW * len(drawn), say("The values given for {label}", label=plain(figure.label)))
    for number, (words, name, start, end) in enumerate(drawn):
        y = 34 + _VALUE_ROW * number
        x, to = (12 + (WIDTH - 24) * ((value - low) / (high - low)) for value in (start, end))
        ET.SubElement(root, "line", x1="12", x2=str(WIDTH - 12), y1=str(y), y2=str(y))
        if to > x:
            ET.SubElement(root, "line", {"class": "range", "x1": f"{x:.1f}", "x2": f"{to:.1f}", "y1": str(y), "y2": str(y)})
            mark(root, to, y, FULL)
        mark(root, x, y, FULL)
        right = (x + to) / 2 > WIDTH / 2
        shown = ET.SubElement(
            root, "text", {"x": f"{WIDTH - 6 if right else 6}", "y": str(y - 10), "text-anchor": "end" if right else "start"}
        )
        ET.SubElement(shown, "tspan", {"class": "strong"}).text = short(words, 28)
        ET.SubElement(shown, "tspan", {"class": "soft", "dx": "6"}).text = short(name, 24)
    return written(root)
