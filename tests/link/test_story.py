"""What only one source says, and that nothing else changes a story."""

import warnings
from dataclasses import replace
from datetime import UTC, datetime

from own_words import edited

from digest.model import Config, Limits, Settings, Story, Text

NOW = datetime(2026, 5, 9, tzinfo=UTC)


SHARED = "The harbour council of Oldport approved the electric ferry Tern on Monday."
ALONE = "Marine biologist Signe Dahl counted 4,300 puffins on the skerries of Oldport in 2019."


class TestOnlyIn:
    def test_a_statement_of_one_source_is_shown_as_such(self, article, linked):
        """What one article alone says is listed once, with that article."""
        more = ("Captain Ola Berg steered the lifeboat Heron.", "A storm tore forty slates from Saint Brannoc chapel.")
        tied = linked(
            article("reuters", "Ferry", SHARED, *more, ALONE, long=True), article("ap", "Ferry", SHARED, *more, long=True)
        )
        assert [(one.article_id, one.text) for one in tied.only_in][:1] == [(tied.articles[0].id, ALONE)]

    def test_what_another_source_says_too_is_not_alone(self, article, linked):
        """A shared statement is never shown as one source's own."""
        tied = linked(article("reuters", "Ferry", SHARED, long=True), article("ap", "Ferry", SHARED, long=True))
        assert all(SHARED not in one.text for one in tied.only_in)

    def test_what_another_source_may_say_too_is_not_alone(self, article, linked):
        """A statement that another article makes in words too different to cite is no source's own either."""
        more = ("Captain Ola Berg steered the lifeboat Heron.", "A storm tore forty slates from Saint Brannoc chapel.")
        told = (
            "Biologist Signe Dahl of Uppsala reared orphaned puffins and kittiwakes on the windswept skerries of Langholm."
        )
        retold = "Signe Dahl reared puffins whose parents were lost in storms off Iceland and Norway."
        tied = linked(
            article("reuters", "Ferry", SHARED, *more, told, long=True),
            article("ap", "Ferry", SHARED, *more, retold, long=True),
        )
        cited = [point.citations[1:] for point in tied.points if "Dahl" in point.text]
        assert all(one.part for each in cited for one in each)
        assert all("Dahl" not in one.text for one in tied.only_in)

    def test_a_lone_article_has_nobody_to_differ_from(self, article, linked):
        """A story of one article has no such list."""
        assert linked(article("reuters", "Ferry", SHARED, ALONE, long=True)).only_in == ()


def test_order_of_articles_and_runs_change_nothing(article, story):
    """Linking twice gives the same story, and the memo is told everything an answer depends on."""
    bare = story(article("reuters", "A", SHARED, ALONE, long=True), article("ap", "B", SHARED, long=True))
    asked = []

    def memo(work, items, *, returns, salt="", spread=False):
        asked.append((returns.__name__, salt))
        return [work(item) for item in items]

    plain = Config(sources=())
    tight = replace(plain, digest=Settings(limits=Limits(quotation=60)))
    assert edited([bare], plain, memo) == edited([bare], plain)
    edited([bare], tight, memo)
    assert [name for name, _ in asked] == ["Story", "Story"]
    assert asked[0][1] != asked[1][1]


def test_a_story_of_which_all_was_withdrawn_tells_nothing():
    """No article is left to divide by, and nobody is told so on the terminal."""
    bare = Story(id="0" * 16, path="stories/undated/x", headline=Text("Withdrawn"), articles=())
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (told,) = edited([bare], Config())
    assert (told.points, told.figures, told.quotes, told.only_in) == ((), (), (), ())
