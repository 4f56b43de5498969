"""What a search costs a reader: bytes, requests, CPU and time until the first results, on a built site of many stories.

    python benchmarks/synthetic.py DIR --stories 2000     # then `digest build` in DIR
    python benchmarks/search.py DIR/site [--times 5] [QUERY …]

With `--times` the stories are indexed that often, with other names and numbers in each copy, which is cheaper to make than
pages. Bytes are compressed ones. CPU is that of the browser's process for the page, Pagefind's worker included. Then the
least of RUNS of CPU and time, from words that are pasted into the dialog, which has stood open for OPEN milliseconds, to
the first results; a machine that is busy with other work makes it longer.
"""

import argparse
import gzip
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

from playwright.sync_api import Browser, Request, sync_playwright

from digest.write.site import PAGEFIND

PARTS = ("ba", "ko", "ri", "ten", "lo", "mar", "ses", "vu", "dal", "pi", "gor", "ney", "ul", "tra", "zem")
NAME = re.compile(rf"\b(?:{'|'.join(PARTS)})(?:{'|'.join(PARTS)}){{2}}\b", re.IGNORECASE)
NUMBER = re.compile(r"\b[1-9]\d{3}\b")
PRINTED_YEAR = "20"
QUERIES = ("q=organ", "q=told+reporters", "q=houses&sort=date", "q=organ&month=2026-08")
CHROMIUM = "/usr/bin/chromium"
RUNS = 5
OPEN = 1_500
PASTED = """words => new Promise(done => {
  const began = performance.now(), field = document.querySelector("#search-words");
  new MutationObserver(() => document.querySelector(".search__results li") && done(performance.now() - began))
    .observe(document.querySelector(".search__results"), {childList: true});
  field.value = words;
  field.dispatchEvent(new Event("input", {bubbles: true}));
})"""


class Handler(SimpleHTTPRequestHandler):
    """Serves files without a word on the terminal."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript"}

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def multiply(site: Path, times: int) -> None:
    """Add copies of the stories' pages with names and numbers of their own, and index all anew; outlets keep their names."""
    rng = random.Random(20261130)
    pages = {path: path.read_text("utf-8") for path in sorted(site.glob("stories/**/index.html"))}
    outlets = {name for text in pages.values() for name in re.findall(r'source\[content\]" content="(\w+) ', text)}
    for copy in range(1, times):
        for path, text in pages.items():
            names: dict[str, str] = {}

            def other(found: re.Match[str], names: dict[str, str] = names) -> str:
                if found[0] in outlets:
                    return found[0]
                new = names.setdefault(found[0].lower(), "".join(rng.choice(PARTS) for _ in range(3)))
                return new.capitalize() if found[0][0].isupper() else new

            def amount(found: re.Match[str]) -> str:
                return found[0] if found[0].startswith(PRINTED_YEAR) else str(rng.randrange(1000, 9999))

            target = site / "stories" / f"copy-{copy}" / path.relative_to(site / "stories")
            target.parent.mkdir(parents=True)
            target.write_text(NUMBER.sub(amount, NAME.sub(other, text)), "utf-8")
    shutil.rmtree(site / "pagefind")
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(site), *PAGEFIND], check=True)


def cpu(browser: Browser) -> dict[int, float]:
    """Seconds of CPU of each process that shows pages."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return {process["id"]: process["cpuTime"] for process in told if process["type"] == "renderer"}


def waited(browser: Browser, address: str, words: str) -> tuple[float, float]:
    """From words in the dialog to the first results: milliseconds that pass, and of CPU."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.goto(address)
    page.keyboard.press("/")
    page.wait_for_timeout(OPEN)
    before = cpu(browser)
    took: float = page.evaluate(PASTED, words)
    spent = sum(after - before.get(process, 0) for process, after in cpu(browser).items())
    context.close()
    return took, spent * 1000


def measure(browser: Browser, address: str, query: str) -> str:
    """One search in a browser that has nothing yet: what came until the first results, and with the filters."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    came: list[Request] = []
    context.on("requestfinished", lambda request: came.append(request))  # noqa: PLW0108 - Playwright refuses built-in functions
    before = cpu(browser)
    page.goto(f"{address}search/?{query}", wait_until="commit")
    page.wait_for_selector(".search__results li")
    spent = sum(after - before.get(process, 0) for process, after in cpu(browser).items())
    page.wait_for_load_state("networkidle")
    weights: Counter[str] = Counter()
    for request in came:
        body = request.response().body()
        kind = request.url.split("?")[0].rsplit(".", 1)[-1]
        is_packed = kind.startswith("pf_") or kind == "pagefind"
        weights[kind if is_packed else "page"] += len(body if is_packed else gzip.compress(body, mtime=0))
    found = page.locator(".search__status").inner_text()
    context.close()
    runs = [waited(browser, address, parse_qs(query)["q"][0]) for _ in range(RUNS)]
    took, search = map(min, zip(*runs, strict=True))
    total, filters = sum(weights.values()) / 1000, weights["pf_filter"] / 1000
    sizes = f"{total - filters:8.0f} KB{filters:8.0f} KB{len(came):6}"
    return f"{query:<24}{found:>14}{sizes}{spent * 1000:8.0f} ms{search:8.0f} ms{took:8.0f} ms"


def main() -> None:
    """Copy the site, multiply it, and print a line a query."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("queries", nargs="*", default=QUERIES)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = Path(name) / "site"
        shutil.copytree(arguments.site, site, ignore=shutil.ignore_patterns("api", "*.svg", "card.png"))
        if arguments.times > 1:
            multiply(site, arguments.times)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless=new", "--no-sandbox"])
        stories = sum(1 for _ in site.glob("stories/**/index.html"))
        print(f"{stories} stories; to the first results: KB, of filters, requests, CPU; of it from the words on: CPU, time")
        for query in arguments.queries:
            print(measure(browser, f"http://127.0.0.1:{server.server_port}/", query))
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
