"""Citations: made from spans of sentences, and the words that stand for them on a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from digest.language import language_of
from digest.language.clauses import run_in_length
from digest.language.marks import CLOSERS, OPENERS
from digest.language.sentences import ended
from digest.link.reading import LONGEST, Reading, Sentence
from digest.model import CUT, Article, Citation, Passage, Text

_ROOM = 160
"""Code points up to which more of a sentence is cited than the clauses that the words in question stand in."""
_LEAST_BEFORE = 4
"""Words before those in question from which no clause before them is needed."""


def clip(article: Article, citation: Citation) -> Text:
    """Return the cited words, with … on a side where they stop short of the end of their sentence."""
    passage = article.passage(citation.paragraph)
    words = passage[citation.start : citation.end]
    before = passage[: citation.start].rstrip(f" {OPENERS}")
    after = passage[citation.end :].lstrip(CLOSERS)
    starts = (
        not before
        or run_in_length(passage, language_of(article.language), first=True) == citation.start
        or before[-1] == ":"
        or ended(before[-1])
        or (words[:1].isupper() and before[-1] in CLOSERS)
    )
    ends = not after.strip() or ended(words) or after[0] in ".!?。"
    return Text(("" if starts else CUT) + words + ("" if ends else CUT))


def passage(reading: Reading, citation: Citation) -> Passage:
    """Return what is cited, as a passage to be read."""
    article = reading.articles[reading.number[citation.article_id]]
    return Passage(article_id=article.id, text=clip(article, citation), citations=(citation,))


def only_shared(citation: Citation) -> Citation:
    """Return the citation of nothing but the first of the words that are marked in a citation as shared."""
    (first, last), *_ = citation.shared
    return replace(citation, start=citation.start + first, end=citation.start + last, shared=((0, last - first),))


def cite_span(reading: Reading, row: int, others: Iterable[int] = ()) -> Citation:
    """Return the citation of the span at `row`, with the words marked that it shares with the spans at `others`."""
    span = reading.spans[row]
    keys = {term.key for other in others if other != row for term in reading.spans[other].terms}
    offset = span.start - reading.sentences[span.sentence].start
    return Citation(
        article_id=reading.articles[span.article].id,
        paragraph=span.paragraph,
        start=span.start,
        end=span.end,
        shared=tuple((term.start - offset, term.end - offset) for term in span.terms if term.key in keys),
    )


def clauses_around(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the code points [first, last) of a sentence to cite for the words at [start, end) of it.

    A sentence of at most `_ROOM` code points is cited whole. Of a longer one the clauses that the words stand in, and as far
    as they fit into `_ROOM` those before while fewer than `_LEAST_BEFORE` words stand before the words in question, and
    those behind up to one that closes. Where all that is longer than an extract may be (`LONGEST`), the words alone.
    """
    if len(sentence.text) <= _ROOM:
        return 0, len(sentence.text)
    parts = sentence.clauses
    inside = [n for n, part in enumerate(parts) if part.start < end and start < part.end]
    lower, upper = (inside[0], inside[-1]) if inside else (0, len(parts) - 1)
    while (
        lower
        and parts[upper].end - parts[lower - 1].start <= _ROOM
        and len(sentence.text[parts[lower].start : start].split()) < _LEAST_BEFORE
    ):
        lower -= 1
    while upper + 1 < len(parts) and not parts[upper].closes and parts[upper + 1].end - parts[lower].start <= _ROOM:
        upper += 1
    first = parts[lower].start if lower else 0
    last = parts[upper].end if upper + 1 < len(parts) else len(sentence.text)
    return (start, end) if last - first > LONGEST else (first, last)


def cite(reading: Reading, sentence: Sentence, start: int, end: int) -> Citation:
    """Return the citation of the clauses around [start, end) of a sentence, those words marked as what is shared."""
    first, last = clauses_around(sentence, start, end)
    return Citation(
        article_id=reading.articles[sentence.article].id,
        paragraph=sentence.paragraph,
        start=sentence.start + first,
        end=sentence.start + last,
        shared=((start - first, end - first),),
    )
