"""Words say in which language they stand where the page is in another, and in which direction they run."""

import re
from dataclasses import replace

import pytest
from lxml import html
from render_sample import EDITION, GULLS

from digest.model import Settings
from digest.render import render
from digest.translations import catalogue_of

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


def told(edition):
    """The titles, lines, quotations and values of an edition: what stands on its pages in the words of articles."""
    for story in edition.stories:
        yield from (article.title for article in story.articles)
        yield from (copy.article.title for article in story.articles for copy in article.copies)
        yield from (point.text for point in story.points)
        yield from (passage.text for point in story.points for passage in point.beside)
        yield from (quote.text.strip("“”") for quote in story.quotes)
        yield from (value.text for figure in story.figures if figure.conflict for value in figure.values)
        yield from (passage.text for passage in story.only_in)


@pytest.mark.parametrize(("site", "direction"), [("ar", "ltr"), ("de", None)])
def test_whatever_stands_in_another_language_says_so(site, direction, to_html):
    """Each headline, line, quotation, value and row of each page, wherever it stands; dates and counts of ours do not."""

    def in_english(article):
        copies = tuple(replace(copy, article=in_english(copy.article)) for copy in article.copies)
        return replace(article, language="en", copies=copies)

    stories = tuple(replace(one, articles=tuple(map(in_english, one.articles))) for one in EDITION.stories)
    wanted = {words for words in told(EDITION) if len(words) > 3}
    seen = set()
    for page in render(replace(EDITION, stories=stories), Settings(languages=(site,))):
        if not page.path.endswith(".md") or page.path in ("offline.md", "add.md", "method.md"):
            continue
        for node in html.fromstring(f"<div>{to_html(page.text)}</div>").iter():
            texts = [(node, node.text), (node.getparent(), node.tail)]
            for where, text in texts:
                if text and where is not None and (found := [words for words in wanted if words in text]):
                    marked = next((each for each in (where, *where.iterancestors()) if each.get("lang")), None)
                    assert marked is not None, (page.path, text)
                    assert (marked.get("lang"), marked.get("dir")) == ("en", direction)
                    seen.update(found)
    assert len(seen) > len(wanted) / 2


def test_a_name_before_words_that_run_from_the_right_stands_apart():
    """Before a date, and as the first word of a sentence of ours, it would turn round what comes after it."""
    pages = {page.path: page.text for page in render(EDITION, Settings(languages=("ar",)))}
    story = next(text for path, text in pages.items() if path.startswith("stories/") and "{ #days }" in text)
    added = story.partition("{ #days }")[2].partition("\n## ")[0]
    assert re.search(r"^- \*\*[^*]+\*\* <bdi>Harbour Post</bdi>$", added, re.MULTILINE)
    assert re.search(r"^- <bdi>[^<]+</bdi> \([^)]+\) ", story, re.MULTILINE)
    assert not any("<bdi>" in page.text for page in render(EDITION, Settings()) if page.path.endswith(".md"))


def test_what_stands_in_the_language_of_the_page_is_not_marked(to_html):
    """Nor is what has none that is known."""
    for page in render(EDITION, Settings()):
        if page.path.endswith(".md"):
            assert not re.findall(r'<(?:span|p|li|a)[^>]* lang="en"', page.text)


def test_a_method_page_without_a_catalogue_of_its_own_says_that_it_is_english(monkeypatch):
    """Its title is the site's all the same."""
    known = replace(catalogue_of("he"), method=False)
    monkeypatch.setattr("digest.render.method.in_force", lambda: known)
    pages = {page.path: page.text for page in render(EDITION, Settings(languages=("he",)))}
    title, _, rest = pages["method.md"].partition('<div markdown="1" lang="en" dir="ltr">')
    assert known.messages["How stories are made"] in title
    assert rest.endswith("</div>\n")


@pytest.mark.parametrize("site", ["en", "de", "he", "ja"])
def test_a_column_in_which_nothing_is_known_is_left_out_whatever_the_language_calls_it(site):
    """The table of one article of which only publisher and title are known has number, publisher and title."""
    pages = {page.path: page.text for page in render(EDITION, Settings(languages=(site,)))}
    table = [line for line in pages[f"{GULLS.path}.md"].splitlines() if line.startswith("|")]
    assert len(table) == 3
    assert {line.count("|") for line in table} == {4}
