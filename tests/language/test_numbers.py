"""Numbers are read by the marks and words of their language, or not at all."""

import pytest

from digest.language import language_of
from digest.link.figures.quantities import quantities

READ = [
    ("de", "Am Kai lagen 12.400 Kisten.", [(12400, "kisten")]),
    ("de", "Das kostet 1,5 Mio. Euro, der Anteil stieg auf 4,2 Prozent.", [(1.5e6, "EUR"), (4.2, "%")]),
    ("de", "Die Stadt zahlt 3 Milliarden Franken und 250.000 € im Jahr.", [(3e9, "CHF"), (250000, "EUR")]),
    ("fr", "Le pont a coûté 12 400 euros à 3 200 familles.", [(12400, "EUR"), (3200, "familles")]),
    ("fr", "Il faut 2,5 milliards d’euros, soit 4,2 % du budget.", [(2.5e9, "EUR"), (4.2, "%")]),
    ("es", "El puente costó 3.000 millones de euros, un 4,2 por ciento más.", [(3e9, "EUR"), (4.2, "%")]),
    ("de", "Sie zahlen 2,4 Millionen Euro.", [(2.4e6, "EUR")]),
    ("fr", "Ils paient 2,4 millions d’euros.", [(2.4e6, "EUR")]),
    ("es", "Pagan 2,4 millones de euros.", [(2.4e6, "EUR")]),
    ("it", "Pagano 2,4 milioni di euro e 20mila sterline.", [(2.4e6, "EUR"), (20000, "GBP")]),
    ("it", "Il ponte è lungo il 4,2 per cento in più, con 12.400 bulloni.", [(4.2, "%"), (12400, "bulloni")]),
    ("pt", "Pagam 2,4 milhões de euros e R$ 3 bilhões.", [(2.4e6, "EUR"), (3e9, "BRL")]),
    ("pt", "A ponte tem 12.400 parafusos, 4,2% a mais.", [(12400, "parafusos"), (4.2, "%")]),
    ("es", "Hubo 12.400 visitantes y 20 mil entradas.", [(12400, "visitantes"), (20000, "entradas")]),
]
NOT_READ = [
    ("de", "1,200 Kisten", "a comma before three digits is a decimal mark here and parts thousands in English"),
    ("es", "un 4.2% más", "a full stop before one digit parts no thousands"),
    ("de", "rund 300 Helfer", "a bound is no value"),
    ("fr", "plus de 300 personnes", "a bound is no value"),
    ("es", "unos 300 vecinos", "a bound is no value"),
    ("de", "10 bis 15 Boote", "a range has no one value"),
    ("fr", "entre 10 et 15 bateaux", "a range has no one value"),
    ("de", "im Jahr 2031 Boote", "a year counts nothing"),
    ("de", "um 15 Uhr", "an hour counts nothing"),
    ("es", "tiene 45 años", "an age is no figure"),
    ("fr", "le 4 juin", "a day counts nothing"),
    ("es", "doce o 12 personas", "the dead of one report are the injured of another"),
    ("de", "endete 4:2 gegen", "a score counts nothing"),
    ("en", "They pay 2,4 million euros", "a comma before one digit parts no thousands"),
    ("en", "They pay 1.234,50 euros", "two marks of decimals"),
    ("it", "circa 300 vele", "a bound is no value"),
    ("it", "tra 10 e 15 barche", "a range has no one value"),
    ("pt", "mais de 300 velas", "a bound is no value"),
    ("pt", "entre 10 e 15 barcos", "a range has no one value"),
]


@pytest.mark.parametrize(("language", "text", "amounts"), READ)
def test_numbers_are_read_by_the_marks_of_their_language(language, text, amounts):
    """A full stop parts thousands in German and Spanish, a space in French, and a comma decimals in all three."""
    assert [(one.value, one.unit) for one in quantities(text, language_of(language))] == amounts


@pytest.mark.parametrize(("language", "text", "why"), NOT_READ)
def test_what_could_mean_something_else_is_no_amount(language, text, why):
    """In doubt a number is not read."""
    assert quantities(text, language_of(language)) == (), why


@pytest.mark.parametrize("language", ["pl", "hi", "ar", "ja", "tr", "xx"])
def test_a_language_without_a_profile_has_no_figures(language):
    """What is not known is refused."""
    assert language_of(language).numbers is None
