"""The citations of a story, and whether the stored articles read as they claim."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from digest.errors import CitationError
from digest.model import CUT, Citation, Edition, Passage, Story, Text


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
