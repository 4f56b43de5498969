"""What a story is called: its id, its path and its headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence

import xxhash

from digest.common import slugs
from digest.common.days import day_of
from digest.common.kinds import is_report
from digest.language import language_of
from digest.language.marks import APOSTROPHES, CLOSING
from digest.model import EPOCH, Article

POOR = 2
"""Flaws from which a title heads a story only where every other has as many."""
FITTING = 0.5
"""Share of how well the best title fits from which one of the newest day may head a story."""
LONGEST_SLUG = 80
"""Characters a slug may have."""
RESERVED = slugs.DEVICES | {"index", "404", "feed", "search"}
"""Slugs that a file system, a web server or the site itself reads as something else."""


_ENDED = re.compile(rf"(?:[?!…]|\.\.\.|[a-z]{{4,}}[{CLOSING}{APOSTROPHES}]?\.)\Z")
"""A title that ends as a sentence does, or is cut."""


def order(article: Article) -> tuple[object, ...]:
    """The order in which articles found stories: dated ones first, by day, then by id; the rest makes it total."""
    day = article.day
    return (day is None, day or EPOCH, article.id, article.where, article.line)


def with_copies(articles: Iterable[Article]) -> list[Article]:
    """The articles and their copies."""
    found = []
    for article in articles:
        found.append(article)
        if article.copies:
            found += [copy.article for copy in article.copies]
    return found


def founding(articles: Iterable[Article]) -> Article:
    """The earliest of the articles and their copies."""
    found = with_copies(articles)
    return found[0] if len(found) == 1 else min(found, key=order)


def story_id(founder: Article, taken: Container[str] = ()) -> str:
    """16 hex digits made from the founding article's id; from it and a number where that id is taken."""
    number, name = 1, founder.id
    while (made := xxhash.xxh64_hexdigest(f"story {name}".encode())) in taken:
        number += 1
        name = f"{founder.id} {number}"
    return made


def slug(title: str) -> str:
    """Return the last part of a story's path, made of its title: `story` where that has no word, never one of RESERVED."""
    made = slugs.slug(title, LONGEST_SLUG) or "story"
    return f"{made}-story" if made in RESERVED else made


def path(founder: Article, title: str, taken: set[str]) -> str:
    """Return `stories/<yyyy>/<mm>/<slug>` or `stories/undated/<slug>`; numbered where it is taken (paths in lower case)."""
    folder = f"{founder.day.year}/{founder.day.month:02}" if founder.day else "undated"
    stem = f"stories/{folder}/{slug(title)}"
    made, number = stem, 1
    while made in taken:
        number += 1
        made = f"{stem}-{number}"
    return made


def has_words_of(path: str, title: str) -> bool:
    """Tell whether a path was made from this title, with or without a number after it."""
    last = path.rpartition("/")[2]
    return slug(title) in (last, re.sub(r"-\d+\Z", "", last))


def headline(articles: Sequence[Article]) -> Article:
    """Return the article whose title heads the story: the plainest of its newest day, of those the one that fits best.

    A title of an earlier day heads it where none of that day is plain enough, or fits half as well as the best.
    """
    if len(articles) == 1:
        return articles[0]
    newest = max(filter(None, map(day_of, articles)), default=None)
    said = [_said(article) for article in articles]
    common = Counter(word for words in said for word in words)

    def fit(article: Article) -> float:
        title = _content(article.title)
        return sum(common[word] for word in title) / max(6, len(title))

    least = FITTING * max(map(fit, articles))
    return min(
        articles,
        key=lambda one: (flaws(one) >= POOR, day_of(one) != newest or fit(one) < least, flaws(one), -fit(one), order(one)),
    )


def flaws(article: Article) -> int:
    """Count what speaks against a title as a headline; what is no title at all weighs most."""
    title, letters = article.title.strip(), [each for each in article.title if each.isalpha()]
    found = 8 * (not title)
    found += 4 * (bool(letters) and not any(letter.islower() for letter in letters) and letters[0].isupper())
    found += 3 * " ".join(article.paragraphs)[:LONGEST_SLUG].startswith(title[:LONGEST_SLUG].rstrip("….").rstrip())
    promises = language_of(article.language).promises.search(title) is not None
    found += 2 * (promises or not is_report(article)) + bool(_ENDED.search(title))
    return found + (not 20 <= len(title) <= 120)


def _content(text: str) -> set[str]:
    return {word for word in text.lower().split() if len(word) > 3}


def _said(article: Article) -> set[str]:
    return _content(f"{article.title} {article.paragraphs[0][:500] if article.paragraphs else ''}")
