"""What `group` promises of any articles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import COMET, QUAKE, STRIKE, article, event
from pydantic import TypeAdapter

from digest.group import group
from digest.model import Article

ALL = [*event("q", QUAKE, 3), *event("s", STRIKE, 2, day=1), *event("c", COMET, 2, day=None)]


def sets(stories):
    return sorted(sorted(each.id for each in story.articles) for story in stories)


def test_articles_about_one_event_are_one_story_and_others_are_not():
    """Shared rare words bring together; common ones do not."""
    stories, problems = group([*ALL, article("x", "Bakery wins prize for rye bread", day=0)])
    assert sets(stories) == [["c0", "c1"], ["q0", "q1", "q2"], ["s0", "s1"], ["x"]]
    assert problems == ()


@pytest.mark.slow
@settings(max_examples=20)
@given(st.permutations(ALL))
def test_the_order_of_the_input_changes_nothing(shuffled):
    """Same articles in any order: same stories, ids and paths."""
    assert group(shuffled) == group(ALL)


def test_nothing_makes_no_stories():
    """An empty digest is fine."""
    assert group([]) == ((), ())


@pytest.mark.slow
@settings(max_examples=50)
@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=80), st.none() | st.integers(0, 9)), max_size=8))
def test_every_article_is_in_exactly_one_story(texts):
    """Whatever the words are, none is lost and none stands twice; ids and paths are unique."""
    articles = [article(f"a{at}", title, *([text] if text else []), day=day) for at, (title, text, day) in enumerate(texts)]
    stories, _ = group(articles)
    assert sorted(each.id for story in stories for each in story.articles) == sorted(each.id for each in articles)
    assert len({story.id for story in stories}) == len({story.path.lower() for story in stories}) == len(stories)


def test_what_comes_later_does_not_move_what_is_there():
    """Earlier days are frozen: two stories of old days never become one, whatever joins them later."""
    early = [*event("q", QUAKE, 2, day=0), *event("s", STRIKE, 2, day=1)]
    bridge = event("b", f"{QUAKE} {STRIKE}", 6, day=2)
    stories, _ = group([*early, *bridge])
    by_article = {each.id: story.id for story in stories for each in story.articles}
    assert by_article["q0"] == by_article["q1"]
    assert by_article["s0"] == by_article["s1"] != by_article["q0"]


def test_days_far_apart_are_different_stories():
    """The same words a month later report another event."""
    stories, _ = group([*event("q", QUAKE, 2), *event("r", QUAKE, 2, day=30)])
    assert sets(stories) == [["q0", "q1"], ["r0", "r1"]]


def test_undated_articles_join_the_story_of_any_day():
    """An article without a day goes by its words alone, and never founds a story that has a day."""
    (story,), _ = group([*event("q", QUAKE, 2, day=9), *event("u", QUAKE, 2, day=None)])
    assert len(story.articles) == 4
    assert story.path.startswith("stories/2026/03/")


def test_languages_are_grouped_apart():
    """Two known languages never meet; an unknown one goes by its words."""
    one, other = event("q", QUAKE, 2)
    stories, _ = group([one, article("p", other.title, *other.paragraphs, day=0, language="pt")])
    assert sets(stories) == [["p"], ["q0"]]
    stories, _ = group([one, article("p", other.title, *other.paragraphs, day=0, language=None)])
    assert sets(stories) == [["p", "q0"]]


def test_titles_alone_are_grouped():
    """Items that are no more than a headline find each other."""
    titles = [
        article("a", "Lufthansa pilots to strike in Frankfurt on Tuesday", day=0),
        article("b", "Lufthansa pilots strike grounds Frankfurt flights", day=0.1),
        article("c", "Comet brightens over Atacama", day=0.2),
    ]
    assert sets(group(titles)[0]) == [["a", "b"], ["c"]]


def test_articles_that_were_remembered_ask_for_the_same_days():
    """An article that went through JSON has the same key, whatever class stands for UTC in it."""
    asked = []

    def memo(work, items, **_):
        asked.extend(items)
        return [work(item) for item in items]

    adapter = TypeAdapter(list[Article])
    for articles in (ALL, adapter.validate_json(adapter.dump_json(ALL))):
        group(articles, memo=memo)
    assert asked[: len(asked) // 2] == asked[len(asked) // 2 :]


def test_a_remembered_day_gives_the_same_stories():
    """What a memo remembers is what would be computed."""
    held, asked = {}, []

    def memo(work, items, **_):
        asked.extend(items)
        for item in items:
            if (work.__qualname__, item) not in held:
                held[work.__qualname__, item] = work(item)
        return [held[work.__qualname__, item] for item in items]

    plain = group(ALL)
    assert group(ALL, memo=memo) == plain == group(ALL, memo=memo)
    known = set(asked)
    more = event("n", COMET, 1, day=20)
    asked.clear()
    group([*event("q", QUAKE, 3), *event("s", STRIKE, 2, day=1)], memo=memo)
    asked.clear()
    group([*event("q", QUAKE, 3), *event("s", STRIKE, 2, day=1), *more], memo=memo)
    assert len(set(asked) - known) == 2  # its words, and where its articles go


def test_a_name_in_an_unspaced_script_may_have_an_english_ending():
    """The ending is no word: what is left of it without its apostrophe is nothing."""
    titles = ("Fans queue for 嵐's last concert", "수달's river is cleaned", "หอสมุด’s roof leaks")
    stories, _ = group([article(str(number), title) for number, title in enumerate(titles)])
    assert len(stories) == len(titles)
