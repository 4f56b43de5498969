"""A build that remembers what it rendered leaves the bytes that one from nothing does, whatever changed in between."""

import shutil
from datetime import UTC, datetime

import pytest

from digest.cli import building
from digest.cli.building import Build
from digest.render import story
from digest.runtime import cache
from digest.runtime.files import hashes_below
from digest.runtime.terminal import Terminal
from digest.write.new import new

LATER = datetime(2026, 6, 20, 8, tzinfo=UTC)
EVENTS = {
    "harbour": "The harbour of Easton reopened on Thursday after 12 days, the port authority of Easton said.",
    "bridge": "The old bridge of Weston closes to lorries on Monday, after an inspection found cracks in two of its arches.",
    "frost": "Late frost in the night to Friday killed half of the apple blossom in the valley of the Norn.",
}


def article(event, source, day, more=""):
    """What a source says of an event, in front of a sentence of its own."""
    head = f"title: {' '.join(EVENTS[event].split()[:7])}\nsource: {source}\nurl: https://{source}.example/{event}\n"
    return f"---\n{head}published: 2026-06-0{day}\ntext: brief\n---\n{EVENTS[event]}\n\n{source.title()} counts. {more}\n"


def file(root, name, text):
    path = root / "seeds" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.fixture
def root(tmp_path):
    """A digest of three events, each from two sources, with a topic."""
    new(tmp_path / "mine")
    for source in ("teal", "heron", "plover"):
        file(tmp_path / "mine", f"sources/{source}.yml", f"name: {source.title()} Post\nhome: https://{source}.example/\n")
    for day, event in enumerate(EVENTS, 1):
        for source in ("teal", "heron"):
            file(tmp_path / "mine", f"articles/{event}/{source}.md", article(event, source, day))
    file(tmp_path / "mine", "topics/ports.yml", "name: Easton\n")
    return tmp_path / "mine"


def built(root, **how):
    """What lies in content/ after a build."""
    building.build(root, Terminal(quiet=True), Build(site=False, jobs=1, **how))
    return hashes_below(root / "content")


def lost(root):
    """Delete pages of content/ that the program remembers."""
    for path in [*(root / "content/stories").rglob("*.md"), *(root / "content/api/stories").glob("*.json")]:
        path.unlink()


CHANGES = {
    "an article changed": lambda root: file(root, "articles/frost/teal.md", article("frost", "teal", 3, "By 4 degrees.")),
    "an article more": lambda root: file(root, "articles/frost/plover.md", article("frost", "plover", 3)),
    "an article on a later day": lambda root: file(root, "articles/frost/plover.md", article("frost", "plover", 9)),
    "an article fewer": lambda root: (root / "seeds/articles/frost/heron.md").unlink(),
    "a story fewer": lambda root: shutil.rmtree(root / "seeds/articles/harbour"),
    "a source renamed": lambda root: file(root, "sources/teal.yml", "name: The Teal\nhome: https://teal.example/\n"),
    "a source's terms": lambda root: file(root, "sources/teal.yml", "name: Teal Post\nterms: {attribution: By the Teal}\n"),
    "a topic renamed": lambda root: file(root, "topics/ports.yml", "name: Easton\ndescription: Of a port.\n"),
    "a topic more": lambda root: file(root, "topics/bridges.yml", "name: Weston\n"),
    "the title": lambda root: file(root, "digest.yml", "title: The Weston Digest\n"),
    "the language": lambda root: file(root, "digest.yml", "languages: [fr]\n"),
    "pages that are lost": lost,
    "nothing": lambda _: None,
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_remembered_changes_no_byte(root, change):
    """Articles, sources, topics, settings, and what content/ lost; there and back."""
    first = built(root)
    kept = root.with_name("kept")
    shutil.copytree(root / "seeds", kept)
    CHANGES[change](root)
    (root / ".digest/build.json").unlink()
    then = built(root)
    shutil.rmtree(root / ".digest")
    assert built(root) == then
    shutil.rmtree(root / "seeds")
    shutil.copytree(kept, root / "seeds")
    assert built(root) == first


def test_another_moment_changes_no_byte_of_what_is_remembered(root):
    """The day of the edition is no part of what is remembered."""
    built(root)
    later = built(root, now=LATER)
    shutil.rmtree(root / ".digest")
    assert built(root, now=LATER) == later


def test_another_program_renders_anew(root, monkeypatch):
    """Its templates may be others."""
    made, rendered = story.page, []
    monkeypatch.setattr(story, "page", lambda path, *more, **how: rendered.append(path) or made(path, *more, **how))
    built(root)
    (root / ".digest/build.json").unlink()
    built(root)
    assert len(rendered) == len(EVENTS)
    monkeypatch.setattr(cache, "program_hash", lambda: b"another")
    (root / ".digest/build.json").unlink()
    built(root)
    assert len(rendered) == 2 * len(EVENTS)
