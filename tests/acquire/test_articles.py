"""Hand-added articles: what is read, what is left out, and what is said about it."""

from datetime import UTC, datetime

import pytest

from digest.acquire import acquire
from digest.clean import clean
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
    ("header", "place", "words", "kept"),
    [
        ("title: x\npublished: soon\n", "3:12", "2026-06-04", {"title": "x", "published": None}),
        ("titel: x\nauthor: A\n", "2:1", "`title:`", {"title": None, "byline": "A"}),
        ("date-line: x\ntitle: x\n", "2:1", "unknown key", {"title": "x"}),
        ("source: harbour-post\n", "2", "`title` is missing", {"title": None, "source": "harbour-post"}),
        ("title: x: y\nsource: harbour-post\n", "2:9", "quote", {"title": None, "source": "harbour-post"}),
        ("title: x\nurl: harbour.example\nauthor: A\n", "3:6", "https://harbour.example", {"link": None, "byline": "A"}),
        ("title: x\nauthor: [\nsource: harbour-post\n", "3:9", "`]`", {"source": "harbour-post", "byline": None}),
        ("title: x\nquotes:\n- speaker: A\n- speaker: B\n  text: y\n", "4:3", "text", {"title": "x"}),
        ("title: [\n", "2:9", "`]`", {"title": None}),
    ],
)
def test_what_is_wrong_in_a_header_costs_that_key_alone(digest_of, header, place, words, kept):
    """The article stays with its other keys and its text; one Problem names the place and what to write instead."""
    (entry,), (problem,) = digest_of({"articles/a.md": f"---\n{header}---\nThe ferry sailed.\n"})
    assert {name: getattr(entry, name) for name in kept} == kept
    assert entry.body == "The ferry sailed.\n"
    assert str(problem).startswith(f"seeds/articles/a.md:{place}")
    assert words in str(problem)
    assert problem.by_hand
    assert problem.stage == "acquire"


@pytest.mark.parametrize("line", ["text: breif", "text: [brief]", "txt: brief", "text: yes"])
def test_what_may_be_a_summary_is_never_taken_for_the_publishers_words(digest_of, line):
    """Where the key that tells them apart is wrong, the text is held to be a contributor's."""
    (entry,), (problem,) = digest_of({"articles/a.md": f"---\ntitle: x\n{line}\n---\nThe ferry sailed.\n"})
    assert entry.text == "brief"
    assert problem.by_hand


@pytest.mark.parametrize(("name", "meant"), [("a.markdwn", "a.markdown"), ("a.tex", "a.text"), ("a.hmtl", "a.html")])
def test_a_misspelt_ending_is_answered_with_the_right_one(digest_of, name, meant):
    """What nearly is an article is told how its name must end."""
    entries, (problem,) = digest_of({f"articles/{name}": BRIEF})
    assert entries == ()
    assert f"did you mean `{meant}`?" in str(problem)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("---\ntitle: x\n\nb\n", "seeds/articles/a.md:1", "only ---"),
        (b"caf\xe9\n", "seeds/articles/a.md:1:4", "UTF-8"),
        (b" \n", "seeds/articles/a.md:1:1", "fill it"),
    ],
)
def test_what_cannot_be_read_is_left_out_with_its_place_and_remedy(digest_of, text, place, words):
    """The file that is wrong is named to the column with what to write instead; its neighbour is read."""
    entries, problems = digest_of({"articles/a.md": text, "articles/b.md": BRIEF})
    assert [entry.where for entry in entries] == ["seeds/articles/b.md"]
    assert any(str(problem).startswith(place) and words in str(problem) for problem in problems), problems
    assert all(problem.by_hand and problem.stage == "acquire" for problem in problems)


HEADERS = {
    "Jekyll": (
        "a.md",
        (
            "---\nlayout: post\ntitle:  'Ferry: the line opens'\ndate: 2026-03-02 10:30:00 +0100\ncategories: sea boats\n"
            "tags:\n- ferry\nauthor: [Ada Quill, Bo Reed]\nlink: https://x.example/ferry\npublished: true\n---\nIt opened.\n"
        ),
        12,
    ),
    "Hugo": (
        "a.md",
        (
            "+++\ntitle = 'Ferry: the line opens'\ndate = 2026-03-02T10:30:00+01:00\ndraft = false\n"
            "authors = ['Ada Quill', 'Bo Reed']\n[params]\nlink = 'https://x.example/ferry'\nrating = 5\n+++\nIt opened.\n"
        ),
        10,
    ),
    "Hugo in JSON": (
        "a.md",
        (
            '{\n  "title": "Ferry: the line opens",\n  "date": "2026-03-02T10:30:00+01:00",\n  "draft": false,\n'
            '  "authors": ["Ada Quill", "Bo Reed"],\n  "link": "https://x.example/ferry"\n}\nIt opened.\n'
        ),
        7,
    ),
    "Zola": (
        "a.md",
        (
            "+++\ntitle = 'Ferry: the line opens'\ndate = 2026-03-02 10:30:00+01:00\n[taxonomies]\ntags = ['ferry']\n"
            "[extra]\nauthor = 'Ada Quill, Bo Reed'\nexternal_url = 'https://x.example/ferry'\n+++\nIt opened.\n"
        ),
        10,
    ),
    "Pelican": (
        "a.md",
        (
            "Title: Ferry: the line opens\nDate: 2026-03-02 10:30+01:00\nAuthors: Ada Quill, Bo Reed\nNumber: 66\n"
            "Slug: ferry\nLink: https://x.example/ferry\nSummary: It opened,\n    at last.\n\nIt opened.\n"
        ),
        9,
    ),
    "mail": (
        "a.txt",
        (
            "From: Ada Quill <ada@x.example>, Bo Reed <bo@x.example>\nTo: desk@x.example\nSubject: Ferry:\n the line opens\n"
            "Date: Mon, 2 Mar 2026 10:30:00 +0100\nLink: https://x.example/ferry\n\nIt opened.\n"
        ),
        7,
    ),
}


@pytest.mark.parametrize("tool", HEADERS)
def test_headers_of_other_tools_are_taken(digest_of, tool):
    """Date, link and authors are what they are called elsewhere; what a digest does not ask for is passed over."""
    name, text, line = HEADERS[tool]
    (entry,), problems = digest_of({f"articles/{name}": text})
    assert problems == ()
    assert (entry.title, entry.published) == ("Ferry: the line opens", "2026-03-02T10:30:00+01:00")
    assert (entry.byline, entry.link) == ("Ada Quill, Bo Reed", "https://x.example/ferry")
    assert (entry.line, entry.body.strip()) == (line, "It opened.")


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("pubDate: Mon, 02 Mar 2026 10:30:00 GMT", "published", "2026-03-02T10:30:00+00:00"),
        ("date: March 2, 2026", "published", "2026-03-02"),
        ("date: 2026/3/2", "published", "2026-03-02"),
        ("lastmod: 2026-03-02", "updated", "2026-03-02"),
        ("modified: 2026-03-02 10:30", "updated", "2026-03-02T10:30:00"),
        ("lang: pt-BR", "language", "pt"),
        ("canonical_url: https://x.example/1", "link", "https://x.example/1"),
        ("license: CC BY 4.0", "terms", "CC BY 4.0"),
        ("author: ['[[Ada Quill]]']", "byline", "Ada Quill"),
        ("authors: [{name: Ada Quill, url: https://x.example}, Bo Reed]", "byline", "Ada Quill, Bo Reed"),
        ("params: {author: Ada Quill, rating: 5}", "byline", "Ada Quill"),
    ],
)
def test_a_key_of_another_tool_means_one_of_ours(digest_of, line, field, value):
    """Whatever the spelling of key and value, a plain meaning is taken."""
    (entry,), problems = digest_of({"articles/a.md": f"---\ntitle: x\n{line}\ndraft: true\n---\nb\n"})
    assert problems == ()
    assert getattr(entry, field) == value


def test_our_own_key_is_believed_before_anothers(digest_of):
    """Where a header has both, the key of ours counts; of others the more exact one."""
    text = "---\ntitle: x\ndate: 2026-03-01\npublished: 2026-03-02\nlink: https://x.example/1\ncanonical: https://x.example/2\n---\nb\n"
    (entry,), problems = digest_of({"articles/a.md": text})
    assert problems == ()
    assert (entry.published, entry.link) == ("2026-03-02", "https://x.example/2")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("---\nlayout: post\ntitle: x\ntags:\n  - a\ndate: soon\n---\nb\n", "seeds/articles/a.md:6:1", "`published`"),
        ("+++\ntitle = 'x'\n\nlink = 'ferry'\n+++\nb\n", "seeds/articles/a.md:4:1", "`url`"),
        ("Title: x\nDate: soon\n\nb\n", "seeds/articles/a.md:2:1", "`published`"),
        ("---\ntitle: x\ndate: 2026-03-02\npublsher: Post\n---\nb\n", "seeds/articles/a.md:4:1", "`publsher`"),
        ("+++\ntitle = x\n+++\nb\n", "seeds/articles/a.md:2:9", "quotes"),
        ("+++\ntitle = 'x'\nb\n", "seeds/articles/a.md:1", "only +++"),
    ],
)
def test_a_wrong_header_of_another_tool_is_told_in_our_keys(digest_of, text, place, words):
    """The message names the line of the file and the key that a digest has."""
    _, problems = digest_of({"articles/a.md": text})
    assert any(str(problem).startswith(place) and words in str(problem) for problem in problems), problems


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "Title: what a title is\n\nA text about titles.\n"),
        ("a.txt", "Note: the desk\nDate: today\n\nGoes on.\n"),
        ("a.txt", "---\ndate: a dump\n---\nGoes on.\n"),
        ("a.md", "+++\nA text that opens with a line of signs.\n+++\n"),
        ("a.md", "Note: this is a text.\n\nGoes on.\n"),
    ],
)
def test_what_only_looks_like_a_header_is_text(digest_of, name, text):
    """Lines with a colon are a header only where they name the title."""
    (entry,), problems = digest_of({f"articles/{name}": text})
    assert problems == ()
    assert (entry.title, entry.body, entry.line) == (None, text, 1)


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


def test_links_that_lead_nowhere_or_to_themselves_are_told(digest_of, tmp_path):
    """A broken link costs itself alone."""
    folder = tmp_path / "seeds" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.md").symlink_to("a.md")
    (folder / "b.md").symlink_to("nowhere.md")
    (folder / "d.md").symlink_to("d" * 300)
    entries, problems = digest_of({"articles/c.md": "The ferry stays in the harbour."})
    assert [entry.where for entry in entries] == ["seeds/articles/c.md"]
    assert [problem.where for problem in problems] == [f"seeds/articles/{name}.md" for name in "abd"]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("a.md", "---\ntitle: Lock shut\npublished: 2046-06-04\n---\nWords.\n", (3, 12)),
        ("a.md", '---\ntitle: Lock shut\n"published" :  2046-06-04\n---\nWords.\n', (3, 16)),
        ("a.md", "---\ntitle: Lock shut\ndate: 2046-06-04\n---\nWords.\n", (3, 1)),
        ("a.md", '+++\ntitle = "Lock shut"\n\ndate = 2046-06-04\n+++\nWords.\n', (4, 1)),
        ("a.md", '{"title": "Lock shut",\n "date": "2046-06-04"}\nWords.\n', (2, 1)),
        ("a.txt", "Title: Lock shut\nDate: 2046-06-04\n\nWords.\n", (2, 1)),
    ],
)
def test_a_date_in_the_future_is_named_with_its_line_and_column(tmp_path, digest_of, name, text, place):
    """That of the value where the key is ours, the line's first where it is another tool's."""
    entries, _ = digest_of({f"articles/{name}": text})
    _, problems = clean(entries, load(tmp_path)[0], datetime(2026, 6, 10, tzinfo=UTC))
    (problem,) = (problem for problem in problems if problem.code == "absurd-date")
    assert (problem.line, problem.column, problem.by_hand) == (*place, True)


def test_a_folder_of_articles_that_lies_elsewhere_is_not_followed(digest_of, tmp_path):
    """One Problem that says so; a link that stays inside seeds/ is followed."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.md").write_text("Words.\n")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/articles").symlink_to(tmp_path / "elsewhere")
    entries, problems = digest_of({})
    assert (entries, [(it.where, it.code) for it in problems]) == ((), [("seeds/articles", "link-outside")])
    (tmp_path / "seeds/articles").unlink()
    (tmp_path / "seeds/texts").mkdir()
    (tmp_path / "seeds/texts/a.md").write_text("Words.\n")
    (tmp_path / "seeds/articles").symlink_to(tmp_path / "seeds/texts")
    assert len(digest_of({})[0]) == 1


def test_what_is_too_large_or_unreadable_is_left_out_and_the_rest_is_read(digest_of, tmp_path, torn):
    """Each with its file; a name that is not UTF-8 too."""
    files = {"articles/a.md": "Words.\n", "articles/large.txt": b"x" * 10_000_001, "articles/torn.md": "Words.\n"}
    digest_of(files)
    (tmp_path / "seeds/articles" / b"caf\xe9.md".decode("utf-8", "surrogateescape")).write_text("Words.\n")
    torn("torn.md")
    entries, problems = acquire(load(tmp_path)[0])
    assert [entry.where for entry in entries] == ["seeds/articles/a.md"]
    assert {(it.where, it.code) for it in problems} == {
        ("seeds/articles/large.txt", "too-large"),
        ("seeds/articles/torn.md", "unreadable"),
        ("seeds/articles/caf\\udce9.md", "file-name"),
    }


def test_a_key_below_the_tools_own_group_counts_where_its_meaning_is_certain(digest_of):
    """`params: {author: …}` names the author; `params: {text: …}` may be of anything."""
    text = "---\ntitle: Ferry opens\ndate: 2026-03-02\nparams:\n  author: Ada Quill\n  text: brief\n---\nWords.\n"
    (entry,), _ = digest_of({"articles/a.md": text})
    assert (entry.title, entry.byline, entry.text) == ("Ferry opens", "Ada Quill", "verbatim")


def test_a_day_that_is_a_number_is_told_as_it_was_written(digest_of):
    """It is no date of ours, whichever tool's key it stands under."""
    (entry,), (problem,) = digest_of({"articles/a.md": "---\ntitle: Ferry\npubDate: 20260302\n---\nWords.\n"})
    assert (entry.title, entry.published) == ("Ferry", None)
    assert "20260302" in problem.detail


def test_a_misspelt_key_in_another_tools_header_is_named(digest_of):
    """One that is near to ours; what is near to none is passed over."""
    (entry,), (problem,) = digest_of({"articles/a.md": "+++\ntitle = 'Ferry'\npublishr = 'Post'\nweight = 3\n+++\nWords.\n"})
    assert entry.title == "Ferry"
    assert "publishr" in problem.detail


def test_json_that_breaks_off_is_text(digest_of):
    """As is one without an end; a whole object at the top is a header."""
    (entry,), _ = digest_of({"articles/a.md": '{"title": "Ferry", \n\nWords.\n'})
    assert entry.title is None
    (entry,), _ = digest_of({"articles/a.md": '{"title": "Ferry"}\n\nWords.\n'})
    assert entry.title == "Ferry"


def test_lines_of_keys_to_the_end_of_a_file_are_a_header(digest_of):
    """Nothing but a header: the article has a title and no text."""
    (entry,), _ = digest_of({"articles/a.md": "Title: Ferry opens\nDate: 2026-03-02"})
    assert (entry.title, entry.body.strip()) == ("Ferry opens", "")
