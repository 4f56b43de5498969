"""Stems of words."""

import pytest

from digest.language import language_of
from digest.language.stems import snowball


@pytest.mark.parametrize(
    ("code", "word", "stem"),
    [("en", "boats", "boat"), ("nn", "båtene", "båt"), ("es", "barcos", "barc"), ("ru", "лодки", "лодк")],
)
def test_a_word_has_the_stem_of_its_language(code, word, stem):
    """By Snowball's algorithm for it."""
    assert snowball(word, code) == stem


def test_a_language_without_an_algorithm_has_words_for_stems():
    """None is taken for another's."""
    assert snowball("boats", "xx") == "boats"


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("pl", "stocznia", "stoczni"),
        ("sv", "bussförarna", "bussförarnas"),
        ("da", "buschaufførerne", "buschaufførernes"),
        ("nb", "bussjåførene", "bussjåførenes"),
        ("no", "bussjåførene", "bussjåførenes"),
        ("uk", "лікарня", "лікарні"),
        ("bn", "বৃষ্টিবনে", "বৃষ্টিবনের"),
    ],
)
def test_articles_are_compared_without_the_endings_of_cases_and_articles(code, one, other):
    """By the stemmer, else by the first letters: a name has another form in each sentence."""
    without = language_of(code).endings.without
    assert without(one) == without(other)
    assert without(one) != without("школа" if code == "uk" else "skola")


@pytest.mark.parametrize("code", ["et", "hu", "sk", "sl", "mk", "sr"])
def test_words_of_a_language_whose_stories_nobody_has_counted_are_compared_as_they_stand(code):
    """What endings gain in one language is no measure of another."""
    assert language_of(code).endings is None


@pytest.mark.parametrize("code", ["es", "de", "zh", "he"])
def test_words_that_are_hardly_inflected_are_compared_as_they_stand(code):
    """Their stems would join words that are of two matters."""
    assert language_of(code).endings is None
