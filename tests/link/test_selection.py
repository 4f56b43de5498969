"""What a page chooses of what its articles state: each rule has a case that fails without it."""

import numpy as np
import pytest

from digest.link.points import agreement, arranged, tell, worded
from digest.link.points.candidates import _of_one_fact, _shortest, asked
from digest.link.points.lines import news_first
from digest.link.points.passages import passages
from digest.link.points.telling import FREE, choose
from digest.link.points.worth import Worth
from digest.link.reading import read
from digest.link.support import SpanTerms
from digest.model import Article, Text

OTHERS = (
    "Bakers in Saltmarsh baked the longest plum cake of the county for the harvest fair.",
    "Two potters opened a workshop beside the canal and teach children there.",
)


def told(articles):
    """What a page tells of articles, as words, what adds most first, with how many articles are cited for it."""
    reading = read(articles)
    terms = SpanTerms(reading)
    agreed = agreement(reading, terms)
    lines = worded(reading, terms, tell(reading, terms, [10_000] * len(articles), agreed), agreed)
    return {reading.words(reading.spans[one.span]): len(one.rows) for one in lines}


FIRE = "The quarry fire at Weston burned four storage halls of the Harlow stone company."
BOAT = "The ferry Marigold of Oldport was lost beside the Grey Island lighthouse."


def test_what_several_articles_tell_is_told_before_what_one_does(article):
    """Coverage, not support, chooses: other words for the same count as well."""
    again = "Flames at Weston destroyed four halls in which the Harlow stone company kept what its quarry cut."
    lines = list(told([article("reuters", "A", OTHERS[0], FIRE), article("ap", "B", OTHERS[1], again)]))
    assert {FIRE, again} & set(lines[:1])


def test_behind_the_first_passages_what_several_articles_support_counts_more(article):
    """It is chosen before one that would add more; among the first passages what each adds decides alone."""
    texts = ("Mayor Olaf Reed closed the mill.", "Bakers baked a cake.", "Choirs sang a hymn.", "Potters built a kiln.")
    more = ("Sailors painted a boat.", "Teachers read a poem.", "Farmers sold a pig.")
    reading = read([article("reuters", "A", *texts, *more)])
    terms = SpanTerms(reading)
    rows = [row for row, span in enumerate(reading.spans) if span.paragraph and not span.cut]
    support = np.where(np.arange(len(rows)) == len(rows) - 1, 9.0, 1.0)

    def earlier(worth, _):
        """What stands further up adds more."""
        return 1.0 / (1 + worth.place)

    chosen = choose(Worth(reading, terms, rows), [10_000], len(rows), earlier, 0.0, support)
    last = len(rows) - 1
    assert chosen == [*range(FREE), last, *range(FREE, last)]


def test_a_passage_is_carried_by_those_who_support_it_or_a_statement_that_says_most_of_it(article):
    """Of two articles one other carries what both print, and what adds a word to it; nobody carries what one prints."""
    longer = f"{FIRE[:-1]} again."
    texts = ("reuters", FIRE, BOAT), ("ap", FIRE, *OTHERS), ("gazette", longer)
    reading = read([article(source, "A", *paragraphs) for source, *paragraphs in texts])
    terms = SpanTerms(reading)
    whole = {reading.words(span): row for row, span in enumerate(reading.spans) if span.paragraph and not span.cut}
    carriers = agreement(reading, terms).carriers(terms, [whole[words] for words in (FIRE, longer, BOAT)])
    assert carriers.tolist() == [2.0, 2.0, 0.0]


def test_nothing_is_told_twice(article):
    """A sentence that two articles print is one line that cites both."""
    lines = told([article("reuters", "A", FIRE, BOAT), article("ap", "B", OTHERS[0], FIRE)])
    assert [count for words, count in lines.items() if "Weston" in words] == [2]


def test_a_sentence_that_the_next_one_turns_is_shown_with_it_or_not_at_all():
    """Neither alone: with the turn in one passage, or left out where both are too long."""
    turn = "However, the county engineer found the Marsh Bridge of Easton safe."
    _, found = passed(f"The mayor closed the Marsh Bridge of Easton on Monday. {turn}")
    assert found == [f"The mayor closed the Marsh Bridge of Easton on Monday. {turn}"]
    long = "The mayor closed the Marsh Bridge of Easton on Monday " + "and on Tuesday the old ferry of Oldport too " * 6
    assert passed(f"{long.strip()}. {turn}")[1] == []
    assert len(passed("The mayor closed the Marsh Bridge of Easton on Monday.")[1]) == 1


def test_a_second_sentence_may_lean_on_the_first():
    """Who "he" is stands before it; alone it is no passage."""
    words = (
        "Mayor Olaf Reed closed the old wooden bridge of Easton on Monday. He will open it again before the harvest fair."
    )
    _, found = passed(words)
    assert found == [words.split(". ", maxsplit=1)[0] + ".", words]


def test_a_date_that_runs_into_two_sentences_is_no_part_of_them():
    """When a page was printed is not what it says, in a sentence or in two."""
    words = (
        "Mayor Olaf Reed closed the old wooden bridge of Easton on Monday. He will open it again before the harvest fair."
    )
    _, found = passed(f"4 Apr 2017 {words}")
    assert found == [words.split(". ", maxsplit=1)[0] + ".", words]


def test_a_quotation_with_its_speaker_is_a_passage():
    """Words in quotation marks stand alone where the sentence names who said them."""
    said = "“Nobody will ever sell the old pier of Oldport to anybody,” {} said."
    assert passed(said.format("Ida Brown"))[1] == [said.format("Ida Brown")]
    assert passed(said.format("she"))[1] == []


def test_what_the_news_makes_plain_is_a_passage():
    """ "The plan" is known from the page around it; "they" is not."""
    assert len(passed("The plan includes no money for the bridge of Easton or the ferry.")[1]) == 1
    assert passed("They include no money for the bridge of Easton or the ferry.")[1] == []


def test_a_word_in_quotation_marks_may_begin_a_passage():
    """A word that is only called so is no quotation without a speaker."""
    assert len(passed("“Modular” bridges will now be built over the river of Easton every spring.")[1]) == 1


def test_a_long_sentence_is_cut_where_a_reader_pauses():
    """As much of it as an extract may have, up to a comma; never before what only limits it."""
    first = "The council of Oldport closed the old wooden bridge of Easton on Monday " + "and the ferry of Saltmarsh " * 6
    rest = "the harbour master of Oldport told the crews of the lifeboats and all the captains of the coast on Tuesday."
    (cut,) = passed(f"{first.strip()}, {rest}")[1]
    assert cut == first.strip()
    assert passed(f"{first.strip()}, unless {rest}")[1] == []


def passed(*texts):
    """The reading of articles of these paragraphs, and their passages as words."""
    terms, _ = spans_of(*texts)
    reading = terms.reading
    return reading, [reading.words(reading.spans[row]) for row in passages(reading)]


def test_the_news_stands_first_in_the_words_of_the_newest_account(article):
    """Of openings that tell of the same event that of the newest article, whichever is cited more."""
    first = "The quarry fire at Weston burned four storage halls of the Harlow stone company on Sunday night."
    later = "Seven died in the quarry fire at Weston that burned four storage halls of the Harlow stone company."
    articles = [article("reuters", "Fire at Weston quarry", first, day=1), article("ap", "Weston quarry fire", later, day=2)]
    reading = read(articles)
    terms = SpanTerms(reading)
    agreed = agreement(reading, terms)
    lines = worded(reading, terms, tell(reading, terms, [10_000, 10_000], agreed), agreed)
    ordered = news_first(reading, terms, lines, "Fire at Weston quarry")
    assert reading.spans[ordered[0].span].article == max(reading.spans[one.span].article for one in lines)


@pytest.mark.parametrize(("day", "newest"), [(2, True), (1, False)])
def test_a_newer_state_stands_first_though_it_is_told_in_other_words(article, day, newest):
    """What was offered and is withdrawn a day later is not the news; of one day that stands first which others tell too."""
    texts = (
        "The Harlow stone company offered the town of Weston four storage halls at the old quarry on Sunday.",
        "Four storage halls at the old quarry were offered to the town of Weston by the Harlow stone company.",
        "The Harlow stone company withdrew its offer to Weston after the board met behind closed doors and heard auditors.",
    )
    days = (1, 1, day)
    articles = [
        article(source, "Weston", text, day=on)
        for source, text, on in zip(("reuters", "ap", "gazette"), texts, days, strict=True)
    ]
    reading = read(articles)
    terms = SpanTerms(reading)
    agreed = agreement(reading, terms)
    told = worded(reading, terms, tell(reading, terms, [10_000] * 3, agreed), agreed)
    ordered = news_first(reading, terms, told, "Weston")
    assert ("withdrew" in reading.words(reading.spans[ordered[0].span])) is newest


@pytest.mark.parametrize(
    ("headline", "first"),
    [
        ("Seventeen sailors of Oldport drowned off Grey Island", "drowned"),
        ("The lifeboat of Easton left too late", "lifeboat"),
    ],
)
def test_what_the_headline_says_stands_first(article, headline, first):
    """Of what articles open with alike that is the news which the headline tells."""
    texts = (
        ("Seventeen sailors of Oldport drowned off Grey Island.", "The lifeboat of Easton left too late on Sunday."),
        ("The lifeboat of Easton left the quay too late, said its captain.", "Seventeen men drowned off Grey Island."),
    )
    articles = [article(source, "At sea", *text, day=1) for source, text in zip(("reuters", "ap"), texts, strict=True)]
    reading = read(articles)
    terms = SpanTerms(reading)
    agreed = agreement(reading, terms)
    told = worded(reading, terms, tell(reading, terms, [10_000] * 2, agreed), agreed)
    assert first in reading.words(reading.spans[news_first(reading, terms, told, headline)[0].span])


def test_an_article_begins_with_the_news(article):
    """Of what stands about as near to the news the words with which an article begins stand first, however late chosen."""
    news = "Seventeen sailors of Oldport drowned off Grey Island."
    cause = "Seventeen sailors of Oldport had left for Grey Island before dawn."
    articles = [article(source, "Sailors off Grey Island", news, cause, day=1) for source in ("reuters", "ap")]
    reading = read(articles)
    terms = SpanTerms(reading)
    agreed = agreement(reading, terms).with_spans(reading, terms, passages(reading))
    late = sorted((agreed.made[row] for row in passages(reading)), key=lambda one: -reading.spans[one.span].place)
    first, *_ = news_first(reading, terms, late, "Sailors of Oldport off Grey Island")
    assert reading.words(reading.spans[first.span]) == news


def test_what_contradicts_a_line_has_room_beneath_it(article, linked):
    """On a full page the last lines give way to what an article tells otherwise."""
    towns = ("Ashby", "Brant", "Corley", "Denham", "Elston", "Fulmer", "Garth", "Holt", "Ilkley", "Jarrow", "Kelso", "Luton")
    one = [f"Mayor {town}son of {town} resigned over the flooded library." for town in towns]
    other = [f"Mayor {town}son of {town} has not resigned over the flooded library." for town in towns]
    tied = linked(article("reuters", "Mayors", *one, long=True), article("ap", "Councils", *other, long=True))
    assert sum(len(point.beside) for point in tied.points) == 1


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


def test_words_are_cited_from_the_beginning_of_their_sentence(article, linked):
    """Who says it, or on what it depends, stands before them."""
    line = "The harbour police of Oldport arrested the captain Rufus Vane on Friday."
    again = f"Ada Brandt told jurors that the{line.removeprefix('The')}"
    tied = linked(article("reuters", "Arrest", line, long=True), article("ap", "Captain", again, long=True))
    (cited,) = [point.citations[1] for point in tied.points if point.text == line]
    assert cited.start == 0


def test_two_sentences_are_cited_only_where_none_alone_supports():
    """A pair that is more probable gives way to a sentence of it."""
    terms, (rows,) = spans_of("The quarry fire burned four halls. Ida Brown of Denham saw it at dawn.")
    pair = next(row for row in rows if terms.reading.spans[row].pair)
    single = next(row for row in rows if not terms.reading.spans[row].pair)
    assert _shortest(terms, [(0.99, pair), (0.75, single)]) == (0.75, single)
    assert _shortest(terms, [(0.99, pair)]) == (0.99, pair)


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


def test_a_figure_that_a_line_tells_is_shown_too_while_the_page_has_room(article, linked):
    """What sources agree on stays in the story's figures, whatever line has it."""
    text = "The harbour council of Oldport sold 1,200 boats on Monday."
    told = linked(article("reuters", "Boats sold", text, long=True), article("ap", "Boats go", text, long=True))
    assert [value.value for figure in told.figures for value in figure.values] == [1200]


def test_the_news_itself_asks_for_room_before_what_adds_more(article):
    """What stands first on the page is not left out for what an article says besides."""
    again = "Flames at Weston destroyed four halls in which the Harlow stone company kept what its quarry cut."
    reading = read([article("reuters", "A", FIRE, BOAT, *OTHERS), article("ap", "Quarry fire at Weston", again)])
    terms = SpanTerms(reading)
    lines = worded(
        reading, terms, tell(reading, terms, [10_000, 10_000], agreement(reading, terms)), agreement(reading, terms)
    )
    backwards = list(reversed(lines))
    found = arranged(reading, terms, backwards, 12, "Quarry fire at Weston")
    assert backwards[0].span != found.lines[0].span == found.ranked[0]
    assert len(found.ranked) == len({*found.ranked})
