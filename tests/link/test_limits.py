"""What a page shows of an article stays within its extract limit, whatever the article."""

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.link.limits import Extract, Request, budget, grant
from digest.link.reading import read
from digest.link.story import linked as link_story
from digest.model import Article, Citation, Limits, Source, Story, Terms
from digest.verify.citations import citations

SENTENCE = "The council of Oldport approved ferry number {} for the island of {} on Monday."
PLACES = ("Hirta", "Soay", "Boreray", "Dun", "Levenish", "Stac Lee")


def shown(story):
    """Code points of each verbatim article that a story shows, each counted once."""
    seen = {article.id: set() for article in story.articles}
    for citation in citations(story):
        if citation.paragraph:
            seen[citation.article_id] |= {(citation.paragraph, place) for place in range(citation.start, citation.end)}
    return {article.id: len(seen[article.id]) for article in story.articles}


def body(seed, count):
    return tuple(SENTENCE.format(seed + number, PLACES[(seed + number) % 6]) for number in range(count))


@pytest.mark.slow
@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 40)), min_size=1, max_size=4), st.integers(40, 300))
def test_no_page_shows_more_than_the_limit(shapes, quotation):
    """At most the larger of a fifth and 1,200 code points, at most half; one sentence is always allowed."""
    articles = tuple(
        Article(id=f"{n:016x}", where=f"{n}.md", title=f"Ferry {n}", paragraphs=body(seed, count), language="en")
        for n, (seed, count) in enumerate(shapes)
    )
    bare = Story(id="0" * 16, path="stories/undated/x", headline="Ferry", articles=articles)
    done = link_story(bare, (), Limits(quotation=quotation))
    for article in articles:
        length = sum(map(len, article.paragraphs))
        longest = max(map(len, article.paragraphs))
        most = min(length / 2, max(0.2 * length, 1200))
        assert shown(done)[article.id] <= max(most, longest)
    assert all(citation.end - citation.start <= quotation for citation in citations(done) if citation.paragraph)


def spent(*articles, sources=()):
    """The budget of a story of these articles."""
    return budget(read(articles), sources, Limits())


def cited(article, *paragraphs, end=40):
    """Citations of the beginnings of some paragraphs, each as an extract of its own."""
    return [Citation(article_id=article.id, paragraph=number, start=0, end=end) for number in paragraphs]


def asked(*groups, rank=1, more=(), under=None):
    """A request for one extract."""
    return Request(shows=None, rank=rank, choices=(Extract(tuple(groups), more),), under=under)


ONE = Article(id="a" * 16, where="a", title="Ferry", paragraphs=body(1, 30), language="en")
STRICT = Article(id="b" * 16, where="b", title="Ferry", paragraphs=body(40, 30), source="courier", language="en")
COURIER = Source(id="courier", name="Courier", home="https://courier.example/", terms=Terms(extract_limit=0.0))


class TestBudget:
    def test_a_publisher_can_only_lower_it(self):
        """The share a source sets counts alone, without the least that is otherwise allowed."""
        one = Article(id="a" * 16, where="a", title="x", paragraphs=("word " * 1000,), source="courier")
        courier = Source(id="courier", name="C", home="https://c.example/", terms=Terms(extract_limit=0.05))
        assert spent(one, sources=[courier]).most[one.id] == 250
        assert spent(one).most[one.id] == 1200

    def test_words_that_are_shown_already_may_be_cited_again(self):
        """Also where they are all that may be: a long sentence is shown whole, and so is the number in it."""
        one = Article(id="a" * 16, where="a", title="A title", paragraphs=("A single sentence is all that it has.",))
        budget = spent(one)
        assert budget.take(cited(one, 1, end=37))
        assert budget.take(cited(one, 1, end=8))

    def test_titles_and_briefs_do_not_count(self):
        """A title and a contributor's own words may always be shown."""
        brief = Article(id="a" * 16, where="a", title="A title", paragraphs=("Short words here.",) * 3, text="brief")
        found = cited(brief, 0, 1, 2, 3, end=7)
        assert spent(brief).take(found) == tuple(found)
        assert spent(replace(brief, text="verbatim")).take(found[:1]) == (found[0],)

    def test_any_number_of_a_brief_s_words_may_be_asked_for(self):
        """Else a short brief would tell half of itself."""
        brief = Article(id="a" * 16, where="a", title="A title", paragraphs=("Short words here.",) * 3, text="brief")
        assert spent(brief).rooms == [inf]
        assert spent(replace(brief, text="verbatim")).rooms == [25.0]

    def test_one_sentence_is_always_allowed(self):
        """Of a text so short that its half is less than a sentence, one sentence is shown and no more."""
        one = replace(ONE, paragraphs=("First sentence stands here.", "Second stands here too."))
        found = cited(one, 1, 2, end=20)
        assert spent(one).take(found) == (found[0],)

    def test_what_is_shown_twice_counts_once(self):
        """The same words in two parts of a page take of the budget once."""
        one = replace(ONE, paragraphs=body(1, 2))
        (first,) = cited(one, 1)
        assert spent(one).take([first, first, replace(first, end=20)]) == (first, first, replace(first, end=20))


class TestGrant:
    def test_requests_are_granted_by_rank(self):
        """What ranks first takes of the budget first, in whatever order it came; the other is counted."""
        first, second = cited(STRICT, 1, 2)
        low, high = asked((first,), rank=2), asked((second,), rank=1)
        granted = grant([low, high], spent(STRICT, sources=[COURIER]))
        assert list(granted.grants) == [high]
        assert granted.dropped == 1

    def test_of_each_group_one_is_shown_or_nothing_at_all(self):
        """Where a group may not be shown the others take nothing of the budget, and the request counts once."""
        of_one, of_other = cited(ONE, 1), cited(STRICT, 1, 2)
        limit = spent(ONE, STRICT, sources=[COURIER])
        whole = asked(*((each,) for each in (*of_one, *of_other)))
        granted = grant([whole], limit)
        assert (granted.dropped, dict(granted.grants), limit.shown) == (1, {}, {})
        granted = grant([asked(tuple(of_one), tuple(of_other))], limit)
        (only,) = granted.grants.values()
        assert only.citations == (*of_one, of_other[0])
        assert granted.dropped == 1

    def test_the_first_wording_that_may_be_shown_is(self):
        """A wording over the limit gives way to the next, and nothing counts as left out."""
        first, second = cited(STRICT, 1, 2)
        wordings = Request(shows=None, rank=2, choices=(Extract(((second,),)), Extract(((first,),))))
        granted = grant([asked((first,)), wordings], spent(STRICT, sources=[COURIER]))
        assert granted.grants[wordings].choice == 1
        assert granted.dropped == 0

    def test_what_more_there_is_is_shown_as_far_as_it_may_be(self):
        """A request is granted without what else it would cite, which counts."""
        of_one, (first, second) = cited(ONE, 1), cited(STRICT, 1, 2)
        request = asked(tuple(of_one), more=(first, second))
        granted = grant([request], spent(ONE, STRICT, sources=[COURIER]))
        assert granted.grants[request].citations == (*of_one, first)
        assert granted.dropped == 1

    def test_what_stands_under_a_line_is_shown_only_with_it(self):
        """A passage under a line that may not be shown is not asked for, and does not count."""
        first, second = cited(STRICT, 1, 2)
        line = asked((second,))
        below = [asked(tuple(cited(ONE, 1)), rank=2, under=each) for each in (line, None)]
        granted = grant([asked((first,)), line, *below], spent(ONE, STRICT, sources=[COURIER]))
        assert below[0] not in granted.grants
        assert below[1] in granted.grants
        assert granted.dropped == 1
