"""The consoles of a page of docs/: which files it shows, which commands it runs, and what these print.

A fenced block with a `title` is a file, which is written where the shell stands. A block `console` holds lines `$ COMMAND`,
each with what it prints below it; a line `…` stands for any lines, a `…` within a line for any words, and `# ends with N`
for the exit code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

FENCE = re.compile(r'^```(?P<kind>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL)
MARK = "\x1e"


@dataclass
class Command:
    """A command, what is shown below it, and the exit code that the page names."""

    words: str
    shown: list[str]
    code: int


def steps(page: str) -> list[tuple[str, str] | Command]:
    """The files (path, text) and commands of a page, in order."""
    found: list[tuple[str, str] | Command] = []
    for block in FENCE.finditer(page):
        if block["title"]:
            found.append((block["title"], block["text"]))
        elif block["kind"] == "console":
            for line in block["text"].splitlines():
                if line.startswith("$ "):
                    ends = re.search(r"\s+# ends with (\d)$", line)
                    found.append(Command(line[2 : ends.start() if ends else None], [], int(ends[1]) if ends else 0))
                else:
                    assert isinstance(found[-1], Command), f"no command stands above {line!r}"
                    found[-1].shown.append(line)
    return found


def script(found: list[tuple[str, str] | Command]) -> str:
    """The page as one script of a shell, which prints a mark and the exit code after each command."""
    lines = []
    for step in found:
        if isinstance(step, Command):
            lines.append(f"{{ {step.words}\n}} 2>&1 </dev/null; printf '\\n{MARK}%s{MARK}' $?")
        else:
            path, text = step
            lines.append(f"mkdir -p \"$(dirname '{path}')\" && cat > '{path}' <<'END OF FILE'\n{text}END OF FILE")
    return "\n".join(lines) + "\n"


def printed(out: str) -> list[tuple[str, int]]:
    """What each command printed, and its exit code."""
    parts = out.split(MARK)[:-1]
    return [(parts[at].strip("\n"), int(parts[at + 1])) for at in range(0, len(parts), 2)]


def fits(shown: list[str], out: str) -> bool:
    """Whether a command printed what the page shows; a page that shows nothing says that nothing is printed."""
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == "…" else ".*?".join(map(re.escape, line.rstrip().split("…"))) + r" *\n"
        for line in shown
    )
    return re.fullmatch(pattern, f"{out}\n" if out else "") is not None
