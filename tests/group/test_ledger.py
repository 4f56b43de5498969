"""Addresses that last: whatever changes, what was published still answers."""

import html
import re
from dataclasses import replace
from types import SimpleNamespace

import feedparser
import pytest
from newsroom import QUAKE, STRIKE, article, event

from digest.common.memo import no_memo
from digest.dedupe import dedupe
from digest.group import group
from digest.group.drafts import Draft
from digest.group.ledger import claim, last_words, permalinks_to_append, rejoined
from digest.group.rules import RULES
from digest.group.stories import tell
from digest.model import Article, Permalink, When
from digest.model.text import one_line


def answers(stories):
    """The story that each address leads to."""
    return {path: story for story in stories for path in (story.path, *story.redirects)}


def publish(articles, ledger=(), decisions=()):
    stories, problems = group(articles, decisions, ledger)
    return stories, (*ledger, *permalinks_to_append(stories, ledger)), problems


def test_publishing_twice_appends_nothing():
    """The ledger says each thing once."""
    articles = [*event("q", QUAKE, 2), *event("s", STRIKE, 2)]
    stories, ledger, _ = publish(articles)
    assert len(ledger) == len(stories) == 2
    assert publish(articles, ledger)[1] == ledger


def test_a_published_story_keeps_its_address_when_an_earlier_article_turns_up():
    """A new founding article and a new headline change neither id nor path."""
    articles = event("q", QUAKE, 2, day=2)
    (before,), ledger, _ = publish(articles)
    (after,), more, _ = publish([*articles, *event("a", QUAKE, 1, day=1)], ledger)
    assert (after.id, after.path) == (before.id, before.path)
    assert len(after.articles) == 3
    assert more[-1].members == ("a0", "q0", "q1")


def test_two_published_stories_are_not_merged_silently():
    """What looks like one event now stays two addresses, and a Problem says so; a new article goes to the nearer one."""
    articles = event("q", QUAKE, 4)
    ledger = (
        Permalink(id="a" * 16, path="stories/2026/03/one", members=("q0", "q1")),
        Permalink(id="b" * 16, path="stories/2026/03/two", members=("q2",)),
    )
    stories, problems = group(articles, permalinks=ledger)
    assert {story.path for story in stories} == {line.path for line in ledger}
    assert sum(len(story.articles) for story in stories) == 4
    assert [problem.code for problem in problems] == ["kept-apart"]


def test_a_story_that_broke_up_leaves_its_address_with_the_larger_part():
    """The part that holds most members keeps id and path; the other gets new ones."""
    articles = [*event("q", QUAKE, 3), *event("s", STRIKE, 2)]
    ledger = (Permalink(id="a" * 16, path="stories/2026/03/both", members=tuple(each.id for each in articles)),)
    stories, _ = group(articles, permalinks=ledger)
    kept = answers(stories)["stories/2026/03/both"]
    assert (kept.id, len(kept.articles)) == ("a" * 16, 3)
    assert len({story.id for story in stories}) == 2


def test_an_address_whose_articles_went_elsewhere_redirects_there():
    """Members that another published story holds now lead to that story, and the ledger remembers it."""
    articles = event("q", QUAKE, 3)
    ledger = (
        Permalink(id="a" * 16, path="stories/2026/03/one", members=("q0", "q1", "q2")),
        Permalink(id="b" * 16, path="stories/2026/03/gone", members=("q2",)),
        Permalink(id="b" * 16, path="stories/2026/03/gone", members=("q2",), redirect="stories/2026/03/one"),
    )
    stories, more, _ = publish(articles, ledger)
    (story,) = stories
    assert (story.path, story.redirects) == ("stories/2026/03/one", ("stories/2026/03/gone",))
    assert more == ledger
    _, _, problems = publish([], ledger)
    assert {problem.code for problem in problems} == {"gone"}


def test_a_story_whose_articles_are_all_gone_still_answers():
    """Its address is a hidden story without articles, and a Problem says so; an article put back revives it."""
    articles = event("q", QUAKE, 2)
    (before,), ledger, _ = publish(articles)
    (after,), more, problems = publish([], ledger)
    assert (after.id, after.path, after.articles, after.hidden) == (before.id, before.path, (), True)
    assert [problem.code for problem in problems] == ["gone"]
    assert more == ledger
    assert publish(articles, more)[0] == (before,)


def test_no_new_story_takes_a_published_path():
    """A path in the ledger is taken for ever, also where only case differs, and so is an id."""
    (story,), _ = group(event("q", QUAKE, 1))
    ledger = (Permalink(id=story.id, path=story.path.upper(), members=("other",)),)
    fresh = answers(group(event("q", QUAKE, 1), permalinks=ledger)[0])
    (mine,) = [each for each in fresh.values() if each.articles]
    assert mine.path.lower() != story.path
    assert mine.id != story.id


def test_a_copy_counts_as_a_member():
    """An excerpt that founded a story keeps its address when the full text comes and stands for it."""
    short = article(
        "e",
        "Tremor near Lisbon",
        "An earthquake of magnitude six shook the Alfama quarter of Lisbon early on Monday and " * 2,
        day=0,
    )
    (before,), ledger, _ = publish(dedupe([short]))
    whole = article(
        "w", "Tremor near Lisbon", *short.paragraphs, "The seismologist counted eleven aftershocks until noon. " * 9, day=1
    )
    (after,), _, _ = publish(dedupe([short, whole]), ledger)
    assert (after.id, after.path) == (before.id, before.path)
    assert [copy.article.id for copy in after.articles[0].copies] == ["e"]
    assert group(dedupe([short, whole]))[0][0].id == before.id


@pytest.fixture(scope="module")
def days(shared):
    """The articles of fifteen days of newspaper feeds, each seen on the day it first came."""
    seen, found = {}, []
    for folder in sorted(shared("data/feeds/daily").iterdir()):
        for path in sorted(folder.glob("*.xml")):
            for entry in feedparser.parse(path.read_bytes()).entries:
                name = entry.get("id") or entry.get("link") or entry.get("title", "")
                if name in seen or not entry.get("title"):
                    continue
                when = When(at=article("x", "x", day=len(found)).published.at)
                text = one_line(html.unescape(re.sub(r"<[^>]*>", " ", entry.get("summary", ""))))
                seen[name] = Article(
                    id=f"{path.stem}{len(seen):05}",
                    where=path.name,
                    title=one_line(entry.title),
                    paragraphs=(text,) if text else (),
                    seen=when.at,
                    language="en",
                )
        found.append(tuple(seen.values()))
    return found


@pytest.fixture(scope="module")
def replayed(days):
    """The ledger after publishing day by day, and the last day's stories."""
    ledger = ()
    for articles in days:
        stories, ledger, _ = publish(dedupe(articles), ledger)
    return SimpleNamespace(ledger=ledger, stories=stories)


def test_a_rebuild_from_nothing_gives_the_addresses_of_the_replay(days, replayed):
    """Fifteen days published one by one, and all at once: the same ids and paths, with the ledger and without."""
    names = {(story.id, story.path): {each.id for each in story.articles} for story in replayed.stories}
    again, _ = group(dedupe(days[-1]), permalinks=replayed.ledger)
    assert {(story.id, story.path): {each.id for each in story.articles} for story in again} == names
    without, _ = group(dedupe(days[-1]))
    assert {story.id for story in without} == {story.id for story in replayed.stories}


@pytest.mark.parametrize("join", [0.05, 0.6, 0.95])
def test_other_thresholds_lose_no_address(days, replayed, join):
    """Whatever the thresholds, each published path leads to the story that holds most of what it held."""
    stories, _ = tell(dedupe(days[-1]), (), replayed.ledger, no_memo, replace(RULES, join=join))
    lead = answers(stories)
    last = {line.path: line for line in replayed.ledger}
    holder = {
        each.id: story for story in stories for one in story.articles for each in (one, *(c.article for c in one.copies))
    }
    for path, line in last.items():
        held = [holder[member].id for member in line.members]
        assert held.count(lead[path].id) == max(held.count(name) for name in held)
    assert sum(len(story.articles) for story in stories) == len(dedupe(days[-1]))


def test_where_no_article_is_left_an_address_leads_where_it_last_led():
    """From one redirect to the next, as long as the last one is a story's; one that leads nowhere says that it is gone."""
    (story,), ledger, _ = publish(event("q", QUAKE, 2))
    steps = (
        Permalink(id="a" * 16, path="stories/2026/03/first", members=(), redirect="stories/2026/03/second"),
        Permalink(id="b" * 16, path="stories/2026/03/second", members=(), redirect=story.path),
        Permalink(id="c" * 16, path="stories/2026/03/lost", members=(), redirect="stories/2026/03/nowhere"),
    )
    stories, _, problems = publish(event("q", QUAKE, 2), (*ledger, *steps))
    (told,) = [each for each in stories if not each.hidden]
    assert {"stories/2026/03/first", "stories/2026/03/second"} <= set(told.redirects)
    (gone,) = [each for each in stories if each.hidden]
    assert (gone.path, [problem.code for problem in problems]) == ("stories/2026/03/lost", ["gone"])


def test_two_addresses_of_one_id_that_are_gone_are_told_apart():
    """Each has a page of its own that says so."""
    ledger = (
        Permalink(id="a" * 16, path="stories/2026/03/one", members=("x",)),
        Permalink(id="a" * 16, path="stories/2026/03/two", members=("y",)),
    )
    stories, _, _ = publish(event("q", QUAKE, 2), ledger)
    gone = [each for each in stories if each.hidden]
    assert {each.path for each in gone} == {"stories/2026/03/one", "stories/2026/03/two"}
    assert len({each.id for each in gone}) == 2


def line(path, *members, id="a" * 16, **more):  # noqa: A002 - a permalink's own name for it
    return Permalink(id=id, path=f"stories/2026/03/{path}", members=members, **more)


def test_the_ledger_of_stories_has_no_other_pages():
    """Of each path the last line counts, in the order of the first."""
    lines = (line("one", "a"), line("two", "b"), line("one", "a", "c"))
    others = [Permalink(id="x", path=path, members=()) for path in ("sources/x", "topics/x", "editions/2026/03/01")]
    assert list(last_words([*others, *lines]).values()) == [lines[2], lines[1]]


def test_an_article_without_words_stays_with_those_it_was_published_with():
    """With most of them, by an address that is a story's own before one that leads elsewhere; else it is alone."""
    a, b, c, d = event("q", QUAKE, 4)
    drafts = [Draft(members=[a]), Draft(members=[b])]
    ledger = last_words([line("old", a.id, c.id, redirect="stories/2026/03/new"), line("new", b.id, c.id)])
    found = rejoined(drafts, [c], ledger)
    assert [[each.id for each in draft.members] for draft in found] == [[a.id], [b.id, c.id]]
    alone = rejoined([Draft(members=[a])], [d, c], last_words([line("gone", c.id, d.id)]))
    assert [sorted(each.id for each in draft.members) for draft in alone] == [[a.id], [c.id, d.id]]
    assert [len(draft.members) for draft in rejoined([Draft(members=[a])], [d], {})] == [1, 1]


def test_what_is_kept_apart_or_gone_is_said_with_its_remedy():
    """Where, in which words, and what to do; the articles of a part stand in their usual order."""
    articles = event("q", QUAKE, 4)
    ledger = (line("one", "q3", "q0"), line("two", "q2", id="b" * 16), line("gone", "zz", id="c" * 16))
    stories, problems = group(articles, permalinks=ledger)
    apart, gone = (each for each in problems if each.code in ("kept-apart", "gone"))
    assert str(apart) == (
        "seeds/permalinks.jsonl: stories/2026/03/one and stories/2026/03/two look like one event, and stay apart because"
        " each has been published; if they are one, write a merge into seeds/curation"
    )
    assert str(gone) == (
        "seeds/permalinks.jsonl: stories/2026/03/gone was published, and none of its articles is left;"
        " its address now says so; put an article back to revive it"
    )
    assert {each.stage for each in problems} == {"group"}
    for story in stories:
        assert [each.id for each in story.articles] == sorted(each.id for each in story.articles)


def test_an_id_is_given_to_one_story():
    """Of two paths under one id the story with more of its articles has it."""
    drafts = [Draft(members=event("q", QUAKE, 2)), Draft(members=event("s", STRIKE, 1))]
    claim(drafts, last_words([line("one", "s0"), line("two", "q0", "q1")]))
    assert [(draft.id, draft.path) for draft in drafts] == [("a" * 16, "stories/2026/03/two"), ("", "")]


def test_lines_of_the_ledger_say_their_day_and_what_leads_elsewhere():
    """A redirect that the ledger does not know is none of it; one that it knows comes once."""
    stories, _ = group(event("q", QUAKE, 2, day=2))
    (story,) = (replace(each, redirects=("stories/2026/03/one", "stories/2026/03/unknown")) for each in stories)
    lines = permalinks_to_append([story], [line("one", "q0")])
    assert [(each.path, each.at, each.redirect) for each in lines] == [
        (path, story.updated.isoformat(), redirect)
        for path, redirect in sorted([(story.path, None), ("stories/2026/03/one", story.path)])
    ]
    undated, _ = group(event("q", QUAKE, 1, day=None))
    assert permalinks_to_append(undated, ())[0].at is None
