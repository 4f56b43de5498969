"""Broken files, and what the commands make of them: python tests/faults/fuzz.py [--inputs 20000] [--seed 1].

Each input is a digest in which one file that the program reads is damaged: bytes, lines, brackets, values and types. Each
command must end with 0, 2 or 4, without an exception, in 5 seconds (of this process) and 500 MB.
"""

import argparse
import io
import json
import os
import random
import re
import resource
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from digest.cli import main
from digest.write.new import new

SECONDS, MEGABYTES = 5, 500
NOW = ("--now", "2026-06-05")
TEXTS: dict[str, str] = json.loads(Path(__file__).with_name("files.json").read_text("utf-8"))
"""A file of each kind that the program reads, by its path in a digest."""
COMMANDS = {
    "given/rows.jsonl": (("dedupe", "{file}"), ("group", "{file}"), ("link", "{file}", "--root", "{root}")),
    "given/form.md": (("intake", "--dry-run", "{file}", *NOW, "--root", "{root}"), ("comment", "{file}")),
    "given/": (("add", "--dry-run", "{file}", *NOW, "--root", "{root}"),),
    "seeds/archive/a/http.json": (("fetch", "--dry-run", *NOW, "--root", "{root}"), ("sources", *NOW, "--root", "{root}")),
    "seeds/sources/a.yml": (("export", "opml", "--root", "{root}"), ("check", *NOW, "--root", "{root}")),
    "": (("build", "--no-site", "--root", "{root}"),),
}
VALUES = (
    *("null", "[]", "{}", "-1", "1e999", "99999999999999999999999999", "true", '""', "[[]]", '{"a": {}}', "0", ".nan", "~"),
    *('"\\ud800"', '"\\u0000"', "9999-12-31", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-02-30"),
    *('"9999-12-31T23:59:59-12:00"', '"0001-01-01T00:00:00+12:00"', "&a [*a]", "!!python/name:os.system", "!!binary x"),
    *(
        "http://[",
        "https://\u0130.example/",
        "javascript:alert(1)",
        "../../etc/passwd",
        "\u202e\u2028\x85",
        "1_000",
        "0x1F",
        "1:30",
    ),
)
TORN = (
    b"\xff\xfe",
    b"\0",
    b"\xed\xa0\x80",
    b"\r",
    b"\x1b[31m",
    b"---\n",
    b"+++\n",
    b": ",
    b"\t",
    b"'",
    b'"',
    b"<!--",
    b"<![CDATA[",
    b"&#x",
)
DEEP = (b"[", b"{", b'{"a":', b"<div>", b"(", b"> ", b"- ", b"<b><p>", b"[a](", b"*", b"`", b"|", b"<svg><math>", b"&a ")


@dataclass(frozen=True)
class Input:
    """A digest's file and its damaged bytes."""

    name: str
    data: bytes


def inputs(seed: int, count: int) -> Iterator[Input]:
    """Yield so many, the same for a seed."""
    chance = random.Random(seed)
    names = sorted(TEXTS)
    for number in range(count):
        name = names[number % len(names)]
        data = TEXTS[name].encode()
        for _ in range(chance.choice((1, 1, 2, 4))):
            data = _damaged(chance, data)
        yield Input(name, data)


def _damaged(chance: random.Random, data: bytes) -> bytes:
    at, other = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    kind = chance.randrange(9)
    if kind == 0:
        return data[:at] + data[other:]
    if kind == 1:
        return data[:at] + chance.choice(TORN) + data[at:]
    if kind == 2:
        return data[:at] + chance.choice(DEEP) * chance.choice((10, 300, 20_000, 100_000)) + data[at:]
    if kind == 3:
        return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    if kind == 4:
        return data[:other] + data[at:other] * chance.choice((1, 50)) + data[other:]
    return _revalued(chance, data)


def _revalued(chance: random.Random, data: bytes) -> bytes:
    """Put another value in the place of what stands behind a colon."""
    places = [at for at in range(len(data)) if data[at : at + 2] in (b": ", b"='", b"-\n")]
    if not places:
        return data
    begin = chance.choice(places) + 2
    end = next((at for at in range(begin + 1, len(data)) if data[at : at + 1] in b",}\n'"), len(data))
    return data[:begin] + chance.choice(VALUES).encode("utf-8", "surrogatepass") + data[end:]


def run(one: Input, root: Path) -> str:
    """Run what reads a file in a digest with it, and mend that again; return what is wrong, or nothing."""
    path = root / one.name
    path.write_bytes(one.data)
    try:
        return _run(one, path, root)
    finally:
        path.write_text(TEXTS[one.name])


def _run(one: Input, path: Path, root: Path) -> str:
    commands = next(them for part, them in COMMANDS.items() if one.name.startswith(part))
    for command in commands:
        words = [word.format(file=path, root=root) for word in command]
        began, said = time.process_time(), io.StringIO()
        try:
            sys.argv = ["digest", *words]
            with redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")), redirect_stderr(said):
                main()
        except SystemExit as ended:
            if ended.code not in (0, 2, 4, None):
                return f"{words[0]}: exit code {ended.code}: {said.getvalue()[-500:]}"
        except BaseException:  # noqa: BLE001 - whatever it is
            return f"{words[0]}: {traceback.format_exc()[-1500:]}"
        if (took := time.process_time() - began) > SECONDS:
            return f"{words[0]}: {took:.1f} s"
    return ""


def new_digest(folder: Path) -> Path:
    """Make the digest whose files are damaged one at a time."""
    shutil.rmtree(folder, ignore_errors=True)
    new(folder)
    for name, text in TEXTS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def wrong(seed: int, count: int, folder: Path) -> Iterator[tuple[Input, str]]:
    """Yield each of so many inputs at which a command fails, and how."""
    whole = new_digest(folder / "whole")
    for one in inputs(seed, count):
        Path("/proc/self/clear_refs").write_text("5")  # forgets the peak of what ran before
        before, found = _peak(), run(one, whole)
        if found or _peak() - before > MEGABYTES:
            yield one, found or f"{_peak() - before} MB"


def _peak() -> int:
    """The most megabytes that this process had since its peak was forgotten."""
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) // 1024


def main_script() -> None:
    """Print each input that fails, as JSON, and how many there were."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options, failed = parser.parse_args(), 0
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = name
        for one, how in wrong(options.seed, options.inputs, Path(name)):
            failed += 1
            shown = one.data if len(one.data) < 2_000 else one.data[:1_000] + b"..." + one.data[-500:]
            sys.stdout.write(json.dumps({"file": one.name, "data": repr(shown), "how": how}) + "\n")
            sys.stdout.flush()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{options.inputs} inputs, {failed} failed, at most {peak} MB\n")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main_script()
