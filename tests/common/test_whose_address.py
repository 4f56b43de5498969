"""Who publishes an address: one answer for what is added, what is cleaned and what is linked."""

import pytest

from digest.acquire.adding.publishers import Claim, belongs_to
from digest.common.publishers import known
from digest.link.outlets import Outlets
from digest.model import Article, Feed, Source

SOURCES = (
    Source(id="bay", name="Bay Times", home="https://bay.owner.example/"),
    Source(id="card", name="Anna Reed", home="https://annareed.example/", feeds=(Feed(url="https://blogs.example/a"),)),
    Source(id="club", name="Rowing Club", home="https://www.facebook.com/rowingclub"),
    Source(id="hill", name="Hill Post", home="https://hill.owner.example/"),
    Source(
        id="letters", name="Letters", home="https://letters.example/", feeds=(Feed(url="https://medium.com/feed/@anna"),)
    ),
    Source(id="post", name="Harbour Post", home="https://post.example/"),
    Source(id="sport", name="Harbour Sport", home="https://post.example/sport/"),
    Source(id="twin-a", name="Twin", home="https://twin.example/"),
    Source(id="twin-b", name="Twin B", home="https://twin.example/"),
)
ADDRESSES = {
    "https://post.example/news/2026-05-01-two-boats": "post",
    "https://www.post.example/news/2026-05-01-two-boats": "post",
    "https://news.post.example/2026-05-01-two-boats": "post",
    "https://post.example/sport/2026-05-01-two-boats": "sport",
    "https://bay.owner.example/2026-05-01-two-boats": "bay",
    "https://shop.owner.example/2026-05-01-two-boats": None,
    "https://www.facebook.com/rowingclub/posts/20260501": "club",
    "https://www.facebook.com/another/posts/20260501": None,
    "https://medium.com/@anna/two-boats-for-all-20260501": "letters",
    "https://twin.example/2026-05-01-two-boats": None,
    "https://nobody.example/2026-05-01-two-boats": None,
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_all_rooms_know_the_same_publisher_of_an_address(address):
    """By the host and the domains above it, on a shared host by the account, and nobody's where two have the same home."""
    wanted = ADDRESSES[address]
    source = known(SOURCES).at(address)
    assert (source.id if source else None) == wanted
    added = belongs_to(Claim(home=address), SOURCES)
    assert (added.id if added else None) == wanted
    outlets = Outlets(SOURCES, ())
    page = outlets.of_page(address)
    assert (page.source if page else None) == wanted
    assert outlets.of_article(Article(id="1" * 16, where="a.md", title="Two boats", url=address)).source == wanted


@pytest.mark.parametrize(
    ("path", "is_piece"),
    [
        ("news/2026-05-01-two-boats", True),
        ("two-new-boats", True),
        ("story?id=a1b2c3d4e", True),
        ("boats", False),
        ("topics/two-new-boats", False),
        ("opinion/2026/two-new-boats", False),
        ("quotes/OBX/20260501", False),
    ],
)
def test_a_piece_of_news_is_told_from_other_pages_by_its_address(path, is_piece):
    """It has a date, a number or several words in it, and stands in no folder of topics, opinions or prices."""
    assert (Outlets(SOURCES).of_page(f"https://post.example/{path}") is not None) is is_piece


def test_an_agency_may_print_its_name_small():
    """A word in small letters that is no such agency names no outlet."""
    outlets = Outlets(SOURCES)
    found = outlets.starting_at("dpa meldet zwei Boote.", 0)
    assert found is not None
    assert found[0].name == "dpa"
    assert outlets.may_name("wie dpa meldet", 0, 14)
    assert outlets.starting_at("twin meldet zwei Boote.", 0) is None
    assert not outlets.may_name("wie boote meldet", 0, 16)


def test_a_title_tells_two_papers_of_one_owner_apart():
    """What calls itself by its subdomain is not of the paper at the domain above."""
    paper = (Source(id="owner", name="Owner", home="https://owner.example/"),)
    assert known(paper).at("https://hill.owner.example/feed", "Hill of the Owner")
    assert known(paper).at("https://hill.owner.example/feed", "Hill") is None


def test_an_aggregator_is_one_by_its_file_or_its_home():
    """What the file says comes first; a service that is known needs no line."""
    home = "https://news.google.com/rss"
    said = {"a": ("https://list.example/", True), "b": (home, None), "c": (home, False), "d": ("https://d.example/", None)}
    sources = [Source(id=key, name=key, home=home, aggregator=flag) for key, (home, flag) in said.items()]
    assert [key for key in ("a", "b", "c", "d", "e", None) if known(sources).aggregator(key)] == ["a", "b"]


def test_of_two_that_claim_a_name_the_first_by_id_has_it():
    """A name is spelled in many ways, and a host's is one."""
    both = (
        Source(id="b", name="The Post", home="https://b.example/"),
        Source(id="a", name="Post", home="https://a.example/"),
    )
    for name in ("post", "THE POST", "P.O.S.T.", "a.example"):
        assert known(both).named(name).id == "a"
    assert known(both).named("b.example").id == "b"
    assert known(both).named("") is None
