"""French: its numbers, what denies, and where no sentence ends."""

from __future__ import annotations

import re

from digest.language.numbers import Numbers, sizes, units, words
from digest.language.profile import Language

_NUMBERS = Numbers(
    code="fr",
    magnitudes=sizes(
        thousand="mille|milliers", million="million|millions", billion="milliard|milliards|mds|md", trillion="billions"
    ),
    currencies=units(EUR="euros|euro", USD="dollars|dollar", GBP="livres sterling", CHF="francs suisses", JPY="yens|yen"),
    shares=units(points="points de pourcentage") | {"pour cent": "%", "p. 100": "%"},
    bounds="plus de|près de|environ|quelque|presque|jusqu['’]à|au moins|au plus|moins de|plus d['’]une?|autour de|à peine|"
    "entre|maximum|minimum|une? bonne?",
    ranges="à|et|ou|[-–—]",
    ties="de\\s|d['’]",
    uncounted=words(
        "personnes gens heure heures ans année années jour jours semaine semaines mois minute minutes secondes "
        "degrés fois est sont était ont les des une dans pour avec par sur aux que qui pour cent"
    ),
    groups=".",
)
FRENCH = Language(
    code="fr",
    numbers=_NUMBERS,
    negations=words("ne n pas jamais aucun aucune sans ni nie dément"),
    abbreviated=re.compile(r"\b(?:M|MM|Mme|Mmes|Mlle|Dr|Me|Mgr|janv|févr|avr|juill|sept|oct|nov|déc|env|art)\.\Z"),
    commonest=words("le la les de des et à en un une du que qui dans pour est"),
)
