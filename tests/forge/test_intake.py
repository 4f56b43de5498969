"""An issue form becomes a seed file or a refusal, whatever stands in it."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from digest.acquire.adding.intake import FORMS, NEEDED, intake
from digest.config import load
from digest.model import Edition, Settings
from digest.render.adding import correction_address
from digest.render.site import Site

NOW = datetime(2026, 6, 5, tzinfo=UTC)
TEMPLATES = Path(__file__).resolve().parents[2] / ".github/ISSUE_TEMPLATE"
ANSWERS = {
    "article": {
        "title": 'The "upper" lock: open again',
        "url": "https://post.example/lock",
        "publisher": "The Post",
        "published": "2026-06-04",
        "body": "Boats pass the upper lock of the canal again.\n\nIts gates were mended in nine days.",
        "quotes": "Ada Example: Nobody has to wait any more\n- Ben Example: „It was time“",
    },
    "source": {
        "name": "The Post",
        "home": "https://post.example/",
        "feed": "https://post.example/feed.xml",
        "language": "en",
    },
    "correction": {
        "story": "stories/2026/06/a-lock",
        "text": "It is the\nupper lock.",
        "reason": "https://post.example/lock",
    },
    "takedown": {"article": "https://post.example/lock", "reason": "The publisher asked for it."},
}


def form(kind, **answers):
    """The body that a forge makes of a form."""
    given = {**ANSWERS[kind], **answers}
    return (
        "\n\n".join(f"### {heading}\n\n{given.get(key) or '_No response_'}" for heading, key in FORMS[kind].items()) + "\n"
    )


@pytest.fixture
def root(tmp_path, new_digest):
    return new_digest(tmp_path / "mine")


def made(root, body, by="A. Editor"):
    return intake(load(root)[0], body, NOW, by)


def refused(root, body, by="A. Editor"):
    problems = made(root, body, by)
    assert isinstance(problems, tuple)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize("kind", FORMS)
def test_each_form_asks_what_is_read(kind):
    """The headings and what must be filled in are those of the template."""
    fields = [it for it in yaml.safe_load((TEMPLATES / f"{kind}.yml").read_text())["body"] if it["type"] != "markdown"]
    assert [it["attributes"]["label"] for it in fields] == list(FORMS[kind])
    needed = [FORMS[kind][it["attributes"]["label"]] for it in fields if it["validations"]["required"]]
    assert tuple(needed) == NEEDED[kind]


def test_an_article_is_a_brief_under_a_name_of_our_own(root, digest):
    """Its answers stand in its header as they were given, and its check finds nothing wrong."""
    (root / "seeds/sources/post.yml").parent.mkdir(exist_ok=True)
    (root / "seeds/sources/post.yml").write_text("name: The Post\nhome: https://post.example/\n")
    (root / "form.md").write_text(form("article"))
    said = digest("intake", root / "form.md", "--root", root)
    assert said.err.startswith("seeds/articles/the-upper-lock-open-again.md: written")
    text = (root / "seeds/articles/the-upper-lock-open-again.md").read_text()
    _, header, body = text.split("---\n", 2)
    assert yaml.load(header, yaml.BaseLoader) == {
        "title": 'The "upper" lock: open again',
        "source": "post",
        "url": "https://post.example/lock",
        "published": "2026-06-04",
        "text": "brief",
        "quotes": [
            {"speaker": "Ada Example", "text": "Nobody has to wait any more"},
            {"speaker": "Ben Example", "text": "It was time"},
        ],
    }
    assert body == ANSWERS["article"]["body"] + "\n"
    checked = digest("check", "--root", root, "--now", "2026-06-05")
    assert (checked.code, checked.out) == (0, "")


@pytest.mark.parametrize("printed", ["June 4, 2026", "4 June 2026", "Thu, 4 Jun 2026", "2026-6-4"])
def test_the_day_of_an_article_may_be_written_as_printed(root, printed):
    """As the form asks for it, and as the header of a file is read; the file has it as a date."""
    header = made(root, form("article", published=printed)).text.split("---\n")[1]
    assert yaml.load(header, yaml.BaseLoader)["published"] == "2026-06-04"


@pytest.mark.parametrize("named", ["seeds/articles/lock.md", "https://post.example/lock.html"])
def test_an_article_that_a_correction_names_for_a_story_keeps_its_name(root, digest, named):
    """So that the check knows it, and says which story it is in."""
    (root / "seeds/articles/lock.md").write_text(
        "---\ntitle: A lock opens\npublisher: The Post\nurl: https://post.example/lock.html\n"
        "published: 2026-06-04\n---\nIt is open.\n"
    )
    (root / "form.md").write_text(form("correction", story=named))
    assert digest("intake", root / "form.md", "--root", root, "--by", "A. Editor").code == 0
    said = digest("check", "--root", root, "--now", "2026-06-05").out
    assert f"names an article for a story: {named}; write `stories/2026/06/a-lock-opens`" in said


def test_a_source_is_a_file_that_is_read_without_a_problem(root, digest):
    """With the line by which editors find its schema."""
    (root / "form.md").write_text(form("source"))
    assert digest("intake", root / "form.md", "--root", root).code == 0
    config, problems = load(root)
    assert (problems, config.sources[0].id, config.sources[0].feeds[0].url) == (
        (),
        "the-post",
        "https://post.example/feed.xml",
    )
    assert (root / "seeds/sources/the-post.yml").read_text().startswith("# yaml-language-server: ")


def test_corrections_and_takedowns_are_an_editor_s(root):
    """Named by who runs the command, never by who fills in the form."""
    for kind, text in (("correction", "It is the upper lock."), ("takedown", None)):
        file = made(root, form(kind))
        (found,) = yaml.safe_load(file.text)
        assert (found["do"], found["author"], str(found["at"]), found.get("text")) == (kind, "A. Editor", "2026-06-05", text)
        assert file.path.startswith(f"seeds/curation/{kind}-")
        assert refused(root, form(kind), by=None) == [f"Form: a {kind} is an editor's decision; name the editor with `--by`"]


def test_the_form_that_a_story_page_fills_in_is_read(root):
    """On GitLab, where the issue's text is the form: the story is there, by its path as decisions name it."""
    site = Site(
        edition=Edition(day=NOW, stories=()),
        digest=Settings(url="https://quay.example/", repository="https://gitlab.com/quay/news"),
    )
    address = correction_address("stories/2026/06/a-lock", site)
    body = parse_qs(urlsplit(address).query)["issue[description]"][0]
    assert refused(root, body) == refused(root, form("correction", text=None, reason=None))
    (root / "seeds/digest.yml").write_text("title: Quay\nurl: https://quay.example/\n")
    filled = body.replace("### Correction\n", "### Correction\nIt is the upper lock.\n") + "https://post.example/lock\n"
    assert yaml.safe_load(made(root, filled).text)[0]["story"] == "stories/2026/06/a-lock"


def test_what_is_there_already_is_refused_with_its_file(root):
    """By address, by feed, by name; spelt another way too."""
    (root / "seeds/sources").mkdir(exist_ok=True)
    (root / "seeds/sources/post.yml").write_text(
        "name: The Post\nhome: https://post.example/\nfeeds:\n  - url: https://post.example/feed.xml\n"
    )
    (root / "seeds/articles/lock.md").write_text("---\ntitle: A lock\nurl: https://post.example/lock\n---\nIt is open.\n")
    assert refused(root, form("article", url="http://www.post.example/lock/")) == [
        (
            "Address of the article: this article is there already: seeds/articles/lock.md; "
            "change seeds/articles/lock.md if something in it is wrong"
        ),
    ]
    assert "Address of its feed: this feed is there already" in refused(root, form("source", name="Weston"))[0]
    assert "Name of the publisher: a publisher of this name" in refused(root, form("source", feed="", name="the POST"))[0]


@pytest.mark.parametrize(
    ("kind", "answers", "said"),
    [
        ("article", {"published": "soon"}, "Day it was published: `published`: this is no date as it must be written"),
        ("article", {"url": "javascript:alert(1)"}, "Address of the article: `url`: an address starts with https://"),
        ("article", {"publisher": ""}, "Publisher: this was left empty; fill it in"),
        (
            "article",
            {"quotes": "Nobody has to wait"},
            "Quotations: a line names no speaker; write `Speaker: words as printed`",
        ),
        (
            "article",
            {"quotes": "A: " + "word " * 26},
            "Quotations: `quotes.text`: a quotation in a brief has at most 25 words",
        ),
        ("article", {"title": "T" * 301}, "Headline: this has 301 characters; write 300 characters at most"),
        ("article", {"body": "x\n\n### Publisher\n\nThe Herald"}, "Publisher: this heading comes twice"),
        ("source", {"home": "post.example"}, "Address of its front page: `home`: an address starts with https://"),
        ("source", {"feed": "file:///etc/passwd"}, "Address of its feed: `feeds.url`: an address starts with https://"),
        ("source", {"language": "german"}, "Language: `language` must be a language as two or three small letters"),
    ],
)
def test_a_wrong_answer_is_named_by_its_heading(root, kind, answers, said):
    """In the words of `digest check`, with what to write instead."""
    (problem, *_) = refused(root, form(kind, **answers))
    assert problem.startswith(said)


@pytest.mark.parametrize(
    ("kind", "key", "most"),
    [("article", "body", 20_000), ("article", "quotes", 5_000), ("correction", "text", 1000), ("correction", "reason", 300)],
)
def test_an_answer_may_have_so_many_characters(root, kind, key, most):
    """One more is refused, with the number."""
    fits = made(root, form(kind, **{key: "x" * most}))
    assert "characters at most" not in str(fits)
    (problem, *_) = refused(root, form(kind, **{key: "x" * (most + 1)}))
    assert f"this has {most + 1:,} characters; write {most:,} characters at most" in problem


def test_what_is_no_form_is_refused(root, digest):
    """An empty issue, prose, another project's form."""
    for body in ("", "please add https://post.example/", "### Steps to reproduce\n\nx", "\x00\xff" * 500):
        assert "Form: this is no form that is known here; begin with one of" in refused(root, body)[0]
    (root / "form.md").write_text("nothing")
    assert digest("intake", root / "form.md", "--root", root).code == 2


HOSTILE = [
    "x\n---\nsource: post\nby_hand: true",
    "!!python/object/apply:os.system ['id']",
    "../../../.github/workflows/x",
    'x", author: "y',
    "*alias &anchor {a: b} [c] # d",
    "a\u202eb\u2066c\x1b[31m",
    "- item\n- item",
    "${{ github.token }} $(id) `id`",
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("kind", FORMS)
def test_hostile_words_stay_the_value_of_their_key(root, kind, words):
    """They make no further key, no tag, no other file; the file reads back as what was written on one line."""
    for heading_key in [key for key in FORMS[kind].values() if key not in {"body", "quotes"}]:
        file = made(root, form(kind, **{heading_key: words}))
        if isinstance(file, tuple):
            continue
        assert file.path.count("/") == 2
        assert ".." not in file.path
        text = file.text.split("---\n")[1] if kind == "article" else file.text
        found = yaml.safe_load(text)
        found = found[0] if isinstance(found, list) else found
        wanted = {"source", *FORMS[kind].values(), "feeds", "text", "do", "author", "at"}
        assert set(found) <= wanted
        shown = found.get(heading_key)
        assert shown is None or "\n" not in str(shown)
        assert all(letter.isprintable() for letter in str(shown))


def test_a_dry_run_prints_the_file(root, digest):
    """And writes none."""
    (root / "form.md").write_text(form("source"))
    said = digest("intake", root / "form.md", "--root", root, "--dry-run")
    assert "name: The Post\n" in said.out
    assert not (root / "seeds/sources/the-post.yml").exists()
