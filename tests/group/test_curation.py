"""The curator overrules, also when articles arrive later."""

from dataclasses import replace

import pytest
from newsroom import QUAKE, STRIKE, article, event
from pydantic import TypeAdapter

from digest.config import rulings
from digest.config.load import ruling
from digest.group import group
from digest.group.ledger import GONE, permalinks_to_append
from digest.model import Decision, Text, Withdrawal

ARTICLES = [*event("q", QUAKE, 3), *event("s", STRIKE, 2, day=1)]
DECISION = TypeAdapter(rulings.Decision)


def decide(do, line=1, **fields):
    what = ruling(DECISION.validate_python({"do": do, "author": "mk", "reason": "because", **fields}))
    return Decision(where="seeds/curation/a.yml", line=line, what=what)


def names():
    """Ids of the quake story and of the strike story when nobody decided anything."""
    stories, _ = group(ARTICLES)
    return tuple(next(story.id for story in stories if story.articles[0].id == first) for first in ("q0", "s0"))


def test_merge_gives_the_first_storys_address_and_redirects_the_other():
    """Merged stories are one, later articles of either join it, and published addresses still answer."""
    quake, strike = names()
    stories, _ = group(ARTICLES)
    ledger = permalinks_to_append(stories, ())
    paths = {story.id: story.path for story in stories}
    merge = decide("merge", stories=[strike, quake])
    for more in ([], event("n", QUAKE, 1, day=1.5)):
        (story,), problems = group([*ARTICLES, *more], [merge], ledger)
        assert (story.id, story.redirects, problems) == (strike, (paths[quake],), ())
        ledger = (*ledger, *permalinks_to_append([story], ledger))
    apart, _ = group(ARTICLES, (), ledger)
    assert len(apart) == 2
    assert set(paths.values()) <= {path for story in apart for path in (story.path, *story.redirects)}


def test_split_makes_a_story_of_its_own_that_lasts():
    """The split part keeps its address after publication, with the decision still standing."""
    quake, _ = names()
    split = decide("split", story=quake, articles=["q2"])
    stories, problems = group(ARTICLES, [split])
    assert problems == ()
    (part,) = [story for story in stories if [each.id for each in story.articles] == ["q2"]]
    ledger = permalinks_to_append(stories, ())
    again, _ = group([*ARTICLES, *event("n", QUAKE, 1, day=0.5)], [split], ledger)
    assert part.path in {story.path for story in again if "q2" in {each.id for each in story.articles}}
    assert sum(len(story.articles) for story in again) == 6


def test_move_takes_an_article_to_another_story():
    """An article is meant by id, address or file."""
    quake, strike = names()
    stories, problems = group(ARTICLES, [decide("move", articles=["seeds/articles/q1.md"], story=strike)])
    held = {story.id: {each.id for each in story.articles} for story in stories}
    assert (held, problems) == ({quake: {"q0", "q2"}, strike: {"s0", "s1", "q1"}}, ())


def test_marks_are_set():
    """Pin, hide, headline and note reach the story; a pin ends after its day."""
    quake, strike = names()
    decisions = [
        decide("pin", story=quake),
        decide("pin", story=strike, until="2026-03-01"),
        decide("hide", story=strike),
        decide("headline", story=quake, text="Lisbon shaken"),
        decide("note", story=quake, text="We are following this."),
        decide("correction", story=quake, text="It was six, not seven."),
    ]
    stories, problems = group(ARTICLES, decisions)
    by_id = {story.id: story for story in stories}
    assert (by_id[quake].pinned, by_id[quake].headline, by_id[quake].headline_by) == (True, "Lisbon shaken", None)
    assert by_id[quake].notes == ("We are following this.",)
    assert (by_id[strike].pinned, by_id[strike].hidden, problems) == (False, True, ())


def withdrawn(article):
    return replace(article, withdrawn=Withdrawal(article_id=article.id, reason=Text("asked for")))


def test_a_withdrawn_article_leaves_its_story_as_it_was():
    """The story keeps its other articles and its id, knows what was withdrawn, and has none of its words in its name."""
    (before, _), _ = group(ARTICLES)
    heading = next(each for each in ARTICLES if each.id == before.headline_by)
    stories, problems = group([withdrawn(each) if each is heading else each for each in ARTICLES])
    (story,) = [story for story in stories if story.id == before.id]
    assert problems == ()
    assert {each.id for each in story.articles} == {"q0", "q1", "q2"} - {heading.id}
    assert [(one.article_id, one.reason) for one in story.withdrawn] == [(heading.id, "asked for")]
    assert heading.title not in (story.headline, before.headline.replace(heading.title, ""))
    assert story.path != before.path
    assert permalinks_to_append([story], ())[0].members == ("q0", "q1", "q2")


def test_a_published_path_stays_when_what_named_it_is_withdrawn():
    """People have the address; only what is not published yet gets another."""
    stories, _ = group(ARTICLES)
    ledger = permalinks_to_append(stories, ())
    again, _ = group([withdrawn(each) for each in ARTICLES], (), ledger)
    assert {(story.id, story.path) for story in again} == {(story.id, story.path) for story in stories}
    assert {(story.headline, story.articles, story.hidden) for story in again} == {(GONE, (), True)}
    assert permalinks_to_append(again, ledger) == ()


def test_what_was_withdrawn_and_deleted_keeps_its_place():
    """Known by the ledger alone, it has its row in the story it was in, and a story of nothing else its sentence."""
    stories, _ = group(ARTICLES)
    ledger = permalinks_to_append(stories, ())
    gone = [replace(withdrawn(each), title=Text(""), paragraphs=(), published=None) for each in ARTICLES if each.id != "q1"]
    after, problems = group([ARTICLES[1], *gone], (), ledger)
    assert problems == ()
    assert {story.path for story in after} == {story.path for story in stories}
    left = {len(story.articles): sorted(one.article_id for one in story.withdrawn) for story in after}
    assert left == {1: ["q0", "q2"], 0: ["s0", "s1"]}
    assert permalinks_to_append(after, ledger) == ()


def test_a_merge_takes_what_was_withdrawn_along():
    """What an editor brought together has the rows of both."""
    names_of = names()
    given = [withdrawn(each) if each.id in ("q0", "s0") else each for each in ARTICLES]
    (story,), _ = group(given, [decide("merge", stories=names_of)])
    assert {one.article_id for one in story.withdrawn} == {"q0", "s0"}
    assert len(story.articles) == 3


@pytest.mark.parametrize(
    "decision",
    [
        decide("merge", line=7, stories=["nowhere", "neither"]),
        decide("split", line=7, story="nowhere", articles=["q0"]),
        decide("move", line=7, articles=["nobody"], story="nowhere"),
        decide("pin", line=7, story="nowhere"),
    ],
    ids=lambda decision: decision.what.verb,
)
def test_a_decision_that_matches_nothing_is_reported(decision):
    """It changes nothing, and says where it stands and what to write instead."""
    stories, (problem,) = group(ARTICLES, [decision])
    assert stories == group(ARTICLES)[0]
    assert (problem.where, problem.line, problem.by_hand, problem.stage) == ("seeds/curation/a.yml", 7, True, "group")
    assert problem.remedy


def test_a_file_that_holds_many_articles_names_none():
    """Which of them is meant must be said."""
    both = [
        article("a", "Comet over Atacama", where="x.jsonl", line=1),
        article("b", "Pilots on strike", where="x.jsonl", line=2),
    ]
    stories, _ = group(both)
    _, (problem,) = group(both, [decide("move", articles=["x.jsonl"], story=stories[0].id)])
    assert "2 articles" in problem.detail
    assert group(both, [decide("move", articles=["x.jsonl:2"], story=stories[0].id)])[1] == ()


def test_splitting_off_all_that_a_story_has_leaves_it_as_it_is():
    """It is a story of its own already, at its own address; what was said of its articles goes on."""
    quake, strike = names()
    stories, problems = group(ARTICLES, [decide("split", story=quake, articles=["q0", "q1", "q2"])])
    assert (stories, problems) == group(ARTICLES)
    moved, _ = group(
        ARTICLES,
        [decide("split", story=quake, articles=["q0", "q1", "q2"]), decide("move", line=2, articles=["q0"], story=strike)],
    )
    assert {len(story.articles) for story in moved} == {2, 3}


def test_an_article_that_was_moved_away_is_not_split_off_again():
    """The later decision finds it elsewhere and leaves it there."""
    quake, strike = names()
    move = decide("move", articles=["q2"], story=strike)
    after, problems = group(ARTICLES, [move, decide("split", line=2, story=quake, articles=["q2"])])
    assert (after, problems) == group(ARTICLES, [move])
