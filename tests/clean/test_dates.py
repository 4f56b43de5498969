"""Dates are read as they are printed, as exactly as that and no more so."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean.dates import ago, read
from digest.clean.inferred import from_text
from digest.language import language_of

PRINTED = [
    ("Thu, 04 Jun 2026 10:15:00 GMT", "2026-06-04T10:15:00+00:00", "time"),
    ("Thu, 4 Jun 26 10:15 EST", "2026-06-04T15:15:00+00:00", "time"),
    ("June 4, 2026 10:15 AM ET", "2026-06-04T14:15:00+00:00", "time"),
    ("January 4, 2026 10:15 AM ET", "2026-01-04T15:15:00+00:00", "time"),
    ("2026-06-04T10:15:00.123+02:00", "2026-06-04T08:15:00+00:00", "time"),
    ("2026-06-04", "2026-06-04T00:00:00+00:00", "day"),
    ("June 2026", "2026-06-01T00:00:00+00:00", "month"),
    ("4 juin 2026 à 10h15", "2026-06-04T08:15:00+00:00", "time"),
    ("4. Juni 2026, 10:15 Uhr", "2026-06-04T08:15:00+00:00", "time"),
    ("Published June 4, 2026 at 10.15am EDT", "2026-06-04T14:15:00+00:00", "time"),
    ("2026年6月4日 10:15", "2026-06-04T08:15:00+00:00", "time"),
    ("31/12/2026", "2026-12-31T00:00:00+00:00", "day"),
    ("Mon, 05/04/2026", "2026-05-04T00:00:00+00:00", "day"),
    ("2026-06-04T10:15:00+29:00", "2026-06-04T08:15:00+00:00", "time"),
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


@pytest.mark.parametrize(
    "text", ["", "soon", "4 May", "2026-02-30", "99/99/2026", "1749032104 apples", "4 May 500", "Mon, 31/02/2026"]
)
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


FEEDS = [
    ("Пт, 09 май 2031 12:00:00 +0300", "ru", "2031-05-09T09:00"),
    ("Ti, 14 Tam 2031 11:34:37 +0200", "fi", "2031-01-14T09:34"),
    ("7. listopadu 2031 8:05", "cs", "2031-11-07T08:05"),
    ("9. listopada 2031.", "hr", "2031-10-09T00:00"),
    ("9 listopada 2031", "pl", "2031-11-09T00:00"),
    ("9 серпня 2031 р.", "uk", "2031-08-09T00:00"),
    ("9 Αυγούστου 2031 4:20 μ.μ.", "el", "2031-08-09T16:20"),
    ("9 Ağustos 2031 Cumartesi", "tr", "2031-08-09T00:00"),
    ("mar. 9 sept. 2031", "fr", "2031-09-09T00:00"),
    ("2031. augusztus 9., szombat", "hu", "2031-08-09T00:00"),
    ("9. augustā 2031", "lv", "2031-08-09T00:00"),
    ("9 d’agost del 2031", "ca", "2031-08-09T00:00"),
    ("9 באוגוסט 2031", "he", "2031-08-09T00:00"),
    ("9 آب 2031", "ar", "2031-08-09T00:00"),
    ("٩ أغسطس ٢٠٣١ ٤:٢٠ م", "ar", "2031-08-09T16:20"),
    ("18 ربيع الآخر 1453 هـ - 9 أغسطس 2031", "ar", "2031-08-09T00:00"),
    ("۱۸ مرداد ۱۴۱۰", "fa", "2031-08-09T00:00"),
    ("1410/05/18", "fa", "2031-08-09T00:00"),
    ("9 ส.ค. 2574 16:20", "th", "2031-08-09T16:20"),
    ("9 สิงหาคม 74", "th", "2031-08-09T00:00"),
    ("९ अगस्त २०३१", "hi", "2031-08-09T00:00"),
    ("৯ আগস্ট ২০৩১", "bn", "2031-08-09T00:00"),
    ("9 tháng 8, 2031", "vi", "2031-08-09T00:00"),
    ("2031년 8월 9일 오후 4시 20분", "ko", "2031-08-09T16:20"),
    ("2031. 8. 9. 오전 4:20", "ko", "2031-08-09T04:20"),
    ("2031年8月9日 下午4:20", "zh", "2031-08-09T16:20"),
    ("二〇三一年八月十二日", "zh", "2031-08-12T00:00"),
    ("令和13年8月9日 16時20分", "ja", "2031-08-09T16:20"),
    ("9.8.2031 klo 16.20", "fi", "2031-08-09T16:20"),
    ("9 de agosto de 2031, 4:20 p. m.", "es", "2031-08-09T16:20"),
    ("Tue, 04 Mar 2031 10:00:00 GMT", "fi", "2031-03-04T10:00"),
]


@pytest.mark.parametrize(("text", "language", "at"), FEEDS)
def test_a_date_is_read_in_the_language_of_its_feed(text, language, at):
    """Names of months, halves of a day, digits and eras are those of the language; English ones are read in every feed."""
    assert read(text, language=language).at.isoformat()[:16] == at


def test_a_month_without_a_language_is_read_where_all_languages_agree():
    """Listopad is October in Croatian and November in Polish: alone it is no month, and srpen is August everywhere."""
    assert read("9 listopada 2031") is None
    assert read("9 srpna 2031").at.month == 8
    assert read("9 août 2031").at.month == 8


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("4 June 2031 10:15 Europe/Berlin", 8),
        ("2031-06-04 10:15 America/New_York", 14),
        ("4 June 2031 10:15 Europe/Nowhere", 10),
    ],
)
def test_a_zone_may_be_named_by_its_area(text, hour):
    """As the IANA database names it; what it does not know says nothing."""
    assert read(text).at.hour == hour


@pytest.mark.parametrize(
    ("names", "language"),
    [
        ("3 maerz, 3 mrz, 1 jaenner", "de"),
        ("9 setiembre", "es"),
        ("2 fevrier, 2 fevr, 8 aout, 12 decembre", "fr"),
        ("2 pebruari, 11 nopember, 8 ags, 8 agt", "id"),
        ("9 sett", "it"),
        ("8 agustos, 2 subat, 5 mayis, 11 kasim, 12 aralik, 9 eylul", "tr"),
    ],
)
def test_a_month_is_read_as_feeds_spell_it(names, language):
    """Without marks, shortened otherwise, or as it was written before; also where the feed's language is not known."""
    for month, name in (each.split() for each in names.split(", ")):
        assert read(f"9 {name} 2031", language=language).at.month == int(month)
        assert read(f"9 {name} 2031").at.month == int(month)


def test_the_language_of_an_entry_goes_before_that_of_the_digest(cleaned):
    """A Croatian entry of an English digest is dated by the names of its own months."""
    assert cleaned(body="Brod ne plovi.", published="9. listopada 2031.", language="hr")[0].published.at.month == 10


@pytest.mark.parametrize(
    ("text", "language"), [("vor 2 Stunden", "de"), ("hace 2 horas", "es"), ("2時間前", "ja"), ("2 часа назад", "ru")]
)
def test_how_long_ago_is_read_in_the_language_of_its_feed(text, language):
    """What Babel prints for two hours ago is read back."""
    seen = datetime(2031, 6, 4, 12, tzinfo=UTC)
    assert (ago(text, seen, language).at.hour, ago(text, seen, "en")) == (10, None)


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "The ferry stopped on Monday, June 4, 2031.", "2031-06-04"),
        ("en", "The ferry stopped on 4 June, the worst day of 2031.", "2031-06-04"),
        ("en", "The ferry will stop on June 4, 2031.", None),
        ("en", "The ferry stopped on Monday, June 31, 2031.", None),
        ("pl", "Prom (on June 4, 2031) stoi.", None),
    ],
)
def test_a_day_that_a_text_names_as_past_is_read_by_its_language(code, text, day):
    """What is to come dates nothing, nor does a language that does not say how its texts name a day."""
    when = from_text([text], [], language_of(code))
    assert (when and when.at.date().isoformat()) == day


def test_an_hour_that_no_clock_shows_makes_no_date():
    """What is printed wrongly in part is not half believed; midnight may be the hour 24."""
    assert read("2026-06-04T25:10:00Z") is None
    assert read("2026-06-04T24:00:00Z").at.isoformat() == "2026-06-05T00:00:00+00:00"


def test_a_zone_that_nobody_knows_is_utc():
    """A source may name one that this machine lacks."""
    assert read("2026-06-04 10:15", "Nowhere/Town").at.isoformat() == "2026-06-04T10:15:00+00:00"
    assert read("2026-06-04 10:15", "Europe/Paris").at.isoformat() == "2026-06-04T08:15:00+00:00"


@pytest.mark.parametrize(
    ("text", "at"),
    [("3 days ago", "2031-06-01T00:00"), ("2 weeks ago", "2031-05-21T00:00"), ("an hour ago", "2031-06-04T11:00")],
)
def test_english_says_how_long_ago_in_every_feed(text, at):
    """Days and weeks give a day, hours a time."""
    assert ago(text, datetime(2031, 6, 4, 12, tzinfo=UTC), None).at.isoformat()[:16] == at
