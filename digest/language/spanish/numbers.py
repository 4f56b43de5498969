"""How Spanish prints numbers and days."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_MONTHS
from digest.language.days import Days
from digest.language.numbers import Numbers

_UNCOUNTED = """
personas gente víctimas víctima heridos heridas herido muertos muertas muerto fallecidos fallecidas desaparecidos año
años día días
segundos grados veces por los las del una que con para son fue han está ciento otros otras más largos largas nuevos
nuevas grandes
pequeños pequeñas primeros primeras últimos últimas jóvenes viejos viejas buenos buenas menos
"""
"""Particles, times and ages, people, whom `fallen` counts as one unit, and adjectives that stand before a thing."""
_NUMERALS = """
dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
diecinueve veinte
"""

NUMBERS = Numbers(
    code="es",
    groups=" \u00a0\u202f",
    numerals={word: value for value, word in enumerate(_NUMERALS.split(), 2)}
    | {"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "cien": 100, "decena": 10, "veintena": 20,
       "treintena": 30, "centenar": 100},
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
        "about": r"unos|unas|alrededor de|aproximadamente|en torno a|una(?= (?:dec|veint|treint)ena\b)|un(?= centenar\b)",
    },
    ranges=r"%?\s?(?:a|o|u|[-–—])\s?",
    both=r"%?\sy\s",
    between="entre",
    durations={"minuto": 60, "hora": 3600, "semana": 604800, "mes": 2629800, "mese": 2629800},
    age=r"\sde edad\b",
    people="personas",
    fallen=(
        r"[ -](?:de )?(?:otras |otros )?(?:personas|víctimas|heridos|heridas|muertos|muertas|fallecidos|fallecidas|"
        r"desaparecidos)(?!\w)"
    ),
    alone="",
    names=r"\bde cada \Z",  # dos de cada tres trenes
    uncounted=frozenset(_UNCOUNTED.split()),
)  # fmt: skip

_MONTH = rf"(?P<month>{PRINTED_MONTHS['es']})"
_YEAR = r"(?: del? (?P<year>(?:19|20)\d\d)\b)?"

DAYS = Days(
    code="es",
    days=(re.compile(rf"(?<![\d.,:])\b(?P<day>\d{{1,2}})\.?º? de {_MONTH}\b{_YEAR}"),),
    months=re.compile(rf"\b(?:[Aa] (?:principios|mediados|finales) de |[Ee]n |de )?{_MONTH}\b{_YEAR}"),
    years=re.compile(r"\b(?:[Ee]n|[Dd]esde|[Hh]asta) (?:el (?:año )?)?(?P<year>(?:19|20)\d\d)\b(?![-–/.]?\d)"),
)
