"""The article pages behind a feed of excerpts: fetched where `full_text: true` asks for it and all rules allow it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from digest.acquire.archive import append, archived_pages
from digest.acquire.crowd import Crowd
from digest.acquire.door import Answer, Failure
from digest.acquire.octets import charset_of, declared_root, page_text
from digest.acquire.permission import Permission, page_refusal
from digest.acquire.state import PageState, SourceState
from digest.model import Entry, Problem

A_RUN = 10
TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    entry: Entry | None = None
    refused: str | None = None
    failed: str | None = None


def fetch_pages(
    root: Path, source: str, entries: Sequence[Entry], state: SourceState, permission: Permission, now: datetime
) -> tuple[SourceState, list[Problem]]:
    """Archive the pages of those entries that have none yet, at most ten a feed and run, one at a time from a host.

    A page that may not be fetched or kept is never asked for again; one that fails is tried three times. Returns the state
    with these, and one Problem for all that was refused or failed in this run.
    """
    have = archived_pages(root / "seeds" / "archive" / source)
    listed = {entry.link: entry for entry in reversed(entries) if entry.link}
    kept = {link: page for link, page in state.pages.items() if link in listed}
    wanted = [entry for link, entry in reversed(listed.items()) if link not in have and _open(kept.get(link))]
    found: list[Entry] = []
    refused: list[str] = []
    failed: list[str] = []
    crowd: Crowd[Entry, _Page] = Crowd(lambda it: _fetch(it, permission), lambda it: _host(it.link), lambda _host: 1)
    for entry, page in crowd.each(wanted[:A_RUN]):
        link = entry.link or ""
        if page.entry:
            found.append(page.entry)
            kept.pop(link, None)
        elif page.refused:
            refused.append(page.refused)
            kept[link] = PageState(refused=page.refused)
        else:
            failed.append(page.failed or "")
            kept[link] = PageState(tries=kept.get(link, PageState()).tries + 1)
    append(root, source, found, now)
    return replace(state, pages=kept), _told(source, refused, failed)


def read_page(address: str, permission: Permission) -> Answer | str:
    """Fetch an article page where robots.txt and TDM reservations allow it; else the reason why there is none."""
    answer = permission.door.ask(address, {"Accept": "text/html, application/xhtml+xml"}, may_ask=permission.refusal)
    if isinstance(answer, Failure):
        return f"refused: {answer.detail}" if answer.code == "not-allowed" else answer.detail
    if answer.status != 200:
        return f"the server answered {answer.status}"
    if refusal := page_refusal(answer):
        return f"refused: {refusal}"
    return answer


def _fetch(entry: Entry, permission: Permission) -> _Page:
    answer = read_page(entry.link or "", permission)
    if isinstance(answer, str):
        reason = answer.removeprefix("refused: ")
        return _Page(refused=reason) if reason != answer else _Page(failed=answer)
    if declared_root(answer.body[:20_000]) != "html":
        return _Page(failed="there is no page")
    body = page_text(answer.body, charset_of(answer.headers.get("content-type", "")))
    return _Page(entry=replace(entry, body=body[:2_000_000], kind="html", base=answer.url, page=True))


def _open(page: PageState | None) -> bool:
    return page is None or (page.refused is None and page.tries < TRIES)


def _told(source: str, refused: Sequence[str], failed: Sequence[str]) -> list[Problem]:
    if not refused and not failed:
        return []
    reasons: Mapping[str, None] = dict.fromkeys(sorted([*refused, *failed]))
    detail = f"{len(refused)} article pages may not be fetched and {len(failed)} could not: {'; '.join(reasons)[:300]}"
    code = "page-refused" if refused else "page-failed"
    return [Problem(stage="acquire", where=f"seeds/sources/{source}.yml", code=code, detail=detail)]


def _host(address: str | None) -> str:
    return urlsplit(address or "").netloc.lower()
