"""What is too large, too deep or too much: time, memory and message of the command that meets it.

usage: python benchmarks/bounds.py [NAME…]     prints a row an input: exit code, seconds, peak MB, what it says

Each input is made anew in a digest of its own and the command runs in a process of its own. What a server can do wrong
(bombs, slow and endless bodies, headers) is sent by a server on loopback.
"""

from __future__ import annotations

import gzip
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Made = tuple[str, ...]
"""A command's words, without the program and `--root`."""
BUILD: Made = ("build", "--no-site", "--now", "2026-06-30")
MINUTES = 30
WORDS = [
    "harbour",
    "pier",
    "ferry",
    "council",
    "budget",
    "tram",
    "school",
    "river",
    "bridge",
    "market",
    "storm",
    "vote",
    "mayor",
]


def _sentence(draw: random.Random) -> str:
    return f"The {' '.join(draw.choices(WORDS, k=14))} was told by {draw.randrange(999)} on {draw.randrange(1, 28)} June."


def _text(seed: int, sentences: int) -> str:
    draw = random.Random(seed)
    return "\n\n".join(" ".join(_sentence(draw) for _ in range(4)) for _ in range(sentences // 4))


def _article(root: Path, name: str, body: str, **header: object) -> None:
    head = "".join(f"{key}: {value}\n" for key, value in header.items())
    path = root / "seeds/articles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"---\ntitle: The harbour reopened\nurl: https://p.example/{name}\npublished: 2026-06-04\n{head}---\n{body}\n"
    )


def large_article(root: Path) -> Made:
    """An article of 9.9 MB, the most that is read being 10."""
    _article(root, "a.md", _text(1, 90_000)[:9_900_000])
    return BUILD


def large_story(root: Path) -> Made:
    """1,000 articles of 1,000 publishers about one event."""
    told = (
        "The harbour of Weston reopened on Thursday after the storm of 2 June, said mayor Ann Reed. Repairs cost $4 million."
    )
    for number in range(1_000):
        _article(root, f"{number}.md", f"{told}\n\n{_text(number, 8)}", source=f"paper-{number}")
        source = root / f"seeds/sources/paper-{number}.yml"
        source.write_text(f"name: Paper {number}\nhome: https://paper-{number}.example/\n")
    return BUILD


def many_items(root: Path) -> Made:
    """A source with 20,000 items in one feed."""
    draw = random.Random(1)
    items = "".join(
        f"<item><title>{' '.join(draw.choices(WORDS, k=6))} {number}</title><link>https://p.example/{number}</link>"
        f"<guid>{number}</guid><pubDate>{1 + number % 28:02d} Jun 2026 08:00:00 GMT</pubDate>"
        f"<description>{_sentence(draw)}</description></item>"
        for number in range(20_000)
    )
    (root / "f.xml").write_text(_rss(items))
    return ("add", str(root / "f.xml"), "--now", "2026-06-30")


def many_topics(root: Path) -> Made:
    """5,000 topics, and 100 articles."""
    for number in range(5_000):
        name = f"topic-{number}"
        (root / f"seeds/topics/{name}.yml").write_text(
            f"name: Topic {number}\naliases: [harbour {number}, 'pier {number}']\n"
        )
    for number in range(100):
        _article(root, f"{number}.md", f"The harbour {number} opened.\n\n{_text(number, 8)}")
    return BUILD


def large_feed(root: Path) -> Made:
    """A feed of 200 MB in a file."""
    item = f"<item><title>A</title><link>https://p.example/a</link><description>{_text(1, 40)}</description></item>"
    with (root / "f.xml").open("w") as file:  # in parts, for a process begins with the memory of the one that starts it
        file.write(_rss("").removesuffix("</channel></rss>"))
        for _ in range(200 * 2**20 // len(item)):
            file.write(item)
    return ("add", str(root / "f.xml"), "--now", "2026-06-30")


def yaml_anchors(root: Path) -> Made:
    """Nine anchors, each ten of the one before."""
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10))]
    (root / "seeds/digest.yml").write_text("\n".join(lines) + "\n")
    return BUILD


def yaml_brackets(root: Path) -> Made:
    """100,000 brackets."""
    (root / "seeds/digest.yml").write_text(f"title: {'[' * 100_000}\n")
    return BUILD


def deep_html(root: Path) -> Made:
    """A page of 10,000 elements in each other."""
    page = f"<html><title>The harbour</title><body>{'<div>' * 10_000}<p>{_text(1, 8)}</p>{'</div>' * 10_000}</body></html>"
    (root / "seeds/articles/a.html").write_text(page)
    return BUILD


def long_line(root: Path) -> Made:
    """An article whose 5 MB are one word."""
    _article(root, "a.md", "a" * 5 * 2**20)
    return BUILD


def many_links(root: Path) -> Made:
    """A page of 100,000 links."""
    links = "".join(f"<a href='https://p.example/{number}'>harbour {number}</a> " for number in range(100_000))
    (root / "seeds/articles/a.html").write_text(f"<html><title>The harbour</title><p>{_text(1, 8)}</p><p>{links}</p></html>")
    return BUILD


def gzip_bomb(root: Path) -> Made:
    """1 GB of nothing in 1 MB."""
    return _served(root, "gzip", lambda: [gzip.compress(b"\0" * 2**20, 9) * 1_024])


def brotli_bomb(root: Path) -> Made:
    """A coding that nobody asked for, whatever it would unpack to."""
    return _served(root, "br", lambda: [b"\x81\x00\x00" * 1_000])


def slow_body(root: Path) -> Made:
    """A byte a second."""
    return _served(root, "", lambda: _slowly(b"<rss>" * 1_000))


def endless_body(root: Path) -> Made:
    """As many bytes as are taken."""
    return _served(root, "", lambda: (b"<item>" * 10_000 for _ in range(10**6)))


def many_headers(root: Path) -> Made:
    """100,000 headers."""
    return _served(root, "", lambda: [_rss("").encode()], headers=b"".join(b"X-%d: a\r\n" % n for n in range(100_000)))


def _rss(items: str) -> str:
    return f"<rss version='2.0'><channel><title>P</title><link>https://p.example/</link>{items}</channel></rss>"


def _slowly(data: bytes) -> Iterator[bytes]:
    for at in range(len(data)):
        yield data[at : at + 1]
        time.sleep(1)


def _served(root: Path, encoding: str, body: Callable[[], object], headers: bytes = b"") -> Made:
    """Answer one request with this body from a thread, and name the server as a source of the digest."""
    server = socket.create_server(("127.0.0.1", 0))
    host = f"127.0.0.1:{server.getsockname()[1]}"
    coding = b"Content-Encoding: " + encoding.encode() + b"\r\n" if encoding else b""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n" + coding + headers + b"Connection: close\r\n\r\n"

    def answer() -> None:
        while True:
            with suppress(OSError), server.accept()[0] as line:
                line.recv(65_536)
                line.sendall(head)
                for part in body():  # type: ignore[attr-defined]
                    line.sendall(part)

    threading.Thread(target=answer, daemon=True).start()
    (root / "seeds/digest.yml").write_text(f'title: D\nnetwork:\n  allow: ["{host}"]\n  contact: https://d.example/\n')
    (root / "seeds/sources/p.yml").write_text(f"name: P\nhome: https://p.example/\nfeeds: [{{url: 'http://{host}/f'}}]\n")
    return ("fetch", "--now", "2026-06-30")


INPUTS: tuple[Callable[[Path], Made], ...] = (
    *(large_article, large_story, many_items, many_topics, large_feed, yaml_anchors, yaml_brackets, deep_html, long_line),
    *(many_links, gzip_bomb, brotli_bomb, slow_body, endless_body, many_headers),
)


@contextmanager
def _digest() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("seeds/articles", "seeds/sources", "seeds/topics", "content"):
            (root / name).mkdir(parents=True)
        yield root


def measured(make: Callable[[Path], Made]) -> str:
    """Return an input's row: name, exit code, seconds of CPU and of the clock, MB, last line said."""
    with _digest() as root:
        words = make(root)
        began = time.monotonic()
        with tempfile.TemporaryFile("w+") as said:
            run = subprocess.Popen([sys.executable, "-m", "digest", *words, "--root", root], stdout=said, stderr=said)
            timer = threading.Timer(MINUTES * 60, run.kill)
            timer.start()
            _, status, usage = os.wait4(run.pid, 0)
            timer.cancel()
            run.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            lines = [line.replace(str(root), "") for line in said.read().splitlines()] or [""]
        wall, cpu = time.monotonic() - began, usage.ru_utime + usage.ru_stime
        told = next((line for line in lines if "bug" in line or ": " in line), lines[-1])
        return f"| {make.__name__} | {run.returncode} | {cpu:.1f} | {wall:.0f} | {usage.ru_maxrss // 1024} | {told[:200]} |"


def main(names: list[str]) -> None:
    """Print the table of these inputs, or of all."""
    print("| input | exit | CPU s | s | MB | what it says |\n|---|---|---|---|---|---|")
    for make in INPUTS:
        if not names or make.__name__ in names:
            print(measured(make), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
