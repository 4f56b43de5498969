"""Sentence boundaries are where a reader sees them, as spans that read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.sentences import ended, sentences
from digest.language.words import SIGN, Tokenizer

CASES = [
    ("en", ["Mr. J. K. Boone paid $3.5 million.", "He left."]),
    ("en", ["The U.S. Senate met Gov. Dana Reyes at 5 p.m. Tuesday.", "It rose 2.5 percent."]),
    ("en", ["“We won,” she said.", "“It is over.”", "They went home."]),
    ("en", ["He called it “over.”", "Nobody minded."]),
    ("en", ["She lives in the U.S.", "He does not."]),
    ("en", ["He asked, “Why now?”", "Ms. Boone said nothing."]),
    ("en", ["(It grew.)", "Then it fell."]),
    ("en", ["In Jan. 2024 the St. Mary plant shut.", "No. 5 stayed."]),
    ("en", ["She called it “over" + '" on Monday.', "They stayed.", "“It" + '" came back.']),
    ("en", ["The truce began at 9 p.m. Cairo time.", "Oldport vs. Saltmarsh was put off."]),
    ("de", ["Am 3. Januar kam Dr. Vogt, z. B. um 8 Uhr.", "Es kostete 3,5 Mio. Euro."]),
    ("nb", ["Ferja gikk den 3. januar fra havna.", "Ingen ble skadd."]),
    ("hr", ["Brod je otišao 3. siječnja iz luke.", "Nitko nije ozlijeđen."]),
    ("fr", ["M. Dupont est venu le 3 janv. 2024.", "Il est parti."]),
    ("es", ["La Sra. Ruiz habló.", "Nadie respondió."]),
    ("zh", ["今天很好。", "他走了。"]),
    ("km", ["ទូកឈប់។", "ទូកមក។"]),
    ("km", ["ទូកឈប់៕", "ទូកមក។"]),
    ("my", ["လှေရပ်သည်။", "လှေလာသည်။"]),
    ("bo", ["གྲུ་བཏང་།", "གྲུ་སླེབས།"]),
    ("en", ["She left (or so he said.)", "Nobody saw it."]),
    ("en", ["They won.))", "Then they left."]),
    ("en", ["It fell! ]", "She left."]),
    ("de", ["Er ging. }", "Sie blieb."]),
    ("fr", ["Il pleut.»", "«Elle reste.»"]),
    ("en", ["It rose. ” ”", "She left."]),
    ("en", ["It rose.” ’", "She left."]),
    ("de", ["Er ging.", "»Sie blieb.«"]),
    ("en", ["He wept…”", "She left."]),
    ("fr", ["Il pleut…»", "Elle reste."]),
    ("en", ["‘“It rose.”’", "He left."]),
    ("km", ["ទូក រទេះ។ល។"]),
    ("en", ["It fell.", "(She left."]),
    (None, ["One thing.", "Another thing."]),
    ("en", ["1. Anna left.", "2. She came back."]),
    ("en", ["She left. ...", "He came."]),
    ("en", ["She left. ***"]),
    ("en", ["The truce began at 9 p.m.", "Then they left."]),
    ("en", ["They sailed at 9.", "Cairo time is kept on board."]),
    ("en", ["They won on day 3.", "March came."]),
    ("de", ["Es steht auf Seite 3.", "Dann ging er."]),
    ("th", ["การท่าเรือ ปิดท่าเทียบเรือ"]),
]


@pytest.mark.parametrize(("language", "expected"), CASES, ids=lambda value: None if isinstance(value, list) else value)
def test_boundaries_stand_where_a_reader_puts_them(language, expected):
    """Abbreviations, initials, decimals and closing quotes do not end a sentence; full stops in quotes do."""
    text = ("" if language == "zh" else " ").join(expected)
    assert [text[start:end] for start, end in sentences(text, language)] == expected


@given(
    st.text(st.sampled_from("aB.!? \"”“)('…\u00e9\U0001d518。3\n"), max_size=60),
    st.sampled_from(["en", "de", "fr", "zh"]),
)
def test_spans_are_in_order_and_lose_nothing(text, language):
    """Whatever the text, spans do not overlap and only white space lies between them."""
    spans = sentences(text, language)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    between = [text[first:last] for first, last in zip(edges[::2], edges[1::2], strict=True)]
    assert "".join(between).strip() == ""
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


def test_a_long_text_without_marks_is_cut_at_spaces():
    """As Thai is written: each piece ends at a space, none is longer than two hundred code points, and nothing is lost."""
    text = " ".join(["การท่าเรือปิดท่าเทียบเรือ"] * 20)
    spans = sentences(text, "th")
    assert len(spans) > 1
    assert max(end - start for start, end in spans) <= 200
    assert " ".join(text[start:end] for start, end in spans) == text


@pytest.mark.parametrize("text", ["", " ", "\n \u3000"])
def test_white_space_has_no_sentence(text):
    """Nor has nothing."""
    assert sentences(text, "en") == ()


@pytest.mark.parametrize(
    ("text", "is_ended"),
    [("It rose.", True), ("“It rose.”)", True), ("渡船停航。", True), ("It rose", False), ("“It rose”", False)],
)
def test_an_end_is_a_mark_before_what_closes(text, is_ended):
    """In any language; a quotation mark alone ends nothing."""
    assert ended(text) is is_ended


@pytest.mark.parametrize(("word", "language"), [("ท่าเรือใหม่เปิดเมื่อวันจันทร์", "th"), ("新しい港が月曜日に開かれた", "ja")])
def test_what_runs_on_without_a_space_is_cut_where_a_word_ends(word, language):
    """No piece is longer than 2,000 code points; together they are the text."""
    text = word * 300
    spans = sentences(text, language)
    ends = {last for _, last in Tokenizer(f"{SIGN}+").spans(text, language)}
    assert len(spans) > 1
    assert all(end - start <= 2_000 and end in ends for start, end in spans)
    assert "".join(text[start:end] for start, end in spans) == text


def test_a_word_without_an_end_is_cut_all_the_same():
    """There is no word's end near the place."""
    assert sentences("a" * 4_500, "en") == ((0, 2_000), (2_000, 4_000), (4_000, 4_500))
