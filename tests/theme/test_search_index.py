"""What Pagefind is given to index."""

import gzip
import json
from dataclasses import replace

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
        "day": ["2031-05-09"],
        "source": ["Harbour Post", "Tide Wire", "Northbank Radio", "not named"],
        "topic": ["Transport"],
    }
    assert "of 4 sources" not in page["content"]
    assert "How stories are made" not in page["content"]
    assert "more statements" not in page["content"]
    assert page["meta"].keys() == {"title", "date", "sources"}  # the words of a drawing would be found on every page


def test_what_the_fields_offer_is_what_the_index_has(tmp_path):
    """Each value of each filter, as Pagefind reads it off the pages, also with markup in it; none of a hidden story."""
    sample = edition()
    hostile = edition(lambda _: "<b>zinc</b> &  “x”", len(sample.stories) + 1).stories[-1]
    hidden = replace(sample.stories[0], hidden=True)
    site = build(replace(sample, stories=(hidden, *sample.stories[1:], hostile)), tmp_path / "digest")
    known = {}
    for page in indexed(site).values():
        for name, values in page["filters"].items():
            known.setdefault(name, set()).update(values)
    offered = json.loads((site / "search" / "filters.json").read_text("utf-8"))
    assert {name: set(values) for name, values in offered.items()} == known


def test_a_digest_without_a_story_has_an_index_too(tmp_path):
    """The front page, which says what to do next, is then what search finds."""
    found = indexed(build(edition(stories=0), tmp_path / "digest"))
    assert list(found) == ["/"]
    assert "How stories are made" not in found["/"]["content"]
