"""A page has a line from the text of its headline's article, whatever else the articles beside it tell."""

from dataclasses import replace

from digest.link import link
from digest.link.headlined import headlined
from digest.link.limits import budget
from digest.link.reading import read
from digest.model import Citation, Limits, Point, Story, Text

GAS = ("Natural gas futures rose by 4% on Tuesday after a cold front was forecast for the Great Lakes",)
GOLD = ("Gold fell for a third day as the dollar gained against the yen, dealers in Zurich said on Tuesday.",)


def of_headline(story, article):
    """The texts of the points that stand on an article's own text."""
    return [
        point.text
        for point in story.points
        if any(one.article_id == article.id and one.paragraph for one in point.citations)
    ]


class TestFeedItems:
    """A title and a sentence or two."""

    def test_a_sentence_without_its_stop_is_told(self, article, linked):
        """Summaries often end without one, and are no headings."""
        one = article("gazette", "Gas jumps", "Prices leap as winter returns")
        assert of_headline(linked(one), one) == ["Prices leap as winter returns"]

    def test_of_two_matters_put_together_by_mistake_the_headlines_is_heard(self, article, linked):
        """Where gold and gas are one story by mistake the headline's own sentence is there."""
        gas, gold = article("ap", "Gas jumps on cold front", *GAS), article("reuters", "Gold falls again", *GOLD)
        assert of_headline(linked(gas, gold), gas) == list(GAS)

    def test_the_sentence_nearest_to_the_headline_is_taken(self, article, linked):
        """A letter's greeting is not what its headline says."""
        one = article("gazette", "Lock gate stuck", "Good morning from us all", "The lock gate has been stuck since dawn")
        assert of_headline(linked(one), one) == ["The lock gate has been stuck since dawn"]

    def test_a_date_that_runs_into_it_is_no_part_of_it(self, article, linked):
        """When a page was printed is not what its sentence says."""
        one = article("gazette", "Lock gate stuck", "4 Apr 2017, 2: 21 pm BST The lock gate has been stuck since dawn")
        assert of_headline(linked(one), one) == ["The lock gate has been stuck since dawn"]

    def test_its_own_title_again_is_no_sentence(self, article, linked):
        """Some feeds give the title twice."""
        one = article("gazette", "Lock gate stuck", "Lock gate stuck.", "Boats wait")
        assert of_headline(linked(one), one) == ["Boats wait"]

    def test_an_agencys_mark_beside_the_text_takes_nothing_of_what_may_be_shown(self, article, linked):
        """A byline is no part of the text, so that its one sentence may still be shown."""
        one = article("gazette", "Gas jumps", *GAS, credits=("Reuters",))
        tied = linked(one)
        assert tied.origins
        assert of_headline(tied, one) == list(GAS)


def test_an_editors_headline_is_heard_from_the_article_whose_title_is_nearest(article, story, config):
    """No article has it: the words tell which is meant."""
    gold, gas = article("reuters", "Gold falls again", *GOLD), article("ap", "Gas jumps on cold front", *GAS)
    bare = replace(story(gold, gas), headline="Cold front drives gas up", headline_by=None)
    (tied,) = link([bare], config.sources, config.digest.limits)
    assert of_headline(tied, gas)


def test_a_long_sentence_is_cut_at_a_clause(article, linked):
    """No line is longer than a quotation may be."""
    long = (
        "The gate has been stuck since dawn, " + "and boats are waiting above it for the tide to turn, " * 9 + "it is said."
    )
    one = article("gazette", "Lock gate stuck", long)
    told = of_headline(linked(one), one)
    assert told
    assert all(len(text) <= 302 for text in told)


def test_titles_alone_are_as_before(article, linked):
    """There is no text to tell anything from."""
    one = article("gazette", "Lock gate stuck")
    assert of_headline(linked(one), one) == []


def test_a_full_page_makes_room_for_it(article):
    """The sentence of the headline's article takes the place of the last passage, and the page holds no more than before."""
    own = article("ap", "Gas jumps on cold front", *GAS)
    other = article("reuters", "Gold falls again", *GOLD)
    cited = Citation(article_id=other.id, paragraph=1, start=0, end=len(GOLD[0]))
    points = [Point(text=Text(GOLD[0]), citations=(cited,)) for _ in range(3)]
    bare = Story(id="0" * 16, path="x", headline=own.title, headline_by=own.id, articles=(own, other))
    reading = read(bare.articles)
    for most, kept in ((4, 3), (3, 2)):
        found = headlined(reading, bare, points, budget(reading, (), Limits()), most)
        assert [point.text for point in found].count(GOLD[0]) == kept
        assert len(found) == kept + 1
