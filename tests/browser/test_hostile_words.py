"""Whatever contributors and publishers write stands as those letters wherever it stands, and nothing of it is live."""

import os
import subprocess
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from urllib.parse import urlsplit

import hostile
import pytest
from browser.conftest import Handler

NOW = ("--now", "2026-06-05")
STARTS = range(0, 200 * int(os.environ.get("DIGEST_ROUNDS", "1")), 200)
"""Where the payloads begin; each digest takes some three hundred of them, and all are taken in eighty rounds."""
LIVE = """() => {
  const own = location.origin, found = []
  for (const each of document.querySelectorAll("*")) {
    const tag = each.localName
    for (const {name, value} of each.attributes) {
      if (name.startsWith("on") || name === "style" || name === "srcdoc") found.push(`${tag} ${name}=${value}`)
      if (["href", "src", "action", "formaction", "data", "poster", "xlink:href"].includes(name)) {
        const address = new URL(value, document.baseURI)
        if (!["http:", "https:", "mailto:"].includes(address.protocol)) found.push(`${tag} ${name}=${value}`)
        if (!["a", "link", "use"].includes(tag) && address.origin !== own) found.push(`${tag} ${name}=${value}`)
        if (tag === "link" && each.rel.includes("stylesheet") && address.origin !== own) found.push(`${tag} ${value}`)
      }
    }
    if (["iframe", "object", "embed", "base", "frame", "math", "marquee", "video", "audio"].includes(tag)) found.push(tag)
    if (tag === "script" && !each.src && each.type !== "application/ld+json") found.push(`script ${each.textContent}`)
    if (tag === "meta" && each.httpEquiv && each.httpEquiv.toLowerCase() === "refresh") found.push("refresh")
    if (tag === "img" && !each.src) found.push("img")
  }
  for (const each of document.querySelectorAll('script[type="application/ld+json"]')) JSON.parse(each.textContent)
  return found
}"""


@pytest.fixture(scope="module", params=STARTS)
def made(request, shared, tmp_path_factory):
    """Return the words that were dealt, and the digest of them, built, with the mail of its day."""
    root = tmp_path_factory.mktemp("hostile") / "news"
    words = hostile.Words(hostile.payloads(shared("data/vectors")), request.param)
    hostile.lay_out(root, words)
    run(root, "build", "--no-site", *NOW)
    hostile.decide(root, words)
    run(root, "build", *NOW)
    run(root, "mail", "2026-06-05", *NOW, "--output", str(root / "site/day.eml"))
    return words, root


def run(root, *command):
    done = subprocess.run(
        [sys.executable, "-m", "digest", *command, "--root", root], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 2), done.stderr
    assert "Traceback" not in done.stderr


def test_every_word_is_literal_in_every_file(made):
    """Pages with titles, meta, attributes and JSON-LD; JSON, RSS, Atom, OPML, SVG, llms.txt, mail, the search index."""
    words, root = made
    files = [path for path in sorted((root / "site").rglob("*")) if path.is_file()]
    assert [(path.name, *wrong) for path in files for wrong in hostile.wrong_in(path, words)] == []
    held = {
        suffix: {
            mark for path in files if path.suffix == suffix for text in hostile.texts_of(path) for mark in words.marks(text)
        }
        for suffix in hostile.SUFFIXES
    }
    assert all(held.values()), {suffix: len(marks) for suffix, marks in held.items()}
    assert len(set().union(*held.values())) > len(words.dealt) / 3


@pytest.fixture
def served(made):
    """Serve the site below a path; yield its address."""
    _, root = made
    (root.parent / "served").mkdir(exist_ok=True)
    if not (link := root.parent / "served/news").exists():
        link.symlink_to(root / "site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(link.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/news/"
    server.shutdown()
    server.server_close()


def test_nothing_is_live_in_a_browser(made, served, browser):
    """No dialog, no word on the console, no request to another host, no script's error, and no element of theirs."""
    _, root = made
    pages = sorted({path.parent.relative_to(root / "site").as_posix() for path in (root / "site").rglob("index.html")})
    said, context = [], browser.new_context(service_workers="block")
    page = context.new_page()
    page.on("dialog", lambda dialog: (said.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: said.append(f"console {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error {error}"))
    page.on("request", lambda request: said.append(request.url) if urlsplit(request.url).hostname != "127.0.0.1" else None)
    for path in [*pages, "404.html", "search/?q=qz0000z", "search/?q=council"]:
        page.goto(f"{served}{path if '?' in path or path.endswith('html') else f'{path}/'}".replace("/./", "/"))
        if "?" in path:
            page.wait_for_timeout(1_500)
        said += [f"{path}: {each}" for each in page.evaluate(LIVE)]
    context.close()
    assert [each for each in said if "blocked by Playwright" not in each] == []  # the worker that keeps pages for offline
