"""Dates as feeds, pages and people print them.

Names of months, days and halves of a day are those of `language.calendar`. Zones, eras and calendars are those of all
countries, and "ago" and "today" are the English of feeds' programs, whatever language a text is in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from digest.language.calendar import (
    ENGLISH_DAYS,
    ENGLISH_MONTHS,
    PERSIAN_MONTHS,
    YEARS,
    halves,
    month_of,
    past,
    tokens,
    weekday_of,
)
from digest.language.scripts import dense
from digest.model import When

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
    r"(?<![\d.])(\d{1,2})(?:(?::|h|\.(?=\d\d\s*[ap]\.?\s?m))(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*([ap])\.?\s?m\b\.?"
    r"|(?<!\d)(\d{1,2})(?:\s?[:h]|\s?[시時时點点]\s?)(?:(\d\d?)(?::(\d\d)(?:[.,]\d+)?)?(?!\d)|(?<=[시時时點点])|(?<=[시時时點点]\s))"
    r"(?:\s?[분分])?"
    r"|(?<=[\s,])([01]?\d|2[0-3])\.([0-5]\d)(?:\.([0-5]\d))?(?=\s*(?:\Z|\(|[+−-]\d|uhr\b|w[iu]t|[cew]es?t\b))",
    re.IGNORECASE,
)
"""A time of day: with am or pm, with a colon or what stands for it, with a full stop where at most a zone follows."""
_OFFSET = re.compile(r"(?:(?<=\d)|(?<=\s)|(?<=gmt)|(?<=utc))([+\-−])(\d{1,2})(?::?(\d\d))?(?=\s*(?:\(|\Z))")
_AREA = re.compile(r"\b([A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?)\b")
_YEAR_FIRST = re.compile(
    r"(?<!\d)(\d{4})(?:\s?[年년]\s?|[-/.\s]+)(\d{1,2})(?:\s?[月월]\s?|[-/.\s]+)(\d{1,2})(?:\s?[日일号號])?(?!\d)"
)
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})[-/.\s]+(?:(?:tháng|thg)\s)?(\d{1,2})(?:[-/.\s]+|,?\s(?:năm\s)?)(\d{4})(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_CHINESE = re.compile(r"[〇零一二三四五六七八九十元]+(?=\s?[年月日号號時时點点分])")
_CHINESE_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "元": 1}
_ERA = re.compile(r"(令和|平成|昭和|民國|民国)\s?(\d{1,3})\s?年")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_BUDDHIST, _BUDDHIST_YEARS = 543, range(2400, 2700)
_PERSIAN_YEARS, _PERSIAN_EPOCH = range(1300, 1500), -356_033
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_PARTED = re.compile(r"\s[-–—|/=]\s|[()]|الموافق|هـ|برابر با")
_Day = tuple[int, int, int | None]
_EAST = ("zh", "ja", "ko")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_AGO = re.compile(r"\b(\d{1,3}|an?|one) (minute|min|hour|hr|day|week)s? ago\b")
_DAYS_AGO = {"today": 0, "just now": 0, "yesterday": 1}


def read(raw: str, zone: str | None = None, country: str | None = None, language: str | None = None) -> When | None:
    """Return the moment that `raw` prints, as exactly as it does, or None where it prints none.

    Reads ISO 8601, RFC 822 with every liberty that feeds take, and dates as people write them: names of months are those of
    `language` (a tag such as `hr` or `pt-BR`), else what all languages that have them agree on. A time without an offset
    is in `zone` (IANA; UTC where unknown). An ambiguous 04/05/2026 goes by the weekday that stands beside it, else by
    `country` (US: month first), else day first. Buddhist, Persian, Japanese and Minguo years become ours where the text or
    its language shows them. Years before 1971 and after 2100 are read like others.
    """
    text = " ".join(raw[:200].split())
    if not text.isascii():
        text = _western(text)
    if not any(sign.isdigit() for sign in text):
        return None
    return _read(text, zone, country, _code(language))


def ago(raw: str, seen: datetime, language: str | None = None) -> When | None:
    """Return the moment that "2 hours ago", "yesterday" or "today" means to who reads it at `seen`, marked inferred.

    In `language` what Babel would print for "2 hours ago" is read too.
    """
    if seen.year not in YEARS:
        return None
    text = " ".join(raw[:100].lower().split())
    if span := past(_code(language)).get(text.replace(" ", "")):
        exact = span < timedelta(days=1)
        at = seen - span if exact else _midnight(seen - span)
        return When(at=at, precision="time" if exact else "day", inferred=True)
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
    return When(at=_midnight(seen - timedelta(days=days)), precision="day", inferred=True)


def _midnight(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _code(language: str | None) -> str | None:
    return (language or "").replace("_", "-").partition("-")[0].lower() or None


def absurd(when: When, latest: datetime) -> bool:
    """Whether nothing can have been published then: before 1971, after 2100, or later than `latest`."""
    return when.at.year not in YEARS or when.at > latest


def _western(text: str) -> str:
    """The same date in ASCII digits and in our years, as far as eras are named."""
    text = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    text = _CHINESE.sub(lambda found: _chinese(found.group()), text.replace("，", ", ").replace("：", ":"))
    return _ERA.sub(lambda found: f"{_ERAS[found[1]] + int(found[2])}年", text)


def _chinese(numeral: str) -> str:
    """A Chinese numeral in digits: 二十五, 二〇二六."""
    tens, ten, ones = numeral.partition("十")
    if ten:
        return str(10 * _CHINESE_DIGITS.get(tens or "一", 0) + _CHINESE_DIGITS.get(ones or "零", 0))
    return "".join(str(_CHINESE_DIGITS[sign]) for sign in numeral)


@lru_cache(maxsize=8192)
def _read(text: str, zone: str | None, country: str | None, language: str | None) -> When | None:
    found = _ISO.match(text) or _COMPACT.match(text)
    if found:
        year, month, day, hour, minute, second, offset = found.groups()
        clock = (int(hour), int(minute), int(second or 0)) if hour else None
        printed = _gregorian(int(year), int(month), int(day) if day else None, language)
        return _when(*printed, clock, _offset(offset) or _zone(zone))
    lower = text.lower()
    clock, rest = _clock(lower, language)
    found_zone, rest = _printed_zone(rest, text)
    rest = _of_our_calendar(rest)
    names = tokens(rest)
    day = _persian(names, rest) or _named_month(names, rest, language)
    day = day or _numbers(rest, names, country, language, american="am" in lower or "pm" in lower)
    if day is None:
        return None
    return _when(*day, clock if day[2] else None, found_zone or _zone(zone))


def _clock(text: str, language: str | None) -> tuple[tuple[int, int, int] | None, str]:
    """The time of day, and the text without it."""
    found = _TIME.search(text)
    if not found:
        return None, text
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    if found[4]:
        (hour, minute, second), half = found.groups()[:3], f"{found[4].lower()}m"
    else:
        hour, minute, second = found.groups()[4:7] if found[5] else found.groups()[7:]
        half, before, after = _half(before, after, (language, *(_EAST if dense(text) else ())))
    return (_hour(int(hour), half), int(minute or 0), int(second or 0)), f"{before} {after}"


def _of_our_calendar(text: str) -> str:
    """The part of a date that has a year of ours, where it is printed by two calendars; else all of it."""
    parts = _PARTED.split(text) if len(_YEAR.findall(text)) > 1 else [text]
    return next((part for part in parts if any(int(year) in YEARS for year in _YEAR.findall(part))), text)


def _half(before: str, after: str, languages: Iterable[str | None]) -> tuple[str, str, str]:
    """The half of the day that is named right before or after a time, "" where none is, and the text without its name."""
    for word, half in (it for language in languages for it in halves(language).items()):
        if before.endswith(word) and not before[: -len(word)][-1:].isalpha():
            return half, before[: -len(word)], after
        if after.startswith(word) and not after[len(word) :][:1].isalpha():
            return half, before, after[len(word) :]
    return "", before, after


def _hour(hour: int, half: str) -> int:
    afternoon = half == "pm" or (half == "night" and hour >= 6)
    return hour + 12 if afternoon and hour < 12 else 0 if hour == 12 and half in ("am", "night") else hour


def _printed_zone(rest: str, text: str) -> tuple[tzinfo | None, str]:
    """The offset, the area or the zone's name that the text prints, and the text without it."""
    if found := _OFFSET.search(rest.rstrip()):
        sign = "+" if found[1] == "+" else "-"
        return _offset(f"{sign}{int(found[2]):02}{found[3] or '00'}"), rest[: found.start()]
    if found := _AREA.search(text):
        area = _zone(found[1])
        return (area if found[1] == getattr(area, "key", "") else None), rest.replace(found[1].lower(), " ")
    for name in reversed(_WORD.findall(rest)):
        if name in _HOURS and name not in ENGLISH_DAYS and name not in ENGLISH_MONTHS:
            return timezone(timedelta(hours=_HOURS[name])), rest
        if name in _AREAS and name.upper() in text:
            return _zone(_AREAS[name]), rest
    return None, rest


def _named_month(names: list[str], rest: str, language: str | None) -> _Day | None:
    """Year, month and day where the month is a word."""
    numbers = [int(number) for number in _NUMBER.findall(rest) if len(number) <= 4]
    if not any(number >= 1000 for number in numbers) and len(numbers) < 2:
        return None
    month = month_of(names, language)
    if month is None:
        return None
    year = next((number for number in numbers if number >= 1000), None)
    day = next((number for number in numbers if 1 <= number <= 31), None)
    if year is not None:
        return _gregorian(year, month, day, language, rest)
    short = [number for number in numbers if number < 100]
    if len(short) < 2:
        return None
    day, year = short[:2]
    if _is_thai(rest, language) and year >= 43:
        return year + 2500 - _BUDDHIST, month, day
    return year + (2000 if year < 70 else 1900), month, day


def _numbers(rest: str, names: list[str], country: str | None, language: str | None, *, american: bool) -> _Day | None:
    """Year, month and day where all three are numbers."""
    if found := _YEAR_FIRST.search(rest):
        year, month, day = (int(number) for number in found.groups())
        return _gregorian(year, month, day, language, rest)
    if not (found := _YEAR_LAST.search(rest)):
        return None
    first, second, printed = (int(number) for number in found.groups())
    orders = [(first, second), (second, first)] if country == "US" or american else [(second, first), (first, second)]
    possible = [_gregorian(printed, *it, language, rest) for it in orders if 1 <= it[0] <= 12 and 1 <= it[1] <= 31]
    weekday = weekday_of(names, language)
    fitting = [it for it in possible if weekday is not None and _weekday(*it) == weekday]
    return next(iter(fitting or possible), None)


def _persian(names: list[str], rest: str) -> _Day | None:
    """A day of the Persian calendar, by the name of its month."""
    month = next((PERSIAN_MONTHS[name] for name in names if name in PERSIAN_MONTHS), None)
    numbers = [int(number) for number in _NUMBER.findall(rest) if len(number) <= 4]
    year = next((number for number in numbers if number in _PERSIAN_YEARS), None)
    if month is None or year is None:
        return None
    return _from_persian(year, month, next((number for number in numbers if 1 <= number <= 31), None))


def _gregorian(year: int, month: int, day: int | None, language: str | None, text: str = "") -> _Day:
    """A printed date in our years: a Thai text may count from the Buddha's death, a Persian one by its own calendar."""
    if year in _BUDDHIST_YEARS and _is_thai(text, language):
        return year - _BUDDHIST, month, day
    if year in _PERSIAN_YEARS and language == "fa":
        return _from_persian(year, month, day)
    return year, month, day


def _is_thai(text: str, language: str | None) -> bool:
    return language == "th" or bool(_THAI.search(text))


def _from_persian(year: int, month: int, day: int | None) -> _Day:
    """A day of the Persian calendar in ours, by the cycle of 33 years that holds from 1799 to 2256 (Borkowski, 1996)."""
    before = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    leaps = (year + 1595) // 33 * 8 + ((year + 1595) % 33 + 3) // 4
    at = date.fromordinal(_PERSIAN_EPOCH + 365 * (year + 1595) + leaps + before + (day or 1))
    return at.year, at.month, at.day if day else None


def _weekday(year: int, month: int, day: int | None) -> int | None:
    try:
        return date(year, month, day or 1).weekday()
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
