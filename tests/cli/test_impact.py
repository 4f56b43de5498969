"""`digest impact BASE`: what a change of the seeds does to the published digest."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import markdown
import pytest

from digest import pipeline
from digest.cli import commands
from digest.cli.impact import Difference, FileChange, Impact, Line, Named, Size, StoryChange, impact
from digest.cli.impact_report import impact_text
from digest.model import Edition, Page, Problem, Source, Text
from digest.render import story
from digest.runtime.terminal import Terminal

AGROUND = "A ferry with 212 passengers ran aground at Westport harbour on Monday evening."
HARBOUR = {
    "example": (
        "Harbour ferry runs aground at Westport",
        AGROUND,
        "Rescue boats brought all passengers ashore within three hours, the coast guard said.",
    ),
    "other": (
        "Ferry aground at Westport harbour, passengers safe",
        AGROUND,
        "Westport Lines cancelled all 14 crossings until Thursday, a spokesman said.",
    ),
    "third": (
        "Westport harbour ferry runs aground with 212 aboard",
        AGROUND,
        "Saint Anne clinic in Westport treated two passengers for bruises, doctors said.",
    ),
}


def article(source: str) -> str:
    title, *body = HARBOUR[source]
    address = f"https://{source}.example/ferry"
    return (
        f"---\ntitle: {title}\nsource: {source}\nurl: {address}\npublished: 2026-05-04\ntext: brief\n---\n"
        + "\n\n".join(body)
        + "\n"
    )


@pytest.fixture
def committed(root, seed, git):
    """A digest of two articles in a repository, its addresses recorded."""
    for source in HARBOUR:
        seed(f"sources/{source}.yml", f"name: {source.title()} Post\nhome: https://{source}.example/\n")
    for source in ("example", "other"):
        seed(f"articles/ferry/{source}.md", article(source))
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "a digest")
    return root


def found(digest, root: Path, base: str = "HEAD") -> dict:
    ran = digest("impact", base, "--root", root, "--format", "json")
    return json.loads(ran.out) | {"code": ran.code}


class TestWhatChanges:
    def test_nothing_where_the_seeds_are_as_they_were(self, digest, committed):
        ran = digest("impact", "HEAD", "--root", committed)
        assert (ran.code, ran.out) == (0, "Nothing that is published changes.\n")

    def test_an_article_joins_its_story_with_both_counts_and_what_it_tells(self, digest, committed, seed):
        seed("articles/ferry/third.md", article("third"))
        ran = digest("impact", "HEAD", "--root", committed)
        assert ran.code == 0
        assert ran.out.startswith("1 new article; 1 story changed; ")
        assert "(2 → 3 articles, " in ran.out
        assert "    joins: Third Post, “Westport harbour ferry runs aground with 212 aboard”\n" in ran.out
        assert (
            "    says now: “Saint Anne clinic in Westport treated two passengers for bruises, doctors said.” (Third Post)\n"
            in ran.out
        )
        assert "    cited for it too: “A ferry with 212 passengers ran aground" in ran.out

    def test_an_article_that_is_taken_away_leaves_its_story(self, digest, committed):
        (committed / "seeds/articles/ferry/other.md").unlink()
        (change,) = found(digest, committed)["stories"]
        assert [one["publisher"] for one in change["left"]] == ["Other Post"]
        assert (change["before"]["articles"], change["after"]["articles"]) == (2, 1)
        assert any("cancelled all 14 crossings" in line["text"] for line in change["untold"])

    def test_a_new_story_and_one_that_is_gone(self, digest, committed, seed):
        seed(
            "articles/frost.md",
            "---\ntitle: Late frost kills half of the valley's apple blossom\nsource: third\n"
            "url: https://third.example/frost\npublished: 2026-05-09\n---\n"
            "Frost in the night to Friday killed half of the apple blossom in the valley.\n",
        )
        for source in ("example", "other"):
            (committed / f"seeds/articles/ferry/{source}.md").unlink()
        new, gone = found(digest, committed)["stories"]
        assert (new["before"], new["after"]["articles"]) == (None, 1)
        assert (gone["before"]["articles"], gone["after"], gone["into"]) == (2, None, None)

    def test_a_wrong_file_is_named_where_it_was_right_before(self, digest, committed, seed):
        seed("articles/ferry/other.md", article("other").replace("2026-05-04", "the fourth of May"))
        assert [one["code"] for one in found(digest, committed)["problems"]] == ["wrong-value"]

    def test_the_seeds_and_the_repository_stay_as_they_are(self, digest, committed, git):
        """The older seeds are read from a folder of their own; nothing is checked out."""
        (committed / "seeds/articles/ferry/other.md").write_text(article("third"), "utf-8")
        before = git(committed, "status", "--porcelain")
        digest("impact", "HEAD", "--root", committed)
        after = git(committed, "status", "--porcelain")
        assert before in after
        assert not (committed / "content/index.md").exists()


class TestWhatEditorsAndFilesDo:
    def test_a_source_and_a_topic_that_are_called_otherwise_are_named_as_such(self, digest, committed, seed, git):
        """A line that cites the same article under another name is cited by nobody new."""
        seed("topics/ferries.yml", "name: Ferries\n")
        seed("topics/gone.yml", "name: Gone\n")
        git(committed, "add", "--all")
        git(committed, "commit", "--quiet", "--message", "topics")
        seed("sources/other.yml", "name: The Other\nhome: https://other.example/\n")
        seed("topics/ferries.yml", "name: Boats\n")
        seed("topics/new.yml", "name: Harbours\n")
        (committed / "seeds/topics/gone.yml").unlink()
        said = digest("impact", "HEAD", "--root", committed).out
        for line in ("~ the source Other Post is now called The Other", "~ the topic Ferries is now called Boats"):
            assert f"{line}\n" in said
        assert "- no more topic: Gone\n" in said
        assert "+ new topic: Harbours\n" in said
        assert "cited for it too" not in said
        shown = digest("impact", "HEAD", "--root", committed, "--format", "markdown").out
        assert "#### Sources and topics\n\n- the source Other Post is now called The Other\n" in shown

    @pytest.mark.parametrize("form", ["text", "markdown", "json"])
    def test_of_an_article_that_is_taken_down_only_the_reason_is_told(self, digest, committed, seed, git, form):
        """A report is posted where nobody can take it back: neither title nor words stand in it, alone or of several."""
        seed("articles/frost.md", FROST)
        git(committed, "add", "--all")
        git(committed, "commit", "--quiet", "--message", "frost")
        taken = "- do: takedown\n  article: https://{}.example/{}\n  " + DECIDED
        seed("curation/a.yml", taken.format("other", "ferry") + taken.format("third", "frost"))
        said = digest("impact", "HEAD", "--root", committed, "--format", form).out
        assert "A reader wrote in." in said
        for words in ("passengers safe", "cancelled all 14", "blossom in the valley", "kills half"):
            assert words not in said

    def test_what_an_editor_writes_or_decides_is_told(self, digest, committed, seed):
        """A correction, a note, and a story that is hidden."""
        commands.build(committed, Terminal(quiet=True), commands.Build(site=False))
        (story_id,) = (each.stem for each in (committed / "content/api/stories").iterdir())
        about = f"  story: {story_id}\n  {DECIDED}"
        seed("curation/a.yml", f"- do: correction\n  text: Wrong month.\n{about}- do: note\n  text: More soon.\n{about}")
        said = digest("impact", "HEAD", "--root", committed).out
        assert "by editors: corrected: Wrong month.\n" in said
        assert "by editors: note: More soon.\n" in said
        seed("curation/a.yml", f"- do: hide\n{about}")
        assert "by editors: hidden\n" in digest("impact", "HEAD", "--root", committed).out

    def test_where_no_story_changes_the_pages_are_named(self, digest, committed, seed):
        """Another title of the digest changes some pages alone."""
        seed("digest.yml", "title: Ours\n")
        said = digest("impact", "HEAD", "--root", committed).out.splitlines()
        assert said[1].startswith("pages: ")
        assert said[1].split()[1].endswith(".md,")

    def test_what_is_no_page_is_not_counted_as_one(self, digest, committed, seed):
        """A story has feeds and JSON beside its page; a reviewer reads of pages, and sees them first."""
        seed("articles/one-more.md", "---\ntitle: Ferry carries bicycles\n---\nThe ferry carries bicycles since Friday.\n")
        told = json.loads(digest("impact", "HEAD", "--root", committed, "--format", "json").out)
        new, changed = told["pages_added"], told["pages_changed"]
        count = sum(path.endswith(".md") for path in new)
        others = len(new) + len(changed) - sum(path.endswith(".md") for path in (*new, *changed))
        assert 0 < count < len(new)
        said = digest("impact", "HEAD", "--root", committed, "--format", "markdown").out
        assert f"; {count} new page" in said
        assert f"; {others} feeds and other files; no address is lost" in said
        listed = [line.endswith(".md") for line in said.partition("<summary>")[2].splitlines() if line.startswith("- ")]
        assert listed == sorted(listed, reverse=True)
        assert "<details><summary>" in digest("impact", "HEAD", "--root", committed, "--format", "markdown").out


class TestAddresses:
    def test_one_that_is_published_and_lost_fails(self, digest, committed, seed, git):
        seed("topics/ferries.yml", "name: Ferries\n")
        commands.build(committed, Terminal(quiet=True), commands.Build(ledger=True, site=False))
        git(committed, "add", "seeds")
        git(committed, "commit", "--quiet", "--message", "a topic and its address")
        (committed / "seeds/topics/ferries.yml").unlink()
        ran = digest("impact", "HEAD", "--root", committed)
        assert ran.code == 2
        assert "lost address: topics/ferries.md\n" in ran.out
        kept = "write `formerly: [ferries]` in the topic that takes its place, to which it then redirects"
        restored = "restore seeds/topics/ferries.yml and write `retired: WHY` in it"
        assert f"to keep topics/ferries: {kept}; or {restored}\n" in ran.out
        assert "to keep the others" not in ran.out
        comment = digest("impact", "HEAD", "--root", committed, "--format", "markdown").out
        section = comment.partition("addresses would be lost")[2].partition("####")[0]
        assert "to keep topics/ferries" in section

    def test_how_a_source_keeps_its_address_is_said(self):
        """A source has no `retired:`; what no source or topic answers for is said last."""
        goes = FileChange(kind="source", id="post", before="The Post", after=None)
        stays = FileChange(kind="source", id="mail", before="The Mail", after="The Weston Mail")
        lost = ("sources/post.md", "sources/post/feed.xml", "sources/mail/feed.xml")
        said = impact_text(replace(of(), files=(goes, stays), lost=lost), "text")
        assert "or restore seeds/sources/post.yml without its `feeds:`\n" in said
        assert "[mail]" not in said
        assert "to keep the others: restore what they were made of" in said

    def test_a_story_whose_address_is_recorded_keeps_it_under_another_headline(self, digest, committed, git):
        """The ledger's redirect is a page too."""
        commands.build(committed, Terminal(quiet=True), commands.Build(ledger=True, site=False))
        git(committed, "add", "seeds")
        git(committed, "commit", "--quiet", "--message", "the addresses")
        path = committed / "seeds/articles/ferry/other.md"
        path.write_text(path.read_text("utf-8").replace("Ferry aground at", "Ferry stuck in"), "utf-8")
        impact = found(digest, committed)
        assert impact["stories"][0]["renamed"].startswith("Ferry aground at")
        assert (impact["lost"], impact["moved"]) == ([], [])

    def test_one_that_was_never_recorded_may_move(self, digest, committed, seed):
        seed("articles/ferry/third.md", article("third"))
        impact = found(digest, committed)
        assert impact["code"] == 0
        assert any(path.startswith("stories/2026/05/") for path in impact["moved"])
        assert impact["lost"] == []

    def test_it_is_named_before_the_pages_that_change(self):
        """Of which there may be more than a report names."""
        many = tuple(f"topics/t{number}.md" for number in range(30))
        page = "stories/2026/05/a-lock.md"
        said = impact_text(replace(of(), pages_changed=many, moved=(page,)), "markdown")
        assert -1 < said.find("- moved: ") < said.index("- changed: ")

    def test_what_belongs_to_a_page_moves_with_it(self):
        """Its drawings and feeds, and nothing of another page whose name begins alike; a drawing alone is no address."""
        edition = Edition(
            day=datetime(2026, 5, 5, tzinfo=UTC), stories=(), sources=(Source(id="post", name=Text("Post"), home=None),)
        )
        theirs = ("sources/post.md", "sources/post.coverage.svg", "sources/post/feed.xml")
        others = ("sources/post-2.md", "stories/2026/05/ferry.differ-1.svg")
        pages = tuple(Page(path=path, text="") for path in (*theirs, *others))
        found = impact((edition, pages), (edition, ()), ())
        assert sorted(found.moved) == sorted(theirs)
        assert found.lost == ("sources/post-2.md",)


FROST = (
    "---\ntitle: Late frost kills half of the valley's apple blossom\nsource: third\nurl: https://third.example/frost\n"
    "published: 2026-05-09\n---\nFrost in the night to Friday killed half of the apple blossom in the valley.\n"
)
LATER = (
    "---\ntitle: Westport ferry pulled free as harbour reopens\nsource: third\nurl: https://third.example/free\n"
    "published: 2026-05-06\ntext: brief\n---\nTugs pulled the ferry free at Westport harbour on Wednesday.\n"
)
DECIDED = "author: A. Editor\n  reason: A reader wrote in.\n  at: 2026-05-05\n"
CHANGES = {
    "nothing": {},
    "an article joins": {"articles/ferry/third.md": article("third")},
    "a new story": {"articles/frost.md": FROST},
    "a story of the same event": {"articles/free.md": LATER},
    "a copy": {
        "articles/ferry/copy.md": article("other").replace("source: other", "source: third").replace("other.e", "third.e")
    },
    "other words": {"articles/ferry/other.md": article("other").replace("until Thursday", "until Friday")},
    "another headline": {"articles/ferry/other.md": article("other").replace("Ferry aground at", "Ferry stuck in")},
    "an article less": {"articles/ferry/other.md": None},
    "a source's name": {"sources/other.yml": "name: The Other\nhome: https://other.example/\n"},
    "a source's terms": {
        "sources/third.yml": "name: Third Post\nhome: https://third.example/\nterms: {licence: CC BY 4.0}\n"
    },
    "a source less": {"sources/other.yml": None},
    "a topic less": {"topics/ferries.yml": None},
    "a topic's name": {"topics/ferries.yml": "name: Boats\naliases: [Ferry]\n"},
    "a takedown": {"curation/a.yml": f"- do: takedown\n  article: https://other.example/ferry\n  {DECIDED}"},
    "a story hidden": {"curation/a.yml": f"- do: hide\n  article: https://third.example/snow\n  {DECIDED}"},
    "caution": {"digest.yml": "title: A\ngrouping: {caution: high}\n"},
    "another language": {"digest.yml": "title: A\nlanguages: [de]\n"},
}


@pytest.mark.slow
class TestWhatIsShared:
    @pytest.mark.parametrize("name", CHANGES)
    def test_both_builds_say_what_two_of_their_own_would(self, digest, committed, seed, git, monkeypatch, name):
        """Pages that are not rendered and answers that are not asked for twice change no word of a report."""
        seed("topics/ferries.yml", "name: Ferries\naliases: [Ferry]\n")
        seed("articles/snow.md", FROST.replace("frost", "snow").replace("Late frost", "Late snow"))
        git(committed, "add", "--all")
        git(committed, "commit", "--quiet", "--message", "more")
        for path, text in CHANGES[name].items():
            if text is None:
                (committed / "seeds" / path).unlink()
            else:
                seed(path, text)
        forms = ("text", "markdown", "json")
        shared = [digest("impact", "HEAD", "--root", committed, "--format", form).out for form in forms]

        def apart(*seeds, **_):
            one, other, *rest = seeds
            return tuple(pipeline.build(config, wrong, *rest) for config, wrong in (one, other))

        monkeypatch.setattr(pipeline, "build_both", apart)
        assert [digest("impact", "HEAD", "--root", committed, "--format", form).out for form in forms] == shared
        assert (shared[0] == "Nothing that is published changes.\n") == (name == "nothing")

    def test_the_pages_of_a_story_that_stays_are_not_rendered(self, digest, committed, seed, git, monkeypatch):
        """A page is rendered where it may differ."""
        seed("articles/frost.md", FROST)
        git(committed, "add", "--all")
        git(committed, "commit", "--quiet", "--message", "more")
        digest("build", "--root", committed, "--no-site")
        seed("articles/ferry/third.md", article("third"))
        rendered = []
        made = story.page
        monkeypatch.setattr(story, "page", lambda path, *more, **how: rendered.append(path) or made(path, *more, **how))
        for _ in range(2):
            digest("impact", "HEAD", "--root", committed)
        assert [path.rpartition("/")[2] for path in rendered] == ["westport-harbour-ferry-runs-aground-with-212-aboard.md"]
        assert not any("blossom" in path for path in rendered)


class TestTheBase:
    @pytest.mark.parametrize("base", ["nowhere", "--help", "HEAD:seeds", ""])
    def test_one_that_is_no_commit_is_named(self, digest, committed, base):
        ran = digest("impact", "--root", committed, "--", base)
        assert ran.code == 2
        assert f"digest: {base}: no commit of a git repository" in ran.err

    def test_a_folder_without_git_is_named(self, digest, root):
        ran = digest("impact", "HEAD", "--root", root)
        assert ran.code == 2
        assert "no commit of a git repository" in ran.err

    def test_a_link_in_an_older_commit_is_not_followed(self, digest, committed, tmp_path, git):
        """What git keeps as a symbolic link is no file of the seeds."""
        (tmp_path / "outside.yml").write_text("name: Outside\nhome: https://outside.example/\n", "utf-8")
        (committed / "seeds/sources/outside.yml").symlink_to(tmp_path / "outside.yml")
        git(committed, "add", "--all")
        git(committed, "commit", "--quiet", "--message", "a link")
        (committed / "seeds/sources/outside.yml").unlink()
        assert "sources/outside.md" not in found(digest, committed)["lost"]


HOSTILE = (
    "@everyone #1 <img src=x onerror=alert(1)> [x](javascript:1) ![y](https://evil.example/a.png) `c` **b** www.evil.example"
)


class TestTheComment:
    def test_words_from_outside_do_nothing(self):
        """No mention, reference, link, picture or mark-up comes of a title."""
        change = StoryChange(
            id="1",
            path="stories/2026/05/x",
            headline=Text(HOSTILE),
            before=None,
            after=Size(articles=1, independent=1),
            joined=(Named(publisher=HOSTILE, title=Text(HOSTILE)),),
            told=(Line(text=Text(HOSTILE), publishers=(HOSTILE,)),),
        )
        said = impact_text(of(change), "markdown")
        html = markdown.markdown(said, extensions=["tables", "fenced_code"])
        live = ["<img", "<a ", "<code>", "@everyone", "#1", "www.evil", "://evil", "<strong>b</strong>"]
        assert [each for each in live if each in html] == []
        assert "everyone" in html

    def test_addresses_and_problems_are_named_and_a_gone_story_says_where_it_goes_on(self):
        """What fails and what is wrong come with it."""
        gone = StoryChange(
            id="1",
            path="x",
            headline=Text("Ferry"),
            before=Size(articles=2, independent=None),
            after=None,
            into=Text("Boats"),
        )
        wrong = Problem(stage="config", where="seeds/a.yml", line=3, code="yaml", detail="this is not YAML")
        change = replace(of(gone), lost=tuple(f"topics/{n:02}.md" for n in range(23)), problems=(wrong,))
        said = impact_text(change, "markdown")
        assert "23 addresses are lost" in said
        assert "topics/19.md" in said
        assert "topics/20.md" not in said
        assert "and 3 more" in said
        assert "2 articles, independence not assessed" in said
        assert "goes on in: Boats" in said
        assert "1 new problem" in said
        assert "seeds/a.yml:3: this is not YAML" in said

    def test_many_lines_of_a_kind_are_cut_and_counted(self):
        """A story of forty articles says what matters of it."""
        told = tuple(Line(text=Text(f"Line {n}."), publishers=("Post",)) for n in range(11))
        size = Size(articles=1, independent=1)
        change = StoryChange(id="1", path="x", headline=Text("Ferry"), before=size, after=size, told=told)
        assert "says now: 3 more" in impact_text(of(change), "text")

    def test_a_new_story_is_told_in_fewer_lines(self):
        """Fifty articles of a feed are not read one by one."""
        joined = tuple(Named(publisher="Post", title=Text(f"Title {n}")) for n in range(11))
        size = Size(articles=11, independent=1)
        change = StoryChange(id="1", path="x", headline=Text("Ferry"), before=None, after=size, joined=joined)
        said = impact_text(of(change), "text")
        assert said.count("    from: Post, ") == 3
        assert "    from: 8 more\n" in said

    def test_a_terminal_is_not_flooded(self):
        """Stories and lost addresses beyond what anyone reads are counted."""
        size = Size(articles=1, independent=1)
        change = StoryChange(id="1", path="x", headline=Text("Ferry"), before=None, after=size)
        said = impact_text(replace(of(*[change] * 43), lost=tuple(f"topics/{n}.md" for n in range(23))), "text")
        assert "and 3 stories more\n" in said
        assert "lost address: 3 more\n" in said

    def test_values_that_differ_stand_with_their_sources(self):
        """As on the page."""
        values = tuple(Line(text=Text(f"{n} dead"), publishers=(name,)) for n, name in ((3, "Post"), (7, "Mail")))
        size = Size(articles=2, independent=2)
        differ = (Difference(label=Text("dead"), values=values),)
        change = StoryChange(id="1", path="x", headline=Text("Fire"), before=size, after=size, differ=differ)
        assert "sources differ: dead: 3 dead (Post) / 7 dead (Mail)" in impact_text(of(change), "text")

    def test_a_long_change_is_cut_and_counted(self):
        changes = [
            StoryChange(
                id=f"{n:03}",
                path=f"stories/{n}",
                headline=Text(f"News {n}"),
                before=None,
                after=Size(articles=1, independent=1),
            )
            for n in range(55)
        ]
        said = impact_text(of(*changes), "markdown")
        assert said.count("**News") == 40
        assert said.endswith("and 15 more stories\n")


def of(*changes: StoryChange) -> Impact:
    empty = Edition(day=datetime(2026, 5, 4, tzinfo=UTC), stories=())
    return replace(impact((empty, ()), (empty, ()), ()), stories=changes)
