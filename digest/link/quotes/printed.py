"""Where a text prints given words, whatever marks and words stand around them."""

from __future__ import annotations

from digest.language.marks import straightened


def sought(words: str) -> str:
    """Return words as they are looked for: with straight marks, and without the mark that ends them."""
    return straightened(words).rstrip(".,!?;")


def find_words(text: str, words: str) -> int:
    """Return where `sought` words stand as whole words in a `straightened` text, -1 where they do not."""
    start = text.find(words)
    around = text[max(0, start - 1) : start] + text[start + len(words) : start + len(words) + 1]
    return -1 if any(sign.isalnum() for sign in around) else start
