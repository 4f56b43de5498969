"""How Spanish sentences begin that lean on the one before."""

from __future__ import annotations

from digest.language.calendar import PRINTED_WEEKDAYS
from digest.language.speech import Rule, Rules

_WEEKDAYS = PRINTED_WEEKDAYS["es"]
_VERB = r"(?:es|son|era|eran|fue|fueron|ha|han|había|será|serán|está|lleva|debe|puede|[a-zñáéíóú]+(?:ó|aron|ieron|aba|ía))"
# A verb that opens a sentence has its subject in the one before, unless that stands behind it: "Murieron dos personas".
_TURNED = (
    r"Muri\w+|Lleg\w+|Cay\w+|Result\w+|Qued\w+|Sal\w+|Comenz\w+|Empez\w+|Termin\w+|Particip\w+|Asist\w+|Acud\w+|Fueron?|"
    r"Aparec\w+|Falt\w+|Ocurr\w+|Nac\w+|Vieron|Pasan|Hubo|Habrá|Había|Habría|Bast\w+"
)
_SUBJECT = r"(?: [a-zñ]+){0,2}? (?:el|la|los|las|un|una|unos|unas|dos|tres|cuatro|doce|[A-ZÁÉÍÓÚ]\w+|\d[\d.]*)\b"

LEANING = Rules(
    Rule(
        "turns",
        r"(?:Pero|Sin embargo|No obstante|Aunque|A pesar de (?:ello|eso|todo)|En cambio|Por el contrario|Aun así)\b|"
        r"[^.,]{0,40}\b(?:sin embargo|no obstante|en cambio)\b",
        "turns",
    ),
    Rule(
        "pronoun",
        r"(?:Él|Ella|Ellos|Ellas|Le|Les|Lo|La|Los|Las|Se lo) (?=\w+(?:ó|aron|ieron|ará)\b)|(?:Él|Ella|"
        r"Ellos|Ellas|Su|Sus)\b",
    ),
    Rule(
        "this",
        rf"(?:Esto|Eso|Este|Esta|Estos|Estas|Ese|Esa|Esos|Esas|Aquel|Aquella)\b(?! (?:{_WEEKDAYS}))",
    ),
    Rule(
        "there",
        r"(?:Así|Entonces|Luego|Después|Además|También(?! (?:el|la|los|las)\b)|Tampoco|Ahí|Allí|Por eso|Por ello|"
        r"Por lo tanto|Por otra parte|"
        r"Asimismo|De ahí|"
        r"En él|En ella|Mientras tanto|Y|O|Ni|Porque|Pues|Antes|Previamente|Otros|Otras|Otro|Otra|El otro|La otra|"
        r"Ambos|Ambas|Todos|"
        r"Todas|Algunos|Algunas|Cada uno|Ninguno|Ninguna|El primero|El segundo|Est[eo]s últimos)\b(?! (?:de (?:la|el|"
        r"los|las)|\d)\b)",
    ),
    Rule("an adjective alone", rf"(?:El|La|Los|Las) (?:viej[oa]s?|nuev[oa]s?|primer[oa]s?|últim[oa]s?) {_VERB}\b"),
    Rule(
        "a verb without its subject",
        rf"(?:No )?(?!(?i:{_TURNED}){_SUBJECT}|(?i:Hubo|Habrá|Había|Habría)\b(?! \w+(?:ado|ido)\b))(?:"
        r"[A-ZÁÉÍÓÚ][a-zñáéíóú]+(?:ó|aron|ieron|aba|aban|ará|arán|erá|erán|irá|irán|aría|ería|iría)|Había|Iba|Es|Era|"
        r"Fue|Ha|Han|"
        r"Mide|Debe|Lleva|Exigen?|Tiene|Sigue|Cuesta|Está|Quiere|Quieren|Obtuvo|Tuvo|Hizo|Dijo|Puso|Quiso|Pudo|desvió)\b"
        r"(?! (?:de los|que|probable|posible|necesario))",
    ),
    Rule("first person", r"(?:Yo|Nosotros|Nos|Mi|Mis|Nuestr[oa]s?|Me)\b"),
)
