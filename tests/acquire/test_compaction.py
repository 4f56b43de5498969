"""Months of the archive that are over, as Parquet: the same items, the same bytes back, and fetching reads none."""

from datetime import UTC, datetime

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.acquire.seeds import archive
from digest.acquire.seeds.archive import append, archived_pages, read_archive
from digest.acquire.seeds.compaction import compact, expand
from digest.config import Workspace, load
from digest.errors import BusyError
from digest.model import Entry, Settings, Source
from digest.runtime.lock import locked

MAY, JUNE, JULY = (datetime(2026, month, 3, 0, 30, tzinfo=UTC) for month in (5, 6, 7))


def item(number, **fields):
    fields = {"link": f"https://a.example/{number}", "guid": f"g{number}", "title": f"Title {number}"} | fields
    return Entry(where="", kind="html", body=fields.pop("body", f"Body of {number}."), **fields)


@pytest.fixture
def config(tmp_path):
    root = tmp_path / "it's [a] digest*"
    (root / "seeds" / "sources").mkdir(parents=True)
    (root / "seeds" / "sources" / "a.yml").write_text("name: A\nhome: https://a.example/\n")
    append(root, "a", [item(1, language="en", byline="Ada"), item(2, page=True, base="https://a.example/"), item(3)], MAY)
    append(root, "a", [item(2, body="Changed."), item(4, told_by="link")], JUNE)
    append(root, "a", [item(5)], JULY)
    return load(root)[0]


def files(config):
    folder = config.seeds / "archive" / "a"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_build_reads_what_it_read_before(config):
    """Every item keeps its fields, its file's name and its line; only months that are over are compacted."""
    before = read_archive(config)
    done, problems = compact(config, JULY)
    assert [(month.where, month.items) for month in done] == [
        ("seeds/archive/a/2026-05.parquet", 3),
        ("seeds/archive/a/2026-06.parquet", 2),
    ]
    assert list(files(config)) == ["2026-05.parquet", "2026-06.parquet", "2026-07.jsonl", "compacted.txt"]
    assert read_archive(config) == before
    assert (problems, compact(config, JULY)) == ([], ([], []))


def test_expanding_gives_the_same_bytes(config):
    """Lines come back as they were, and nothing of the compaction is left."""
    before = files(config)
    compact(config, JULY)
    done, problems = expand(config)
    assert (files(config), problems, [month.items for month in done]) == (before, [], [3, 2])


@given(st.lists(st.tuples(*[st.text(st.characters(exclude_categories=["Cs"]))] * 3), min_size=1, max_size=6))
def test_any_text_comes_back(tmp_path_factory, texts):
    """Whatever letters, breaks and marks an item holds, the month is the same bytes afterwards."""
    root = tmp_path_factory.mktemp("digest")
    config = Workspace(root=root, digest=Settings(), sources=(Source(id="a", name="A", home="https://a.example/"),))
    append(root, "a", [item(1, title=title, guid=guid, body=body) for title, guid, body in texts], MAY)
    before = files(config)
    assert compact(config, JULY)[1] == []
    assert expand(config)[1] == []
    assert files(config) == before


def test_fetching_reads_no_old_month(config):
    """What a compacted month holds is known though its file cannot be read: items, and pages that were fetched."""
    compact(config, JULY)
    for path in (config.seeds / "archive/a").glob("*.parquet"):
        path.write_bytes(b"no month")
    assert append(config.root, "a", [item(1), item(2, body="Changed."), item(6)], JULY) == 1
    assert archived_pages(config.seeds / "archive/a") == {"https://a.example/2"}


def test_other_programs_read_a_month(config):
    """A month is a table: a column for each field."""
    compact(config, JULY)
    path = config.root.parent / "copy.parquet"
    path.write_bytes(files(config)["2026-05.parquet"])
    rows = duckdb.sql(f"SELECT seen, title, page FROM '{path}' WHERE link LIKE '%/2'").fetchall()
    assert rows == [("2026-05-03T00:30:00+00:00", "Title 2", True)]


def test_the_same_month_gives_the_same_bytes(config):
    """Compacted twice, a month is the same file."""
    compact(config, JULY)
    once = files(config)
    expand(config)
    compact(config, JULY)
    assert files(config) == once


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ('{"id": "0123', "line 2 is no archived item"),
        ("[1]", "line 2 is no archived item"),
        ("", "line 2 is no archived item"),
        ('{"seen": "2026-05-03T00:30:00+00:00", "kind": "text", "body": "B", "mood": "x"}', "line 2 would not come back"),
        ('{"seen": "2026-05-03T00:30:00+00:00", "body": "B", "kind": "text"}', "line 2 would not come back"),
        ('{"id": 7, "seen": "2026-05-03T00:30:00+00:00", "kind": "text", "body": "B"}', "line 2 is no archived item"),
        ('{"seen": "2026-05-03T00:30:00+00:00", "kind": "text", "page": "yes", "body": "B"}', "line 2 would not come back"),
        ('{"seen": "2026-05-03T00:30:00+00:00", "kind": "text", "page": "abc", "body": "B"}', "it does not fit"),
    ],
)
def test_a_month_that_would_lose_something_stays(config, line, wrong):
    """A line that is torn, or has what a row does not hold, keeps its month as it is; the other months are compacted."""
    path = config.seeds / "archive/a/2026-05.jsonl"
    first, *rest = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([first, line.encode(), *rest]))
    before = files(config)
    done, (problem,) = compact(config, JULY)
    assert (problem.where, problem.code) == ("seeds/archive/a/2026-05.jsonl", "archive-file")
    assert wrong in problem.detail
    assert [month.where for month in done] == ["seeds/archive/a/2026-06.parquet"]
    assert files(config)["2026-05.jsonl"] == before["2026-05.jsonl"]


def test_an_interrupted_compaction_is_taken_up(config):
    """Where a run ended between writing a month and deleting its lines, nothing counts twice and the next run ends it."""
    before, lines = read_archive(config), files(config)
    compact(config, JULY)
    (config.seeds / "archive/a/2026-05.jsonl").write_bytes(lines["2026-05.jsonl"])
    assert read_archive(config) == before
    assert [month.where for month in compact(config, JULY)[0]] == ["seeds/archive/a/2026-05.parquet"]
    (config.seeds / "archive/a/2026-05.jsonl").write_bytes(lines["2026-05.jsonl"])
    assert expand(config)[1] == []
    assert files(config) == lines


@pytest.mark.parametrize("then", ["compact", "expand"])
def test_lines_that_came_beside_a_compacted_month_are_not_lost(config, then):
    """A month whose two files differ, as after a merge or late items, is read from both, and both are put together."""
    compact(config, JULY)
    append(config.root, "a", [item(9)], MAY)
    before = {entry.title: entry.body for entry in read_archive(config)[0]}
    assert len(before) == 6
    done, problems = compact(config, JULY) if then == "compact" else expand(config)
    assert (problems, done[0].items) == ([], 4)
    assert {entry.title: entry.body for entry in read_archive(config)[0]} == before
    assert append(config.root, "a", [item(1), item(9)], JULY) == 0


@pytest.mark.parametrize("column", ["title=evil", "body=evil", "kind=x", "year=2026"])
def test_a_folder_that_looks_like_a_column_is_none(tmp_path, column):
    """Where a digest lies says nothing of its items."""
    root = tmp_path / column
    config = Workspace(root=root, digest=Settings(), sources=(Source(id="a", name="A", home="https://a.example/"),))
    append(root, "a", [item(1)], MAY)
    before, lines = read_archive(config), files(config)
    compact(config, JULY)
    assert read_archive(config) == before
    assert expand(config)[1] == []
    assert files(config) == lines


def test_months_that_are_compacted_while_they_are_read_are_read_again(config, monkeypatch):
    """A build beside a compaction reads each item once."""
    before = read_archive(config)
    listed = archive.files_of

    def late(folder, *kinds):
        found = listed(folder, *kinds)
        if len(kinds) > 1 and late.first:
            late.first = False
            compact(config, JULY)
        return found

    late.first = True
    monkeypatch.setattr(archive, "files_of", late)
    assert read_archive(config) == before


def table(config, select):
    path = config.seeds / "archive/a/2026-04.parquet"
    copied = config.root.parent / "made.parquet"
    duckdb.sql(f"COPY ({select}) TO '{copied}' (FORMAT parquet, COMPRESSION zstd)")
    path.write_bytes(copied.read_bytes())


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"\xff" * 40 + b"PAR1"])
def test_a_file_that_is_no_month_is_told(config, data):
    """What is no Parquet file is a Problem, and the other months are read."""
    (config.seeds / "archive/a/2026-04.parquet").write_bytes(data)
    entries, (problem,) = read_archive(config)
    assert len(entries) == 6
    assert (problem.where, problem.code) == ("seeds/archive/a/2026-04.parquet", "archive-file")
    assert expand(config)[1][0].code == "archive-file"


@pytest.mark.parametrize("more", ["7 AS id", "BLOB 'x' AS id", "'x' AS mood", "DATE '2026-05-03' AS told_by"])
def test_a_row_that_no_line_says_is_not_expanded(config, more):
    """A column of another type or name keeps the month as it is: a line would lose it."""
    table(config, f"SELECT '2026-05-03T00:30:00+00:00' AS seen, 'text' AS kind, 'b' AS body, {more}")
    assert [(problem.code, problem.detail) for problem in expand(config)[1]] == [
        ("archive-file", "it has columns that no month has")
    ]


@pytest.mark.parametrize(
    "select",
    [
        "SELECT 1 AS x",
        "SELECT 'b' AS body",
        "SELECT 2 AS seen, {'a': 1} AS body",
        "SELECT TIMESTAMP '2026-05-03' AS seen, 'text' AS kind, 'b' AS body",
        "SELECT 'x' AS mood, '2026-05-03T00:30:00+00:00' AS seen, 'text' AS kind",
        "SELECT 'no day' AS seen, 'text' AS kind, 'b' AS body",
        "SELECT '2026-05-03T00:30:00+00:00' AS seen, 'text' AS kind, BLOB '\\xFF' AS body",
    ],
)
def test_rows_of_any_shape_never_stop_the_reading(config, select):
    """Rows that are no items are Problems, whatever columns and types a table has."""
    table(config, select)
    entries, problems = read_archive(config)
    assert len(entries) == 6
    assert {problem.code for problem in problems} <= {"archive-line", "archive-file"}
    assert problems
    assert [problem.code for problem in expand(config)[1]] == ["archive-file"]


@pytest.mark.parametrize(
    "select",
    [
        "SELECT '2026-05-03T00:30:00+00:00' AS seen, 'text' AS kind, repeat('x', 1000) AS body FROM range(1000000)",
        "SELECT 'x' AS body FROM range(3000000)",
        "SELECT repeat('x', 4000000) AS body FROM range(3)",
    ],
)
def test_a_small_file_that_would_fill_the_memory_is_refused(config, select):
    """A table that says one text a million times, or nothing but rows, is measured and not taken apart."""
    table(config, select)
    entries, (problem,) = read_archive(config)
    assert (len(entries), "far more" in problem.detail) == (6, True)


def test_another_run_is_waited_for(config):
    """While a fetch writes to the archive no month is rewritten."""
    with locked(config.root, "archive"), pytest.raises(BusyError):
        compact(config, JULY)
