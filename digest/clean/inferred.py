"""Dates that an address or the running text lets one infer, where nothing better tells when an article was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from digest.clean.dates import read
from digest.language import Language
from digest.language.calendar import ENGLISH_MONTHS, MONTH, SHORT_MONTH, SHORT_WEEKDAY, YEARS, month_of, tokens
from digest.model import When

_MONTH = rf"(?P<month>{MONTH}|(?:{SHORT_MONTH})\.?)"
_COPYRIGHT = re.compile(r"(?:©|\(c\)|[Cc]opyright)\s*(?:[Cc]opyright\s*)?(?:©\s*)?(?:(?:19|20)\d\d\s*[-–]\s*)?(20\d\d)")
_PRINTED = re.compile(
    r"(?:(?:first )?(?:published|posted|updated|last (?:updated|modified)|created|date)\s*(?:on|at)?\s*:?\s*)?"
    rf"(?:(?:{SHORT_WEEKDAY})\w*\.?,?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)?\s+(?P<m2>{MONTH}|[A-Z][a-z]{{2}}\.?),?\s+(?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)[\s,|·–—-]*(?:at\s+)?(?:\d{1,2}[:.h]\d\d\s*)?(?:[ap]\.?m\.?)?\s*\(?[A-Z]{0,5}\)?",
    re.IGNORECASE,
)
_HAS_YEAR = re.compile(r"(?:19|20)\d\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_NEAR_TOP = 6
_ADDRESSED = re.compile(
    rf"/(?P<year>(?:19|20)\d\d)/(?:[a-z][\w.-]*/){{0,2}}?(?P<month>0?[1-9]|1[0-2]|{SHORT_MONTH}|may)/(?P<day>0?[1-9]|[12]\d|3[01])(?=/|\Z)|"
    r"/(?P<whole>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?=[/_-]|\Z)|20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=[_-]))",
    re.IGNORECASE,
)
"""A day among the steps of an address, in order, with the name of a section or two behind the year: /2026/world/06/04/."""


def from_address(path: str) -> When | None:
    """Return the day that the path of an article's address names, marked inferred, or None.

    Most publishers file what they publish under its day; a year and a month alone say too little.
    """
    if (found := _ADDRESSED.search(f"/{path}")) is None:
        return None
    when = read(found["whole"] or _iso(found["year"], found["month"], found["day"]))
    return replace(when, inferred=True) if when and when.precision == "day" and when.at.year in YEARS else None


def _iso(year: str, month: str, day: str) -> str:
    """A day as ISO 8601 has it; the month may be an English name, shortened."""
    number = int(month) if month.isdigit() else ENGLISH_MONTHS[month.lower()]
    return f"{year}-{number:02}-{int(day):02}"


def printed(line: str, zone: str | None, country: str | None) -> When | None:
    """Return the moment that a line of its own prints ("Published June 4, 2026 10:15 GMT"), or None where it says more."""
    if len(line) > 80 or not _HAS_YEAR.search(line) or not (_PRINTED.fullmatch(line) or _is_date(line)):
        return None
    return read(line, zone, country)


def _is_date(line: str) -> bool:
    """Whether a line in any language that dates are read in is a date and at most two words besides (a weekday, "Uhr")."""
    when = read(line) if len(line) <= 50 else None
    if when is None or when.precision == "month" or line[-1:] in "?!":
        return False
    return sum(len(word) > 2 and read(line.replace(word, " ", 1)) == when for word in _LETTERS.findall(line)) <= 2


def from_text(paragraphs: Sequence[str], around: Sequence[str], language: Language, path: str = "") -> When | None:
    """Return the day of the text's dateline, else that in the `path` of its address, else the latest that it names as past.

    The last may be a month alone. It is marked inferred, or None where nothing tells it.
    What the first paragraphs name counts where it is known how the language does that: "on June 4", "as of early June". The
    year is the one named there, else that of the copyright line in `around` (the lines removed), else the latest that the
    text speaks of; without one nothing is inferred.
    """
    if told := from_dateline(paragraphs, around, language) or from_address(path):
        return told
    if (dating := language.dating) is None:
        return None
    year = _year(paragraphs, around, language)
    latest: When | None = None
    for paragraph in paragraphs[:_NEAR_TOP]:
        for found in [match for pattern in dating.named for match in pattern.finditer(paragraph)]:
            if dating.ahead.search(paragraph[max(0, found.start() - 80) : found.start()]):
                continue
            when = _moment(found, year, language.code)
            if when and (latest is None or _end(when) > _end(latest)):
                latest = when
    return latest


def _moment(found: re.Match[str], year: int | None, language: str) -> When | None:
    own = int(found["year"]) if found["year"] else year
    month = month_of(tokens(found["month"]), language)
    if own is None or month is None or (year is not None and own != year):
        return None
    if found["year"] and not found["day"]:
        return None  # who names the year of a month speaks of another one than the month in which they write
    try:
        at = datetime(own, month, int(found["day"] or 1), tzinfo=UTC)
    except ValueError:
        return None
    return When(at=at, precision="day" if found["day"] else "month", inferred=True)


def _end(when: When) -> datetime:
    return when.at + timedelta(days=1 if when.precision == "day" else 0)


def _year(paragraphs: Sequence[str], around: Sequence[str], language: Language) -> int | None:
    stated = [int(found[1]) for line in around for found in _COPYRIGHT.finditer(line)]
    years = language.dating.years if language.dating else None
    spoken = [int(year) for paragraph in paragraphs for year in years.findall(paragraph)] if years else []
    return max(stated, default=None) or max(spoken, default=None)


_NAME = r"[^\W\d_][^\s\d,،，()/\[\]–—:]*"
_PLACE = rf"(?P<place>{_NAME}(?: {_NAME}){{0,4}})(?:[,،] ?{_NAME}(?: {_NAME}){{0,3}}){{0,3}}?"
_WORD = r"[^\W\d_][^\s\d,،，.()/\[\]–—:-]{1,13}"
_DAY = (
    r"(?P<day>\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}"
    rf"|(?:{_WORD} )?\d{{1,2}}(?:\.|st|nd|rd|th|er|º)? (?:de |of )?{_WORD}\.?(?:,?(?: del?)? \d{{4}})?"
    rf"|{_WORD}\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?)"
)
_AGENCY = r"(?:[ ,.–—-]*(?:\([^()\d]{2,40}\)|/[^/\d]{2,40}/|\[[^\[\]\d]{2,40}\]))?"
_STOP = r"\s?(?:[-–—:।]|\.-|(?<=/)\.)"
_DATELINES = (
    re.compile(rf"[(\[]?{_PLACE}{_AGENCY}(?:[,،.:(]|--| [-–—(]) ?{_DAY}[)\]]?[.,]?{_AGENCY}{_STOP}"),
    re.compile(rf"{_DAY}(?:,| ?[-–—/]+) ?{_PLACE}{_AGENCY}\s?[-–—]"),
    re.compile(r"\D{0,14}?(?P<day>(?:\d{4}[年년] ?)?\d{1,2}[月월] ?\d{1,2}[日일])\W{0,2}(?:[电電讯訊]|[（(【/／=＝–—-])"),
)
"""A place and a day, with an agency or none, before what stands between them and the text; a day and a place; in CJK."""


def opens_with_dateline(text: str) -> bool:
    """Whether a text begins with where and when it was written: "RIVERTON, June 4 (Agency) —"."""
    return _dateline(text) is not None


def from_dateline(paragraphs: Sequence[str], around: Sequence[str], language: Language) -> When | None:
    """Return the day of the dateline that one of the first paragraphs opens with, marked inferred, or None.

    A year that the dateline does not print is that of `from_text`.
    """
    for paragraph in paragraphs[:_NEAR_TOP]:
        if day := _dateline(paragraph):
            return _full(day, _year(paragraphs, around, language))
    return None


def _dateline(text: str) -> str | None:
    """The day that a dateline prints at the head of a text."""
    for pattern in _DATELINES:
        if (found := pattern.match(text[:160])) and _full(found["day"], 2000):
            words = (found.groupdict().get("place") or "").split()
            if all(not word[0].islower() or len(word) <= 4 for word in words):
                return found["day"]
    return None


def _full(day: str, year: int | None) -> When | None:
    """The moment of a printed day, in `year` where it prints none."""
    printed = re.sub("[年년月월]", "-", re.sub("[日일 ]", "", day)) if re.search("[日일]", day) else day
    if not re.search(r"\d{4}", printed):
        if year is None:
            return None
        printed = f"{year}-{printed}" if printed != day else f"{printed} {year}"
    when = read(re.sub(r"-(\d)(?!\d)", r"-0\1", printed))
    return replace(when, inferred=True) if when and when.precision == "day" else None
