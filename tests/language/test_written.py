"""The script of a text tells its language where it can, and what is declared only where the script leaves it open."""

import pytest

from digest.clean.language import language
from digest.language.written import could_be, of_script

SHORT = [
    ("Паром стоит до пятницы", "ru"),
    ("Пором стоїть до п'ятниці", "uk"),
    ("Фериботът спира заради вятъра", "bg"),
    ("Трајект не вози до петка", "sr"),
    ("توقف العبارة", "ar"),
    ("کشتی تا جمعه نمی‌رود", "fa"),
    ("کشتی جمعے تک بند ہے", "ur"),
    ("नाव बंद", "hi"),
    ("নৌকা বন্ধ", "bn"),
    ("படகு நிறுத்தம்", "ta"),
    ("เรือหยุดเดิน", "th"),
    ("ទូកឈប់", "km"),
    ("渡船停航", "zh"),
    ("渡し船が運休", "ja"),
    ("나룻배 멈춰", "ko"),
    ("Το πλοίο έμεινε", "el"),
    ("המעבורת עצרה", "he"),
    ("ბორანი გაჩერდა", "ka"),
]


@pytest.mark.parametrize(("text", "told"), SHORT)
def test_a_short_headline_of_no_declared_language_has_that_of_its_script(text, told):
    """A digest's own language, which stands in where nothing is declared, is no reason to call Thai English."""
    assert language(text, "en") == told
    assert language(text, None) == told


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("渡船停航", "ja"),
        ("नाव बंद आहे", "mr"),
        ("Most je zatvoren", "sr"),
        ("Apple представила iPhone", "ru"),
        ("The ferry", "fr"),
    ],
)
def test_a_declared_language_stands_where_the_script_allows_it(text, declared):
    """Han characters may be Japanese, and a Russian headline may be half Latin names."""
    assert language(text, declared) == declared


def test_latin_letters_are_no_arabic():
    """An English item in an Arabic feed is not called Arabic."""
    assert language("The ferry stops", "ar") is None


@pytest.mark.parametrize(
    ("text", "code", "fits"),
    [
        ("渡し船が金曜日まで運休", "zh", False),
        ("渡し船が金曜日まで運休", "ja", True),
        ("Reed said Привет, мир and left", "ru", True),
        ("Reed said Привет, мир and left", "el", False),
    ],
)
def test_a_declared_language_has_some_letters_of_its_own_script(text, code, fits):
    """Those of another say nothing for it."""
    assert could_be(text, code) is fits


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("توقفت العبارة ы", "ar"),
        ("توقفت العبارة щ", "ar"),
        ("Це ще їжа", "uk"),
        ("Мир и море", "ru"),
        ("渡船停航至周五，因为大风和高浪，港口关闭，乘客改乘火车の", "zh"),
    ],
)
def test_letters_of_their_own_tell_languages_of_one_script_apart(text, first):
    """One sign of another script does not."""
    told = of_script(text)
    assert told[0] == first
    assert len(told) == len(set(told))
