"""The language an article is written in."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from digest.language import language_of
from digest.language.written import could_be, of_script

LEAST_LETTERS = 120
"""Letters below which what the entry or its source declares is believed instead of the words."""
_SPOKEN = 0.12
_SURE = 0.9
_LIKELY = 0.5
_READ = 240


def language(text: str, declared: str | None) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or None where nothing tells.

    The script comes first: what is declared another language than it can be is none. Then `declared` (a tag such as
    `en-US`) decides for texts of a few words, and where the words leave a doubt (py3langid).
    """
    sample = text[:_READ]
    letters = sum(map(str.isalpha, sample))
    said = (declared or "").replace("_", "-").split("-")[0].strip().lower()
    told = said if said.isalpha() and 2 <= len(said) <= 3 else None
    possible = of_script(sample)
    if told and not could_be(sample, told):
        told = None
    if len(possible) == 1 or (possible and letters < LEAST_LETTERS):
        return told or possible[0]
    if letters < LEAST_LETTERS or _is_spoken(sample, told):
        return told
    guessed, share = _identifier().classify(sample)
    if guessed == "zxx" or not could_be(sample, guessed) or (told is None and share < _LIKELY):
        return told or next(iter(possible), None)
    return str(guessed) if told is None or share >= _SURE else told


def _is_spoken(sample: str, told: str | None) -> bool:
    """Whether the commonest words of a language make up so much of a text that nobody need look closer."""
    common = language_of(told).commonest if told else frozenset()
    spoken = sample.lower().split()
    return bool(common) and sum(word in common for word in spoken) >= _SPOKEN * len(spoken)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - loads a model of megabytes

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
