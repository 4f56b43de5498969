"""Dates as feeds, pages and people print them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from digest.model import When

FIRST_YEAR = 1971
"""Before it lies what software prints where it knows no date: year 1, 1900, and the epoch of 1970."""
LAST_YEAR = 2100

_MONTHS = {
    # English, German, Dutch, French, Spanish, Portuguese, Italian, Polish, the Nordic languages, Turkish, Indonesian
    1: "jan january januar janvier janv enero ene janeiro gennaio gen januari stycznia styczeń ocak januarie jänner",
    2: "feb february februar février fevrier févr fevr febrero fevereiro fev febbraio februari lutego luty şubat februarie",
    3: "mar march märz maerz mär mrz mars marzo março marco maart mrt marca marzec mart maret maart",
    4: "apr april avril avr abril abr aprile kwietnia kwiecień nisan",
    5: "may mai mayo maio maggio mag mei maja maj mayıs",
    6: "jun june juni juin junio junho giugno giu czerwca czerwiec haziran",
    7: "jul july juli juillet juil julio julho luglio lug lipca lipiec temmuz",
    8: "aug august août aout agosto ago augustus sierpnia sierpień ağustos agustus augusti ags",
    9: "sep sept september septembre septiembre setembro set settembre września wrzesień eylül",
    10: "oct october okt oktober octobre octubre outubro out ottobre ott października październik ekim",
    11: "nov november novembre noviembre novembro listopada listopad kasım nopember",
    12: "dec december dez dezember décembre decembre déc diciembre dic dezembro dicembre grudnia grudzień aralık des"
    " desember",
}
_MONTH = {name: number for number, names in _MONTHS.items() for name in names.split()}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "mon monday mo montag lun lundi lunes lunedì seg ma maandag",
            "tue tues tuesday di dienstag mar mardi martes martedì ter dinsdag",
            "wed wednesday mi mittwoch mer mercredi mié miércoles mercoledì qua wo woensdag",
            "thu thur thurs thursday do donnerstag jeu jeudi jue jueves giovedì qui donderdag",
            "fri friday fr freitag ven vendredi vie viernes venerdì sex vr vrijdag",
            "sat saturday sa samstag sam samedi sáb sábado sabato zaterdag",
            "sun sunday so sonntag dim dimanche dom domingo domenica zo zondag",
        )
    )
    for name in names.split()
}
_HOURS = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "sast": 2,
    "eet": 2, "eest": 3, "msk": 3, "trt": 3, "gst": 4, "pkt": 5, "ist": 5.5, "wib": 7, "ict": 7, "sgt": 8, "hkt": 8,
    "pht": 8, "awst": 8, "jst": 9, "kst": 9, "acst": 9.5, "aest": 10, "acdt": 10.5, "aedt": 11, "nzst": 12, "nzdt": 13,
    "ast": -4, "adt": -3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "akst": -9, "akdt": -8, "hst": -10, "brt": -3, "art": -3,
}  # fmt: skip
_AREAS = {"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"}
_ISO = re.compile(
    r"(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?\Z",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d{4})?\Z", re.IGNORECASE)
_TIME = re.compile(
    r"(?<![\d.])(\d{1,2})(?:(?::|h|\.(?=\d\d\s*[ap]\.?m))(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*([ap])\.?m\b\.?"
    r"|(?<!\d)(\d{1,2})[:h](\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?!\d)",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:(?<=\d)|(?<=\s)|(?<=gmt)|(?<=utc))([+\-−])(\d{1,2})(?::?(\d\d))?(?=\s*(?:\(|\Z))")
_AREA = re.compile(r"\b([A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?)\b")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[-/.\s](\d{1,2})[-/.\s](\d{1,2})(?!\d)|(\d{4})年(\d{1,2})月(\d{1,2})日")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})[-/.\s]+(\d{1,2})[-/.\s]+(\d{4})(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_AGO = re.compile(r"\b(\d{1,3}|an?|one) (minute|min|hour|hr|day|week)s? ago\b")
_DAYS_AGO = {"today": 0, "just now": 0, "yesterday": 1}


def read(raw: str, zone: str | None = None, country: str | None = None) -> When | None:
    """Return the moment that `raw` prints, as exactly as it does, or None where it prints none.

    Reads ISO 8601, RFC 822 with every liberty that feeds take, and dates as people write them in a dozen languages. A time
    without an offset is in `zone` (IANA; UTC where unknown). An ambiguous 04/05/2026 goes by the weekday that stands
    beside it, else by `country` (US: month first), else day first. Years before 1971 and after 2100 are read like others.
    """
    text = " ".join(raw[:200].split())
    if not text or not any(sign.isdigit() for sign in text):
        return None
    return _read(text, zone, country)


def ago(raw: str, seen: datetime) -> When | None:
    """Return the moment that "2 hours ago", "yesterday" or "today" means to who reads it at `seen`, marked inferred."""
    text = raw[:100].strip().lower()
    if found := _AGO.search(text):
        number = int(found[1]) if found[1].isdigit() else 1
        unit = found[2]
        if unit in {"minute", "min", "hour", "hr"}:
            minutes = number * (60 if unit in {"hour", "hr"} else 1)
            return When(at=seen - timedelta(minutes=minutes), precision="time", inferred=True)
        days = number * {"day": 1, "week": 7}[unit]
    elif text in _DAYS_AGO:
        days = _DAYS_AGO[text]
    else:
        return None
    day = (seen - timedelta(days=days)).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return When(at=day, precision="day", inferred=True)


def absurd(when: When, latest: datetime) -> bool:
    """Whether nothing can have been published then: before 1971, after 2100, or later than `latest`."""
    return when.at.year < FIRST_YEAR or when.at.year > LAST_YEAR or when.at > latest


@lru_cache(maxsize=8192)
def _read(text: str, zone: str | None, country: str | None) -> When | None:
    found = _ISO.match(text) or _COMPACT.match(text)
    if found:
        year, month, day, hour, minute, second, offset = found.groups()
        clock = (int(hour), int(minute), int(second or 0)) if hour else None
        return _when(int(year), int(month), int(day) if day else None, clock, _offset(offset) or _zone(zone))
    lower = text.lower()
    clock, rest = _clock(lower)
    found_zone, rest = _printed_zone(rest, text)
    names = _WORD.findall(rest)
    date = _named_month(names, rest) or _numbers(rest, names, country, american="am" in lower or "pm" in lower)
    if date is None:
        return None
    return _when(*date, clock if date[2] else None, found_zone or _zone(zone))


def _clock(text: str) -> tuple[tuple[int, int, int] | None, str]:
    """The time of day, and the text without it."""
    found = _TIME.search(text)
    if not found:
        return None, text
    if found[4]:
        hour = int(found[1]) % 12 + (12 if found[4].lower() == "p" else 0)
        clock = (hour if int(found[1]) <= 12 else int(found[1]), int(found[2] or 0), int(found[3] or 0))
    else:
        clock = (int(found[5]), int(found[6]), int(found[7] or 0))
    return clock, f"{text[: found.start()]} {text[found.end() :]}"


def _printed_zone(rest: str, text: str) -> tuple[tzinfo | None, str]:
    """The offset, the area or the zone's name that the text prints, and the text without it."""
    if found := _OFFSET.search(rest.rstrip()):
        sign = "+" if found[1] == "+" else "-"
        return _offset(f"{sign}{int(found[2]):02}{found[3] or '00'}"), rest[: found.start()]
    if found := _AREA.search(text):
        area = _zone(found[1])
        return (area if found[1] == getattr(area, "key", "") else None), rest.replace(found[1].lower(), " ")
    for name in reversed(_WORD.findall(rest)):
        if name in _HOURS and name not in _WEEKDAYS and name not in _MONTH:
            return timezone(timedelta(hours=_HOURS[name])), rest
        if name in _AREAS and text.upper().find(name.upper()) >= 0 and name not in _MONTH:
            return _zone(_AREAS[name]), rest
    return None, rest


def _named_month(names: list[str], rest: str) -> tuple[int, int, int | None] | None:
    """Year, month and day where the month is a word."""
    # "mar" is Tuesday in French and March in English: the last month named is the month.
    month = next((_MONTH[name] for name in reversed(names) if name in _MONTH), None)
    if month is None:
        return None
    numbers = [int(number) for number in _NUMBER.findall(rest) if len(number) <= 4]
    year = next((number for number in numbers if number >= 1000), None)
    day = next((number for number in numbers if 1 <= number <= 31), None)
    if year is None:
        short = [number for number in numbers if number < 100]
        if len(short) < 2:
            return None
        day, year = short[0], short[1] + (2000 if short[1] < 70 else 1900)
    return year, month, day


def _numbers(rest: str, names: list[str], country: str | None, *, american: bool) -> tuple[int, int, int | None] | None:
    """Year, month and day where all three are numbers."""
    if found := _YEAR_FIRST.search(rest):
        year, month, day = (int(number) for number in found.groups() if number)
        return year, month, day
    if not (found := _YEAR_LAST.search(rest)):
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    orders = [(first, second), (second, first)] if country == "US" or american else [(second, first), (first, second)]
    possible = [(month, day) for month, day in orders if 1 <= month <= 12 and 1 <= day <= 31]
    weekday = next((_WEEKDAYS[name] for name in names if name in _WEEKDAYS), None)
    fitting = [it for it in possible if weekday is not None and _weekday(year, *it) == weekday]
    return next(((year, month, day) for month, day in fitting or possible), None)


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return datetime(year, month, day, tzinfo=UTC).weekday()
    except ValueError:
        return None


def _when(year: int, month: int, day: int | None, clock: tuple[int, int, int] | None, zone: tzinfo) -> When | None:
    precision: Literal["time", "day", "month"] = "time" if day and clock else "day" if day else "month"
    try:
        if precision != "time" or clock is None:
            return When(at=datetime(year, month, day or 1, tzinfo=UTC), precision=precision)
        hour, minute, second = clock
        midnight = datetime(year, month, day or 1, tzinfo=zone)
        if hour > 24 or minute > 59 or second > 60:
            return None
        local = midnight.replace(hour=hour % 24, minute=minute, second=min(second, 59)) + timedelta(days=hour // 24)
        return When(at=local.astimezone(UTC), precision="time")
    except (ValueError, OverflowError):
        return None


def _offset(printed: str | None) -> tzinfo | None:
    if not printed:
        return None
    if printed in {"Z", "z"}:
        return UTC
    digits = printed[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if minutes >= 24 * 60:
        return None
    return timezone(timedelta(minutes=-minutes if printed[0] == "-" else minutes))


@lru_cache(maxsize=256)
def _zone(name: str | None) -> tzinfo:
    try:
        return ZoneInfo(name) if name else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
