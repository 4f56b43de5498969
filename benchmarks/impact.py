"""What `digest impact` costs with a warm cache: seconds on a synthetic digest, for several changes.

    python benchmarks/impact.py [--stories 1000]

Seconds differ from machine to machine; those of a build with nothing changed stand beside them. The program runs as an
installed one does, with its modules compiled.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from build import measure
from synthetic import generate

GIT = ("git", "-c", "user.name=Bench", "-c", "user.email=bench@weston.example", "-c", "gc.auto=0")


def an_article(root: Path) -> None:
    """One that joins a story."""
    path = next((root / "seeds" / "articles" / "00001").glob("*.md"))
    kept = [line for line in path.read_text().splitlines() if not line.startswith("url:")]
    path.with_name("new.md").write_text("\n".join(kept) + "\n\nThe harbour master of Weston counted 4,120 tonnes.\n")


def a_source(root: Path) -> None:
    """One more, with an article that tells what another has."""
    an_article(root)
    (root / "seeds" / "sources" / "harbour.yml").write_text("name: Harbour Post\nhome: https://harbour.example/\n")
    path = root / "seeds" / "articles" / "00001" / "new.md"
    path.write_text(re.sub("(?m)^source: .*", "source: harbour", path.read_text()))


def a_topic(root: Path) -> None:
    """One more, that a name in the titles stands for."""
    title = next((root / "seeds" / "articles" / "00001").glob("*.md")).read_text().partition("title: ")[2]
    (root / "seeds" / "topics" / "more.yml").write_text(f"name: {re.findall('[A-Z][a-z]+', title)[0]}\n")


def another_name(root: Path) -> None:
    """A source is called otherwise: it is named on most days."""
    path = root / "seeds" / "sources" / "outlet-00.yml"
    path.write_text(path.read_text().replace("name: ", "name: The "))


CHANGES: dict[str, Callable[[Path], None]] = {
    "nothing changed": lambda _: None,
    "an article more": an_article,
    "a source more": a_source,
    "a topic more": a_topic,
    "a source renamed": another_name,
}


def main() -> None:
    """Generate, build once, change, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=1000)
    stories = parser.parse_args().stories
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        generate(root, stories, 4)
        for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "A digest")):
            subprocess.run([*GIT, *words], cwd=root, check=True)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(root / ".digest" / "compiled")
        build, impact = ([sys.executable, "-m", "digest", *words] for words in (("build", "--no-site"), ("impact", "HEAD")))
        measure(build, root)
        cpu, passed, memory = measure(build, root)
        print(f"{stories} stories of 4 sources")
        print(f"{'build, nothing changed':<28}{cpu:8.1f} s CPU{passed:8.1f} s passed{memory:8.0f} MB peak")
        for change, make in CHANGES.items():
            make(root)
            measure(impact, root)  # what the change itself needs is read and linked: the cache is warm then
            cpu, passed, memory = measure(impact, root)
            print(f"{'impact, ' + change:<28}{cpu:8.1f} s CPU{passed:8.1f} s passed{memory:8.0f} MB peak")
            subprocess.run([*GIT, "checkout", "-q", "."], cwd=root, check=True)
            subprocess.run([*GIT, "clean", "-fdq", "seeds"], cwd=root, check=True)


if __name__ == "__main__":
    main()
