"""How common words are among a digest's stories: in the days before one, and whether one is in the news just now."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from digest.relate.events import Event, Moment
from digest.relate.words import Words

DAY = 86_400.0
MOST_DAYS = 30
"""Days before a story whose other stories say how common its words are."""
NEWS_DAYS = 4
"""For how many days a word that is in the news holds stories together."""
SPAN, NEWS_SECONDS = MOST_DAYS * DAY, NEWS_DAYS * DAY
"""The same in seconds."""
PRIOR = 100
"""Stories that general language counts as, beside those of the digest."""
STORY_LENGTH, TITLE_LENGTH = 28, 10
"""Words of a story, and of a title: how often one has a word is taken from how often it stands in general language."""
LEAST_HISTORY = 60
"""Stories before, under which a digest does not know what is usual in it: all words are new to one that begins."""
IN_NEWS = 5
"""Stories whose titles have a word that is in the news."""
BURST = 5.0
"""Times as often as before that titles have it."""
_USUAL_NAME = 0.02  # share of titles: no name counts as rarer before
_QUIET = 10  # stories that count as not having the word


class Usual:
    """How often words stood in the stories around a moment."""

    def __init__(self, began: Sequence[Moment | None], words: Sequence[Words]) -> None:
        self._totals: dict[Moment, int] = {}
        self._days = sorted(at for at in began if at is not None)
        self._having: dict[str, list[Moment]] = defaultdict(list)
        self._titled: dict[str, list[Moment]] = defaultdict(list)
        dated = ((at, each) for at, each in zip(began, words, strict=True) if at is not None)
        for at, each in sorted(dated, key=lambda one: one[0]):
            for name, word in each.of.items():
                self._having[name].append(at)
                if word.titled:
                    self._titled[name].append(at)

    def information(self, words: Words, at: Moment) -> Mapping[str, float]:
        """Return the information of each word: -log of the share of stories that is expected to have it.

        The share is that of the stories of SPAN before `at`, and of PRIOR more in general language.
        """
        total, start = self._before(at), at - SPAN
        return {
            name: _information(_count(self._having[name], start, at), total, word.zipf) for name, word in words.of.items()
        }

    def information_outside(self, event: Event, name: str, zipf: float, at: Moment) -> float:
        """Return the information of a word where those stories of an event that have it do not make it usual."""
        start = at - SPAN
        having = _count(self._having[name], start, at)
        if having and name in event.having:
            having -= _count(event.having[name], start, at)
        return _information(having, self._before(at), zipf)

    def _before(self, at: Moment) -> int:
        """How many stories came in the days before `at`, which is asked of the same story again and again."""
        if at not in self._totals:
            self._totals[at] = _count(self._days, at - SPAN, at)
        return self._totals[at]

    def is_known(self, at: Moment) -> bool:
        """Tell whether enough stories came in the days before `at` to say what is usual."""
        return self._before(at) >= LEAST_HISTORY

    def is_news(self, name: str, zipf: float, at: Moment) -> bool:
        """Tell whether many titles of the days up to `at` have a word, and far more than those before them."""
        titled, start = self._titled[name], at - NEWS_SECONDS
        now = bisect_right(titled, at) - bisect_left(titled, start)
        before = _count(self._days, start - SPAN, start)
        if now < IN_NEWS or before < LEAST_HISTORY:
            return False
        share = now / (bisect_right(self._days, at) - bisect_left(self._days, start) + _QUIET)
        expected = PRIOR * max(_USUAL_NAME, min(1.0, TITLE_LENGTH * 10 ** (zipf - 9)))
        return share >= BURST * (_count(titled, start - SPAN, start) + expected) / (before + PRIOR)


def _information(having: int, total: int, zipf: float) -> float:
    return -math.log((having + _expected(zipf)) / (total + PRIOR))


@lru_cache(maxsize=4096)
def _expected(zipf: float) -> float:
    """Of PRIOR stories in general language, how many have a word."""
    return PRIOR * min(1.0, STORY_LENGTH * 10 ** (zipf - 9))


def _count(moments: Sequence[Moment], start: Moment, end: Moment) -> int:
    """How many moments lie in [start, end)."""
    return bisect_left(moments, end) - bisect_left(moments, start)
