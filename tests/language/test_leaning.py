"""Which sentences lean on the one before, in languages that say how those begin."""

import pytest

from digest.language import language_of
from digest.language.standing import leans, refusal

LEANS = {
    "de": [
        "Er blieb unverletzt und half den anderen an Bord.",
        "Das teilte die Werft am Montag in Oldenhafen mit.",
        "Dabei wurden vierzehn Menschen am Kai verletzt.",
        "Diese Pläne will der Rat im Mai noch einmal prüfen.",
        "Deshalb bleibt der Kai von Oldenhafen gesperrt.",
        "Wir haben den Kai von Oldenhafen gesperrt.",
        "Die alte ist seit zwei Jahren am Kai gesperrt.",
        "Es sei ein guter Tag für den Hafen von Oldenhafen.",
        "Die Fähre fährt am Montag wieder, sagte sie in Oldenhafen.",
        "Ihre Fähre liegt seit Montag am alten Kai.",
    ],
    "fr": [
        "Il est indemne et a aidé les autres à bord.",
        "Elle doit atteindre le quai de Vieuxport en mai.",
        "C’est ce qu’a annoncé le chantier de Vieuxport.",
        "Ces projets seront étudiés en mai par le conseil.",
        "Ensuite, le quai de Vieuxport a été fermé.",
        "Nous avons fermé le quai de Vieuxport lundi.",
        "L’ancien est fermé depuis deux ans à Vieuxport.",
        "Son ferry est à quai depuis lundi matin.",
    ],
    "es": [
        "Él salió ileso y ayudó a los demás a bordo.",
        "Obtuvo el 52 por ciento de los votos en mayo.",
        "Así lo anunció el astillero de Puertoviejo.",
        "Estos planes se estudiarán en mayo en el pleno.",
        "También cerró el muelle de Puertoviejo el lunes.",
        "Nosotros cerramos el muelle de Puertoviejo.",
        "Su ferri está en el muelle desde el lunes.",
        "Lo adelantó el lunes la prensa de Puertoviejo.",
    ],
}
STANDS = {
    "de": [
        "Das Landgericht Oldenhafen hat den Bankräuber verurteilt.",
        "Die Fähre von Oldenhafen fährt am Montag wieder.",
        "Es gibt am alten Kai wieder freie Liegeplätze.",
        "Der neue Kai von Oldenhafen wird im Mai eröffnet.",
        "Im Mai wird der neue Kai von Oldenhafen eröffnet.",
        "Sieben Boote liegen seit Montag am alten Kai.",
        "Die Stadt Oldenhafen teilte mit, dass der Kai gesperrt ist.",
    ],
    "fr": [
        "Il y a de nouveau des places libres au vieux quai.",
        "Le ferry de Vieuxport reprendra lundi son service.",
        "Le nouveau quai de Vieuxport ouvrira en mai.",
        "Lundi, le quai de Vieuxport a été fermé.",
        "La mairie de Vieuxport a fermé le vieux quai.",
        "L’ancien quai de Vieuxport est fermé depuis deux ans.",
    ],
    "es": [
        "Murieron dos personas en el muelle de Puertoviejo.",
        "El ferri de Puertoviejo volverá a navegar el lunes.",
        "El nuevo muelle de Puertoviejo se abrirá en mayo.",
        "La alcaldía de Puertoviejo cerró el viejo muelle.",
        "No habrá ferri en Puertoviejo hasta el lunes.",
        "También el muelle de Puertoviejo está cerrado desde mayo.",
        "Los vecinos del muelle protestaron el lunes.",
    ],
}
TURNS = {
    "de": ("Allerdings kam die Fähre am Ende doch noch an.", "Die Fähre kam allerdings am Ende doch noch an."),
    "fr": ("Pourtant, le ferry est enfin arrivé lundi.", "Le ferry est toutefois arrivé lundi au quai."),
    "es": ("Sin embargo, el ferri llegó por fin el lunes.", "El ferri sin embargo, llegó por fin el lunes."),
}


def refused(language, text):
    """Why a whole sentence cannot stand alone."""
    return refusal(text, 0, len(text), first=True, language=language_of(language))


@pytest.mark.parametrize(("language", "text"), [(one, text) for one, texts in LEANS.items() for text in texts])
def test_what_leans_on_the_sentence_before_cannot_stand_alone(language, text):
    """Pronouns, what points back, and a verb without its subject."""
    assert refused(language, text) == "a subject that points elsewhere"


@pytest.mark.parametrize(("language", "text"), [(one, text) for one, texts in STANDS.items() for text in texts])
def test_what_names_its_subject_stands_alone(language, text):
    """Also where it begins with a word that elsewhere points back."""
    assert refused(language, text) is None
    assert leans(text, language_of(language)) == 0


@pytest.mark.parametrize(("language", "text"), [(one, text) for one, texts in TURNS.items() for text in texts])
def test_what_takes_back_the_sentence_before_says_so(language, text):
    """By its first word or one behind its subject."""
    found = language_of(language).leaning.match(text)
    assert found is not None
    assert found.rule.tells == "turns"


@pytest.mark.parametrize(
    ("code", "named", "unnamed"),
    [
        (
            "ru",
            "«Мы ничего не видели из-за дыма», — сказала Петра Линд.",
            "«Мы ничего не видели из-за дыма», — сказала она.",
        ),
        ("fi", "”Emme nähneet savulta mitään”, sanoi Petra Lind.", "”Emme nähneet savulta mitään”, hän sanoi sitten."),
        ("zh", "“浓烟中我们什么也看不见，”司机佩特拉·林德说。", "“浓烟中我们什么也看不见。”他说。"),
        ("pl", "„Przez dym nic nie widzieliśmy” – mówi Petra Lind.", "„Przez dym nic nie widzieliśmy i nic nie słychać.”"),
    ],
)
def test_a_sentence_that_begins_with_a_quotation_stands_alone_with_its_speaker(code, named, unnamed):
    """Where a language does not say how it quotes, and no page shows the quotation as such."""
    language = language_of(code)
    assert refusal(named, 0, len(named), first=True, language=language) is None
    assert refusal(unnamed, 0, len(unnamed), first=True, language=language) == "no whole statement"


def test_where_quotations_are_told_apart_none_is_a_line():
    """It is shown as a quotation."""
    words = "„Wir konnten vor lauter Rauch nichts sehen“, sagte Petra Lind."
    assert refusal(words, 0, len(words), first=True, language=language_of("de")) == "no whole statement"
