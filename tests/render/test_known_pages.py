"""Pages that are as they were: what is known of them is what would be rendered, and they are not rendered."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from render_sample import EDITION
from test_render_front import ties, told
from test_render_pages import made

from digest.model import KnownPage, Page, Related, Settings, Source, Topic
from digest.render import render
from digest.render.remembered import keys_of
from digest.render.site import Site
from digest.runtime.cache import Within

HARBOUR, TIDE, MIRROR = (
    Source(id=name, name=name.title(), home=f"https://{name}.example/", formerly=(f"old-{name}",))
    for name in ("harbour", "tide", "mirror")
)
SHIPS = Topic(id="ships", name="Ships")


def of(number, *sources, **fields):
    """A story of an article by each of these sources."""
    story = told(number, *(source.name for source in sources), **fields)
    pairs = zip(story.articles, sources, strict=True)
    return replace(story, articles=tuple(replace(article, source=source.id) for article, source in pairs))


FOUR = of(4, MIRROR, ago=40)
NEAR = (Related(id=FOUR.id, path=FOUR.path, headline=FOUR.headline, kind="same-subject", why=("bridge",)),)
ONE, SIX = ties(of(1, HARBOUR, TIDE, ago=1, topics=("ships",)), of(6, TIDE, MIRROR, ago=3))
TWO, SEVEN = ties(of(2, HARBOUR, MIRROR, ago=1), of(7, MIRROR, HARBOUR, ago=2))
STORIES = (
    ONE,
    TWO,
    of(3, TIDE, MIRROR, ago=9, topics=("ships",), redirects=("stories/2026/06/once-three",), related=NEAR),
    FOUR,
    of(5, TIDE, HARBOUR, ago=366),
    SIX,
    SEVEN,
)
BEFORE = replace(EDITION, stories=STORIES, sources=(HARBOUR, TIDE, MIRROR), topics=(SHIPS,))


def with_story(number, **fields):
    """The edition with one story another."""
    return replace(BEFORE, stories=tuple(replace(one, **fields) if one.id == f"s{number}" else one for one in STORIES))


CHANGES = {
    "a story more": replace(BEFORE, stories=(*STORIES, of(8, TIDE, MIRROR, ago=1))),
    "a story fewer": replace(BEFORE, stories=STORIES[1:]),
    "a day before all others": replace(BEFORE, stories=(*STORIES, of(8, TIDE, ago=800))),
    "another headline": with_story(2, headline="Another"),
    "a story that moves": with_story(2, path="stories/2026/06/story-2-2", redirects=("stories/2026/06/story-2",)),
    "an event that grows": replace(BEFORE, stories=(*STORIES[:-1], *ties(SEVEN, of(8, TIDE, ago=12)))),
    "a story at an old address": replace(
        BEFORE, stories=(*STORIES, replace(of(8, TIDE, ago=12), path="stories/2026/06/once-three"))
    ),
    "another headline a year before": with_story(5, headline="Another"),
    "a headline in another language": with_story(
        4, articles=tuple(replace(article, language="fr") for article in FOUR.articles)
    ),
    "the next day": replace(BEFORE, day=BEFORE.day + timedelta(days=1)),
    "an address that leads here no more": with_story(3, redirects=()),
    "hidden": with_story(4, hidden=True),
    "pinned": with_story(2, pinned=True),
    "a topic": with_story(2, topics=("ships",)),
    "nothing in common any more": with_story(6, related=()),
    "an article fewer": with_story(7, articles=STORIES[6].articles[1:], points=(), headline_by=None),
    "a source called otherwise": replace(BEFORE, sources=(HARBOUR, replace(TIDE, name="Ebb"), MIRROR)),
    "a source that was another": replace(BEFORE, sources=(replace(HARBOUR, formerly=("quay",)), TIDE, MIRROR)),
    "a source without a story": replace(BEFORE, sources=(*BEFORE.sources, Source(id="old-tide", name="Quay", home=""))),
    "a topic called otherwise": replace(BEFORE, topics=(replace(SHIPS, name="Boats"),)),
    "a topic more": replace(BEFORE, topics=(SHIPS, Topic(id="boats", name="Boats"))),
    "a topic fewer": replace(BEFORE, topics=()),
    "nothing": BEFORE,
}


@cache
def whole_of(change):
    """All pages of the edition with this change."""
    return made(CHANGES[change], url="https://weston.example/")


def twice(one, other, before=None, after=None):
    """The pages of an edition and settings, made after those of another with the same memo."""
    memo = Within()
    render(one, before or Settings(), memo=memo)
    return render(other, after or before or Settings(), memo=memo)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("ways", [1, -1], ids=["to", "from"])
def test_what_is_remembered_is_what_would_be_rendered(change, ways):
    """Whatever changed since, each page has the hash and, where somebody asks, the text of one that is made from nothing."""
    one, other = ("nothing", change)[::ways]
    pages = twice(CHANGES[one], CHANGES[other], Settings(url="https://weston.example/"))
    whole = whole_of(other)
    assert {page.path: page.sha256 for page in pages} == {
        path: Page(path=path, text=text).sha256 for path, text in whole.items()
    }
    known = [page for page in pages if isinstance(page, KnownPage)]
    assert known
    assert all(page.text == whole[page.path] for page in known)


SETTINGS = {
    "title": Settings(title="The Weston Digest"),
    "address": Settings(url="https://weston.example/"),
    "language": Settings(languages=("fr",)),
    "repository": Settings(repository="https://github.com/weston/digest"),
    "cards": Settings(url="https://weston.example/", cards=False),
}


@pytest.mark.parametrize("setting", SETTINGS)
def test_other_settings_render_anew(setting):
    """A page says the digest's title, and leads to its repository, in its language."""
    pages = twice(BEFORE, BEFORE, Settings(), SETTINGS[setting])
    assert [(page.path, page.text) for page in pages] == [
        (page.path, page.text) for page in render(BEFORE, SETTINGS[setting])
    ]


def test_a_story_that_grows_is_all_that_is_rendered():
    """Beside what lists it, and what each build renders: no page of a story, day, topic or source it has no part in."""
    grown = with_story(3, articles=(*STORIES[2].articles, of(3, TIDE, MIRROR, HARBOUR, ago=9).articles[2]))
    fresh = {page.path for page in twice(BEFORE, grown) if isinstance(page, Page)}
    assert {path for path in fresh if path.startswith("api/stories/")} == {"api/stories/s3.json"}
    assert {path for path in fresh if path.startswith("stories/") and path.endswith(".md")} == {
        "stories/2026/06/story-3.md",
        "stories/2026/06/once-three.md",
    }
    assert {path for path in fresh if path.startswith("topics/") and "/" not in path[7:]} == {
        "topics/index.md",
        "topics/ships.md",
        "topics/ships.coverage.svg",
    }


def test_a_known_page_is_rendered_in_the_language_of_its_site():
    """Where content/ lost it, it is written by somebody who says nothing in that language."""
    pages = twice(BEFORE, BEFORE, Settings(languages=("fr",)))
    (page,) = (page for page in pages if page.path == f"{ONE.path}.md")
    assert isinstance(page, KnownPage)
    assert page.text == made(BEFORE, languages=("fr",))[page.path]


def test_a_story_more_leaves_other_days_topics_and_sources_as_they_are():
    """What a story has no part in is not rendered for it."""
    fresh = {page.path for page in twice(BEFORE, CHANGES["a story more"]) if isinstance(page, Page)}
    assert {"topics/ships.md", "topics/ships/feed.xml", "sources/harbour.md", "sources/harbour/atom.xml"} <= {
        page.path for page in twice(BEFORE, CHANGES["a story more"]) if isinstance(page, KnownPage)
    }
    assert {"sources/tide.md", "sources/mirror/feed.xml"} <= fresh
    days = {path for path in made(BEFORE) if path.startswith("editions/")}
    assert len(days & fresh) < len(days) - 5


def test_a_story_beside_one_that_moves_has_another_page():
    """A page leads to the stories before and after it on its day; one of another day stays as it is."""
    stories = tuple(told(n, "A", "B", ago=ago) for n, ago in enumerate((1, 1, 9)))
    one = replace(EDITION, stories=stories)
    other = replace(EDITION, stories=(stories[0], replace(stories[1], path=f"{stories[1].path}-2"), stories[2]))
    was, now = made(one), made(other)
    same = {f"{story.path}.md" for story in stories if was[f"{story.path}.md"] == now.get(f"{story.path}.md")}
    keys = [keys_of(Site(edition=edition, digest=Settings())) for edition in (one, other)]
    found = {path for path in keys[0] if keys[0][path] == keys[1].get(path)}
    assert {path for path in found if path.startswith("stories/")} == same == {f"{stories[2].path}.md"}
