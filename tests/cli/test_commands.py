"""What each command does for the one who calls it."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = """---
title: {title}
publisher: {publisher}
url: https://{host}.example/{slug}
published: {day}
text: brief
---
{body}
"""
HARBOUR = (
    "The harbour of Easton reopened on Thursday after 12 days, the port authority of Easton said. "
    "Captain Mara Voss praised it."
)
BRIDGE = "The old bridge of Weston closes to lorries over 30 tonnes, the roads office said. Engineer Tam Ode found cracks."


@pytest.fixture
def stocked(root, seed):
    """A digest with two articles about one event and one about another."""
    rows = [
        ("harbour-a", "Easton harbour reopens after 12 days", "Far Post", "far", "2026-06-04", HARBOUR),
        (
            "harbour-b",
            "Harbour of Easton open again",
            "Near Times",
            "near",
            "2026-06-04",
            HARBOUR.replace("praised", "hailed"),
        ),
        ("bridge", "Weston bridge closes to lorries", "Far Post", "far", "2026-06-05", BRIDGE),
    ]
    for slug, title, publisher, host, day, body in rows:
        text = ARTICLE.format(title=title, publisher=publisher, host=host, slug=slug, day=day, body=body)
        seed(f"articles/{slug}.md", text)
    return root


@pytest.mark.slow
def test_publish_records_each_address_once(digest, stocked):
    """The ledger is appended to, never rewritten, and a build without it gives the same addresses."""
    built = digest("build", "--root", stocked, "--no-site")
    ledger = stocked / "seeds" / "permalinks.jsonl"
    assert "new address" in built.err
    assert not ledger.exists()
    before = sorted(path.name for path in (stocked / "content" / "stories").rglob("*.md"))
    assert digest("publish", "--root", stocked).code == 0
    lines = [json.loads(line) for line in ledger.read_text().splitlines()]
    told = {Path(line["path"]).name + ".md" for line in lines if line["path"].startswith("stories/")}
    assert told == set(before)
    assert "0 lines appended" in digest("publish", "--root", stocked).err
    assert [json.loads(line) for line in ledger.read_text().splitlines()] == lines


@pytest.mark.slow
def test_an_address_once_published_redirects_when_its_story_is_merged(digest, stocked, seed):
    """Every URL ever published keeps working."""
    digest("publish", "--root", stocked)
    stories = json.loads((stocked / "content" / "api" / "stories.json").read_text())["stories"]
    ids = [story["id"] for story in stories]
    assert len(ids) >= 2
    names = ", ".join(ids)
    seed("curation/a.yml", f"- do: merge\n  stories: [{names}]\n  author: An Editor\n  reason: One event\n")
    digest("publish", "--root", stocked)
    after = json.loads((stocked / "content" / "api" / "stories.json").read_text())["stories"]
    assert len(after) == 1
    for story in stories:
        page = stocked / "site" / story["path"].strip("/") / "index.html"
        assert page.exists(), f"{story['path']} is lost"
        kept = after[0]["path"].strip("/").rsplit("/", 1)[1]
        assert story["path"] == after[0]["path"] or kept in page.read_text()


def test_why_names_the_numbers_that_decided(digest, stocked):
    """Two articles with their probability; a story with its members; a clear error for neither."""
    pair = digest("why", "seeds/articles/harbour-a.md", "https://far.example/bridge", "--root", stocked)
    assert pair.code == 0
    assert "probability that they report one event: 0." in pair.out
    assert "decided: " in pair.out
    first, second = next(line for line in pair.out.splitlines() if line.startswith("stories: "))[9:].split(" and ")
    inside = digest("why", first, "--root", stocked)
    assert f"story {first}: " in inside.out
    assert "Easton harbour reopens" in inside.out
    assert first != second
    nothing = digest("why", "no-such-thing", "--root", stocked)
    assert nothing.code == 2
    assert "no such article or story" in nothing.err
    assert "did you mean" not in nothing.err
    assert "did you mean seeds/articles/harbour-a.md?" in digest("why", "harbor-a.md", "--root", stocked).err


WHO = "  author: A. Editor\n  reason: A reader wrote in.\n"


def test_what_a_decision_names_and_is_not_there_is_found_in_its_line_and_answered_with_the_nearest(digest, stocked, seed):
    """The name in the list is pointed at, not the decision; where nothing is like it, none is proposed."""
    digest("build", "--root", stocked, "--no-site")
    told = json.loads((stocked / "content/api/stories.json").read_text("utf-8"))["stories"]
    path = next(story["path"] for story in told if "bridge" in story["path"]).strip("/")
    decisions = f"- do: merge\n  stories:\n    - {path}\n    - {path.replace('bridge', 'brigde')}\n{WHO}"
    decisions += f"- do: split\n  story: {path}\n  articles: [far/nothing-like-it.md, {path}]\n{WHO}"
    decisions += f"- do: split\n  articles: [seeds/articles/harbor-a.md]\n  story: {path}\n{WHO}"
    file = next(f"seeds/articles/{each.name}" for each in (stocked / "seeds/articles").glob("*bridge*"))
    decisions += f"- do: correction\n  story: {file}\n  text: It was another bridge.\n{WHO}"
    seed("curation/a.yml", decisions)
    said = digest("check", "--root", stocked).out.splitlines()
    assert (
        f"seeds/curation/a.yml:4:7: this merge names a story that is not there: {path.replace('bridge', 'brigde')}"
        in said[0]
    )
    assert f"; write `{path}`, or another story's id or path as content/api/stories.json lists it" in said[0]
    assert said[1].startswith(
        "seeds/curation/a.yml:9:14: this split names an article that is not there: far/nothing-like-it.md"
    )
    assert "; write an article's id, address or file, or delete" in said[1]
    assert said[2].startswith("seeds/curation/a.yml:13:14: ")
    assert "; write `seeds/articles/harbour-a.md`, or another article's" in said[2]
    assert f"this correction names an article for a story: {file}; write `{path}`, the story that it is in" in said[3]


def test_why_alone_tells_the_story_of_an_article(digest, stocked, seed, monkeypatch):
    """However the article or its page is written: from here or from the digest's root, as it was shared, as published."""
    seed("digest.yml", "url: https://digest.example/news\n")
    digest("build", "--root", stocked, "--no-site")
    listed = json.loads((stocked / "content" / "api" / "stories.json").read_text())["stories"]
    bridge = next(each for each in listed if "bridge" in each["headline"])
    monkeypatch.chdir(stocked / "seeds" / "articles")
    for written in (
        "bridge.md",
        "./bridge.md",
        "seeds/articles/bridge.md",
        stocked / "seeds" / "articles" / "bridge.md",
        "../../content/" + bridge["path"].strip("/") + ".md",
        "content/" + bridge["path"].strip("/") + ".md",
        "https://far.example/bridge?utm_source=mail#comments",
        "https://digest.example/news/" + bridge["path"] + "#s1",
        "/" + bridge["path"],
        bridge["id"],
    ):
        told = digest("why", written, "--root", stocked)
        assert told.code == 0, (written, told.err)
        assert told.out.splitlines()[0] == "Weston bridge closes to lorries", written
        assert bridge["id"] in told.out


def test_check_explains_what_of_a_file_is_kept(digest, stocked):
    """Kept and removed lines side by side, with the reason."""
    path = stocked / "dump.txt"
    path.write_text(f"Share\n\nHarbour reopens\n\n{HARBOUR}\n\n© 2026 Far Post. All rights reserved\n")
    explained = digest("check", "--root", stocked, "--explain", path)
    assert explained.code == 0
    kept, removed = zip(
        *(line.split(" | ") if " | " in line else (line, "") for line in explained.out.splitlines()), strict=True
    )
    assert any("The harbour of Easton reopened" in line for line in kept)
    assert any("Share" in line and "[" in line for line in removed)


def test_schema_writes_what_editors_complete_from(digest, tmp_path):
    """Each seed file has its JSON Schema, and the shipped seeds satisfy theirs."""
    import jsonschema
    import yaml

    digest("schema", tmp_path)
    source = jsonschema.Draft202012Validator(json.loads((tmp_path / "source.schema.json").read_text()))
    source.check_schema(source.schema)
    for path in sorted((ROOT / "seeds" / "sources").glob("*.yml")):
        source.validate(yaml.safe_load(path.read_text()))
    curation = json.loads((tmp_path / "curation.schema.json").read_text())
    jsonschema.validate([{"do": "pin", "story": "x", "author": "a", "reason": "r"}], curation)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{"do": "pin", "author": "a", "reason": "r"}], curation)


def test_export_gives_back_what_add_took(digest, root, tmp_path):
    """The feeds as OPML, and OPML as feeds."""
    (tmp_path / "list.opml").write_text(
        '<opml version="2.0"><body><outline text="Far & Post" xmlUrl="https://far.example/feed.xml" htmlUrl="https://far.example/"/>'
        "</body></opml>"
    )
    assert digest("add", "--root", root, tmp_path / "list.opml").code == 0
    exported = digest("export", "opml", "--root", root)
    assert 'xmlUrl="https://far.example/feed.xml"' in exported.out
    assert "far" in digest("sources", "--root", root).out


def test_adding_a_list_ends_with_a_total_and_proposes_topics(digest, root, tmp_path):
    """How many feeds of how many publishers are new and how many were there; categories are said, not written."""
    feeds = "".join(f'<outline text="Far {n}" xmlUrl="https://far{n}.example/feed.xml"/>' for n in (1, 2, 2))
    path = tmp_path / "list.opml"
    path.write_text(f'<opml version="2.0"><body><outline text="Antarctica">{feeds}</outline></body></opml>')
    said = digest("add", "--root", root, path).err
    assert "2 feeds of 2 publishers added\n" in said
    assert "may become seeds/topics: Antarctica" in said
    path.write_text(path.read_text().replace("far2", "far3").replace("Far 2", "Far 3"))
    assert "1 feed of 1 publisher added, 1 there already" in digest("add", "--root", root, path).err
    assert "0 feeds added, 2 there already" in digest("add", "--root", root, path).err


def test_add_takes_a_name_an_id_and_a_language(digest, root, tmp_path):
    """What a person says is written; what cannot be so ends with exit 2 and what to write instead."""
    path = tmp_path / "list.opml"
    path.write_text('<opml version="2.0"><body><outline xmlUrl="https://far.example/feed.xml"/></body></opml>')
    wrong = digest("add", "--root", root, "--id", "Far Post", path)
    assert wrong.code == 2
    assert "lower-case" in wrong.err
    assert digest("add", "--root", root, "--id", "farpost", "--name", "Far Post", "--language", "nl", path).code == 0
    written = (root / "seeds/sources/farpost.yml").read_text()
    assert "name: Far Post\n" in written
    assert "language: nl\n" in written


def test_the_filters_speak_json_lines(digest, stocked, tmp_path):
    """clean, dedupe, group and link over rows, for other pipelines."""
    dump = tmp_path / "a.txt"
    dump.write_text(f"Harbour reopens\n\n{HARBOUR}\n")
    cleaned = json.loads(digest("clean", dump, "--root", stocked).out)
    keys = {"where", "title", "byline", "url", "publisher", "published", "language", "terms", "paragraphs", "removed"}
    assert cleaned.keys() == keys | {"id", "brief", "quotes", "credits"}
    rows = tmp_path / "rows.jsonl"
    texts = {"a": HARBOUR, "b": HARBOUR, "c": BRIDGE}
    lines = [{"id": key, "title": text[:30], "text": text, "story": "no / id: at all"} for key, text in texts.items()]
    rows.write_text("".join(json.dumps(line) + "\n" for line in lines))
    copies = [json.loads(line) for line in digest("dedupe", rows).out.splitlines()]
    assert [line["copy_of"] is not None for line in copies].count(True) == 1
    assert {line["id"] for line in copies} == {"a", "b", "c"}
    stories = [json.loads(line)["story"] for line in digest("group", rows).out.splitlines()]
    assert stories[0] == stories[1] != stories[2]
    linked = json.loads(digest("link", rows, "--root", stocked).out)
    assert linked["id"] == "no / id: at all"
    assert len(linked["sources"]) == 3
    rows.write_text('{"id": "a", "title": "x"}\n[]\n')
    wrong = digest("group", rows)
    assert wrong.code == 2
    assert ":2: this line is no JSON object" in wrong.err


def tree(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_dry_run_says_what_a_build_would_change_and_writes_no_page(digest, stocked):
    """The counts are those of the build that follows; seeds/ and content/ stay as they were."""
    before = tree(stocked / "seeds") | tree(stocked / "content")
    for command in ("build", "publish"):
        said = digest(command, "--root", stocked, "--dry-run").err
        assert "nothing was written" in said
        assert tree(stocked / "seeds") | tree(stocked / "content") == before
        assert not (stocked / "site").exists()
    counts = next(line for line in said.splitlines() if line.startswith("files: "))
    assert counts in digest("build", "--root", stocked, "--no-site").err


def test_a_dry_run_of_add_says_what_would_be_added(digest, root, tmp_path):
    """The same lines as of the run that follows, and no file."""
    (tmp_path / "mill.txt").write_text(
        "The tide mill of Weston grinds again\n\nIt ground flour on Thursday, the trust said.\n"
    )
    before = tree(root / "seeds")
    said = digest("add", "--root", root, "--dry-run", tmp_path / "mill.txt")
    assert said.code == 0
    assert tree(root / "seeds") == before
    assert said.err.splitlines()[:-1] == digest("add", "--root", root, tmp_path / "mill.txt").err.splitlines()


def test_add_says_of_an_article_what_check_would(digest, root, seed, tmp_path):
    """More of a publisher's words than its terms allow are named at once, and no less where nothing is written."""
    seed("sources/post.yml", "name: The Post\nhome: https://post.example/\nterms: {extract_limit: 0.1}\n")
    words = "\n\n".join(
        f"The mill ground flour on {day}, for the first time since the trust had bought it, and forty people came."
        for day in ("Thursday", "Friday", "Saturday")
    )
    header = "title: The mill grinds\nsource: post\nurl: https://post.example/mill"
    (tmp_path / "mill.md").write_text(f"---\n{header}\n---\n{words}\n")
    dry = digest("add", "--root", root, "--dry-run", tmp_path / "mill.md")
    added = digest("add", "--root", root, tmp_path / "mill.md")
    assert (dry.code, added.code) == (0, 0)
    notes = [line for line in added.err.splitlines() if line.startswith("seeds/articles/mill.md:")]
    assert any("of the publisher's own words; its terms allow 10% of an article" in line for line in notes)
    assert notes == [line for line in dry.err.splitlines() if line.startswith("seeds/articles/mill.md:")]
    checked = digest("check", "--root", root).out.splitlines()
    assert set(notes) <= set(checked)


def test_a_dry_run_of_fetch_names_the_feeds_that_are_due(digest, root, seed):
    """No feed is asked and nothing is remembered."""
    seed("sources/far.yml", "name: Far\nhome: https://far.example/\nfeeds:\n  - url: https://far.example/feed.xml\n")
    before = tree(root / "seeds")
    said = digest("fetch", "--root", root, "--dry-run")
    assert said.out == "far: https://far.example/feed.xml\n"
    assert tree(root / "seeds") == before


def test_quiet_leaves_only_what_is_wrong_and_verbose_adds_steps_and_files(digest, stocked, seed):
    """`-q` prints nothing of a run that goes well, and still what a person must mend."""
    assert digest("build", "--root", stocked, "--no-site", "-q").err == ""
    seed("articles/wrong.md", "---\npublished: soon\ntitle: T\n---\nwords\n")
    assert "wrong.md:2" in digest("build", "--root", stocked, "--no-site", "-q").err
    (stocked / "seeds" / "articles" / "bridge.md").unlink()
    loud = digest("build", "--root", stocked, "--no-site", "-v").err
    assert "updated content/index.md" in loud
    assert "clean: 0." in loud


def test_check_needs_to_write_nothing(digest, stocked):
    """It runs where the checkout is read only, as in a job that only reads."""
    (stocked / ".digest").write_text("a file where the folder belongs")
    before = {path: path.stat().st_mtime_ns for path in stocked.rglob("*")}
    checked = digest("check", "--root", stocked)
    assert (checked.code, "Traceback" in checked.err) == (0, False)
    assert {path: path.stat().st_mtime_ns for path in stocked.rglob("*")} == before
    assert digest("why", "seeds/articles/bridge.md", "--root", stocked).code == 0


@pytest.mark.slow
def test_publish_notes_a_missing_address(digest, stocked, seed):
    """Without `url:` feeds and the sitemap cannot say where they are; with it, nothing is said."""
    assert "seeds/digest.yml: `url:` is missing" in digest("publish", "--root", stocked).err
    assert "`url:`" not in digest("publish", "--root", stocked, "--url", "https://digest.example/").err
    seed("digest.yml", "url: https://digest.example/\n")
    assert "`url:`" not in digest("publish", "--root", stocked).err


def test_a_new_digest_has_the_schemas_that_its_seed_files_name(digest, tmp_path):
    """An editor finds what the first line of digest.yml names."""
    digest("new", tmp_path / "mine")
    seeds = tmp_path / "mine" / "seeds"
    named = re.search(r"\$schema=(\S+)", (seeds / "digest.yml").read_text())[1]
    assert json.loads((seeds / named).read_text())["properties"]["title"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "--now", "soon"], "write 2026-06-05 or 2026-06-05T09:10:00+02:00"),
        (["build", "--url", "https://a.example/?x=1"], "a site's address is a host and folders"),
        (["add", "no-such-file.md"], "no-such-file.md: no such file; an address starts with https://"),
        (["fetch", "nobody"], "no source has the id 'nobody'; `digest sources` lists them"),
    ],
)
def test_what_is_asked_wrongly_is_answered_with_what_to_write(digest, stocked, arguments, said):
    """Exit 2, and nothing is written."""
    before = tree(stocked)
    told = digest(*arguments, "--root", stocked)
    assert (told.code, said in told.err) == (2, True), told.err
    assert tree(stocked) == before


def test_an_address_is_added_from_the_command_line(digest, root):
    """One that is refused is named, and the exit code says that something was not added."""
    told = digest("add", "http://10.0.0.1/feed.xml", "--root", root)
    assert told.code == 2
    assert "10.0.0.1" in told.out + told.err


def test_a_dry_run_of_new_says_how_much_it_would_write(digest, tmp_path):
    """And writes nothing; a second `new` finds a digest and writes no schemas again."""
    told = digest("new", tmp_path / "mine", "--dry-run")
    assert (told.code, "nothing was written" in told.err) == (0, True)
    assert not (tmp_path / "mine").exists()
    assert digest("new", tmp_path / "mine").code == 0
    assert "is a digest already" in digest("new", tmp_path / "mine").err


def test_who_asks_is_told_to_publishers_or_noted(digest, root, seed):
    """Without a contact and an address of the site `fetch` says what to write."""
    assert "network: {contact: https" in digest("fetch", "--dry-run", "--root", root).err
    seed("digest.yml", "network: {contact: 'https://d.example/'}\n")
    assert "contact" not in digest("fetch", "--dry-run", "--root", root).err


def test_check_proposes_the_topics_that_are_missing(digest, root, seed):
    """What several stories name, with how many; a topic that is there is not proposed."""
    towns = ("Easton", "Weston", "Norton", "Sutton", "Marlow", "Harlow")
    acts = ("bridge shuts", "school burns", "mayor resigns", "library opens", "market floods", "museum moves")
    for number, (town, act) in enumerate(zip(towns, acts, strict=True)):
        words = (
            f"The {act.split()[0]} of {town} is what Velmora wrote about on day {number}. The Velmora council of {town} met."
        )
        title = f"{town} {act}, Velmora says"
        seed(
            f"articles/{number}.md",
            ARTICLE.format(
                title=title, publisher="Far Post", host="far", slug=number, day=f"2026-05-{number * 4 + 1:02}", body=words
            ),
        )
    assert "topics that seeds/topics may lack: Velmora" in digest("check", "--root", root).err
    seed("topics/velmora.yml", "name: Velmora\n")
    assert "Velmora" not in digest("check", "--root", root).err


def test_why_of_a_copy_says_what_stands_for_it(digest, root, seed):
    """It is asked for by its own name."""
    body = " ".join(
        f"Sentence {n} of the long report on pistons and boats tells what engineers found in room {n}." for n in range(30)
    )
    for name, more in (("long", " And one thing more was found in the last room of them all."), ("short", "")):
        seed(
            f"articles/{name}.md",
            ARTICLE.format(
                title="Report on the ferry pistons", publisher=name, host=name, slug="a", day="2026-06-04", body=body + more
            ),
        )
    told = digest("why", "seeds/articles/short.md", "--root", root)
    assert "asked for: " in told.out
    assert ", a copy of " in told.out
    assert "a copy of" not in digest("why", "seeds/articles/long.md", "--root", root).out


def test_the_archive_is_compacted_and_expanded(digest, root, seed):
    """Each month that is over is named with what it holds; expanding gives its lines back."""
    seed("sources/post.yml", "name: Post\nhome: https://post.example/\n")
    line = '{"id": "0123456789abcdef", "seen": "2026-05-04T09:00:00+00:00", "kind": "text", "body": "Boats pass."}\n'
    seed("archive/post/2026-05.jsonl", line)
    compacted = digest("archive", "compact", "--root", root, "--now", "2026-06-01")
    assert (compacted.code, compacted.out[:50]) == (0, "seeds/archive/post/2026-05.parquet: 1 item in 2 kB")
    assert "no month to compact" in digest("archive", "compact", "--root", root, "--now", "2026-06-01").err
    assert digest("archive", "expand", "--root", root).out.startswith("seeds/archive/post/2026-05.jsonl: 1 item in 1 kB, 2 ")
    assert (root / "seeds/archive/post/2026-05.jsonl").read_text() == line
