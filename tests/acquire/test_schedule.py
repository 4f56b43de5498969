"""Manners without a network: when a feed may be asked again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.acquire.network.client import Failure, Response
from digest.acquire.network.schedule import (
    after_failure,
    after_success,
    freshness_lifetime,
    is_due,
    next_allowed,
    request_headers,
    retry_after,
    skip_hours_and_days,
    update_interval,
)
from digest.acquire.seeds.state import FeedState

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOUR, WEEK = timedelta(hours=1), timedelta(days=7)


def answer(status=200, body=b"", **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(status=status, headers=named, body=body, url="https://a.example/feed")


def wait(**headers):
    return after_success(FeedState(), answer(**headers), NOW).wait_until - NOW


def fail(state, reply=None, now=NOW, seed="s"):
    return after_failure(state, Failure(code="x", detail="y"), reply, now, url="https://a.example/feed", seed=seed)


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("3600", HOUR),
        ("Fri, 20 Nov 2026 14:00:00 GMT", 2 * HOUR),
        ("99999999999999999999", WEEK),
        ("Fri, 20 Nov 2099 14:00:00 GMT", WEEK),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("Fri, 20 Nov 2020 14:00:00 GMT", None),
        ("Mon, 99 Foo 2026 25:61:00 XYZ", None),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_never_more_than_a_week(printed, wanted):
    """Seconds and dates are honoured, absurd ones capped, garbage and the past ignored."""
    assert retry_after(printed, NOW) == wanted


def test_caching_headers_lengthen_the_wait():
    """max-age, less the Age, or Expires against Date; never under an hour, never over a week; no-cache asks for nothing."""
    assert wait(cache_control="public, max-age=7200", age="1800") == timedelta(minutes=90)
    assert wait(expires="Fri, 20 Nov 2026 15:00:00 GMT", date="Fri, 20 Nov 2026 12:30:00 GMT") == timedelta(hours=2.5)
    assert wait(cache_control="max-age=60") == wait() == HOUR - timedelta(seconds=30)
    assert wait(cache_control="max-age=999999999999") == WEEK
    assert freshness_lifetime({"cache-control": "no-cache, max-age=7200", "expires": "x"}, NOW) == timedelta(0)


def test_the_feeds_own_interval_is_kept_also_after_a_304():
    """ttl and the syndication period count, and still do when the next answer has no body."""
    state = after_success(FeedState(), answer(body=b"<rss><channel><ttl>180</ttl></channel></rss>"), NOW)
    assert state.wait_until == NOW + 3 * HOUR
    again = after_success(state, answer(status=304), NOW + 3 * HOUR)
    assert again.wait_until == NOW + 6 * HOUR
    assert update_interval(b"<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>") == 360
    assert update_interval(b"<ttl>999999999</ttl>") == 7 * 24 * 60


def test_hours_and_days_to_be_skipped_are_skipped():
    """The next asking falls in no hour or day that the feed names, unless it names all of them."""
    body = b"<skipHours><hour>13</hour><hour>14</hour></skipHours><skipDays><day>Saturday</day><day>x</day></skipDays>"
    assert skip_hours_and_days(body) == ((13, 14), (5,))
    assert next_allowed(NOW + HOUR, (13, 14), ()) == NOW + 3 * HOUR
    assert next_allowed(NOW + 12 * HOUR, (), (5, 6)) == datetime(2026, 11, 23, tzinfo=UTC)
    assert next_allowed(NOW, range(24), range(7)) == NOW


def test_back_off_doubles_up_to_a_day_with_a_jitter_that_repeats():
    """Waits grow from an hour to a day; the same seed gives the same times, another one others."""
    state, waits = FeedState(), []
    for _ in range(8):
        state = fail(state)
        waits.append(state.wait_until - NOW)
    assert waits[:5] == sorted(waits[:5])
    assert HOUR <= waits[0] <= 1.1 * HOUR
    assert timedelta(hours=21) < waits[-1] <= timedelta(days=1)
    assert fail(FeedState()) == fail(FeedState())
    assert len({fail(FeedState(), seed=str(seed)).wait_until for seed in range(20)}) > 10


def test_a_week_and_a_day_to_be_skipped_are_both_waited_for():
    """The longest wait followed by days to be left out is kept to its end."""
    body = b"<skipDays><day>Friday</day><day>Saturday</day><day>Sunday</day></skipDays>"
    state = after_success(FeedState(), answer(body=body, cache_control="max-age=9999999"), NOW)
    assert state.wait_until == datetime(2026, 11, 30, tzinfo=UTC)
    assert not is_due(state, NOW + 2 * HOUR)
    assert is_due(state, state.wait_until)


def test_success_forgets_failures_and_410_ends_the_asking():
    """One whole answer clears the count; gone is gone; a move that leads nowhere is forgotten."""
    state = fail(fail(FeedState(moved="https://b.example/")), now=NOW + HOUR)
    assert (state.failures, state.failing_since, state.moved) == (2, NOW, None)
    well = after_success(state, answer(etag='"v"'), NOW + 2 * HOUR)
    assert (well.failures, well.failing_since, well.trouble, well.etag) == (0, None, None, '"v"')
    gone = fail(well, answer(status=410))
    assert gone.gone
    assert not is_due(gone, NOW + 52 * WEEK)


@given(
    st.integers(0, 600), st.sampled_from(["200", "429"]), st.text(max_size=12), st.text(max_size=20), st.binary(max_size=80)
)
def test_no_header_and_no_feed_silences_for_more_than_a_week_or_less_than_an_hour(minutes, status, after, control, body):
    """Whatever a server says, a feed is asked again within 8 days (a skipped day may follow), and never within the hour."""
    reply = answer(status=int(status), body=body, retry_after=after, cache_control=control)
    state = after_success(FeedState(), reply, NOW) if status == "200" else fail(FeedState(), reply)
    assert not is_due(state, NOW + timedelta(minutes=59))
    assert is_due(state, NOW + timedelta(days=8, minutes=minutes))


def test_a_clock_that_was_set_back_does_not_silence_a_feed():
    """A state from a far future is not believed."""
    future = NOW + 500 * WEEK
    assert is_due(FeedState(asked=future, wait_until=future + HOUR), NOW)


def test_a_feed_that_was_never_asked_is_due():
    """One that was is due an hour later, less what schedulers are early; a wait of two weeks at most is kept."""
    early = timedelta(seconds=30)
    assert is_due(FeedState(), NOW)
    assert is_due(FeedState(asked=NOW - HOUR + early), NOW)
    assert not is_due(FeedState(asked=NOW - HOUR + early + timedelta(seconds=1)), NOW)
    assert not is_due(FeedState(asked=NOW - WEEK, wait_until=NOW + 2 * WEEK), NOW)
    assert is_due(FeedState(asked=NOW - WEEK, wait_until=NOW + 2 * WEEK + early), NOW)


def test_the_validators_of_the_last_answer_are_sent():
    """Each where the server gave one, as long as it is short; of a longer one nothing is kept."""
    plain = request_headers(FeedState())
    assert list(plain) == ["Accept"]
    state = after_success(FeedState(), answer(etag='"v"', last_modified="Fri, 20 Nov 2026 10:00:00 GMT"), NOW)
    assert request_headers(state) == plain | {
        "If-None-Match": '"v"',
        "If-Modified-Since": "Fri, 20 Nov 2026 10:00:00 GMT",
    }
    assert after_success(FeedState(), answer(etag="e" * 2_000), NOW).etag == "e" * 2_000
    assert after_success(FeedState(), answer(etag="e" * 2_001), NOW).etag is None


@pytest.mark.parametrize(("status", "moved", "gone"), [(404, None, False), (410, None, False), (500, "m", False)])
def test_a_move_is_forgotten_where_nothing_is_there(status, moved, gone):
    """The address of the source's file comes next, so that one answer of 410 there ends nothing yet."""
    state = fail(FeedState(moved="m"), answer(status=status))
    assert (state.moved, state.gone) == (moved, gone)


def test_a_server_that_asks_for_no_wait_waits_an_hour():
    """Less what schedulers are early."""
    assert fail(FeedState(), answer(status=503, retry_after="1")).wait_until == NOW + HOUR - timedelta(seconds=30)


def test_what_a_feed_asks_for_is_counted_exactly():
    """A max-age without an Age; a period without a frequency; hour 24, which is midnight; all days, which are none."""
    assert freshness_lifetime({"cache-control": "max-age=7200"}, NOW) == 2 * HOUR
    assert update_interval(b"<sy:updatePeriod>hourly</sy:updatePeriod>") == 60
    assert skip_hours_and_days(b"<skipHours><hour>24</hour><hour>25</hour></skipHours>") == ((0,), ())
    assert next_allowed(NOW, (), range(7)) == NOW
