"""An aggregator's item is its publisher's article: whose, under which headline, with which text."""

import pytest

from digest.clean import clean
from digest.model import Config, Entry, Settings, Source

NEWS = "https://news.google.com/rss/articles/CBMi1?oc=5"
SOURCES = (
    Source(id="board", name="Tide Board", home="https://board.example/", aggregator=True),
    Source(id="gull", name="The Gull Post", home="https://www.gullpost.example/", aliases=("Gull Post",)),
    Source(id="search", name="Google News", home="https://news.google.com/"),  # known without its saying so
    Source(id="boards", name="Piers and Boats", home="https://www.reddit.com/r/piers+boats/"),
    Source(id="own", name="Our Board", home="https://www.reddit.com/r/ours/", aggregator=False),
    Source(id="ada", name="Ada", home="https://small.server.example/@ada"),
    Source(id="links", name="Ada's Links", home="https://ada.example/"),
    Source(id="holding", name="Tern Times", home="https://terntimes.holding.example/"),
    Source(id="sea-sport", name="Sea Sport", home="https://sea.example/sport/"),
    Source(id="sea-world", name="Sea World", home="https://sea.example/world"),
)
CONFIG = Config(digest=Settings(), sources=SOURCES)


def article(source, title="Pier reopens after the storm", body="", **fields):
    given = {"where": f"seeds/archive/{source}/2026-06.jsonl", "line": 1, "kind": "html"}
    articles, _ = clean([Entry(**given, source=source, title=title, body=body, **fields)], CONFIG, None)
    return articles[0]


def whose(source, **fields):
    found = article(source, **fields)
    return found.source, found.publisher, found.via


def test_whom_the_item_names_as_its_source_published_it():
    """A name that a source goes by, else an address on its site, else the name as it stands."""
    assert whose("search", link=NEWS, publisher="gull post") == ("gull", "The Gull Post", "search")
    assert whose("search", link=NEWS, publisher="GP Online", publisher_home="https://m.gullpost.example/feed") == (
        "gull",
        "The Gull Post",
        "search",
    )
    assert whose("search", link=NEWS, publisher="Lowland Gazette", publisher_home="https://lg.example") == (
        None,
        "Lowland Gazette",
        "search",
    )
    assert whose("board", link="https://portal.example/1", publisher="Gull Post via Yahoo News") == (
        "gull",
        "The Gull Post",
        "board",
    )


def test_what_any_other_feed_brings_of_a_named_publisher_came_by_way_of_it():
    """A publisher's feed may hold an item of another's site that names whose it is; what is its own came by no other way."""
    theirs = "https://lowland.example/b"
    assert whose("gull", link=theirs, publisher="Lowland Gazette") == (None, "Lowland Gazette", "gull")
    assert whose("gull", link=theirs) == ("gull", "The Gull Post", None)
    assert whose("gull", link="https://gullpost.example/b", publisher="Lowland Gazette") == ("gull", "The Gull Post", None)


def test_else_the_host_that_the_link_leads_to_did():
    """A wrapper is taken off first; a host that no source has is named itself, or by the title's ending that spells it."""
    wrapped = "https://www.google.com/url?rct=j&url=https://gullpost.example/pier&ct=ga"
    found = article("board", link=wrapped)
    assert (found.publisher, found.url) == ("The Gull Post", "https://gullpost.example/pier")
    assert whose("board", link="https://www.lowlandgazette.example/x") == (None, "lowlandgazette.example", "board")
    assert whose("board", link="https://github.com/bob/boats") == (None, "github.com/bob", "board")
    assert whose("board", link="https://small.server.example/@ada/17")[:2] == ("ada", "Ada")
    assert whose("board", link="https://small.server.example/@bob/17")[:2] == (None, "small.server.example/@bob")
    spelt = article("board", title="Pier reopens - Lowland Gazette", link="https://lowlandgazette.example/x")
    assert (spelt.publisher, spelt.title) == ("Lowland Gazette", "Pier reopens")


def test_an_address_that_leads_anywhere_names_nobody():
    """A shortener's host is not believed; behind a news service's own address the title's ending is all that is known."""
    assert whose("board", link="https://t.co/abc") == (None, None, "board")
    assert whose("search", link=NEWS, title="Pier reopens - Gull Post") == ("gull", "The Gull Post", "search")
    assert whose("search", link=NEWS, title="Pier reopens - Tern-Anzeiger") == (None, "Tern-Anzeiger", "search")


def test_what_leads_to_the_aggregators_own_page_is_its_own():
    """A question put on a link list is the list's."""
    found = article("board", link="https://board.example/item?id=2", body="<p>Which pier is the longest of them all?</p>")
    assert (found.source, found.via, found.paragraphs) == ("board", None, ("Which pier is the longest of them all?",))


@pytest.mark.parametrize(
    "body",
    [
        '<a href="https://gullpost.example/pier">[link]</a> <a href="https://board.example/t/1">[comments]</a>',
        """<P>Ann Lee / <A HREF="https://gullpost.example/">Gull Post</A>:<BR>
        <B><A HREF="https://gullpost.example/pier">Pier reopens after the storm</A></B></P>""",
    ],
)
def test_an_item_that_leads_to_talk_of_a_page_is_that_pages(body):
    """The page's address is the link that says so or that has the headline as its words."""
    found = article("board", link="https://board.example/t/1", body=body)
    assert (found.source, found.url, found.paragraphs) == ("gull", "https://gullpost.example/pier", ())


def test_a_feed_of_several_boards_of_a_service_leads_to_the_pages_that_they_talk_of():
    """Talk on another board of the same service is no publisher's page; what leads to talk alone stays talk."""
    talk = "https://www.reddit.com/r/piers/comments/1a/pier/"
    body = f'<a href="https://gullpost.example/pier">[link]</a> <a href="{talk}">[comments]</a>'
    assert article("boards", link=talk, body=body).url == "https://gullpost.example/pier"
    other = "https://www.reddit.com/r/boats/comments/1b/boat/"
    assert article("boards", link=talk, body=f'<a href="{other}">[link]</a>').url == talk


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Pier reopens - Gull Post", "Pier reopens"),
        ("Pier reopens | The Gull Post", "Pier reopens"),
        ("Pier reopens - gullpost.example", "Pier reopens"),
        ("Pier reopens (Ann Lee/Gull Post)", "Pier reopens"),
        ("Pier reopens (again)", "Pier reopens (again)"),
        ("Pier reopens - at last", "Pier reopens - at last"),
    ],
)
def test_the_publishers_name_goes_off_the_title(title, kept):
    """Behind a dash, a bar or in brackets, by name, alias or host; other endings stay."""
    assert article("board", title=title, link="https://gullpost.example/pier").title == kept


def test_a_list_of_other_headlines_is_no_text():
    """Links to what others wrote, each with its publisher, and counts and labels beside them are left out."""
    others = "".join(
        f'<li><a href="{NEWS}{n}">Storm closes a pier of the town {n}</a>&nbsp;&nbsp;<font>Lowland Gazette</font></li>'
        for n in range(3)
    )
    assert article("search", link=NEWS, publisher="Gull Post", body=f"<ol>{others}</ol>").paragraphs == ()
    counts = '<p>Comments URL: <a href="https://board.example/t/1">https://board.example/t/1</a></p><p>Points: 12</p>'
    assert article("board", link="https://gullpost.example/a", body=counts).paragraphs == ()


def test_a_publishers_words_stay():
    """A snippet, a short sentence and a whole text with links in its sentences are kept, without the headline again."""
    link = "https://gullpost.example/pier"
    assert article("board", link=link, body="It reopens today.").paragraphs == ("It reopens today.",)
    body = (
        f'<p><a href="{link}">Pier reopens after the storm</a> — The pier lets people in again from Monday morning on.</p>'
        '<p>It is <a href="https://x.example/">paid by the town</a>, which has saved for it since 2019.</p>'
        f'<p><a href="{link}">Read more at Gull Post</a></p>'
    )
    assert article("board", link=link, body=body).paragraphs == (
        "The pier lets people in again from Monday morning on.",
        "It is paid by the town, which has saved for it since 2019.",
    )


def test_a_source_that_is_said_to_be_no_aggregator_is_none():
    """What a person writes counts before what is known of a host."""
    assert whose("own", link="https://gullpost.example/pier") == ("own", "Our Board", None)


def test_a_link_blog_stays_its_own_publisher():
    """What leads to a known source's page in words of the blog's own is the blog's."""
    body = "<p>This is the best thing that I have read of the pier so far.</p>"
    assert whose("links", link="https://gullpost.example/pier", body=body) == ("links", "Ada's Links", None)


def test_people_and_papers_that_share_a_host_are_told_apart():
    """A paper on a subdomain of its owner does not have the owner's other hosts; two on one host are told by their paths."""
    assert whose("board", link="https://terntimes.holding.example/a")[0] == "holding"
    assert whose("board", link="https://other.holding.example/a") == (None, "holding.example", "board")
    assert whose("board", link="https://sea.example/sport/a")[0] == "sea-sport"
    assert whose("board", link="https://sea.example/world/a")[0] == "sea-world"
    assert whose("board", link="https://sea.example/food/a")[0] is None
