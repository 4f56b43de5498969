"""Spans that are no statement of their own say why; the rules of what can stand alone are tried in test_clauses.py."""

import pytest

from digest.language import language_of
from digest.language.clauses import clauses
from digest.language.standing import LEANS
from digest.link.reading import ENDS_MIDWAY, LONG, LONGEST, NO_SENTENCE, PAIR, read
from digest.model import Article, Text


def spans(text, language="en"):
    """The spans of one article's paragraph."""
    one = Article(id="a" * 16, where="x", title=Text("Easton"), paragraphs=(Text(text),), language=language)
    return [span for span in read((one,)).spans if span.paragraph]


def test_what_is_longer_than_an_extract_and_two_sentences_are_refused():
    """One sentence of the longest length stands; a longer one, and a pair, do not."""
    long = f"Ida Brown of Oldport bought {'new and ' * 40}old ferries."
    assert spans(long)[0].refusal == LONG
    short = f"Ida Brown of Oldport bought {'new and ' * 30}old ferries."
    assert len(short) <= LONGEST < len(long)
    assert spans(short)[0].refusal is None
    pair = spans("Ida Brown bought two ferries for Oldport. Ann Keller sold two ferries to Saltmarsh.")
    assert [span.refusal for span in pair] == [None, None, PAIR]


def test_a_headline_is_no_sentence():
    """Each word with a capital, or no mark at its end."""
    assert spans("Ida Brown Bought Ferries From Saltmarsh Harbour Council Yesterday.")[0].refusal == NO_SENTENCE
    assert spans("Ida Brown bought ferries from the Saltmarsh harbour council yesterday.")[0].refusal is None


def test_no_extract_ends_where_its_clause_does_not():
    """A leading phrase is no end of a statement; the whole sentence is."""
    text = "After Ida Brown of Oldport sold nine old ferries, the harbour council bought two ferries."
    assert len(clauses(text, language_of("en"))) == 2
    assert [span.refusal for span in spans(text)][:2] == [ENDS_MIDWAY, None]


@pytest.mark.parametrize(
    ("first", "begins"),
    [
        ("And Ida Brown bought two ferries for Oldport.", "Ida Brown bought"),
        ("Anders Brown bought two ferries for Oldport.", "Anders Brown bought"),
    ],
)
def test_two_sentences_begin_without_a_connective_as_one_does(first, begins):
    """What hangs on words that are not shown is left out; a name that begins with the same letters stays."""
    text = f"{first} Ann Keller sold two ferries to Saltmarsh."
    (pair,) = (span for span in spans(text) if span.pair)
    assert text[pair.start : pair.end].startswith(begins)


def test_what_hangs_on_a_condition_told_before_points_elsewhere():
    """ "If so" is about what stood before; "if so many" is not."""
    assert spans("If so, the harbour council of Oldport loses two ferries to Saltmarsh.")[0].refusal == LEANS
    assert spans("If so many ferries sail, the harbour council of Oldport loses two to Saltmarsh.")[-1].refusal is None
