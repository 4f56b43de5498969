"""Whose address it is: one publisher's site, also on hosts that many share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.common.hosts import (
    aggregator_at,
    bare_address,
    front_page,
    home_site,
    host_of,
    leads_anywhere,
    parts_of,
    same_site,
    site_of,
)

SITES = [
    ("https://www.gullpost.example/world/feed", "gullpost.example"),
    ("https://sport.gullpost.example/rss", "gullpost.example"),
    ("https://news.gullpost.co.uk/", "gullpost.co.uk"),
    ("https://ada.github.io/feed.xml", "ada.github.io"),
    ("https://ada.blogspot.com/feeds/posts/default", "ada.blogspot.com"),
    ("https://ada.substack.com/feed", "ada.substack.com"),
    ("https://ada.wordpress.com/2026/06/x/", "ada.wordpress.com"),
    ("https://ada.tumblr.com/rss", "ada.tumblr.com"),
    ("https://ada.libsyn.com/rss", "ada.libsyn.com"),
    ("https://www.substack.com/", "substack.com"),
    ("https://small.server.example/@Ada.rss", "small.server.example/@ada"),
    ("https://small.server.example/users/ada/statuses/7", "small.server.example/@ada"),
    ("https://medium.com/feed/@ada", "medium.com/@ada"),
    ("https://medium.com/the-gull/a-story-1", "medium.com/the-gull"),
    ("https://github.com/Ada/boats/releases.atom", "github.com/ada"),
    ("https://gitlab.com/news/boats/-/tags?format=atom", "gitlab.com/news"),
    ("https://codeberg.org/ada.rss", "codeberg.org/ada"),
    ("https://www.youtube.com/feeds/videos.xml?channel_id=UC1a", "youtube.com/channel/uc1a"),
    ("https://www.youtube.com/channel/UC1a/videos", "youtube.com/channel/uc1a"),
    ("https://www.youtube.com/feeds/videos.xml?user=ada", "youtube.com/user/ada"),
    ("https://www.youtube.com/watch?v=1", "youtube.com"),
    ("https://old.reddit.com/r/boats/.rss", "reddit.com/r/boats"),
    ("https://www.reddit.com/user/boats", "reddit.com/user/boats"),
    ("https://feeds.megaphone.fm/gullcast", "megaphone.fm/gullcast"),
    ("https://feeds.fireside.fm/gullcast/rss", "fireside.fm/gullcast"),
    ("https://gullcast.fireside.fm/", "gullcast.fireside.fm"),
    ("https://rss.libsyn.com/shows/123/destinations/9.xml", "libsyn.com/123"),
    ("https://feeds.acast.com/public/shows/gullcast", "acast.com/gullcast"),
    ("http://feeds.feedburner.com/GullPost", "feedburner.com/gullpost"),
    ("https://store.steampowered.com/feeds/news/app/570/", "store.steampowered.com/570"),
    ("https://www.old-college.example/~ada/blog/rss", "old-college.example/~ada"),
    ("https://git.sr.ht/~ada/boats/refs/rss.xml", "sr.ht/~ada"),
    ("https://engineering.github.com/feed", "github.com"),
    ("https://www.etsy.com/shop/GullKnits/rss", "etsy.com/gullknits"),
    ("https://pypi.org/rss/project/gull/releases.xml", "pypi.org/gull"),
    ("https://bsky.app/profile/ada.example/rss", "bsky.app/ada.example"),
    ("https://rsshub.app/some/route", "rsshub.app/some/route"),
    ("https://rss-bridge.gulls.example/?action=display&bridge=X", "rss-bridge.gulls.example?action=display&bridge=X"),
    ("https://gitlab.gulls.example/news/boats/-/commits?format=atom", "gitlab.gulls.example/news"),
    ("https://nitter.gulls.example/ada/rss", "nitter.gulls.example/ada"),
    ("https://rss.beehiiv.com/feeds/a1B2.xml", "beehiiv.com/a1b2"),
    ("https://odysee.com/$/rss/@ada:1", "odysee.com/@ada:1"),
    ("http://127.0.0.1:8000/feed", "127.0.0.1"),
    ("no address", ""),
    ("http://[", ""),
]


@pytest.mark.parametrize(("address", "site"), SITES)
def test_an_address_lies_on_the_site_of_one_publisher(address, site):
    """A registrable domain is one site; on a host that many share each account has its own."""
    assert site_of(address) == site


def test_a_shared_hosts_own_page_may_be_anyones():
    """A video's address does not tell its channel; two channels are two."""
    channel, other = "https://www.youtube.com/channel/UC1a", "https://www.youtube.com/@bob"
    assert same_site("https://www.youtube.com/watch?v=1", channel)
    assert not same_site(channel, other)
    assert not same_site("https://ada.substack.com/", "https://bob.substack.com/")
    assert same_site("https://www.gullpost.example/a", "http://sport.gullpost.example/b")


def test_two_papers_on_subdomains_of_one_owner_are_two():
    """A name that spells the subdomain has that host alone; one that spells the domain has all of it."""
    assert home_site("The Gull Post", "https://gullpost.holding.example/") == "gullpost.holding.example"
    assert home_site("Holding Sport", "https://sport.holding.example/") == "holding.example"
    assert home_site("Gull", "https://feeds.gull.example/") == "gull.example"


@pytest.mark.parametrize(
    ("address", "home"),
    [
        ("https://feeds.gullpost.example/all", "https://gullpost.example/"),
        ("https://ada.substack.com/feed", "https://ada.substack.com/"),
        ("https://small.server.example/@Ada.rss", "https://small.server.example/@Ada"),
        ("https://www.youtube.com/feeds/videos.xml?user=Ada", "https://www.youtube.com/user/Ada"),
        ("https://www.reddit.com/r/Boats/.rss", "https://www.reddit.com/r/Boats"),
        ("https://github.com/Ada/boats/releases.atom", "https://github.com/Ada"),
    ],
)
def test_a_feeds_address_suggests_a_front_page(address, home):
    """It is the account's page as the address spells it, or the front page of the host."""
    assert front_page(address) == home


def test_news_services_are_known_and_shorteners_tell_nothing():
    """An item of a service is not its own; a short link names no host that could be believed."""
    assert aggregator_at("https://news.google.com/rss/search?q=x") == "Google News"
    assert aggregator_at("https://www.google.com/alerts/feeds/1/2") == "Google Alerts"
    assert aggregator_at("https://old.reddit.com/r/boats/") == ""
    assert aggregator_at("https://cloud.google.com/feeds/x.xml") is None
    assert aggregator_at("https://gullpost.example/") is None
    assert leads_anywhere("https://news.google.com/rss/articles/CBMi?oc=5")
    assert leads_anywhere("https://www.t.co/abc")
    assert not leads_anywhere("https://at.co/abc")


@given(st.text(st.sampled_from("htps:/.?#&=%[]@ aé\u202e\x00xn-~_0"), max_size=60))
def test_any_text_has_a_site_or_none(text):
    """No address, however broken, raises; a site has no scheme and is the same when asked again."""
    site = site_of(text)
    assert "://" not in site
    assert site_of(text) == site
    assert isinstance(front_page(text), str)


def test_a_malformed_address_has_no_parts_and_is_nobodys():
    """Whatever is asked of it; a host that is too long for a name stays as it is written."""
    assert parts_of("http://[x/a") is None
    assert parts_of(None).hostname is None
    assert parts_of("https://gullpost.example/a").hostname == "gullpost.example"
    assert aggregator_at("http://[x/a") is None
    assert front_page("http://[x/a") == "http://[x/a"
    assert host_of(f"https://{'ü' * 70}.example/a") == f"{'ü' * 70}.example"
    assert host_of("https://münze.example/a") == "xn--mnze-0ra.example"


def test_a_feed_is_one_whoever_led_there():
    """Marks of campaigns name no other feed; what a site may choose a feed by does."""
    assert bare_address("http://www.quay.example/rss/?utm_source=x&fbclid=1") == bare_address("https://quay.example/rss")
    assert bare_address("https://quay.example/rss?ref=world") != bare_address("https://quay.example/rss?ref=sport")
