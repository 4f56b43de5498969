"""The way to tell the people who keep a digest that a page of it is wrong."""

import re
from html import unescape

import pytest
from theme.build import lay_out
from theme.sample import STORY, edition

from digest.model import Settings
from digest.write.site import build_site

GITHUB = "https://github.com/quay/news/issues/new?template=correction.yml&story=https%3A//example.org/news/" + STORY
GITLAB = (
    "/-/issues/new?issue%5Btitle%5D=Correction%3A%20&issue%5Bdescription%5D="
    f"%23%23%23%20Story%0A%0Ahttps%3A//example.org/news/{STORY}%0A%0A%23%23%23%20Correction%0A%0A%0A%0A"
    "%23%23%23%20Where%20that%20can%20be%20read%0A%0A%0A"
)


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
        ("https://github.com/quay/news", GITHUB),
        ("https://gitlab.com/quay/news", "https://gitlab.com/quay/news" + GITLAB),
        ("https://github.com/gitlab-fans/news", GITHUB.replace("quay/news/i", "gitlab-fans/news/i")),
        ("https://git.quay.example/quay/news", None),
        (None, None),
    ],
)
def test_a_story_leads_to_the_forges_form_with_its_address(tmp_path, repository, form):
    """Where `repository:` is on a forge that is known, by its host; on stories alone."""
    found = pages(tmp_path / "digest", repository)
    ways = {path: re.findall(r'href="([^"]*)">Report a problem', text) for path, text in found.items()}
    assert [unescape(way) for way in ways.pop(f"{STORY}index.html")] == ([form] if form else [])
    assert not any(way for path, way in ways.items() if not path.startswith("stories/"))
    assert all('class="problem"' not in text for text in found.values()) or form
