"""How Spanish sentences begin that lean on the one before."""

from __future__ import annotations

from digest.language.calendar import PRINTED_WEEKDAYS
from digest.language.speech import Rule, Rules

_WEEKDAYS = PRINTED_WEEKDAYS["es"]
_VERB = r"(?:es|son|era|eran|fue|fueron|ha|han|había|será|serán|está|lleva|debe|puede|[a-zñáéíóú]+(?:ó|aron|ieron|aba|ía))"
# A verb that opens a sentence has its subject in the one before; where it is turned, the subject stands behind.
_NO_SUBJECT = r"(?! (?:[a-zñ]+ )?(?:el|la|los|las|un|una|unos|unas|dos|tres|cuatro|\d[\d.]*)\b)"

LEANING = Rules(
    Rule(
        "turns",
        r"(?:Pero|Sin embargo|No obstante|Aunque|A pesar de (?:ello|eso|todo)|En cambio|Por el contrario|Aun así)\b|"
        r"[^.,]{0,40}\b(?:sin embargo|no obstante|en cambio)\b",
        "turns",
    ),
    Rule(
        "pronoun",
        r"(?:Él|Ella|Ellos|Ellas|Le|Les|Lo|La|Los|Las|Se lo) (?=\w+(?:ó|aron|ieron|aba|ía|ará|ron)\b)|(?:Él|Ella|"
        r"Ellos|Ellas|Su|Sus)\b",
    ),
    Rule(
        "this",
        rf"(?:Esto|Eso|Este|Esta|Estos|Estas|Ese|Esa|Esos|Esas|Aquel|Aquella)\b(?! (?:{_WEEKDAYS}))",
    ),
    Rule(
        "there",
        r"(?:Así|Entonces|Luego|Después|Además|También|Tampoco|Ahí|Allí|Por eso|Por ello|Por lo tanto|Por otra parte|"
        r"Asimismo|De ahí|"
        r"En él|En ella|Mientras tanto|Y|O|Ni|Porque|Pues|Antes|Previamente|Otros|Otras|Otro|Otra|El otro|La otra|"
        r"Ambos|Ambas|Todos|"
        r"Todas|Algunos|Algunas|Cada uno|Ninguno|Ninguna|El primero|El segundo|Est[eo]s últimos)\b(?! (?:de (?:la|el|"
        r"los|las)|\d)\b)",
    ),
    Rule("an adjective alone", rf"(?:El|La|Los|Las) (?:viej[oa]s?|nuev[oa]s?|primer[oa]s?|últim[oa]s?) {_VERB}\b"),
    Rule(
        "a verb without its subject",
        rf"(?:No )?(?:[A-ZÁÉÍÓÚ][a-zñáéíóú]+(?:ó|aron|ieron|aba|aban|ará|arán|erá|erán|irá|irán|aría|ería|iría)|Había|"
        rf"Iba|Es|Era|Fue|Ha|Han|"
        rf"Mide|Debe|Lleva|Exigen?|Tiene|Sigue|Cuesta|Está|Quiere|Quieren|[Hh]abía|"
        rf"desvió)\b{_NO_SUBJECT}(?! (?:de los|que|probable|posible|necesario))",
    ),
    Rule("first person", r"(?:Yo|Nosotros|Nos|Mi|Mis|Nuestr[oa]s?|Me)\b"),
)
