"""Headlines say in which language they stand where the page is in another, and in which direction they run."""

import re
from dataclasses import replace

import pytest
from render_sample import EDITION

from digest.model import Settings
from digest.render import render

STORY = next(story for story in EDITION.stories if not story.hidden)


def headings(story_language, site_language, to_html):
    """The heading of a story on its page and on the front page, of a site in a language."""
    articles = tuple(replace(article, language=story_language) for article in STORY.articles)
    stories = tuple(replace(each, articles=articles) if each is STORY else each for each in EDITION.stories)
    pages = {
        page.path: page.text for page in render(replace(EDITION, stories=stories), Settings(languages=(site_language,)))
    }
    yield re.search(r"<h1[^>]*>", to_html(pages[f"{STORY.path}.md"])).group()
    yield re.search(rf"<(?:h[23]|a)[^>]*(?:id=\"t-{STORY.id}\"|{STORY.path})[^>]*>", to_html(pages["index.md"])).group()


@pytest.mark.parametrize(
    ("story", "site", "wanted"),
    [
        ("ar", "en", 'dir="rtl" lang="ar"'),
        ("de", "en", 'lang="de"'),
        ("en", "fa", 'dir="ltr" lang="en"'),
        ("he", "ar", 'lang="he"'),
    ],
)
def test_a_headline_in_another_language_says_so(story, site, wanted, to_html):
    """With the direction where that is another too."""
    for heading in headings(story, site, to_html):
        assert sorted(re.findall(r'(?:lang|dir)="\w+"', heading)) == wanted.split()


@pytest.mark.parametrize(("story", "site"), [("ar", "ar"), ("en", "en"), (None, "en")])
def test_a_headline_in_the_language_of_the_site_says_nothing(story, site, to_html):
    """So does one whose language nobody knows."""
    for heading in headings(story, site, to_html):
        assert "lang=" not in heading
        assert "dir=" not in heading
