"""What supports a statement in a language whose grammar is not known: the same words in the same order."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from digest.language import Language
from digest.language.terms import TERM_WORDS
from digest.language.units import MINUS
from digest.link.support.held import Floats, Rows
from digest.link.support.slots import asks
from digest.link.support.terms import Bools, SpanTerms
from digest.link.support.vetoes import Codes, Veto
from digest.link.support.weights import FEATURES, SUPPORT

_SHARE = re.compile(r"\s?%")


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

    A question says nothing. The days of a week and the months may stand elsewhere; and where nouns have a capital they have
    an order of their own, each with the words before it that show its place. The same letters and digits are asked for where
    no words of doubt are known in the language.
    """
    reading, language = terms.reading, terms.reading.language
    mine, theirs = (reading.words(reading.spans[row]) for row in (one, other))
    if asks(terms, other) and not asks(terms, one):
        return False
    if _letters(mine) == _letters(theirs):
        return True
    said, found = (Counter(word.casefold() for word, _, _ in _words(text, language)) for text in (mine, theirs))
    if not language.doubts or said - found or not (language.doubts | language.negations).isdisjoint(found - said):
        return False
    (nouns, rest), (other_nouns, other_rest) = _ordered(mine, language), _ordered(theirs, language)
    return _in_order(nouns, other_nouns) and _in_order(rest, other_rest)


def _in_order(some: Iterable[object], others: Iterable[object]) -> bool:
    """Whether all of some words are among others, in their order."""
    rest = iter(others)
    return all(each in rest for each in some)


def _words(text: str, language: Language) -> Iterator[tuple[str, int, int]]:
    """The words of a text and where they stand; a number has its minus, and a sign for the word or sign of a percentage."""
    worded = False
    for word, start, end in TERM_WORDS.tokens(text, language.code):
        if not worded:
            minus = "-" if MINUS.match(text, start - 1) else ""
            sign = _SHARE.match(text, end) is not None
            worded = not sign and word[0].isdigit() and language.numbers is not None and language.numbers.is_share(text, end)
            yield f"{minus}{word}{'%' if sign or worded else ''}", start, end
        else:
            worded = False


def _ordered(text: str, language: Language) -> tuple[list[tuple[str, ...]], list[str]]:
    """The words of a text of which the order tells who does what: the nouns, each with what stands before it, and the rest.

    Where nouns have no capital all words are in the rest; where they have, what carries no part of a fact is in neither.
    """
    nouns, rest, before, end = list[tuple[str, ...]](), list[str](), list[str](), 0
    calendar = language.weekdays | language.months
    for printed, start, stop in _words(text, language):
        word = printed.casefold()
        if not text[end:start].isspace():
            before = []
        end = stop
        if word in calendar:
            before = []
        elif not language.before_nouns:
            rest.append(word)
        elif word in language.before_nouns or word in language.negations:
            before.append(word)
        elif language.light(word):
            continue
        elif printed[0].islower():
            rest.append(word)
        else:
            nouns.append((*before, word))
            before = []
    return nouns, rest


def _letters(words: str) -> str:
    """The letters and digits of some words, and the signs that make another number of one."""
    signed = MINUS.sub("\N{MINUS SIGN}", words.casefold())
    return "".join(
        sign for sign in signed if sign == "%" or not (sign.isspace() or unicodedata.category(sign).startswith("P"))
    )
