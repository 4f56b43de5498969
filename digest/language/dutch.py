"""Dutch: its numbers, its quotations, and what denies."""

from __future__ import annotations

import re

from digest.language.calendar import PRINTED_WEEKDAYS
from digest.language.numbers import Numbers
from digest.language.profile import Language
from digest.language.speech import Rule, Rules, Speech

_UNCOUNTED = """
mensen personen inwoners uur jaar jaren dag dagen week weken maand maanden minuut minuten seconden graden keer maal en
of tot van de
het een is zijn was waren werd werden wordt worden heeft had hebben hadden gewonden doden procent
"""
"""Particles, times and ages, and people, of whom a number says nothing without what befell them."""

NUMBERS = Numbers(
    code="nl",
    groups=" \u00a0\u202f",
    magnitudes={
        "duizend": 1e3, "miljoen": 1e6, "mln": 1e6, "mln.": 1e6, "miljard": 1e9, "mrd": 1e9, "mld": 1e9, "biljoen": 1e12,
    },
    currencies={
        "euro": "EUR", "dollar": "USD", "pond": "GBP", "frank": "CHF", "zwitserse frank": "CHF", "yen": "JPY",
    },
    weights={"pond": "pond"},
    shares={"procent": "%", "procentpunt": "points", "procentpunten": "points"},
    approximate={
        "most": r"tot|hoogstens|maximaal|minder dan|onder de",
        "least": r"meer dan|ruim|minstens|zeker|boven de",
        "nearly": r"bijna|krap|nagenoeg",
        "about": r"ongeveer|zo[’']n|rond de|circa|naar schatting",
    },
    ranges=r"%?\s?(?:tot|à|of|[-–—])\s?",
    both=r"%?\sen\s",
    between="tussen",
    uncounted=frozenset(_UNCOUNTED.split()),
)  # fmt: skip

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_SMALL = "[a-zß-öø-ÿ]"
_ROLE = rf"(?:(?!(?:van|de|het|een|in|op|en|bij|voor|met|der|den)\b){_SMALL}[\w-]* )"
_NOBODY = """
hij zij ze het de een dit dat we wij ik je men maar en ook volgens politie gemeente kabinet regering ministerie
rechtbank openbaar
"""
SPEECH = Speech(
    marks=(("“", "”"), ("‘", "’"), ("„", "”"), ('"', '"')),
    quoted=Rules(
        Rule("low marks", r"„[^“”]*(?:[“”]|\Z)"),
        Rule("curled marks", r"“[^”\"]*(?:[”\"]|\Z)"),
        Rule("single marks", r"(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))*(?:’(?!\w)|\Z)"),
        Rule("straight marks", r"(?<!\w)\"(?=\S)[^\"”]*(?:[\"”]|\Z)"),
    ),
    saying=(
        "zei|zegt|verklaarde|verklaart|vertelde|vertelt|stelde|stelt|schreef|schrijft|meldde|meldt|benadrukte|benadrukt|"
        "liet weten|waarschuwde|waarschuwt|voegde toe|reageerde|reageert|antwoordde|beloofde|belooft|vindt|vond|klaagde|"
        "klaagt|riep|roept|legde uit|legt uit|oordeelde|oordeelt|erkende|erkent"
    ),
    telling="vertelde ons",
    same_speaker="voegde toe|vervolgde|vervolgt",
    pronouns="hij|zij|ze",
    adverbs="ook|later|eerder|daarna|toen",
    settings=rf"in|op|aan|tegen|bij|na|voor|tijdens|dat|de|het|een|vandaag|gisteren|ook|eerder|"
    rf"over|{PRINTED_WEEKDAYS['nl']}",
    after_verb="in|op|aan|tegen|bij|na|voor|tijdens|met|en",
    contrasts="maar|echter",
    definite="de|het",
    determiners="een|zijn|haar|hun|deze|die",
    link_words=(
        "en|of|van|in|op|aan|bij|na|voor|met|zonder|door|over|onder|tegen|uit|tot|sinds|als|dat|die|toen|maar|volgens|de|het|tijdens"
    ),
    may_follow=r"\w+",
    short_titles="Dr|Mr|Ir|Drs|Prof",
    offices="President|Premier|Minister",
    ranks="Burgemeester|Wethouder|Commissaris|Directeur|Woordvoerder|Professor",
    openers="De|Het|In|Op|Na|Maar|Ook|Volgens|Een",
    particles="van|de|den|der|ter|ten|te|van de|van der",
    of="van",
    couple="en",
    bodies="Partij|Vereniging|Bond|Raad|Bank|Groep|Instituut|Universiteit|Ministerie|Vakbond",
    nobody=frozenset((*_NOBODY.split(), *PRINTED_WEEKDAYS["nl"].split("|"))),
    according="aldus|volgens|Volgens",
    # "aldus burgemeester Jan Bakker"; "zegt de directeur van de werf, Ida Vos,".
    called=(
        rf"(?:(?:[Dd]e|[Hh]et|een|zijn|haar) )?{_ROLE}{{1,3}}|"
        rf"(?:[Dd]e|[Hh]et|een) [^,.;:“”‘’„\"]{{3,70}}, (?={_CAPITAL}[\w-]+(?: (?:van |de )*{_CAPITAL}[\w-]+){{0,3}}[,.])"
    ),
    no_name=PRINTED_WEEKDAYS["nl"],
)

_NEGATIONS = "niet geen nooit zonder"
_DOUBTS = """
vermeend vermeende nauwelijks zelden minder vermoedelijk verluidt zou zouden kan kunnen wil willen wilde wilden moet
misschien mogelijk bijna als indien ontkent ontkende verwerpt weerlegt vals valse nep verzonnen leugen gerucht
geruchten overweegt dreigt probeert probeerde plant eist onderhandelt
"""
DUTCH = Language(
    code="nl",
    numbers=NUMBERS,
    speech=SPEECH,
    negations=frozenset(_NEGATIONS.split()),
    doubts=frozenset(_DOUBTS.split()),
    abbreviated=re.compile(r"\b(?:dhr|mevr|mw|dr|drs|ir|mr|prof|nr|blz|bijv|ca|jl|mln|mld)\.\Z"),
    opinions="opinie",
    saying="schreef|zei",
)
