"""Whose reporting is repeated in German, French and Spanish: papers, agencies and stations, not those who only speak."""

import pytest

REST = {
    "de": "Der Hafen liegt an der Bucht. Zwei Boote kommen im Mai.",
    "fr": "Le port est dans la baie. Deux bateaux viennent en mai.",
    "es": "El puerto está en la bahía. Dos barcos vienen en mayo.",
}
CASES = [
    ("de", "Laut Oldenhafener Zeitung kommen zwei Boote.", ["Oldenhafener Zeitung"]),
    ("de", "Einem Bericht des Küstenkuriers zufolge kommen zwei Boote.", ["Küstenkurier"]),
    ("de", "Zwei Boote kommen, wie die Nachrichtenagentur Reuters meldet.", ["Reuters"]),
    ("de", "Zwei Boote kommen, meldet die dpa unter Berufung auf den Hafen.", ["dpa"]),
    ("de", "Nach Informationen der „Süddeutschen Zeitung“ kommen zwei Boote.", ["Süddeutsche Zeitung"]),
    ("de", "Der Sender NDR hatte zuerst berichtet, dass zwei Boote kommen.", ["Norddeutscher Rundfunk"]),
    ("de", "„Zwei Boote kommen“, sagte Ida Öhlund der Neuen Oldenhafener Zeitung.", ["Neuen Oldenhafener Zeitung"]),
    ("de", "Ida Öhlund sagte im Interview mit dem Küstenkurier, dass zwei Boote kommen.", ["Küstenkurier"]),
    ("de", "Zwei Boote kommen, berichten dpa und AFP.", ["Agence France-Presse", "dpa"]),
    ("de", "Laut Polizei kommen zwei Boote.", []),
    ("de", "Nach Angaben der Feuerwehr kommen zwei Boote.", []),
    ("de", "Nach Angaben von Ida Öhlund kommen zwei Boote.", []),
    ("de", "Wie die Zeit vergeht: Zwei Boote kommen.", []),
    ("de", "„Laut Reuters kommen zwei Boote“, sagte Ida Öhlund.", []),
    ("de", "Die Deutsche Post bringt zwei Boote.", []),
    ("de", "Laut einer Umfrage kommen zwei Boote.", []),
    ("fr", "Selon Le Monde, deux bateaux viennent.", ["Le Monde"]),
    ("fr", "Deux bateaux viennent, rapporte l’agence Reuters.", ["Reuters"]),
    ("fr", "D’après le quotidien Le Courrier du Cap, deux bateaux viennent.", ["Courrier du Cap"]),
    ("fr", "Deux bateaux viennent, a indiqué l’AFP.", ["Agence France-Presse"]),
    ("fr", "Ida Brun a confié à la Dépêche de Vieuxport que deux bateaux viennent.", ["Dépêche de Vieuxport"]),
    ("fr", "Selon une information révélée par « Le Figaro », deux bateaux viennent.", ["Le Figaro"]),
    ("fr", "Selon la police, deux bateaux viennent.", []),
    ("fr", "D’après Ida Brun, deux bateaux viennent.", []),
    ("fr", "Selon un sondage, deux bateaux viennent dans le monde.", []),
    ("fr", "« Selon Reuters, deux bateaux viennent », dit Ida Brun.", []),
    ("es", "Según El País, vienen dos barcos.", ["El País"]),
    ("es", "Vienen dos barcos, informa la agencia EFE.", ["EFE"]),
    ("es", "Vienen dos barcos, según publica el diario El Mundo.", ["El Mundo"]),
    ("es", "Ida Bruna dijo a La Voz de Puertoviejo que vienen dos barcos.", ["Voz de Puertoviejo"]),
    ("es", "La Cadena SER adelantó que vienen dos barcos.", ["Cadena SER"]),
    ("es", "De acuerdo con Reuters, vienen dos barcos.", ["Reuters"]),
    ("es", "Según la policía, vienen dos barcos.", []),
    ("es", "Según Ida Bruna, vienen dos barcos.", []),
    ("es", "Según una encuesta, vienen dos barcos al país.", []),
    ("es", "“Según Reuters vienen dos barcos”, dijo Ida Bruna.", []),
]


@pytest.mark.parametrize(("language", "words", "found"), CASES)
def test_whose_reporting_is_repeated(article, linked, language, words, found):
    """By the cues of the language; a police, a person and a poll are no outlets."""
    told = linked(article("gazette", "1", words, REST[language], language=language, long=True))
    assert sorted(one.name for one in told.origins if one.kind == "outlet") == sorted(found)


OWN = [
    ("de", "Ida Öhlund sagte unserer Zeitung, dass zwei Boote kommen.", "Ida Öhlund sagte, dass zwei Boote kommen."),
    ("fr", "Ida Brun nous a dit que deux bateaux viennent.", "Ida Brun a dit que deux bateaux viennent."),
    ("es", "Ida Bruna nos dijo que vienen dos barcos.", "Ida Bruna dijo que vienen dos barcos."),
]


@pytest.mark.parametrize(("language", "own", "other"), OWN)
def test_who_was_told_reports_on_their_own(article, linked, language, own, other):
    """What was said to the article's own house is its own reporting; what was only said is nobody's."""
    roles = [
        linked(article("gazette", "1", words, REST[language], language=language, long=True)).roles[0].role
        for words in (own, other)
    ]
    assert roles == ["original", "unknown"]
