"""Plain text whose lines are broken at a fixed width, as in mail, press releases and scanned print, made paragraphs again.

Who fills lines up to a width breaks one only where the next word would not have fitted. The width is the one at which most
breaks within sentences are of that kind; a break that is not, as in addresses, verse, tables and lists, was meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

import wordfreq

from digest.clean.inferred import opens_with_dateline
from digest.clean.language import language
from digest.clean.markup import Tag
from digest.clean.release import is_label
from digest.clean.text import ends_sentence
from digest.language.marks import CLOSER

NARROWEST, WIDEST = 30, 140
"""Columns of the lines that are taken for wrapped ones; a newspaper's column has 30, a wide printer's line 132."""
_SURE = 50  # columns from which one break within a sentence is enough to tell
_FITTING_NOWHERE = 24  # columns of a word that would have fitted on no line, such as an address
_LONGEST_WORD = 80
_QUOTE = re.compile(r"(?:[ \t]?>)+[ \t]?")
_MARKER = re.compile(r"(?:[-*+•‣◦▪–—·]|\(?(?:\d{1,3}[.)]|[A-Za-z]\)))[ \t]+(?=\S)")
_COLUMNS = re.compile(r"\S {3,}\S|\|.*\|")
_NEXT_SENTENCE = re.compile(rf"\w{{3}}[.!?]{CLOSER}* \W?[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_IDEOGRAPH = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_HYPHEN = re.compile(r"(?P<left>[^\W\d_]+)[-\u2010\u00ad¬]\Z")
_DASHED = re.compile(r"\S(?<![-–—])[-–—]+\Z")
_SUSPENDED = re.compile(r"(?:and|or|to|und|oder|bzw|bis|et|ou|y|e|o|en|of|och|eller|og|i|ja|tai)\s")
"""What follows the hyphen of a word whose end comes later: "long- and short-term"."""

Frequency = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    depth: int  # how often it is quoted
    indent: int
    text: str
    size: int  # columns to its end
    first: int  # columns of its first word, with the space before it

    @property
    def mid(self) -> bool:
        """Whether the line ends within a sentence."""
        return not ends_sentence(self.text)

    @property
    def marked(self) -> bool:
        """Whether the line begins as an item of a list does."""
        return _MARKER.match(self.text) is not None

    @property
    def small(self) -> bool:
        """Whether the line's first letter is a small one."""
        found = _WORD.search(self.text)
        return found is not None and found[0][0].islower()


class _Width(NamedTuple):
    """The columns of wrapped lines, and how many breaks within sentences are where the next word would not have fitted."""

    columns: int
    breaks: int


class Paragraph(NamedTuple):
    """A paragraph or item of a text, and the place of its first line."""

    place: int
    tag: Tag
    text: str


def unwrapped(raw: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs of a text, each with the place of its first line in `raw`.

    Text that is not wrapped comes back line by line, as it came. Two lines with marks of a list make one.
    """
    found = _paragraphs(raw)
    marked = [_MARKER.match(text.lstrip()) is not None for _, text in found]
    listed = [one and any(marked[max(0, at - 1) : at] + marked[at + 1 : at + 2]) for at, one in enumerate(marked)]
    return [Paragraph(place, "item" if item else "text", text) for (place, text), item in zip(found, listed, strict=True)]


def _paragraphs(raw: Sequence[str]) -> list[tuple[int, str]]:
    blocks: list[list[_Row]] = []
    widths: dict[int, _Width] = {}
    if max(map(len, raw), default=0) >= NARROWEST // 2:  # a wide character takes two columns
        blocks, widths = max(map(_measured, _rows(raw)), key=lambda it: sum(width.breaks for width in it[1].values()))
    if not widths:
        return [(number, line) for number, line in enumerate(raw) if line.strip()]
    frequency = _frequency(raw)
    found: list[tuple[int, str]] = []
    for number, block in enumerate(blocks):
        width = widths.get(block[0].depth)
        paragraphs = (
            _paragraphs_of_block(block, width.columns, is_first_block=number == 0) if width else [[row] for row in block]
        )
        found += [(rows[0].number, _joined(rows, frequency)) for rows in paragraphs]
    return found


def _rows(raw: Sequence[str]) -> Iterator[list[_Row]]:
    """The lines that hold words, measured in characters and, where that may differ, in columns."""
    yield [_row(number, line, len) for number, line in enumerate(raw) if line.strip(" \t\u3000>")]
    if not all(map(str.isascii, raw)):
        yield [_row(number, line, _columns) for number, line in enumerate(raw) if line.strip(" \t\u3000>")]


def _row(number: int, line: str, measure: Callable[[str], int]) -> _Row:
    quoted = _QUOTE.match(line)
    text = line[quoted.end() :] if quoted else line
    text = text.expandtabs().rstrip()
    words = text.lstrip()
    indent = measure(text[: len(text) - len(words)])
    # Text without spaces breaks anywhere but within a word and before a mark.
    longest = 3 if _IDEOGRAPH.match(words) else 10 if _UNSPACED.match(words) else None
    first = words[:longest] if longest else f" {words.split(maxsplit=1)[0]}"
    depth = quoted[0].count(">") if quoted else 0
    return _Row(number, depth, indent, words, indent + measure(words), measure(first))


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else not unicodedata.combining(sign) for sign in text)


def _measured(rows: Sequence[_Row]) -> tuple[list[list[_Row]], dict[int, _Width]]:
    """The blocks of a text, and how wide its lines are for each depth of quotation, where they are wrapped."""
    blocks: list[list[_Row]] = []
    step = min((other.number - one.number for one, other in pairwise(rows)), default=1)
    step = step if step <= 2 else 1  # 2 where a blank line follows each
    for row in rows:
        before = blocks[-1][-1] if blocks else None
        if before is None or row.number > before.number + step or row.depth != before.depth:
            blocks.append([])
        blocks[-1].append(row)
    found = ((depth, _line_width([it for it in blocks if it[0].depth == depth])) for depth in {row.depth for row in rows})
    return blocks, {depth: width for depth, width in found if width}


def _line_width(blocks: Sequence[Sequence[_Row]]) -> _Width | None:
    """The width that explains most breaks within sentences; None where lines are not wrapped.

    `blocks` are the runs of lines without a blank one, all of one depth of quotation. A break within a sentence votes for
    the widths of `NARROWEST` to `WIDEST` from its line's end on at which the next word would not have fitted, and twice
    where the line plainly goes on (`_is_sure`); the width is that of the longest line shorter than the upper end of the best
    interval. The text counts as wrapped if two of the breaks that it explains are sure, or one from `_SURE` columns on; else
    if two of them come before a line in a script without capitals, and all it explains are 60 % of the breaks within
    sentences. It does not where lines longer than the width hold more than half of the text.
    """
    pairs = [pair for block in blocks for pair in pairwise(block) if pair[0].mid and not pair[1].marked]
    edges: Counter[int] = Counter()
    for one, other in pairs:
        least, too_wide = max(one.size, NARROWEST), min(one.size + other.first, WIDEST + 1)
        if least < too_wide and other.first <= _FITTING_NOWHERE:
            weight = 1 + _is_sure(one, other)
            edges[least] += weight
            edges[too_wide] -= weight
    votes = zip(accumulate(edges[edge] for edge in sorted(edges)), sorted(edges), strict=True)
    (_, lower), (_, upper) = max(pairwise(votes), default=((0, 0), (0, 0)))  # most breaks vote for the widths [lower, upper)
    sizes = [row.size for block in blocks for row in block]
    columns = max((size for size in sizes if size < upper), default=lower)
    full = [pair for pair in pairs if pair[0].size <= columns < pair[0].size + pair[1].first]
    goes_on = sum(_is_sure(one, other) for one, other in full)
    if goes_on < 2 and not (goes_on and columns >= _SURE):
        uncased = sum(not _is_cased(other.text) for _, other in full)
        if uncased < 2 or len(full) < 0.6 * len(pairs):
            return None
    if sum(size for size in sizes if size > columns) > sum(sizes) / 2:
        return None
    return _Width(columns, len(full))


def _is_sure(one: _Row, other: _Row) -> bool:
    """Whether a line plainly goes on in the next: that begins small, or this is no headline but holds a sentence's end."""
    return other.small or _NEXT_SENTENCE.search(one.text) is not None or opens_with_dateline(one.text)


def _is_cased(text: str) -> bool:
    found = _WORD.search(text)
    return found is None or found[0][0].lower() != found[0][0].upper()


def _paragraphs_of_block(block: Sequence[_Row], width: int, *, is_first_block: bool) -> Iterator[list[_Row]]:
    """Yield the paragraphs of a block, lines without a blank one between them, each as its lines in order.

    `width` is that of the text's lines; the text's first block may be or begin with a headline. Where fewer than half of the
    breaks within sentences are near the width (`_near`) it is no prose, and each line is a paragraph, but for one headline
    on two lines or three. A block without breaks inside sentences counts as prose. In prose a line begins a paragraph where
    an indent, a headline above or a dateline says so, or the line before had room for its first word, unless that line is
    near the width, ends in a hyphen, or is half full and the next begins small (`_goes_on`). A block that is set narrower
    than the text has its own width. Raises IndexError on an empty block.
    """
    pairs = [(one, other) for one, other in pairwise(block) if one.mid and not other.marked]
    full = sum(_is_full(one, other, _near(width)) for one, other in pairs)
    may_be_headline = is_first_block and len(block) <= 3 and not block[-1].marked
    prose = 2 * full >= len(pairs)
    longest = max((row.size for row in block[:-1]), default=width)
    if len(block) > 2 and all(_is_full(one, other, longest) for one, other in pairs):
        width = min(width, longest)
    indented = _indented(block)
    paragraph = [block[0]]
    for row in block[1:]:
        # No blank line parts a headline from its text in a text that has no blank lines, or one after every line.
        top = is_first_block and paragraph[0] is block[0]
        under_headline = top and len(paragraph) == 1 and not (_is_full(block[0], row, width) or _is_sure(block[0], row))
        begins = under_headline or row.number in indented or (top and opens_with_dateline(row.text))
        more_headline = may_be_headline and _is_headline(paragraph[-1], row)
        if more_headline or (prose and not begins and _goes_on(paragraph, row, width)):
            paragraph.append(row)
        else:
            yield paragraph
            paragraph = [row]
    yield paragraph


def _is_headline(one: _Row, other: _Row) -> bool:
    """Whether two lines are one headline that was parted by hand: the second begins small, or both are capitals."""
    capitals = one.text.isupper() and other.text.isupper() and not (is_label(one.text) or is_label(other.text))
    return one.mid and (other.small or capitals)


def _indented(block: Sequence[_Row]) -> frozenset[int]:
    """The lines that an indent marks as the first of a paragraph: most of the deeper ones come after a sentence's end."""
    least = min(row.indent for row in block)
    pairs = [(one, other) for one, other in pairwise(block) if other.indent > least and not other.marked]
    within = 2 * sum(one.mid for one, _ in pairs) >= len(pairs)
    return frozenset() if within else frozenset(other.number for _, other in pairs)


def _near(width: int) -> int:
    """The width from which a line counts as wrapped at `width`: people and programs leave lines up to an eighth short."""
    return width - width // 8


def _is_full(one: _Row, other: _Row, width: int) -> bool:
    """Whether the first word of the next line would not have fitted."""
    return one.size + other.first > width


def _goes_on(several: Sequence[_Row], row: _Row, width: int) -> bool:
    """Whether a line belongs to the paragraph of those before it."""
    head, before = several[0], several[-1]
    full = _is_full(before, row, width)
    if any(_is_apart(it, width) for it in (before, row)):
        return False
    if row.marked and (head.marked or not (full and before.mid)):
        return False
    marker = _MARKER.match(head.text)
    hanging = marker is not None and row.indent >= head.indent + min(2, marker.end())
    if full or hanging:
        return True
    near = _is_full(before, row, _near(width)) or _HYPHEN.search(before.text)
    return before.mid and bool(near or (row.small and before.size >= width / 2))


def _is_apart(row: _Row, width: int) -> bool:
    """Whether a line is none of a paragraph: a row of columns or of marks, or a paragraph in itself."""
    if row.size > width + width // 4:
        return " " in row.text
    marks = len(row.text) > 3 and not any(map(str.isalnum, row.text))
    return marks or (row.size != width and _COLUMNS.search(row.text) is not None)


def _joined(rows: Sequence[_Row], frequency: Frequency | None) -> str:
    pieces = [rows[0].text]
    for row in rows[1:]:
        dropped, between = joint(pieces[-1], row.text, frequency)
        pieces[-1] = pieces[-1][: len(pieces[-1]) - dropped]
        pieces += (between, row.text)
    return "".join(pieces)


def joint(before: str, after: str, frequency: Frequency | None = None) -> tuple[int, str]:
    """Return how two lines of one paragraph meet: (characters to drop off the first, what stands between).

    A hyphen goes where the word is commoner without it; by `frequency`, without which it stays.
    """
    before = before[-_LONGEST_WORD:]
    last, first = before[-1:], after[:1]
    if _IDEOGRAPH.match(last) or _IDEOGRAPH.match(first) or (_UNSPACED.match(last) and _UNSPACED.match(first)):
        return 0, ""
    if found := _HYPHEN.search(before):
        if _SUSPENDED.match(after):
            return 0, " "
        right = _WORD.match(after)
        if last in "\u00ad¬" or (right and frequency and first.islower() and _is_one(found["left"], right[0], frequency)):
            return 1, ""
        return 0, ""
    return 0, "" if _DASHED.search(before) or (after.startswith("--") and after[2:3].isalnum()) else " "


def _is_one(left: str, right: str, frequency: Frequency) -> bool:
    """Whether a word that a hyphen parts at a line's end is one word."""
    if frequency(f"{left}-{right}"):
        return False
    whole, parts = frequency(left + right), min(frequency(left), frequency(right))
    return parts == 0 or whole >= parts / 3


def _frequency(raw: Sequence[str]) -> Frequency | None:
    """How common a word is in the text's language; a word that the text has elsewhere is as common as any."""
    text = "\n".join(raw)
    if not re.search(r"[-\u2010][ \t]*\n", text):
        return None
    unbroken = re.sub(r"\w+[-\u2010][ \t]*\n\s*\w+", " ", text).casefold()
    own = frozenset(_WORD.findall(unbroken))
    code = language(text, None)
    common = wordfreq.get_frequency_dict(code if code in wordfreq.available_languages() else "en")
    return lambda word: 1.0 if word.casefold() in own else common.get(word.casefold(), 0.0)
