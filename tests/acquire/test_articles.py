"""Hand-added articles: what is read, what is left out, and what is said about it."""

from datetime import UTC, datetime

import pytest

from digest.acquire import acquire
from digest.config import load
from digest.model import SpokenWords

BRIEF = """---
title: Ferry line opens
source: harbour-post
text: brief
published: 2026-03-02
seen: 2026-03-04
author: Ada Quill
terms: Credit the Harbour Post
quotes:
  - speaker: Lena Hart
    text: we sail on Monday
---
The ferry line opened.
"""


@pytest.fixture
def digest_of(tmp_path):
    """Return a function: {path below seeds/: text or bytes} -> (entries, problems)."""

    def make(files):
        sources = {"sources/harbour-post.yml": "name: Harbour Post\nhome: https://harbour.example/\n"}
        for name, text in (sources | files).items():
            path = tmp_path / "seeds" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        config, _ = load(tmp_path)
        return acquire(config)

    return make


def test_a_header_gives_the_fields_of_the_entry(digest_of):
    """Every key of the front matter reaches the Entry, dates as printed, the body's first line counted."""
    (entry,), problems = digest_of({"articles/a/ferry.md": BRIEF})
    assert problems == ()
    assert (entry.where, entry.line, entry.kind) == ("seeds/articles/a/ferry.md", 13, "markdown")
    assert (entry.title, entry.source, entry.text) == ("Ferry line opens", "harbour-post", "brief")
    assert (entry.published, entry.seen) == ("2026-03-02", datetime(2026, 3, 4, tzinfo=UTC))
    assert (entry.byline, entry.terms) == ("Ada Quill", "Credit the Harbour Post")
    assert entry.quotes == (SpokenWords(speaker="Lena Hart", text="we sail on Monday"),)
    assert entry.body == "The ferry line opened.\n"
    assert entry.by_hand


@pytest.mark.parametrize(
    "text",
    [
        "Just words.\n",
        "---\nA dump that opens with a rule.\n---\nand goes on\n",
        "---\nSource: a wire\n---\nand goes on\n",
        "---\nupdate: never closed\n",
        "---\nnote: the desk adds a line\n---\nand goes on\n",
        "---\n",
    ],
)
def test_a_dump_stays_as_it_came(digest_of, text):
    """A text without front matter is the body, every character of it, also when it begins with ---."""
    (entry,), problems = digest_of({"articles/dump.txt": text})
    assert problems == ()
    assert (entry.title, entry.body, entry.line) == (None, text, 1)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("---\ntitle: x\npublished: soon\n---\nb\n", "seeds/articles/a.md:3:12", "2026-06-04"),
        ("---\ntitel: x\n---\nb\n", "seeds/articles/a.md:2:1", "spelling"),
        ("---\ndate-line: x\ntitle: x\n---\nb\n", "seeds/articles/a.md:2:1", "unknown key"),
        ("---\nsource: harbour-post\n---\nb\n", "seeds/articles/a.md:2", "`title` is missing"),
        ("---\ntitle: x: y\n---\nb\n", "seeds/articles/a.md:2:9", "quote"),
        ("---\ntitle: x\n\nb\n", "seeds/articles/a.md:1", "only ---"),
        ("\n\n---\ntitle: x\nurl: harbour.example\n---\nb\n", "seeds/articles/a.md:5:6", "https://"),
        (b"caf\xe9\n", "seeds/articles/a.md:1:4", "UTF-8"),
        (b" \n", "seeds/articles/a.md:1:1", "fill it"),
    ],
)
def test_a_wrong_file_is_left_out_with_its_place_and_remedy(digest_of, text, place, words):
    """The file that is wrong is named to the column with what to write instead; its neighbour is read."""
    entries, problems = digest_of({"articles/a.md": text, "articles/b.md": BRIEF})
    assert [entry.where for entry in entries] == ["seeds/articles/b.md"]
    assert any(str(problem).startswith(place) and words in str(problem) for problem in problems), problems
    assert all(problem.by_hand and problem.stage == "acquire" for problem in problems)


def test_an_unknown_source_names_the_nearest_and_keeps_the_article(digest_of):
    """A misspelt id is told with the id that was meant; the article stays, under the words of the id."""
    (entry,), (problem,) = digest_of({"articles/a.md": BRIEF.replace("harbour-post", "harbor-post")})
    assert (entry.source, entry.publisher) == (None, "harbor post")
    assert (problem.line, problem.column, problem.code) == (3, 9, "unknown-source")
    assert "harbour-post" in problem.remedy


def test_a_whole_page_is_told_from_a_fragment(digest_of):
    """A saved page says that its article must be found first; a fragment under front matter does not."""
    page, part = "<!DOCTYPE html><html><body><p>x</p></body></html>", "---\ntitle: t\n---\n<p>x</p>\n"
    entries, _ = digest_of({"articles/a.html": page, "articles/b.htm": part})
    assert [(entry.kind, entry.page) for entry in entries] == [("html", True), ("html", False)]


def test_what_is_no_article_is_said_and_hidden_files_are_not(digest_of):
    """A file with another ending is told; a hidden one is passed over in silence."""
    files = {"articles/a.pdf": "x", "articles/.a.md.swp": "x", "articles/.git/b.md": "x", "articles/c.md": BRIEF}
    entries, (problem,) = digest_of(files)
    assert [entry.where for entry in entries] == ["seeds/articles/c.md"]
    assert (problem.where, problem.by_hand) == ("seeds/articles/a.pdf", True)


def test_links_that_lead_outside_seeds_are_not_followed(digest_of, tmp_path):
    """Neither a file nor a folder outside seeds/ can be read through a link, and the link is told."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.txt").write_text("private words")
    (tmp_path / "seeds" / "articles").mkdir(parents=True)
    (tmp_path / "seeds" / "articles" / "a.txt").symlink_to(tmp_path / "secret" / "key.txt")
    (tmp_path / "seeds" / "articles" / "b").symlink_to(tmp_path / "secret")
    entries, problems = digest_of({})
    assert entries == ()
    assert [problem.where for problem in problems] == ["seeds/articles/a.txt", "seeds/articles/b"]
