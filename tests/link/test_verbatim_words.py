"""Where no grammar is known the words themselves support a statement: which may be there besides, and where."""

import pytest

from digest.link.reading import read
from digest.link.support import SpanTerms
from digest.link.support.verbatim import _has_words
from digest.model import Article, Text

SHUT = "Der Hafen von Oldenhafen sperrt die alte Fähre."
CASES = [
    ("de", "Die Preise in Salzmarsch stiegen um 5 Prozent.", "Die Preise stiegen in Salzmarsch um 5 %.", True),
    ("de", "Die Preise in Salzmarsch stiegen um 5 %.", "Die Preise stiegen in Salzmarsch um 5 Prozent.", True),
    ("de", "Die Preise in Salzmarsch stiegen um 5 Prozent.", "Die Preise stiegen in Salzmarsch um 5 Punkte.", False),
    ("de", SHUT, "Der Hafen von Oldenhafen sperrt am Kai die alte Fähre.", True),
    ("de", SHUT, "Der Hafen von Oldenhafen sperrt angeblich die alte Fähre.", False),
    ("de", SHUT, "Der Hafen von Oldenhafen sperrt die alte Fähre nicht.", False),
    ("de", SHUT, "Der Hafen von Oldenhafen sperrt die Fähre.", False),
    ("de", "Der Hafen sperrt am Montag die Fähre.", "Am Montag sperrt der Hafen die Fähre.", True),
    ("de", "Carl Weber verklagt Ida Brandt.", "Ida Brandt verklagt am Kai Carl Weber.", False),
    ("de", "Die Werft verkauft Kisten.", "Es verkauft die Werft Kisten.", True),
    ("de", "Der Fischer verklagt den Reeder.", "Den Fischer verklagt der Reeder.", False),
    ("de", "Der Fischer verklagt den Reeder.", "Der Fischer verklagt heute den Reeder.", True),
    ("de", "Das Schiff fährt von Brae nach Marlau.", "Das Schiff fährt nach Brae von Marlau.", False),
    ("de", "Der Preis stieg von 40 auf 60 Kronen.", "Der Preis stieg von 60 auf 40 Kronen.", False),
    ("de", "Der Preis stieg von 40 auf 60 Kronen.", "Am Montag stieg der Preis von 40 auf 60 Kronen.", True),
    ("de", "Der Rat lehnt den Plan ab, der Hafen stimmt zu.", "Der Rat stimmt zu, den Plan lehnt der Hafen ab.", False),
    ("de", "Es kamen mehr Gäste und weniger Helfer.", "Es kamen mehr Helfer und weniger Gäste.", False),
    ("de", "Die Werft gehört nicht Orbix, sondern Nordwerk.", "Die Werft gehört Orbix, sondern nicht Nordwerk.", False),
    ("de", "Das Wasser sank auf -5 Grad.", "Das Wasser sank auf 5 Grad.", False),
    ("de", "Das Wasser sank auf -5 Grad.", "Das Wasser sank am Kai auf −5 Grad.", True),
    ("de", "Es waren -5 Grad.", "Es waren am Kai 5 Grad.", False),
    ("de", "Die Steuer stieg um 3 %.", "Die Steuer stieg um 3.", False),
    ("de", "Die Steuer stieg um 3 %.", "Die Steuer stieg am Kai um 3%.", True),
    ("de", "Die Fischer fangen Heringe.", "Die Fischer fangen kaum Heringe.", False),
    ("it", "Il sindaco chiude il ponte.", "Il sindaco chiude il ponte?", False),
    ("it", "Il sindaco chiude il ponte?", "Il sindaco chiude il ponte?", True),
    ("tr", "Liman geliri -5 puan arttı.", "Liman geliri 5 puan arttı.", False),
    ("tr", "Liman geliri 5% arttı.", "Liman geliri 5 arttı.", False),
    ("ru", "Цена рыбы выросла на 5 %.", "Цена рыбы вчера выросла на 5.", False),
    ("ru", "Цена рыбы выросла на 5 %.", "Цена рыбы вчера выросла на 5%.", True),
    ("fr", "Le port ferme lundi la vieille halle.", "Lundi le port ferme la vieille halle.", True),
    ("es", "El puerto cierra la vieja lonja.", "La vieja lonja cierra el puerto de ayer.", False),
    ("tr", "Liman eski feribotu kapatacak.", "Liman, “eski” feribotu  Kapatacak.", True),
    ("tr", "Liman eski feribotu kapatacak.", "Liman eski feribotu bugün kapatacak.", False),
    ("tr", "Liman eski feribotu kapatacak.", "Liman eski gemiyi kapatacak.", False),
    ("tr", "Liman eski feribotu kapatacak.", "Eski liman feribotu kapatacak.", False),
]


@pytest.mark.parametrize(("language", "statement", "words", "there"), CASES)
def test_the_words_of_a_statement_are_there_in_their_order(language, statement, words, there):
    """None of denial or doubt besides; days may move, and where nouns have capitals the rest may; else all is the same."""
    articles = [
        Article(id=f"{number:016}", where="x", title=Text("Hafen"), paragraphs=(Text(text),), language=language)
        for number, text in enumerate((statement, words))
    ]
    terms = SpanTerms(read(articles))
    mine, theirs = (
        next(row for row, span in enumerate(terms.reading.spans) if terms.reading.words(span) == text)
        for text in (statement, words)
    )
    assert _has_words(terms, mine, theirs) == there
