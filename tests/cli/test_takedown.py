"""What an editor takes down is gone from everything a build leaves, and the rest goes on."""

import gzip
import json
import sqlite3

import pytest

from digest.runtime.cache import Cache

TITLE = "Ferrywoman Odalys Brannock accuses the quay office"
SECRET = "Odalys Brannock keeps the tide tables of her grandmother in a biscuit tin."
FERRY = (
    "The Easton ferry stops for nine weeks, because two of its six pistons cracked in the storm on Monday.",
    "After two of six pistons cracked in Monday's storm, the ferry of Easton stays in port for nine weeks.",
    "Nine weeks without the Easton ferry: the storm on Monday cracked two of its six pistons, the quay office said.",
)
ARTICLE = """---
title: {title}
publisher: {publisher}
url: https://{host}.example/ferry
published: 2026-06-0{day}
---
{body}
"""


def article(host, title, day, *body):
    return ARTICLE.format(title=title, publisher=f"{host.title()} Post", host=host, day=day, body="\n\n".join(body))


def takedown(what, reason="The publisher asked for it."):
    return f"- {{do: takedown, article: {what}, author: A. Editor, reason: {reason}, at: 2026-06-07}}\n"


@pytest.fixture
def stocked(root, seed):
    """Three articles about one event, of which the first heads the story, and one about another."""
    seed("articles/brannock.md", article("grebe", TITLE, 4, FERRY[0], SECRET))
    seed(
        "articles/a.md",
        article("teal", "Easton ferry pistons crack, and so it is off!", 5, FERRY[1], "Bakers lend rowing boats."),
    )
    seed(
        "articles/b.md",
        article("heron", "Easton ferry off, pistons crack?", 5, FERRY[2], "A steel works casts new pistons."),
    )
    seed(
        "articles/c.md",
        article("plover", "Chess club of Weston wins a cup", 5, "Nobody had expected the cup to go to Weston."),
    )
    return root


def stories(root):
    return json.loads((root / "content" / "api" / "stories.json").read_text())["stories"]


def whole(root, story):
    return json.loads((root / "content" / "api" / "stories" / f"{story['id']}.json").read_text())


def holders(root, *words):
    """The files outside seeds/ that have one of the words: in bytes, so also in a database's free pages."""
    files = [path for path in root.rglob("*") if path.is_file() and "seeds" not in path.relative_to(root).parts]
    found = []
    for path in files:
        raw = path.read_bytes()
        data = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8", "replace").casefold()
        found += [path.relative_to(root).as_posix() for word in words if word.casefold() in data]
    return found


def test_nothing_of_it_is_left_in_any_file(digest, stocked, seed):
    """Title, slug, text, address and publisher stand in no page, feed, index or cache."""
    digest("build", "--root", stocked)
    assert any(".digest/memo.db" in path for path in holders(stocked, "Brannock")), "this test would prove nothing"
    for folder in ("site/stories/", "site/pagefind/", "content/api/", ".digest/html/"):
        assert any(path.startswith(folder) for path in holders(stocked, "Brannock")), folder
    seed(
        "articles/b.md", article("heron", "Easton ferry off, pistons crack", 5, FERRY[2], "A steel works casts new pistons.")
    )
    digest("build", "--root", stocked, "--no-site")
    seed("curation/gone.yml", takedown("https://grebe.example/ferry"))
    for _ in range(2):
        built = digest("build", "--root", stocked)
        assert built.code == 0, built.err
        assert holders(stocked, "Brannock", "biscuit", "ferrywoman", "grebe") == []
        assert [path.name for path in stocked.rglob("*") if "brannock" in path.name] == ["brannock.md"]


def test_its_row_says_withdrawn_and_why_and_it_is_not_counted(digest, stocked, seed):
    """The story has two sources and a row for what is gone; each other article is headed, quoted and counted as before."""
    seed("curation/gone.yml", takedown("seeds/articles/brannock.md"))
    digest("build", "--root", stocked, "--no-site")
    story = next(each for each in stories(stocked) if each["sources"] == 2)
    page = (stocked / "content" / f"{story['path'].strip('/')}.md").read_text()
    assert "| *withdrawn* | The publisher asked for it. |" in page
    assert "an article was withdrawn: The publisher asked for it." in page
    assert "**2 sources**" in page
    told = whole(stocked, story)
    assert [(each["reason"], each["at"][:10]) for each in told["withdrawn"]] == [
        ("The publisher asked for it.", "2026-06-07")
    ]
    assert {row["publisher"] for row in told["sources"]} == {"Teal Post", "Heron Post"}
    assert told["first_seen"][:10] == "2026-06-05"


def test_an_address_once_published_stays_and_another_is_made_without_its_words(digest, stocked, seed):
    """What was published goes on at its address, under another article's headline."""
    seed("curation/gone.yml", "")
    digest("publish", "--root", stocked)
    before = next(each for each in stories(stocked) if each["sources"] == 3)
    seed("curation/gone.yml", takedown("http://www.grebe.example/ferry?utm_source=x"))
    digest("build", "--root", stocked, "--no-site")
    after = next(each for each in stories(stocked) if each["sources"] == 2)
    assert (after["id"], after["path"]) == (before["id"], before["path"])
    assert "Brannock" not in after["headline"]
    assert digest("publish", "--root", stocked).err.count("0 lines appended") == 1


@pytest.mark.parametrize("published", [False, True])
def test_a_withdrawn_story_says_so_in_one_sentence_and_is_listed_nowhere(digest, stocked, seed, published):
    """Its address and its own feed answer, and neither lists, other feeds, the search nor a publisher's page know of it."""
    if published:
        digest("publish", "--root", stocked)
        path = next(each["path"] for each in stories(stocked) if each["sources"] == 1)
    seed("curation/gone.yml", takedown("https://plover.example/ferry", "It was a hoax."))
    digest("build", "--root", stocked)
    assert holders(stocked, "plover", "nobody had expected") == []
    named = [each for each in holders(stocked, "It was a hoax.") if each.startswith("content/")]
    assert {each.split("/")[1] for each in named} == {"api", "stories"}
    (page,) = [stocked / each for each in named if each.endswith(".md")]
    assert page.read_text().endswith("# Withdrawn story { #story }\n\nThis story was withdrawn: It was a hoax.\n")
    html = stocked / "site" / page.relative_to(stocked / "content").with_suffix("") / "index.html"
    assert "data-pagefind-body" not in html.read_text()
    if published:
        assert page.relative_to(stocked / "content").with_suffix("").as_posix() == path.strip("/")
    else:
        assert "chess" not in page.name


def test_what_it_stood_for_as_a_copy_goes_on_without_it(digest, root, seed):
    """Only the article that is meant goes: a copy of it is a source of its own then."""
    body = [
        f"Sentence {n} of the long report on pistons and boats tells what engineers found in room {n}." for n in range(30)
    ]
    seed("articles/long.md", article("grebe", "Report on the ferry pistons of Easton", 4, *body, SECRET))
    seed("articles/short.md", article("teal", "Ferry pistons of Easton, the report", 4, *body))
    digest("build", "--root", root, "--no-site")
    assert "1 copy folded" in digest("build", "--root", root, "--no-site").err
    seed("curation/gone.yml", takedown("seeds/articles/long.md"))
    digest("build", "--root", root, "--no-site")
    (story,) = stories(root)
    told = whole(root, story)
    assert [(row["publisher"], row["copies"]) for row in told["sources"]] == [("Teal Post", [])]
    assert len(told["withdrawn"]) == 1


def test_a_takedown_that_means_nothing_is_a_mistake_unless_the_article_is_gone_already(digest, stocked, seed):
    """A typing error would leave the article standing: exit 2; a file deleted after its takedown is as it should be."""
    digest("publish", "--root", stocked)
    seed("curation/gone.yml", takedown("https://grebe.example/fery"))
    wrong = digest("check", "--root", stocked)
    assert wrong.code == 2
    named = (
        "this takedown names an article that is not there: https://grebe.example/fery; write `https://grebe.example/ferry`"
    )
    assert f"seeds/curation/gone.yml:1:27: {named}" in wrong.out
    seed("curation/gone.yml", takedown("https://grebe.example/ferry"))
    (stocked / "seeds" / "articles" / "brannock.md").unlink()
    assert digest("build", "--root", stocked, "--no-site").code == 0
    story = next(each for each in stories(stocked) if each["sources"] == 2)
    assert [each["reason"] for each in whole(stocked, story)["withdrawn"]] == ["The publisher asked for it."]


def test_the_cache_keeps_what_still_stands(tmp_path):
    """What is forgotten is in no byte of the file, nor what older runs knew; the rest is not computed again."""
    calls = []

    def work(item: str) -> str:
        calls.append(item)
        return f"answer to {item}"

    path = tmp_path / "memo.db"
    with Cache(path) as memo:
        memo(work, ["a", "secret", "old secret"], returns=str)
    assert b"secret" in path.read_bytes()
    for _ in range(3):
        with Cache(path) as memo:
            memo(work, ["a", "secret"], returns=str)
            assert memo(work, ["secret"], returns=str, forget=True) == ["answer to secret"]
        assert b"secret" not in path.read_bytes()
    assert calls == ["a", "secret", "old secret", "secret", "secret"]
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM memo").fetchone() == (1,)


@pytest.mark.parametrize("command", [("impact", "HEAD"), ("check", "--changed", "HEAD")])
@pytest.mark.parametrize("first", [True, False])
def test_comparing_with_an_older_edition_brings_nothing_back(digest, stocked, seed, git, command, first):
    """Before the first build after the takedown and after it: the older edition holds the words, and is not remembered."""
    git(stocked, "init", "-q")
    git(stocked, "add", ".")
    git(stocked, "commit", "-qm", "A digest of our own")
    digest("build", "--root", stocked, "--no-site")
    seed("curation/gone.yml", takedown("https://grebe.example/ferry"))
    for asked in [command, ("build", "--no-site")] if first else [("build", "--no-site"), command]:
        assert digest(*asked, "--root", stocked).code in (0, 2)
        held = [path for path in holders(stocked, "Brannock", "biscuit", "ferrywoman") if path.startswith(".digest/memo")]
        assert held == [], asked


def test_an_older_edition_costs_the_newer_one_nothing(digest, stocked, git, monkeypatch):
    """What only the older one asks for is not stored, and all that the newer one needs is."""
    git(stocked, "init", "-q")
    git(stocked, "add", ".")
    git(stocked, "commit", "-qm", "A digest of our own")
    (stocked / "seeds/articles/c.md").unlink()
    assert digest("impact", "HEAD", "--root", stocked).code in (0, 2)
    computed: list[bytes] = []
    monkeypatch.setattr(Cache, "_store", lambda _, fresh, **__: computed.extend(fresh))
    assert digest("build", "--root", stocked, "--no-site").code == 0
    assert computed == []
    assert not any(path.startswith(".digest/memo") for path in holders(stocked, "Weston wins a cup"))


def test_why_of_a_withdrawn_article_says_that_and_by_which_decision(digest, stocked, seed):
    """By its file, its address or its id, also beside another article; nothing of its words is printed."""
    seed("curation/a.yml", takedown("seeds/articles/brannock.md"))
    digest("build", "--root", stocked, "--no-site")
    (story,) = [each for each in stories(stocked) if whole(stocked, each)["withdrawn"]]
    for asked in (
        ["seeds/articles/brannock.md"],
        ["https://grebe.example/ferry"],
        ["seeds/articles/a.md", "seeds/articles/brannock.md"],
    ):
        told = digest("why", *asked, "--root", stocked)
        assert told.code == 0
        assert told.out.splitlines() == [
            f"{asked[-1]} was withdrawn on 2026-06-07: The publisher asked for it.",
            "decided: takedown in seeds/curation/a.yml:1",
            f"its row is in story {story['id']}, {story['path'].rstrip('/')}",
        ]
    assert digest("why", "seeds/articles/nothing.md", "--root", stocked).code == 2
