"""What an aggregator brought never stands before the publisher's own article."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from digest.dedupe import dedupe
from digest.model import Article, Text, Url, When

FIRST = datetime(2026, 3, 1, tzinfo=UTC)
LONG = " ".join(f"word{n * 7 % 101} says{n}" for n in range(120)) + "."


def article(name, text="", *, title="Pier reopens", publisher="Gull Post", via=None, hours=0, url=None):
    return Article(
        id=name,
        where=name,
        title=Text(title),
        publisher=Text(publisher),
        paragraphs=(Text(text),) if text else (),
        published=When(at=FIRST + timedelta(hours=hours)),
        via=via,
        url=url and Url(url),
    )


def folded(*articles):
    """Each representative's id with its copies' ids, kinds and shares, whatever the order of what is given."""
    answers = []
    for seed in range(3):
        given = random.Random(seed).sample(articles, len(articles))
        answers.append({it.id: {copy.article.id: (copy.kind, copy.share) for copy in it.copies} for it in dedupe(given)})
    assert answers[0] == answers[1] == answers[2]
    return answers[0]


def test_a_headline_that_was_brought_is_a_copy_of_the_publishers_article():
    """Of the same publisher, under the same headline, in the same days; its words are the headline's, and all are there."""
    own, brought = article("own", LONG), article("brought", via="search", hours=30, title="Pier  reopens!")
    assert folded(own, brought) == {"own": {"brought": ("excerpt", 1.0)}}
    spelt = replace(brought, publisher=Text("the GullPost"))
    assert folded(own, spelt) == {"own": {"brought": ("excerpt", 1.0)}}


def test_another_publishers_or_another_days_headline_is_none():
    """The same two words of somebody else, or weeks later, are an article of their own."""
    own = article("own", LONG)
    other = article("other", via="search", publisher="Tern Times")
    later = article("later", via="search", hours=24 * 30)
    assert set(folded(own, other, later)) == {"own", "other", "later"}


def test_the_nearest_article_of_that_headline_is_meant():
    """A column that has one headline every day is joined with the issue of its day, and its issues stay apart."""
    first, second = article("first", "One thing happened."), article("second", "Another thing happened.", hours=24)
    assert folded(first, second, article("brought", via="search", hours=25)) == {
        "first": {},
        "second": {"brought": ("excerpt", 1.0)},
    }


def test_the_own_article_heads_though_it_is_shorter_or_older():
    """One address, or nearly one text: the publisher's own stands for what was brought."""
    url = "https://gullpost.example/pier"
    own, brought = article("own", "The pier reopens.", url=url), article("brought", LONG, url=url, via="planet", hours=5)
    assert set(folded(own, brought)) == {"own"}
    own = article("own", " ".join(LONG.split()[:150]) + ".", title="The pier is open again")
    brought = article("brought", LONG, via="planet", hours=5)
    copied = article("copied", " ".join(LONG.split()[:200]) + ".", publisher="Tern Times", title="A pier, open")
    assert set(folded(own, brought, copied)) == {"own"}


def test_what_two_aggregators_brought_is_one():
    """Where the publisher's own article is not there, one of them stands for both."""
    one, other = article("one", via="search"), article("other", "The pier reopens today.", via="alerts", hours=3)
    found = folded(one, other)
    assert len(found) == 1
    assert set(found) | set(next(iter(found.values()))) == {"one", "other"}


def test_without_aggregators_the_headline_alone_joins_nothing():
    """Two articles of one publisher under one headline are two."""
    one, other = article("one", "One thing happened."), article("other", "Another thing happened.", hours=2)
    assert len(folded(one, other)) == 2
    assert len(folded(one, replace(other, via="search"))) == 1


def test_who_is_not_known_brings_nobodys_headline():
    """An article without a publisher is joined with none, though the headline is the same."""
    nameless = article("nameless", "A pier reopened.", publisher="")
    assert folded(article("own", LONG), nameless, article("brought", via="search")) == {
        "own": {"brought": ("excerpt", 1.0)},
        "nameless": {},
    }
