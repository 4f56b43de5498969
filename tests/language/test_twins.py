"""The same events, told in seventeen languages of many scripts, make the stories that they make in English."""

import json
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.dedupe import dedupe
from digest.group import group
from digest.link import link
from digest.model import Article, Limits, When

TWINS = defaultdict(list)
for line in (Path(__file__).parent / "twins.jsonl").read_text("utf-8").splitlines():
    TWINS[(report := json.loads(line))["language"]].append(report)


def articles(language):
    """The reports of a language, two of each event, an hour apart."""
    for number, report in enumerate(TWINS[language]):
        at = datetime(2031, 6, 4, 8 + number % 2, tzinfo=UTC)
        yield Article(
            id=f"{number:016x}",
            where=f"{report['event']}",
            title=report["title"],
            paragraphs=(report["text"],),
            language=language,
            published=When(at=at, precision="time"),
            seen=at,
        )


@pytest.mark.parametrize("language", TWINS)
def test_events_are_told_apart_and_their_reports_together(language):
    """No story holds two events, no report is another's copy, and all but one pair of reports meet."""
    kept = dedupe(tuple(articles(language)))
    assert len(kept) == len(TWINS[language])
    stories, _ = group(kept, (), ())
    events = [{article.where for article in story.articles} for story in stories]
    assert all(len(each) == 1 for each in events)
    assert len(stories) <= len(kept) // 2


@pytest.mark.parametrize("language", TWINS)
def test_each_event_has_a_line_in_its_own_words(language):
    """In every language the page of two reports tells something: only agreement in other words needs a grammar."""
    stories, _ = group(dedupe(tuple(articles(language))), (), ())
    for story in link(stories, (), Limits()):
        assert story.points
