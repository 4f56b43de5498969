"""Passages: what of a story may stand on its page, each a sentence, its beginning, or two sentences of one paragraph."""

from __future__ import annotations

import re

from digest.language.clauses import whole
from digest.language.marks import CLOSING, OPENING
from digest.language.standing import LEANING, OPEN, POINTING, QUOTING, SURROUNDED, refusal, unattributed, unquoted
from digest.link.reading import ENDS_MIDWAY, LONGEST, Reading, Span

LEAST = 40
"""Code points that a passage has at least, in a language whose grammar is known."""
LEANS = 2
"""Signs by which a passage may lean on what is around it: the page around it tells the news too."""
_SPEAKER = re.compile(r"\b[A-Z][a-z]+")
_SO_CALLED = re.compile(rf"[{OPENING}][^{CLOSING}]{{1,40}}[^,.?!{CLOSING}][{CLOSING}] [a-z]")
_ASKED = tuple(f"?{mark}" for mark in CLOSING)


def passages(reading: Reading) -> list[int]:
    """Return the spans, by number, that may stand on the page.

    Each is understood there; a second sentence may lean on the first, or end a quotation that the first begins. One that the
    sentence after it turns is shown with that one or not at all.
    """
    begins, longest = _begins(reading), _longest(reading)
    turned = [turns(reading, sentence + 1) for sentence in range(len(reading.sentences))]
    found = [row for row in begins.values() if not turned[reading.spans[row].sentence] and _closed(reading, row)]
    for row, span in enumerate(reading.spans):
        if span.pair and not turned[span.sentence + 1] and _closed(reading, row):
            first, second = begins.get(span.sentence), longest.get(span.sentence + 1)
            if first is not None and first == longest[span.sentence] and second is not None and _follows(reading, second):
                found.append(row)
    return sorted(found)


def _closed(reading: Reading, row: int) -> bool:
    """Whether no quotation and no bracket is left open, where marks are known."""
    return reading.language.grammar is None or whole(reading.words(reading.spans[row]))


def _begins(reading: Reading) -> dict[int, int]:
    """For each sentence that has one the longest run of clauses from its beginning that the page makes plain."""
    grammar = reading.language.grammar
    found: dict[int, int] = {}
    begins: dict[int, int] = {}
    for row, span in enumerate(reading.spans):
        if span.pair:
            continue
        begins.setdefault(span.sentence, span.start)
        short = grammar and span.end - span.start < LEAST
        # Where quotations are not told from reports, one that begins a sentence is a line only if others print it too.
        said = not grammar and reading.words(span)[:1] in OPENING
        if span.start != begins[span.sentence] or short or said or not _plain(reading, span):
            continue
        best = found.get(span.sentence)
        if best is None or reading.spans[best].end < span.end <= span.start + LONGEST:
            found[span.sentence] = row
    return found


def _plain(reading: Reading, span: Span) -> bool:
    """Whether who has read of the news understands a span."""
    if span.refusal == ENDS_MIDWAY and span.end - span.start >= LONGEST // 2:
        return _pauses(reading, span)
    leaning = span.refusal in (POINTING, SURROUNDED) and reading.leaning(span) <= LEANS and not turns(reading, span.sentence)
    opening = span.refusal == OPEN and not span.cut
    return span.alone or leaning or opening or _attributed(reading, span)


def _pauses(reading: Reading, span: Span) -> bool:
    """Whether a sentence too long to be shown whole is cut where a reader pauses, and neither turned nor limited there."""
    sentence = reading.sentences[span.sentence]
    start, end = span.start - sentence.start, span.end - sentence.start
    grammar, long = reading.language.grammar, len(sentence.text) - start > LONGEST
    if grammar is None or not long or grammar.cuts.condition.match(sentence.text, end):
        return False
    return refusal(sentence.text, start, end, True, reading.language, reading.lexicon.names) is None


def turns(reading: Reading, sentence: int) -> bool:
    """Whether the sentence with this number takes back or limits the one before it, also across paragraphs."""
    language = reading.language
    if sentence >= len(reading.sentences):
        return False
    one, other = reading.sentences[sentence - 1], reading.sentences[sentence]
    if one.article != other.article:
        return False
    if language.grammar is None:
        found = language.leaning.match(other.text)
        return found is not None and found.rule.tells == "turns"
    return bool(language.grammar.standing.turning.match(other.text))


def _attributed(reading: Reading, span: Span) -> bool:
    """Whether a whole sentence is a quotation and says whose, or begins with a word that is only called so."""
    grammar = reading.language.grammar
    if grammar is None or span.refusal not in QUOTING or span.cut or not reading.in_text(span):
        return False
    words = reading.words(span)
    around = unquoted(words).strip(" ,.")
    known = _SPEAKER.search(around) and not grammar.standing.nobody.search(around)
    return bool(_SO_CALLED.match(words) or known) and not words.endswith(_ASKED)


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
    readable = span.refusal is None or span.refusal in LEANING or span.refusal in QUOTING or span.refusal == OPEN
    return readable and not unattributed(reading.words(span), reading.language)
