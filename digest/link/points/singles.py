"""Substantial statements that one article alone makes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from digest.language.grammar import Grammar
from digest.language.standing import unquoted
from digest.language.terms import Key
from digest.link.points.candidates import LEAD, Statement, leads
from digest.link.reading import Reading, Span
from digest.link.support import SpanTerms

MOST_SINGLES = 3
"""Lines of one source alone, at most."""
SUBSTANCE = 9.0
"""Weight of the terms a statement must have to be worth a line."""
OWN = 0.6
"""Share of a statement's weight that terms must have which no other article has."""
AUXILIARY = 12
"""Code points between the first verb of such a statement and the act that it helps to tell: "has", "was quick to"."""
ANCHORS = 2
"""Names and numbers that such a statement has at least."""


def singles(reading: Reading, terms: SpanTerms, lines: Sequence[Statement]) -> list[int]:
    """Return the spans of at most `MOST_SINGLES` of these lines that no other article tells of, one an article.

    Needs two articles or more, and a language in which other words are found to say the same. What an article opens with
    is a line, and so is what is no act, is judged or foreseen more than reported, leans on what is not shown, or names
    nobody with whom two articles open.
    """
    grammar = reading.language.grammar
    if len(reading.articles) < 2 or grammar is None:
        return []
    own, named, found = _own(terms), _leading(reading), dict[int, int]()
    for one in reversed(lines):
        span = reading.spans[one.span]
        if span.article in found or len(found) == MOST_SINGLES or one.carried or one.part or one.near or leads(span):
            continue
        new = terms.weight(terms.of(one.span) & own) / max(terms.total[one.span], 0.1)
        anchors = len({term.key for term in span.terms if term.kind in ("name", "number")})
        told = _is_report(reading, span, grammar) and any(term.key in named for term in span.terms)
        if told and new >= OWN and anchors >= ANCHORS and terms.total[one.span] >= SUBSTANCE:
            found[span.article] = one.span
    return [one.span for one in lines if one.span in found.values()]


def _is_report(reading: Reading, span: Span, grammar: Grammar) -> bool:
    """Whether a span reports an act in words of its article that need no others: no opinion, forecast or mere quotation."""
    words = reading.words(span)
    around = unquoted(words)
    verbs = list(grammar.standing.finite.finditer(around))
    act = next((verb for verb in verbs if not grammar.hedges.idle.fullmatch(verb.group())), None)
    return (
        act is not None
        and act.start() <= verbs[0].end() + AUXILIARY
        and words[0].isalnum()
        and not grammar.hedges.judging.search(around)
        and not reading.leaning(span)
        and not grammar.standing.beside.search(words)
        and 2 * len(around) > len(words)
    )


def _leading(reading: Reading) -> frozenset[Key]:
    """The names with which two articles or more open."""
    of: dict[Key, set[int]] = {}
    for sentence in reading.sentences:
        for term in sentence.terms if sentence.place <= LEAD else ():
            if term.kind == "name":
                of.setdefault(term.key, set()).add(sentence.article)
    return frozenset(name for name, articles in of.items() if len(articles) > 1)


def _own(terms: SpanTerms) -> frozenset[int]:
    """The columns of the terms that one article alone has."""
    shape = (len(terms.reading.articles), len(terms.owner))
    held = csr_matrix((np.ones(len(terms.owner)), (terms.owner, np.arange(len(terms.owner)))), shape=shape) @ terms.holds.csr
    count = np.asarray((held > 0).sum(axis=0)).ravel()
    return frozenset(np.flatnonzero(count == 1).tolist())
