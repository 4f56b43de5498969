"""Which article represents a set of copies, and what each of them is as a copy of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

import xxhash

from digest.common.memo import Memo
from digest.common.notices import differing, same_publisher, two_releases
from digest.dedupe.batches import WINDOW, near_pairs
from digest.dedupe.brought import own_first, title_key
from digest.dedupe.pairs import COPY_SHARE, WITHIN, near_share
from digest.dedupe.quoted import Near
from digest.dedupe.shingles import KEPT_WHOLE, LEAST_WORDS, words
from digest.dedupe.templates import same_form
from digest.dedupe.versions import Places, figures, figures_changed
from digest.dedupe.works import with_own_ids, works_of
from digest.language.scripts import is_plain
from digest.language.sentences import sentences
from digest.model import EPOCH, Article, Copy

CopyKind = Literal["address", "text", "near", "excerpt", "version"]
Shares = dict[int, dict[int, float]]

LEAST_CHARACTERS = 300
"""A shorter text is compared together with its title: a teaser or a notice alone is no article."""
EXCERPT = 0.6
"""A copy with less than this share of its representative's text is an excerpt of it."""
OWN_SHARE = 0.4
"""Words that each of two short reports has of its own, as a share of those of a sentence that both print."""
TITLE_WORDS = 5
"""Equal titles of articles without a text make copies from this many words on."""


def fold(articles: Iterable[Article], memo: Memo) -> tuple[Article, ...]:
    """Return the representatives of the articles, each with its `copies`, by day and then id, undated ones last.

    Every article is a representative or a copy of one, and no copy has copies. Copies are works (the versions of an article,
    and what other feeds brought of it), the same text, and texts that are near to each other (`near_pairs`), but for pairs
    of two matters (`_are_of_two`) and texts that an article only quotes or gathers (`Near`). Of a work the newest version
    stands for the others, the publisher's own first; of near texts the longest (`_representatives`). Another publisher's
    words under the id of an article get an id of their own. What pairs of texts give is looked up in `memo`.
    """
    given = sorted(articles, key=_order)
    keys, lengths = _measured(given)
    works = works_of(given, lengths)
    given = with_own_ids(given, works)
    shares: Shares = defaultdict(dict)
    for one, other, share in near_pairs(given, keys, lambda at: _compared(given[at]), memo):
        shares[one][other] = shares[other][one] = share
    for one, other in _same(given, keys):
        shares[one][other] = shares[other][one] = 1.0
    for one, others in shares.items():
        for other in [other for other in others if other < one and _are_two(given[one], given[other], others[other])]:
            del others[other], shares[other][one]
    near = Near(given, lambda at: _compared(given[at]), lengths, shares)
    near.drop_quoted()
    near.drop_gathered()
    versions = {work.head: work.others for work in works if work.others}
    inner = {other for others in versions.values() for other in others}
    folded = own_first(_representatives([at for at in shares if at not in inner], near), given)
    copies: dict[int, list[int]] = defaultdict(list)
    for head in sorted(versions.keys() | folded.keys()):
        copies[folded.get(head, head)] += [*([head] if head in folded else []), *versions.get(head, [])]
    found = _copies(given, keys, shares, copies, memo)
    gone = inner | folded.keys()
    kept = (replace(each, copies=found[at]) if at in found else each for at, each in enumerate(given) if at not in gone)
    return tuple(sorted(kept, key=_order))


def _order(article: Article) -> tuple[object, ...]:
    """By day, undated ones last, then by id; the rest makes the order total."""
    day = article.day
    return (day is None, day or EPOCH, article.id, article.where, article.line, article.title, article.paragraphs)


def _compared(article: Article) -> str:
    text = " ".join(article.paragraphs)
    return text if len(text) >= LEAST_CHARACTERS else f"{article.title} {text}".strip()


def _measured(given: Iterable[Article]) -> tuple[list[str], list[int]]:
    """Return a hash of what is compared of each article, and its length; the text is made again where it is needed."""
    keys, lengths = [], []
    for article in given:
        text = _compared(article)
        keys.append(xxhash.xxh3_128_hexdigest(text.encode("utf-8", "surrogatepass")))
        lengths.append(len(text))
    return keys, lengths


def _same(given: Sequence[Article], keys: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Yield the pairs with the same text; without a text, those with the same title in the same days."""
    first: dict[str, int] = {}
    found: dict[int, list[int]] = {}
    for at, key in enumerate(keys):
        if given[at].paragraphs or _word_count(given[at].title) >= TITLE_WORDS:
            before = first.setdefault(key, at)
            if before != at and _compared(given[before]) == _compared(given[at]):
                found.setdefault(before, [before]).append(at)
    for same in found.values():
        for before, at in pairwise(same):
            one, other = given[before].day, given[at].day
            if given[at].paragraphs:
                yield same[0], at
            elif one is other is None or (one and other and other - one <= WINDOW):
                yield before, at


def _are_two(one: Article, other: Article, share: float) -> bool:
    """Whether two articles are none of each other's copies, though their texts have this share in common."""
    return _are_of_two(one, other) or (share < WITHIN and _print_one_line(one, other))


def _print_one_line(one: Article, other: Article) -> bool:
    """Whether two short texts are near only for one sentence that both print beside their own: a quotation, an announcement.

    In a text of two or three sentences one is half of it. What is short beside that sentence is a note on a copy.
    """
    texts = _compared(one), _compared(other)
    if max(map(_word_count, texts)) >= KEPT_WHOLE:
        return False
    found = [[part for text in each.paragraphs for part in _sentences(text, each.language)] for each in (one, other)]
    own = [[part for part in mine if part not in theirs] for mine, theirs in (found, found[::-1])]
    if len(own[0]) != len(found[0]) - 1:
        return False
    alike = sum(map(_word_count, found[0])) - sum(map(_word_count, own[0]))
    if min(sum(map(_word_count, parts)) for parts in own) < OWN_SHARE * alike:
        return False
    rest = [" ".join((each.title, *parts)) for each, parts in zip((one, other), own, strict=True)]
    few = min(map(_word_count, rest)) < LEAST_WORDS  # compared by runs of two words, of which any two reports share some
    return near_share(*rest) < (WITHIN if few else COPY_SHARE)


def _sentences(text: str, language: str | None) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


def _are_of_two(one: Article, other: Article) -> bool:
    """Whether two articles tell of different matters, near as their words are: one form filled in, one feed's notices.

    Releases of two versions or projects do, whoever announces them.
    """
    if same_form(one, other) or two_releases(one, other):
        return True
    if one.id == other.id or not same_publisher(one, other) or one.where.split("/")[:-1] != other.where.split("/")[:-1]:
        return False
    return differing(one, other) is not None or figures_changed(
        _words_and_figures(_compared(one))[1], _words_and_figures(_compared(other))[1]
    )


def _representatives(heads: Iterable[int], near: Near) -> dict[int, int]:
    """Return {copy: representative} for the heads that are copies, by number; the heads of works stand for their works.

    The longest text is taken first, of two as long the publisher's own; it represents all texts near to it that are still
    free, and these represent none: a chain of near copies may lead anywhere. A copy near to several representatives that are
    no shorter than it is then goes to the one it is of (`Near.holder`). Last, a text of fewer than `KEPT_WHOLE` words
    of which `WITHIN` lie in a longer article goes, with its own copies, to that article's representative.
    """
    given, lengths, shares = near.given, near.lengths, near.shares
    heads = sorted(heads, key=lambda at: (-lengths[at], given[at].via is not None, at))
    free, representatives, folded = set(heads), set[int](), dict[int, int]()
    for at in heads:
        if at in free:
            free.remove(at)
            representatives.add(at)
            others = [other for other in shares[at] if other in free]
            free.difference_update(others)
            folded.update(dict.fromkeys(others, at))
    for at in folded:
        longer = [other for other in shares[at] if other in representatives and lengths[other] >= lengths[at]]
        folded[at] = near.holder(at, longer)
    full = {at for at in heads if _word_count(_compared(given[at])) >= KEPT_WHOLE}
    full |= {folded[at] for at in full if at in folded}
    before, copies = dict(folded), defaultdict(list)
    for copy, at in before.items():
        copies[at].append(copy)
    for at in heads:
        if at not in full:
            within = [other for other, share in shares[at].items() if other in full and share >= WITHIN]
            if within:
                article = near.holder(at, within)
                folded |= dict.fromkeys([at, *copies[at]], before.get(article, article))
    return folded


def _word_count(text: str) -> int:
    """How many words a text has, whatever parts them."""
    return len(text.split()) if is_plain(text) else len(words(text))


@lru_cache(maxsize=16)
def _words_and_figures(text: str) -> tuple[list[str], Places]:
    """The words of a text in lower case, and the figures among them."""
    found = words(text)
    return found, figures(found)


def _kind(one: str, other: str) -> CopyKind:
    """Return of which kind the second text is as a copy of the first, whatever their addresses."""
    if one == other:
        return "text"
    (whole, figures_whole), (part, figures_part) = _words_and_figures(one), _words_and_figures(other)
    if whole == part:
        return "text"
    if figures_changed(figures_whole, figures_part):
        return "version"
    return "excerpt" if len(part) < EXCERPT * len(whole) else "near"


def _copies(
    given: Sequence[Article], keys: Sequence[str], shares: Shares, copies: dict[int, list[int]], memo: Memo
) -> dict[int, tuple[Copy, ...]]:
    """Return the copies of each article that has any."""
    pairs = {(at, other): f"{keys[at]} {keys[other]}" for at, others in copies.items() for other in sorted(others)}
    by_key = {key: (given[at], given[other]) for (at, other), key in pairs.items()}
    unknown = [key for (at, other), key in pairs.items() if other not in shares[at]]

    # The keys stand for all that the two read: the texts.
    def kind_of(key: str) -> CopyKind:
        return _kind(*map(_compared, by_key[key]))

    def share_of(key: str) -> float:
        return near_share(*map(_compared, by_key[key]))

    kinds = memo(kind_of, pairs.values(), returns=CopyKind)
    measured = dict(zip(unknown, memo(share_of, unknown, returns=float), strict=True))
    found: dict[int, list[Copy]] = defaultdict(list)
    for ((at, other), key), kind in zip(pairs.items(), kinds, strict=True):
        bare = bool(given[at].paragraphs) and not given[other].paragraphs and title_key(given[at]) == title_key(given[other])
        share = shares[at][other] if other in shares[at] else measured[key]
        share = share or max(shares[other].get(middle, 0.0) for middle in copies[at])  # what it holds of another copy
        share = 1.0 if bare else share  # all that it holds is the headline, which is the same
        seen_as = _kind_as(given[at], given[other], "excerpt" if bare else kind, share)
        found[at].append(Copy(article=given[other], share=share, kind=seen_as))
    return {at: tuple(each) for at, each in found.items()}


def _kind_as(article: Article, copy: Article, kind: CopyKind, share: float) -> CopyKind:
    """Return of which kind a copy is that differs in its words in this way, as an address or an item may be the same."""
    if article.id == copy.id and (article.title != copy.title or share < COPY_SHARE):
        return "version"
    same = article.id == copy.id or (article.own_address and article.url and article.url == copy.url)
    return "address" if same and kind in ("near", "excerpt") else kind
