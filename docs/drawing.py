"""Draw the house in docs/design.md from what its modules import.

    python docs/drawing.py            # writes the drawings into docs/design.md
    python docs/drawing.py --check    # exit code 1 where they are not what the imports say

One drawing of the rooms and the ground floor, one of the rooms within link and one of those within acquire. An arrow goes
from who imports to what is imported, and is left out where a longer way leads there.
"""

from __future__ import annotations

import sys
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import grimp

DESIGN = Path(__file__).with_name("design.md")
DRAWN = {
    "digest": {"__main__", "cli", "model", "errors"},  # the command line imports all; nearly all import the others
    "digest.link": set(),
    "digest.acquire": set(),
}
"""Packages that are drawn, and what of each is left out."""


@cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph("digest", cache_dir=None)


def arrows(package: str) -> set[tuple[str, str]]:
    """Return (importer, imported) between the children of a package, by their names within it."""
    graph = _graph()
    children = sorted(graph.find_children(package) - {f"{package}.{name}" for name in DRAWN[package]})
    found = set()
    for one in children:
        for other in children:
            if one != other and graph.direct_import_exists(importer=one, imported=other, as_packages=True):
                found.add((one.rpartition(".")[2], other.rpartition(".")[2]))
    return found


def reduced(pairs: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the arrows that no longer way replaces, sorted."""

    def ways(start: str, goal: str, direct: tuple[str, str]) -> bool:
        seen, rest = set(), [start]
        while rest:
            here = rest.pop()
            for one, other in pairs:
                if one == here and (one, other) != direct and other not in seen:
                    if other == goal:
                        return True
                    seen.add(other)
                    rest.append(other)
        return False

    return sorted(pair for pair in pairs if not ways(*pair, pair))


def drawing(package: str) -> str:
    """Return the drawing of a package as Mermaid text: its folders in a line, then a line for each that imports others."""
    folders = {path.name for path in Path(*package.split(".")).iterdir() if path.is_dir()}
    pairs = reduced(arrows(package))
    named = [f'{name}["{name}/"]' for name in sorted({name for pair in pairs for name in pair} & folders)]
    lines = [f"  {one} --> {' & '.join(other for _, other in each)}" for one, each in groupby(pairs, key=itemgetter(0))]
    return "\n".join(["```mermaid", "flowchart TD", f"  {' & '.join(named)}", *lines, "```"])


def drawn(text: str) -> str:
    """Return design.md's text with its drawings as the imports are now."""
    for package in DRAWN:
        before, mark, rest = text.partition(f"<!-- drawing of {package} -->\n")
        if mark:
            text = f"{before}{mark}{drawing(package)}\n<!-- end -->{rest.partition('<!-- end -->')[2]}"
    return text


def main() -> int:
    """Write the drawings, or only check them."""
    was = DESIGN.read_text("utf-8")
    now = drawn(was)
    if "--check" in sys.argv:
        return int(was != now)
    DESIGN.write_text(now, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
