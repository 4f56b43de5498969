"""The shell steps of the workflows that build, run in order against a repository on disk and a feed on this machine."""

import shutil
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from runner import ADDRESS, Forge

from digest.write.new import new

pytestmark = pytest.mark.slow

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Weston Post</title><link>https://post.example/</link>
<item><title>{title}</title><link>https://post.example/{slug}</link><pubDate>Thu, 04 Jun 2026 09:00:00 GMT</pubDate>
<description>{title}, the council of Weston said. The work took 14 months and cost 3 million crowns.</description></item>
</channel></rss>"""
ARTICLE = """---
title: {title}
publisher: {publisher}
url: https://{publisher}.example/{slug}
published: 2026-06-05
text: brief
---
{words}
"""
LOCK = ("A lock opens again", "gazette", "lock", "Boats pass the upper lock of the canal again after its gates were mended.")
CRANE = ("A crane falls into the dock", "herald", "crane", "Nobody was hurt when the oldest crane of the yard fell over.")


MILL = ("A mill grinds again", "miller", "mill", "The tide mill ground flour for the first time in 80 years.")
BRIDGE = ("A bridge is painted", "painter", "bridge", "The road bridge over the canal is closed while painters are at work.")


class Post:
    """A publisher whose feed is on this machine: `status` and `item` are what it answers, `asked` how often it was."""

    def __init__(self):
        self.status, self.item, self.asked = 200, {"title": "A new pier opens", "slug": "pier"}, 0
        post = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *args):
                pass

            def do_GET(self):
                post.asked += 1
                body = FEED.format(**post.item).encode() if post.status == 200 else b""
                self.send_response(post.status)
                self.send_header("Content-Type", "application/rss+xml")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def source(self):
        return f"name: The Weston Post\nhome: https://post.example/\nfeeds:\n  - url: http://{self.host}/feed.xml\n"


@pytest.fixture
def post():
    post = Post()
    yield post
    post.server.shutdown()
    post.server.server_close()


@pytest.fixture(scope="session")
def published(tmp_path_factory):
    """A folder for a copy of the forge as it is once a new digest is published, for that takes a while."""
    return tmp_path_factory.mktemp("published")


@pytest.fixture
def forge(tmp_path, git, post, published):
    """A new digest, pushed and published, which may talk to the Post."""
    if not (published / "forge").exists():
        forge = Forge(published, git)
        new(published / "mine", example=True)
        for words in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "A digest of our own"]):
            git(published / "mine", *words)
        git(published / "mine", "push", "-q", str(forge.remote), "main")
        run = forge.run("publish")
        assert not run.failed, run.said
        (published / "forge").mkdir()
    shutil.copytree(published, tmp_path / "forge", ignore=shutil.ignore_patterns("work-*", "mine", "temp-*"))
    forge = Forge(tmp_path / "forge", git)
    forge.runs = 1
    forge.commit({"seeds/digest.yml": f'network:\n  allow: ["{post.host}"]\n  contact: {ADDRESS}\n'})
    return forge


def pages(folder):
    return "\n".join(path.read_text() for path in sorted(folder.rglob("index.html")))


def article(title, publisher, slug, words):
    return {f"seeds/articles/{slug}.md": ARTICLE.format(title=title, publisher=publisher, slug=slug, words=words)}


def undated(*article_of):
    """An article whose day is no day."""
    return {name: text.replace("2026-06-05", "soon") for name, text in article(*article_of).items()}


def check(forge, number, files):
    """Open a pull request, check it, and post the comment; return the run of the check."""
    head = forge.pull_request(number, files)
    run = forge.run("check", ref=f"refs/pull/{number}/merge")
    event = {
        "github.event.workflow_run.head_sha": head,
        "github.event.workflow_run.id": str(forge.runs),
        "github.event.workflow_run.html_url": f"https://forge.example/runs/{forge.runs}",
    }
    posted = forge.run("comment", **event)
    assert not posted.failed, posted.said
    return run


def test_a_new_digest_is_published_and_its_addresses_recorded(forge):
    """From nothing to a site: the example's page is deployed under its address, which main remembers."""
    assert "An example article" in pages(forge.deployed)
    assert ADDRESS in (forge.deployed / "sitemap.xml").read_text()
    assert "an-example-article" in forge.held("seeds/permalinks.jsonl")
    assert forge.commits()[1:] == [
        "digest: What the sources said, and the new addresses",
        "A. Person: A digest of our own",
    ]


def test_two_contributors_at_once(forge):
    """Each is checked and answered alone; merged one after the other, both are on the site."""
    for number, files in enumerate((article(*LOCK), article(*CRANE)), 1):
        run = check(forge, number, files)
        assert not run.failed, run.said
        assert "0 problems that HEAD^1 has not" in run.said
        assert f"(https://forge.example/runs/{forge.runs - 1})" in (forge.comments / f"{number}.md").read_text()
    built = pages(forge.folder / "artifacts" / str(forge.runs - 1) / "site")
    assert "A crane falls into the dock" in built
    assert "A lock opens again" not in built
    forge.merge(1)
    forge.merge(2)
    run = forge.run("publish")
    assert not run.failed, run.said
    assert "A crane falls into the dock" in pages(forge.deployed)
    assert "A lock opens again" in pages(forge.deployed)
    assert "lock-opens" in forge.held("seeds/permalinks.jsonl")


def test_a_bad_file_is_named_and_stops_nothing(forge):
    """The check names it beside its line; merged all the same, what is right is deployed, and the run fails."""
    forge.commit(undated(*BRIDGE))
    run = check(forge, 1, {**undated(*MILL), **article(*LOCK)})
    assert run.failed == ["check"]
    assert "::error file=seeds/articles/mill.md,line=5,col=12," in run.said
    assert "file=seeds/articles/bridge.md" not in run.said.partition("digest build")[0]
    assert "1 problem that HEAD^1 has not, 1 that it has" in run.said
    assert (forge.comments / "1.md").exists()
    assert "A lock opens again" in pages(forge.folder / "artifacts" / str(forge.runs - 1) / "site")
    forge.merge(1)
    run = forge.run("publish")
    assert run.failed == ["build"]
    assert run.said.rstrip().endswith("2 problems")
    assert "A lock opens again" in pages(forge.deployed)
    assert "A mill grinds again" in pages(forge.deployed)
    assert "lock-opens" in forge.held("seeds/permalinks.jsonl")


def test_what_a_feed_says_is_committed_and_deployed(forge, post):
    """And an hour in which nothing comes makes no commit, though what the server said is remembered."""
    forge.commit({"seeds/sources/post.yml": post.source()})
    run = forge.run("fetch")
    assert not run.failed, run.said
    assert "1 with 1 new item" in run.said
    assert "A new pier opens" in forge.held(next(iter(archived(forge))))
    assert "A new pier opens" in pages(forge.deployed)
    before, asked = forge.commits(), post.asked
    run = forge.run("fetch")
    assert not run.failed, run.said
    assert "1 not yet due" in run.said
    assert (forge.commits(), post.asked) == (before, asked)


def archived(forge):
    names = forge.git(forge.remote, "ls-tree", "-r", "--name-only", "main").splitlines()
    return [name for name in names if name.startswith("seeds/archive/") and name.endswith(".jsonl")]


def test_a_lost_race_is_run_again(forge, post):
    """Somebody merges while the feeds are asked: their commit stays, and what came stands on top of it."""
    forge.commit({"seeds/sources/post.yml": post.source()})
    forge.before_push = lambda: forge.commit(article(*LOCK))
    run = forge.run("fetch")
    assert not run.failed, run.said
    assert "committed and pushed, after 1 push of others" in run.said
    assert forge.commits()[:2] == ["digest: What the sources said, and the new addresses", "A. Person: A person's"]
    assert "A lock opens again" in forge.held("seeds/articles/lock.md")
    assert "A new pier opens" in forge.held(next(iter(archived(forge))))
    assert "A new pier opens" in pages(forge.deployed)


def test_a_feed_that_is_down_changes_nothing_and_is_left_in_peace(forge, post):
    """The run goes well, the site stays; that the feed is to be asked later is remembered from run to run."""
    forge.commit({"seeds/sources/post.yml": post.source()})
    post.status = 500
    run = forge.run("fetch")
    assert not run.failed, run.said
    assert "the server answered 500" in run.said
    assert not archived(forge)
    assert "sources/post" in forge.held("seeds/permalinks.jsonl")  # the page of the new source, and all that came
    assert "An example article" in pages(forge.deployed)
    before = forge.commits()
    assert (post.asked, forge.run("fetch").failed, post.asked, forge.commits()) == (1, [], 1, before)


def test_a_report_that_would_reach_out_is_posted_and_does_nothing(forge):
    """Whatever a pull request's own run put in place of the report, the comment notifies nobody and links nowhere."""
    head = forge.pull_request(1, article(*LOCK))
    report = forge.folder / "artifacts/7/impact/impact.md"
    report.parent.mkdir(parents=True)
    report.write_text("@everyone [log in](https://evil.example) <img src=x> `$(id)` $(id) fixes #1\n")
    event = {"head_sha": head, "id": "7", "html_url": "https://forge.example/runs/7"}
    run = forge.run("comment", **{f"github.event.workflow_run.{name}": it for name, it in event.items()})
    assert not run.failed, run.said
    said = (forge.comments / "1.md").read_text()
    assert said.replace("\N{WORD JOINER}", "").startswith(report.read_text())
    assert not any(sign in said.partition("\n")[0] for sign in ("@e", "](", "https://", "<i", "#1"))


def test_a_check_without_a_report_or_of_an_older_commit_posts_nothing(forge):
    """There is nothing to say, or somebody else's check says it."""
    head = forge.pull_request(1, article(*LOCK))
    (forge.folder / "artifacts/7/impact").mkdir(parents=True)
    (forge.folder / "artifacts/7/impact/impact.md").write_text("# Report\n")
    for commit, run_id in ((head, "8"), ("0" * 40, "7")):
        event = {"head_sha": commit, "id": run_id, "html_url": "https://forge.example/runs/7"}
        assert not forge.run("comment", **{f"github.event.workflow_run.{name}": it for name, it in event.items()}).failed
    assert not list(forge.comments.iterdir())
