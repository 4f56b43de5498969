"""Numbers are read by the marks and words of their language, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language import language_of
from digest.language.numbers import Amount, digits, rounds_to
from digest.language.terms import Lexicon
from digest.link.figures.quantities import quantities

READ = [
    ("de", "Am Kai lagen 12.400 Kisten.", [(12400, "kisten")]),
    ("de", "Das kostet 1,5 Mio. Euro, der Anteil stieg auf 4,2 Prozent.", [(1.5e6, "EUR"), (4.2, "%")]),
    ("de", "Die Stadt zahlt 3 Milliarden Franken und 250.000 € im Jahr.", [(3e9, "CHF"), (250000, "EUR")]),
    ("fr", "Le pont a coûté 12 400 euros à 3 200 familles.", [(12400, "EUR"), (3200, "familles")]),
    ("fr", "Il faut 2,5 milliards d’euros, soit 4,2 pour cent du budget.", [(2.5e9, "EUR"), (4.2, "%")]),
    ("es", "El puente costó 3.000 millones de euros, un 4,2 por ciento más.", [(3e9, "EUR"), (4.2, "%")]),
    ("de", "Sie zahlen 2,4 Millionen Euro.", [(2.4e6, "EUR")]),
    ("fr", "Ils paient 2,4 millions d’euros.", [(2.4e6, "EUR")]),
    ("es", "Pagan 2,4 millones de euros.", [(2.4e6, "EUR")]),
    ("it", "Pagano 2,4 milioni di euro e 20mila sterline.", [(2.4e6, "EUR"), (20000, "GBP")]),
    ("it", "Il ponte è lungo il 4,2 per cento in più, con 12.400 bulloni.", [(4.2, "%"), (12400, "bulloni")]),
    ("pt", "Pagam 2,4 milhões de euros e R$ 3 bilhões.", [(2.4e6, "EUR"), (3e9, "BRL")]),
    ("pt", "A ponte tem 12.400 parafusos, 4,2 por cento a mais.", [(12400, "parafusos"), (4.2, "%")]),
    ("de", "Am Kai lagen 12’400 Kisten.", [(12400, "kisten")]),
    ("it", "Il ponte ha 12 400 bulloni.", [(12400, "bulloni")]),
    ("es", "Hubo 12 400 visitantes.", [(12400, "visitantes")]),
    ("pt", "A ponte tem 12 400 parafusos.", [(12400, "parafusos")]),
    ("es", "Hubo 12.400 visitantes y 20 mil entradas.", [(12400, "visitantes"), (20000, "entradas")]),
    ("de", "Am Kai lagen 12.400,125 Tonnen.", [(12400.125, "tonnen")]),
    ("de", "Am Kai lagen 1950,0 Tonnen.", [(1950, "tonnen")]),
]
FRACTIONS = [
    ("The ferry takes 2-1/2 hours.", [(9000, None)]),
    ("The ferry takes 2 1/2 hours.", [(9000, None)]),
    ("The ferry takes 2½ hours.", [(9000, None)]),
    ("The ferry takes two and a half hours.", [(9000, None)]),
    ("It was a wait of two-and-a-half hours.", [(9000, None)]),
    ("The pier cost $1 1/2 million.", [(1.5e6, None)]),
    ("Rates rose 3-1/4 percent.", [(3.25, None)]),
    ("It grew 2 to 2 1/2 percent.", [(2, 2.5)]),
    ("It takes between 1 1/2 and 2 1/2 hours.", [(5400, 9000)]),
    ("The ferry won 2-1 on Monday.", []),
    ("On 9/11 12 boats sailed.", [(12, None)]),
    ("It takes 2.5 1/2 hours.", []),
    ("It takes 5 3/2 hours.", []),
]
NOT_READ = [
    ("de", "1,200 Kisten", "a comma before three digits is a decimal mark here and parts thousands in English"),
    ("es", "un 4.2% más", "a full stop before one digit parts no thousands"),
    ("it", "nel 2031 barche", "a year counts nothing"),
    ("de", "um 15 Uhr", "an hour counts nothing"),
    ("es", "tiene 45 años", "an age is no figure"),
    ("it", "il 4 giugno", "a day counts nothing"),
    ("it", "dodici o 12 persone", "the dead of one report are the injured of another"),
    ("de", "endete 4:2 gegen", "a score counts nothing"),
    ("de", "endete 4:12 Boote später", "a score counts nothing"),
    ("en", "They pay 2,4 million euros", "a comma before one digit parts no thousands"),
    ("en", "They pay 1.234,50 euros", "two marks of decimals"),
    ("en", "They pay between 5 dollars and 10,20 dollars", "one end of a range that is no number"),
    ("en", "They have 12 big old red wooden painted boats", "what is counted stands too far away"),
    ("it", "circa 300 vele", "a bound is no value"),
    ("it", "tra 10 e 15 barche", "a range has no one value"),
    ("pt", "mais de 300 velas", "a bound is no value"),
    ("pt", "entre 10 e 15 barcos", "a range has no one value"),
]


@pytest.mark.parametrize(("language", "text", "amounts"), READ)
def test_numbers_are_read_by_the_marks_of_their_language(language, text, amounts):
    """A full stop parts thousands in German and Spanish, a space in French, and a comma decimals in all three."""
    found = quantities(text, language_of(language))
    assert [(one.value, one.noun.lower() or one.unit) for one in found] == amounts


@pytest.mark.parametrize(("text", "values"), FRACTIONS)
def test_a_number_with_a_fraction_is_one_number(text, values):
    """However the fraction is printed; a score, a date and what no fraction can be are none."""
    found = quantities(text, language_of("en"))
    assert [(one.value, one.top) for one in found] == values


def test_the_terms_of_a_number_with_a_fraction_are_one():
    """Two articles that print it otherwise have it in common."""
    printed = ("2-1/2 boats", "2½ boats", "two and a half boats", "2.5 boats")
    assert {Lexicon(language="en").terms(text)[0].key for text in printed} == {Amount(2.5)}


@pytest.mark.parametrize(("language", "text", "why"), NOT_READ)
def test_what_could_mean_something_else_is_no_amount(language, text, why):
    """In doubt a number is not read."""
    assert quantities(text, language_of(language)) == (), why


@pytest.mark.parametrize("language", ["pl", "hi", "ar", "ja", "tr", "xx"])
def test_a_language_without_a_profile_has_no_figures(language):
    """What is not known is refused."""
    assert language_of(language).numbers is None


RANGES = [
    ("de", "10 bis 15 Euro", "zwischen 10 und 15 Euro", "10 und 15 Euro"),
    ("fr", "10 à 15 euros", "entre 10 et 15 euros", "10 et 15 euros"),
    ("es", "10 a 15 euros", "entre 10 y 15 euros", "10 y 15 euros"),
    ("it", "da 10 a 15 euro", "tra 10 e 15 euro", "10 e 15 euro"),
    ("pt", "10 a 15 euros", "entre 10 e 15 euros", "10 e 15 euros"),
]


@pytest.mark.parametrize(("language", "to", "between", "both"), RANGES)
def test_the_two_ends_of_a_range_are_one_amount(language, to, between, both):
    """With the words that each language ties them by; two amounts in a row are no range, and neither is read."""
    read = language_of(language).numbers.quantities
    for text in (to, between):
        assert [(one.value, one.top, one.unit) for one in read(text)] == [(10, 15, "EUR")]
    assert list(read(both)) == []


ENGLISH = [
    ("two hundred thousand people came", [(2e5, None, "people")]),
    ("a fleet of 1 million boats", [(1e6, None, "boats")]),
    ("one or two clerks", [(1, 2, "clerks")]),
    ("some $5k, then $6b", [(5000, None, "USD"), (6e9, None, "USD")]),
    ("$ 5 mn or $5 tn", [(5e6, 5e12, "USD")]),
    ("between $2 and $3 million", [(2e6, 3e6, "USD")]),
    ("between 40 boats in Brae", [(40, None, "boats")]),
    ("2 percentage points", [(2, None, "points")]),
    ("100+ crates", [(100, None, "crates")]),
    ("40 fishing boats", [(40, None, "boats")]),
    ("12 men and 13 children", [(12, None, "men"), (13, None, "children")]),
    ("35 mph winds", [(35, None, "mph")]),
    ("at 40-odd mills", []),
    ("twenty-two mills", []),
    ("Two hundred eighteen mills", []),
    ("between 10 boats and 15 boats", [(10, 15, "boats")]),
    ("between 5 dollars and 10 dollars", [(5, 10, "USD")]),
    ("between 5 percent and 10 percent", [(5, 10, "%")]),
    ("between 5 dollars and 10 million dollars", [(5, 1e7, "USD")]),
    ("between 10 boats and 15 ferries", []),
    ("between 1 boat and 15 boats", []),
    ("between 15 boats and 10 boats", []),
    ("between five boats and 10 boats", []),
    ("10 and 15 boats", []),
    ("two to 15 boats", []),
    *((f"it costs {text} now", []) for text in ("$5 to €10", "$5-€10", "$5 to 10%", "$5 or 10 percent", "$5 to 10 euros")),
    *((f"it costs {text} now", []) for text in ("between $5 and €10", "between $5 and 10%", "5% or 10 boats", "$5 to C$10")),
    *((f"it costs {text}", [(5, 10, "USD")]) for text in ("$5-10", "$5 to $10", "$5 to 10 dollars", "US$5 to $10")),
    ("it costs C$5 to $10 or C$5 to 10 dollars", [(5, 10, "CAD")] * 2),
    ("some 500,000 to 1 million boats", [(5e5, 1e6, "boats")]),
    ("between $500,000 and $1 million", [(5e5, 1e6, "USD")]),
    ("1,500 to 2,000 million boats", [(1.5e9, 2e9, "boats")]),
    ("grew since 2019 to 3 million boats", []),
    ("15-10 boats", []),
    ("1 boats", []),
    ("2031 boats", []),
    ("40 of the mills", []),
    ("a gale killed 40, and injured almost 50 in Brae", [(40, None, "people"), (50, None, "people")]),
    ("28 dead, 30 injured", [(28, None, "people"), (30, None, "people")]),
    ("at sea 40 were also wounded, and about 50 have been arrested", [(40, None, "people"), (50, None, "people")]),
    ("at sea 40 were also amused", []),
    ("it lies 350km south, in winds of 45mph", [(350, None, "km"), (45, None, "mph")]),
    ("it lies 350kms south, at a 350kmx", []),
    ("it killed 40 last week", []),
    ("it killed 26, 000 boats", []),
    ("he was killed 20 years ago", []),
    ("it killed 1, and he saw 40, and no 30", []),
    ("ferry 655 killed 40 people", [(40, None, "people")]),
    ("an AK 47 boats", []),
    ("the UK 40 boats", [(40, None, "boats")]),
    ("of the two 40 boats sank", [(40, None, "boats")]),
    ("a pier of $1.234 million", [(1.234e6, None, "USD")]),
    ("2,024 boats", [(2024, None, "boats")]),
    ("Visits reached 2 million.", [(2e6, None, "count")]),
]


@pytest.mark.parametrize(("text", "found"), ENGLISH)
def test_english_is_read_by_its_own_words(text, found):
    """Magnitudes, ranges and things counted; years, ages, names and the rest of something longer are none."""
    quantities = language_of("en").numbers.quantities(text)
    assert [(one.value, one.top, one.noun or one.unit) for one in quantities if one.unit != "seconds"] == found


def test_the_ends_of_a_range_may_have_units_of_different_lengths():
    """Both are seconds, and the first says how exact the range is."""
    (one,) = language_of("en").numbers.quantities("It takes between 30 minutes and 2 hours.")
    assert (one.value, one.top, one.unit, one.step) == (1800, 7200, "seconds", 600)


@pytest.mark.parametrize(
    ("text", "value", "top", "approximate", "step"),
    [
        ("$5+ million", 5e6, None, "least", 1e6),
        ("5m+ dollars", 5e6, None, "least", 1e6),
        ("nearly $5+ million", 5e6, None, "nearly", 1e6),
        ("$5-10+ million", 5e6, 1e7, "", 1e6),
        ("2.40+ thousand million crates", 2.4e9, None, "least", 1e7),
    ],
)
def test_a_magnitude_may_stand_behind_the_plus_sign(text, value, top, approximate, step):
    """It belongs to the number, of which the plus sign makes a lower bound."""
    (one,) = language_of("en").numbers.quantities(text)
    assert (one.value, one.top, one.approximate, one.end) == (value, top, approximate, len(text))
    assert one.step == pytest.approx(step)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5 months at sea", [5 * 2629800]),
        ("two hours at sea", [7200]),
        ("10 minutes at sea", [600]),
        ("a 5-month wait", []),
        ("a mill 5 months old", []),
    ],
)
def test_a_time_that_something_lasts_is_a_duration(text, seconds):
    """An age or a compound is none."""
    assert [one.value for one in language_of("en").numbers.quantities(text) if one.unit == "seconds"] == seconds


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt"])
def test_every_word_of_a_unit_is_read_as_it(language):
    """Whatever words and marks stand in the data."""
    numbers = language_of(language).numbers
    units = numbers.currencies | numbers.shares | numbers.weights
    for word, unit in units.items():
        (found,) = numbers.quantities(f"12 {word}")
        assert (found.unit, found.noun) == (unit, ""), word
    for word, scale in numbers.magnitudes.items():
        assert numbers.at(f"12 {word}", 0).value == 12 * scale, word


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("up to 40 boats", "most"),
        ("rose up to 40 boats", ""),
        ("no more than 40 boats", "most"),
        ("more than 40 boats", "least"),
        ("40+ boats", "least"),
        ("nearly 40 boats", "nearly"),
        ("about a 40 boats", "about"),
        ("exactly 40 boats", ""),
    ],
)
def test_words_before_a_number_say_what_they_make_of_it(text, approximate):
    """A bound, a little less, more or less, or the number itself."""
    (found,) = language_of("en").numbers.quantities(text)
    assert found.approximate == approximate


@pytest.mark.parametrize(
    ("language", "weight", "money", "unit"),
    [("de", "130 Pfund", "130 Millionen Pfund", "pfund"), ("es", "130 libras", "130 millones de libras", "libras")],
)
def test_a_pound_is_a_weight_where_no_magnitude_says_that_it_is_money(language, weight, money, unit):
    """Nobody weighs in millions."""
    read = language_of(language).numbers.quantities
    assert [(one.unit, one.value) for text in (weight, money) for one in read(text)] == [(unit, 130), ("GBP", 1.3e8)]


BOUNDS = {
    "de": {"most": "höchstens", "least": "mindestens", "nearly": "knapp", "about": "ungefähr"},
    "fr": {"most": "jusqu’à", "least": "au moins", "nearly": "presque", "about": "environ"},
    "es": {"most": "hasta", "least": "al menos", "nearly": "casi", "about": "alrededor de"},
    "it": {"most": "al massimo", "least": "almeno", "nearly": "quasi", "about": "circa"},
    "pt": {"most": "no máximo", "least": "pelo menos", "nearly": "quase", "about": "cerca de"},
}


@pytest.mark.parametrize("language", BOUNDS)
def test_each_language_has_words_for_each_kind_of_bound(language):
    """An amount behind another word is the amount itself."""
    for kind, words in BOUNDS[language].items():
        (bounded,) = language_of(language).numbers.quantities(f"{words} 300 €")
        (plain,) = language_of(language).numbers.quantities("lorem 300 €")
        assert (bounded.approximate, plain.approximate) == (kind, ""), words


@pytest.mark.parametrize(
    ("language", "uncounted", "counted"),
    [
        ("de", "12 Tage", "12 Boote"),
        ("fr", "12 jours", "12 bateaux"),
        ("es", "12 días", "12 barcos"),
        ("it", "12 persone", "12 barche"),
        ("pt", "12 pessoas", "12 barcos"),
    ],
)
def test_times_and_people_are_no_things_counted(language, uncounted, counted):
    """A language names them; every other word behind a number is what it counts."""
    read = language_of(language).numbers.quantities
    assert list(read(uncounted)) == []
    assert [one.unit for one in read(counted)] == [counted.split()[1].lower()]


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("en", "1.2 million", Amount(1.2e6)),
        ("en", "1,200,000", Amount(1.2e6)),
        ("en", "twelve hundred", Amount(1200)),
        ("en", "12 percent", Amount(12, "%")),
        ("en", "12%", Amount(12, "%")),
        ("en", "12 dollars", Amount(12)),
        ("de", "1.200", Amount(1200)),
        ("fr", "1 200", Amount(1200)),
        ("it", "1.200", Amount(1200)),
        ("pl", "1200", Amount(1200)),
        ("en", "2,4", "2,4"),
        ("de", "1,200", "1,200"),
        ("pl", "1.200", "1.200"),
        ("en", "fourth", "fourth"),
    ],
)
def test_a_term_of_a_number_is_its_value(language, text, key):
    """However it is printed; a number that could be read in two ways is what is printed."""
    terms = Lexicon(language=language).terms(f"{text} quay")
    assert terms[0].key == key


@given(st.floats(0.001, 1e15), st.integers(1, 6))
def test_a_value_rounds_to_its_own_rounding(value, places):
    """And keeps at most so many digits."""
    coarse = float(f"{value:.{places - 1}e}")
    assert digits(coarse) <= places
    assert rounds_to(value, coarse) or digits(coarse) < places
    assert not rounds_to(43.9, 43)


@given(st.text("0123456789.,:/- €$%kmion", max_size=40), st.sampled_from(["en", "de", "fr", "es", "it", "pt"]))
def test_no_text_of_digits_and_marks_breaks_the_reader(text, language):
    """Whatever is printed, what is read stands where it says."""
    for one in language_of(language).numbers.quantities(text):
        assert 0 <= one.start < one.end <= len(text)


def test_a_number_longer_than_any_value_is_read_without_an_error():
    """Four hundred noughts are pasted into texts too."""
    assert [one.value for one in language_of("en").numbers.quantities(f"1{'0' * 400} boats")] == [float("inf")]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "1,2 Mrd. Euro", [(1.2e9, None, "", "EUR")]),
        ("de", "knapp 17 Mio. Euro", [(1.7e7, None, "nearly", "EUR")]),
        ("de", "14 schwer verletzte Menschen", [(14, None, "", "Menschen")]),
        ("de", "zwölf Menschen", [(12, None, "", "Menschen")]),
        ("de", "7 Tote und 30 Verletzte", [(7, None, "", "Menschen"), (30, None, "", "Menschen")]),
        ("de", "fünf neue rote Boote", [(5, None, "", "boote")]),
        ("de", "10 bis 15 Boote", [(10, 15, "", "boote")]),
        ("de", "zwei von drei Zügen", []),
        ("de", "ein Kind, 8 Monate alt", []),
        ("de", "8 Monate Haft", [(8 * 2629800, None, "", "seconds")]),
        ("de", "18 Jahre alt", []),
        ("fr", "près de 17 millions d’euros", [(1.7e7, None, "nearly", "EUR")]),
        ("fr", "une quarantaine de voiliers", [(40, None, "about", "voiliers")]),
        ("fr", "quatorze personnes", [(14, None, "", "personnes")]),
        ("fr", "7 morts et 30 blessés", [(7, None, "", "personnes"), (30, None, "", "personnes")]),
        ("fr", "entre 10 et 15 bateaux", [(10, 15, "", "bateaux")]),
        ("fr", "quatre longues années", []),
        ("es", "1.200 millones de euros", [(1.2e9, None, "", "EUR")]),
        ("es", "dos mil millones de euros", [(2e9, None, "", "EUR")]),
        ("es", "unos 300 vecinos", [(300, None, "about", "vecinos")]),
        ("es", "7 muertos y 30 heridos", [(7, None, "", "personas"), (30, None, "", "personas")]),
        ("es", "una veintena de barcos", [(20, None, "about", "barcos")]),
        ("es", "de cada tres trenes", []),
        ("nl", "1,5 miljoen euro", [(1.5e6, None, "", "EUR")]),
        ("nl", "ruim 2.350 dakpannen", [(2350, None, "least", "dakpannen")]),
        ("nl", "4,2 procent", [(4.2, None, "", "%")]),
        ("sv", "1,5 miljoner kronor", [(1.5e6, None, "", "SEK")]),
        ("sv", "drygt 2 350 takpannor", [(2350, None, "least", "takpannor")]),
        ("sv", "mellan 10 och 15 båtar", [(10, 15, "", "båtar")]),
        ("nl", "tussen 10 en 15 boten", [(10, 15, "", "boten")]),
    ],
)
def test_amounts_people_and_bounds_of_other_languages(language, text, found):
    """Magnitudes, numbers as words, people whatever they are called, and what the words before a number make of it."""
    read = language_of(language).numbers.quantities(text)
    assert [(one.value, one.top, one.approximate, one.noun if one.unit == one.noun else one.unit) for one in read] == [
        (value, top, approximate, unit) for value, top, approximate, unit in found
    ]
