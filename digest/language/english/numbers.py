"""How English prints numbers and days."""

from __future__ import annotations

import re

from digest.language.calendar import MONTH, SHORT_MONTH
from digest.language.days import Days
from digest.language.english.vocabulary import LIGHT, NUMBER_WORDS
from digest.language.numbers import Numbers

MOVES = (
    r"r[io]ses?|risen|rising|f[ae]ll|falls|fallen|falling|gr[eo]w|grows|grown|growing|went|gone|goes|going|moved|brought|"
    r"(?:climb|drop|jump|slip|dip|tick|surg|soar|plung|tumbl|plummet|swell|shrink|declin|increas|decreas|rais|lower|reduc|"
    r"revis|chang|expand|widen|narrow|boost|cut)(?:s|e|es|ed|ped|ting|ing|ping)?|slid|shrank|shrunk"
)
"""Verbs and nouns for a value that goes to another."""
_ROSE = "".join(f"(?<!{verb} )" for verb in ("ticked", "inched", "jumped", "climbed", "rose", "went"))

NUMBERS = Numbers(
    code="en",
    mixed=False,
    numerals={word: value for word, value in NUMBER_WORDS.items() if value},
    fractions={"and a half": "1/2", "and one half": "1/2", "and a third": "1/3", "and a quarter": "1/4"},
    magnitudes={
        "hundred": 1e2, "thousand": 1e3, "million": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12,
    },
    suffixes={"k": 1e3, "m": 1e6, "b": 1e9},
    currencies={
        "dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP", "yen": "JPY",
        "yuan": "CNY", "rupee": "INR", "rupees": "INR", "franc": "CHF", "francs": "CHF",
    },
    weights={"pound": "pounds", "pounds": "pounds"},
    shares={
        "percent": "%", "per cent": "%", "pct": "%", "percent points": "points", "percentage points": "points",
        "percentage point": "points",
    },
    approximate={
        "most": rf"(?:{_ROSE}up to|as (?:much|many|high) as|at most|no more than|less than|fewer than|under)(?: an?)?",
        "least": r"(?:more than|over|at least|no (?:less|fewer) than|upwards of)(?: an?)?",
        "nearly": r"(?:nearly|almost|close to)(?: an?)?",
        "about": r"(?:about|around|roughly|approximately|some|(?:an )?estimated)(?: an?)?",
    },
    ranges=r"(?P<to> to )|%?(?: or |[-–—]| ?– ?)",
    moved=rf"(?:{MOVES})(?: (?:\w+ly|up|down|back))? from",
    by="by",
    both="%? and ",
    between="between",
    durations={
        "second": 1, "minute": 60, "hour": 3600, "week": 604800, "month": 2629800,
    },
    age="[ -]old",
    measures=frozenset({"kW", "MW", "GW", "kWh", "km", "kg", "mm", "cm", "mph", "lb", "lbs", "ft", "MB", "GB", "TB"}),
    plural=r"(?:people|men|children|homeless|bureaus|(?<![su’'])s)\Z",
    reach=4,
    uncounted=LIGHT | {"pm"},
    level=(
        rf"(?:{MOVES}|hit|amounted|came) (?:\w+ly )?(?:to|at)|"
        r"(?:reach|exceed|top|total)(?:s|p?ed|l?ed)?|(?:stands?|stood) at"
    ),
    people="people",
    fallen=(
        r"(?: (?:were|are|have been|had been)(?: also)? |[ -])(?:dead|killed|injured|wounded|hurt|arrested|detained)(?!\w)"
    ),
    befell=(
        r"\b(?:kill(?:ed|ing|s)|injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt(?:ing)?|"
        r"(?:death|human|casualty) toll(?: at|(?: [\w'’-]+){0,6}? "
        r"(?:(?:r[io]se|risen|rising|climbed|grew|grown) to|(?:stands?|stood|was|is) at|reached|was|is))|"
        r"(?:put|puts|placed|counted)(?: the death toll at \w+ and)? the (?:dead|injured|wounded|missing) at) \Z"
    ),
    alone=r"\Z|,(?! ?\d{3}\b)|[.;:)]| [-–—(]|--| (?:and|or|in|at|on|near|when|after|as|by|before|across|from|during)\b",
    names=r"\b(?!(?:US|UK|EU|UN|AM|PM|TV)\b)[A-Z]{1,3} (?:- )?\Z",  # AK 47, MAX 8
)  # fmt: skip

_MONTH = rf"(?P<month>{MONTH}|(?:{SHORT_MONTH})\.)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d)\b)?"

DAYS = Days(
    code="en",
    days=(
        re.compile(rf"\b{_MONTH} {_DAY}\b(?!:\d){_YEAR}"),
        re.compile(rf"(?<![\d.,:$£€])\b{_DAY} (?:of )?{_MONTH}{_YEAR}"),
    ),
    months=re.compile(
        rf"\b(?:(?:early|late|mid)[- ])?(?:(?P<month>{MONTH.replace('May|', '')}|(?<=\bin )May)\b(?!['’]s)|"
        rf"(?<!earlier )this month\b){_YEAR}"
    ),
    years=re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y) (?P<year>(?:19|20)\d\d)\b(?![-–/’']?\w)"),
    verbs=frozenset({"March"}),
)
