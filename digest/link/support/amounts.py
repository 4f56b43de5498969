"""Which numbers are amounts that may not be missing, and which of them say the same."""

from __future__ import annotations

import re

from digest.language.grammar import Grammar
from digest.language.numbers import Amount, digits, rounds_to
from digest.language.terms import Key, Term

_FEW = 3
"""Up to this, a number written as a word says little."""
_NO_AMOUNT = re.compile(r"-[a-z]|:\d")
_MODEL = re.compile(r"[A-Za-z]-\Z")


def is_amount(text: str, term: Term, grammar: Grammar | None) -> bool:
    """Whether a term is an amount that may not be missing: no age, hour, part of a name or compound, no "two"."""
    if term.kind != "number":
        return False
    age = text.endswith(", ", 0, term.start) and text.startswith(",", term.end)
    part = _MODEL.match(text, max(0, term.start - 2), term.start) or _NO_AMOUNT.match(text, term.end)
    few = isinstance(term.key, Amount) and term.key.value <= _FEW and text[term.start].isalpha()
    uncounted = grammar and grammar.hedges.uncounted.match(text, term.end)
    return not (age or few or part or uncounted)


def rounds(fine: Key, coarse: Key) -> bool:
    """Whether one amount is another to its last digit: 43.9 million is 44 million, not 43 million."""
    if not (isinstance(fine, Amount) and isinstance(coarse, Amount)) or fine.unit != coarse.unit or fine == coarse:
        return False
    return digits(coarse.value) > 1 and rounds_to(fine.value, coarse.value)
