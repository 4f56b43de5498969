"""`digest serve`: a change of a seed or a page shows in the browser, and a build never causes the next."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from errno import EADDRINUSE

import pytest

from digest.errors import UsageError
from digest.write import preview
from digest.write.banner import with_banner

pytestmark = pytest.mark.slow
BAR = 'data-digest="broken"'

PATIENCE = 60  # seconds until a test gives up waiting; no promise about speed


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


def eventually(check):
    """Return the first true answer of `check`."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := check():
            return found
        time.sleep(0.1)
    pytest.fail("it never came true")


@pytest.fixture(name="preview")
def running(root, seed):
    """A running preview: (root, get a page's text, the lines it printed)."""
    seed(
        "articles/first.md", "---\ntitle: Harbour reopens\npublished: 2026-06-04\ntext: brief\n---\nThe harbour reopened.\n"
    )
    port, log = free_port(), root / "serve.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "digest", "serve", "--root", str(root), "--port", str(port)],
            stderr=out,
            stdout=out,
            env=os.environ | {"NO_PROXY": "127.0.0.1"},
        )

    def get(path: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=90) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.read().decode()
        except OSError as error:
            return f"{error}"

    eventually(lambda: "Harbour reopens" in get(""))
    yield root, get, lambda: log.read_text().splitlines()
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=PATIENCE) == 0


def builds(lines: list[str]) -> int:
    return sum(line.startswith("site/ is") for line in lines)


def test_an_edited_seed_and_an_edited_page_reach_the_browser_once(preview, seed):
    """The page changes, the browser is told to reload, and after two edits there were three builds."""
    root, get, lines = preview
    epoch = int(re.search(r"livereload\((\d+), ", get(""))[1])
    seed("articles/first.md", "---\ntitle: Harbour closes\npublished: 2026-06-04\ntext: brief\n---\nThe harbour closed.\n")
    eventually(lambda: "Harbour closes" in get(""))
    assert int(get(f"livereload/{epoch}/1")) > epoch
    eventually(lambda: builds(lines()) == 2)  # a further change ends the build of site/ before it
    (root / "content" / "about.md").write_text("# About us\n")
    eventually(lambda: "About us" in get("about/"))
    eventually(lambda: builds(lines()) == 3)
    time.sleep(2)  # long enough for a loop to show
    assert builds(lines()) == 3


def test_a_broken_seed_is_reported_and_the_preview_goes_on(preview, seed):
    """The last good site stays, the problem is named, and mending it is seen."""
    _, get, lines = preview
    seed("articles/second.md", "---\ntitle: [\n---\nx\n")
    eventually(lambda: any(line.startswith("seeds/articles/second.md:2:9:") for line in lines()))
    eventually(lambda: BAR in get(""))
    assert "Harbour reopens" in get("")
    assert "seeds/articles/second.md:2:9:" in get("").partition(BAR)[2]
    assert BAR in get("no-such-page/")
    seed("articles/second.md", "---\ntitle: A bridge falls\npublished: 2026-06-05\ntext: brief\n---\nThe bridge fell.\n")
    eventually(lambda: "A bridge falls" in get(""))
    eventually(lambda: BAR not in get(""))


def test_what_ends_a_build_is_shown_too(preview):
    """A mkdocs.yml that MkDocs cannot take leaves the last good site, with MkDocs' words on it."""
    root, get, _ = preview
    settings = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(settings.replace("name: material", "name: <b>ad</b>"))
    eventually(lambda: BAR in get(""))
    assert "&lt;b&gt;ad" in get("").partition(BAR)[2]
    (root / "mkdocs.yml").write_text(settings)
    eventually(lambda: BAR not in get(""))


def test_the_port_in_use_is_said_before_anything_is_built(root, digest):
    """Exit 2 with a port that is free."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        taken = held.getsockname()[1]
        ran = digest("serve", "--root", root, "--port", taken)
    assert ran.code == 2
    free = int(re.search(r"in use; try --port (\d+)", ran.err)[1])
    assert free > taken
    assert not (root / "content" / "index.md").exists()
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", free))


@pytest.mark.parametrize("arguments", [("--port", 70000), ("--host", "no-such-host.invalid"), ("--host", "203.0.113.7")])
def test_an_address_that_cannot_be_had_is_said(root, digest, arguments):
    """Exit 2 with what to choose otherwise, and nothing is built."""
    ran = digest("serve", "--root", root, *arguments)
    assert ran.code == 2
    assert "--" in ran.err
    assert not (root / "content" / "index.md").exists()


def test_the_browser_is_opened_on_request(root, monkeypatch):
    """`--open` opens the page that is served, once there is one."""
    opened, said = [], []
    monkeypatch.setattr("webbrowser.open", opened.append)

    def end(self):
        raise KeyboardInterrupt

    monkeypatch.setattr("mkdocs.livereload.LiveReloadServer._build_loop", end)
    for wanted in (False, True):
        preview.serve(root, nothing, "127.0.0.1", 0, said.append, open_browser=wanted)
    assert len(opened) == 1
    assert re.fullmatch(r"http://127\.0\.0\.1:[1-9]\d*/", opened[0])
    assert any(opened[0] in line for line in said)


def nothing(_):
    """A build that finds nothing wrong."""
    return []


def page(environ, start_response):
    kind = environ["kind"]
    start_response("200 OK", [("Content-Type", kind), ("content-length", "29")])
    return [b"<html><body>words</bo", b"dy></html>"]


def test_the_preview_leaves_out_the_policy_that_would_refuse_its_own_script():
    """The page's other elements stay, and the length is right."""
    policy = b'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'

    def guarded(_, start_response):
        start_response("200 OK", [("Content-Type", "text/html")])
        return [b"<html><head>", policy, b"<title>x</title></head></html>"]

    started = []
    body = b"".join(with_banner(guarded, list)({}, lambda *it: started.append(it)))
    assert body == b"<html><head><title>x</title></head></html>"
    assert ("Content-Length", str(len(body))) in started[0][1]


@pytest.mark.parametrize("kind", ["text/html", "text/html; charset=utf-8"])
def test_the_bar_stands_in_html_and_shows_words_only(kind):
    """What a file holds cannot act on the page, the length is right, and no more than five are listed."""
    problems = [f"seeds/{n}.md:1:1: <script>alert({n})</script> \"' &amp;" for n in range(7)]
    started = []
    body = b"".join(with_banner(page, lambda: problems)({"kind": kind}, lambda *it: started.append(it)))
    assert body.startswith(b"<html><body>words<div ")
    assert body.endswith(b"</div></body></html>")
    assert b"<script" not in body
    assert b"&lt;script&gt;alert(4)" in body
    assert b"alert(5)" not in body
    assert b"and 2 more" in body
    assert [value for name, value in started[0][1] if name.lower() == "content-length"] == [str(len(body))]


@pytest.mark.parametrize(("kind", "problems"), [("text/html", []), ("application/json", ["x"])])
def test_nothing_else_is_touched(kind, problems):
    """Pages without a problem and other files go through as they are."""
    started = []
    body = b"".join(with_banner(page, lambda: problems)({"kind": kind}, lambda *it: started.append(it)))
    assert body == b"<html><body>words</body></html>"
    assert started == [("200 OK", [("Content-Type", kind), ("content-length", "29")])]


def test_a_first_build_that_fails_holds_no_address(root):
    """The error is the caller's, and the port is free again."""
    port = free_port()

    def failing(_):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        preview.serve(root, failing, "127.0.0.1", port, print)
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", port))


def test_a_bug_in_a_later_build_ends_the_preview(root, seed):
    """It is raised where the preview was started, not lost in a thread."""
    builds = []

    def build(_):
        builds.append(1)
        if len(builds) > 1:
            raise ZeroDivisionError
        return []

    with pytest.raises(ZeroDivisionError):
        preview.serve(root, build, "127.0.0.1", 0, lambda _: seed("articles/a.md", "Words.\n"))
    assert len(builds) == 2


def test_where_no_port_is_free_another_is_asked_for(root, monkeypatch):
    """By both options."""

    def taken(*_):
        raise OSError(EADDRINUSE, "Address already in use")

    monkeypatch.setattr(preview, "_Server", taken)
    with pytest.raises(UsageError, match=r"already in use; choose another with --host and --port"):
        preview.serve(root, nothing, "127.0.0.1", 8000, print)
