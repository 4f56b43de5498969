"""When a feed may be requested again, and with which validators. Pure: the clock comes in as `now`."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import xxhash

from digest.acquire.network.client import Failure, Response
from digest.acquire.seeds.state import FeedState
from digest.language.calendar import WEEKDAYS

HOUR = timedelta(hours=1)
EARLY = timedelta(seconds=30)  # how much earlier than an hour after the last request: schedulers are not exact
LONGEST_WAIT = timedelta(days=7)
LONGEST_VALIDATOR = 2_000
LONGEST_BACKOFF = timedelta(days=1)
_DAYS = tuple(name.lower() for name in WEEKDAYS)
_TTL = re.compile(rb"<ttl>\s*(\d{1,9})\s*</ttl>", re.IGNORECASE)
_SKIP = re.compile(rb"<skip(hours|days)>(.{0,2000}?)</skip\1>", re.IGNORECASE | re.DOTALL)
_PERIOD = re.compile(rb"<\w+:updatePeriod>\s*(hourly|daily|weekly|monthly|yearly)\s*</", re.IGNORECASE)
_FREQUENCY = re.compile(rb"<\w+:updateFrequency>\s*(\d{1,4})\s*</", re.IGNORECASE)
_PERIODS = {b"hourly": 1, b"daily": 24, b"weekly": 168, b"monthly": 720, b"yearly": 8760}


def is_due(state: FeedState, now: datetime) -> bool:
    """Tell whether a feed may be requested: it is not gone, an hour has passed, and it asked for no longer wait."""
    if state.gone:
        return False
    waited = state.asked is None or now - state.asked >= HOUR - EARLY or now < state.asked - HOUR
    # A clock that was set back must not silence a feed for ever, so a wait beyond every bound counts no longer.
    return waited and (state.wait_until is None or now >= state.wait_until or state.wait_until - now > 2 * LONGEST_WAIT)


def request_headers(state: FeedState) -> dict[str, str]:
    """Return the validators of the last whole response, byte for byte as the server gave them (RFC 9110, 13.1)."""
    headers = {"Accept": "application/atom+xml, application/rss+xml, application/feed+json, application/xml, */*;q=0.5"}
    headers |= {"If-None-Match": state.etag} if state.etag else {}
    return headers | ({"If-Modified-Since": state.modified} if state.modified else {})


def after_success(state: FeedState, response: Response, now: datetime) -> FeedState:
    """Return the state after a 200 or a 304: no failures, and the wait that server and feed ask for, 7 days at most."""
    fresh = replace(
        state, asked=now, succeeded=now, failures=0, failing_since=None, trouble=None, moved=response.moved or state.moved
    )
    if response.status != 304:
        etag, modified = _validator(response, "etag"), _validator(response, "last-modified")
        hours, days = skip_hours_and_days(response.body)
        fresh = replace(fresh, validated=response.url, etag=etag, modified=modified, skip_hours=hours, skip_days=days)
        fresh = replace(fresh, interval=update_interval(response.body))
    wait = max(freshness_lifetime(response.headers, now), timedelta(minutes=fresh.interval), HOUR - EARLY)
    return replace(fresh, wait_until=next_allowed(now + min(wait, LONGEST_WAIT), fresh.skip_hours, fresh.skip_days))


def after_failure(
    state: FeedState, failure: Failure, response: Response | None, now: datetime, url: str, seed: str
) -> FeedState:
    """Return the state after a failure: exponential back-off to a day, or the wait that the server asks for.

    `response` is what the server sent, None where there was none. A jitter of up to a tenth spreads feeds that failed
    together; it is made from `url`, the feed's address, and `seed`, so that the same history gives the same times. 410 marks
    the feed gone. A remembered permanent redirect that fails is forgotten: the address in the source's file comes next.
    """
    failures = state.failures + 1
    backoff = min(HOUR * 2 ** min(failures - 1, 10), LONGEST_BACKOFF)
    spread = xxhash.xxh3_64_intdigest(f"{seed}\x1f{url}\x1f{failures}".encode("utf-8", "replace")) % 1000 / 10_000
    wait = backoff * (1 - spread) if backoff == LONGEST_BACKOFF else backoff * (1 + spread)
    asked_for = retry_after(response.headers.get("retry-after"), now) if response else None
    return replace(
        state,
        asked=now,
        failures=failures,
        failing_since=state.failing_since or now,
        trouble=(failure.code, failure.detail),
        gone=response is not None and response.status == 410 and state.moved is None,
        moved=None if response is None or response.status in {404, 410} else state.moved,
        wait_until=now + max(asked_for or wait, HOUR - EARLY),
    )


def retry_after(printed: str | None, now: datetime) -> timedelta | None:
    """Return the wait of a Retry-After header in seconds or as a date, at most 7 days; None where it is neither."""
    printed = (printed or "").strip()
    if re.fullmatch(r"\d{1,40}", printed):
        return min(timedelta(seconds=min(int(printed), 10**7)), LONGEST_WAIT)
    moment = _date(printed)
    return min(moment - now, LONGEST_WAIT) if moment and moment > now else None


def freshness_lifetime(headers: Mapping[str, str], now: datetime) -> timedelta:
    """Return how long a response is fresh by Cache-Control, else by Expires (RFC 9111), at most 7 days."""
    control = headers.get("cache-control", "").lower()
    if re.search(r"\bno-(?:cache|store)\b", control):
        return timedelta(0)
    if age := re.search(r"\bmax-age\s*=\s*\"?(\d{1,40})", control):
        spent = re.fullmatch(r"\s*(\d{1,9})\s*", headers.get("age", ""))
        fresh = timedelta(seconds=min(int(age[1]), 10**7) - (int(spent[1]) if spent else 0))
        return max(timedelta(0), min(fresh, LONGEST_WAIT))
    expires = _date(headers.get("expires", ""))
    served = _date(headers.get("date", "")) or now
    return max(timedelta(0), min(expires - served, LONGEST_WAIT)) if expires else timedelta(0)


def update_interval(body: bytes) -> int:
    """Return how many minutes a feed says to wait: RSS `ttl`, or the period of the syndication module; a week at most."""
    found = _TTL.search(body)
    minutes = int(found[1]) if found else 0
    if period := _PERIOD.search(body):
        frequency = _FREQUENCY.search(body)
        minutes = max(minutes, _PERIODS[period[1].lower()] * 60 // max(1, int(frequency[1]) if frequency else 1))
    return min(minutes, 7 * 24 * 60)


def skip_hours_and_days(body: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the hours and the days (0 is Monday) on which a feed asks not to be read, in UTC (RSS 2.0)."""
    hours: set[int] = set()
    days: set[int] = set()
    for found in _SKIP.finditer(body):
        for name in re.findall(rb"<(?:hour|day)>\s*(\w{1,12})\s*</", found[2], re.IGNORECASE):
            word = name.decode("ascii", "replace").lower()
            if word in _DAYS:
                days.add(_DAYS.index(word))
            elif word.isdecimal() and int(word) <= 24:
                hours.add(int(word) % 24)
    return tuple(sorted(hours)), tuple(sorted(days))


def next_allowed(moment: datetime, hours: Collection[int], days: Collection[int]) -> datetime:
    """Return the first moment from `moment` on in none of these hours and days (UTC); `moment` where there is none."""
    if len({*hours}) == 24 or len({*days}) == 7:
        return moment
    moment = moment.astimezone(UTC)
    while moment.hour in hours or moment.weekday() in days:
        moment = moment.replace(minute=0, second=0, microsecond=0) + HOUR
    return moment


def _validator(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value if value and len(value) <= LONGEST_VALIDATOR else None


def _date(printed: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(printed)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
