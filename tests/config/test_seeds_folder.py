"""seeds/ as people fill it: misspelt folders and endings, one thing said twice, and whose file is wrong."""

import subprocess

import pytest

from digest.acquire import acquire
from digest.acquire.seeds.unread import unread
from digest.config import load
from digest.config.checkout import checkout_of

SOURCE = "name: Quay Courier\nhome: https://quay.example/\n"
ARTICLE = "---\ntitle: Lock gate jams\nsource: quay\n---\nThe gate jammed.\n"


@pytest.fixture
def loaded(tmp_path):
    """Return a function: {path below seeds/: text} -> (config, what is said of each file)."""

    def make(files):
        for name, text in files.items():
            path = tmp_path / "seeds" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        config, problems = load(tmp_path)
        return config, (*problems, *unread(config))

    return make


@pytest.mark.parametrize(
    ("name", "where", "meant"),
    [
        ("topic/ferries.yml", "seeds/topic", "seeds/topics"),
        ("article/a.md", "seeds/article", "seeds/articles"),
        ("source/a.yml", "seeds/source", "seeds/sources"),
        ("curations/a.yml", "seeds/curations", "seeds/curation"),
        ("Sources/a.yml", "seeds/Sources", "seeds/sources"),
        ("digest.yam", "seeds/digest.yam", "seeds/digest.yml"),
        ("Digest.yml", "seeds/Digest.yml", "seeds/digest.yml"),
        ("a.md", "seeds/a.md", "seeds/articles"),
        ("a.eml", "seeds/a.eml", "seeds/articles"),
        ("sources/a.yam", "seeds/sources/a.yam", "a.yml"),
        ("sources/a.yml.txt", "seeds/sources/a.yml.txt", "`a.yml`"),
        ("topics/a.YML", "seeds/topics/a.YML", "a.yml"),
        ("curation/a", "seeds/curation/a", "a.yml"),
        ("sources/news/a.yml", "seeds/sources/news", "seeds/sources"),
        ("feeds/a.yml", "seeds/feeds", "seeds/sources"),
    ],
)
def test_what_nothing_reads_is_named_with_what_was_meant(loaded, name, where, meant):
    """A file in a place or under a name that nothing reads is a problem, not silence."""
    _, (problem,) = loaded({name: "name: A\n"})
    assert problem.where == where
    assert meant in problem.remedy
    assert problem.by_hand


def test_what_harms_nobody_is_a_note_or_nothing(loaded):
    """Backups and other files are noted; what tells about a folder, and hidden files, are not."""
    files = {"README.md": "x", "sources/README.md": "x", ".gitkeep": "", "topics/.gitkeep": "", "sources/quay.yml": SOURCE}
    assert loaded(files)[1] == ()
    _, problems = loaded({"sources/quay.yml.bak": SOURCE, "plan.ods": "x"})
    assert [(problem.where, problem.by_hand) for problem in problems] == [
        ("seeds/plan.ods", False),
        ("seeds/sources/quay.yml.bak", False),
    ]


def test_either_ending_of_yaml_is_read(loaded):
    """.yml and .yaml are one."""
    config, problems = loaded({"digest.yaml": "title: Canal\n", "sources/quay.yaml": SOURCE})
    assert problems == ()
    assert (config.digest.title, config.sources[0].id) == ("Canal", "quay")


@pytest.mark.parametrize(
    "text", ["name: Quay\nhome: quay.example\n", "home: https://quay.example/\n", "[", "words", "", "name: [\n", "\xff"]
)
def test_articles_of_a_source_whose_file_is_wrong_are_not_told_that_it_is_missing(loaded, text):
    """The cause is said once, at its place."""
    config, problems = loaded({"sources/quay.yml": text, "articles/a.md": ARTICLE})
    (entry,), consequences = acquire(config)
    assert entry.source == "quay"
    assert consequences == ()
    assert {problem.where for problem in problems} == {"seeds/sources/quay.yml"}
    assert config.sources[0].name


def test_a_file_whose_name_is_no_id_is_read_under_the_nearest(loaded):
    """The name is to be mended; until then its articles keep their source."""
    config, (problem,) = loaded({"sources/Quay.yml": SOURCE, "articles/a.md": ARTICLE})
    assert "quay.yml" in problem.remedy
    assert acquire(config)[1] == ()


def test_two_sources_of_one_name_and_one_feed_in_two_sources_are_noted(loaded):
    """Only the first gets the articles; a note stands at each of the two and names the other."""
    feed = "feeds:\n- url: {}\n"
    config, problems = loaded(
        {
            "sources/a.yml": SOURCE + feed.format("https://quay.example/feed"),
            "sources/b.yml": "home: https://b.example/\nname: quay courier\n",
            "sources/c.yml": "name: C\nhome: https://c.example/\n" + feed.format("http://quay.example/feed/"),
            "sources/d.yml": "name: D\nhome: https://d.example/\naliases: [C]\n",
        }
    )
    assert [(problem.where, problem.line, problem.other, problem.by_hand) for problem in problems] == [
        ("seeds/sources/b.yml", 2, "seeds/sources/a.yml", False),
        ("seeds/sources/a.yml", 1, "seeds/sources/b.yml", False),
        ("seeds/sources/c.yml", 4, "seeds/sources/a.yml", False),
        ("seeds/sources/a.yml", 4, "seeds/sources/c.yml", False),
        ("seeds/sources/d.yml", 3, "seeds/sources/c.yml", False),
        ("seeds/sources/c.yml", 1, "seeds/sources/d.yml", False),
    ]
    assert all(problem.other in problem.detail for problem in problems)
    assert len(config.sources) == 4


@pytest.mark.parametrize(
    ("zone", "meant"),
    [
        ("Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("New York", "America/New_York"),
        ("Europe/Pariss", "Europe/Paris"),
    ],
)
def test_a_time_zone_that_is_none_is_answered_with_the_one_meant(loaded, zone, meant):
    """A misspelt time zone is not UTC in silence."""
    config, (problem,) = loaded({"sources/quay.yml": f"{SOURCE}timezone: {zone}\n"})
    assert problem.remedy == f"write `timezone: {meant}`"
    assert config.sources[0].timezone is None
    assert config.sources[0].name == "Quay Courier"


@pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC", "Asia/Kolkata"])
def test_a_time_zone_that_is_one_is_taken(loaded, zone):
    """Names of the IANA database."""
    config, problems = loaded({"sources/quay.yml": f"{SOURCE}timezone: {zone}\n"})
    assert (config.sources[0].timezone, problems) == (zone, ())


def test_a_decision_with_a_wrong_key_is_still_in_force(loaded):
    """A withdrawal is not undone by a misspelt word beside it."""
    text = "- do: takedown\n  article: seeds/articles/a.md\n  autor: A\n  reason: R\n  at: soon\n"
    config, problems = loaded({"curation/a.yml": text})
    assert [decision.what.verb for decision in config.decisions] == ["takedown"]
    assert [(problem.line, problem.column) for problem in problems] == [(5, 7), (3, 3)]


def test_the_newest_commit_is_known_and_whether_all_is_committed(tmp_path):
    """Read with git, where there is a repository; a file that is not committed, or ignored, makes it not whole."""

    def git(*words):
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        env = {"GIT_COMMITTER_DATE": "2026-06-04T09:00:00Z", "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
        subprocess.run(["git", *identity, "-C", tmp_path, *words], check=True, capture_output=True, env=env)

    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "digest.yml").write_text("title: A\n")
    assert checkout_of(seeds) is None
    git("init")
    assert checkout_of(seeds) is None
    git("add", ".")
    git("commit", "-m", "x")
    found = checkout_of(seeds)
    assert (found.at.isoformat(), found.whole) == ("2026-06-04T09:00:00+00:00", True)
    (tmp_path / "notes.txt").write_text("x")
    assert checkout_of(seeds).whole
    (seeds / "digest.yml").write_text("title: B\n")
    assert not checkout_of(seeds).whole


def test_without_git_nothing_is_known_of_the_commit(tmp_path, monkeypatch):
    """A machine that has none builds all the same."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert checkout_of(tmp_path) is None


def test_what_every_digest_begins_with_is_said_in_its_own_language(loaded):
    """Its title and description, written or left out; what its editors wrote is theirs."""
    config, _ = loaded({"digest.yml": "languages: [de]\ntitle: The Digest\n"})
    assert (config.digest.title, config.digest.description[:22]) == ("Der Überblick", "Was geschehen ist, wer")
    config, _ = loaded({"digest.yml": "languages: [de]\ntitle: Sources\ndescription: The coast.\n"})
    assert (config.digest.title, config.digest.description) == ("Sources", "The coast.")
    config, _ = loaded({"digest.yml": "languages: [en, de]\n"})
    assert config.digest.title == "The Digest"
