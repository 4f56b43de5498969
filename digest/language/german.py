"""German: its numbers, what denies, and where no sentence ends."""

import re

from digest.language.numbers import Numbers
from digest.language.profile import Language
from digest.language.speech import Rule, Rules

_UNCOUNTED = """
menschen personen leute uhr jahr jahre jahren tag tage tagen woche wochen monat monate monaten stunde stunden minute
minuten sekunden grad und oder bis von der die das den dem des ein eine mal prozent sind ist war waren wurden wird
werden haben hat hatte hatten
"""
"""Particles, times and ages, and people, of whom a number says nothing without what befell them."""

NUMBERS = Numbers(
    code="de",
    groups=" \u00a0\u202f’'",
    magnitudes={
        "tausend": 1e3, "tsd.": 1e3, "million": 1e6, "millionen": 1e6, "mio.": 1e6, "mio": 1e6, "milliarde": 1e9,
        "milliarden": 1e9, "mrd.": 1e9, "mrd": 1e9, "billionen": 1e12,
    },
    currencies={
        "euro": "EUR", "eur": "EUR", "dollar": "USD", "us-dollar": "USD", "pfund": "GBP", "franken": "CHF",
        "schweizer franken": "CHF", "chf": "CHF", "yen": "JPY",
    },
    weights={"pfund": "pfund"},
    shares={"prozent": "%", "prozentpunkte": "points", "prozentpunkten": "points"},
    approximate={
        "most": r"bis zu|höchstens|maximal|weniger als|unter",
        "least": r"mehr als|über|gut|mindestens",
        "nearly": r"fast|knapp|nahezu|beinahe|an die",
        "about": r"rund|etwa|circa|ca\.|gegen|ungefähr",
    },
    ranges=r"%?\s?(?:bis|oder|[-–—])\s?",
    both=r"%?\sund\s",
    between="zwischen",
    uncounted=frozenset(_UNCOUNTED.split()),
)  # fmt: skip

_NEGATIONS = "nicht kein keine keinen keinem keiner keines nie niemals ohne weder bestreitet dementiert"
_DOUBTS = """
angeblich mutmaßlich vermeintlich möglicherweise vielleicht wohl offenbar fast beinahe falls wenn ob soll sollen sollte
sollten will wollen wollte wollten könnte könnten dürfte dürften müsste hätte hätten wäre wären würde würden habe sei seien
droht drohte plant planen plante erwägt erwog prüft versucht versuchte verhandelt fordert forderte wies weist zurück
bestritt falsch falsche falschen falscher falsches gefälscht gefälschte gefälschten gefälschter erfunden lüge gerücht
gerüchte gerüchten kaum selten knapp höchstens weniger minus schwerlich
"""
_BEFORE_NOUNS = """
der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jeder jede jedes jeden jedem
mein meine sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres mehr weniger
ab am an ans auf aufs aus außer bei beim bis durch entlang für fürs gegen gegenüber hinter im in ins mit nach neben ohne
seit statt trotz über um unter vom von vor während wegen zu zum zur zwischen
"""
"""Articles and prepositions: the case and the place of a noun, which may stand before or behind the verb."""
_COMMONEST = "der die das und in den von zu mit sich des auf für ist nicht"
_ROUNDUPS = Rules(
    Rule("round-up", r"\b(?:wochen|monats)rückblick\b|\bpresseschau\b|\b(?:morgen|abend|wochen)-?(?:briefing|überblick)\b"),
    Rule("outlook", r"^(?:der )?ausblick auf\b|\bwas 20\d\d (?:bringt|wichtig wird)\b|\bprognosen für 20\d\d\b"),
    Rule("review", r"\bjahresrückblick\b|\bdas (?:war|jahr) 20\d\d\b|\brückblick auf das jahr\b"),
    Rule("list", r"^die (?:\d+ )?besten \w+|\bkaufberatung\b|\b(?:geschenk|kauf)tipps\b"),
    Rule("questions", r"\bihre fragen\b|\bfragen sie\b|\bquiz\b|\bkreuzworträtsel\b"),
    before="(?i:",
)
GERMAN = Language(
    code="de",
    numbers=NUMBERS,
    negations=frozenset(_NEGATIONS.split()),
    doubts=frozenset(_DOUBTS.split()),
    abbreviated=re.compile(r"\b(?:Dr|Prof|Hr|Fr|Nr|St|Mio|Mrd|Tsd|bzw|ca|z\. ?B|d\. ?h|u\. ?a)\.\Z"),
    dotted_days=True,
    before_nouns=frozenset(_BEFORE_NOUNS.split()),
    commonest=frozenset(_COMMONEST.split()),
    roundups=_ROUNDUPS,
    opinions="meinung|kommentar|leitartikel|gastbeitrag",
    saying="sagte|schrieb|erklärte",
)
