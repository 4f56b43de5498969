"""Which days are too late to be right, told without a clock."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digest.clean import clean
from digest.clean.horizon import WRITTEN
from digest.model import Checkout, Config, Decision, Entry, Pin, Settings

CHANGELOG = Path(__file__).parents[2] / "CHANGELOG.md"
NOON = datetime(2026, 6, 4, 12, tzinfo=UTC)


@pytest.fixture
def judged():
    """Return a function: (days or entries, checkout, now) -> (the days kept, the problems)."""

    def run(*days, checkout=None, now=None):
        entries = [
            day if isinstance(day, Entry) else written(f"seeds/articles/{number}.md", published=day)
            for number, day in enumerate(days)
        ]
        articles, problems = clean(entries, Config(digest=Settings(), checkout=checkout), now)
        kept = [article.published.at.date().isoformat() if article.published else None for article in articles]
        return kept, [problem for problem in problems if problem.code == "absurd-date"]

    return run


def written(where, **fields):
    return Entry(where=where, kind="markdown", body="The ferry sailed.", title="Ferry sails", by_hand=True, **fields)


def fetched(seen, published):
    where = "seeds/archive/x/2026-06.jsonl"
    return Entry(where=where, line=1, kind="html", body="<p>The ferry sailed.</p>", seen=seen, published=published)


def test_a_day_many_years_ahead_is_named_and_taken_away(judged):
    """Without git, archive and `now` the other days tell: the article stays, without a day, and the file is wrong."""
    kept, (problem,) = judged("2026-06-04", "2046-06-04", "2026-06-05")
    assert kept == ["2026-06-04", None, "2026-06-05"]
    assert problem.by_hand
    assert "2046-06-04" in problem.detail
    assert problem.where == "seeds/articles/1.md"


def test_two_that_are_wrong_alike_do_not_vouch_for_each_other(judged):
    """Days are reached from what is known, step by step; one that stands years apart is reached from nowhere."""
    assert judged("2026-06-04", "2046-06-04", "2046-06-05")[0] == ["2026-06-04", None, None]
    assert judged("2046-06-04")[0] == [None]


def test_a_digest_that_goes_on_for_years_is_right_without_git(judged):
    """Each day follows another within half a year, long after this version was written."""
    days = [(WRITTEN + timedelta(days=150 * step)).date().isoformat() for step in range(12)]
    assert judged(*days) == (days, [])


def test_old_articles_and_a_new_one_are_both_right(judged):
    """A gap of years is no fault while the later day is no later than this version."""
    assert judged("2013-01-04", "2026-06-04") == (["2013-01-04", "2026-06-04"], [])


def test_what_is_committed_is_no_later_than_its_commit(judged):
    """In a whole checkout two days after the newest commit are the end, whatever else is dated."""
    checkout = Checkout(at=NOON, whole=True)
    assert judged("2026-06-04", "2026-06-06", "2026-06-07", checkout=checkout)[0] == ["2026-06-04", "2026-06-06", None]


def test_what_is_written_today_may_be_newer_than_the_last_commit(judged):
    """A file that is not committed yet is right weeks after the newest commit, and wrong years after it."""
    checkout = Checkout(at=WRITTEN, whole=False)
    soon = (WRITTEN + timedelta(days=60)).date().isoformat()
    assert judged(soon, "2046-06-04", checkout=checkout)[0] == [soon, None]


def test_without_git_the_archive_tells_the_day(judged):
    """Nothing that a person wrote is later than what was fetched last."""
    kept, (problem,) = judged(fetched(NOON, "2026-06-03"), "2026-06-05", "2026-07-05")
    assert kept == ["2026-06-03", "2026-06-05", None]
    assert problem.by_hand


def test_now_and_a_later_commit_are_both_believed(judged):
    """Building for a day in the past makes no later article wrong that was committed since."""
    assert judged("2026-06-20", now=NOON)[0] == [None]
    assert judged("2026-06-20", now=NOON, checkout=Checkout(at=WRITTEN, whole=True)) == (["2026-06-20"], [])


def test_a_feed_that_prints_the_future_is_nobodys_fault_here(judged):
    """The item loses its day, and no exit code changes."""
    kept, (problem,) = judged(fetched(NOON, "2026-09-03"))
    assert kept == [None]
    assert not problem.by_hand


@pytest.mark.parametrize("name", ["updated", "seen"])
def test_every_day_of_a_header_is_looked_at(name):
    """Not only `published`: the day an article was seen is what it is filed under."""
    value = datetime(2046, 6, 4, tzinfo=UTC) if name == "seen" else "2046-06-04"
    entry = written("seeds/articles/a.md", published="2026-06-04", **{name: value})
    (article,), problems = clean([entry], Config(digest=Settings()), None)
    assert getattr(article, name) is None
    assert article.day.year == 2026
    assert [(problem.key, problem.by_hand) for problem in problems if problem.code == "absurd-date"] == [(name, True)]


def test_a_day_told_by_the_text_alone_is_taken_away_without_blame():
    """A misprint in a pasted dump is no fault of the header that is not there."""
    entry = Entry(where="seeds/articles/a.txt", kind="text", body="EASTON, June 4, 2046 - The ferry sailed.", by_hand=True)
    (article,), problems = clean([entry], Config(digest=Settings()), None)
    assert article.published is None
    assert not any(problem.by_hand for problem in problems)


def test_a_decision_of_a_day_to_come_is_named_and_how_long_a_pin_lasts_is_not():
    """The day of a decision is a hand-written day like another."""
    said = {"story": "s", "author": "A", "reason": "R", "until": datetime(2046, 1, 1, tzinfo=UTC)}
    decisions = [
        Decision(where="seeds/curation/a.yml", line=line, what=Pin(**said, at=at))
        for line, at in ((1, datetime(2026, 6, 4, tzinfo=UTC)), (7, datetime(2046, 6, 4, tzinfo=UTC)), (13, None))
    ]
    config = Config(digest=Settings(), decisions=tuple(decisions))
    (problem,) = clean([], config, None)[1]
    assert (problem.where, problem.line, problem.by_hand) == ("seeds/curation/a.yml", 7, True)


def test_the_day_of_this_version_is_raised_with_each_release():
    """No release that CHANGELOG.md names is later."""
    titles = re.findall(r"^## \d+\.\d+\.\d+ \((.+)\)$", CHANGELOG.read_text("utf-8"), re.MULTILINE)
    assert titles
    assert [title for title in titles if title != "unreleased" and title > f"{WRITTEN:%Y-%m-%d}"] == []
