"""Words as they came, made a Text: mojibake mended, character references decoded, lines parted."""

from __future__ import annotations

import html
import re

import ftfy

from digest.language.marks import CLOSER, ENDS
from digest.language.scripts import UNSPACED
from digest.model import Text, one_line

LONGEST_PARAGRAPH = 20_000
"""Code points of the longest paragraph that is kept whole; longer ones are parted at a space."""
_MENDED = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    normalization=None,
)
_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ENDS = re.compile(rf"[{''.join(ENDS)}](?:\s|}}|‘|{CLOSER})*(?:\s[^\w\s]?[A-Z]{{0,3}}[^\w\s]?)?\Z")
COLONS = (":", "：")
_GOES_ON = re.compile(r".*(?:[:;,：；，、؛،]|\b(?:and|or|und|oder|et|ou|y|o|e))\Z", re.DOTALL)
_UNSPACED = re.compile(f"[{UNSPACED}]")
_MOJIBAKE = re.compile(r"[\x80-\u017f€‚ƒ„…†‡ˆ‰‹ŒŽ‘’“”•–—˜™›œžŸ\ufffd]{2}|\ufffd|[ÂÃâ]")
_SIGNS = re.compile(r"[\W_]+")


def plain(raw: str) -> Text:
    """Return words as `one_line`; what was decoded wrongly is mended (ftfy), quotes and dashes stay as written."""
    decoded_wrongly = not raw.isascii() and _MOJIBAKE.search(raw)
    return one_line(ftfy.fix_text_segment(raw, _MENDED) if decoded_wrongly else raw)


def decoded(raw: str) -> str:
    """Return `raw` with its character references decoded, once; a bare `&` stays."""
    return _ENTITY.sub(lambda found: html.unescape(found.group()), raw) if "&" in raw else raw


def lines(raw: str) -> list[str]:
    """Return the lines of `raw`, whatever marks their ends."""
    return _BREAKS.split(raw)


def word_count(text: str) -> int:
    """Return how many words `text` has; in scripts without spaces, two characters count as a word."""
    return len(text.split()) + (0 if text.isascii() else len(_UNSPACED.findall(text)) // 2)


def folded(text: str) -> str:
    """Return the letters and digits of a text, as lines are compared."""
    return _SIGNS.sub(" ", text).strip().casefold()


def ends_sentence(text: str) -> bool:
    """Whether the last mark of `text` ends a sentence, whatever closing quotes, brackets or end marks follow it."""
    return _ENDS.search(text[-40:]) is not None


def goes_on(text: str) -> bool:
    """Whether a line is only the beginning of what it says: it ends on a comma, a semicolon, a colon or an "and"."""
    return _GOES_ON.match(text) is not None
