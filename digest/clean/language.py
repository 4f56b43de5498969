"""The language an article is written in."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

LEAST = 120
"""Letters below which what the entry or its source declares is believed instead of the words."""
_SURE = 0.9
_LIKELY = 0.5
_READ = 600


def language(text: str, declared: str | None) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or None where nothing tells.

    `declared` (a tag such as `en-US`) decides for texts of a few words, and where the words leave a doubt (py3langid).
    """
    sample = text[:_READ]
    letters = sum(sign.isalpha() for sign in sample)
    said = (declared or "").replace("_", "-").split("-")[0].strip().lower()
    told = said if said.isalpha() and 2 <= len(said) <= 3 else None
    if letters < LEAST:
        return told
    guessed, share = _identifier().classify(sample)
    if guessed == "zxx" or (told is None and share < _LIKELY):
        return told
    return str(guessed) if told is None or share >= _SURE else told


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads a model of megabytes

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
