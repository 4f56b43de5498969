"""What a build costs: CPU of the pipeline, MkDocs and Pagefind on a synthetic digest, and the peak memory of each.

    python benchmarks/build.py [--stories 1000]

Ratios of one run count; seconds differ from machine to machine.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from synthetic import generate

from digest.write.site import PAGEFIND


def measure(command: list[str], folder: Path) -> tuple[float, float]:
    """Run a command to its end: (CPU seconds of it and its children, peak memory in MB)."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed in {folder}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Generate, build step by step, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=1000)
    stories = parser.parse_args().stories
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder, stories, 4)
        python = [sys.executable, "-m"]
        steps = {
            "pipeline, cold": [*python, "digest", "build", "--no-site"],
            "pipeline, nothing changed": [*python, "digest", "build", "--no-site"],
            "MkDocs": [*python, "mkdocs", "build", "--quiet"],
            "Pagefind": [*python, "pagefind", "--site", "site", *PAGEFIND],
        }
        measured = {step: measure(command, folder) for step, command in steps.items()}
        pages = sum(1 for _ in (folder / "content").rglob("*.md"))
        print(f"{stories} stories of 4 sources, {pages} pages")
        for step, (cpu, memory) in measured.items():
            print(f"{step:<28}{cpu:8.1f} s CPU{memory:8.0f} MB peak{cpu / measured['MkDocs'][0]:8.2f} of MkDocs")


if __name__ == "__main__":
    main()
