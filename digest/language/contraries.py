"""Which words take a side of which only one can be true: rose or fell, before or after, all or some."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from digest.language.grammar import Contraries
from digest.language.terms import Term

FORM = "="
"""Before a word of a choice of which no other form takes the side."""
_NEAR = 25
"""Code points behind a mark in which the term stands that it is of."""


class Side(NamedTuple):
    """The term with this number in its sentence takes a side of a choice."""

    term: int
    choice: object
    side: object


def words_of(lines: Iterable[Iterable[Iterable[str]]]) -> dict[object, list[tuple[object, object]]]:
    """Return the sides of each word; a line is a choice, and has for each side of it the terms that take it."""
    found: dict[object, list[tuple[object, object]]] = {}
    for choice, line in enumerate(lines):
        for side, keys in enumerate(line):
            for key in keys:
                found.setdefault(key, []).append((choice, side))
    return found


def sides(text: str, terms: Sequence[Term], contraries: Contraries) -> list[Side]:
    """Return what the terms of a sentence take sides in, by themselves or by a mark before them, in their order."""
    found = [
        Side(at, choice, side)
        for at, term in enumerate(terms)
        if term.kind in ("word", "shade")
        for key in (term.key, FORM + text[term.start : term.end].lower())
        for choice, side in contraries.words.get(key, ())
    ]
    for match in contraries.marks.finditer(text):
        behind = (at for at, term in enumerate(terms) if match.end() <= term.start < match.end() + _NEAR)
        if (at := next(behind, None)) is not None and match.lastgroup:
            found.append(Side(at, (contraries.choices[match.lastgroup], terms[at].key), match.lastgroup))
    return sorted(found, key=lambda one: one.term)


def contrary(some: Iterable[Side], others: Iterable[Side]) -> bool:
    """Whether both take sides in one choice, and no side of it in common."""
    mine, theirs = _by_choice(some), _by_choice(others)
    return any(not mine[choice] & theirs[choice] for choice in mine.keys() & theirs.keys())


def _by_choice(some: Iterable[Side]) -> dict[object, set[object]]:
    found: dict[object, set[object]] = {}
    for one in some:
        found.setdefault(one.choice, set()).add(one.side)
    return found
