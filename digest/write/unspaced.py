"""What Pagefind reads of pages in scripts that part no words: it finds words, and there each letter is made one.

A word of such a script is then a phrase of letters, for which the theme asks (assets/unspaced.js): it is found wherever it
stands, as a plain scan finds it. Pagefind's own segmentation knows three languages, and parts a query otherwise than a text.
Letters with marks, which Pagefind takes for variants of others, are written as Chinese characters that no news prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from digest.language.scripts import BURMESE, KANA, KHMER, LAO, THAI, UNSPACED

_LETTER = re.compile(f"[{UNSPACED}]")
_MARKED = re.compile(f"[{KANA}{THAI}{LAO}{KHMER}{BURMESE}]")
_BETWEEN = re.compile(rf"(?<=[{UNSPACED}])(?=\S)|(?<=\S)(?=[{UNSPACED}])")
WRITTEN = ((0x0E00, 0x29000), (0x3000, 0x29A00), (0xAA60, 0x29B00), (0xFF00, 0x29C00))
"""From which code point on letters with marks stand in Unicode, and from which on they are written."""
_TAG = re.compile(r"(<[^>]*>)")
_BREAK = "\u200b "
"""A space that is none of the text's: what no letter stands for tells it from those."""
PAGES = ("index.html", "stories/**/*.html")
"""The pages that are indexed; the front page stands in where there is no story."""


def _written(letter: re.Match[str]) -> str:
    code = ord(letter[0])
    begins, becomes = max(each for each in WRITTEN if each[0] <= code)
    return chr(becomes + code - begins)


def parted(html: str) -> str:
    """Return a page with its letters of such scripts apart, tags and their attributes as they are."""
    pieces = _TAG.split(html)
    return "".join(
        piece if piece.startswith("<") else _MARKED.sub(_written, _BETWEEN.sub(_BREAK, piece)) for piece in pieces
    )


def parted_pages(site: Path) -> Iterator[tuple[str, str]]:
    """Yield the path below `site` and the text of each page that is indexed, its letters apart; none where none needs it."""
    paths = [path for pattern in PAGES for path in sorted(site.glob(pattern))]
    if any(_LETTER.search(path.read_text("utf-8", "replace")) for path in paths):
        for path in paths:
            yield path.relative_to(site).as_posix(), parted(path.read_text("utf-8", "replace"))
