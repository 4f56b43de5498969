"""The archive of what feeds said: append-only, as_utf8 whatever happened to it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.acquire.seeds.archive import append, archived_pages, fingerprint, read_archive
from digest.config import Workspace, load
from digest.errors import WriteError
from digest.model import Entry, Settings, Source

MAY = datetime(2026, 5, 31, 23, 30, tzinfo=UTC)
JUNE = datetime(2026, 6, 1, 0, 30, tzinfo=UTC)


def item(body="Body.", **fields):
    fields = {"link": "https://a.example/1", "guid": "g1", "title": "One"} | fields
    return Entry(where="", kind="html", body=body, **fields)


@pytest.fixture
def config(tmp_path):
    (tmp_path / "seeds" / "sources").mkdir(parents=True)
    (tmp_path / "seeds" / "sources" / "a.yml").write_text("name: A\nhome: https://a.example/\n")
    return load(tmp_path)[0]


def test_what_is_appended_is_read_back(config):
    """Fields, month and moment of an item survive the archive; the same item again appends nothing."""
    full = item(byline="Ada", published="Mon, 1 Jun 2026", language="en", base="https://a.example/", publisher="P")
    assert append(config.root, "a", [full], JUNE) == 1
    assert append(config.root, "a", [full], JUNE) == 0
    (entry,), problems = read_archive(config)
    assert not problems
    assert (entry.where, entry.line, entry.source, entry.seen) == ("seeds/archive/a/2026-06.jsonl", 1, "a", JUNE)
    for name in ("body", "title", "link", "guid", "byline", "published", "language", "base", "publisher"):
        assert getattr(entry, name) == getattr(full, name)


def test_new_words_under_an_old_guid_are_a_further_entry(config):
    """A reused guid with new text keeps both versions, each in the month in which it was seen."""
    append(config.root, "a", [item("First.")], MAY)
    append(config.root, "a", [item("First."), item("Second.")], JUNE)
    entries, _ = read_archive(config)
    assert [(entry.body, entry.where[-13:-6]) for entry in entries] == [("First.", "2026-05"), ("Second.", "2026-06")]


def test_changed_markup_is_no_new_version(config):
    """A feed whose markup differs at each request does not fill the archive."""
    append(config.root, "a", [item('<p class="k1">Same words.</p>')], MAY)
    assert append(config.root, "a", [item('<p class="k2">Same words.</p>')], JUNE) == 0


@given(cut=st.integers(min_value=1, max_value=400))
def test_an_interrupted_append_loses_nothing_that_was_there(tmp_path_factory, cut):
    """Wherever an append stops, the earlier lines are read, the torn one is told, and the next append is whole."""
    root = tmp_path_factory.mktemp("digest")
    config = Workspace(root=root, digest=Settings(), sources=(Source(id="a", name="A", home="https://a.example/"),))
    append(root, "a", [item("First.")], JUNE)
    path = root / "seeds/archive/a/2026-06.jsonl"
    whole = path.read_bytes()
    append(root, "a", [item("Second.", guid="g2")], JUNE)
    grown = path.read_bytes()
    path.write_bytes(grown[: min(len(grown), len(whole) + cut)])
    append(root, "a", [item("Second.", guid="g2"), item("Third.", guid="g3")], JUNE)
    entries, problems = read_archive(config)
    assert sorted(entry.body for entry in entries) == ["First.", "Second.", "Third."]
    assert all(problem.code == "archive-line" and not problem.by_hand for problem in problems)


def test_lines_of_any_shape_never_stop_the_reading(config):
    """What is no item is a Problem with its line, whatever JSON or bytes it is."""
    folder = config.root / "seeds/archive/a"
    folder.mkdir(parents=True)
    bad = [b"{", b"[]", b"null", b'{"seen": 1}', b"\xff\xfe", b'{"seen": "2026-06-01T00:00:00+00:00", "body": 3}']
    bad.append(b"[" * 100_000)
    (folder / "2026-06.jsonl").write_bytes(b"\n".join(bad))
    append(config.root, "a", [item()], JUNE)
    entries, problems = read_archive(config)
    assert [entry.line for entry in entries] == [len(bad) + 1]
    assert [problem.line for problem in problems] == list(range(1, len(bad) + 1))


def test_an_archive_that_cannot_be_written_is_named(tmp_path):
    """A failure of the system becomes an error that names the file and has an exit code of its own."""
    (tmp_path / "seeds").write_text("a file where a folder should be")
    with pytest.raises(WriteError, match=r"seeds/archive/a/2026-06.jsonl: cannot be written"):
        append(tmp_path, "a", [item()], JUNE)


def test_the_order_of_items_does_not_change_the_archive(tmp_path):
    """The same items in any order give the same bytes."""
    for name, step in (("x", 1), ("y", -1)):
        items = [item(f"Body {n}.", guid=f"g{n}") for n in range(9)][::step]
        append(tmp_path / name, "a", items, JUNE)
    one, two = ((tmp_path / name / "seeds/archive/a/2026-06.jsonl").read_bytes() for name in "xy")
    assert one == two


def test_an_archive_without_its_source_is_kept_and_told(config):
    """A source file that was deleted takes no item with it."""
    append(config.root, "b", [item()], JUNE)
    (entry,), (problem,) = read_archive(config)
    assert (entry.source, problem.where, problem.by_hand) == (None, "seeds/archive/b", False)


def test_a_source_id_cannot_lead_out_of_the_archive(tmp_path):
    """Only an id names a folder."""
    for name in ("..", "a/b", "", "A", "../x"):
        with pytest.raises(ValueError, match="not a source id"):
            append(tmp_path, name, [item()], JUNE)


def test_what_makes_an_item_is_its_address_guid_title_and_words():
    """The mark is the same on every machine and in every version: a published archive is full of them."""
    assert fingerprint(item("<p>a  b</p>c", guid="g", title="T")) == "904bd570e551d8fc"
    assert fingerprint(Entry(where="", kind="html", body="<p>a\n b</p>c \ud800")) == "a5d9ccd094c72eb2"
    assert len({fingerprint(item(**{name: "x"})) for name in ("link", "guid", "title", "body")}) == 4
    assert fingerprint(item(link="a", guid="b")) != fingerprint(item(link="ab", guid=""))


def test_an_item_without_address_and_guid_gets_one_of_its_own(config):
    """One that has either keeps what it has; lines that say the same are one item, and blank ones are none."""
    for body, fields in (("One.", {"link": None, "guid": None}), ("Two.", {"link": None}), ("Three.", {"guid": None})):
        append(config.root, "a", [item(body, **fields)], JUNE)
    path = config.root / "seeds/archive/a/2026-06.jsonl"
    path.write_bytes(b"\n".join(path.read_bytes().splitlines() * 2).replace(b"\n", b"\n \n"))
    entries, problems = read_archive(config)
    assert not problems
    assert [(each.body, each.line, each.link, each.guid) for each in entries] == [
        ("One.", 1, None, f"content:{fingerprint(entries[0].__class__(where='', kind='html', title='One', body='One.'))}"),
        ("Two.", 3, None, "g1"),
        ("Three.", 5, "https://a.example/1", None),
    ]


def test_each_problem_says_where_and_what_to_do(tmp_path):
    """Of a source that is not there, one that is called otherwise now, and a line that is none."""
    (tmp_path / "seeds/sources").mkdir(parents=True)
    (tmp_path / "seeds/sources/new.yml").write_text("name: A\nhome: https://a.example/\nformerly: [old]\n")
    for name in ("old", "lost"):
        (tmp_path / f"seeds/archive/{name}").mkdir(parents=True)
    (tmp_path / "seeds/archive/lost/2026-06.jsonl").write_text("\nno item\n")
    found = [
        (each.stage, each.where, each.line, each.code, each.detail, each.remedy)
        for each in read_archive(load(tmp_path)[0])[1]
    ]
    lost, old = "seeds/archive/lost", "seeds/archive/old"
    restore = "restore seeds/sources/lost.yml, or write `formerly: [lost]` in the file it became"
    moved = f"`git mv {old} seeds/archive/new`, so that fetching goes on where it was"
    assert found == [
        ("acquire", lost, 0, "unknown-source", "no source has the id `lost`", restore),
        ("acquire", f"{lost}/2026-06.jsonl", 2, "archive-line", "this line is no archived item", "restore it from git"),
        ("acquire", old, 0, "renamed-source", "this source is called `new` now", moved),
    ]


def test_only_months_of_sources_are_read(config):
    """Not a file among the folders, nor a folder among the files, nor what has another name."""
    archive = config.root / "seeds/archive"
    assert archived_pages(archive / "a") == set()
    append(config.root, "a", [item()], JUNE)
    (archive / "b").write_text("x")
    (archive / "A B").mkdir()
    (archive / "a/2026-07.jsonl").mkdir()
    (archive / "a/notes.jsonl").write_text("x")
    entries, problems = read_archive(config)
    assert (len(entries), problems) == (1, [])


def test_which_whole_pages_are_held(config):
    """Those that were fetched as pages and have an address; what an item is and what told it apart are kept."""
    pages = [
        item("A.", page=True, told_by="title"),
        item("B.", link=None, page=True),
        item('C. "page": true', link="https://a.example/3"),
    ]
    append(config.root, "a", pages, JUNE)
    assert archived_pages(config.root / "seeds/archive/a") == {"https://a.example/1"}
    assert sorted((each.body, each.page, each.told_by) for each in read_archive(config)[0]) == [
        ("A.", True, "title"),
        ("B.", True, "guid"),
        ('C. "page": true', False, "guid"),
    ]
    lines = (config.root / "seeds/archive/a/2026-06.jsonl").read_text().splitlines()
    assert sum('"told_by"' in line for line in lines) == 1
    assert sum('"page": true,' in line for line in lines) == 2


def test_of_two_items_with_one_mark_the_same_is_appended_whatever_their_order(tmp_path):
    """Their markup differs, their words do not."""
    pair, lines = [item("<p>One.</p>"), item("<b>One.</b>")], set()
    for name, items in (("x", pair), ("y", pair[::-1])):
        append(tmp_path / name, "a", items, JUNE)
        lines.add((tmp_path / name / "seeds/archive/a/2026-06.jsonl").read_text())
    assert len(lines) == 1
    assert "<b>" in lines.pop()


def test_half_of_a_character_is_written_as_none(config):
    """The archive is UTF-8, whatever a feed held."""
    append(config.root, "a", [item("One \ud800.", title="T \udfff")], JUNE)
    (entry,), problems = read_archive(config)
    assert (entry.body, entry.title, problems) == ("One ?.", "T ?", [])
