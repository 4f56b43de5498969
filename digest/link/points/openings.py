"""What articles open with, where no line of several sources tells it; and what fills a page that has few lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.link.points.candidates import Statement, covered, leads
from digest.link.points.lines import opened
from digest.link.reading import Reading, overlaps
from digest.link.support import SpanTerms

SAME_ALONE = 0.3
"""Share of the weight of the terms of what one source alone states that a line has, from which it adds too little: much of
a story says the same in other words."""
SAME_HERE = 0.6
"""The same beside a line of its own article."""
SAME_OPENING = 0.5
"""The same for the opening of an article: it tells of the event as the others do, and what it puts first."""
SUBSTANCE = 8.0
"""Weight of a statement that one source alone makes."""
NAMES = 3.0
"""Weight, in the language alone, of the names that two openings share when both tell of one event."""
WIDE = 4
"""Articles whose passages stand beside each other."""
LINES = 6
"""Lines up to which a page tells the openings that no line stands on."""
FEWEST_LINES = 3
"""Lines a page has at least."""


def openings(
    reading: Reading, terms: SpanTerms, found: Sequence[Statement], told: Sequence[frozenset[int]], shown: Sequence[int]
) -> list[Statement]:
    """Choose what one article alone states: the opening of each article whose opening is not shown, up to `LINES` lines.

    A page that has less than `FEWEST_LINES` lines then is filled up from the top of its most central article; one that has
    none gets what an article opens with, which the headline above it makes plain even if it could not stand elsewhere. What
    says much of the same is left out: `told` has the terms (columns) of each line that the page has, `shown` all its spans.
    """
    spans = reading.spans
    lines: list[tuple[int | None, frozenset[int]]] = [(None, line) for line in told]
    chosen: list[Statement] = []
    own = [one for one in found if not one.carried and spans[one.span].alone and spans[one.span].whole]
    own = [one for one in own if not any(overlaps(spans[one.span].at, spans[row].at) for row in shown)]
    able: dict[int, list[Statement]] = {}
    for one in sorted(own, key=lambda one: (spans[one.span].place, -float(terms.total[one.span]), one.span)):
        if terms.total[one.span] >= SUBSTANCE and not reading.leaning(spans[one.span]):
            able.setdefault(spans[one.span].article, []).append(one)

    def take(some: Iterable[Statement], most: int, share: float) -> None:
        for one in some:
            article, mine = spans[one.span].article, terms.of(one.span)
            again = (covered(terms, mine, line, SAME_HERE if of == article else share) for of, line in lines)
            if len(lines) < most and not any(again):
                chosen.append(one)
                lines.append((article, mine))

    articles = [article for article in _centrality(reading, terms) if article in able]
    heard = opened(reading, shown)
    firsts = (able[article][0] for article in articles if article not in heard)
    take((one for one in firsts if leads(spans[one.span])), LINES, SAME_OPENING)
    take((one for article in articles[:1] for one in able[article]), FEWEST_LINES, SAME_ALONE)
    if not lines:
        leading = [one for one in found if leads(spans[one.span]) and spans[one.span].whole and spans[one.span].paragraph]
        first = sorted(leading, key=lambda one: (spans[one.span].place, one.span))
        take((one for one in first if not reading.leaning(spans[one.span])), 1, SAME_ALONE)
    return chosen


def opens(reading: Reading, row: int) -> bool:
    """Whether a span opens its article and reads well on its own."""
    span = reading.spans[row]
    return leads(span) and span.alone and span.whole and span.paragraph > 0 and not reading.leaning(span)


def of_one_event(reading: Reading, terms: SpanTerms, rows: Sequence[int]) -> list[tuple[int, ...]]:
    """Group spans of one article each that open articles and name the same: the spans of each group, in their order.

    What several articles open with is one event, told in words so different that nothing else ties them.
    """
    grouped: list[tuple[int, ...]] = []
    for one in rows:
        mine = terms.of(one) - terms.words_of(one)
        for place, (head, *rest) in enumerate(grouped):
            names = mine & terms.of(head)
            opens = len(opened(reading, (head, *rest, one))) == len(rest) + 2
            if opens and len(rest) + 1 < WIDE and float(terms.plain[sorted(names)].sum()) >= NAMES:
                grouped[place] = (head, *rest, one)
                break
        else:
            grouped.append((one,))
    return grouped


def _centrality(reading: Reading, terms: SpanTerms) -> list[int]:
    """The articles, first the one whose opening shares most with the others' openings."""
    rows = [row for row, span in enumerate(reading.spans) if leads(span) and span.whole and not span.cut]
    score = dict.fromkeys(range(len(reading.articles)), 0.0)
    for row in rows:
        others = terms.shared(row)[[other for other in rows if terms.owner[other] != terms.owner[row]]]
        score[int(terms.owner[row])] += float(others.sum())
    return sorted(score, key=lambda number: (-round(score[number], 6), number))
