"""What a person got wrong is named with place and remedy, the rest is built, and the exit code says so."""

import pytest

GOOD = """---
title: Harbour reopens after the storm
publisher: The Far Post
published: 2026-06-04
text: brief
---
The harbour of Easton reopened on Thursday after 12 days, the port authority said.
"""

WRONG = [
    ("articles/bad.md", "---\ntitle: [\n---\nwords\n", "seeds/articles/bad.md:2:9: "),
    ("articles/bad.md", "---\ntitle: T\ntitel: T\n---\nwords\n", "seeds/articles/bad.md:3:1: unknown key `titel`"),
    ("articles/bad.md", "---\nurl: https://a.example/\n---\nwords\n", "seeds/articles/bad.md:2:1: `title` is missing"),
    (
        "articles/bad.md",
        "---\ntitle: T\npublished: soon\n---\nwords\n",
        "seeds/articles/bad.md:3:12: `published`: this is no date",
    ),
    ("articles/bad.txt", b"caf\xe9\n", "seeds/articles/bad.txt:1:4: this file is not UTF-8; save it as UTF-8"),
    ("articles/bad.txt", "\n \n", "seeds/articles/bad.txt:1:1: this file is empty"),
    ("articles/bad.docx", "x", "seeds/articles/bad.docx: "),
    ("articles/bad.md", "---\ntitle: T\nsource: far-pots\n---\nwords\n", "seeds/articles/bad.md:3:9: no source has the id"),
    ("sources/bad.yml", "name: [\n", "seeds/sources/bad.yml:1:8: "),
    ("digest.yml", "titel: x\n", "seeds/digest.yml:1:1: unknown key `titel`"),
]


@pytest.mark.parametrize("day", ["0001-01-01T00:00:00+05:00", "9999-12-31T23:00:00-05:00"])
def test_the_ends_of_the_calendar_are_days_like_other_wrong_ones(digest, root, seed, day):
    """Hours that have no moment in UTC are named where a person wrote them, and make no line of the archive."""
    seed("articles/good.md", GOOD)
    for key in ("seen", "updated"):
        seed(f"articles/{key}.md", GOOD.replace("text: brief", f'{key}: "{day}"'))
    seed("curation/a.yml", f'- {{do: pin, story: s, author: A, reason: R, at: "{day}", until: "{day}"}}\n')
    seed("sources/far.yml", "name: The Far Post\nhome: https://far.example/\n")
    seed("archive/far/2026-06.jsonl", f'{{"seen": "{day}", "kind": "html", "title": "T", "body": "Words."}}\n')
    checked = digest("check", "--root", root)
    assert checked.code == 2
    assert "seeds/articles/seen.md:5:7: `seen` is " in checked.out
    assert "seeds/archive/far/2026-06.jsonl:1: this line is no archived item" in checked.out
    refused = digest("check", "--root", root, "--now", day)
    assert (refused.code, "Invalid value for '--now'" in refused.err) == (2, True)


def test_only_the_cause_is_said(digest, root, seed):
    """A key that is misspelt is not also missing, and who refers to a wrong file is not told that it is not there."""
    seed("sources/far-post.yml", "name: The Far Post\nhome: far.example\n")
    header = "title: T\nsource: far-post\nurl: https://far.example/a\npublishd: 2026-06-04\n"
    seed("articles/a.md", f"---\n{header}---\nThe harbour reopened.\n")
    checked = digest("check", "--root", root)
    assert checked.code == 2
    assert [line.partition(" ")[0] for line in checked.out.splitlines()] == [
        "seeds/articles/a.md:5:1:",
        "seeds/sources/far-post.yml:2:7:",
    ]
    cleaned = digest("clean", "--root", root, root / "seeds/articles/a.md")
    assert cleaned.code == 2
    assert "did you mean `published:`?" in cleaned.err
    assert len(cleaned.err.splitlines()) == 1


@pytest.mark.parametrize(
    "seeds",
    [
        {"articles/a.md": "---\ntitle: T\npublisher: P\npublished: 2046-06-04\n---\nThe harbour reopened.\n"},
        {"articles/a.md": GOOD, "articles/b.md": GOOD.replace("2026", "2046").replace("reopens", "shut")},
        {"articles/a.md": GOOD.replace("---\nThe", "seen: 2046-06-04\n---\nThe")},
    ],
)
def test_a_day_years_ahead_is_named_and_no_front_page_is_dated_so(digest, root, seed, seeds):
    """Exit 2, the file is named, and the front page knows nothing of that year."""
    for name, text in seeds.items():
        seed(name, text)
    built = digest("build", "--root", root, "--no-site")
    assert built.code == 2
    assert [line for line in built.err.splitlines() if line.startswith("seeds/articles/") and "2046-06-04" in line]
    assert "2046" not in (root / "content" / "index.md").read_text()


@pytest.mark.parametrize(("name", "text", "said"), WRONG, ids=[f"{name} {said[-30:]}" for name, _, said in WRONG])
def test_a_wrong_file_is_named_and_the_rest_is_built(digest, root, seed, name, text, said):
    """`file:line:column: what is wrong; what to write instead`, exit 2, and the good article has its page."""
    seed("sources/far-post.yml", "name: The Far Post\nhome: https://far.example/\n")
    seed("articles/good.md", GOOD)
    seed(name, text)
    built = digest("build", "--root", root, "--no-site")
    assert built.code == 2
    assert any(line.startswith(said) for line in built.err.splitlines()), built.err
    assert list((root / "content" / "stories").rglob("harbour-reopens*.md"))
    checked = digest("check", "--root", root)
    assert checked.code == 2
    assert any(line.startswith(said) for line in checked.out.splitlines())


def test_annotations_carry_file_line_and_column(digest, root, seed):
    """GitHub shows a contributor the error beside the line."""
    seed("articles/bad.md", "---\ntitle: T\npublished: soon\n---\nwords\n")
    checked = digest("check", "--root", root, "--format", "github")
    assert "::error file=seeds/articles/bad.md,line=3,col=12,title=" in checked.out


def test_a_feed_s_problem_never_changes_the_exit_code(digest, root, seed):
    """An archive line that cannot be read is a warning."""
    seed("sources/far-post.yml", "name: The Far Post\nhome: https://far.example/\n")
    seed("archive/far-post/2026-06.jsonl", "{broken\n")
    checked = digest("check", "--root", root)
    assert "seeds/archive/far-post/2026-06.jsonl:1" in checked.out
    assert checked.code == 0


def test_an_empty_digest_builds_and_says_what_to_do_next(digest, tmp_path):
    """`digest new` and `digest build`, and there is a page."""
    assert digest("new", tmp_path / "mine").code == 0
    built = digest("build", "--root", tmp_path / "mine", "--no-site")
    assert built.code == 0
    assert "digest add" in (tmp_path / "mine" / "content" / "index.md").read_text()


def test_another_run_is_busy(digest, root):
    """Exit 3 while another build holds the lock."""
    from digest.runtime.lock import locked

    with locked(root):
        assert digest("build", "--root", root).code == 3


def test_what_cannot_be_written_is_exit_4(digest, root):
    """The file and the reason are named."""
    for path in sorted((root / "content").rglob("*"), reverse=True):
        path.unlink()
    (root / "content").rmdir() if (root / "content").exists() else None
    (root / "content").write_text("a file where a folder belongs")
    built = digest("build", "--root", root, "--no-site")
    assert built.code == 4
    assert "content" in built.err


def test_a_folder_that_is_no_digest_is_said_so(digest, tmp_path):
    """Exit 2 with the command that helps."""
    ran = digest("build", "--root", tmp_path)
    assert ran.code == 2
    assert "digest new DIR" in ran.err


def test_problems_cannot_drive_a_terminal(digest, root, seed):
    """Control characters from outside are made visible."""
    seed("articles/bad.md", '---\ntitle: T\npublished: "\\e[31mred"\n---\nwords\n')
    assert "\x1b" not in digest("check", "--root", root).out


def test_a_file_that_cannot_be_read_as_an_article_is_explained_as_a_mistake(digest, root, seed):
    """`check --explain FILE` of what is no UTF-8: exit 2, with the place."""
    seed("articles/bad.txt", b"caf\xe9\n")
    told = digest("check", "--explain", root / "seeds/articles/bad.txt", "--root", root)
    assert (told.code, "bad.txt:1:4: this file is not UTF-8" in told.err) == (2, True)
