"""Marks that mean the same in all languages."""

import pytest

from digest.language.marks import (
    CLOSING,
    MARKS,
    OPENING,
    PAIRS,
    folded_words,
    inside_quotation,
    straightened,
    without_possessive,
)


def test_each_mark_opens_or_closes():
    """Some do both: in German “ closes what „ opens."""
    assert set(OPENING) | set(CLOSING) == set(MARKS)
    assert set(OPENING) & set(CLOSING) == {'"', "“"}
    assert all(opening in OPENING and closing in CLOSING for opening, closing in PAIRS)


def test_straight_marks_stand_where_curled_ones_did():
    """So that places in the one text are places in the other."""
    assert straightened("“It’s ‘on’”, she said") == "\"It's 'on'\", she said"


def test_words_of_two_texts_are_compared_without_case_and_with_one_apostrophe():
    """A mark at either end is no part of a word."""
    assert folded_words("Harbour’s “Quay 7”, 'she' said") == ("harbour's", "quay", "7", "she", "said")
    assert folded_words("One Two Three", 4, 7) == ("two",)


@pytest.mark.parametrize("name", ["Brook's", "Brook’s", "Brook'", "Brook’", "Brook"])
def test_a_name_is_the_same_whether_or_not_something_is_its(name):
    assert without_possessive(name) == "Brook"


@pytest.mark.parametrize(
    ("before", "inside"),
    [
        ('She said: "The quay', True),
        ("She said: “The quay", True),
        ('The "new" quay', False),
        ("The “new” quay", False),
        ("The “new” quay, “so ", True),
        ("The quay", False),
    ],
)
def test_a_place_is_inside_a_quotation_that_is_not_over(before, inside):
    assert inside_quotation(before) == inside
