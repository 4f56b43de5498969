"""Many exchanges at once, few with any one host."""

from __future__ import annotations

import queue
import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Generic, TypeVar

AT_ONCE = 24
A_HOST = 4
OWN_HOST = 16  # a host and port that digest.yml allows by name is one's own

_Job = TypeVar("_Job")
_Outcome = TypeVar("_Outcome")


class Crowd(Generic[_Job, _Outcome]):
    """Does jobs in threads; of those with one key no more than `limit(key)` at a time."""

    def __init__(self, work: Callable[[_Job], _Outcome], key: Callable[[_Job], str], limit: Callable[[str], int]) -> None:
        self._work, self._key, self._limit = work, key, limit
        self._pending: list[_Job] = []
        self._busy: Counter[str] = Counter()
        self._turn = threading.Condition()
        self._done: queue.Queue[tuple[_Job, _Outcome | Exception]] = queue.Queue(maxsize=4)

    def each(self, jobs: Sequence[_Job]) -> Iterator[tuple[_Job, _Outcome]]:
        """Yield each job with its outcome, as they are done; an exception of the work is raised here.

        At most four outcomes wait to be taken, so that answers do not pile up in memory.
        """
        self._pending = list(jobs)
        for _ in range(min(AT_ONCE, len(jobs))):
            threading.Thread(target=self._labour, daemon=True).start()
        for _ in jobs:
            job, outcome = self._done.get()
            if isinstance(outcome, Exception):
                raise outcome
            yield job, outcome

    def _labour(self) -> None:
        while (job := self._next()) is not None:
            key = self._key(job)
            outcome: _Outcome | Exception
            try:
                outcome = self._work(job)
            except Exception as error:  # noqa: BLE001 - handed on to the thread that asked
                outcome = error
            with self._turn:
                self._busy[key] -= 1
                self._turn.notify_all()
            self._done.put((job, outcome))

    def _next(self) -> _Job | None:
        with self._turn:
            while self._pending:
                for number, job in enumerate(self._pending):
                    key = self._key(job)
                    if self._busy[key] < self._limit(key):
                        self._busy[key] += 1
                        return self._pending.pop(number)
                self._turn.wait()
        return None


def host_limit(allow: Collection[str]) -> Callable[[str], int]:
    """Return how many exchanges a host (host:port) may have at once."""
    own = {one.lower() for one in allow}
    return lambda host: OWN_HOST if host in own else A_HOST
