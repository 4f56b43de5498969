"""Which articles are one work: versions of one article, and what others print of it under its address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from digest.common.notices import same_publisher
from digest.common.references import article_id
from digest.dedupe.brought import own_articles
from digest.dedupe.pairs import COPY_SHARE, near_share
from digest.model import EPOCH, Article


@dataclass(slots=True)
class Work:
    """Articles of one work, by number: the one that stands for them, and the others."""

    head: int
    others: list[int]


def works_of(given: Sequence[Article], lengths: Sequence[int]) -> list[Work]:
    """Return the works that the articles make, most of them of one article; `lengths` are those of their texts.

    Articles with the same id, or with the same address where it is their own, are one work if they are of one publisher, or
    hold the same words; else the later one only leads to the page that the other is.
    """
    parent: dict[int, int] = {}  # a forest of disjoint sets, each rooted at its first article

    def root(at: int) -> int:
        while (above := parent.get(at, at)) != at:
            parent[at] = at = parent.get(above, above)
        return at

    def join(at: int, before: int) -> None:
        one, other = sorted((root(at), root(before)))
        parent[other] = one

    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, article in enumerate(given):
        for name in (("id", article.id), ("url", article.url or "" if article.own_address else "")):
            before = next((it for it in named[name] if _are_one_work(given[it], article)), None) if name[1] else at
            if before is None:
                named[name].append(at)
            elif before != at:
                join(at, before)
    for at, own in own_articles(given):
        join(at, own)
    members: dict[int, list[int]] = defaultdict(list)
    for at in range(len(given)):
        members[root(at)].append(at)
    return [_work(each, given, lengths) for each in members.values()]


def with_own_ids(given: Sequence[Article], works: Sequence[Work]) -> list[Article]:
    """Return the articles with another id for each that has the id of an earlier work: one that writes about its page."""
    found, owners = list(given), dict[str, Work]()
    work_of = {at: work for work in works for at in (work.head, *work.others)}
    for at, article in enumerate(given):
        if owners.setdefault(article.id, work_of[at]) is not work_of[at]:
            identity = f"{article.id}\n{article.source or article.publisher or article.where}"
            found[at] = replace(article, id=article_id(identity))
    return found


def _are_one_work(one: Article, other: Article) -> bool:
    """Whether two articles at one address are one work."""
    known = all(article.source or article.publisher for article in (one, other))
    return not known or same_publisher(one, other) or "brief" in (one.text, other.text) or _same_words(one, other)


def _same_words(one: Article, other: Article) -> bool:
    """Whether the shorter text, or the title of what has none, is of the other's words."""
    texts = [(" ".join(article.paragraphs), article.title) for article in (one, other)]
    (text, title), (whole, over) = sorted(texts, key=lambda each: len(each[0]))
    return near_share(text or title, f"{over} {whole}") >= COPY_SHARE


def _work(members: Sequence[int], given: Sequence[Article], lengths: Sequence[int]) -> Work:
    """Let the newest of those that the publisher itself brought stand for the others.

    One that lost most of the text is an excerpt and does not, unless it got another title, as only a new version does.
    """

    def moment(at: int) -> tuple[datetime, datetime, int]:
        article = given[at]
        known = [when.at for when in (article.updated, article.published) if when] or [EPOCH]
        return (max([article.day or EPOCH, *known[:1]]), known[0], -at)

    own = [at for at in members if not given[at].via] or members
    longest = max(own, key=lambda at: (lengths[at], -at))
    title = given[longest].title
    head = max((at for at in own if 2 * lengths[at] >= lengths[longest] or given[at].title != title), key=moment)
    return Work(head, [at for at in members if at != head])
