"""One number of two units is not one amount, and one in two spellings of a unit is."""

import pytest
from between import between
from test_false_citations import NAMES

from digest.language import language_of
from digest.language.terms import learn
from digest.link.reading import read
from digest.link.support.amounts import is_amount
from digest.model import Article

APART = [
    ("The oil slick in the bay of Saltmarsh is {} long", "40 miles", "40 kilometres", "40 mi"),
    ("The fire burned {} of the forest near Fennwick", "900 acres", "900 hectares", "900 acres"),
    ("The field of solar panels near Marlow covers {} of land", "60 square miles", "60 miles", "60 square miles"),
    ("Rain of {} fell on Oldport on Monday night", "12 cm", "12 mm", "12 centimeters"),
    ("The rescue of the ferry Marigold took {} off Oldport", "12 days", "12 hours", "12 straight days"),
    ("The court jailed captain Quint for {} over the wreck", "nine months", "nine years", "9 months"),
    ("The council of Oldport will vote on the pier {}", "this month", "this year", "this month"),
    ("The ferry line earns forty thousand dollars {} in Oldport", "a month", "a year", "per month"),
    ("The temperature in Oldport rose to {} on Monday", "38 degrees Celsius", "38 degrees Fahrenheit", "38 Celsius"),
    ("The key rate of Hirta rose by {} on Monday", "25 percentage points", "25 basis points", "25 percentage points"),
    ("A court fined Orbix {} over the spill in the bay", "40 million dollars", "40 million euros", "$40m"),
    ("The temperature in Oldport fell to {} degrees on Monday night", "-5", "5", "minus 5"),
    ("The harbour of Oldport froze at 9 degrees {} on Monday", "below zero", "there", "below freezing"),
]
TOGETHER = [
    ("Orbix paid its workers twice a year ago", "Orbix paid its workers twice a year ago"),
    ("The pier closed for 9 days in May and for 9 weeks in June", "In May the pier closed for 9 days"),
    ("The storm reached Oldport at 9 on Monday night", "At 9 on Monday night the storm reached Oldport"),
]


@pytest.mark.parametrize(("sentence", "one", "other", "twin"), APART)
def test_another_unit_is_another_amount(sentence, one, other, twin):
    """Its twin has the same unit in another form."""
    says, otherwise, again = (sentence.format(words) for words in (one, other, twin))
    assert not between(says, otherwise, NAMES)[0]
    assert not between(otherwise, says, NAMES)[0]
    assert between(says, again, NAMES)[0]
    assert between(otherwise, otherwise, NAMES)[0]


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_a_number_with_one_unit_in_common_is_one_amount(one, other):
    """Words may give more of them, or none."""
    assert between(one, other, NAMES)[0] or between(other, one, NAMES)[0]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("A wall of 40 feet broke at Oldport.", [True]),
        ("A 40-foot wall broke at Oldport.", [False]),
        ("The council of Oldport met 40 members.", [True]),
        ("The council of Oldport met at 9:40.", [False]),
        ("Over Oldport 380 planes were seen.", [True]),
        ("Over Oldport an A-380 was seen.", [False]),
    ],
)
def test_a_number_within_a_compound_an_hour_or_a_name_is_no_amount(text, amounts):
    """It may be missing where the same is said; each has a twin that counts something."""
    numbers = [term for term in learn([text], "en").terms(text) if term.kind == "number"]
    assert [is_amount(text, term, language_of("en").grammar) for term in numbers][:1] == amounts


def test_a_title_of_any_length_is_read_in_pieces():
    """Each would be compared word by word with all others."""
    one = Article(id="1", where="x", title="12 boats " * 5_000, publisher="a")
    assert max(len(sentence.text) for sentence in read([one]).sentences) <= 2_000
