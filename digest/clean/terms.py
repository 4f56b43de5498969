"""What a publisher asks of those who use its words, where the text says so."""

from __future__ import annotations

import re

from digest.language.mixed import REPORTING

_CREDIT = (
    r"credit(?:ed|s)?|cite[ds]?|attribut\w+|acknowledg\w+|indicat\w+ (?:the|its) (?:original )?(?:source|author)|"
    r"link(?:ing)? back|(?:name|state|mention|quote) (?:the|its|our|us as the) (?:original )?source|includ\w+ (?:a|the) link"
)
_ASKS = re.compile(
    r"\b(?:must|required to|(?:are )?(?:asked|requested) to|please|should|have to|provided that|as long as|on condition)\b"
    rf".{{0,80}}\b(?:{_CREDIT})\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:source|citations?|cite|quot\w+|reprint\w*|reproduc\w+|republi\w+|repost\w*|reus\w+|articles?|story|content|material|"
    r"text|work|author|publisher|website|page|link|images?|photos?|excerpts?)\b",
    re.IGNORECASE,
)
_USES = r"republished|reproduced|redistributed|rewritten|reprinted|copied|scraped|used (?:to|for) (?:\w+ ){0,2}train\w*"
_MINING = (
    r"text and data mining|TDM|AI training|training (?:of )?(?:AI|artificial intelligence|machine learning|language models?)"
)
_FORBIDS = r"reserved|prohibited|forbidden|not permitted|not allowed|opt(?:ed|s)? out"
_RESERVES = re.compile(
    rf"\b(?:may|must|can|shall|should) ?not be (?:(?:\w+|,)[ ,]+){{0,8}}?(?:{_USES})\b"
    rf"|\b(?:{_MINING})\b.{{0,80}}\b(?:{_FORBIDS})\b|\b(?:{_FORBIDS})\b.{{0,80}}\b(?:{_MINING})\b"
    r"|\b(?:reproduction|republication|redistribution|reuse)\b.{0,60}\b(?:without|requires?) .{0,40}\bpermission\b",
    re.IGNORECASE,
)
_ALL_RESERVED = re.compile(r"\ball (?:other )?rights (?:are )?reserved\b", re.IGNORECASE)
_LICENCE = re.compile(
    r"\bCC[ -](?:BY|0)(?:[ -](?:NC|SA|ND)){0,2}(?:[ -]\d\.\d)?\b|creativecommons\.org/(?:licenses|publicdomain)/"
    r"|\b(?:licen[sc]ed|released|published|available) under (?:an? |the )?(?:creative commons|CC\b|GFDL|open government)"
    r"|\bcreative commons\b.{0,60}\blicen[sc]e",
    re.IGNORECASE,
)
_HINTS = (
    *("credit", "cite", "citation", "attribut", "acknowledg", "indicat", "source", "link", "licens", "licenc", "creative"),
    *("cc ", "cc-", "republi", "reproduc", "reprint", "reserved", "mining", "tdm", "train", "permission", "not be "),
)
_REPORTED = re.compile(rf"\b(?:{REPORTING})\b", re.IGNORECASE)
_LONGEST = 600


def may_demand(text: str) -> bool:
    """Whether a line holds any of the words without which none of its sentences states terms."""
    lower = text.lower()
    return any(hint in lower for hint in _HINTS)


def reserves(text: str) -> bool:
    """Whether terms, as a publisher or a person states them, forbid that a text is copied."""
    return bool(_RESERVES.search(text[:_LONGEST]) or _ALL_RESERVED.search(text[:_LONGEST]))


def demands(sentence: str) -> bool:
    """Whether a sentence states terms of its own: asks for a credit, reserves a use, or names a licence.

    A sentence that reports what somebody said of such terms states none.
    """
    if len(sentence) > _LONGEST or _REPORTED.search(sentence):
        return False
    asks = _ASKS.search(sentence) and _OWN.search(sentence)
    return bool(asks or _RESERVES.search(sentence) or _LICENCE.search(sentence))
