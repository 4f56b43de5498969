"""Citations: made from spans of sentences, and the words that stand for them on a page."""

from __future__ import annotations

from collections.abc import Iterable

from digest.language import language_of
from digest.language.clauses import beside
from digest.language.sentences import ended
from digest.link.reading import Reading, Sentence
from digest.model import CUT, Article, Citation, Passage, Text


def clip(article: Article, citation: Citation) -> Text:
    """Return the cited words, with … on a side where they stop short of the end of their sentence."""
    passage = article.passage(citation.paragraph)
    words = passage[citation.start : citation.end]
    before = passage[: citation.start].rstrip(" “\"'‘(")
    after = passage[citation.end :].lstrip("”\"'’)")
    starts = (
        not before
        or beside(passage, language_of(article.language), first=True) == citation.start
        or before[-1] == ":"
        or ended(before[-1])
        or (words[:1].isupper() and before[-1] in "”\"'’)")
    )
    ends = not after.strip() or ended(words) or after[0] in ".!?。"
    return Text(("" if starts else CUT) + words + ("" if ends else CUT))


def passage(reading: Reading, citation: Citation) -> Passage:
    """Return what is cited, as a passage to be read."""
    article = reading.articles[reading.number[citation.article_id]]
    return Passage(article_id=article.id, text=clip(article, citation), citations=(citation,))


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


def extract(sentence: Sentence, start: int, end: int, most: int = 160) -> tuple[int, int]:
    """Return the run of clauses around [start, end) of a sentence: all of it where it is short."""
    if len(sentence.text) <= most:
        return 0, len(sentence.text)
    parts = sentence.clauses
    inside = [n for n, part in enumerate(parts) if part.start < end and start < part.end]
    first, last = (inside[0], inside[-1]) if inside else (0, len(parts) - 1)
    while (
        first
        and parts[last].end - parts[first - 1].start <= most
        and len(sentence.text[parts[first].start : start].split()) < 4
    ):
        first -= 1
    while last + 1 < len(parts) and not parts[last].closes and parts[last + 1].end - parts[first].start <= most:
        last += 1
    stop = parts[last].end if last + 1 < len(parts) else len(sentence.text)
    begin = parts[first].start if first else 0
    if stop - begin > 2 * most:
        return start, end
    return begin, stop


def cite(reading: Reading, sentence: Sentence, start: int, end: int) -> Citation:
    """Return the citation of the clauses around [start, end) of a sentence, those words marked as what is shared."""
    first, last = extract(sentence, start, end)
    return Citation(
        article_id=reading.articles[sentence.article].id,
        paragraph=sentence.paragraph,
        start=sentence.start + first,
        end=sentence.start + last,
        shared=((start - first, end - first),),
    )
