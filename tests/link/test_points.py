"""Statements are tied across sources, each with the source's own words, and nothing else is."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.language.english import ENGLISH
from digest.language.standing import refusal
from digest.link.reading import read
from digest.link.story import linked as link_story
from digest.link.support.terms import SpanTerms
from digest.model import Article, Edition, Limits, Story, Text
from digest.verify.citations import quoted, verify

FERRY = (
    "The harbour council approved a new electric ferry between Oldport and Saltmarsh on Monday.",
    "Engineers found cracks in the hull of the ferry Marigold during an inspection in March.",
    "Ticket prices will stay the same until next year, the council said.",
)
FERRY_ELSEWHERE = (
    "An electric ferry will link Oldport with Saltmarsh after the harbour council approved it on Monday.",
    "Cracks in the hull of the Marigold were found by engineers who made an inspection in March.",
    "Fishermen worry about noise at the old pier, where herring spawn every spring.",
)
LIBRARY = (
    "Residents of Saltmarsh want a library, not a ferry, said Ida Brown, who collects signatures.",
    "Ida Brown has collected 2,400 signatures at the market since January.",
)


class TestPoints:
    def test_what_two_sources_state_is_one_point_citing_both(self, article, linked):
        """A statement that two articles make in other words is one point with both citations."""
        tied = linked(
            article("reuters", "Ferry approved", *FERRY, long=True), article("ap", "New ferry", *FERRY_ELSEWHERE, long=True)
        )
        hull = [point for point in tied.points if "hull" in point.text]
        assert len(hull) == 1
        assert {citation.article_id for citation in hull[0].citations} == {one.id for one in tied.articles}

    def test_a_page_is_never_without_a_line(self, article, linked):
        """What an article opens with is told under its headline, though it names nothing that could stand elsewhere."""
        told = linked(
            article(
                "gazette",
                "Lock stays shut",
                "The upper lock of the canal stays shut until Monday, the canal council said on Thursday.",
                "One of its four gates jammed half open, and water ran over the towpath for three hours.",
            )
        )
        assert [point.text for point in told.points] == [
            "The upper lock of the canal stays shut until Monday, the canal council said on Thursday."
        ]

    def test_a_source_that_does_not_say_it_is_not_cited(self, article, linked):
        """An article about something else is in no point of the others."""
        tied = linked(
            article("reuters", "Ferry approved", *FERRY, long=True),
            article("ap", "New ferry", *FERRY_ELSEWHERE, long=True),
            article("gazette", "Library wanted", *LIBRARY, long=True),
        )
        other = tied.articles[2].id
        shared = [point for point in tied.points if len(point.citations) > 1]
        assert shared
        assert all(other not in {citation.article_id for citation in point.citations} for point in shared)

    def test_a_denial_does_not_carry_a_statement(self, article, linked):
        """What one source says did not happen does not support what another says did."""
        tied = linked(
            article(
                "reuters",
                "Minister",
                "The finance minister Carla Jensen resigned from the cabinet on Tuesday night.",
                long=True,
            ),
            article(
                "ap",
                "Minister",
                "The finance minister Carla Jensen has not resigned from the cabinet on Tuesday night.",
                long=True,
            ),
        )
        assert all(len(point.citations) == 1 for point in tied.points)

    def test_a_demand_does_not_carry_a_deed(self, article, linked):
        """What somebody urges does not support that it was done."""
        tied = linked(
            article("reuters", "Bill", "Governor Ann Keller vetoed the controversial fishing bill on Wednesday.", long=True),
            article(
                "ap",
                "Bill",
                "Senators urged Governor Ann Keller to veto the controversial fishing bill on Wednesday.",
                long=True,
            ),
        )
        assert all(len(point.citations) == 1 for point in tied.points)

    def test_what_may_happen_does_not_carry_what_did(self, article, linked):
        """What one source thinks possible does not support what another reports as done."""
        tied = linked(
            article("reuters", "Storm", "The storm damaged eleven wooden houses on the northern island.", long=True),
            article("ap", "Storm", "The storm could damage eleven wooden houses on the northern island.", long=True),
        )
        assert all("damaged" not in point.text for point in tied.points if len(point.citations) > 1)

    def test_an_exact_sum_carries_the_rounded_one_and_not_the_reverse(self, article, linked):
        """A statement of 44 million is carried by 43,885,310; one of 43,885,310 or of 43 million is not carried by 44."""
        for claim, evidence, carried in (
            ("$44 million", "$43,885,310", True),
            ("$43 million", "$43,885,310", False),
            ("$43,885,310", "$44 million", False),
        ):
            tied = linked(
                article("reuters", "Taxes", f"The Brandts paid {claim} in property taxes to the county.", long=True),
                article("ap", "Taxes", f"The Brandts paid {evidence} in property taxes to the county.", long=True),
            )
            both = [point.text for point in tied.points if len(point.citations) > 1]
            assert any(claim in text for text in both) == carried

    def test_a_year_must_be_its_sources_too(self, article, linked):
        """Words that say no year do not support what happened in one."""
        tied = linked(
            article("reuters", "Union", "Anna Brook led the harbour union of Oldport in 2008.", long=True),
            article("ap", "Harbour", "The harbour union of Oldport is led by Anna Brook.", long=True),
        )
        assert not [point for point in tied.points if "2008" in point.text and len(point.citations) > 1]

    def test_what_is_expected_and_what_is_planned_agree(self, article, linked):
        """Both are still to come, whichever of the two words says so."""
        tied = linked(
            article(
                "reuters", "Ferry", "The harbour council plans to open the new ferry pier of Oldport in June.", long=True
            ),
            article("ap", "Pier", "The harbour council expects to open the new ferry pier of Oldport in June.", long=True),
        )
        assert [point for point in tied.points if len(point.citations) == 2]

    def test_the_sources_of_a_point_tell_the_same_part_of_it(self, article, linked):
        """Of a sentence that tells two facts one source may have the first, another the second: they do not agree."""
        both = (
            "The county postponed the opening of the Grey Island lighthouse museum, its first collection devoted to blown "
            "glass and pottery."
        )
        first = "The county postponed the opening of the Grey Island lighthouse museum."
        second = "The Grey Island lighthouse museum is the county's first collection devoted to blown glass and pottery."
        tied = linked(
            article("reuters", "Glass", both, long=True),
            article("ap", "Museum", first, long=True),
            article("gazette", "Pottery", second, long=True),
        )
        ids = [one.id for one in tied.articles]
        whole = [{citation.article_id for citation in point.citations if not citation.part} for point in tied.points]
        assert any(len(cited) > 1 for cited in whole)
        assert not any({ids[1], ids[2]} <= cited for cited in whole)

    @pytest.mark.parametrize("rest", ["but promised a new vote in May", "and two more in the town of Saltmarsh"])
    def test_a_statement_does_not_end_where_its_sentence_turns(self, article, linked, rest):
        """What turns or completes a statement is not cut off."""
        said = "The harbour council of Oldport rejected nine ferry plans of the county on Monday"
        tied = linked(
            article("reuters", "Plans", f"{said}, {rest}, after a long night of talks with fishermen.", long=True),
            article("ap", "Ferries", "A choir sang in the market hall until the lamps went out.", f"{said}.", long=True),
        )
        assert f"{said}…" not in [point.text for point in tied.points]
        assert tied.points

    def test_another_month_is_another_event(self, article, linked):
        """A statement about April is not carried by one about June."""
        tied = linked(
            article(
                "reuters",
                "Launch",
                "Orbix launched its weather satellite Tern from the Kourou spaceport in April.",
                long=True,
            ),
            article(
                "ap", "Launch", "Orbix launches its weather satellite Tern from the Kourou spaceport in June.", long=True
            ),
        )
        assert all(len(point.citations) == 1 for point in tied.points)

    def test_no_two_points_say_the_same(self, article, linked):
        """A statement that an article makes twice is one point."""
        twice = (*FERRY, "The harbour council approved the electric ferry between Oldport and Saltmarsh, it said again.")
        tied = linked(
            article("reuters", "Ferry approved", *twice, long=True), article("ap", "New ferry", *FERRY_ELSEWHERE, long=True)
        )
        assert sum("Oldport" in point.text for point in tied.points) == 1

    def test_a_point_stands_on_its_own(self, article, linked):
        """No point begins with a word that leans on a sentence before, or is a heading."""
        leaning = (
            "He said the harbour council approved the electric ferry between Oldport and Saltmarsh.",
            "What comes next",
            "But it found cracks in the hull of the ferry Marigold.",
        )
        tied = linked(
            article("reuters", "Ferry", *leaning, long=True), article("ap", "New ferry", *FERRY_ELSEWHERE, long=True)
        )
        assert all(not point.text.startswith(("He ", "But ", "What comes", "it ")) for point in tied.points)

    def test_text_is_the_first_quotation_cut_at_clauses(self, article, linked):
        """A point's text is what its first citation quotes, with … only where it was cut."""
        tied = linked(
            article("reuters", "Ferry approved", *FERRY, long=True), article("ap", "New ferry", *FERRY_ELSEWHERE, long=True)
        )
        for point in tied.points:
            assert point.text.strip("…") == quoted(tied, point.citations[0])
            assert len(point.text) <= 302

    def test_a_single_article_has_points_of_its_own(self, article, linked):
        """A story of one article shows its opening statements."""
        tied = linked(article("gazette", "Library wanted", *LIBRARY, *FERRY, long=True))
        assert tied.points
        assert all(len(point.citations) == 1 for point in tied.points)

    def test_one_article_tells_more_than_its_first_line(self, article, linked):
        """Of what one article says about one thing several sentences are told, if each adds enough."""
        first = "The Easton Harbour Institute tested the new tug Marigold of the Orbix yard in the spring."
        then = (
            "The Marigold pulls nine barges upstream and turns quicker than older boats, the Easton Harbour Institute found."
        )
        tied = linked(article("gazette", "Tests", first, then, long=True))
        assert [point.text for point in tied.points][:2] == [first, then]

    def test_headlines_alone_are_enough(self, article, linked):
        """Articles without a text are tied by their titles."""
        tied = linked(
            article("reuters", "Oldport council approves electric ferry to Saltmarsh"),
            article("ap", "Electric ferry to Saltmarsh approved by Oldport council"),
        )
        assert len(tied.points[0].citations) == 2

    def test_other_languages_are_read_too(self, article, linked):
        """A German story is tied by its words as they stand."""
        tied = linked(
            article(
                "reuters", "Fähre", "Der Stadtrat von Oldenhafen beschloss am Montag eine neue Elektrofähre.", language="de"
            ),
            article("ap", "Fähre", "Am Montag beschloss der Stadtrat von Oldenhafen eine neue Elektrofähre.", language="de"),
        )
        assert len(tied.points[0].citations) == 2

    def test_a_language_without_spaces_is_read_by_words(self, article, linked):
        """A Chinese story is tied although nothing parts its words."""
        tied = linked(
            article("reuters", "地铁", "北京市政府星期一宣布新的地铁线路。", language="zh"),
            article("ap", "地铁", "星期一北京市政府宣布开通新的地铁线路。", language="zh"),
        )
        assert len(tied.points[0].citations) == 2

    def test_briefs_are_cited_like_articles(self, article, linked):
        """A contributor's summary may carry a point."""
        tied = linked(
            article("reuters", "Ferry approved", *FERRY, text="brief"),
            article("ap", "New ferry", *FERRY_ELSEWHERE, text="brief"),
        )
        assert any(len(point.citations) == 2 for point in tied.points)


@pytest.mark.parametrize(
    ("words", "alone"),
    [
        ("Last week, the company announced new services for Oldport, Saltmarsh, and Fennwick.", True),
        ("Earlier tax returns of the Brandts, back to 1977, were already public.", True),
        ("Now, they will have to file their returns as other couples do.", False),
        ("gave no timeline for the launch of the ferry between both towns.", False),
        ("Most of them will have to wait until the ferry runs again.", False),
        ("After threatening Ida Brown, who steers the Marigold, with a fine, a hearing, and worse, he wrote to her.", False),
        ("Ida Brown of Oldport has said the Marigold", False),
    ],
)
def test_a_statement_has_a_subject_of_its_own(words, alone):
    """A run that leans on the sentence before, or lacks its subject, does not stand for a statement."""
    assert (refusal(words, 0, len(words), first=True, language=ENGLISH) is None) == alone


WORDS = st.text(alphabet=string.ascii_letters + " .,;:—–-“”\"'’()!?0123456789%$€\u00e9\u4e2d\u0301…", max_size=160)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=4)), min_size=1, max_size=4))
def test_whatever_the_words_every_citation_reads_back(texts):
    """Any text at all yields a story whose citations can be re-read."""
    articles = tuple(
        Article(
            id=f"{number:016x}", where=f"{number}.md", title=title or "x", paragraphs=tuple(p for p in body if p.strip())
        )
        for number, (title, body) in enumerate(texts)
    )
    bare = Story(id="0" * 16, path="stories/undated/x", headline=articles[0].title, articles=articles)
    done = link_story(bare, (), Limits())
    from datetime import UTC, datetime

    verify(Edition(day=datetime(2026, 1, 1, tzinfo=UTC), stories=(done,)))


def terms_of(*texts):
    """The spans of a story of these texts, and for each text the row of its whole sentence."""
    articles = tuple(
        Article(id=f"{number:016}", where="x", title=Text("Easton harbour"), paragraphs=(Text(words),), language="en")
        for number, words in enumerate(texts)
    )
    terms = SpanTerms(read(articles))
    whole = {span.article: row for row, span in enumerate(terms.reading.spans) if span.whole and span.paragraph == 1}
    return terms, [whole[number] for number in range(len(texts))]


def test_what_was_said_to_one_outlet_is_not_what_another_was_told():
    """The same speaker on the same subject, but to others: neither carries the other's statement."""
    terms, rows = terms_of(
        "Mara Voss, the harbour master, told Far News that Easton harbour needs new cranes.",
        "Mara Voss, the harbour master, said on Tide Radio that Easton harbour needs new cranes.",
        "Mara Voss, the harbour master, said that Easton harbour needs new cranes.",
    )
    elsewhere = terms.elsewhere(rows[0])
    assert [bool(elsewhere[row]) for row in rows] == [False, True, False]


def test_the_number_of_a_name_is_no_amount():
    """A source need not name the model that another one compares with, but must have the amounts it gives."""
    terms, rows = terms_of(
        "The new tug Marigold pulled barges to Easton as fast as the Kestrel-4.",
        "The new tug Marigold pulled 14 barges to Easton as fast as the Kestrel.",
    )
    assert [len(terms.amounts.row(row)) for row in rows] == [0, 1]


def test_a_cause_is_no_plan():
    """What is "due to" something has happened; what is due to begin has not."""
    terms, rows = terms_of(
        "The delay of the ferry at Easton harbour was due to cracks in its hull.",
        "The repair of the ferry at Easton harbour is due to begin in March.",
    )
    assert [bool(terms.unsure[row]) for row in rows] == [False, True]


def test_words_do_not_begin_amid_their_subject():
    """A name that ends a longer subject is not what the predicate is about."""
    terms, _ = terms_of("The paint for the old ferry of Easton harbour, Marigold, has been delayed by nine weeks.")
    words = [terms.reading.words(span) for span in terms.reading.spans]
    begun = [terms.ends[at] for at, text in enumerate(words) if text.startswith("Marigold, has")]
    assert begun == [False]


def test_who_denies_a_deed_does_not_support_it(article, linked):
    """Behind a denial the cause that follows does not make it sure."""
    said = "The old bridge of Saltmarsh closes to lorries on Monday after surveyors found 14 cracks in its eastern pier."
    denied = (
        "Surveyors denied that the bridge in Saltmarsh closes to lorries on Monday because of 14 cracks in the eastern pier."
    )
    tied = linked(article("reuters", "Bridge", said, long=True), article("ap", "Surveyors", denied, long=True))
    assert not [point for point in tied.points if len(point.citations) > 1]


def test_a_short_sentence_whose_verb_ends_as_no_other_does_is_told(article, linked):
    """ "Sank" is a verb, though nothing but a list says so."""
    news = "The trawler Heron sank off Oldport on Monday after hitting a rock."
    tied = linked(article("reuters", "Heron", news, long=True), article("ap", "Trawler", news, long=True))
    assert news in {point.text for point in tied.points}
