"""Which sources carry which lines of a story, drawn: shown where all came on one day and none repeats another."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Story
from digest.render.escape import plain
from digest.render.svg import FAINT, FULL, HOLLOW, WIDTH, canvas, legend, mark, short, text, written
from digest.translations import message, say

_ROW = 24
_LEFT = 160  # where the first line stands
_STEP = 24.0  # from one line to the next, less where there are many
_ROWS = 24  # sources that are drawn
_LEGEND = {FULL: message("all of a line"), HOLLOW: message("part of it"), FAINT: message("not cited for it")}


def agreement(story: Story, names: Sequence[str]) -> str | None:
    """Return a row a source and a column a line, in the order of the page; None where there are not two of each.

    `names` are the publishers of the story's articles, in their order.
    """
    articles, points = story.articles[:_ROWS], story.points
    if len(articles) < 2 or len(points) < 2:
        return None
    step = min(_STEP, (WIDTH - 8 - _LEFT) / (len(points) - 1))
    foot = 30 + _ROW * len(articles)
    root = canvas(foot + 26, say("Which source carries which line"))
    text(root, _LEFT - 6, 14, say("the lines, in their order"), "soft small")
    for row, article in enumerate(articles):
        y = 34 + _ROW * row
        text(root, 0, y + 4, short(f"{row + 1} {plain(names[row])}", 21))
        for column, point in enumerate(points):
            mine = [one.part for one in point.citations if one.article_id == article.id]
            mark(root, _LEFT + step * column, y, FAINT if not mine else HOLLOW if all(mine) else FULL)
    legend(root, {kind: say(words) for kind, words in _LEGEND.items()}, foot + 12)
    return written(root)
