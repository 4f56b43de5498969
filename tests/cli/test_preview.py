"""`digest serve`: a change of a seed or a page shows in the browser, and a build never causes the next."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

pytestmark = pytest.mark.slow

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


@pytest.fixture
def preview(root, seed):
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
    assert "Harbour reopens" in get("")
    seed("articles/second.md", "---\ntitle: A bridge falls\npublished: 2026-06-05\ntext: brief\n---\nThe bridge fell.\n")
    eventually(lambda: "A bridge falls" in get(""))


def test_the_port_in_use_is_said(root, digest):
    """Exit 2 with what to do."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        ran = digest("serve", "--root", root, "--port", held.getsockname()[1])
    assert ran.code == 2
    assert "--port" in ran.err
