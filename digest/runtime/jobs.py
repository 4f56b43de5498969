"""Work spread over processes: the same answers in the same order, however many there are.

Each process runs this very program without the folder it is called in on its path, takes pickled work from a pipe of ours
and gives JSON back. One that ends before its time costs time: its share is done by another, or here.
"""

from __future__ import annotations

import gc
import os
import pickle
import selectors
import subprocess
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO, Any, NamedTuple

from pydantic import TypeAdapter

SPENT = 0.5
"""Seconds that work takes here before it is known how long an item takes."""
WORTH = 3.0
"""Seconds that all further items must take here for other processes to be started, each of which takes about one."""
_CHUNK = 8
_START = """
import sys
from importlib.util import module_from_spec, spec_from_file_location
spec = spec_from_file_location("digest", sys.argv[1] + "/__init__.py", submodule_search_locations=[sys.argv[1]])
sys.modules["digest"] = module = module_from_spec(spec)
spec.loader.exec_module(module)
from digest.runtime.jobs import serve
serve()
"""


@cache
def adapter(returns: Any) -> TypeAdapter[Any]:
    """Return what reads and writes answers of a type as JSON."""
    return TypeAdapter(returns)


def cores() -> int:
    """Return how many cores this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover - where the system knows no affinity


class Answer(NamedTuple):
    """An answer, and the same as JSON."""

    value: Any
    data: bytes


class Jobs:
    """Applies functions to items in `most` processes, started where that is worth it; `close` ends them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._running: list[_Process] | None = None

    def each(self, work: Callable[[Any], Any], items: Sequence[Any], returns: Any, further: float = 0) -> Iterator[Answer]:
        """Yield the answer to each item, in order. `further` is how many items more are expected after these.

        `work` and the items can be pickled, `work` by name or as a partial of such a function. Raises what `work` raises.
        """
        left, began = deque(items), time.monotonic()
        while left and not self._pays(len(items) - len(left), len(left) + further, time.monotonic() - began):
            value = work(left.popleft())
            yield Answer(value, adapter(returns).dump_json(value))
        for data in self._spread(work, list(left), returns) if left else ():
            yield Answer(adapter(returns).validate_json(data), data)

    def close(self) -> None:
        """End the processes, whatever they are at."""
        for process in self._running or ():
            process.end()
        self._running = None

    def _pays(self, done: int, left: float, took: float) -> bool:
        if self._most < 2 or self._running is not None:
            return self._most > 1
        return bool(done) and took >= SPENT and took / done * left >= WORTH

    def _spread(self, work: Callable[[Any], Any], items: list[Any], returns: Any) -> Iterator[bytes]:
        """Yield the answers as JSON; a process gets its next items when it has answered."""
        if self._running is None:
            self._running = []
            with suppress(OSError):  # one that cannot be started costs time
                for _ in range(self._most if sys.executable else 0):
                    self._running.append(_Process())
        chunks = [items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK)]
        waiting, answered, shown = deque(range(len(chunks))), dict[int, list[bytes]](), 0
        for process in self._running:
            process.send((work, returns))
        try:
            while shown < len(chunks):
                if not self._hand_out(chunks, waiting):
                    at = waiting.popleft()
                    answered[at] = [adapter(returns).dump_json(work(item)) for item in chunks[at]]
                answered |= self._collected(waiting)
                while shown in answered:
                    yield from answered.pop(shown)
                    shown += 1
        finally:
            if shown < len(chunks):  # somebody is still at what nobody waits for
                self.close()

    def _hand_out(self, chunks: list[list[Any]], waiting: deque[int]) -> bool:
        """Give a chunk to each process that is at none, while there are any; False where there is no process any more."""
        for process in self._running or ():
            if process.at is None and waiting:
                process.at = waiting.popleft()
                process.send(chunks[process.at])
        return bool(self._running)

    def _collected(self, waiting: deque[int]) -> dict[int, list[bytes]]:
        """Return the chunks that are answered, one at least; what a process had that has ended waits again."""
        found, running = dict[int, list[bytes]](), self._running or []
        with selectors.DefaultSelector() as ready:
            for process in running:
                ready.register(process.answers, selectors.EVENT_READ, process)
            events = ready.select() if running else []
        for process in (key.data for key, _ in events):
            at, answers = process.at, process.answer()
            if answers is None:
                running.remove(process)
                process.end()
                waiting.extendleft([] if at is None else [at])
            else:
                found[at] = answers
        return found


class _Process:
    """One of the processes, and the number of the chunk that it is at."""

    def __init__(self) -> None:
        command = [sys.executable, *(["-I"] if sys.flags.isolated else []), "-P", "-c", _START]
        command.append(str(Path(__file__).parent.parent.resolve()))
        places = filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))  # an empty one is the current folder
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(places)}
        # In a session of its own: Ctrl-C is for this process alone, at whose end the pipe is closed.
        pipe = subprocess.PIPE
        self._popen = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment, start_new_session=True)
        self.at: int | None = None

    @property
    def answers(self) -> IO[bytes]:
        assert self._popen.stdout is not None  # noqa: S101 - it was asked for
        return self._popen.stdout

    def send(self, given: object) -> None:
        """Give the process items, or what further ones are for; one that has ended is found when its answer is read."""
        data, stdin = pickle.dumps(given), self._popen.stdin
        with suppress(OSError):
            if stdin is not None:
                stdin.write(data)
                stdin.flush()

    def answer(self) -> list[bytes] | None:
        """Return the answers as JSON; None where the process has ended. Raises what its work raised."""
        self.at = None
        try:
            found = pickle.load(self.answers)  # noqa: S301 - of a process of our own
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        if isinstance(found, BaseException):
            raise found
        return list(found)

    def end(self) -> None:
        self._popen.kill()
        with suppress(OSError):
            self._popen.communicate()


def serve() -> None:  # pragma: no cover - runs in the processes
    """Answer what comes on standard input until it ends: either (work, type of the answers), or a list of items."""
    gc.disable()  # as `collection.without_collection` does: what works here makes no cycles
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    work, returns = None, None
    with suppress(EOFError, BrokenPipeError):
        while True:
            given = pickle.load(sys.stdin.buffer)  # noqa: S301 - of the process that started this one
            if isinstance(given, tuple):
                work, returns = given
                continue
            answers.write(_tried(work, given, returns))
            answers.flush()


def _tried(work: Any, items: list[Any], returns: Any) -> bytes:
    """Return the pickled answers as JSON, or what was raised on the way."""
    try:
        return pickle.dumps([adapter(returns).dump_json(work(item)) for item in items])
    except BaseException as error:  # noqa: BLE001 - it is raised where the work was asked for
        error.add_note("".join(traceback.format_exception(error)))
        with suppress(Exception):
            pickle.loads(data := pickle.dumps(error))  # noqa: S301 - made on this line
            return data
        return pickle.dumps(RuntimeError("".join(traceback.format_exception(error))))
