"""Fetch against feedparser alone: 1,000 feeds of 30 items from a server on loopback.

usage: python benchmarks/fetch.py [feeds] [items]     prints seconds of CPU and peak memory of each, and their ratios

Each side runs in a process of its own. `feedparser` reads the same bytes from disk, with its own settings; `fetch` asks the
server, reads, compares with the archive and appends; `again` is the next hour's fetch, when nothing has changed.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import feedparser

from digest.acquire.network.fetch import fetch
from digest.config import load

WORDS = ["harbour", "pier", "ferry", "council", "budget", "tram", "school", "river", "bridge", "market", "storm", "vote"]
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def feed_of(number: int, items: int) -> bytes:
    """One feed, the same on every machine: items of about 60 words in HTML, some with the whole text beside a summary."""
    draw = random.Random(number)
    parts = [
        f'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed {number}</title>'
    ]
    parts.append(f"<link>https://f{number}.example/</link><language>en</language>")
    for item in range(items):
        words = " ".join(draw.choices(WORDS, k=60))
        date = f"{1 + item % 28:02d} Oct 2026 {item % 24:02d}:00:00 GMT"
        parts.append(
            f"<item><title>{words[:60]}</title><link>https://f{number}.example/{item}</link><guid>g{item}</guid>"
            f"<pubDate>{date}</pubDate><description>&lt;p&gt;{words}&lt;/p&gt;</description>"
            f"<content:encoded><![CDATA[<p>{words}</p><p>{words}</p>]]></content:encoded></item>"
        )
    return ("".join(parts) + "</channel></rss>").encode()


def peak() -> float:
    """Return the most memory that this process ever had, in MB (getrusage would give its parent's before exec)."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def measure(work: Callable[[], object]) -> None:
    """Run `work` and print its seconds of CPU and its growth in MB as JSON."""
    before, started = peak(), time.process_time()
    work()
    print(json.dumps({"cpu": time.process_time() - started, "grown": peak() - before}))


def alone(root: str) -> None:
    """feedparser, file by file."""

    def work() -> None:
        for path in sorted(Path(root, "bytes").iterdir()):
            feedparser.parse(path.read_bytes())

    measure(work)


def fetched(root: str, hours: str) -> None:
    """One run of fetch."""
    config, _ = load(Path(root))
    measure(lambda: fetch(config, NOW + timedelta(hours=int(hours))))


class Handler(BaseHTTPRequestHandler):
    """Serves the files of a folder with an ETag."""

    folder: ClassVar[Path] = Path()

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        body = (self.folder / self.path.strip("/")).read_bytes()
        same = self.headers.get("If-None-Match") == '"v"'
        self.send_response(304 if same else 200)
        self.send_header("Content-Length", "0" if same else str(len(body)))
        self.send_header("ETag", '"v"')
        self.end_headers()
        self.wfile.write(b"" if same else body)


def main(feeds: int = 1000, items: int = 30) -> None:
    """Make the digest, run the three sides, print."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("bytes", "seeds/sources"):
            (root / name).mkdir(parents=True)
        Handler.folder = root / "bytes"
        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        host = f"127.0.0.1:{server.server_port}"
        (root / "seeds/digest.yml").write_text(f'network:\n  allow: ["{host}"]\n')
        for number in range(feeds):
            (root / f"bytes/{number}").write_bytes(feed_of(number, items))
            text = f"name: F{number}\nhome: https://f{number}.example/\nfeeds:\n- url: http://{host}/{number}\n"
            (root / f"seeds/sources/f{number}.yml").write_text(text)
        sides = {}
        for name, arguments in (("feedparser", ["alone"]), ("fetch", ["fetched", "0"]), ("again", ["fetched", "2"])):
            command = [sys.executable, __file__, arguments[0], folder, *arguments[1:]]
            sides[name] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        print(f"{feeds} feeds of {items} items, {sum(it.stat().st_size for it in (root / 'bytes').iterdir()) / 1e6:.0f} MB")
        for name, side in sides.items():
            ratio = side["cpu"] / sides["feedparser"]["cpu"]
            print(f"{name:<11}{side['cpu']:7.1f} s CPU  {ratio:5.2f} of feedparser  +{side['grown']:.0f} MB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["alone"]:
        alone(sys.argv[2])
    elif sys.argv[1:2] == ["fetched"]:
        fetched(*sys.argv[2:])
    else:
        main(*map(int, sys.argv[1:]))
