"""French: its numbers, what denies, and where no sentence ends."""

import re

from digest.language.numbers import Numbers
from digest.language.profile import Language
from digest.language.speech import Rule, Rules

_UNCOUNTED = """
personnes gens heure heures ans année années jour jours semaine semaines mois minute minutes secondes degrés fois est
sont était ont les des une dans pour avec par sur aux que qui pour cent
"""
"""Particles, times and ages, and people, of whom a number says nothing without what befell them."""

NUMBERS = Numbers(
    code="fr",
    groups=" \u00a0\u202f.",
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
        "about": r"environ|quelque|autour de",
    },
    ranges=r"%?\s?(?:à|ou|[-–—])\s?",
    both=r"%?\set\s",
    between="entre",
    uncounted=frozenset(_UNCOUNTED.split()),
)  # fmt: skip

_NEGATIONS = "ne n pas jamais aucun aucune sans ni nie dément"
_DOUBTS = """
aurait auraient serait seraient pourrait pourraient devrait devraient voudrait peut peuvent prétendu prétendue prétend
prétendent peine guère rarement moins présumé présumée disant si presque failli rejette rejettent rejeté rejetait réfute
réfutent réfuté dément démentent démenti conteste contestent contesté faux fausse fausses inventé mensonge rumeur rumeurs
envisage envisagent tente tentent tenté menace menacent veut veulent espère espèrent négocie négocient compte exige
"""
_COMMONEST = "le la les de des et à en un une du que qui dans pour est"
_ROUNDUPS = Rules(
    Rule("round-up", r"\brevue de presse\b|\bl[’']essentiel de (?:la semaine|l[’']actualité)\b|\brécap\b"),
    Rule("outlook", r"\bprédictions\b.*\b20\d\d\b|\bce qui (?:vous|nous) attend en 20\d\d\b"),
    Rule("review", r"\brétrospective\b|\bl[’']année 20\d\d en\b"),
    Rule("list", r"^les (?:\d+ )?meilleure?s \w+|\bguide d[’']achat\b|\bidées cadeaux\b"),
    Rule("questions", r"\bposez vos questions\b|\bquiz\b|\bmots croisés\b"),
    before="(?i:",
)
FRENCH = Language(
    code="fr",
    numbers=NUMBERS,
    negations=frozenset(_NEGATIONS.split()),
    doubts=frozenset(_DOUBTS.split()),
    abbreviated=re.compile(r"\b(?:M|MM|Mme|Mmes|Mlle|Dr|Me|Mgr|janv|févr|avr|juill|sept|oct|nov|déc|env|art)\.\Z"),
    commonest=frozenset(_COMMONEST.split()),
    roundups=_ROUNDUPS,
    opinions="éditorial|tribune|édito",
    saying="écrit|déclaré|dit",
)
