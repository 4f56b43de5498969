"""Who stands for whom: the longest of a set of copies represents it, and a copy is never a representative."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from digest.dedupe.pairs import shared
from digest.dedupe.shingles import SHORT, body, fingerprints, words
from digest.dedupe.versions import figures_changed
from digest.model import EPOCH, Article, Copy, Memo

Kind = Literal["address", "text", "near", "excerpt", "version"]

NEAR = 0.5
"""Share of the shorter text's fingerprints from which two articles are copies."""
EXCERPT = 0.6
"""A copy with fewer of its representative's words than this share is an excerpt of it."""
TITLE_WORDS = 5
"""Equal titles of articles without a text make copies from this many words on."""


def order(article: Article) -> tuple[object, ...]:
    """The order of articles: by day, then id; the rest makes it total."""
    return (article.day or EPOCH, article.id, article.where, article.line, article.title, article.paragraphs)


def fold(articles: Iterable[Article], memo: Memo) -> tuple[Article, ...]:
    """Return the representatives with their copies; see `digest.dedupe.dedupe`."""
    given = sorted(articles, key=order)
    texts = [body(article) for article in given]
    lengths = [len(words(text)) for text in texts]
    shares = _shares(texts, lengths)
    for same in _same(given, texts, lengths):
        for one in same:
            for other in same:
                if one != other:
                    shares[one].setdefault(other, 1.0)
    by_length = sorted(range(len(given)), key=lambda at: (-lengths[at], at))
    copies: dict[int, list[int]] = {}
    taken: set[int] = set()
    for at in by_length:
        if at not in taken:
            copies[at] = [other for other in sorted(shares[at]) if other not in taken and other not in copies]
            taken.update(copies[at], [at])
    return tuple(
        replace(given[at], copies=tuple(_copy(given[at], given[other], shares[at][other]) for other in copies[at]))
        for at in sorted(copies)
    )


def _shares(texts: Sequence[str], lengths: Sequence[int]) -> dict[int, dict[int, float]]:
    """For each text, the texts near it and the share of the shorter one's fingerprints they have in common."""
    prints = fingerprints(texts)
    every = [len(each) for each in prints]
    even = [int((each % 2 == 0).sum()) for each in prints]
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, common, common_even in shared(prints, 0).tolist():
        if max(lengths[one], lengths[other]) < SHORT:
            share = common / min(every[one], every[other])
        else:
            share = common_even / max(1, min(even[one], even[other]))
        if share >= NEAR:
            near[one][other] = near[other][one] = share
    return near


def _same(given: Sequence[Article], texts: Sequence[str], lengths: Sequence[int]) -> Iterable[list[int]]:
    """Sets of articles with the same address, or the same words."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, article in enumerate(given):
        found["id", article.id].append(at)
        if article.url:
            found["url", article.url].append(at)
        if article.paragraphs or lengths[at] >= TITLE_WORDS:
            found["words", " ".join(words(texts[at]))].append(at)
    return [same for same in found.values() if len(same) > 1]


def _copy(representative: Article, article: Article, share: float) -> Copy:
    return Copy(article=article, share=round(share, 4), kind=_kind(representative, article))


def _kind(representative: Article, article: Article) -> Kind:
    whole, part = words(body(representative)), words(body(article))
    if whole == part:
        return "text"
    if figures_changed(whole, part):
        return "version"
    if article.id == representative.id or (article.url and article.url == representative.url):
        return "address"
    return "excerpt" if len(part) < EXCERPT * len(whole) else "near"
