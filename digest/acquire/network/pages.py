"""The article pages behind a feed of excerpts: fetched where `full_text: true` asks for it and all rules allow it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from digest.acquire.decoding.charset import charset_of, declared_root, page_text
from digest.acquire.network.addresses import host_and_port
from digest.acquire.network.client import Failure, Response
from digest.acquire.network.pool import HostLimitedPool
from digest.acquire.network.robots import RobotsRules, page_refusal
from digest.acquire.seeds.archive import append, archived_pages
from digest.acquire.seeds.state import PageState, SourceState
from digest.model import Entry, Problem

PER_RUN = 10  # pages of one source that a run fetches
TRIES = 3  # runs in which a page that fails is tried
MOST_REMEMBERED = 1_000  # pages of one source whose failures and refusals are kept
MAX_CHARACTERS = 2_000_000
_DOWN = {"deadline", "no-connection", "bad-answer"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    source: str
    link: str
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What came of one page: the `entry` with its text, or why it is `refused` or `failed`; `tried`: it was requested."""

    entry: Entry | None = None
    refused: str | None = None
    failed: str | None = None
    tried: bool = True


def fetch_pages(
    root: Path,
    wanted: Mapping[str, Sequence[Entry]],
    states: Mapping[str, SourceState],
    robots: RobotsRules,
    now: datetime,
) -> tuple[dict[str, SourceState], list[Problem]]:
    """Archive the pages of the entries, by source, that have none in the archive: ten a source, one at a time from a host.

    A page that may not be fetched or kept is never requested again; one that fails is tried in three runs. Returns the new
    state of each source with such pages, and one Problem a source for all that was refused or failed.
    """
    jobs = [job for source in sorted(wanted) for job in _missing(root, source, wanted[source], states[source])]
    pages: dict[str, dict[str, _Page]] = {}
    down: set[str] = set()

    def work(job: _Job) -> _Page:
        host = host_and_port(job.link)
        if host in down:
            return _Page(failed="its host does not answer", tried=False)
        response = read_page(job.link, robots)
        if isinstance(response, Failure):
            down.update({host} if response.code in _DOWN else ())
            refused = response.code == "not-allowed"
            return _Page(refused=response.detail) if refused else _Page(failed=response.detail)
        return _page_of(job.entry, response)

    pool: HostLimitedPool[_Job, _Page] = HostLimitedPool(work, lambda job: host_and_port(job.link), lambda _host: 1)
    for job, page in pool.run(jobs):
        pages.setdefault(job.source, {})[job.link] = page
    after, problems = {}, []
    for source, found in sorted(pages.items()):
        append(root, source, [page.entry for page in found.values() if page.entry], now)
        after[source] = _remembered(states[source], found)
        problems.extend(_problems(source, found.values()))
    return after, problems


def _missing(root: Path, source: str, entries: Sequence[Entry], state: SourceState) -> list[_Job]:
    have = archived_pages(root / "seeds" / "archive" / source)
    jobs: dict[str, _Job] = {}
    for entry in entries:
        tried = state.pages.get(entry.link or "", PageState())
        if entry.link and entry.link not in have and tried.refused is None and tried.tries < TRIES:
            jobs.setdefault(entry.link, _Job(source=source, link=entry.link, entry=entry))
    return list(jobs.values())[:PER_RUN]


def _remembered(state: SourceState, found: Mapping[str, _Page]) -> SourceState:
    kept = {link: page for link, page in state.pages.items() if link not in found}
    for link, page in found.items():
        if page.refused:
            kept[link] = PageState(refused=page.refused)
        elif page.failed and page.tried:
            kept[link] = PageState(tries=state.pages.get(link, PageState()).tries + 1)
    return replace(state, pages=dict(sorted(kept.items())[-MOST_REMEMBERED:]))


def read_page(address: str, robots: RobotsRules) -> Response | Failure:
    """Fetch an article page where robots.txt and TDM reservations allow it; `not-allowed` says that they do not."""
    response = robots.client.get(address, {"Accept": "text/html, application/xhtml+xml"}, refusal=robots.refusal)
    if isinstance(response, Failure):
        return response
    if response.status != 200:
        return Failure(code=f"http-{response.status}", detail=f"the server answered {response.status}")
    refusal = page_refusal(response)
    return Failure(code="not-allowed", detail=refusal) if refusal else response


def _page_of(entry: Entry, response: Response) -> _Page:
    if declared_root(response.body[:20_000]) != "html":
        return _Page(failed="there is no page")
    body = page_text(response.body, charset_of(response.headers.get("content-type", "")))
    return _Page(entry=replace(entry, body=body[:MAX_CHARACTERS], kind="html", base=response.url, page=True))


def _problems(source: str, pages: Collection[_Page]) -> list[Problem]:
    refused = [page.refused for page in pages if page.refused]
    failed = [page.failed for page in pages if page.failed]
    if not refused and not failed:
        return []
    reasons = "; ".join(sorted({*refused, *failed}))[:300]
    detail = f"{len(refused)} article pages may not be fetched and {len(failed)} could not: {reasons}"
    code = "page-refused" if refused else "page-failed"
    return [Problem(stage="acquire", where=f"seeds/sources/{source}.yml", code=code, detail=detail)]
