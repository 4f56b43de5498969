"""Which hand-added articles were there already: their address, or nearly their words from the same publisher."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digest.common.hosts import bare_address
from digest.common.notices import same_publisher
from digest.model import Article, Problem

_ARCHIVED = ".jsonl"  # how the files of what feeds brought end; a person writes none


def already_there(articles: Iterable[Article]) -> Iterator[Problem]:
    """Yield a note for each hand-added article that another file holds too; each of two such files names the other.

    `articles` are those that `dedupe` returns, with their copies. What another publisher printed of an article is a copy
    that a digest shows, and no mistake; neither is what feeds bring twice.
    """
    sets = [(article, *(copy.article for copy in article.copies)) for article in articles]
    at: dict[str, list[Article]] = {}
    for one in (each for together in sets for each in together if each.url):
        at.setdefault(bare_address(one.url or ""), []).append(one)
    for together in sets:
        for one in (each for each in together if not _is_archived(each)):
            same = [other for other in at.get(bare_address(one.url or ""), ()) if other.where != one.where]
            near = [other for other in together if other.where != one.where and same_publisher(one, other)]
            if same or near:
                detail = "{} has this address already" if same else "{} has nearly these words of the same publisher already"
                yield _note(one, (same or near)[0], detail)


def _is_archived(article: Article) -> bool:
    return article.where.endswith(_ARCHIVED)


def _note(one: Article, other: Article, detail: str) -> Problem:
    feeds = _is_archived(other)
    return Problem(
        stage="dedupe",
        where=one.where,
        line=one.line,
        code="already-there",
        detail=detail.format(f"{other.where}:{other.line}" if feeds else other.where),
        remedy="delete this file, unless it says more than the feed did" if feeds else "delete one of the two",
        other=other.where,
    )
