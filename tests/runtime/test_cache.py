"""The cache gives what the work gives, whatever became of its file."""

import sqlite3
from functools import partial
from typing import Annotated

import numpy as np
import pytest

from digest.clean.text import folded
from digest.common.memo import Stored
from digest.model import Removed, Text
from digest.runtime.cache import Cache

calls: list[str] = []


def work(text: str) -> tuple[Removed, ...]:
    calls.append(text)
    return (Removed(text=Text(text.upper()), reason="test"),)


def nothing(text: str) -> None:
    calls.append(text)


@pytest.fixture(autouse=True)
def _fresh():
    calls.clear()


def test_an_answer_is_computed_once(tmp_path):
    """The second process recalls what the first computed, as equal values in the same order."""
    for _ in range(2):
        with Cache(tmp_path / "memo.db") as memo:
            answers = memo(work, ["a", "b", "a"], returns=tuple[Removed, ...])
        assert answers == [work(x) for x in ("a", "b", "a")]
    assert calls.count("b") == 3  # one by the cache, two by this test


def test_progress_names_the_room_of_plain_functions_and_partials(tmp_path):
    """What moves on a terminal is told of every kind of function that a room hands over."""
    seen = []
    with Cache(tmp_path / "memo.db", lambda *step: seen.append(step)) as memo:
        memo(folded, ["a", "b"], returns=str)
        memo(partial(folded), ["c"], returns=str)
        memo(work, ["d"], returns=tuple[Removed, ...])
    assert seen == [("clean", 1, 2), ("clean", 2, 2), ("clean", 1, 1), (work.__module__.split(".")[0], 1, 1)]


def test_another_salt_is_another_question(tmp_path):
    """What else the work depends on goes into the salt."""
    with Cache(tmp_path / "memo.db") as memo:
        memo(work, ["a"], returns=tuple[Removed, ...], salt="1")
        memo(work, ["a"], returns=tuple[Removed, ...], salt="2")
    assert calls == ["a", "a"]


def test_none_is_an_answer_too(tmp_path):
    """Work that finds nothing is not done again."""
    for _ in range(2):
        with Cache(tmp_path / "memo.db") as memo:
            assert memo(nothing, ["a"], returns=type(None)) == [None]
    assert calls == ["a"]


@pytest.mark.parametrize("rubbish", [b"", b"no database at all " * 100])
def test_a_broken_file_costs_only_time(tmp_path, rubbish):
    """.digest/ may hold anything, or nothing."""
    (tmp_path / "memo.db").write_bytes(rubbish)
    with Cache(tmp_path / "memo.db") as memo:
        assert memo(work, ["a"], returns=tuple[Removed, ...])[0][0].text == "A"


def test_a_file_of_another_make_costs_only_time(tmp_path):
    """One that an earlier version wrote is made anew, and remembers."""
    with sqlite3.connect(tmp_path / "memo.db") as db:
        db.execute("CREATE TABLE memo (key BLOB PRIMARY KEY, answer BLOB NOT NULL) WITHOUT ROWID")
    db.close()
    for _ in range(2):
        with Cache(tmp_path / "memo.db") as memo:
            assert memo(work, ["a"], returns=tuple[Removed, ...])[0][0].text == "A"
    assert calls == ["a"]


def test_a_forged_answer_is_not_believed(tmp_path):
    """An entry that does not validate is computed again; nothing is ever unpickled."""
    with Cache(tmp_path / "memo.db") as memo:
        memo(work, ["a"], returns=tuple[Removed, ...])
        memo._db.execute("UPDATE memo SET answer = ?", (b"cos\nsystem\n(S'true'\ntR.",))
        assert memo(work, ["a"], returns=tuple[Removed, ...])[0][0].text == "A"


def test_what_is_no_longer_asked_for_is_pruned(tmp_path):
    """The file does not grow for ever."""
    with Cache(tmp_path / "memo.db") as memo:
        memo(work, [str(n) for n in range(3000)], returns=tuple[Removed, ...])
    with Cache(tmp_path / "memo.db") as memo:
        memo(work, ["1"], returns=tuple[Removed, ...])
    with Cache(tmp_path / "memo.db") as memo:
        assert memo._db.execute("SELECT count(*) FROM memo").fetchone() == (1,)


def test_brief_answers_are_forgotten_once_they_outnumber_what_a_run_asks_for(tmp_path):
    """As many as a run asks for stay, for the next change; more go. What is no brief answer stays."""
    for asked in ("ab", "b", "ab", "c", "ab"):
        with Cache(tmp_path / "memo.db") as memo:
            memo(work, ["x"] if len(asked) == 1 else ["x", "y"], returns=tuple[Removed, ...])
            memo(work, asked, returns=tuple[Removed, ...], transient=True)
    assert calls == ["x", "y", "a", "b", "c", "a", "b"]


@pytest.mark.parametrize("transient", [True, False])
def test_what_an_older_edition_recalls_stays(tmp_path, transient):
    """A comparison asks for the same again each time, however much else is outdated."""
    outdated = [f"{number}" for number in range(3000)]
    with Cache(tmp_path / "memo.db") as memo:
        memo(work, ["older", *outdated], returns=tuple[Removed, ...], transient=transient)
    for _ in range(3):
        with Cache(tmp_path / "memo.db") as memo:
            memo(work, ["newer"], returns=tuple[Removed, ...], transient=transient)
            memo.recall(work, ["older"], returns=tuple[Removed, ...])
            held = memo._db.execute("SELECT count(*) FROM memo").fetchone()
    assert (calls.count("older"), held) == (1, (2,))


def test_an_array_is_remembered_as_its_numbers(tmp_path):
    """The numbers and their type come back as they were, of the empty array too."""
    arrays = {"none": np.array([], np.uint32), "some": np.array([0, 1, 2**32 - 1], np.uint32)}

    def numbers(name: str) -> np.ndarray:
        calls.append(name)
        return arrays[name]

    for _ in range(2):
        with Cache(tmp_path / "memo.db") as memo:
            found = memo(numbers, list(arrays), returns=Annotated[np.ndarray, Stored("<u4")])
        assert [each.dtype for each in found] == [np.uint32, np.uint32]
        assert [each.tolist() for each in found] == [each.tolist() for each in arrays.values()]
    assert calls == ["none", "some"]


def test_a_lambda_is_refused(tmp_path):
    """A function without a lasting name would be confused with another."""
    with Cache(tmp_path / "memo.db") as memo, pytest.raises(TypeError):
        memo(lambda x: x, ["a"], returns=str)


def test_a_file_damaged_while_it_is_used_costs_only_time(tmp_path):
    """Pages of it overwritten: what was remembered is computed again, and the next process starts anew."""
    path = tmp_path / "memo.db"
    items = [str(number) for number in range(2000)]
    with Cache(path) as memo:
        memo(work, items, returns=tuple[Removed, ...])
        memo._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    data[8192:] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)
    for _ in range(2):
        with Cache(path) as memo:
            assert [answer[0].text for answer in memo(work, items, returns=tuple[Removed, ...])] == items


def test_where_nothing_can_be_written_it_remembers_for_the_run(tmp_path):
    """A checkout that is read only costs time, and no error."""
    (tmp_path / ".digest").write_text("a file where the folder belongs")
    with Cache(tmp_path / ".digest" / "memo.db") as memo:
        for _ in range(2):
            assert memo(work, ["a"], returns=tuple[Removed, ...])[0][0].text == "A"
    assert calls == ["a"]


def test_a_disk_that_fills_up_costs_only_time(tmp_path):
    """What cannot be stored is computed, at the end too, and the file is given up."""
    path = tmp_path / "memo.db"
    items = [str(number) * 100 for number in range(200)]
    for full_at in (lambda memo: None, lambda memo: memo(work, ["a"], returns=tuple[Removed, ...])):
        with Cache(path) as memo:
            full_at(memo)
            memo._db.execute("PRAGMA max_page_count = 1")
            assert [answer[0].text for answer in memo(work, items, returns=tuple[Removed, ...])] == items


def test_an_error_within_the_block_is_raised_and_what_was_computed_is_kept(tmp_path):
    """The next run goes on from there."""

    def run():
        with Cache(tmp_path / "memo.db") as memo:
            memo(work, ["a"], returns=tuple[Removed, ...])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run()
    with Cache(tmp_path / "memo.db") as memo:
        memo(work, ["a"], returns=tuple[Removed, ...])
    assert calls == ["a"]


def test_a_file_that_is_damaged_at_the_end_is_given_up(tmp_path):
    """What a run leaves is closed without an error."""
    path = tmp_path / "memo.db"
    with Cache(path) as memo:
        memo(work, ["a"], returns=tuple[Removed, ...])
        memo._db.execute("DROP TABLE memo")
    assert not path.exists()
