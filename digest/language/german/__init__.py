"""German, as data: a file for each thing that is read by it. Its words of denial and doubt, and round-ups, stand here."""

from __future__ import annotations

import re

from digest.language.german.attribution import ATTRIBUTION
from digest.language.german.dates import DATING
from digest.language.german.figures import FIGURES
from digest.language.german.numbers import DAYS, NUMBERS
from digest.language.german.speech import SPEECH
from digest.language.german.standing import LEANING
from digest.language.profile import Language
from digest.language.speech import Rule, Rules

__all__ = ["GERMAN"]

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
    days=DAYS,
    figures=FIGURES,
    dating=DATING,
    speech=SPEECH,
    attribution=ATTRIBUTION,
    leaning=LEANING,
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
