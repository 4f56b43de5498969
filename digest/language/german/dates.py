"""How German texts name the day or month of what they tell."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_MONTHS, PRINTED_WEEKDAYS
from digest.language.grammar import Dating

_WEEKDAY = PRINTED_WEEKDAYS["de"]
_MONTH = rf"(?P<month>{PRINTED_MONTHS['de']})"
_WILL = r"(?:wird|werden|soll|sollen|will|wollen)"

DATING = Dating(
    named=(
        re.compile(
            rf"\b(?:[Aa]m|[Ss]eit(?: dem)?|[Vv]om)\s+(?:(?:{_WEEKDAY}),?\s+(?:dem\s+|"
            rf"den\s+)?)?(?P<day>\d{{1,2}})\.\s?{_MONTH}"
            r"(?:\s+(?P<year>20\d\d))?"
        ),
        re.compile(rf"\b(?:[Ii]m|[Aa]nfang|[Mm]itte|[Ee]nde|[Ss]eit)\s+{_MONTH}(?P<day>)(?:\s+(?P<year>20\d\d))?"),
    ),
    years=re.compile(r"\b(?:im Jahr|in|seit|bis|Anfang|Mitte|Ende|Jahre?s?)\s*(20\d\d)\b", re.IGNORECASE),
    ahead=re.compile(rf"\b(?:{_WILL}|bis|ab|geplant|spätestens|voraussichtlich)\b[^.]{{0,60}}\Z"),
    # The day stands between "wird" and the verb at the end, which none of the words between may be.
    planned=re.compile(
        rf"\b{_WILL} (?:(?!\b(?:nicht|seit|bis|ab|jede[nr]?|wurde|war|nach|dass|der|die|das (?=\w+ (?:am|"
        rf"vom)))\b)[^,.;:()„“\"]){{0,60}}?"
        rf"\b(?:am (?:(?P<weekday>{_WEEKDAY})|(?P<day>\d{{1,2}})\. {_MONTH}(?! 20\d\d))|(?P<tomorrow>morgen(?! früher))|"
        r"(?P<today>heute(?: Abend)?))\b(?! bis| und (?:am )?(?:\d|[A-Z]\w+tag))"
    ),
)
