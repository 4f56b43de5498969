"""What is to come, taken back, unfounded or long ago is not cited for what was done; its twin that says so is."""

import pytest
from between import between
from test_false_citations import NAMES

LEFT = "Carl Voss resigned as head of Orbix on Monday over the oil spill"
SANK = "The navy sank the trawler Heron off Hirta"
PAID = "Nordwerk paid its workers in Saltmarsh"
TO_COME = [
    (
        "The White House said the US would send aid to the island of Hirta",
        "The U.S. will send aid to the island of Hirta, the White House said",
        "The White House sent aid to the island of Hirta",
    ),
    (
        "Nordwerk said it would move its shipyard from Saltmarsh to Kelmar",
        "Nordwerk will move its shipyard from Saltmarsh to Kelmar",
        "Nordwerk moved its shipyard from Saltmarsh to Kelmar",
    ),
    (
        "The ministry said schools in Saltmarsh would stay shut after the flood",
        "Schools in Saltmarsh will stay shut after the flood, the ministry said",
        "Schools in Saltmarsh stayed shut after the flood",
    ),
]
UNSAID = [
    (LEFT, f"{LEFT}, the newspaper Echo reported, a claim that the company called pure invention in a statement"),
    (LEFT, f"{LEFT}, the Gazette wrote, an account that turned out to be false"),
    (LEFT, f"{LEFT}, the Gazette wrote, though the company disputed this"),
    (LEFT, f"Echo wrote that {LEFT}, but he was at his desk on Tuesday"),
    (LEFT, f"{LEFT}, joked the comedian Ida Brown"),
    (LEFT, f"{LEFT}, his critics say"),
    (LEFT, f"{LEFT}, the newspaper Echo wrote. That is wrong, the company said"),
    (LEFT, f"{LEFT}, the newspaper Echo wrote. The company denied it"),
    (LEFT, f"{LEFT}, the newspaper Echo wrote. None of this is true"),
    (LEFT, f"{LEFT}, according to a post. The post was a hoax"),
    (LEFT, f"Nine of ten engineers in a poll bet that {LEFT}"),
    (LEFT, f"In a play of Ida Brown {LEFT}"),
    (SANK, f"There is not a word of truth in reports of the Echo, which wrote that {SANK.lower()}"),
    (SANK, "The owner called reports wrong that the navy sank the trawler Heron off Hirta"),
    (SANK, "It is nonsense that the navy sank the trawler Heron off Hirta, the admiral said"),
    (SANK, "The idea that the navy sank the trawler Heron off Hirta is absurd, the admiral said"),
    (SANK, "The navy laughed at a tale that it sank the trawler Heron off Hirta"),
    (SANK, f"{SANK} a century ago"),
    (PAID, "Had Nordwerk paid its workers in Saltmarsh, they would have stayed"),
    (PAID, "Should Nordwerk pay its workers in Saltmarsh, they would stay"),
    (PAID, "Were Nordwerk to pay its workers in Saltmarsh, they would stay"),
]
SAID = [
    # What is denied is what somebody wrote, not what happened; and what is said by the way is not what a sentence says.
    (
        "Police arrested the mayor of Kelmar over the theft of the harbour fund",
        "Police arrested the mayor of Kelmar over the theft of the harbour fund. The mayor denied it",
    ),
    (
        "The mayor of Kelmar, who had pledged to stay, resigned on Monday over the harbour bridge",
        "The mayor of Kelmar resigned on Monday over the harbour bridge",
    ),
    (
        "The council of Kelmar approved the harbour bridge on Monday, a plan that would cost 40 million",
        "The council of Kelmar approved the harbour bridge on Monday, at a cost of 40 million",
    ),
    (
        "Orbix promised that the shipyard of Oldport was moving to Kelmar soon",
        "Orbix announced that the shipyard of Oldport would move to Kelmar soon",
    ),
    (
        "Orbix promised that the shipyard of Oldport was moving to Kelmar soon",
        "Orbix announced that the shipyard of Oldport would move to Kelmar soon",
    ),
    (LEFT, f"{LEFT}, the newspaper Echo reported, a step that the company confirmed in a statement"),
    (LEFT, f"{LEFT}, the Echo reported, but the company kept its board"),
    (LEFT, f"{LEFT}, said the engineer Ida Brown"),
    (LEFT, f"{LEFT}, the newspaper Echo wrote. That is a loss, the company said"),
    (LEFT, f"{LEFT}, the newspaper Echo wrote. The company confirmed it"),
    (LEFT, f"{LEFT}, “a sad day” for the Echo. The company denied it"),
    ("Anna Brook accused Orbix of theft in Oldport", "Anna Brook accused Orbix of theft in Oldport. The company denied it"),
    (SANK, "The admiral said it was true that the navy sank the trawler Heron off Hirta"),
    (SANK, "The navy sank the trawler Heron, built a century ago, off Hirta"),
    (f"{SANK} a century ago", f"{SANK} a century ago"),
    (f"{SANK} in 1926", f"{SANK} in 1926, a century ago"),
    (PAID, "Nordwerk had paid its workers in Saltmarsh when they left"),
]
TOLD = [
    (
        "The pier of Saltmarsh burned for nine hours, captain Quint said on Friday",
        "Captain Quint said on Friday the pier of Saltmarsh burned for nine hours",
    ),
    (
        "The wreck of the Heron lies off Hirta, the navy told Reuters",
        "The navy told Reuters on Sunday the wreck of the Heron lies off Hirta",
    ),
]


@pytest.mark.parametrize(("would", "will", "done"), TO_COME)
def test_what_would_be_will_be_and_is_not(would, will, done):
    """Behind a verb of saying "would" stands for "will"."""
    assert between(would, will, NAMES)[0]
    assert between(will, would, NAMES)[0]
    assert not between(done, would, NAMES)[0]
    assert not between(would, done, NAMES)[0]
    assert between(done, done, NAMES)[0]


@pytest.mark.parametrize(("statement", "words"), UNSAID)
def test_words_that_are_taken_back_are_not_cited(statement, words):
    """By their own sentence, or by the next."""
    assert not between(statement, words, NAMES)[0]


@pytest.mark.parametrize(("statement", "words"), SAID)
def test_words_that_stand_are_cited(statement, words):
    """What an article is denied to have been accused of is still an accusation, and what somebody said he said."""
    assert between(statement, words, NAMES)[0]


@pytest.mark.parametrize(("one", "other"), TOLD)
def test_a_day_is_no_outlet(one, other):
    """Said on a Friday is said to nobody; a full stop is no part of an outlet's name."""
    assert between(one, other, NAMES)[0] or between(other, one, NAMES)[0]
    assert not between("The navy told Reuters the wreck lies off Hirta", "The navy told Bloomberg the wreck lies off Hirta")[
        0
    ]


def test_a_line_is_not_worded_as_what_the_next_sentence_takes_back(article, linked):
    """Of two articles that say the same the one that stands by it gives the words."""
    for told in ("That is wrong, the company said.", "That is a loss, the company said."):
        story = linked(
            article("reuters", "Voss leaves Orbix", f"{LEFT} in the bay.", "Orbix has its seat in Oldport.", long=True),
            article("ap", "Echo on Voss", f"{LEFT} in the bay, the newspaper Echo wrote. {told}", long=True),
        )
        lines = [point for point in story.points if "Carl Voss" in point.text]
        assert [len(point.citations) for point in lines] == [1 + ("loss" in told)]
        assert ("Echo" in lines[0].text) <= ("loss" in told)
