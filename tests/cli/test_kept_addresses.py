"""Addresses of days and topics that were published stay, whatever editors do with what stood there."""

import json

import pytest

TOPIC = "name: Harbours\naliases: [harbour]\n"


def article(title: str, day: str) -> str:
    return f"---\ntitle: {title}\nsource: far-post\npublished: {day}\ntext: brief\n---\n{title}, the harbour master said.\n"


@pytest.fixture
def published(digest, root, seed, git):
    """A published digest of two days, each of one story, in a repository."""
    seed("sources/far-post.yml", "name: The Far Post\nhome: https://far.example/\n")
    seed("topics/harbours.yml", TOPIC)
    seed("articles/quay.md", article("Quay wall gives way", "2026-06-04"))
    seed("articles/crane.md", article("Crane falls over", "2026-04-20"))
    digest("publish", "--root", root)
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "a digest")
    return root


def story(root, word):
    stories = json.loads((root / "content/api/stories.json").read_text())["stories"]
    return next(each["id"] for each in stories if word in each["path"])


OVER = ("2026/04/20", "2026/w17", "2026/04/index")


class TestDays:
    @pytest.mark.parametrize("do", ["hide", "takedown"])
    def test_a_day_that_lost_its_only_story_says_so_at_its_address(self, digest, published, seed, do):
        """So do its week and its month; the year has another story. Nothing leads there, and no address is lost."""
        what = f"story: {story(published, 'crane')}" if do == "hide" else "article: seeds/articles/crane.md"
        seed("curation/one.yml", f"- do: {do}\n  {what}\n  author: A. Editor\n  reason: It was wrong.\n")
        told = digest("impact", "HEAD", "--root", published)
        assert (told.code, "no address is lost" in told.out) == (0, True)
        built = digest("build", "--root", published)
        assert built.code == 0, built.err
        for name in OVER:
            assert "No story is listed here any more" in (published / f"content/editions/{name}.md").read_text()
        pages = published / "content/editions"
        assert "2026/04" not in (pages / "index.md").read_text() + (pages / "2026/index.md").read_text()
        assert "# Monday, 20 April 2026" in (pages / "2026/04/20.md").read_text()
        assert 'name="robots" content="noindex' in (published / "site/editions/2026/04/20/index.html").read_text()

    def test_a_day_with_other_stories_stays_as_it_was(self, digest, published):
        """Each day is recorded once, and its page is the list of its stories."""
        assert "0 lines appended" in digest("publish", "--root", published).err
        lines = [json.loads(line) for line in (published / "seeds/permalinks.jsonl").read_text().splitlines()]
        days = [line["path"] for line in lines if line["path"].startswith("editions/")]
        assert days == ["editions/2026/04/20", "editions/2026/06/04"]
        assert "Crane falls over" in (published / "content/editions/2026/04/20.md").read_text()

    @pytest.mark.parametrize(("left_out", "lost"), [("editions/2026/04/20", False), ("editions/", True)])
    def test_a_day_that_no_ledger_has_was_never_published(self, digest, published, git, left_out, lost):
        """Unless the ledger has no day at all: it is older than its lines of days, and anything may have been published."""
        ledger = published / "seeds/permalinks.jsonl"
        ledger.write_text("".join(line for line in ledger.open() if left_out not in line))
        git(published, "commit", "--quiet", "--all", "--message", "an older ledger")
        path = published / "seeds/articles/crane.md"
        path.write_text(path.read_text().replace("2026-04-20", "2026-06-04"))
        told = digest("impact", "HEAD", "--root", published, "--format", "json")
        assert told.code == (2 if lost else 0)
        assert ("editions/2026/04/20.md" in json.loads(told.out)["lost"]) == lost


class TestTopics:
    @pytest.mark.parametrize(
        "written", [TOPIC, "name: Ports\naliases: [harbour]\nformerly: [harbours]\n"], ids=["its name", "formerly"]
    )
    def test_a_renamed_topic_keeps_its_old_page_and_feeds(self, digest, published, seed, written):
        """By its name the ledger knows it again; `formerly` says so where that changed too. Its feed has the same id."""
        before = (published / "content/topics/harbours/atom.xml").read_text()
        (published / "seeds/topics/harbours.yml").unlink()
        seed("topics/ports.yml", written)
        told = digest("impact", "HEAD", "--root", published)
        assert (told.code, "no address is lost" in told.out) == (0, True)
        built = digest("build", "--root", published)
        assert built.code == 0, built.err
        old = (published / "site/topics/harbours/index.html").read_text()
        assert 'http-equiv="refresh" content="0; url=../../topics/ports/"' in old
        assert "This topic has moved" in old
        for folder in ("harbours", "ports"):
            feed = (published / f"content/topics/{folder}/atom.xml").read_text()
            assert feed.split("<id>")[1].split("</id>")[0] == before.split("<id>")[1].split("</id>")[0]

    def test_a_topic_whose_file_is_gone_is_an_address_that_is_lost(self, digest, published):
        """Its page was published: the report says what to write, and fails."""
        (published / "seeds/topics/harbours.yml").unlink()
        told = digest("impact", "HEAD", "--root", published, "--format", "json")
        assert told.code == 2
        assert "topics/harbours.md" in json.loads(told.out)["lost"]
        checked = digest("check", "--root", published)
        assert "no file in seeds/topics has that name; write `formerly: [harbours]` in the file it became" in checked.out
        assert "takes its place; else keep the file and write `retired: WHY` there" in checked.out

    def test_a_topic_that_takes_another_s_place_has_its_page_and_feeds(self, digest, published, seed):
        """Two become one: the stories of both are filed there."""
        (published / "seeds/topics/harbours.yml").unlink()
        seed("topics/coast.yml", "name: The coast\naliases: [harbour, beach]\nformerly: [harbours]\n")
        told = digest("impact", "HEAD", "--root", published)
        assert (told.code, "no address is lost" in told.out) == (0, True)
        assert "- no more topic: Harbours" in told.out
        assert digest("build", "--root", published).code == 0
        assert "This topic has moved" in (published / "content/topics/harbours.md").read_text()

    def test_a_retired_topic_keeps_its_page_and_feeds_and_says_why(self, digest, published, seed):
        """Nothing is filed under it, no list leads there, and it is not proposed anew; who follows it hears no more."""
        seed("topics/harbours.yml", TOPIC + "retired: All of it is <about> the coast.\n")
        told = digest("impact", "HEAD", "--root", published)
        assert (told.code, "no address is lost" in told.out) == (0, True)
        assert "- no more topic: Harbours" in told.out
        built = digest("build", "--root", published)
        assert built.code == 0, built.err
        content = published / "content"
        page = (content / "topics/harbours.md").read_text()
        assert "Nothing is filed under this topic any more: All of it is &#60;about> the coast." in page
        assert 'name="robots" content="noindex' in (published / "site/topics/harbours/index.html").read_text()
        feed = (content / "topics/harbours/feed.xml").read_text()
        assert ("<item>" in feed, "All of it is" in feed) == (False, True)
        lists = ("topics/index.md", "follow.md", "index.md", *map(str, (content / "stories").rglob("*.md")))
        assert not [name for name in lists if "Harbours" in (content / name).read_text()]
        assert "topics" not in digest("check", "--root", published).out
        assert "0 lines appended" in digest("publish", "--root", published).err


def test_a_list_that_gets_shorter_loses_no_address(digest, root, seed, git):
    """What stood on its second page stands on the first now."""
    seed("sources/far-post.yml", "name: The Far Post\nhome: https://far.example/\n")
    for number in range(101):
        seed(f"articles/{number:03}.md", article(f"Item {number} of {number * 7919 % 1000} words", "2026-06-04"))
    digest("publish", "--root", root)
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "a digest")
    assert (root / "content/sources/far-post/2.md").exists()
    seed("curation/one.yml", "- do: takedown\n  article: seeds/articles/007.md\n  author: A\n  reason: It was wrong.\n")
    told = digest("impact", "HEAD", "--root", root, "--format", "json")
    assert (told.code, json.loads(told.out)["lost"]) == (0, [])
