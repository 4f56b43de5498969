"""`digest add FILE…`: what a person hands over becomes seeds, once, wherever it belongs."""

import hashlib
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from digest.acquire import acquire
from digest.acquire.adding.files import add_files
from digest.config import load
from digest.errors import BusyError
from digest.runtime.lock import locked

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def feed(title="Harbour News", link="https://www.harbour.example/news", own=None, items=2, language="en"):
    itself = f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="{own}"/>' if own else ""
    body = "".join(
        f"<item><title>Item {n}</title><link>https://www.harbour.example/{n}</link>"
        f"<description>Words {n}.</description></item>"
        for n in range(items)
    )
    said = f"<title>{title}</title><link>{link}</link>{itself}<language>{language}</language>"
    return f'<rss version="2.0"><channel>{said}{body}</channel></rss>'


@pytest.fixture
def root(tmp_path):
    (tmp_path / "d" / "seeds" / "sources").mkdir(parents=True)
    return tmp_path / "d"


def add(root, files, now=NOW):
    folder = root.parent / "given"
    folder.mkdir(exist_ok=True)
    paths = []
    for name, text in files.items():
        path = folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        paths.append(path)
    return add_files(load(root)[0], paths, now)


def tree(root):
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((root / "seeds").rglob("*"))
        if path.is_file()
    }


def source(root, name):
    return yaml.safe_load((root / "seeds/sources" / f"{name}.yml").read_text())


def test_a_saved_feed_of_a_new_publisher_makes_its_file_and_its_archive(root):
    """Name, home, language and address of the new source are the feed's own words; its items are seen now."""
    report = add(root, {"a.xml": feed(own="https://www.harbour.example/feed.xml", language="en-GB")})
    assert not report.problems
    assert source(root, "harbour") == {
        "name": "Harbour",
        "home": "https://www.harbour.example/news",
        "feeds": [{"url": "https://www.harbour.example/feed.xml", "title": "Harbour News"}],
        "language": "en",
    }
    config, problems = load(root)
    entries, more = acquire(config)
    assert problems == more == ()
    assert [(entry.source, entry.seen, entry.where) for entry in entries] == [
        ("harbour", NOW, "seeds/archive/harbour/2026-11.jsonl")
    ] * 2


def test_adding_again_adds_nothing(root):
    """The same file a day later changes no byte below seeds/."""
    files = {"a.xml": feed(own="https://www.harbour.example/feed.xml"), "b.html": "<html><p>A page.</p></html>"}
    add(root, files)
    before = tree(root)
    report = add(root, files, datetime(2026, 12, 21, tzinfo=UTC))
    assert tree(root) == before
    assert not report.problems
    assert {added.kind for added in report.added} == {"entries", "known"}
    assert sum(added.items for added in report.added) == 0


def test_a_feed_finds_its_publisher_by_address_host_or_site(root):
    """A known source is found by feed address, host or site; an address on a foreign site is not written into it."""
    path = root / "seeds/sources/hb.yml"
    written = "# kept by Ada\nname: The Harbour\nhome: https://harbour.example/\nfeeds:\n  - url: https://feeds.example/h\n"
    path.write_text(written)
    add(
        root, {"a.xml": feed(link="https://harbour.example/"), "b.xml": feed(link="https://blog.harbour.example/x", items=3)}
    )
    add(root, {"c.xml": feed(link="https://other.example/", own="http://feeds.example/h/", items=4)})
    add(root, {"d.xml": feed(own="https://elsewhere.example/feed", items=5)})
    assert [it.name for it in (root / "seeds/archive").iterdir()] == ["hb"]
    assert path.read_text() == written
    add(root, {"e.xml": feed(own="https://www.harbour.example/rss")})
    assert path.read_text() == written.replace(
        "feeds:\n", "feeds:\n  - url: https://www.harbour.example/rss\n    title: Harbour News\n"
    )
    assert len(acquire(load(root)[0])[0]) == 5


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_files_changes_nothing(tmp_path, shared, seed):
    """Real feeds in any order give the same files, byte for byte, and every distinct item is archived."""
    paths = sorted(shared("data/feeds/ai-labs").iterdir())[:12]
    trees = []
    for name in ("x", "y"):
        root = tmp_path / name
        (root / "seeds").mkdir(parents=True)
        random.Random(seed).shuffle(paths)
        assert not add_files(load(root)[0], paths, NOW).problems
        trees.append(tree(root))
        paths.reverse()
    assert trees[0] == trees[1]


@pytest.mark.slow
def test_titles_of_any_kind_stay_inside_their_folder(tmp_path, shared):
    """No title, host or file name, however hostile, names a file outside seeds/sources, and each id is an id."""
    import json

    lines = shared("data/vectors/paths.jsonl").read_text().splitlines()
    titles = [json.loads(line)["payload"] for line in lines[::4]]
    titles.extend(("CON", "nul.txt", "..", "ア", "\u202egpj", "x" * 400, "-rf"))
    root = tmp_path / "d"
    (root / "seeds").mkdir(parents=True)
    files = {}
    for number, title in enumerate(titles):
        shown = title.replace("&", "&amp;").replace("<", "&lt;")
        files[f"{number}.xml"] = feed(title=shown, link=f"https://h{number}.example/").encode("utf-8", "replace")
    report = add(root, files)
    assert len(list((root / "seeds/sources").glob("*.yml"))) == len(titles)
    assert {it.parent for it in tmp_path.rglob("*.yml")} == {root / "seeds/sources"}
    assert not [problem for problem in (*load(root)[1], *report.problems) if problem.by_hand]


def test_articles_are_copied_once_under_a_name_of_our_own(root):
    """A page, a text and a note become files of seeds/articles; the same bytes under another name are known already."""
    files = {"Ä Pier!.html": "<html><p>x</p></html>", "note.md": "# One", "a.txt": "Words.", "two.markdown": "# Two"}
    report = add(root, files)
    assert sorted(added.where for added in report.added) == [
        "seeds/articles/a-pier.html",
        "seeds/articles/a.txt",
        "seeds/articles/note.md",
        "seeds/articles/two.markdown",
    ]
    (known,) = add(root, {"other.txt": "Words."}).added
    assert (known.kind, known.where) == ("known", "seeds/articles/a.txt")
    (second,) = add(root, {"a.txt": "Other words."}).added
    assert second.where == "seeds/articles/a-2.txt"


def test_a_page_in_another_charset_is_kept_readable(root):
    """A saved page that names its charset is stored as UTF-8; a text that is not UTF-8 is told."""
    page = '<html><head><meta charset="windows-1251"></head><p>Причал</p></html>'.encode("cp1251")
    report = add(root, {"p.html": page, "t.txt": "né".encode("latin-1")})
    assert "Причал" in (root / "seeds/articles/p.html").read_text(encoding="utf-8")
    assert [(problem.code, problem.by_hand) for problem in report.problems] == [("not-utf-8", True)]


def test_what_cannot_be_added_is_told_and_the_rest_is_added(root):
    """A missing file, a page named .xml, an empty list and a feed of nobody each say what to do; the good one is in."""
    files = {"a.xml": feed(), "b.xml": "<html>Log in</html>", "c.opml": "<opml><body/></opml>"}
    files["d.xml"] = "<rss><channel><item><title>x</title></item></channel></rss>"
    folder = root.parent / "given"
    add(root, files)
    report = add_files(load(root)[0], [*sorted(folder.iterdir()), folder / "gone.xml"], NOW)
    assert sorted(problem.code for problem in report.problems) == ["no-feeds", "no-file", "no-publisher", "not-a-feed"]
    assert all(problem.by_hand for problem in report.problems)
    assert (root / "seeds/archive/harbour").is_dir()


OPML = """<opml version=1.0><head><title>x</title>
<body><OUTLINE text="Tea & Biscuits" xmlurl="https://tea.example/feed?a=1&b=2" type="rss">
<outline text="He said "hi" to me" title='' xmlUrl='feed://talk.example/rss' htmlUrl="https://talk.example/">
<outline text="Tea, again" xmlUrl="https://www.tea.example/more" /></outline>
<!-- <outline text="gone" xmlUrl="https://gone.example/"/> -->
<outline text="no feed"/><outline text="script" xmlUrl="javascript:alert(1)"/>
"""


def test_a_list_of_feeds_is_read_however_ill_formed(root):
    """Bare ampersands, quotes in quotes, wrong case, no end: every address is in, per line; what is there is known."""
    report = add(root, {"l.opml": OPML})
    assert not report.problems
    assert [feed["url"] for feed in source(root, "tea")["feeds"]] == [
        "https://tea.example/feed?a=1&b=2",
        "https://www.tea.example/more",
    ]
    assert source(root, "he-said-hi-to-me")["home"] == "https://talk.example/"
    assert {added.target.rpartition(":")[2] for added in report.added} == {"2", "3", "4"}
    again = add(root, {"l.opml": OPML})
    assert {added.kind for added in again.added} == {"known"}


def test_every_published_list_gives_every_address(root, shared):
    """Each feed address in the lists that people publish stands in a source file afterwards, and all files are right."""
    import html
    import re

    paths = sorted(shared("data/opml").iterdir())
    wanted = {
        html.unescape(found)
        for path in paths
        for found in re.findall(r'xmlUrl="([^"]+)"', path.read_text(encoding="utf-8", errors="replace"))
    }
    report = add_files(load(root)[0], paths, NOW)
    config, problems = load(root)
    assert {problem.code for problem in problems} <= {"double"}  # two lists name two papers alike, which is a note
    assert not report.problems
    there = {feed.url for it in config.sources for feed in it.feeds}
    assert {url.split("://")[1].rstrip("/") for url in wanted} == {url.split("://")[1].rstrip("/") for url in there}


def test_an_exported_list_comes_back_the_same(root, tmp_path):
    """What `export opml` prints gives, added to an empty digest, the same addresses."""
    from xml.etree import ElementTree as ET

    from digest.acquire.adding.opml import export_opml

    add(root, {"l.opml": OPML})
    text = export_opml(load(root)[0].sources, 'A & "B" <c>')
    ET.fromstring(text)
    other = tmp_path / "other"
    (other / "seeds").mkdir(parents=True)
    (tmp_path / "back.opml").write_text(text)
    add_files(load(other)[0], [tmp_path / "back.opml"], NOW)
    assert [it.feeds for it in load(other)[0].sources] == [it.feeds for it in load(root)[0].sources]


def test_two_writers_at_once_are_refused(root: Path):
    """While one run holds the archive another is told so, and nothing is written."""
    with locked(root, "archive"), pytest.raises(BusyError):
        add(root, {"a.xml": feed()})
    assert tree(root) == {}
    add(root, {"a.xml": feed()})
    assert tree(root)


def test_what_is_left_out_of_a_saved_feed_is_noted(root):
    """`limits.items_per_fetch` sets how many items are kept; how many are not is a note and no fault."""
    (root / "seeds/digest.yml").write_text("limits:\n  items_per_fetch: 3\n")
    report = add(root, {"a.xml": feed(items=5)})
    assert [added.items for added in report.added if added.kind == "entries"] == [3]
    (note,) = report.problems
    assert not note.by_hand
    assert "2 items beyond the newest 3 were left out" in str(note)
    assert "items_per_fetch" in note.remedy


def test_a_feed_of_a_source_without_feeds_is_added_to_it(root):
    """The file keeps what it said, and has the feed behind it."""
    (root / "seeds/sources/harbour.yml").write_text("name: Harbour\nhome: https://www.harbour.example/\n")
    own = "https://www.harbour.example/feed.xml"
    assert not add(root, {"f.xml": feed(own=own)}).problems
    assert source(root, "harbour") == {
        "name": "Harbour",
        "home": "https://www.harbour.example/",
        "feeds": [{"url": own, "title": "Harbour News"}],
    }


def test_a_list_of_feeds_that_cannot_be_grown_by_a_line_stays_and_the_feed_is_told(root):
    """One in braces, say: the file is left as it is, with what to write by hand."""
    text = "name: Harbour\nhome: https://www.harbour.example/\nfeeds: [{url: https://www.harbour.example/a.xml}]\n"
    (root / "seeds/sources/harbour.yml").write_text(text)
    own = "https://www.harbour.example/feed.xml"
    (problem,) = add(root, {"f.xml": feed(own=own)}).problems
    assert (problem.code, own in problem.detail) == ("not-written", True)
    assert (root / "seeds/sources/harbour.yml").read_text() == text


def test_a_file_that_cannot_be_read_or_is_too_large_is_told(root, torn):
    """With its name; the others are added."""
    torn("torn.md")
    report = add(root, {"torn.md": "Words.\n", "large.md": b"x" * 10_000_001, "a.md": "Words of it.\n"})
    assert {(Path(it.where).name, it.code) for it in report.problems} == {
        ("torn.md", "unreadable"),
        ("large.md", "too-large"),
    }
    assert len(report.added) == 1
