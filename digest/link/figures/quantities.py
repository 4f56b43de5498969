"""Numbers as reports print them: money, shares, durations, dates and counts, with magnitude, range and approximation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.language import Language
from digest.language.calendar import ENGLISH_MONTHS, MONTH, SHORT_MONTH
from digest.language.english import ENGLISH
from digest.language.english.stems import stem
from digest.language.english.vocabulary import LIGHT, NUMBER_WORDS
from digest.language.numbers import Amount

_CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR", "£": "GBP",
    "gbp": "GBP", "pound": "GBP", "¥": "JPY", "jpy": "JPY", "yen": "JPY", "c$": "CAD", "a$": "AUD", "yuan": "CNY",
    "rupee": "INR", "franc": "CHF", "chf": "CHF",
}  # fmt: skip
_MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9,
    "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629800, "year": 31557600}
_WORDS = "|".join(sorted((word for word in NUMBER_WORDS if word != "zero"), key=lambda word: (-len(word), word)))
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?i:{_WORDS}))"
_MAGNITUDE = r"(?:[- ]?(?:hundred|thousand|million|billion|trillion)\b|(?:bn|mn|tn|[kKmMbB])\b| (?:bn|mn|tn)\b)"
_SIGN = r"(?:US\$|C\$|A\$|[$€£¥])"
_BEFORE = (
    r"(?P<about>(?:(?<!ticked )(?<!inched )(?<!jumped )(?<!climbed )(?<!rose )(?<!went )up to|"
    r"as (?:much|many|high) as|at most|no more than|more than|over|at least|no (?:less|fewer) than|"
    r"less than|fewer than|under|nearly|almost|close to|about|around|roughly|approximately|some|an estimated|estimated|"
    r"upwards of)"
    r"(?: a)? )?"
)
_QUANTITY = re.compile(
    rf"(?<![^\W_]){_BEFORE}(?P<sign>{_SIGN})?(?P<low>{_NUMBER})(?P<lowmag>{_MAGNITUDE})?"
    rf"(?:(?: to |%?(?: and | or |[-–—]| ?– ?))(?P<sign2>{_SIGN})?(?P<high>{_NUMBER})(?P<highmag>{_MAGNITUDE})?)?"
    r"(?P<plus>\+)?"
    r"(?P<after>(?:[- ](?:dollars?|euros?|pounds?|yen|yuan|rupees?|francs?)\b|%|"
    r" ?(?:percent|per cent|pct)\b(?: points?)?))?",
    re.IGNORECASE,
)
_NAMED = rf"{MONTH}|(?:{SHORT_MONTH})\."
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_IN_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"
_DATES = (
    re.compile(rf"\b(?P<month>{_NAMED}) (?P<day>{_DAY})\b(?!:\d){_IN_YEAR}"),
    re.compile(rf"(?<![\d.,:$£€])\b(?P<day>{_DAY}) (?:of )?(?P<month>{_NAMED}){_IN_YEAR}"),
)
_MONTH = re.compile(
    rf"\b(?:(?:early|late|mid)[- ])?(?:(?P<month>{MONTH.replace('May|', '')})(?!['’]s)|(?<!earlier )this month\b)"
    rf"{_IN_YEAR}|(?<=\bin )(?P<may>May)\b(?:,? (?P<mayyear>(?:19|20)\d\d)\b)?"
)
_MODEL = re.compile(r"\b(?!(?:US|UK|EU|UN|AM|PM|TV)\b)[A-Z]{1,3} (?:- )?\Z")
"""What makes a number part of a name: AK 47, Boeing's MAX 8."""
_MEASURES = frozenset({"kW", "MW", "GW", "kWh", "km", "kg", "mm", "cm", "mph", "lb", "lbs", "ft", "MB", "GB", "TB"})
"""Abbreviated units, counted as they are printed."""
DAYS = ("date", "month")
"""Units of what is no amount: it says when something happens."""
_PLURALS = ("people", "men", "children")
"""How a plural may end that has no s."""
_NOUN = re.compile(r"[ -]([A-Za-z][\w’'-]*)")
_LOOSE = {
    "most": "up to|as much as|as many as|as high as|at most|no more than|less than|fewer than|under",
    "least": "more than|over|at least|no less than|no fewer than|upwards of",
    "nearly": "nearly|almost|close to",
    "about": "about|around|roughly|approximately|some|an estimated|estimated",
}
_KINDS = {word: kind for kind, words in _LOOSE.items() for word in words.split("|")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number at code points [start, end) of a sentence.

    `unit` is a currency, "%", "points", "seconds" (durations), "date" or "month" (yyyymmdd, year and day 0 where none is
    given) or what is counted. `low` and `high` bound what the words allow; `value` is the number printed, `top` the upper
    end of a range; the words counted begin at `named`; `loose` says whether it is the "most", the "least", "nearly" or
    "about".
    """

    unit: str
    value: float
    top: float | None
    low: float
    high: float
    start: int
    end: int
    noun: str
    named: int = 0
    loose: str = ""


def quantities(text: str, month: str | None = None, language: Language = ENGLISH) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence in order: money, percentages, durations, dates, and counts of two or more things.

    Years, ages, ordinals, addresses and bare small numbers without a thing counted are none. A month that stands without a
    day is one too; `month` is what "this month" means. In another language than English only what its `numbers` read is one,
    and it is exactly that.
    """
    if not language.grammar:
        return tuple(map(_exact, language.numbers.amounts(text))) if language.numbers else ()
    days = _dates(text)
    dates = [*days, *_months(text, days, month)]
    found = [
        quantity
        for match in _QUANTITY.finditer(text)
        if not _inside(dates, match) and (quantity := _quantity(text, match)) is not None
    ]
    return tuple(sorted((*dates, *found), key=lambda one: one.start))


def _exact(amount: Amount) -> Quantity:
    """An amount as a quantity that is neither rounded nor a bound."""
    return Quantity(
        unit=amount.unit,
        value=amount.value,
        top=None,
        low=amount.value,
        high=amount.value,
        start=amount.start,
        end=amount.end,
        noun=amount.unit if amount.counted else "",
        named=amount.named,
    )


def _dates(text: str) -> list[Quantity]:
    """The days and months a sentence names; neither is ever inside the other."""
    found: list[Quantity] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            day = int(match["day"].rstrip("stndrh"))
            if 0 < day <= 31 and not _inside(found, match):
                found.append(_calendar("date", match, match["month"], day, match["year"]))
    return found


def _months(text: str, days: Sequence[Quantity], month: str | None) -> Iterable[Quantity]:
    for match in _MONTH.finditer(text):
        named = match["month"] or match["may"] or month
        opens = match.start() == 0 and match.group() == "March"
        if named and not opens and not _inside(days, match):
            yield _calendar("month", match, named, 0, match["year"] or match["mayyear"])


def _inside(found: Sequence[Quantity], match: re.Match[str]) -> bool:
    return any(one.start < match.end() and match.start() < one.end for one in found)


def _calendar(unit: str, match: re.Match[str], month: str, day: int, year: str | None) -> Quantity:
    value = float(int(year or 0) * 10000 + ENGLISH_MONTHS[month[:3].casefold()] * 100 + day)
    return Quantity(unit=unit, value=value, top=None, low=value, high=value, start=match.start(), end=match.end(), noun="")


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.start(), match.end()
    if (start and (text[start - 1].isalnum() or text[start - 1] in "-.$€£/")) or text[end : end + 1].isalpha():
        return None
    if match["high"] and " and " in match.group() and not text[:start].casefold().endswith("between "):
        return None
    if not match["about"] and _MODEL.search(text[:start]):
        return None
    named = end
    unit, noun, end = _unit(text, match, end)
    if unit is None:
        return None
    high_magnitude = _magnitude(match["highmag"]) if match["high"] else 1.0
    low_magnitude = _magnitude(match["lowmag"]) if match["lowmag"] else (high_magnitude if match["high"] else 1.0)
    scale = _SECONDS[noun] if unit == "seconds" else 1
    value = _read(match["low"]) * low_magnitude * scale
    top = _read(match["high"]) * high_magnitude * scale if match["high"] else None
    if top is not None and (top <= value or (match["low"].isalpha() != match["high"].isalpha())):
        return None
    loose = "" if top is not None else _loose(match)
    low, high = (value, top) if top is not None else _bounds(loose, value, _last_digit(match) * scale)
    return Quantity(
        unit=unit, value=value, top=top, low=low, high=high, start=start, end=end, noun=noun, named=named, loose=loose
    )


def _unit(text: str, match: re.Match[str], end: int) -> tuple[str | None, str, int]:
    """What a number measures: its unit, the thing counted, and where its words end; no unit where it measures nothing."""
    after = (match["after"] or "").strip(" -").casefold()
    pounds = after.startswith("pound") and not (match["lowmag"] or match["highmag"])
    if match["sign"] or (after.rstrip("s") in _CURRENCIES and not pounds):
        return _CURRENCIES[(match["sign"] or after.rstrip("s")).casefold()], "", end
    if pounds:
        return "pound", "pounds", end
    if after:
        return ("points" if "point" in after else "%"), "", end
    words = [(found.group(1), found.end()) for found in _following(text, end)]
    if not words:
        return None, "", end
    first = words[0][0].casefold().rstrip("s") if words[0][0].casefold() != "s" else ""
    if first in _SECONDS:
        old = text[words[0][1] :].lstrip(" -").casefold().startswith("old")
        return (None if old or "-" in text[end : words[0][1]] else "seconds"), first, words[0][1]
    if words[0][0] in _MEASURES:
        return words[0][0], words[0][0], words[0][1]
    number = match["low"]
    if (
        text[end] == "-"
        or (number.isdigit() and len(number) == 4 and number[:2] in ("19", "20") and not match["lowmag"])
        or number == "1"
        or not _read(number)
    ):
        return None, "", end
    head, last = words[-1]
    plural = head.casefold().endswith(("s", *_PLURALS))
    if head.casefold() in LIGHT or words[0][0] in ("AM", "PM") or not plural or len(head) < 3:
        return None, "", end
    return stem(head.casefold()), head, last


def _following(text: str, end: int) -> Iterable[re.Match[str]]:
    """The words after a number up to the thing counted: at most four, the first plural ends them."""
    for _ in range(4):
        found = _NOUN.match(text, end)
        if found is None or found.group(1).casefold() in LIGHT:
            return
        yield found
        word = found.group(1).casefold()
        if word.endswith(_PLURALS) or (word.endswith("s") and not word.endswith(("ss", "us", "’s", "'s"))):
            return
        end = found.end()


def _magnitude(words: str | None) -> float:
    return _MAGNITUDES.get((words or "").strip(" -").casefold(), 1.0)


def _read(number: str) -> float:
    word = number.casefold()
    return float(NUMBER_WORDS[word]) if word in NUMBER_WORDS else float(number.replace(",", ""))


def _loose(match: re.Match[str]) -> str:
    about = re.sub(r" a\Z", "", (match["about"] or "").strip().casefold())
    return _KINDS.get(about, "least" if match["plus"] else "")


def _bounds(loose: str, value: float, digit: float) -> tuple[float, float]:
    """What the words allow: a number may be rounded or cut off at its last digit.

    "Up to" reaches down to nothing, "more than" to the next round number, "about" one in the last digit either way.
    """
    rounding = min(digit, 0.05 * value)
    ranges = {
        "most": (0.0, value),
        "least": (value, value + 0.99 * min(digit, 0.25 * value)),
        "nearly": (value - 0.99 * min(digit, 0.2 * value), value),
        "about": (value - min(digit, 0.1 * value), value + min(digit, 0.1 * value)),
    }
    return ranges.get(loose, (value - 0.5 * rounding, value + 0.99 * rounding))


def _last_digit(match: re.Match[str]) -> float:
    """What one is worth in the last digit that is printed and not a nought that rounding left."""
    digits = match["low"].replace(",", "")
    magnitude = _magnitude(match["lowmag"]) if match["lowmag"] else 1.0
    if digits.isalpha():
        return magnitude
    if "." in digits:
        return float(0.1 ** len(digits.split(".")[1]) * magnitude)
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(10**zeros * magnitude) if zeros else magnitude


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether both say the same: equal, one rounded or cut off, or a range that holds the other's value."""
    if one.unit in DAYS:
        return one.value % 10000 == other.value % 10000 and (
            one.value < 10000 or other.value < 10000 or one.value == other.value
        )
    if one.loose == "most" or other.loose == "most":
        most, rest = (one, other) if one.loose == "most" else (other, one)
        return most.value in (rest.value, rest.top) or (rest.loose == "about" and rest.low <= most.value <= rest.high)
    return _holds(one, other) or _holds(other, one)


def _holds(one: Quantity, other: Quantity) -> bool:
    return one.low <= other.value and (other.top or other.value) <= one.high


def differ(one: Quantity, other: Quantity) -> bool:
    """Whether both cannot be meant: they do not agree, nor does one leave the other open, as "up to" may."""
    if one.unit != other.unit or one.unit in DAYS or agree(one, other):
        return False
    if "most" in (one.loose, other.loose):
        most, rest = (one, other) if one.loose == "most" else (other, one)
        return rest.loose == "most" or rest.low > 0.85 * most.high
    plain = not (one.loose or other.loose or one.top or other.top)
    return plain or one.low > other.high or other.low > one.high
