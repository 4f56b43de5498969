"""The lines of a page: which of the passages that it is to tell say the same, and which of them is the news itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.link.points.candidates import LEAD, MOSTLY, Agreement, Statement, covered
from digest.link.points.parts import with_parts
from digest.link.points.passages import turns
from digest.link.points.telling import MOST_TOLD
from digest.link.reading import Reading, Span, overlaps, touches
from digest.link.support import SpanTerms

SAME = 0.6
"""Share of the weight of a passage's terms that an earlier one has, from which it says the same."""
SAME_WORDS = 0.5
"""The same where the earlier one cites its words."""
NEWS = 0.8
"""Share of what the best passage has of the articles' openings that another has which may stand first for being newer."""
HEADED = 1.0
"""How often what the headline has of a line counts."""
LATER = 0.5
"""The same for that with which an article of a later day opens: what it tells is the newer state of the matter."""


def worded(reading: Reading, terms: SpanTerms, chosen: Sequence[int], agreed: Agreement) -> list[Statement]:
    """Return what a page tells, best first: the chosen spans, each in the words for which most articles can be cited.

    No two say the same.
    """
    every = agreed.with_spans(reading, terms, chosen)
    lines = _distinct(reading, terms, [_wording(reading, terms, every, row) for row in chosen])
    return with_parts(reading, terms, every.found, _both_ways(reading, lines, list(every.made.values())))


def _wording(reading: Reading, terms: SpanTerms, agreed: Agreement, row: int) -> Statement:
    """Of the statements that say most of a span the one that most articles support; the span itself before others.

    What the next sentence takes back or limits is none.
    """
    able, weight = agreed.able, terms.total
    alike = able[terms.shared([row], able.tolist())[0] >= MOSTLY * weight[row]].tolist() if len(able) else []
    whole = {each for each in alike if not turns(reading, reading.spans[each].sentence + 1)}
    return max(
        (agreed.made[each] for each in {row, *whole}),
        key=lambda one: (len(one.carried), one.span == row, float(weight[one.span]), -one.span),
    )


def _both_ways(reading: Reading, lines: Sequence[Statement], made: Sequence[Statement]) -> list[Statement]:
    """Return the lines with what their words are near to among what is near them."""
    spans = reading.spans
    back: dict[tuple[int, int], list[tuple[int, float, int]]] = {}
    for one in made:
        for chance, row in one.near:
            back.setdefault((spans[row].article, spans[row].paragraph), []).append((row, chance, one.span))
    found = []
    for one in lines:
        at = spans[one.span].at
        others = [
            (chance, span) for row, chance, span in back.get((at.article, at.paragraph), ()) if overlaps(spans[row].at, at)
        ]
        found.append(replace(one, near=(*one.near, *sorted({*others} - {*one.near}))))
    return found


def _distinct(reading: Reading, terms: SpanTerms, ranked: Sequence[Statement]) -> list[Statement]:
    """Return those of the statements that do not say what one before them does."""
    kept: list[Statement] = []
    for one in ranked:
        if len(kept) < MOST_TOLD and not any(_repeats(reading, terms, one, other) for other in kept):
            kept.append(one)
    return kept


def _repeats(reading: Reading, terms: SpanTerms, one: Statement, other: Statement) -> bool:
    """Whether a statement adds little to an earlier one, has words of it, is cited for it or cites the same as it."""
    spans, mine, theirs = reading.spans, terms.of(one.span), terms.of(other.span)
    if touches(spans[one.span].at, spans[other.span].at) or any(_is_most(spans[one.span], spans[row]) for row in other.rows):
        return True
    cited = any(overlaps(spans[row].at, spans[each].at) for row in one.rows for each in other.rows)
    return covered(terms, mine, theirs, SAME_WORDS if cited else SAME) or (
        bool(one.carried) and covered(terms, theirs, mine, SAME)
    )


def _is_most(one: Span, cited: Span) -> bool:
    """Whether cited words are half or more of a passage."""
    return overlaps(one.at, cited.at) and 2 * (cited.end - cited.start) >= one.end - one.start


def news_first(reading: Reading, terms: SpanTerms, lines: Sequence[Statement], headline: str) -> list[Statement]:
    """Return the statements with the news itself first: that of an opening which most of the articles open with.

    What the headline has of it counts as what an article opens with does. Of those about as near to it the one of the newest
    article stands first, of these one with which an article begins; what an article of a later day opens with need not be as
    near. Of the others those come first for which most articles are cited, else they keep their order.
    """
    spans = reading.spans
    openings = [frozenset[int]() for _ in reading.articles]
    for row, span in enumerate(spans):
        if span.place < LEAD and not span.pair:
            openings[span.article] |= terms.of(row)
    headed = terms.columns(term.key for term in reading.lexicon.terms(headline))

    def told(one: Statement) -> float:
        mine = terms.of(one.span)
        others = sum(terms.weight(mine & each) for number, each in enumerate(openings) if number != spans[one.span].article)
        return others + HEADED * terms.weight(mine & headed)

    leading = [one for one in lines if spans[one.span].place < LEAD]
    ordered = sorted(lines, key=lambda one: -len(one.carried))
    if not leading:
        return ordered
    best = max(map(told, leading))
    day = _day(reading, max(leading, key=told))

    def able(one: Statement) -> bool:
        later = _day(reading, one) > day and spans[one.span].place <= 1
        return told(one) >= (LATER if later else NEWS) * best

    first = max(filter(able, leading), key=lambda one: (_day(reading, one), spans[one.span].place <= 1, -lines.index(one)))
    return [first, *(one for one in ordered if one is not first)]


def _day(reading: Reading, one: Statement) -> str:
    """The time of a statement's article as text that sorts by time; empty where unknown."""
    published = reading.articles[reading.spans[one.span].article].published
    return published.at.date().isoformat() if published else ""
