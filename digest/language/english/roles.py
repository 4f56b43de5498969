"""By what words English shows who does what to whom, and where."""

from __future__ import annotations

import re

from digest.language.english.speech import OFFICES, RANKS, SHORT_TITLES, SPOKEN
from digest.language.english.standing import ACTS
from digest.language.english.stems import stem
from digest.language.english.vocabulary import VOCABULARY
from digest.language.grammar import Roles

_MUTUAL = """
meet merge marry sign agree talk divorce clash tie draw join compare border differ play face negotiate trade date share
speak
"""
"""Verbs of which the one does to the other what the other does to it."""
_SUBORDINATES = "that which who whom whose where when while because if although though but as whether"
_EITHER = "after before since until"
"""Prepositions that begin a clause too."""
_BEING = "is are was were be been being get gets got getting"
_REPORTS = "claimed claims reported reports believes believed"
_MODAL = "will would can could may might should must"
_HELPING = f"has have had {_MODAL} do does did"
_ARTICLES = "the a an his her its their some more most two three"
_PREPOSITIONS = """
in at near off from to outside inside into across of for with against by on over under between through around behind beyond
along toward towards about during within without
"""
_HONOURS = (
    f"{OFFICES}|{RANKS}|{SHORT_TITLES}|Captain|King|Queen|Prince|Princess|Sir|Lord|Lady|Duke|Duchess|Inspector|Superintendent|"
    "Constable|Detective|Sergeant|Lieutenant|Colonel|Major|Corporal|Admiral|Commander|Bishop|Archbishop|Cardinal|Reverend|"
    "Rabbi|Imam|Sheikh|Doctor|Ambassador|Chancellor|Councillor|Engineer"
)
_VERB = (
    rf"{ACTS}|(?<!-)\b(?:lent|bent|dealt|meant|swept|wept|crept|swung|clung|bred|fed|sped|let|lets|quit|shut|spread|burst|cast|"
    r"[a-z]{2,}s(?= (?:the|an?|his|her|its|their|[A-Z][a-z]+)\b))\b"
)
"""What is a verb in the place of one: also what ends as one and stands before whom it may be done to."""
_FAMILIAR = """
mike:michael mick:michael bill:william will:william billy:william bob:robert rob:robert bobby:robert dick:richard
rick:richard jim:james jimmy:james joe:joseph joey:joseph jack:john johnny:john tom:thomas tommy:thomas tony:anthony
ted:edward ed:edward eddie:edward dave:david dan:daniel danny:daniel chris:christopher nick:nicholas andy:andrew
steve:steven stephen:steven ben:benjamin sam:samuel matt:matthew greg:gregory jeff:jeffrey ron:ronald don:donald
ken:kenneth larry:lawrence alex:alexander fred:frederick charlie:charles chuck:charles kate:katherine katie:katherine
liz:elizabeth beth:elizabeth betty:elizabeth sue:susan meg:margaret maggie:margaret peggy:margaret jen:jennifer
jenny:jennifer debbie:deborah pat:patricia abe:abraham mt:mount st:saint ft:fort
"""

ROLES = Roles(
    verb=re.compile(_VERB),
    being=frozenset(_BEING.split()),
    auxiliaries=frozenset(f"{_BEING} {_HELPING}".split()),
    modal=frozenset(_MODAL.split()),
    adverb=re.compile(
        r"\w+ly|not|also|now|later|then|since|already|still|even|once|again|just|ever|never|yesterday|today|tomorrow|tonight|twice"
    ),
    articles=frozenset(_ARTICLES.split()),
    prepositions=frozenset(f"{_PREPOSITIONS} {_EITHER}".split()),
    subordinates=frozenset(f"{_SUBORDINATES} {_EITHER}".split()),
    breaks=frozenset(_SUBORDINATES.split()) | frozenset(",;:—–()"),
    saying=frozenset(SPOKEN.split("|")) | frozenset(_REPORTS.split()),
    couple="and",
    doer="by",
    addresses=VOCABULARY.titles | frozenset(_HONOURS.lower().split("|")),
    familiar={short: full for short, _, full in (pair.partition(":") for pair in _FAMILIAR.split())},
    mutual=frozenset(VOCABULARY.same.get(stem(word), stem(word)) for word in _MUTUAL.split()),
    when=re.compile(
        r"\b(last|next) (week|weekend|month|year|quarter|decade|season|spring|summer|autumn|fall|winter|night)\b",
        re.IGNORECASE,
    ),
    stem=stem,
)
