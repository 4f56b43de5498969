"""What stands under *only in one source*: an act of the news's own people, in words that need no others."""

import pytest

SHARED = (
    "The harbour council of Oldport approved the electric ferry Tern on Monday.",
    "Captain Ola Berg steered the lifeboat Heron.",
    "A storm tore forty slates from Saint Brannoc chapel.",
)
COUNTED = "Marine biologist Signe Dahl counted 4,300 puffins on the skerries of Oldport in 2019."
REFUSED = {
    "no act": "Marine biologist Signe Dahl has 4,300 puffins on the skerries of Oldport since 2019.",
    "an opinion": "Marine biologist Signe Dahl counted 4,300 remarkable puffins on the skerries of Oldport in 2019.",
    "a forecast": "Marine biologist Signe Dahl could see 4,300 puffins move to the skerries of Oldport in 2019.",
    "needs what is not shown": "Meanwhile biologist Signe Dahl counted 4,300 puffins on the skerries of Oldport in 2019.",
    "nobody of the news": "Marine biologist Signe Dahl counted 4,300 puffins on the skerries of Langholm in 2019.",
    "a note": "Note #2: biologist Signe Dahl counted 4,300 puffins on the skerries of Oldport in 2019.",
    "a verb far from its act": "Biologist Signe Dahl is no friend of 4,300 puffins, which she counted off Oldport in 2019.",
}


def alone(article, linked, words):
    """Whether words of one of two articles stand under what only one source says."""
    tied = linked(article("reuters", "Ferry", *SHARED, words, long=True), article("ap", "Ferry", *SHARED, long=True))
    return any("4,300" in one.text for one in tied.only_in)


def test_an_act_that_one_source_tells_is_shown_as_its_own(article, linked):
    """It has names and numbers that no other has, and one of those with which the articles open."""
    assert alone(article, linked, COUNTED)


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED)
def test_what_is_no_act_of_the_news_is_not(article, linked, words):
    """The same words but for what refuses them."""
    assert not alone(article, linked, words)
