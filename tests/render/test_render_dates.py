"""Dates in words: as exactly as they are known, in UTC, in English."""

from datetime import UTC, datetime

import pytest

from digest.model import When
from digest.render import dates, wording

AT = datetime(2026, 6, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "unknown"),
        (When(at=AT, precision="month"), "June 2026"),
        (When(at=AT, precision="day"), "2 June 2026"),
        (When(at=AT, precision="day", inferred=True), "2 June 2026 (inferred)"),
        (When(at=datetime.fromisoformat("2026-06-02T23:30:00-02:00")), "3 June 2026"),
    ],
)
def test_a_date_of_publication_says_what_is_known(when, words):
    """Month, day, inferred or unknown."""
    assert dates.printed(when) == words


def test_a_moment_without_a_time_is_a_day():
    """Midnight stands for a time that nobody gave."""
    assert dates.moment(AT) == "2 June 2026"
    assert dates.moment(AT.replace(hour=9, minute=5)) == "2 June 2026, 09:05 UTC"
    assert dates.weekday(AT) == "Tuesday, 2 June 2026"
    assert dates.unbroken(dates.day(AT)) == "2\N{NO-BREAK SPACE}June\N{NO-BREAK SPACE}2026"


def test_counts_and_series_read_as_english():
    """One and several, two and three."""
    assert (wording.stories(1), wording.items(1234)) == ("1 story", "1,234 items")
    assert wording.numbered([1]) == "source 1"
    assert wording.numbered([1, 3, 5]) == "sources 1, 3 and 5"
    assert (wording.dots(2, 3), wording.dots(1, 1), wording.dots(9, 40)) == ("●●○", "", "")
    assert wording.tally(0, 0) == "nothing yet"
