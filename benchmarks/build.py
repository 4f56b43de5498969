"""What a build costs: CPU of the pipeline, MkDocs and Pagefind on a synthetic digest, and the peak memory of each.

    python benchmarks/build.py [--stories 1000] [--eleventy FOLDER] [--pelican PROGRAM]

Ratios of one run count; seconds differ from machine to machine. Rows of the pipeline that name no number of processes are of
one; memory is that of the largest process. Rows of the site are of whole builds: pipeline, MkDocs, Pagefind. Each is made of
what the one before left aside, so the second change of an article says what every later one costs.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from peers import eleventy, hugo, pelican
from synthetic import generate

from digest.write.site import PAGEFIND


def measure(command: list[str], folder: Path) -> tuple[float, float, float]:
    """Run a command to its end: (CPU seconds of it and its children, seconds that passed, peak memory in MB)."""
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed in {folder}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - began, usage.ru_maxrss / 1024


def forgotten(folder: Path) -> None:
    """Delete all that a build made."""
    for name in (".digest", "content", "site"):
        shutil.rmtree(folder / name, ignore_errors=True)


def edited(folder: Path) -> None:
    """Change a word of the newest article that still has it."""
    paths = sorted((folder / "seeds" / "articles").rglob("*.md"), reverse=True)
    path = next(path for path in paths if " the " in path.read_text())
    path.write_text(path.read_text().replace(" the ", " a ", 1))


def main() -> None:
    """Generate, build step by step, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--eleventy", type=Path, help="where `npm install @11ty/eleventy` ran")
    parser.add_argument("--pelican", type=Path, help="the program of an environment with Pelican")
    given = parser.parse_args()
    stories = given.stories
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        generate(folder, stories, 4)
        python = [sys.executable, "-m"]
        build, site = [*python, "digest", "build", "--no-site"], [*python, "digest", "build", "--jobs", "1"]
        steps: dict[str, tuple[list[str], Callable[[Path], None] | None]] = {
            "pipeline, from nothing, all cores": (build, None),
            "pipeline, from nothing": ([*build, "--jobs", "1"], forgotten),
            "pipeline, nothing changed": ([*build, "--jobs", "1"], None),
            "pipeline, one article changed": ([*build, "--jobs", "1"], edited),
            "site, from content": (site, None),
            "site, one article changed": (site, edited),
            "site, another article changed": (site, edited),
            "site, nothing changed": (site, None),
            "MkDocs": ([*python, "mkdocs", "build", "--quiet"], None),
            "Pagefind": ([*python, "pagefind", "--site", "site", *PAGEFIND], None),
        }
        measured = {}
        for step, (command, before) in steps.items():
            if before is not None:
                before(folder)
            measured[step] = measure(command, folder)
        others = {
            "Hugo": lambda site: hugo(folder / "content", site),
            "Eleventy": lambda site: eleventy(folder / "content", site, given.eleventy),
            "Pelican": lambda site: pelican(folder / "content", site, given.pelican),
        }
        for name, prepare in others.items():
            site = folder / "others" / name
            if command := prepare(site):
                measured[f"{name}, on the same pages"] = measure(command, site)
        pages = sum(1 for _ in (folder / "content").rglob("*.md"))
        print(f"{stories} stories of 4 sources, {pages} pages")
        for step, (cpu, took, memory) in measured.items():
            ratio = cpu / measured["MkDocs"][0]
            print(f"{step:<36}{cpu:8.1f} s CPU{took:8.1f} s{memory:8.0f} MB peak{ratio:8.2f} of MkDocs")


if __name__ == "__main__":
    main()
