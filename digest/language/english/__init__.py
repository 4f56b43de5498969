"""English, the language whose grammar is known: a file for each thing that is read by it."""

from __future__ import annotations

from digest.language.english.attribution import ATTRIBUTION
from digest.language.english.clauses import CUTS, OPENINGS
from digest.language.english.contraries import CONTRARIES
from digest.language.english.dates import DATING
from digest.language.english.endings import ENDINGS
from digest.language.english.figures import FIGURES
from digest.language.english.hedges import HEDGES
from digest.language.english.numbers import DAYS, NUMBERS
from digest.language.english.roles import ROLES
from digest.language.english.roundups import OPINIONS, PROMISES, ROUNDUPS, TRADING
from digest.language.english.sentences import ABBREVIATED, JOINED, SHORTENED
from digest.language.english.speech import SPEECH, SPOKEN
from digest.language.english.standing import STANDING
from digest.language.english.stems import stem
from digest.language.english.units import UNITS
from digest.language.english.vocabulary import COMMONEST, NEGATIONS, VOCABULARY
from digest.language.grammar import Grammar
from digest.language.profile import Language

__all__ = ["ENGLISH"]

ENGLISH = Language(
    code="en",
    grammar=Grammar(
        vocabulary=VOCABULARY,
        cuts=CUTS,
        openings=OPENINGS,
        standing=STANDING,
        hedges=HEDGES,
        contraries=CONTRARIES,
        roles=ROLES,
        shortened=SHORTENED,
    ),
    speech=SPEECH,
    attribution=ATTRIBUTION,
    numbers=NUMBERS,
    units=UNITS,
    days=DAYS,
    figures=FIGURES,
    dating=DATING,
    roundups=ROUNDUPS,
    promises=PROMISES,
    trading=TRADING,
    opinions=OPINIONS,
    saying=SPOKEN,
    negations=NEGATIONS,
    stemmer=stem,
    endings=ENDINGS,
    abbreviated=ABBREVIATED,
    joined=JOINED,
    commonest=COMMONEST,
)
