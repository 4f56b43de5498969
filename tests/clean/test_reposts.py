"""What an account passes on of another account is that one's article."""

import pytest

from digest.clean import clean
from digest.dedupe import dedupe
from digest.model import Config, Entry, Source

SERVER, FAR = "https://small.server.example", "https://far.server.example"
SOURCES = (
    Source(id="ada", name="Ada", home=f"{SERVER}/@ada"),
    Source(id="bob", name="Bob", home=f"{SERVER}/@bob"),
    Source(id="cy", name="Cy", home=f"{FAR}/@cy"),
    Source(id="dot", name="Dot", home="https://nitter.net/dot"),
    Source(id="eve", name="Eve", home="https://nitter.net/eve"),
    Source(id="paper", name="Gull Post", home="https://gullpost.example/"),
)
CONFIG = Config(sources=SOURCES)
POST = "The pier is open again, and the first boat left at noon."


def article(source, body, title=None, link=None):
    entry = Entry(
        where=f"seeds/archive/{source}/a.jsonl", line=1, kind="html", source=source, body=body, title=title, link=link
    )
    (found,), _ = clean([entry], CONFIG, None)
    return found


@pytest.mark.parametrize(
    ("source", "whose", "fields"),
    [
        ("ada", "bob", {"body": f"<p>{POST}</p>", "link": f"{SERVER}/@bob/17"}),
        ("ada", "cy", {"body": f"<p>{POST}</p>", "link": f"{FAR}/@cy/17"}),
        (
            "ada",
            "bob",
            {"body": f"<p>RT <a href='{SERVER}/@bob'>@<span>bob</span></a>: {POST}</p>", "link": f"{SERVER}/@ada/9"},
        ),
        ("ada", "cy", {"body": f"<p>RT @cy@far.server.example {POST}</p>", "link": f"{SERVER}/@ada/9"}),
        ("ada", "cy", {"body": f"<p>{POST}</p>", "title": "Ada boosted @cy@far.server.example", "link": f"{SERVER}/@ada/9"}),
        ("ada", "bob", {"body": f"<p>{POST}</p>", "title": "ada shared a status by bob", "link": f"{SERVER}/@ada/9"}),
        (
            "dot",
            "eve",
            {"body": f"<p>{POST}</p>", "title": f"RT by @dot: {POST}", "link": "https://nitter.net/eve/status/3"},
        ),
    ],
)
def test_a_boost_is_the_other_accounts_article(source, whose, fields):
    """Whether its link or a mark says so; the mark is no word of it, and whose feed brought it is kept."""
    found = article(source, **fields)
    assert (found.source, found.via, found.title) == (whose, source, POST)
    assert "".join(found.paragraphs) in ("", POST)


def test_links_in_a_boost_stay_in_their_place():
    """They count from where the post begins."""
    body = "<p>RT @bob: The pier is <a href='https://pier.example/'>open again</a>, and the first boat left at noon.</p>"
    found = article("ada", body)
    ((paragraph, start, end, url),) = found.links
    assert (found.passage(paragraph)[start:end], url) == ("open again", "https://pier.example/")


@pytest.mark.parametrize(
    "fields",
    [
        {"body": f"<p>{POST}</p>", "link": f"{SERVER}/@ada/9"},
        {"body": f"<p>The harbour boosted @nobody: {POST}</p>", "link": f"{SERVER}/@ada/9"},
        {"body": f"<p>What I think of it: {POST}</p>", "title": "On Bob's post", "link": f"{SERVER}/@bob/17"},
        {"body": f"<p>{POST}</p>", "link": "https://gullpost.example/pier"},
        {"body": f"<p>RT @ada: {POST}</p>", "link": f"{SERVER}/@ada/9"},
    ],
)
def test_what_an_account_writes_itself_is_its_own(fields):
    """A post of its own, one about a post or a page, and one that names nobody who is known."""
    found = article("ada", **fields)
    assert (found.source, found.via) == ("ada", None)


def test_a_paper_passes_nothing_on():
    """Only accounts boost; a paper's item about an account's post is the paper's."""
    assert article("paper", f"<p>RT @bob: {POST}</p>", link=f"{SERVER}/@bob/17").source == "paper"


@pytest.mark.parametrize(("mark", "link"), [("", f"{SERVER}/@bob/17"), ("RT @bob: ", f"{SERVER}/@ada/9")])
@pytest.mark.parametrize("days", [("2026-06-04", "2026-06-05"), ("2026-06-05", "2026-06-04")])
def test_the_original_stands_for_its_boost(mark, link, days):
    """Under its own account, whichever of the two came later."""
    given = [("bob", POST, f"{SERVER}/@bob/17", days[0]), ("ada", f"{mark}{POST}", link, days[1])]
    entries = [
        Entry(
            where=f"seeds/archive/{source}/a.jsonl", line=1, kind="html", source=source, body=body, link=link, published=day
        )
        for source, body, link, day in given
    ]
    (kept,) = dedupe(clean(entries, CONFIG, None)[0])
    assert (kept.source, kept.via) == ("bob", None)
    assert [(copy.article.source, copy.article.via) for copy in kept.copies] == [("bob", "ada")]
