"""`digest fetch`: ask every feed that may be asked, politely, and archive what is new."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from urllib.parse import urlsplit

import xxhash

from digest import __version__
from digest.acquire.feeds.encoding import charset_of
from digest.acquire.feeds.feed import NEWEST, read_feed
from digest.acquire.network.client import SECONDS, Answer, Door, Failure
from digest.acquire.network.pages import fetch_pages
from digest.acquire.network.permission import AGENT, Permission
from digest.acquire.network.pool import Crowd, host_limit
from digest.acquire.network.schedule import after_failure, after_success, may_ask, request_headers
from digest.acquire.seeds.archive import append
from digest.acquire.seeds.lock import archive_lock
from digest.acquire.seeds.state import FeedState, SourceState, read_state, write_state
from digest.config import Workspace
from digest.model import Entry, Feed, Problem, Source

WARN_AFTER = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came of one feed: new items, nothing new, not yet due, gone for good, or a failure."""

    source: str
    feed: str
    outcome: Literal["new", "same", "waiting", "gone", "failed"]
    items: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchReport:
    """What came of every feed, in order of source and feed, and a Problem for each trouble; none of them is by_hand."""

    fetched: tuple[Fetched, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    source: Source
    feed: Feed
    state: FeedState

    @property
    def address(self) -> str:
        return self.state.moved or self.feed.url

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc.lower()


def agent(config: Workspace) -> str:
    """Return the User-Agent: name, version and, where digest.yml gives one, whom to write to."""
    contact = config.digest.network.contact or config.digest.url or ""
    plain = "".join(letter for letter in contact if " " <= letter <= "~")
    return f"{AGENT}/{__version__}" + (f" (+{plain})" if plain else "")


def open_door(config: Workspace, *, seconds: float = SECONDS) -> Door:
    """Return the door of a digest: its name, its allow-list, and a deadline for each exchange."""
    return Door(agent=agent(config), allow=config.digest.network.allow, seconds=seconds)


def fetch(
    config: Workspace,
    now: datetime,
    *,
    only: Collection[str] = (),
    seed: str = "",
    door: Door | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> FetchReport:
    """Ask every feed of the sources (of those whose ids are in `only`) that may be asked at `now`; archive what is new.

    One feed's trouble is a Problem and changes nothing else; what was archived stays. `seed` makes the jitter of waits,
    `progress` is told how many feeds of how many are done. BusyError where another run writes to the archive.
    """
    with archive_lock(config.root):
        run = _Run(config, now, seed, door or open_door(config))
        jobs = run.due(only)
        crowd: Crowd[_Job, Answer | Failure] = Crowd(run.ask, lambda job: job.host, host_limit(config.digest.network.allow))
        progress(0, len(jobs))
        for number, (job, outcome) in enumerate(crowd.each(jobs), 1):
            run.take(job, outcome)
            progress(number, len(jobs))
        run.settle()
        run.pages()
    fetched = sorted(run.fetched, key=lambda it: (it.source, it.feed))
    problems = sorted(set(run.problems), key=lambda it: (it.where, it.code, it.detail))
    return FetchReport(fetched=tuple(fetched), problems=tuple(problems))


def due(config: Workspace, now: datetime, *, only: Collection[str] = ()) -> list[tuple[str, str]]:
    """Return (source id, address) of each feed that `fetch` would ask at `now`; asks none and writes nothing."""
    return [(job.source.id, job.address) for job in _Run(config, now, "", open_door(config)).due(only)]


class _Run:
    """One run of fetch: what it knows, and what came of it so far."""

    def __init__(self, config: Workspace, now: datetime, seed: str, door: Door) -> None:
        self.config, self.now, self.seed, self.door = config, now.replace(microsecond=0), seed, door
        self.states: dict[str, SourceState] = {}
        self.fetched: list[Fetched] = []
        self.problems: list[Problem] = []
        self._wanted: dict[str, list[Entry]] = {}
        self._unreached: list[tuple[_Job, Failure]] = []
        self._asked = 0

    def due(self, only: Collection[str]) -> list[_Job]:
        """The feeds to be asked now; the others are in the report already."""
        jobs = []
        for source in self.config.sources:
            if only and source.id not in only:
                continue
            known = self.states[source.id] = read_state(self.config.root, source.id)
            for feed in source.feeds:
                state = known.feeds.get(feed.url, FeedState())
                if may_ask(state, self.now):
                    jobs.append(_Job(source=source, feed=feed, state=state))
                else:
                    until = "" if state.gone or not state.wait_until else f"until {state.wait_until:%Y-%m-%d %H:%M}"
                    self._report(source, feed, "gone" if state.gone else "waiting", detail=until)
        self._asked = len(jobs)
        return jobs

    def ask(self, job: _Job) -> Answer | Failure:
        return self.door.ask(job.address, request_headers(job.state), job.state.validated or job.address)

    def take(self, job: _Job, outcome: Answer | Failure) -> None:
        """Archive what an exchange brought, and remember it; the items first, so that a run that is killed loses none."""
        if isinstance(outcome, Failure) and outcome.code == "no-connection":
            self._unreached.append((job, outcome))
        elif isinstance(outcome, Failure):
            self._failed(job, outcome, None)
        elif outcome.status == 304 and (job.state.etag or job.state.modified):
            self._succeeded(job, outcome, 0, job.state.body)
        elif outcome.status != 200:
            words = "the feed is gone for good" if outcome.status == 410 else f"the server answered {outcome.status}"
            self._failed(job, Failure(code=f"http-{outcome.status}", detail=words), outcome)
        elif (mark := xxhash.xxh3_128_hexdigest(outcome.body)) == job.state.body:
            self._succeeded(job, outcome, 0, mark)
        else:
            where = f"seeds/sources/{job.source.id}.yml"
            charset = charset_of(outcome.headers.get("content-type", ""))
            newest = self.config.digest.limits.items_per_fetch or NEWEST
            document, problem = read_feed(outcome.body, where, address=outcome.url, charset=charset, newest=newest)
            if document is None:
                trouble = problem or Problem(stage="acquire", where=where, code="not-a-feed", detail="this is no feed")
                self._failed(job, Failure(code=trouble.code, detail=trouble.detail), outcome)
                return
            if problem:
                self._problem(job, problem.code, problem.detail, problem.remedy)
            count = append(self.config.root, job.source.id, document.entries, self.now)
            self._succeeded(job, outcome, count, mark)
            if job.feed.full_text:
                self._wanted.setdefault(job.source.id, []).extend(document.entries)

    def settle(self) -> None:
        """Hold it against feeds that they were not reached, unless nobody was: then this machine is offline.

        An outage of our own must not make every feed wait longer and longer.
        """
        hosts = {job.host for job, _ in self._unreached}
        if len(hosts) > 1 and len(self._unreached) == self._asked:
            for job, trouble in self._unreached:
                self._report(job.source, job.feed, "failed", detail=trouble.detail)
            detail = f"none of {len(hosts)} hosts can be reached: {self._unreached[0][1].detail}"
            where, remedy = "seeds/sources", "see that this machine is online"
            self.problems.append(Problem(stage="acquire", where=where, code="offline", detail=detail, remedy=remedy))
        else:
            for job, trouble in self._unreached:
                self._failed(job, trouble, None)

    def pages(self) -> None:
        """Fetch the article pages of feeds that ask for them, where that is allowed."""
        permission = Permission(door=self.door)
        states, told = fetch_pages(self.config.root, self._wanted, self.states, permission, self.now)
        self.problems.extend(told)
        for source, state in states.items():
            self._remember(source, state)

    def _succeeded(self, job: _Job, answer: Answer, items: int, mark: str | None) -> None:
        state = replace(after_success(job.state, answer, self.now), body=mark)
        self._remember(job.source.id, self.states[job.source.id].with_feed(job.feed.url, state))
        self._report(job.source, job.feed, "new" if items else "same", items=items)
        if state.moved and state.moved != job.feed.url:
            remedy = f"write `url: {state.moved}` in place of it"
            self._problem(job, "moved", f"has moved for good to {state.moved}", remedy)

    def _failed(self, job: _Job, trouble: Failure, answer: Answer | None) -> None:
        state = after_failure(job.state, trouble, answer, self.now, url=job.feed.url, seed=self.seed)
        self._remember(job.source.id, self.states[job.source.id].with_feed(job.feed.url, state))
        self._report(job.source, job.feed, "gone" if state.gone else "failed", detail=trouble.detail)
        often = ""
        if state.failures >= WARN_AFTER and state.failing_since:
            often = f", {state.failures} times since {state.failing_since:%Y-%m-%d}"
        self._problem(job, trouble.code, trouble.detail + often, "remove the feed" if state.gone else "")

    def _remember(self, source: str, state: SourceState) -> None:
        self.states[source] = state
        write_state(self.config.root, source, state)

    def _report(
        self,
        source: Source,
        feed: Feed,
        outcome: Literal["new", "same", "waiting", "gone", "failed"],
        *,
        items: int = 0,
        detail: str = "",
    ) -> None:
        self.fetched.append(Fetched(source=source.id, feed=feed.url, outcome=outcome, items=items, detail=detail))

    def _problem(self, job: _Job, code: str, detail: str, remedy: str = "") -> None:
        where = f"seeds/sources/{job.source.id}.yml"
        told = f"{job.feed.url}: {detail}"
        self.problems.append(Problem(stage="acquire", where=where, code=code, detail=told, remedy=remedy))
