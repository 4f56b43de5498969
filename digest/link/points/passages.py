"""Passages: what of a story may stand on its page, each a sentence, its beginning, or two sentences of one paragraph."""

from __future__ import annotations

import re

from digest.language.standing import LEANING, QUOTING, unattributed, unquoted
from digest.link.reading import LONGEST, Reading, Span

LEAST = 40
"""Code points that a passage has at least, in a language whose grammar is known."""
_SPEAKER = re.compile(r"\b[A-Z][a-z]+")


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
    grammar = reading.language.grammar
    if grammar is None or sentence >= len(reading.sentences):
        return False
    one, other = reading.sentences[sentence - 1], reading.sentences[sentence]
    return one.article == other.article and bool(grammar.standing.turning.match(other.text))


def _attributed(reading: Reading, span: Span) -> bool:
    """Whether a whole sentence is a quotation and says whose."""
    grammar = reading.language.grammar
    if grammar is None or span.refusal not in QUOTING or span.cut or not reading.in_text(span):
        return False
    words = reading.words(span)
    around = unquoted(words).strip(" ,.")
    known = _SPEAKER.search(around) and not grammar.standing.nobody.search(around)
    return bool(known) and not words.endswith(("?”", '?"'))


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
    readable = span.refusal is None or span.refusal in LEANING
    return readable and reading.in_text(span) and not unattributed(reading.words(span), reading.language)
