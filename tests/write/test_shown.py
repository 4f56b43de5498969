"""What a preview shows before site/ is built is, to the byte, what site/ then holds."""

import shutil
import threading

import pytest

from digest.cli.building import Ahead, Build, build, warm
from digest.runtime.terminal import Terminal
from digest.write import rendering, shown
from digest.write.builder import Stop, StoppedError, site_path
from digest.write.new import new
from digest.write.shown import Shown

pytestmark = pytest.mark.slow

QUIET = Terminal(quiet=True)
HOW = Build(jobs=1)


def article(root, name, title, source="tide", day="2026-06-04"):
    """Write a seed."""
    path = root / "seeds" / "articles" / f"{name}.md"
    head = f"---\ntitle: {title}\npublished: {day}\ntext: brief\nsource: {source}\n---\n"
    path.write_text(f"{head}{title}, the council of Weston said on Thursday.\n")


@pytest.fixture
def root(tmp_path):
    """A digest of four articles by two sources."""
    new(tmp_path)
    for name in ("tide", "shore"):
        (tmp_path / "seeds" / "sources" / f"{name}.yml").write_text(f"name: The {name}\nhome: https://{name}.example/\n")
    article(tmp_path, "a", "Harbour reopens after a storm")
    article(tmp_path, "b", "Library shuts for repairs", source="shore")
    article(tmp_path, "c", "Ferry fares rise by 12 percent", day="2026-06-03")
    article(tmp_path, "d", "Orchard festival draws 900 visitors", source="shore", day="2026-06-02")
    return tmp_path


class Watching:
    """A preview without its server; `early` is what it shows of each path when content/ is written."""

    def __init__(self, root):
        self.root, self.shown, self.early = root, Shown(root), None
        self.ahead = Ahead(self.ready, self.shown.built, Stop())

    def ready(self, inputs, now, _):
        self.early = None
        if self.shown.changed(inputs, now):
            names = {site_path(name) for name in inputs.hashes} | set(inputs.assets) | self.paths()
            self.early = {name: found for name in names if (found := self.at(name)) is not None}

    def paths(self):
        """The files of site/, but those of the search."""
        site = self.root / "site"
        found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        return {name for name in found if not name.startswith("pagefind/")}

    def at(self, name):
        """What a browser gets at a path; None where there is nothing."""
        try:
            data = self.shown.file(name)
        except FileNotFoundError:
            return None
        return data if data is not None else self.built(name)

    def built(self, name):
        path = self.root / "site" / name
        return path.read_bytes() if path.is_file() else None

    def build(self):
        build(self.root, QUIET, HOW, self.ahead)
        return {name: self.built(name) for name in self.paths()}


@pytest.fixture
def preview(root):
    """One that has built the digest."""
    watching = Watching(root)
    watching.build()
    warm(root, QUIET, HOW, watching.ahead)
    yield watching
    watching.shown.close()


def retitled(root):
    article(root, "a", "Harbour closes until August")


def added_and_removed(root):
    article(root, "e", "Bridge opens to cyclists", day="2026-06-05")
    (root / "seeds" / "articles" / "d.md").unlink()


def renamed(root):
    (root / "seeds" / "sources" / "shore.yml").write_text("name: Shoreline Weekly\nhome: https://shore.example/\n")


def by_hand(root):
    (root / "content" / "about.md").write_text("# About us\n\nBack to [the front](index.md).\n")


def restyled(root):
    (root / "theme" / "assets" / "digest.css").write_text("body { color: teal }\n")


@pytest.mark.parametrize("change", [retitled, added_and_removed, renamed, by_hand, restyled])
def test_what_is_shown_early_is_what_is_built(preview, change):
    """Pages, feeds, JSON, drawings and style sheets: all that changed, and nothing that is gone."""
    before = {name: preview.built(name) for name in preview.paths()}
    change(preview.root)
    after = preview.build()
    assert preview.early == after
    assert before != after
    assert not preview.shown.missed()


def test_it_is_what_a_build_from_nothing_makes(preview):
    """Several changes one after another, then all that was remembered is deleted."""
    for change in (retitled, added_and_removed, renamed, restyled):
        change(preview.root)
        preview.build()
    early = preview.early
    for name in (".digest", "site"):
        shutil.rmtree(preview.root / name)
    build(preview.root, QUIET, HOW)
    assert {name: preview.built(name) for name in preview.paths()} == early


def test_a_template_is_not_shown_before_the_site_is_built(preview):
    """Every page is made of it."""
    main = preview.root / "theme" / "main.html"
    main.write_text(main.read_text().replace('<div class="page', '<div data-new class="page', 1))
    after = preview.build()
    assert preview.early is None
    assert b"data-new" in after["index.html"]
    retitled(preview.root)
    after = preview.build()
    assert preview.early == after
    assert b"data-new" in preview.early["index.html"]


def test_a_plugin_may_know_more_than_the_page(preview):
    """Where mkdocs.yml names one, site/ is built first."""
    settings = preview.root / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("plugins: []", "plugins: [search]"))
    preview.build()
    for change in (retitled, restyled):
        change(preview.root)
        preview.build()
        assert preview.early is None


def test_the_theme_alone_is_shown_without_a_build(preview):
    """A style sheet is; a template is not, nor what has not changed."""
    assert not preview.shown.in_theme()
    restyled(preview.root)
    assert preview.shown.in_theme()
    assert preview.at("assets/digest.css") == b"body { color: teal }\n"
    (preview.root / "theme" / "main.html").write_text("{{ broken")
    assert not preview.shown.in_theme()


def test_a_stopped_build_leaves_the_site_and_what_is_remembered(preview, monkeypatch):
    """site/ is as it was, what changed is shown, and the next build renders no more than what changed."""
    before = {name: preview.built(name) for name in preview.paths()}
    by_hand(preview.root)
    preview.ahead.stop()
    with pytest.raises(StoppedError):
        preview.build()
    assert {name: preview.built(name) for name in preview.paths()} == before
    assert b"About us" in preview.at("about/index.html")
    preview.ahead.stop.again()
    commands = []
    run = preview_run(commands)
    monkeypatch.setattr("digest.write.builder.run", run)
    early, after = preview.early, preview.build()
    assert early == after
    assert "--dirty" in commands[0]


def preview_run(commands):
    """`builder.run`, noting what is run."""
    from digest.write import builder

    run = builder.run

    def noted(command, *arguments, **named):
        commands.append(command)
        run(command, *arguments, **named)

    return noted


def test_without_mkdocs_the_site_is_shown(preview):
    """Where the renderer has died, a page is the one that site/ has until that is built."""
    preview.shown._renderer.kill()
    preview.shown._renderer.wait()
    retitled(preview.root)
    after = preview.build()
    assert b"Harbour closes until August" in after["index.html"]
    assert preview.early["index.html"] != after["index.html"]
    assert preview.shown.missed()
    assert not preview.shown.missed()


HANGS = """
import subprocess, sys
sys.stdin.readline()
print('{"html": "ready"}', flush=True)
sys.stdin.readline()
subprocess.run([sys.executable, "-c", "import time; time.sleep(3600)"])
"""
"""Gets ready, and at the first page waits for another process, which holds the pipe."""


@pytest.fixture
def hanging(root, tmp_path_factory, monkeypatch):
    """A preview of a changed digest whose MkDocs will not answer; what it says is in `said`."""
    child = tmp_path_factory.mktemp("child") / "hangs.py"
    child.write_text(HANGS)
    monkeypatch.setattr(rendering, "__file__", str(child))
    watching = Watching(root)
    watching.said = []
    watching.shown = Shown(root, watching.said.append)
    watching.ahead = Ahead(watching.ready, watching.shown.built, Stop())
    watching.build()
    retitled(root)
    yield watching
    watching.shown.close()


def test_a_mkdocs_that_hangs_is_ended_and_said(hanging, monkeypatch):
    """The page is the one that site/ has until that is built; from then on site/ is built first."""
    before = hanging.built("index.html")
    renderer = hanging.shown._renderer
    monkeypatch.setattr(shown, "_LONGEST", 0.2)
    after = hanging.build()
    assert hanging.early["index.html"] == before
    assert b"Harbour closes until August" in after["index.html"]
    assert hanging.shown.missed()
    assert renderer.poll() is not None
    (line,) = hanging.said
    assert line.startswith("note: MkDocs did not render ")
    assert "pages are shown when site/ is built" in line
    added_and_removed(hanging.root)
    after = hanging.build()
    assert hanging.early is None
    assert b"Bridge opens to cyclists" in after["index.html"]
    assert len(hanging.said) == 1


def test_the_end_does_not_wait_for_a_mkdocs_that_hangs(hanging, monkeypatch):
    """Closing ends it while a page is waited for, which is then as site/ has it."""
    monkeypatch.setattr(shown, "_LEAVING", 0.2)
    found, asked = [], threading.Event()
    ask = hanging.shown._rendered

    def noted(page):
        asked.set()
        return ask(page)

    monkeypatch.setattr(hanging.shown, "_rendered", noted)

    def ready(inputs, now, _):
        assert hanging.shown.changed(inputs, now)
        reader = threading.Thread(target=lambda: found.append(hanging.shown.file("index.html")))
        reader.start()
        assert asked.wait(60)
        hanging.shown.close()
        reader.join(60)

    hanging.ahead = Ahead(ready, hanging.shown.built, Stop())
    hanging.build()
    assert found == [None]
    assert hanging.said == []
