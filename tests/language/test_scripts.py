"""What a letter is in scripts whose letters are made of several signs, and which scripts say much with few of them."""

import re

import pytest

from digest.language.scripts import (
    CAPITALS,
    SMALL,
    as_letters,
    clusters,
    combining_marks,
    dense,
    doubled,
    is_plain,
    letters,
    paired,
)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("ខ្ញុំ", ["ខ្ញុំ"]),
        ("ဗုဒ္ဓ", ["ဗု", "ဒ္ဓ"]),
        ("पुल", ["पु", "ल"]),
        ("cafe\u0301s", ["c", "a", "f", "e\u0301", "s"]),
        ("pont", ["p", "o", "n", "t"]),
    ],
)
def test_a_letter_has_its_marks_and_what_stands_below_it(word, parts):
    """A consonant below another one, in Khmer and Burmese, makes no letter of its own; two beside each other are two."""
    assert clusters(word) == parts
    assert letters(word) == len(parts)


@pytest.mark.parametrize(
    ("text", "is_dense"), [("渡船", True), ("ふね", True), ("수달", True), ("หอสมุด", False), ("pont", False)]
)
def test_signs_that_say_as_much_as_two_letters_count_twice(text, is_dense):
    """Chinese, Japanese and Korean ones; Thai has no spaces, and letters."""
    assert dense(text) is is_dense
    assert len(doubled(text)) == len(text) * (2 if is_dense else 1)


@pytest.mark.parametrize(
    ("text", "is_paired"), [("ເຮືອ", True), ("ទូក", True), ("လှေ", True), ("เรือ", False), ("船", False), ("boat", False)]
)
def test_what_nothing_segments_is_read_in_pairs(text, is_paired):
    """Lao, Khmer and Burmese have neither spaces nor a segmenter; Thai and Chinese have one."""
    assert paired(text) is is_paired


@pytest.mark.parametrize(
    ("text", "plain"), [("Žižkov 7", True), ("Мост", True), ("cafe\u0301", False), ("पुल", False), ("橋", False)]
)
def test_letters_without_marks_between_spaces_are_plain(text, plain):
    """Of western Europe and of other scripts that have neither marks nor words without spaces."""
    assert is_plain(text) is plain


def test_marks_are_all_of_a_range_and_nothing_beside_it():
    """From the first sign of a range to its last."""
    marks = re.compile(f"[{combining_marks()}]")
    assert all(marks.match(sign) for sign in "\u0300\u0301\u036f\u093e\u0e31")
    assert not any(marks.match(sign) for sign in "\u02ff\u0370\u0939\u0e32a1")


def test_capitals_are_no_small_letters():
    """Of Latin, Greek and Cyrillic, and nothing that is neither."""
    assert set("AÉΩЖ") <= set(CAPITALS)
    assert set("aéωжß") <= set(SMALL)
    assert not set(CAPITALS) & set(SMALL)
    assert not set("1×ƻ") & set(CAPITALS + SMALL)


@pytest.mark.parametrize(("text", "count"), [("学校", 6), ("がっこう", 8), ("학교", 4), ("โรงเรียน", 8), ("school", 6)])
def test_a_sign_counts_as_the_letters_that_it_stands_for(text, count):
    """A Chinese one as three, kana and a Korean one as two."""
    assert as_letters(text) == count
