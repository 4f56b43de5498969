"""Twenty events told in twenty-seven languages make the same stories and lines in each of them as in English."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from digest.dedupe import dedupe
from digest.group import group
from digest.link import link
from digest.model import Article, Limits, When

TWINS = Path(__file__).parent / "twins"
"""A file a language: an event a block, an article a line of title and sentences, = for the sentence of the line before."""
OTHERS = tuple(sorted(file.stem for file in TWINS.iterdir() if file.stem != "en"))
QUICK = ("zh", "ru")
RULE = "* " * 40
"""A line that is no sentence, so that the limit of half an article does not bind."""


def events(language):
    """For each event its articles, each a title and sentences, and the sentences that both print."""
    for block in (TWINS / f"{language}.txt").read_text("utf-8").strip().split("\n\n"):
        one, other = ([part.strip() for part in line.split(" | ")] for line in block.split("\n"))
        yield one, [one[at] if part == "=" else part for at, part in enumerate(other)]


def articles(language):
    """The two articles of each event, an hour apart; where an article stands is the number of its event."""
    for number, event in enumerate(events(language)):
        for hour, (title, *paragraphs) in enumerate(event):
            at = datetime(2031, 6, 4, 8 + hour, tzinfo=UTC)
            yield Article(
                id=f"{number:08x}{hour:08x}",
                where=f"{number}",
                title=title,
                paragraphs=tuple(paragraphs),
                language=language,
                published=When(at=at, precision="time"),
                seen=at,
            )


@cache
def stories(language):
    """The stories of all articles of a language, each read with room for all of its lines."""
    found, _ = group(dedupe(tuple(articles(language))), (), ())
    padded = [
        replace(one, articles=tuple(replace(each, paragraphs=(*each.paragraphs, *_room(each))) for each in one.articles))
        for one in found
    ]
    return link(tuple(padded), (), Limits())


def _room(article):
    return [RULE] * (sum(map(len, article.paragraphs)) // len(RULE) + 1)


def _partition(language):
    return {frozenset(each.id for each in story.articles) for story in stories(language)}


def _of_both(language):
    """The events that show a sentence that both articles print as theirs, and how many lines each event has.

    It is a line of both, or, where the language says how it quotes, the quotation in it is one of both.
    """
    both, lines = set(), {}
    for story in stories(language):
        number = int(story.articles[0].where)
        told = list(events(language))[number]
        shared = set(told[0][1:]) & set(told[1][1:])
        lines[number] = len(story.points)
        lines_of_both = {point.text for point in story.points if len(point.citations) == 2}
        quotes_of_both = {quote.text for quote in story.quotes if len(quote.citations) == 2}
        if lines_of_both & shared or any(quote in sentence for quote in quotes_of_both for sentence in shared):
            both.add(number)
    return both, lines


def _slow(languages):
    return [each if each in QUICK else pytest.param(each, marks=pytest.mark.slow) for each in languages]


def test_every_language_tells_the_same_twenty_events():
    """Two articles each, and both print a sentence where they do in English."""
    assert len(OTHERS) == 26
    english = [len(set(one[1:]) & set(other[1:])) for one, other in events("en")]
    assert len(english) == 20
    for language in OTHERS:
        assert [len(set(one[1:]) & set(other[1:])) for one, other in events(language)] == english, language


@pytest.mark.parametrize("language", ["en", *_slow(OTHERS)])
def test_the_same_events_are_the_same_stories(language):
    """No report is a copy of another, no story holds two events, and no event is in two stories."""
    assert _partition(language) == {frozenset((f"{at:08x}{0:08x}", f"{at:08x}{1:08x}")) for at in range(20)}


@pytest.mark.parametrize("language", _slow(OTHERS))
def test_the_same_sentences_are_lines_of_both(language):
    """Every story has a line; where both articles print a sentence that is an English line of both, it is one here too.

    That other words say the same is told in English alone.
    """
    both, lines = _of_both("en")
    mine, mine_lines = _of_both(language)
    assert lines.keys() == mine_lines.keys()
    assert all(mine_lines.values())
    assert mine >= both
    english = {int(story.articles[0].where): max(len(point.citations) for point in story.points) for story in stories("en")}
    for story in stories(language):
        number = int(story.articles[0].where)
        assert max(len(point.citations) for point in story.points) <= english[number] or number in mine, number
