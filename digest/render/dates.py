"""Dates in words, in the language of the site and the same on every machine; always UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from digest.language.calendar import MONTHS, WEEKDAYS
from digest.model import Article, When
from digest.translations import in_force, say


def utc(at: datetime) -> datetime:
    """Return the moment in UTC."""
    return at if at.tzinfo is UTC else at.astimezone(UTC)


def month(at: datetime) -> str:
    """Return "June 2026"."""
    at = utc(at)
    return _printed(at, "yMMMM") or f"{MONTHS[at.month - 1]} {at.year}"


def day(at: datetime) -> str:
    """Return "5 June 2026"."""
    at = utc(at)
    return _printed(at, "long") or f"{at.day} {MONTHS[at.month - 1]} {at.year}"


def unbroken(printed: str) -> str:
    """Return a day as it is printed that no line ends within: for a row of facts, where a day is one of several."""
    return printed.replace(" ", "\N{NO-BREAK SPACE}")


def short(at: datetime) -> str:
    """Return "5 June"."""
    at = utc(at)
    return _printed(at, "MMMMd") or f"{at.day} {MONTHS[at.month - 1]}"


def weekday(at: datetime) -> str:
    """Return "Friday, 5 June 2026"."""
    return _printed(utc(at), "full") or f"{WEEKDAYS[utc(at).weekday()]}, {day(at)}"


def weekday_name(at: datetime) -> str:
    """Return "Friday"."""
    return _printed(utc(at), "EEEE") or WEEKDAYS[utc(at).weekday()]


def weekday_short(at: datetime) -> str:
    """Return "Fri"."""
    return _printed(utc(at), "EEE") or WEEKDAYS[utc(at).weekday()][:3]


def month_short(at: datetime) -> str:
    """Return "Jun"."""
    return _printed(utc(at), "LLL") or MONTHS[utc(at).month - 1][:3]


def span(first: datetime, last: datetime) -> str:
    """Return "1 to 7 June 2026"; with the month, and the year, of the first day where they are others."""
    if in_force() or first.year != last.year:
        return say("{first} to {last}", first=day(first), last=day(last))
    return f"{first.day if first.month == last.month else short(first)} to {day(last)}"


def clock(at: datetime) -> str | None:
    """Return "09:10 UTC", or None for midnight, which stands for a day whose time is not known."""
    at = utc(at)
    return None if at.hour == at.minute == at.second == 0 else f"{at.hour:02}:{at.minute:02} UTC"


def moment(at: datetime) -> str:
    """Return "5 June 2026, 09:10 UTC", or the day alone where the time is not known."""
    time = clock(at)
    return day(at) if time is None else say("{day}, {time}", day=day(at), time=time)


def printed(when: When | None) -> str:
    """Return a date of publication no more exactly than it is known: "June 2026", "2 June 2026", "unknown"."""
    if when is None:
        return say("unknown")
    words = month(when.at) if when.precision == "month" else day(when.at)
    return say("{date} (inferred)", date=words) if when.inferred else words


def reported(article: Article) -> datetime | None:
    """Return when an article came out in UTC: the day it states, else when it was seen; a month alone is no day."""
    if article.published and article.published.precision != "month":
        return utc(article.published.at)
    return utc(article.seen) if article.seen else None


def key(at: datetime) -> str:
    """Return "2026-06-05", which sorts and names pages."""
    return utc(at).date().isoformat()


def week(key: str) -> str:
    """Return the week of a day as ISO 8601 counts it: "2026-w23" of "2026-06-05"."""
    year, number, _ = start(key).isocalendar()
    return f"{year:04}-w{number:02}"


def monday(week: str) -> datetime:
    """Return the first moment of the week "2026-w23"."""
    return datetime.fromisocalendar(int(week[:4]), int(week[-2:]), 1).replace(tzinfo=UTC)


def _printed(at: datetime, pattern: str) -> str | None:
    """The day as the site's language prints it, by a format's name or a skeleton of the CLDR; None in English."""
    known = in_force()
    if known is None:
        return None
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415 - English needs none of it

    if pattern in ("long", "full", "EEEE", "EEE", "LLL"):
        return str(format_date(at, pattern, locale=known.locale))
    return str(format_skeleton(pattern, at, locale=known.locale))


@cache
def start(key: str) -> datetime:
    """Return the first moment of the day "2026-06-05"."""
    return datetime.fromisoformat(key).replace(tzinfo=UTC)


def rfc822(at: datetime) -> str:
    """Return "Fri, 05 Jun 2026 09:10:00 +0000", as RSS 2.0 asks."""
    at = utc(at)
    return (
        f"{WEEKDAYS[at.weekday()][:3]}, {at.day:02} {MONTHS[at.month - 1][:3]} {at.year:04}"
        f" {at.hour:02}:{at.minute:02}:{at.second:02} +0000"
    )


def rfc3339(at: datetime) -> str:
    """Return "2026-06-05T09:10:00Z", as Atom and JSON Feed ask."""
    at = utc(at)
    return f"{key(at)}T{at.hour:02}:{at.minute:02}:{at.second:02}Z"
