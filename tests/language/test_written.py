"""The script of a text tells its language where it can, and what is declared only where the script leaves it open."""

from pathlib import Path

import pytest

from digest.clean.language import language
from digest.language.written import could_be, of_script

TWINS = Path(__file__).parent / "twins"
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
    assert language(text, None, "en") == told
    assert language(text, None) == told


LATIN = [
    ("Die Werft am alten Hafen stellt wieder Leute ein", "de"),
    ("Le chantier naval du vieux port recrute à nouveau", "fr"),
    ("El astillero del viejo puerto vuelve a contratar", "es"),
    ("Il cantiere del vecchio porto assume di nuovo", "it"),
    ("O estaleiro do velho porto volta a contratar pessoas", "pt"),
    ("De scheepswerf aan de oude haven neemt weer mensen aan", "nl"),
    ("Stocznia w starym porcie znowu zatrudnia", "pl"),
    ("Loděnice ve starém přístavu znovu nabírá lidi", "cs"),
    ("Varvet vid den gamla hamnen anställer igen", "sv"),
    ("Vanhan sataman telakka palkkaa jälleen väkeä", "fi"),
    ("Eski limandaki tersane yeniden işçi alıyor", "tr"),
]


@pytest.mark.parametrize(("text", "told"), LATIN)
def test_a_headline_in_latin_letters_of_no_declared_language_is_told_by_its_words(text, told):
    """The digest's own language stands in only where they leave a doubt; what is declared stands."""
    assert language(text, None, "en") == language(text, None, "ja") == told
    assert language(text, "en") == "en"


@pytest.mark.parametrize("text", ["Pricing", "Tesla Model Y", "Q&A: Ada Norr", "Billionaires build", "Orlan 5 Pro", "2031"])
def test_a_headline_that_tells_no_language_is_in_that_of_the_digest(text):
    """Names and single words are none of a rare language that they look like."""
    assert language(text, None, "en") == "en"
    assert language(text, None, "de") == "de"


ALIKE = {"nb": ("no", "nn", "da"), "da": ("no",)}
"""Languages of which a headline may be either; Norwegian has three codes, and Danish one of its own."""


@pytest.mark.parametrize("code", sorted(file.stem for file in TWINS.iterdir()))
@pytest.mark.parametrize("assumed", ["en", "de"])
def test_items_of_a_title_and_a_sentence_are_in_their_own_language(code, assumed):
    """In all but two of forty at most; of titles alone two at most are taken for a language that is not the digest's."""
    lines = [line.split(" | ") for line in (TWINS / f"{code}.txt").read_text("utf-8").split("\n") if line]
    items = [f"{title}\n{first}" for title, first, *_ in lines if first != "="]
    assert len(items) >= 39
    own = ("no", "nn") if code == "nb" else (code,)
    assert sum(language(item, None, assumed) not in own for item in items) <= 2
    titles = [language(title, None, assumed) for title, *_ in lines]
    assert sum(found not in (code, assumed, *ALIKE.get(code, ())) for found in titles) <= 2


@pytest.mark.parametrize("text", ["市议会周三以多数票通过法案，明年一月起禁止全市所有商店、市场免费提供塑料袋", "渡船" * 15])
def test_a_long_text_without_kana_is_not_japanese(text):
    """A headline may be, and is where that is the digest's language."""
    assert language(text, None, "ja") == language(text, "ja") == "zh"
    assert language("首相官邸前抗議集会開催", None, "ja") == "ja"
    assert language("首相官邸前抗議集会開催", None, "en") == "zh"


@pytest.mark.parametrize("text", ["Ещё один объект на площади", "Съезд отложен, решение обсудят позже", "Площадь перекрыта"])
def test_no_russian_headline_is_bulgarian(text):
    """Before е, ё, ю and я the sign is no vowel, and both print щ."""
    assert language(text, None, "ru") == "ru"


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
