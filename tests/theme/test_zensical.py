"""Material's successor builds the same pages from the same content/ and mkdocs.yml."""

import subprocess
import sys
from pathlib import Path

import html5lib
import pytest
from theme.build import chrome_and_article, lay_out
from theme.sample import edition

from digest.model import Settings


def words(html: str) -> list[str]:
    """Return the words of a piece of a page, in order."""
    return " ".join(html5lib.parse(html, namespaceHTMLElements=False).itertext()).split()


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """Return site/ as MkDocs and as Zensical build it, each by its plain command."""
    sites = []
    for name in ("mkdocs", "zensical"):
        root = tmp_path_factory.mktemp(name) / "digest"
        lay_out(edition(), root, Settings())
        run = [str(Path(sys.executable).parent / "zensical")] if name == "zensical" else [sys.executable, "-m", "mkdocs"]
        done = subprocess.run([*run, "build"], cwd=root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr + done.stdout
        sites.append(root / "site")
    return sites


def listing(site: Path) -> dict[str, Path]:
    """Return all but the builders' own assets, by path."""
    own = {"sitemap.xml", "sitemap.xml.gz", "search.json"}
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {name: path for name, path in found.items() if name not in own and not name.startswith("assets/")}


def test_both_build_the_same_pages(both):
    """The same addresses: pages, feeds, JSON, drawings."""
    mkdocs, zensical = map(listing, both)
    assert mkdocs.keys() == zensical.keys()
    assert "method/index.html" in mkdocs


def test_both_show_the_same_words(both):
    """The same words in each article, in masthead and colophon, and in the title; the same bytes in other files."""
    mkdocs, zensical = map(listing, both)
    for name, path in mkdocs.items():
        if path.suffix != ".html":
            assert path.read_bytes() == zensical[name].read_bytes(), name
            continue
        ours, theirs = (chrome_and_article(p.read_text("utf-8")) for p in (path, zensical[name]))
        assert words(ours[1]) == words(theirs[1]), name
        for tag in ("title", "header", "footer"):
            assert _inside(ours[0], tag) == _inside(theirs[0], tag), name


def test_the_title_of_a_hand_written_page_is_shown_as_written(both):
    """Nobody has escaped it before the theme."""
    for site in both:
        title = _inside((site / "method" / "index.html").read_text("utf-8"), "title")
        assert " ".join(title) == "Method <i> & more – The Digest"


def test_readers_find_the_feeds(both):
    """Each page names the digest's feeds in its head, a topic's page its own too, and the files are there."""
    for site in both:
        page = site / "topics" / "transport" / "index.html"
        links = html5lib.parse(page.read_text("utf-8"), namespaceHTMLElements=False).iter("link")
        feeds = [(page.parent / link.get("href")).resolve() for link in links if link.get("rel") == "alternate"]
        assert [feed.relative_to(site.resolve()).as_posix() for feed in feeds] == [
            *("feed.xml", "atom.xml", "feed.json"),
            *(f"topics/transport/{name}" for name in ("feed.xml", "atom.xml", "feed.json")),
        ]
        assert all(feed.exists() for feed in feeds)


def test_both_use_the_theme(both):
    """Style, script and icon come from our theme in both."""
    for site in both:
        for asset in ("digest.css", "digest.js", "search.js", "favicon.svg"):
            assert (site / "assets" / asset).exists()


def _inside(html: str, tag: str) -> list[str]:
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return [word for element in tree.iter(tag) for word in " ".join(element.itertext()).split()]
