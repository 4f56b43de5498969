"""Search finds what a plain scan of the pages finds, on the shipped digest."""

import random
import re
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from browser.conftest import Handler
from theme.build import ROOT

from digest.write.site import NOT_SEARCHED

QUERIES = 50
ASK = """async ([bundle, queries]) => {
  const pagefind = await import(new URL("pagefind.js", new URL(bundle, location.href)))
  const found = []
  for (const [words, order] of queries) {
    const { results } = await pagefind.search(words, order ? { sort: { date: "desc" } } : {})
    found.push((await Promise.all(results.map((result) => result.data()))).map((data) => data.url))
  }
  return found
}"""


READ = """async ([paths, dropped]) => {
  const texts = []
  for (const path of paths) {
    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html")
    for (const one of page.querySelectorAll(`${dropped}, [data-pagefind-ignore]`)) one.remove()
    texts.push(page.querySelector("[data-pagefind-body]")?.textContent ?? "")
  }
  return texts
}"""
"""The text of pages without what is left out of the index; nothing of those that are in none."""


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """Return site/ of the digest that the repository ships, built as its own command builds it."""
    root = tmp_path_factory.mktemp("shipped")
    shutil.copytree(ROOT / "seeds", root / "seeds")
    shutil.copy(ROOT / "mkdocs.yml", root)
    (root / "digest").mkdir()
    (root / "digest" / "theme").symlink_to(ROOT / "digest" / "theme")
    subprocess.run([sys.executable, "-m", "digest", "build", "--quiet"], check=True, cwd=root)
    return root / "site"


def test_as_much_is_found_as_by_a_plain_scan(shipped, browser):
    """Fifty queries of one to three words that stand on a page, numbers and short words among them, in both orders."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(shipped)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/search/")
    paths = [f"/{path.parent.relative_to(shipped).as_posix()}/" for path in sorted(shipped.glob("stories/**/index.html"))]
    texts = zip(paths, page.evaluate(READ, [paths, NOT_SEARCHED]), strict=True)
    pages = {path: re.findall(r"\w+(?:[.,/]\w+)*", text.casefold()) for path, text in texts if text}
    chosen = random.Random(17)
    queries = []
    for number in range(QUERIES):
        words = pages[chosen.choice(sorted(pages))]
        at, length = chosen.randrange(len(words) - 3), number % 3 + 1
        queries.append((" ".join(words[at : at + length]), number % 2 == 0))
    answers = page.evaluate(ASK, ["../pagefind/", queries])
    page.close()
    server.shutdown()
    server.server_close()
    missed, most = [], 0
    for (query, _), found in zip(queries, answers, strict=True):
        wanted = {path for path, words in pages.items() if set(query.split()) <= set(words)}
        assert wanted
        most = max(most, len(wanted))
        missed += [(query, path) for path in wanted - set(found)]
    assert len(pages) > 20
    assert most > 10
    assert missed == []
