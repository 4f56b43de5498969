"""The German words around a number."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_MONTHS, PRINTED_WEEKDAYS
from digest.language.figures import Clauses, Contrasts, Figures, word_pattern
from digest.language.german.tolls import PLACE, TOLLS

_MONTHS, _WEEKDAYS = PRINTED_MONTHS["de"], PRINTED_WEEKDAYS["de"]
_MARKS = (
    r"erwarte\w*|prognos\w*|voraussichtlich|könnte\w*|dürfte\w*|soll(?:en|te|ten)?|will|wollen|plan\w*|geplant|rechne",
    r"pro|je|durchschnittlich|im Schnitt|täglich\w*|monatlich\w*|jährlich\w*|stündlich\w*|pro Kopf",
    r"weiter[en]{1,2}|zusätzlich\w*|übrig\w*|ander[en]{1,2}|davon|von ihnen",
    r"zuvor|vorher|früher|bisher\w*|ursprünglich\w*|zunächst|zuletzt|gegenüber",
    r"insgesamt|zusammen|alles in allem",
    r"rekord\w*|höchst\w*|mindest\w*|grenz\w*|ziel|limit",
    r"nicht|kein\w*|statt|weder",
)
"""The last: what is denied of one number is not said of another."""
_FATES = (
    "getötet|tot\\b|tote[nr]?\\b|starb|gestorben|sterben|ums leben|leben gekommen|todesopfer|tödlich|\\bopfer",
    "verletz|verwundet",
    "vermisst",
    "obdachlos|evakuier|notunterk|in sicherheit gebracht|häuser verlassen|flieh|geflohen|flüchte",
    "festgenommen|verhaftet|festnahme|inhaftiert",
    "infizier|erkrank",
    "gerettet|überleb",
)
_PARTS = (
    ("bund(?:es)?\\b", "land(?:es)?\\b|länder", "kommun|städtisch"),
    ("frauen|mädchen", "männer|jungen"),
    ("gewinn|überschuss", "umsatz|erlös", "verlust", "kosten|ausgaben", "schulden"),
    ("dafür|zustimm|befürwort", "dagegen|ablehn|\\bnein\\b"),
    ("polizei", "veranstalter|organisator"),
)


FIGURES = Figures(
    clauses=Clauses(
        pause=re.compile(r"[,;:]| und "),
        end=re.compile(r"[;:—–()„“”\"»«]|,(?!\d)|\b(?:und|aber|doch|während|sondern)\b"),
        stamp=re.compile(rf"(?:[\W\d]|(?:Stand|am|um|Uhr|veröffentlicht|aktualisiert|zuletzt|{_WEEKDAYS})\b)*"),
        tellers=re.compile(r" (?:mit der Sache vertraute|Eingeweihte|Insider)\b"),
        goes_on=re.compile(r",? [a-zäöü]"),
    ),
    contrasts=Contrasts(
        period=re.compile(
            rf"\b(?:(?:19|20)\d\d|{_MONTHS}|(?:letzt|vergangen|vorig|kommend|nächst)e[nms]? (?:jahr|monat|quartal|"
            rf"saison)|Vorjahr(?:es)?|Vormonat|Vorwoche)\b",
            re.IGNORECASE,
        ),
        marks=tuple(word_pattern(words, r"\b") for words in _MARKS),
        victims=tuple(word_pattern(words) for words in _FATES),
        parts=tuple(tuple(word_pattern(words) for words in line) for line in _PARTS),
        other_event=re.compile(
            rf"\b(?:(?:19|20)\d\d|{_MONTHS}|(?:letzt|vergangen|vorig)e[nms]? (?:woche|jahr|monat)|"
            rf"Vorjahr(?:es)?|Vormonat|Vorwoche|vor \w+ (?:jahren|monaten))\b",
            re.IGNORECASE,
        ),
        added=re.compile(r"\b(?:weitere|zusätzliche|die übrigen|die anderen)\s\Z", re.IGNORECASE),
        # "um 7 Prozent" is a difference, "von 90 auf" an older value.
        prior=re.compile(r"\b(?:um|von|statt|gegenüber|als|je|zuvor)\s\Z", re.IGNORECASE),
        moved=re.compile(r"(?!)"),
        portion=re.compile(
            r"\b(?:ersten|letzten|nächsten|vergangenen"
            r"|(?:\d+|ein\w*|zwei|drei|vier|fünf) (?:von|der) (?:\w+ ){0,2})\Z",
            re.IGNORECASE,
        ),
        before_plan=word_pattern("ursprünglich|zunächst|zuvor", r"\b"),
        denial=re.compile(r"(?i)\b(?:nicht(?! nur)|kein\w*|nie|niemals|bestreitet|bestritt|dementiert\w*)\b"),
        place=PLACE,
        speaker=word_pattern("ich|wir|mein|unser|unsere", r"\b"),
        prices=word_pattern("aktien?|kurs|börse|dax|ölpreis|barrel|wechselkurs", r"\b"),
        polls=word_pattern("umfragen?|befragten?|befragung", r"\b"),
        converted=re.compile(r"\d[\w ]*\(\s?(?:rund |etwa )?\Z"),
        units=frozenset({"prozent"}),
    ),
    tolls=TOLLS,
)
