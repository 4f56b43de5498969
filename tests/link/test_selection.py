"""What a page chooses of what its articles state: each rule has a case that fails without it."""

import pytest

from digest.link.points.candidates import _of_one_fact, _shortest, asked, statements
from digest.link.points.lines import choose
from digest.link.points.singles import singles
from digest.link.reading import read
from digest.link.support import SpanTerms
from digest.model import Article, Text

OTHERS = (
    "Bakers in Saltmarsh baked the longest plum cake of the county for the harvest fair.",
    "Two potters opened a workshop beside the canal and teach children there.",
)


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
            "Bakers, fishermen and potters fear for trade since the Easton council closed the Marsh Bridge on Monday, for "
            "nine weeks, to bicycles, buses, trams and lorries, a clerk told the harvest fair."
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


def spans_of(*texts):
    """The terms of a story of these texts, and for each text the rows of its spans, those of whole sentences first."""
    articles = tuple(
        Article(id=f"{number:016}", where="x", title=Text("Easton"), paragraphs=(Text(words),), language="en")
        for number, words in enumerate(texts)
    )
    terms = SpanTerms(read(articles))
    body = [
        [row for row, span in enumerate(terms.reading.spans) if span.article == n and span.paragraph]
        for n in range(len(texts))
    ]
    return terms, [sorted(rows, key=lambda row: -int(terms.length[row])) for rows in body]


def test_of_a_sentence_of_two_facts_the_sources_of_one_are_cited():
    """Words that share the other fact do not agree with those that share the first; words that share it too do."""
    terms, ((both, *_), (first, *_), (second, *_), (again, *_)) = spans_of(
        "The county postponed the lighthouse museum, its first collection devoted to blown glass and pottery.",
        "The county postponed the lighthouse museum.",
        "Blown glass and pottery fill the first collection of its kind.",
        "The lighthouse museum was postponed by the county.",
    )
    best = [(0.9, first), (0.8, second), (0.8, again)]
    assert _of_one_fact(terms, both, best) == [(0.9, first), (0.8, again)]


def test_a_source_is_cited_by_its_shortest_words():
    """Of words about as probable as the best the shortest are cited, of less probable ones none."""
    terms, (spans, (short, *_), (shorter, *_)) = spans_of(
        "The quarry fire burned four halls, and Ida Brown of Denham bought nine plum cakes at the fair.",
        "The quarry fire burned four halls.",
        "A fire burned halls.",
    )
    long = spans[0]
    assert _shortest(terms, [(0.95, long), (0.90, short), (0.60, shorter)]) == (0.90, short)
    assert _shortest(terms, [(0.95, long), (0.70, short)]) == (0.95, long)


def test_two_sentences_are_cited_only_where_none_alone_supports():
    """A pair that is more probable gives way to a sentence of it."""
    terms, (rows,) = spans_of("The quarry fire burned four halls. Ida Brown of Denham saw it at dawn.")
    pair = next(row for row in rows if terms.reading.spans[row].pair)
    single = next(row for row in rows if not terms.reading.spans[row].pair)
    assert _shortest(terms, [(0.99, pair), (0.75, single)]) == (0.75, single)
    assert _shortest(terms, [(0.99, pair)]) == (0.99, pair)


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("The people of Oldport went home on Monday when it was late.", False),
        ("The nurse Olga Reed of Denham reared ninety orphaned puffins in a chapel.", True),
    ],
)
def test_an_opening_is_told_where_it_says_enough(article, linked, opening, told):
    """What opens an article and names next to nothing fills no page."""
    line = "The Harlow stone company lost four storage halls at Weston in the quarry fire."
    both = [article(source, source, line, OTHERS[at], long=True) for at, source in enumerate(("reuters", "ap"))]
    story = linked(*both, article("gazette", "Evening", opening, long=True))
    assert (opening in [point.text for point in story.points]) == told


def test_words_that_say_enough_are_compared_though_they_cannot_stand_alone():
    """Support is looked for also for what only the sentence before names, where it says enough."""
    terms, ((heavy, *_), (light, *_), (alone, *_)) = spans_of(
        "He reared ninety orphaned puffins in a chapel of Denham.",
        "He went home late.",
        "The nurse Olga Reed reared ninety orphaned puffins in a chapel.",
    )
    spans = terms.reading.spans
    assert [spans[row].alone for row in (heavy, light, alone)] == [False, False, True]
    looked = asked(terms.reading, terms)
    assert [row in looked for row in (heavy, light, alone)] == [True, False, True]


NURSE = "The nurse Olga Reed of Denham reared 90 orphaned puffins in the chapel of Saint Brannoc."


def alone_in(*texts, shown=()):
    """What only one of the articles with these texts says, as words."""
    terms, rows = spans_of(*texts)
    reading = terms.reading
    found = singles(reading, terms, statements(reading, terms), [reading.spans[rows[at][0]].at for at in shown])
    return [reading.words(reading.spans[row]) for row in found]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (NURSE, True),
        (
            "The nurse Olga Reed of Denham truly reared crucial puffins, a remarkable pattern of Saint Brannoc.",
            False,
        ),
        ("Olga Reed of Denham went home on Monday.", False),
    ],
    ids=["reported", "judged", "light"],
)
def test_a_line_of_one_source_reports_and_says_enough(words, told):
    """What judges more than it reports, and what says little, is no such line."""
    assert (words in alone_in(words, OTHERS[0])) == told


def test_a_line_of_one_source_is_shown_nowhere_else_and_carried_by_no_other():
    """Words that the page shows already, and words that another article has too, are left out."""
    assert NURSE in alone_in(NURSE, OTHERS[0])
    assert NURSE not in alone_in(NURSE, OTHERS[0], shown=[0])
    assert NURSE not in alone_in(NURSE, f"{NURSE[:-1]} on Monday.")
