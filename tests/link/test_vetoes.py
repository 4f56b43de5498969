"""Each rule that keeps words from supporting a statement has a case that it vetoes, and a twin that it lets pass."""

import pytest

from digest.link.reading import read
from digest.link.support import SAYS, SUPPORT, SpanTerms, Veto
from digest.link.support.model import supports
from digest.model import Article, Text

CASES = [
    (
        Veto.OTHER_MONTH,
        "Orbix launched its weather satellite Tern from the Kourou spaceport in April.",
        "Orbix launched its weather satellite Tern from the Kourou spaceport in June.",
        "In April Orbix launched its weather satellite Tern from the Kourou spaceport.",
    ),
    (
        Veto.OTHER_YEAR,
        "Orbix launched its weather satellite Tern from the Kourou spaceport in 2019.",
        "Orbix launched its weather satellite Tern from the Kourou spaceport in 2021.",
        "In 2019 Orbix launched its weather satellite Tern from the Kourou spaceport.",
    ),
    (
        Veto.OTHER_WEEKDAY,
        "Police closed the flooded school in Saltmarsh on Monday after the Oldbeck rose.",
        "Police closed the flooded school in Saltmarsh on Friday after the Oldbeck rose.",
        "On Monday police closed the flooded school in Saltmarsh after the Oldbeck rose.",
    ),
    (
        Veto.OTHER_OUTLET,
        "Mara Voss, the harbour master, told Far News that Easton harbour needs new cranes.",
        "Mara Voss, the harbour master, told Tide Radio that Easton harbour needs new cranes.",
        "Mara Voss, the harbour master, said that Easton harbour needs new cranes.",
    ),
    (
        Veto.NO_AMOUNT,
        "The Brandts paid $43,885,310 in property taxes to the county of Brae.",
        "The Brandts paid $44 million in property taxes to the county of Brae.",
        "In property taxes the Brandts paid $43,885,310 to the county of Brae.",
    ),
    (
        Veto.NO_YEAR,
        "Anna Brook led the harbour union of Oldport in 2008.",
        "Anna Brook led the harbour union of Oldport.",
        "In 2008 Anna Brook led the harbour union of Oldport.",
    ),
    (
        Veto.SUPPOSED,
        "The storm damaged eleven wooden houses on the northern island of Hirta.",
        "The storm could have damaged eleven wooden houses on the northern island of Hirta.",
        "Eleven wooden houses on the northern island of Hirta were damaged by the storm.",
    ),
    (
        Veto.DISPUTED,
        "The finance minister Carla Jensen has not resigned from the cabinet on Tuesday night.",
        "The finance minister Carla Jensen resigned from the cabinet on Tuesday night.",
        "Carla Jensen, the finance minister, did not resign from the cabinet on Tuesday night.",
    ),
    (
        Veto.VERB_DISPUTED,
        "Captain Quint steered the ferry Marigold onto the Grey Island reef near the pier of Oldport in a storm.",
        "The Marigold lies on the Grey Island reef near the pier of Oldport; it is untrue that Captain Quint steered it.",
        "Captain Quint steered the ferry Marigold onto the Grey Island reef near the pier of Oldport.",
    ),
    (
        Veto.NOT_DENIED,
        "Mayor Olaf Reed pushed back on the harbour tax of Oldport on Monday.",
        "Mayor Olaf Reed spoke on the harbour tax of Oldport on Monday.",
        "On Monday Mayor Olaf Reed pushed back on the harbour tax of Oldport.",
    ),
    (
        Veto.NOT_EXPECTED,
        "The harbour council expects to open the new ferry pier of Oldport.",
        "The harbour council opened the new ferry pier of Oldport.",
        "The harbour council plans to open the new ferry pier of Oldport.",
    ),
    (
        Veto.WISHED,
        "Governor Ann Keller demanded the controversial fishing bill of Oldport.",
        "Governor Ann Keller signed the controversial fishing bill of Oldport.",
        "Governor Ann Keller demanded the controversial fishing bill for Oldport.",
    ),
    (
        Veto.NEGATED,
        "The ferry Marigold sailed with a permit from Oldport on Monday.",
        "The ferry Marigold sailed without a permit from Oldport on Monday.",
        "With a permit the ferry Marigold sailed from Oldport on Monday.",
    ),
    (
        Veto.CONTRARY,
        "The harbour council approved the ferry contract with Orbix on Monday.",
        "The harbour council rejected the ferry contract with Orbix on Monday.",
        "On Monday the harbour council approved the ferry contract with Orbix.",
    ),
    (
        Veto.REVERSED,
        "Orbix sued the shipyard Nordwerk over the design of the ferry terminal.",
        "The shipyard Nordwerk sued Orbix over the design of the ferry terminal.",
        "The shipyard Nordwerk was sued by Orbix over the design of the ferry terminal.",
    ),
    (
        Veto.OTHER_NAME,
        "Police found the stolen altar of the monastery in a barn near Fennwick.",
        "Police found the stolen altar of the monastery in a barn near Saltmarsh.",
        "Near Fennwick police found the stolen altar of the monastery in a barn.",
    ),
    (
        Veto.OTHER_NUMBER,
        "The museum of the harbour reopened on May 3 after the flood in its cellar.",
        "The museum of the harbour reopened on May 9 after the flood in its cellar.",
        "On May 3 the museum of the harbour reopened after the flood in its cellar.",
    ),
    (
        Veto.NO_ACT,
        "The harbour council of Oldport approved an electric ferry to Saltmarsh. Divers found a Roman anchor there.",
        "The harbour council of Oldport approved an electric ferry to Saltmarsh with room for forty lorries and a kiosk.",
        "Divers found a Roman anchor there. The harbour council of Oldport approved an electric ferry to Saltmarsh.",
    ),
    (
        Veto.NO_MONTH,
        "The last large fire at the shipyard of Orbix in Saltmarsh broke out in February.",
        "Another large fire at the shipyard of Orbix in Saltmarsh broke out last night.",
        "In February the last large fire broke out at the shipyard of Orbix in Saltmarsh.",
    ),
    (
        Veto.ASKED,
        "The harbour council of Oldport approved an electric ferry to Saltmarsh.",
        "Has the harbour council of Oldport approved an electric ferry to Saltmarsh?",
        "An electric ferry to Saltmarsh was approved by the harbour council of Oldport.",
    ),
    (
        Veto.LONG_AGO,
        "The navy of Hirta sank the trawler Heron in the bay of Saltmarsh.",
        "The navy of Hirta sank the trawler Heron in the bay of Saltmarsh thirty years ago.",
        "In the bay of Saltmarsh the navy of Hirta sank the trawler Heron.",
    ),
    (
        Veto.OTHER_WORDS,
        "Der Hafen von Oldenhafen sperrt die alte Fähre am Abend.",
        "Der Hafen von Oldenhafen sperrt die alte Fähre am Morgen.",
        "Der Hafen von Oldenhafen sperrt nun die alte Fähre am Abend.",
    ),
]


def supported(statement, words):
    """What keeps one sentence from supporting the other, and how probable it is that it does."""
    language = "de" if "Hafen" in statement else "en"
    articles = tuple(
        Article(id=f"{number:016}", where="x", title=Text("Easton"), paragraphs=(Text(text),), language=language)
        for number, text in enumerate((statement, words))
    )
    terms = SpanTerms(read(articles))
    whole = [
        max(
            (row for row, span in enumerate(terms.reading.spans) if span.article == number),
            key=lambda row: terms.length[row],
        )
        for number in (0, 1)
    ]
    found = supports(terms, whole[:1], keep_apart=True)
    (at,) = [at for at, row in enumerate(found.supporters.tolist()) if row == whole[1]]
    return Veto(int(found.veto[at])), float(found.chance[at])


@pytest.mark.parametrize(("veto", "statement", "vetoed", "twin"), CASES, ids=[case[0].name for case in CASES])
def test_a_rule_vetoes_its_case_and_lets_its_twin_pass(veto, statement, vetoed, twin):
    """Both share as much with the statement; only the rule tells them apart."""
    assert supported(statement, vetoed)[0] is veto
    passed, chance = supported(statement, twin)
    assert passed is Veto.NONE
    assert chance >= SUPPORT


def test_every_rule_has_words_and_a_case():
    """What `digest why` prints says each rule, and each has its case here."""
    assert set(SAYS) == set(Veto)
    assert {veto for veto, *_ in CASES} == set(Veto) - {Veto.NONE}
