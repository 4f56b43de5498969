"""Two sentences as two articles of a story: does the one support the other?"""

import numpy as np

from digest.language.marks import ASKING
from digest.link.reading import read
from digest.link.support import OPENING, PART, SUPPORT, SpanTerms, Veto, parts
from digest.link.support.model import supports
from digest.model import Article, Text


def between(statement, words, *others, language="en"):
    """Whether words of the second text support the first in full, and whether it does in part; `others` stand by."""
    texts = [text if text.endswith(ASKING) else f"{text}." for text in (statement, words, *others)]
    articles = [
        Article(id=f"{number:016}", where="x", title=Text("Easton"), paragraphs=(Text(text),), language=language)
        for number, text in enumerate(texts)
    ]
    terms = SpanTerms(read(articles))
    spans = terms.reading.spans
    mine, theirs = (
        max((row for row, span in enumerate(spans) if span.article == number), key=lambda row: terms.length[row])
        for number in (0, 1)
    )
    found = supports(terms, [mine])
    at = terms.owner[found.supporters] == 1
    full = bool(((found.veto[at] == Veto.NONE) & (found.chance[at] >= (SUPPORT - OPENING * found.verb)[at])).any())
    able = np.zeros(len(spans), dtype=bool)
    able[theirs] = True
    partly = parts(terms, supports(terms, [row for row, span in enumerate(spans) if span.alone]), [mine], able)
    return full, bool((partly.chance >= PART).any())
