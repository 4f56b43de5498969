"""`digest upgrade`: an older digest gets what a new one has, and keeps what a person changed."""

import json
import shutil
from pathlib import Path

import pytest

from digest import __version__
from digest.write.made import MADE_BY, Made, hash_of
from digest.write.new import new, skeleton

FIRST_IGNORED = """.digest/
site/

# what a build generates below content/; hand-written pages are kept in git
content/.manifest.json
content/index.md
content/stories/
content/editions/
content/topics/
content/sources/
content/api/
content/corrections.md
content/status.md
content/*.xml
content/feed.json
content/sources.opml
"""
"""The .gitignore of the first digests, which had no made-by.json."""
OLD = {"mkdocs.yml": "site_name: An older digest\n", "theme/main.html": "<p>as it was</p>\n"}
GONE = ".github/workflows/site.yml"


@pytest.fixture(scope="module")
def of_today(tmp_path_factory):
    """A digest of this version, once a test has made it."""
    return tmp_path_factory.mktemp("today") / "mine"


@pytest.fixture
def mine(digest, tmp_path, of_today):
    """A digest of an older version, which wrote other texts, and one file that this version does not write."""
    if not of_today.exists():
        digest("new", of_today)
    shutil.copytree(of_today, tmp_path / "mine")
    older(tmp_path / "mine", {**OLD, GONE: "on: push\n"})
    return tmp_path / "mine"


def older(root, files):
    """Make these what an older version wrote."""
    said = json.loads((root / MADE_BY).read_text())
    said["digest"] = "0.0.9"
    for name, text in files.items():
        (root / name).write_text(text)
        said["files"][name] = hash_of(text.encode())
    (root / MADE_BY).write_text(json.dumps(said))


def state(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not {".git", ".digest"} & set(path.relative_to(root).parts)
    }


def made(root):
    return json.loads((root / MADE_BY).read_text())


def test_a_new_digest_says_which_version_made_it_and_is_up_to_date(digest, tmp_path):
    """The version, and the hash of each file of its own outside seeds/."""
    digest("new", tmp_path / "mine", "--example")
    said = made(tmp_path / "mine")
    assert said["digest"] == __version__
    assert {"mkdocs.yml", "requirements.txt", "schemas/source.schema.json", "theme/main.html"} <= said["files"].keys()
    assert not [name for name in said["files"] if name.startswith("seeds/")]
    shown = digest("upgrade", "--root", tmp_path / "mine")
    assert (shown.code, shown.out) == (0, "")
    assert shown.err == f"made by Digest {__version__}; its files are those of {__version__}\n"


def test_what_would_change_is_shown_and_nothing_written(digest, mine):
    """A unified diff of each file that changes; those that come and go are named."""
    (mine / "requirements.txt").unlink()
    older(mine, {})
    said = made(mine)
    del said["files"]["requirements.txt"]
    (mine / MADE_BY).write_text(json.dumps(said))
    before = state(mine)
    shown = digest("upgrade", "--root", mine)
    assert state(mine) == before
    assert "--- a/mkdocs.yml\n+++ b/mkdocs.yml\n@@" in shown.out
    assert "-site_name: An older digest\n" in shown.out
    assert "\n-<p>as it was</p>\n" in shown.out
    assert "would be added: requirements.txt\n" in shown.err
    assert f"would be deleted, for nothing uses it now: {GONE}\n" in shown.err
    assert shown.err.endswith(
        f"made by Digest 0.0.9, files for {__version__}: 2 changed, 1 added, 1 deleted; "
        "nothing was written, `digest upgrade --write` does it\n"
    )


def test_it_is_then_as_a_new_one_and_stays_so(digest, mine, tmp_path):
    """Byte for byte, and a second run finds nothing to do."""
    digest("new", tmp_path / "fresh")
    assert digest("upgrade", "--root", mine, "--write").code == 0
    assert state(mine) == state(tmp_path / "fresh")
    assert digest("upgrade", "--root", mine).out == ""
    assert digest("upgrade", "--root", mine, "--write").err.endswith(f"its files are those of {__version__}\n")
    assert state(mine) == state(tmp_path / "fresh")


def test_what_a_person_changed_stays_and_is_named_with_what_to_do(digest, mine):
    """Until it is said to be up to date."""
    text = "site_name: Ours\n"
    (mine / "mkdocs.yml").write_text(text)
    shown = digest("upgrade", "--root", mine, "--write")
    assert (mine / "mkdocs.yml").read_text() == text
    assert "mkdocs.yml" not in shown.out
    assert "mkdocs.yml: you changed this, so it stays as it is; `digest upgrade mkdocs.yml` shows" in shown.err
    one = digest("upgrade", "--root", mine, "mkdocs.yml")
    assert one.out.startswith("--- a/mkdocs.yml\n+++ b/mkdocs.yml\n@@")
    assert "-site_name: Ours\n" in one.out
    assert digest("upgrade", "--root", mine, "--keep", "mkdocs.yml").code == 0
    assert digest("upgrade", "--root", mine).err == f"made by Digest {__version__}; its files are those of {__version__}\n"
    assert (mine / "mkdocs.yml").read_text() == text


def test_what_a_person_alone_changed_is_not_named(digest, tmp_path):
    """This version has nothing new to say of it."""
    digest("new", tmp_path / "mine")
    (tmp_path / "mine/mkdocs.yml").write_text("site_name: Ours\n")
    shown = digest("upgrade", "--root", tmp_path / "mine")
    assert (shown.out, shown.err) == ("", f"made by Digest {__version__}; its files are those of {__version__}\n")


def test_one_s_own_readme_that_was_there_first_is_never_replaced(digest, tmp_path):
    """A forge makes a repository with one."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/README.md").write_text("# Ours\n")
    digest("new", tmp_path / "mine")
    digest("upgrade", "--root", tmp_path / "mine", "--write")
    assert (tmp_path / "mine/README.md").read_text() == "# Ours\n"


def test_what_a_person_deleted_stays_away_until_it_is_wanted_again(digest, mine):
    """Some want no hourly run; `digest new` brings back what is missing, and notes it."""
    (mine / ".github/workflows/fetch.yml").unlink()
    shown = digest("upgrade", "--root", mine, "--write")
    assert ".github/workflows/fetch.yml: you deleted this, and it stays away; `digest new .` brings it back" in shown.err
    assert not (mine / ".github/workflows/fetch.yml").exists()
    digest("new", mine)
    assert (mine / ".github/workflows/fetch.yml").exists()
    assert digest("upgrade", "--root", mine).err == f"made by Digest {__version__}; its files are those of {__version__}\n"


def test_seeds_are_nobody_s_but_the_person_s(digest, mine):
    """Not even where made-by.json says that an older version wrote them."""
    older(mine, {"seeds/digest.yml": "title: Ours\n", "seeds/articles/ours.md": "Words.\n"})
    digest("upgrade", "--root", mine, "--write")
    assert (mine / "seeds/digest.yml").read_text() == "title: Ours\n"
    assert (mine / "seeds/articles/ours.md").exists()


def test_a_digest_older_than_made_by_is_known_by_what_was_written_then(digest, tmp_path):
    """The first version's .gitignore is replaced; one that a person wrote is not."""
    digest("new", tmp_path / "mine")
    (tmp_path / "mine" / MADE_BY).unlink()
    (tmp_path / "mine/.gitignore").write_text(FIRST_IGNORED)
    (tmp_path / "mine/theme/404.html").write_text("ours\n")
    (tmp_path / "mine/Makefile").unlink()
    shown = digest("upgrade", "--root", tmp_path / "mine", "--write")
    assert (tmp_path / "mine/.gitignore").read_bytes() == skeleton()[".gitignore"]
    assert (tmp_path / "mine/theme/404.html").read_text() == "ours\n"
    assert (tmp_path / "mine/Makefile").exists()
    assert "theme/404.html: you changed this" in shown.err
    assert "made by an early version of Digest" in shown.err
    assert made(tmp_path / "mine")["digest"] == __version__


@pytest.mark.parametrize("name", sorted(skeleton()))
def test_what_is_written_today_needs_no_list_of_the_past(name):
    """earlier.json is of digests without made-by.json; each path in it is one that a digest can have."""
    assert all(len(hashed) == 16 for hashed in Made().written(name))


@pytest.mark.parametrize(
    ("link", "target"),
    [("theme", "outside"), ("", None), (".github", "outside")],
)
def test_nothing_outside_the_folder_is_written(digest, mine, tmp_path, link, target):
    """Neither by way of a folder that is a link, nor by a path that climbs out of the digest."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "main.html").write_text(OLD["theme/main.html"])
    (outside / "site.yml").write_text("on: push\n")
    older(mine, {})
    said = made(mine)
    said["files"] |= {"../outside/site.yml": hash_of(b"on: push\n"), str(outside / "site.yml"): hash_of(b"on: push\n")}
    (mine / MADE_BY).write_text(json.dumps(said))
    if target:
        (mine / link).rename(tmp_path / "aside")
        (mine / link).symlink_to(outside)
    before = state(outside)
    shown = digest("upgrade", "--root", mine, "--write")
    assert shown.code == 0
    assert state(outside) == before
    assert not target or f"{link}/" in "".join(line for line in shown.err.splitlines() if "a link stands here" in line)


def test_a_link_in_a_file_s_place_is_left_alone(digest, mine, tmp_path):
    """What it leads to is somebody else's."""
    (tmp_path / "other.yml").write_text(OLD["mkdocs.yml"])
    (mine / "mkdocs.yml").unlink()
    (mine / "mkdocs.yml").symlink_to(tmp_path / "other.yml")
    shown = digest("upgrade", "--root", mine, "--write")
    assert (mine / "mkdocs.yml").is_symlink()
    assert "mkdocs.yml: a link stands here or on the way, and is left alone; put the file itself here" in shown.err


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"digest": "0.1.0",\n "files": {]}', "made-by.json:2:12: this is not JSON"),
        ("[]", "made-by.json:1: this does not name a version"),
        ('{"digest": "0.1.0", "files": {"mkdocs.yml": 1}}', "made-by.json:1: this does not name a version"),
        ("\N{LATIN SMALL LETTER E WITH ACUTE}", "made-by.json:1: this cannot be read"),
    ],
)
def test_a_wrong_made_by_is_named_with_its_line_and_what_to_do(digest, mine, text, place):
    """And nothing is written."""
    (mine / MADE_BY).write_bytes(text.encode("latin-1"))
    before = state(mine)
    refused = digest("upgrade", "--root", mine, "--write")
    assert (refused.code, refused.err) == (2, f"digest: {refused.err.removeprefix('digest: ')}")
    assert place in refused.err
    assert "bring it back from git, or delete it" in refused.err
    assert state(mine) == before


def test_what_cannot_be_asked_is_said_with_what_to_do(digest, mine, tmp_path):
    """A folder that is no digest, a file that is none of ours, a link for made-by.json, and nothing to keep."""
    (tmp_path / "other").mkdir()
    assert "starts one" in digest("upgrade", "--root", tmp_path / "other").err
    assert "`digest new` writes no such file" in digest("upgrade", "--root", mine, "seeds/articles/ours.md").err
    assert "name them" in digest("upgrade", "--root", mine, "--keep").err
    (mine / "theme/main.html").unlink()
    (mine / "theme/main.html").mkdir()
    assert "theme/main.html: cannot be read" in digest("upgrade", "--root", mine).err
    (mine / MADE_BY).rename(tmp_path / MADE_BY)
    (mine / MADE_BY).symlink_to(tmp_path / MADE_BY)
    assert "made-by.json:1: this is a link" in digest("upgrade", "--root", mine, "--write").err


def test_a_file_that_is_no_text_is_named_alone(digest, mine):
    """Of what a person put in a file's place no diff can be shown."""
    (mine / "theme/main.html").write_bytes(b"\xff\xfe")
    assert digest("upgrade", "--root", mine, "theme/main.html").out == "theme/main.html differs, and is no text\n"


@pytest.mark.slow
def test_an_upgraded_digest_is_built(digest, tmp_path):
    """The site of the new version, with the person's own articles."""
    digest("new", tmp_path / "mine", "--example")
    older(tmp_path / "mine", OLD)
    digest("upgrade", "--root", tmp_path / "mine", "--write")
    assert digest("build", "--root", tmp_path / "mine").code == 0
    assert (tmp_path / "mine/site/index.html").exists()


def test_a_second_new_does_not_claim_an_older_digest(tmp_path):
    """Which version made it stays as it was, also where that is not known."""
    new(tmp_path / "mine")
    older(tmp_path / "mine", {})
    (tmp_path / "mine/Makefile").unlink()
    new(tmp_path / "mine")
    assert made(tmp_path / "mine")["digest"] == "0.0.9"
    Path(tmp_path / "mine" / MADE_BY).unlink()
    new(tmp_path / "mine")
    assert not (tmp_path / "mine" / MADE_BY).exists()


def test_a_new_over_a_digest_without_its_settings_claims_nothing_of_an_older_one(tmp_path):
    """Only what it writes itself: by today's hashes the rest would count as changed by hand for good."""
    new(tmp_path / "mine")
    older(tmp_path / "mine", {"theme/main.html": OLD["theme/main.html"]})
    (tmp_path / "mine/mkdocs.yml").unlink()
    new(tmp_path / "mine")
    assert made(tmp_path / "mine")["digest"] == "0.0.9"
    assert made(tmp_path / "mine")["files"]["theme/main.html"] == hash_of(OLD["theme/main.html"].encode())


def test_pages_and_builds_are_never_deleted_for_what_made_by_says(digest, mine):
    """Anyone can write that file; a page of one's own is nothing that `digest new` wrote."""
    (mine / "content").mkdir(exist_ok=True)
    (mine / "content/about.md").write_text("# About\n")
    older(mine, {"content/about.md": "# About\n"})
    assert "about.md" not in digest("upgrade", "--root", mine, "--write").err
    assert (mine / "content/about.md").exists()
