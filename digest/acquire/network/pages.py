"""The article pages behind a feed of excerpts: fetched where `full_text: true` asks for it and all rules allow it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from digest.acquire.feeds.encoding import charset_of, declared_root, page_text
from digest.acquire.network.client import Answer, Failure
from digest.acquire.network.permission import Permission, page_refusal
from digest.acquire.network.pool import Crowd
from digest.acquire.seeds.archive import append, archived_pages
from digest.acquire.seeds.state import PageState, SourceState
from digest.model import Entry, Problem

A_RUN = 10
TRIES = 3
MOST_KEPT = 1_000
LONGEST = 2_000_000
_DOWN = {"deadline", "no-connection", "bad-answer"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    source: str
    link: str
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    entry: Entry | None = None
    refused: str | None = None
    failed: str | None = None
    tried: bool = True


def fetch_pages(
    root: Path,
    wanted: Mapping[str, Sequence[Entry]],
    states: Mapping[str, SourceState],
    permission: Permission,
    now: datetime,
) -> tuple[dict[str, SourceState], list[Problem]]:
    """Archive the pages of those entries (by source) that have none yet: ten a source and run, one at a time from a host.

    A page that may not be fetched or kept is never asked for again; one that fails is tried in three runs. Returns the new
    states, and one Problem a source for all that was refused or failed.
    """
    jobs = [job for source in sorted(wanted) for job in _jobs(root, source, wanted[source], states[source])]
    pages: dict[str, dict[str, _Page]] = {}
    down: set[str] = set()

    def work(job: _Job) -> _Page:
        host = _host(job.link)
        if host in down:
            return _Page(failed="its host does not answer", tried=False)
        answer = read_page(job.link, permission)
        if isinstance(answer, Failure):
            down.update({host} if answer.code in _DOWN else ())
            refused = answer.code == "not-allowed"
            return _Page(refused=answer.detail) if refused else _Page(failed=answer.detail)
        return _whole(job.entry, answer)

    crowd: Crowd[_Job, _Page] = Crowd(work, lambda job: _host(job.link), lambda _host: 1)
    for job, page in crowd.each(jobs):
        pages.setdefault(job.source, {})[job.link] = page
    after, problems = {}, []
    for source, had in sorted(pages.items()):
        append(root, source, [page.entry for page in had.values() if page.entry], now)
        after[source] = _remembered(states[source], had)
        problems.extend(_told(source, had.values()))
    return after, problems


def _jobs(root: Path, source: str, entries: Sequence[Entry], state: SourceState) -> list[_Job]:
    have = archived_pages(root / "seeds" / "archive" / source)
    jobs: dict[str, _Job] = {}
    for entry in entries:
        tried = state.pages.get(entry.link or "", PageState())
        if entry.link and entry.link not in have and tried.refused is None and tried.tries < TRIES:
            jobs.setdefault(entry.link, _Job(source=source, link=entry.link, entry=entry))
    return list(jobs.values())[:A_RUN]


def _remembered(state: SourceState, had: Mapping[str, _Page]) -> SourceState:
    kept = {link: page for link, page in state.pages.items() if link not in had}
    for link, page in had.items():
        if page.refused:
            kept[link] = PageState(refused=page.refused)
        elif page.failed and page.tried:
            kept[link] = PageState(tries=state.pages.get(link, PageState()).tries + 1)
    return replace(state, pages=dict(sorted(kept.items())[-MOST_KEPT:]))


def read_page(address: str, permission: Permission) -> Answer | Failure:
    """Fetch an article page where robots.txt and TDM reservations allow it; `not-allowed` says that they do not."""
    answer = permission.door.ask(address, {"Accept": "text/html, application/xhtml+xml"}, may_ask=permission.refusal)
    if isinstance(answer, Failure):
        return answer
    if answer.status != 200:
        return Failure(code=f"http-{answer.status}", detail=f"the server answered {answer.status}")
    refusal = page_refusal(answer)
    return Failure(code="not-allowed", detail=refusal) if refusal else answer


def _whole(entry: Entry, answer: Answer) -> _Page:
    if declared_root(answer.body[:20_000]) != "html":
        return _Page(failed="there is no page")
    body = page_text(answer.body, charset_of(answer.headers.get("content-type", "")))
    return _Page(entry=replace(entry, body=body[:LONGEST], kind="html", base=answer.url, page=True))


def _told(source: str, pages: Collection[_Page]) -> list[Problem]:
    refused = [page.refused for page in pages if page.refused]
    failed = [page.failed for page in pages if page.failed]
    if not refused and not failed:
        return []
    reasons = "; ".join(sorted({*refused, *failed}))[:300]
    detail = f"{len(refused)} article pages may not be fetched and {len(failed)} could not: {reasons}"
    code = "page-refused" if refused else "page-failed"
    return [Problem(stage="acquire", where=f"seeds/sources/{source}.yml", code=code, detail=detail)]


def _host(address: str | None) -> str:
    return urlsplit(address or "").netloc.lower()
