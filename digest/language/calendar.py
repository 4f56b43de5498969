"""Names of months, of days of the week and of halves of a day in every language, from Babel's copy of the CLDR.

A language's names are loaded when they are first asked for. English ones are written here: most feeds print them, whatever
language they are in, and no language of `READ` uses one of them for another month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from datetime import timedelta
from functools import cache
from itertools import product
from typing import Any, Literal

YEARS = range(1971, 2101)
"""Years in which something can have been published: before them lies what software prints where it knows no date."""
Half = Literal["am", "pm", "night"]
"""Half of a day; "night" is the morning up to six and the evening after it."""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH, WEEKDAY = "|".join(MONTHS), "|".join(WEEKDAYS)
SHORT_MONTH = "|".join(("Sept", *(name[:3] for name in MONTHS if name != "May")))
SHORT_WEEKDAY = "|".join(name[:3] for name in WEEKDAYS)
"""The English names, wide and shortened, as alternatives of a pattern."""
PRINTED_MONTHS = {
    "de": "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
    "es": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre",
    "it": "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
    "nl": "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    "pt": "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
    "fr": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
}
PRINTED_WEEKDAYS = {
    "de": "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag",
    "es": "lunes|martes|miércoles|jueves|viernes|sábado|domingo",
    "it": "lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica",
    "nl": "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag",
    "pt": "segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo",
    "fr": "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
}
"""Names as alternatives of patterns, of languages whose patterns name them, so that compiling one loads nothing."""
ENGLISH_MONTHS = {name[:size].lower(): at for at, name in enumerate(MONTHS, 1) for size in (3, 4, 5, len(name))}
ENGLISH_DAYS = {name[:size].lower(): at for at, name in enumerate(WEEKDAYS) for size in (3, 4, 5, len(name))}

_CODES = (
    "af ar az be bg bn bs ca cs cy da de el es et eu fa fi fil fo fr ga gl gu he hi hr hu hy id is it ka kk km kn ko ky lo "
    "lt lv mk ml mn mr ms mt my ne nl nn no pa pl ps pt ro ru si sk sl sq sr sv sw ta te tg th tk tr uk ur uz vi yi"
)
READ = tuple(_CODES.split())
"""Languages whose names are tried where a text's language is not known, or has no such name."""
_VARIANTS = {
    "ar": ("ar", "ar_SY", "ar_DZ", "ar_MA", "ar_MR"),  # the Levant has names of its own, and so has the Maghreb
    "az": ("az", "az_Cyrl"),
    "bs": ("bs", "bs_Cyrl"),
    "de": ("de", "de_AT"),
    "pa": ("pa", "pa_Arab"),
    "sr": ("sr", "sr_Latn"),
    "uz": ("uz", "uz_Cyrl"),
    "sh": ("hr", "sr", "sr_Latn"),
    "tl": ("fil",),
    "iw": ("he",),
}
_SPELLINGS = {
    "de": {"maerz": 3, "mrz": 3, "jaenner": 1},
    "en": {"sept": 9},
    "es": {"setiembre": 9},
    "fr": {"fevrier": 2, "fevr": 2, "aout": 8, "decembre": 12},
    "id": {"pebruari": 2, "nopember": 11, "ags": 8, "agt": 8},
    "it": {"sett": 9},
    "tr": {"agustos": 8, "subat": 2, "mayis": 5, "kasim": 11, "aralik": 12, "eylul": 9},
}
"""Names that feeds print and the CLDR does not have: without marks, shortened otherwise, of older spelling."""
_PERSIAN = "فروردین اردیبهشت خرداد تیر مرداد/امرداد شهریور مهر آبان آذر دی بهمن اسفند"
PERSIAN_MONTHS = {name: at for at, names in enumerate(_PERSIAN.split(), 1) for name in names.split("/")}
_TOKEN = re.compile(r"[^\s\d,;:/()|\-–—'’‘\"+،؛]+")
_MOST_TOKENS = 3
_LETTERS = 3
"""Letters that a shortened or inflected month must share with the name."""


def tokens(text: str) -> list[str]:
    """Return what may be names in a printed date, in lower case: runs without digits and without a full stop at the end."""
    return [token for found in _TOKEN.findall(text.casefold()) if (token := found.strip("."))]


@cache
def months(language: str) -> dict[str, int]:
    """Return the months (1 to 12) by name, wide and abbreviated, in dates and standing alone; none for unknown languages."""
    return dict(_names(language, "months")) | _SPELLINGS.get(language, {})


@cache
def weekdays(language: str) -> dict[str, int]:
    """Return the days of the week (0 is Monday) by name."""
    return dict(_names(language, "days")) | ({"sonnabend": 5} if language == "de" else {})


@cache
def month_words(language: str) -> frozenset[str]:
    """Return the names of months that are no other word, in lower case: in English those in full, for "mar" is one."""
    return frozenset(name.lower() for name in MONTHS) if language == "en" else frozenset(months(language))


@cache
def weekday_words(language: str) -> frozenset[str]:
    """Return the names of days of the week that are no other word, in lower case: "sat" and "sun" are in English."""
    return frozenset(name.lower() for name in WEEKDAYS) if language == "en" else frozenset(weekdays(language))


@cache
def halves(language: str | None) -> dict[str, Half]:
    """Return the words, in lower case, that say which half of a day a time is in, the longest first; none in English.

    There they are am and pm, which any reader of dates knows.
    """
    found: dict[str, Half] = {}
    for locale in _locales(_but_english(language)):
        for widths in _data(locale)["day_periods"].values():
            for names in widths.values():
                for period, name in names.items():
                    word, kind = " ".join(name.casefold().split()), _HALF.get(period.rstrip("12"))
                    if kind and word not in ("am", "pm"):
                        found.setdefault(word, kind)
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


_HALF: dict[str, Half] = {
    "am": "am", "pm": "pm", "noon": "pm", "morning": "am", "afternoon": "pm", "evening": "pm", "night": "night",
}  # fmt: skip


@cache
def past(language: str | None) -> dict[str, timedelta]:
    """Return what a language prints for "2 hours ago", without spaces, and how long ago that is: up to four weeks."""
    from babel.dates import format_timedelta  # noqa: PLC0415 - see `_locales`

    spans = [timedelta(minutes=at) for at in range(1, 60)] + [timedelta(hours=at) for at in range(1, 24)]
    spans += [timedelta(days=at) for at in range(1, 7)] + [timedelta(weeks=at) for at in range(1, 5)]
    widths: tuple[Literal["long", "short"], ...] = ("long", "short")
    found: dict[str, timedelta] = {}
    for locale, width, span in product(_locales(_but_english(language)), widths, spans):
        with suppress(KeyError):  # Babel lacks the words of some languages
            words = format_timedelta(-span, threshold=1, add_direction=True, format=width, locale=locale)
            found["".join(words.casefold().split())] = span
    return found


def month_of(names: Sequence[str], language: str | None) -> int | None:
    """Return the month that one of the `names` (see `tokens`) is: the last in a date, for "mar" is also a Tuesday.

    In English or in `language`, else shortened or inflected in `language`, else where all of `READ` that have it agree.
    """
    own = months(_but_english(language))
    if found := _last(names, own | ENGLISH_MONTHS):
        return found if own or "mar" not in names else _last(names, _agreed_months() | ENGLISH_MONTHS)
    return _inflected(names, own, _but_english(language)) or _last(names, _agreed_months())


def weekday_of(names: Sequence[str], language: str | None) -> int | None:
    """Return the day of the week (0 is Monday) that one of the names is, as `month_of` does."""
    tables = (ENGLISH_DAYS, weekdays(_but_english(language)))
    found = (table[name] for table in tables for name in names if name in table)
    return next(found, None)


def _but_english(language: str | None) -> str:
    """The code of a language whose names Babel is asked for: none where it is not known, nor for English (see above)."""
    return "" if language == "en" else language or ""


def _last(names: Sequence[str], table: dict[str, int]) -> int | None:
    for end in range(len(names), 0, -1):
        for size in range(min(_MOST_TOKENS, end), 0, -1):
            if found := table.get(" ".join(names[end - size : end])):
                return found
    return None


def _inflected(names: Sequence[str], table: dict[str, int], language: str) -> int | None:
    """Return the month of which a word is a shortened or inflected name: that with the longest beginning in common.

    The last such word counts. None where two months have as much in common with it, or it is a day of the week.
    """
    days = weekdays(language)
    for name in reversed(names):
        word = name.removeprefix("ב") if language in ("he", "iw") else name
        if word in days:
            continue
        shared = sorted(((_common(word, each), month) for each, month in table.items()), reverse=True)
        longest, month = shared[0] if shared else (0, 0)
        if longest >= _LETTERS and {at for size, at in shared if size == longest} == {month}:
            return month
    return None


def _common(word: str, name: str) -> int:
    """Return how many letters two words begin with in common, where that makes the one a form of the other; else 0.

    It does where one is the beginning of the other ("janv", "janvier"), or where four or more letters are the same and the
    longer one has two more at most ("června", "červnem").
    """
    size = next((at for at, (one, other) in enumerate(zip(word, name, strict=False)) if one != other), None)
    if size is None:
        return min(len(word), len(name))
    return size if size >= max(4, max(len(word), len(name)) - 2) else 0


@cache
def _agreed_months() -> dict[str, int]:
    """Names that mean one month in all the languages that have them, of more than two letters."""
    meant: dict[str, set[int]] = {}
    for language in READ:
        for name, month in months(language).items():
            meant.setdefault(name, set()).add(month)
    return {name: min(found) for name, found in meant.items() if len(found) == 1 and len(name) >= _LETTERS}


def _names(language: str, kind: Literal["months", "days"]) -> Iterator[tuple[str, int]]:
    for locale in reversed(_locales(language)):  # what the language itself calls a month goes before its variants
        for context in ("stand-alone", "format"):
            for width in ("abbreviated", "wide"):
                for at, name in _data(locale)[kind][context][width].items():
                    if not any(sign.isdigit() for sign in name) and (parts := tokens(name)):
                        yield " ".join(parts), int(at)


@cache
def _locales(language: str) -> tuple[str, ...]:
    """The names of the locales of a language that the CLDR has, the language itself first."""
    from babel import localedata  # noqa: PLC0415 - most dates are read without it

    return tuple(name for name in _VARIANTS.get(language, (language,)) if localedata.exists(name))


@cache
def _data(locale: str) -> Any:
    """The names of a locale: a copy, as Babel writes what it looks up into data that locales share.

    Without it a Japanese date would be read by Azerbaijani months where Azerbaijani was read before (Babel 2.18).
    """
    from babel import localedata  # noqa: PLC0415 - most dates are read without it

    held = localedata.load(locale)
    return localedata.LocaleDataDict(deepcopy({kind: held[kind] for kind in ("months", "days", "day_periods")}))
