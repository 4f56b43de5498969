"""`digest fetch`: request every feed that is due, and archive what is new."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

import xxhash

from digest import __version__
from digest.acquire.decoding.charset import charset_of
from digest.acquire.feeds.feed import NEWEST_ITEMS, read_feed
from digest.acquire.network.addresses import host_and_port
from digest.acquire.network.client import TIMEOUT, Failure, HttpClient, Response
from digest.acquire.network.pages import fetch_pages
from digest.acquire.network.pool import HostLimitedPool, host_limit
from digest.acquire.network.robots import USER_AGENT, RobotsRules
from digest.acquire.network.schedule import after_failure, after_success, is_due, request_headers
from digest.acquire.seeds.archive import append
from digest.acquire.seeds.state import FeedState, SourceState, read_state, write_state
from digest.config import Workspace
from digest.model import Entry, Feed, Problem, Source
from digest.runtime.lock import locked

WARN_AFTER = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came of one feed: new items, nothing new, not yet due, gone for good (410), or a failure with its `detail`."""

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
        return host_and_port(self.address)


def user_agent(config: Workspace) -> str:
    """Return the User-Agent: name, version and, where digest.yml gives one, whom to write to."""
    contact = config.digest.network.contact or config.digest.url or ""
    plain = "".join(letter for letter in contact if " " <= letter <= "~")
    return f"{USER_AGENT}/{__version__}" + (f" (+{plain})" if plain else "")


def http_client(config: Workspace, *, timeout: float = TIMEOUT) -> HttpClient:
    """Return the HTTP client of a digest, with its User-Agent and allow-list; `timeout` is in seconds, for an exchange."""
    return HttpClient(agent=user_agent(config), allow=config.digest.network.allow, timeout=timeout)


def fetch(
    config: Workspace,
    now: datetime,
    *,
    only: Collection[str] = (),
    seed: str = "",
    client: HttpClient | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> FetchReport:
    """Request every feed of the sources (of those whose ids are in `only`) that is due at `now`; archive what is new.

    A feed that fails is a Problem and changes nothing else; what was archived stays. `seed` makes the jitter of waits,
    `progress` is called with how many feeds of how many are done. BusyError where another run writes to the archive.
    """
    with locked(config.root, "archive"):
        run = _Run(config, now, seed, client or http_client(config))
        jobs = run.due(only)
        pool: HostLimitedPool[_Job, Response | Failure] = HostLimitedPool(
            run.request, lambda job: job.host, host_limit(config.digest.network.allow)
        )
        progress(0, len(jobs))
        for number, (job, outcome) in enumerate(pool.run(jobs), 1):
            run.record(job, outcome)
            progress(number, len(jobs))
        run.record_unreached()
        run.fetch_pages()
    fetched = sorted(run.fetched, key=lambda it: (it.source, it.feed))
    problems = sorted(set(run.problems), key=lambda it: (it.where, it.code, it.detail))
    return FetchReport(fetched=tuple(fetched), problems=tuple(problems))


def due(config: Workspace, now: datetime, *, only: Collection[str] = ()) -> list[tuple[str, str]]:
    """Return (source id, address) of each feed that `fetch` would request at `now`; requests none and writes nothing."""
    return [(job.source.id, job.address) for job in _Run(config, now, "", http_client(config)).due(only)]


class _Run:
    """One run of fetch: the state of each source, and the report so far."""

    def __init__(self, config: Workspace, now: datetime, seed: str, client: HttpClient) -> None:
        self.config, self.now, self.seed, self.client = config, now.replace(microsecond=0), seed, client
        self.states: dict[str, SourceState] = {}
        self.fetched: list[Fetched] = []
        self.problems: list[Problem] = []
        self._wanted: dict[str, list[Entry]] = {}
        self._unreached: list[tuple[_Job, Failure]] = []
        self._due = 0

    def due(self, only: Collection[str]) -> list[_Job]:
        """Return the feeds that are due; report the others."""
        jobs = []
        for source in self.config.sources:
            if only and source.id not in only:
                continue
            known = self.states[source.id] = read_state(self.config.root, source.id)
            for feed in source.feeds:
                state = known.feeds.get(feed.url, FeedState())
                if is_due(state, self.now):
                    jobs.append(_Job(source=source, feed=feed, state=state))
                else:
                    until = "" if state.gone or not state.wait_until else f"until {state.wait_until:%Y-%m-%d %H:%M}"
                    self._report(source, feed, "gone" if state.gone else "waiting", detail=until)
        self._due = len(jobs)
        return jobs

    def request(self, job: _Job) -> Response | Failure:
        return self.client.get(job.address, request_headers(job.state), job.state.validated or job.address)

    def record(self, job: _Job, outcome: Response | Failure) -> None:
        """Archive the items of a response and then write the feed's state: a run that is killed between loses no item."""
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
            newest = self.config.digest.limits.items_per_fetch or NEWEST_ITEMS
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

    def record_unreached(self) -> None:
        """Count a failure for each feed that was not reached, unless no host was: then this machine is offline.

        Being offline must not make every feed wait longer and longer.
        """
        hosts = {job.host for job, _ in self._unreached}
        if len(hosts) > 1 and len(self._unreached) == self._due:
            for job, failure in self._unreached:
                self._report(job.source, job.feed, "failed", detail=failure.detail)
            detail = f"none of {len(hosts)} hosts can be reached: {self._unreached[0][1].detail}"
            where, remedy = "seeds/sources", "see that this machine is online"
            self.problems.append(Problem(stage="acquire", where=where, code="offline", detail=detail, remedy=remedy))
        else:
            for job, failure in self._unreached:
                self._failed(job, failure, None)

    def fetch_pages(self) -> None:
        """Fetch the article pages of feeds that ask for them, where that is allowed."""
        robots = RobotsRules(client=self.client)
        states, problems = fetch_pages(self.config.root, self._wanted, self.states, robots, self.now)
        self.problems.extend(problems)
        for source, state in states.items():
            self._remember(source, state)

    def _succeeded(self, job: _Job, response: Response, items: int, mark: str | None) -> None:
        state = replace(after_success(job.state, response, self.now), body=mark)
        self._remember(job.source.id, self.states[job.source.id].with_feed(job.feed.url, state))
        self._report(job.source, job.feed, "new" if items else "same", items=items)
        if state.moved and state.moved != job.feed.url:
            remedy = f"write `url: {state.moved}` in place of it"
            self._problem(job, "moved", f"has moved for good to {state.moved}", remedy)

    def _failed(self, job: _Job, failure: Failure, response: Response | None) -> None:
        state = after_failure(job.state, failure, response, self.now, url=job.feed.url, seed=self.seed)
        self._remember(job.source.id, self.states[job.source.id].with_feed(job.feed.url, state))
        self._report(job.source, job.feed, "gone" if state.gone else "failed", detail=failure.detail)
        often = ""
        if state.failures >= WARN_AFTER and state.failing_since:
            often = f", {state.failures} times since {state.failing_since:%Y-%m-%d}"
        self._problem(job, failure.code, failure.detail + often, "remove the feed" if state.gone else "")

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
        detail = f"{job.feed.url}: {detail}"
        self.problems.append(Problem(stage="acquire", where=where, code=code, detail=detail, remedy=remedy))
