"""Feeds as entries: every format, every damage, and never an exception."""

import json
import re
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.acquire.decoding.charset import as_utf8, declared_root
from digest.acquire.decoding.markup import bounded, depth_of
from digest.acquire.decoding.time_limit import time_limit
from digest.acquire.feeds.feed import FIELD_LENGTHS, NEWEST_ITEMS, read_feed
from digest.acquire.feeds.trimming import trim_items
from digest.clean import clean
from digest.config import Workspace
from digest.model import Settings

CONFIG = Workspace(root=Path(), digest=Settings())

SHELL = '<?xml version="1.0"?><rss version="2.0" {ns}><channel><title>Quay News</title><link>https://quay.example/</link>'
NS = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:gml="http://www.opengis.net/gml"'
)


def rss(items, encoding=None):
    text = SHELL.format(ns=NS) + items + "</channel></rss>"
    return text.encode() if encoding is None else text.replace("?>", f' encoding="{encoding}"?>', 1).encode(encoding)


def entries(raw, **more):
    document, problem = read_feed(raw, "f.xml", **more)
    assert document is not None, problem
    return document.entries


def test_an_rss_item_gives_all_it_says():
    """Title, address, guid, author, date as printed, text and base of an RSS item reach the Entry."""
    item = (
        "<item><title>Pier opens</title><link>/news/1</link><guid>g1</guid><author>ada@quay.example (Ada Quill)</author>"
        "<pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><description>Short.</description>"
        '<content:encoded><![CDATA[<p>The <b>long</b> text.</p>]]></content:encoded><source url="https://w.example/">'
        "Harbour Wire</source></item>"
    )
    (entry,) = entries(rss(item), address="https://quay.example/feed")
    assert (entry.title, entry.link, entry.guid) == ("Pier opens", "https://quay.example/news/1", "g1")
    assert (entry.byline, entry.published) == ("Ada Quill", "Fri, 20 Nov 2026 10:00:00 GMT")
    assert (entry.kind, entry.body) == ("html", "<p>The <b>long</b> text.</p>")
    assert (entry.base, entry.publisher) == ("https://quay.example/news/1", "Harbour Wire")


def test_atom_keeps_its_base_and_its_plain_text():
    """xml:base and xml:lang of an Atom content go with it; plain text is told from markup."""
    raw = (
        b'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/a/" xml:lang="de-AT"><title>Q</title>'
        b'<entry><title>One</title><id>urn:1</id><link href="one"/><updated>2026-11-20T10:00:00Z</updated>'
        b'<content type="text">2 &lt; 3</content></entry></feed>'
    )
    (entry,) = entries(raw, address="https://quay.example/feed")
    assert (entry.link, entry.kind, entry.body) == ("https://quay.example/a/one", "text", "2 < 3")
    assert (entry.language, entry.published) == ("de", "2026-11-20T10:00:00Z")


def test_rdf_and_old_rss_are_read():
    """RSS 1.0 (RDF) and a channel without any version give their items."""
    rdf = (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        b"<channel><title>t</title></channel><item><title>One</title><link>http://q.example/1</link></item></rdf:RDF>"
    )
    assert [entry.title for entry in entries(rdf)] == ["One"]
    assert [entry.title for entry in entries(b"<rss><channel><item><title>One</title></item></channel></rss>")] == ["One"]


def test_media_and_itunes_text_is_a_text():
    """Where only media or iTunes elements carry words, those are the body."""
    one = "<item><title>a</title><media:description>Words of the film.</media:description></item>"
    two = "<item><title>b</title><itunes:summary>Words of the episode.</itunes:summary></item>"
    three = "<item><itunes:title>c</itunes:title><itunes:subtitle>Few words.</itunes:subtitle></item>"
    found = entries(rss(one + two + three))
    assert [entry.body for entry in found] == ["Words of the film.", "Words of the episode.", "Few words."]
    assert [entry.title for entry in found] == ["a", "b", "c"]


def atom(items, head=""):
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {NS}><title>Q</title>{head}{items}</feed>'.encode()


def shown(raw):
    """The titles as a reader sees them."""
    made, _ = clean([replace(entry, where="f", line=at) for at, entry in enumerate(entries(raw), 1)], CONFIG, None)
    return [article.title for article in made]


def test_a_title_of_plain_text_is_shown_letter_for_letter():
    """Tags and references in a title of type text, or of none, or of JSON Feed are its words."""
    items = (
        '<entry><id>urn:1</id><title type="text">The &lt;b&gt; tag &amp;amp; friends</title></entry>'
        "<entry><id>urn:2</id><title>Why &lt;i&gt; leans</title></entry>"
        "<entry><id>urn:3</id><title>Bed &amp; board</title></entry>"
    )
    assert shown(atom(items)) == ["The <b> tag &amp; friends", "Why <i> leans", "Bed & board"]
    listed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "The <b> tag &amp; friends"}]}
    assert shown(json.dumps(listed).encode()) == ["The <b> tag &amp; friends"]
    assert entries(atom(items))[2].title == "Bed & board"


def test_a_title_of_markup_is_shown_as_the_words_it_marks():
    """Tags of an HTML title go and its references are read once, in Atom and in RSS, escaped or quoted."""
    marked = "Salt &lt;b&gt;and&lt;/b&gt; pepper, &amp;lt;p&amp;gt;"
    assert shown(atom(f'<entry><id>urn:1</id><title type="html">{marked}</title></entry>')) == ["Salt and pepper, <p>"]
    quoted = "<item><title><![CDATA[Salt <b>and</b> pepper, &lt;p&gt;]]></title></item>"
    assert shown(rss(f"<item><title>{marked}</title></item>{quoted}")) == ["Salt and pepper, <p>"] * 2


def test_an_atom_feed_that_links_to_itself_alone_has_no_front_page_of_its_id():
    """An id that is no address is no home and no item's address; the item's address for itself is, else its recording."""
    own = '<id>tag:quay.example,2026:1</id><link rel="self" href="https://quay.example/feed.atom"/>'
    items = (
        '<entry><id>tag:quay.example,2026:2</id><title>a</title><link rel="self" href="https://quay.example/a"/></entry>'
        "<entry><id>https://quay.example/b</id><title>b</title></entry><entry><id>urn:c</id><title>c</title></entry>"
        '<entry><id>urn:d</id><title>d</title><link rel="enclosure" href="https://quay.example/d.mp3"/></entry>'
    )
    document, _ = read_feed(atom(items, own), "f.xml")
    assert (document.home, document.address) == (None, "https://quay.example/feed.atom")
    links = [f"https://quay.example/{name}" for name in ("a", "b")]
    assert [entry.link for entry in document.entries] == [*links, None, "https://quay.example/d.mp3"]


def test_the_words_beside_a_film_keep_their_paragraphs():
    """A description without tags, as films have it, is parted at its blank lines."""
    group = "<media:group><media:description>How eels climb.\n\nFilmed at dusk.</media:description></media:group>"
    (entry,) = entries(atom(f"<entry><id>yt:video:1</id><title>Eels</title>{group}</entry>"))
    (article,), _ = clean([replace(entry, where="f", line=1)], CONFIG, None)
    assert article.paragraphs == ("How eels climb.", "Filmed at dusk.")


def test_a_post_without_a_title_is_headed_by_its_first_words():
    """A short post, as micro-blogs have it, takes its title from its text, without the tags."""
    post = "&lt;p&gt;The &lt;b&gt;weir&lt;/b&gt; is open. Mind the mud.&lt;/p&gt;"
    assert shown(rss(f"<item><guid>p1</guid><description>{post}</description></item>")) == ["The weir is open."]


def test_json_feed_is_read_whatever_its_values_are():
    """JSON Feed 1.0 and 1.1 give entries; values of a wrong type are passed over."""
    items = [
        {"id": 7, "url": "/1", "title": "One", "content_html": "<p>x</p>", "authors": [{"name": "Ada"}, 3]},
        {"id": None, "title": ["x"], "content_text": "plain", "author": {"name": "Bo"}},
        "no item",
    ]
    raw = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Q", "items": items}).encode()
    one, two = entries(raw, address="https://quay.example/feed.json")
    assert (one.guid, one.link, one.kind, one.byline) == ("7", "https://quay.example/1", "html", "Ada")
    assert (two.guid, two.title, two.kind, two.byline) == (None, None, "text", "Bo")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\x00",
        b"<!doctype html><title>Log in</title><script>1</script>",
        b"\xef\xbb\xbf  <!-- hi --><HTML><body><rss version='2.0'><channel></channel></rss></body></HTML>",
        b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="http://www.w3.org/1999/xhtml"></html>',
        b"Please sign in",
        b'{"items": []}',
        b"[" * 100_000,
        b"\x89PNG\r\n\x1a\n",
        b'<opml version="2.0"><body/></opml>',
    ],
)
def test_what_is_no_feed_is_never_a_feed_without_items(raw):
    """A captive portal, a page, an empty body or other bytes give one Problem and no document."""
    document, problem = read_feed(raw, "f.xml")
    assert document is None
    assert problem.code in {"not-a-feed", "empty-feed"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "windows-1251", "koi8-r", "iso-8859-5"])
def test_letters_survive_every_charset(encoding):
    """Declared charsets are read, whatever the server claims."""
    (entry,) = entries(rss("<item><title>Причал</title></item>", encoding), charset="ascii")
    assert entry.title == "Причал"


def test_utf8_under_a_wrong_label_and_damaged_utf8_stay_readable():
    """Mislabelled UTF-8 is UTF-8; a broken byte costs one letter; unlabelled Latin 1 is read."""
    labelled = rss("<item><title>Žluť</title></item>").replace(b"?>", b' encoding="iso-8859-1"?>', 1)
    assert entries(labelled)[0].title == "Žluť"
    damaged = rss("<item><title>Žluť #</title></item><item><title>née</title></item>").replace(b"#", b"\xff\xfe")
    assert [entry.title for entry in entries(damaged)] == ["Žluť ��", "née"]
    assert entries(rss("<item><title>née</title></item>").decode().encode("latin-1"))[0].title == "née"


def test_the_newest_are_kept_and_the_rest_is_counted():
    """Of more than the bound the newest by date are kept, in whatever order they come, and one Problem counts the rest."""
    days = [f"{1 + n % 28:02d} {month} 2026" for n in range(28) for month in ("Jan", "Feb", "Mar", "Apr")]
    items = "".join(f"<item><title>{day}</title><pubDate>{day} 10:00:00 GMT</pubDate></item>" for day in days)
    document, problem = read_feed(rss(items), "f.xml", newest=28)
    assert {entry.title.split()[1] for entry in document.entries} == {"Apr"}
    assert (document.beyond, problem.code) == (84, "feed-limit")
    document, problem = read_feed(rss("<item><title>x</title></item>" * 20_000), "f.xml")
    assert (len(document.entries), document.beyond) == (NEWEST_ITEMS, 20_000 - NEWEST_ITEMS)
    assert "19800 items" in problem.detail


def test_what_is_too_long_or_too_deep_is_cut_and_told():
    """A title of a million letters is cut between letters; a text nested without end becomes its words; one Problem."""
    long = "<item><title>" + "ж" * 1_000_000 + "</title><link>https://q.example/" + "x" * 5_000 + "</link></item>"
    deep = "<item><description>" + "&lt;b&gt;" * 100_000 + "end</description></item>"
    document, problem = read_feed(rss(long + deep), "f.xml")
    one, two = document.entries
    assert one.title == "ж" * (FIELD_LENGTHS["title"] - 1) + "…"
    assert one.link is None
    assert (two.kind, two.body) == ("text", "end")
    assert "2 items" in problem.detail


def test_what_is_tangled_without_end_is_refused_before_it_is_read():
    """Tags nested by the hundred thousand, or JSON of a million parts, are a Problem and cost no memory."""
    for raw in (
        rss("<item>" + "<a>" * 100_000),
        b'{"version":"https://jsonfeed.org/version/1","items":[' + b"{}," * 300_000,
    ):
        document, problem = read_feed(raw, "f.xml")
        assert (document, problem.code) == (None, "too-large")
    assert entries(rss("<item><title>x</title></item>" + "<a>b</a>" * 10_000))[0].title == "x"


def test_entities_neither_explode_nor_read_files():
    """Nested and external entities give nothing; a small honest one still works."""
    nested = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    for inside, entity in ((nested, "a9"), ('<!ENTITY x SYSTEM "file:///etc/passwd">', "x")):
        raw = rss(f"<item><title>A &{entity}; B</title></item>").replace(b"<rss", f"<!DOCTYPE rss [{inside}]><rss".encode())
        title = entries(raw)[0].title
        assert len(title) < 100
        assert "root:" not in title
    honest = rss("<item><title>&site; news</title></item>").replace(b"<rss", b'<!DOCTYPE rss [<!ENTITY site "Q">]><rss')
    assert entries(honest)[0].title == "Q news"


def test_control_characters_are_gone():
    """NUL, escape and other controls in a feed leave no trace and stop nothing."""
    assert entries(rss("<item><title>P\x00ie\x08r \x1b[31m</title></item>"))[0].title == "Pier [31m"


def test_a_parser_that_stumbles_or_stalls_is_a_problem(monkeypatch):
    """An exception inside the parser, or no end within its time, is one Problem of that feed."""
    _, problem = read_feed(rss("<item><gml:pos>1 2</gml:pos></item>"), "f.xml")
    assert problem.code == "not-a-feed"
    monkeypatch.setattr("digest.acquire.feeds.feed.SECONDS", 0.2)
    _, problem = read_feed(rss(f"<item><author>{'a' * 300_000}</author></item>"), "f.xml")
    assert problem.code == "slow-feed"


def test_every_torture_file_gives_at_most_one_problem(shared):
    """No file of the parsers' test suites raises; each gives a document or a Problem; those that hold items give them."""
    files = sorted(shared("data/feeds/torture").iterdir())
    read = 0
    for path in files:
        document, problem = read_feed(path.read_bytes(), path.name, address="https://example.org/feed")
        assert (document is None) <= (problem is not None)
        read += document is not None
    assert read >= 0.85 * len(files)


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"<rss><channel><item>", b"<feed xmlns='http://www.w3.org/2005/Atom'>"])
)
def test_any_bytes_are_a_document_or_a_problem(raw, start):
    """Whatever the bytes, reading ends with a document or a Problem, and every word of it can be written as UTF-8."""
    document, problem = read_feed(start + raw, "f.xml")
    assert document is not None or problem is not None
    for entry in document.entries if document else ():
        "".join(filter(None, (entry.title, entry.body, entry.link, entry.guid))).encode()


@given(st.binary(max_size=200), st.sampled_from([None, "", "utf-8", "idna", "base64", "rot13", "no-such", "utf-16"]))
def test_any_bytes_become_utf8(raw, charset):
    """The bytes handed to the parser are UTF-8 without control characters, whatever came and whatever was claimed."""
    assert not set(as_utf8(raw, charset).decode()) & set("\x00\x08\x1b")


def test_cutting_keeps_the_first_and_the_last_items_without_dates():
    """A document of too many undated items loses those in the middle, and says how many."""
    raw = b"<rss>" + b"".join(b"<item>%d</item>" % n for n in range(10)) + b"</rss>"
    assert trim_items(raw, 4) == (b"<rss><item>0</item><item>1</item><item>8</item><item>9</item></rss>", 6)
    assert trim_items(raw, 10) == (raw, 0)
    assert trim_items(raw, 10, 80) == (b"<rss><item>0</item><item>1</item><item>8</item><item>9</item></rss>", 6)
    assert trim_items(b"<rss><item>" + b"x" * 999, 10, 80) == (b"<rss>", 1)


@pytest.mark.parametrize("date", ["<pubDate>%02d Jun 2026 10:00 +0000</pubDate>", "<dc:date>2026-06-%02dT10:00Z</dc:date>"])
def test_cutting_keeps_the_newest_wherever_they_stand(date):
    """Of dated items the newest stay, in their order; one without a date goes with the one before it."""
    days = [3, 9, 1, 8, 2, 7]
    items = "".join(f"<item>{day}{date % day}</item>" for day in days) + "<item>late</item>"
    kept, cut = trim_items(f"<rss>{items}</rss>".encode(), 4)
    assert cut == 3
    assert re.findall(r"<item>(\w+)", kept.decode()) == ["9", "8", "7", "late"]


def test_cutting_minds_no_item_that_is_only_quoted():
    """What looks like an item inside a comment or a quoted section is none, and a quotation without end stops nothing."""
    quoted = b"<item>1<![CDATA[<item> is a tag]]><!-- <entry> --></item>"
    assert trim_items(b"<rss>" + quoted * 3 + b"</rss>", 2) == (b"<rss>" + quoted * 2 + b"</rss>", 1)
    assert trim_items(b"<rss><item>1</item><![CDATA[" + b"<item>" * 9, 2) == (
        b"<rss><item>1</item><![CDATA[" + b"<item>" * 9,
        0,
    )


def test_the_newest_of_a_feed_are_kept_though_some_are_undated():
    """One item without a date does not put the oldest in the place of the newest, in XML and in JSON."""
    days = ["2026-06-01", None, "2026-06-09", "2026-06-05"]
    items = "".join(f"<item><title>{day}</title>" + (f"<dc:date>{day}</dc:date>" if day else "") + "</item>" for day in days)
    raw = rss(items).replace(b"<rss ", b'<rss xmlns:dc="http://purl.org/dc/elements/1.1/" ')
    listed = [{"id": str(day), "title": str(day), "date_published": day and f"{day}T08:00:00Z"} for day in days]
    other = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": listed}).encode()
    for one in (raw, other):
        assert [entry.title for entry in entries(one, newest=2)] == ["2026-06-09", "2026-06-05"]


def test_the_root_is_found_behind_what_may_stand_before_it():
    """Comments, instructions and a doctype do not hide the root element."""
    assert declared_root(b"<?xml version='1.0'?><!-- <html> --><!DOCTYPE rss [<!ENTITY a 'b'>]>\n<rss>") == "rss"
    assert declared_root(b"<rdf:RDF>") == "rdf"
    assert declared_root(b"words") == ""


def test_an_item_with_a_malformed_address_is_an_item_all_the_same():
    """The address stays as printed, for clean to refuse it."""
    (entry,) = entries(rss("<item><title>Pier</title><link>http://[x/a</link></item>"), address="https://quay.example/")
    assert (entry.title, entry.link) == ("Pier", "http://[x/a")


@pytest.mark.parametrize(
    "raw", [b'{"version": "https://jsonfeed.org/version/1", ', b'{"a": ' + b"[" * 100_000, b'{"version": 1}', b"{}"]
)
def test_what_is_no_json_feed_is_none(raw):
    """Broken JSON, JSON without end, and JSON of something else: one Problem, no exception."""
    document, problem = read_feed(raw, "f.json")
    assert document is None
    assert problem is not None


@pytest.mark.parametrize("charset", ["unicode-escape", "raw_unicode_escape", "rot13", "hex", "utf-7", "nonsense"])
def test_what_is_no_charset_of_text_counts_as_none(charset):
    """Python has codecs by these names, some of which make markup of what was none."""
    raw = b"<p>caf\xe9 \\u003cb\\u003e +ADw-i+AD4-</p>"
    assert as_utf8(raw, charset).decode().endswith("<p>café \\u003cb\\u003e +ADw-i+AD4-</p>")


def test_a_japanese_feed_in_its_old_charset_is_read():
    """ISO-2022-JP is plain ASCII by its bytes, so that its name has to be believed before UTF-8 is tried."""
    title = "渡船が止まった"
    assert entries(rss(f"<item><title>{title}</title></item>", "iso-2022-jp"))[0].title == title


def test_elements_that_close_themselves_are_no_depth():
    """A long text with breaks and pictures is no tangle."""
    body = "Words.<br/>" * 10_000
    (entry,) = entries(rss(f"<item><title>Pier</title><description>{body}</description></item>"))
    assert entry.title == "Pier"


@pytest.mark.parametrize(("tag", "deep"), [("br", False), ("li", False), ("IMG", False), ("b", True)])
def test_elements_without_ends_are_no_depth(tag, deep):
    """What HTML lets stay open holds nothing; anything else that is never closed nests."""
    assert (depth_of(f"<{tag}>Words." * 60, 50) > 50) is deep


def test_blank_lines_part_paragraphs_where_no_markup_does():
    """A description in plain words has its paragraphs; one with markup is left to that."""
    text = "The pier is shut.\n\nIt opens on Monday.\n"
    (entry,) = entries(rss(f"<item><title>Pier</title><description>{text}</description></item>"))
    assert entry.body.count("<p>") == 2
    (entry,) = entries(rss(f"<item><title>Pier</title><description>&lt;b>Now&lt;/b> {text}</description></item>"))
    assert entry.body.count("<p>") == 0


def test_a_text_is_cut_before_an_accent_is_parted_from_its_letter():
    """Combining characters stay with what they combine with, as far back as twenty."""
    assert bounded("abcde\u0301fgh", 6) == "abcd…"
    assert bounded("abcdefgh", 6) == "abcde…"
    assert bounded("abcdef", 6) == "abcdef"


def test_outside_the_main_thread_nothing_is_timed():
    """The system's timer reaches the main thread alone; elsewhere the block runs to its end."""
    done = []

    def run():
        with time_limit(0.001):
            done.append(sum(range(200_000)))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert done == [sum(range(200_000))]
