"""Pages in scripts that part no words are indexed letter by letter, the others as they stand."""

import re
from pathlib import Path

import pytest

from digest.language.scripts import UNSPACED
from digest.write.unspaced import WRITTEN, parted, parted_pages

SCRIPT = Path(__file__).resolve().parents[2] / "digest/theme/assets/unspaced.js"


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<h1>渡轮停航</h1>", "<h1>渡 轮 停 航</h1>"),
        ('<p lang="ja" title="渡し船">7月の渡し船</p>', '<p lang="ja" title="渡し船">7 月 の 渡 し 船</p>'),
        ("<p>เรือ หยุด</p>", "<p>เ ร ื อ ห ย ุ ด</p>"),
        ("<p>The ferry of नाव, “пором” ٣ 나룻배</p>", "<p>The ferry of नाव, “пором” ٣ 나룻배</p>"),
    ],
)
def test_letters_of_unspaced_scripts_are_words(html, wanted):
    """Marks and neighbours of other scripts among them; what has spaces of its own, and what is no text, stays."""
    assert read(parted(html)).replace("\u200b", "") == wanted


def read(text):
    """The text of the index with its letters as they are."""
    back = sorted(((becomes, begins) for begins, becomes in WRITTEN), reverse=True)

    def letter(found):
        becomes, begins = next(pair for pair in back if pair[0] <= ord(found[0]))
        return chr(begins + ord(found[0]) - becomes)

    return re.sub("[\U00029000-\U00029cff]", letter, text)


def test_letters_that_carry_marks_are_written_as_others():
    """Pagefind would take one for a variant of another; Chinese characters stay."""
    assert not re.search("[ก-๛ぁ-ヿ]", parted("<p>เรือ がカ 渡轮</p>"))
    assert "渡\u200b 轮" in parted("<p>渡轮</p>")


def test_pages_are_made_anew_only_where_one_needs_it(tmp_path):
    """All of them then: the index is one."""
    (tmp_path / "stories/2026").mkdir(parents=True)
    (tmp_path / "index.html").write_text("<p>Front</p>", "utf-8")
    (tmp_path / "stories/2026/index.html").write_text("<p>Ferry</p>", "utf-8")
    (tmp_path / "method.html").write_text("<p>方法</p>", "utf-8")
    assert list(parted_pages(tmp_path)) == []
    (tmp_path / "stories/2026/index.html").write_text("<p>渡轮</p>", "utf-8")
    assert [path for path, _ in parted_pages(tmp_path)] == ["index.html", "stories/2026/index.html"]


def test_the_script_asks_by_the_letters_that_are_indexed():
    """One list of letters, written once more for the browser."""
    letters = re.search(r'const LETTERS = "([^"]*)"', SCRIPT.read_text("utf-8"))[1]
    plain = re.sub(r"\\u\{?([0-9a-f]+)\}?", lambda code: chr(int(code[1], 16)), letters)
    wanted = re.sub(r"\\[uU]([0-9a-f]+)", lambda code: chr(int(code[1], 16)), UNSPACED)
    assert plain == wanted
    pairs = re.findall(r"\[(0x[0-9a-f]+), (0x[0-9a-f]+)\]", SCRIPT.read_text("utf-8"))
    assert sorted((int(begins, 16), int(becomes, 16)) for begins, becomes in pairs) == sorted(WRITTEN)


def test_a_page_that_somebody_wrote_in_another_encoding_stops_nothing(tmp_path):
    """What cannot be read of it is not found by search."""
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "a.html").write_bytes("<p>Früher</p>".encode("latin-1"))
    (tmp_path / "stories" / "b.html").write_text("<p>渡轮</p>", encoding="utf-8")
    assert {path for path, _ in parted_pages(tmp_path)} == {"stories/a.html", "stories/b.html"}
