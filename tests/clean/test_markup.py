"""Feeds, pages and Markdown become the same plain paragraphs; hostile ones end in bounded work and a Problem."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.clean.explain import fates
from digest.clean.markdown import markdown_lines
from digest.clean.markup import lines_with_blocks, parse
from digest.clean.text import plain
from digest.model import Entry, SpokenWords

PAGE = """<html lang="en"><head><title>Ferry stops | The Harbor Times</title>
<meta property="og:site_name" content="Harbor Times">
<meta property="og:description" content="Two hundred people lose their boat">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Ferry &amp; pier closed",
"author": [{"@type": "Person", "name": "Ada Deck"}, {"@id": "#bo"}], "datePublished": "2031-06-04T10:00:00+02:00"},
{"@type": "Person", "@id": "#bo", "name": "Bo Mast"}]}</script></head>
<body><nav><a href="/">Home</a><a href="/sea">Sea</a></nav><article><h1>Ferry &amp; pier closed</h1>
<p class="dek">Two hundred people lose their boat for the whole of the winter</p>
<div class="text"><p>The ferry to the isles stopped on Monday after a storm broke the pier in two, the owners said.</p>
<p>It will not run again before the spring, because the <a href="/parts?utm_source=x">parts</a> have to come from abroad.</p>
<figure><img src="x.jpg"><figcaption>The pier on Monday. Photo: A. Deckhand</figcaption></figure>
<h2>What Happens Next</h2>
<p>The council meets on Thursday to hear from the two hundred people who live on the isles all the year round.</p>
<div class="related-stories"><a href="/1">Bridge opens after ten years of work on both sides</a></div>
<p>Until then, fishermen carry bread and letters across the sound whenever the wind allows them to leave.</p></div>
</article><footer><p>© 2031 The Harbor Times</p></footer></body></html>"""


def linked(article):
    """The words of an article's body that are links, and where they lead."""
    return [(article.passage(paragraph)[start:end], url) for paragraph, start, end, url in article.links]


def test_a_page_gives_body_and_metadata(cleaned):
    """Title, byline, date and publisher come from the page's data, the paragraphs from its article."""
    article, _ = cleaned(kind="html", page=True, body=PAGE, link="https://www.harbortimes.example/ferry")
    assert article.title == "Ferry & pier closed"
    assert article.byline == "Ada Deck, Bo Mast"
    assert article.published.at.isoformat() == "2031-06-04T08:00:00+00:00"
    assert article.source == "harbor"
    assert [it.split()[0] for it in article.paragraphs] == ["Two", "The", "It", "What", "The", "Until"]
    assert linked(article) == [("parts", "https://www.harbortimes.example/parts")]


def test_a_feeds_html_becomes_paragraphs(cleaned):
    """Tags and entities are read once; scripts and trailers go."""
    body = (
        "<p>The <b>ferry</b> &amp; the pier closed &amp;amp; reopened.</p><script>alert(1)</script>"
        "<p>Nobody was hurt.<br>Not one.</p>"
        "<p>The post Ferry closed appeared first on Isle Blog.</p>"
    )
    article, _ = cleaned(kind="html", by_hand=False, title="Ferry &amp; pier", body=body, link="https://x.example/1")
    assert article.title == "Ferry & pier"
    assert article.paragraphs == ("The ferry & the pier closed &amp; reopened.", "Nobody was hurt.", "Not one.")


def test_a_brief_keeps_what_its_contributor_wrote(cleaned):
    """No rule for chrome touches a brief; its marks go and its sayings stay apart."""
    article, _ = cleaned(
        kind="markdown",
        text="brief",
        title="Ferry",
        body="# Part\n\nThe *ferry* [stopped](https://x.example/a).\nIt was old.\n\n- Share\n- 8 Sources\n",
        quotes=(SpokenWords(speaker="Ada Deck", text="never again"),),
    )
    assert article.paragraphs == ("The ferry stopped. It was old.", "Share", "8 Sources")
    assert (article.sayings[0].speaker, article.sayings[0].text) == ("Ada Deck", "never again")
    assert linked(article) == [("stopped", "https://x.example/a")]


def test_links_are_words_of_the_body_and_where_they_lead(cleaned):
    """Feeds and Markdown keep the place of linked words; links of removed lines, of pictures and to the article go."""
    body = (
        "<p>The ferry, a <b>paper</b> <a href='https://y.example/1?utm_source=x'>first\n <i>reported</i></a>, stopped.</p>"
        "<p>It is <a href='/b'>reportedly</a> old &amp; <a href='#top'>slow</a>, as <a href='https://x.example/a'>here</a>.</p>"
        "<p>Related: <a href='/c'>Bridge opens</a></p><a href='/d'><img src='x.jpg'></a>"
    )
    article, _ = cleaned(kind="html", by_hand=False, title="Ferry", body=body, link="https://x.example/a")
    assert linked(article) == [("first reported", "https://y.example/1"), ("reportedly", "https://x.example/b")]
    assert article.links[1][0] == 2
    body = "It *was* \\[1\\] old,\n**[as reported](https://y.example/a_(b) 'T')** <b>by</b> [it](/rel), <https://y.example/c>.\n"
    article, _ = cleaned(kind="markdown", text="brief", title="Ferry", body=body)
    assert article.paragraphs == ("It was [1] old, as reported by it, https://y.example/c.",)
    assert linked(article) == [
        ("as reported", "https://y.example/a_%28b%29"),
        ("https://y.example/c", "https://y.example/c"),
    ]


@given(
    st.lists(
        st.sampled_from(["[", "](", "https://a.example/b", ")", "<", ">", "*", "`", "&#2;", "\x02", "\x03", "<b", " w "])
    )
)
def test_no_marks_tear_words_from_their_links(pieces):
    """Whatever Markdown comes, each link's words stand in its line, behind those that it says stand before them."""
    for line in markdown_lines("".join(pieces), 1)[0]:
        assert all(link.before + link.words in line.text for link in line.links)


def test_a_link_without_words_leads_nowhere(cleaned):
    """A picture or nothing in a link is no link of the text; one with words beside it is."""
    body = "<p>The ferry <a href='/a'> </a>stops for <a href='/b'>the winter</a>, the board said on Monday.</p>"
    article, _ = cleaned(kind="html", by_hand=False, title="Ferry", body=body, link="https://x.example/c")
    assert linked(article) == [("the winter", "https://x.example/b")]


def test_what_became_of_each_line_is_told_in_order():
    """Kept and removed lines stand side by side as in the file."""
    body = "A ferry stops\n\nThe ferry stopped on Monday, after a storm.\n\nShare\n\nIt will be back."
    found = [(it.line, it.reason) for it in fates(Entry(where="a.txt", line=1, kind="text", body=body, by_hand=True))]
    assert found == [(1, "title"), (3, None), (5, "share bar"), (7, None)]


@given(st.text(max_size=200))
def test_text_is_one_nfc_line_without_controls(raw):
    """Whatever comes, Text holds no control, format, private or unassigned character and no outer space."""
    text = plain(raw)
    assert text == unicodedata.normalize("NFC", text) == text.strip()
    assert not {unicodedata.category(sign) for sign in text} & {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}


def test_mojibake_is_mended_and_typography_kept():
    """Bytes read in the wrong encoding are put right; quotes and dashes stay as written."""
    assert plain("cafÃ© â€œopenâ€\x9d") == "café “open”"
    assert plain("“Curly” — and … ‘so’") == "“Curly” — and … ‘so’"
    assert plain("a\u202eb\u200bc\u00add") == "abcd"


def test_a_short_title_does_not_flip_the_language(cleaned):
    """A few words are believed to be in the declared language; a longer text speaks for itself."""
    assert cleaned(title="Chat noir", body="Le chat.", language=None)[0].language == "en"
    german = (
        "Die Fähre nach der Insel fährt im Winter nicht, weil der Reederei das Geld für den Treibstoff fehlt. Niemand hilft."
    )
    assert cleaned(kind="html", by_hand=False, body=german, language="en-us", link="https://x.example/2")[0].language == "de"


@pytest.mark.parametrize(
    ("title", "line", "told"),
    [
        ("Brücke gesperrt", "Die Brücke über die Lyra bleibt bis Freitag gesperrt, sagt die Stadt.", "de"),
        ("Puente cerrado", "El puente sobre el Lyra sigue cerrado hasta el viernes, dice el ayuntamiento.", "es"),
        ("Bridge closed", "The bridge over the Lyra stays closed until Friday.", "en"),
        ("Брод", "До петка", "ru"),
    ],
)
def test_a_short_item_of_a_feed_that_declares_nothing_is_read_by_its_words(cleaned, title, line, told):
    """The digest's own language is no declaration; what the feed says is believed of as short a text."""
    given = {"title": title, "kind": "html", "by_hand": False, "body": f"<p>{line}</p>", "link": "https://x.example/3"}
    assert cleaned(**given, language=None)[0].language == told
    if told != "ru":
        assert cleaned(**given, language="it")[0].language == "it"


HOSTILE = {
    "one line of 10 MB": {"body": "word " * 2_000_000},
    "one word of 10 MB": {"body": "x" * 10_000_000},
    "empty paragraphs": {"kind": "html", "body": "<p></p>" * 100_000 + "<p>One line.</p>"},
    "tags 10,000 deep": {"kind": "html", "page": True, "body": "<html><body>" + "<div>" * 10_000 + "deep words here"},
    "brackets": {"kind": "markdown", "body": "![" * 200_000},
    "table cells": {"kind": "markdown", "body": "|a|b|\n|-|-|\n|c|d|\n" * 100_000},
    "comments": {"kind": "markdown", "body": "<!--" * 200_000},
    "nested data": {
        "kind": "html",
        "page": True,
        "body": f"<html><script type='application/ld+json'>{'[' * 99_999}",
    },
    "nothing": {"body": "\x00 \u200b"},
    "a lone surrogate": {"body": "The \ud800 ferry stopped."},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_bounded_and_reported(cleaned, name):
    """It is read to the end; at most a million characters are kept; what is left out or unreadable is a Problem."""
    article, problems = cleaned(**HOSTILE[name])
    assert problems
    if article:
        assert sum(map(len, article.paragraphs)) <= 1_000_000
        assert all(len(it) <= 20_000 for it in article.paragraphs)


@pytest.mark.parametrize("kind", ["html", "markdown", "ssti", "unicode"])
def test_no_payload_makes_cleaning_fail(cleaned, shared, kind):
    """Every vector comes out as plain text in each field."""
    for line in shared(f"data/vectors/{kind}.jsonl").read_text("utf-8").rstrip("\n").split("\n")[:400]:
        payload = str(json.loads(line).get("payload", line))
        article, _ = cleaned(
            kind="html", by_hand=False, title=payload, body=payload, byline=payload, link="https://x.example/"
        )
        for text in (article.title, *article.paragraphs, article.byline or "") if article else ():
            assert text == plain(text)


def test_lines_that_say_whose_reporting_it_is_stay_citable(cleaned):
    """A byline and the credits taken out of the text follow the body, where they can be cited."""
    body = "<p>The harbour council approved the ferry on Monday and will buy two boats for it.</p>" * 3
    body += "<p>The Associated Press contributed to this report.</p>"
    article, _ = cleaned(
        kind="html", by_hand=False, title="Ferry", body=body, byline="By Ida Brown", link="https://x.example/"
    )
    assert article.credits == ("Ida Brown", "The Associated Press contributed to this report.")
    first = 1 + len(article.paragraphs)
    assert [article.passage(first + number) for number in range(2)] == list(article.credits)
    for nowhere in (first + 2, -1):
        with pytest.raises(IndexError):
            article.passage(nowhere)


def test_a_feed_that_names_whose_item_it_is_is_believed_that_far(cleaned):
    """An item of a source's own site stays the source's; the publisher that it claims besides can be cited."""
    fields = {"by_hand": False, "title": "Ferry", "body": "A ferry was approved on Monday.", "source": "harbor"}
    article, _ = cleaned(publisher="Reuters", link="https://www.harbortimes.example/a", **fields)
    assert (article.publisher, article.credits) == ("The Harbor Times", ("Reuters",))
    article, _ = cleaned(publisher="Harbor Times", link="https://www.harbortimes.example/a", **fields)
    assert article.credits == ()


@pytest.mark.parametrize(
    ("markup", "share"),
    [
        ("<p>The <a href=/q>quay</a> is wet.</p>", 4 / 16),
        ("<p>The <a href=/q>\n            <b>\n              quay\n            </b>\n        </a> is wet.</p>", 4 / 16),
        ("<p>\n        <a href=/q>  The  quay\n        is wet.  </a>\n      </p>", 1.0),
        ("<p><a href=/q>The quay is wet. (opens in new tab)</a></p>", 1.0),
        ("<p><a href=/q>The quay<svg><title>x</title></svg> is wet.</a></p>", 1.0),
        ("<p>The quay is wet.</p>", 0.0),
        ("<p><a href=/q>   </a>The quay is wet.</p>", 0.0),
    ],
)
def test_how_much_of_a_line_is_linked_does_not_depend_on_white_space(markup, share):
    """Links that a page's source indents are no more of a line than others."""
    root, _ = parse(markup)
    ((line, block, linked),) = lines_with_blocks(root)
    assert (line.text, block.tag, linked) == ("The quay is wet.", "p", share)
