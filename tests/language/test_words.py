"""Words are found in any script: marks belong to them, and what has no spaces is segmented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.language.frequency import frequency, zipf
from digest.language.scripts import clusters
from digest.language.words import SIGN, Tokenizer, lowered

WORDS = Tokenizer(rf"{SIGN}+")

SEGMENTED = [
    ("पुराने पुल पर ट्रक बंद", "hi", ["पुराने", "पुल", "पर", "ट्रक", "बंद"]),
    ("ছাদ চুঁইয়ে জল", "bn", ["ছাদ", "চুঁইয়ে", "জল"]),
    ("படகு நிறுத்தம்", "ta", ["படகு", "நிறுத்தம்"]),
    ("קו־שיט", "he", ["קו", "שיט"]),
    ("図書館・美術館が休館", "ja", ["図書館", "美術館", "が", "休館"]),
    ("图书馆周一闭馆", "zh", ["图书馆", "周一", "闭馆"]),
    ("圖書館週一閉館", "zh", ["圖書館", "週一", "閉館"]),
    ("도서관은 월요일부터", "ko", ["도서관", "은", "월요일", "부터"]),
    ("ห้องสมุดปิดวันจันทร์", "th", ["ห้อง", "สมุด", "ปิด", "วัน", "จันทร์"]),
    ("AI技術の展示", "ja", ["AI", "技術", "の", "展示"]),
    ("展示AI", "ja", ["展示", "AI"]),
    ("発展中国家用電器", "zh", ["発展", "中国", "家用電器"]),
    ("学生活动", "zh", ["学生", "活动"]),
    ("研究生", "ja", ["研究", "生"]),
    ("𠮷野家休館", "zh", ["𠮷", "野家", "休館"]),
]


@pytest.mark.parametrize(("text", "language", "words"), SEGMENTED)
def test_words_are_those_of_the_script(text, language, words):
    """Vowel signs and viramas part no word, middle dots are none, particles come off."""
    assert WORDS.words(text, language) == words


def test_kana_shows_that_a_text_without_a_language_is_japanese():
    """Its words are looked up in the list of Japanese ones; without kana in that of Chinese ones."""
    assert WORDS.words("図書館・美術館が休館") == ["図書館", "美術館", "が", "休館"]
    assert WORDS.words("图书馆周一闭馆") == ["图书馆", "周一", "闭馆"]


@pytest.mark.parametrize("text", ["បណ្ណាល័យបិទ", "ຫໍສະໝຸດປິດ", "စာကြည့်တိုက်ပိတ်"])
def test_a_script_that_nothing_segments_goes_by_pairs_of_letters(text):
    """Khmer, Lao and Burmese words overlap by a letter with its marks, and none is a single letter."""
    words = WORDS.words(text)
    assert all(len(clusters(word)) == 2 for word in words)
    assert "".join(words)[: len(words[0])] == text[: len(words[0])]


def test_a_name_that_no_list_knows_stays_together():
    """Rare characters beside each other are one word, so that a name does not match by its parts."""
    assert "浜線" in WORDS.words("浜線が運休", "ja")


def test_spaces_part_words_where_the_script_has_them():
    """English is read as by the pattern alone, whatever stray signs stand in it."""
    assert WORDS.words("The ferry’s 3.5 mph 😀 boat") == ["The", "ferry", "s", "3", "5", "mph", "boat"]


def test_the_turkish_i_keeps_its_dot_or_has_none():
    """İstanbul and Isparta are lower-cased as Turkish has them; elsewhere İ is an i."""
    assert lowered("İstanbul ISPARTA", "tr") == "istanbul ısparta"
    assert WORDS.words(lowered("İstanbul", None)) == ["istanbul"]


@given(st.text(max_size=60), st.sampled_from([None, "en", "ja", "zh", "ko", "th", "hi", "tr"]))
def test_spans_lie_in_the_text_in_order(text, language):
    """Whatever the text, words are pieces of it, none is empty, and none begins before the one before it."""
    spans = WORDS.spans(text, language)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert [text[start:end] for start, end in spans] == WORDS.words(text, language)


@pytest.mark.parametrize(
    ("common", "rare", "language"),
    [
        ("wird", "schleuse", "de"),
        ("और", "पुस्तकालय", "hi"),
        ("する", "休館", "ja"),
        ("是", "水獭", "zh"),
        ("그리고", "수달", "ko"),
        ("และ", "หอสมุด", "th"),
        ("ระหว่าง", "หอสมุด", "th"),
        ("და", "ბიბლიოთეკა", "ka"),
        ("ona", "knjižnica", "hr"),
    ],
)
def test_a_word_is_as_common_as_in_its_own_language(common, rare, language):
    """Each language has its own common words; without a list short ones count as common, and English is never asked."""
    assert frequency(common, language) > 30 * frequency(rare, language)
    assert zipf(common, language) > zipf(rare, language) + 1


@pytest.mark.parametrize("text", ["ក", "ខ្ញុំ"])
def test_a_single_letter_of_a_script_that_nothing_segments_is_a_word(text):
    """There is no second one to pair it with."""
    assert WORDS.words(text) == [text]


@pytest.mark.parametrize("text", ["嵐's", "수달's", "หอสมุด’s"])
def test_an_english_ending_belongs_to_the_word_before_it(text):
    """As in "Fans queue for 嵐's last concert"; by itself it is no word."""
    found = Tokenizer(rf"{SIGN}+(?:['’][a-z]{{1,2}})?").words(text)
    assert "".join(found) == text
    assert found[-1].endswith(text[-2:])
    assert len(found[-1]) > 2
