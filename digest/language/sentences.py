"""Where sentences begin and end, in the languages a digest may have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import sentencex

from digest.language.calendar import month_of, tokens
from digest.language.grammar import Grammar
from digest.language.marks import CLOSERS, ENDS
from digest.language.profile import Language
from digest.language.registry import language_of
from digest.language.words import SIGN, Tokenizer

_LONGEST_UNMARKED = 200
_LONG, _LEAST_LONG = 3, 5
"""Letters of a word that is no article or preposition; how many longer ones a headline has at least."""
_HEADLINE = 0.85
"""Share of longer words with a capital above which a line is a headline."""
_LONGEST = 2_000
"""Code points of the longest sentence: what runs on further is none, and would be compared word by word with all others."""
_NEAR = 60
"""Code points on each side of a cut that are read for where words end."""
_WORDS = Tokenizer(f"{SIGN}+")
_DAY = re.compile(r"\b[0-3]?\d\.\Z")
_STRAIGHT = str.maketrans("“”", '""')
_LEFT_BEHIND = re.compile(r"[)\]}»”’]+(?=\s)")
_CUT_TOO = re.compile(r"[។៕།](?=\s)")
"""Marks that end a sentence in Khmer and Tibetan, and that sentencex does not know; Khmer prints one inside "etc."."""
_QUOTED_END = re.compile(r"(?<![A-Z])[.…][”’)\]»]+(?=\s+[A-ZÀ-ÖØ-Þ“‘«])")


@lru_cache(maxsize=1024)
def sentences(text: str, language: str | None = None) -> tuple[tuple[int, int], ...]:
    """Return the sentences of one paragraph as half-open spans of code points, in order, without the space around.

    `language` is an ISO 639 code. The spans do not overlap and together hold every character that is not white space.
    Boundaries are sentencex's, mended where a closing mark was torn off, or what the language says is no end (a title, an
    hour, a day of the month); where a language marks no ends, as Thai, long paragraphs are cut at spaces.
    """
    known = language_of((language or "").split("-")[0].lower())
    spans: list[tuple[int, int]] = []
    for found in sentencex.get_sentence_boundaries(known.code, _with_paired_marks(text)):
        first, last = found["start_index"], found["end_index"]
        cuts = sorted(match.end() for mark in (_QUOTED_END, _CUT_TOO) for match in mark.finditer(text, first, last))
        for begin, end in zip([first, *cuts], [*cuts, last], strict=True):
            left_behind = _LEFT_BEHIND.match(text, begin, end) if spans else None
            start = left_behind.end() if left_behind else begin
            if left_behind:
                spans[-1] = (spans[-1][0], start)
            if spans and _goes_on(text[slice(*spans[-1])].rstrip(), text[start:end].lstrip(), known):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    longest = _LONGEST if known.stops else _LONGEST_UNMARKED
    spans = [piece for span in spans for piece in pieces(text, *span, longest, known.code)]
    trimmed = (_trim(text, start, end) for start, end in spans)
    return tuple((start, end) for start, end in trimmed if start < end)


def pieces(
    text: str, start: int, end: int, longest: int = _LONGEST, language: str | None = None
) -> Iterator[tuple[int, int]]:
    """What runs on without a mark, as in Thai, cut at the last space of every `longest` code points, or where a word ends.

    Yields half-open spans of code points that together are text[start:end].
    """
    while end - start > longest:
        space = text.rfind(" ", start, start + longest)
        cut = space if space > start else _word_end(text, start + max(longest, _LONGEST), language)
        if cut >= end:
            break
        yield start, cut
        start = cut
    yield start, end


def _word_end(text: str, at: int, language: str | None) -> int:
    """The end of the last word that ends at a place or shortly before it; the place where none does."""
    begin = at - _NEAR
    ends = {begin + last for _, last in _WORDS.spans(text[begin : at + _NEAR], language)}
    return max((each for each in ends if begin < each <= at), default=at)


def ended(text: str) -> bool:
    """Whether a text ends with a mark that ends sentences in any language, whatever marks close what it says."""
    return text.rstrip(CLOSERS).endswith(ENDS)


def is_headline(text: str, grammar: Grammar | None) -> bool:
    """Whether a line is a headline in which each word has a capital, so that a capital tells nothing.

    A verb in small letters, where verbs are known, is one of a sentence that is made of names.
    """
    long = [word for word in text.split() if len(word) > _LONG and word[0].isalpha()]
    if len(long) < _LEAST_LONG or sum(word[0].isupper() for word in long) <= _HEADLINE * len(long):
        return False
    return grammar is None or not grammar.standing.verb.search(text)


def _with_paired_marks(text: str) -> str:
    """The same text with quotation marks of one kind where two are mixed: a mark of one kind closes none of another."""
    if '"' not in text:
        return text
    straight = text.translate(_STRAIGHT)
    return straight if straight.count('"') % 2 == 0 else text


def _goes_on(before: str, after: str, known: Language) -> bool:
    """Whether `after` belongs to the sentence that `before` seemed to end."""
    if not any(sign.isalpha() for sign in before) or not any(sign.isalnum() for sign in after):
        return True
    if any(first.search(before) and second.match(after) for first, second in known.joined):
        return True
    if known.dotted_days and _DAY.search(before) and month_of(tokens(after.split(maxsplit=1)[0]), known.code):
        return True
    return bool(known.abbreviated and known.abbreviated.search(before))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a piece without the space around it; where it is nothing else, its end stands before its start."""
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())
