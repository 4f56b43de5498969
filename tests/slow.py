"""Which tests `make quick` leaves out: `python tests/slow.py [tests/link ...]` measures them and writes tests/slow.txt anew.

A test is slow where a row of it takes more than LIMIT seconds of CPU in the mean, with what its fixtures do for it and the
programs that it starts. The quickest test of a file stays, so that no file is left out whole. Of the files that are named
only the lines of these change; without a name all are measured, which takes minutes. Nothing else may need the machine then.
"""

import resource
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest
from development import ROOT

LIMIT = 0.02
"""Seconds of CPU; on a computer two or three times as quick as the one that last wrote the list, some 7 ms."""
LIST = ROOT / "tests/slow.txt"


def listed() -> frozenset[str]:
    """Return the names of the slow tests: file below tests/, `::`, class if there is one, function."""
    return frozenset(LIST.read_text(encoding="utf-8").split())


def name(nodeid: str) -> str:
    """Return the name of a test without its row and the folder tests/."""
    return nodeid.partition("[")[0].partition("@")[0].removeprefix("tests/")


def slow(seconds: dict[str, list[float]]) -> set[str]:
    """Return which tests are slow, given the CPU seconds of each row of each."""
    typical = {test: mean(rows) for test, rows in seconds.items()}
    files = defaultdict[str, list[str]](list)
    for test in sorted(typical):
        files[test.partition("::")[0]].append(test)
    stay = {min(tests, key=typical.__getitem__) for tests in files.values()}
    return {test for test, time in typical.items() if time > LIMIT} - stay


def cpu() -> float:
    """Return the CPU seconds of this process and of those that it started and that ended."""
    used = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(one.ru_utime + one.ru_stime for one in used)


class Clock:
    """Notes what each test that passes through pytest takes."""

    def __init__(self) -> None:
        self.seconds = defaultdict[str, list[float]](list)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        before = cpu()
        answer = yield
        self.seconds[name(item.nodeid)].append(cpu() - before)
        return answer


def main(paths: list[str]) -> int:
    """Measure the tests of the paths, or all that a marker or a folder does not leave out, and write the list."""
    below = [Path(path).resolve().relative_to(ROOT / "tests").as_posix() for path in paths] or ["."]
    import slow as of_conftest  # conftest.py imports this module by its name, which is another one than what is run

    kept, of_conftest.LEFT_OUT = listed(), frozenset()
    clock = Clock()
    code = pytest.main(["-m", "not slow", "--hypothesis-profile=quick", *paths], plugins=[clock])
    if code:
        return int(code)
    again = {test for test in kept if below == ["."] or any(Path(test.partition("::")[0]).is_relative_to(b) for b in below)}
    LIST.write_text("".join(f"{test}\n" for test in sorted(kept - again | slow(clock.seconds))), encoding="utf-8")
    return 0


LEFT_OUT = listed()

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
