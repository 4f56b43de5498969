"""The extract limit: one pass over what a page wants to show, which grants it or leaves it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Generic, NamedTuple, TypeVar

from digest.link.reading import Reading
from digest.model import Article, Citation, Limits, Source

Shows_co = TypeVar("Shows_co", covariant=True)


class Extract(NamedTuple):
    """Citations that are shown together: of each of `groups` at least one or nothing at all, of `more` any that may be.

    Those of the groups must be of `sources` articles or more, else nothing is shown either.
    """

    groups: tuple[tuple[Citation, ...], ...]
    more: tuple[Citation, ...] = ()
    sources: int = 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Request(Generic[Shows_co]):
    """What a part of a page wants to show: the first of `choices` that may be, each a wording of the same.

    Requests are looked at by `rank`, the lowest first. One that stands `under` another is looked at where that was granted.
    """

    shows: Shows_co
    rank: int
    choices: tuple[Extract, ...]
    under: Request[object] | None = None


class Grant(NamedTuple):
    """What of a request may be shown: which of its choices, and the citations of each of its groups and of `more`."""

    choice: int
    groups: tuple[tuple[Citation, ...], ...]
    more: tuple[Citation, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All citations that may be shown, in the order in which they were asked for."""
        return (*(one for group in self.groups for one in group), *self.more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """The requests that were granted; `dropped` counts the others, and the citations that the granted ones go without."""

    grants: Mapping[Request[object], Grant]
    dropped: int

    def of(self, requests: Iterable[Request[Shows_co]]) -> list[tuple[Shows_co, Grant]]:
        """Return what is shown of these requests, in their order."""
        return [(request.shows, self.grants[request]) for request in requests if request in self.grants]


@dataclass(slots=True, kw_only=True)
class Budget:
    """What may still be shown of each article of a story.

    Of one verbatim article (by id) at most `most` code points, and `quotation` in one citation. One sentence is always
    allowed. Titles, briefs and the lines beside a text that say whose it is do not count; what is shown twice counts once.
    """

    reading: Reading
    most: Mapping[str, int]
    quotation: int
    shown: dict[str, set[tuple[int, int]]] = field(default_factory=dict)

    @property
    def rooms(self) -> list[float]:
        """How many code points of each article of the reading may be shown; of a brief any number."""
        return [inf if one.text == "brief" else float(self.most[one.id]) for one in self.reading.articles]

    def take(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        """Return those of the citations that may be shown, asked for one after the other."""
        return tuple(citation for citation in citations if self._takes(citation))

    def grant(self, extract: Extract, choice: int) -> Grant | None:
        """Return what may be shown of an extract; None, and nothing taken, where a group may not be shown."""
        before = dict(self.shown)
        groups = []
        for group in extract.groups:
            groups.append(self.take(group))
            if not groups[-1]:
                break
        if not all(groups) or len({one.article_id for group in groups for one in group}) < extract.sources:
            self.shown = before
            return None
        return Grant(choice, tuple(groups), self.take(extract.more))

    def _takes(self, citation: Citation) -> bool:
        number = self.reading.number[citation.article_id]
        article = self.reading.articles[number]
        if article.text == "brief" or not 1 <= citation.paragraph <= len(article.paragraphs):
            return True
        if citation.end - citation.start > self.quotation:
            return False
        asked = {(citation.paragraph, place) for place in range(citation.start, citation.end)}
        shown = self.shown.get(article.id, set())
        if asked <= shown:
            return True
        after = shown | asked
        split = self.reading.boundaries[number][citation.paragraph]
        one = any(start <= citation.start and citation.end <= end for start, end in split) and after == asked
        if len(after) > self.most[article.id] and not one:
            return False
        self.shown[article.id] = after
        return True


def grant(requests: Iterable[Request[object]], budget: Budget) -> Granted:
    """Grant the requests in the order of their rank, of one rank as they come, as far as the budget goes."""
    grants: dict[Request[object], Grant] = {}
    dropped = 0
    for request in sorted(requests, key=lambda request: request.rank):
        if request.under is not None and request.under not in grants:
            continue
        found = (budget.grant(extract, choice) for choice, extract in enumerate(request.choices))
        granted = next((each for each in found if each), None)
        if granted is None:
            dropped += 1
            continue
        grants[request] = granted
        extract = request.choices[granted.choice]
        dropped += sum(map(len, extract.groups)) + len(extract.more) - len(granted.citations)
    return Granted(grants=grants, dropped=dropped)


def budget(reading: Reading, sources: Sequence[Source], limits: Limits) -> Budget:
    """Return a story's budget before anything is shown.

    Of an article the larger of `limits.share` of its text and `limits.least` code points, never more than half; a share that
    its publisher sets counts alone.
    """
    shares = {source.id: source.terms.extract_limit for source in sources if source.terms.extract_limit is not None}
    most = {article.id: _most(article, shares.get(article.source or ""), limits) for article in reading.articles}
    return Budget(reading=reading, most=most, quotation=limits.quotation)


def _most(article: Article, share: float | None, limits: Limits) -> int:
    """How many code points of an article may be shown, whose publisher allows this share of it (None: does not say)."""
    length = sum(map(len, article.paragraphs))
    if share is None:
        return int(min(length / 2, max(length * limits.share, limits.least)))
    return int(min(length / 2, length * min(share, limits.share)))
