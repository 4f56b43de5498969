"""Day after day: a day's texts are compared with those of the days before it, so that an answer stays what it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import xxhash

from digest.common.days import by_day
from digest.common.memo import Memo
from digest.dedupe.pairs import Near, near
from digest.dedupe.shingles import Prints, fingerprints
from digest.model import Article

WINDOW = timedelta(days=6)
"""Texts of days further apart are compared for being the same, not for being near."""

Text = Callable[[int], str]
"""Gives what is compared of an article, by its number."""


@dataclass(slots=True)
class _Day:
    """A day's texts by number, and a hash of all; fingerprints are made when they are first needed."""

    day: date | None
    numbers: range
    text: Text
    key: str
    made: Prints | None = None

    @property
    def prints(self) -> Prints:
        if self.made is None:
            self.made = fingerprints([self.text(at) for at in self.numbers])
        return self.made


def near_pairs(articles: Sequence[Article], keys: Sequence[str], text: Text, memo: Memo) -> Iterator[tuple[int, int, float]]:
    """Yield (article, article, share) by number for the texts that are near copies.

    `articles` come sorted by day; `keys` are hashes of what is compared of each, which `text` gives. Undated articles are
    compared with all.
    """
    days = list(_days(articles, keys, text))
    undated, dated = [day for day in days if day.day is None], [day for day in days if day.day]
    _recall([*dated[-WINDOW.days - 1 :], *undated], memo)
    window: list[_Day] = []
    for day in dated:
        for past in [each for each in window if each.day and day.day and day.day - each.day > WINDOW]:
            past.made = None
            window.remove(past)
        yield from _found(day, window, memo)
        window.append(day)
    for day in undated:
        yield from _found(day, [], memo)
        for past in dated:
            yield from _between(day, past, memo)


def _days(articles: Sequence[Article], keys: Sequence[str], text: Text) -> Iterator[_Day]:
    for day, numbers in by_day(articles):
        hashed = xxhash.xxh3_128_hexdigest(" ".join(keys[numbers.start : numbers.stop]).encode())
        yield _Day(day, numbers, text, hashed)


def _recall(days: Sequence[_Day], memo: Memo) -> None:
    """Give these days, which articles to come are compared with, the fingerprints that an earlier run made."""
    by_key = {day.key: day for day in days}

    def prints_of_day(key: str) -> Prints:
        return by_key[key].prints

    for day, made in zip(days, memo(prints_of_day, [day.key for day in days], returns=Prints, transient=True), strict=True):
        day.made = made


def _found(day: _Day, window: Sequence[_Day], memo: Memo) -> Iterator[tuple[int, int, float]]:
    """Pairs of which the later is of this day."""

    def near_of_day(_: str) -> tuple[Near, ...]:
        return near(day.prints, [past.prints for past in window])

    numbers = [at for each in (*window, day) for at in each.numbers]
    key = " ".join([*(past.key for past in window), day.key])  # stands for all that the work reads
    for one, other, share in memo(near_of_day, [key], returns=tuple[Near, ...])[0]:
        yield day.numbers[one], numbers[other], share


def _between(day: _Day, past: _Day, memo: Memo) -> Iterator[tuple[int, int, float]]:
    """Pairs of an undated text and one of a day."""

    def near_of_both(_: str) -> tuple[Near, ...]:
        found = near(day.prints, [past.prints])
        past.made = None
        return tuple(pair for pair in found if pair[1] < len(past.numbers))

    for one, other, share in memo(near_of_both, [f"{past.key} {day.key}"], returns=tuple[Near, ...])[0]:
        yield day.numbers[one], past.numbers[other], share
