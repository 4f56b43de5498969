"""What a single value in a file that people write may be: an address, a day, a language, a time zone, an id."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field

from digest.common.hosts import parts_of
from digest.config.remedies import nearest


def address(value: str) -> str:
    """Check that a value is an address of the web; ValueError where it is none."""
    if not re.match(r"https?://[^\s/]+", value):
        raise ValueError("an address starts with https:// or http://")
    if (parts := parts_of(value)) is None:
        raise ValueError("the host of this address is none")
    if parts.username is not None or parts.password is not None:
        bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        raise MeantError("an address holds no name and no password, for it is published", bare)
    return value


def site_address(value: str) -> str:
    """Return the address a digest is published at, with one slash at its end; ValueError where it is none.

    It stands in the chrome of every page, so it holds a host and plain folders and nothing else.
    """
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:/[A-Za-z0-9._~-]+)*/?", value):
        raise ValueError("a site's address is a host and folders, such as https://example.org/digest/")
    return value.rstrip("/") + "/"


def _a_date(value: object) -> object:
    """Refuse what pydantic would take for a date that nobody wrote as one: seconds since 1970."""
    if not isinstance(value, str | date):
        raise ValueError("this is no date")  # noqa: TRY004 - pydantic reports ValueErrors
    if isinstance(value, str) and not re.match(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("this is no date as it must be written")
    return value


def instant(day: date | datetime | None) -> datetime | None:
    """Return the moment, in UTC, of a day that a person wrote: its first where there is no time; no offset means UTC."""
    if day is None:
        return None
    moment = day if isinstance(day, datetime) else datetime.combine(day, time())
    with suppress(OverflowError):  # the first and last hours of the calendar have no moment in UTC
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.replace(tzinfo=UTC)


def last_instant(day: date | datetime | None) -> datetime | None:
    """Return the moment, in UTC, until which a day that a person wrote lasts: its last where there is no time."""
    if day is None or isinstance(day, datetime):
        return instant(day)
    return datetime.combine(day, time.max, UTC)


class MeantError(ValueError):
    """A wrong value for which it is known what was `meant`."""

    def __init__(self, message: str, meant: str | None) -> None:
        super().__init__(message)
        self.meant = meant


_zones = cache(available_timezones)


def time_zone(value: str) -> str:
    """Check a name of the IANA time zone database, where the system has one."""
    known = _zones()
    if not known or value in known:
        return value
    cities = {name.rpartition("/")[2]: name for name in sorted(known)}
    near = nearest(value, known | set(cities))
    raise MeantError("no time zone is called so", cities.get(near, near) if near else None)


Uri = Annotated[str, Field(json_schema_extra={"format": "uri"}, examples=["https://example.org/"])]
Address = Annotated[Uri, AfterValidator(address)]
Words = Annotated[str, Field(min_length=1)]
Day = Annotated[date | datetime, BeforeValidator(_a_date), Field(examples=["2026-06-04"])]
Language = Annotated[
    str, Field(pattern=r"^[a-z]{2,3}$", description="a language as two or three small letters", examples=["en"])
]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="a country as two capital letters", examples=["DE"])]
Host = Annotated[
    str,
    Field(
        pattern=r"^[^\s/:]+:\d{1,5}$|^\[[0-9A-Fa-f:.]+\]:\d{1,5}$",
        description="a host and its port, as host:port",
        examples=["localhost:8080"],
    ),
]
