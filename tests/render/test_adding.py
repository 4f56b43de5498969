"""The page on adding leads to the forge's editor with a file that is right, and to forms that `digest intake` reads."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from render_sample import BRIDGE, EDITION, SURVEY

from digest.acquire.adding.intake import FORMS as READ
from digest.config.load import SCHEMAS
from digest.model import Settings
from digest.render import render
from digest.render.adding import FORMS

ROOT = Path(__file__).parents[2]
GITHUB, GITLAB = "https://github.com/weston/news", "https://gitlab.com/weston/news"


def addresses(to_html, **settings):
    """The addresses of the page's links by their words, as a browser takes them."""
    page = next(page.text for page in render(EDITION, Settings(**settings)) if page.path == "add.md")
    return {words: unescape(url) for url, words in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', to_html(page))}


@pytest.mark.parametrize(
    ("repository", "place", "name", "text"),
    [
        (GITHUB, f"{GITHUB}/new/main", "filename", "value"),
        (GITLAB, f"{GITLAB}/-/new/main", "file_name", "content"),
        ("https://gitlab.weston.example/a/b", "https://gitlab.weston.example/a/b/-/new/main", "file_name", "content"),
    ],
)
def test_the_editor_opens_with_a_file_that_is_right(to_html, repository, place, name, text):
    """But for its name, which `digest check` asks to be changed."""
    found = addresses(to_html, repository=repository, url="https://digest.example/")
    (said,) = (page.text for page in render(EDITION, Settings(repository=repository)) if page.path == "add.md")
    assert ("copy the example into it then" in said) == (name == "file_name")  # gitlab-org/gitlab#594214
    written = {}
    for words in ("Write the file of a source", "Write the file of an article"):
        parts = urlsplit(found[words])
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == place
        query = parse_qs(parts.query)
        written[query[name][0]] = query[text][0]
    source, article = written["seeds/sources/NAME.yml"], written["seeds/articles/NAME.md"]
    assert source.startswith("# yaml-language-server: $schema=https://digest.example/schema/source.json\n")
    assert SCHEMAS["source"].validate_python(yaml.safe_load(source)).feeds
    header = yaml.safe_load(article.split("---\n")[1])
    assert SCHEMAS["article"].validate_python(header).text == "brief"


def test_the_forms_are_those_that_are_read(to_html):
    """On GitHub by the file's name; on GitLab the headings are the issue's text, in the order in which they are read."""
    shown = addresses(to_html, repository=GITHUB)
    assert {name: list(form[2]) for name, form in FORMS.items()} == {name: list(keys) for name, keys in READ.items()}
    for name, (words, title, headings) in FORMS.items():
        assert shown[words] == f"{GITHUB}/issues/new?template={name}.yml"
        form = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text())
        assert form["title"] == title
        query = parse_qs(urlsplit(addresses(to_html, repository=GITLAB)[words]).query)
        assert query["issue[title]"] == [title]
        assert re.findall(r"^### (.*)$", query["issue[description]"][0], re.MULTILINE) == list(headings)


@pytest.mark.parametrize("repository", [None, "https://git.weston.example/news"])
def test_elsewhere_the_files_are_shown_and_no_link_leads_nowhere(to_html, repository):
    """A forge that is not known gets no link that it may not understand."""
    found = addresses(to_html, repository=repository)
    assert list(found.values()) == ([repository] if repository else [])


def test_the_index_of_sources_leads_there(pages):
    """Whoever misses a source looks there."""
    assert "[add a source or an article](../add.md)" in pages["sources/index.md"]


def test_a_story_without_articles_has_the_form_too_and_none_has_it_without_an_address():
    """The form names the page by its address, so that a digest without one has no way to fill it in."""
    gone = replace(
        SURVEY,
        articles=(),
        headline_by=None,
        points=(),
        figures=(),
        quotes=(),
        only_in=(),
        origins=(),
        roles=(),
        hidden=True,
    )
    edition = replace(EDITION, stories=(BRIDGE, gone))
    for url in ("https://digest.example/", None):
        made = {page.path: page.text for page in render(edition, Settings(url=url, repository=GITHUB))}
        for story in (BRIDGE, gone):
            found = re.findall('^problem: "(.*)"$', made[f"{story.path}.md"], re.MULTILINE)
            query = [parse_qs(urlsplit(unescape(address)).query) for address in found]
            assert [one["story"] for one in query] == ([[f"{url}{story.path}/"]] if url else [])
