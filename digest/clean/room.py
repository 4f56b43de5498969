"""The verb: entries in, articles and problems out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from digest.clean.asked import Asked, answers_of
from digest.clean.dates import absurd
from digest.clean.horizon import horizon
from digest.clean.identity import identified
from digest.clean.takedown import take_down
from digest.clean.terms import reserves
from digest.common.memo import Memo, Question, no_memo
from digest.common.publishers import Publishers, known
from digest.model import Article, Config, Decision, Entry, Problem, When

_Cleaned = tuple[tuple[Question, ...], Article | None, tuple[Problem, ...]]
"""What was asked of the known sources, the article, and what is wrong or missing."""

_EARLY = "when nothing can have been published"
_LATE = "later than anything here can be ({:%Y-%m-%d})"
_OR_NOW = "; if it is right, give today's day with `--now`"


def clean(
    entries: Iterable[Entry], config: Config, now: datetime | None, memo: Memo = no_memo
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return one plain-text article for each entry that holds words, in the order of the entries, and the problems.

    Publishers are resolved through `config.sources`. A date before 1971 or after the `horizon` is taken away; a person who
    wrote it is told so. An entry without any word is a Problem and no article. An article that an editor took down is marked
    as withdrawn, and never remembered; one that was published and is gone comes without words. Never raises for bad input.
    """
    given = tuple(entries)
    publishers, languages = known(config.sources), config.digest.languages or ("en",)
    recalled = partial(
        memo,
        partial(_article_of, publishers=publishers, languages=languages),
        returns=_Cleaned,
        salt=repr(languages),
        asks=answers_of(publishers),
    )
    found: list[tuple[Entry, Article]] = []
    problems: list[Problem] = []
    for entry, (_, article, wrong) in zip(given, recalled(given, spread=True), strict=True):
        problems.extend(wrong)
        found.extend([(entry, article)] if article else [])
    end = horizon(found, config.checkout, now)
    pairs: list[tuple[Entry, Article]] = []
    for entry, article in found:
        dated, undatable = _dated(entry, article, end.by_hand if entry.by_hand else end.fetched)
        pairs.append((entry, dated))
        problems.extend(undatable)
    articles, unmatched = take_down(identified(pairs), config.decisions, config.permalinks)
    if withdrawn := [entry for (entry, _), article in zip(found, articles, strict=False) if article.withdrawn]:
        recalled(withdrawn, forget=True)
    stand = (problem for problem in problems if not _is_of(problem, withdrawn))
    kept = zip((entry for entry, _ in pairs), articles, strict=False)
    return articles, (*stand, *unmatched, *_verbatim(kept, config), *_decided_late(config.decisions, end.by_hand))


def _article_of(entry: Entry, publishers: Publishers, languages: tuple[str, ...]) -> _Cleaned:
    from digest.clean.article import article_of  # noqa: PLC0415 - a run that remembers all articles need not load it

    asked = Asked(publishers)
    article, problems = article_of(entry, asked, languages)
    return asked.questions, article, problems


def _is_of(problem: Problem, entries: Iterable[Entry]) -> bool:
    """Whether a problem is of one of these entries, and not of what a person wrote wrongly."""
    return not problem.by_hand and any(
        problem.where == entry.where and (entry.by_hand or problem.line in (0, entry.line)) for entry in entries
    )


def _verbatim(kept: Iterable[tuple[Entry, Article]], config: Config) -> Iterator[Problem]:
    """Name the hand-added files that hold more of a publisher's own words than one quotation, against its terms."""
    limits = {source.id: source.terms.extract_limit for source in config.sources}
    for entry, article in kept:
        length = sum(map(len, article.paragraphs))
        if not entry.by_hand or article.withdrawn or article.text == "brief" or length <= config.digest.limits.quotation:
            continue
        limit = limits.get(article.source or "")
        asked = f"allow {limit:.0%} of an article (seeds/sources/{article.source}.yml)" if limit else None
        if asked or (article.terms and reserves(article.terms)):
            yield Problem(
                stage="clean",
                where=entry.where,
                line=entry.line,
                code="verbatim",
                detail=f"these are {length:,} characters of the publisher's own words; its terms {asked or 'forbid that'}",
                remedy="write `text: brief` and a summary in your own words, with `quotes:` of at most 25 words",
                key="text",
            )


def _decided_late(decisions: Iterable[Decision], latest: datetime) -> Iterator[Problem]:
    """Name the decisions that are dated after the horizon; how long a pin lasts may lie ahead."""
    for decision in decisions:
        if (at := decision.what.at) and f"{at:%Y-%m-%d}" > f"{latest:%Y-%m-%d}":
            yield Problem(
                stage="clean",
                where=decision.where,
                line=decision.line,
                code="absurd-date",
                detail=f"`at` is {at:%Y-%m-%d}, " + _LATE.format(latest.date()),
                remedy="write the day of the decision" + _OR_NOW,
                key="at",
                by_hand=True,
            )


def _dated(entry: Entry, article: Article, latest: datetime) -> tuple[Article, list[Problem]]:
    """Take away dates on which nothing can have been published or seen."""
    seen = When(at=article.seen) if article.seen and entry.by_hand else None
    dates = (
        ("published", article.published, entry.published),
        ("updated", article.updated, entry.updated),
        ("seen", seen, entry.seen),
    )
    wrong = [(name, when, written) for name, when, written in dates if when and absurd(when, latest)]
    if not wrong:
        return article, []
    names = {name for name, _, _ in wrong}
    article = replace(
        article,
        published=None if "published" in names else article.published,
        updated=None if "updated" in names else article.updated,
        seen=None if "seen" in names else article.seen,
    )
    return article, [
        Problem(
            stage="clean",
            where=article.where,
            line=entry.place(name)[0] or article.line,
            column=entry.place(name)[1],
            code="absurd-date",
            detail=f"`{name}` is {when.at.date().isoformat()}, "
            + (_LATE.format(latest.date()) if when.at > latest else _EARLY),
            remedy=(
                f"write `{name}:` and the day that the publisher prints" if entry.by_hand else "the item counts as undated"
            )
            + (_OR_NOW if when.at > latest else ""),
            key=name,
            by_hand=entry.by_hand and written is not None,
        )
        for name, when, written in wrong
    ]
