"""Which topics a story belongs to, and which are missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from digest.language.marks import without_possessive
from digest.language.scripts import HANGUL, UNSPACED, combining_marks
from digest.language.terms import bare_form, learn
from digest.model import Story, Topic

_OPENING = 3
_UNSPACED, _SYLLABLE = re.compile(f"[{UNSPACED}]"), re.compile(f"[{HANGUL}]")
_SIGN = rf"(?:\w|[{combining_marks()}])"
_SPACED_SIGN = rf"(?![{UNSPACED}{HANGUL}]){_SIGN}"


def topics(story: Story, known: Sequence[Topic]) -> tuple[str, ...]:
    """Return the ids of topics that the headline or the opening of half of the articles names; most named first."""
    titles = [article.title for article in story.articles]
    openings = [" ".join((article.title, *article.paragraphs[:_OPENING])) for article in story.articles]
    found = []
    for topic in known:
        pattern = _pattern(topic)
        named = sum(1 for text in openings if pattern.search(text))
        titled = sum(1 for text in (story.headline, *titles) if pattern.search(text))
        if named and (pattern.search(story.headline) or named * 2 >= len(openings) or titled * 3 >= len(titles)):
            found.append((-named, topic.id))
    return tuple(name for _, name in sorted(found))


@cache
def _pattern(topic: Topic) -> re.Pattern[str]:
    """A topic's name and aliases as whole words, short ones in capitals only as written.

    Where a name begins or ends in a script without spaces, or with a Korean syllable, which particles follow, more may
    stand beside it; letters of such scripts may stand beside any name ("EUが").
    """
    names = sorted({topic.name, *topic.aliases}, key=lambda name: (-len(name), name))
    exact = "|".join(_whole(name) for name in names if name.isupper() or len(name) < 4)
    free = "|".join(_whole(name) for name in names if not (name.isupper() or len(name) < 4))
    return re.compile("|".join(part for part in (exact, f"(?i:{free})" if free else "") if part))


def _whole(name: str) -> str:
    """A name and what may not stand beside it, which is looked at only where the name stands."""
    words = re.escape(name)
    after = "" if _UNSPACED.match(name[-1]) or _SYLLABLE.match(name[-1]) else f"(?!{_SPACED_SIGN})"
    sign = _SIGN if _SYLLABLE.match(name[0]) else _SPACED_SIGN
    before = "" if _UNSPACED.match(name[0]) else f"(?<!{sign}{words})"
    return words + after + before


_PROPER = re.compile(r"[A-Z][\w’'&-]*(?: (?:of|the|and|for|de|du|der|van|von) (?=[A-Z])| [A-Z][\w’'&-]*)*")


def proposed(stories: Sequence[Story], known: Sequence[Topic], *, least: int = 3) -> tuple[tuple[str, int], ...]:
    """Return proper names in the headlines of `least` stories or more that no topic covers, and how many have them."""
    covered = [_pattern(topic) for topic in known]
    count: dict[str, set[str]] = {}
    for story in stories:
        texts = [text for article in story.articles for text in article.paragraphs[:_OPENING]]
        lexicon = learn(texts, next((article.language for article in story.articles if article.language), None))
        for text in {article.title for article in story.articles}:
            for match in _PROPER.finditer(text):
                words = without_possessive(match.group())
                if len(words) > 2 and all(bare_form(word) in lexicon.names for word in words.split() if word[0].isupper()):
                    count.setdefault(words, set()).add(story.id)
    ranked = sorted(((name, len(ids)) for name, ids in count.items()), key=lambda item: (-item[1], item[0]))
    return tuple(
        (name, number) for name, number in ranked if number >= least and not any(one.search(name) for one in covered)
    )
