"""Whether two numbers are one value of one measure, in whichever order the articles come."""

import pytest

from digest.link.figures import figures
from digest.link.figures.comparing import same_value
from digest.link.figures.measures import mentions
from digest.link.reading import read
from digest.model import Article, Text


def articles(*texts, language="en"):
    """Articles of these texts, each a sentence or a list of them."""
    return [
        Article(
            id=letter * 16,
            where="x",
            title=Text("Harbour"),
            paragraphs=tuple(map(Text, [text] if isinstance(text, str) else text)),
            language=language,
        )
        for letter, text in zip("abc", texts, strict=False)
    ]


def same(one, other, language="en"):
    """Whether the first numbers of two sentences are one value."""
    answers = set()
    for pair in ((one, other), (other, one)):
        reading = read(articles(*pair, language=language))
        found = mentions(reading)
        mine, theirs = (next(each for each in found if each.article == at) for at in (0, 1))
        answers.add(same_value(reading, mine, theirs))
    (answer,) = answers
    return answer


WRECK = "The ferry line rescued {} passengers from the wreck off Oldport."
ROPES = "Clerks booked {} for ropes."
LATE = "Nobody explains why ropes swallowed {} so soon."
FUND = "Brook used {} of harbour money on accordions."
HEMP = "The harbour of Oldport paid {} for ropes of hemp."
CLAIMS = "Clerks said {} claims came to Fennwick in the week of the jobless."
TOLD = (
    (WRECK.format(40), WRECK.format(40), True),
    (WRECK.format(40), WRECK.format(50), False),
    (WRECK.format(45), WRECK.format("another 45"), True),
    ("In a gale 45 people of Oldport harbour were killed.", "In a gale 45 people of Oldport harbour were hurt.", False),
    ("Fares rose while the ferry carried 40 passengers.", "Fares fell while the ferry carried 40 passengers.", True),
    ("Ferry fares in Oldport rose by $40.", "Ferry fares in Oldport rose by $40.", True),
    ("Ferry fares in Oldport rose by $40.", "Ferry fares in Oldport fell by $40.", False),
    (ROPES.format("$753,000"), LATE.format("$753,000"), True),
    (ROPES.format("$753,000"), LATE.format("$754,100"), False),
    (ROPES.format("$750,000"), LATE.format("$600,000 to $750,000"), True),
    (ROPES.format("$750,000"), LATE.format("$600,000 to $900,000"), False),
    (ROPES.format("$7"), LATE.format("$7"), False),
    (ROPES.format("nearly $750,000"), LATE.format("more than $745,000"), False),
    ("The ferry did not carry 40 passengers off Oldport.", "The ferry carried 40 passengers off Oldport.", False),
    ("The ferry without lights carried 40 passengers.", "The ferry off Oldport carried 40 passengers.", True),
    ("The ferry carried 40 passengers but did not stop.", "The ferry carried 40 passengers to a stop.", True),
    ("The ferry did not stop for 40 passengers.", "The ferry took 40 passengers, but trains stop there.", True),
    ("Jobless claims in Fennwick fell to 293,000 in the week.", CLAIMS.format("293,000"), True),
    ("Jobless claims in Fennwick fell to 293,000 in the week.", CLAIMS.format("293,400"), False),
    ("In Fennwick it fell to 293,000 in the jobless week, and claims vary.", CLAIMS.format("293,000"), False),
    ("Visits of bakers in Oldport rose to 1,041, clerks said.", "Bakers in Oldport rose to 1,041, clerks said.", False),
    ("Visits of bakers in Oldport rose to 1,041, clerks said.", "Visits in Oldport rose to 1,041, clerks said.", True),
    (ROPES.format("$753,000"), LATE.format("$651,000 to $952,000"), False),
    (ROPES.format("$753,000"), LATE.format("$750,000"), True),
    ("The baker Brook booked $753,000 for ropes.", "The baker Hollin lost $750,000 so soon.", False),
    (ROPES.format("$7.3 million"), LATE.format("$7 million"), False),
    (HEMP.format("$7.3 million"), HEMP.format("$7 million"), True),
    (ROPES.format("$40 million"), "The fog cost $40 million.", False),
    ("Rates in Oldport stayed at 0 percent.", "Rates in Oldport stayed at 0%.", True),
    ("Clerks took two hours.", "Bakers slept for two hours.", False),
    ("Some 33 percent like Oldport.", "Now Oldport is what 33.31 percent visit.", True),
    ("Some 33 percent like Oldport.", "Now Hollin is what 33.31 percent visit.", False),
    ("In Oldport visits rose to 1,041, clerks said.", "In Oldport ovens rose to 1,041, bakers said.", False),
    ("Clerks in Oldport booked $753,000 for ropes.", LATE.format("$753,000"), True),
    ("In Oldport a gale broke 3.5 percent of all masts.", "In Oldport bakers gave 3.5 percent.", True),
    ("In Oldport it rained 40 frogs.", "In Oldport it rained 40 frogs.", True),
    ("In Oldport it rained 40 frogs.", "In Fennwick it rained 40 frogs.", False),
    ("In Oldport a gale broke 43.5 percent of all masts.", "In Oldport bakers gave 43.5 percent.", True),
    ("In Oldport a gale broke 40 percent of all masts.", "In Oldport bakers gave 40 percent.", False),
)


@pytest.mark.parametrize(("one", "other", "answer"), TOLD)
def test_one_value_of_one_measure(one, other, answer):
    """The more digits two values share, the less else needs to be said of both; what each says may keep them apart."""
    assert same(one, other) is answer


def test_in_a_language_whose_phrases_are_not_known_equal_counts_need_much_in_common():
    """Nobody can say that they are not of two places."""
    said = "Der Sturm riss {} Ziegel vom Dach der Werft in Oldenhafen."
    assert same(said.format("2.350"), said.format("2.350"), language="it")
    assert not same(said.format("2.350"), said.format("2.400"), language="it")
    assert not same(said.format("2.350"), "Bauern in Fennwick melden 2.350 Ziegel.", language="it")


@pytest.mark.parametrize(("other", "equal"), [("$753,000", True), ("$750,000", False)])
def test_two_values_of_one_article_are_one_where_they_are_equal(other, equal):
    """One that it rounds is another."""
    reading = read(articles([ROPES.format("$753,000"), LATE.format(other)]))
    assert same_value(reading, *mentions(reading)) is equal


@pytest.mark.parametrize(
    ("said", "figures_of"),
    [
        ([FUND, "The money of the choir was {}."], [3]),
        ([FUND, "Bells of Fennwick cost {}."], [2, 2]),
    ],
)
def test_an_article_that_says_a_value_twice_ties_who_says_it_as_one_of_its_sentences_does(said, figures_of):
    """Where both its sentences are of one matter."""
    last = "The bells of Fennwick cost clerks {}." if len(figures_of) > 1 else "Hollin's choir could do with {}."
    others = "Of her harbour Brook spent {} on accordions.", last
    twice, *once = [each.format("$40 million") for each in said], *(each.format("$40 million") for each in others)
    found = figures(read(articles(twice, *once)))
    assert [sum(len(value.citations) for value in figure.values) for figure in found] == figures_of
