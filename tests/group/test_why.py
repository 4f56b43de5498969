"""`why` says what decided, exact to the build."""

import math
from dataclasses import replace

import pytest
from newsroom import QUAKE, STRIKE, event

from digest.group import group
from digest.group.batches import batches, keys_of
from digest.group.rules import RULES
from digest.group.why import link, why_pair, why_story
from digest.memo import no_memo
from digest.model import Copy

ARTICLES = [*event("q", QUAKE, 3), *event("s", STRIKE, 2, day=1)]
STORIES, _ = group(ARTICLES)


def test_the_features_add_up_to_the_probability():
    """Constant and contributions give the logarithm of the odds of the probability that is shown."""
    found = link(ARTICLES[0], ARTICLES[1])
    odds = found.constant + sum(feature.adds for feature in found.features)
    assert found.probability == pytest.approx(1 / (1 + math.exp(-odds)), abs=1e-3)
    assert "lisbon" in found.shared


def test_two_articles_of_one_story_are_explained():
    """Its mean probability is at or above the threshold it is compared with."""
    found = why_pair(["q0"], ["seeds/articles/q1.md"], STORIES)
    assert found.stories[0] == found.stories[1]
    assert found.mean >= found.join
    assert f"{found.mean:.2f}" in found.decided


def test_two_stories_are_explained():
    """Two events that share nothing are too far apart, and it says so."""
    found = why_pair(["q0"], ["s0"], STORIES)
    assert found.stories[0] != found.stories[1]
    assert found.mean < found.join
    assert found.link.apart


def test_a_story_is_explained_member_by_member():
    """Each member has its strongest link within the story."""
    (story,) = [each for each in STORIES if len(each.articles) == 3]
    found = why_story([story.path + ".md"], STORIES)
    assert [member.article for member in found.members] == [each.id for each in story.articles]
    assert all(member.strongest and member.strongest.other in {"q0", "q1", "q2"} for member in found.members)


def test_a_story_is_named_by_any_article_in_it():
    """By file, and as a copy: it says which of them was asked for, and what stands for it."""
    copy = Copy(article=replace(ARTICLES[0], id="c0", where="seeds/articles/copy.md"), share=1.0, kind="text")
    stories, _ = group([replace(ARTICLES[0], copies=(copy,)), *ARTICLES[1:]])
    (story,) = [each for each in stories if len(each.articles) == 3]
    found = why_story(["nowhere", "seeds/articles/q1.md"], stories)
    assert (found.story, found.headline, found.asked.id, found.copy_of) == (story.id, story.headline, "q1", None)
    found = why_story(["seeds/articles/copy.md"], stories)
    assert (found.story, found.asked.id, found.copy_of.id) == (story.id, "c0", "q0")


def test_what_is_not_there_is_named():
    """An unknown article or story is a KeyError with its name."""
    with pytest.raises(KeyError, match="nowhere"):
        why_pair(["nowhere"], ["q0"], STORIES)
    with pytest.raises(KeyError, match="nowhere"):
        why_story(["nowhere"], STORIES)


def test_the_probability_does_not_depend_on_what_else_is_there():
    """Alone or among others, the build computes what `why` shows."""
    alone = batches(ARTICLES[:2], keys_of(ARTICLES[:2]), no_memo, RULES)
    assert (alone[0] == alone[1]) == (link(ARTICLES[0], ARTICLES[1]).probability >= RULES.join)
