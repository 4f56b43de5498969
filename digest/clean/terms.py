"""What a publisher asks of those who use its words, where the text says so."""

from __future__ import annotations

import re

_ASKS = re.compile(
    r"\b(?:must|required to|are asked to|are requested to|please|should|have to|provided that|as long as|on condition)\b"
    r".{0,80}\b(?:credit(?:ed|s)?|cite[ds]?|attribut\w+|acknowledg\w+|indicat\w+ (?:the|its) (?:original )?(?:source|author)|"
    r"(?:name|state|mention|quote) (?:the|its|our|us as the) (?:original )?source|link(?:ing)? back|includ\w+ (?:a|the) link)\b"
    r"|\b(?:citations?|quotations?|reproductions?|reprints?|republication|reposts?|reuse) (?:must|should|requires?|is only)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:source|citations?|cite|reprint|reproduc\w+|republish\w*|repost\w*|reuse|article|story|content|material|text|work|"
    r"author|publisher|website|page|link)\b",
    re.IGNORECASE,
)
_RESERVES = re.compile(
    r"\b(?:may|must|can|shall|should|might) ?not be (?:(?:\w+|,|or|and)[ ,]+){0,8}?(?:republished|reproduced|redistributed|rewritten|reprinted|copied|"
    r"broadcast|scraped|used (?:to|for) (?:\w+ )?train\w*)\b"
    r"|\b(?:text and data mining|TDM|machine learning|AI (?:training|models?))\b.{0,80}\b(?:reserved|prohibited|forbidden|not permitted|opt(?:ed|s)? out)\b"
    r"|\b(?:reserved|prohibited|forbidden|not permitted)\b.{0,80}\b(?:text and data mining|TDM|AI training)\b",
    re.IGNORECASE,
)
_LICENCE = re.compile(
    r"\bCC[ -](?:BY|0)(?:[ -](?:NC|SA|ND)){0,2}(?:[ -]\d\.\d)?\b|creativecommons\.org/(?:licenses|publicdomain)/"
    r"|\b(?:licen[sc]ed|released|published|available|republished?) under (?:an? |the )?(?:creative commons|CC\b|MIT|GFDL|open government)"
    r"|\bcreative commons\b.{0,60}\blicen[sc]e",
    re.IGNORECASE,
)


def demands(sentence: str) -> bool:
    """Whether a sentence states terms: asks for a credit, reserves a use, or names a licence."""
    if len(sentence) > 600:
        return False
    asks = _ASKS.search(sentence) and _OWN.search(sentence)
    return bool(asks or _RESERVES.search(sentence) or _LICENCE.search(sentence))
