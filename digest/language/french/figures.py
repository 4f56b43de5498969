"""The French words around a number."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_MONTHS, PRINTED_WEEKDAYS
from digest.language.figures import Clauses, Contrasts, Figures, word_pattern
from digest.language.french.tolls import PLACE, TOLLS

_MONTHS, _WEEKDAYS = PRINTED_MONTHS["fr"], PRINTED_WEEKDAYS["fr"]
_MARKS = (
    r"attend\w*|prévoi\w*|prévu\w*|prévision\w*|devrai\w+|pourrai\w+|devra|doit|doivent|estim\w*|compte|veut|veulent",
    r"par (?:jour|mois|an|heure|personne|habitant)|chacune?|moyenne?|quotidien\w*|mensuel\w*|annuel\w*",
    r"autres?|supplémentaires?|restante?s?|d[’']entre eux|dont",
    r"auparavant|précédent\w*|initial\w*|jusqu[’']ici|jusqu[’']alors|contre|au lieu de",
    r"au total|en tout|ensemble|cumulé\w*",
    r"records?|maximum|minimum|plafond|objectif|seuil",
    r"pas|jamais|aucune?|ni|sans",
)
_FATES = (
    r"tué|morts?\b|mort\b|mortel|décéd|décès|perdu la vie|coûté la vie|péri\b",
    r"bless", r"disparu", r"évacu|sans[- ]abri|relogé|quitter leurs? (?:maison|logement)|fui\b|fuient",
    r"arrêt|interpell|détenu", r"infect|contamin|malad", r"secouru|sauvé|surviv|rescap",
)  # fmt: skip
_PARTS = (
    ("national", "régional", "municipal|communal"),
    ("femmes|filles", "hommes|garçons"),
    ("bénéfice|profit", "chiffre d|recettes|ventes", "perte", "coût|dépense", "dette"),
    ("pour\\b.*voix|favorables", "contre\\b.*voix|opposés"),
    ("police", "organisateur"),
)


FIGURES = Figures(
    clauses=Clauses(
        pause=re.compile(r"[,;:]| et "),
        end=re.compile(r"[;:—–()«»“”\"]|,(?!\d)|\b(?:et|mais|tandis que|alors que|qui)\b"),
        stamp=re.compile(rf"(?:[\W\d]|(?:[Pp]ublié|[Mm]is à jour|le|à|h|{_WEEKDAYS})\b)*"),
        # "Deux trains sur trois" counts none either.
        tellers=re.compile(r" sur (?:deux|trois|quatre|cinq|six|dix|\d+)\b| (?:proches du dossier|au fait du dossier)\b"),
        goes_on=re.compile(r",? [a-zà-ÿ]"),
    ),
    contrasts=Contrasts(
        period=re.compile(
            rf"\b(?:(?:19|20)\d\d|{_MONTHS}|(?:l[’'](?:an|année)|le (?:mois|trimestre)) (?:dernier|prochain|précédent)e?|"
            rf"plus tôt)\b",
            re.IGNORECASE,
        ),
        marks=tuple(word_pattern(words, r"\b") for words in _MARKS),
        victims=tuple(word_pattern(words) for words in _FATES),
        parts=tuple(tuple(word_pattern(words) for words in line) for line in _PARTS),
        other_event=re.compile(
            rf"\b(?:(?:19|20)\d\d|{_MONTHS}|(?:la semaine|l[’']an(?:née)?|le mois) derni(?:er|ère)|il y a|"
            rf"plus tôt)\b",
            re.IGNORECASE,
        ),
        added=re.compile(r"\b(?:autres|encore)\s\Z", re.IGNORECASE),
        # "de 7 %" behind a verb of change is a difference, "de 90 à" an older value.
        prior=re.compile(
            r"\b(?:(?:hausse|baisse|augment\w+|progress\w+|recul\w+|diminu\w+|mont\w+|baiss\w+|chut\w+|gagn\w+|"
            r"perdu\w*|bond\w*)\b(?: (?!a été|est|était)[^,;:.\d]{1,40}?)? de|"
            r"contre|au lieu de|passe\w* de|par)\s\Z",
            re.IGNORECASE,
        ),
        moved=re.compile(r"(?!)"),
        portion=re.compile(
            r"\b(?:premi(?:er|ère)s|derni(?:er|ère)s|prochain(?:e)?s"
            r"|(?:\d+|un|une|deux|trois|quatre|cinq) (?:des|sur|de) (?:\w+ ){0,2})\Z",
            re.IGNORECASE,
        ),
        before_plan=word_pattern("initial\\w*|auparavant", r"\b"),
        denial=re.compile(r"(?i)\b(?:n[’']|ne |jamais|aucune?|dément\w*|nie\w*)"),
        place=PLACE,
        speaker=word_pattern("je|nous|mon|ma|mes|notre|nos|il|elle", r"\b"),
        prices=word_pattern("actions?|bourse|cours|baril|cac|taux de change", r"\b"),
        polls=word_pattern("sondages?|sondés|enquête d[’']opinion", r"\b"),
        converted=re.compile(r"\d[\w ]*\(\s?(?:environ )?\Z"),
        units=frozenset({"euros", "euro", "millions", "million", "pour", "cent"}),
    ),
    tolls=TOLLS,
)
