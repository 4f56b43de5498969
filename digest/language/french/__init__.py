"""French, as data: a file for each thing that is read by it. Its words of denial and doubt, and round-ups, stand here."""

from __future__ import annotations

import re

from digest.language.french.attribution import ATTRIBUTION
from digest.language.french.dates import DATING
from digest.language.french.figures import FIGURES
from digest.language.french.numbers import DAYS, NUMBERS
from digest.language.french.speech import SPEECH
from digest.language.french.standing import LEANING
from digest.language.profile import Language
from digest.language.speech import Rule, Rules

__all__ = ["FRENCH"]

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
    days=DAYS,
    figures=FIGURES,
    dating=DATING,
    speech=SPEECH,
    attribution=ATTRIBUTION,
    leaning=LEANING,
    negations=frozenset(_NEGATIONS.split()),
    doubts=frozenset(_DOUBTS.split()),
    abbreviated=re.compile(r"\b(?:M|MM|Mme|Mmes|Mlle|Dr|Me|Mgr|janv|févr|avr|juill|sept|oct|nov|déc|env|art)\.\Z"),
    elided=re.compile(r"(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)[’'](?=\w)"),
    commonest=frozenset(_COMMONEST.split()),
    roundups=_ROUNDUPS,
    opinions="éditorial|tribune|édito",
    saying="écrit|déclaré|dit",
)
