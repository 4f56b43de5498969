"""Takedowns: which articles editors withdrew. Marked where articles come in, so that no later room shows one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from digest.clean.text import plain
from digest.clean.urls import canonical, id_of_address
from digest.common.hosts import bare_address
from digest.common.references import STORY_PATH, article_instead, article_names
from digest.model import Article, Decision, Permalink, Problem, Takedown, Text, Withdrawal


def take_down(
    articles: Sequence[Article], decisions: Iterable[Decision], permalinks: Iterable[Permalink]
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Mark the articles that editors withdrew, each meant by its id, its address, its file or its line of a file.

    All versions of an article are meant. Of two addresses that differ in http or https, in `www.` or in a slash at the end,
    one means the other too. What means several articles, or none, withdraws nothing and is a Problem; for an article that
    was published and has no file any more, one without words is added.
    """
    ruled = [(decision, decision.what) for decision in decisions if isinstance(decision.what, Takedown)]
    if not ruled:
        return tuple(articles), ()
    meant: dict[str, dict[str, None]] = {}
    for article in articles:
        for name in _meant_by(article):
            meant.setdefault(name, {})[article.id] = None
    stories = (permalink for permalink in permalinks if STORY_PATH.fullmatch(permalink.path))
    published = {member for permalink in stories for member in permalink.members}
    withdrawn: dict[str, Withdrawal] = {}
    gone: list[Article] = []
    problems = []
    for decision, what in ruled:
        names = _names(what)
        ids = list(dict.fromkeys(found for name in names for found in meant.get(name, ())))
        known = [name for name in (*names, *map(id_of_address, names)) if name in published]
        if len(ids) == 1:
            withdrawn.setdefault(ids[0], _withdrawal(ids[0], decision, what))
        elif known and not ids:
            gone.append(_without_words(known[0], decision, what))
        else:
            problems.append(_problem(decision, what, ids, meant))
    marked = (replace(article, withdrawn=withdrawn.get(article.id)) for article in articles)
    return (*marked, *gone), tuple(problems)


def _withdrawal(article_id: str, decision: Decision, what: Takedown) -> Withdrawal:
    decided = f"{decision.where}:{decision.line}"
    return Withdrawal(article_id=article_id, reason=plain(what.reason), at=what.at, decided=decided)


def _without_words(article_id: str, decision: Decision, what: Takedown) -> Article:
    return Article(
        id=article_id,
        where=decision.where,
        line=decision.line,
        title=Text(""),
        withdrawn=_withdrawal(article_id, decision, what),
    )


def _meant_by(article: Article) -> tuple[str, ...]:
    return (*article_names(article), bare_address(article.url)) if article.url else article_names(article)


def _names(what: Takedown) -> tuple[str, ...]:
    address = canonical(what.article) if "://" in what.article else None
    return (what.article, address, bare_address(address)) if address else (what.article,)


def _problem(decision: Decision, what: Takedown, ids: Sequence[str], known: Iterable[str]) -> Problem:
    detail = f"this takedown names an article that is not there: {what.article}"
    remedy = article_instead(what.article, known)
    if ids:
        detail = f"this takedown names {len(ids)} articles at once: {what.article}"
        remedy = f"write the id of the one that is meant: {', '.join(ids[:5])}{' …' if len(ids) > 5 else ''}"
    line, column = decision.place_of(what.article)
    return Problem(
        stage="clean",
        where=decision.where,
        line=line,
        column=column,
        code="unmatched",
        detail=detail,
        remedy=remedy,
        by_hand=True,
    )
