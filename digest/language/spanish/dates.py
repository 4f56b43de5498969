"""How Spanish texts name the day or month of what they tell."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_MONTHS, PRINTED_WEEKDAYS
from digest.language.grammar import Dating

_WEEKDAY = PRINTED_WEEKDAYS["es"]
_MONTH = rf"(?P<month>{PRINTED_MONTHS['es']})"
_WILL = (
    r"(?:será|serán|[a-zñáéíóú]+(?:ará|arán|erá|erán|irá|irán|drá|drán)|debe|deben|va a|van a|está previst[oa]|"
    r"están previst[oa]s)"
)

DATING = Dating(
    named=(
        re.compile(
            rf"\b(?:[Ee]l|[Dd]esde el|"
            rf"[Ee]ste)\s+(?:(?:{_WEEKDAY}),?\s+)?(?P<day>\d{{1,2}})\sde\s{_MONTH}(?:\s+del?\s+(?P<year>20\d\d))?"
        ),
        re.compile(
            rf"\b(?:[Ee]n|[Aa] (?:principios|mediados|finales) de|"
            rf"[Dd]esde)\s{_MONTH}(?P<day>)(?:\s+del?\s+(?P<year>20\d\d))?"
        ),
    ),
    years=re.compile(r"\b(?:en|desde|hasta|año)\s*(20\d\d)\b", re.IGNORECASE),
    ahead=re.compile(rf"\b(?:{_WILL}|hasta|antes del?|a partir|previst\w+|a más tardar)\b[^.]{{0,60}}\Z"),
    planned=re.compile(
        rf"\b{_WILL}\b(?:(?!\b(?:no|desde|hasta|cada|después|tras|quien|que|sido)\b)[^,.;:()«»“”\"]){{0,60}}? "
        rf"(?:(?:el |este )(?P<weekday>{_WEEKDAY})|el (?P<day>\d{{1,2}}) de {_MONTH}(?! del? 20\d\d)|(?P<tomorrow>mañana)|"
        r"(?P<today>hoy|esta (?:tarde|noche)))\b(?! pasado| al | y (?:el )?)"
    ),
)
