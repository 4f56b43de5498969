"""The clauses of a sentence, and what runs into a sentence from before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.language.grammar import Cuts
from digest.language.profile import Language

_DASH = re.compile(r"\s(?:—|–|―|--)(?=\s)|—")
_BEFORE = re.compile(r"[\s,;:—–\-]*")
_DATELINE = re.compile(r"[A-Z][A-Z.]{2,}[A-Za-z\d .,’'()]{0,40} (?:—|--|–|―) |[A-Z]{4,}(?: [A-Z]{3,})?: (?=[A-Z])")
LONGEST_SENTENCE = 3000
"""Code points a sentence may have: a table or a list pasted as text must not stall a build that runs unattended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Code points [start, end) of a sentence; an extract may begin here where it `opens`, and end where it `closes`."""

    start: int
    end: int
    opens: bool
    closes: bool


def clauses(sentence: str, language: Language) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in order; cuts fall where a reader would pause.

    A clause has at least three words, and quotation marks and brackets are never torn apart. Where an enumeration or an
    apposition may be what a comma parts, no extract ends, nor before what only limits the statement; after a comma it begins
    only where a leading phrase ends or a name follows a conjunction. What is longer than `LONGEST_SENTENCE` is one clause,
    and so is every sentence of a language whose grammar is not known.
    """
    if len(sentence) > LONGEST_SENTENCE or language.grammar is None:
        return (Clause(start=0, end=len(sentence), opens=True, closes=True),)
    rules, finite = language.grammar.cuts, language.grammar.standing.finite
    found: list[Clause] = []
    start, opens = 0, True
    for left, right, strong in _cuts(sentence, rules):
        if left < start or not whole(sentence[:left]):
            continue
        if len(sentence[start:left].split()) < 3 or len(sentence[right:].split()) < 3:
            continue
        leading = not found and bool(rules.leading.match(sentence))
        after = _begins(sentence, right)
        closes = strong and not leading and not rules.condition.match(sentence, left)
        found.append(Clause(start=_begins(sentence, start), end=left, opens=opens, closes=closes))
        joined = rules.joins.match(sentence, after)
        start = joined.end() if joined else right
        states = bool(finite.search(sentence, 0, left)) or not rules.adds.match(sentence, after)
        opens = (
            (strong and sentence[left] not in " ,")
            or (leading and sentence[left] == "," and not rules.set_aside.match(sentence[:left]))
            or bool(joined and rules.states.match(joined.group()) and states and sentence[start : start + 1].isupper())
        )
    return (*found, Clause(start=_begins(sentence, start), end=len(sentence), opens=opens, closes=True))


def _cuts(sentence: str, rules: Cuts) -> list[tuple[int, int, bool]]:
    """Where a sentence may be cut: where each cut begins and ends, and whether it is strong; of two dashes neither is."""
    listed = sentence.count(";") > 1
    strong = {match.start(): match.end() for match in rules.strong.finditer(sentence)}
    weak = {match.start(): match.end() for match in rules.weak.finditer(sentence)}
    if len(_DASH.findall(sentence)) > 1:
        for match in _DASH.finditer(sentence):
            strong.pop(match.start(), None)
            weak[match.start()] = match.end()
    return [
        (left, right, left in strong and not (listed and sentence[left] == ";"))
        for left, right in sorted((weak | strong).items())
    ]


def _begins(sentence: str, start: int) -> int:
    """Where the words at `start` or behind it begin."""
    before = _BEFORE.match(sentence, start)
    return before.end() if before else start


def whole(text: str) -> bool:
    """Whether no quotation and no bracket is left open."""
    pairs = ("“", "”"), ("``", "''"), ("(", ")")
    return text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in pairs)


def turns(sentence: str, end: int, language: Language) -> bool:
    """Whether what stands behind `end` in a sentence turns or completes what stands before it: "but", "and two more"."""
    return bool(language.grammar and language.grammar.cuts.turns.match(sentence, end))


def opening(sentence: str, language: Language, first: bool = False) -> int:
    """Return where a sentence begins without what stands beside it and without a connective that leans on others."""
    start = run_in_length(sentence, language, first)
    match = language.grammar.openings.connective.match(sentence, start) if language.grammar else None
    return match.end() if match else start


def run_in_length(sentence: str, language: Language, first: bool = False) -> int:
    """Return the length of what runs into a sentence: a date, a dateline and, in the `first` of a paragraph, a headline."""
    start, known = 0, language.grammar.openings if language.grammar else None
    stamps, glued = ((known.stamp,), (known.glued,)) if known else ((), ())
    for found in (*stamps, _DATELINE, *(glued if first else ())):
        match = found.match(sentence, start)
        start = match.end() if match else start
    return start
