"""How German prints numbers and days."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_MONTHS
from digest.language.days import Days
from digest.language.numbers import Numbers

_UNCOUNTED = """
menschen personen leute bürger uhr jahr jahre jahren tag tage tagen sekunden grad und oder bis von der die das den dem
des ein
eine einen einem einer mal prozent sind ist war waren wurden wird werden haben hat hatte hatten verletzte verletzten
tote toten
todesopfer opfer
"""
"""Particles, times and ages, and people, whom `fallen` counts as one unit whatever they are called."""
_NUMERALS = """
zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
neunzehn zwanzig
"""

NUMBERS = Numbers(
    code="de",
    groups=" \u00a0\u202f’'",
    numerals={word: value for value, word in enumerate(_NUMERALS.split(), 2)}
    | {"dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "hundert": 100},
    magnitudes={
        "tausend": 1e3, "tsd.": 1e3, "million": 1e6, "millionen": 1e6, "mio.": 1e6, "mio": 1e6, "milliarde": 1e9,
        "milliarden": 1e9, "mrd.": 1e9, "mrd": 1e9, "billionen": 1e12,
    },
    currencies={
        "euro": "EUR", "eur": "EUR", "dollar": "USD", "us-dollar": "USD", "pfund": "GBP", "franken": "CHF",
        "schweizer franken": "CHF", "chf": "CHF", "yen": "JPY",
    },
    weights={"pfund": "pfund"},
    shares={"prozent": "%", "prozentpunkte": "points", "prozentpunkten": "points"},
    approximate={
        "most": r"bis zu|höchstens|maximal|weniger als|unter",
        "least": r"mehr als|über|gut|mindestens",
        "nearly": r"fast|knapp|nahezu|beinahe|an die",
        "about": r"rund|etwa|circa|ca\.|gegen|ungefähr|schätzungsweise",
    },
    ranges=r"%?\s?(?:bis|oder|[-–—])\s?",
    both=r"%?\sund\s",
    between="zwischen",
    durations={
        "minute": 60, "minuten": 60, "stunde": 3600, "stunden": 3600, "woche": 604800, "wochen": 604800, "monat": 2629800,
        "monate": 2629800, "monaten": 2629800,
    },
    age=r"\s(?:alt|alte|alten|alter)\b",
    # All nouns have a capital: what stands before one without is an adjective.
    plural=r"\A(?-i:[A-ZÄÖÜ])",
    reach=3,
    people="Menschen",
    fallen=(
        r"[ -](?:(?-i:[a-zäöüß]+) ){0,2}(?:menschen|personen|leuten?|bürgern?|verletzten?|toten?|"
        r"todesopfern?|"
        r"opfern?)(?!\w)"
    ),
    alone="",
    names=r"\b(?:[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun|\d+) von \Z",  # zwei von drei Zügen
    uncounted=frozenset((*_UNCOUNTED.split(), *PRINTED_MONTHS["de"].casefold().split("|"))),
)  # fmt: skip

_MONTH = rf"(?P<month>{PRINTED_MONTHS['de']})"
_YEAR = r"(?: (?P<year>(?:19|20)\d\d)\b)?"

DAYS = Days(
    code="de",
    days=(re.compile(rf"(?<![\d.,:])(?P<day>\d{{1,2}})\. ?{_MONTH}{_YEAR}"),),
    months=re.compile(rf"\b(?:(?:Anfang|Mitte|Ende) )?{_MONTH}(?!\w){_YEAR}"),
    years=re.compile(r"\b(?:[Ii]m Jahr|[Ss]eit|[Bb]is|[Aa]b) (?P<year>(?:19|20)\d\d)\b(?![-–/.]?\d)"),
)
