"""Editions: days, weeks, months and years, each named once, and what came on the same day of earlier years."""

import re
from dataclasses import replace

from render_sample import DAY, EDITION
from test_render_front import told
from test_render_pages import made

from digest.model import When


def editions(*stories):
    """The pages of an edition with these stories."""
    return made(replace(EDITION, stories=stories))


def ways(text):
    """Where the links of a page lead, in order."""
    return re.findall(r"\]\(([^)]*)\)", text)


def test_the_index_names_each_month_once():
    """The newest by its days, the others in one line each below their year."""
    text = editions(*(told(n, "A", "B", ago=ago) for n, ago in enumerate((0, 1, 10, 40, 400))))["editions/index.md"]
    months = [way for way in ways(text) if re.fullmatch(r"\.\./editions/\d{4}/\d\d/index\.md", way)]
    assert months == [f"../editions/{month}/index.md" for month in ("2026/06", "2026/05", "2026/04", "2025/05")]


def test_years_of_one_month_stand_in_one_list():
    """The newest year has its own heading, and so has one of several months; the others are named from first to last."""
    text = editions(*(told(n, "A", "B", ago=ago) for n, ago in enumerate((0, 40, 400, 800, 830, 1200, 1600))))
    found = re.findall(r"^## (?:\[([^]]*)|(.*))", text["editions/index.md"], re.MULTILINE)
    assert ["".join(each) for each in found] == ["June 2026", "2026", "2025", "2024", "2022–2023"]


def test_a_day_is_named_by_a_story_that_no_newer_day_is_named_by():
    """Where it has another; the largest that is left."""
    first = told(1, "A", "B", "C", ago=1)
    today = replace(first.articles[0], published=When(at=DAY))
    both = replace(first, articles=(today, *first.articles[1:]))
    text = editions(both, told(2, "A", "B", ago=1), told(3, "D", ago=1))["editions/2026/06/index.md"]
    assert re.findall(r"\[(S\d)[^]]*\]", text) == ["S1", "S2"]


def test_the_index_names_weeks_of_the_newest_year_alone():
    """By their days, which are those of one year."""
    text = editions(*(told(n, "A", "B", ago=ago) for n, ago in enumerate((0, 40, 400))))["editions/index.md"]
    assert [way for way in ways(text) if "/w" in way] == ["../editions/2026/w17.md", "../editions/2026/w23.md"]


def test_a_week_is_told_in_its_largest_stories():
    """What several publishers told first, with the days it is made of and the ways to the weeks around it."""
    pages = editions(*(told(n, *"ABC"[: 1 + n % 3], ago=n) for n in range(9)))
    text = pages["editions/2026/w23.md"]
    assert "\n# The week in 5 stories {" in text
    assert "1 to 7 June 2026" in text
    assert re.findall(r"^## \[(S\d)", text, re.MULTILINE) == ["S2", "S1", "S4", "S0", "S3"]
    assert "[Monday](../../editions/2026/06/01.md) · [Tuesday]" in text
    assert "[Earlier: week of 25 May 2026](../../editions/2026/w22.md)" in text
    assert "[week 23](../../../editions/2026/w23.md)" in pages["editions/2026/06/05.md"]


def test_what_else_several_told_in_a_week_is_a_list():
    """Twelve stories stand for a week; what else several publishers told has a line, what one told alone has none."""
    stories = [told(n, "A", "B", ago=1) for n in range(14)]
    text = editions(*stories, told(20, "A", ago=1))["editions/2026/w23.md"]
    assert "\n# The week in 12 stories {" in text
    cards, _, others = text.partition("\n## More stories\n")
    assert len(re.findall(r"^## \[", cards, re.MULTILINE)) == 12
    assert len(re.findall(r"^- \[S\d+\].*2 sources", others, re.MULTILINE)) == 2
    assert "S20" not in others


def test_a_week_belongs_to_the_year_that_iso_8601_says():
    """The last days of December may be in the first week of the next year."""
    assert (
        "29 December 2025 to 4 January 2026" in editions(told(1, "A", "B", ago=157))["editions/2026/w01.md"]
    )  # 30 December


def test_a_day_names_its_first_story_in_the_lists_above_it():
    """In the index beside how many there are; its month names others of several publishers too."""
    pages = editions(told(1, "A", "B"), told(2, "A", "B", "C"), told(3, "A"))
    stated = r"2 stories of several publishers, 1 item from one source only"
    assert re.search(rf"Friday, 5 June 2026\].*meta\">\[S2\]\([^<]*\) · {stated}<", pages["editions/index.md"])
    assert re.search(rf"\[S2\]\([^<]*\)<br>\[S1\]\([^<]*\)<br>{stated}<", pages["editions/2026/06/index.md"])


def test_what_was_told_on_the_same_day_of_earlier_years_stands_on_the_days_page_and_the_front():
    """The first story of each, with the way to its edition; where there is no archive there is no heading."""
    pages = editions(told(1, "A", "B"), told(2, "A", ago=365), told(3, "A", "B", ago=365), told(4, "A", "B", ago=300))
    for path in ("editions/2026/06/05.md", "index.md"):
        part = pages[path].partition("## On this day")[2].partition("\n## ")[0]
        assert re.findall(r"\[(S\d|\d+ June \d{4})\]", part) == ["S3", "5 June 2025"]
    assert "On this day" not in editions(told(1, "A", "B"))["index.md"]


def test_months_and_years_lead_to_those_before_and_after():
    """As days do."""
    pages = editions(told(1, "A", ago=0), told(2, "A", ago=40), told(3, "A", ago=400))
    assert "[Earlier: April 2026](../../../editions/2026/04/index.md)" in pages["editions/2026/06/index.md"]
    assert "[Later: 2026](../../editions/2026/index.md)" in pages["editions/2025/index.md"]


def test_a_week_is_named_by_the_year_of_its_days():
    """Where it has none in the year that ISO 8601 gives it, so that its way up leads to what it says."""
    pages = editions(told(1, "A", "B", ago=157))  # 30 December, in the first week of 2026
    assert "[2025](../../editions/2025/index.md)" in pages["editions/2026/w01.md"]
    assert "../../editions/2026/w01.md" in pages["editions/2025/index.md"]
