"""What sources tell of one matter in their own ways stands side by side, and claims nothing."""

from dataclasses import replace

import pytest

from digest.errors import CitationError
from digest.link.points import MOST_TOLD, Statement
from digest.link.points.comparisons import again
from digest.link.reading import read
from digest.link.story import linked as link_story
from digest.link.support import SpanTerms
from digest.model import Edition, Limits, Text
from digest.verify.citations import verify

BRIDGE = (
    "The Oldport hospital moved its maternity ward to the new wing on Harbour Street last week.",
    "Bakers in Saltmarsh baked the longest plum cake of the county for the harvest fair.",
    "A choir from Fennwick sang in the covered market until the lamps went out.",
    "Engineers closed the Marsh Bridge to lorries on Monday after they found a crack in its eastern pier.",
)
BRIDGE_ELSEWHERE = (
    "Swimmers met at the lido for the winter race.",
    "Two potters opened a workshop beside the canal and teach children there.",
    "The ferry timetable hangs in the library now.",
    "Lorries will not cross the Marsh Bridge for weeks because its eastern pier sinks, the engineer Olga Reed warned.",
)


def side_by_side(story):
    """Each point that others tell of otherwise, and their passages, as plain words."""
    return [[point.text, *(passage.text for passage in point.beside)] for point in story.points if point.beside]


def sure(story):
    """The points that several articles support in full."""
    return [point for point in story.points if sum(not one.part for one in point.citations) > 1]


def test_one_matter_told_in_two_ways_stands_side_by_side(article, linked):
    """Passages on one matter that do not support each other are shown together and make no point."""
    tied = linked(article("reuters", "Bridge", *BRIDGE, long=True), article("ap", "Pier", *BRIDGE_ELSEWHERE, long=True))
    (passages,) = side_by_side(tied)
    assert all("eastern pier" in words for words in passages)
    (point,) = [point for point in tied.points if point.beside]
    cited = [*point.citations, *point.beside[0].citations]
    assert {citation.article_id for citation in cited} == {one.id for one in tied.articles}
    assert not sure(tied)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The finance minister Carla Jensen resigned from the cabinet on Tuesday night.",
            "The finance minister Carla Jensen has not resigned from the cabinet on Tuesday night.",
        ),
        (
            "Governor Ann Keller vetoed the controversial fishing bill on Wednesday.",
            "Senators urged Governor Ann Keller to veto the controversial fishing bill on Wednesday.",
        ),
    ],
)
def test_what_contradicts_stands_side_by_side(article, linked, one, other):
    """A deed beside its denial, a deed beside a demand: no point, and both can be read."""
    tied = linked(article("reuters", "Report", one, long=True), article("ap", "Account", other, long=True))
    assert side_by_side(tied) == [[one, other]]
    assert not sure(tied)


def test_what_a_point_states_is_not_told_again(article, linked):
    """Words that a point cites, or that say no more than one, stand in no comparison."""
    said = "The harbour council approved a new electric ferry between Oldport and Saltmarsh on Monday."
    again = "An electric ferry will link Oldport with Saltmarsh after the harbour council approved it on Monday."
    tied = linked(
        article("reuters", "Ferry", said, *BRIDGE, long=True),
        article("ap", "New ferry", again, *BRIDGE_ELSEWHERE, long=True),
    )
    assert sure(tied)
    assert not [words for passages in side_by_side(tied) for words in passages if "ferry" in words]


def test_no_passage_is_shown_twice_and_no_article_twice_in_one(article, linked):
    """Each passage stands in one comparison, each article once in it, and there are not too many."""
    towns = ("Ashby", "Brant", "Corley", "Denham", "Elston", "Fulmer", "Garth", "Holt", "Ilkley", "Jarrow", "Kelso", "Luton")
    one = [f"Mayor {town}son of {town} resigned over the flooded library." for town in towns]
    other = [f"Mayor {town}son of {town} has not resigned over the flooded library." for town in towns]
    tied = linked(article("reuters", "Mayors", *one, long=True), article("ap", "Councils", *other, long=True))
    cited = [[*point.citations, *(one.citations[0] for one in point.beside)] for point in tied.points if point.beside]
    shown = [citation for citations in cited for citation in citations]
    assert cited
    assert len(shown) <= MOST_TOLD
    assert len(set(shown)) == len(shown)
    assert all(len({citation.article_id for citation in citations}) == len(citations) for citations in cited)


def test_one_article_is_compared_with_nothing(article, linked):
    """A story of one article has no comparison."""
    assert not side_by_side(linked(article("reuters", "Bridge", *BRIDGE, long=True)))


@pytest.mark.parametrize("change", [{"text": Text("Nobody closed the bridge.")}, {"citations": ()}, {"end": 9999}])
def test_a_passage_that_is_not_there_stops_the_build(article, linked, change):
    """The build re-reads what stands side by side as it does every citation."""
    tied = linked(article("reuters", "Bridge", *BRIDGE, long=True), article("ap", "Pier", *BRIDGE_ELSEWHERE, long=True))
    (point,) = [point for point in tied.points if point.beside]
    first = point.beside[0]
    if "end" in change:
        change = {"citations": (replace(first.citations[0], **change),)}
    altered = replace(tied, points=(replace(point, beside=(replace(first, **change),)),))
    with pytest.raises(CitationError):
        verify(Edition(day=tied.articles[0].day, stories=(altered,)))


@pytest.mark.parametrize(
    "disputed",
    [
        "The lawyer rejected the allegation that Captain Quint steered the ferry Marigold onto the Grey Island reef.",
        "Rumours spread that Captain Quint steered the ferry Marigold onto the Grey Island reef.",
        "A prosecutor alleged that Captain Quint steered the ferry Marigold onto the Grey Island reef.",
        "It is untrue that Captain Quint steered the ferry Marigold onto the Grey Island reef.",
    ],
)
def test_what_is_disputed_and_what_is_said_do_not_agree(article, linked, disputed):
    """Neither supports the other, whichever of them comes first."""
    said = "Captain Quint steered the ferry Marigold onto the Grey Island reef, the court ruled on appeal."
    for one, other in ((said, disputed), (disputed, said)):
        tied = linked(article("reuters", "Report", one, long=True), article("ap", "Account", other, long=True))
        assert not sure(tied)


def test_an_opening_tells_a_matter_alone_where_the_limit_leaves_no_other(article, story):
    """Where what stands beside it may not be shown, what an article opens with is shown still."""
    one = "The finance minister Carla Jensen resigned from the cabinet on Tuesday night."
    other = "The finance minister Carla Jensen has not resigned from the cabinet on Tuesday night."
    bare = story(article("reuters", "Report", one, long=True), article("ap", "Account", other, long=True))
    assert side_by_side(link_story(bare, (), Limits())) == [[one, other]]
    told = link_story(bare, (), Limits(quotation=len(one)))
    assert not side_by_side(told)
    assert one in [point.text for point in told.points]
    assert told.dropped


def test_names_alone_are_no_matter(article, linked):
    """Two passages about the same people and places that tell of other things do not stand side by side."""
    one = "Ida Brown of Saltmarsh and Olga Reed of Oldport painted the Grey Island lighthouse in 1987."
    other = "A bakery in Saltmarsh named a cake for Ida Brown, Olga Reed, Oldport and Grey Island before 1987 ended."
    tied = linked(article("reuters", "Paint", one, long=True), article("ap", "Cake", other, long=True))
    assert not side_by_side(tied)


def test_another_day_is_another_matter(article, linked):
    """What happened on Monday does not stand beside what happened on Friday."""
    one = "Police closed the flooded school in Saltmarsh on Monday after the Oldbeck rose."
    other = "Police closed the flooded school in Saltmarsh on Friday after the Oldbeck rose."
    tied = linked(article("reuters", "School", one, long=True), article("ap", "Police", other, long=True))
    assert not side_by_side(tied)


def test_no_words_stand_twice_on_a_page(article, linked):
    """What is compared is no line of one source as well, and no other line fills the page."""
    lone = "Nine potters from Fennwick and Upper Brae sold 412 blue jugs at the Oldport harvest fair for the lifeboat fund."
    tied = linked(
        article("reuters", "Bridge", *BRIDGE, lone, long=True), article("ap", "Pier", *BRIDGE_ELSEWHERE, long=True)
    )
    shown = [one for point in tied.points for one in (*point.citations, *(passage.citations[0] for passage in point.beside))]
    assert [lone] == [line.text for line in (*tied.points, *tied.only_in) if line.text == lone]
    assert len(set(shown)) == len(shown)
    assert not {line.citations[0] for line in tied.only_in} & set(shown)


def test_what_stands_beside_a_line_fills_no_page(article, linked):
    """A passage under one line is no line of its own, however much more it says."""
    warned = (
        "Lorries will not cross the Marsh Bridge for weeks because its eastern pier sinks, the engineer Olga Reed warned "
        "bakers, fishermen, potters and a choir from Fennwick at a hearing in the covered market."
    )
    tied = linked(article("reuters", "Bridge", *BRIDGE, long=True), article("ap", "Marsh Bridge pier sinks", warned))
    assert [words for words in side_by_side(tied) if warned in words]
    assert warned not in [point.text for point in tied.points if not point.beside]


def test_another_language_is_compared_in_whole_sentences(article, linked):
    """Where clauses cannot be read, whole sentences stand side by side or none."""
    one = "Die Brücke über den Oldbeck bleibt für Lastwagen gesperrt, weil ein Pfeiler der Brücke Risse zeigt."
    other = "Weil ein Pfeiler Risse zeigt, dürfen Lastwagen die Brücke über den Oldbeck bis Mai nicht befahren."
    tied = linked(
        article("reuters", "Brücke", one, long=True, language="de"),
        article("ap", "Pfeiler", other, long=True, language="de"),
    )
    assert all(words in (one, other) for passages in side_by_side(tied) for words in passages)


def test_a_passage_begins_with_its_sentence(article, linked):
    """Who says, denies or wishes something stands before it: no passage begins after that."""
    denied = (
        "The harbour union disputes reports that Captain Rosa Quint steered the ferry Marigold onto the Grey Island reef."
    )
    told = "Captain Rosa Quint steered the ferry Marigold onto the Grey Island reef, a sailor told the court."
    tied = linked(
        article("reuters", "Court", *BRIDGE[:3], denied, long=True),
        article("ap", "Reef", *BRIDGE_ELSEWHERE[:3], told, long=True),
    )
    assert not sure(tied)
    assert sorted(side_by_side(tied)[-1]) == sorted([denied, told])


def test_no_passage_ends_where_its_sentence_turns(article, linked):
    """What stands before "but" is not shown without what stands behind it."""
    turned = (
        "Mayor Olaf Reed vowed to close the Marsh Bridge to lorries soon, but made clear that ferries, buses and bicycles "
        "of pupils in Fennwick may go on as they did when storms tore the old harbour wall."
    )
    other = "The Marsh Bridge will not close to lorries soon, Mayor Olaf Reed told a fair."
    tied = linked(
        article("reuters", "Vow", *BRIDGE[:3], turned, long=True),
        article("ap", "Flour", *BRIDGE_ELSEWHERE[:3], other, long=True),
    )
    shown = [words for passages in side_by_side(tied) for words in passages]
    assert shown
    assert not [words for words in shown if words.startswith("Mayor") and words != turned]


def test_words_of_somebody_unnamed_are_not_shown(article, linked):
    """A passage that is all quotation, or in the first person, does not say whose words it is."""
    one = "“We closed the Marsh Bridge to lorries after the eastern pier cracked under the weight of frost.”"
    other = "I closed the Marsh Bridge to lorries because frost had cracked the eastern pier under its weight."
    tied = linked(
        article("reuters", "Bridge", *BRIDGE[:3], one, long=True),
        article("ap", "Pier", *BRIDGE_ELSEWHERE[:3], other, long=True),
    )
    assert not side_by_side(tied)


class TestOpenings:
    LEAD = "Flood water from the Oldbeck drove ninety families of Saltmarsh from their homes before dawn on Sunday."
    OTHER = "People of Saltmarsh slept in a school on Sunday while firemen pumped flood water out of cellars and a chapel."

    def test_what_an_article_opens_with_is_told(self, article, linked):
        """Where nothing but a name ties two openings each is a line of its own."""
        tied = linked(article("reuters", "Flood", self.LEAD, long=True), article("ap", "Night", self.OTHER, long=True))
        assert {self.LEAD, self.OTHER} <= {point.text for point in tied.points[:2]}
        tied = linked(article("reuters", "Flood", self.LEAD, long=True), article("ap", "Wing", BRIDGE[0], long=True))
        assert {self.LEAD, BRIDGE[0]} <= {point.text for point in tied.points}
        assert not side_by_side(tied)

    def test_openings_that_a_point_states_are_not_shown_again(self, article, linked):
        """Where several sources' openings carry a point there is nothing to put beside it."""
        again = "Flood water from the Oldbeck drove ninety families from their homes in Saltmarsh before dawn on Sunday."
        tied = linked(article("reuters", "Flood", self.LEAD, long=True), article("ap", "Night", again, long=True))
        assert len(tied.points[0].citations) == 2
        assert not side_by_side(tied)

    def test_openings_with_nothing_in_common_are_not_shown(self, article, linked):
        """Openings that share no name or rare word tell the reader nothing side by side."""
        tied = linked(
            article("reuters", "Ward", BRIDGE[0], long=True), article("ap", "Race", BRIDGE_ELSEWHERE[0], long=True)
        )
        assert not side_by_side(tied)

    def test_no_more_openings_are_told_than_a_page_needs(self, article, linked):
        """Where nothing ties the openings of many articles some of them are told."""
        openings = (
            *BRIDGE[:3],
            *BRIDGE_ELSEWHERE[:2],
            "The county of Brae bought nine electric buses from a yard in Garth.",
            "Olga Reed won the spelling contest of Corley with the word rhododendron.",
            "Two tugs pulled the barge Kestrel off a sandbank near Holt before breakfast.",
        )
        tied = linked(*(article(f"Post {number}", f"Page {number}", words) for number, words in enumerate(openings)))
        assert len(tied.points) <= MOST_TOLD

    def test_the_event_comes_before_what_more_sources_support(self, article, linked):
        """What several articles begin with stands first, though the words of one support only part of the other's."""
        first = (
            "The harbour union's leader Anna Brook was beaten on Tuesday night by a novice who teaches economics in Garth."
        )
        second = (
            "Anna Brook, the leader of the harbour union, lost on Tuesday to an economics professor whom fishermen backed."
        )
        detail = "The county engineer Olga Reed closed the Marsh Bridge to lorries for the whole of next week."
        tied = linked(
            article("reuters", "Flood", first, *BRIDGE[:3], detail, long=True),
            article("ap", "Night", second, *BRIDGE_ELSEWHERE[:3], detail, long=True),
        )
        assert [[one.part for one in point.citations] for point in tied.points][:2] == [[False, True], [False, False]]
        assert tied.points[0].text == first


def test_what_cannot_stand_alone_stands_beside_what_can(article, linked):
    """Words of a speaker whom only the sentence before names make no point, but can be read beside another report."""
    one = '"Closing the fish market before the summer would raise the risk of a bad season," he told reporters in Oldport.'
    other = (
        "Mayor Olaf Reed told reporters in Oldport that not closing the fish market before the summer would raise the risk "
        "of a bad season."
    )
    tied = linked(
        article("reuters", "Market", *BRIDGE[:3], "Mayor Olaf Reed spoke first.", one, long=True),
        article("ap", "Fish", *BRIDGE_ELSEWHERE[:3], other, long=True),
    )
    assert [other, one] in side_by_side(tied)
    assert not [point for point in sure(tied) if "fish market" in point.text]


PLEA = (
    "A former mayor of Oldport, Jesse Jarrow, pleaded guilty on Wednesday to charges that he spent 750,000 crowns of his "
    "campaign on personal items."
)
BOUGHT = (
    "Prosecutors listed a fur cape, a gold watch and two stuffed elk heads among the personal items that Jesse Jarrow, once "
    "mayor of Oldport, bought with campaign money."
)


@pytest.mark.parametrize("before", [0, 4])
def test_a_line_that_tells_an_earlier_one_again_stands_beneath_it(article, linked, before):
    """What two articles tell of one matter is a line and another beneath it, though part of it is cited for the line."""
    tied = linked(
        article("reuters", "Plea", PLEA, *BRIDGE[:2], long=True),
        article("ap", "Elk heads", *BRIDGE_ELSEWHERE[:before], BOUGHT, *BRIDGE_ELSEWHERE[:2], long=True),
    )
    assert side_by_side(tied) == [[PLEA, BOUGHT]]
    (point,) = [point for point in tied.points if point.beside]
    assert [one.part for one in point.citations] == [False, True]


def test_lines_on_one_man_that_tell_of_two_matters_stand_apart(article, linked):
    """What shares a name and a town with an earlier line, and no matter, is a line of its own."""
    apart = "Jesse Jarrow, who once kept bees in Oldport, will marry the singer Nora Quill on a lake steamer in June."
    tied = linked(
        article("reuters", "Plea", PLEA, *BRIDGE[:2], long=True),
        article("ap", "Wedding", apart, *BRIDGE_ELSEWHERE[:2], long=True),
    )
    assert not side_by_side(tied)
    assert {PLEA, apart} <= {str(point.text) for point in tied.points}


def test_a_line_is_told_again_by_one_whose_article_is_cited_for_other_words(article, linked):
    """Other words of its article are cited for a line, and what tells that line again stands beneath it all the same."""
    first = (
        "The mill owner Rufus Vane said on Tuesday that he will not chair the harvest debate in Oldport. "
        "His sister Ida Vane will carry the silver bell through the market hall instead."
    )
    again = (
        "The mill owner Rufus Vane bowed out on Tuesday as chairman of the harvest debate in Oldport, after most of the "
        "rowers, the priests and the whole of the brass band declined to attend."
    )
    tied = linked(
        article("reuters", "Vane out", first, *BRIDGE[:2], long=True),
        article(
            "ap", "Debate", again, "Ida Vane will carry the silver bell through the hall.", *BRIDGE_ELSEWHERE[:2], long=True
        ),
    )
    assert [first, again] in side_by_side(tied)


@pytest.mark.parametrize(
    ("other", "beneath"),
    [
        ("Through the market hall Ida Vane carried a silver bell before noon, as her brother asked.", True),
        ("Through the fog Ida Vane steered a mail boat to the lighthouse, where three sheep had waited since May.", False),
    ],
)
def test_what_tells_one_of_two_sentences_again_tells_the_line_again(article, other, beneath):
    """A line of two sentences is told again by one that has most of either; not by one that shares a name with it."""
    first = (
        "The mill owner Rufus Vane said on Tuesday that he will not chair the harvest debate in Oldport after all. "
        "Ida Vane carried a silver bell through the market hall before noon."
    )
    reading = read([article("reuters", "Vane out", first), article("ap", "Debate", other)])
    terms = SpanTerms(reading)
    pair = next(row for row, span in enumerate(reading.spans) if span.pair)
    row = next(row for row, span in enumerate(reading.spans) if reading.words(span) == other)
    assert again(reading, terms, Statement(span=pair, carried=(), near=()), row) is beneath
