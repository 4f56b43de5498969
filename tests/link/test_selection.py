"""What a page chooses of what its articles state: each rule has a case that fails without it."""

from digest.link.points.lines import choose
from digest.link.points.statements import statements
from digest.link.reading import read
from digest.link.support import SpanTerms

OTHERS = (
    "Bakers in Saltmarsh baked the longest plum cake of the county for the harvest fair.",
    "Two potters opened a workshop beside the canal and teach children there.",
)


def points(story):
    """The texts of the points that several articles support."""
    return [point.text for point in story.points if len(point.citations) > 1]


def chosen(articles, groups=None):
    """The first wording of each line that several articles carry, as words, in the order of the page."""
    reading = read(articles)
    terms = SpanTerms(reading)
    lines = choose(reading, terms, statements(reading, terms), groups or ("",) * len(articles))
    return [reading.words(reading.spans[wordings[0].span]) for wordings in lines]


def test_what_another_line_says_and_more_is_no_line(article):
    """Where two articles state something twice, once with all of its details, the shorter one goes; alone it stays."""
    short = "The Easton council closed the Marsh Bridge on Monday."
    full = (
        "The Easton council closed the Marsh Bridge on Monday to lorries, trams, buses and bicycles for nine weeks.",
        (
            "Bakers and fishermen fear for trade since the Easton council closed the Marsh Bridge on Monday, for nine "
            "weeks, to bicycles, buses, trams and lorries, a clerk told the harvest fair."
        ),
    )
    both = [article(source, source, short, OTHERS[at], full[at]) for at, source in enumerate(("reuters", "ap"))]
    assert [words for words in chosen(both) if "closed" in words and "lorries" not in words] == []
    assert [words for words in chosen(both) if "lorries" in words]
    assert short in chosen([article(source, source, short, OTHERS[at]) for at, source in enumerate(("reuters", "ap"))])


def test_a_line_of_more_origins_comes_first(article):
    """Three articles that repeat one outlet are one origin; two of unknown origin are two."""
    fire = "The quarry fire at Weston burned four storage halls of the Harlow stone company."
    boat = "The ferry Marigold of Oldport was lost beside the Grey Island lighthouse."
    articles = [
        article("reuters", "A", fire, boat),
        article("ap", "B", fire, OTHERS[0]),
        article("gazette", "C", OTHERS[1], fire),
        article("courier", "D", "Nine swimmers met at the lido for the winter race.", boat),
    ]
    assert chosen(articles) == [fire, boat]
    assert chosen(articles, ("one", "one", "one", "")) == [boat, fire]


def test_what_stands_near_the_tops_of_its_articles_comes_first(article):
    """Of two lines of as many articles the one higher up in them, whichever is supported better."""
    fire = "The quarry fire at Weston burned four storage halls of the Harlow stone company."
    boat = "The ferry Marigold of Oldport was lost beside the Grey Island lighthouse."
    for low, high in ((fire, boat), (boat, fire)):
        both = [article("reuters", "A", OTHERS[0], low, high), article("ap", "B", high, OTHERS[1], low)]
        assert chosen(both) == [high, low]


def test_of_several_wordings_the_one_that_leans_least_is_shown(article):
    """A line is shown in the words that read best alone, whichever article has them."""
    leaning = "The company also lost four storage halls at Weston in the quarry fire of Harlow."
    clear = "The Harlow stone company lost four storage halls at Weston in the quarry fire."
    both = [article("reuters", "A", leaning, OTHERS[0]), article("ap", "B", clear, OTHERS[1])]
    assert chosen(both) == [clear]


def test_a_source_is_cited_by_its_shortest_words(article, linked):
    """Of words about as probable the shorter ones are cited, and two sentences only where one is not enough."""
    fire = "The quarry fire at Weston burned four storage halls of the Harlow stone company on Thursday."
    long = f"{fire[:-1]}, and Ida Brown of Denham bought nine plum cakes at the harvest fair."
    told = linked(article("reuters", "A", fire, long=True), article("ap", "B", long, OTHERS[0], long=True))
    (point,) = [point for point in told.points if len(point.citations) > 1]
    assert all(one.end - one.start <= len(fire) for one in point.citations)


def test_what_fills_a_page_is_not_what_a_line_says(article, linked):
    """A short page is filled with what says something else, and not with the event once more."""
