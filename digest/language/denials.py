"""What of a sentence is denied, disputed, alleged, wished or guessed: the terms and clauses behind the words that say so.

A sentence is given as its text, its terms and its clauses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from digest.language.clauses import Clause
from digest.language.grammar import Grammar
from digest.language.terms import NOT, Term

_HEAD = 25
"""Code points behind a denial in which the word stands that it is of."""


def supposed(text: str, terms: Sequence[Term], clauses: Sequence[Clause], grammar: Grammar | None) -> list[bool]:
    """For each term whether it stands behind a word of wish or guess in its clause, before what was done already."""
    if grammar is None:
        return [False] * len(terms)
    marks = [term.start for term in terms if term.key in grammar.vocabulary.wishes]
    marks += [match.start() for match in grammar.hedges.unsure.finditer(text)]
    scopes = _behind(clauses, marks)
    ends = [match.start() for match in grammar.hedges.perfect.finditer(text)]
    return _inside(terms, [(start, min([end, *(at for at in ends if at > start)])) for start, end in scopes])


def refused(text: str, terms: Sequence[Term], clauses: Sequence[Clause], grammar: Grammar | None) -> list[bool]:
    """For each term whether it is said not to be so, or only to be alleged.

    What stands behind "not" in its clause, behind a "that" which a word of denial, dispute or allegation leads to, behind
    words that tell it of a forgery, of a claim turned down or unfounded, or as only tried, and what is said to be untrue, or
    is taken back, behind it.
    """
    denied = [start for start, _ in denials(text, terms, grammar)]
    scopes = _behind(clauses, denied)
    if grammar is None:
        return _inside(terms, scopes)
    marks = [*denied, *(match.start() for match in grammar.hedges.disputed.finditer(small(text)))]
    for part, after in zip_longest(clauses, clauses[1:]):
        first = min((mark for mark in marks if part.start <= mark < part.end), default=None)
        if first is not None:
            that = text.find(grammar.hedges.reported, first, after.start if after else part.end)
            end = after.end if after and that >= part.end else part.end
            scopes += [(that, end)] if that >= 0 else []
    scopes += _behind(clauses, [match.end() for match in grammar.hedges.distanced.finditer(small(text))])
    scopes += [(text.rfind(grammar.hedges.reported, 0, match.start()), match.start()) for match in _untrue(text, grammar)]
    scopes += [(match.start(), len(text)) for match in grammar.hedges.unfounded.finditer(text)]
    scopes += [(0, match.end()) for match in grammar.hedges.taken_back.finditer(text)]
    return _inside(terms, scopes)


def long_ago(text: str, terms: Sequence[Term], clauses: Sequence[Clause], grammar: Grammar | None) -> list[bool]:
    """For each term whether it is, or stands behind, the last verb before words that say that it was long ago."""
    scopes = []
    for part in clauses if grammar else ():
        for match in grammar.hedges.long_ago.finditer(text, part.start, part.end) if grammar else ():
            verbs = (
                [verb.start() for verb in grammar.standing.verb.finditer(text, part.start, match.start())] if grammar else []
            )
            scopes += [(verbs[-1], match.end())] if verbs else []
    return _inside(terms, scopes)


def small(text: str) -> str:
    """Return a text in small letters, where each letter stays where it stands: patterns that heed no case are slow."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _untrue(text: str, grammar: Grammar) -> list[re.Match[str]]:
    """Where a text says of what stands before, behind a "that", that it is not true."""
    reported = text.find(grammar.hedges.reported)
    return list(grammar.hedges.untrue.finditer(text, reported + 1)) if reported >= 0 else []


def denying(text: str, terms: Sequence[Term], clauses: Sequence[Clause], grammar: Grammar | None) -> list[bool]:
    """For each term whether it stands in a clause that denies something."""
    marks = [start for start, _ in denials(text, terms, grammar)]
    denied = [(part.start, part.end) for part in clauses if any(part.start <= mark < part.end for mark in marks)]
    return _inside(terms, denied)


def denied_heads(text: str, terms: Sequence[Term], clauses: Sequence[Clause], grammar: Grammar | None) -> list[bool]:
    """For each term whether it is the first word behind a denial, in its clause and near to it."""
    found = [False] * len(terms)
    for first, last in denials(text, terms, grammar):
        end = next((part.end for part in clauses if part.start <= first < part.end), len(text))
        words = (at for at, term in enumerate(terms) if term.kind in ("word", "shade") and term.start >= last)
        if (at := next(words, None)) is not None and terms[at].start < min(end, last + _HEAD):
            found[at] = True
    return found


def denials(text: str, terms: Sequence[Term], grammar: Grammar | None) -> list[tuple[int, int]]:
    """Return where the words stand, code points [start, end), by which a sentence denies something."""
    found = [(term.start, term.end) for term in terms if term.key == NOT]
    if grammar is not None:
        found += _found(grammar.hedges.denying, small(text))
    return found


@lru_cache(maxsize=4096)
def _found(pattern: re.Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    """Where a pattern matches in a text; a sentence is asked several times."""
    return tuple(match.span() for match in pattern.finditer(text))


def _behind(clauses: Sequence[Clause], marks: Sequence[int]) -> list[tuple[int, int]]:
    """From each mark to the end of its clause."""
    return [(mark, part.end) for mark in marks for part in clauses if part.start <= mark < part.end]


def _inside(terms: Sequence[Term], scopes: Sequence[tuple[int, int]]) -> list[bool]:
    """For each term whether it begins in one of some scopes."""
    return [any(start <= term.start < end for start, end in scopes) for term in terms]
