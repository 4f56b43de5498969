"""From a saved feed of a news service to the articles of those who published them."""

from datetime import UTC, datetime

import pytest

from digest.acquire import acquire
from digest.acquire.adding.files import add_files
from digest.clean import clean
from digest.config import load
from digest.dedupe import dedupe

NOW = datetime(2026, 6, 5, tzinfo=UTC)
PAGE = "https://gullpost.example/2026/pier"
WRAPPED = PAGE.replace(":", "%3a").replace("/", "%2f")


def rss(title, link, *items, names=""):
    return f'<rss version="2.0" {names}><channel><title>{title}</title><link>{link}</link>{"".join(items)}</channel></rss>'


def item(title, link, words="", more=""):
    date = "<pubDate>Thu, 04 Jun 2026 08:00:00 GMT</pubDate>"
    return (
        f"<item><title>{title}</title><link>{link}</link>{date}<description><![CDATA[{words}]]></description>{more}</item>"
    )


OWN = rss("Gull Post", "https://gullpost.example/", item("Pier opens again", PAGE, "The pier opened again on Thursday."))
OTHERS = '<ol><li><a href="https://x.example/1">Pier opens again</a> <font>Gull Post</font></li></ol>'
SERVICES = {
    "a source element": rss(
        "Top stories - Google News",
        "https://news.google.com/",
        item(
            "Pier opens again - Gull Post",
            "https://news.google.com/rss/articles/CBMi0",
            OTHERS,
            '<source url="https://gullpost.example">Gull Post</source>',
        ),
    ),
    "a namespaced source element": rss(
        "pier - BingNews",
        "https://www.bing.com/news/search?q=pier",
        item(
            "Pier opens again",
            f"http://www.bing.com/news/apiclick.aspx?ref=FexRss&amp;url={WRAPPED}&amp;c=1",
            "The pier opened again on Thursday.",
            "<News:Source>Gull Post</News:Source>",
        ),
        names='xmlns:News="https://www.bing.com/news"',
    ),
    "a wrapped link": f"""<feed xmlns="http://www.w3.org/2005/Atom">
        <title>Google Alert - pier</title><id>tag:google.com,2005:1</id>
        <link rel="self" href="https://www.google.com/alerts/feeds/1/2"/>
        <entry><id>tag:1</id><title type="html">&lt;b&gt;Pier&lt;/b&gt; opens again</title>
        <link href="https://www.google.com/url?sa=t&amp;url={PAGE}&amp;ct=ga"/>
        <published>2026-06-04T08:00:00Z</published></entry></feed>""",
    "a link of a list": rss(
        "Hacker News",
        "https://news.ycombinator.com/",
        item("Pier opens again", PAGE, '<a href="https://news.ycombinator.com/item?id=1">Comments</a>'),
    ),
}


@pytest.mark.parametrize("kind", SERVICES)
@pytest.mark.parametrize("first", ["own", "service"])
def test_what_a_service_brings_is_a_copy_of_the_publishers_own_article(tmp_path, kind, first):
    """One article of the publisher, at its page and in its words, whichever feed was added first."""
    (tmp_path / "seeds/sources").mkdir(parents=True)
    given = {"own": OWN, "service": SERVICES[kind]}
    for name in sorted(given, key=lambda name: name != first):
        path = tmp_path / f"{name}.xml"
        path.write_text(given[name])
        assert not add_files(load(tmp_path)[0], [path], NOW).problems
    config, _ = load(tmp_path)
    (article,) = dedupe(clean(acquire(config)[0], config, NOW)[0])
    assert (article.publisher, article.title, article.url, article.via) == ("Gull Post", "Pier opens again", PAGE, None)
    assert article.paragraphs == ("The pier opened again on Thursday.",)
    (copy,) = article.copies
    assert (copy.article.publisher, copy.article.title) == ("Gull Post", "Pier opens again")
    assert copy.article.via in {"google-news", "bing-news", "google-alerts", "hacker-news"}
    assert copy.share > 0
