"""Who speaks, in each language that says how it quotes: before the words and behind, by name and by office, or nobody."""

import pytest

from digest.link.quotes import quotes
from digest.link.reading import read

WORDS = {
    "de": "Wir verkaufen die alte Mole an niemanden auf der Welt",
    "fr": "Nous ne vendrons la vieille jetée à personne au monde",
    "es": "No venderemos el viejo muelle a nadie en el mundo",
    "it": "Non venderemo il vecchio molo a nessuno al mondo",
    "pt": "Não venderemos o velho cais a ninguém no mundo",
    "nl": "Wij verkopen de oude pier aan niemand op de wereld",
    "sv": "Vi säljer inte den gamla piren till någon i världen",
}
SPOKEN = {
    "de": [
        ("„{}“, sagte Bürgermeisterin Ida Öhlund am Montag.", "Ida Öhlund"),
        ("„{}“, sagte die Bürgermeisterin von Oldenhafen, Ida Öhlund.", "Ida Öhlund"),
        ("„{}“, so Ida Öhlund.", "Ida Öhlund"),
        ("„{}“, sagte Ida Öhlund von der Initiative Freies Ufer.", "Ida Öhlund"),
        ("„{}“, sagte Professorin Ida von der Heide.", "Ida von der Heide"),
        ("»{}«, erklärte Ida Öhlund der Oldenhafener Zeitung.", "Ida Öhlund"),
        ("«{}», betont Professor Ida von Öhlund im Gespräch.", "Ida von Öhlund"),
        ('"{}", fügte Ida Öhlund hinzu.', None),
        ("Ida Öhlund betonte am Abend vor Reportern: „{}.“", "Ida Öhlund"),
        ("Am Montag sagte Ida Öhlund: „{}.“", "Ida Öhlund"),
        ("Dazu erklärte der Hafenchef Jens Ahlers: „{}.“", "Jens Ahlers"),
        ("Ida Öhlund (46), Bürgermeisterin seit März, sagt: „{}.“", "Ida Öhlund"),
        ("Ministerin Ida Öhlund (SPD) sagte am Dienstag in Oldenhafen: „{}.“", "Ida Öhlund"),
        ("Der Minister des Landes, Jens Ahlers, sagte am Dienstag: „{}.“", "Jens Ahlers"),
        ("Die Stadt Oldenhafen sagte: „{}.“", None),
        ("Jens Ahlers, der Hafenchef, sagte: „{}.“", "Jens Ahlers"),
        ("„{}“, sagte ein Sprecher der Polizei.", None),
        ("„{}“, sagte die Polizei Oldenhafen.", None),
        ("„{}“, heißt es in der Mitteilung. Ida Öhlund lachte.", None),
        ("„{}“, stand auf dem Plakat. Ida Öhlund sah es.", None),
        ("Die Anwältin von Ida Öhlund sagte: „{}.“", None),
        ("„{}“, sagte Montag ein Angler.", None),
        ("„{}“, sagte sie der dpa.", None),
        ("„{}“, sagte Anfang der Woche Ida Öhlund.", None),
    ],
    "fr": [
        ("« {} », a déclaré Ida Brun lundi.", "Ida Brun"),
        ("« {} », a déclaré la maire de Vieuxport, Ida Brun.", "Ida Brun"),
        ("« {} », selon Ida Brun.", "Ida Brun"),
        ("«\u00a0{}\u00a0», explique la biologiste Ida Brun.", "Ida Brun"),
        ("“{}”, assure Mme Ida Brun.", "Ida Brun"),
        ("Ida Brun a affirmé lundi devant la presse : « {}. »", "Ida Brun"),
        ("Pour Ida Brun, « {}. »", "Ida Brun"),
        ("Jean Harel, le directeur du port, a répondu : « {}. »", "Jean Harel"),
        ("« {} », a confié à l’AFP le directeur du port Jean Harel.", "Jean Harel"),
        ("« {} », s’est indignée Ida Brun.", "Ida Brun"),
        ("« {}, a déclaré la maire, Ida Brun. Jamais de la vie. »", "Ida Brun"),
        ("« {}, explique Ida Brun, et personne ne l’achètera. »", "Ida Brun"),
        ("« {}, a-t-il dit. Jamais de la vie. »", None),
        ("« {} », a déclaré un porte-parole de la police.", None),
        ("« {} », a déclaré le ministère.", None),
        ("« {} », peut-on lire sur une pancarte. Ida Brun passait.", None),
        ("L’avocate de Ida Brun a déclaré : « {}. »", None),
        ("Le ministre de l’Intérieur, Paul Garin, a déclaré mardi : « {}. »", "Paul Garin"),
        ("La directrice du port Ida Brun a déclaré mardi : « {}. »", "Ida Brun"),
        ("Le ministre de l’Intérieur a déclaré mardi : « {}. »", None),
        ("« {} », a-t-il dit.", None),
        ("« {} », a déclaré lundi un pêcheur.", None),
    ],
    "es": [
        ("“{}”, dijo Ida Bruna el lunes.", "Ida Bruna"),
        ("“{}”, dijo la alcaldesa de Puertoviejo, Ida Bruna.", "Ida Bruna"),
        ("«{}», según Ida Bruna.", "Ida Bruna"),
        ("«{}», explica la bióloga Ida Bruna.", "Ida Bruna"),
        ('"{}", ha asegurado Ida Bruna.', "Ida Bruna"),
        ("Ida Bruna afirmó el lunes ante la prensa: “{}”.", "Ida Bruna"),
        ("Para Ida Bruna, “{}”.", "Ida Bruna"),
        ("Juan Harte, director del puerto, respondió: “{}”.", "Juan Harte"),
        ("“{}”, dijo a EFE el director del puerto, Juan Harte.", "Juan Harte"),
        ("“{}”, dijo un portavoz de la policía.", None),
        ("“{}”, dijo el presidente de Perú.", None),
        ("“{}”, se lee en una pancarta. Ida Bruna pasaba.", None),
        ("La abogada de Ida Bruna dijo: “{}”.", None),
        ("El ministro del Interior, Pablo Garín, declaró este martes: “{}”.", "Pablo Garín"),
        ("El ministro del Interior declaró este martes: “{}”.", None),
        ("“{}”, dijo.", None),
        ("“{}”, dijo el lunes un pescador.", None),
    ],
    "it": [
        ("«{}», ha detto Ida Bruni lunedì.", "Ida Bruni"),
        ("«{}», ha dichiarato la sindaca di Portovecchio, Ida Bruni.", "Ida Bruni"),
        ("“{}”, spiega la biologa Ida Bruni.", "Ida Bruni"),
        ('"{}", secondo Ida Bruni.', "Ida Bruni"),
        ("Ida Bruni ha affermato lunedì: «{}».", "Ida Bruni"),
        ("«{}», ha detto un portavoce della polizia.", None),
        ("«{}», ha detto il presidente del Perù.", None),
        ("L’avvocata di Ida Bruni ha detto: «{}».", None),
    ],
    "pt": [
        ("“{}”, disse Ida Costa na segunda-feira.", "Ida Costa"),
        ("“{}”, afirmou a presidente da câmara de Portovelho, Ida Costa.", "Ida Costa"),
        ("«{}», explica a bióloga Ida Costa.", "Ida Costa"),
        ('"{}", segundo Ida Costa.', "Ida Costa"),
        ("Ida Costa afirmou na segunda-feira: “{}”.", "Ida Costa"),
        ("“{}”, disse um porta-voz da polícia.", None),
        ("“{}”, disse o presidente do Peru.", None),
        ("A advogada de Ida Costa disse: “{}”.", None),
    ],
    "nl": [
        ("‘{}’, zei Ida Bakker maandag.", "Ida Bakker"),
        ("“{}”, zegt burgemeester Ida van der Berg.", "Ida van der Berg"),
        ("‘{}’, aldus Ida Bakker.", "Ida Bakker"),
        ("„{}”, zei de directeur van de werf, Ida Bakker.", "Ida Bakker"),
        ("Ida Bakker zei maandag: ‘{}.’", "Ida Bakker"),
        ("‘{}’, zei een woordvoerder van de politie.", None),
        ("‘{}’, zei de president van Peru.", None),
        ("De advocaat van Ida Bakker zei: ‘{}.’", None),
    ],
    "sv": [
        ("”{}”, sade Ida Berg i måndags.", "Ida Berg"),
        ("»{}», säger borgmästaren Ida Berg.", "Ida Berg"),
        ("”{}”, sade chefen för varvet, Ida Berg.", "Ida Berg"),
        ('"{}", enligt Ida Berg.', "Ida Berg"),
        ("Ida Berg sade i måndags: ”{}.”", "Ida Berg"),
        ("”{}”, sade en talesman för polisen.", None),
        ("”{}”, sade presidenten i Peru.", None),
        ("Advokaten för Ida Berg sade: ”{}.”", None),
    ],
}
CASES = [(language, text, who) for language, cases in SPOKEN.items() for text, who in cases]


@pytest.mark.parametrize(("language", "text", "who"), CASES)
def test_who_speaks(article, language, text, who):
    """By the verbs, titles and marks of the language; in doubt nobody."""
    said = text.format(WORDS[language])
    found = quotes(read((article("gazette", "1", said, language=language, long=True),)))
    assert [quote.speaker for quote in found] == ([who] if who else [])
    assert all(WORDS[language] in quote.text for quote in found)
