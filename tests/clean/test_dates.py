"""Dates are read as they are printed, as exactly as that and no more so."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean.dates import read

PRINTED = [
    ("Thu, 04 Jun 2026 10:15:00 GMT", "2026-06-04T10:15:00+00:00", "time"),
    ("Thu, 4 Jun 26 10:15 EST", "2026-06-04T15:15:00+00:00", "time"),
    ("2026-06-04T10:15:00.123+02:00", "2026-06-04T08:15:00+00:00", "time"),
    ("2026-06-04", "2026-06-04T00:00:00+00:00", "day"),
    ("June 2026", "2026-06-01T00:00:00+00:00", "month"),
    ("4 juin 2026 à 10h15", "2026-06-04T08:15:00+00:00", "time"),
    ("4. Juni 2026, 10:15 Uhr", "2026-06-04T08:15:00+00:00", "time"),
    ("Published June 4, 2026 at 10.15am EDT", "2026-06-04T14:15:00+00:00", "time"),
    ("2026年6月4日 10:15", "2026-06-04T08:15:00+00:00", "time"),
    ("31/12/2026", "2026-12-31T00:00:00+00:00", "day"),
    ("Mon, 05/04/2026", "2026-05-04T00:00:00+00:00", "day"),
]


@pytest.mark.parametrize(("text", "at", "precision"), PRINTED)
def test_printed_dates_are_read_in_the_zone_of_the_source(text, at, precision):
    """A time without an offset is the source's (here Paris); a day alone is a day."""
    when = read(text, "Europe/Paris")
    assert (when.at.isoformat(), when.precision) == (at, precision)


def test_american_order_is_for_american_sources():
    """04/05 is April in the United States and May elsewhere, unless a weekday tells."""
    assert read("04/05/2026", None, "US").at.month == 4
    assert read("04/05/2026", None, "GB").at.month == 5


@pytest.mark.parametrize("text", ["", "soon", "4 May", "2026-02-30", "99/99/2026", "1749032104 apples"])
def test_what_is_no_date_is_none(text):
    """Nothing is made up."""
    assert read(text) is None


def test_every_format_that_feeds_use_is_read(shared):
    """The vectors of real feeds: each that must parse, does."""
    for line in shared("data/vectors/dates.jsonl").read_text("utf-8").splitlines():
        vector = json.loads(line)
        if vector["oracle"] == "parses":
            assert read(vector["payload"]) is not None, vector["payload"]


@given(st.datetimes(datetime(1971, 1, 2), datetime(2099, 1, 1)))  # noqa: DTZ001 - the zone is added below
def test_iso_and_mail_dates_come_back(moment):
    """What a machine prints reads as what it was."""
    moment = moment.replace(tzinfo=UTC, microsecond=0)
    assert read(moment.isoformat()).at == moment
    assert read(f"{moment:%a, %d %b %Y %H:%M:%S} +0000").at == moment


@given(st.text(st.sampled_from("0123456789-/:, +TZamp.JunMaré年"), max_size=30))
def test_no_text_makes_reading_fail(text):
    """Whatever is printed, the answer is a moment or None."""
    when = read(text, "Europe/Berlin", "US")
    assert when is None or when.at.tzinfo is not None


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT", "2199-01-01", "2031-06-09"])
def test_an_absurd_date_becomes_none_with_a_problem(cleaned, date):
    """Year 1, the epoch and the future (here after 2031-06-06) are dates that software printed, not people."""
    article, problems = cleaned(body="The ferry stopped.", published=date, now=datetime(2031, 6, 4, tzinfo=UTC))
    assert article.published is None
    assert "absurd-date" in problems


def test_relative_dates_go_by_when_the_entry_was_seen(cleaned):
    """ "2 hours ago" is a moment only where it is known when that was said, and then it is inferred."""
    seen = datetime(2031, 6, 4, 12, tzinfo=UTC)
    when = cleaned(body="The ferry stopped.", published="2 hours ago", seen=seen)[0].published
    assert (when.at.hour, when.inferred) == (10, True)
    assert cleaned(body="The ferry stopped.", published="yesterday", seen=seen)[0].published.at.day == 3
    assert cleaned(body="The ferry stopped.", published="2 hours ago")[1] >= {"bad-date"}


def test_without_now_a_day_soon_after_what_is_known_is_right(cleaned):
    """What is not committed yet may be newer than the last commit, but not by years."""
    assert cleaned(body="The ferry stopped.", published="2031-08-09")[0].published.at.year == 2031
    assert cleaned(body="The ferry stopped.", published="2032-06-09")[0].published is None
