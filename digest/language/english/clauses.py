"""Where English sentences may be cut into clauses, and what runs into them from before."""

from __future__ import annotations

import re

from digest.language.calendar import MONTH
from digest.language.english.standing import PREDICATE
from digest.language.grammar import Cuts, Openings

_PAUSED = (
    "and|but|or|yet|so|while|which|who|whose|where|when|although|though|because|as|after|before|despite|since|with|without|"
    "including|citing|according|unless|until|even|not|up|down|[a-z]{3,}ing"
)
_UNPAUSED = (
    "while|although|though|because|despite|but|unless|whereas|until|citing|including|such as|during|amid|following|when|"
    "in connection with|as part of|in exchange for|in an effort|in order to|on charges|to charges|for allegedly|due to|"
    "along with|as well as|rather than|instead of|so that"
)
_STRONG = re.compile(
    rf";(?=\s)|\s(?:—|–|―|--)(?=\s)|—|,(?=\s+(?:{_PAUSED})\b)|\s(?=(?:{_UNPAUSED})\s)|"
    rf"\s(?=(?:and|but) (?:also |then |later )?(?:{PREDICATE})\s)"
)
_WEAK = re.compile(
    r"[:,](?=\s)|\s(?=(?:that|after|before|since|amid|following)\s)|\s(?=as (?:the|it|he|she|they) [a-z]+ [a-z]+)"
)
_FRAME = re.compile(
    r"\b(?:say|claim|report|state|announce|suggest|argue|confirm|add|insist|believe|warn|reveal|note|tweet|write)(?:s|d|ed)?"
    r"(?: (?:on|late|early|last) [^,]{3,30})?\Z|"
    r"\b(?:said|wrote)(?: (?:on|late|early|last) [^,]{3,30})?\Z|\btold [^,]{2,40}\Z"
)
_REPORTED = re.compile("that ")
_SPEAKING = re.compile(r"\s*(?:stating|saying|adding|noting|claiming|arguing|announcing)\b")
_TORN = re.compile(
    r"(?:\b(?:and|or|but|nor|that|which|who|whom|whose|is|was|are|were|be|been|has|have|had|will|would|to|of|for|by|"
    r"with|the|a|an|as|than|only|just|not|because|made clear)|"
    r"\b(?:said to|told) (?:(?:a|an|the|his|her) )?[\w.]+(?: [\w.]+)?)[.”\"]*\Z"
)
_JOINS = re.compile(r"(?:and|but|or|yet|so|as|that|where|while|although|though|because|since|after|whereas)\s+")
_STATES = re.compile("and|but|or|yet|so|where|while|although|though|after|whereas")
_ADDS = re.compile(r"(?:and|or)\b")
_CONDITION = re.compile(r"[\s,;:—–\-]*(?:unless|until|if|while (?:still|[a-z]+ing)|or|without|not)\b| (?:during|when)\b")
_TURNED = re.compile(r"\W*(?:(?:and|or) )?(?:but|not|though|although|if|unless|until|(?:\w+ )?(?:others?|more))\b")
_LEADING = re.compile(
    r"(?:After|Before|While|Although|Though|Despite|When|As|If|Since|Because|With|Without|In|On|By|Until|Unless|Following|Unlike|"
    r"Citing|During|At|For|From|Under|Over|Among|Even|Once|Initially|Based|Like|Amid|Until|To|[A-Z][a-z]+ing|[A-Z][a-z]+ed)\b"
)
_WHEN = re.compile(
    r"According|(?:In|On|At|By|During|Since|Until|From)\b[^,]*\b(?:week|month|year|decade|night|morning|evening|afternoon|time|ago|"
    rf"\w*days?|(?:19|20)\d\ds?|{MONTH})\b[^,]*\Z"
)
"""A phrase that says when what follows happened, or by whom it is told: what follows is no statement without it."""
_CONNECTIVE = re.compile(
    r"(?:However|Meanwhile|Moreover|Furthermore|Additionally|In addition|Also|Instead|Still|Nevertheless|Nonetheless|"
    r"For example|For instance|As a result|In fact|Indeed|Of course|Finally|Afterwards?|Later|Then|And yet|Consequently|"
    r"Subsequently|Similarly|Likewise|Thus|Therefore|Most recently|In another (?:incident|development)|"
    r"In a related development|On the other hand|At the same time|In the meantime),\s+|"
    r"(?:But|And|Yet|So|Plus|However|Meanwhile),?\s+"
)
_MONTH = rf"(?:{MONTH})[a-z]*\.?"
_STAMP = re.compile(
    r"(?:(?:[@|] |at )?(?:"
    rf"(?:on |[A-Z][a-z]+day,? )?(?:(?i:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}) \d{{4}}|"
    r"\d{1,2}(?:[:.] ?\d\d)? ?(?:[AaPp][Mm](?: [A-Z]{2,4}\b)?|(?:BST|GMT|UTC|E[DS]T|P[DS]T|IST)\b)|"
    r"Continue reading the main story),? )+(?=[A-Z][\w.]* )"
)
"""A date, a clock time or a line of a page that runs into the sentence after it."""
_GLUED = re.compile(
    r"[^.!?:;,\"“”]{20,110}[a-z] (?<!itamin )(?<!titis )"
    r"(?=(?:A|An|The|One|Two|Three|In|On|At|After|As|When|And|Police) [a-z]|An? [A-Z][a-z]+ [a-z])"
)
"""A headline that runs into the sentence after it."""

CUTS = Cuts(
    strong=_STRONG,
    weak=_WEAK,
    framed=_FRAME,
    reported=_REPORTED,
    speaking=_SPEAKING,
    joins=_JOINS,
    states=_STATES,
    adds=_ADDS,
    condition=_CONDITION,
    leading=_LEADING,
    set_aside=_WHEN,
    torn=_TORN,
    turns=_TURNED,
)
OPENINGS = Openings(stamp=_STAMP, glued=_GLUED, connective=_CONNECTIVE)
