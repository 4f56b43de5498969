"""Where English sentences may be cut into clauses, and what runs into them from before."""

from __future__ import annotations

import re

from digest.language.calendar import MONTH, SHORT_MONTH, WEEKDAY
from digest.language.english.standing import PREDICATE
from digest.language.grammar import Cuts, Openings

_BEHIND_COMMA = (
    "and|but|or|yet|so|while|which|who|whose|where|when|although|though|because|as|after|before|despite|since|with|without|"
    "including|citing|according|unless|until|even|not|up|down|[a-z]{3,}ing"
)
_WITHOUT_COMMA = (
    "while|although|though|because|despite|but|unless|whereas|until|citing|including|such as|during|amid|following|when|"
    "in connection with|as part of|in exchange for|in an effort|in order to|on charges|to charges|for allegedly|due to|"
    "along with|as well as|rather than|instead of|so that"
)
_MONTH = rf"(?:{MONTH}|(?:{SHORT_MONTH})\.?)"
_SHORT_DAY = "(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"

CUTS = Cuts(
    strong=re.compile(
        rf";(?=\s)|\s(?:—|–|―|--)(?=\s)|—|,(?=\s+(?:{_BEHIND_COMMA})\b)|\s(?=(?:{_WITHOUT_COMMA})\s)|"
        rf"\s(?=(?:and|but) (?:also |then |later )?(?:{PREDICATE})\s)"
    ),
    # A colon or comma may part an enumeration or an apposition, "that" and "after" what the statement hangs on.
    weak=re.compile(
        r"[:,](?=\s)|\s(?=(?:that|after|before|since|amid|following)\s)|\s(?=as (?:the|it|he|she|they) [a-z]+ [a-z]+)"
    ),
    joins=re.compile(r"(?:and|but|or|yet|so|as|that|where|while|although|though|because|since|after|whereas)\s+"),
    # Behind "as", "that", "because" and "since" stands what the clause before it needs.
    states=re.compile("and|but|or|yet|so|where|while|although|though|after|whereas"),
    adds=re.compile(r"(?:and|or)\b"),
    # "Oldport only sails its ferry" is not what "when Saltmarsh pays for it" leaves of it.
    condition=re.compile(r"[\s,;:—–\-]*(?:unless|until|if|while (?:still|[a-z]+ing)|or|without|not)\b| (?:during|when)\b"),
    leading=re.compile(
        r"(?:After|Before|While|Although|Though|Despite|When|As|If|Since|Because|With|Without|In|On|By|Until|Unless|"
        r"Following|Unlike|Citing|During|At|For|From|Under|Over|Among|Even|Once|Initially|Based|Like|Amid|To|"
        r"[A-Z][a-z]+ing|[A-Z][a-z]+ed)\b"
    ),
    # What follows happened then, or is told by them: without this it would be said of any time, by the article.
    set_aside=re.compile(
        r"According|(?:In|On|At|By|During|Since|Until|From)\b[^,]*\b(?:week|month|year|decade|night|morning|evening|"
        rf"afternoon|time|ago|\w*days?|(?:19|20)\d\ds?|{MONTH})\b[^,]*\Z"
    ),
    # A word that asks for more, or a listener who has not heard anything yet.
    torn=re.compile(
        r"(?:\b(?:and|or|but|nor|that|which|who|whom|whose|is|was|are|were|be|been|has|have|had|will|would|to|of|for|by|"
        r"with|the|a|an|as|than|only|just|not|because|made clear)|"
        r"\b(?:said to|told) (?:(?:a|an|the|his|her) )?[\w.]+(?: [\w.]+)?)[.”\"]*\Z"
    ),
    # "…, but raised it on Friday", "and two more": the statement is taken back, or was half of it.
    turns=re.compile(r"\W*(?:(?:and|or) )?(?:but|not|though|although|if|unless|until|(?:\w+ )?(?:others?|more))\b"),
)
OPENINGS = Openings(
    # A date, a clock time or a line of a page.
    stamp=re.compile(
        r"(?:(?:[@|] |at )?(?:"
        rf"(?:on |(?:{WEEKDAY}|{_SHORT_DAY}),? )?"
        rf"(?:(?i:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}) \d{{4}}|"
        r"\d{1,2}(?:[:.] ?\d\d)? ?(?:[AaPp][Mm](?: [A-Z]{2,4}\b)?|(?:hrs|BST|GMT|UTC|E[DS]T|P[DS]T|IST)\b)|"
        r"Continue reading the main story),? )+(?=[A-Z][\w.]* )"
    ),
    # A headline: nothing ends it, and what follows begins as sentences do. "Vitamin A" and "hepatitis A" begin none.
    glued=re.compile(
        r"[^.!?:;,\"“”]{20,110}[a-z] (?<!itamin )(?<!titis )"
        r"(?=(?:A|An|The|One|Two|Three|In|On|At|After|As|When|And|Police) [a-z]|An? [A-Z][a-z]+ [a-z])"
    ),
    connective=re.compile(
        r"(?:However|Meanwhile|Moreover|Furthermore|Additionally|In addition|Also|Instead|Still|Nevertheless|Nonetheless|"
        r"For example|For instance|As a result|In fact|Indeed|Of course|Finally|Afterwards?|Later|Then|And yet|Consequently|"
        r"Subsequently|Similarly|Likewise|Thus|Therefore|Most recently|In another (?:incident|development)|"
        r"In a related development|On the other hand|At the same time|In the meantime),\s+|"
        r"(?:But|And|Yet|So|Plus|However|Meanwhile),?\s+"
    ),
)
