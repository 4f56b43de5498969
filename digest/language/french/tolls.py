"""The French words by which people are counted after what befell them."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_MONTHS
from digest.language.figures import Fate, Tolls, fate

PLACE = re.compile(r"\b(?:[Àà]|[Dd]ans|[Pp]rès de|[Ee]n|[Dd]e) (?:le |la |l[’'])?((?:[A-ZÀ-ÖØ-Þ][\w-]+ ?)+)")
_AMONG = r",? (?:dont|parmi lesquel(?:le)?s|y compris)\b[^,;.]*,"
_BEING = (
    r"(?: (?:ont|avaient|a|été|sont|étaient|est|était|seraient|portée?s|déclarée?s|retrouvée?s|grièvement|légèrement|"
    r"gravement|également|aussi|déjà|se))*"
)


def _fate(verbs: str, behind: str) -> Fate:
    """What befell people, by a verb before their number or by words behind it."""
    return fate(rf"(?:{verbs}) (?:au moins )?#", behind, between=rf"(?:{_AMONG})?{_BEING} ")


_ANYONE = "personnes gens victimes blessés morts tués disparus"
TOLLS = Tolls(
    fates=(
        _fate(
            r"tu(?:e|ent|é|ant)|coût(?:e|é|ant) la vie (?:de|à)|bilan(?: (?:s['’])?\w+){0,4} (?:à|de)|"
            r"(?:nombre|total) de morts(?: \w+){0,3} (?:à|de)",
            r"tuée?s?|morts?|mortes?|décédée?s?|décès|perdu la vie|péri|assassinée?s?",
        ),
        _fate(r"bless(?:e|ent|é|ant)", r"blessée?s?"),
        _fate(r"nombre de disparus(?: \w+){0,3} (?:à|de)", r"(?:portée?s )?disparue?s?"),
        _fate(r"évacu(?:e|ent|é|er|ant)|déplac(?:e|ent|é|ant)", r"évacuée?s?|sans[- ]abri|relogée?s?|déplacée?s?|fui"),
        _fate(r"arrêt(?:e|ent|é|ant)|interpell(?:e|ent|é|ant)", r"arrêtée?s?|interpellée?s?|arrestations|interpellations"),
        _fate(r"secour(?:ent|u)|sauv(?:e|ent|é)", r"secourue?s?|sauvée?s?|survécu"),
        _fate(r"piég(?:e|ent|é)|bloqu(?:e|ent|é)", r"piégée?s?|bloquée?s?|coincée?s?"),
        _fate(r"infect(?:e|ent|é)|contamin(?:e|ent|é)", r"infectée?s?|contaminée?s?|malades"),
        _fate(r"détrui(?:t|sent|sant)|ras(?:e|é|ant)", r"détruite?s?|rasée?s?"),
        _fate(r"endommag(?:e|ent|é|eant)", r"endommagée?s?"),
    ),
    total=re.compile(r"\bbilan (?:\w+ ){0,4}(?:à|de|est de)\s\Z"),
    anyone=frozenset(_ANYONE.split()),
    aside=re.compile(
        r"\b(?:pourrai\w+|devrai\w+|aurai\w+|craint|craignent|attendue?s?|autres?|supplémentaires?|de plus|encore|chacune?|"
        r"chaque|moyenne|(?:par|chaque) (?:jour|semaine|mois|an)|d[’']entre (?:eux|elles)|dont|depuis|record|pire|"
        r"plus meurtri\w+|si)\b",
        re.IGNORECASE,
    ),
    past=re.compile(
        rf"\b(?:(?:19|20)\d\d|{PRINTED_MONTHS['fr']}|(?i:l[’'](?:an|année)|le mois|la saison) "
        r"(?:derni(?:er|ère)|précédente?))\b"
    ),
    elsewhere=re.compile(
        r"\b(?:il y a|auparavant|précédemment|ailleurs|jadis|autrefois|"
        r"(?:après|en|pendant|durant|depuis|ces) (?:[\w-]+ ){0,4}?(?:jours|nuits|semaines|mois|ans|années|décennies))\b",
        re.IGNORECASE,
    ),
    unclear=re.compile(r"(?:Ils?|Elles?|Cela|Ce|Cette|Ces|C[’']est)\b"),
    place=PLACE,
)
