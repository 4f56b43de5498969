"""Which words take a side of which only one can be true: rose or fell, before or after, all or some."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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


def words_of(lines: Iterable[str], key: Callable[[str], object]) -> dict[object, list[tuple[object, object, str]]]:
    """Return the sides of each term, by its `key`, with the form in which alone it takes one, if not in all.

    A line is a choice: words that take a side, and "|" before those of the next. A word behind `FORM` takes it in this form.
    """
    found: dict[object, list[tuple[object, object, str]]] = {}
    for choice, line in enumerate(lines):
        for side, words in enumerate(line.split("|")):
            for word in words.split():
                form = word.removeprefix(FORM)
                found.setdefault(key(form), []).append((choice, side, form if form != word else ""))
    return found


def sides(text: str, terms: Sequence[Term], contraries: Contraries) -> list[Side]:
    """Return what the terms of a sentence take sides in, by themselves or by a mark before them, in their order."""
    found = [
        Side(at, choice, side)
        for at, term in enumerate(terms)
        if term.kind in ("word", "shade")
        for choice, side, form in contraries.words.get(term.key, ())
        if not form or text[term.start : term.end].lower() == form
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
