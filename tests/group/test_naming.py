"""Ids, slugs and headlines."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import QUAKE, article, event

from digest.group import group, naming


@given(st.text(max_size=300))
def test_a_slug_is_a_safe_file_name_whatever_the_title_is(title):
    """Lower-case ASCII words joined by hyphens, bounded, never a name that something reads otherwise."""
    slug = naming.slug(title)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug)
    assert len(slug) <= naming.LONGEST_SLUG
    assert slug not in naming.RESERVED


def test_hostile_paths_make_safe_slugs(shared):
    """No payload of the path vectors leaves the folder."""
    for line in shared("data/vectors/paths.jsonl").read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", naming.slug(json.loads(line)["payload"]))


def test_a_slug_is_readable():
    """Other scripts are transliterated, apostrophes do not part words, long titles are cut between words."""
    assert naming.slug("Brüssel’s 2nd vote: no!") == "brussels-2nd-vote-no"
    assert naming.slug("Москва") == "moskva"
    assert naming.slug("Con") == "con-story"
    assert naming.slug("?!") == "story"
    assert naming.slug("word " * 40).endswith("-word")


def test_equal_titles_get_paths_of_their_own():
    """Paths differ also where case does not count, and ids differ too."""
    stories, _ = group([article("a", "Morning briefing", day=0), article("b", "MORNING Briefing", day=20)])
    assert len({story.path.lower() for story in stories}) == 2
    assert all(story.path.startswith("stories/2026/03/morning-briefing") for story in stories)


def test_the_id_comes_from_the_founding_article():
    """The earliest article by day, then id, gives the id; later ones do not change it."""
    (before,), _ = group(event("q", QUAKE, 1))
    (after,), _ = group(event("q", QUAKE, 4))
    assert before.id == after.id
    assert re.fullmatch(r"[0-9a-f]{16}", before.id)


def test_the_headline_is_the_plainest_title_of_a_member():
    """Neither shouting, nor a question, nor the first words of the text, if there is another."""
    text = "Tremor of magnitude six shakes Lisbon and its harbour early on Monday, said the seismologist."
    shouting = article("a", "EARTHQUAKE TREMOR SHAKES LISBON", text, day=0)
    asking = article("b", "Why did a magnitude six earthquake shake Lisbon?", text, day=0)
    opening = article("c", "Tremor of magnitude six shakes Lisbon and its harbour early on Monday", text, day=0)
    plain = article("d", "Earthquake of magnitude six shakes Lisbon", text, day=0)
    assert naming.headline([shouting, asking, opening, plain]) is plain
    (story,), _ = group([shouting, asking, opening, plain])
    assert (story.headline, story.headline_by) == (plain.title, "d")


def test_the_headline_is_of_the_newest_state():
    """A title of the newest day heads a story, one of an earlier day where that day has only poor ones or no date."""
    text = "A tremor of magnitude six shook Lisbon and its harbour on Monday."
    first = article("a", "Earthquake of magnitude six shakes Lisbon", text, day=0)
    found = article("b", "Nine found alive beneath the harbour of Lisbon", text, day=1)
    poor = article("c", "WHAT WE KNOW ABOUT THE EARTHQUAKE OF LISBON", text, day=2)
    undated = article("d", "Earthquake of magnitude six shakes Lisbon", text, day=None)
    beside = article("e", "Twelve new stalls for the market", "The market has twelve new stalls since the tremor.", day=2)
    assert naming.headline([first, found]) is found
    assert naming.headline([undated, found]) is found
    assert naming.headline([first, poor]) is first
    assert naming.headline([first, found, beside]) is found


@pytest.mark.parametrize(
    "title",
    [
        "What to know about the quake in Lisbon",
        "You won’t believe this quake in Lisbon",
        "7 ways to live through a quake in Lisbon",
        "Here’s why the quake shook Lisbon",
        "Watch: an earthquake shakes Lisbon",
    ],
)
def test_a_title_that_only_promises_heads_no_story(title):
    """By the words of its own language: in another they may say something else."""
    assert naming.flaws(article("a", title, "A quake shook Lisbon.", day=0)) == 2
    assert naming.flaws(replace(article("a", title, "A quake shook Lisbon.", day=0), language="fi")) == 0


def test_a_report_heads_a_story_and_no_opinion_on_it():
    """In any language that labels opinions, and where only the address says so."""
    text = "Ein Beben der Stärke sechs erschütterte Lissabon, sagte der Seismologe."
    report = article("r", "Beben erschüttert Lissabon", text, day=1)
    labelled = article("o", "Meinung: Das Beben von Lissabon war keine Überraschung", text, day=0)
    addressed = article("a", "Das Beben von Lissabon, kühl gesehen", text, day=0, url="https://example.org/meinung/beben")
    assert naming.headline([labelled, addressed, report]) is report
