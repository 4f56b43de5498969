"""A further language is one file of data: with it quotations and origins are read, without it they are refused."""

from dataclasses import replace

import pytest

from digest.language import language_of, registry
from digest.language.marks import PAIRS
from digest.language.speech import Attribution, Rule, Rules, Speech
from digest.link.quotes import quotes
from digest.link.reading import read

SAID = "sagte|schrieb|erklärte"
SPEECH = Speech(
    marks=(PAIRS[2],),
    quoted=Rules(Rule("low marks", r"„[^“]*(?:“|\Z)")),
    saying=SAID,
    telling="antwortete",
    same_speaker="ergänzte",
    pronouns="er|sie",
    adverbs="später",
    settings="am|in|der|die|das",
    after_verb="am|in",
    contrasts="aber|doch",
    definite="der|die|das",
    determiners="ein|eine|sein|seine",
    link_words="und|oder|von|am|in|im|mit|für|dass",
    may_follow=r"\w+lich",
    short_titles="Dr|Prof",
    offices="Präsident|Präsidentin",
    ranks="Bürgermeister|Bürgermeisterin",
    openers="Am|In|Aber",
    particles="von|zu",
    of="aus",
    couple="und",
    bodies="Verein|Amt",
    nobody=frozenset({"er", "sie", "der", "die", "das"}),
)
ATTRIBUTION = Attribution(
    definite="der|die|das",
    papers="Zeitung|Anzeiger",
    stations="Rundfunk",
    before_outlet=Rules(Rule("laut", "laut|wie"), before=r"\b(?i:", after=") "),
    after_outlet=Rules(Rule("berichtete", " (?:berichtete|meldete)")),
    told_us=Rules(Rule("uns", r"\b(?:sagte|erklärte) uns\b")),
)
WORDS = "Wir verkaufen die alte Mole an niemanden auf der Welt"
REST = "Der Hafen liegt an der Bucht. Zwei Boote kommen im Mai."


@pytest.fixture
def german(monkeypatch):
    """Let German say how it quotes and attributes."""
    spoken = replace(language_of("de"), speech=SPEECH, attribution=ATTRIBUTION)
    monkeypatch.setitem(registry.profiles(), "de", spoken)
    language_of.cache_clear()
    yield
    language_of.cache_clear()


SPOKEN = {
    f"„{WORDS}“, sagte Bürgermeisterin Ida Öhlund.": "Ida Öhlund",
    f"Ida von Öhlund erklärte am Montag: „{WORDS}.“": "Ida von Öhlund",
    f"Carl Weber kam. „{WORDS}“, sagte er. Carl Weber schrieb es auf.": "Carl Weber",
    f"„{WORDS}“, meinte Ida Öhlund.": None,
}


@pytest.mark.parametrize("words", SPOKEN)
def test_quotations_are_read_with_the_words_of_their_language(german, article, words):
    """Its marks, its verbs, its titles."""
    found = quotes(read((article("gazette", "Mole", words, REST, language="de", long=True),)))
    assert [quote.speaker for quote in found] == ([SPOKEN[words]] if SPOKEN[words] else [])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Laut Reuters kommen zwei Boote.", ["Reuters"]),
        ("Zwei Boote kommen, wie die Oldenhafener Zeitung berichtete.", ["Oldenhafener Zeitung"]),
        ("„Laut Reuters kommen zwei Boote“, sagte Ida Öhlund.", []),
        ("Ida Öhlund mag Reuters.", []),
    ],
)
def test_origins_are_read_with_the_cues_of_their_language(german, article, linked, words, found):
    """Its cues, its papers' names, and not what somebody says."""
    assert [it.name for it in linked(article("gazette", "Mole", words, REST, language="de", long=True)).origins] == found
    own = article("gazette", "Mole", "Ida Öhlund sagte uns, dass zwei Boote kommen.", REST, language="de", long=True)
    assert [role.role for role in linked(own).roles] == ["original"]


def test_a_language_without_them_shows_none(article, linked):
    """Nothing is read by the words of English."""
    words = f"„{WORDS}“, sagte Ida Öhlund. Laut Reuters kommen zwei Boote. “{WORDS},” said Ida Brown. According to Reuters."
    tied = linked(article("gazette", "Mole", words, REST, language="sk", long=True))
    assert (tied.quotes, tied.origins, tied.independent) == ((), (), None)
