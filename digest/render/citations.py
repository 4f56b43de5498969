"""Citations on a page: numbers that lead to a source's row, each with the exact words it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from digest.errors import CitationError
from digest.model import Article, Citation, Markdown, Story, Text
from digest.render.escape import escape, own
from digest.render.spoken import within
from digest.translations import say

_SHORT_WORD = 5  # characters between two marked words that are marked with them: " the "


class Citations:
    """The citations of one story: articles by number, and the words each citation stands on."""

    def __init__(self, story: Story, names: Mapping[str, str] | None = None) -> None:
        """`names` are the publishers by article id, for a page that shows the words of citations."""
        self.story, self.names = story, names or {}
        self.numbers = {article.id: number for number, article in enumerate(story.articles, 1)}
        self._articles = {article.id: article for article in story.articles}
        self.only_summaries = all(article.text == "brief" for article in story.articles)

    def article(self, citation: Citation) -> Article:
        """Return the article that is cited; CitationError where it is not in the story."""
        try:
            return self._articles[citation.article_id]
        except KeyError:
            raise CitationError(f"{self.story.path} cites {citation.article_id}, which is not in it") from None

    def words(self, citation: Citation) -> Text:
        """Return the words a citation stands on, read anew; CitationError where they are not there."""
        try:
            passage = self.article(citation).passage(citation.paragraph)
        except IndexError:
            raise CitationError(f"{self.story.path}: there is no paragraph for {citation}") from None
        if not 0 <= citation.start < citation.end <= len(passage):
            raise CitationError(f"{self.story.path}: {citation} lies outside its paragraph")
        return Text(passage[citation.start : citation.end])

    def sources(self, citations: Iterable[Citation]) -> list[int]:
        """Return the numbers of the sources cited, each once, in order."""
        return sorted({self.numbers[self.article(citation).id] for citation in citations})

    def in_part(self, citations: Iterable[Citation], page: str = "") -> Markdown:
        """Return the marks of the citations that carry part of a statement, and say so; nothing where there are none."""
        parts = [citation for citation in citations if citation.part]
        return own(f' <span class="part">{say("in part")}{self.marks(parts, page)}</span>') if parts else own("")

    def in_summary(self, citation: Citation) -> bool:
        """Tell whether the words are a contributor's summary and not the source's own."""
        article = self.article(citation)
        return article.text == "brief" and 1 <= citation.paragraph <= len(article.paragraphs)

    def stated(self, text: Text, citations: Sequence[Citation], page: str = "") -> Markdown:
        """Return a statement with the citations that carry all of it, which lead to the story's `page`."""
        return own(f"{within(text, self.article(citations[0]).language)}{self.marks(in_full(citations), page)}")

    def said(self, text: Text, citations: Sequence[Citation]) -> Markdown:
        """Return a statement for the story's own page; one in a contributor's words is marked as a summary.

        The page says it once, at its top, where all its sources are given in summary.
        """
        marked = self.in_summary(citations[0]) and not self.only_summaries
        summary = f' <span class="brief">{say("in summary")}</span>' if marked else ""
        return own(f"{self.stated(text, citations)}{summary}")

    def marks(self, citations: Sequence[Citation], page: str = "") -> Markdown:
        """Return the numbers as links to rows of the table on `page`; on the story's own page each with its words."""
        by_number: dict[int, list[Citation]] = {}
        for citation in citations:
            by_number.setdefault(self.numbers[self.article(citation).id], []).append(citation)
        parts = []
        for number, found in sorted(by_number.items()):
            tip = "" if page else f'<span class="tip"> {self._tip(number, found)}</span>'
            parts.append(f"[{number}{tip}]({page}#s{number})")
        return own(f"<sup>{' '.join(parts)}</sup>")

    def _tip(self, number: int, citations: Sequence[Citation]) -> str:
        name = escape(self.names.get(citations[0].article_id, ""))
        summaries = [citation for citation in citations if self.in_summary(citation)]
        parts = [f'<span class="of">{number} {name}</span>'] if name else []
        parts += [say("“{words}”", words=self._marked(citation)) for citation in citations if citation not in summaries]
        if summaries:
            words = " … ".join(self._marked(citation) for citation in summaries)
            parts.append(say("In summary: {words}", words=words))
        return " ".join(parts)

    def _marked(self, citation: Citation) -> str:
        """Return the cited words with those that other sources share made strong."""
        words, done, marked = self.words(citation), 0, ""
        for start, end in _joined(citation):
            marked += _piece(words[done:start]) + _piece(words[start:end], "**")
            done = end
        return within(own(marked + _piece(words[done:])), self.article(citation).language)


def in_full(citations: Iterable[Citation]) -> list[Citation]:
    """Return the citations that carry all of a statement."""
    return [citation for citation in citations if not citation.part]


def _joined(citation: Citation) -> list[tuple[int, int]]:
    """The shared spans, which count from the first of the cited words, those a short word apart made one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(citation.shared):
        begin, stop = max(start, 0), min(end, citation.end - citation.start)
        if begin >= stop:
            continue
        if spans and begin <= spans[-1][1] + _SHORT_WORD:
            spans[-1] = (spans[-1][0], max(stop, spans[-1][1]))
        else:
            spans.append((begin, stop))
    return spans


def _piece(words: str, mark: str = "") -> str:
    """Escape words that stand between others: the space at their ends stays, outside the mark."""
    core = escape(words)
    if not core:
        return " " if words else ""
    before, after = " " if words[0].isspace() else "", " " if words[-1].isspace() else ""
    return f"{before}{mark}{core}{mark}{after}"
