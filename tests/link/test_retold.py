"""A line whose words carry an earlier one is cited there and told once; whatever else it shares with it, it is a line."""

import pytest

from digest.link.points import Statement
from digest.link.points.lines import _distinct
from digest.link.reading import read
from digest.link.support import SpanTerms

PAYS = "The Fennwick council paid $1.57 million for the ferry."
AGAIN = "Boats for $1.57 million came to the town."


def kept(articles, *, carried=(), part=()):
    """Which sentences stay lines of those that open the paragraphs, and which of them each cites, by paragraph."""
    reading = read(articles)
    rows = [
        next(row for row, span in enumerate(reading.spans) if span.whole and not span.pair and span.at[:2] == at)
        for at in [(number, 1 + place) for number, each in enumerate(articles) for place in range(len(each.paragraphs))]
    ]
    first = Statement(
        span=rows[0], carried=tuple(rows[each] for each in carried), near=(), part=tuple(rows[each] for each in part)
    )
    lines = [first, *(Statement(span=row, carried=(), near=()) for row in rows[1:])]
    found = _distinct(reading, SpanTerms(reading), lines)
    return {rows.index(one.span): [rows.index(row) for row in (*one.carried, *one.part)] for one in found}


def test_words_that_carry_a_line_are_told_once(article):
    """All that they say is said there."""
    assert kept([article("reuters", "Ferry", PAYS), article("ap", "Boats", AGAIN)], carried=(1,)) == {0: [1]}


def test_words_that_carry_a_part_of_a_line_stay_one(article):
    """What else they tell is told nowhere."""
    assert kept([article("reuters", "Ferry", PAYS), article("ap", "Boats", AGAIN)], part=(1,)) == {0: [1], 1: []}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Parliament passed a budget of $4.75 billion.", "President Ruiz vetoed the $4.75 billion budget."),
        ("Corvex offered $250 million for the club.", "Owner Reed refused $250 million for the club."),
        ("A tower of 365 metres opened in Oldport.", "Builder Corvex dismissed 365 workers."),
        ("A ferry fire killed five sailors.", "Five fishermen died when a storm sank their trawler."),
        ("A fire killed 12 residents.", "The police detained 12 nurses."),
    ],
)
def test_openings_with_one_amount_are_two_lines(article, one, other):
    """An amount or a toll does not say what is told of it."""
    assert kept([article("reuters", "Oldport", one), article("ap", "Fennwick", other)]) == {0: [], 1: []}
