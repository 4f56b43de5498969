"""Takedowns mark the articles that editors withdrew, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from digest.clean import clean
from digest.clean.takedown import take_down
from digest.dedupe import dedupe
from digest.model import Config, Decision, Entry, Permalink, Settings, Source, decisions

HARBOR = Source(id="harbor", name="The Harbor Times", home="https://www.harbortimes.example/")
CONFIG = Config(digest=Settings(), sources=(HARBOR,))
FILE = Entry(where="seeds/articles/a.txt", kind="text", body="The bridge of Weston shuts. It is old.", by_hand=True)
FEED = Entry(
    where="seeds/archive/harbor/2026-06.jsonl",
    line=7,
    kind="html",
    body="<p>The bridge of Weston shuts at noon.</p>",
    title="Weston bridge shuts",
    link="https://www.harbortimes.example/bridge",
    source="harbor",
    guid="tag:1",
)
OTHER = replace(FEED, line=8, link="https://www.harbortimes.example/other", guid="tag:2", title="A quay opens")


def config(*articles, **more):
    rules = (decisions.Takedown(article=each, author="Ed", reason="Asked\nfor", **more) for each in articles)
    return replace(CONFIG, decisions=tuple(Decision(where="seeds/curation/a.yml", line=3, what=rule) for rule in rules))


def withdrawn(*articles):
    """Which of the three are withdrawn, and the problems that a person has to mend."""
    found, problems = clean([FILE, FEED, OTHER], config(*articles), None)
    return [each.withdrawn is not None for each in found], [problem for problem in problems if problem.by_hand]


@pytest.mark.parametrize(
    ("named", "gone"),
    [
        ("seeds/articles/a.txt", [True, False, False]),
        ("seeds/archive/harbor/2026-06.jsonl:8", [False, False, True]),
        ("https://www.harbortimes.example/bridge", [False, True, False]),
        ("http://harbortimes.example/bridge/?utm_source=letter#top", [False, True, False]),
    ],
)
def test_an_article_is_meant_by_its_file_its_line_or_its_address(named, gone):
    """However the address is written, it means that page."""
    assert withdrawn(named) == (gone, [])


def test_an_article_is_meant_by_its_id():
    """As content/api lists it."""
    name = clean([FEED], CONFIG, None)[0][0].id
    assert withdrawn(name) == ([False, True, False], [])


def test_all_that_came_from_one_address_is_withdrawn():
    """A feed's item and a file of one page are the same article, and neither is a copy that goes on."""
    file = replace(FILE, link=FEED.link)
    found, _ = clean([file, FEED, OTHER], config(FEED.link), None)
    assert [each.withdrawn is not None for each in found] == [True, True, False]
    assert len(dedupe(found)) == 3


def test_an_address_that_several_articles_have_means_none_of_them():
    """Which of them is meant must be said, by the id that is offered."""
    found, _ = clean([FEED, OTHER], CONFIG, None)
    one, other = (replace(article, url=FEED.link) for article in found)
    rules = config(FEED.link).decisions
    marked, (problem,) = take_down([one, other], rules, ())
    assert [each.withdrawn for each in marked] == [None, None]
    assert one.id in problem.remedy
    assert other.id in problem.remedy


def test_every_version_of_it_is_withdrawn():
    """A feed's later text of the same item is the same article, whichever of its lines was named."""
    later = replace(FEED, line=9, body="<p>The bridge of Weston shuts at one.</p>")
    for line in (7, 9):
        found, _ = clean([FEED, OTHER, later], config(f"{FEED.where}:{line}"), None)
        assert [each.withdrawn is not None for each in found] == [True, False, True]


@pytest.mark.parametrize(
    ("named", "words"), [("seeds/articles/b.txt", "not there"), ("seeds/archive/harbor/2026-06.jsonl", "2 articles at once")]
)
def test_a_takedown_that_withdraws_nothing_is_a_problem(named, words):
    """A slip of the pen must not leave an article standing in silence."""
    gone, (problem,) = withdrawn(named)
    assert gone == [False, False, False]
    assert words in problem.detail
    assert (problem.where, problem.line, bool(problem.remedy)) == ("seeds/curation/a.yml", 3, True)


def test_a_takedown_of_what_was_published_and_deleted_is_none():
    """The decision stays, so that no feed brings the article back."""
    name = clean([FEED], CONFIG, None)[0][0].id
    ledger = (Permalink(id="a", path="stories/a", members=(name,)),)
    for named in (name, FEED.link):
        (other, gone), problems = clean([OTHER], replace(config(named), permalinks=ledger), None)
        assert (other.withdrawn, gone.id, gone.title, gone.withdrawn.reason, problems) == (None, name, "", "Asked for", ())


def test_the_page_of_a_source_is_no_article():
    """Its home stands in the ledger too, and a takedown that names it is a slip."""
    ledger = (Permalink(id="harbor", path="sources/harbor", members=(HARBOR.home, HARBOR.name)),)
    found, problems = clean([OTHER], replace(config(HARBOR.home), permalinks=ledger), None)
    assert (len(found), [problem.by_hand for problem in problems]) == (1, [True])


def test_the_reason_and_the_day_go_along_and_nobody_is_asked_to_mend_the_article():
    """The reason is one line; what is missing in a file that was withdrawn is of no use to anybody."""
    (article,), problems = clean([FILE], config(FILE.where, at=datetime(2026, 6, 7, tzinfo=UTC)), None)
    assert (article.withdrawn.reason, article.withdrawn.at) == ("Asked for", datetime(2026, 6, 7, tzinfo=UTC))
    assert problems == ()
    assert clean([FILE], CONFIG, None)[1] != ()
