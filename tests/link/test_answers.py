"""What a page says that somebody did wrong stands with the denial, if any article has one."""

import pytest

from digest.language import language_of
from digest.link.points.answers import _accused
from digest.link.reading import read

HEDGES = language_of("en").grammar.hedges
CHARGED = "The county sued the ferry owner Olaf Reed over the flooded pier of Oldport on Monday."
DENIED = "Olaf Reed denied that the ferry Marigold ever touched the pier."
FILLER = tuple(
    f"Mayor {town}son of {town} opened the {thing} library of {town} with {count} new books about {thing} history."
    for town, thing, count in (
        ("Ashby", "glass", 120),
        ("Brant", "timber", 230),
        ("Corley", "cotton", 340),
        ("Denham", "copper", 450),
        ("Elston", "salt", 560),
        ("Fulmer", "paper", 670),
        ("Garth", "barley", 780),
        ("Holt", "lead", 890),
        ("Ilkley", "linen", 910),
        ("Jarrow", "coal", 130),
        ("Kelso", "honey", 240),
        ("Luton", "straw", 350),
        ("Marlow", "slate", 460),
        ("Newby", "amber", 570),
    )
)


def lines(article, linked, *further):
    """The lines of a page on an accusation, with what one of two articles says last."""
    story = linked(
        article("reuters", "The pier of Oldport", CHARGED, *FILLER, long=True),
        article("ap", "The pier of Oldport", CHARGED, *FILLER, *further, long=True),
    )
    return [point.text for point in story.points]


def test_an_accusation_stands_with_its_denial(article, linked):
    """However late an article tells it, and next to the accusation; a page of others' words stays as long as it was."""
    found = lines(article, linked, DENIED)
    assert found[found.index(CHARGED) + 1] == DENIED
    assert len(found) == len(lines(article, linked))


@pytest.mark.parametrize(
    "words",
    [
        "Olaf Reed was denied bail by the court beside the market.",
        "Olaf Reed declined to comment on the ferry beside the market.",
        "Olaf Reed did not deny that the ferry stood beside the market.",
        "Ida Brown denied that the ferry ever stood beside the market.",
        "Oldport denied in a letter of Monday that its library budget had a hole.",
        "Oldport denied that the county ever asked for its library budget.",
        "Olaf Reed denied in Oldport on Monday that he had bought a painting of a goose.",
        "Olaf Reed, who owns the ferry, denied that he had bought a painting of a goose.",
        "Olaf Reed denied wrongdoing in the sale of a painting of a goose.",
        "Olaf Reed denied the rumors of a painting of a goose.",
        "Olaf Reed denied it had been a painting of a goose.",
        "Olaf Reed pleaded not guilty to the theft of a painting of a goose.",
        "Olaf Reed rejected claims that he had bought a painting of a goose.",
        "Olaf Reed said that the tale of a painting of a goose was false.",
    ],
)
def test_what_is_no_denial_of_his_answers_nothing(article, linked, words):
    """Refused, silent, conceded, said by another or by the place of what happened, or of something else."""
    assert words not in lines(article, linked, words)


@pytest.mark.parametrize(
    "words",
    [
        "Olaf Reed denied in a letter of Monday that the pier had a hole.",
        "Olaf Reed denied flooding a painting of a goose.",
        "Olaf Reed denied that he had ever been in Oldport.",
        "The owner of the boat, Olaf Reed, denied wrongdoing.",
        "Olaf Reed denied any wrongdoing in a letter beside a painting of a goose.",
        "Olaf Reed denied the allegations on Monday.",
        "Olaf Reed loudly denied the rumors on Monday.",
        "Olaf Reed denied knowledge of any improprieties.",
        "The owner of the boat, Olaf Reed, denies it.",
        "The owner of the boat, Olaf Reed, pleaded not guilty.",
        "Olaf Reed pleaded not guilty to all three charges.",
        "The owner of the boat, Olaf Reed, rejected the claims.",
        "Olaf Reed said that he had done nothing wrong.",
        "Olaf Reed said that the lawsuit was baseless.",
    ],
)
def test_what_denies_the_same_or_says_not_what_answers(article, linked, words):
    """What was said of him in other words, or a denial of all of it."""
    found = lines(article, linked, words)
    assert found[found.index(CHARGED) + 1] == words


ACCUSED = [
    ("The county sued Olaf Reed over the pier of Oldport.", {"olaf", "reed"}),
    ("The county blamed Oldport mayor Olaf Reed for the flood of Saltmarsh.", {"oldport", "olaf", "reed"}),
    ("The county accused Olaf Reed and Ida Brown of a fire in Oldport.", {"olaf", "reed", "ida", "brown"}),
    ("The county accused Olaf Reed and his old partner Ida Brown of a fire in Oldport.", {"olaf", "reed", "ida", "brown"}),
    ("The county sued Olaf Reed, and a court in Oldport agreed.", {"olaf", "reed"}),
    ("The county sued Olaf Reed while Ida Brown waited.", {"olaf", "reed"}),
    ("Olaf Reed was accused of a fire in Oldport.", {"olaf", "reed"}),
]


@pytest.mark.parametrize(("words", "names"), ACCUSED)
def test_who_is_accused(article, words, names):
    """The first name behind who accuses and who is named with it, not where it was or who else was there."""
    known = "They met Olaf Reed and Ida Brown of Oldport and Saltmarsh."
    reading = read([article("ap", "The pier", words, known)])
    row = next(row for row, span in enumerate(reading.spans) if reading.words(span) == words)
    assert _accused(reading, row, HEDGES) == names


@pytest.mark.parametrize(
    "words",
    [
        "Reed was accused of arson",
        "Reed is also charged in Easton",
        "Reed, suspected of arson",
        "Reed, charged with arson",
        "Reed allegedly set fire to it",
        "Reed is alleged to have set fire to it",
    ],
)
def test_who_stands_before_is_accused(words):
    """Of whom it is said."""
    assert HEDGES.accused.search(words)


@pytest.mark.parametrize(
    "words",
    [
        "The mayor accused Reed",
        "The mayor blames Reed",
        "The county sued Reed",
        "A jury indicted Reed",
        "She alleged that Reed set fire to it",
        "The charges against Reed",
    ],
)
def test_who_stands_behind_is_accused(words):
    """By whom it is said, and then of whom."""
    assert HEDGES.accusing.search(words)
    assert not HEDGES.accused.search(words)


@pytest.mark.parametrize(
    "words",
    [
        "Reed denies it",
        "Reed rejected the claims",
        "Reed said he did nothing wrong",
        "Reed pleaded not guilty",
        "Reed maintains his innocence",
        "Reed said he was innocent",
        "Reed called it a lawsuit that is without merit",
    ],
)
def test_what_denies(words):
    """By which words somebody answers an accusation."""
    assert HEDGES.answering.search(words)


@pytest.mark.parametrize(
    "words", ["Reed was denied bail", "Reed denied her access", "Reed rejected the offer", "Reed's unfounded claims"]
)
def test_what_denies_no_accusation(words):
    """Refusing somebody something answers nothing."""
    assert not HEDGES.answering.search(words)
