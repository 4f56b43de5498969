"""What the preview takes from a saved file to the page in the browser, over HTTP as a browser asks, and what it costs.

    python benchmarks/preview.py [--stories 1000] [--folder DIGEST]

Seconds pass between a file's change and the page that shows it, which is asked for when the server says "reload"; CPU is of
the preview and of what it started and waited for by then. With `--folder` the digest that lies there is taken, and changed.
"""

import argparse
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from build import edited
from synthetic import generate

PATIENCE = 600.0  # seconds until a page that does not show its change is an error
QUIET = 20  # seconds without a change, so that what follows a reload is done


class Preview:
    """A running `digest serve`."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as held:
            held.bind(("127.0.0.1", 0))
            self._port = held.getsockname()[1]
        command = [sys.executable, "-m", "digest", "serve", "--root", str(root), "--port", str(self._port), "--jobs", "1"]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def get(self, path: str) -> str:
        """Return what the server has there; waits for a build as a browser does."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/{path}", timeout=PATIENCE) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.read().decode()

    def wait(self) -> None:
        """Wait until the server listens and its first build is done. Ends the program where the server has ended."""
        while self._process.poll() is None:
            try:
                self.get("")
            except OSError:
                time.sleep(0.1)
            else:
                return
        sys.exit(f"digest serve ended with {self._process.returncode} before it listened; run it by hand to see why")

    def epoch(self, path: str) -> int:
        """Return the number that the script in a page has, which is older than that of the next reload."""
        found = re.search(r"livereload\((\d+), ", self.get(path))
        return int(found[1]) if found else 0

    def cpu(self) -> float:
        """Return the CPU seconds of the server and of what it waited for."""
        words = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, words[11:15])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Return the peak memory of the server in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024

    def end(self) -> None:
        """End the server as Ctrl-C does."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait()


def shown(
    preview: Preview, path: str, change: Callable[[], None], words: Callable[[], str], patience: float = PATIENCE
) -> tuple[float, float]:
    """Make a change, wait for the reload as the script in a page does, and ask for the page: (seconds, CPU seconds).

    Ends the program where the page does not hold the words after `patience` seconds.
    """
    epoch, cpu = preview.epoch("method/"), preview.cpu()
    began = time.monotonic()
    change()
    while time.monotonic() - began < patience:
        if int(preview.get(f"livereload/{epoch}/1")) <= epoch:  # which answers after a minute without one
            continue
        if words() in preview.get(path):
            return time.monotonic() - began, preview.cpu() - cpu
        epoch = preview.epoch("method/")
    sys.exit(f"/{path} does not hold {words()!r} {patience:.0f} s after the change: the preview does not show it")


def steps(folder: Path) -> dict[str, tuple[str, Callable[[], None], Callable[[], str]]]:
    """What is changed, by its name: the page to look at, how to change it, and what it then holds."""
    newest = max((folder / "seeds" / "articles").rglob("*.md"))
    source = min((folder / "seeds" / "sources").glob("*.yml"))
    sheet = folder / "theme" / "assets" / "digest.css"
    marks = iter(["Weekly", "Monthly", "Yearly"])
    mark = {"now": ""}

    def article() -> None:
        edited(folder)

    def title() -> None:
        mark["now"] = f"{next(marks)} Moorland"
        newest.write_text(re.sub(r"(?m)^title: .*$", f"title: {mark['now']} in view", newest.read_text()))

    def style() -> None:
        mark["now"] = f"/* {next(marks)} */"
        sheet.write_text(f"{sheet.read_text()}{mark['now']}\n")

    def name() -> None:
        mark["now"] = f"{next(marks)} Gazette"
        source.write_text(re.sub(r"(?m)^name: .*$", f"name: {mark['now']}", source.read_text()))

    now: Callable[[], str] = lambda: mark["now"]  # noqa: E731 - what the last step wrote
    return {
        "a seed, first": ("status/", article, lambda: "<html"),
        "a seed": (f"sources/outlet-{newest.stem}/", title, now),
        "the style sheet": ("assets/digest.css", style, now),
        "a source's name": (f"sources/{source.stem}/", name, now),
    }


def main() -> None:
    """Generate, serve, change one thing after another, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--quiet", type=float, default=QUIET, help="seconds between two changes")
    parser.add_argument(
        "--patience", type=float, default=PATIENCE, help="seconds until a page that does not change is an error"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        if not given.folder:
            generate(folder, given.stories, 4)
        preview = Preview(folder)
        try:
            preview.wait()
            for step, (path, change, words) in steps(folder).items():
                took, cpu = shown(preview, path, change, words, given.patience)
                print(f"{step:<24}{took:8.1f} s{cpu:8.1f} s CPU{preview.memory():8.0f} MB", flush=True)
                time.sleep(given.quiet)
        finally:
            preview.end()


if __name__ == "__main__":
    main()
