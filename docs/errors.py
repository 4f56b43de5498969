"""Write docs/errors.md, the page of every code of a problem, from docs/errors.yml.

python docs/errors.py             # writes the page
python docs/errors.py --check     # exit code 1 where the page is not what the list says
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

LIST = Path(__file__).with_name("errors.yml")
PAGE = Path(__file__).with_name("errors.md")
OPENING = """\
# What can be wrong, and what to write instead

`digest check` prints each problem as `file:line:column: what is wrong; what to write instead`, `--format github` as an
annotation beside the line, `--format json` as an object whose `code` is one of those below. What is wrong costs itself
alone: the key, the item, the file; the rest is built. A problem in a file that a person wrote makes the exit code 2; a note,
and what a feed or its server did, does not.

This page is made by `python docs/errors.py` of `docs/errors.yml`, whose files a test gives to the program.
"""


def page(found: dict[str, Any]) -> str:
    """Return the page of a list: a section a code, with what it means and its examples."""
    return "\n".join([OPENING, *_index(found["codes"]), *_sections(found)]).rstrip() + "\n"


def _index(codes: dict[str, Any]) -> Iterator[str]:
    yield " · ".join(f"[{code}](#{code})" for code in codes) + "\n"


def _sections(found: dict[str, Any]) -> Iterator[str]:
    for code, said in found["codes"].items():
        yield f"## {code}\n\n{said['means']}\n"
        if "example" in said:
            yield f"    {said['example']}; {said['remedy']}\n"
        for example in found["files"]:
            if example["code"] == code:
                for name, text in (*example.get("beside", {}).items(), (example["file"], example["text"])):
                    yield f"`{name}`{'' if text else ' (empty)'}\n"
                    if text:
                        yield "\n".join(f"    {line}" for line in text.rstrip("\n").split("\n")) + "\n"
                yield "says\n\n" + "\n".join(f"    {line}" for line in example["says"]) + "\n"


def main() -> None:
    """Write the page, or with `--check` only compare."""
    made = page(yaml.safe_load(LIST.read_text("utf-8")))
    if "--check" in sys.argv:
        sys.exit(made != PAGE.read_text("utf-8"))
    PAGE.write_text(made, "utf-8")


if __name__ == "__main__":
    main()
