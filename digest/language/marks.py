"""Marks that mean the same in all languages: what quotes, what ends a sentence, and what is said with them."""

from __future__ import annotations

import re
import sys

PAIRS = (("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"), ("‹", "›"), ("「", "」"), ("『", "』"))
"""Quotation marks of all languages, opening and closing; an apostrophe is none, since nothing tells one from a mark."""
OPENING, CLOSING = ("".join(dict.fromkeys(marks)) for marks in zip(*PAIRS, strict=True))
"""The marks that open a quotation and those that close one, for a class of a pattern; `“` and `"` do both."""
MARKS = "".join(dict.fromkeys(mark for pair in PAIRS for mark in pair))
ANGLED = "«»‹›"
"""Marks inside of which French prints a space."""
APOSTROPHES = "'’"
ENDS = (".", "!", "?", "…", "。", "！", "？", "｡", "．", "।", "॥", "؟", "۔", "։", "።", "፧", "។", "៕", "။", "།")
"""What ends a sentence."""
ASKING = ("?", "؟", "？")
"""What ends a question."""
OPENERS = f"{OPENING}'‘([（【"
"""What may stand before the first word of a sentence and belong to it."""
CLOSERS = f"{CLOSING}{APOSTROPHES})]）】"
"""What may stand behind the end of a sentence and still belong to it."""
CLOSER = f"[{re.escape(CLOSERS)}]"
"""One of CLOSERS, as a pattern."""

_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s?\Z")


def straightened(text: str) -> str:
    """Return a text with straight marks and apostrophes instead of curled ones, as long as it was."""
    return text.translate(_STRAIGHT)


def folded_words(text: str, start: int = 0, end: int = sys.maxsize) -> tuple[str, ...]:
    """Return the words of text[start:end] as those of two texts are compared: without case, with one kind of apostrophe."""
    return tuple(straightened(word).casefold() for word in _WORD.findall(text, start, end))


def without_possessive(name: str) -> str:
    """Return a name or word without the ending that says that something is its: Harbour's, the Browns'."""
    return _POSSESSIVE.sub("", name)


def inside_quotation(before: str) -> bool:
    """Whether a quotation that begins in the words before a place is not over there."""
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
