"""German: its numbers, what denies, and where no sentence ends."""

from __future__ import annotations

import re

from digest.language.numbers import Numbers, sizes, units, words
from digest.language.profile import Language

_NUMBERS = Numbers(
    code="de",
    magnitudes=sizes(
        thousand="tausend|tsd.",
        million="million|millionen|mio.|mio",
        billion="milliarde|milliarden|mrd.|mrd",
        trillion="billionen",
    ),
    currencies=units(EUR="euro|eur", USD="dollar|us-dollar", GBP="pfund", CHF="franken|schweizer franken|chf", JPY="yen"),
    shares=units(points="prozentpunkte|prozentpunkten") | {"prozent": "%"},
    bounds="mehr als|über|fast|knapp|rund|etwa|circa|ca\\.|gut|bis zu|mindestens|höchstens|maximal|weniger als|unter|gegen|"
    "ungefähr|nahezu|an die|beinahe",
    ranges="bis|und|oder|[-–—]",
    ties="",
    uncounted=words(
        "menschen personen leute uhr jahr jahre jahren tag tage tagen woche wochen monat monate monaten stunde "
        "stunden minute minuten sekunden grad und oder bis von der die das den dem des ein eine mal prozent sind "
        "ist war waren wurden wird werden haben hat hatte hatten"
    ),
    groups="’'",
)
GERMAN = Language(
    code="de",
    numbers=_NUMBERS,
    negations=words("nicht kein keine keinen keinem keiner keines nie niemals ohne weder bestreitet dementiert"),
    abbreviated=re.compile(r"\b(?:Dr|Prof|Hr|Fr|Nr|St|Mio|Mrd|Tsd|bzw|ca|z\. ?B|d\. ?h|u\. ?a)\.\Z"),
    dotted_days=True,
    commonest=words("der die das und in den von zu mit sich des auf für ist nicht"),
)
