"""Passages: what of a story may stand on its page, each a sentence, its beginning, or two sentences of one paragraph."""

from __future__ import annotations

import re

from digest.language.clauses import unattributed
from digest.language.refusals import Refusal
from digest.link.reading import LONGEST, Reading, Span

LEAST = 40
"""Code points that a passage has at least, in a language whose grammar is known."""
_FOLLOWS = (
    None,
    Refusal.DANGLING,
    Refusal.SPOKEN_BY_PRONOUN,
    Refusal.LEANS,
    Refusal.PRONOUN,
    Refusal.LATE_SUBJECT,
)
"""Why a sentence may not stand alone that can be read behind another."""
_TURNS = re.compile(r"(?:But|However|Yet|Nevertheless|Nonetheless|Instead)\b|[^.]{0,60}, however,|[^.]{0,80}\bhas since\b")
"""How a sentence begins that takes back or limits the one before it."""


_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|``.*?''")
_SPEAKER = re.compile(r"\b[A-Z][a-z]+")
_NOBODY = re.compile(r"\b(?:he|she|they|it|we|I|you|this|that|his|her|their|our|my|him|them)\b", re.IGNORECASE)
"""Words outside a quotation that name nobody a reader of that sentence alone would know."""


def passages(reading: Reading) -> list[int]:
    """Return the spans, by number, that may stand on the page.

    Each stands alone; a second sentence may lean on the first. One that the sentence after it turns is shown with that one
    or not at all.
    """
    whole, longest = _whole(reading), _longest(reading)
    turned = [_turns(reading, sentence + 1) for sentence in range(len(reading.sentences))]
    found = [row for sentence, row in whole.items() if not turned[sentence]]
    for row, span in enumerate(reading.spans):
        if span.pair and not turned[span.sentence + 1]:
            first, second = whole.get(span.sentence), longest.get(span.sentence + 1)
            if first is not None and first == longest[span.sentence] and second is not None and _follows(reading, second):
                found.append(row)
    return sorted(found)


def _whole(reading: Reading) -> dict[int, int]:
    """For each sentence that has one the longest run of clauses from its beginning that stands alone."""
    grammar = reading.language.grammar
    found: dict[int, int] = {}
    begins: dict[int, int] = {}
    for row, span in enumerate(reading.spans):
        if span.pair:
            continue
        begins.setdefault(span.sentence, span.start)
        titles = bool(reading.articles[span.article].paragraphs) and not span.paragraph
        readable = span.alone or _attributed(reading, span)
        if titles or not readable or span.start != begins[span.sentence] or (grammar and span.end - span.start < LEAST):
            continue
        best = found.get(span.sentence)
        if best is None or reading.spans[best].end < span.end <= span.start + LONGEST:
            found[span.sentence] = row
    return found


def _turns(reading: Reading, sentence: int) -> bool:
    """Whether the sentence with this number takes back or limits the one before it, also across paragraphs."""
    if not reading.language.grammar or sentence >= len(reading.sentences):
        return False
    one, other = reading.sentences[sentence - 1], reading.sentences[sentence]
    return one.article == other.article and bool(_TURNS.match(other.text))


def _attributed(reading: Reading, span: Span) -> bool:
    """Whether a whole sentence is a quotation and says whose."""
    if span.refusal not in (Refusal.QUOTED, Refusal.BEGINS_QUOTED) or span.cut or not reading.in_text(span):
        return False
    around = _QUOTED.sub("", reading.words(span)).strip(" ,.")
    return bool(_SPEAKER.search(around)) and not _NOBODY.search(around) and not reading.words(span).endswith(("?”", '?"'))


def _longest(reading: Reading) -> dict[int, int]:
    """For each sentence the longest of its spans that begin it."""
    found: dict[int, int] = {}
    for row, span in enumerate(reading.spans):
        best = found.get(span.sentence)
        if not span.pair and (best is None or (span.start, -span.end) <= _ends(reading.spans[best])):
            found[span.sentence] = row
    return found


def _ends(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _follows(reading: Reading, row: int) -> bool:
    """Whether a sentence reads well behind the one before it."""
    span = reading.spans[row]
    return reading.in_text(span) and span.refusal in _FOLLOWS and not unattributed(reading.words(span))
