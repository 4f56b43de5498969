"""Italian: its numbers, what denies, and where no sentence ends."""

import re

from digest.language.numbers import Numbers
from digest.language.profile import Language

_UNCOUNTED = """
persone gente ora ore anno anni giorno giorni settimana settimane mese mesi minuto minuti secondi gradi volte per del
della dei delle degli dal dalla che con gli una uno sono era erano hanno sul sulla nel nella cento alle
"""
"""Particles, times and ages, and people, of whom a number says nothing without what befell them."""

NUMBERS = Numbers(
    code="it",
    groups=" \u00a0\u202f'’",
    magnitudes={
        "mila": 1e3, "milione": 1e6, "milioni": 1e6, "mln": 1e6, "miliardo": 1e9, "miliardi": 1e9, "mld": 1e9,
    },
    ties=r"di\s|d['’]",
    currencies={
        "euro": "EUR", "dollaro": "USD", "dollari": "USD", "sterline": "GBP", "franchi svizzeri": "CHF", "yen": "JPY",
    },
    shares={"per cento": "%", "punti percentuali": "points"},
    approximate={
        "most": r"fino a|al massimo|non più di|meno di|sotto i|sotto le",
        "least": r"più di|oltre|almeno|non meno di|sopra i|sopra le",
        "nearly": r"quasi|appena",
        "about": r"circa|all['’]incirca|intorno a[il]?|attorno a[il]?|un centinaio|approssimativamente",
    },
    ranges=r"%?\s?(?:a|o|[-–—])\s?",
    both=r"%?\se\s",
    between="tra|fra",
    uncounted=frozenset(_UNCOUNTED.split()),
)  # fmt: skip

_NEGATIONS = "non né nessun nessuna mai senza nega smentisce"
_DOUBTS = """
appena raramente meno avrebbe avrebbero sarebbe sarebbero potrebbe potrebbero dovrebbe dovrebbero vorrebbe forse presunto
presunta presunti se quasi smentisce smentito smentiscono respinge respinto respingono falso falsa falsi false inventato
bugia menzogna voce voci vuole vogliono tenta tentano tentato minaccia minacciano spera tratta trattano chiede
"""
ITALIAN = Language(
    code="it",
    numbers=NUMBERS,
    negations=frozenset(_NEGATIONS.split()),
    doubts=frozenset(_DOUBTS.split()),
    abbreviated=re.compile(r"\b(?:Sig|Dott|Prof|Avv|On|Ing|art|n)\.\Z"),
    opinions="opinione|editoriale",
    saying="scritto|detto",
)
