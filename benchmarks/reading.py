"""What a reader waits for and what moves, in a real Chromium: python benchmarks/reading.py SITE

For the front, a day, and the story, topic and source with most in them: requests, those to other hosts, bytes after gzip,
the largest paint and the shift of the layout (https://web.dev/articles/vitals), on a phone's screen with a processor four
times slower and a network of 1.6 Mbit/s with 150 ms to the server and back.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

KINDS = {
    "front": "index.html",
    "story": "stories/*/*/*/index.html",
    "day": "editions/[0-9]*/[0-9]*/[0-9]*/index.html",
    "topic": "topics/*/index.html",
    "source": "sources/*/index.html",
}
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER = 4
PHONE = {"width": 390, "height": 844}
SETTLED = 3_000  # ms after which nothing more is waited for
OBSERVED = """
window.seen = {paint: 0, shift: 0};
new PerformanceObserver(list => { for (const one of list.getEntries()) seen.paint = one.startTime; })
  .observe({type: "largest-contentful-paint", buffered: true});
new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput) seen.shift += one.value; })
  .observe({type: "layout-shift", buffered: true});
"""


class Compressed(SimpleHTTPRequestHandler):
    """Serves files as a static host does: compressed."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with the file, or 404."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        data = gzip.compress(path.read_bytes(), mtime=0) if path.is_file() else b""
        self.send_response(200 if data else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def measure(browser: Browser, home: str, path: str) -> str:
    """Open a page for the first time and say what it cost."""
    page = browser.new_context(viewport=PHONE).new_page()
    requests: list[str] = []
    sizes: list[int] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("response", lambda answer: sizes.append(int(answer.headers.get("content-length", 0))))
    page.add_init_script(OBSERVED)
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.emulateNetworkConditions", NETWORK)
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(home + path, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)
    paint = page.evaluate("seen.paint")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(SETTLED)
    shift = page.evaluate("seen.shift")
    page.context.close()
    foreign = sum(not url.startswith(home) for url in requests)
    cost = f"{len(requests)} requests ({foreign} to other hosts), {sum(sizes) / 1000:.1f} kB"
    return f"{cost}, largest paint {paint / 1000:.2f} s, shift {shift:.3f}"


def main() -> None:
    """Print a line a page."""
    site = Path(sys.argv[1])
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressed, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        for kind, pattern in KINDS.items():
            found = [path for path in site.glob(pattern) if 'http-equiv="refresh"' not in path.read_text("utf-8")]
            if found:
                path = max(found, key=lambda path: (path.stat().st_size, path)).parent.relative_to(site).as_posix()
                path = "" if path == "." else f"{path}/"
                print(f"{kind:7} {measure(browser, f'http://127.0.0.1:{server.server_port}/', path)}  {path}")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
