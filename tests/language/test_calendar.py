"""The names of months and days stand in one module; every other asks it."""

import ast
import re
from pathlib import Path

import digest
from digest.language.calendar import PRINTED_MONTHS, PRINTED_WEEKDAYS, month_words, months, tokens, weekday_words, weekdays

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
