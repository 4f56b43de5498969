"""Which article a text is an excerpt of, where several hold its words: the others only quote it, or gather it with more.

A publisher's update of an article quotes another article, or takes a paragraph of it over. Who has only these words is no
copy of the update; its older version tells what of it is its own. A round-up prints whole briefs, each of another matter
and under a title of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from digest.common.notices import same_publisher
from digest.dedupe.pairs import WITHIN, near_share
from digest.dedupe.shingles import words
from digest.model import Article

VERSION = 0.5
"""Share of a text that another holds which is a version of it."""
CHANCE = 0.1
"""Less than this share of a text is chance or a set phrase."""
SAME_TITLE = 0.5
"""Share of the shorter title that another has, from which both head one article."""
TEASER = 500
"""Characters of the longest text that may be an excerpt and nothing else."""
_BEFORE = 12
"""Words at most before an article's first ones: a dateline, an agency, a time."""


@dataclass(frozen=True, slots=True)
class Near:
    """Articles by number: what is compared of each, its length, and what it shares with those that it is near to."""

    given: Sequence[Article]
    text: Callable[[int], str]
    lengths: Sequence[int]
    shares: Mapping[int, dict[int, float]]

    def drop_quoted(self) -> None:
        """Remove from `shares` the pairs of an article and a shorter text that it only quotes.

        None of the article's versions shares words with such a text, and the article is not of its publisher. It has words
        that the article lacks, is longer than a teaser, or is near to a third one that the article is not near to; or what
        is near to it is so. A teaser that would be near to no longer text stays with one.
        """
        quoting: dict[int, set[int]] = defaultdict(set)
        for at, near in self.shares.items():
            for texts in self._connected(self._possibly_quoted(at)):
                if any(self._is_no_excerpt(text, at) or self.shares[text].keys() - near.keys() - {at} for text in texts):
                    for text in texts:
                        quoting[text].add(at)
        for text, articles in quoting.items():
            others = self.shares[text].keys() - articles
            if self.lengths[text] <= TEASER and not any(self.lengths[at] > self.lengths[text] for at in others):
                articles.remove(self.holder(text, articles))
        for text, articles in quoting.items():
            for at in articles:
                del self.shares[text][at], self.shares[at][text]

    def drop_gathered(self) -> None:
        """Remove from `shares` the pairs of an article and the briefs that it gathers.

        That are texts of less than half its length (`VERSION`) of which it holds nearly all (`WITHIN`), whose titles are not
        its own; there are several of them that have nothing in common. Excerpts of one article have its title, or words
        of one another.
        """
        gathered: list[tuple[int, int]] = []
        for at, near in self.shares.items():
            held = {
                text
                for text, share in near.items()
                if share >= WITHIN
                and self.lengths[text] < VERSION * self.lengths[at]
                and not self._is_titled_alike(text, at)
            }
            parts = list(self._connected(set(held)))
            if len(parts) > 1 and self._are_foreign([part[0] for part in parts]):
                gathered += ((at, text) for text in held)
        for at, text in gathered:
            self.shares[at].pop(text, None)
            self.shares[text].pop(at, None)

    def _is_titled_alike(self, text: int, at: int) -> bool:
        """Whether most words of one title stand in the other."""
        one, other = (set(words(self.given[each].title)) for each in (text, at))
        return len(one & other) >= SAME_TITLE * min(len(one), len(other))

    def _are_foreign(self, texts: Sequence[int]) -> bool:
        """Whether hardly a word of each text stands in the one before it."""
        return all(near_share(self.text(one), self.text(other)) < CHANCE for one, other in pairwise(texts))

    def holder(self, text: int, articles: Collection[int]) -> int:
        """Return the number of the article that a text is of, among those that hold it: the one which holds most of it.

        Of those that hold as much, one of its publisher, one that begins with it, one that others near to it are near to,
        the longest, the first.
        """
        most = max(self.shares[text][at] for at in articles)
        best = [at for at in articles if self.shares[text][at] == most]
        return best[0] if len(best) == 1 else max(best, key=lambda at: self._rank(text, at))

    def _rank(self, text: int, at: int) -> tuple[bool, bool, int, int, int]:
        both = len(self.shares[text].keys() & self.shares[at].keys())
        own = same_publisher(self.given[text], self.given[at])
        return own, _opens(self.given[at], self.given[text]), both, self.lengths[at], -at

    def _is_no_excerpt(self, text: int, at: int) -> bool:
        """Whether a text has words that the article lacks, or is longer than a teaser."""
        return self.shares[at][text] < WITHIN or self.lengths[text] > TEASER

    def _possibly_quoted(self, at: int) -> set[int]:
        """The shorter texts near to an article that are of others, and share hardly a word with its versions."""
        near, length = self.shares[at], self.lengths[at]
        versions = {other for other, share in near.items() if share * min(1.0, self.lengths[other] / length) >= VERSION}
        return {
            other
            for other in (near.keys() - versions if versions else ())
            if self.lengths[other] < length
            and not versions & self.shares[other].keys()
            and not same_publisher(self.given[at], self.given[other])
            and all(near_share(self.text(other), self.text(version)) < CHANCE for version in versions)
        }

    def _connected(self, texts: set[int]) -> Iterable[list[int]]:
        """The connected components of texts that are near to one another; empties `texts`."""
        while texts:
            found = [texts.pop()]
            for text in found:
                more = texts & self.shares[text].keys()
                texts -= more
                found += more
            yield found


def _opens(article: Article, text: Article) -> bool:
    """Whether an article begins with all words of a text but its last one, which may be cut."""
    part = " ".join(text.paragraphs)
    first = words(part)[:-1]
    begun = words(" ".join(article.paragraphs)[: 2 * len(part) + 20 * _BEFORE])
    return any(begun[start : start + len(first)] == first for start in range(_BEFORE + 1))
