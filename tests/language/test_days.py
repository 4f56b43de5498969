"""Which days, months and years a sentence names, and where."""

import pytest

from digest.language import language_of
from digest.language.days import Date

DAYS = language_of("en").days


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The ferry sails on June 28.", [(0, 6, 28)]),
        ("The ferry sails on 28 June 2031.", [(2031, 6, 28)]),
        ("The ferry sails on Sept. 3.", [(0, 9, 3)]),
        ("The ferry first sailed in June 2019.", [(2019, 6, 0)]),
        ("From June 28 to July 3 no ferry sails.", [(0, 6, 28), (0, 7, 3)]),
        ("Of 4 June 28 sailors speak.", [(0, 6, 28)]),
        ("Ferry tickets cost less from June 40 bridges on.", [(0, 6, 0)]),
        ("On June 28 they met, and in July again.", [(0, 6, 28), (0, 7, 0)]),
        ("They met in July and on June 28.", [(0, 6, 28), (0, 7, 0)]),
        ("March is when the ferry sails.", []),
        ("Ferries sail in March.", [(0, 3, 0)]),
        ("May is when the ferry sails.", []),
        ("June is when the ferry sails.", [(0, 6, 0)]),
        ("No ferry sails this month.", []),
    ],
)
def test_days_and_months_are_named_once(text, dates):
    """A day has no month besides, no month has forty days, and what opens a sentence as a verb does is no month."""
    assert [tuple(one.date) for one in DAYS.named(text)] == dates


def test_this_month_is_that_of_the_article():
    """It is named where the article says which it is."""
    (found,) = DAYS.named("No ferry sails this month.", "june")
    assert (found.date, found.start, found.end) == (Date(0, 6, 0), 15, 25)


def test_a_year_alone_stands_with_the_word_before_it():
    """That says whether it was then, or from then on."""
    text = "The ferry sails since 2019 from Oldport."
    assert [(tuple(one.date), text[one.start : one.end]) for one in DAYS.years_alone(text)] == [((2019, 0, 0), "since 2019")]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ((2031, 6, 28), (2031, 6, 28), True),
        ((2031, 6, 28), (0, 6, 28), True),
        ((0, 6, 28), (2031, 6, 28), True),
        ((2030, 6, 28), (2031, 6, 28), False),
        ((0, 6, 27), (0, 6, 28), False),
        ((0, 7, 28), (0, 6, 28), False),
    ],
)
def test_dates_agree_where_no_year_says_otherwise(one, other, agree):
    """A date without a year may be of any."""
    assert Date(*one).agrees(Date(*other)) == agree


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("de", "Die Fähre fährt am 28. Juni 2031.", [(2031, 6, 28)]),
        ("de", "Die Fähre fährt am 3.Mai und im August.", [(0, 5, 3), (0, 8, 0)]),
        ("de", "Am Kai lagen 28 Boote im Jänner.", [(0, 1, 0)]),
        ("fr", "Le ferry part le 28 juin 2031.", [(2031, 6, 28)]),
        ("fr", "Le ferry part le 1er mai, puis fin août.", [(0, 5, 1), (0, 8, 0)]),
        ("es", "El ferri sale el 28 de junio de 2031.", [(2031, 6, 28)]),
        ("es", "El ferri sale el 3 de mayo y a finales de agosto.", [(0, 5, 3), (0, 8, 0)]),
        ("es", "El ferri salió en setiembre del 2019.", [(2019, 9, 0)]),
    ],
)
def test_days_are_named_in_other_languages(language, text, dates):
    """As each prints them."""
    assert [tuple(one.date) for one in language_of(language).days.named(text)] == dates
    assert list(language_of(language).days.years_alone("2031")) == []


@pytest.mark.parametrize(("language", "text"), [("de", "seit 2019"), ("fr", "depuis 2019"), ("es", "desde 2019")])
def test_a_year_alone_is_named_with_the_word_before_it(language, text):
    """Which says how it is meant."""
    (found,) = language_of(language).days.years_alone(f"x {text} y")
    assert (found.date.year, found.start, found.end) == (2019, 2, 2 + len(text))
