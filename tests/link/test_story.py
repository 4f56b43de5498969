"""What a story's page says besides its points: topics, history, relations, what only one source says, and the check."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pydantic import TypeAdapter

from digest.config import schema
from digest.config.load import ruling
from digest.errors import CitationError
from digest.link import link
from digest.memo import no_memo
from digest.model import Citation, Config, Copy, Decision, Edition, Limits, Point, Settings, Text, Topic, When, decisions
from digest.relate import relate
from digest.relate.topics import proposed
from digest.verify.citations import verify

NOW = datetime(2026, 5, 9, tzinfo=UTC)


def edited(stories, config, memo=no_memo):
    """Link stories and tie them to each other."""
    return relate(link(stories, config.sources, config.digest.limits, memo), config.topics, config.decisions)


SHARED = "The harbour council of Oldport approved the electric ferry Tern on Monday."
ALONE = "Marine biologist Signe Dahl counted 4,300 puffins on the skerries of Langholm in 2019."


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
        assert all(len(point.citations) == 1 for point in tied.points if "Dahl" in point.text)
        assert all("Dahl" not in one.text for one in tied.only_in)

    def test_a_lone_article_has_nobody_to_differ_from(self, article, linked):
        """A story of one article has no such list."""
        assert linked(article("reuters", "Ferry", SHARED, ALONE, long=True)).only_in == ()


class TestTopics:
    def test_whole_words_of_an_alias_file_a_story(self, article, story, config):
        """A topic is found by its aliases as whole words, and a short one only as written."""
        known = (
            Topic(id="ferries", name="Ferries", aliases=("ferry",)),
            Topic(id="it", name="IT"),
            Topic(id="harbours", name="Harbour"),
            Topic(id="tern", name="Ter"),
        )
        (done,) = edited([story(article("reuters", "Oldport gets its ferry", SHARED))], replace(config, topics=known))
        assert done.topics == ("ferries", "harbours")

    def test_missing_topics_are_proposed(self, article, story):
        """A name in several headlines that no topic covers is proposed with its count."""
        text = "The port said on Monday that Oldport Harbour is open."
        stories = [story(article("reuters", "Ships leave Oldport Harbour", text), name=f"{n:016x}") for n in range(3)]
        assert proposed(stories, ()) == (("Oldport Harbour", 3),)
        assert proposed(stories, (Topic(id="x", name="Oldport"),)) == ()


class TestHistory:
    def test_sources_come_day_by_day(self, article, linked):
        """The first day is told with its number of sources, later ones source by source."""
        tied = linked(
            article("reuters", "A", SHARED, day=1), article("ap", "B", SHARED, day=1), article("gazette", "C", day=3)
        )
        assert [(event.kind, event.text, event.subject) for event in tied.history] == [
            ("published", "first seen with 2 sources", None),
            ("added", "source added", "Harbour Gazette"),
        ]

    def test_a_changed_headline_is_kept_in_sight(self, article, linked):
        """A publisher's earlier headline is told when a later version is folded."""
        older = article("reuters", "Ferry may come", SHARED, day=1)
        newer = article("reuters", "Ferry will come", SHARED, day=2)
        newer = replace(newer, copies=(Copy(article=older, share=0.9, kind="version"),))
        changed = [event for event in linked(newer).history if event.kind == "corrected"]
        assert [event.subject for event in changed] == ["Ferry may come"]

    def test_the_curator_s_corrections_are_told(self, article, story, config):
        """A correction stands in the history of its story with its day, and in no other."""
        rule = decisions.Correction(
            story="0123456789abcdef",
            text="It was Tuesday.",
            author="Ed",
            reason="typo",
            at=datetime(2026, 5, 4, tzinfo=UTC),
        )
        config = replace(config, decisions=(Decision(where="seeds/curation/a.yml", line=1, what=rule),))
        here, there = story(article("reuters", "A", SHARED)), story(article("ap", "B", SHARED), name="f" * 16)
        one, other = edited([here, there], config)
        assert [(event.kind, event.at, event.subject) for event in one.history] == [
            ("corrected", datetime(2026, 5, 4, tzinfo=UTC), "It was Tuesday.")
        ]
        assert other.history == ()

    @pytest.mark.parametrize(
        ("rule", "told"),
        [
            ({"do": "split", "story": "/stories/2026/05/0123456789abcdef/", "articles": ["x"]}, ("split", None)),
            ({"do": "split", "story": "elsewhere", "articles": ["seeds/articles/ap.md"]}, (None, "split")),
            ({"do": "hide", "story": "ffffffffffffffff"}, (None, "hidden")),
            ({"do": "move", "story": "ffffffffffffffff", "articles": ["x"]}, (None, "moved")),
            ({"do": "merge", "stories": ["ffffffffffffffff", "0123456789abcdef"]}, ("merged", "merged")),
            ({"do": "pin", "story": "ffffffffffffffff"}, (None, None)),
        ],
        ids=lambda each: each.get("do") if isinstance(each, dict) else "",
    )
    def test_what_an_editor_decided_on_which_articles_are_together_is_told(self, article, story, config, rule, told):
        """Split, merge, move and hide stand in the history of each story they concern, with the reason."""
        given = {"author": "Ed", "reason": "two fires", **rule}
        what = ruling(TypeAdapter(schema.Decision).validate_python(given))
        config = replace(config, decisions=(Decision(where="seeds/curation/a.yml", line=1, what=what),))
        here = replace(story(article("reuters", "A", SHARED)), path="stories/2026/05/0123456789abcdef")
        there = story(replace(article("ap", "B", SHARED), where="seeds/articles/ap.md"), name="f" * 16)
        stories = edited([here, there], config)
        assert [[event.kind for event in each.history] for each in stories] == [[kind] if kind else [] for kind in told]
        assert {event.subject for each in stories for event in each.history} <= {"two fires"}


class TestRelated:
    def test_a_sequel_and_its_start_name_each_other(self, article, story, config):
        """Two stories that share rare words are related both ways, with those words as the reason."""
        first = story(
            article("reuters", "Puffin census on Langholm begins", "Puffins are counted on Langholm.", day=1), name="a" * 16
        )
        second = story(
            article("ap", "Langholm puffin census finds fewer", "The census on Langholm found few puffins.", day=5),
            name="b" * 16,
        )
        third = story(article("gazette", "Bakers strike over flour", "Flour is dear.", day=5), name="c" * 16)
        one, other, apart = edited([first, second, third], config)
        assert [(link.id, link.kind, link.later) for link in one.related] == [("b" * 16, "continues", True)]
        assert [(link.id, link.kind, link.later) for link in other.related] == [("a" * 16, "continues", False)]
        assert {word.casefold() for word in one.related[0].why} >= {"langholm", "puffin"}
        assert apart.related == ()

    def test_what_comes_long_after_has_the_same_subject_and_continues_nothing(self, article, story, config):
        """Within thirty days a story goes on, later it is on the same subject."""
        for month, kind in ((5, "continues"), (8, "same-subject")):
            later = When(at=datetime(2026, month, 9, tzinfo=UTC), precision="day")
            text = "The census on Langholm found few puffins."
            first = article("reuters", "Puffin census on Langholm begins", "Puffins are counted on Langholm.", day=1)
            second = article("ap", "Langholm puffin census finds fewer", text, published=later)
            told = edited([story(first), story(second, name="b" * 16)], config)
            assert [link.kind for link in told[0].related] == [kind]

    def test_two_words_of_many_are_no_relation(self, article, story, config):
        """Stories that share a small part of what they tell are not related."""
        text = "Potters, weavers and tanners from Fennwick, Denham and Upper Brae sold jugs, shawls, lanterns and boots."
        other = "Otters, herons, kingfishers and voles returned to the Oldbeck, the Grey Marsh and the lagoons of Corley."
        stories = [
            story(article("reuters", "Langholm puffin fair draws potters, weavers, glaziers and tanners", text, day=1)),
            story(article("ap", "Langholm puffin marsh draws otters, herons, kingfishers", other, day=2), name="b" * 16),
        ]
        assert edited(stories, config)[0].related == ()


class TestVerify:
    def edition(self, tied, **change):
        return Edition(day=NOW, stories=(replace(tied, **change),))

    def test_a_true_edition_passes(self, article, linked):
        """Every citation of a linked story reads back."""
        verify(self.edition(linked(article("reuters", "A", SHARED, long=True), article("ap", "B", SHARED, long=True))))

    @pytest.mark.parametrize(
        ("text", "end"), [("Words that nobody wrote", 23), (SHARED, 999)], ids=["other words", "outside the paragraph"]
    )
    def test_words_that_are_not_there_stop_the_build(self, article, linked, text, end):
        """A citation that does not read what its point says is an error."""
        tied = linked(article("reuters", "A", SHARED))
        false = Point(text=Text(text), citations=(Citation(article_id=tied.articles[0].id, paragraph=1, start=0, end=end),))
        with pytest.raises(CitationError):
            verify(self.edition(tied, points=(false,)))

    def test_a_statement_without_a_citation_stops_the_build(self, article, linked):
        """A point must stand on something."""
        tied = linked(article("reuters", "A", SHARED))
        with pytest.raises(CitationError):
            verify(self.edition(tied, points=(Point(text=Text(SHARED), citations=()),)))


def test_order_of_articles_and_runs_change_nothing(article, story):
    """Linking twice gives the same story, and the memo is told everything an answer depends on."""
    bare = story(article("reuters", "A", SHARED, ALONE, long=True), article("ap", "B", SHARED, long=True))
    asked = []

    def memo(work, items, *, returns, salt=""):
        asked.append((returns.__name__, salt))
        return [work(item) for item in items]

    plain = Config(sources=())
    tight = replace(plain, digest=Settings(limits=Limits(quotation=60)))
    assert edited([bare], plain, memo) == edited([bare], plain)
    edited([bare], tight, memo)
    assert [name for name, _ in asked] == ["Story", "Story"]
    assert asked[0][1] != asked[1][1]
