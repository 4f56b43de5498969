"""What Pagefind is given to index."""

import gzip
import json

from theme.build import build
from theme.sample import edition


def indexed(site):
    """Return the pages of a site's search index, by address."""
    found = {}
    for path in (site / "pagefind" / "fragment").iterdir():
        text = gzip.decompress(path.read_bytes()).decode()
        page = json.loads(text[text.index("{") :])
        found[page["url"]] = page
    return found


def test_only_stories_are_searched(tmp_path):
    """Each story is in the index with its topic, sources, languages and month; lists and the theme's frame are not."""
    found = indexed(build(edition(), tmp_path / "digest"))
    assert len(found) == len(edition().stories)
    assert all(url.startswith("/stories/") for url in found)
    page = found["/stories/2031/05/tram-fares-0/"]
    assert page["filters"] == {
        "language": ["en"],
        "month": ["2031-05"],
        "source": ["Harbour Post", "Tide Wire", "Northbank Radio", "not named"],
        "topic": ["Transport"],
    }
    assert "of 4 sources" not in page["content"]
    assert "How stories are made" not in page["content"]
    assert "more statements" not in page["content"]
    assert page["meta"].keys() == {"title", "date", "sources"}  # the words of a drawing would be found on every page


def test_a_digest_without_a_story_has_an_index_too(tmp_path):
    """The front page, which says what to do next, is then what search finds."""
    found = indexed(build(edition(stories=0), tmp_path / "digest"))
    assert list(found) == ["/"]
    assert "How stories are made" not in found["/"]["content"]
