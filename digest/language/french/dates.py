"""How French texts name the day or month of what they tell."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_MONTHS, PRINTED_WEEKDAYS
from digest.language.grammar import Dating

_WEEKDAY = PRINTED_WEEKDAYS["fr"]
_MONTH = rf"(?P<month>{PRINTED_MONTHS['fr']})"
_WILL = (
    r"(?:sera|seront|aura|auront|\w+(?:era|eront|ira|iront|dra|dront)|doit|doivent|va|vont|est attendue?|sont attendue?s|"
    r"est prévue?|sont prévue?s)"
)

DATING = Dating(
    named=(
        re.compile(
            rf"\b(?:[Ll]e|[Dd]epuis le|"
            rf"[Cc]e)\s+(?:(?:{_WEEKDAY})\s+)?(?P<day>\d{{1,2}})(?:er)?\s{_MONTH}(?:\s+(?P<year>20\d\d))?"
        ),
        re.compile(rf"\b(?:[Ee]n|[Dd]ébut|[Ff]in|[Mm]i-|[Dd]epuis)\s?{_MONTH}(?P<day>)(?:\s+(?P<year>20\d\d))?"),
    ),
    years=re.compile(r"\b(?:en|depuis|jusqu[’']en|début|fin|année)\s*(20\d\d)\b", re.IGNORECASE),
    ahead=re.compile(rf"\b(?:{_WILL}|d[’']ici|jusqu[’']|avant|prévu\w*|au plus tard)\b[^.]{{0,60}}\Z"),
    planned=re.compile(
        rf"\b{_WILL}\b(?: pas(?! ))?(?:(?!\b(?:pas|depuis|jusqu|dès|chaque|après|qui|que|été)\b)[^,.;:()«»“\"]){{0,60}}? "
        rf"(?:(?:le |ce )?(?P<weekday>{_WEEKDAY})|le (?P<day>\d{{1,2}})(?:er)? {_MONTH}(?! 20\d\d)|(?P<tomorrow>demain)|"
        r"(?P<today>aujourd[’']hui|ce soir))\b(?! dernier| au | et (?:le |\w+di))"
    ),
)
