"""Words as part of an address or of a file's name: a-z, 0-9 and single hyphens, out of any script."""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "clock", *(f"{name}{digit}" for name in ("com", "lpt") for digit in range(10))]
)
"""Names that Windows keeps for devices, whatever ending a file has."""
_LOOKED_AT = 1_000  # characters of the words
_PLAIN = re.compile(r"[a-z0-9]+")


def slug(words: str, longest: int) -> str:
    """Return the words as a slug of at most `longest` characters, cut between words where that leaves more than half.

    "" where they hold no letter and no digit. Never a path or a hidden file; a name of DEVICES is for the caller to avoid.
    """
    plain = anyascii(unicodedata.normalize("NFC", words[:_LOOKED_AT])).lower()
    made = "-".join(_PLAIN.findall(plain.replace("'", "").replace("`", "")))  # apostrophes of every kind part no word
    if len(made) > longest:
        cut = made[: longest + 1].rfind("-")
        made = made[: cut if cut > longest // 2 else longest].rstrip("-")
    return made
