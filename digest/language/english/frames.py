"""The English words in which two sources say one thing, each with another value in the same place."""

from __future__ import annotations

import re

from digest.language.figures import Frames

_WAY = r"(?:north|south|east|west)(?:[- ]?(?:north|south|east|west)){0,2}"
_NAME = r"[A-Z][a-z]+(?:[- ][A-Z][a-z]+)?"
_STREET = r"(?:Street|Road|Avenue|Lane|Drive|Boulevard|Highway|Square|St\.|Ave\.|Rd\.)"

FRAMES = Frames(
    unsure=re.compile(
        r"\b(?:could|may|might|would|up to|at least|maximum|minimum|faces?|facing|each|another|between|respectively|"
        r"initially|first (?:said|reported)|earlier (?:said|reported)|wrongly|not)\b"
    ),
    distance=re.compile(
        r"(?<![\d.,])(?<!\d, )(?P<value>(?P<number>\d[\d,.]*)[ -]?(?P<unit>km|kilomet(?:er|re)s?|miles?)"
        rf"(?: \([^()]{{1,20}}\))? (?P<way>{_WAY})) (?:of|from) (?:the )?(?P<of>(?P<name>[A-Z][\w.-]*))"
    ),
    lengths={"km": 1.0, "kilometer": 1.0, "kilometre": 1.0, "mile": 1.609},
    ways=("north", "south", "east", "west"),
    served=re.compile(
        r"\b(?P<of>sentenced to|jailed for|imprisoned for|served)(?: a (?:reduced )?(?:sentence|term) of| a)? "
        r"(?P<value>(?P<number>[\w-][\w.,/ -]{0,17}?)[ -](?P<unit>year|month)s?)\b"
    ),
    months={"year": 12.0, "month": 1.0},
    year=re.compile(r"\b(?P<of>in|since|until|by) (?P<value>(?:19|20)\d\d)\b(?![-–/]?\d)"),
    street=re.compile(rf"\b(?:[Oo]n|[Aa]t|[Ii]n) (?P<value>(?:\d+ )?(?:[A-Z][a-z]+ ){{1,3}}{_STREET})(?!\w)"),
    two=re.compile(rf"\b(?P<of>[A-Z][a-z]+ [A-Z][a-z]+) and (?P<value>(?P<first>[A-Z][a-z]+) {_NAME})\b"),
    is_not=re.compile(r"\b(?P<value>(?:is|was|are|were) (?:never|not) (?P<of>(?:an?|the) [a-z][^,.;:()“”\"]{3,60}))"),
    is_so=re.compile(r"\b(?P<value>(?:is|was|are|were) (?P<of>(?:an?|the) [a-z][^,.;:()“”\"]{3,60}))"),
)
