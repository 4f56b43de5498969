"""The small modules of the ground floor: days, slugs, lists of feeds, files."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.common.days import by_day, day_of
from digest.common.jsontext import json_hash, read_json
from digest.common.opml import opml
from digest.common.references import ID
from digest.common.slugs import slug
from digest.errors import WriteError
from digest.model import Article, Text
from digest.runtime.files import TEMPORARY, append_lines, replace_file


def article(seen):
    return Article(id="a", where="a", title=Text("T"), seen=datetime.fromisoformat(seen) if seen else None)


def test_articles_come_day_by_day_in_utc_and_undated_ones_last():
    """A moment in another zone is filed under the day that it is in UTC."""
    given = [
        article("2026-06-04T23:30:00-02:00"),
        article("2026-06-05T23:00:00+00:00"),
        article("2026-06-06"),
        article(None),
    ]
    given[2] = Article(id="a", where="a", title=Text("T"), seen=datetime(2026, 6, 6, tzinfo=UTC))
    assert list(by_day(given)) == [(date(2026, 6, 5), range(2)), (date(2026, 6, 6), range(2, 3)), (None, range(3, 4))]
    assert day_of(given[3]) is None
    assert list(by_day([])) == []


@given(st.text(max_size=200), st.integers(1, 80))
def test_a_slug_is_an_id_or_nothing(words, longest):
    """Of any words in any script."""
    made = slug(words, longest)
    assert len(made) <= longest
    assert made == "" or ID.fullmatch(made)


def test_a_slug_is_cut_between_words():
    """Unless too little of it would be left; apostrophes part no word."""
    assert slug("L’Équipe d'Été rock`n´roll", 40) == "lequipe-dete-rocknroll"
    assert slug("council shuts the lock", 16) == "council-shuts"
    assert slug("a" + "b" * 30, 10) == "a" + "b" * 9
    assert slug("a bcd", 2) == "a"  # cut at the hyphen, of which nothing stays
    assert slug("0®", 2) == "0"


def test_json_that_no_file_of_ours_can_hold_is_refused():
    """As is what is none, or too deep; half of a character is told from the rest."""
    assert read_json(b'{"a": ["\\u00e4"]}') == {"a": ["ä"]}
    for written in ("{", "[" * 100_000, b"\xff"):
        with pytest.raises(ValueError, match=r"\S"):
            read_json(written)
    for written in ('{"\\ud800": 1}', '["\\udfff"]'):
        with pytest.raises(UnicodeError):
            read_json(written)


def test_a_hash_of_json_is_that_of_its_value():
    """Not of the order of its keys."""
    assert json_hash({"a": 1, "b": [2]}) == json_hash({"b": [2], "a": 1}) != json_hash({"a": 1, "b": [3]})


def test_a_list_of_feeds_is_well_formed_whatever_its_words():
    """Title and attributes are escaped."""
    root = ET.fromstring(opml('A & "B" <c>', [{"text": "<b> & 'c'", "xmlUrl": 'https://a.example/?a=1&b="2"'}]))
    assert root.findtext("head/title") == 'A & "B" <c>'
    (outline,) = root.iter("outline")
    assert outline.attrib == {"type": "rss", "text": "<b> & 'c'", "xmlUrl": 'https://a.example/?a=1&b="2"'}


def test_a_file_is_replaced_whole_and_a_failure_names_it(tmp_path):
    """Nothing is left beside it; the old file stands where the new one cannot be written."""
    path = tmp_path / "a" / "b.txt"
    for data in (b"one", b"two"):
        replace_file(path, data)
        assert path.read_bytes() == data
    assert not list(tmp_path.rglob(f"{TEMPORARY}*"))
    with pytest.raises(WriteError, match=r"b\.txt"):
        replace_file(path / "c", b"x")
    with pytest.raises(WriteError, match="cannot be written"):
        append_lines(path / "c", b"x\n")
    assert path.read_bytes() == b"two"


def test_a_line_that_was_torn_is_closed_before_the_next(tmp_path):
    """So that it costs itself alone."""
    path = tmp_path / "new" / "lines.jsonl"
    append_lines(path, b'{"a": 1}\n')
    path.write_bytes(path.read_bytes() + b'{"b"')
    append_lines(path, b'{"c": 3}\n')
    assert path.read_bytes().splitlines() == [b'{"a": 1}', b'{"b"', b'{"c": 3}']
