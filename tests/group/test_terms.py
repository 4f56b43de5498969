"""How much words tell, and which articles tell enough."""

import pytest
from newsroom import article

from digest.group.terms import rarity, tells


@pytest.mark.parametrize("word", ["israeli", "movies", "crisis", "series", "families", "police", "planned"])
def test_a_word_that_the_table_knows_is_not_taken_for_a_name(word):
    """Whatever ending its stem lost or got, its forms are found again."""
    assert rarity(word, "en") < 0.5


def test_a_word_that_no_table_knows_tells_most():
    """So do names."""
    assert rarity("qwzxkli", "en") == 1.0
    assert rarity("the", "en") == 0.0


def test_a_headline_alone_does_not_tell_one_event_from_another_like_it():
    """A sentence or two do, be they title or text."""
    assert not tells(article("a", "Climber dies in fall"))
    assert tells(article("b", "Climber dies in fall", "Rescuers found her below the north ridge on Sunday. " * 3))
    assert tells(article("c", "Climber dies in fall below the north ridge on Sunday, say rescuers; " * 2))
