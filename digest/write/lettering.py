"""The picture of a card, 1200 by 630 pixels: a digest's name, a headline, a line of facts.

It is drawn with the one font that lies in fonts/, by Pillow's basic layout, so no font, locale or clock of the machine
comes in. That font has the Latin, Greek and Cyrillic letters. Words with any other character are left out whole: half a
headline, or boxes in the place of letters, would say less than none. Who carries the story then stands there as the marks of
the pages, which need no letters, or the digest's name, or its host where even that cannot be set; and beneath it how many
sources there are and the day, at least as 2026-06-05.
"""

from __future__ import annotations

import hashlib
import io
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path

import PIL
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
_FONT = Path(__file__).with_name("fonts") / "SourceSerifPro-Semibold.ttf"
_MARGIN = 72
_TOP, _BOTTOM = 176, 512  # between these the headline stands
_SIZES = (76, 68, 60, 52, 46)  # of a headline, in pixels: the largest in which all of it fits
_LEADING = 1.18
_PAPER, _INK, _ACCENT = (255, 253, 248), (28, 26, 23), (138, 28, 28)
_SHADES = 15  # from paper to ink; the colour after them is the accent
_SOFT = 0.72  # of the ink
_MARK, _BETWEEN, _RING = 108, 36, 12  # a mark, the room between two, the line of an empty one
_MOST_MARKS = 14  # in two rows
_MOST = 500  # characters of a text that are looked at, more than any card shows
_ABSENT = "\U000ffff0"  # a character that no font has


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What stands on a card; `text` is the headline.

    `host` and `day` ("2026-06-05") stand for the name and for facts whose letters the font lacks, `marks` ("●○○") for the
    headline: a full one is reporting of its own.
    """

    name: str
    text: str = ""
    facts: Sequence[str] = ()
    host: str = ""
    day: str = ""
    marks: str = ""


@cache
def hand() -> str:
    """Return a hash of all but the words that a card is drawn by: this program, the font and Pillow."""
    parts = (Path(__file__).read_bytes(), _FONT.read_bytes(), PIL.__version__.encode())
    return hashlib.blake2b(b"\0".join(parts), digest_size=8).hexdigest()


def drawn(card: Card) -> bytes:
    """Return the card as a PNG of sixteen colours."""
    picture = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(picture)
    name, text = _drawable(card.name) or _drawable(card.host), _drawable(card.text)
    facts = [fact for fact in map(_drawable, card.facts) if fact] or [card.day]
    if not text and not card.marks:
        name, text = "", name  # in the place of the headline
    pen.text((_MARGIN, 58), _cut(name, 40, WIDTH - 2 * _MARGIN), fill=255, font=_font(40))
    size, lines = _fitted(text)
    step = round(size * _LEADING)
    top = _TOP + (_BOTTOM - _TOP - step * len(lines)) // 2
    for number, line in enumerate(lines):
        pen.text((_MARGIN, top + number * step), line, fill=255, font=_font(size))
    if not text:
        _mark(picture, card.marks[:_MOST_MARKS])
    line = _cut(" · ".join(facts), 32, WIDTH - 2 * _MARGIN)
    pen.text((_MARGIN, 544), line, fill=round(255 * _SOFT), font=_font(32))
    shaded = picture.point([round(level / 255 * (_SHADES - 1)) for level in range(256)])
    flat = Image.frombytes("P", shaded.size, shaded.tobytes())
    flat.putpalette(_palette())
    for box in ((_MARGIN, 128, WIDTH - _MARGIN, 131), (_MARGIN, 136, WIDTH - _MARGIN, 138), (0, 0, 14, HEIGHT)):
        flat.paste(_SHADES, box)
    file = io.BytesIO()
    flat.save(file, "PNG", bits=4, compress_level=4)  # as small as more, in two thirds of the time
    return file.getvalue()


def _mark(picture: Image.Image, marks: str) -> None:
    """Draw the marks in the place of the headline, as many in a row as fit; made small of large ones, they are round."""
    step, large = _MARK + _BETWEEN, 4
    a_row = (WIDTH - 2 * _MARGIN + _BETWEEN) // step
    for number, mark in enumerate(marks):
        one = Image.new("L", (_MARK * large, _MARK * large), 0)
        inner = 255 if mark == "●" else 0
        edge = _MARK * large - 1
        ImageDraw.Draw(one).ellipse((0, 0, edge, edge), fill=inner, outline=255, width=_RING * large)
        rows = -(-len(marks) // a_row)
        top = _TOP + (_BOTTOM - _TOP - step * rows + _BETWEEN) // 2
        at = (_MARGIN + step * (number % a_row), top + step * (number // a_row))
        picture.paste(one.resize((_MARK, _MARK), Image.Resampling.BOX), at)


def _palette() -> list[int]:
    """The shades from paper to ink, and the accent."""
    shares = [step / (_SHADES - 1) for step in range(_SHADES)]
    shades = [[round(paper + (ink - paper) * share) for paper, ink in zip(_PAPER, _INK, strict=True)] for share in shares]
    return [level for colour in (*shades, _ACCENT) for level in colour]


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONT), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _is_drawn(character: str) -> bool:
    """Whether the font has the character, and the layout sets it right, which puts a mark of its own beside its letter."""
    if character == " ":
        return True
    if unicodedata.combining(character) or not character.isprintable():
        return False
    small = _font(_SIZES[-1])
    return bytes(small.getmask(character)) != bytes(small.getmask(_ABSENT))


def _drawable(words: str) -> str:
    """The words in one line, or nothing where one of their characters cannot be drawn."""
    line = unicodedata.normalize("NFC", " ".join(words[:_MOST].split()))
    return line if all(map(_is_drawn, line)) else ""


def _fitted(text: str) -> tuple[int, list[str]]:
    """The largest size in which a headline fits, with its lines; what is too long for the smallest is cut."""
    for size in _SIZES:
        lines = _wrapped(text, size)
        if len(lines) * round(size * _LEADING) <= _BOTTOM - _TOP:
            return size, lines
    most = (_BOTTOM - _TOP) // round(size * _LEADING)
    return size, [*lines[: most - 1], _cut(f"{lines[most - 1]} {lines[most]}", size, WIDTH - 2 * _MARGIN)]


def _wrapped(text: str, size: int) -> list[str]:
    """The text in lines that fit, broken between words; a word that is longer than a line is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _font(size).getlength(longer) <= WIDTH - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(_cut(word, size, WIDTH - 2 * _MARGIN))
    return lines


def _cut(line: str, size: int, width: int) -> str:
    """The line, or as much of its beginning as fits before an ellipsis."""
    if _font(size).getlength(line) <= width:
        return line
    fits = bisect_right(range(len(line)), width, key=lambda end: ceil(_font(size).getlength(f"{line[:end]}…")))
    return f"{line[: max(fits - 1, 0)].rstrip()}…"
