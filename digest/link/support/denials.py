"""What of a sentence is denied, disputed, alleged, wished or guessed: the terms and clauses behind the words that say so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from digest.language.clauses import Clause
from digest.language.grammar import Grammar
from digest.language.terms import NOT
from digest.link.reading import Sentence

_HEAD = 25
"""Code points behind a denial in which the word stands that it is of."""


def supposed(sentence: Sentence, grammar: Grammar | None) -> Sequence[bool]:
    """For each term of a sentence whether it stands behind a word of wish or guess in its clause."""
    if grammar is None:
        return [False] * len(sentence.terms)
    marks = [term.start for term in sentence.terms if term.key in grammar.vocabulary.wishes]
    marks += [match.start() for match in grammar.hedges.unsure.finditer(sentence.text)]
    scopes = _behind(sentence, marks)
    return [any(mark <= term.start < end for mark, end in scopes) for term in sentence.terms]


def _behind(sentence: Sentence, marks: Sequence[int]) -> list[tuple[int, int]]:
    """From each mark to the end of its clause."""
    return [(mark, part.end) for mark in marks for part in sentence.clauses if part.start <= mark < part.end]


def refused(sentence: Sentence, grammar: Grammar | None) -> Sequence[bool]:
    """For each term of a sentence whether it is said not to be so, or only to be alleged.

    What stands behind "not" in its clause, and behind a "that" which a word of denial, dispute or allegation leads to.
    """
    denied = [start for start, _ in _denials(sentence, grammar)]
    scopes = _behind(sentence, denied)
    if grammar is None:
        return [any(start <= term.start < end for start, end in scopes) for term in sentence.terms]
    marks = [*denied, *(match.start() for match in grammar.hedges.disputed.finditer(sentence.text))]
    for part, after in zip_longest(sentence.clauses, sentence.clauses[1:]):
        first = min((mark for mark in marks if part.start <= mark < part.end), default=None)
        if first is not None:
            that = sentence.text.find(grammar.hedges.reported, first, after.start if after else part.end)
            end = after.end if after and that >= part.end else part.end
            scopes += [(that, end)] if that >= 0 else []
    return [any(start <= term.start < end for start, end in scopes) for term in sentence.terms]


def _denials(sentence: Sentence, grammar: Grammar | None) -> list[tuple[int, int]]:
    """Where the words stand by which a sentence denies something."""
    found = [(term.start, term.end) for term in sentence.terms if term.key == NOT]
    if grammar is not None:
        found += [match.span() for match in grammar.hedges.denying.finditer(sentence.text)]
    return found


def denied_clauses(sentence: Sentence, grammar: Grammar | None) -> list[Clause]:
    """The clauses of a sentence that deny something."""
    marks = [start for start, _ in _denials(sentence, grammar)]
    return [part for part in sentence.clauses if any(part.start <= mark < part.end for mark in marks)]


def denied_heads(sentence: Sentence, grammar: Grammar | None) -> list[bool]:
    """For each term of a sentence whether it is the first word behind a denial, in its clause and near to it."""
    found = [False] * len(sentence.terms)
    for first, last in _denials(sentence, grammar):
        end = next((part.end for part in sentence.clauses if part.start <= first < part.end), len(sentence.text))
        near = min(end, last + _HEAD)
        words = (at for at, term in enumerate(sentence.terms) if term.kind in ("word", "shade") and term.start >= last)
        if (at := next(words, None)) is not None and sentence.terms[at].start < near:
            found[at] = True
    return found
