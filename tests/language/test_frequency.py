"""How common a word is: by the list of its language, of one that has the same, or by its length."""

import pytest

from digest.language.frequency import frequency, zipf

SAME_LIST = {
    "bs": ("sh", "međutim"),
    "hr": ("sh", "međutim"),
    "sr": ("sh", "međutim"),
    "nn": ("nb", "mellom"),
    "no": ("nb", "mellom"),
    "iw": ("he", "אנחנו"),
    "tl": ("fil", "kanilang"),
}


@pytest.mark.parametrize("code", SAME_LIST)
def test_a_language_may_have_the_list_of_another(code):
    """A long word that is common in it is; by its length it would be rare."""
    other, word = SAME_LIST[code]
    assert frequency(word, code) == frequency(word, other) > frequency("x" * len(word), "xx") > 0


def test_a_list_says_more_than_a_length():
    """A short word may be rare."""
    assert frequency("zwischen", "de") > 10 * frequency("zock", "de")
    assert frequency("zwischen", "xx") < frequency("zock", "xx")


def test_what_the_english_list_has_not_has_no_share_and_is_as_common_as_its_parts():
    """A compound is looked up as it stands where shares are added, and elsewhere is no rare name."""
    assert frequency("ferry-boat", "en") == 0
    assert zipf("ferry-boat", "en") > zipf("qwxzv", "en") == 2.5


def test_a_pair_of_letters_is_neither_common_nor_rare():
    """Where nothing segments a script pairs are no words, however short."""
    assert frequency("x" * 4, "xx") < frequency("កខ", "km") < frequency("xx", "xx")


@pytest.mark.parametrize(("word", "code"), [("the", "en"), ("wird", "de"), ("และ", "th"), ("ระหว่าง", "th"), ("x", "xx")])
def test_a_share_is_a_part_of_all_words(word, code):
    """Of the commonest words too."""
    assert 1e-4 < frequency(word, code) < 0.1


def test_letters_that_are_joined_are_read_apart():
    """As they are in text that was set in type."""
    assert zipf("ﬁxing", "en") == zipf("fixing", "en") > 2.5
