"""What the news is about just now: names in headlines that many articles have today and few had before."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Mapping

from digest.language import language_of
from digest.model import Article

_COMMON = 4.8  # how common a word is in its language (Zipf) from which it names no subject
_LEAST = 3  # articles with it
_PUBLISHERS = 2  # and publishers
_BURST = 3.0  # times as often as in the articles before
_WORD = re.compile(r"[^\W\d_]{4,}")
_WITHIN = re.compile(r"(?<=[^\W\d_] |[,;] )[^\W\d_]{4,}")  # a word with another before it
_BEGINNING = 5  # letters of a word that tell it from others: "Norway" and "Norwegian" are two, "ferry" and "ferries" too


def subjects(new: Collection[Article], old: Collection[Article], voices: Mapping[str, str]) -> dict[str, list[Article]]:
    """Return the new articles by the beginning of each word that is in the news; `voices` names the publisher by article id.

    A word is in the news where several publishers' titles have it, and three times as often as the `old` articles' had.
    It is a name: openings of the new articles have it, within a sentence, with a capital.
    """
    now, names = _titled(new), _names(new)
    before = _titled(old, now.keys() & names)
    found = {}
    for name, articles in sorted(now.items()):
        if name not in names:
            continue
        heard = {voices[article.id] for article in articles}
        share, earlier = len(articles) / len(new), len(before.get(name, ())) / max(1, len(old))
        if len(articles) >= _LEAST and len(heard) >= _PUBLISHERS and share >= _BURST * earlier:
            found[name] = articles
    return found


def named(title: str, language: str | None, among: Container[str] | None = None) -> set[str]:
    """Return the beginnings of the words of a title that may name a subject: those that are rare in the language.

    With `among` only those of these beginnings are looked for.
    """
    words = (match.group() for match in _WORD.finditer(title.casefold()))
    asked = (word for word in words if among is None or word[:_BEGINNING] in among)
    return {word[:_BEGINNING] for word in asked if language_of(language).zipf(word) < _COMMON}


def _names(articles: Collection[Article]) -> set[str]:
    """The beginnings of the words that openings have with a capital, and seldom without, where no sentence begins."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for article in articles:
        for match in _WITHIN.finditer(" ".join(article.paragraphs[:1])):
            word = match.group()
            (small if word.islower() else capital)[word.casefold()[:_BEGINNING]] += 1
    return {name for name, times in capital.items() if times > small[name]}


def _titled(articles: Collection[Article], among: Container[str] | None = None) -> dict[str, list[Article]]:
    found: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for name in named(article.title, article.language, among):
            found[name].append(article)
    return found
