"""Whoever builds or checks what somebody else wrote runs none of its code, and reads and writes in its folder alone."""

import json
import os
import shutil
from pathlib import Path

import pytest

from digest.config import checkout
from digest.errors import UsageError
from digest.model import Settings
from digest.runtime.files import refuse_links
from digest.write import site
from digest.write.new import new
from digest.write.settings import untrusted_settings

NOW = ("--now", "2026-06-05")
SECRET = "a secret of this machine"
LINKS = [
    *("seeds", "seeds/digest.yml", "seeds/sources", "seeds/sources/a.yml", "seeds/topics/a.yml", "seeds/curation/a.yml"),
    *("seeds/permalinks.jsonl", "seeds/archive", "seeds/archive/a", "seeds/archive/a/2026-06.jsonl"),
    *("seeds/archive/a/http.json", "seeds/articles", "seeds/articles/a.md", "seeds/articles/a"),
    *("content", "content/a.md", "content/a.txt", "content/stories", "content/.manifest.json", "content/.gitignore"),
    *("theme", "theme/main.html", "theme/assets", "theme/partials/a.html", "mkdocs.yml"),
    *(".digest", ".digest/memo.db", ".digest/memo.db-wal", ".digest/build.lock", ".digest/archive.lock", ".digest/html"),
    *(".digest/html.json", ".digest/site.json", ".digest/mkdocs.yml", ".digest/site", ".digest/site-old", ".digest/search"),
    *(".digest/html/index.html", "site", "site/index.html"),
]
FOLDERS = {
    *("seeds", "seeds/sources", "seeds/archive", "seeds/archive/a", "seeds/articles", "seeds/articles/a", "content", "site"),
    *("content/stories", "theme", "theme/assets", ".digest", ".digest/html", ".digest/site", ".digest/site-old"),
    ".digest/search",
}
READING = ("check", "sources", "export opml")
WRITING = ("build", "publish", "fetch", "add")


@pytest.fixture
def root(tmp_path):
    """A digest with an article, a feed that was fetched long ago, and a hand-written page."""
    root = tmp_path / "mine"
    new(root, example=True)
    (root / "seeds/sources/a.yml").write_text("name: A\nhome: https://a.example/\nfeeds: [{url: 'http://127.0.0.1:9/'}]\n")
    (root / "content").mkdir(exist_ok=True)
    (root / "content/about.md").write_text("# About\n")
    return root


@pytest.fixture
def outside(tmp_path):
    """A folder of the machine that is none of the digest's."""
    folder = tmp_path / "outside"
    shutil.copytree(Path(__file__).parents[2] / "digest/theme", folder)
    for name in ("key.txt", "a.md", "index.html", "2026-06.jsonl", "main.html", "stories.md"):
        (folder / name).write_text(f"{SECRET}\n")
    return folder


def state(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def arguments(command, tmp_path):
    (tmp_path / "new.md").write_text("---\ntitle: A new article\n---\nA sentence of it, and one more.\n")
    more = {"add": [tmp_path / "new.md", *NOW], "export opml": [], "sources": []}.get(command, NOW)
    return [*command.split(), *more]


@pytest.mark.parametrize("name", LINKS)
def test_a_link_out_of_the_digest_is_never_followed(root, outside, digest, tmp_path, name):
    """Whatever is a link: nothing there is read, shown, published, written, appended to or deleted."""
    path, before = root / name, state(outside)
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(outside if name in FOLDERS else outside / "key.txt")
    for command in (*READING, *WRITING):
        done = digest(*arguments(command, tmp_path), "--root", root)
        assert done.code in (0, 2), done.err
        assert SECRET not in done.out + done.err
        assert "Traceback" not in done.err
    assert state(outside) == before
    real = (Path(base, each) for base, _, files in os.walk(root) for each in files)
    assert not any(SECRET.encode() in each.read_bytes() for each in real if not each.is_symlink())


def test_a_link_within_a_folder_is_followed_where_it_leads_to_a_file(root):
    """Also one that leads to another; a folder's could go round in circles."""
    (root / "content/again.md").symlink_to("about.md")
    (root / "content/third.md").symlink_to("again.md")
    refuse_links(root / "content")
    (root / "content/round").symlink_to(".")
    with pytest.raises(UsageError, match="round: this symbolic link is not followed"):
        refuse_links(root / "content")


def test_a_link_that_the_system_will_not_follow_is_refused_too(root, outside):
    """A target with a name that is too long hides no other link of its folder."""
    (root / "content/a.md").symlink_to("a" * 300)
    with pytest.raises(UsageError, match=r"a\.md: this symbolic link is not followed"):
        refuse_links(root / "content")
    (root / "content/a.md").unlink()
    (root / "content/b").mkdir()
    (root / "content/b/a.md").symlink_to(f"{'a' * 300}/a.md")
    (root / "content/b/b.md").symlink_to(outside / "a.md")
    with pytest.raises(UsageError, match=r"b/[ab]\.md: this symbolic link is not followed"):
        refuse_links(root / "content")


def test_a_digest_is_not_begun_through_a_link(root, outside):
    """`digest new` brings a theme back that lost files, and no other folder gets them."""
    before = state(outside)
    shutil.rmtree(root / "theme")
    (outside / "main.html").unlink()
    (root / "theme").symlink_to(outside)
    with pytest.raises(UsageError, match="symbolic link"):
        new(root)
    assert state(outside) == {path: text for path, text in before.items() if path.name != "main.html"}


CODE = "import pathlib\npathlib.Path({mark!r}).write_text('ran')\n"


@pytest.mark.parametrize(
    "settings",
    [
        "hooks: [evil.py]",
        "plugins: [evil]",
        "plugins:\n  - search\n  - social",
        "markdown_extensions: [evil]",
        "markdown_extensions:\n  - pymdownx.snippets: {base_path: [/], check_paths: false}",
        "markdown_extensions:\n  - toc: {slugify: !!python/object/apply:evil.run []}",
        "x: !!python/object/apply:os.system ['touch MARK']",
        "x: !!python/name:evil.run",
        "theme: {name: material, custom_dir: templates}",
        "theme: {name: material, custom_dir: /}",
        "INHERIT: other.yml",
        "docs_dir: /etc",
        "site_dir: OUTSIDE",
        "extra_javascript: ['https://evil.example/x.js']",
        "copyright: <script>alert(1)</script>",
        "edit_uri_template: x\nrepo_url: 'javascript:alert(1)'",
        "nav:\n  - <script>alert(1)</script>: index.md\n  - x: javascript:alert(1)\n  - y: ../../outside/a.md",
        'nav:\n  - x: \'x" onmouseover="alert(1)" y=".md\'\n  - \'x" onmouseover="alert(1)" y=".md\'',
        "nav: &a\n  - x: *a",
    ],
)
def test_settings_of_a_checkout_run_nothing(root, outside, digest, tmp_path, settings):
    """`check`, `impact` and `build --untrusted` use the nav alone, and our own theme."""
    mark, before = tmp_path / "mark", state(outside)
    code = CODE.format(mark=str(mark)) + "def run(*_, **__):\n    return 'x'\n"
    for name in ("evil.py", "mkdocs.py", "sitecustomize.py", "material/plugin.py"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(code)
    (root / "templates").mkdir()
    (root / "templates/main.html").write_text("{{ config.__class__.__init__.__globals__ }}<script>alert(1)</script>")
    (root / "theme/main.html").write_text("<script>alert(1)</script>")
    (root / "content/snippet.md").write_text('# Snippet\n\n--8<-- "outside/key.txt"\n')
    (root / "other.yml").write_text("hooks: [evil.py]\n")
    text = f"site_name: x\n{settings}\n".replace("MARK", str(mark)).replace("OUTSIDE", str(outside))
    (root / "mkdocs.yml").write_text(text)
    done = digest("build", "--untrusted", *NOW, "--root", root)
    assert done.code in (0, 2), done.err
    assert digest("check", *NOW, "--root", root).code == 0
    assert not mark.exists()
    assert state(outside) == before
    published = b"".join(path.read_bytes() for path in (root / "site").rglob("*.html"))
    assert (b"Weston" in published) == (done.code == 0)
    live = (
        b"<script>alert(1)",
        b'onmouseover="alert',
        b'"javascript:alert',
        b"evil.example",
        b"__globals__",
        SECRET.encode(),
    )
    assert not [each for each in live if each in published]


def test_a_nav_keeps_its_pages_and_addresses(root):
    """Labels are words; what is nested too deep or too long is left out."""
    nav = [
        {"About": "about.md"},
        "about.md",
        {"Elsewhere": "https://weston.example/a?b=c"},
        {"Part <b>": [{"One": "a/b.md"}, {"Two": "javascript:alert(1)"}]},
        {"Gone": "../a.md"},
        {"Deep": [{"er": [{"and": [{"deeper": [{"x": "about.md"}]}]}]}]},
    ]
    (root / "mkdocs.yml").write_text(json.dumps({"nav": nav, "plugins": ["x"]}))
    found = untrusted_settings(root, Settings())
    assert found["nav"] == [*nav[:3], {"Part &lt;b&gt;": [{"One": "a/b.md"}]}]
    assert found["plugins"] == []


def test_a_nav_is_short_however_it_is_written(root):
    """Aliases make a list of a few lines long, and so do mappings of many entries."""
    many = "".join(f"    p{n}: about.md\n" for n in range(400))
    written = (
        f"x:\n  - &a\n{many}  - &b [*a, *a, *a]\nnav:\n  - One: *b\n  - Two: *b\n  - {{Three: *b, Four: *b, Five: *b}}\n"
    )
    (root / "mkdocs.yml").write_text(written)
    assert json.dumps(untrusted_settings(root, Settings())["nav"]).count("about.md") == 499


@pytest.mark.parametrize(
    "target", ['x" onmouseover="alert(1)" y=".md', "a b.md", "a'.md", "a\n.md", "/a.md", "//a.example/a.md", "a:b.md", ".md"]
)
def test_what_is_no_plain_path_is_no_page(root, target):
    """What could end an attribute, or lead elsewhere."""
    (root / "mkdocs.yml").write_text(json.dumps({"nav": [{"One": target}, {"Two": "\u00fcber/b-c_d.md"}]}))
    assert untrusted_settings(root, Settings())["nav"] == [{"Two": "\u00fcber/b-c_d.md"}]


def test_the_theme_escapes_the_addresses_of_a_nav(root, digest):
    """Also of a digest that is trusted, whose mkdocs.yml may hold a slip of the pen."""
    nav = [{"Home": "index.md"}, {"Slip": 'https://a.example/" onmouseover="alert(1)'}]
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(f"{text}\nnav: {json.dumps(nav)}\n")
    assert digest("build", *NOW, "--root", root).code == 0
    html = (root / "site/index.html").read_text()
    assert "Slip" in html
    assert 'onmouseover="' not in html


def test_a_link_for_the_site_is_refused_before_anything_is_written(root, outside, digest):
    """Its files would be read, to see whether they are what was built."""
    (root / "site").symlink_to(outside)
    before = state(root / "content")
    done = digest("build", *NOW, "--root", root)
    assert (done.code, "site: this symbolic link is not followed" in done.err) == (2, True)
    assert state(root / "content") == before


def test_a_site_without_a_seal_is_not_read(root, monkeypatch):
    """However large it is."""
    monkeypatch.setattr(site, "hashes_below", lambda _: pytest.fail("it was read"))
    (root / "stamp").write_bytes(b"no seal of this machine's")
    assert not site._is_sealed(root / "stamp", "x", root)


def test_an_upgrade_takes_no_lock_through_a_link(root, outside, digest):
    """The folder of the lock may be a link."""
    shutil.rmtree(root / ".digest", ignore_errors=True)
    (root / ".digest").symlink_to(outside)
    before = state(outside)
    done = digest("upgrade", "--write", "--root", root)
    assert (done.code, ".digest: this symbolic link is not followed" in done.err) == (2, True)
    assert state(outside) == before


@pytest.mark.parametrize("said", [None, b"", b"0123456789 missing\n"])
def test_files_that_git_cannot_read_are_a_mistake_that_is_named(root, git, monkeypatch, said):
    """It failed, took too long, or a partial clone lacks them."""
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")
    run = checkout._git_output
    monkeypatch.setattr(checkout, "_git_output", lambda *words, **asked: said if asked else run(*words))
    with pytest.raises(UsageError, match="HEAD: git cannot read seeds/"):
        checkout.seeds_at(root, "HEAD")


@pytest.mark.parametrize("name", ["pagefind.yml", "pagefind.yaml", "pagefind.toml", "pagefind.json"])
@pytest.mark.parametrize("folder", ["", ".digest/search"])
def test_settings_of_the_indexer_are_not_read(root, outside, digest, name, folder):
    """They could have it write anywhere."""
    keys = {"output_path": str(outside / "search"), "output-path": str(outside / "search"), "site": str(outside)}
    lines = {"toml": "\n".join(f'{key} = "{value}"' for key, value in keys.items()), "json": json.dumps(keys)}
    (root / folder).mkdir(parents=True, exist_ok=True)
    (root / folder / name).write_text(lines.get(name.rpartition(".")[2]) or "\n".join(f"{k}: {v}" for k, v in keys.items()))
    assert digest("build", *NOW, "--root", root).code == 0
    assert not (outside / "search").exists()
    assert not (outside / "pagefind").exists()
    assert (root / "site/pagefind/pagefind.js").exists()


OUT = [
    "../outside/a.md",
    "/etc/a.md",
    "a/../../outside/a.md",
    "..",
    "",
    ".",
    "a\0b.md",
    "C:\\a.md",
    "..\\outside\\a.md",
    "a" * 300,
    "a/" * 3_000,
]


@pytest.mark.parametrize("name", OUT)
def test_a_path_of_the_manifest_that_leads_out_deletes_nothing(root, outside, digest, name):
    """It is a mistake that is named; the rest of the manifest counts."""
    assert digest("build", "--no-site", *NOW, "--root", root).code == 0
    before, manifest = state(outside), root / "content/.manifest.json"
    generated = json.loads(manifest.read_text())["generated"]
    (root / "content/old.md").write_text("---\ngenerated: digest\n---\n")
    manifest.write_text(json.dumps({"generated": [*generated, name, "about.md", "old.md"]}))
    done = digest("build", "--no-site", *NOW, "--root", root)
    assert done.code == 2
    assert "content/.manifest.json:1: this list of generated pages names what no build makes" in done.err
    assert state(outside) == before
    assert (root / "content/about.md").exists()
    assert not (root / "content/old.md").exists()
    assert json.loads(manifest.read_text())["generated"] == generated
    assert digest("build", "--no-site", *NOW, "--root", root).code == 0, "what was mended is not said again"
    assert digest("build", "--no-site", *NOW, "--root", root).code == 0


@pytest.mark.parametrize("name", [*OUT, "stories/../../outside/a", "stories/.git/config", "stories/a.md", "sources/../x"])
@pytest.mark.parametrize("key", ["path", "redirect"])
def test_a_path_of_the_ledger_that_leads_out_is_a_problem(root, outside, digest, name, key):
    """With file and line; nothing is written there."""
    before = state(outside)
    line = {"id": "a1b2c3d4e5f60718", "path": "stories/2026/06/a", "members": ["https://example.org/harbour"], key: name}
    (root / "seeds/permalinks.jsonl").write_text(json.dumps(line) + "\n")
    done = digest("build", "--no-site", *NOW, "--root", root)
    assert done.code == 2
    assert "seeds/permalinks.jsonl:1" in done.err
    assert state(outside) == before


@pytest.mark.parametrize("name", ["..", "../outside", "a/b", ".git", "A", "a b", "a.yml", "-a"])
def test_an_id_that_is_none_names_no_folder(root, outside, digest, tmp_path, name):
    """On the command line, in an article's header, and as the name of a folder of the archive."""
    before = state(outside)
    (tmp_path / "f.xml").write_text(
        "<rss version='2.0'><channel><title>F</title><link>https://f.example/</link></channel></rss>"
    )
    assert digest("add", "--id", name, tmp_path / "f.xml", *NOW, "--root", root).code == 2
    (root / "seeds/articles/b.md").write_text(f"---\ntitle: B\nsource: '{name}'\n---\nA sentence of it.\n")
    assert digest("check", *NOW, "--root", root).code == 2
    assert state(outside) == before
