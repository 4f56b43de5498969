"""Grouping stays as good as it is on the development data, with the packaged weights and one setting for all sets."""

import sys
from pathlib import Path

import pytest

from digest.gate import FLOORS
from digest.group.measured import CAUTIONS
from digest.group.rules import RULES

sys.path.insert(0, str(Path(__file__).parent))

SETS = ("allsides_dated", "basil", "ecbplus", "wikinews")


@pytest.fixture(scope="module")
def sets(shared):
    """The development sets by name, and the module that reads them."""
    shared("data/stories")
    import group_fit

    return {name: group_fit.load(name) for name in SETS}, group_fit


@pytest.mark.parametrize("name", SETS)
def test_a_set_does_not_fall_below_its_floor(sets, name):
    """BCubed F1 of the stories told against the true ones."""
    loaded, fit = sets
    assert fit.bcubed(loaded[name].stories, fit.told(loaded[name].articles, RULES)) >= FLOORS[name].least


def test_the_mixed_stream_does_not_fall_below_its_floor(sets):
    """All sets at once, half of the stories thinned to a single article."""
    loaded, fit = sets
    mixed = fit.thinned(list(loaded.values()))
    assert fit.bcubed(mixed.stories, fit.told(mixed.articles, RULES)) >= FLOORS["mixed"].least


def test_the_five_dumps_are_one_story(shared):
    """Five raw texts of one event, undated, among the articles of another set: one story of exactly these."""
    import group_fit

    from digest.group import group
    from digest.model import Article, one_line

    shared("data/stories")
    dumps = []
    for path in sorted(shared("seeds").glob("*.txt")):
        title, *lines = (line for line in map(one_line, path.read_text(encoding="utf-8").splitlines()) if line)
        dumps.append(Article(id=path.stem, where=path.name, title=one_line(title[:200]), paragraphs=tuple(lines)))
    stories, _ = group([*dumps, *group_fit.load("basil").articles])
    (story,) = [story for story in stories if {each.id for each in story.articles} & {dump.id for dump in dumps}]
    assert {each.id for each in story.articles} == {dump.id for dump in dumps}
    assert len(dumps) == 5


def test_feed_items_do_not_fall_below_their_floor(shared):
    """Stories of a title and a sentence each, by the packaged weights and by those fitted on other days."""
    import group_fit
    import group_items

    items = group_items.load(shared("data/gold"))
    packaged = group_items.figures(items, group_fit.told(items.articles, RULES))
    assert packaged.precision >= 0.88
    assert packaged.recall >= 0.55
    crossed = group_items.crossed(items, group_fit.told, RULES)
    assert crossed.precision >= 0.88
    assert crossed.recall >= 0.55
    assert crossed.pure >= 0.8 * crossed.told
    assert tuple(CAUTIONS["normal"]) == pytest.approx(
        (crossed.precision, crossed.recall, crossed.pure, crossed.told), abs=0.051
    )
