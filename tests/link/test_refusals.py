"""Each rule that keeps words from standing alone has a case that it refuses, and a twin that stands."""

import pytest

from digest.language.clauses import clauses, refusal
from digest.language.profile import language_of
from digest.language.refusals import Refusal
from digest.link.reading import LONGEST, read
from digest.model import Article, Text

CASES = [
    (Refusal.SHORT, "Oldport closed its pier.", "Oldport closed its pier on Monday."),
    (
        Refusal.OPEN,
        "The harbour council of Oldport called the plan “never easy and wholly new.",
        "The harbour council of Oldport called the plan “never easy” and wholly new.",
    ),
    (
        Refusal.ASKS,
        "Will the harbour council of Oldport buy two ferries?",
        "The harbour council of Oldport will buy two ferries.",
    ),
    (
        Refusal.DANGLING,
        "They bought two ferries for the harbour of Oldport.",
        "Ida Brown bought two ferries for the harbour of Oldport.",
    ),
    (
        Refusal.FIRST_PERSON,
        "The harbour council of Oldport bought us two ferries.",
        "The harbour council of Oldport bought Saltmarsh two ferries.",
    ),
    (
        Refusal.SPOKEN_BY_PRONOUN,
        "Oldport buys two ferries for the harbour, she said on Monday.",
        "Oldport buys two ferries for the harbour, Ida Brown said on Monday.",
    ),
    (
        Refusal.QUOTED,
        "Ida Brown said “nobody in Oldport can buy two ferries for this harbour”.",
        "Ida Brown of the harbour council said on Monday that two ferries are “bought”.",
    ),
    (
        Refusal.NO_VERB,
        "A new ferry for the harbour of Oldport from Monday on.",
        "A new ferry sailed from the harbour of Oldport from Monday on.",
    ),
    (
        Refusal.NO_VERB_OF_ITS_OWN,
        "Ida Brown of Oldport, who has bought two ferries on Monday.",
        "Ida Brown of Oldport, who has two ferries, has bought another on Monday.",
    ),
    (
        Refusal.OPEN_COMPLEMENT,
        "Ida Brown of Oldport has said on Monday that the old ferry of the harbour.",
        "Ida Brown of Oldport has said on Monday that the old ferry of the harbour is sold.",
    ),
    (
        Refusal.LEANS,
        "The council also bought two ferries for the harbour.",
        "The harbour council of Oldport bought two ferries on Monday for its harbour.",
    ),
    (
        Refusal.LATE_QUOTE,
        'Ferries are sold," Ida Brown of the harbour council said on Monday, "and two more are to be bought in Oldport.',
        "Ferries are sold, Ida Brown of the harbour council said on Monday, and two more are to be bought in Oldport.",
    ),
    (
        Refusal.PRONOUN,
        "The harbour council told her on Monday that two ferries are bought.",
        "The harbour council told Ida Brown on Monday that two ferries are bought.",
    ),
    (
        Refusal.BEGINS_QUOTED,
        "“Fine” ferries were bought on Monday for the harbour of Oldport.",
        "Fine ferries were bought on Monday for the harbour of Oldport.",
    ),
    (
        Refusal.SAID_WHAT,
        "Two ferries are sold to Saltmarsh and Oldport said Ida Brown",
        "Two ferries are sold to Saltmarsh and Oldport, said Ida Brown",
    ),
    (
        Refusal.CLUTTER,
        "Ida Brown bought two ferries for Oldport, see https://harbour.example for more.",
        "Ida Brown bought two ferries for Oldport, as her page says for more.",
    ),
    (
        Refusal.LATE_SUBJECT,
        "In the spring of 2010, after a wave of strikes at Oldport, she lost her seat.",
        "In the spring of 2010, after a wave of strikes at Oldport, Ida Brown lost her seat.",
    ),
    (
        Refusal.NO_MAIN_CLAUSE,
        "After Ida Brown of the harbour council bought two ferries for Oldport on Monday.",
        "After Ida Brown was away, the harbour council bought two ferries for Oldport on Monday.",
    ),
]


@pytest.mark.parametrize(("rule", "refused", "twin"), CASES, ids=[case[0].name for case in CASES])
def test_a_rule_refuses_its_case_and_lets_its_twin_stand(rule, refused, twin):
    """What the rule names is all that is wrong."""
    assert refusal(refused, 0, len(refused), first=True) is rule
    assert refusal(twin, 0, len(twin), first=True) is None


CUT = [
    (
        Refusal.MIDWAY,
        "Ida Brown went home, buying two ferries for the harbour of Oldport which has none.",
        "buying",
        "Ida Brown went home, Oldport bought two ferries for the harbour which has none.",
        "Oldport",
    ),
    (
        Refusal.TORN,
        "Ida Brown bought two ferries for the harbour of Oldport and | sold them.",
        None,
        "Ida Brown bought two ferries for the harbour of Oldport | and sold them.",
        None,
    ),
    (
        Refusal.TURNS,
        "Ida Brown bought two ferries for the harbour of Oldport|, but not three.",
        None,
        "Ida Brown bought two ferries for the harbour of Oldport|, Ann Keller said.",
        None,
    ),
]


@pytest.mark.parametrize(("rule", "refused", "begin", "twin", "start"), CUT, ids=[case[0].name for case in CUT])
def test_a_rule_refuses_a_cut_and_lets_its_twin_stand(rule, refused, begin, twin, start):
    """Words that begin or end within their sentence."""
    for sentence, first, expected in ((refused, begin, rule), (twin, start, None)):
        words = sentence.replace(" |", "").replace("|", "")
        end = sentence.replace(" |", "|").find("|") if "|" in sentence else len(words)
        at = words.index(first) if first else 0
        assert refusal(words, at, end, first=not at) is expected


def spans(text, language="en"):
    """The spans of one article's paragraph."""
    one = Article(id="a" * 16, where="x", title=Text("Easton"), paragraphs=(Text(text),), language=language)
    return [span for span in read((one,)).spans if span.paragraph]


def test_what_is_longer_than_an_extract_and_two_sentences_are_refused():
    """One sentence of the longest length stands; a longer one, and a pair, do not."""
    long = f"Ida Brown of Oldport bought {'new and ' * 40}old ferries."
    assert spans(long)[0].refusal is Refusal.LONG
    short = f"Ida Brown of Oldport bought {'new and ' * 30}old ferries."
    assert len(short) <= LONGEST < len(long)
    assert spans(short)[0].refusal is None
    pair = spans("Ida Brown bought two ferries for Oldport. Ann Keller sold two ferries to Saltmarsh.")
    assert [span.refusal for span in pair] == [None, None, Refusal.PAIR]


def test_a_headline_is_no_sentence():
    """Each word with a capital, or no mark at its end."""
    assert spans("Ida Brown Bought Ferries From Saltmarsh Harbour Council Yesterday.")[0].refusal is Refusal.NO_SENTENCE
    assert spans("Ida Brown bought ferries from the Saltmarsh harbour council yesterday.")[0].refusal is None


def test_no_extract_ends_where_its_clause_does_not():
    """A leading phrase is no end of a statement; the whole sentence is."""
    text = "After Ida Brown of Oldport sold nine old ferries, the harbour council bought two ferries."
    assert len(clauses(text)) == 2
    assert [span.refusal for span in spans(text)][:2] == [Refusal.ENDS_MIDWAY, None]


def test_of_a_language_whose_clauses_are_not_known_whole_sentences_stand():
    """Part of a sentence does not."""
    text = "Der Hafen von Oldenhafen sperrt am Montag die alte Fähre, weil sie leckt."
    assert refusal(text, 0, 56, first=True, language=language_of("de")) is Refusal.PART
    assert refusal(text, 0, len(text), first=True, language=language_of("de")) is None


def test_every_rule_has_a_case():
    """A rule that refuses nothing here would be nobody's."""
    elsewhere = {Refusal.LONG, Refusal.PAIR, Refusal.NO_SENTENCE, Refusal.ENDS_MIDWAY, Refusal.PART}
    assert {case[0] for case in (*CASES, *CUT)} == set(Refusal) - elsewhere
