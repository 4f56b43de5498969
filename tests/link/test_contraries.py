"""What one sentence denies, or says the contrary of, supports it in no direction, neither in full nor in part."""

import pytest
from between import between

from digest.link.figures import figures
from digest.link.reading import read
from digest.model import Article, Text

MARIGOLD = "of the ferry Marigold of Oldport"
APART = [
    ("The inquiry found {} crack in the hull " + MARIGOLD, "no", "a"),
    ("The ferry Marigold sailed {} a permit from Oldport on Monday", "without", "with"),
    ("The council {} the ferry contract with Orbix", "failed to approve", "approved"),
    ("Mayor Olaf Reed {} the ferry contract with Orbix", "refused to sign", "signed"),
    ("Mayor Olaf Reed {} the ferry contract with Orbix", "declined to sign", "signed"),
    ("The minister {} the captain " + MARIGOLD, "stopped short of blaming", "blamed"),
    ("The council has {} the ferry contract with Orbix", "yet to approve", "approved"),
    ("Police {} arson in the fire at the harbour of Oldport", "ruled out", "suspect"),
    ("The crew {} a collision with the tanker Heron off Oldport", "avoided", "caused"),
    ("{} of the engineers signed the report " + MARIGOLD, "None", "Many"),
    ("{} hurt when the ferry Marigold hit the pier of Oldport", "Nobody was", "Passengers were"),
    ("A strike at the harbour of Oldport is {} this summer", "unlikely", "likely"),
    ("The ferry contract cost {} than 40 million dollars, the council of Oldport said", "less", "more"),
    ("{} 14 passengers of the ferry Marigold were hurt off Oldport", "At most", "At least"),
    ("The captain left the ferry Marigold {} the fire broke out at Oldport", "before", "after"),
    ("Ticket prices for the ferry to Saltmarsh {} in the first quarter of the season", "rose", "fell"),
    ("Shares of the ferry line Orbix went {} 8 percent in Oldport on Monday", "up", "down"),
    ("Anna Brook {} the mayoral election of Oldport against Olaf Reed", "won", "lost"),
    ("The council {} the ferry contract with Orbix on Monday", "approved", "rejected"),
    ("The court {} the ban on trawlers in the bay of Saltmarsh", "upheld", "overturned"),
    ("The jury {} captain Quint of steering the ferry Marigold onto a reef", "convicted", "acquitted"),
    ("Orbix {} the ferry terminal of Saltmarsh on Monday", "opened", "closed"),
    ("Orbix {} 400 workers at the shipyard of Saltmarsh", "hired", "fired"),
    ("{} passengers of the ferry Marigold survived the fire off Oldport", "All", "Some"),
    ("{} members of the council of Oldport backed the ferry contract with Orbix", "Most", "Few"),
    ("Inspectors said the ferry Marigold was {} to sail from Oldport", "safe", "unsafe"),
    ("Captain Quint of the ferry Marigold was {} by the fire at the pier of Oldport", "injured", "unhurt"),
    ("The ferry Marigold was {} after it hit the pier of Oldport on Monday", "damaged", "undamaged"),
    ("The council of Oldport is {} to pay for the new ferry terminal at Saltmarsh", "able", "unable"),
    ("Captain Quint of the ferry Marigold is {}, police in Oldport said on Monday", "alive", "dead"),
    ("Mayor Olaf Reed {} the ferry contract with Orbix", "welcomed", "criticised"),
    ("The council of Oldport {} the tender of Orbix for the pier", "accepted", "turned down"),
    ("The council of Oldport {} the ferry contract with Orbix", "voted for", "voted against"),
    ("The union of Saltmarsh {} a strike at the shipyard of Orbix", "called", "called off"),
    ("The minister {} the ferry contract of the council of Oldport", "signed", "sent back"),
    ("The ferry Marigold {} Oldport at dawn with a load of timber", "left", "reached"),
    ("The hospital of Saltmarsh {} forty sailors of the ferry Marigold", "treated", "turned away"),
    ("The champion {} the regatta of Fennwick this summer", "attended", "boycotted"),
    ("Police in Oldport arrested a {} over the theft of the altar", "man", "woman"),
    ("The {} of the island of Hirta rose by nine percent in May", "exports", "imports"),
    ("Mayor Olaf Reed {} captain Quint of the ferry Marigold", "pardoned", "refused on Friday to pardon"),
    ("The company Orbix {} the shipyard of Saltmarsh after a year of talks", "bought", "sold"),
    ("The bank of Hirta {} forty million dollars at a low rate", "lent", "borrowed"),
]
ALIKE = [
    (
        "Almost all of the 430 boats of the harbour of Oldport sailed on Monday",
        "More than 400 of the boats, almost all of the 430 boats of the harbour of Oldport, sailed on Monday",
    ),
    (
        "The navy foiled an attack on the ferry Marigold off Oldport",
        "The navy repulsed an attack on the ferry Marigold off Oldport",
    ),
    ("The inquiry found no crack in the hull " + MARIGOLD, "No crack was found by the inquiry in the hull " + MARIGOLD),
    ("No gun was found on the ferry Marigold in Oldport", "A gun was not found on the ferry Marigold in Oldport"),
    (
        "The council failed to approve the ferry contract with Orbix",
        "The council did not approve the ferry contract with Orbix",
    ),
    (
        "Mayor Olaf Reed refused to sign the ferry contract with Orbix",
        "Mayor Reed declined to sign the ferry contract with Orbix",
    ),
    (
        "Ticket prices for the ferry to Saltmarsh rose in the season",
        "Ticket prices for the ferry to Saltmarsh climbed in the season",
    ),
    ("Orbix bought the shipyard of Saltmarsh from Nordwerk", "Nordwerk sold the shipyard of Saltmarsh to Orbix"),
    ("Oldport beat Saltmarsh in the final of the county cup", "Saltmarsh lost to Oldport in the final of the county cup"),
    (
        "The council of Oldport turned the tender of Orbix down on Monday",
        "The council of Oldport rejected the tender of Orbix on Monday",
    ),
    ("The union called off its strike at the shipyard of Orbix", "The union cancelled its strike at the shipyard of Orbix"),
    ("All passengers of the ferry Marigold survived the fire", "Every passenger of the ferry Marigold survived the fire"),
    ("The ferry contract cost more than 40 million dollars", "The ferry contract cost over 40 million dollars"),
    ("The captain left the Marigold before the fire broke out", "Before the fire broke out the captain left the Marigold"),
    (
        "The council approved and later rejected the ferry contract with Orbix",
        "The ferry contract with Orbix was rejected by the council",
    ),
    (
        "Married couples will be recognized by the harbour of Oldport, even if Saltmarsh does not recognize them",
        "The harbour of Oldport will recognize married couples, even if Saltmarsh does not recognize them",
    ),
]
BEGIN_ALIKE = [
    (
        "The ferry Marigold of captain Quint will stay in the harbour of Oldport for the rest of the year",
        "The ferry Marigold of captain Quint will stay in the harbour of Oldport for the year while unrest goes on",
    ),
    (
        "Police in Oldport found a plot of captain Quint of the ferry Marigold to cover losses of the harbour",
        "Police in Oldport uncovered a plot of captain Quint of the ferry Marigold over losses of the harbour",
    ),
    (
        "Captain Quint of the ferry Marigold showed a folded flag of Oldport at the harbour on Monday",
        "Captain Quint of the ferry Marigold unfolded a flag of Oldport at the harbour on Monday",
    ),
]


@pytest.mark.parametrize(("one", "other"), BEGIN_ALIKE)
def test_what_begins_alike_is_no_contrary_by_that(one, other):
    """What a word with "un" before it means is its own: the sentences share all the rest, and carry a part of each other."""
    assert between(one, other)[1]
    assert between(other, one)[1]


@pytest.mark.parametrize(("sentence", "one", "other"), APART)
def test_contraries_support_each_other_in_no_direction(sentence, one, other):
    """Each with the words that say the same as a twin: those support it both ways."""
    says, says_otherwise = sentence.format(one), sentence.format(other)
    assert between(says, says_otherwise) == (False, False)
    assert between(says_otherwise, says) == (False, False)
    assert between(says, says)[0]
    assert between(says_otherwise, says_otherwise)[0]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_what_says_the_same_in_other_words_is_no_contrary(one, other):
    """In one direction at least, as any words that say less or more."""
    assert between(one, other)[0] or between(other, one)[0]


def test_where_clauses_are_not_known_a_denial_keeps_no_figures_apart():
    """Who is deprived of a thing is without it: only a grammar tells what a denial is of."""
    told = [
        Article(id=f"{number:016}", where="x", title=Text("Port"), paragraphs=(Text(text),), language="fr")
        for number, text in enumerate(
            ("Le gel a privé de courant 1 200 foyers du port.", "Le gel a laissé 1 200 foyers du port sans courant.")
        )
    ]
    assert len(figures(read(told))) == 1


NO_AGREEMENT = [
    ("Shares of the ferry line Orbix {} 8.5 percent in Oldport.", "rose", "fell", "climbed"),
    ("Shares of the ferry line Orbix went {} 8.5 percent in Oldport.", "up", "down", "up"),
    ("The ferry contract cost the council {} 43 million dollars.", "more than", "less than", "over"),
    ("The harbour council {} 430 moorings at Saltmarsh pier.", "approved", "rejected", "approved"),
    ("The harbour council {} 430 moorings at Saltmarsh pier.", "approved", "did not approve", "approved"),
    ("The fire left 430 boats of Saltmarsh harbour {}.", "damaged", "undamaged", "damaged"),
    ("{} 14 passengers were hurt on the ferry Marigold off Oldport.", "At least", "At most", "At least"),
]


@pytest.mark.parametrize(("sentence", "one", "other", "twin"), NO_AGREEMENT)
def test_one_number_of_contraries_is_no_figure_that_both_give(sentence, one, other, twin):
    """What rose by a share did not fall by it, however near the words are; its twin agrees."""
    shown = []
    for words in (other, twin):
        texts = enumerate((sentence.format(one), sentence.format(words)))
        told = [
            Article(id=f"{number:016}", where="x", title=Text("Easton"), paragraphs=(Text(text),), language="en")
            for number, text in texts
        ]
        shown.append(bool(figures(read(told))))
    assert shown == [False, True]
