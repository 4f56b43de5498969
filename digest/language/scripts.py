"""Scripts: which part words from each other by no space, which signs belong to a letter, which language each is of."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise

HAN = r"\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
KANA = r"\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe\uff66-\uff9f"
HANGUL = r"\u1100-\u11ff\uac00-\ud7a3"
THAI, LAO = r"\u0e01-\u0e3a\u0e40-\u0e4e", r"\u0e81-\u0ece\u0edc-\u0edf"
KHMER, BURMESE = r"\u1780-\u17d3", r"\u1000-\u103f\u1050-\u109f\uaa60-\uaa7f"
UNSPACED = f"{HAN}{KANA}{THAI}{LAO}{KHMER}{BURMESE}"
"""Characters, as ranges of a class, of scripts that put no spaces between words."""
CAPITALS = "".join(sign for sign in map(chr, range(0x41, 0x530)) if sign.isupper())
SMALL = "".join(sign for sign in map(chr, range(0x61, 0x530)) if sign.islower())
"""Letters of Latin, Greek and Cyrillic, for classes of a pattern."""
_MARKED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u109f\u1100-\u1dff\u2de0-\u2dff\u2e80-\ud7ff\uf900-\ufdff\ufe20-\uffef"
    "\U00010000-\U0001efff\U00020000-\U0003ffff]"
)
"""Signs of scripts that have marks or no spaces; what is of no such script is read by plain patterns."""


_DENSE = re.compile(f"[{HAN}{KANA}{HANGUL}]")
_HAN = re.compile(f"[{HAN}]")
_PAIRED = re.compile(f"[{LAO}{KHMER}{BURMESE}]")


def dense(text: str) -> bool:
    """Whether a text has Chinese characters, kana or Korean syllables, of which each says as much as two letters."""
    return _DENSE.search(text) is not None


def paired(text: str) -> bool:
    """Whether a text has letters of a script that is neither spaced nor segmented."""
    return _PAIRED.search(text) is not None


def as_letters(text: str) -> int:
    """Return how many letters another script would take to say as much.

    Counted on the same twenty events told in each language (tests/language/twins): a Chinese text has a third of the code
    points of the English one, a Japanese or Korean one less than half, any other from .8 to 1.15 of them.
    """
    han, others = len(_HAN.findall(text)), len(_DENSE.findall(text))
    return len(text) + 2 * han + (others - han)


def doubled(text: str) -> str:
    """Return a text with those characters twice, so that it is as long as another script would make it."""
    return _DENSE.sub(r"\g<0>\g<0>", text)


def is_plain(text: str) -> bool:
    """Whether a text's words are runs of letters between spaces, and no sign in it needs another look."""
    if text.isascii():
        return True
    try:
        text.encode("cp1252")  # the quickest way to see that it is of western Europe
    except UnicodeEncodeError:
        return not _MARKED.search(text)
    return True


@cache
def combining_marks() -> str:
    """Return all combining marks, as ranges of a class: `re` takes them for no part of a word, and they are (UAX 29)."""
    codes = [code for code in range(0x300, 0x1E950) if unicodedata.category(chr(code)) in ("Mn", "Mc")]
    starts = [code for before, code in pairwise([0, *codes]) if code != before + 1]
    ends = [code for code, after in pairwise([*codes, 0]) if after != code + 1]
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))


@cache
def _clusters() -> re.Pattern[str]:
    return re.compile(rf".[{combining_marks()}]*|.", re.DOTALL)


def clusters(word: str) -> list[str]:
    """Return the letters of a word, each with the marks that stand on it; a consonant below another one is part of it."""
    joined: list[str] = []
    for cluster in _clusters().findall(word):
        if joined and joined[-1][-1] in "\u17d2\u1039":  # Khmer and Burmese: the next consonant stands below
            joined[-1] += cluster
        else:
            joined.append(cluster)
    return joined


def letters(word: str) -> int:
    """Return how many letters a word has, marks not counted."""
    return len(word) if is_plain(word) else len(clusters(word))
