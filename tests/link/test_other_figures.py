"""Figures in German, French and Spanish: what agrees, what differs, and what is told apart."""

import pytest

from digest.link.figures import figures
from digest.link.reading import read

AGREE = [
    (
        "de",
        "Der Umbau der Werft kostet 17 Millionen Euro.",
        "Die Werft wird umgebaut, der Umbau kostet knapp 17 Mio. Euro.",
        1.7e7,
    ),
    ("de", "In Oldenhafen wurden 14 Menschen verletzt.", "Es gab in Oldenhafen 14 Verletzte.", 14),
    ("de", "Der Sturm riss 2.350 Ziegel vom Dach.", "Vom Dach fielen im Sturm 2350 Ziegel.", 2350),
    (
        "fr",
        "Les travaux du chantier coûtent 17 millions d’euros.",
        "Le chantier est en travaux, pour près de 17 millions d’euros.",
        1.7e7,
    ),
    ("fr", "À Vieuxport, 14 personnes ont été blessées.", "On compte 14 blessés à Vieuxport.", 14),
    (
        "es",
        "Las obras del astillero cuestan 17 millones de euros.",
        "El astillero está en obras, por casi 17 millones de euros.",
        1.7e7,
    ),
    ("es", "En Puertoviejo resultaron heridas 14 personas.", "Hay 14 heridos en Puertoviejo.", 14),
]
DIFFER = [
    ("de", "Beim Brand der Werft kamen zwei Menschen ums Leben.", "Beim Brand der Werft starben drei Menschen.", (2, 3)),
    (
        "de",
        "Die Ernte der Insel betrug 41.200 Fässer Hering.",
        "Die Ernte der Insel betrug 43.900 Fässer Hering.",
        (41200, 43900),
    ),
    ("fr", "L’incendie du chantier a tué deux personnes.", "L’incendie du chantier a tué trois personnes.", (2, 3)),
    ("es", "El incendio del astillero mató a dos personas.", "El incendio del astillero mató a tres personas.", (2, 3)),
]
APART = [
    (
        "de",
        "Die Arbeitslosenquote in Wexberg liegt bei 5,3 Prozent.",
        "Die Arbeitslosenquote in Wexberg lag im Vormonat bei 5,5 Prozent.",
    ),
    ("es", "El incendio de Wexburgo dejó 12 muertos.", "El año pasado otro incendio en Wexburgo dejó 15 muertos."),
    ("es", "El incendio de Wexburgo dejó 12 muertos.", "Hace un año, un incendio en Wexburgo dejó 15 muertos."),
    ("fr", "L'incendie de Wexbourg a fait 12 morts.", "L'an dernier, 15 personnes sont mortes dans un incendie à Wexbourg."),
    (
        "fr",
        "Le taux de chômage à Wexbourg s'établit à 5,3 %.",
        "Le taux de chômage à Wexbourg s'établissait à 5,5 % un an plus tôt.",
    ),
    ("de", "Beim Brand der Werft starben zwei Menschen.", "Beim Brand der Werft wurden drei Menschen verletzt."),
    ("de", "Die Werft verkauft 430 alte Boote.", "Die Werft verkauft die 430 alten Boote nicht."),
    (
        "de",
        "Der Gewinn der Werft Harmsen stieg auf 430 Millionen Euro.",
        "Der Gewinn der Werft Harmsen soll auf 480 Millionen Euro steigen.",
    ),
    ("fr", "L’incendie du chantier a tué deux personnes.", "L’incendie du chantier a blessé trois personnes."),
    ("fr", "Le chantier vend 430 vieux bateaux.", "Le chantier ne vend pas 430 vieux bateaux."),
    ("es", "El incendio del astillero mató a dos personas.", "El incendio del astillero hirió a tres personas."),
    ("es", "El astillero vende 430 barcos viejos.", "El astillero no vende 430 barcos viejos."),
]


def found(article, language, *texts):
    """The figures of articles with a text each."""
    return figures(read([article(f"paper {number}", "1", text, language=language) for number, text in enumerate(texts)]))


@pytest.mark.parametrize(("language", "one", "other", "value"), AGREE)
def test_one_value_in_two_wordings_agrees(article, language, one, other, value):
    """Rounded, abbreviated, as people or as the injured."""
    (figure,) = found(article, language, one, other)
    assert not figure.conflict
    assert {each.value for each in figure.values} == {value}
    assert sum(len(each.citations) for each in figure.values) == 2


@pytest.mark.parametrize(("language", "one", "other", "values"), DIFFER)
def test_two_values_of_one_measure_differ(article, language, one, other, values):
    """Where nothing tells them apart."""
    (figure,) = found(article, language, one, other)
    assert figure.conflict
    assert tuple(sorted(each.value for each in figure.values)) == values


@pytest.mark.parametrize(("language", "one", "other"), APART)
def test_what_is_told_apart_neither_agrees_nor_differs(article, language, one, other):
    """The dead and the injured, what is denied, and what is to come."""
    assert found(article, language, one, other) == ()
