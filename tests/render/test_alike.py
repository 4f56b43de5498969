"""Stories whose pages two editions share: `digest impact` does not render them."""

from dataclasses import replace

from render_sample import EDITION
from test_render_front import told
from test_render_pages import made

from digest.model import Settings
from digest.render.alike import alike


def test_a_story_beside_one_that_moves_has_another_page():
    """A page leads to the stories before and after it on its day; one of another day stays as it is."""
    stories = tuple(told(n, "A", "B", ago=ago) for n, ago in enumerate((1, 1, 9)))
    one = replace(EDITION, stories=stories)
    other = replace(EDITION, stories=(stories[0], replace(stories[1], path=f"{stories[1].path}-2"), stories[2]))
    was, now = made(one), made(other)
    same = {story.id for story in stories if was[f"{story.path}.md"] == now.get(f"{story.path}.md")}
    assert alike((one, Settings()), (other, Settings())) == same == {stories[2].id}
