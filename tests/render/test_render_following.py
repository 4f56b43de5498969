"""What can be followed, and that each feed keeps the rules that the feed validator of the W3C checks."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from render_sample import BRIDGE, DAY, EDITION, EVE, GULLS, SURVEY, filled

from digest.model import Event, Feeds, Settings
from digest.render import render

HOME = "https://d.example/sub/"
A = "{http://www.w3.org/2005/Atom}"
DATED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)\Z")
FOLLOWED = ("", "topics/bridges/", "topics/ferries/", "sources/harbour-post/", "sources/tide-times/", "corrections/")


def feeds(edition, **settings):
    return {page.path: page.text for page in render(edition, Settings(**settings))}


def is_address(words):
    """Tell whether these are an absolute address or a name, which is what readers need."""
    parts = urlsplit(words)
    return bool(parts.scheme in {"http", "https"} and parts.netloc) or bool(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", words))


def once(parent, *tags):
    """Each of these elements is there once and says something."""
    for tag in tags:
        assert [bool((element.text or "").strip()) for element in parent.findall(tag)] == [True], tag


def check_html(words):
    """Content has no relative address and no other elements than paragraphs and links."""
    assert all(map(is_address, re.findall(r'(?:href|src)="([^"]*)"', words)))
    assert not re.search(r"<(?!/?(?:p|a)\b)", words)


def check_rss(text, own):
    """The rules of RSS 2.0."""
    root = ET.fromstring(text)
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    channel = root[0]
    once(channel, "title", "link", "description", "language")
    assert len(channel.findall("lastBuildDate")) == any(item.find("pubDate") is not None for item in channel.iter("item"))
    assert is_address(channel.findtext("link"))
    assert channel.find(f"{A}link").attrib == {"rel": "self", "type": "application/rss+xml", "href": own}
    items = channel.findall("item")
    for item in items:
        once(item, "title", "link", "guid", "description")
        assert is_address(item.findtext("link"))
        assert item.find("guid").get("isPermaLink") == "false"
        check_html(item.findtext("description"))
    for date in (element.text for element in channel.iter() if element.tag in {"lastBuildDate", "pubDate"}):
        assert date.startswith(parsedate_to_datetime(date).strftime("%a, "))
    return [item.findtext("guid") for item in items]


def check_atom(text, own):
    """The rules of RFC 4287."""
    root = ET.fromstring(text)
    once(root, f"{A}id", f"{A}title", f"{A}updated")
    once(root.find(f"{A}author"), f"{A}name")
    entries = root.findall(f"{A}entry")
    for element in (root, *entries):
        links = element.findall(f"{A}link")
        assert all(is_address(link.get("href")) for link in links)
        assert [link.get("rel") for link in links].count("alternate") == 1
        assert is_address(element.findtext(f"{A}id"))
        assert DATED.match(element.findtext(f"{A}updated"))
    assert [link.get("href") for link in root.findall(f"{A}link") if link.get("rel") == "self"] == [own]
    for entry in entries:
        once(entry, f"{A}id", f"{A}title", f"{A}updated", f"{A}content")
        assert entry.find(f"{A}content").get("type") == "html"
        check_html(entry.findtext(f"{A}content"))
    if entries:
        assert root.findtext(f"{A}updated") == max(entry.findtext(f"{A}updated") for entry in entries)
    return [entry.findtext(f"{A}id") for entry in entries]


def check_json(text, own):
    """The rules of JSON Feed 1.1."""
    feed = json.loads(text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["feed_url"] == own
    assert is_address(feed["home_page_url"])
    for item in feed["items"]:
        assert item["title"]
        assert is_address(item["url"])
        check_html(item["content_html"])
        assert all(DATED.match(item[key]) for key in ("date_published", "date_modified") if key in item)
    return [item["id"] for item in feed["items"]]


CHECKS = {"feed.xml": check_rss, "atom.xml": check_atom, "feed.json": check_json}


@pytest.mark.parametrize("words", ["", 'a <b> & c ]]> "d"', "<script>x</script> é"])
def test_every_feed_keeps_the_rules_of_its_format(words):
    """Required elements, absolute links, unique ids, valid dates, its own address; whatever the titles hold."""
    made = feeds(filled(words) if words else EDITION, url=HOME)
    found = [path for path in made if path.endswith(tuple(CHECKS))]
    assert len(found) > 9
    for path in found:
        name = path.rsplit("/", 1)[-1]
        if "bridge-shut" in path:  # the feed of a story at an address that it had before names its address of today
            assert made[path] == made[f"{BRIDGE.path}/{name}"]
            continue
        ids = CHECKS[name](made[path], HOME + path)
        assert len(set(ids)) == len(ids)
        if name != "feed.json":
            assert not feedparser.parse(made[path]).bozo


def test_there_is_a_feed_of_everything_that_can_be_followed():
    """All stories, each topic, each source, corrections and each story, hidden or not, in three formats."""
    made = feeds(replace(EDITION, stories=(BRIDGE, SURVEY, replace(GULLS, hidden=True))), url=HOME)
    wanted = {folder + name for folder in FOLLOWED for name in CHECKS}
    shown = (BRIDGE.path, SURVEY.path, "stories/2026/06/bridge-shut", GULLS.path)
    wanted |= {f"{at}/{name}" for at in shown for name in CHECKS}
    assert {path for path in made if path.endswith(tuple(CHECKS))} == wanted
    source = feedparser.parse(made["sources/tide-times/atom.xml"])
    assert [entry.title for entry in source.entries] == [BRIDGE.headline, SURVEY.headline]
    assert [entry.title for entry in feedparser.parse(made["sources/harbour-post/feed.xml"]).entries] == [BRIDGE.headline]


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_a_storys_feed_tells_what_happened_to_it(name):
    """The story as it stands, under the id it has everywhere, then additions and corrections, the newest first."""
    made = feeds(EDITION, url=HOME)
    story, *events = feedparser.parse(made[f"{BRIDGE.path}/{name}"]).entries
    assert story.id == feedparser.parse(made[name]).entries[0].id
    assert [one["id"] for one in json.loads(made[f"{BRIDGE.path}/feed.json"])["items"]] == [
        story.id,
        *(event.id for event in events),
    ]
    assert "[1][2][3]" in story.summary
    assert {entry.title for entry in events[:2]} == {"2 sources added", "the day was wrong: Monday, not Tuesday"}
    assert [entry.title for entry in events[2:]] == ["published with 1 source"]
    assert events[0].link == f"{HOME}{BRIDGE.path}/#history"


def test_the_feed_of_corrections_has_each_under_its_story():
    """What was corrected, when, and of which story."""
    entries = feedparser.parse(feeds(EDITION, url=HOME)["corrections/feed.xml"]).entries
    assert [entry.title for entry in entries] == [f"{BRIDGE.headline}: the day was wrong"]
    assert entries[0].published == "Fri, 05 Jun 2026 09:10:00 +0000"


def test_feeds_change_with_their_stories_alone():
    """A build on a later day leaves every byte; a correction makes its story the newest."""
    first, later = (feeds(replace(EDITION, day=day), url=HOME) for day in (DAY, DAY.replace(month=7)))
    followed = [path for path in first if path.endswith((*CHECKS, ".opml"))]
    assert [path for path in followed if first[path] != later[path]] == []
    mended = Event(at=datetime(2026, 6, 20, tzinfo=UTC), kind="corrected", text="corrected", subject="x")
    changed = feeds(replace(EDITION, stories=(BRIDGE, replace(SURVEY, history=(mended,)), GULLS)), url=HOME)
    entries = feedparser.parse(changed["topics/bridges/atom.xml"]).entries
    assert [(entry.title, entry.updated) for entry in entries] == [
        (SURVEY.headline, "2026-06-20T00:00:00Z"),
        (BRIDGE.headline, "2026-06-05T09:10:00Z"),
    ]


def test_a_feed_without_dates_does_not_change_with_other_stories():
    """RSS says no date of it, Atom, which asks for one, always the same."""
    alone, beside = (feeds(replace(EDITION, stories=stories), url=HOME) for stories in ((GULLS,), (GULLS, SURVEY)))
    folders = (f"{GULLS.path}/", "corrections/")
    followed = [folder + name for folder in folders for name in CHECKS if folder + name in alone]
    assert len(followed) == 6
    assert [path for path in followed if alone[path] != beside[path]] == []
    assert "lastBuildDate" not in alone["corrections/feed.xml"]


def test_a_story_that_moves_keeps_the_id_of_its_feed():
    """The id is made of the story's; that of another story is another."""
    here = replace(SURVEY, path="stories/2026/06/elsewhere", redirects=(SURVEY.path,))
    before, after = (feeds(replace(EDITION, stories=(BRIDGE, one)), url=HOME) for one in (SURVEY, here))
    ids = {
        feedparser.parse(made[f"{path}/atom.xml"]).feed.id
        for made, path in ((before, SURVEY.path), (after, SURVEY.path), (after, here.path))
    }
    assert len(ids) == 1
    assert feedparser.parse(before[f"{BRIDGE.path}/atom.xml"]).feed.id not in ids


def test_a_source_that_is_renamed_keeps_its_feeds_and_their_id():
    """At each id that it had, while no other source has that one."""
    post, *others = EDITION.sources

    def made(*sources):
        return feeds(replace(EDITION, sources=(*sources, *others)), url=HOME)

    def id_of(pages, name):
        return feedparser.parse(pages[f"sources/{name}/atom.xml"]).feed.id

    before = made(post)
    once_renamed = made(replace(post, id="post", formerly=(post.id,)))
    twice = made(replace(post, id="quay", formerly=(post.id, "post")))
    for name in CHECKS:
        assert once_renamed[f"sources/{post.id}/{name}"] == once_renamed[f"sources/post/{name}"]
        assert twice[f"sources/{post.id}/{name}"] == twice[f"sources/post/{name}"] == twice[f"sources/quay/{name}"]
    assert id_of(before, post.id) == id_of(once_renamed, post.id) == id_of(twice, "quay")
    taken = made(replace(post, id="post", formerly=(post.id,)), replace(post, name="Another"))
    assert id_of(taken, "post") != id_of(taken, post.id)
    assert f"{HOME}sources/{post.id}/feed.xml" not in once_renamed["follow.opml"]


def test_the_digests_own_feed_is_called_what_it_has():
    """The newest of those that several publishers tell, which are not all."""
    made = feeds(EDITION, url=HOME)
    assert 'description: "Feeds of the newest 50 stories of several publishers, by topic' in made["follow.md"]
    assert "the newest 50 stories of several publishers" in made["llms.txt"]
    assert not any(
        "ll stories]" in line and "feed" in line for path in ("follow.md", "llms.txt") for line in made[path].splitlines()
    )


def test_a_story_without_any_date_is_in_the_formats_that_need_none():
    """Atom asks for a date and none is made up; RSS and JSON Feed have the story without one."""
    made = feeds(replace(EDITION, stories=(GULLS,)), url=HOME)
    assert feedparser.parse(made["atom.xml"]).entries == []
    assert "published" not in feedparser.parse(made["feed.xml"]).entries[0]
    assert json.loads(made["feed.json"])["items"][0].keys() & {"date_published", "date_modified"} == set()


def test_what_happened_twice_in_the_same_words_is_one_entry():
    """Two articles of one publisher on one day: an id is never there twice."""
    added = Event(at=EVE, kind="added", text="source added", subject="Tide Times")
    made = feeds(replace(EDITION, stories=(replace(BRIDGE, history=(added, added)),)), url=HOME)
    assert len(feedparser.parse(made[f"{BRIDGE.path}/atom.xml"]).entries) == 2


def test_a_hub_is_named_where_one_is_set():
    """In each format of the digest's own feed, which is what the hub is told of; only in a digest that has an address."""
    hub = Feeds(hub="https://hub.example/")
    made = feeds(EDITION, url=HOME, feeds=hub)
    assert {path for path in made if path.endswith(tuple(CHECKS)) and "hub.example" in made[path]} == set(CHECKS)
    for path in ("feed.xml", "atom.xml"):
        links = ET.fromstring(made[path]).iter(f"{A}link")
        assert [link.get("href") for link in links if link.get("rel") == "hub"] == ["https://hub.example/"]
    assert json.loads(made["feed.json"])["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    assert "hub" not in feeds(EDITION, feeds=hub)["atom.xml"]
    assert "hub" not in feeds(EDITION, url=HOME)["atom.xml"]


def test_follow_opml_lists_the_digests_own_feeds():
    """All stories, topics, sources and corrections; addresses are absolute, or there is no list."""
    outlines = list(ET.fromstring(feeds(EDITION, url=HOME)["follow.opml"]).iter("outline"))
    assert {outline.get("xmlUrl") for outline in outlines} == {f"{HOME}{folder}feed.xml" for folder in FOLLOWED}
    assert "follow.opml" not in feeds(EDITION)


def test_the_page_follow_names_every_feed(pages, to_html):
    """Each in its three formats, and the two lists."""
    linked = set(re.findall(r'href="([^"]*)"', to_html(pages["follow.md"])))
    assert {folder + name for folder in FOLLOWED for name in CHECKS} <= linked
    assert {"follow.opml", "sources.opml"} <= linked
