"""A source whose file is renamed keeps what it had: its articles, its archive, and the address of its page."""

import json

import pytest

SOURCE = "name: The Far Post\nhome: https://far.example/\n"
OTHER = "name: Far Post Online\nhome: https://www.far.example/\n"
ARTICLE = "---\ntitle: Harbour reopens\nsource: far-post\npublished: 2026-06-04\ntext: brief\n---\nIt reopened at noon.\n"
ITEM = {
    "seen": "2026-06-05T09:00:00+00:00",
    "guid": "tag:1",
    "title": "Bridge shuts",
    "kind": "html",
    "body": "<p>It shuts.</p>",
}


@pytest.fixture
def renamed(digest, root, seed):
    """A published digest in which far-post.yml then became far.yml; a function writes the new file, with another name."""
    seed("sources/far-post.yml", SOURCE)
    seed("articles/a.md", ARTICLE)
    digest("publish", "--root", root)
    (root / "seeds" / "sources" / "far-post.yml").unlink()
    return lambda more="", source=OTHER: seed("sources/far.yml", source + more)


def test_its_old_page_leads_to_the_new_one_and_its_articles_stay_its_own(digest, root, renamed):
    """`formerly` says so once, for pages and for every `source:` that has the old name."""
    renamed("formerly: [far-post]\n")
    built = digest("build", "--root", root)
    assert built.code == 0, built.err
    old = (root / "site" / "sources" / "far-post" / "index.html").read_text()
    assert 'http-equiv="refresh" content="0; url=../../sources/far/"' in old
    assert "This source has moved" in old
    assert "Harbour reopens" in (root / "site" / "sources" / "far" / "index.html").read_text()
    checked = digest("check", "--root", root)
    assert (checked.code, "far-post" in checked.out) == (0, False)
    kept = digest("clean", root / "seeds" / "articles" / "a.md", "--root", root)
    assert json.loads(kept.out)["publisher"] == "Far Post Online"


@pytest.mark.parametrize(
    "source", [SOURCE, SOURCE.replace("The Far", "A Far"), SOURCE.replace("far.example", "post.example")]
)
def test_a_file_that_only_has_another_name_needs_nothing_to_say_so(digest, root, renamed, source):
    """By its home or its name the ledger knows it again."""
    renamed("", source)
    assert digest("check", "--root", root).code == 0
    assert digest("build", "--root", root, "--no-site").code == 0
    assert "It is now at [" in (root / "content" / "sources" / "far-post.md").read_text()
    assert "Harbour reopens" in (root / "content" / "sources" / "far.md").read_text()


def test_of_two_that_could_be_it_neither_is_taken(digest, root, seed, renamed):
    """What is not clear is asked."""
    renamed("", SOURCE)
    seed("sources/farther.yml", SOURCE)
    assert "write `formerly: [far-post]`" in digest("check", "--root", root).out


def test_a_published_page_that_nobody_answers_for_is_noted(digest, root, renamed):
    """It may have been deleted for good, so it is no mistake; if it was renamed, the note says what to write."""
    renamed()
    (root / "seeds" / "articles" / "a.md").write_text(ARTICLE.replace("far-post", "far"))
    checked = digest("check", "--root", root)
    assert checked.code == 0
    assert "write `formerly: [far-post]` in the file it became" in checked.out
    renamed("formerly: [far-post]\n")
    assert "far-post" not in digest("check", "--root", root).out


def test_the_page_of_each_source_is_recorded_once(digest, root, renamed):
    """The ledger is appended to, and its stories are what they were."""
    renamed("formerly: [far-post]\n")
    assert "1 line appended" in digest("publish", "--root", root).err
    assert "0 lines appended" in digest("publish", "--root", root).err
    lines = [json.loads(line) for line in (root / "seeds" / "permalinks.jsonl").read_text().splitlines()]
    assert [line["path"] for line in lines if line["path"].startswith("sources/")] == ["sources/far-post", "sources/far"]
    assert len({line["path"] for line in lines}) == len(lines) == 4


def test_its_archive_is_read_and_where_to_move_it_is_said(digest, root, seed, renamed):
    """Nothing that was fetched gets lost; fetching goes on in the new folder."""
    seed("archive/far-post/2026-06.jsonl", json.dumps(ITEM) + "\n")
    renamed("formerly: [far-post]\n")
    checked = digest("check", "--root", root)
    assert checked.code == 0
    assert "`git mv seeds/archive/far-post seeds/archive/far`" in checked.out
    assert digest("build", "--root", root, "--no-site").code == 0
    assert "Bridge shuts" in (root / "content" / "sources" / "far.md").read_text()
    renamed()
    assert "write `formerly: [far-post]` in the file it became" in digest("check", "--root", root).out


def test_a_name_that_another_has_now_means_that_one(digest, root, seed, renamed):
    """A file of that name comes first, and no page is written twice."""
    renamed("formerly: [far-post, index]\n")
    seed("sources/far-post.yml", SOURCE.replace("The Far Post", "Another Post"))
    built = digest("build", "--root", root, "--no-site")
    assert built.code == 0, built.err
    assert "Harbour reopens" in (root / "content" / "sources" / "far-post.md").read_text()
