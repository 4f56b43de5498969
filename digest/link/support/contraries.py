"""Which words of a story take a side of which only one can be true: rose or fell, before or after, all or some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.language.grammar import Contraries
from digest.language.terms import Key, Term
from digest.link.reading import Sentence

_NEAR = 25
"""Code points behind a mark in which the term stands that it is of."""


class Taken(NamedTuple):
    """A term, by its number in the story, and the side it takes of a choice."""

    term: int
    choice: Key | tuple[str, Key] | int
    side: int | str


def takes(terms: Sequence[Term], sentences: Sequence[Sentence], contraries: Contraries) -> Iterator[Taken]:
    """Yield what takes a side, in the order of the terms: these are the terms of all sentences, one after the other."""
    of_word: dict[Key, list[tuple[Key | int, int]]] = {}
    for choice, sides in enumerate(contraries.words):
        for side, keys in enumerate(sides):
            for key in keys:
                of_word.setdefault(key, []).append((choice, side))
    known = {term.key for term in terms}
    for key in sorted(key for key in known if isinstance(key, str) and key.startswith(contraries.un)):
        if (plain := key[len(contraries.un) :]) in known:
            of_word.setdefault(key, []).append((plain, 1))
            of_word.setdefault(plain, []).append((plain, 0))
    before = 0
    for sentence in sentences:
        marked = _marked(sentence, contraries)
        for at, term in enumerate(sentence.terms):
            if term.kind in ("word", "shade"):
                yield from (Taken(before + at, choice, side) for choice, side in of_word.get(term.key, ()))
            yield from (Taken(before + at, (choice, term.key), side) for choice, side in marked.get(at, ()))
        before += len(sentence.terms)


def _marked(sentence: Sentence, contraries: Contraries) -> dict[int, list[tuple[str, str]]]:
    """For each term behind marks, by its number in the sentence, the choices and the sides that they take for it."""
    found: dict[int, list[tuple[str, str]]] = {}
    for match in contraries.marks.finditer(sentence.text):
        behind = (at for at, term in enumerate(sentence.terms) if match.end() <= term.start < match.end() + _NEAR)
        if (at := next(behind, None)) is not None and match.lastgroup:
            found.setdefault(at, []).append((contraries.choices[match.lastgroup], match.lastgroup))
    return found
