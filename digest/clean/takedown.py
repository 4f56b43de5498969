"""Takedowns: which articles editors withdrew. Asked where articles come in, so that no later room shows one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from digest import schema
from digest.clean.article import id_of_address
from digest.clean.text import plain
from digest.clean.urls import canonical
from digest.config import Decision, Permalink
from digest.model import Article, Entry, Problem, Text, Withdrawal
from digest.references import article_names
from digest.schema import STORY_PATH


class Takedowns:
    """The articles that decisions withdraw, each meant by its id, its address or its file; false where there are none.

    Of two addresses that differ in http or https, in `www.` or in a slash at the end, one means the other too.
    Everything that has the id or the address is meant, whoever brought it in, and every version of what a file's line means.
    A file that holds several articles means none of them.
    """

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._ruled = [(decision, decision.what) for decision in decisions if isinstance(decision.what, schema.Takedown)]
        self._by_name: dict[str, schema.Takedown] = {}
        for _, what in self._ruled:
            for name in _names(what):
                self._by_name.setdefault(name, what)

    def __bool__(self) -> bool:
        return bool(self._ruled)

    def names_file(self, entry: Entry) -> bool:
        """Tell whether an entry is meant by its file or its line."""
        return (entry.where if entry.by_hand else f"{entry.where}:{entry.line}") in self._by_name

    def include(self, article: Article) -> None:
        """Let the id of an article that is meant mean its other versions too."""
        for name in _meant_by(article):
            if name in self._by_name:
                self._by_name.setdefault(article.id, self._by_name[name])

    def of(self, article: Article) -> Withdrawal | None:
        """Return the withdrawal of an article; None where it stands."""
        what = next((self._by_name[name] for name in _meant_by(article) if name in self._by_name), None)
        return _withdrawal(article.id, what) if what else None

    def rest(
        self, articles: Sequence[Article], permalinks: Sequence[Permalink]
    ) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
        """Return what the takedowns mean that is not among the articles.

        That is an article without words for what was published and has no file any more, and a Problem for all else.
        """
        meant = {name for article in articles if article.withdrawn for name in _meant_by(article)}
        stories = (permalink for permalink in permalinks if STORY_PATH.fullmatch(permalink.path))
        published = {member for permalink in stories for member in permalink.members}
        gone: dict[str, Article] = {}
        problems = []
        for decision, what in self._ruled:
            names = _names(what)
            if meant.isdisjoint(names):
                ids = [name for name in (*names, *map(id_of_address, names)) if name in published]
                if ids:
                    gone.setdefault(ids[0], _without_words(ids[0], decision, what))
                else:
                    problems.append(_problem(decision, what, sum(article.where == what.article for article in articles)))
        return tuple(gone.values()), tuple(problems)


def _withdrawal(article_id: str, what: schema.Takedown) -> Withdrawal:
    return Withdrawal(article_id=article_id, reason=plain(what.reason), at=_instant(what.at))


def _without_words(article_id: str, decision: Decision, what: schema.Takedown) -> Article:
    return Article(
        id=article_id,
        where=decision.where,
        line=decision.line,
        title=Text(""),
        withdrawn=_withdrawal(article_id, what),
    )


def _meant_by(article: Article) -> tuple[str, ...]:
    names = [name for name in article_names(article) if name != article.where or not article.line]
    return (*names, _bare(article.url)) if article.url else tuple(names)


def _names(what: schema.Takedown) -> tuple[str, ...]:
    address = canonical(what.article) if "://" in what.article else None
    return (what.article, address, _bare(address)) if address else (what.article,)


def _bare(address: str) -> str:
    return address.partition("://")[2].removeprefix("www.").rstrip("/")


def _problem(decision: Decision, what: schema.Takedown, several: int) -> Problem:
    detail = f"this takedown names an article that is not there: {what.article}"
    remedy = "write an article's id, address or file, or delete this decision"
    if several:
        detail = f"this takedown names {several} articles at once: {what.article}"
        remedy = "write the article's id or address, or its line in the file after a colon"
    return Problem(
        stage="clean",
        where=decision.where,
        line=decision.line,
        code="unmatched",
        detail=detail,
        remedy=remedy,
        by_hand=True,
    )


def _instant(day: date | datetime | None) -> datetime | None:
    if day is None:
        return None
    moment = day if isinstance(day, datetime) else datetime.combine(day, time())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
