"""The documentation as a site: all pages are in it, every link and anchor leads somewhere, every file is documented."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from digest.config.load import FILES, FOLDERS
from digest.write.new import new

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
WHOLE = ("README.md", "CONTRIBUTING.md")


def built(config, folder):
    """Build the documentation into a folder, strictly; with `--quiet` MkDocs would count no warning."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", folder]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=quiet)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The built documentation."""
    folder = tmp_path_factory.mktemp("docs") / "site"
    done = built(ROOT / "docs.yml", folder)
    assert done.returncode == 0, done.stderr
    return folder


class Links(HTMLParser):
    """The anchors of a page, where its links lead, and what it loads."""

    def __init__(self):
        super().__init__()
        self.ids, self.links, self.loaded = set(), [], []

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.ids.add(found.get("id"))
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag in {"script", "img", "iframe"} and found.get("src"):
            self.loaded.append(found["src"])
        if tag == "link" and found.get("rel") in {"stylesheet", "icon", "preconnect", "preload"}:
            self.loaded.append(found["href"])


def read(path):
    """A page's anchors and links."""
    links = Links()
    links.feed(path.read_text("utf-8"))
    return links


def test_every_page_is_in_the_menu():
    """And nothing else of docs/ is published."""
    listed = re.findall(r": ([\w-]+\.md)$", (ROOT / "docs.yml").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(path.name for path in DOCS.glob("*.md"))


def test_every_link_and_anchor_of_the_site_leads_somewhere(site):
    """As a browser follows them."""
    pages = {path: read(path) for path in site.rglob("*.html") if path.name != "404.html"}
    followed = 0
    for path, found in pages.items():
        for link in found.links:
            where, _, anchor = link.partition("#")
            if not re.match(r"[a-z]+:", where):
                target = (path.parent / where).resolve() if where else path
                target = target / "index.html" if target.is_dir() else target
                assert target.exists(), f"{link} in {path}"
                assert not anchor or target not in pages or anchor in pages[target].ids, f"{link} in {path}"
                followed += 1
    assert followed > 500


def test_it_loads_nothing_from_elsewhere(site):
    """Neither fonts nor scripts: it works on a machine without a network."""
    for path in site.rglob("*.html"):
        assert [one for one in read(path).loaded if re.match(r"(?:https?:)?//", one)] == [], path


@pytest.mark.parametrize("line", ["[x](start.md#nowhere)", "[x](nowhere.md)", "[x](/start/)"])
def test_a_link_that_leads_nowhere_fails_the_build(tmp_path, line):
    """What `make docs` builds has none."""
    (tmp_path / "docs").mkdir()
    for path in DOCS.glob("*.*"):
        if path.suffix in {".md", ".png", ".css"}:
            (tmp_path / "docs" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "docs/reader.md").write_text(f"{line}\n")
    (tmp_path / "docs.yml").write_text((ROOT / "docs.yml").read_text())
    assert built(tmp_path / "docs.yml", tmp_path / "site").returncode == 1


@pytest.mark.parametrize("name", WHOLE)
def test_the_links_of_the_repositorys_own_pages_lead_somewhere(name, site):
    """To files that are there, and to headings that the site has under the same name."""
    for link in re.findall(r"\]\(([^)\s]+)\)", (ROOT / name).read_text("utf-8")):
        where, _, anchor = link.partition("#")
        if not re.match(r"[a-z]+:", where):
            assert (ROOT / where).exists(), link
            assert not anchor or anchor in read(site / Path(where).stem / "index.html").ids, link


def test_every_file_of_a_digest_is_documented(tmp_path):
    """What `digest new` writes, and what stands in seeds/, has a row in the guide of maintainers."""
    page = (DOCS / "maintainer.md").read_text("utf-8")
    told = {name for row in re.findall(r"^\| (`.*?) \|", page, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row)}
    new(tmp_path, example=True)
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    names |= {f"seeds/{name}/x" for name in FOLDERS} | {f"seeds/{name}" for name in FILES if name != "digest.yaml"}
    assert [
        name for name in sorted(names) if not any(name == one or (one[-1] == "/" and name.startswith(one)) for one in told)
    ] == []


def test_every_decision_of_editors_has_a_row():
    """And an example that can be copied."""
    page = (DOCS / "curation.md").read_text("utf-8")
    kinds = set(re.findall(r"^### `do: (\w+)`$", (DOCS / "keys.md").read_text("utf-8"), re.MULTILINE))
    assert len(kinds) > 5
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) - {"do"} == kinds
    blocks = re.findall(r"```yaml[^\n]*\n(.*?)```", page, re.DOTALL)
    assert {one["do"] for block in blocks for one in yaml.safe_load(block)} == kinds


def test_a_list_begins_after_an_empty_line():
    """Else it is a paragraph with dashes in it on the site, though not at the forge."""
    for path in DOCS.glob("*.md"):
        lines = re.sub(r"^```.*?^```$", "```", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL).splitlines()
        for before, line in pairwise(lines):
            begins = re.match(r"(?:-|1\.) ", line) and before.strip() and not re.match(r"(?:-|\d+\.) |\s", before)
            assert not begins, f"{path.name}: {line}"


def test_readers_are_told_of_every_part_of_a_story():
    """Under the heading that the page has."""
    page = (DOCS / "reader.md").read_text("utf-8")
    parts = re.findall(
        r'^## {{ _\("([^"]+)"\) }}', (ROOT / "digest/render/templates/story.md.j2").read_text("utf-8"), re.MULTILINE
    )
    assert len(parts) > 5
    assert [part for part in parts if part not in page] == []
