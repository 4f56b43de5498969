"""Where in the lines of a pasted page the article is, told by shape alone, so that it holds in any language.

Statements are lines that end as sentences do and are not short. The article is the stretch of lines with the most words
in statements that stand among statements, each other line being a loss (a maximum-sum interval; J. Bentley, Programming
Pearls, 1984). Inside it, what is no statement stays where it reads as a piece of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from digest.clean.markup import Line
from digest.clean.text import ends_sentence, words

LEAST = 8
"""Words of the shortest line that counts as a statement."""
_LONG = 30  # words of a line that is a statement however it ends: some scripts have no full stop
_MOST = 50  # words of one line that count, so that one long disclaimer does not outweigh an article
_LOSS = 5
_NEAR = 3
_ON_TOPIC = 0.7
_TITLE_WITHIN = 60
_PAGE = 5  # lines of no article on one side of it, from which on a paste is a page
_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u4e00-\u9fff]{2}")
_GOES_ON = re.compile(r".*(?:[:;,:;]|\b(?:and|or|und|oder|et|ou|y|o|e))\Z")
_QUOTED = re.compile(r"[\"'“‘«„‹「『].*[\"'”’»“›」』].{0,60}\Z")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """An article within a page's lines: its title, if the page shows one, and for each line why it goes, or None."""

    title: int | None
    reasons: tuple[str | None, ...]


def narrowed(lines: Sequence[Line]) -> Narrowed | None:
    """Return what of a pasted page is its article, or None where the lines are no page but an article alone."""
    count = Counter(line.text for line in lines)
    repeated = [_is_furniture(line.text, count[line.text]) for line in lines]
    some = [number for number, again in enumerate(repeated) if not again]
    first, last = _span([lines[number] for number in some])
    if first == last or not _is_page([lines[number] for number in some], first, last):
        return None
    start, end = some[first], some[last - 1] + 1
    subject = Subject([lines[number] for number in some[first:last]])
    reasons: list[str | None] = ["outside the article"] * len(lines)
    for number in range(start, end):
        reasons[number] = "repeated line" if repeated[number] else _reason(lines, number, repeated, subject)
    title = _title(lines[:start], subject, count)
    for number in _standfirst(lines, title, start, subject):
        reasons[number] = None
    if title is not None:
        reasons[title] = "title"
    return Narrowed(title, tuple(reasons))


def is_statement(text: str) -> bool:
    """Whether a line ends as a sentence does and has words enough to say something."""
    said = words(text)
    return said >= _LONG or (said >= LEAST and (ends_sentence(text) or text.endswith((";", ":", ":"))))


class Subject:
    """The words that an article's statements use, to tell a line about the same thing from one about another."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._stems = {stem for line in lines if is_statement(line.text) for stem in _stems(line.text)}

    def share(self, text: str) -> float:
        """Return the share of the words of `text` that the statements use."""
        stems = _stems(text)
        return sum(stem in self._stems for stem in stems) / len(stems) if stems else 0.0


def _is_furniture(text: str, times: int) -> bool:
    """Whether a line comes so often that it belongs to the page; a short sentence may be said twice."""
    return times > 1 and (times > 2 or not ends_sentence(text) or words(text) >= LEAST) and len(text) < 300


def _span(lines: Sequence[Line]) -> tuple[int, int]:
    """The half-open range from the article's first statement to its last."""
    said = [ends_sentence(line.text) and words(line.text) >= 3 for line in lines]
    best, best_at, total, start = 0.0, (0, 0), 0.0, 0
    for number, line in enumerate(lines):
        if is_statement(line.text):
            near = said[max(0, number - _NEAR) : number] + said[number + 1 : number + 1 + _NEAR]
            total += min(words(line.text), _MOST) * (sum(near) / max(1, len(near))) ** 0.5
        else:
            total -= _LOSS
        if total <= 0:
            total, start = 0.0, number + 1
        elif total > best and is_statement(line.text):
            best, best_at = total, (start, number + 1)
    return best_at


def _is_page(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether so much that is no statement stands before or after the article that all of it is a page."""
    return any(sum(not is_statement(line.text) for line in side) >= _PAGE for side in (lines[:first], lines[last:]))


def _reason(lines: Sequence[Line], number: int, repeated: Sequence[bool], subject: Subject) -> str | None:
    """Why a line within the article goes: it is neither a statement nor a piece of what stands around it."""
    text = lines[number].text
    if ends_sentence(text) or is_statement(text):
        return None
    if _GOES_ON.match(text) or _QUOTED.match(text):
        return None
    around = [at for step in (-1, 1) if (at := _next(number, step, repeated)) is not None]
    alone = all(ends_sentence(lines[at].text) for at in around)
    return None if alone and words(text) <= 14 and subject.share(text) >= _ON_TOPIC else "link or caption"


def _next(number: int, step: int, repeated: Sequence[bool]) -> int | None:
    at = number + step
    while 0 <= at < len(repeated) and repeated[at]:
        at += step
    return at if 0 <= at < len(repeated) else None


def _title(before: Sequence[Line], subject: Subject, count: Counter[str]) -> int | None:
    """Which line above the article is its title: near it, about the same thing, perhaps there twice."""
    best: tuple[float, int] | None = None
    for distance, line in enumerate(reversed(before[-_TITLE_WITHIN:])):
        share = subject.share(line.text)
        if share >= 0.5 and 3 <= words(line.text) <= 30 and len(line.text) <= 300:
            score = share + 0.3 * (count[line.text] > 1) - 0.015 * distance + 0.03 * min(words(line.text), 10)
            score -= 0.3 * ends_sentence(line.text)
            if best is None or score > best[0]:
                best = (score, len(before) - 1 - distance)
    return best[1] if best else None


def _standfirst(lines: Sequence[Line], title: int | None, start: int, subject: Subject) -> list[int]:
    """The line under the title that sums the article up."""
    if title is None:
        return []
    below = range(title + 1, min(start, title + 3))
    fits = [at for at in below if words(lines[at].text) >= LEAST and subject.share(lines[at].text) >= 0.5]
    return fits[:1]


def _stems(text: str) -> list[str]:
    return [word[:6] for word in _WORD.findall(text.casefold())]
