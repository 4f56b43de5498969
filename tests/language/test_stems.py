"""Stems of words."""

import pytest

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
