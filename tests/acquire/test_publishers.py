"""Whose feed it is, what its publisher is called, and what a person may say instead."""

from datetime import UTC, datetime

import pytest
import yaml

from digest.acquire.adding import publishers
from digest.acquire.adding.files import add_files
from digest.acquire.adding.names import publisher_name
from digest.acquire.adding.publishers import PublisherOptions
from digest.config import load
from digest.errors import UsageError, WriteError

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def add(tmp_path):
    """Return a function: {file name: text}, what a person says -> the report; `sources` of it reads what was written."""
    root = tmp_path / "d"
    (root / "seeds/sources").mkdir(parents=True)

    def run(files, **said):
        paths = []
        for name, text in files.items():
            path = tmp_path / name
            path.write_text(text)
            paths.append(path)
        return add_files(load(root)[0], paths, NOW, PublisherOptions(**said))

    run.root = root
    run.sources = lambda: {
        path.stem: yaml.safe_load(path.read_text()) for path in sorted((root / "seeds/sources").glob("*.yml"))
    }
    return run


def opml(*outlines):
    return f'<opml version="2.0"><body>{"".join(outlines)}</body></opml>'


def line(title, feed, home=None, more=""):
    shown = f' htmlUrl="{home}"' if home else ""
    return f'<outline type="rss" text="{title}" xmlUrl="{feed}"{shown}{more}/>'


def rss(title, link, *items):
    return f'<rss version="2.0"><channel><title>{title}</title><link>{link}</link>{"".join(items)}</channel></rss>'


def item(title, link, words="", more=""):
    return f"<item><title>{title}</title><link>{link}</link><description><![CDATA[{words}]]></description>{more}</item>"


@pytest.mark.parametrize(
    ("titles", "home", "name"),
    [
        (["Gull Post RSS Feed"], "https://gp.example/", "Gull Post"),
        (["Gull Post » World"], "https://gp.example/", "Gull Post"),
        (["» Gull Post"], "https://gp.example/", "Gull Post"),
        (["The Gull Post"], "https://gullpost.example/", "The Gull Post"),
        (["The Harbour Blog"], "https://harbour.example/", "Harbour"),
        (["Gull Post - Latest news"], "https://gp.example/", "Gull Post"),
        (["Top stories | The Gull Post"], "https://gp.example/", "The Gull Post"),
        (["GP > Business > Economy"], "https://gullpost.example/", "GP"),
        (["GP ｜ Business ｜ Economy"], "https://gullpost.example/", "GP"),
        (["GP > Business", "GP > World"], "https://gullpost.example/", "GP"),
        (["myGull following"], "https://gullpost.example/", "myGull"),
        (["Ada's feed"], "https://small.server.example/@ada", "Ada"),
        (["Posts by Ada"], "https://ada.example/", "Ada"),
        (["Stories by Ada Lee on Medium"], "https://medium.com/@adal", "Ada Lee"),
        (["Comments for Ada"], "https://a.example/", "Ada"),
        (["Recent Commits to boats:main"], "https://github.com/ada/boats", "boats:main"),
        (["News of the Gulls"], "https://a.example/", "News of the Gulls"),
        (["The Express Gull"], "https://gull.example/", "The Express Gull"),
        (["Gull.example All World News"], "https://gull.example/", "Gull.example"),
        (["RSS di Gabbiano.it"], "https://www.gabbiano.it/", "Gabbiano.it"),
        (["Все новости - Чайка"], "https://ch.example/", "Чайка"),
        (["Nachrichten | Möwe Online"], "https://mo.example/", "Möwe Online"),
        (["Finance & economics"], "https://gullpost.example/", "gullpost.example"),
        (["Gull: the only paper for people who live by the sea"], "https://g.example/", "Gull"),
        (["Voice of Gulls"], "https://voice.example/", "Voice of Gulls"),
        (["Deep Sea", "Small Boats"], "https://shows.example/", "shows.example"),
        (["Gull Engineering Blog", "Gull Research News"], "https://gull.example/blog", "Gull"),
        (["Deep Sea North", "Deep Sea South"], "https://shows.example/", "Deep Sea"),
        (["Gull | Post"], "https://gullpost.example/", "Gull | Post"),
        (["Gull of News"], "https://gull.example/", "Gull of News"),
        (["RSS: RSS: Gull RSS feed feed"], "https://g.example/", "Gull"),
        (["RSS"], "https://gullpost.example/", "gullpost.example"),
        (["https://gullpost.example/"], "https://gullpost.example/", "gullpost.example"),
    ],
)
def test_a_name_is_the_titles_without_feed_words_and_sections(titles, home, name):
    """What says that it is a feed, a section or a slogan goes; what is left of all the titles is the name, else the host."""
    assert publisher_name(titles, home) == name


def test_people_on_one_host_are_publishers_of_their_own(add):
    """Two letters, two accounts, two channels and two projects are two sources each; two projects of one owner are one."""
    add(
        {
            "l.opml": opml(
                line("Gull Letter", "https://gull.substack.com/feed"),
                line("Tern Letter", "https://tern.substack.com/feed"),
                line("Ada", "https://small.server.example/@ada.rss"),
                line("Bob", "https://small.server.example/users/bob.rss"),
                line("Deep Sea", "https://www.youtube.com/feeds/videos.xml?channel_id=UC1"),
                line("Low Tide", "https://www.youtube.com/feeds/videos.xml?channel_id=UC2"),
                line("Release notes from boats", "https://github.com/gull/boats/releases.atom"),
                line("Release notes from nets", "https://github.com/gull/nets/releases.atom"),
                line("Release notes from nets", "https://github.com/tern/nets/releases.atom"),
            )
        }
    )
    found = add.sources()
    assert len(found) == 8
    assert found["ada"]["home"] == "https://small.server.example/@ada"
    assert sorted(len(source["feeds"]) for source in found.values()) == [1] * 7 + [2]


def test_a_shared_hosts_front_page_is_nobodys_home(add):
    """A list that gives the host's own page as home of each account leaves the accounts apart."""
    host = "https://small.server.example"
    add({"l.opml": opml(line("Ada", f"{host}/@ada.rss", f"{host}/"), line("Bob", f"{host}/@bob.rss", f"{host}/"))})
    assert [source["home"] for source in add.sources().values()] == [f"{host}/@ada", f"{host}/@bob"]


def test_two_papers_of_one_owner_are_two(add):
    """Names that spell their subdomains are papers of their own, whatever stands first in the list."""
    lines = [
        line("Gull Post", "https://gullpost.holding.example/rss"),
        line("Tern Times", "https://terntimes.holding.example/rss"),
        line("Markets", "https://gullpost.holding.example/markets"),
    ]
    add({"l.opml": opml(*lines)})
    assert {name: len(source["feeds"]) for name, source in add.sources().items()} == {"gull-post": 2, "tern-times": 1}


def test_a_feed_finds_its_account_again_and_no_other(add):
    """A further feed of an account goes to its source; another account of the host is another source."""
    add({"a.opml": opml(line("Ada", "https://codeberg.org/ada.rss"))})
    add(
        {
            "b.opml": opml(
                line("Ada's boats", "https://codeberg.org/ada/boats.rss"), line("Bob", "https://codeberg.org/bob.rss")
            )
        }
    )
    assert {name: len(source["feeds"]) for name, source in add.sources().items()} == {"ada": 2, "bob": 1}


def test_two_lines_for_one_feed_are_one_and_categories_are_proposed(add):
    """A feed that stands in two folders is added once; folders that are no topic yet are named, and nothing is written.

    A folder that is closed holds nothing, and one that a reader made for what nobody filed is no topic.
    """
    (add.root / "seeds/topics").mkdir()
    (add.root / "seeds/topics/sea.yml").write_text("name: The Sea\naliases: [Seas]\n")
    inner = line("Gull", "https://gull.example/feed", more=' category="/Boats/Nets"')
    again = line("Gull Post", "http://gull.example/feed/", home="https://www.gull.example/")
    report = add(
        {
            "l.opml": opml(
                '<outline text="x"/>',
                f'<outline text="Uncategorized"><outline text="Seas">{inner}</outline></outline>',
                f'<outline title="Birds">{again}</outline>',
            )
        }
    )
    assert [added.kind for added in report.added] == ["source", "address"]
    assert add.sources()["gull"]["home"] == "https://www.gull.example/"
    assert report.topics == ("Birds", "Boats", "Nets")
    assert [path.name for path in (add.root / "seeds/topics").iterdir()] == ["sea.yml"]


def test_what_a_person_says_counts_before_what_the_feed_says(add):
    """A name, an id and a language given are written; the id of a source that is there takes the feed in."""
    add({"a.opml": opml(line("Feed", "https://gull.example/rss"))}, name="The Gull", id="gull", language="nl")
    assert add.sources()["gull"] | {"feeds": None} == {
        "name": "The Gull",
        "home": "https://gull.example/",
        "feeds": None,
        "language": "nl",
    }
    add({"b.opml": opml(line("Elsewhere", "https://elsewhere.example/rss"))}, id="gull")
    add({"c.opml": opml(line("Youth", "https://gull.example/youth"))}, name="Young Gull")
    add({"d.opml": opml(line("Talk", "https://talk.example/rss"))}, name="Young Gull")
    assert {name: len(source["feeds"]) for name, source in add.sources().items()} == {"gull": 2, "young-gull": 2}
    assert [added.kind for added in add({"c.opml": opml(line("Youth", "https://gull.example/youth"))}, name="X").added] == [
        "known"
    ]


def test_of_two_sites_with_one_name_the_later_has_its_host_in_it(add):
    """Articles go to sources by name, so no two have the same; a channel is not its paper."""
    add({"a.opml": opml(line("Gull", "https://gull.example/rss", "https://gull.example/"))})
    add({"b.opml": opml(line("The Gull", "https://www.youtube.com/feeds/videos.xml?user=GullTV"))})
    assert {name: it["name"] for name, it in add.sources().items()} == {
        "gull": "Gull",
        "the-gull-youtube-com": "The Gull (youtube.com)",
    }
    assert load(add.root)[1] == ()


def test_an_id_that_is_taken_by_no_source_is_refused(add):
    """A person who gives an id gets that one or none; one made of a name gets a number."""
    (add.root / "seeds/sources/gull.yml").mkdir()
    feeds = {"a.opml": opml(line("Gull", "https://gull.example/rss"))}
    with pytest.raises(UsageError, match=r"the id gull is taken .* another --id"):
        add(feeds, id="gull")
    (add.root / "seeds/sources/gull.yml").rmdir()
    (add.root / "seeds/sources/gull.yml").write_text("name: Elsewhere\nhome: https://elsewhere.example/\n")
    assert [added.source for added in add(feeds).added] == ["gull-2", "gull-2"]


def test_a_file_that_another_wrote_meanwhile_stays(add, monkeypatch):
    """Whoever takes the name between the choice of an id and the writing keeps it; the call ends with that file's name."""
    path, unused = add.root / "seeds/sources/gull.yml", publishers.unused

    def taken_meanwhile(words, taken):
        path.write_text("name: Theirs\n")
        return unused(words, taken)

    monkeypatch.setattr(publishers, "unused", taken_meanwhile)
    with pytest.raises(WriteError, match=r"gull\.yml: cannot be written"):
        add({"a.opml": opml(line("Gull", "https://gull.example/rss"))})
    assert path.read_text() == "name: Theirs\n"
    assert [it.name for it in path.parent.iterdir()] == ["gull.yml"]


@pytest.mark.parametrize(
    ("languages", "written"), [(("de", None, "de"), "de"), ((None, "de"), "de"), (("de", "nl"), None), ((None, None), None)]
)
def test_a_feed_that_names_no_language_has_no_say_in_it(add, languages, written):
    """The language of a publisher is the one that all its feeds name which name any; two differing ones are none."""
    lines = [
        line("Gull", f"https://gull.example/{number}", more=f' language="{language}"' if language else "")
        for number, language in enumerate(languages)
    ]
    add({"l.opml": opml(*lines)})
    assert add.sources()["gull"].get("language") == written


@pytest.mark.parametrize("said", [{"id": "The Gull"}, {"id": "../x"}, {"language": "english"}, {"name": " "}])
def test_what_a_person_says_has_the_shape_of_it(said):
    """An id that is no file's name, or a language that is none, is told at once."""
    with pytest.raises(UsageError):
        PublisherOptions(**said)


NAMED = '<source url="https://{0}.example/">{0}</source>'
AGGREGATORS = {
    "a news search": rss(
        "x - Google News", "https://news.google.com/search?q=x", item("A - B", "https://news.google.com/rss/articles/C")
    ),
    "items of several publishers": rss(
        "Portal",
        "https://portal.example/",
        item("One", "https://portal.example/1", "Words.", NAMED.format("gull")),
        item("Two", "https://portal.example/2", "Words.", NAMED.format("tern")),
    ),
    "a list of links": rss(
        "Tidelist",
        "https://tidelist.example/",
        item("One", "https://gull.example/1", '<a href="https://tidelist.example/s/1">Comments</a>'),
        item("Two", "https://tern.example/2", '<a href="https://tidelist.example/s/2">Comments</a>'),
    ),
    "a list of headlines": rss(
        "Tidelist",
        "https://tidelist.example/",
        item(LONG := "One headline of so many words that it could be a text", "https://gull.example/1", LONG),
        item(LONG, "https://tern.example/2", LONG),
    ),
    "a planet": rss(
        "Planet Sea",
        "https://sea.example/planet/",
        item("One", "https://gull.example/1", "The whole text of one, which has many words in it indeed."),
        item("Two", "https://tern.example/2", "The whole text of two, which has many words in it indeed."),
    ),
}
PUBLISHERS = {
    "a link blog": rss(
        "Ada's Links",
        "https://ada.example/",
        item("One", "https://gull.example/1", "I have read this twice now and still think that it is right."),
        item("Two", "https://tern.example/2", "Somebody should have said so years ago, and in so many words."),
    ),
    "a link blog in paragraphs": rss(
        "Ada's Links",
        "https://ada.example/",
        item("One", "https://gull.example/1", "<p>I have read this twice now and still think that it is right.</p>"),
        item("Two", "https://tern.example/2", "<p>Somebody should have said so years ago, and in so many words.</p>"),
    ),
    "a paper that prints agencies": rss(
        "Gull Post",
        "https://gull.example/",
        item("One", "https://gull.example/1", "Words.", "<source>AAA</source>"),
        item("Two", "https://gull.example/2", "Words.", "<source>BBB</source>"),
    ),
    "a paper whose links are counted": rss(
        "Gull Post", "https://gull.example/", item("One", "https://feeds.feedburner.com/~r/gull/~3/1"), item("Two", "https://feeds.feedburner.com/~r/gull/~3/2")
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", [*AGGREGATORS, *PUBLISHERS])
def test_adding_tells_aggregators_from_publishers(add, kind):
    """Where a feed's items are what others publish its file says so; words of one's own make a publisher."""
    report = add({"a.xml": {**AGGREGATORS, **PUBLISHERS}[kind]})
    assert not report.problems
    (source,) = add.sources().values()
    assert source.get("aggregator", False) is (kind in AGGREGATORS)
    assert load(add.root)[0].sources[0].aggregator is (True if kind in AGGREGATORS else None)


def test_a_source_that_does_not_say_that_it_is_an_aggregator_is_noted(add):
    """A file that a person wrote is left as it is; a note says what is missing."""
    path = add.root / "seeds/sources/portal.yml"
    path.write_text("name: Portal\nhome: https://portal.example/\n")
    report = add({"a.xml": AGGREGATORS["items of several publishers"]})
    assert [(problem.code, problem.by_hand) for problem in report.problems] == [("aggregator", False)]
    assert "aggregator" not in path.read_text()
    path.write_text(path.read_text() + "aggregator: false\n")
    assert not add({"a.xml": AGGREGATORS["items of several publishers"]}).problems


def test_a_saved_search_that_names_no_page_of_its_own_is_added(add):
    """An Atom feed whose only link is its own address and whose id is no address has the service's site as its home."""
    feed = """<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:google.com,2005:x</id><title>Google Alert - tide</title>
    <link rel="self" href="https://www.google.com/alerts/feeds/1/2"/><entry><id>tag:1</id><title>A</title>
    <link href="https://www.google.com/url?url=https://gull.example/a"/></entry></feed>"""
    report = add({"a.atom": feed})
    assert not report.problems
    assert add.sources()["google-alerts"]["feeds"][0]["url"] == "https://www.google.com/alerts/feeds/1/2"
