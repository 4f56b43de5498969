"""Fold copies into one Article that knows its copies.

in: articles, in any order
out: representatives, sorted by (day, id), undated ones last, each with its copies, what they share and why they were folded
never: drops an article, or folds a copy of a copy (no chaining)
"""

from collections.abc import Iterable

from digest.common.memo import Memo, no_memo
from digest.dedupe.fold import fold
from digest.model import Article

__all__ = ["dedupe"]


def dedupe(articles: Iterable[Article], memo: Memo = no_memo) -> tuple[Article, ...]:
    """Return one representative for each set of copies; each article that came in is a representative or one's copy.

    Copies have the same id or address, the same text, or share at least half of the shorter one's word 4-shingles (Broder,
    "On the resemblance and containment of documents", 1997). The longest stands for the others, of the versions of one
    article the newest, and a publisher's own before what another's feed brought of it. Articles more than six days apart are
    compared by address and text alone; undated ones are compared with all. No copies are another publisher's words about the
    same address, which get an id of their own, texts that an article only quotes, notices that a publisher writes in the
    same set words of two matters, and what two publishers filled into one form. What was withdrawn is no copy and has none;
    it comes last.
    """
    given = tuple(articles)
    standing = fold((article for article in given if article.withdrawn is None), memo)
    return (*standing, *(article for article in given if article.withdrawn))
