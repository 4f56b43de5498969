"""The Spanish words around a number."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_MONTHS, PRINTED_WEEKDAYS
from digest.language.figures import Clauses, Contrasts, Figures, word_pattern
from digest.language.spanish.tolls import PLACE, TOLLS

_MONTHS, _WEEKDAYS = PRINTED_MONTHS["es"], PRINTED_WEEKDAYS["es"]
_MARKS = (
    r"prev\w+|esper\w+|calcul\w+|podrí\w+|debe\w*|estim\w+|planea\w*|pronostic\w+|pretende\w*|quiere\w*|habría\w*|sería\w*",
    r"por (?:día|mes|hora|persona|habitante|metro)|al (?:día|mes|año)|cada un[oa]|media|diari\w+|mensual\w*|anual\w*",
    r"otr[oa]s|adicional\w*|restantes|de ell[oa]s|demás",
    r"antes|anterior\w*|inicial\w*|hasta ahora|frente|en lugar de|en vez de",
    r"en total|en conjunto|acumulad\w+",
    r"récords?|máxim\w+|mínim\w+|tope|objetivo|límite",
    r"no|nunca|ningún|ninguna|ni|sin",
)
_FATES = (
    r"muert|muri|mat[óa]|mortal|fallec|perdieron la vida|víctimas? mortal",
    r"herid|hiri|lesion", r"desaparecid", r"evacu|sin hogar|refugio|dejar sus casas|hu(?:yen|yeron)",
    r"deten|arrest", r"infect|contagi|enferm", r"rescat|sobreviv|salv",
)  # fmt: skip
_PARTS = (
    ("nacional|estatal", "regional|autonóm", "municipal|local"),
    ("mujeres|niñas", "hombres|niños"),
    ("beneficio|ganancia", "ingresos|ventas|facturación", "pérdida", "coste|costo|gasto", "deuda"),
    ("a favor", "en contra"),
    ("policía", "organizador"),
)


FIGURES = Figures(
    clauses=Clauses(
        pause=re.compile(r"[,;:]| y "),
        end=re.compile(r"[;:—–()«»“”\"]|,(?!\d)|\b(?:y|pero|mientras|sino|quien(?:es)?)\b"),
        stamp=re.compile(rf"(?:[\W\d]|(?:[Pp]ublicado|[Aa]ctualizado|el|a|las|h|{_WEEKDAYS})\b)*"),
        # "Dos de cada tres trenes" counts none either.
        tellers=re.compile(r" (?:de cada|conocedoras?|cercanas? al caso)\b"),
        goes_on=re.compile(r",? [a-zà-ÿ]"),
    ),
    contrasts=Contrasts(
        period=re.compile(
            rf"\b(?:(?:19|20)\d\d|{_MONTHS}|(?:el (?:año|mes|trimestre)) (?:pasado|anterior|próximo))\b", re.IGNORECASE
        ),
        marks=tuple(word_pattern(words, r"\b") for words in _MARKS),
        victims=tuple(word_pattern(words) for words in _FATES),
        parts=tuple(tuple(word_pattern(words) for words in line) for line in _PARTS),
        other_event=re.compile(
            rf"\b(?:(?:19|20)\d\d|{_MONTHS}|(?:la semana|el año|el mes) pasad[oa]|hace)\b", re.IGNORECASE
        ),
        added=re.compile(r"\b(?:otr[oa]s|además)\s\Z", re.IGNORECASE),
        # "un 7 %" behind a verb of change is a difference, "de 90 a" an older value.
        prior=re.compile(
            r"\b(?:(?:sub\w+|baj\w+|crec\w+|aument\w+|cay\w+|perd\w+|gan\w+|avanz\w+|retroced\w+|disminuy\w+|"
            r"encarec\w+|abarat\w+|"
            r"alza|caída|subida|bajada|increment\w+|desplom\w+|redu\w+)\b(?: [^,;.\d]{1,40}?)? (?:un|en un|de un|del)|"
            r"frente (?:a|al)|en lugar de|pas\w+ de|desde)\s\Z",
            re.IGNORECASE,
        ),
        moved=re.compile(r"(?!)"),
        portion=re.compile(
            r"\b(?:primer[oa]s|últim[oa]s|próxim[oa]s"
            r"|(?:\d+|un[oa]?|dos|tres|cuatro|cinco) de (?:\w+ ){0,2})\Z",
            re.IGNORECASE,
        ),
        before_plan=word_pattern("inicial\\w*|antes", r"\b"),
        denial=re.compile(r"\b(?:no(?! solo)|nunca|ningún|ninguna|niega\w*|negó|desmiente\w*|desmintió)\b", re.IGNORECASE),
        place=PLACE,
        speaker=word_pattern("yo|nosotros|mi|mis|nuestro|nuestra|él|ella", r"\b"),
        prices=word_pattern("acci[oó]n(?:es)?|bolsa|barril|ibex|tipo de cambio|cotización", r"\b"),
        polls=word_pattern("encuestas?|encuestados|sondeos?", r"\b"),
        converted=re.compile(r"\d[\w ]*\(\s?(?:unos )?\Z"),
        units=frozenset({"euros", "euro", "millones", "millón", "por", "ciento"}),
    ),
    tolls=TOLLS,
)
