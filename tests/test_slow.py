"""What `make quick` leaves out is a list that a command writes of what it measured; the list names tests that there are."""

import re

import slow
from development import ROOT


def test_what_is_listed_is_there_and_each_file_keeps_a_test():
    """A test that was renamed or is gone leaves the list, by the command or by hand."""
    listed = slow.LIST.read_text(encoding="utf-8").split()
    assert listed == sorted(set(listed))
    for file in {test.partition("::")[0] for test in listed}:
        there = set(re.findall(r"def (test_\w+)\(", (ROOT / "tests" / file).read_text(encoding="utf-8")))
        named = {test.rpartition("::")[2] for test in listed if test.startswith(f"{file}::")}
        assert named <= there, f"{file} has no {named - there} any more: run python tests/slow.py tests/{file}"
        assert there - named, f"make quick would run nothing of {file}: run python tests/slow.py tests/{file}"


def test_rows_count_together_and_the_quickest_of_a_file_stays():
    """A row that loads a word list for all costs its test nothing where the mean of many rows is low."""
    much, little = 2 * slow.LIMIT, slow.LIMIT / 2
    seconds = {
        "a/test_b.py::test_slow": [much],
        "a/test_b.py::test_quick": [little, little],
        "a/test_b.py::test_a_first_row_pays": [much, *[little / 9] * 9],
        "a/test_c.py::test_slow_as_others": [much],
        "a/test_c.py::test_slower": [2 * much],
        "a/test_c.py::TestAll::test_one_row_of_two": [little, 9 * much],
    }
    assert slow.slow(seconds) == {
        "a/test_b.py::test_slow",
        "a/test_c.py::test_slower",
        "a/test_c.py::TestAll::test_one_row_of_two",
    }


def test_a_row_is_no_part_of_a_name():
    """Neither the row nor the group that xdist adds, whatever stands in the row."""
    assert slow.name("tests/a/test_b.py::TestC::test_d[x::y[0]-a@b]@group") == "a/test_b.py::TestC::test_d"
    assert slow.name("tests/test_b.py::test_d@tests/test_b.py") == "test_b.py::test_d"
