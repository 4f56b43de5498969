"""How French prints numbers and days."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_MONTHS
from digest.language.days import Days
from digest.language.numbers import Numbers

_UNCOUNTED = """
personnes gens victimes victime blessés blessé morts mort tués tué disparus an ans année années jour jours secondes
degrés fois est
sont était ont les des une dans pour avec par sur aux que qui pour cent autres de plus fin début longues longs nouveaux
nouvelles grands grandes petits petites premiers premières derniers dernières
jeunes vieux vieilles bons bonnes
"""
"""Particles, times and ages, and people, whom `fallen` counts as one unit whatever they are called."""
_NUMERALS = """
deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
"""

NUMBERS = Numbers(
    code="fr",
    groups=" \u00a0\u202f.",
    numerals={word: value for value, word in enumerate(_NUMERALS.split(), 2)}
    | {
        "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100, "dizaine": 10,
        "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60,
        "centaine": 100,
    },
    magnitudes={
        "mille": 1e3, "milliers": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9, "milliards": 1e9, "mds": 1e9,
        "md": 1e9, "billions": 1e12,
    },
    ties=r"de\s|d['’]",
    currencies={
        "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "livres sterling": "GBP", "francs suisses": "CHF",
        "yen": "JPY", "yens": "JPY",
    },
    shares={"pour cent": "%", "p. 100": "%", "points de pourcentage": "points"},
    approximate={
        "most": r"jusqu['’]à|au plus|moins de|maximum",
        "least": r"plus de|plus d['’]une?|au moins|minimum|une? bonne?",
        "nearly": r"près de|presque|à peine",
        "about": r"environ|quelque|autour de|une(?= \w+aine\b)",
    },
    ranges=r"%?\s?(?:à|ou|[-–—])\s?",
    both=r"%?\set\s",
    between="entre",
    durations={"minute": 60, "heure": 3600, "semaine": 604800, "mois": 2629800, "moi": 2629800},
    people="personnes",
    fallen=r"[ -](?:de )?(?:autres )?(?:personnes|gens|victimes|blessés?|morts?|tués?|disparus)(?!\w)",
    alone="",
    names=r"\bsur \Z",  # deux trains sur trois
    uncounted=frozenset(_UNCOUNTED.split()),
)  # fmt: skip

_MONTH = rf"(?P<month>{PRINTED_MONTHS['fr']})"
_YEAR = r"(?: (?P<year>(?:19|20)\d\d)\b)?"

DAYS = Days(
    code="fr",
    days=(re.compile(rf"(?<![\d.,:])\b(?P<day>\d{{1,2}})(?:er)? {_MONTH}\b{_YEAR}"),),
    months=re.compile(rf"\b(?:[Dd]ébut |[Ff]in |[Mm]i-|[Ee]n |[Dd]’|de )?{_MONTH}\b{_YEAR}"),
    years=re.compile(r"\b(?:[Ee]n|[Dd]epuis|[Dd]ès|[Jj]usqu['’]en) (?P<year>(?:19|20)\d\d)\b(?![-–/.]?\d)"),
)
