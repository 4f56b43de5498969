"""Articles as JSON lines: whatever stands in a line, it gives a row or a Problem that names the line."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.cli.rows import read

VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9), st.lists, max_leaves=4)
KEYS = st.sampled_from(
    [
        *("id", "title", "text", "paragraphs", "url", "date", "source", "language", "story", "copy_of", "share"),
        *("published", "publisher", "where", "byline", "terms", "credits", "brief", "quotes"),
    ]
)


@given(st.lists(st.text(max_size=30) | st.dictionaries(KEYS, VALUES, max_size=6).map(json.dumps), max_size=5))
def test_no_line_raises_and_none_is_lost(lines):
    """Each line that is not blank gives a row, a Problem or both."""
    rows, problems = read([line.replace("\n", " ") for line in lines], "x.jsonl")
    named = {row.article.line for row in rows} | {problem.line for problem in problems}
    assert named == {number for number, line in enumerate(lines, 1) if line.strip()}
    assert len({row.article.id for row in rows}) == len(rows)


def test_paragraphs_are_a_list_of_texts():
    """Anything else costs the row, with what to write; a list is read."""
    rows, problems = read(
        ['{"id": "1", "title": "A", "paragraphs": "One."}', '{"id": "2", "title": "B", "paragraphs": ["One.", "Two."]}'],
        "x.jsonl",
    )
    assert [row.article.paragraphs for row in rows] == [("One.", "Two.")]
    assert ["no list of strings" in problem.detail for problem in problems if problem.line == 1] == [True]


def test_a_full_row_is_read():
    """Text becomes paragraphs, a source's name the publisher; controls and bidi overrides go, soft hyphens stay."""
    row = {
        "id": 7,
        "title": "A\u202e B",
        "text": "One\u00ad.\n\nTwo.",
        "source": "Post",
        "url": "https://example.org/a",
        "story": "s",
    }
    ((found,), problems) = read([json.dumps(row)])
    article = found.article
    assert (found.id, found.story, article.title, article.paragraphs) == ("7", "s", "A B", ("One\u00ad.", "Two."))
    assert (article.publisher, article.url, article.day, problems) == ("Post", "https://example.org/a", None, ())


@pytest.mark.parametrize(
    ("date", "at", "precision"),
    [
        ("2014-03-10", datetime(2014, 3, 10, tzinfo=UTC), "day"),
        ("2014-03-10T12:00:00+02:00", datetime(2014, 3, 10, 10, tzinfo=UTC), "time"),
        ("2014-09-13T20:52:07.702-0400", datetime(2014, 9, 14, 0, 52, 7, 702000, tzinfo=UTC), "time"),
        ("2014-03", None, "month"),
        (1394470501.5, datetime(2014, 3, 10, 16, 55, 1, 500000, tzinfo=UTC), "time"),
    ],
)
def test_dates_are_read(date, at, precision):
    """ISO 8601, with or without time and offset, or seconds since 1970."""
    ((row,), _) = read([json.dumps({"id": "a", "title": "t", "date": date})])
    assert (row.article.day, row.article.published.precision) == (at, precision)


def test_an_unreadable_date_is_a_problem_and_the_row_stays():
    """It is undated then; the Problem names line and remedy."""
    ((row,), (problem,)) = read(["", '{"id": "a", "title": "t", "date": "soon"}'], "x.jsonl")
    assert row.article.day is None
    assert (problem.where, problem.line, problem.by_hand) == ("x.jsonl", 2, True)
    assert problem.remedy


def test_what_clean_prints_is_a_row():
    """Its own names of publisher and day count where a row has no others, and a brief stays one with its quotations."""
    row = {"id": "a", "title": "t", "publisher": "Post", "published": "2014-03-10", "byline": "Ada", "terms": "Credit us"}
    row |= {"brief": True, "quotes": [{"speaker": "Ada", "text": "Well."}, {"speaker": "x"}, 3], "credits": ["AP"]}
    ((found,), problems) = read([json.dumps(row)])
    article = found.article
    assert (article.publisher, article.day, article.byline) == ("Post", datetime(2014, 3, 10, tzinfo=UTC), "Ada")
    assert (article.terms, article.text, article.credits, problems) == ("Credit us", "brief", ("AP",), ())
    assert [(said.speaker, said.text) for said in article.sayings] == [("Ada", "Well.")]
    ((found,), _) = read([json.dumps(row | {"source": "Times", "date": "2014-03-11"})])
    assert (found.article.publisher, found.article.day.day) == ("Times", 11)
