"""Which words of a sentence are denied, disputed, supposed, and which only stand beside such words."""

import pytest

from digest.language import language_of
from digest.language.denials import denied_heads, denying, long_ago, refused, small, supposed
from digest.link.reading import read
from digest.model import Article

GRAMMAR = language_of("en").grammar


def words(rule, text, grammar=GRAMMAR):
    """The words of a sentence's terms for which a rule holds."""
    sentence = read([Article(id="0" * 16, where="x", title="Ferry", paragraphs=(text,), language="en")]).sentences[-1]
    found = rule(text, sentence.terms, sentence.clauses, grammar)
    return " ".join(text[term.start : term.end] for term, holds in zip(sentence.terms, found, strict=True) if holds)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oldport did not sell the ferry, and Easton bought two boats.", "not sell ferry"),
        ("Oldport failed to sell the ferry, and Easton bought two boats.", "failed sell ferry"),
        ("Oldport sold the ferry, and Easton did not buy two boats.", "not buy two boats"),
        ("Oldport disputed that the ferry leaked, and Easton bought two boats.", "ferry leaked"),
        ("It was not in the early spring that Oldport sold the ferry.", "not early spring Oldport sold ferry"),
        ("It was in the early spring that Oldport sold the ferry.", ""),
        ("Oldport denied a leak, as Easton noted, and the yard reported that the ferry was sold.", "denied leak"),
        ("The report that the ferry was leaking is false.", "ferry leaking"),
        ("The report that the ferry was leaking is long.", ""),
        ("The report of a leaking ferry is long.", ""),
        ("A forged letter says that Oldport sold the ferry.", "Oldport sold ferry"),
    ],
)
def test_what_is_not_so_stands_behind_what_says_it(text, found):
    """In the clause of a denial, or in that of the "that" to which it leads, and no further."""
    assert words(refused, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oldport did not sell the ferry, and Easton bought two boats.", "Oldport not sell ferry"),
        ("Oldport sold the ferry, and Easton did not buy two boats.", "Easton not buy two boats"),
        ("Oldport sold the ferry, and Easton bought two boats.", ""),
    ],
)
def test_a_clause_denies_as_a_whole(text, found):
    """Who does not do it stands in it too."""
    assert words(denying, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oldport did not sell the ferry.", "sell"),
        ("Oldport failed to sell the ferry.", "sell"),
        ("Oldport sold the ferry, and Easton did not buy two boats.", "buy"),
        ("The ferry has not 14 sailors on board.", "sailors"),
        ("The ferry did not, as the mayor said, leave Oldport.", ""),
        ("It was not Ida Brown who sold the ferry.", "sold"),
        ("It was not Ida Kowalczyk-Brandt of the Harbour Gazette who sold the ferry.", ""),
    ],
)
def test_what_is_denied_is_the_next_word(text, found):
    """No number or name, in the same clause and near."""
    assert words(denied_heads, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Easton may buy two boats, and Oldport sold the ferry.", "buy two boats"),
        ("Oldport sold the ferry, and Easton may buy two boats.", "buy two boats"),
        ("Oldport urges the sale of the ferry.", "urges sale ferry"),
        ("Oldport, having sold the ferry, will buy two boats.", "buy two boats"),
        ("It will be a second boat for Oldport, having sold the ferry.", "second boat Oldport"),
        ("Oldport sold the ferry to Easton.", ""),
    ],
)
def test_what_may_be_stands_behind_a_word_of_guess_or_wish(text, found):
    """In its clause."""
    assert words(supposed, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oldport sold the ferry twenty years ago.", "sold ferry twenty"),
        ("A baker who sold the ferry a decade ago died in Oldport.", "sold ferry decade"),
        ("A baker died in Oldport, where a decade ago boats were dear.", ""),
        ("Oldport sold the ferry.", ""),
    ],
)
def test_what_was_done_long_ago_begins_with_its_verb(text, found):
    """The last one before the words that say so, in their clause."""
    assert words(long_ago, text) == found


@pytest.mark.parametrize("rule", [supposed, refused, denying, denied_heads, long_ago])
def test_of_a_language_without_a_grammar_only_single_words_are_known(rule):
    """Nothing is guessed, disputed or failed in it; what its words deny is denied."""
    assert words(rule, "Oldport may have failed to sell it.", None) == ""


def test_small_letters_stand_where_the_letters_stood():
    """Of a capital that has two signs in small all stay as they are."""
    assert small("Oldport FAILED") == "oldport failed"
    assert small("İzmir FAILED") == "İzmir FAILED"
