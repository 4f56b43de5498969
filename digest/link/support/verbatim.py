"""What supports a statement in a language whose grammar is not known: the same words in the same order."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import NamedTuple

import numpy as np

from digest.language import Language
from digest.language.terms import TERM_WORDS
from digest.link.support.terms import Bools, Floats, Rows, SpanTerms
from digest.link.support.vetoes import Codes, Veto
from digest.link.support.weights import FEATURES, SUPPORT


class Supports(NamedTuple):
    """Pairs of a statement and a span that may support it, an element each, as in `Compared`.

    `chance` is the probability, 0 to 1, that the span supports the statement, `veto` why it does not whatever the chance.
    `verb` says whether it has the statement's verb, which tells most where both open an article.
    """

    statements: Rows
    supporters: Rows
    chance: Floats
    veto: Codes
    verb: Bools


def by_words(terms: SpanTerms, statements: Rows, supporters: Rows, features: Floats, veto: Codes) -> Supports:
    """What the same words say; and, where words of denial and of doubt are known, all of a statement's in their order.

    Who does what to whom, and from where to where, nothing but the order tells. None of the few words that the other has
    besides may deny or doubt. The probability is the share that both have in common: no model was fitted on the language.
    """
    both: Floats = features[:, [FEATURES.index("held"), FEATURES.index("back")]].min(axis=1).round(6)
    near = (veto == Veto.NONE) & (both >= SUPPORT)
    same = [
        bool(asked) and _has_words(terms, *pair)
        for *pair, asked in zip(statements.tolist(), supporters.tolist(), near, strict=True)
    ]
    alike: Bools = np.array(same, dtype=bool)
    vetoed = np.where((veto == Veto.NONE) & ~alike, Veto.OTHER_WORDS, veto).astype(np.int8)
    return Supports(statements, supporters, both, vetoed, np.zeros(len(supporters), dtype=bool))


def _has_words(terms: SpanTerms, one: int, other: int) -> bool:
    """Whether the other span prints the words of the one in their order, and none of denial or doubt besides.

    The days of a week and the months may stand elsewhere, and where nouns have a capital, whatever has none. The same
    letters and digits are asked for where no words of doubt are known in the language.
    """
    reading, language = terms.reading, terms.reading.language
    mine, theirs = (reading.words(reading.spans[row]) for row in (one, other))
    if _letters(mine) == _letters(theirs):
        return True
    said, found = (Counter(word.casefold() for word in TERM_WORDS.words(text, language.code)) for text in (mine, theirs))
    if not language.doubts or said - found or not (language.doubts | language.negations).isdisjoint(found - said):
        return False
    rest = iter(_ordered(theirs, language))
    return all(word in rest for word in _ordered(mine, language))


def _ordered(text: str, language: Language) -> list[str]:
    """The words of a text of which the order tells who does what."""
    words = TERM_WORDS.words(text, language.code)
    if language.nouns_with_capital:
        words = [word for word in words if word[0].isupper() and not language.light(word.casefold())]
    calendar = language.weekdays | language.months
    return [word.casefold() for word in words if word.casefold() not in calendar]


def _letters(words: str) -> str:
    return "".join(sign for sign in words.casefold() if not (sign.isspace() or unicodedata.category(sign).startswith("P")))
