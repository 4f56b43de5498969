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
from digest.clean.text import COLONS, ends_sentence, goes_on, word_count
from digest.language.marks import MARKS
from digest.language.scripts import UNSPACED

STATEMENT = 8
"""Words of the shortest line that counts as a statement."""
_UNENDED = 30  # words of a line that is a statement however it ends, in scripts without spaces and full stops
_FULL = 20  # words from which a statement is no teaser
_COUNTED_WORDS = 50  # words of one line that count, so that one long disclaimer does not outweigh an article
_LOSS = 6  # words that a line costs which is no statement
_NEAR = 5  # lines on either side among which a statement stands
ON_TOPIC = 0.7  # of its words, what a line without a full stop shares with the statements to be one of the text
_ENOUGH = 0.5  # of its words, what a statement apart shares with them
_AFTER = 10  # lines after the end among which statements are looked for
_ITEMS = 12  # items of a list at the end
_TITLE_SHARE = 0.6
_TITLE_WITHIN = 40  # lines above the article among which its title is looked for
_TITLE_LINES = 8  # lines that stand between a title and the article's first line at most, all being on topic
_TITLE_AGAIN = 16  # the same where the title comes twice
_PAGE = 5  # lines of no article on one side of it, from which on a paste is a page
_WORD = re.compile(r"[^\W\d_]{5,}")
_PAIR = re.compile(f"(?=([{UNSPACED}]{{2}}))")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s+\S+\s+\S+")
_QUOTED = re.compile(rf"['‘{MARKS}].*['’{MARKS}].{{0,60}}\Z")


@dataclass(frozen=True, slots=True)
class PastedArticle:
    """An article within a page's lines.

    `title` is the number of the line that is its title, None if the page shows none; `reasons` has for each line why it is
    none of the article's text, None where it is. The title's own line is none of it either, with the reason "title".
    """

    title: int | None
    reasons: tuple[str | None, ...]


def article_within(lines: Sequence[Line]) -> PastedArticle | None:
    """Return where in the lines of a pasted page its article is.

    None, so that every line stays, where no article is found (no statement stands out among the lines), and where the lines
    are no page but an article alone: on neither side of it stand `_PAGE` lines or more that are no statements.
    """
    count: Counter[str] = Counter(line.text for line in lines)
    repeated = [_is_furniture(line.text, count[line.text]) for line in lines]
    single = [number for number, again in enumerate(repeated) if not again]
    first, last = _span([lines[number] for number in single])
    if first == last:
        return None
    start, end = _lead(lines, single[first]), single[last - 1] + 1
    if not _is_page(lines[:start], lines[end:]):
        return None
    subject = Subject([lines[number] for number in single if start <= number < end])
    end += _announced(lines, end)
    title = _title(lines[:start], subject, count)
    reasons: list[str | None] = ["outside the article"] * len(lines)
    for number in range(start, end):
        reasons[number] = "repeated line" if repeated[number] else _reason(lines, number, repeated, subject)
    for number in (*_opening(lines, title, start, subject), *_ending(lines, end, subject)):
        reasons[number] = "repeated line" if repeated[number] else None
    if title is not None:
        reasons[title] = "title"
    return PastedArticle(title, tuple(reasons))


def is_statement(text: str) -> bool:
    """Whether a line ends as a sentence does and has words enough to say something."""
    said = word_count(text)
    if text.endswith(("…", "...")):  # the start of another article
        return False
    unspaced = said > 3 * len(text.split())
    return (unspaced and said >= _UNENDED) or (
        said >= STATEMENT and (ends_sentence(text) or text.endswith((";", "；", *COLONS)))
    )


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
    said = word_count(text)
    return times > 1 and (times > 2 or not ends_sentence(text) or STATEMENT <= said < _FULL) and said < 2 * _UNENDED


def _span(lines: Sequence[Line]) -> tuple[int, int]:
    """The half-open range from the article's first statement to its last."""
    said = [is_statement(line.text) or (ends_sentence(line.text) and word_count(line.text) >= 3) for line in lines]
    best, best_at, total, start = 0.0, (0, 0), 0.0, 0
    for number, line in enumerate(lines):
        if is_statement(line.text):
            near = said[max(0, number - _NEAR) : number] + said[number + 1 : number + 1 + _NEAR]
            total += min(word_count(line.text), _COUNTED_WORDS) * (sum(near) / max(1, len(near))) ** 0.5
        else:
            total -= _LOSS
        if total <= 0:
            total, start = 0.0, number + 1
        elif total > best and is_statement(line.text):
            best, best_at = total, (start, number + 1)
    return best_at


def _lead(lines: Sequence[Line], start: int) -> int:
    """Where the article begins: below a title at the very top, though verse, a table or names follow its first statement."""
    for at in range(1, min(start, _PAGE)):
        if is_statement(lines[at].text) and word_count(lines[at].text) >= _FULL:
            named = Subject(lines[at : at + 1]).share(lines[at - 1].text) >= _TITLE_SHARE
            return at if named and word_count(lines[at - 1].text) >= 3 else start
    return start


def _is_page(*sides: Sequence[Line]) -> bool:
    """Whether so much that is no statement stands before or after the article that all of it is a page."""
    return any(sum(not is_statement(line.text) for line in side) >= _PAGE for side in sides)


def _reason(lines: Sequence[Line], number: int, repeated: Sequence[bool], subject: Subject) -> str | None:
    """Why a line within the article goes: it is neither a statement nor a piece of what stands around it."""
    text = lines[number].text
    if ends_sentence(text) or is_statement(text):
        return None
    if goes_on(text) or _QUOTED.match(text) or _NUMBERED.match(text):
        return None
    around = [at for step in (-1, 1) if (at := _next(number, step, repeated)) is not None]
    alone = any(ends_sentence(lines[at].text) for at in around)
    return None if alone and word_count(text) <= 14 and subject.share(text) >= ON_TOPIC else "link or caption"


def _next(number: int, step: int, repeated: Sequence[bool]) -> int | None:
    at = number + step
    while 0 <= at < len(repeated) and repeated[at]:
        at += step
    return at if 0 <= at < len(repeated) else None


def _title(before: Sequence[Line], subject: Subject, count: Counter[str]) -> int | None:
    """Which line above the article is its title: near it, about the same thing, perhaps there twice."""
    near = [
        at
        for at in range(max(0, len(before) - _TITLE_WITHIN), len(before))
        if 3 <= word_count(before[at].text) <= 25
        and not before[at].text.endswith((".", "…", "。"))
        and len(_stems(before[at].text)) >= 2
    ]
    for least in (_TITLE_SHARE, _TITLE_SHARE / 2):
        fits = [at for at in near if subject.share(before[at].text) >= least]
        again = [at for at in fits if count[before[at].text] > 1 and at >= fits[-1] - _TITLE_AGAIN]
        below = [at for at in fits if at >= fits[-1] - _TITLE_LINES]
        if fits:
            return again[-1] if again else below[0]
    return None


def _announced(lines: Sequence[Line], end: int) -> int:
    """How many lines after the article's last statement are a list that it announced."""
    if not lines[end - 1].text.endswith(COLONS):
        return 0
    below = lines[end : end + _ITEMS]
    return next((number for number, line in enumerate(below) if is_statement(line.text)), len(below))


def _opening(lines: Sequence[Line], title: int | None, start: int, subject: Subject) -> list[int]:
    """The line under the title that sums the article up, and statements that a prompt parted from the article."""
    if title is None:
        return []
    standfirst = [at for at in range(title + 1, min(start, title + 3)) if word_count(lines[at].text) >= STATEMENT]
    fits = [at for at in standfirst if subject.share(lines[at].text) >= _ENOUGH]
    return [*fits, *(at for at in range(title + 1, start) if at not in fits and _is_full(lines[at].text, subject))]


def _ending(lines: Sequence[Line], end: int, subject: Subject) -> list[int]:
    """Statements after the article's end, parted from it by a list or a prompt."""
    return [at for at in range(end, min(len(lines), end + _AFTER)) if _is_full(lines[at].text, subject)]


def _is_full(text: str, subject: Subject) -> bool:
    """Whether a line apart from the article is still a statement of it; the longer, the less it must share with it."""
    said = word_count(text)
    return (
        is_statement(text)
        and ends_sentence(text)
        and said >= _FULL
        and subject.share(text) >= (_ENOUGH if said < _UNENDED else _ENOUGH / 2)
    )


def _stems(text: str) -> list[str]:
    pairs = _PAIR.findall(text)
    return pairs or [word[:6] for word in _WORD.findall(text.casefold())]
