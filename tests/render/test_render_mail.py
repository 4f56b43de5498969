"""The edition of a day or a week as a mail: two parts, notes for every line, nothing fetched, always the same bytes."""

import email
import re
from dataclasses import replace
from email import policy

import html5lib
import pytest
from render_sample import BRIDGE, DAY, EDITION, FIRST, filled

from digest.model import Mail, Settings
from digest.render.mail import mail
from digest.render.site import Site

SENDER = Mail(sender="News, daily <news@d.example>", unsubscribe="https://d.example/leave?a=1&b=2")
HOME = "https://d.example/sub/"


def written(edition=EDITION, key="2026-06-05", **settings):
    return mail(key, Site(edition=edition, digest=Settings(**{"url": HOME, "mail": SENDER, "title": "The Quay"} | settings)))


def read(data):
    """The message, its text and its HTML, as a mail program has them."""
    message = email.message_from_bytes(data, policy=policy.default)
    assert not message.defects
    text, html = message.iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    return message, *(part.get_content().replace("\r\n", "\n") for part in (text, html))


def test_the_same_edition_gives_the_same_bytes():
    """Date, id and boundary are the edition's, not the clock's."""
    assert written() == written(replace(EDITION, day=DAY.replace(month=7)))
    message, _, _ = read(written())
    assert message["Date"].datetime == DAY
    assert message["Message-ID"].endswith("@d.example>")
    assert read(written(key="2026-06-04"))[0]["Message-ID"] != message["Message-ID"]


def test_a_week_is_its_largest_stories_and_says_how_many_are_left():
    """Those of the week's page, in its order, with the way to that page; its days make one mail."""
    message, text, html = read(written(key="2026-w23"))
    assert message["Subject"] == "The Quay: the week in 1 story, 1 to 7 June 2026"
    assert message["Date"].datetime == DAY
    assert "\nThe week in 1 story, 1 to 7 June 2026\n" in text
    shown = re.findall(r"<h2[^>]*><a[^>]*>(.*?)</a>", html)
    assert shown == [BRIDGE.headline]
    assert "more stor" not in text
    many = tuple(replace(BRIDGE, id=f"b{n}", path=f"stories/2026/06/b{n}", redirects=()) for n in range(14))
    _, text, html = read(written(replace(EDITION, stories=many), "2026-w23"))
    assert f"2 more stories of this week: {HOME}editions/2026/w23/" in text
    assert f'<a href="{HOME}editions/2026/w23/"' in html
    ids = {read(written(key=key))[0]["Message-ID"] for key in ("2026-w23", "2026-06-05", "2026-06-04")}
    assert len(ids) == 3


def test_the_header_says_who_sends_it_and_how_to_leave():
    """A name with a comma in it is one sender."""
    message, text, html = read(written())
    assert [(one.display_name, one.addr_spec) for one in message["From"].addresses] == [("News, daily", "news@d.example")]
    assert message["Subject"] == "The Quay: Friday, 5 June 2026"
    assert message["List-Unsubscribe"] == "<https://d.example/leave?a=1&b=2>"
    assert "Unsubscribe: https://d.example/leave?a=1&b=2" in text
    assert 'href="https://d.example/leave?a=1&amp;b=2"' in html
    assert read(written(mail=Mail(sender="news@d.example")))[0]["List-Unsubscribe"] is None


def test_each_line_has_its_citations_as_notes():
    """Numbers that count through the mail, each with publisher, the exact words and the article's address."""
    _, text, html = read(written())
    assert "- The old bridge will close to lorries on Monday… [1][2][3]\n" in text
    assert (
        "[1] Harbour Post: Old bridge closes to lorries on Monday. “The old bridge will close to lorries on Monday”" in text
    )
    assert f"\n    {FIRST.url}\n" in text
    assert (
        "[2] Tide Times: Lorries to be kept off the bridge. In summary: From Monday no lorry may use the old bridge" in text
    )
    assert f'<a href="{HOME}{BRIDGE.path}/"' in html
    for part in (text, html):
        used = {int(number) for number in re.findall(r"\[(\d+)\]", part)}
        assert used == set(range(1, max(used) + 1))


def test_a_mail_of_summaries_says_so_once():
    """Above the stories, and not behind each line."""
    brief = replace(BRIDGE, articles=tuple(replace(article, text="brief") for article in BRIDGE.articles))
    for part in read(written(replace(EDITION, stories=(brief,))))[1:]:
        assert part.count("summaries in this digest’s own words") == 1
        assert "in summary" not in part


def test_nothing_is_fetched_to_read_it():
    """No picture, script or sheet; styles stand in the elements, tables are at most 600 px wide, dark colours are there."""
    _, _, html = read(written())
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    named = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert named & {"img", "script", "link", "iframe", "object", "video", "svg", "form"} == set()
    assert "url(" not in html
    assert "@import" not in html
    assert [table.get("width") for table in tree.iter("table")] == ["100%", "600"]
    assert all(element.get("style") for tag in ("h1", "h2", "p", "a") for element in tree.iter(tag))
    assert "prefers-color-scheme: dark" in html


@pytest.mark.parametrize(
    "words", ["<script>x</script> & <img src=x>", "{{ 7*7 }} {% raw %}", "Subject: x", "é “q” \"r\" 'נ'"]
)
def test_words_from_outside_are_words(words):
    """In both parts and in the headers."""
    key = "2026-06-05"
    message, text, html = read(written(filled(words), key, title=words))
    assert message["Subject"].startswith(f"{words}: ")
    assert words in text
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    assert "".join(tree.find(".//h1").itertext()) == words
    assert [*tree.iter("script"), *tree.iter("img")] == []


@pytest.mark.parametrize("key", ["2026-06-30", "2026-w30"])
def test_what_has_no_edition_has_no_mail(key):
    """That is for the command to say."""
    with pytest.raises(KeyError):
        written(key=key)
