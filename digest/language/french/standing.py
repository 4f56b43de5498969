"""How French sentences begin that lean on the one before."""

from __future__ import annotations

from digest.language.calendar import PRINTED_WEEKDAYS
from digest.language.speech import Rule, Rules

_WEEKDAYS = PRINTED_WEEKDAYS["fr"]
_VERB = r"(?:est|sont|était|étaient|a|ont|avait|sera|seront|aura|doit|peut|fut|va|[a-zà-ÿ]+(?:ait|aient|era|eront))"

LEANING = Rules(
    Rule(
        "turns",
        r"(?:Mais|Pourtant|Cependant|Toutefois|Néanmoins|Malgré (?:cela|tout)|En revanche|Au contraire|Or)\b|"
        r"[^.,]{0,40}\b(?:toutefois|cependant|pourtant|en revanche|néanmoins)\b",
        "turns",
    ),
    # "Il y a", "il faut" and "il n’y aura pas" point at nothing.
    Rule("pronoun", r"Ils?\b(?! (?:y a|faut|n[’']y|faudra|fait|pleut|s[’']agit|est (?:prévu|possible|interdit|question)))"),
    Rule("her", r"(?:Elles?|Eux|Lui|Leurs?|Son|Sa|Ses)\b"),
    Rule(
        "this",
        rf"(?:Ce|C[’']|Cela|Ceci|Ceux|Celui|Celle|Celles|Cette|Cet|Ces|Ça)(?:\b|-)(?! (?:{_WEEKDAYS}))",
    ),
    Rule(
        "there",
        r"(?:Ainsi|Alors|Puis|Ensuite|Enfin|Aussi|Également|Là|Y|En outre|De plus|Par ailleurs|Après cela|Depuis lors|"
        r"Dès lors|Du coup|"
        r"Donc|Car|Et|Ou|Auparavant|Entre-temps|Autrement|D[’']autres|L[’']autre|Les autres|Le premier|Le second|"
        r"Ce dernier|Tous|"
        r"Toutes|Certains|Certaines|Chacun|Aucun|Aucune)\b",
    ),
    Rule(
        "an adjective alone",
        rf"(?:Le|La|Les|L[’']) ?(?:ancien|ancienne|nouveau|nouvelle|premier|première|dernier|dernière) {_VERB}\b",
    ),
    Rule("first person", r"(?:Je|J[’']|Nous|Mon|Ma|Mes|Notre|Nos|On)\b ?"),
    Rule("said by a pronoun", r"[^.]*, (?:a|avait)-t-(?:il|elle) \w+|[^.]*, \w+-t?-?(?:il|elle)\b"),
)
