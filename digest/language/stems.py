"""Stems of words, by the algorithms of Snowball (Porter, 2001), in the languages that it has one for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "st": "sesotho",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Endings:
    """How a word in lower case is cut `without` its ending, and which `forms` what is left may have been cut from."""

    without: Callable[[str], str]
    forms: Callable[[str], Sequence[str]]


@lru_cache(maxsize=200_000)
def snowball(word: str, language: str) -> str:
    """Return the stem of a word in lower case; the word itself in a language that Snowball has no algorithm for."""
    known = _stemmer(language)
    return str(known.stemWord(word)) if known else word


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer  # noqa: PLC0415 - a hundredth of a second that most runs can do without

    name = _ALGORITHMS.get(language)
    return snowballstemmer.stemmer(name) if name in snowballstemmer.algorithms() else None
