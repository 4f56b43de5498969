"""`why` says what decided, exact to the build."""

import math
from dataclasses import replace
from datetime import timedelta

import pytest
from newsroom import FIRST, QUAKE, STRIKE, article, event
from pydantic import TypeAdapter

from digest.cli.report import inside_lines
from digest.common.memo import no_memo
from digest.config import rulings
from digest.config.load import ruling
from digest.group import group
from digest.group.batches import batches, keys_of
from digest.group.ledger import permalinks_to_append
from digest.group.rules import RULES
from digest.group.why import likeness, why_pair, why_story
from digest.model import Copy, Decision, Text, When

ARTICLES = [*event("q", QUAKE, 3), *event("s", STRIKE, 2, day=1)]
STORIES, _ = group(ARTICLES)


def test_the_features_add_up_to_the_probability():
    """Constant and contributions give the logarithm of the odds of the probability that is shown."""
    found = likeness(ARTICLES[0], ARTICLES[1])
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
    assert found.likeness.apart


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
    assert (alone[0] == alone[1]) == (likeness(ARTICLES[0], ARTICLES[1]).probability >= RULES.join)


def test_an_article_and_its_copy_are_one():
    """Whatever would be computed: the one stands for the other."""
    copy = Copy(article=replace(ARTICLES[0], id="c0", where="seeds/articles/copy.md"), share=1.0, kind="text")
    stories, _ = group([replace(ARTICLES[0], copies=(copy,)), *ARTICLES[3:]])
    found = why_pair(["c0"], ["q0"], stories)
    assert (found.likeness.probability, found.decided) == (1.0, "they are copies of one text")
    assert "its copy" in found.likeness.apart
    assert found.mean == 0.0  # there is no other article in the story


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"language": "de"}, "they are in two languages, en and de"),
        ({"published": When(at=FIRST + timedelta(days=90))}, "they are more than 4 days apart"),
        (
            {"title": Text("Comet seen"), "paragraphs": (Text("A comet of dust."),)},
            "they share too few words to be compared",
        ),
    ],
)
def test_what_keeps_two_articles_from_being_compared_is_said(change, reason):
    """The first that holds; of two that are compared it says nothing."""
    assert likeness(ARTICLES[0], replace(ARTICLES[1], **change)).apart == reason
    assert likeness(ARTICLES[0], ARTICLES[1]).apart == ""


def test_two_short_items_of_kinds_that_make_no_event_are_said_so():
    """A report and a round-up, say."""
    report, other = (
        article("a", "Lisbon earthquake rubble cleared", day=0),
        article("b", "What you missed: Lisbon earthquake rubble cleared", day=0.1),
    )
    assert "which make no event together" in likeness(report, other).apart
    assert likeness(report, replace(report, id="c")).apart == ""


def decided(do, **fields):
    """A decision of an editor."""
    what = ruling(TypeAdapter(rulings.Decision).validate_python({"do": do, "author": "mk", "reason": "because", **fields}))
    return Decision(where="seeds/curation/a.yml", line=3, what=what)


@pytest.mark.parametrize("do", ["merge", "split", "move"])
def test_an_editors_decision_is_named_before_any_number(do):
    """The one that means these articles or both of their stories; one about others is not."""
    quake, strike = (next(each for each in STORIES if each.articles[0].id == first) for first in ("q0", "s0"))
    fields = {
        "merge": {"stories": [quake.id, strike.id]},
        "split": {"story": quake.id, "articles": ["q0"]},
        "move": {"articles": ["q0"], "story": strike.id},
    }[do]
    said = f"an editor decided: {do} in seeds/curation/a.yml:3 (because)"
    assert why_pair(["q0"], ["s0"], STORIES, [decided(do, **fields)]).decided == said
    other = {"merge": {"stories": [quake.id, "x"]}, "split": {"story": strike.id, "articles": ["s1"]}}
    assert (
        why_pair(["q0"], ["s0"], STORIES, [decided(do, **other.get(do, {"articles": ["s1"], "story": quake.id}))]).decided
        != said
    )


def test_two_published_stories_stay_apart_until_an_editor_merges_them():
    """However alike they are."""
    ledger = permalinks_to_append(STORIES, ())
    assert "published stories stay apart" in why_pair(["q0"], ["s0"], STORIES, (), ledger).decided
    assert "published" not in why_pair(["q0"], ["s0"], STORIES).decided
    assert "published" not in why_pair(["q0"], ["q1"], STORIES, (), ledger).decided


def test_two_stories_that_are_alike_and_were_never_one_are_explained():
    """Their mean is above what joins; then it was the order of days or what each has within itself."""
    one, other = event("q", QUAKE, 1), event("p", QUAKE, 1)
    stories = [replace(STORIES[0], id=each.id, path=f"stories/{each.id}", articles=(each,)) for each in (*one, *other)]
    found = why_pair(["q0"], ["p0"], stories)
    assert found.mean >= found.join
    assert "but they are less alike than each is within" in found.decided


def test_what_was_nearly_of_the_story_is_named():
    """With its own story, the words that both have, and what each feature adds; where nothing is near, nothing is said."""
    near = event("n", QUAKE, 1, day=1)[0]
    stories = [*STORIES, replace(STORIES[0], id="near", path="stories/near", articles=(near,))]
    found = why_story(["q0"], stories)
    assert (found.nearest.other, found.nearest_story) == ("n0", "near")
    lines = inside_lines(found, stories)
    assert any(line.startswith("nearest left out: ") and line.endswith(", in story near") for line in lines)
    assert any("telling words of both: " in line and "lisbon" in line for line in lines)
    assert any(line.strip().startswith("starts at") for line in lines)
    assert not any(line.startswith("nearest left out") for line in inside_lines(why_story(["q0"], STORIES), STORIES))
