"""What was over when the newest article was published is not announced."""

from datetime import UTC, datetime

import pytest

from digest.link.reading import OVER, read
from digest.model import When

MEETING = "The mayor Ann Keller of Oldport is expected to disclose whether she will resign at a meeting on Thursday evening."
AFTER = "A new mayor of Saltmarsh took the oath on the steps of the market hall, where nine hundred people sang."


def announced(article, newest, precision="time", day=5):
    """The reading of a story of two articles: one that announces a meeting on 7 May 2026, a Thursday, and a newer one."""
    first = article("reuters", "Keller to speak", MEETING, long=True, day=day)
    last = article("ap", "Oath", AFTER, long=True, published=newest and When(at=newest, precision=precision))
    return read((first, last))


@pytest.mark.parametrize(
    ("newest", "precision", "over"),
    [
        (datetime(2026, 5, 8, 12, tzinfo=UTC), "time", True),
        (datetime(2026, 5, 8, 11, 59, tzinfo=UTC), "time", False),
        (datetime(2026, 5, 8, tzinfo=UTC), "day", True),
        (datetime(2026, 5, 7, tzinfo=UTC), "day", False),
        (datetime(2026, 6, 1, tzinfo=UTC), "month", False),
        (None, "time", False),
    ],
)
def test_an_event_is_over_when_its_day_is_for_everybody(article, newest, precision, over):
    """A day ends twelve hours later in the last time zone; a month is no day, and without a date nothing is over."""
    reading = announced(article, newest, precision)
    spans = [span for span in reading.spans if reading.words(span) == MEETING]
    assert [span.refusal == OVER for span in spans] == [over]


def test_an_announcement_without_a_date_of_its_own_is_kept(article):
    """Whose day is unknown has no next Thursday."""
    reading = announced(article, datetime(2026, 5, 20, tzinfo=UTC), day=None)
    assert OVER not in {span.refusal for span in reading.spans}


@pytest.mark.parametrize(("hour", "over"), [(8, True), (12, False)])
def test_a_weekday_is_the_latest_that_it_may_be(article, hour, over):
    """Where it is Friday already while UTC has Thursday, "on Thursday" is a week later."""
    first = article("reuters", "Keller to speak", MEETING, published=When(at=datetime(2026, 5, 7, hour, tzinfo=UTC)))
    last = article("ap", "Oath", AFTER, published=When(at=datetime(2026, 5, 9, tzinfo=UTC), precision="day"))
    assert (OVER in {span.refusal for span in read((first, last)).spans}) is over


@pytest.mark.parametrize(("day", "told"), [(6, True), (9, False)])
def test_a_page_announces_no_event_that_is_over(article, linked, day, told):
    """The line is told until a newer article was published, neither as a line nor beneath one after that."""
    tied = linked(
        article("reuters", "Keller to speak", MEETING, "Rowers of Fennwick won the Brae Cup on Sunday.", long=True, day=5),
        article("ap", "Keller meeting", "Ann Keller sold her house in Oldport to a baker.", AFTER, long=True, day=day),
    )
    shown = {str(one.text) for point in tied.points for one in (point, *point.beside)}
    assert (MEETING in shown) == told
    assert "Rowers of Fennwick won the Brae Cup on Sunday." in shown
