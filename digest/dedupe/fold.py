"""Who stands for whom: the longest of a set of copies represents it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import pairwise
from typing import Literal, cast

from digest.dedupe.batches import WINDOW, near_pairs
from digest.dedupe.pairs import near_share
from digest.dedupe.shingles import SHORT, words
from digest.dedupe.versions import Places, figures, figures_changed
from digest.memo import Memo
from digest.model import EPOCH, Article, Copy

Kind = Literal["address", "text", "near", "excerpt", "version"]
Shares = dict[int, dict[int, float]]

LEAST_CHARACTERS = 300
"""A shorter text is compared together with its title: a teaser or a notice alone is no article."""
EXCERPT = 0.6
"""A copy with less than this share of its representative's text is an excerpt of it."""
WITHIN = 0.8
"""Share of a short text that makes it an excerpt of another, whatever else it shares."""
TITLE_WORDS = 5
"""Equal titles of articles without a text make copies from this many words on."""


@dataclass(slots=True)
class _Work:
    """Articles with one address, by number: the one that stands for them, and the others."""

    head: int
    others: list[int]


def fold(articles: Iterable[Article], memo: Memo) -> tuple[Article, ...]:
    """Return the representatives with their copies; see `digest.dedupe.dedupe`."""
    given = sorted(articles, key=_by_day)
    texts = [_compared(article) for article in given]
    works = _works(given, texts)
    shares: Shares = defaultdict(dict)
    for one, other, share in near_pairs(given, texts, memo):
        shares[one][other] = shares[other][one] = share
    for one, other in _same(given, texts):
        shares[one][other] = shares[other][one] = 1.0
    folded = _folded(works, shares, texts)
    copies = {work.head: list(work.others) for work in works if work.head not in folded}
    for work in works:
        if work.head in folded:
            copies[folded[work.head]] += [work.head, *work.others]
    pairs = [(at, other) for at, others in copies.items() for other in sorted(others)]
    kinds = memo(_kind, [(texts[at], texts[other]) for at, other in pairs], returns=str)
    found: dict[int, list[Copy]] = defaultdict(list)
    for (at, other), kind in zip(pairs, kinds, strict=True):
        found[at].append(_copy(given, texts, shares, (at, other), kind))
    whole = (replace(given[at], copies=tuple(found[at])) if at in found else given[at] for at in copies)
    return tuple(sorted(whole, key=order))


def order(article: Article) -> tuple[object, ...]:
    """The order of articles: by day, undated ones first, then id; the rest makes it total."""
    return (article.day or EPOCH, article.id, article.where, article.line, article.title, article.paragraphs)


def _by_day(article: Article) -> tuple[object, ...]:
    return (article.day is None, *order(article))


def _compared(article: Article) -> str:
    text = " ".join(article.paragraphs)
    return text if len(text) >= LEAST_CHARACTERS else f"{article.title} {text}".strip()


def _works(given: Sequence[Article], texts: Sequence[str]) -> list[_Work]:
    """Bring together what has the same address or id."""
    lead = list(range(len(given)))

    def first(at: int) -> int:
        while lead[at] != at:
            lead[at] = at = lead[lead[at]]
        return at

    seen: dict[tuple[str, str], int] = {}
    for at, article in enumerate(given):
        for key in (("id", article.id), *((("url", article.url),) if article.url else ())):
            one, other = sorted((first(at), first(seen.setdefault(key, at))))
            lead[other] = one
    members: dict[int, list[int]] = defaultdict(list)
    for at in range(len(given)):
        members[first(at)].append(at)
    return [_work(each, given, texts) for each in members.values()]


def _work(members: Sequence[int], given: Sequence[Article], texts: Sequence[str]) -> _Work:
    """Let the newest stand for the others, unless it lost most of the text."""

    def moment(at: int) -> tuple[datetime, int]:
        updated = given[at].updated
        return ((updated.at if updated else given[at].day) or EPOCH, -at)

    longest = max(len(texts[at]) for at in members)
    head = max((at for at in members if 2 * len(texts[at]) >= longest), key=moment)
    return _Work(head, [at for at in members if at != head])


def _same(given: Sequence[Article], texts: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Yield the pairs with the same text; without a text, those with the same title in the same days."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        if given[at].paragraphs or text.count(" ") >= TITLE_WORDS - 1:
            found[text].append(at)
    for same in found.values():
        for before, at in pairwise(same):
            one, other = given[before].day, given[at].day
            if given[at].paragraphs:
                yield same[0], at
            elif one is other is None or (one and other and other - one <= WINDOW):
                yield before, at


def _folded(works: Sequence[_Work], shares: Shares, texts: Sequence[str]) -> dict[int, int]:
    """Return for each head that is a copy the head that stands for it.

    The longest text is taken first, with all that are near to it, and none of these takes others: a chain of near copies
    may lead anywhere. Only a short text that lies within a copy goes where that copy went.
    """
    heads = sorted((work.head for work in works), key=lambda at: (-len(texts[at]), at))
    free, reps, folded = set(heads), set[int](), dict[int, int]()
    for at in heads:
        if at in free:
            free.remove(at)
            reps.add(at)
            near = [other for other in shares.get(at, ()) if other in free]
            free.difference_update(near)
            folded.update(dict.fromkeys(near, at))
    for at in folded:  # not the longest that is near, but the nearest that is longer
        longer = [other for other in shares[at] if other in reps and len(texts[other]) >= len(texts[at])]
        folded[at] = min(longer, key=lambda other: (-shares[at][other], -len(texts[other]), other))
    whole = {at for at in heads if at in shares and len(texts[at].split()) >= SHORT}
    whole |= {folded[at] for at in whole if at in folded}
    went, stands_for = dict(folded), defaultdict(list)
    for other, at in went.items():
        stands_for[at].append(other)
    for at in heads:
        if at in shares and at not in whole:
            within = [(-share, other in went, other) for other, share in shares[at].items() if other in whole]
            if within and -(best := min(within))[0] >= WITHIN:
                folded |= dict.fromkeys([at, *stands_for[at]], went.get(best[2], best[2]))
    return folded


@lru_cache(maxsize=16)
def _told(text: str) -> tuple[list[str], Places]:
    found = words(text)
    return found, figures(found)


def _kind(texts: tuple[str, str]) -> str:
    """Return of which kind the second text is as a copy of the first, whatever their addresses."""
    (whole, figures_whole), (part, figures_part) = map(_told, texts)
    if whole == part:
        return "text"
    if figures_changed(figures_whole, figures_part):
        return "version"
    return "excerpt" if len(part) < EXCERPT * len(whole) else "near"


def _copy(given: Sequence[Article], texts: Sequence[str], shares: Shares, pair: tuple[int, int], kind: str) -> Copy:
    at, other = pair
    share = shares[at].get(other) if at in shares else None
    same = given[at].id == given[other].id or (given[at].url and given[at].url == given[other].url)
    if same and kind in ("near", "excerpt"):
        kind = "address"
    return Copy(
        article=given[other],
        share=near_share(texts[at], texts[other]) if share is None else share,
        kind=cast("Kind", kind),
    )
