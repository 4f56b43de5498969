"""`digest add URL`: feeds, pages that lead to feeds, and articles, each under the rules of its host."""

from datetime import UTC, datetime

import pytest

from digest.acquire import acquire
from digest.acquire.adding.publishers import PublisherOptions
from digest.acquire.adding.urls import add_urls
from digest.acquire.adding.webpage import read_webpage
from digest.acquire.network.fetch import http_client
from digest.cli.filters import headline_of
from digest.config import load

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LINKS = """<html lang="en-GB"><head><title>Harbour News - home</title>
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<link rel="alternate" type="application/rss+xml" href="news.xml"><link rel=alternate type=application/atom+xml href=/a.xml>
<link rel="stylesheet" type="application/rss+xml" href="/no.xml"></head><body></body></html>"""
ARTICLE = """<!doctype html><html lang="en"><head><title>x</title><meta property="og:type" content="article">
<meta property="og:title" content="Pier: open &amp; &#8216;free&#8217;"><meta property="article:published_time"
content="2026-11-19T08:00:00+01:00"></head><body><p>The pier is open.</p></body></html>"""


@pytest.fixture
def add(site, digest_at):
    config = digest_at(site, {})

    def run(*addresses, article=False, **said):
        client = http_client(config, timeout=5)
        return add_urls(
            load(config.root)[0], addresses, NOW, client, PublisherOptions(**said), headline=headline_of, article=article
        )

    return run


def test_a_feeds_own_address_makes_its_source(site, feed_of, add, tmp_path):
    """The feed is named after its own words, its address kept for fetching, its items archived."""
    url = site.page("/feed.xml", feed_of("one", "two", base="https://harbour.example"))
    report = add(url)
    assert not report.problems
    (source,) = load(tmp_path)[0].sources
    assert [feed.url for feed in source.feeds] == [url]
    assert source.home == "https://harbour.example/"
    assert len(acquire(load(tmp_path)[0])[0]) == 2
    assert "2 items" in report.added[-1].detail
    assert [it.kind for it in add(url).added] == ["known"]


def test_what_is_left_out_of_a_feed_at_an_address_is_noted(site, feed_of, add, tmp_path):
    """A feed of more items than are kept at a time is added, and a note says how many are not."""
    url = site.page("/feed.xml", feed_of(*(f"n{number}" for number in range(203)), base="https://harbour.example"))
    (note,) = add(url).problems
    assert (note.by_hand, "3 items beyond the newest 200" in note.detail) == (False, True)
    assert len(acquire(load(tmp_path)[0])[0]) == 200


def test_a_pages_links_lead_to_its_feeds(site, feed_of, add, tmp_path):
    """The first feed that is not about comments is taken; the others are named with title and freshness."""
    site.page("/", LINKS)
    for path in ("/news.xml", "/a.xml", "/comments/feed"):
        site.page(path, feed_of(path.strip("/").replace("/", "-"), base=site.base))
    report = add(f"{site.base}/")
    (source,) = load(tmp_path)[0].sources
    assert [feed.url for feed in source.feeds] == [f"{site.base}/news.xml"]
    assert f"{site.base}/a.xml (News, 1 item, " in report.added[-1].detail
    assert site.hits["/no.xml"] == 0


def test_common_paths_are_tried_where_no_link_leads(site, feed_of, add, tmp_path):
    """A page without links is asked at the usual places, and no further once one answers."""
    site.page("/", "<html><title>x</title></html>")
    site.page("/rss.xml", feed_of("one", base=site.base))
    add(f"{site.base}/")
    assert [feed.url for feed in load(tmp_path)[0].sources[0].feeds] == [f"{site.base}/rss.xml"]
    assert site.hits["/atom.xml"] == 0


def test_an_article_is_stored_with_where_it_came_from(site, add, tmp_path):
    """An article's page stands in seeds/articles under a header; adding it again adds nothing."""
    url = site.page("/2026/pier", ARTICLE)
    (added,) = add(url, article=True).added
    (entry,), problems = acquire(load(tmp_path)[0])
    assert problems == ()
    assert added.where == entry.where == "seeds/articles/pier-open-free.html"
    assert (entry.title, entry.link, entry.seen) == ("Pier: open & ‘free’", url, NOW)
    assert (entry.published, entry.language, entry.page) == ("2026-11-19T08:00:00+01:00", "en", True)
    assert "The pier is open." in entry.body
    assert [it.kind for it in add(url, article=True).added] == ["known"]


def test_a_stored_page_has_its_own_headline(site, add, tmp_path):
    """Without the site's name, as a build would read it off the page."""
    page = (
        '<!doctype html><html><head><title>Pier opens again | Harbour News</title><meta property="og:site_name" '
        'content="Harbour News"></head><body><h1>Pier opens again</h1><p>The pier of Easton is open again.</p></body></html>'
    )
    add(site.page("/2026/pier", page), article=True)
    (entry,), _ = acquire(load(tmp_path)[0])
    assert (entry.title, entry.where) == ("Pier opens again", "seeds/articles/pier-opens-again.html")


def test_a_page_is_stored_only_where_that_is_asked_for(site, feed_of, add, tmp_path):
    """A page without a feed is a problem that names --article; one with a feed gives that feed, or itself with --article."""
    url = site.page("/2026/pier", ARTICLE)
    (problem,) = add(url).problems
    assert (problem.code, problem.by_hand) == ("no-feed", True)
    assert "--article" in problem.remedy
    assert not (tmp_path / "seeds/articles").exists()
    site.page(
        "/2026/pier", ARTICLE.replace("</head>", '<link rel="alternate" type="application/rss+xml" href="/f.xml"></head>')
    )
    site.page("/f.xml", feed_of("one", base=site.base))
    add(url, article=True, name="Harbour", language="nl")
    (entry,), _ = acquire(load(tmp_path)[0])
    assert (entry.publisher, entry.language, entry.link) == ("Harbour", "nl", url)
    assert add(url).added[0].kind == "source"


def test_a_feeds_word_alone_does_not_make_it_anothers(site, feed_of, add, tmp_path):
    """A feed that claims the home of a known publisher but lies elsewhere is told, and neither written nor archived."""
    (tmp_path / "seeds/sources/harbour.yml").write_text("name: Harbour\nhome: https://harbour.example/\n")
    report = add(site.page("/feed.xml", feed_of("one", base="https://harbour.example")))
    (problem,) = report.problems
    assert problem.code == "foreign-address"
    assert "feeds" not in (tmp_path / "seeds/sources/harbour.yml").read_text()
    assert acquire(load(tmp_path)[0])[0] == ()


def test_a_closed_page_is_not_asked(site, add):
    """robots.txt is read before a page; a page it closes is told and not fetched."""
    site.page("/robots.txt", "User-agent: *\nDisallow: /2026/\n")
    report = add(site.page("/2026/pier", ARTICLE))
    assert "robots.txt" in report.problems[0].detail
    assert site.hits["/2026/pier"] == 0


def test_a_feed_is_read_where_pages_are_closed(site, feed_of, add):
    """A feed is there to be fetched; robots.txt is asked for pages alone."""
    site.page("/robots.txt", "User-agent: *\nDisallow: /\n")
    report = add(site.page("/feed.xml", feed_of("one", base=site.base)))
    assert not report.problems
    assert site.hits["/feed.xml"] == 1


def test_what_cannot_be_added_is_told(site, add):
    """No address, a refused one, a missing page, a page without feed or article: one Problem each, by hand."""
    site.page("/", "<html><title>x</title></html>")
    report = add("harbour", "http://10.0.0.1/", f"{site.base}/missing", f"{site.base}/")
    assert [problem.where for problem in report.problems] == [
        "harbour",
        "http://10.0.0.1/",
        f"{site.base}/missing",
        f"{site.base}/",
    ]
    assert all(problem.by_hand for problem in report.problems)
    assert not report.added


def test_a_hostile_page_is_read_in_bounds():
    """Endless markup, broken entities and odd bases end with a page that says little."""
    for markup in (
        "<" * 400_000,
        "<!--" * 100_000,
        "<title>" * 50_000,
        "&#x110000;<base href='//['><link rel=alternate>",
        "\0",
    ):
        assert read_webpage(markup, "https://a.example/").feeds == ()


def test_what_is_neither_a_feed_nor_a_page_is_told(site, add):
    """So is an address that is malformed, and nothing is written."""
    url = site.page("/data.json", '{"a": 1}', Content_Type="application/json")
    assert [it.code for it in add(url, "http://[x/feed.xml").problems] == ["not-a-feed", "no-address"]


def test_of_many_feeds_twenty_are_looked_at():
    """A page may name thousands; an address that cannot be joined is none."""
    links = "".join(f'<link rel=alternate type="application/rss+xml" href="/{number}.xml">' for number in range(30))
    broken = '<link rel=alternate type="application/rss+xml" href="http://[x">'
    found = read_webpage(f"<html><head>{broken}{links}</head></html>", "https://a.example/").feeds
    assert found == tuple(f"https://a.example/{number}.xml" for number in range(20))


def test_a_second_page_is_stored_beside_the_first(site, add, tmp_path):
    """Only the same address is the same page."""
    add(site.page("/2026/pier", ARTICLE), article=True)
    (added,) = add(site.page("/2026/quay", ARTICLE), article=True).added
    assert (added.kind, added.where) == ("article", "seeds/articles/pier-open-free-2.html")
