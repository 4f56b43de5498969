"""What stands around a number says what it measures: more of it the nearer, and less behind a pause."""

import pytest

from digest.link.figures.measures import mentions, root
from digest.link.reading import read
from digest.model import Article, Text

MET = "The harbour council of the old town of Oldport, which met in the evening, will buy 30 new boats for islanders."
BOUGHT = "The council bought 30 boats in June 2031, and the crew left."
SOLD = "The boats stay while the crew leaves in June 2031 with the captain."


def around(text, number=0):
    """The terms around a number of a text, as sets of words: its context, its words, and what stands next to it."""
    article = Article(id="a" * 16, where="x", title=Text("x"), paragraphs=(Text(text),), language="en")
    mention = mentions(read((article,)))[number]
    return [{str(key) for key in keys} for keys in (mention.context, mention.words, mention.close)]


def test_a_pause_sets_words_further_away():
    """What was said before the comma is of the number's context and not next to it; two commas away it is neither."""
    near = {"boat", "buy", "islander", "new"}
    assert around(MET) == [near | {"meet", "even"}, near, near]


def test_a_number_takes_no_words_from_one_of_another_unit():
    """Boats are bought, and in June; the month itself says nothing of what happens then."""
    assert around(BOUGHT) == [
        {"boat", "buy", "council", "june"},
        {"boat", "buy", "council"},
        {"boat", "buy", "council", "june"},
    ]
    assert around(BOUGHT, 1)[0] == {"boat", "buy", "council", "crew"}


def test_of_a_date_the_words_of_its_own_clause_count():
    """What stays does not leave in June."""
    context, words, _ = around(SOLD)
    assert context - words == {"boat", "stai"}


def test_of_a_date_whose_clause_says_nothing_the_words_around_it_count():
    """A month between two commas is of what stands before them, or behind them."""
    assert around("The gala of the bakers opens, in June, with songs.")[1] == {"open"}


def test_of_another_number_the_words_of_its_neighbour_clauses_count():
    """Boats stay, whichever clause has their number."""
    assert "stai" in around("The boats stay while 30 crews leave.")[1]


def test_a_number_behind_a_day_is_no_part_of_a_dateline():
    """Only a date is."""
    assert around("On Monday: 45 people.")
    with pytest.raises(IndexError):
        around("Posted on Monday: May 4.")


def test_what_a_value_was_before_takes_no_words_from_what_it_is():
    """Both are of the jobless rate."""
    told = "The jobless rate of Fennwick fell from 5.2% to {}."
    assert {"jobless", "rat", "fennwick"} <= around(told.format("4.8%"), 1)[0]
    assert not {"jobless", "fennwick"} & around("The jobless rate of Fennwick was 5.2% and bakers sold 4.8%.", 1)[0]


@pytest.mark.parametrize(("one", "other", "same"), [("india", "indian", True), ("oldport", "oldham", False)])
def test_names_of_one_root_are_one(one, other, same):
    """A country and its people."""
    assert (root(one) == root(other)) == same
