"""Spanish, as data: a file for each thing that is read by it. Its words of denial and doubt, and round-ups, stand here."""

from __future__ import annotations

import re

from digest.language.profile import Language
from digest.language.spanish.attribution import ATTRIBUTION
from digest.language.spanish.dates import DATING
from digest.language.spanish.figures import FIGURES
from digest.language.spanish.numbers import DAYS, NUMBERS
from digest.language.spanish.speech import SPEECH
from digest.language.spanish.standing import LEANING
from digest.language.speech import Rule, Rules

__all__ = ["SPANISH"]

_NEGATIONS = "no nunca ni sin tampoco ningún ninguna niega negó desmiente"
_DOUBTS = """
apenas raramente menos habría habrían sería serían podría podrían debería deberían querría quizá quizás supuesto supuesta
supuestamente presunto presunta presuntamente si casi rechaza rechazan rechazó niegan desmiente desmienten desmintió refuta
refutó falso falsa falsos falsas inventado mentira rumor rumores planea planean intenta intentan intentó amenaza amenazó
quiere quieren espera negocia negocian exige
"""
_COMMONEST = "el la los las de que y en un una del se por con para es"
_ROUNDUPS = Rules(
    Rule("round-up", r"\bresumen (?:de la semana|del día)\b|\brevista de prensa\b"),
    Rule("outlook", r"\bpredicciones\b.*\b20\d\d\b|\bqué esperar de 20\d\d\b"),
    Rule("review", r"\bresumen del año\b|\bel año en (?:imágenes|cifras)\b"),
    Rule("list", r"^l[oa]s (?:\d+ )?mejores \w+|\bguía de compras?\b|\bideas para regalar\b"),
    Rule("questions", r"\benvíe sus preguntas\b|\bcrucigrama\b"),
    before="(?i:",
)
SPANISH = Language(
    code="es",
    numbers=NUMBERS,
    days=DAYS,
    figures=FIGURES,
    dating=DATING,
    speech=SPEECH,
    attribution=ATTRIBUTION,
    leaning=LEANING,
    negations=frozenset(_NEGATIONS.split()),
    doubts=frozenset(_DOUBTS.split()),
    abbreviated=re.compile(r"\b(?:Sr|Sra|Srta|Dr|Dra|D|Dña|EE|UU|núm|art)\.\Z"),
    commonest=frozenset(_COMMONEST.split()),
    roundups=_ROUNDUPS,
    opinions="opini[oó]n|tribuna",
    saying="escribió|dijo",
)
