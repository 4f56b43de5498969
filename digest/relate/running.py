"""Which stories are of one running event: a capture, its aftermath, what it does to oil and bonds.

Two stories continue one another where they share several things, names and what happens to them, that the stories of the
weeks before seldom had; or where both titles have a name that is in the news just now, and their texts something else.
What an event's own stories have is not usual for that: the more of them have the words of a title, the surer it is of it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from digest.common.kinds import is_roundup
from digest.model import Article, Story
from digest.relate.events import Event, Events, Moment
from digest.relate.usual import DAY, NEWS_SECONDS, SPAN, Usual
from digest.relate.weights import CONTINUES, FLOOR, NEW_DIGEST, WEIGHTS
from digest.relate.words import Words, phrases

MOST_BEFORE = 3
"""Stories before it that a story is tied to as continuing them: the likeliest."""
NEWS_ODDS = 4.0
"""What a name in the news adds to the logarithm of the odds."""
_LOOKED_AT = 30  # stories before one that have a word of its title
_COMPARED = 20  # stories before one that share most with it
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
    titles' words, `stems` are all of these, `strong` those that count when they are shared, `titled` those of its titles,
    `news` the names among these that were in the news when it began.
    """

    began: Moment
    ended: Moment
    words: Words
    beyond: Mapping[str, float]
    title: float
    news: frozenset[str]
    strong: frozenset[str]
    titled: frozenset[str]
    stems: frozenset[str]


@dataclass(slots=True, kw_only=True, eq=False)
class Shared:
    """What two stories share: one word, or several that stand beside each other in both, such as a first and a last name."""

    words: list[str]
    information: float
    titles: int
    name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two stories by number, the earlier first, and what decides on them.

    That is what they share, which names of it are in the news, the features of weights.FEATURES, and whether the digest
    knew what is usual when the earlier one began.
    """

    earlier: int
    later: int
    shared: tuple[Shared, ...]
    news: tuple[str, ...]
    features: tuple[float, ...]
    known: bool


def odds(pair: Compared) -> float | None:
    """Return the logarithm of the odds that the later story continues the earlier one; None where it is not enough."""
    constant, *weights = WEIGHTS
    score = constant + sum(weight * value for weight, value in zip(weights, pair.features, strict=True))
    score += NEWS_ODDS if pair.news else 0.0
    return score if score >= (CONTINUES if pair.known else NEW_DIGEST) else None


def ties(
    stories: Sequence[Story],
    words: Sequence[Words],
    names: frozenset[str],
    judge: Callable[[Compared], float | None] = odds,
) -> tuple[Tie, ...]:
    """Return the ties of stories that continue one another; round-ups and stories without a day have none.

    What is usual, what is in the news and what events there are is judged by what came before the later story, not by what
    comes after it. `judge` decides on the pairs that have enough in common.
    """
    spans = [_span(story) for story in stories]
    parts = phrases(words, names)
    usual = Usual([span and span[0] for span in spans], words)
    terms = {
        number: _terms_of(span, words[number], usual, names)
        for number, span in enumerate(spans)
        if span and not all(is_roundup(article.title, article.language) for article in stories[number].articles)
    }
    events = Events({number: each.began for number, each in terms.items()}, words)
    found: list[Tie] = []
    for later, before in _candidates(terms, stories):
        best: list[Tie] = []
        for earlier in before:
            pair = _compared(earlier, later, terms, events.of(earlier), usual, names, parts)
            if (pair.news or _enough(pair.shared)) and (score := judge(pair)) is not None:
                why = [*pair.news, *(name for each in pair.shared for name in each.words if name not in pair.news)]
                best.append(Tie(earlier=earlier, later=later, score=round(score, 6), why=tuple(why)))
        best.sort(key=lambda tie: (-tie.score, stories[tie.earlier].id))
        for tie in best[:MOST_BEFORE]:
            events.join(tie.earlier, later)
        found += best[:MOST_BEFORE]
    return tuple(sorted(found, key=lambda tie: tie.later))


def _compared(
    earlier: int,
    later: int,
    terms: Mapping[int, StoryTerms],
    event: Event,
    usual: Usual,
    names: frozenset[str],
    parts: frozenset[tuple[str, str]],
) -> Compared:
    one, other = terms[earlier], terms[later]
    beyond = {name: one.beyond[name] for name in one.stems & other.stems}
    its = 0.0
    if len(event.stories) > 1:
        outside: dict[str, float] = {}
        shares = {name: share for name in sorted(other.titled) if (share := event.share(name))}
        had = [name for name in beyond if event.had(name, one.began)]
        for name in {*had, *shares}:
            outside[name] = _outside(event, name, one, other, usual)
        beyond |= {name: outside[name] for name in had}
        its = sum(outside[name] * share for name, share in shares.items())
    shared = _shared(one, other, beyond, names, parts)
    news = tuple(each.words[0] for each in shared if _is_news(each, one, other))
    more = any(each.words[0] not in news for each in shared)
    return Compared(
        earlier=earlier,
        later=later,
        shared=shared,
        news=news if more else (),
        features=(*_features(one, other, shared, beyond), its),
        known=usual.is_known(one.began),
    )


def _outside(event: Event, name: str, one: StoryTerms, other: StoryTerms, usual: Usual) -> float:
    """The information of a word as the earlier story began, beyond FLOOR, where its event does not make it usual."""
    return max(0.0, usual.information_outside(event, name, other.words.of[name].zipf, one.began) - FLOOR)


def _enough(shared: Sequence[Shared]) -> bool:
    """Whether two words or more that tell something stand in one of the titles: one name alone is no event."""
    return sum(each.information >= _LEAST_INFORMATION and each.titles > 0 for each in shared) > 1


def _features(
    one: StoryTerms, other: StoryTerms, shared: Sequence[Shared], beyond: Mapping[str, float]
) -> tuple[float, ...]:
    """Return the features of two stories, the earlier first, in the order of weights.FEATURES, but for the last."""
    summed = {(titles, name): 0.0 for titles in (0, 1, 2) for name in (True, False)}
    many = [0, 0, 0]
    for each in shared:
        summed[each.titles, each.name] += each.information
        many[each.titles] += each.information >= _LEAST_INFORMATION
    both = one.titled & other.titled
    mine = one.title + sum(value - one.beyond[name] for name, value in sorted(beyond.items()) if name in one.titled)
    return (
        summed[2, True],
        summed[2, False],
        summed[1, True],
        summed[1, False],
        summed[0, True] + summed[0, False],
        math.log1p(_days_between(one, other)),
        sum(beyond[name] for name in sorted(both)) / math.sqrt(mine * other.title),
        many[2],
        many[1],
    )


def _days_between(one: StoryTerms, other: StoryTerms) -> float:
    """The days from the last article of the earlier story to the first of the later one, at least 0."""
    return max(0.0, (other.began - one.ended) / DAY)


def _terms_of(span: tuple[Moment, Moment], words: Words, usual: Usual, names: frozenset[str]) -> StoryTerms:
    beyond = {name: max(0.0, information - FLOOR) for name, information in usual.information(words, span[0]).items()}
    titled = frozenset(name for name, word in words.of.items() if word.titled)
    return StoryTerms(
        began=span[0],
        ended=span[1],
        words=words,
        beyond=beyond,
        title=sum(beyond[name] for name in words.of if name in titled) + _SPREAD,
        strong=frozenset(name for name, information in beyond.items() if information >= _LEAST_INFORMATION),
        news=frozenset(name for name in titled & names if usual.is_news(name, words.of[name].zipf, span[0])),
        titled=titled,
        stems=frozenset(words.of),
    )


def _candidates(terms: Mapping[int, StoryTerms], stories: Sequence[Story]) -> Iterator[tuple[int, list[int]]]:
    """Yield each story with those before it that share a word of both titles that tells something, or is in the news.

    Of the stories before one that have such a word the last ones are looked at, and of these the ones that share most are
    compared, so the cost grows with the number of stories and not with its square.
    """
    having: dict[str, list[int]] = defaultdict(list)
    by_word: dict[str, list[int]] = defaultdict(list)
    for later in sorted(terms, key=lambda number: (terms[number].began, stories[number].id)):
        one, before = terms[later], set[int]()
        for name in one.titled:
            before.update((having if name in one.news else by_word)[name][-_LOOKED_AT:])
            having[name].append(later)
            if one.beyond[name] > 0:
                by_word[name].append(later)
        near = {earlier: _in_common(terms[earlier], one) for earlier in before if one.began - terms[earlier].ended <= SPAN}
        most = sorted((earlier for earlier in near if near[earlier]), key=lambda earlier: (-near[earlier], earlier))
        yield later, most[:_COMPARED]


def _in_common(one: StoryTerms, other: StoryTerms) -> float:
    """How much two stories share that may make them one event; 0 where that is too little.

    At least two words that tell something, one of them in a title, or a name in the news.
    """
    shared = one.strong & other.stems
    news = not other.news.isdisjoint(one.stems)
    if not news and len(shared) < 2:
        return 0.0
    titled = [one.beyond[name] for name in shared if name in one.titled or name in other.titled]
    return round(sum(titled), 6) + NEWS_ODDS * news + len(shared) if titled or news else 0.0


def _shared(
    one: StoryTerms,
    other: StoryTerms,
    beyond: Mapping[str, float],
    names: frozenset[str],
    parts: frozenset[tuple[str, str]],
) -> tuple[Shared, ...]:
    """Return what two stories share, the most telling first; names are one where `_are_one` says so."""
    found: list[Shared] = []
    for name in sorted(beyond, key=lambda name: (-beyond[name], name)):
        titles = (name in one.titled) + (name in other.titled)
        each = Shared(words=[name], information=beyond[name], titles=titles, name=name in names)
        if each.name:
            for known in [known for known in found if known.name and _are_one(known, each, one, other, parts)]:
                known.words += each.words
                known.titles = max(known.titles, each.titles)
                if each in found:
                    found.remove(each)
                each = known
        if each not in found:
            found.append(each)
    return tuple(found)


def _are_one(known: Shared, more: Shared, one: StoryTerms, other: StoryTerms, parts: frozenset[tuple[str, str]]) -> bool:
    """Whether two shared names are parts of one, or stand beside each other in both stories."""
    pairs = [(word, name) for word in known.words for name in more.words]
    if any((min(pair), max(pair)) in parts for pair in pairs):
        return True
    turned = [*pairs, *((name, word) for word, name in pairs)]
    return any(pair in one.words.beside for pair in turned) and any(pair in other.words.beside for pair in turned)


def _is_news(each: Shared, one: StoryTerms, other: StoryTerms) -> bool:
    """Whether a name that both titles have is in the news as the later story begins, soon after the earlier one."""
    soon = other.began - one.ended <= NEWS_SECONDS
    return soon and any(name in other.news and name in one.titled for name in each.words)


def _span(story: Story) -> tuple[Moment, Moment] | None:
    """When the first and the last of a story's articles came out; None where no day is known."""
    moments = [at.timestamp() for article in story.articles if (at := _reported(article))]
    return (min(moments), max(moments)) if moments else None


def _reported(article: Article) -> datetime | None:
    """When an article came out, as a feed's first fetch brings weeks of items in one day; else when it was seen."""
    exact = article.published and article.published.precision != "month"
    return article.published.at if article.published and exact else article.seen
