"""Broken files, and what the commands make of them: python tests/faults/fuzz.py [--inputs 20000] [--seed 1].

Each input is a digest in which one file that the program reads is damaged: bytes, lines, brackets, values and types, and of
one in ten its name; answers of servers are such files too. Each command must end with 0, 2 or 4, without an exception, in 5
seconds (of this process) and 500 MB.
"""

import argparse
import io
import json
import os
import random
import re
import resource
import shutil
import socketserver
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path

from digest.cli.main import main
from digest.errors import UsageError
from digest.model import Settings
from digest.write.new import new
from digest.write.settings import trusted_settings, untrusted_settings

SECONDS, MEGABYTES = 5, 500
NOW = ("--now", "2026-06-07")
ROOT = ("--root", "{root}")
TEXTS: dict[str, str] = json.loads(Path(__file__).with_name("files.json").read_text("utf-8"))
"""A file of each kind that the program reads, by its path in a digest; PORT stands for that of a server."""
MADE = (".digest/memo.db", ".digest/build.json", "content/.manifest.json")
"""What a build wrote of them, which the next one reads."""
FETCH = (("fetch", "n", *NOW, *ROOT),)
ADD = (("add", "--dry-run", "{file}", *NOW, *ROOT),)
COMMANDS = {
    "given/rows.jsonl": (("dedupe", "{file}"), ("group", "{file}"), ("link", "{file}", *ROOT)),
    "given/form": (("intake", "--by", "A", "--dry-run", "{file}", *NOW, *ROOT), ("comment", "{file}")),
    "given/feed.http": FETCH,
    "given/robots.http": FETCH,
    "given/page.http": (*FETCH, ("add", "--dry-run", "http://127.0.0.1:{port}/page", *NOW, *ROOT)),
    "given/moved.http": (("add", "--dry-run", "http://127.0.0.1:{port}/moved", *NOW, *ROOT),),
    "given/page.html": (*ADD, ("clean", "{file}", *ROOT)),
    "given/": ADD,
    "seeds/archive/n/http.json": (*FETCH, ("fetch", "--dry-run", *NOW, *ROOT)),
    "seeds/archive/a/http.json": (("fetch", "--dry-run", *NOW, *ROOT), ("sources", *NOW, *ROOT)),
    "seeds/articles/": (("clean", "{file}", *ROOT),),
    "seeds/sources/a.yml": (("export", "opml", *ROOT),),
    "seeds/": (("sources", *NOW, *ROOT),),
    "made-by.json": (("upgrade", *ROOT),),
    "": (("build", "--no-site", *ROOT),),
}
"""What reads a file first, by how its path begins."""
BUILD = ("build", "--no-site", *ROOT)
CHECK = ("check", "--format", "github", *NOW, *ROOT)
OTHERS = (
    *(("check", "--explain", *NOW, *ROOT), ("check", "--format", "json", *ROOT), ("export", "opml", *ROOT)),
    *(("mail", "2026-06-04", "--output", "{root}/given/day.eml", *NOW, *ROOT), ("fetch", "--dry-run", *NOW, *ROOT)),
    *(("mail", "--week", "2026-W23", "--output", "{root}/given/week.eml", *ROOT), ("add", "--dry-run", "{file}", *ROOT)),
    *(("why", "seeds/articles/a.md", "seeds/articles/b.txt", *ROOT), ("publish", "--dry-run", *ROOT)),
)
THEN = (*[()] * 32, *[CHECK] * 14, *[BUILD] * 9, *OTHERS)
"""What reads a file of seeds/ too: one of these."""
VALUES = (
    *("null", "[]", "{}", "-1", "1e999", "99999999999999999999999999", "true", '""', "[[]]", '{"a": {}}', "0", ".nan", "~"),
    *('"\\ud800"', '"\\u0000"', "9999-12-31", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-02-30"),
    *(
        "[1, [2]]",
        "[" + ", ".join(map(str, range(30))) + "]",
        "-9999999999999999999999",
        "9" * 5_000,
        '"a\\r\\nb: c"',
        "1e5",
    ),
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


NAMES = (
    *(
        b"\xff",
        b"\xed\xa0\x80",
        b"a\nb",
        b"\x1b[31m",
        "\u202e\u2028\x85".encode(),
        b"<img src=x onerror=a()>",
        b".",
        b"-x",
        b"%s{0}",
    ),
    *(b"a\\b", b"a'\"`b", b"#?&", b"a" * 240, "\u00e9".encode() * 120, b"CON", b"a b", b"{{x}}", b"[a](b)", b"::error::x"),
)
"""What a file may be called, without its ending."""


@dataclass(frozen=True)
class Input:
    """A digest's file, its damaged bytes, the name that it has then, and a further command that reads it."""

    name: str
    data: bytes
    called: bytes
    other: tuple[str, ...] = ()


def inputs(seed: int, count: int, whole: Mapping[str, bytes]) -> Iterator[Input]:
    """Yield so many, the same for a seed; `whole` are the files as they are."""
    chance = random.Random(seed)
    names = sorted(whole)
    for number in range(count):
        name = names[number % len(names)]
        data, called = whole[name], os.fsencode(Path(name).name)
        for _ in range(chance.choice((1, 1, 2, 4))):
            data = _damaged(chance, data)
        if name.startswith("seeds/") and chance.randrange(10) == 0:
            called = chance.choice(NAMES) + os.fsencode(Path(name).suffix)
            data = chance.choice((data, whole[name]))
        yield Input(name, data, called, chance.choice(THEN) if name.startswith("seeds/") else ())


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


@dataclass(frozen=True)
class Digest:
    """A digest on disk, its files as they are, and the port of the server whose answers lie in its given/."""

    root: Path
    whole: Mapping[str, bytes]
    port: int

    def run(self, one: Input) -> str:
        """Run what reads a file in the digest with it, and mend that again; return what is wrong, or nothing."""
        path = self.root / one.name
        damaged = path.parent / os.fsdecode(one.called)
        if damaged != path:
            path.unlink()
        damaged.write_bytes(one.data)
        try:
            return self._run(one, damaged)
        finally:
            damaged.unlink(missing_ok=True)
            path.write_bytes(self.whole[one.name])
            state = "seeds/archive/n/http.json"
            (self.root / state).write_bytes(self.whole[state])

    def _run(self, one: Input, path: Path) -> str:
        if one.name == "mkdocs.yml":
            return self._told(
                lambda: [each(self.root, Settings()) for each in (trusted_settings, untrusted_settings)], one.name
            )
        commands = next(them for part, them in COMMANDS.items() if one.name.startswith(part))
        for command in (*commands, *([one.other] if one.other else [])):
            sys.argv = ["digest", *(word.format(file=path, root=self.root, port=self.port) for word in command)]
            if found := self._told(main, command[0]):
                return found
        return ""

    @staticmethod
    def _told(work: Callable[[], object], name: str) -> str:
        """What is wrong with how something ends, or how long it takes."""
        began, said = time.process_time(), io.StringIO()
        try:
            with redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")), redirect_stderr(said):
                work()
        except SystemExit as ended:
            if ended.code not in (0, 2, 4, None):
                return f"{name}: exit code {ended.code}: {said.getvalue()[-500:]}"
        except UsageError:  # of what a command would have called
            pass
        except BaseException:  # noqa: BLE001 - whatever it is
            return f"{name}: {traceback.format_exc()[-1500:]}"
        took = time.process_time() - began
        return f"{name}: {took:.1f} s" if took > SECONDS else ""


def new_digest(folder: Path, port: int = 9) -> Path:
    """Make the digest whose files are damaged one at a time."""
    shutil.rmtree(folder, ignore_errors=True)
    new(folder)
    for name, text in TEXTS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.replace("PORT", str(port)).encode())
    return folder


class _Answers(socketserver.BaseRequestHandler):
    """Sends of each request's path the bytes of a file, as they are."""

    given: Path

    def handle(self) -> None:
        asked = re.match(rb"\w+ /(\w+)", self.request.recv(65_536))
        with suppress(OSError):
            self.request.sendall((self.given / f"{asked[1].decode() if asked else ''}.http").read_bytes())


def wrong(seed: int, count: int, folder: Path) -> Iterator[tuple[Input, str]]:
    """Yield each of so many inputs at which a command fails, and how."""
    handler = type("Handler", (_Answers,), {"given": folder / "whole/given"})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_address[1]
        root = new_digest(folder / "whole", port)
        sys.argv = ["digest", "build", "--no-site", "--quiet", "--root", str(root)]
        with suppress(SystemExit), redirect_stderr(io.StringIO()):
            main()
        whole = Digest(root, {name: (root / name).read_bytes() for name in (*TEXTS, *MADE)}, port)
        for one in inputs(seed, count, whole.whole):
            Path("/proc/self/clear_refs").write_text("5")  # forgets the peak of what ran before
            before, found = _peak(), whole.run(one)
            if found or _peak() - before > MEGABYTES:
                yield one, found or f"{_peak() - before} MB"
        server.shutdown()


def _peak() -> int:
    """The most megabytes that this process had since its peak was forgotten."""
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) // 1024


def main_script() -> None:
    """Print each input that fails, as JSON, and how many there were."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder that gets the file of each input that fails")
    options, failed = parser.parse_args(), 0
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = name
        for one, how in wrong(options.seed, options.inputs, Path(name)):
            failed += 1
            said = {"file": one.name, "called": repr(one.called), "other": one.other, "bytes": len(one.data), "how": how}
            sys.stdout.write(json.dumps(said) + "\n")
            sys.stdout.flush()
            if options.keep:
                options.keep.mkdir(exist_ok=True, parents=True)
                (options.keep / f"{failed}-{Path(one.name).name}").write_bytes(one.data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{options.inputs} inputs, {failed} failed, at most {peak} MB\n")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main_script()
