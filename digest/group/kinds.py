"""Kinds of pieces that report no event of their own, told by their titles."""

from __future__ import annotations

import re

from digest.model import Text

_YEAR = r"(?:20\d\d|the (?:year|decade|month|week))"
ROUNDUPS = (
    ("round-up", r"\bround-?ups?\b|\bmarket (?:talk|wrap)\b|\b(?:morning|evening|daily|weekly) (?:brief(?:ing)?|digest)\b"),
    ("outlook", rf"\bpredict(?:ions?|ing)\b.*\b{_YEAR}|\b{_YEAR}\b.*\bpredictions?\b|\b(?:week|month|year) ahead\b"),
    ("review", rf"\b{_YEAR} in (?:review|charts|pictures|numbers)\b|\byear in a word\b|\bcharts of {_YEAR}|\ba look back\b"),
    (
        "list",
        rf"\b(?:best|worst|top|biggest|most)\b[^.:]*\b(?:of|in|for) {_YEAR}(?:\W|$)|^the (?:\d+ )?best \w+|\bgift guide\b",
    ),
    ("questions", r"\bQ&A\b|\bask (?:us|me)\b|\byour questions\b|\bquiz\b|\bcrossword\b|\breader callout\b"),
    ("notice", r"\bis hiring\b|^wanted: |\bsubscribe (?:to|now)\b"),
)
"""Each kind with how its titles read; an event among them is told by another piece."""

_ROUNDUP = re.compile("|".join(pattern for _, pattern in ROUNDUPS), re.IGNORECASE)


def is_roundup(title: Text) -> bool:
    """Whether a title heads a round-up, an outlook, a review, a list, questions or a notice rather than one event."""
    return _ROUNDUP.search(title) is not None
