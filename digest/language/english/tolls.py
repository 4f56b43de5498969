"""The English words by which people are counted after what befell them."""

from __future__ import annotations

import re

from digest.language.calendar import MONTH
from digest.language.figures import Fate, Tolls, fate

_KILLING = (
    r"(?:kill(?:s|ed|ing)|murder(?:s|ed|ing)|massacr(?:es|ed|ing)|shot dead|slain|(?:guns|gunned|gunning) down|"
    r"(?:death|human|casualty) toll(?: [\w'’-]+){0,5}? (?:to|at|was|is|of|reached)|the dead at) #|"
    r"(?:claim(?:s|ed|ing)|cost(?:s|ing)?|tak(?:es|ing|en)|took|los[te]|losing)(?: [^.;]* and)? # lives\Z"
)
_KILLED = r"killed|killings?|dead|died?|dying|perished|lost their lives|murdered|slain|drowned|deaths?|fatalities|bodies"
_BEING = (
    r"(?: (?:were|was|have|had|has|been|are|is|being|reported|confirmed|believed|presumed|known|now|also|to|be|reportedly|"
    r"left|shot|burned|burnt|found|pronounced|seriously|critically|slightly|badly|moderately))*"
)
_AMONG = r",? (?:including|among them|most(?:ly)?|many|all|[\w-]+ of (?:them|whom))\b[^,;.]*,"
_ANYONE = (
    "people persons person lives deaths dead fatalities bodies victims injured injuries wounded hurt arrests casualties"
)


def _fate(before: str, behind: str) -> Fate:
    return fate(before, behind, between=rf"(?:{_AMONG})?{_BEING} ")


TOLLS = Tolls(
    fates=(
        _fate(_KILLING, _KILLED),
        _fate(
            r"(?:(?:injur|wound)(?:es|s|ed|ing)|hurt(?:ing)?|the (?:injured|wounded) at) #",
            r"injured|injuries|wounded|hurt",
        ),
        _fate(r"(?:the missing at) #", r"missing|unaccounted for"),
        _fate(
            r"(?:evacuat(?:es|ed|ing)|displac(?:es|ed|ing)|forc(?:es|ed|ing)) #",
            r"evacuated|displaced|homeless|evacuees|flee|fled|(?:had |have )?to (?:move|leave)|relocated",
        ),
        _fate(r"(?:arrest(?:s|ed|ing)|detain(?:s|ed|ing)) #", r"arrested|arrests|detained|(?:taken )?(?:in|into) custody"),
        _fate(r"(?:rescu(?:es|ed|ing)|sav(?:es|ed|ing)) #", r"rescued|saved|survived"),
        _fate(r"(?:trap(?:s|ped|ping)|strand(?:s|ed|ing)) #", r"trapped|stranded"),
        _fate(r"(?:infect(?:s|ed|ing)|sicken(?:s|ed|ing)) #", r"infected|sickened|ill"),
        _fate(r"(?:destroy|flatten|level+|raz)(?:s|es|ed|ing) #", r"destroyed|flattened|level+ed|razed"),
        _fate(r"damag(?:es|ed|ing) #", r"damaged"),
    ),
    total=re.compile(
        r"\b[Tt]he (?:death|human|casualty) toll (?:(?:has|had|then|since|now|later|\w+ly) )*(?:\w+ )?(?:at|to|was|is)\s\Z"
    ),
    anyone=frozenset(_ANYONE.split()),
    aside=re.compile(
        r"\b(?:could|might|would|will|(?-i:may)|feared|expected|another|additional|further|more(?! than)|others?|remaining|"
        r"each|average|averag(?:es|ed|ing)|every|(?:a|per) (?:day|week|month|year)|(?:some )?of (?:them|whom|those|these)|"
        r"at the scene|over the course of|since|record|worst|deadliest|if)\b",
        re.IGNORECASE,
    ),
    past=re.compile(rf"\b(?:(?:19|20)\d\d|{MONTH}|(?i:(?:last|previous) (?:year|month|decade|season)))\b"),
    elsewhere=re.compile(
        r"\b(?:ago|previous|previously|elsewhere|once|(?:by|in|of|from) that|"
        r"(?:after|over|in|during|for|following|within) (?:[\w-]+ ){0,4}?(?:days|nights|weeks|months|years|decades))\b",
        re.IGNORECASE,
    ),
    unclear=re.compile(r"(?:It|They|That|This|These|Those|He|She)\b"),
    place=re.compile(
        r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|[Ff]rom|[Aa]cross|[Oo]utside|[Aa]round|[Tt]hrough|[Tt]hroughout|[Oo]ver|[Oo]n|to) "
        r"(?:(?:the|an?) )?(?:[a-z-]+ ){0,3}?((?:[A-Z][\w’'.-]* ?)+)"
    ),
)
