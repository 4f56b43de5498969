"""A pool of threads that limits how many of its jobs run at once for one host."""

from __future__ import annotations

import queue
import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Generic, TypeVar

THREADS = 24
PER_HOST = 4
PER_ALLOWED_HOST = 16  # a host and port that digest.yml allows by name is the user's own
_WAITING = 4  # results that may wait to be taken, so that responses do not pile up in memory

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")


class HostLimitedPool(Generic[_Job, _Result]):
    """Runs `work(job)` in threads, at most `limit(key(job))` jobs of one key at a time."""

    def __init__(self, work: Callable[[_Job], _Result], key: Callable[[_Job], str], limit: Callable[[str], int]) -> None:
        self._work, self._key, self._limit = work, key, limit
        self._pending: list[_Job] = []
        self._busy: Counter[str] = Counter()
        self._changed = threading.Condition()
        self._done: queue.Queue[tuple[_Job, _Result | Exception]] = queue.Queue(maxsize=_WAITING)

    def run(self, jobs: Sequence[_Job]) -> Iterator[tuple[_Job, _Result]]:
        """Yield each job with its result, as they are done; an exception that `work` raises is raised here."""
        self._pending = list(jobs)
        for _ in range(min(THREADS, len(jobs))):
            threading.Thread(target=self._worker, daemon=True).start()
        for _ in jobs:
            job, result = self._done.get()
            if isinstance(result, Exception):
                raise result
            yield job, result

    def _worker(self) -> None:
        while (job := self._next()) is not None:
            key = self._key(job)
            result: _Result | Exception
            try:
                result = self._work(job)
            except Exception as error:  # noqa: BLE001 - handed on to the thread that asked
                result = error
            with self._changed:
                self._busy[key] -= 1
                self._changed.notify_all()
            self._done.put((job, result))

    def _next(self) -> _Job | None:
        """Take the first pending job whose key has a free place, waiting for one; None where no job is left."""
        with self._changed:
            while self._pending:
                for number, job in enumerate(self._pending):
                    key = self._key(job)
                    if self._busy[key] < self._limit(key):
                        self._busy[key] += 1
                        return self._pending.pop(number)
                self._changed.wait()
        return None


def host_limit(allow: Collection[str]) -> Callable[[str], int]:
    """Return the limit for HostLimitedPool, by host:port; `allow` are the host:port pairs of digest.yml."""
    own = {one.lower() for one in allow}
    return lambda host: PER_ALLOWED_HOST if host in own else PER_HOST
