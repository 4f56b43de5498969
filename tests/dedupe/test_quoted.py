"""Who has only the words that an article quotes is no copy of it."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from digest.dedupe import dedupe
from digest.model import Article, Text, When

FIRST = datetime(2026, 3, 1, tzinfo=UTC)
NAMES = [
    start + end for start in ("bal", "cor", "dem", "fil", "gar", "hon", "jur") for end in ("an", "is", "or", "um", "et")
]


def sentences(seed, count):
    """Sentences of twelve words in a random order."""
    rng = random.Random(seed)
    return [" ".join(rng.choice(NAMES) for _ in range(12)).capitalize() + "." for _ in range(count)]


def article(name, *parts, publisher=None, day=0):
    text = " ".join(sentence for part in parts for sentence in part)
    when = When(at=FIRST + timedelta(days=day))
    return Article(
        id=name,
        where=name,
        title=Text(name),
        paragraphs=(Text(text),),
        published=when,
        publisher=publisher and Text(publisher),
    )


def folded(*articles):
    """Each representative's id with its copies' ids, whatever the order of what is given."""
    answers = []
    for seed in range(3):
        given = random.Random(seed).sample(articles, len(articles))
        answers.append({it.id: {copy.article.id for copy in it.copies} for it in dedupe(given)})
    assert answers[0] == answers[1] == answers[2]
    return answers[0]


OWN, OTHER = sentences(1, 20), sentences(2, 25)
EXCERPT = OTHER[:4]
OLD, WHOLE, TEASER = article("old", OWN), article("whole", OTHER), article("teaser", EXCERPT)


@pytest.mark.parametrize("place", [0, 10, 19])
def test_an_update_that_quotes_an_excerpt_does_not_take_it(place):
    """Wherever the quoted words stand, the excerpt stays with the article that it is of."""
    update = article("update", OWN[:place], EXCERPT, OWN[place:], sentences(3, 3))
    assert folded(OLD, update, WHOLE, TEASER) == {"update": {"old"}, "whole": {"teaser"}}


def test_an_article_that_an_update_quotes_is_no_copy_of_it():
    """It has words of its own, or is too long to be an excerpt and nothing else."""
    short = article("short", EXCERPT, sentences(4, 3))
    whole = article("whole", OTHER[:8])
    assert folded(OLD, article("update", OWN, EXCERPT), short) == {"update": {"old"}, "short": set()}
    assert folded(OLD, article("update", OWN, OTHER[:8]), whole) == {"update": {"old"}, "whole": set()}


def test_an_excerpt_of_what_an_update_added_is_still_of_it():
    """A publisher's own teaser shows its new beginning; so does one that is of no other article."""
    update = article("update", EXCERPT, OWN, publisher="Gull Post")
    teaser = article("teaser", EXCERPT, publisher="Gull Post")
    assert folded(OLD, update, teaser) == {"update": {"old", "teaser"}}
    assert folded(OLD, update, TEASER) == {"update": {"old", "teaser"}}
    column = article("column", sentences(5, 20), EXCERPT, publisher="Tern Times")
    assert folded(OLD, update, column, teaser, article("before", sentences(5, 20))) == {
        "update": {"old", "teaser"},
        "column": {"before"},
    }


def test_an_excerpt_of_an_article_whose_versions_lost_it_stays_with_it():
    """An update that is written anew at its beginning does not take the excerpt of the old one from it."""
    update = article("update", sentences(6, 4), OTHER[4:], sentences(7, 4))
    quoting = article("quoting", OWN[:9], EXCERPT, OWN[9:])
    assert folded(WHOLE, update, TEASER, OLD, quoting) == {"update": {"whole", "teaser"}, "quoting": {"old"}}


def test_of_two_articles_that_hold_an_excerpt_it_is_of_the_one_that_begins_with_it():
    """The longer one quotes it, though no older version of it is there to tell."""
    quoting = article("quoting", OWN, EXCERPT, sentences(3, 9))
    assert folded(quoting, WHOLE, TEASER) == {"quoting": set(), "whole": {"teaser"}}
    dated = article("whole", ["Riverton, June 4 —"], OTHER)
    assert folded(quoting, dated, TEASER) == {"quoting": set(), "whole": {"teaser"}}


def test_two_cuts_of_one_text_are_copies_of_it():
    """The shorter one has some sentences that the longer one has too, so that it is no addition to the text."""
    cut, other = article("cut", OTHER[:15], sentences(8, 1)), article("other", OTHER[12:22], sentences(9, 2))
    assert folded(WHOLE, cut, other) == {"whole": {"cut", "other"}}


BRIEFS = [replace(article(f"brief {at}", sentences(20 + at, 4)), title=Text(f"Matter {NAMES[at]}")) for at in range(4)]


@pytest.mark.parametrize("count", [2, 4])
def test_a_round_up_that_prints_whole_briefs_takes_none_of_them(count):
    """Each is of another matter, and has a title of its own; what copies a brief stays with it."""
    gathered = [" ".join(each.paragraphs) for each in BRIEFS[:count]]
    roundup = replace(article("roundup", gathered, sentences(30, 2)), title=Text("Evening notes"))
    again = replace(BRIEFS[0], id="again", where="again", publisher=Text("Herald"))
    found = folded(roundup, again, *BRIEFS[:count])
    assert found["roundup"] == set()
    assert sum(map(len, found.values())) == 1
    assert len(found) == count + 1


def test_several_excerpts_of_one_article_are_copies_of_it():
    """They have its title, wherever their words stand in it."""
    whole = replace(WHOLE, title=Text("Harbour dues rise in spring"))
    parts = [
        replace(article(f"part {at}", OTHER[at : at + 5]), title=Text(f"Harbour dues rise{more}"))
        for at, more in ((0, ""), (12, " again"))
    ]
    assert folded(whole, *parts) == {"whole": {"part 0", "part 12"}}


def test_one_brief_in_a_longer_article_is_a_copy_of_it():
    """Under whatever title: a teaser often has another one."""
    assert folded(WHOLE, TEASER) == {"whole": {"teaser"}}


SAID = "“We heard the bells of the old chapel ring all through the night and nobody slept,” said the miller Rosa Quint."


def short(name, title, *sentences):
    return Article(
        id=name,
        where=name,
        title=Text(title),
        paragraphs=tuple(map(Text, sentences)),
        published=When(at=FIRST),
        publisher=Text(name),
    )


def test_two_short_reports_that_print_one_quotation_are_no_copies():
    """Each tells the matter in a sentence of its own; who has no other sentence, or the same ones cut, is a copy."""
    one = short("one", "Flood reaches the chapel", "Water stood in the chapel of Brook on Monday.", SAID)
    other = short("other", "Chapel of Brook under water", "The river left its bed on Monday and filled the nave.", SAID)
    assert folded(one, other) == {"one": set(), "other": set()}
    assert len(folded(one, short("bare", "Bells all night", SAID))) == 1
    assert len(folded(one, short("cut", "Flood reaches the chapel", SAID, "Water stood in the chapel of …"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("This is a developing story.", "Subscribe to our newsletter for more."),
        ("File photo: Brook.", "(This text has not been edited by our staff.)"),
    ],
)
def test_what_an_outlet_adds_to_a_report_leaves_it_a_copy(one, other):
    """A note beside a report, or two sentences of it, make no report of one's own."""
    wire = "Water stood in the chapel of Brook on Monday, and the bells of the village rang all night long."
    more = "The mayor had the school opened for those who live by the river."
    for text in ((wire,), (wire, more)):
        assert len(folded(short("one", "Flood in Brook", *text, one), short("other", "Bells in Brook", *text, other))) == 1
