"""Work that is spread over processes has the answers that it has in one, and leaves no process behind."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from digest.model import one_line
from digest.runtime import jobs
from digest.runtime.cache import Cache
from digest.runtime.jobs import Jobs, cores

WORDS = [f"Wörd  {number}" for number in range(60)]


@pytest.fixture
def eager(monkeypatch):
    """Start processes for the least work."""
    monkeypatch.setattr(jobs, "SPENT", 0)
    monkeypatch.setattr(jobs, "WORTH", 0)


@pytest.fixture
def many(eager):
    """Work in two processes."""
    made = Jobs(2)
    yield made
    made.close()


def pids(made):
    return [process._popen.pid for process in made._running or ()]


def is_there(pid):
    """Whether a process runs: neither gone nor waited for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def gone(numbers):
    until = time.monotonic() + 60
    while any(map(is_there, numbers)) and time.monotonic() < until:
        time.sleep(0.1)
    return not any(map(is_there, numbers))


def test_answers_come_in_the_order_of_the_items(many):
    """The first here, the others from the processes, by function and by partial; also of a second call."""
    for work in (one_line, partial(one_line)):
        found = list(many.each(work, WORDS, str))
        assert [one.value for one in found] == list(map(one_line, WORDS))
        assert [one.data.decode() for one in found] == [f'"{one_line(word)}"' for word in WORDS]
    assert len(pids(many)) == 2
    assert list(many.each(one_line, [], str)) == []


def test_what_is_done_soon_starts_no_process():
    """Each takes a second to start."""
    made = Jobs(3)
    assert [one.value for one in made.each(one_line, WORDS, str)] == list(map(one_line, WORDS))
    assert pids(made) == []


def test_one_process_is_this_one(eager):
    """However much there is to do."""
    made = Jobs(1)
    assert len(list(made.each(one_line, WORDS, str, further=1e9))) == len(WORDS)
    assert pids(made) == []


def test_what_is_expected_later_counts_for_whether_it_is_worth_it(monkeypatch):
    """Items are asked for in batches."""
    monkeypatch.setattr(jobs, "SPENT", 0)
    made = Jobs(2)
    assert len(list(made.each(one_line, WORDS, str, further=1e12))) == len(WORDS)
    assert len(pids(made)) == 2
    made.close()


def test_what_goes_wrong_there_is_raised_here(many):
    """With what happened there, and no process goes on."""
    list(many.each(one_line, WORDS, str))
    started = pids(many)
    with pytest.raises(AttributeError, match="isascii") as raised:
        list(many.each(one_line, [*WORDS[:20], 7, *WORDS], str))
    assert "in one_line" in raised.value.__notes__[0]
    assert gone(started)
    assert [one.value for one in many.each(one_line, WORDS, str)] == list(map(one_line, WORDS))


@pytest.mark.slow
def test_processes_that_are_killed_cost_time_alone(many):
    """One of them, and all."""
    list(many.each(one_line, WORDS, str))
    os.kill(pids(many)[0], signal.SIGKILL)
    assert [one.value for one in many.each(one_line, WORDS, str)] == list(map(one_line, WORDS))
    for pid in pids(many):
        os.kill(pid, signal.SIGKILL)
    assert gone(pids(many))
    assert [one.value for one in many.each(one_line, WORDS, str)] == list(map(one_line, WORDS))
    assert pids(many) == []


def test_who_stops_listening_ends_them(many):
    """As Ctrl-C does in the midst of a build: nobody waits for the rest."""
    found = many.each(one_line, WORDS, str)
    for _ in range(10):
        next(found)
    started = pids(many)
    assert len(started) == 2
    found.close()
    assert gone(started)


@pytest.mark.slow
def test_the_cache_ends_its_processes(eager, tmp_path):
    """They are those of one run."""
    with Cache(tmp_path / "memo.db", jobs=2) as memo:
        assert memo(one_line, WORDS, returns=str, spread=True) == list(map(one_line, WORDS))
        started = pids(memo._jobs)
    assert len(started) == 2
    assert gone(started)
    with Cache(tmp_path / "memo.db", jobs=2) as memo:  # all of it was remembered
        assert memo(one_line, WORDS, returns=str, spread=True) == list(map(one_line, WORDS))
        assert pids(memo._jobs) == []


@pytest.mark.slow
def test_processes_end_with_the_one_that_started_them():
    """It may be killed at any moment."""
    program = (
        "import time; from digest.runtime import jobs; from digest.model import one_line\n"
        "jobs.SPENT = jobs.WORTH = 0; made = jobs.Jobs(2)\n"
        "list(made.each(one_line, ['a'] * 60, str))\n"
        "print(*[each._popen.pid for each in made._running], flush=True); time.sleep(99)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as running:
        started = [int(word) for word in running.stdout.readline().split()]
        assert all(map(is_there, started))
        running.kill()
    assert len(started) == 2
    assert gone(started)


@pytest.mark.slow
def test_a_file_where_it_is_called_stands_for_no_library(many, tmp_path, monkeypatch):
    """A checkout is input, and runs nothing."""
    for name in ("pickle", "selectors", "digest", "pydantic"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w')\nraise SystemExit\n")
    monkeypatch.chdir(tmp_path)
    assert [one.value for one in many.each(one_line, WORDS, str)] == list(map(one_line, WORDS))
    assert len(pids(many)) == 2
    assert not (tmp_path / "ran").exists()


def test_there_is_a_core():
    """This process runs on one."""
    assert 1 <= cores() <= os.cpu_count()


@pytest.mark.parametrize("executable", ["", None, "/nowhere/python"])
def test_processes_that_cannot_be_started_cost_time_alone(many, monkeypatch, executable):
    monkeypatch.setattr(sys, "executable", executable)
    assert [one.value for one in many.each(one_line, WORDS, str)] == list(map(one_line, WORDS))
    assert pids(many) == []
