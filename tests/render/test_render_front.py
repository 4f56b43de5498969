"""The front page: what is new there, what leads, what stands behind it, and the line beneath each headline."""

import json
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from render_sample import BRIDGE, DAY, EDITION, cite
from test_render_pages import made, single

from digest.model import Front, Point, Related, Role, Story


def told(number, *publishers, ago=0, words=None, text="It is so", **fields):
    """A story of an article by each of these publishers, the newest so many days ago; a title in capitals shares no word."""
    headline = words or f"S{number}"
    articles = tuple(
        replace(
            single(number * 100 + place, DAY - timedelta(days=ago, hours=place), source=None, publisher=name).articles[0],
            title=headline,
            paragraphs=(f"{text}, says {name}.",),
        )
        for place, name in enumerate(publishers)
    )
    points = (Point(text=articles[0].paragraphs[0], citations=(cite(articles[0], 1, articles[0].paragraphs[0]),)),)
    fields = {"headline_by": articles[0].id, "points": points} | fields
    return Story(id=f"s{number}", path=f"stories/2026/06/story-{number}", headline=headline, articles=articles, **fields)


def front(*stories, **settings):
    """The front page with these stories, and its heads in order; those of earlier stories come after "Earlier stories"."""
    text = made(replace(EDITION, stories=stories), **settings)["index.md"]
    return text, re.findall(r"^##+ \[?(S\d+|Earlier stories)", text, re.MULTILINE)


def ties(one, other):
    """The two stories, each continuing the other."""

    def tie(story, to):
        return Related(id=to.id, path=to.path, headline=to.headline, kind="continues", why=("bridge",))

    return replace(one, related=(*one.related, tie(one, other))), replace(other, related=(*other.related, tie(other, one)))


class TestOrder:
    """What leads, and what follows."""

    def test_more_publishers_come_before_fewer_and_new_before_old(self):
        """Pins first; then what more publishers tell, halved by each day; then what more articles tell."""
        stories = (
            told(1, "A", "B"),
            told(2, "A", "B", "C"),
            told(3, "A", "B", "C", ago=1),
            told(4, "A", "B", ago=9, pinned=True),
            told(5, "A", "B", "B"),
        )
        _, heads = front(*stories)
        assert heads == ["S4", "S2", "S5", "S1", "S3"]

    def test_between_equals_more_independent_sources_come_first(self):
        """As many publishers, as many articles, one day."""
        _, heads = front(told(1, "A", "B", independent=1), told(2, "A", "B", independent=2))
        assert heads == ["S2", "S1"]

    def test_only_what_is_new_in_a_running_story_counts_for_it(self):
        """Ten old articles and a new one stand behind two of this day."""
        one, old = told(1, *"AB"), told(2, *"ABCDEFGHIJ", ago=5)
        grown = replace(old, articles=(*old.articles, told(3, "K").articles[0]))
        text, heads = front(grown, one)
        assert heads == ["S1", "S2"]
        assert '**11 sources** · <span class="new">1 new since 31\N{NO-BREAK SPACE}May</span> · ' in text

    def test_what_several_publishers_write_of_one_subject_counts_for_its_stories(self):
        """Five pieces of three publishers on a raid lead, though no two are one story, before a pair on another matter."""
        raids = [
            told(n, name, words=f"S{n} Caracas is raided", text="They raided Caracas") for n, name in enumerate("ABCAB", 1)
        ]
        old = [told(n, "A", ago=9) for n in range(20, 40)]
        _, heads = front(told(6, "A", "B"), *raids, *old)
        assert heads[0] in {f"S{n}" for n in range(1, 6)}
        assert heads[1] == "S6"

    def test_a_word_that_is_no_name_is_no_subject(self):
        """Five pieces on stocks are five matters."""
        stocks = [told(n, name, words=f"S{n} stocks surge", text="Many stocks rose") for n, name in enumerate("ABCAB", 1)]
        old = [told(n, "A", ago=9) for n in range(20, 40)]
        _, heads = front(told(6, "A", "B"), *stocks, *old)
        assert heads[0] == "S6"

    def test_a_running_event_counts_for_the_story_that_stands_for_it(self):
        """What three publishers tell in three stories leads before what two tell in one."""
        lead, more = ties(told(1, "A"), told(2, "B"))
        lead, third = ties(lead, told(3, "C"))
        _, heads = front(told(4, "D", "E"), third, more, lead)
        assert heads[0] in ("S1", "S2", "S3")
        assert heads[1] == "S4"

    def test_what_several_publishers_tell_comes_before_what_one_does(self):
        """Also where the newest of it is a day older."""
        _, heads = front(told(1, "A"), told(2, "B", "C", ago=1))
        assert heads == ["S2", "S1"]

    def test_between_equals_the_longer_event_comes_first(self):
        """Of two single items of the day the one that continues what was told before."""
        _, heads = front(told(3, "C"), *ties(told(1, "A"), told(2, "A", "A", ago=6)))
        assert heads[:2] == ["S1", "S3"]

    def test_what_continues_an_event_comes_before_a_newer_item_that_stands_alone(self):
        """First what continues an event that several publishers told before, then another's, then the day's single items."""
        before, goes_on = ties(told(1, "A", "B", ago=7), told(2, "A", ago=1))
        begun, further = ties(told(3, "A", ago=6), told(4, "A", ago=1))
        _, heads = front(told(5, "C"), further, begun, goes_on, before)
        assert heads[:3] == ["S2", "S4", "S5"]

    def test_the_rest_of_its_event_stands_beneath_a_card_and_has_none(self):
        """What one source alone tells of a running event is named with the story that leads it."""
        main, more = ties(told(1, "A", "B"), told(2, "C"))
        text, heads = front(main, more, told(3, "A"))
        assert heads == ["S1", "S3"]
        assert "In the same event: [S2](stories/2026/06/story-2.md) (C)" in text
        assert text.count("(stories/2026/06/story-2.md)") == 1


class TestOpinions:
    """Who gives an opinion, or lists what others report, does not lead."""

    OPINION = "Opinion | S1 shows what bridges are worth"

    def test_a_report_leads_before_a_larger_opinion(self):
        """Also one of its event, beneath which the opinion stands last."""
        view, other = ties(told(1, "A", "A", words=self.OPINION), told(2, "B"))
        text, heads = front(view, other, told(3, "C"))
        assert heads[0] == "S2"
        assert re.search(r"In the same event: \[Opinion", text)

    def test_a_round_up_stands_after_reports(self):
        """Whatever else is new on its subject."""
        _, heads = front(told(1, "A", "A", words="S1 in today’s newsletter"), told(2, "B"))
        assert heads == ["S2", "S1"]

    def test_where_there_is_no_report_an_opinion_leads(self):
        """It is better than nothing."""
        text, _ = front(told(1, "A", words=self.OPINION))
        assert "## [Opinion" in text

    def test_of_a_running_event_reports_are_named_first(self):
        """An opinion that came before them stands behind."""
        lead, view = ties(told(1, "A", "B", "C"), told(2, "A", words="Opinion | S2 comes too late for us all", ago=1))
        lead, more = ties(lead, told(3, "B"))
        text, _ = front(lead, view, more)
        assert re.search(r"In the same event: \[S3\].*; \[Opinion", text)


class TestNew:
    """What is new, and what is not."""

    def test_what_came_out_before_the_last_two_days_stands_under_earlier_stories(self):
        """Also where a feed brought it only now: when it came out counts."""
        late = told(3, "A", "B", ago=30)
        late = replace(late, articles=tuple(replace(article, seen=DAY) for article in late.articles))
        _, heads = front(told(1, "A", "B", ago=1), told(2, "A", "B", ago=2), late)
        assert heads == ["S1", "Earlier stories", "S2", "S3"]

    def test_how_many_days_are_new_is_the_digests_own(self):
        """`front: {days: 3}` takes in the day before yesterday."""
        _, heads = front(told(1, "A", "B", ago=2), told(2, "A", "B", ago=3), front=Front(days=3))
        assert heads == ["S1", "Earlier stories", "S2"]

    def test_where_nothing_is_new_it_says_since_when(self):
        """A digest of old news never gives its day as a heading."""
        text, heads = front(told(1, "A", "B", ago=400))
        assert text.partition("\n# ")[2].startswith("Nothing new since 1 May 2025 {")
        assert heads == ["Earlier stories", "S1"]
        assert "something new" not in text

    def test_stories_without_a_date_are_earlier_than_nothing(self):
        """Where no story has a day there is no heading that orders them in time; the cards stand under the page's own."""
        one = told(1, "A", "B", ago=1)
        undated = tuple(replace(article, published=None, seen=None) for article in one.articles)
        text, heads = front(replace(one, articles=undated))
        assert text.partition("\n# ")[2].startswith("Stories without a date {")
        assert heads == ["S1"]
        assert "\n## [S1]" in text

    def test_what_is_new_and_not_shown_is_counted_and_its_editions_named(self):
        """More than the front holds: one line with how many, and a link to each edition that has them."""
        stories = [told(n, "A", "B", ago=n % 2) for n in range(30)]
        text, heads = front(*stories)
        assert len(heads) == 12
        assert "6 more items with something new · [edition of 5 June 2026](editions/2026/06/05.md)" in text
        assert "[edition of 4 June 2026](editions/2026/06/04.md)" in text

    def test_what_several_tell_and_has_no_card_is_a_line(self):
        """Each story once: the largest have cards, the next lines, and nothing is left to the editions."""
        text, heads = front(*(told(n, "A", "B", ago=n % 2) for n in range(15)))
        lines = re.findall(r"^- \[(S\d+)\].*2 sources", text, re.MULTILINE)
        assert len(lines) == 3
        assert sorted([*lines, *heads]) == sorted(f"S{n}" for n in range(15))
        assert text.index("\n## Also new\n") < text.index(f"- [{lines[0]}]")
        assert "more items with something new" not in text

    def test_few_events_of_several_publishers_are_filled_up_with_others(self):
        """Five cards where there are so many; the others are lines."""
        text, heads = front(told(1, "A", "B"), *(told(n, "A") for n in range(2, 9)))
        assert len(heads) == 5
        assert len(re.findall(r"^- \[S\d\]", text, re.MULTILINE)) == 3


def test_what_one_publisher_says_twice_is_of_one_publisher():
    """Several items of one publisher are no story of several sources; unnamed publishers count each."""
    twice = told(1, "A", "A")
    pages = made(replace(EDITION, stories=(BRIDGE, twice)))
    assert "1 story of several publishers" in pages["index.md"]
    assert "**2 articles of one publisher**" in pages[f"{twice.path}.md"]
    unnamed = tuple(replace(article, publisher=None) for article in twice.articles)
    text = made(replace(EDITION, stories=(BRIDGE, replace(twice, articles=unnamed))))["index.md"]
    assert "2 stories of several publishers" in text


def test_a_digest_of_single_items_has_a_front_page_too():
    """Where no story has several publishers the newest items stand in the place of the top stories, each once."""
    stories = tuple(single(number, DAY - timedelta(minutes=number)) for number in range(15))
    text = made(replace(EDITION, stories=stories))["index.md"]
    heads = re.findall(r"^##+ \[(Item \d+)\]", text, re.MULTILINE)
    assert heads == [f"Item {number}" for number in range(12)]
    assert re.findall(r"^- \[(Item \d+)\]", text, re.MULTILINE) == ["Item 12", "Item 13", "Item 14"]


class TestLine:
    """The line beneath a headline is of the headline's matter."""

    def story(self, *points, **fields):
        """A story of two articles whose headline is the second's."""
        one, two = told(1, "A", words="Gold falls again").articles[0], told(2, "B", words="The gas price jumps").articles[0]
        texts = {
            "own": Point(text=two.paragraphs[0], citations=(cite(two, 1, two.paragraphs[0]),)),
            "foreign": Point(text=one.paragraphs[0], citations=(cite(one, 1, one.paragraphs[0]),)),
        }
        base = Story(id="s9", path="stories/2026/06/s", headline=two.title, headline_by=two.id, articles=(one, two))
        return replace(base, points=tuple(texts[name] for name in points), **fields)

    def test_the_headlines_own_article_is_heard_first(self):
        """Whatever order the points have, on the card and in the feeds."""
        pages = made(replace(EDITION, stories=(self.story("foreign", "own"),)))
        assert "\nB: It is so, says B.<sup>[2]" in pages["index.md"]
        assert json.loads(pages["feed.json"])["items"][0]["content_html"].split("\n")[1] == "<p>B: It is so, says B. [2]</p>"

    def test_another_articles_words_on_another_matter_are_no_line(self):
        """Its title, which at least says what it is about, stands there with its publisher's name."""
        pages = made(replace(EDITION, stories=(self.story("foreign"),)))
        assert "\nA: Gold falls again<sup>[1]" in pages["index.md"]

    def test_an_item_of_a_title_alone_is_told_in_the_feeds_by_it(self):
        """There is nothing else to cite."""
        bare = single(1, DAY)
        pages = made(replace(EDITION, stories=(bare,)))
        assert json.loads(pages["feed.json"])["items"][0]["content_html"].split("\n")[1] == "<p>Item 1 [1]</p>"


@pytest.mark.parametrize("place", [0, 1, 2])
def test_each_page_of_a_running_event_lists_all_its_stories(place):
    """Oldest first, this page among them, also those it is tied to through another."""
    one, two, three = told(1, "A", ago=5), told(2, "A", ago=3), told(3, "A", "B")
    one, two = ties(one, two)
    two, three = ties(two, three)
    stories = (one, two, three)
    page = made(replace(EDITION, stories=stories))[f"{stories[place].path}.md"]
    lines = page.partition("## The event so far")[2].partition("\n## ")[0]
    assert re.findall(r"^- \d+ \w+ 2026: (?:\[|\*\*)(S\d)", lines, re.MULTILINE) == ["S1", "S2", "S3"]
    assert re.findall(r"\*\*(S\d)\*\*.*this page", lines) == [f"S{place + 1}"]


def test_the_page_of_a_long_event_names_its_first_and_its_largest_stories():
    """Those nearest to its own fill the rest, and how many are left out is said."""
    stories = [told(n, "A", ago=40 - n) for n in range(1, 31)]
    stories[8] = told(9, *"ABCD", ago=31)
    for place in range(len(stories) - 1):
        stories[place : place + 2] = ties(*stories[place : place + 2])
    page = made(replace(EDITION, stories=tuple(stories)))[f"{stories[-1].path}.md"]
    lines = page.partition("## The event so far")[2].partition("\n## ")[0]
    listed = re.findall(r"^- \d+ \w+ 2026: (?:\[|\*\*)(S\d+)", lines, re.MULTILINE)
    assert len(listed) == 20
    assert {"S1", "S9", "S30", "S29"} <= set(listed)
    assert "10 further stories of this event" in lines


class TestCard:
    """What a card says at a glance."""

    def test_it_names_who_carries_the_story_those_with_reporting_of_their_own_first_and_marked(self):
        """Each publisher once, with a way to its article, which learns nothing; those without a name are counted."""
        story = told(1, "A", "B", "B")
        roles = (
            Role(article_id=story.articles[0].id, role="repeats"),
            Role(article_id=story.articles[2].id, role="original"),
        )
        unnamed = replace(story.articles[0], id="f" * 16, publisher=None)
        there = replace(story.articles[0], url="https://a.example/x")
        text, _ = front(replace(story, articles=(there, *story.articles[1:], unnamed), roles=roles))
        carried = text.partition('<div class="carried" markdown="1">')[2].partition("</div>")[0].strip()
        assert carried == (
            f'<span class="who own">[B]({story.path}.md#s3)<span class="unseen"> (reporting of its own)</span></span>'
            ' <span class="who">[A](https://a.example/x){ rel="noopener nofollow" }</span>'
            ' <span class="who">1 not named</span>'
        )

    def test_those_that_find_no_room_are_counted(self):
        """Six names, then a way to the table of sources."""
        text, _ = front(told(1, *"ABCDEFGHI"))
        assert text.count('<span class="who">[') == 6
        assert "[3 more](stories/2026/06/story-1.md#sources)" in text

    def test_it_says_whether_all_of_it_or_how_much_is_new_since_the_last_edition(self):
        """What came the day before is not new to who has read the last edition."""
        both = told(2, "A", "B", ago=1)
        both = replace(both, articles=(both.articles[0], replace(told(9, "C").articles[0])))
        text, _ = front(told(1, "A", "B"), both, told(3, "A", "B", ago=1))
        cards = re.split(r"^###? ", text, flags=re.MULTILINE)[1:]
        said = {card[1:3]: re.findall(r'class="new">([^<]*)<', card) for card in cards}
        assert {name: said[name] for name in ("S1", "S2", "S3")} == {
            "S1": ["New"],
            "S2": ["1 new since 4\N{NO-BREAK SPACE}June"],
            "S3": [],
        }

    def test_how_old_it_is_stands_in_an_element_that_a_script_can_read(self):
        """The hour for what is of the day, the day for the rest."""
        text, _ = front(told(1, "A", "B"), told(2, "A", "B", ago=1))
        assert '<time datetime="2026-06-05T09:10:00Z">09:10 UTC</time>' in text
        assert '<time datetime="2026-06-04T09:10:00Z">4\N{NO-BREAK SPACE}June\N{NO-BREAK SPACE}2026</time>' in text


class TestDesks:
    """The stories after the first stand under their topics."""

    def test_a_topic_has_a_place_where_it_has_three_stories(self):
        """Each story once, the others at the end; topics in the order of their first stories."""
        about = {1: (), 2: ("bridges",), 3: ("bridges", "ferries"), 4: ("ferries",), 5: ("bridges",), 6: ()}
        text, _ = front(*(told(n, *"ABCDEFG"[: 8 - n], topics=topics) for n, topics in about.items()))
        heads = re.findall(r"^##+ \[?(S\d|Bridges|Ferries|More stories)", text, re.MULTILINE)
        assert heads == ["S1", "Bridges", "S2", "S3", "S5", "More stories", "S4", "S6"]

    def test_without_such_a_topic_there_is_no_heading(self):
        """Two are not enough."""
        text, _ = front(*(told(n, "A", "B", topics=("bridges",)) for n in range(1, 4)))
        assert "More stories" not in text
        assert "## [Bridges]" not in text


def test_the_front_has_a_drawing_of_how_much_came_in_each_day():
    """Of the last three weeks, and its sentence beside it; where all is of one day there is none."""
    pages = made(replace(EDITION, stories=(told(1, "A", "B"), told(2, "A", ago=3), told(3, "A", "B", ago=40))))
    assert "3 articles from 2 June 2026 to 5 June 2026, most on 5 June 2026 (2)." in pages["index.md"]
    assert pages["days.svg"].count('class="bar"') == 1
    assert pages["days.svg"].count('class="rest"') == 1
    assert "days.svg" not in made(replace(EDITION, stories=(told(1, "A", "B"),)))
