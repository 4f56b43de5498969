"""What a build puts into content/ is a list of outputs, each a module of its own."""

from fnmatch import fnmatchcase

from render_sample import EDITION

from digest.model import Page, Settings
from digest.render import outputs, render
from digest.render.outputs import OUTPUTS, UNMARKED, Output


def names(site):
    """An output as somebody may add it."""
    yield Page(path="humans.txt", text="".join(f"{source.name}\n" for source in site.edition.sources))


def test_a_further_output_is_an_entry_of_the_list(monkeypatch):
    """Nothing else is told of it."""
    monkeypatch.setattr(outputs, "OUTPUTS", (*OUTPUTS, Output(pages=names, unmarked=("humans.txt",))))
    made = {page.path: page.text for page in render(EDITION, Settings())}
    assert made["humans.txt"].startswith(EDITION.sources[0].name)


def test_files_without_front_matter_are_known_by_their_names(pages):
    """All of them and no page, so that one is known for generated where the manifest was lost."""
    bare = {path for path, text in pages.items() if not text.startswith("---\n")}
    assert {path for path in pages if any(fnmatchcase(path, name) for name in UNMARKED)} == bare
    assert all(any(fnmatchcase(path, name) for path in bare) for name in UNMARKED)
