"""What is only said to be wished, expected, alleged or denied is not said to be so: each case beside one that says it."""

import pytest

from digest.link.reading import read
from digest.link.support import SpanTerms
from digest.model import Article, Text


def overlap_of(*sentences):
    """The overlap of one article each, and the rows of their whole sentences."""
    articles = [
        Article(id=f"{n:016x}", where="x", title=Text("Ferry"), paragraphs=(Text(each),), language="en")
        for n, each in enumerate(sentences, 1)
    ]
    overlap = SpanTerms(read(articles))
    spans = overlap.reading.spans
    rows = [next(row for row, span in enumerate(spans) if reads(overlap, span, each)) for each in sentences]
    return overlap, rows


def reads(overlap, span, sentence):
    """Whether a span is this whole sentence."""
    return overlap.reading.words(span) == sentence


def words_of(matrix, overlap, row):
    """The keys of the terms that a row of a matrix holds."""
    names = list(overlap.order)
    return {names[column] for column in matrix.row(row)}


@pytest.mark.parametrize(
    ("hedged", "twin"),
    [
        ("The council of Easton may sell the ferry to Oldport.", "The council of Easton may not sell the ferry to Oldport."),
        ("The council of Easton is likely to sell the ferry.", "The council of Easton likely sold the ferry."),
        ("The council of Easton vowed to sell the ferry.", "The council of Easton sold the ferry."),
        ("The ferry of Easton is due to be sold to Oldport.", "The fall of Easton is due to debts of its ferry."),
        ("The council of Easton expects a sale of the ferry.", "The council of Easton inspects a sale of the ferry."),
        ("The sale of the ferry is scheduled for the summer.", "The sale of the ferry is a schedule of the summer."),
    ],
)
def test_what_may_be_is_not_what_is(hedged, twin):
    """Words of guess, will and plan."""
    overlap, rows = overlap_of(hedged, twin)
    assert [bool(overlap.unsure[row]) for row in rows] == [True, False]


@pytest.mark.parametrize(
    ("against", "twin"),
    [
        ("Oldport pushed back on the report of a leak.", "Oldport pushed the ferry back to its pier."),
        ("Oldport disputes the report of a leak.", "Oldport dispatches the report of a leak."),
    ],
)
def test_who_is_against_what_was_said_is_known(against, twin):
    """A statement that contradicts another is not supported by what it contradicts."""
    overlap, rows = overlap_of(against, twin)
    assert [bool(overlap.against[row]) for row in rows] == [True, False]


@pytest.mark.parametrize(
    ("disputed", "twin"),
    [
        ("Oldport disputed that the ferry was leaking.", "Oldport reported that the ferry was leaking."),
        ("Nobody believed a rumour that the ferry was leaking.", "Everybody received a letter that the ferry was leaking."),
        ("Oldport alleges that the ferry was leaking.", "Oldport found that the ferry was leaking."),
    ],
)
def test_what_is_disputed_is_not_said_to_be_so(disputed, twin):
    """From the "that" behind a word of dispute or allegation; before it nothing is in doubt."""
    overlap, rows = overlap_of(disputed, twin)
    refused = [words_of(overlap.refused, overlap, row) for row in rows]
    assert "leak" in refused[0]
    assert "oldport" not in refused[0]
    assert refused[1] == set()


def test_what_is_asked_for_is_not_done():
    """A wish, and two words that make one."""
    overlap, rows = overlap_of(
        "Oldport urges the sale of the ferry.",
        "Oldport calls for the sale of the ferry.",
        "Oldport calls the ferry for sale.",
    )
    assert [bool(overlap.wished[row]) for row in rows] == [True, True, False]


def test_not_only_denies_nothing():
    """It adds to what it says."""
    overlap, rows = overlap_of("Oldport did not sell the ferry to Easton.", "Oldport sold not only the ferry to Easton.")
    assert [bool(overlap.denied[row]) for row in rows] == [True, False]


@pytest.mark.parametrize(
    ("amount", "none"),
    [
        ("Oldport sold 14 of its ferries to Easton.", "Oldport sold two of its ferries to Easton."),
        ("A crew of 14 sailors left Oldport for Easton.", "A 14-year-old sailor left Oldport for Easton."),
        ("The ferry towed 14 barges to Oldport.", "The ferry towed a 14-barge convoy to Oldport."),
        ("A ferry with 14 sailors left Oldport for Easton.", "A ferry left Oldport at 2 p.m. for Easton."),
    ],
)
def test_a_source_need_not_have_every_number(amount, none):
    """Two, an age and an hour are left out or told otherwise; an amount is not."""
    overlap, rows = overlap_of(amount, none)
    assert [len(overlap.amounts.row(row)) for row in rows] == [1, 0]


def test_the_name_of_a_month_is_a_month_only_with_its_capital():
    """What may happen does not happen in May."""
    overlap, rows = overlap_of("The ferry of Oldport was sold in May.", "The ferry of Oldport may be sold.")
    month, *_ = overlap.calendar
    assert (overlap.holds.weight(month)[rows] > 0).tolist() == [True, False]


SHARED = (
    "The harbour council approved a new electric ferry between Oldport and Saltmarsh on Monday.",
    "Engineers found cracks in the hull of the ferry Marigold during an inspection in March.",
    "Ticket prices will stay the same until next year, the council said.",
)
ELSEWHERE = (
    "An electric ferry will link Oldport with Saltmarsh after the harbour council approved it on Monday.",
    "Cracks in the hull of the Marigold were found by engineers who made an inspection in March.",
    "Fishermen worry about noise at the old pier, where herring spawn every spring.",
)
OTHERS = "Harwick’s 7 dredgers cleared 12 {} channels of silt under Olga Stein of the Heron line to Oldport."


@pytest.mark.parametrize(("words", "shown"), [("remarkable and clearly crucial", False), ("blocked and deeply muddy", True)])
def test_what_one_article_judges_is_no_line_of_its_own(article, linked, words, shown):
    """What weighs and values is not what it alone reports; the same with plain words is."""
    told = linked(
        article("reuters", "Ferry", *SHARED, OTHERS.format(words), long=True),
        article("ap", "Ferry", *ELSEWHERE),
    )
    assert (OTHERS.format(words) in [line.text for line in told.only_in]) == shown
