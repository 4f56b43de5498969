"""A story's page: addresses of lines, ways back, what each day added, differences on an axis, its neighbours."""

import re
from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from render_sample import BRIDGE, DAY, EDITION, FIRST, GULLS, SECOND, THIRD, cite
from test_render_front import told
from test_render_pages import STORY, made

from digest.model import Point, Settings, Text, When
from digest.render import render

SVG = "{http://www.w3.org/2000/svg}"
WAY = re.compile(r"\[#\]\(#(l-[0-9a-f]{8}(?:-\d)?)\)\{ #(\S+) \.way ")


def page(story, **settings):
    """The Markdown of a story's page."""
    return made(replace(EDITION, stories=(story,)), **settings)[f"{story.path}.md"]


def titled(article):
    """A citation of an article's title."""
    return cite(article, 0, article.title)


def ways(text):
    """The addresses of the lines of a page, in order."""
    found = WAY.findall(text)
    assert all(target == own for target, own in found)
    return [own for _, own in found]


class TestLines:
    """Each line can be linked to for as long as it stands there."""

    def test_each_point_difference_quotation_and_line_of_one_source_has_an_address(self, pages):
        """No two have the same."""
        found = ways(pages[STORY])
        assert len(found) == len(set(found)) == 6

    def test_an_address_stays_while_other_lines_come_and_go(self):
        """It is made of the words of its line and of nothing else."""
        before, after = ways(page(BRIDGE)), ways(page(replace(BRIDGE, points=BRIDGE.points[1:], quotes=(), figures=())))
        assert [address for address in before if address in after] == after

    def test_the_same_words_twice_are_at_two_addresses(self):
        """The first keeps the address that it would have alone."""
        found = ways(page(replace(BRIDGE, points=BRIDGE.points[:1] * 2)))
        assert found[1] == f"{found[0]}-2"

    def test_a_row_leads_back_to_the_first_line_that_cites_it(self, pages):
        """So that a reader without a script gets back too; who is cited by no line has no way back."""
        addresses = ways(pages[STORY])
        assert pages[STORY].count(f"](#{addresses[0]}){{ .back ") == 3
        assert ".back" not in page(replace(BRIDGE, points=(), quotes=(), only_in=()))


class TestTable:
    """What the rows of the table of sources say beside the facts."""

    def test_a_paywall_and_another_language_are_marked(self):
        """The page's own language is not."""
        articles = (replace(FIRST, language="en"), replace(SECOND, language="de"), THIRD)
        rows = [line for line in page(replace(BRIDGE, articles=articles)).splitlines() if line.startswith("| <span")]
        assert [re.findall(r'class="tag">([^<]*)<', row) for row in rows] == [[], ["in summary", "paywall", "DE"], []]

    def test_ways_out_give_nothing_away(self, pages):
        """Each link to another host says so to search engines and to the page it opens."""
        for path, text in pages.items():
            if path.endswith(".md") and path != "method.md":
                outward = re.findall(r"\]\(https?://[^)]*\)(.{0,30})", text)
                assert all(after.startswith('{ rel="noopener nofollow" }') for after in outward), path

    def test_days_are_there_for_sorting(self, pages):
        """As an element with the moment; what is not known has none."""
        assert '<time datetime="2026-06-04T18:00:00Z">4 June 2026</time>' in pages[STORY]


class TestTimeline:
    """A running story says what each day added."""

    def test_each_day_names_who_came_and_the_lines_that_were_new(self, pages):
        """A line belongs to the day of the earliest source that is cited for it."""
        part = pages[STORY].partition("## What each day added")[2].partition("\n## ")[0]
        assert re.findall(r"^- (.*)\n    - (\[[^]]{16})", part, re.MULTILINE) == [
            ("**4 June 2026** Harbour Post", "[The old bridge w"),
            ("**5 June 2026** Tide Times and source 3", "[From Monday no l"),
        ]
        assert set(re.findall(r"\(#(l-\w+)\)", part)) <= set(ways(pages[STORY]))

    def test_a_story_of_one_day_has_none(self):
        """There is nothing to add to."""
        assert "What each day added" not in page(told(1, "A", "B"))


class TestDifferences:
    """Values that differ stand on one axis and side by side."""

    def test_each_value_stands_at_its_place_with_who_gives_it(self, pages):
        """The lowest at the left, the highest at the right."""
        root = ET.fromstring(pages[STORY.replace(".md", ".differ-1.svg")])
        marks = [float(each.get("cx")) for each in root.iter(f"{SVG}circle")]
        assert marks == sorted(marks)
        assert [words.text for words in root.iter(f"{SVG}tspan")] == [
            "$4 million",
            "Harbour Post",
            "$5 million",
            "Tide Times",
        ]
        assert "Harbour Post, 4 June 2026" in pages[STORY]

    @pytest.mark.parametrize("value", [None, 4e6, float("inf")])
    def test_what_cannot_be_placed_has_no_axis(self, value):
        """Values without numbers, or the same number twice."""
        low, high = BRIDGE.figures[0].values
        figure = replace(BRIDGE.figures[0], values=(low, replace(high, value=value)))
        pages = made(replace(EDITION, stories=(replace(BRIDGE, figures=(figure,)),)))
        assert not [path for path in pages if "differ" in path]

    def test_values_older_than_the_newest_say_so(self):
        """Where one is the newest; where none is known to be, neither is called older."""
        low, high = BRIDGE.figures[0].values
        for newest, marks in ((True, (" · newest", " · earlier")), (False, ("", ""))):
            figure = replace(BRIDGE.figures[0], values=(replace(high, newest=newest), low))
            page = made(replace(EDITION, stories=(replace(BRIDGE, figures=(figure,)),)))[STORY]
            rows = [line for line in page.splitlines() if line.startswith(("- **$4 million**", "- **$5 million**"))]
            assert [row.partition("2026")[2].partition("<")[0].replace(" · in summary", "") for row in rows] == list(marks)

    def test_a_range_is_drawn_from_end_to_end(self):
        """With a mark at each."""
        low, high = BRIDGE.figures[0].values
        figure = replace(BRIDGE.figures[0], values=(low, replace(high, high=6e6)))
        pages = made(replace(EDITION, stories=(replace(BRIDGE, figures=(figure,)),)))
        assert pages[STORY.replace(".md", ".differ-1.svg")].count('class="range"') == 1


def test_a_figure_on_which_they_agree_is_not_told_twice():
    """Where a line of several sources has it in one of its wordings it is there already."""
    ferries = BRIDGE.figures[1]
    third = replace(ferries.values[0], text="on Monday")
    assert "Figures on which they agree" in page(BRIDGE)
    twice = replace(BRIDGE, figures=(replace(ferries, values=(*ferries.values, third)),))
    assert "Figures on which they agree" not in page(twice)


class TestCame:
    """When each source came to a story, and who repeats whom."""

    def test_sources_stand_in_the_order_in_which_they_came(self):
        """Not in that of the table."""
        late = replace(FIRST, published=replace(FIRST.published, at=DAY + timedelta(days=3)))
        pages = made(replace(EDITION, stories=(replace(BRIDGE, articles=(late, SECOND, THIRD)),)))
        drawn = pages[STORY.replace(".md", ".coverage.svg")]
        assert drawn.index("2 Tide Times") < drawn.index("1 Harbour Post")

    def test_of_a_long_list_the_rest_is_counted(self):
        """Twenty-four rows, and how many more there are."""
        story = told(1, *(f"P{n}" for n in range(30)))
        drawn = made(replace(EDITION, stories=(story,)))[f"{story.path}.coverage.svg"]
        assert "and 6 more sources" in drawn

    def test_hours_count_where_all_are_known(self):
        """Three sources of one day stand at three places."""
        story = told(1, "A", "B", "C")
        drawn = ET.fromstring(made(replace(EDITION, stories=(story,)))[f"{story.path}.coverage.svg"])
        assert len({each.get("cx") for each in drawn.iter(f"{SVG}circle")}) == 4  # with that of the legend
        assert [words.text for words in drawn.iter(f"{SVG}text")][:2] == ["07:10 UTC", "09:10 UTC"]


class TestAgreement:
    """Which source carries which line, where nothing is known of when and from whom they came."""

    def test_each_source_has_a_row_and_each_line_a_mark_in_it(self):
        """Filled where the source is cited for all of the line, hollow for a part, faint where it is not cited."""
        day = When(at=DAY.replace(hour=0, minute=0))
        articles = tuple(replace(each, published=day) for each in (FIRST, SECOND, THIRD))
        points = (
            Point(text=FIRST.title, citations=(titled(FIRST), titled(SECOND))),
            Point(text=SECOND.title, citations=(titled(SECOND), replace(titled(THIRD), part=True))),
        )
        story = replace(BRIDGE, articles=articles, points=points, figures=(), origins=(), roles=())
        pages = made(replace(EDITION, stories=(story,)))
        drawn = ET.fromstring(pages[STORY.replace(".md", ".lines.svg")])
        marks = [each.get("class") for each in drawn.iter(f"{SVG}circle")]
        assert marks[:6] == ["full", "faint", "full", "full", "faint", "hollow"]
        assert f"]({STORY.rsplit('/', 1)[1].removesuffix('.md')}.lines.svg)" in pages[STORY]
        assert STORY.replace(".md", ".coverage.svg") not in pages

    def test_one_line_is_no_drawing(self):
        """Nor is one source."""
        lines = tuple(Point(text=Text(words), citations=(titled(GULLS.articles[0]),)) for words in ("One", "Two"))
        alone = replace(GULLS, points=lines)
        assert not [path for path in made(replace(EDITION, stories=(alone,))) if path.endswith(".lines.svg")]


class TestNeighbours:
    """The stories that came before and after one on the day on which it was first seen."""

    def stories(self):
        """Three stories of several publishers of a day, and one of one alone."""
        return told(1, "A", "B"), told(2, "A", "B", "C"), told(3, "A"), told(4, *"ABCD")

    def test_they_stand_at_the_end_in_the_order_in_which_they_came(self):
        """What one publisher alone tells is a row of its own."""
        pages = made(replace(EDITION, stories=self.stories()))
        ways = re.compile(r"\[(Previous|Next) story of that day\]\(\S+/story-(\d)\.md\)")
        turns = {n: ways.findall(pages[f"stories/2026/06/story-{n}.md"]) for n in range(1, 5)}
        assert turns == {4: [("Next", "2")], 2: [("Previous", "4"), ("Next", "1")], 1: [("Previous", "2")], 3: []}
        assert "S2" not in pages["stories/2026/06/story-4.md"]

    def test_a_story_that_grows_changes_no_other_page_of_a_story(self):
        """So that it costs one page."""
        one, two, three, four = self.stories()
        later = replace(told(9, "E").articles[0], published=replace(one.articles[0].published, at=DAY + timedelta(hours=1)))
        grown = replace(two, articles=(*two.articles, later))
        before, after = (
            {page.path: page.text for page in render(replace(EDITION, stories=stories), Settings())}
            for stories in ((one, two, three, four), (one, grown, three, four))
        )
        stories = [path for path in after if path.startswith("stories/") and path.endswith(".md")]
        changed = {path for path in stories if after[path] != before[path]}
        assert changed == {f"{two.path}.md"}
