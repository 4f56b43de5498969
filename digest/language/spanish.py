"""Spanish: its numbers, what denies, and where no sentence ends."""

import re

from digest.language.numbers import Numbers
from digest.language.profile import Language
from digest.language.speech import Rule, Rules

_UNCOUNTED = """
personas gente hora horas año años día días semana semanas mes meses minuto minutos segundos grados veces por los las
del una que con para son fue han está ciento
"""
"""Particles, times and ages, and people, of whom a number says nothing without what befell them."""

NUMBERS = Numbers(
    code="es",
    groups=" \u00a0\u202f",
    magnitudes={"mil": 1e3, "miles": 1e3, "millón": 1e6, "millones": 1e6, "billones": 1e12},
    ties=r"de\s",
    currencies={
        "euro": "EUR", "euros": "EUR", "dólar": "USD", "dólares": "USD", "libras": "GBP", "francos suizos": "CHF",
        "yenes": "JPY", "pesos mexicanos": "MXN",
    },
    weights={"libras": "libras"},
    shares={"por ciento": "%", "puntos porcentuales": "points"},
    approximate={
        "most": r"hasta|como máximo|menos de|por debajo de",
        "least": r"más de|al menos|como mínimo|por encima de",
        "nearly": r"casi|cerca de|apenas",
        "about": r"unos|unas|alrededor de|aproximadamente|en torno a",
    },
    ranges=r"%?\s?(?:a|o|u|[-–—])\s?",
    both=r"%?\sy\s",
    between="entre",
    uncounted=frozenset(_UNCOUNTED.split()),
)  # fmt: skip

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
    negations=frozenset(_NEGATIONS.split()),
    doubts=frozenset(_DOUBTS.split()),
    abbreviated=re.compile(r"\b(?:Sr|Sra|Srta|Dr|Dra|D|Dña|EE|UU|núm|art)\.\Z"),
    commonest=frozenset(_COMMONEST.split()),
    roundups=_ROUNDUPS,
    opinions="opini[oó]n|tribuna",
    saying="escribió|dijo",
)
