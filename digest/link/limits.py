"""The extract limit: how much of an article a page may show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from digest.model import Article, Citation, Source
from digest.schema import Limits
from digest.sentences import sentences


@dataclass(slots=True, kw_only=True)
class Allowance:
    """What may still be shown of each article of a story; strongest extracts ask first.

    Of one verbatim article at most the larger of `share` of its text and `least` code points, never more than half; a share
    that its publisher sets counts alone. One sentence is always allowed. Titles, briefs and the lines beside a text that say
    whose it is do not count, and what is shown twice counts once.
    """

    articles: Mapping[str, Article]
    most: Mapping[str, int]
    quotation: int
    shown: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    dropped: int = 0

    def first(self, *choices: Citation) -> tuple[Citation, ...]:
        """The first of these citations that may be shown, empty where none may; counts as one dropped then."""
        before = self.dropped
        for choice in choices:
            if self.allows(choice):
                self.dropped = before
                return (choice,)
        self.dropped = before + 1
        return ()

    def together(self, citations: Sequence[Citation]) -> bool:
        """Whether all of these may be shown; where not, none counts as shown and all of them as one dropped."""
        before, shown = self.dropped, dict(self.shown)
        if all(self.allows(citation) for citation in citations):
            return True
        self.dropped, self.shown = before + 1, shown
        return False

    def allows(self, citation: Citation) -> bool:
        """Whether a citation may be shown; what is allowed counts as shown, what is not as dropped."""
        article = self.articles[citation.article_id]
        if article.text == "brief" or not 1 <= citation.paragraph <= len(article.paragraphs):
            return True
        if citation.end - citation.start > self.quotation:
            self.dropped += 1
            return False
        before = self.shown.setdefault(article.id, set())
        asked = {(citation.paragraph, place) for place in range(citation.start, citation.end)}
        after = before | asked
        if len(after) > self.most[article.id] and not (_one_sentence(article, citation) and after == asked):
            self.dropped += 1
            return False
        self.shown[article.id] = after
        return True

    def kept(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        """The citations that may be shown."""
        return tuple(citation for citation in citations if self.allows(citation))


def allowance(articles: Sequence[Article], sources: Sequence[Source], limits: Limits) -> Allowance:
    """Return a story's allowance before anything is shown."""
    shares = {source.id: source.terms.extract_limit for source in sources if source.terms.extract_limit is not None}
    most = {}
    for article in articles:
        length = sum(len(paragraph) for paragraph in article.paragraphs)
        asked = shares.get(article.source or "")
        bound = length * limits.share if asked is None else length * min(asked, limits.share)
        most[article.id] = int(min(length / 2, max(bound, limits.least if asked is None else 0)))
    by_id = {article.id: article for article in articles}
    return Allowance(articles=by_id, most=most, quotation=limits.quotation)


def _one_sentence(article: Article, citation: Citation) -> bool:
    text = article.passage(citation.paragraph)
    return any(start <= citation.start and citation.end <= end for start, end in sentences(text, article.language))
