"""The names of months and days stand in one module; every other asks it."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import digest
from digest.language.calendar import (
    PRINTED_MONTHS,
    PRINTED_WEEKDAYS,
    halves,
    month_of,
    month_words,
    months,
    past,
    tokens,
    weekday_of,
    weekday_words,
    weekdays,
)

HOUSE = Path(digest.__file__).parent
NAMED = re.compile(r"\b(?:thursday|thurs|wednes|wednesday|february|feb|september|okt|dez)\b", re.IGNORECASE)


def test_no_other_module_lists_months_or_days():
    """In any string that is no docstring."""
    for path in sorted(HOUSE.rglob("*.py")):
        text = path.read_text("utf-8")
        if path.name != "calendar.py" and NAMED.search(text):
            tree = ast.parse(text)
            told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
            assert [node.value for node in strings if id(node) not in told and NAMED.search(node.value)] == [], path


def test_a_name_that_is_another_word_too_is_none_of_the_words():
    """ "Mar" and "sun" are shortened names; of German only its own are known."""
    assert "march" in month_words("en")
    assert "mar" not in month_words("en")
    assert "sunday" in weekday_words("en")
    assert "sun" not in weekday_words("en")
    assert month_words("de") == months("de").keys()


def test_the_names_in_patterns_are_those_of_the_calendar():
    """All twelve months and all seven days of each language, and no other word."""
    for language, names in PRINTED_MONTHS.items():
        assert sorted({months(language)[name.casefold()] for name in names.split("|")}) == list(range(1, 13))
    for language, names in PRINTED_WEEKDAYS.items():
        assert sorted({weekdays(language)[" ".join(tokens(name))] for name in names.split("|")}) == list(range(7))


@pytest.mark.parametrize(
    ("names", "language", "month"),
    [
        (["mar", "févr"], "en", 2),  # what says that it is English may be French, and "mar" a Tuesday
        (["mar", "févr"], None, 2),
        (["févr", "mar"], "fr", 3),
        (["mar", "listopad"], "cs", 11),
        (["listopad"], None, None),  # October in Croatia
        (["octobe"], "en", None),
        (["martes"], "es", None),
        (["jui"], "fr", None),  # June as well as July
        (["janvi"], "fr", 1),
        (["январем"], "ru", 1),
        (["янки"], "ru", None),
        (["בינואר"], "he", 1),
        (["ag"], None, None),
        (["no"], "de", None),
        (["červnem"], "cs", 6),
        (["januar"], "xx", 1),
    ],
)
def test_a_month_is_named_by_all_or_most_of_its_letters(names, language, month):
    """Of the language, else of all that have the name; two letters are too few, and a day of the week is none."""
    assert month_of(names, language) == month


def test_a_weekday_is_named_in_english_or_in_the_language():
    """Whatever the language an English one is read; of others only its own."""
    assert [weekday_of(["dienstag"], language) for language in ("de", "en", None)] == [1, None, None]
    assert weekday_of(["tue"], "de") == 1


def test_halves_of_a_day_are_words_of_the_language_alone():
    """ "Am" is a German word that says no half; midnight is in both; Korean has two words for each."""
    assert halves("en") == halves(None) == {}
    german = halves("de")
    assert german["vormittags"] == "am"
    assert not {"am", "pm", "mitternacht"} & german.keys()
    assert set(german.values()) == {"am", "pm", "night"}
    assert {"오전": "am", "오후": "pm"}.items() <= halves("ko").items()


def test_how_long_ago_is_said_in_other_languages_than_english():
    """Which has a pattern of its own."""
    assert past("en") == past(None) == {}
    assert past("de")["vor2stunden"].total_seconds() == 7200


def test_a_language_that_nobody_knows_has_no_names():
    """Nor has one that counts its months."""
    assert months("xx") == months("ja") == {}


@pytest.mark.parametrize("before", [[], ["az", "pa"]])
def test_the_names_of_a_language_are_its_own_whatever_was_read_before(before):
    """Japanese months have numbers; Babel writes what it looks up of one language into what it looks up of others."""
    program = (
        "import sys; from digest.language.calendar import months; print([len(months(code)) for code in sys.argv[1:]][-1])"
    )
    ran = subprocess.run([sys.executable, "-c", program, *before, "ja"], capture_output=True, text=True, check=True)
    assert ran.stdout == "0\n"
