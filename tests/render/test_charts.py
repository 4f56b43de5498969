"""Drawings of many stories: what a bar stands for, the shades of a calendar, and that words say the same."""

from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from render_sample import DAY, EDITION
from test_render_front import told
from test_render_pages import made

from digest.render.charts import bars, calendar, in_words, spans
from digest.render.dates import key

SVG = "{http://www.w3.org/2000/svg}"


def days(*ago):
    """One story of several publishers on each day so many days ago."""
    return {key(DAY - timedelta(days=back)): (1, 0) for back in ago}


def drawn(text, kind):
    """The rectangles of a class in a drawing."""
    return [each for each in ET.fromstring(text).iter(f"{SVG}rect") if each.get("class") == kind]


@pytest.mark.parametrize(("back", "unit", "number"), [(30, "day", 31), (31, "week", 5), (300, "month", 11)])
def test_a_bar_is_a_day_then_a_week_then_a_month(back, unit, number):
    """The longer the time, the more a bar holds; days without a story have their place too."""
    found = spans(days(0, back))
    assert (found[0], len(found[1])) == (unit, number)
    assert sum(several for _, (several, _) in found[1]) == 2


def test_bars_stand_for_their_numbers():
    """What several publishers tell below, what one alone does above; the highest is named."""
    text = bars({"2026-06-01": (1, 1), "2026-06-03": (4, 0)}, "Coverage")
    heights = [float(each.get("height")) for kind in ("bar", "rest") for each in drawn(text, kind)]
    assert heights == [16, 64, 16]
    assert ">4</text>" in text


def test_words_say_what_the_bars_show():
    """How many, from when to when, and when most; what dark bars are where there are others."""
    assert in_words({"2026-06-01": (1, 0), "2026-06-03": (1, 0)}) == "2 articles from 1 June 2026 to 3 June 2026."
    assert in_words({"2026-06-01": (1, 1), "2026-06-03": (4, 0)}) == (
        "6 articles from 1 June 2026 to 3 June 2026, most on 3 June 2026 (4). Dark: in stories of several publishers."
    )
    assert "most in the week of 1 June 2026 (2)" in in_words(
        {"2026-03-30": (1, 0), "2026-06-01": (1, 0), "2026-06-04": (1, 0)}
    )


@pytest.mark.parametrize("counted", [{}, {"2026-06-01": (3, 1)}])
def test_what_is_of_one_day_has_no_bars(counted):
    """One bar says nothing."""
    assert bars(counted, "Coverage") is None


def test_days_are_the_darker_the_more_stories_they_have():
    """A day without an edition has the faintest shade, the fullest day the darkest."""
    text = calendar({"2026-06-02": 1, "2026-06-03": 2, "2026-06-04": 3, "2026-06-05": 9}, "Editions")
    shades = [len(drawn(text, f"shade{shade}")) - 1 for shade in range(5)]  # each is in the legend, too
    assert shades == [1, 1, 1, 1, 1]


def test_a_calendar_goes_back_a_year():
    """Older editions are in the list, and in the calendar of their year."""
    text = calendar({key(DAY - timedelta(days=back)): 1 for back in (0, 3000)}, "Editions")
    assert len(drawn(text, "shade0")) + len(drawn(text, "shade1")) == 53 * 7 - 2 + 2  # Saturday and Sunday are to come


def test_topic_source_and_editions_have_their_drawings_beside_the_same_in_words():
    """A picture at the top of each page, with the size of its file, and nothing in it that no sentence says."""
    stories = [told(n, "A", "B", ago=n, topics=("bridges",)) for n in range(4)]
    pages = made(replace(EDITION, stories=tuple(stories)))
    source = next(path for path in pages if path.startswith("sources/a_") and path.endswith(".md"))
    assert "](../topics/bridges.coverage.svg){ width=358 height=104 }" in pages["topics/bridges.md"]
    assert "8 articles from 2 June 2026 to 5 June 2026, most on 5 June 2026 (2)." in pages["topics/bridges.md"]
    assert "4 items in 4 stories" in pages[source]
    assert pages[source.replace(".md", ".record.svg")].count("<rect") == 8
    assert "](../editions/calendar.svg){ width=358 height=214 }" in pages["editions/index.md"]
    assert all(ET.fromstring(text).find(f"{SVG}title").text for path, text in pages.items() if path.endswith(".svg"))
