"""The floors below which reading pages must not fall. What the figures are: python tests/quality/clean_scores.py"""

import sys
from pathlib import Path

import pytest

from digest.gate import FLOORS

sys.path.insert(0, str(Path(__file__).parent))

import clean_scores

LEAST = {"f1": FLOORS["body"].least, "title": 0.95, "date": FLOORS["date"].least, "author": 0.95, "recall": 0.96}
MOST_FOREIGN = 0.08


@pytest.fixture(scope="module")
def found(shared):
    """The scores of all pages, measured once."""
    shared("tools/dumps.py")
    return list(clean_scores.scores(shared("data/html")))


@pytest.mark.parametrize(("field", "floor"), LEAST.items())
def test_pages_are_read_at_least_this_well(found, field, floor):
    """Body, title, date and author of saved pages, and the body of pasted ones, stay above their floors."""
    assert clean_scores.mean(found, field) >= floor


def test_little_that_is_no_article_stays_in_a_pasted_page(found):
    """At most eight characters of a hundred are somebody else's."""
    assert clean_scores.mean(found, "foreign") <= MOST_FOREIGN
