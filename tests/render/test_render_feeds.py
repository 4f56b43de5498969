"""Feeds: a reader finds the same titles, stable ids, dates and summaries with their sources."""

import json
from dataclasses import replace

import feedparser
import pytest
from render_sample import BRIDGE, EDITION, FIRST, filled

from digest.model import Feed, Settings
from digest.render import render
from digest.render.dates import rfc822


def feeds(edition, **settings):
    return {page.path: page.text for page in render(edition, Settings(**settings))}


@pytest.mark.parametrize("path", ["feed.xml", "atom.xml", "topics/bridges/feed.xml"])
def test_a_feed_reads_back(path):
    """Well formed, with title, absolute link, id, date and a summary that names its sources."""
    found = feedparser.parse(feeds(EDITION, url="https://d.example/sub/")[path])
    assert not found.bozo
    entry = found.entries[0]
    assert entry.title == BRIDGE.headline
    assert entry.link == f"https://d.example/sub/{BRIDGE.path}/"
    assert entry.id.startswith("urn:uuid:")
    assert entry.updated_parsed[:5] == (2026, 6, 5, 9, 10) if path == "atom.xml" else entry.published_parsed[3] == 9
    assert "[1][2][3]" in entry.summary
    assert "(in summary) [2]" in entry.summary
    assert f'[1] <a href="{FIRST.url}">Harbour Post</a> (Credit “Harbour Post” when cited' in entry.summary


def test_json_feed_says_the_same():
    """Version, ids and dates of JSON Feed 1.1."""
    found = json.loads(feeds(EDITION, url="https://d.example/")["feed.json"])
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    item = found["items"][0]
    assert (item["title"], item["date_modified"]) == (BRIDGE.headline, "2026-06-05T09:10:00Z")
    assert item["url"] == f"https://d.example/{BRIDGE.path}/"


def test_ids_do_not_change_with_the_address_of_the_digest():
    """A digest that moves makes no entry new."""
    one, other = (feedparser.parse(feeds(EDITION, **s)["atom.xml"]) for s in ({}, {"url": "https://d.example"}))
    assert [entry.id for entry in one.entries] == [entry.id for entry in other.entries]
    assert feedparser.parse(feeds(EDITION)["feed.xml"]).entries[0].id == one.entries[0].id


def test_without_an_address_links_are_relative():
    """No address is made up."""
    text = feeds(EDITION)
    assert f"<link>./{BRIDGE.path}/</link>" in text["feed.xml"]
    assert f"<link>../../{BRIDGE.path}/</link>" in text["topics/bridges/feed.xml"]
    assert "http" not in json.loads(text["feed.json"])["items"][0]["url"]


@pytest.mark.parametrize("words", ["Fish & <chips> ]]> “£1”", "a <b> & c", "100% 'x' &amp; \"y\"", "<script>x</script> y"])
def test_marks_in_titles_come_back(words):
    """A title comes back as the words it was."""
    text = feeds(filled(words))
    assert [feedparser.parse(text[path]).entries[0].title for path in ("atom.xml", "feed.xml")] == [words, words]
    assert json.loads(text["feed.json"])["items"][0]["title"] == words


def test_no_payload_breaks_a_feed(payloads):
    """Every feed of a hostile edition is well formed, and Atom's title is the payload as text."""
    from xml.etree import ElementTree as ET

    for words in payloads[::40]:
        for path, text in feeds(filled(words)).items():
            if path.endswith((".xml", ".opml", ".svg")):
                root = ET.fromstring(text)
                if path == "atom.xml":
                    assert root.find(".//{*}entry/{*}title").text == words
                if path == "feed.xml":
                    assert root.find(".//item/title").text == words


def test_sources_opml_lists_the_feeds_of_the_sources():
    """One outline a feed, with its address."""
    text = feeds(replace(EDITION, sources=EDITION.sources[::-1]))["sources.opml"]
    assert text.count("<outline") == 1
    assert 'xmlUrl="https://harbour.example/feed.xml"' in text


def test_rfc822_has_english_names_in_any_locale():
    """The date of RSS is our own formatting."""
    assert rfc822(EDITION.day) == "Fri, 05 Jun 2026 09:10:00 +0000"


def test_a_feed_at_a_malformed_address_is_not_listed():
    """The others of its source are."""
    source = replace(EDITION.sources[0], feeds=(Feed(url="http://[x/f"), Feed(url="https://far.example/f")))
    listed = feeds(replace(EDITION, sources=(source,)))["sources.opml"]
    assert "https://far.example/f" in listed
    assert "[x" not in listed
