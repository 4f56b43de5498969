"""By what words English shows who does what to whom, and where."""

from __future__ import annotations

import re

from digest.language.english.speech import OFFICES, RANKS, SPOKEN
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
_BEING = "is are was were be been being get gets got getting"
_MODAL = "will would can could may might should must"
_HELPING = f"has have had {_MODAL} do does did"
_ARTICLES = "the a an his her its their some more most two three"
_PREPOSITIONS = """
in at near off from to outside inside into across of for with against by on over under between through around behind beyond
along toward towards about after before during since until within without
"""
_GOALS = "at to against into for with from of upon"
_HONOURS = f"{OFFICES}|{RANKS}|Captain|King|Queen|Prince|Princess|Sir|Lord|Lady"

ROLES = Roles(
    verb=re.compile(ACTS),
    being=frozenset(_BEING.split()),
    auxiliaries=frozenset(f"{_BEING} {_HELPING}".split()),
    modal=frozenset(_MODAL.split()),
    active="ing",
    adverb=re.compile(r"\w+ly|not|also|now|later|then|since|already|still|even|once|again|just|ever|never"),
    articles=frozenset(_ARTICLES.split()),
    prepositions=frozenset(_PREPOSITIONS.split()),
    subordinates=frozenset(_SUBORDINATES.split()),
    breaks=frozenset(_SUBORDINATES.split()) | frozenset(",;:—–()"),
    saying=frozenset(SPOKEN.split("|")) | {"claimed", "reported", "believes", "believed"},
    couple="and",
    of="of",
    doer="by",
    goals=frozenset(_GOALS.split()),
    addresses=VOCABULARY.titles | frozenset(_HONOURS.lower().split("|")),
    mutual=frozenset(VOCABULARY.same.get(stem(word), stem(word)) for word in _MUTUAL.split()),
    when=re.compile(
        r"\b(last|next) (week|weekend|month|year|quarter|decade|season|spring|summer|autumn|fall|winter|night)\b",
        re.IGNORECASE,
    ),
    stem=stem,
)
