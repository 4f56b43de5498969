"""A line that says again what one before it says is cited there, or stands beneath it."""

import pytest

from digest.link.points import Statement, told_once
from digest.link.reading import read
from digest.link.support import SpanTerms

PAYS = "The Fennwick council paid $1.57 million for the ferry."


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
    found = told_once(reading, SpanTerms(reading), lines)
    return {rows.index(one.span): [rows.index(row) for row in (*one.carried, *one.part)] for one in found}


@pytest.mark.parametrize(
    ("one", "other", "retold"),
    [
        (PAYS, "Boats for $1.57 million came to the town.", True),
        (PAYS, "Boats for $1.58 million came to the town.", False),
        (PAYS, "No boats for $1.57 million came to the town.", False),
        (PAYS, "The Fennwick council paid $2 million for the ferry.", False),
        (PAYS.replace("$1.57 million", "7.2%"), "The Fennwick ferry cost the council 7.2%.", True),
        (PAYS.replace("$1.57 million", "7.2%"), "Gulls ate 7.2%.", False),
        ("A ferry fire killed five sailors.", "Five people died when a ferry caught fire off Hollin.", True),
        ("A ferry fire killed five sailors.", "Five people were hurt when a ferry caught fire off Hollin.", False),
        ("A ferry fire killed five sailors.", "Six people died when a ferry caught fire off Hollin.", False),
        ("A ferry fire killed five sailors.", "Mayor Reed wept for the five dead and praised the bakers of Hollin.", False),
        (PAYS.replace("$1.57 million", "72 crowns"), "The Fennwick ferry cost the council 72 crowns.", False),
    ],
)
def test_openings_with_one_amount_that_tells_enough_are_one_line(article, one, other, retold):
    """Of three digits, of two with more that both have, or one toll; not where one denies it, and no other small count."""
    found = kept([article("reuters", "Ferry", one), article("ap", "Boats", other)])
    assert found == ({0: [1]} if retold else {0: [], 1: []})


def test_an_amount_further_down_may_be_told_again(article):
    """What stands below the opening says more of it; so does what the same article says."""
    filler = "Gulls cry there.", "Bells ring there.", "Boats lie there."
    again = "Clerks borrow $1.57 million of a bank."
    assert 4 in kept([article("reuters", "Ferry", PAYS), article("ap", "Boats", *filler, again)])
    assert kept([article("reuters", "Ferry", PAYS, again), article("ap", "Boats", "Gulls cry there.")]) == {
        0: [],
        1: [],
        2: [],
    }


@pytest.mark.parametrize("how", ["carried", "part"])
def test_words_that_are_cited_beneath_a_line_are_no_line(article, how):
    """Whether they carry all of it or a part; an article that is cited already is not cited twice."""
    other = article("ap", "Boats", "Gulls cry there.", "Boats for $1.57 million came to the town.")
    assert kept([article("reuters", "Ferry", PAYS), other], **{how: (1,)}) == {0: [1]}
