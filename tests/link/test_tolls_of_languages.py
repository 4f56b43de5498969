"""In German, French and Spanish too people are counted by what befell them, where, and when."""

import pytest

from digest.link.figures import figures
from digest.link.figures.measures import mentions
from digest.link.reading import read
from digest.model import Article, Text


def reading_of(language, *texts):
    """Articles of one language, each a title and its sentences."""
    return read(
        [
            Article(id=letter * 16, where="x", title=Text(title), paragraphs=tuple(map(Text, sentences)), language=language)
            for letter, (title, *sentences) in zip("abcd", texts, strict=False)
        ]
    )


def toll(language, sentence):
    """The toll of the number 40 of a sentence; None where it is none."""
    found = [one.toll for one in mentions(reading_of(language, ("Hafen", sentence))) if one.quantity.value == 40]
    assert found, f"40 is no number in: {sentence}"
    return found[0]


def differing(language, *texts):
    """The values of each figure in which articles differ."""
    told = figures(reading_of(language, *(("Hafen", *sentences) for sentences in texts)))
    return [[value.text for value in figure.values] for figure in told if figure.conflict]


BEFELL = (
    ("de", 0, "Der Sturm tötete in Oldenhafen 40 Menschen."),
    ("de", 0, "Bei dem Sturm kamen 40 Menschen ums Leben."),
    ("de", 0, "Im Sturm wurden 40 Menschen auf der Werft von Trümmern getötet."),
    ("de", 0, "Die Zahl der Toten stieg auf 40 Menschen."),
    ("de", 0, "Der Sturm forderte 40 Todesopfer."),
    ("de", 1, "Im Sturm wurden 40 Menschen verletzt."),
    ("de", 1, "Am Tor zählte die Wache 40 Verletzte."),
    ("de", 2, "Nach dem Sturm werden 40 Menschen vermisst."),
    ("de", 3, "Im Hafen wurden 40 Menschen evakuiert."),
    ("de", 4, "Die Wache nahm am Tor 40 Menschen fest."),
    ("de", 5, "Die Wache rettete 40 Menschen."),
    ("de", 8, "Der Sturm zerstörte 40 Häuser."),
    ("de", 9, "Im Sturm wurden 40 Häuser beschädigt."),
    ("fr", 0, "La tempête a tué 40 personnes."),
    ("fr", 0, "Dans la tempête, 40 personnes ont été tuées."),
    ("fr", 0, "Dans la tempête, 40 personnes, dont deux boulangers, ont perdu la vie."),
    ("fr", 0, "La tempête a fait 40 morts."),
    ("fr", 1, "La tempête a blessé 40 personnes."),
    ("fr", 1, "La garde compte 40 blessés."),
    ("fr", 2, "Au port, 40 personnes sont portées disparues."),
    ("fr", 3, "La garde a évacué 40 personnes."),
    ("fr", 4, "Au port, 40 personnes ont été interpellées."),
    ("fr", 8, "La tempête a détruit 40 maisons."),
    ("fr", 9, "Au port, 40 maisons ont été endommagées."),
    ("es", 0, "La tormenta mató a 40 personas."),
    ("es", 0, "En la tormenta murieron 40 personas."),
    ("es", 0, "En la tormenta 40 personas, entre ellas dos panaderos, perdieron la vida."),
    ("es", 0, "La tormenta dejó 40 muertos."),
    ("es", 1, "La tormenta dejó 40 heridos."),
    ("es", 1, "En el puerto 40 personas resultaron heridas."),
    ("es", 2, "Tras la tormenta 40 personas están desaparecidas."),
    ("es", 3, "En el puerto 40 personas fueron evacuadas."),
    ("es", 4, "La guardia detuvo a 40 personas."),
    ("es", 8, "La tormenta destruyó 40 casas."),
    ("es", 9, "En el puerto 40 casas quedaron dañadas."),
)


@pytest.mark.parametrize(("language", "fate", "sentence"), BEFELL)
def test_what_befell_people_makes_their_number_a_toll(language, fate, sentence):
    """By the word before it, behind it, or the name of who is counted."""
    assert toll(language, sentence).fate == fate


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Der Sturm begeisterte 40 Menschen."),
        ("de", "Der Sturm könnte 40 Menschen getötet haben."),
        ("de", "Seit dem Herbst wurden 40 Menschen getötet."),
        ("de", "Vor zwei Jahren wurden 40 Menschen getötet."),
        ("de", "Dabei wurden 40 Menschen getötet."),
        ("de", "Im Hafen warteten 40 Menschen und sahen getötete Fische."),
        ("fr", "La tempête a ravi 40 personnes."),
        ("fr", "La tempête pourrait tuer 40 personnes."),
        ("fr", "La tempête tue 40 personnes par an."),
        ("fr", "Il y a deux ans, 40 personnes ont été tuées."),
        ("es", "La tormenta encantó a 40 personas."),
        ("es", "La tormenta podría matar a 40 personas."),
        ("es", "La tormenta mató a otras 40 personas."),
        ("es", "Hace dos semanas murieron 40 personas."),
    ],
)
def test_other_words_and_other_times_make_none(language, sentence):
    """Nor does what may come, a rate, a part, or what was at another time."""
    assert toll(language, sentence) is None


@pytest.mark.parametrize(
    ("language", "said", "other"),
    [
        ("de", "Der Sturm in Oldenhafen tötete {} Menschen.", "Im Sturm in Oldenhafen starben {} Menschen."),
        ("fr", "La tempête a tué {} personnes à Vieuxport.", "À Vieuxport, {} personnes ont été tuées."),
        ("es", "La tormenta mató a {} personas en Puertoviejo.", "En Puertoviejo murieron {} personas."),
    ],
)
def test_two_tolls_of_one_place_differ_and_those_of_two_places_do_not(language, said, other):
    """The dead of one town are counted in two ways; those of another town are others."""
    (values,) = differing(language, [said.format(40)], [other.format(55)])
    assert [value.split()[0] for value in values] == ["40", "55"]
    town = {"de": "Oldenhafen", "fr": "Vieuxport", "es": "Puertoviejo"}[language]
    assert differing(language, [said.format(40)], [other.format(55).replace(town, "Neustadt")]) == []
