"""Citations: made from spans, and re-read against the stored articles."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from digest.errors import CitationError
from digest.link.clauses import beside
from digest.link.reading import Reading, Sentence
from digest.model import Article, Citation, Edition, Passage, Story, Text
from digest.sentences import ended

CUT = "…"


def clip(article: Article, citation: Citation) -> Text:
    """Return the cited words, with … on a side where they stop short of the end of their sentence."""
    passage = article.passage(citation.paragraph)
    words = passage[citation.start : citation.end]
    before = passage[: citation.start].rstrip(" “\"'‘(")
    after = passage[citation.end :].lstrip("”\"'’)")
    starts = (
        not before
        or beside(passage, first=True) == citation.start
        or before[-1] == ":"
        or ended(before[-1])
        or (words[:1].isupper() and before[-1] in "”\"'’)")
    )
    ends = not after.strip() or ended(words) or after[0] in ".!?。"
    return Text(("" if starts else CUT) + words + ("" if ends else CUT))


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


def citations(story: Story) -> Iterable[Citation]:
    """Every citation of a story, part by part; those of passages last."""
    for point in story.points:
        yield from point.citations
    for figure in story.figures:
        for value in figure.values:
            yield from value.citations
    for quote in story.quotes:
        yield from quote.citations
    for origin in story.origins:
        yield from origin.evidence
    for passage in passages(story):
        yield from passage.citations


def passages(story: Story) -> Iterable[Passage]:
    """Every passage of a story: those beside its points, and those of one source alone."""
    return chain(*(point.beside for point in story.points), story.only_in)


def quoted(story: Story, citation: Citation) -> Text:
    """Return the words a citation stands on; KeyError or IndexError where they are not there."""
    article = next((article for article in story.articles if article.id == citation.article_id), None)
    if article is None:
        raise KeyError(citation.article_id)
    words = article.passage(citation.paragraph)[citation.start : citation.end]
    if not 0 <= citation.start < citation.end or len(words) != citation.end - citation.start:
        raise IndexError(f"{citation} lies outside its paragraph")
    return Text(words)


def verify(edition: Edition) -> None:
    """Re-read every citation of an edition against its stored article.

    Raises CitationError where words are not there, where a statement has no citation, or where a point's text is not what
    its first citation quotes.
    """
    for story in edition.stories:
        for found in citations(story):
            try:
                quoted(story, found)
            except (KeyError, IndexError) as error:
                raise CitationError(f"story {story.id}: {found} cannot be re-read") from error
        texts = [(point.text, point.citations) for point in story.points]
        texts += [(passage.text, passage.citations) for passage in passages(story)]
        for text, cited in texts:
            if not cited or text.strip(CUT) != quoted(story, cited[0]).strip(CUT):
                raise CitationError(f"story {story.id}: {text!r} is not what its first citation quotes")
        uncited = [quote.text for quote in story.quotes if not quote.citations]
        uncited += [origin.name for origin in story.origins if not origin.evidence]
        uncited += [value.text for figure in story.figures for value in figure.values if not value.citations]
        if uncited:
            raise CitationError(f"story {story.id}: {uncited[0]!r} has no citation")
