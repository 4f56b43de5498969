"""How English texts name the day or month of what they tell."""

from __future__ import annotations

import re

from digest.language.calendar import MONTH, SHORT_MONTH, WEEKDAY
from digest.language.english.speech import SAID
from digest.language.english.standing import PAST
from digest.language.grammar import Dating

_MONTH = rf"(?P<month>{MONTH}|(?:{SHORT_MONTH})\.?)"

# What runs on from a day is not over when that day is, and what came before or after another thing is not what will be.
_AT = (
    rf"(?<!from )(?<!since )(?<!starting )(?<!beginning )(?<!last )(?<!next )(?<!every )(?<!each )"
    rf"(?:(?P<weekday>{WEEKDAY})|(?P<tomorrow>tomorrow)|(?P<today>tonight|later today|this (?:afternoon|evening))|"
    rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!,? (?:19|20)\d\d))\b"
)
_STOPS = (
    rf"{WEEKDAY}|who|which|that|where|after|since|following|despite|because|under|{SAID}|{PAST}|"
    rf"in (?:{MONTH}|(?:19|20)\d\d|(?:the )?(?:spring|summer|autumn|winter))|next \w+"
)
_DONE = r"\w+ed|beat|bit|cut|hit|hurt|put|read|set"
# What was done ends it, and so does a time of its own; but "put" behind "will", "to" and "be" tells what is to be done.
_PLANNED = (
    r"\b(?:will(?! not| have)|(?:is|are|was|were) (?:due|set|expected|scheduled|slated|planned)(?= to | for )|"
    r"(?<=s )(?:is|are) to)\b"
    rf"(?:(?! (?:{_STOPS})\b)(?:(?<=will)|(?<= to)|(?<= be)|(?! (?:{_DONE})\b))[^,.;:()“”\"]){{0,100}}? "
)

DATING = Dating(
    named=(
        re.compile(
            rf"\b(?:[Oo]n|[Aa]s of|[Ss]ince)\s+(?:(?:{WEEKDAY}),?\s+)?"
            rf"(?:(?:early|mid|late)[ -])?{_MONTH}(?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b)?(?:,?\s+(?P<year>20\d\d))?"
        ),
        re.compile(rf"\b(?:[Oo]n|[Aa]s of)\s+(?P<day>\d{{1,2}})\s+{_MONTH}(?:,?\s+(?P<year>20\d\d))?"),
    ),
    years=re.compile(r"\b(?:in|of|during|mid-|early|late|since|year|this year,?)\s*(20\d\d)\b", re.IGNORECASE),
    ahead=re.compile(r"\b(?:will|would|plans? to|expects? to|scheduled|deadline|until|by the|due)\b[^.]{0,60}\Z"),
    planned=re.compile(rf"{_PLANNED}{_AT}(?!['’]s?\b|(?:,| (?:through|to|until|and)) (?:{WEEKDAY}|\d)|-)"),
)
