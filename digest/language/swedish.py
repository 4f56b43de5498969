"""Swedish: its numbers, its quotations, and what denies."""

from __future__ import annotations

import re

from digest.language.numbers import Numbers
from digest.language.profile import Language
from digest.language.speech import Rule, Rules, Speech
from digest.language.stems import inflected

_UNCOUNTED = """
människor personer invånare år dag dagar vecka veckor månad månader timme timmar minut minuter sekunder grader gånger
och eller till
av den det de en ett är var blev har hade procent skadade döda
"""
"""Particles, times and ages, and people, of whom a number says nothing without what befell them."""

NUMBERS = Numbers(
    code="sv",
    groups=" \u00a0\u202f.",
    magnitudes={
        "tusen": 1e3, "miljon": 1e6, "miljoner": 1e6, "mkr": 1e6, "miljard": 1e9, "miljarder": 1e9, "biljoner": 1e12,
    },
    currencies={"kronor": "SEK", "euro": "EUR", "dollar": "USD", "pund": "GBP"},
    shares={"procent": "%", "procentenheter": "points"},
    approximate={
        "most": r"upp till|högst|mindre än|färre än|under",
        "least": r"mer än|fler än|över|minst|drygt",
        "nearly": r"nästan|knappt|närmare",
        "about": r"omkring|ungefär|cirka|runt",
    },
    ranges=r"%?\s?(?:till|eller|[-–—])\s?",
    both=r"%?\soch\s",
    between="mellan",
    uncounted=frozenset(_UNCOUNTED.split()),
)  # fmt: skip

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_SMALL = "[a-zß-öø-ÿ]"
_WEEKDAYS = r"\w+dag(?:en)?"
_ROLE = rf"(?:(?!(?:av|för|i|på|och|vid|med|en|ett|till|från)\b){_SMALL}[\w-]* )"
_NOBODY = "han hon de den det vi jag man men och också enligt polisen regeringen kommunen myndigheten åklagaren"
SPEECH = Speech(
    marks=(("”", "”"), ("“", "”"), ("»", "«"), ("»", "»"), ('"', '"')),
    quoted=Rules(
        Rule("curled marks", r"[”“][^”\"]*(?:[”\"]|\Z)"),
        Rule("angled marks", r"»[^»«]*(?:[»«]|\Z)"),
        Rule("straight marks", r"(?<!\w)\"(?=\S)[^\"”]*(?:[\"”]|\Z)"),
    ),
    saying=(
        "sade|sa|säger|berättade|berättar|förklarade|förklarar|skrev|skriver|menade|menar|varnade|varnar|lovade|lovar|svarade|"
        "svarar|tillade|tillägger|betonade|betonar|påpekade|påpekar|medgav|medger|konstaterade|konstaterar"
    ),
    telling="berättade för oss",
    same_speaker="tillade|tillägger|fortsatte|fortsätter",
    pronouns="han|hon",
    adverbs="också|senare|sedan|även",
    settings=rf"i|på|till|vid|efter|före|under|att|den|det|en|ett|idag|igår|också|om|{_WEEKDAYS}",
    after_verb="i|på|till|vid|efter|före|under|med|och|om",
    contrasts="men|dock",
    definite="den|det|de",
    determiners="en|ett|sin|sitt|hans|hennes",
    link_words="och|eller|av|i|på|till|vid|efter|före|för|med|utan|genom|över|under|mot|från|sedan|om|som|att|när|men|enligt|den|det|de",
    may_follow=r"\w+",
    short_titles="Dr|Prof",
    offices="President|Statsminister",
    ranks="Borgmästare|Borgmästaren|Professor|Minister|Direktör",
    openers="Den|Det|De|I|På|Efter|Men|Enligt|En|Ett",
    particles="av|af|von|de",
    of="i",
    couple="och",
    bodies="Partiet|Föreningen|Förbundet|Rådet|Banken|Gruppen|Institutet|Universitetet|Verket",
    nobody=frozenset(_NOBODY.split()),
    according="enligt|Enligt",
    # "borgmästaren Ida Berg"; "varvets chef, Ida Berg,".
    called=rf"{_ROLE}{{1,3}}|{_SMALL}[^,.;:”“»«\"]{{3,70}}, (?={_CAPITAL}[\w-]+(?: {_CAPITAL}[\w-]+){{0,3}}[,.])",
)

_NEGATIONS = "inte ej ingen inget inga aldrig utan"
SWEDISH = Language(
    code="sv",
    numbers=NUMBERS,
    speech=SPEECH,
    negations=frozenset(_NEGATIONS.split()),
    abbreviated=re.compile(r"\b(?:bl\.a|t\.ex|ca|nr|kl|s\.k)\.\Z"),
    opinions="mening",
    endings=inflected("sv"),
)
