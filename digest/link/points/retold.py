"""Lines that say again what an earlier one says: their words are cited beneath that one, and they are no lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.language.numbers import Amount, digits
from digest.link.points.candidates import Statement, covered, leads
from digest.link.reading import Reading, overlaps
from digest.link.support import SpanTerms

SURE, LIKELY = 3, 2
"""Digits of an amount that two openings hardly share by chance, and of one that they do with `OTHERS` and a word."""
OTHERS = 2
"""Terms, besides, that both openings then have."""
TOLD = 0.25
"""Share of the weight of its terms that the other has of an opening which gives the same toll: little else is in it."""


def told_once(reading: Reading, terms: SpanTerms, lines: Sequence[Statement]) -> list[Statement]:
    """Return the lines without those that say again what one before them does.

    Such a line has all its words cited beneath the earlier one; or both are openings of their articles and give one amount,
    which is the news: then its words are cited there as carrying part of it.
    """
    kept: list[Statement] = []
    for one in lines:
        if any(_is_cited(reading, one, other) for other in kept):
            continue
        for place, other in enumerate(kept):
            if is_same_news(reading, terms, one.span, other.span) and _is_as_sure(terms, one.span, other.span):
                kept[place] = _with_part(reading, other, one.span)
                break
        else:
            kept.append(one)
    return kept


def _is_cited(reading: Reading, one: Statement, other: Statement) -> bool:
    """Whether nearly all words of a line are cited for an earlier one."""
    mine = reading.spans[one.span]
    cited = (reading.spans[row] for row in (*other.carried, *other.part))
    return any(overlaps(mine.at, each.at) and 5 * (each.end - each.start) >= 4 * (mine.end - mine.start) for each in cited)


def _with_part(reading: Reading, line: Statement, row: int) -> Statement:
    """A line that cites the words of a span as carrying part of it, unless it cites their article already."""
    cited = {reading.spans[each].article for each in (*line.rows, *line.part)}
    return line if reading.spans[row].article in cited else replace(line, part=tuple(sorted((*line.part, row))))


def is_same_news(reading: Reading, terms: SpanTerms, one: int, other: int) -> bool:
    """Whether two openings of articles give an amount that tells enough of what both are about, or one toll."""
    mine, theirs = reading.spans[one], reading.spans[other]
    if mine.article == theirs.article or not (leads(mine) and leads(theirs)) or mine.pair:
        return False
    if covered(terms, terms.of(one), terms.of(other), TOLD) and _tolls(reading, one) & _tolls(reading, other):
        return True
    both = terms.amounts_of(one) & terms.amounts_of(other)
    most = max((_digits(each) for each in both), default=0)
    common = terms.of(one) & terms.of(other)
    said = common & terms.words_of(one)
    return most >= SURE or (most >= LIKELY and bool(said) and len(common) > OTHERS)


def _tolls(reading: Reading, row: int) -> frozenset[tuple[int, float]]:
    """How many a span counts, each with what befell people in it: the number of `Contrasts.victims`."""
    numbers, known, text = reading.language.numbers, reading.language.figures, reading.words(reading.spans[row])
    if numbers is None or known is None:
        return frozenset()
    fates = [number for number, fate in enumerate(known.contrasts.victims) if fate.search(text)]
    counts = [one.value for one in numbers.quantities(text) if one.noun and one.unit != "seconds"] if fates else []
    return frozenset((fate, count) for fate in fates for count in counts)


def _is_as_sure(terms: SpanTerms, one: int, other: int) -> bool:
    """Whether two spans deny, await or wish what they say, or both do not."""
    return all(kind[one] == kind[other] for kind in (terms.denied, terms.unsure, terms.wished))


def _digits(amount: Amount) -> int:
    """How many digits tell one amount from another: a share's and those of a large number."""
    return digits(amount.value) if amount.value > 100 or amount.unit else 0
