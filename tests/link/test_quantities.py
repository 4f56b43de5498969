"""Whether two quantities say the same, cannot both be meant, or leave each other open; in either order."""

import pytest

from digest.language import language_of
from digest.language.english import ENGLISH
from digest.link.figures.quantities import agree, differ, quantities


def both(one, other):
    """The only quantities of two texts."""
    (mine,), (theirs,) = quantities(one, ENGLISH), quantities(other, ENGLISH)
    return mine, theirs


SAME = (
    ("12 crates", "between 10 and 15 crates"),
    ("nearly $44 million", "$43.2 million"),
    ("about 400 crates", "up to 430 crates"),
    ("$10 million", "$9 million to $10 million"),
    ("June 28", "28 June 2031"),
    ("six hours", "6.2 hours"),
)
OTHER = (
    ("9 crates", "between 10 and 15 crates"),
    ("nearly $44 million", "$44.3 million"),
    ("up to 90 hens", "80 hens"),
    ("up to 90 hens", "up to 80 hens"),
    ("about 400 crates", "nearly 450 crates"),
    ("since 2002", "since 2003"),
    ("six hours", "seven hours"),
)
OPEN = (
    ("up to 90 hens", "40 hens"),
    ("about 400 crates", "up to 450 crates"),
    ("40 crates", "50 ferries"),
    ("$9 million", "$9.2 million to $10 million"),
    ("nearly $12 million", "$11 million"),
    ("June 28", "June 30"),
    ("since 2002", "until 2003"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_may_be_the_same_agrees(one, other):
    """Within what the words of both allow: a range, an approximation, a last digit that is rounded or cut off."""
    for mine, theirs in (both(one, other), both(other, one)):
        assert agree(mine, theirs)
        assert not differ(mine, theirs)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_cannot_be_the_same_differs(one, other):
    """Beyond what the words of both allow."""
    for mine, theirs in (both(one, other), both(other, one)):
        assert not agree(mine, theirs)
        assert differ(mine, theirs)


@pytest.mark.parametrize(("one", "other"), OPEN)
def test_what_leaves_the_other_open_neither_agrees_nor_differs(one, other):
    """A bound, a rounded value beside a range that it may be in, what is of two units, and two days."""
    for mine, theirs in (both(one, other), both(other, one)):
        assert not agree(mine, theirs)
        assert not differ(mine, theirs)


def test_a_day_that_names_a_number_counts_nothing():
    """Whether 28 boats sank in June or some on the 28th is not told."""
    assert [one.unit for one in quantities("In June 28 boats sank.", ENGLISH)] == ["date"]
    assert [one.unit for one in quantities("In June all 28 boats sank.", ENGLISH)] == ["month", "boat"]


@pytest.mark.parametrize(("said", "read"), [("40 barche", True), ("fino a 40 barche", False), ("da 10 a 15 barche", False)])
def test_where_grammar_is_not_known_numbers_are_exact(said, read):
    """Nobody can say what a bound or a range leaves open."""
    assert bool(quantities(said, language_of("it"))) is read
    assert not quantities("40 lodí", language_of("cs"))
