"""What is said in the language of a site: messages, counts, dates, numbers; and in English, to the byte, as ever."""

from datetime import UTC, datetime

import pytest

from digest.render import dates
from digest.translations import amount, count, decimal, in_language, percent, say
from digest.translations.catalogue import catalogue_of

FRIDAY = datetime(2026, 6, 5, 9, 10, tzinfo=UTC)


def said():
    """A message, counts, dates and numbers in the language in force."""
    return (
        say("Page {number} of {total}", number=2, total=3),
        *(count(number, "{number} story", "{number} stories") for number in (1, 2, 1234)),
        *(dates.day(FRIDAY), dates.weekday(FRIDAY), dates.month(FRIDAY), dates.short(FRIDAY), dates.moment(FRIDAY)),
        *(dates.weekday_name(FRIDAY), dates.span(FRIDAY, FRIDAY.replace(day=11))),
        *(amount(12345), decimal(2.5, "2.5"), decimal(0.9, "0.90"), percent(0.2, "20%"), percent(0.125, "12.5%")),
    )


def test_english_is_said_as_it_stands_in_the_code():
    """So it is in a language that has no catalogue, and where a code is none."""
    english = said()
    assert english == (
        *("Page 2 of 3", "1 story", "2 stories", "1,234 stories"),
        *("5 June 2026", "Friday, 5 June 2026", "June 2026", "5 June", "5 June 2026, 09:10 UTC"),
        *("Friday", "5 to 11 June 2026", "12,345", "2.5", "0.90", "20%", "12.5%"),
    )
    for code in ("en", "tlh", "../de"):
        with in_language(code):
            assert said() == english


def test_german_is_said_in_german():
    """And English again afterwards."""
    with in_language("de"):
        assert said() == (
            *("Seite 2 von 3", "1 Meldung", "2 Meldungen", "1.234 Meldungen"),
            *("5. Juni 2026", "Freitag, 5. Juni 2026", "Juni 2026", "5. Juni", "5. Juni 2026, 09:10 UTC"),
            *("Freitag", "5. Juni 2026 bis 11. Juni 2026", "12.345", "2,5", "0,90", "20\xa0%", "12,5\xa0%"),
        )
    assert say("Search") == "Search"


@pytest.mark.parametrize(("words", "said"), [("Not a message", "Not a message"), ("What comes in", "Was hereinkommt")])
def test_what_a_catalogue_lacks_is_said_in_english(words, said):
    """The method page has a catalogue of its own."""
    with in_language("de"):
        assert say(words) == said


def test_a_message_is_known_however_its_lines_are_broken():
    """As a template has them."""
    with in_language("de"):
        assert say("This page is made anew by every build,\nfrom the numbers that the build itself goes by.") == (
            "Diese Seite entsteht mit jedem Bau neu, aus den Zahlen, nach denen der Bau selbst sich richtet."
        )


def test_plurals_go_by_the_names_that_browsers_know():
    """Scripts ask `Intl.PluralRules` for one of them."""
    known = catalogue_of("de")
    assert known.by_category(known.plurals["{number} story"]) == {"one": "{number} Meldung", "other": "{number} Meldungen"}
