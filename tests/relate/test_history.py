"""What happened to a story."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from own_words import edited
from pydantic import TypeAdapter

from digest.config import rulings
from digest.config.load import ruling
from digest.model import Copy, Decision, decisions

SHARED = "The harbour council of Oldport approved the electric ferry Tern on Monday."
ALONE = "Marine biologist Signe Dahl counted 4,300 puffins on the skerries of Langholm in 2019."


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
        what = ruling(TypeAdapter(rulings.Decision).validate_python(given))
        config = replace(config, decisions=(Decision(where="seeds/curation/a.yml", line=1, what=what),))
        here = replace(story(article("reuters", "A", SHARED)), path="stories/2026/05/0123456789abcdef")
        there = story(replace(article("ap", "B", SHARED), where="seeds/articles/ap.md"), name="f" * 16)
        stories = edited([here, there], config)
        assert [[event.kind for event in each.history] for each in stories] == [[kind] if kind else [] for kind in told]
        assert {event.subject for each in stories for event in each.history} <= {"two fires"}
