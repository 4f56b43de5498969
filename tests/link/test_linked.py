"""A link with words that attribute names the outlet it leads to, and never makes a count too high."""

from datetime import UTC, datetime

import pytest

from digest.model import When
from digest.verify.citations import quoted

BARE = "The harbour council approved the ferry on Monday and will buy two boats."
PIECE = "https://www.reuters.example/world/2026-05-01-two-boats"


@pytest.fixture
def leading(article):
    """Return a maker of articles whose first paragraph links [these words] to an address."""

    def make(source, words, to=PIECE, *more, **fields):
        before, _, rest = words.partition("[")
        inside, _, after = rest.partition("]")
        links = ((1, len(before), len(before) + len(inside), to),) if inside else ()
        return article(source, "Ferry", before + inside + after, BARE, *more, links=links, long=True, **fields)

    return make


def names(tied):
    return [origin.name for origin in tied.origins]


@pytest.mark.parametrize(
    "words",
    [
        "Two boats are [reportedly] to come to the harbour.",
        "Two boats will come, reportedly [from a yard across the bay].",
        "The vote, [first reported] on Monday, was close.",
        "Two boats will come, [as reported] earlier this week.",
        "Several [reports] say that two boats will come.",
        "Two boats will come, according to [local media reports].",
        "According to a [report], two boats will come.",
        "“They will come,” the mayor said in an [interview] on Monday.",
        "The mayor told [the newspaper] that two boats will come.",
        "Two boats are [reported to be] on their way.",
        "Two boats will come, [the newspaper] said.",
        "Two boats will come ([Reuters]).",
        "Source: [Two boats for the harbour]",
    ],
)
def test_words_that_attribute_name_the_outlet_of_their_link(linked, leading, words):
    """The article repeats the outlet, and the evidence is the clause around the linked words."""
    tied = linked(leading("gazette", words))
    assert names(tied) == ["Reuters"]
    assert [role.role for role in tied.roles] == ["repeats"]
    (evidence,) = tied.origins[0].evidence
    assert evidence.paragraph == 1
    assert words.partition("[")[2].partition("]")[0] in quoted(tied, evidence) or "reportedly" in quoted(tied, evidence)


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("Two boats will [come to the harbour].", PIECE),
        ("The bank [reported] a loss on its boats.", PIECE),
        ("The mayor [said] that two boats will come.", PIECE),
        ("The vote is close, according to a [report] published on Monday by the harbour board.", PIECE),
        ("The board's [report] says that two boats will come.", PIECE),
        ("There were [reports] of a leak.", PIECE),
        ("As was [previously reported] in 2019, two boats reportedly leaked.", PIECE),
        ("The [first reported] leak was in the old boat.", PIECE),
        ("Two boats were [reportedly] late in 2019.", PIECE),
        ("“Two boats are [reportedly] late,” a sailor said.", PIECE),
        ("The firm sued [Reuters] over two boats.", PIECE),
        ("Two boats reportedly come to [the quay of the old town].", PIECE),
        ("Two boats will come ([Associated Press]).", PIECE),
        ("Two boats will come ([Reuters] is a tenant there).", PIECE),
        ("Two boats will come ([a new yard]).", PIECE),
        ("Two boats are [reportedly] to come.", "https://www.reuters.example/"),
        ("Two boats are [reportedly] to come.", "https://www.reuters.example/topic/harbours-and-boats-2026"),
        ("Two boats are [reportedly] to come.", "https://www.reuters.example/authors/ida-brown-2026-05"),
        ("Two boats are [reportedly] to come.", "https://www.reuters.example/opinion/why-two-boats-2026"),
        ("Two boats are [reportedly] to come.", "https://social.example/reuters/status/20260501"),
        ("Two boats are [reportedly] to come.", "https://gazette.example/2026/05/01/two-boats"),
    ],
)
def test_other_links_attribute_nothing(linked, leading, words, url):
    """What the words do not attribute, and pages that are no piece of another outlet's, leave all as it is."""
    tied = linked(leading("gazette", words, url))
    assert tied.origins == ()
    assert tied.independent is None


def test_a_link_within_its_own_site_attributes_nothing(linked, leading):
    """Whatever name a publisher goes by, what stands on the article's own host is its own."""
    words = "Two boats are [reportedly] to come."
    tied = linked(leading("Reuters Online", words, url=PIECE.replace("two", "2")), leading("gazette", words, PIECE))
    assert [role.role for role in tied.roles] == ["original", "repeats"]


def test_a_piece_from_long_before_is_background(linked, leading):
    """Where its address bears a day a week and more before the article's, a link says nothing of this news."""
    words = "Two boats are [reportedly] to come."
    for day, found in ((5, ["Reuters"]), (28, [])):
        published = When(at=datetime(2026, 5, day, tzinfo=UTC), precision="day")
        assert names(linked(leading("gazette", words, published=published))) == found


def test_a_name_in_the_sentence_comes_before_the_link(linked, leading):
    """Where the sentence names whom it means, a link to another outlet adds none; a short name is made plain by its link."""
    words = "Two boats will come, the Associated Press [reported] on Monday."
    assert names(linked(leading("gazette", words))) == ["The Associated Press"]
    words = "Two boats will come, [the Courier reported] on Monday."
    assert names(linked(leading("gazette", words, "https://courier.example/2026/05/01/two-boats"))) == ["Valley Courier"]
    assert names(linked(leading("gazette", words))) == []


def test_a_short_name_beside_another_link_stays_unknown(linked, leading):
    """A link makes plain whom its own words mean, and no name elsewhere in the sentence."""
    words = "Two boats will come to [the quay of the old town], the Courier reported on Monday."
    assert names(linked(leading("gazette", words, "https://courier.example/2026/05/01/two-boats"))) == []


@pytest.mark.parametrize(
    ("words", "role"), [("said in an [interview]", "unknown"), ("will come, it is [reported]", "repeats")]
)
def test_where_words_were_said_is_where_the_news_is_from_at_the_top_alone(linked, article, words, role):
    """Further down an interview is for a detail; what was reported there still is the news."""
    before, _, rest = words.partition("[")
    text = f"{BARE} {BARE} {BARE} The mayor {before}"
    inside = rest.removesuffix("]")
    links = ((1, len(text), len(text) + len(inside), PIECE),)
    (found,) = linked(article("gazette", "Ferry", f"{text}{inside} on Monday.", BARE, links=links, long=True)).roles
    assert found.role == role


def test_an_address_of_the_story_is_its_articles(linked, leading, article):
    """A link to another member is a link to its publisher, whatever its host."""
    other = article("Inland Mail", "Ferry", BARE, url="https://pages.example/a", long=True)
    tied = linked(
        other, leading("gazette", "Two boats will come, [as reported], to the harbour.", "https://pages.example/a")
    )
    assert [(origin.name, origin.member) for origin in tied.origins] == [("Inland Mail", True)]
    assert [role.role for role in tied.roles] == ["original", "repeats"]


def test_a_link_to_an_article_of_nobody_known_names_nobody(linked, leading, article):
    """An origin has a name."""
    other = article("", "Ferry", BARE, url="https://pages.example/a", long=True)
    tied = linked(other, leading("gazette", "Two boats will come, [as reported], to it.", "https://pages.example/a"))
    assert tied.origins == ()


def test_an_interview_told_elsewhere_is_not_the_reporters_own(linked, leading):
    """Words that lead to another outlet's interview were not said to the article's reporter."""
    words = "“They will come,” Ida Brown said in an [interview] on Monday."
    (role,) = linked(leading("gazette", words)).roles
    assert role.role == "repeats"
    (role,) = linked(leading("gazette", words.replace("[", "").replace("]", ""))).roles
    assert role.role == "original"


def test_who_is_named_by_a_link_alone_adds_nothing_beside_another(linked, leading, article):
    """A link may lead to any printer of the news: the outlet is an origin, and counts where nothing else does."""
    own = article("courier", "Ferry", "The mayor told the Valley Courier that two boats will come.", BARE, long=True)
    words = "Two boats are [reportedly] to come."
    tied = linked(own, leading("gazette", words))
    assert [role.role for role in tied.roles] == ["original", "repeats"]
    assert (names(tied), tied.independent, tied.at_least) == (["Reuters"], 1, True)
    assert linked(leading("gazette", words)).independent == 1


WORDS = (
    BARE,
    "The mayor told the Harbour Gazette that two boats will come.",
    "Two boats will come, the Associated Press reported.",
    "A spokesman told Reuters and the Associated Press that two boats will come.",
)


@pytest.mark.parametrize("one", WORDS)
@pytest.mark.parametrize("other", WORDS)
def test_a_link_never_raises_the_number(linked, article, one, other):
    """With a link the count is what it was without, or lower, or the one that nothing else established."""
    reported = "Two boats are reportedly to come."

    def tied(links):
        first = article("gazette", "Ferry", reported, one, long=True)
        return linked(first, article("courier", "Ferry", reported, other, long=True, links=links))

    unlinked = tied(()).independent or 0
    for url in (PIECE, "https://gazette.example/2026/05/01/two-boats"):
        assert tied(((1, 14, 24, url),)).independent <= max(1, unlinked)


def test_an_address_with_a_day_that_no_calendar_has_is_as_new_as_any(linked, leading):
    """Only a day well before the article's makes what it leads to old."""
    words = "Two boats are [reportedly] to come to the harbour."
    day = When(at=datetime(2026, 5, 1, tzinfo=UTC))
    new = ("2026-02-31", "2026-04-30", "harbour-council-approves")
    for to, found in (*((each, ["Reuters"]) for each in new), ("2025-01-01", [])):
        page = f"https://www.reuters.example/world/{to}-two-boats"
        assert names(linked(leading("gazette", words, page, published=day))) == found


def test_an_outlet_that_is_named_and_linked_at_once_is_one_origin(linked, leading):
    """The words and the link say the same."""
    (origin,) = linked(leading("gazette", "Two boats will come, [Reuters] reported on Monday.")).origins
    assert (origin.name, len(origin.evidence)) == ("Reuters", 1)
