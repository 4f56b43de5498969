"""What a page shows of an article stays within its extract limit, whatever the article."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.link.limits import allowance
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


@settings(max_examples=40, deadline=None)
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


class TestAllowance:
    def test_a_publisher_can_only_lower_it(self):
        """The share a source sets counts alone, without the least that is otherwise allowed."""
        one = Article(id="a" * 16, where="a", title="x", paragraphs=("word " * 1000,), source="courier")
        courier = Source(id="courier", name="C", home="https://c.example/", terms=Terms(extract_limit=0.05))
        assert allowance([one], [courier], Limits()).most[one.id] == 250
        assert allowance([one], [], Limits()).most[one.id] == 1200

    def test_titles_and_briefs_do_not_count(self):
        """A title and a contributor's own words may always be shown."""
        brief = Article(id="a" * 16, where="a", title="A title", paragraphs=("Short words here.",) * 3, text="brief")
        left = allowance([brief], [], Limits())
        asked = [Citation(article_id=brief.id, paragraph=number, start=0, end=7) for number in range(4)]
        assert left.kept(asked) == tuple(asked)
        title = replace(asked[0])
        verbatim = replace(brief, text="verbatim")
        assert allowance([verbatim], [], Limits()).kept([title]) == (title,)

    def test_what_is_left_out_is_counted(self):
        """The weakest extracts go, and the story says how many."""
        one = Article(
            id="a" * 16, where="a", title="x", paragraphs=("First sentence stands here.", "Second stands here too.")
        )
        left = allowance([one], [], Limits())
        asked = [Citation(article_id=one.id, paragraph=number, start=0, end=20) for number in (1, 2)]
        assert left.kept(asked) == (asked[0],)
        assert left.dropped == 1

    def test_what_belongs_together_is_shown_whole_or_not_at_all(self):
        """Where one of several may not be shown none takes of its article's allowance, and they count as one left out."""
        one = Article(id="a" * 16, where="a", title="Ferry", paragraphs=body(1, 30), language="en")
        other = Article(id="b" * 16, where="b", title="Ferry", paragraphs=body(40, 30), source="courier", language="en")
        strict = Source(id="courier", name="Courier", home="https://courier.example/", terms=Terms(extract_limit=0.0))
        left = allowance((one, other), (strict,), Limits())
        cited = [Citation(article_id=article.id, paragraph=1, start=0, end=40) for article in (one, other, other)]
        cited[2] = replace(cited[2], paragraph=2)
        assert not left.together(cited)
        assert (left.dropped, {places for shown in left.shown.values() for places in shown}) == (1, set())
        assert left.together(cited[:2])
