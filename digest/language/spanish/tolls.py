"""The Spanish words by which people are counted after what befell them."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_MONTHS
from digest.language.figures import Fate, Tolls, fate

PLACE = re.compile(r"\b(?:[Ee]n|[Cc]erca de|[Dd]e|[Aa]) (?:la |el )?((?:[A-ZÀ-ÖØ-Þ][\w-]+ ?)+)")
_AMONG = r",? (?:entre (?:ellos|ellas)|incluid[oa]s|de l[oa]s que)\b[^,;.]*,"
_BEING = (
    r"(?: (?:han|había[n]?|fueron|están|estaban|sido|resultaron|quedaron|se|encuentran|dad[oa]s|por|gravemente|levemente|"
    r"también|ya))*"
)


def _fate(verbs: str, behind: str) -> Fate:
    """What befell people, by a verb before their number or by words behind it."""
    return fate(rf"(?:{verbs}) (?:a )?(?:al menos )?#", behind, between=rf"(?:{_AMONG})?{_BEING} ")


_ANYONE = "personas víctimas heridos heridas muertos muertas fallecidos fallecidas desaparecidos"
TOLLS = Tolls(
    fates=(
        _fate(
            r"mat(?:a|an|ó|aron|ado)|mueren|murieron|murió|fallecieron|"
            r"(?:cifra|número) de (?:muertos|fallecidos|víctimas)(?: \w+){0,3} (?:a|en|es de)",
            r"muert[oa]s?|murieron|mueren|fallecid[oa]s|fallecieron|fallecido|muerto|perdieron la vida|asesinad[oa]s|"
            r"víctimas mortales",
        ),
        _fate(r"hirieron|hirió|hiere|hieren|herid[oa] a", r"herid[oa]s|lesionad[oa]s"),
        _fate(r"(?:cifra|número) de desaparecidos(?: \w+){0,3} (?:a|en|es de)", r"desaparecid[oa]s"),
        _fate(r"evacu(?:a|an|ó|aron|ado)|desplaz(?:a|an|ó|aron)", r"evacuad[oa]s|desplazad[oa]s|sin hogar|damnificad[oa]s"),
        _fate(r"detuv(?:o|ieron)|detien(?:e|en)|arrest(?:ó|aron|a|an)", r"detenid[oa]s|arrestad[oa]s|detenciones"),
        _fate(r"rescat(?:a|an|ó|aron)", r"rescatad[oa]s|sobrevivieron"),
        _fate(r"atrap(?:a|an|ó|aron)", r"atrapad[oa]s"),
        _fate(r"infect(?:a|an|ó|aron)|contagi(?:a|an|ó|aron)", r"infectad[oa]s|contagiad[oa]s|enferm[oa]s"),
        _fate(r"destru(?:ye|yen|yó|yeron)", r"destruid[oa]s"),
        _fate(r"dañ(?:a|an|ó|aron)", r"dañad[oa]s"),
    ),
    total=re.compile(r"\b(?:cifra|número) de (?:muertos|víctimas|fallecidos) (?:\w+ ){0,3}(?:a|en|es de)\s\Z"),
    anyone=frozenset(_ANYONE.split()),
    aside=re.compile(
        r"\b(?:podrían?|debería\w*|habría\w*|sería\w*|tem\w+ que|esper\w+|otr[oa]s|adicionales|además|más(?! de)|"
        r"cada|media|(?:por|al|a la) (?:día|semana|mes|año)|de (?:ellos|ellas)|entre (?:ellos|ellas)|desde|récord|peor|"
        r"más mortífer\w+|si)\b",
        re.IGNORECASE,
    ),
    past=re.compile(
        rf"\b(?:(?:19|20)\d\d|{PRINTED_MONTHS['es']}|(?i:el (?:año|mes)|la (?:década|temporada)) (?:pasad[oa]|anterior))\b"
    ),
    elsewhere=re.compile(
        r"\b(?:hace|antes|anteriormente|en otros? lugar(?:es)?|antaño|"
        r"(?:tras|en|durante|después de|estos|estas) (?:[\w-]+ ){0,4}?"
        r"(?:días|noches|semanas|meses|años|décadas))\b",
        re.IGNORECASE,
    ),
    unclear=re.compile(r"(?:Est[oa]s?|Es[oa]s?|Eso|Ell[oa]s?|Él)\b"),
    place=PLACE,
)
