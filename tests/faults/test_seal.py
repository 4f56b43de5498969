"""`.digest/` and site/ may come with a checkout that somebody else wrote: nothing in them is believed."""

import os
import shutil
import sqlite3
import stat

import platformdirs
import pytest

from digest.runtime import seal
from digest.runtime.cache import Cache
from digest.write.new import new

NOW = "2026-06-05"
WORDS, FORGED = b"new pier", b"old sham"
ADDRESS, LIVE = b"https://example.org/harbour", b"javascript:alert(document)/"


@pytest.fixture
def root(tmp_path, digest):
    """A digest that was built here."""
    new(tmp_path / "mine", example=True)
    assert digest("build", "--now", NOW, "--root", tmp_path / "mine").code == 0
    return tmp_path / "mine"


def pages(root):
    """Everything that is published, in one."""
    return b"".join(path.read_bytes() for name in ("content", "site") for path in (root / name).rglob("*") if path.is_file())


def sealed_elsewhere(monkeypatch, answer, key):
    """What another machine would remember."""
    with monkeypatch.context() as there:
        there.setattr(seal, "_key", lambda: b"k" * 32)
        return seal.sealed("memo", key, answer)


@pytest.mark.parametrize("how", ["edited", "unsealed", "of another machine"])
def test_edited_answers_of_the_cache_are_computed_again(root, digest, monkeypatch, how):
    """Titles, addresses and words of the text."""
    before = pages(root)
    assert WORDS in before
    with sqlite3.connect(root / ".digest/memo.db") as db:
        for key, held in db.execute("SELECT key, answer FROM memo").fetchall():
            forged = held.replace(WORDS, FORGED).replace(ADDRESS, LIVE).replace(b"An example article", b"A forged headline!")
            if how == "unsealed":
                forged = forged[16:]
            elif how != "edited":
                forged = sealed_elsewhere(monkeypatch, forged[16:], key)
            db.execute("UPDATE memo SET answer = ? WHERE key = ?", (forged, key))
    db.close()
    shutil.rmtree(root / "site")
    assert digest("build", "--now", NOW, "--root", root).code == 0
    assert not any(word in pages(root) for word in (FORGED, LIVE, b"A forged headline!"))
    assert digest("check", "--now", NOW, "--root", root).code == 0


def test_remembered_html_that_was_edited_is_rendered_again(root, digest):
    """Also where the record of it fits."""
    for path in (root / ".digest/html").rglob("*.html"):
        path.write_bytes(path.read_bytes().replace(WORDS, FORGED))
    shutil.rmtree(root / "site")
    assert digest("build", "--now", NOW, "--root", root).code == 0
    assert FORGED not in pages(root)
    assert WORDS in b"".join(path.read_bytes() for path in (root / "site").rglob("*.html"))


@pytest.mark.parametrize("times", ["kept", "new"])
def test_a_ready_site_is_not_published(root, digest, times):
    """A page of site/ that is no longer what was built is built again, whatever its times say."""
    for path in (root / "site/stories").rglob("*.html"):
        was = path.stat()
        path.write_bytes(path.read_bytes().replace(WORDS, FORGED))
        if times == "kept":
            os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert digest("build", "--now", NOW, "--root", root).code == 0
    assert FORGED not in pages(root)


def test_what_another_machine_built_is_built_again(root, digest, monkeypatch):
    """A whole folder that came from there: its cache, its HTML and its site."""
    for path in [*(root / "site").rglob("*.html"), *(root / ".digest/html").rglob("*.html")]:
        path.write_bytes(path.read_bytes().replace(WORDS, FORGED))
    monkeypatch.setattr(seal, "_key", lambda: b"k" * 32)
    assert digest("build", "--now", NOW, "--root", root).code == 0
    assert FORGED not in pages(root)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON memo BEGIN UPDATE memo SET answer = x'00'; END",
        "CREATE VIEW v AS SELECT 1",
        "DROP TABLE memo; CREATE VIEW memo AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n",
    ],
)
def test_a_database_with_more_in_it_than_answers_is_deleted(root, digest, statement):
    """A trigger or a view of somebody else's never runs, in the next build that asks for an answer."""
    (root / ".digest/build.json").unlink()
    db = sqlite3.connect(root / ".digest/memo.db")
    db.executescript(statement)
    db.close()
    assert digest("build", "--no-site", "--now", NOW, "--root", root).code == 0
    db = sqlite3.connect(root / ".digest/memo.db")
    assert {name for (name,) in db.execute("SELECT name FROM sqlite_master")} == {"memo", "transient"}
    db.close()


def test_a_cache_that_is_kept_between_runs_goes_on_working(root, digest, monkeypatch, tmp_path):
    """`.digest/` and the key are what a continuous integration keeps; the next run works in another folder."""
    key = platformdirs.user_state_path("digest") / "key"
    assert (key.stat().st_size, stat.S_IMODE(key.stat().st_mode)) == (32, 0o600)
    kept = tmp_path / "state/digest"
    kept.mkdir(parents=True)
    shutil.copy(key, kept / "key")
    shutil.copytree(root, tmp_path / "other")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    computed: list[bytes] = []
    monkeypatch.setattr(Cache, "_store", lambda _, fresh, **__: computed.extend(fresh))
    seal._key.cache_clear()
    done = digest("build", "--now", NOW, "--root", tmp_path / "other")
    seal._key.cache_clear()
    assert (done.code, computed) == (0, [])
    assert "site/ is up to date" in done.err


def test_without_a_place_for_the_key_nothing_is_remembered_and_all_is_built(root, digest, monkeypatch, tmp_path):
    """A home that cannot be written costs time."""
    (tmp_path / "file").write_text("a file where the folder belongs")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    seal._key.cache_clear()
    done = digest("build", "--now", NOW, "--root", root)
    seal._key.cache_clear()
    assert done.code == 0
    assert "site/ is built" in done.err


def test_a_key_of_the_wrong_length_is_replaced(tmp_path):
    """As one that a full disk left."""
    (tmp_path / "key").write_bytes(b"")
    made = seal._read_or_made(tmp_path / "key")
    assert len(made) == 32
    assert seal._read_or_made(tmp_path / "key") == made


def test_a_secret_can_stand_for_the_key(monkeypatch):
    """DIGEST_KEY is the same on each machine of a continuous integration."""
    keys = []
    for secret in ("a long secret", "a long secret", "another"):
        monkeypatch.setenv("DIGEST_KEY", secret)
        seal._key.cache_clear()
        keys.append(seal._key())
    seal._key.cache_clear()
    assert keys[0] == keys[1] != keys[2]
