"""How common a word is in a language: its share of all words in running text.

From wordfreq, which knows about forty languages. Where it knows none, what is common is judged by its length: the commoner
a word the shorter it is, in every language looked at (Zipf's law of abbreviation; Bentz and Ferrer-i-Cancho, 2016).
"""

from __future__ import annotations

import math
from functools import cache, lru_cache

import wordfreq

from digest.language.registry import language_of
from digest.language.scripts import letters, paired

LISTED = frozenset({"ja", "ko", "zh"})
"""Languages whose list has the words that a text is segmented by, so that each is looked up as it stands."""
_SAME_LIST = {"bs": "sh", "hr": "sh", "sr": "sh", "nn": "nb", "no": "nb", "iw": "he", "tl": "fil"}
"""Languages that have the list of another. Asked for any other it lacks, wordfreq would answer by that of English."""


COMMON_SHARE = 1e-3
"""Share of a word that a language's own file calls common, where there is no list of its words."""
_PAIR = 6e-5


@cache
def table(language: str) -> dict[str, float]:
    """Return the words that a language's list has, each with its frequency; nothing where there is no list."""
    return wordfreq.get_frequency_dict(_list_of(language), wordlist="best") if is_listed(language) else {}


def is_listed(language: str) -> bool:
    """Whether somebody has counted the words of a language."""
    return _list_of(language) in wordfreq.available_languages("best")


def _list_of(language: str) -> str:
    """The language whose list a language has."""
    return _SAME_LIST.get(language, language)


@lru_cache(maxsize=200_000)
def frequency(word: str, language: str) -> float:
    """Return which share of all words this lower-case word is; 0 where a list exists and does not have it."""
    listed = table(language)
    if language == "en" or language in LISTED:
        return listed.get(word, 0.0)
    if listed:
        return float(wordfreq.word_frequency(word, _list_of(language)))
    return COMMON_SHARE if word in language_of(language).commonest else _by_length(word)


@lru_cache(maxsize=200_000)
def zipf(word: str, language: str) -> float:
    """Return a lower-case word's Zipf frequency (0 rare … 8 common), 2.5 for words nobody counted."""
    if language == "en" and not (word.isascii() and word.isalpha()):
        return max(float(wordfreq.zipf_frequency(word, "en")), 2.5)
    share = frequency(word, language)
    return max(round(math.log10(share) + 9, 2), 2.5) if share else 2.5


def _by_length(word: str) -> float:
    """What the length of a word says of how common it is: one in a hundred of one letter, one in ten million of seven.

    A pair of letters of a script that nothing segments is no word, and neither common nor rare.
    """
    if paired(word):
        return _PAIR
    return float(10.0 ** -(1.2 + 0.8 * min(7, letters(word))))
