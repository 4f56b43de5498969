"""The informative terms of a text, where they stand, and how much each tells in its story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from digest.language.grammar import Vocabulary
from digest.language.marks import CLOSERS, OPENERS, straightened
from digest.language.numbers import YEAR_NUMBERS, Amount
from digest.language.profile import Language
from digest.language.registry import language_of
from digest.language.sentences import ended
from digest.language.words import LETTER, Tokenizer

TERM_WORDS = Tokenizer(rf"{LETTER}+(?:['’]{LETTER}+)*(?:\.(?={LETTER}\.){LETTER}+)*|\d+(?:[.,]\d+)*")
NOT = "¬"
_NAME = 2.5
"""Zipf value up to which a capital makes a name where all nouns have one: more is as often said of anything."""
_LONGEST_NUMBER = 8
"""Tokens that one number may take, with its marks and magnitudes."""
_Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
Key = str | Amount
"""What a term stands for: a word, or the value of a number. A number that nobody can read is the characters printed."""
_Named = tuple[Key, str, float]
"""What a term stands for, its kind, and how common it is in the language: a Zipf value, 0 to 8, as in `Term`."""


class Term(NamedTuple):
    """An informative term at code points [start, end).

    `kind` is name, number, date, word, shade, title or not; `common` how common it is in the language: a Zipf value, 0 to 8.
    """

    key: Key
    start: int
    end: int
    kind: str
    common: float


@lru_cache(maxsize=200_000)
def key(word: str, language: str) -> str:
    """Return the term a lower-case word stands for: the first of its group, else its stem; without a grammar itself.

    There nothing but the form of a verb says whether a thing was done or is to come, and a stem has lost it.
    """
    known = language_of(language)
    if known.grammar is None:
        return word
    stem = known.stem(word)
    return known.grammar.vocabulary.same.get(stem, stem)


def ordered(keys: Iterable[Key]) -> list[Key]:
    """Return keys in an order that is the same in every build: numbers by value, then words."""
    return sorted(keys, key=lambda each: (isinstance(each, str), each))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What a story's own words teach: names it writes with a capital, and what its abbreviations stand for."""

    language: str
    names: frozenset[str] = frozenset()
    short: tuple[tuple[tuple[str, ...], str], ...] = ()

    def terms(self, text: str, month: str | None = None) -> tuple[Term, ...]:
        """Return the informative terms of a text in order; `month` is what "this month" means in its article."""
        tokens = _tokens(text, self.language)
        if self.known.grammar is None:
            return tuple(self._plainly(tokens, text))
        bare = [bare_form(token) for token, _, _ in tokens]
        vocabulary = self.known.grammar.vocabulary
        phrases = _phrases(self.short, self.language)
        found: list[Term] = []
        place = 0
        while place < len(tokens):
            length, meanings = self._term_at(tokens, bare, place, text, month, phrases, vocabulary)
            start, end = tokens[place][1], tokens[place + length - 1][2]
            found.extend(Term(key=name, start=start, end=end, kind=kind, common=rate) for name, kind, rate in meanings)
            place += length
        return tuple(found)

    def _term_at(
        self,
        tokens: list[tuple[str, int, int]],
        bare: list[str],
        place: int,
        text: str,
        month: str | None,
        phrases: _Phrases,
        vocabulary: Vocabulary,
    ) -> tuple[int, list[_Named]]:
        """Return (how many tokens are read at the number `place`, one or more; the terms they are, none for common words).

        In this order: a number with its magnitude; "this month"; a phrase that stands for a name, the longest first; a word.
        Of a phrase whose abbreviation the story explains the words are terms too, where the first has a capital. `bare` are
        the tokens in their `bare_form`.
        """
        token = tokens[place][0]
        if token[0].isdigit() or bare[place] in vocabulary.numbers:
            end, number = self._number(tokens[place], text, bare[place - 1] if place else "")
            return sum(start < end for _, start, _ in tokens[place : place + _LONGEST_NUMBER]), [number]
        if month and tuple(bare[place : place + 2]) == vocabulary.this_month:
            return 2, [(month.casefold(), "name", 5.0)]
        for words, name in phrases.get(bare[place], ()):
            if tuple(bare[place : place + len(words)]) == words:
                parts = []
                if token[0].isupper() and (words, name) in self.short:
                    parts = [self._single(vocabulary, tokens[place + more][0], word, 1) for more, word in enumerate(words)]
                return len(words), [(name, "name", 3.5), *(part for part in parts if part)]
        single = self._single(vocabulary, token, bare[place], place, *bare[place + 1 : place + 2])
        return 1, [single] if single else []

    @property
    def known(self) -> Language:
        """What is known of the story's language."""
        return language_of(self.language)

    def _number(self, token: tuple[str, int, int], text: str, before: str) -> tuple[int, _Named]:
        """The term of the number that a token begins, and where it ends; days and years tell less than amounts."""
        printed, start, end = token
        numbers = self.known.numbers
        read = numbers.at(text, start) if numbers else None
        if numbers is None or read is None:
            key: Key = Amount(float(printed)) if numbers is None and printed.isdecimal() else printed
            dated = printed.isdecimal() and int(printed) in YEAR_NUMBERS
        else:
            share = numbers.is_share(text, read.end)
            units = self.known.units
            sign = -1 if units and units.is_negative(text, start, read.end) else 1
            key, end = Amount(sign * read.value, "%" if share else ""), read.end
            grammar = self.known.grammar
            day = grammar is not None and before in grammar.vocabulary.dated and read.value <= 31
            dated = not share and read.scale == 1 and (day or (read.bare and read.value in YEAR_NUMBERS))
        spelled = read is not None and read.spelled
        return end, (key, "date" if dated else "number", 5.6 if dated else 4.4 if spelled else 3.6)

    def _plainly(self, tokens: Sequence[tuple[str, int, int]], text: str) -> Iterable[Term]:
        """The terms where no grammar is known."""
        read = 0
        for token, start, end in tokens:
            if token[0].isdecimal() and start >= read:
                read, (name, kind, rate) = self._number((token, start, end), text, "")
                yield Term(name, start, read, kind, rate)
            elif start >= read and (term := self._plain(token, start, end)) is not None:
                yield term

    def _plain(self, token: str, start: int, end: int) -> Term | None:
        """A word where no grammar is known: a denial, a name or a word; None where it is among the commonest."""
        word, known = bare_form(token), self.known
        if word in known.negations:
            return Term(NOT, start, end, "not", 4.6)
        if known.light(word):
            return None
        rate = known.zipf(word)
        named = token[0].isupper() and word in self.names and not (known.before_nouns and rate > _NAME)
        return Term(word, start, end, "name" if named else "word", rate)

    def _single(self, vocabulary: Vocabulary, token: str, word: str, place: int, following: str = "") -> _Named | None:
        known = self.known
        if word in known.negations and (word, following) != vocabulary.not_only:
            return NOT, "not", 4.6
        if word in vocabulary.ordinals:
            return word, "word", 4.6
        if word in vocabulary.months_too and token[0].isupper() and place:
            return word, "name", 5.0
        if (pair := vocabulary.pairs.get((word, following))) is not None:
            return pair, "shade", 5.0
        if known.light(word) or len(word) == 1:
            return None
        rate = known.zipf(word)
        if token[0].isupper() and (word in self.names or token.isupper()):
            return word.removesuffix(vocabulary.plural) if len(word) > 4 else word, "name", rate
        term = key(word, self.language)
        if term in vocabulary.heads:
            rate = max(rate, known.zipf(term))
        if word in vocabulary.titles:
            return term, "title", rate
        return term, "shade" if word.endswith(vocabulary.shades) else "word", rate


@lru_cache(maxsize=256)
def _phrases(short: tuple[tuple[tuple[str, ...], str], ...], language: str) -> _Phrases:
    """The word sequences that act as one term, by first word, the longest first."""
    table: _Phrases = {}
    grammar = language_of(language).grammar
    known = grammar.vocabulary.short.items() if grammar else ()
    for words, name in sorted({*short, *known}, key=lambda item: (-len(item[0]), item)):
        table.setdefault(words[0], []).append((words, name))
    return table


@lru_cache(maxsize=200_000)
def bare_form(token: str) -> str:
    """Return a token in lower case without possessive ending and inner full stops."""
    word = straightened(token).casefold()
    return word.removesuffix("'s").replace(".", "") if not word[0].isdigit() else word


def _tokens(text: str, language: str | None) -> list[tuple[str, int, int]]:
    """The words of a text, each with where it stands, without what is elided before them."""
    elided = language_of(language).elided
    found = TERM_WORDS.tokens(text, language)
    if elided is None:
        return found
    cuts = (elided.match(token) for token, _, _ in found)
    return [
        (token[cut.end() :], start + cut.end(), end) if cut else (token, start, end)
        for (token, start, end), cut in zip(found, cuts, strict=True)
    ]


def learn(texts: Sequence[str], language: str | None) -> Lexicon:
    """Learn names and abbreviations from all texts of a story, titles left out."""
    upper: dict[str, int] = {}
    lower: dict[str, int] = {}
    short: dict[tuple[str, ...], str] = {}
    for text in texts:
        if heading(text, language):
            continue
        for token, start, _ in _tokens(text, language):
            word = bare_form(token)
            if token[0].islower():
                lower[word] = lower.get(word, 0) + 1
            elif token[0].isupper() and _inside(text, start):
                upper[word] = upper.get(word, 0) + 1
        short.update(_abbreviations(text))
    names = frozenset(word for word, count in upper.items() if count > lower.get(word, 0))
    return Lexicon(language=language_of(language).code, names=names, short=tuple(sorted(short.items())))


def heading(text: str, language: str | None) -> bool:
    """Whether a paragraph is a heading rather than a sentence: short, and without an end where its language marks ends."""
    return language_of(language).stops and len(text) < 90 and not (ended(text) or text.rstrip(CLOSERS).endswith(":"))


def _inside(text: str, start: int) -> bool:
    """Whether a word at `start` stands inside a sentence, so that its capital means something."""
    before = text[:start].rstrip(f" {OPENERS}")
    return bool(before) and before[-1] not in ".!?:…—–"


_DEFINED = re.compile(r"\(([A-Z]{2,6})s?\)|\b([A-Z]{2,6})s? \(([^()]{5,60})\)")


def _abbreviations(text: str) -> Iterable[tuple[tuple[str, ...], str]]:
    """The abbreviations a text explains: "International Monetary Fund (IMF)", "API (application programming interface)"."""
    for match in _DEFINED.finditer(text):
        initials = match.group(1) or match.group(2)
        if match.group(1):
            words = [bare_form(word) for word in TERM_WORDS.words(text[max(0, match.start() - 120) : match.start()])]
            words = words[-len(initials) :]
        else:
            words = [bare_form(word) for word in TERM_WORDS.words(match.group(3))]
        if "".join(word[0] for word in words).upper() == initials and len(words) > 1:
            yield tuple(words), initials.casefold()
