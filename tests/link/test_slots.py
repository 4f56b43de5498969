"""Whether two sentences count the same thing and find another number of it, or ask and say."""

import pytest

from digest.link.reading import read
from digest.link.support import SpanTerms, Veto
from digest.link.support.slots import _between, other_number
from digest.model import Article, Text


def rows_of(*texts, language="en"):
    """A story of two articles, and the spans of these sentences."""
    articles = [
        Article(id=f"{number:016}", where="x", title=Text("Ferry"), paragraphs=(Text(text),), language=language)
        for number, text in enumerate(texts)
    ]
    reading = read(articles)
    return reading, *(next(at for at, span in enumerate(reading.spans) if reading.words(span) == text) for text in texts)


@pytest.mark.parametrize(
    ("language", "statement", "words", "differ"),
    [
        ("en", "Oldport bought 14 boats on a quay.", "Oldport bought 15 boats on a quay.", True),
        ("en", "Oldport bought 14 boats on a quay.", "On a quay Oldport bought 14 boats.", False),
        ("en", "Oldport bought 44,000 boats on a quay.", "Oldport bought 43,885 boats on a quay.", False),
        ("en", "Oldport bought 43,885 boats on a quay.", "Oldport bought 44,000 boats on a quay.", True),
        ("en", "Oldport bought its third boat on a quay.", "Oldport bought its fourth boat on a quay.", True),
        ("en", "Oldport bought its third boat on a quay.", "Oldport bought its third boat there.", False),
        ("en", "Oldport bought its third boat on a quay.", "Oldport bought 14 boats on a quay.", False),
        ("en", "Oldport bought a boat on June 14 on a quay.", "Oldport bought a boat on June 15 on a quay.", True),
        ("en", "Oldport bought a boat on June 14 on a quay.", "Oldport bought a boat on June 14.", False),
        ("en", "On June 14 boats left Oldport.", "On May 3 some 15 boats left Oldport.", False),
        ("en", "Oldport bought 14 boats.", "Oldport bought 15 ferries and 14 boats.", False),
        ("en", "Oldport sold 14 boats on a quay.", "Oldport sold 15 ferries on a quay.", False),
        ("de", "Oldenhafen kaufte 14 Boote am Kai.", "Oldenhafen kaufte 15 Boote am Kai.", True),
        ("de", "Oldenhafen kaufte 14 Boote am Kai.", "Oldenhafen kaufte am Kai 14 Boote.", False),
    ],
)
def test_a_number_is_of_what_follows_and_a_day_of_its_month(language, statement, words, differ):
    """Another one of the same thing is another number; a rounded one is not where the exact one is there."""
    assert other_number(*rows_of(statement, words, language=language)) == differ


@pytest.mark.parametrize(
    ("statement", "words", "asked"),
    [
        ("Will Oldport buy 14 boats on a quay?", "Will Oldport buy 14 boats on a quay?", False),
        ("Oldport will buy 14 boats on a quay.", "Will Oldport buy 14 boats on a quay?", True),
        ("Will Oldport buy 14 boats on a quay?", "Oldport will buy 14 boats on a quay.", False),
    ],
)
def test_what_is_asked_is_not_said(statement, words, asked):
    """A question is supported by the same question."""
    reading, mine, theirs = rows_of(statement, words)
    assert (_between(SpanTerms(reading), mine, theirs) is Veto.ASKED) == asked
