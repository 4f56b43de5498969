"""Where sentences begin and end, in the languages a digest may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import sentencex

from digest.language import language_of
from digest.language.english.speech import SHORT_TITLES

_NEVER_LAST = {
    # Abbreviations that sentencex takes for the end of a sentence although a name or a number follows.
    "en": re.compile(rf"\b(?:{SHORT_TITLES}|St|Cmdr|Maj|Brig|Adm|Reps|Sens|Supt|Hon|Fr|Msgr|Atty|Const|Insp|Det|vs)\.\Z"),
    "de": re.compile(r"\b(?:Dr|Prof|Hr|Fr|Nr|St|Mio|Mrd|Tsd|bzw|ca|z\. ?B|d\. ?h|u\. ?a)\.\Z"),
    "fr": re.compile(r"\b(?:M|MM|Mme|Mmes|Mlle|Dr|Me|Mgr|janv|févr|avr|juill|sept|oct|nov|déc|env|art)\.\Z"),
    "es": re.compile(r"\b(?:Sr|Sra|Srta|Dr|Dra|D|Dña|EE|UU|núm|art)\.\Z"),
    "it": re.compile(r"\b(?:Sig|Dott|Prof|Avv|On|Ing|art|n)\.\Z"),
}
_LONG = 200
_HOUR = re.compile(r"\b[ap]\.m\.\Z")
_AFTER_HOUR = re.compile(
    r"[a-z]|[A-Z][a-z]+ time\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:E[DS]?T|P[DS]?T|C[DS]?T|GMT|BST|UTC)\b"
)
_GERMAN_DAY = re.compile(r"\b[0-3]?\d\.\Z")
_GERMAN_MONTH = re.compile(r"Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez")
_STRAIGHT = str.maketrans("“”", '""')
_LEFT_BEHIND = re.compile(r"[)\]}»”’]+(?=\s|\Z)")
_CUT_TOO = re.compile(r"[។៕။།]+(?=\s+\S)")
"""Marks that end a sentence in Khmer, Burmese and Tibetan, and that sentencex does not know."""
_ENDS = (".", "!", "?", "…", "。", "！", "？", "｡", "．", "।", "॥", "؟", "۔", "։", "።", "፧", "។", "៕", "။", "།")
_CLOSING = "”\"'’»)]」』）】›“"
_QUOTED_END = re.compile(r"(?<![A-Z])[.…][”’)\]»]+(?=\s+[A-ZÀ-ÖØ-Þ“‘«])")


@lru_cache(maxsize=1024)
def sentences(text: str, language: str | None = "en") -> tuple[tuple[int, int], ...]:
    """Return the sentences of one paragraph as half-open spans of code points, in order, without the space around.

    `language` is an ISO 639 code; None and languages without rules of their own are read as English. The spans do not
    overlap and together hold every character that is not white space. Boundaries are sentencex's, mended where a closing
    mark, a title ("Gov."), an hour ("5 p.m. Tuesday") or a German day of the month was torn off; where a language marks no
    ends, as Thai, long paragraphs are cut at spaces.
    """
    code = (language or "en").split("-")[0].lower()
    spans: list[tuple[int, int]] = []
    for found in sentencex.get_sentence_boundaries(code, _alike(text)):
        first, last = found["start_index"], found["end_index"]
        cuts = sorted(match.end() for mark in (_QUOTED_END, _CUT_TOO) for match in mark.finditer(text, first, last))
        for begin, end in zip([first, *cuts], [*cuts, last], strict=True):
            left_behind = _LEFT_BEHIND.match(text, begin, end) if spans else None
            start = left_behind.end() if left_behind else begin
            if left_behind:
                spans[-1] = (spans[-1][0], start)
            if spans and _goes_on(text[slice(*spans[-1])].rstrip(), text[start:end].lstrip(), code):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    if not language_of(code).stops:
        spans = [piece for start, end in spans for piece in _pieces(text, start, end)]
    trimmed = (_trim(text, start, end) for start, end in spans)
    return tuple((start, end) for start, end in trimmed if start < end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What runs on without a mark, as in Thai, cut at the last space of every `_LONG` code points."""
    while end - start > _LONG and (space := text.rfind(" ", start, start + _LONG)) > start:
        yield start, space
        start = space
    yield start, end


def ended(text: str) -> bool:
    """Whether a text ends with a mark that ends sentences in any language, whatever marks close what it says."""
    return text.rstrip(_CLOSING).endswith(_ENDS)


def _alike(text: str) -> str:
    """The same text with quotation marks of one kind where two are mixed: a mark of one kind closes none of another."""
    if '"' not in text or not ("“" in text or "”" in text):
        return text
    straight = text.translate(_STRAIGHT)
    return straight if straight.count('"') % 2 == 0 else text


def _goes_on(before: str, after: str, code: str) -> bool:
    """Whether `after` belongs to the sentence that `before` seemed to end."""
    if not any(sign.isalpha() for sign in before) or not any(sign.isalnum() for sign in after):
        return True
    if _HOUR.search(before) and _AFTER_HOUR.match(after):
        return True
    if code == "de" and _GERMAN_DAY.search(before) and _GERMAN_MONTH.match(after):
        return True
    never_last = _NEVER_LAST.get(code)
    return bool(never_last and never_last.search(before))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
