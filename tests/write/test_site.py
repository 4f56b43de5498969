"""site/: built aside, put in place whole, and the same bytes wherever it is built."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.errors import BuilderError, UsageError, WriteError
from digest.model import Page, Settings
from digest.write import builder, write
from digest.write.new import new
from digest.write.site import build_site

pytestmark = pytest.mark.slow

NOW = datetime(2026, 6, 5, 9, 10, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]


def page(path, text):
    return Page(path=path, text=f"---\ntitle: T\ngenerated: digest\n---\n# {text}\n")


@pytest.fixture
def root(tmp_path):
    """An empty digest with two pages."""
    new(tmp_path)
    write([page("index.md", "Today"), page("stories/2026/06/a.md", "A story")], tmp_path)
    return tmp_path


def tree(site):
    return {
        p.relative_to(site).as_posix(): p.read_bytes()
        for p in sorted(site.rglob("*"))
        if p.is_file() and "pagefind" not in p.relative_to(site).parts[0]
    }


def test_a_second_build_of_the_same_costs_nothing(root):
    """The site is made anew only when something it is made of has changed."""
    assert build_site(root, Settings(), NOW).rebuilt
    assert (root / "site" / "stories" / "2026" / "06" / "a" / "index.html").exists()
    assert (root / "site" / "pagefind" / "pagefind.js").exists()
    assert not build_site(root, Settings(), NOW).rebuilt
    write([page("index.md", "Changed"), page("stories/2026/06/a.md", "A story")], root)
    assert build_site(root, Settings(), NOW).rebuilt
    assert b"Changed" in (root / "site" / "index.html").read_bytes()
    assert build_site(root, Settings(title="Another"), NOW).rebuilt


def test_a_site_that_lost_its_search_is_built_again(root):
    """Whatever another builder or a hand did to site/, a build mends it."""
    build_site(root, Settings(), NOW)
    shutil.rmtree(root / "site" / "pagefind")
    assert build_site(root, Settings(), NOW).rebuilt
    (root / "site" / "index.html").write_text("other")
    assert build_site(root, Settings(), NOW).rebuilt
    assert not build_site(root, Settings(), NOW).rebuilt


def test_a_changed_page_alone_is_rendered_and_the_site_is_as_from_nothing(root, monkeypatch):
    """The cost follows what changed; a page that links to one that came or went is rendered again."""
    pages = [page(f"stories/2026/06/{name}.md", f"Story {name}") for name in "bcdefgh"]
    (root / "content" / "about.md").write_text("By hand: [a story](stories/2026/06/new.md), [another](stories/2026/06/b.md)")
    write([page("index.md", "Today"), *pages], root)
    build_site(root, Settings(), NOW)
    write([page("index.md", "Changed"), page("stories/2026/06/new.md", "New"), *pages[1:]], root)
    run, kept = builder.run, []

    def noting_what_is_there(*arguments, **named):
        kept.append({path.parent.name for path in (root / ".digest/html/stories").rglob("index.html")})
        run(*arguments, **named)

    monkeypatch.setattr(builder, "run", noting_what_is_there)
    build_site(root, Settings(), NOW)
    assert kept[0] == set("cdefgh")
    incremental = tree(root / "site")
    assert "stories/2026/06/b/index.html" not in incremental
    assert b'href="../stories/2026/06/new/"' in incremental["about/index.html"]
    for name in ("html", "html.json", "site.json"):
        path = root / ".digest" / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    build_site(root, Settings(), NOW)
    assert tree(root / "site") == incremental


def test_a_style_sheet_makes_no_page_anew(root, monkeypatch):
    """All HTML stays as it is, the sheet is copied; one that comes or goes too, also in the place of Material's own."""
    build_site(root, Settings(), NOW)
    assets, run, kept = root / "theme" / "assets", builder.run, []

    def noting_what_is_there(*arguments, **named):
        kept.append((root / ".digest/html/stories/2026/06/a/index.html").exists())
        run(*arguments, **named)

    monkeypatch.setattr(builder, "run", noting_what_is_there)
    own = next((root / "site" / "assets" / "javascripts").glob("bundle.*.min.js"))
    material = own.read_bytes()
    (assets / "digest.css").write_text("body { color: teal }")
    (assets / "javascripts").mkdir()
    (assets / "javascripts" / own.name).write_text("1")
    build_site(root, Settings(), NOW)
    assert (root / "site/assets/digest.css").read_text() == "body { color: teal }"
    assert own.read_text() == "1"
    shutil.rmtree(assets / "javascripts")
    (assets / "digest.css").unlink()
    build_site(root, Settings(), NOW)
    assert own.read_bytes() == material
    assert not (root / "site/assets/digest.css").exists()
    assert all(kept)
    (root / "theme/main.html").write_text((root / "theme/main.html").read_text() + "{# other #}")
    build_site(root, Settings(), NOW)
    assert not all(kept)


LISTS = 'topics: []\nsources: ["Tide Times"]\nlanguages: []\n'


def told(name):
    """The page of a story, which has a card."""
    head = f'---\ngenerated: digest\ntitle: "Story {name}"\ndigest_kind: "story"\n{LISTS}---\n'
    return Page(path=f"stories/2026/06/{name}.md", text=f"{head}# Story {name}\n")


def rounds(root):
    """Make changes one after another, and yield the settings with which to build after each."""
    home, pages = Settings(url="https://weston.example/"), list(map(told, "bcdef"))
    drawn, data = (Page(path=f"{name}", text="<svg/>") for name in ("stories/2026/06/b.coverage.svg", "api/b.json"))
    write([page("index.md", "Today"), *pages, drawn, data], root)
    yield home
    write([page("index.md", "Changed"), *pages, Page(path=drawn.path, text="<svg></svg>"), data], root)
    yield home
    write([page("index.md", "Changed"), *pages[1:]], root)
    (root / "content/card.png").write_bytes(b"mine")
    yield home
    (root / "theme/assets/digest.css").write_text("body { color: teal }")
    yield home
    (root / "content/card.png").unlink()
    (root / "content/stories/2026/06/c").mkdir()
    (root / "content/stories/2026/06/c/card.png").write_bytes(b"mine")
    yield home
    write([page("index.md", "Changed"), *pages], root)
    yield Settings()
    yield home


def test_whatever_changed_the_site_is_as_from_nothing(root, tmp_path_factory):
    """Pages, drawings, pictures and cards that come, change or go; what is kept aside is a part of the site."""
    for settings in rounds(root):
        build_site(root, settings, NOW)
        fresh = tmp_path_factory.mktemp("fresh")
        shutil.copytree(root, fresh, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".digest", "site"))
        build_site(fresh, settings, NOW)
        assert tree(root / "site") == tree(fresh / "site")
        if (root / ".digest/site").exists():
            assert tree(root / ".digest/site").items() <= tree(root / "site").items()


def test_what_stays_as_it_is_is_not_written_again(root):
    """From the site before the last on, which the new one is made of: every file but those that changed."""
    pages, nodes = list(map(told, "bcdef")), []
    for number in range(4):
        write([page("index.md", f"Day {number}"), *pages, Page(path="api/b.json", text="{}")], root)
        build_site(root, Settings(url="https://weston.example/"), NOW)
        files = [path for path in (root / "site").rglob("*") if path.is_file() and "pagefind" not in path.parts]
        nodes.append({path.relative_to(root).as_posix(): path.stat().st_ino for path in files})
    written = {path for path, node in nodes[3].items() if nodes[1][path] != node}
    assert written <= {"site/index.html", "site/sitemap.xml", "site/sitemap.xml.gz"}
    assert {"site/api/b.json", "site/stories/2026/06/b/card.png", "site/assets/digest.css"} <= nodes[3].keys()


def test_a_failing_builder_leaves_the_old_site(root):
    """The old site stands until the new one is whole, and the builder's words are kept."""
    build_site(root, Settings(), NOW)
    before = tree(root / "site")
    (root / "crash.py").write_text("def on_page_markdown(markdown, **_):\n    raise RuntimeError('out of ink')\n")
    (root / "mkdocs.yml").write_text(f"site_name: x\nhooks: [{root / 'crash.py'}]\n")
    with pytest.raises(BuilderError, match="out of ink"):
        build_site(root, Settings(), NOW)
    assert tree(root / "site") == before


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("theme: { name: no-such-theme }", r"mkdocs\.yml:2: Config value 'theme': .*'no-such-theme'"),
        ("plugins: [no-such-plugin]", r"mkdocs\.yml:2: Config value 'plugins': .*no-such-plugin"),
        ("markdown_extensions: [no-such-thing]", r"mkdocs\.yml:2: Config value 'markdown_extensions'"),
        ("theme:\n  name: material\n  custom_dir: nowhere", r"mkdocs\.yml:2: Config value 'theme': .*nowhere"),
        ("theme: {name: material, custom_dir: [a]}", r"mkdocs\.yml: .*list"),
        ("x: !!python/name:no_such_module.x", r"mkdocs\.yml: .*no_such_module"),
        ("INHERIT: no-such-file.yml", r"mkdocs\.yml: .*no-such-file"),
        ("nav: [", r"mkdocs\.yml:3:1: this is not YAML"),
    ],
)
def test_a_setting_that_mkdocs_cannot_take_is_a_mistake_of_whoever_wrote_it(root, settings, said):
    """MkDocs' own words, behind the file and the line."""
    (root / "mkdocs.yml").write_text(f"site_name: x\n{settings}\n")
    with pytest.raises(UsageError, match=said) as error:
        build_site(root, Settings(), NOW)
    assert "Traceback" not in str(error.value)


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n"])
def test_a_list_of_settings_is_told_what_settings_look_like(root, text):
    """Also words alone are YAML, and no settings."""
    (root / "mkdocs.yml").write_text(text)
    with pytest.raises(UsageError, match=r"mkdocs\.yml:1: .*key: value"):
        build_site(root, Settings(), NOW)


@pytest.mark.parametrize("words", ["{% if %}", "{{ nowhere.at.all }}", "{% include 'no-such-part.html' %}"])
def test_a_template_that_cannot_be_rendered_is_named(root, words):
    """A theme of one's own is a file that a person wrote."""
    path = root / "theme" / "partials" / "colophon.html"
    path.write_text(f"<p>\n{words}\n")
    with pytest.raises(UsageError, match=r"theme/partials/colophon\.html:2: this template cannot be rendered"):
        build_site(root, Settings(), NOW)


def test_a_run_killed_between_the_two_renames_is_repaired(root):
    """Whenever it dies, the next start finds the old site or the new one."""
    build_site(root, Settings(), NOW)
    before = tree(root / "site")
    (root / "site").rename(root / ".digest" / "site-old")
    (root / "mkdocs.yml").rename(root / "elsewhere.yml")
    with pytest.raises(UsageError, match=r"mkdocs\.yml"):
        build_site(root, Settings(), NOW)
    (root / "elsewhere.yml").rename(root / "mkdocs.yml")
    build_site(root, Settings(), NOW)
    assert tree(root / "site") == before
    assert not (root / ".digest" / "site-old").exists()


def test_the_name_of_the_digest_is_taken_literally(root):
    """digest.yml's title reaches the page whatever YAML or HTML it looks like."""
    build_site(root, Settings(title='yes: [<b>"&', url="https://digest.example/"), NOW)
    html = (root / "site" / "index.html").read_text()
    assert "yes: [&lt;b&gt;&#34;&amp;" in html.replace("&quot;", "&#34;")
    story = (root / "site" / "stories" / "2026" / "06" / "a" / "index.html").read_text()
    assert '<link rel="canonical" href="https://digest.example/stories/2026/06/a/">' in story


def test_the_sitemap_is_that_of_the_pages(root):
    """MkDocs' own, which dates every page by the build, never stands in its place; nor does its packed copy."""
    (root / "content" / "sitemap.xml").write_text("<urlset/>\n")
    build_site(root, Settings(url="https://digest.example/"), NOW)
    assert (root / "site" / "sitemap.xml").read_text() == "<urlset/>\n"
    assert not (root / "site" / "sitemap.xml.gz").exists()


def test_the_bytes_do_not_depend_on_zone_locale_or_hash_seed(root):
    """The same content gives the same site, Pagefind's own files aside."""
    code = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC; from digest.model import Settings\n"
        "from digest.write.site import build_site\n"
        "build_site(Path(sys.argv[1]), Settings(), datetime(2026, 6, 5, tzinfo=UTC))"
    )
    trees = []
    for zone, language, seed in (("Pacific/Auckland", "C", "1"), ("America/New_York", "C.UTF-8", "2")):
        shutil.rmtree(root / ".digest", ignore_errors=True)
        env = os.environ | {"TZ": zone, "LANG": language, "LC_ALL": language, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, str(root)], env=env, check=True)
        trees.append(tree(root / "site"))
    assert trees[0] == trees[1]


def test_a_new_digest_has_the_repository_s_own_settings():
    """mkdocs.yml of a new digest differs in nothing but the theme's folder."""
    skeleton = (ROOT / "digest" / "write" / "skeleton" / "mkdocs.yml").read_text()
    assert skeleton == (ROOT / "mkdocs.yml").read_text().replace("custom_dir: digest/theme", "custom_dir: theme")


def test_new_leaves_what_is_there(tmp_path):
    """A second `digest new` brings back only what is missing."""
    first = new(tmp_path)
    (tmp_path / "seeds" / "digest.yml").write_text("title: Mine\n")
    (tmp_path / "theme" / "main.html").unlink()
    assert "seeds/digest.yml" in first
    assert new(tmp_path) == ["theme/main.html"]
    assert (tmp_path / "seeds" / "digest.yml").read_text() == "title: Mine\n"


def test_a_run_killed_after_both_renames_leaves_nothing_behind(root):
    """The new site stands, and the next start deletes the old one."""
    build_site(root, Settings(), NOW)
    before = tree(root / "site")
    shutil.copytree(root / "site", root / ".digest" / "site-old")
    assert not build_site(root, Settings(), NOW).rebuilt
    assert tree(root / "site") == before
    assert not (root / ".digest" / "site-old").exists()


def test_a_disk_that_is_full_is_a_write_error(root, monkeypatch):
    """With the file and the system's own reason."""

    def full(*_):
        raise OSError(28, "No space left on device", "site/a.html")

    monkeypatch.setattr("digest.write.builder.build", full)
    with pytest.raises(WriteError, match=r"site/a\.html: No space left on device"):
        build_site(root, Settings(), NOW)


@pytest.mark.parametrize("data", [b"site_name: caf\xe9\n", b"site_name: \x07\n"])
def test_settings_that_are_no_utf_8_or_no_yaml_are_said_so(root, data):
    """On one line, with the decoder's reason."""
    (root / "mkdocs.yml").write_bytes(data)
    with pytest.raises(UsageError, match=r"mkdocs\.yml: this is not YAML in UTF-8: "):
        build_site(root, Settings(), NOW)
