"""What is known of each feed between two fetches: seeds/archive/<source>/http.json, for whichever machine fetches next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, TypeAdapter

from digest.common.jsontext import read_json
from digest.language.calendar import YEARS
from digest.runtime.files import replace_file

FILE = "http.json"


def _of_the_calendar(moment: datetime) -> datetime:
    if moment.tzinfo is None or moment.year not in YEARS:
        raise ValueError("this is no moment of a request")
    return moment


_Moment = Annotated[datetime, AfterValidator(_of_the_calendar)]
_Count = Annotated[int, Field(ge=0, le=1_000_000)]
_Hour = Annotated[int, Field(ge=0, le=23)]
_Day = Annotated[int, Field(ge=0, le=6)]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """One feed as of its last requests. `etag` and `modified` are a server's own bytes, for the address `validated`.

    `wait_until` is when it may be requested again; `moved` is where permanent redirects led; `failures` count since the last
    success, the first of them at `failing_since`; `trouble` is the last one's code and words. `interval` (minutes) and the
    hours and days (UTC, 0 is Monday) to be left out are what the feed asks for; `body` is the hash of its last bytes.
    """

    asked: _Moment | None = None
    succeeded: _Moment | None = None
    wait_until: _Moment | None = None
    validated: str | None = None
    etag: str | None = None
    modified: str | None = None
    body: str | None = None
    moved: str | None = None
    gone: bool = False
    failures: _Count = 0
    failing_since: _Moment | None = None
    trouble: tuple[str, str] | None = None
    interval: _Count = 0
    skip_hours: tuple[_Hour, ...] = ()
    skip_days: tuple[_Day, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """An article page that could not be had: how often it was tried, and why it is not tried again."""

    tries: _Count = 0
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """All that is remembered of one publisher's servers."""

    feeds: Mapping[str, FeedState]
    pages: Mapping[str, PageState]

    def with_feed(self, url: str, feed: FeedState) -> SourceState:
        return replace(self, feeds={**self.feeds, url: feed})


_TYPE = TypeAdapter(SourceState)
EMPTY = SourceState(feeds={}, pages={})


def read_state(root: Path, source: str) -> SourceState:
    """Return what is remembered of a source; nothing where there is no file or it cannot be read."""
    path = root / "seeds" / "archive" / source / FILE
    try:
        return _TYPE.validate_python(read_json(path.read_bytes()))
    except (OSError, ValueError):
        return EMPTY


def write_state(root: Path, source: str, state: SourceState) -> None:
    """Write what is remembered of a source, whole or not at all; an unchanged file is left alone."""
    shown: dict[str, Any] = {
        "feeds": {url: _plain(feed) for url, feed in sorted(state.feeds.items())},
        "pages": {url: _plain(page) for url, page in sorted(state.pages.items())},
    }
    data = (json.dumps(shown, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")
    path = root / "seeds" / "archive" / source / FILE
    if not path.exists() or path.read_bytes() != data:
        replace_file(path, data, sync=False)  # one that a power cut loses costs a request without validators


def _plain(one: FeedState | PageState) -> dict[str, Any]:
    """The fields that differ from those of a feed or page of which nothing is known."""
    blank, known = asdict(type(one)()), asdict(one)
    chosen = {name.name: known[name.name] for name in fields(one) if known[name.name] != blank[name.name]}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in chosen.items()}
