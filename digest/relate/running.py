"""Which stories are of one running event: a capture, its aftermath, what it does to oil and bonds.

Two stories continue one another where they share several things, names and what happens to them, that the stories of the
weeks before seldom had; or where both titles have a name that is in the news just now, and their texts something else.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from digest.kinds import is_roundup
from digest.model import Article, Story
from digest.relate.usual import DAYS, NEWS, Usual
from digest.relate.weights import CONTINUES, FLOOR, NEW_DIGEST, WEIGHTS
from digest.relate.words import Words

MOST_BEFORE = 3
"""Stories before it that a story is tied to as continuing them: the likeliest."""
SURE = 4.0
"""What a name in the news adds to the logarithm of the odds."""
_LOOKED_AT = 30  # stories before one that have a word of its title
_LEAST_INFORMATION = 0.5  # beyond FLOOR, for a word to count as one that is shared
_SPREAD = 4.0  # added to the information of each title, so that a bare one is not taken for the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two stories of one event by their numbers, the earlier first; how sure it is (log-odds), and the words that say so."""

    earlier: int
    later: int
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTerms:
    """A story as it is compared: when its first and its last article came out, and its words.

    `beyond` is each word's information (see `Usual.information`) less FLOOR, 0 or more; `title` is the sum of that over its
    titles' words, `strong` are the words that count when they are shared, `news` the names in its titles that were in the
    news when it began.
    """

    began: datetime
    ended: datetime
    words: Words
    beyond: Mapping[str, float]
    title: float
    news: frozenset[str]
    strong: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Shared:
    """What two stories share: one word, or several that stand beside each other in both, such as a first and a last name."""

    words: list[str]
    information: float
    titles: int
    name: bool


class Compared(NamedTuple):
    """Two stories by number, the earlier first, and what decides on them.

    That is what they share, which names of it are in the news, and the score from which they are tied.
    """

    earlier: int
    later: int
    one: StoryTerms
    other: StoryTerms
    shared: tuple[Shared, ...]
    news: tuple[str, ...]
    least: float


def ties(stories: Sequence[Story], words: Sequence[Words], names: frozenset[str]) -> tuple[Tie, ...]:
    """Return the ties of stories that continue one another; round-ups and stories without a day have none.

    What is usual and what is in the news is judged by what came before the later story, not by what comes after it.
    """
    found: dict[int, list[Tie]] = defaultdict(list)
    for earlier, later, one, other, shared, news, least in compared(stories, words, names):
        if not news and not enough(shared):
            continue
        score = _score(one, other, shared) + (SURE if news else 0.0)
        if score >= least:
            why = [*news, *(name for each in shared for name in each.words if name not in news)]
            found[later].append(Tie(earlier=earlier, later=later, score=round(score, 6), why=tuple(why)))
    best = {later: sorted(each, key=lambda tie: (-tie.score, stories[tie.earlier].id)) for later, each in found.items()}
    return tuple(tie for later in sorted(best) for tie in best[later][:MOST_BEFORE])


def compared(stories: Sequence[Story], words: Sequence[Words], names: frozenset[str]) -> Iterator[Compared]:
    """Yield the pairs of stories that share a word of both titles and are near in time, with what decides on them."""
    spans = [_span(story) for story in stories]
    usual = Usual([span and span[0] for span in spans], words)
    terms = {
        number: _terms_of(span, words[number], usual, names)
        for number, span in enumerate(spans)
        if span and not all(is_roundup(article.title, article.language) for article in stories[number].articles)
    }
    for earlier, later in _candidates(terms, stories):
        one, other = terms[earlier], terms[later]
        shared = tuple(_shared(one, other, names))
        news = tuple(each.words[0] for each in shared if _is_news(each, one, other))
        more = any(each.words[0] not in news for each in shared)
        least = CONTINUES if usual.is_known(one.began) else NEW_DIGEST
        yield Compared(earlier, later, one, other, shared, news if more else (), least)


def enough(shared: Sequence[Shared]) -> bool:
    """Whether two shared words or more with information stand in one of the titles: one name alone is no event."""
    return sum(each.information >= _LEAST_INFORMATION and each.titles > 0 for each in shared) > 1


def features(one: StoryTerms, other: StoryTerms, shared: Sequence[Shared]) -> tuple[float, ...]:
    """Return the features of two stories, the earlier first, in the order of weights.FEATURES."""

    def summed(titles: int, names: tuple[bool, ...]) -> float:
        return sum(each.information for each in shared if each.titles == titles and each.name in names)

    def counted(titles: int) -> int:
        return sum(each.information >= _LEAST_INFORMATION and each.titles == titles for each in shared)

    both = sum(one.beyond[name] for each in shared for name in each.words if _titles(name, one, other) == 2)
    return (
        summed(2, (True,)),
        summed(2, (False,)),
        summed(1, (True,)),
        summed(1, (False,)),
        summed(0, (True, False)),
        math.log1p(days_between(one, other)),
        both / math.sqrt(one.title * other.title),
        counted(2),
        counted(1),
    )


def days_between(one: StoryTerms, other: StoryTerms) -> float:
    """Return the days from the last article of the earlier story to the first of the later one, at least 0."""
    return max(0.0, (other.began - one.ended) / timedelta(days=1))


def _score(one: StoryTerms, other: StoryTerms, shared: Sequence[Shared]) -> float:
    constant, *weights = WEIGHTS
    return constant + sum(weight * value for weight, value in zip(weights, features(one, other, shared), strict=True))


def _terms_of(span: tuple[datetime, datetime], words: Words, usual: Usual, names: frozenset[str]) -> StoryTerms:
    beyond = {name: max(0.0, information - FLOOR) for name, information in usual.information(words, span[0]).items()}
    titled = {name: word for name, word in words.of.items() if word.titled}
    return StoryTerms(
        began=span[0],
        ended=span[1],
        words=words,
        beyond=beyond,
        title=sum(beyond[name] for name in titled) + _SPREAD,
        strong=tuple(name for name, information in beyond.items() if information >= _LEAST_INFORMATION),
        news=frozenset(name for name in titled if name in names and usual.is_news(name, titled[name].zipf, span[0])),
    )


def _candidates(terms: Mapping[int, StoryTerms], stories: Sequence[Story]) -> Iterator[tuple[int, int]]:
    """Yield pairs that are near in time and share a word of both titles that has information or is in the news.

    Of the stories before one that have such a word the last ones are looked at, so the cost grows with the number of
    stories and not with its square.
    """
    having: dict[str, list[int]] = defaultdict(list)
    by_word: dict[str, list[int]] = defaultdict(list)
    for later in sorted(terms, key=lambda number: (terms[number].began, stories[number].id)):
        one, before = terms[later], set[int]()
        for name, word in one.words.of.items():
            if word.titled:
                before.update((having if name in one.news else by_word)[name][-_LOOKED_AT:])
                having[name].append(later)
                if one.beyond[name] > 0:
                    by_word[name].append(later)
        for earlier in sorted(before):
            if one.began - terms[earlier].ended <= DAYS and _may_be_one_event(terms[earlier], one):
                yield earlier, later


def _may_be_one_event(one: StoryTerms, other: StoryTerms) -> bool:
    """Whether two stories share two words with information, one of them in a title, or a name in the news."""
    shared = [name for name in one.strong if name in other.words.of]
    return (len(shared) > 1 and any(_titles(name, one, other) for name in shared)) or any(
        name in one.words.of for name in other.news
    )


def _shared(one: StoryTerms, other: StoryTerms, names: frozenset[str]) -> Iterator[Shared]:
    """Yield what two stories share, what has most information first."""
    found: list[Shared] = []
    common = [name for name in one.words.of if name in other.words.of]
    for name in sorted(common, key=lambda name: (-one.beyond[name], name)):
        is_name, titles = name in names, _titles(name, one, other)
        known = next((each for each in found if is_name and each.name and _beside(name, each, one, other)), None)
        if known:
            known.words.append(name)
            known.titles = max(known.titles, titles)
        else:
            found.append(Shared(words=[name], information=one.beyond[name], titles=titles, name=is_name))
    yield from found


def _titles(name: str, one: StoryTerms, other: StoryTerms) -> int:
    return one.words.of[name].titled + other.words.of[name].titled


def _beside(name: str, known: Shared, one: StoryTerms, other: StoryTerms) -> bool:
    """Whether a word stands beside one of those known in both stories."""
    pairs = [pair for word in known.words for pair in ((word, name), (name, word))]
    return any(pair in one.words.beside for pair in pairs) and any(pair in other.words.beside for pair in pairs)


def _is_news(each: Shared, one: StoryTerms, other: StoryTerms) -> bool:
    """Whether a name that both titles have is in the news as the later story begins, soon after the earlier one."""
    soon = other.began - one.ended <= NEWS
    return soon and any(name in other.news and _titles(name, one, other) == 2 for name in each.words)


def _span(story: Story) -> tuple[datetime, datetime] | None:
    """When the first and the last of a story's articles came out; None where no day is known."""
    moments = [at for article in story.articles if (at := _reported(article))]
    return (min(moments), max(moments)) if moments else None


def _reported(article: Article) -> datetime | None:
    """When an article came out, as a feed's first fetch brings weeks of items in one day; else when it was seen."""
    exact = article.published and article.published.precision != "month"
    return article.published.at if article.published and exact else article.seen
