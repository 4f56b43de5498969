"""Day after day: the articles of a day join the stories of the days before, which do not change any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from functools import cache, cached_property
from math import ceil

import numpy as np
import xxhash

from digest.common.days import by_day
from digest.common.kinds import kind_of
from digest.common.memo import Memo
from digest.group.background import DAYS_BEFORE, Background, Counts, Usual, counts_of, returning
from digest.group.linkage import Node, Rows, average_link, edges_of
from digest.group.pairs import Pairs, Turned, probabilities
from digest.group.rules import Rules
from digest.group.tables import Table, Words, read, table_of
from digest.group.terms import is_snippet, published_at, tells
from digest.model import Article

Edge = tuple[int, int, int, int]
"""Two articles' numbers, their probability, how alike they begin."""
Known = tuple[int, int, int]
"""What is remembered of a story: its articles, and alike and text_pairs as in `linkage.Node`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a day's articles went: the key of each one's story, and what is now known of the stories that changed."""

    stories: tuple[str, ...]
    changed: tuple[tuple[str, Known], ...]


@dataclass
class Day:
    """A day's articles, their keys and, once placed, their stories; its table is made when it is first needed.

    `mark` is a hash of all that a later day's placing reads of this one; `words` are those of its articles and `counted`
    says how common they are among its snippets, where recalled; `reach` is how many days are compared.
    """

    day: date | None
    articles: Sequence[Article]
    keys: Sequence[str]
    reach: int
    stories: tuple[str, ...] = ()
    mark: str = ""
    words: Words | None = None
    counted: Counts | None = None
    made: Table | None = None

    @cached_property
    def own(self) -> str:
        """A hash of all that is read of its articles."""
        return _hash(self.keys)

    @property
    def table(self) -> Table:
        if self.made is None:
            self.made = table_of(self.articles, self.read())
        return self.made

    def read(self) -> Words:
        """Return the words of its articles."""
        self.words = self.words or read(self.articles)
        return self.words

    def leave(self) -> None:
        """Keep no more than later days need of a day that has left the window."""
        if self.words is not None:
            self.counted = self.counts
        self.made = self.words = None

    @property
    def counts(self) -> Counts:
        if self.counted is None:
            self.counted = counts_of(self.read())
        return self.counted

    @cached_property
    def earlier(self) -> Counts:
        """How often words came up again before the days that are compared: a feed's first fetch brings months of items."""
        first = self.day.toordinal() - self.reach if self.day else 0
        days = [at.astimezone(UTC).toordinal() if at else first for at in map(published_at, self.articles)]
        return returning(self.read(), [day if day < first else None for day in days], self.reach)


def keys_of(articles: Iterable[Article]) -> list[str]:
    """Return a hash of all that grouping reads of each article; of equal articles, the later ones get a number."""
    seen: defaultdict[str, int] = defaultdict(int)
    keys = []
    for article in articles:
        day, at = article.day, published_at(article)
        moments = (str(day and day.timestamp()), str(at and at.timestamp()))  # no repr, which may name a zone's class
        named = (article.source or article.publisher or "", article.language or "")
        parts = (article.id, article.where, str(article.line), *moments, *named)
        key = hashed("\0".join((*parts, kind_of(article).name, article.title, *article.paragraphs)))
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}~{seen[key]}")
    return keys


def batches(articles: Sequence[Article], keys: Sequence[str], memo: Memo, rules: Rules) -> list[str]:
    """Return for each article the key of its story; `articles` come sorted by `naming.order`, `keys` are `keys_of` them.

    What a day's articles join depends on that day, on the window before it and on how common words were in the weeks before
    that, so an answer holds for as long as those are the same: what comes later never changes it. Undated articles join what
    the dated ones made, together, and may join anything.
    """
    days = days_of(articles, keys, rules)
    dated = [day for day in days if day.day]
    reach = ceil(rules.window)
    _recall([*dated[-reach - 1 :], *days[len(dated) :]], memo)
    _recall_counts([day for day in dated if _before(day, dated[-1]) <= 2 * reach + DAYS_BEFORE], memo)
    known: dict[str, Known] = {}
    for day, window, before in walk(dated, rules):
        _place(day, window, before, known, memo, rules)
    for day in days[len(dated) :]:
        _place_undated(day, dated, known, memo, rules)
    return [story for day in days for story in day.stories]


def walk(days: Sequence[Day], rules: Rules) -> Iterator[tuple[Day, Sequence[Day], Sequence[Day]]]:
    """Yield each dated day with the days it is compared with, and the days before these that are its background."""
    reach = ceil(rules.window)
    window: list[Day] = []
    past: list[Day] = []
    for day in days:
        while window and _before(window[0], day) > reach:
            window[0].leave()
            past.append(window.pop(0))
        while past and _before(past[0], day) > reach + DAYS_BEFORE:
            past.pop(0).counted = None
        yield day, window, past
        window.append(day)


def usual(day: Day, window: Iterable[Day], before: Iterable[Day]) -> Usual:
    """Return how common words are for a day that is placed beside its `window`, with the days `before` that."""
    compared = (day, *window)
    older = [*(each.counts for each in before), *(each.earlier for each in compared)]
    return Usual(Background.of(older), Background.of(each.counts for each in compared))


def usual_of(articles: Sequence[Article], day: date, rules: Rules) -> Usual:
    """Return how common words were when `day` was placed; `articles` come sorted by `naming.order`."""
    days = [each for each in days_of(articles, [article.id for article in articles], rules) if each.day]
    return next(usual(*placed) for placed in walk(days, rules) if placed[0].day == day)


def days_of(articles: Sequence[Article], keys: Sequence[str], rules: Rules) -> list[Day]:
    """Return the days of articles that come sorted by `naming.order`; undated ones are together in a last one."""
    reach = ceil(rules.window)
    return [
        Day(day, articles[numbers.start : numbers.stop], keys[numbers.start : numbers.stop], reach)
        for day, numbers in by_day(articles)
    ]


def _recall(days: Sequence[Day], memo: Memo) -> None:
    """Give these days, which articles to come are compared with, the words that an earlier run read."""
    by_key = {day.own: day for day in days}

    def words_of_day(key: str) -> Words:
        return read(by_key[key].articles)

    for day, found in zip(days, memo(words_of_day, by_key, returns=Words, transient=True), strict=True):
        day.words = found


def _recall_counts(days: Sequence[Day], memo: Memo) -> None:
    """Give these days, which are the background of articles to come, the counts that an earlier run made."""
    by_key = {day.own: day for day in days}

    def counts_of_day(key: str) -> Counts:
        return by_key[key].counts

    for day, found in zip(days, memo(counts_of_day, by_key, returns=Counts, transient=True), strict=True):
        day.counted = found


def _hash(*parts: object) -> str:
    return hashed(repr(parts))


def hashed(text: str) -> str:
    """Return a hash of a text, for a key."""
    return xxhash.xxh3_128_hexdigest(text.encode("utf-8", "surrogatepass"))


def _before(past: Day, day: Day) -> int:
    """How many days `past` is before `day`; both are dated."""
    return day.day.toordinal() - past.day.toordinal() if past.day and day.day else 0


def _place(
    day: Day, window: Sequence[Day], before: Sequence[Day], known: dict[str, Known], memo: Memo, rules: Rules
) -> None:
    """Place a dated day's articles beside the `window`; the days `before` it say how common words are."""

    def work(_: str) -> Placed:
        stories = [story for past in window for story in past.stories]
        turned = Turned(day.table, usual(day, window, before))
        found, count = [_rows(probabilities(day.table, turned, rules, same=True))], len(day.keys)
        for past in window:
            found.append(_rows(probabilities(past.table, turned, rules)) + np.array([count, 0, 0, 0]))
            count += len(past.keys)
        return _linked((day, *window), stories, np.concatenate(found), known, rules)

    # What is known of a story changed last on a day that is in the window too, as all since its first one there are.
    key = _hash(rules, [past.mark for past in window], [past.own for past in before], day.day, day.keys)
    _settle(day, memo(work, [key], returns=Placed)[0], known)


def _place_undated(day: Day, dated: Sequence[Day], known: dict[str, Known], memo: Memo, rules: Rules) -> None:
    """Place the undated articles, all together, after all others."""

    @cache
    def turned() -> Turned:
        return Turned(day.table)

    def among(_: str) -> tuple[Edge, ...]:
        return _edges(probabilities(day.table, turned(), rules, same=True))

    by_key = {_hash(rules, day.keys, past.keys): past for past in dated}

    def between(key: str) -> tuple[Edge, ...]:
        past = by_key[key]
        found = _edges(probabilities(past.table, turned(), rules))
        past.made = None
        return found

    # The keys stand for all that the two read: the rules and the articles.
    inside = memo(among, [_hash(rules, day.keys)], returns=tuple[Edge, ...])[0]
    found, count = [_numbers(inside)], len(day.keys)
    for past, crossing in zip(dated, memo(between, list(by_key), returns=tuple[Edge, ...]), strict=True):
        found.append(_numbers(crossing) + np.array([count, 0, 0, 0]))
        count += len(past.keys)
    stories = [story for past in dated for story in past.stories]
    _settle(day, _linked((day, *dated), stories, np.concatenate(found), known, rules), known)


def _settle(day: Day, placed: Placed, known: dict[str, Known]) -> None:
    day.stories = placed.stories
    day.mark = _hash(day.day, day.keys, placed)
    known.update(placed.changed)


def _rows(pairs: Pairs) -> Rows:
    return np.stack([*pairs], axis=1)


def _edges(pairs: Pairs) -> tuple[Edge, ...]:
    return tuple(zip(*(each.tolist() for each in pairs), strict=True))


def _numbers(edges: Sequence[Edge]) -> Rows:
    return np.array(edges, np.int64).reshape(-1, 4)


def _linked(days: Sequence[Day], told: Sequence[str], pairs: Rows, known: dict[str, Known], rules: Rules) -> Placed:
    """Link the articles of the first day, the fresh ones, with the stories that those of the others are in (`told`).

    Edges are between fresh articles, or from a fresh one to another. A story's articles before the window count as unlike
    the fresh ones, which keeps it from drifting on from event to event.
    """
    fresh, articles = days[0].keys, [article for day in days for article in day.articles]
    stories, texts = [*fresh, *told], [tells(article) for article in articles]
    place = {story: at for at, story in enumerate(dict.fromkeys(stories))}
    names, nodes = list(place), [Node(size=0, texts=0, members=[at]) for at in range(len(place))]
    for article, story in enumerate(stories):
        node = nodes[place[story]]
        node.texts += texts[article]
        node.snippet = is_snippet(articles[article])
        node.frozen = article >= len(fresh)
        node.size, node.alike, node.text_pairs = known.get(story, (1, 0, 0))
    links = edges_of(pairs, [place[story] for story in stories], texts)
    went, changed = list(names), []
    for node in average_link(nodes, links, rules):
        first = max(node.members) if node.frozen else min(node.members)
        for member in node.members:
            went[member] = names[first]
        if min(node.members) < len(fresh):
            changed.append((names[first], (node.size, node.alike, node.text_pairs)))
    return Placed(stories=tuple(went[: len(fresh)]), changed=tuple(sorted(changed)))
