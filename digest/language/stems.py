"""Stems of words, by the algorithms of Snowball (Porter, 2001), in the languages that it has one for.

In some languages without one a word is as good as its first letters (McNamee and Mayfield, "Character n-gram tokenization
for European language text retrieval", 2004).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Any

from digest.language.scripts import clusters

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
    """How a word in lower case is cut `without` its ending, and which `forms` what is left may have been cut from.

    Where nobody can list the forms, how common a word is is read of it as it stands.
    """

    without: Callable[[str], str]
    forms: Callable[[str], Sequence[str]] | None = None


_BEGINNING, _SYLLABLES = 6, 5
"""First letters, or syllables of a script that writes these, by which a word is compared where nothing takes endings off."""
_INFLECTED = frozenset({"cs", "da", "el", "fi", "nb", "no", "pl", "ru", "sv", "tr"})
"""Languages with a stemmer in which cases or the article are endings, so that a name has another form in each sentence.

Those alone whose stories were counted (`tests/language/twins/`); `no` is Bokmål (`nb`) in most feeds.
"""
_CUT = frozenset({"bn", "uk"})
"""The same without a stemmer."""


def inflected(language: str) -> Endings | None:
    """Return how words of a language are compared without the endings of cases and articles; None where it has no such."""
    if language in _INFLECTED:
        return Endings(without=partial(snowball, language=language))
    return Endings(without=_beginning) if language in _CUT else None


def _beginning(word: str) -> str:
    parts = clusters(word)
    return "".join(parts[: _BEGINNING if len(parts) == len(word) else _SYLLABLES])


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
