"""The way to tell the people who keep a digest that a page of it is wrong."""

import re

import pytest
from theme.build import lay_out
from theme.sample import STORY, edition

from digest.model import Settings
from digest.write.site import build_site

ADDRESS = "https%3A//example.org/news/" + STORY


def pages(folder, repository):
    """Return the pages of a small site whose seeds/digest.yml names this repository."""
    digest = Settings(url="https://example.org/news/", repository=repository)
    sample = edition(stories=2)
    lay_out(sample, folder, digest)
    site = build_site(folder, digest, sample.day).path
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}


@pytest.mark.parametrize(
    ("repository", "form"),
    [
        (
            "https://github.com/quay/news",
            "https://github.com/quay/news/issues/new?template=correction.yml&amp;title=Correction%3A%20&amp;story="
            + ADDRESS,
        ),
        (
            "https://gitlab.com/quay/news",
            "https://gitlab.com/quay/news/-/issues/new?issue[title]=Correction&amp;issue[description]=" + ADDRESS,
        ),
        (None, None),
    ],
)
def test_a_story_leads_to_the_forges_form_with_its_address(tmp_path, repository, form):
    """Where `repository:` is set; on stories alone."""
    found = pages(tmp_path / "digest", repository)
    ways = {path: re.findall(r'href="([^"]*)">Report a problem', text) for path, text in found.items()}
    assert ways.pop(f"{STORY}index.html") == ([form] if form else [])
    assert not any(way for path, way in ways.items() if not path.startswith("stories/"))
