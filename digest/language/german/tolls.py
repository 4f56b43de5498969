"""The German words by which people are counted after what befell them."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_MONTHS
from digest.language.figures import Fate, Tolls, fate

# Nouns have capitals too: behind "in" these are no places.
_NO_PLACE = (
    "Haft|Kraft|Not|Gefahr|Höhe|Frage|Betrieb|Bewegung|Anspruch|Brand|Flammen|Form|Folge|Ordnung|Sicherheit|Zukunft|Zeiten|"
    "Brüchen|Teilen|Kauf|Rente|Gräben|Richtung|Wahrheit|Wirklichkeit|Deckung|Freiheit|Serie|Führung|"
    "Millionenhöhe|Milliardenhöhe|Notunterkünfte|Krankenhäuser|Urlaub|Angriff|Kritik|Verbindung|Zusammenarbeit"
)
PLACE = re.compile(
    rf"\b(?:[Ii]n|[Bb]ei|[Nn]ahe|[Aa]us|[Nn]ach) ((?!(?:{_NO_PLACE}|Angaben|Informationen|"
    rf"Berichten)\b)(?:[A-ZÄÖÜ][\w’-]+ ?)+)"
)
_NEAR = r"(?: (?!(?:und|sowie|oder|aber)\b)[^\s,;.:\d]+)"
"""A word between a number and what befell those whom it counts: the verb stands last in its clause."""


def _fate(verbs: str, behind: str) -> Fate:
    """What befell people, by a verb before their number or by words behind it."""
    return fate(rf"(?:{verbs}){_NEAR}{{0,6}} #", behind, between=rf"{_NEAR}{{0,8}} ")


_ANYONE = "menschen personen leute leuten bürger bürgern tote toten todesopfer verletzte verletzten"
TOLLS = Tolls(
    fates=(
        _fate(
            r"töte(?:n|t|te|ten)|starben|sterben|kosteten?|forder(?:n|t|te|ten)|(?:Opferzahl|Zahl der (?:Toten|Todesopfer))",
            r"getötet|gestorben|starben|tote[nr]?|tot|ums leben|umgekommen|todesopfern?|erschossen|ermordet|ertrunken",
        ),
        _fate(r"verletz(?:en|t|te|ten)|Zahl der Verletzten", r"(?:schwer|leicht)?verletzt(?:e[nr]?)?|verwundet(?:e[nr]?)?"),
        _fate(r"Zahl der Vermissten", r"vermisst(?:e[nr]?)?"),
        _fate(
            r"vertr(?:ieb|eib)\w*", r"evakuiert|obdachlos|vertrieben|in sicherheit gebracht|geflohen|geflüchtet|verlassen"
        ),
        _fate(r"verhafteten?|(?:nahm|nahmen|nimmt)", r"festgenommen|verhaftet|fest|festnahmen|in gewahrsam"),
        _fate(r"rette(?:n|t|te|ten)", r"gerettet|überlebt(?:en)?"),
        _fate(r"(?:schloss|schließt|schlossen)", r"eingeschlossen|verschüttet"),
        _fate(r"infizierten?", r"infiziert(?:e[nr]?)?|erkrankt(?:en|e[nr])?"),
        _fate(r"zerstör(?:en|t|te|ten)", r"zerstört"),
        _fate(r"beschädig(?:en|t|te|ten)", r"beschädigt"),
    ),
    total=re.compile(r"\bZahl der (?:Toten|Todesopfer|Opfer) (?:\w+ ){0,3}(?:auf|bei)\s\Z"),
    anyone=frozenset(_ANYONE.split()),
    aside=re.compile(
        r"\b(?:könnten?|dürften?|würden?|soll(?:en|ten)?|befürchtet\w*|erwartet\w*|weitere[nr]?|andere[nr]?|übrigen?|jeweils|"
        r"durchschnittlich|(?:pro|je) (?:Tag|Woche|Monat|Jahr|Stunde)|jährlich|täglich|von ihnen|davon|darunter|seit|"
        r"rekord\w*|schlimmste\w*|schwerste\w*|falls|wenn)\b",
        re.IGNORECASE,
    ),
    past=re.compile(
        rf"\b(?:(?:19|20)\d\d|{PRINTED_MONTHS['de']}|"
        r"(?:[Ll]etzt|[Vv]ergangen|[Vv]orig)e[nrms]? (?:Jahr|Monat|Jahrzehnt|Saison)|Vorjahr(?:es)?)\b"
    ),
    elsewhere=re.compile(
        r"\b(?:zuvor|früher|anderswo|andernorts|einst|damals|"
        r"vor (?:[\w-]+ ){1,3}?(?:tagen|wochen|monaten|jahren|jahrzehnten)|"
        r"(?:nach|in|während|binnen|innerhalb) (?:[\w-]+ ){0,4}?(?:tagen|nächten|wochen|monaten|jahren|jahrzehnten))\b",
        re.IGNORECASE,
    ),
    unclear=re.compile(r"(?:Sie|Er|Das|Dies|Diese[rs]?|Dabei|Dort|Dadurch)\b"),
    place=PLACE,
)
