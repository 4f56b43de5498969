"""Words as they came, made a Text."""

import pytest

from digest.clean import clean
from digest.clean.markup import parse
from digest.clean.text import decoded, ends_sentence, folded, goes_on, lines, plain, word_count
from digest.model import Config, Entry


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  two \t words\n", "two words"),
        ("caf\u00c3\u00a9 \u00e2\u20ac\u0153x\u00e2\u20ac\u009d", "caf\u00e9 \u201cx\u201d"),
        ("\u201cquoted\u201d \u2014 d\u00e9j\u00e0", "\u201cquoted\u201d \u2014 d\u00e9j\u00e0"),
        ("\ufb01ne \uff21 &amp; <b>", "\ufb01ne \uff21 &amp; <b>"),
        ("a\u202eb\u200bc\x00d", "abcd"),
    ],
)
def test_what_was_decoded_wrongly_is_mended_and_nothing_else(raw, text):
    """Quotes, ligatures, wide letters and references stay as written; what cannot be seen goes."""
    assert plain(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a &amp; b &#60;i&#x3e; &eacute;", "a & b <i> \u00e9"),
        ("&amp;lt;", "&lt;"),
        ("AT&T & &nosuchthing; &;", "AT&T & &nosuchthing; &;"),
        ("no reference", "no reference"),
    ],
)
def test_references_are_decoded_once(raw, text):
    """A bare ampersand stays."""
    assert decoded(raw) == text


def test_lines_end_however_they_are_ended():
    """Each end is one; a blank line stays one."""
    assert lines("a\r\nb\nc\rd\u2028e\u2029f\x85g\x0bh\x0ci\x1cj\n\nk") == [*"abcdefghij", "", "k"]


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one", 1), ("one two  three", 3), ("\u6e2f\u53e3\u958b\u4e86", 3), ("caf\u00e9 noir", 2)]
)
def test_words_are_counted_in_any_script(text, count):
    """Where none are parted by spaces two characters are one, beside the run that they are."""
    assert word_count(text) == count


def test_lines_are_compared_by_letters_and_digits():
    """Without marks, underscores, spaces and case."""
    assert folded("  The *Pier*, 3_km \u2014 STRASSE\u00df! ") == "the pier 3 km strassess"


@pytest.mark.parametrize(
    "text",
    [
        "It opened.",
        "Did it?",
        "It opened!\u201d",
        "It opened.)",
        "\u958b\u4e86\u3002",
        "He said \u201cno.\u201d",
        "x" * 90 + ".",
    ],
)
def test_a_mark_ends_a_sentence(text):
    """Whatever closes behind it."""
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["It opened", "The pier:", "3.5", "a, b", "Opened. " + "word " * 10])
def test_without_a_mark_at_its_end_a_sentence_goes_on(text):
    """A mark inside is none at the end."""
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("ships,", True),
        ("as follows:", True),
        ("ships and", True),
        ("Schiffe und", True),
        ("a\nb;", True),
        ("sand", False),
        ("It opened.", False),
        ("", False),
    ],
)
def test_a_line_may_only_begin_what_it_says(text, on):
    """A comma, a colon, a conjunction."""
    assert goes_on(text) is on


def test_a_paragraph_without_end_is_parted_at_spaces():
    """No piece is longer than a paragraph may be, and none is short; no word is lost."""
    entry = Entry(where="a.txt", kind="text", title="The pier", body="word " * 9_000 + ".")
    (article,), _ = clean([entry], Config(), None)
    assert "".join(article.paragraphs).count("word") == 9_000
    assert all(15_000 < len(each) <= 20_000 for each in article.paragraphs[:-1])


def test_of_a_page_without_end_the_first_elements_are_read():
    """The rest is left out, and that is said; a page of usual size is read whole."""
    root, wrong = parse("<p>" + "<b>x</b>" * 40_000 + "<i>end</i>")
    assert wrong == "it has more than 30,000 elements"
    assert sum(1 for _ in root.iter()) == 30_000
    assert root.find(".//i") is None
    root, wrong = parse("<p>" + "<b>x</b>" * 20_000 + "<i>end</i>")
    assert (root.find(".//i").text, wrong) == ("end", "")
