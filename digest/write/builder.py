"""MkDocs, asked only for the pages that changed.

`mkdocs build --dirty` renders a page where its HTML is missing or older than its Markdown. What it does not know is kept
here, behind a seal of this machine's: which Markdown each HTML was made of (both by hash, not by file time), pages that are
gone, and pages that link to one that came or went. A change of the theme, of mkdocs.yml or of a version is a build from
nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path, PurePosixPath

import yaml

from digest.common.jsontext import json_hash
from digest.errors import BuilderError, UsageError, WriteError
from digest.runtime.files import FOLDER, LINK, OTHER, file_hash, hashes_below, replace_file
from digest.runtime.seal import sealed, unsealed
from digest.runtime.terminal import Progress, no_progress
from digest.write.assets import copied_as_they_are
from digest.write.settings import runs_nothing

PYTHON = (sys.executable, "-P", "-m")  # a file in the digest's folder never stands for a library
_VERSIONS = ("mkdocs", "mkdocs-material", "markdown", "pagefind", "pagefind-bin")
_PAGE = re.compile(r"DEBUG\s+-\s+(?:Reading: |Building page )")
_KEPT_LINES = 60  # lines of a builder's words that are kept for the case that it fails
_CONFIG = ".digest/mkdocs.yml"
_LOAD = "import sys; from mkdocs.config import load_config; load_config(sys.argv[1])"
_ERROR = re.compile(r"^(?:ERROR\s+-\s+|Error: )(.*(?:\n(?![A-Z]+\s+-\s|Aborted with ).*)*)", re.MULTILINE)
_DELIBERATE = re.compile(r"^(?:Aborted with |Error: )", re.MULTILINE)
_EXCEPTION = re.compile(r"^([A-Za-z_][\w.]*\.\w+|\w*(?:Error|Exception)): (.*(?:\n.*)*?)(?=\n\n|\Z)", re.MULTILINE)
_DISK = re.compile(r"\[Errno (?:28|122|30|13|1|5|27)\] [^\n]+|[^\n]*\(os error (?:28|122|30|13|1|5|27)\)")
"""What a builder says of a disk that is full, broken or not to be written."""
_VALUE = re.compile(r"Config value '(\w+)'")
_HALF = 0.5  # of the pages: with more of them changed, a build from nothing is simpler and as fast


class SiteInputs:
    """What a site is built from: the files below content/ and the theme's `assets` with their hashes, and `shared_hash`.

    That is one hash of what every page depends on: mkdocs.yml, the settings, the theme's templates, and the versions of the
    builders. `plain` says that mkdocs.yml names neither plugins nor hooks, so that a page is made of these alone.
    """

    def __init__(self, root: Path, settings: Mapping[str, object], held: Mapping[str, str] | None = None) -> None:
        """Read the inputs; `held` is what `hashes_below` says of content/, where it was asked already. OSError."""
        self.content, self.settings = root / "content", settings
        self.held = hashes_below(self.content) if held is None else held
        self.hashes = _of_files(self.content, self.held)
        shared_hash = hashlib.sha256(json.dumps([sys.version, *map(metadata.version, _VERSIONS)]).encode())
        shared_hash.update(json.dumps(settings, sort_keys=True, default=str).replace(str(root.resolve()), "").encode())
        shared_hash.update((root / "mkdocs.yml").read_bytes())
        theme = settings.get("theme")
        self.theme = Path(theme["custom_dir"]) if isinstance(theme, dict) and "custom_dir" in theme else None
        files = (
            {path.relative_to(self.theme).as_posix(): path.read_bytes() for path in _files(self.theme)} if self.theme else {}
        )
        self.plain = runs_nothing(root, settings)
        copied = copied_as_they_are(files) if self.plain else frozenset()
        for name, data in files.items():
            if name not in copied:
                shared_hash.update(name.encode() + b"\0" + data)
        self.assets = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(copied)}
        self.shared_hash = shared_hash.hexdigest()

    def fingerprint(self, now: datetime) -> str:
        """Return one hash of all inputs and of `now`."""
        return json_hash([self.shared_hash, self.hashes, self.assets, now.isoformat()])


@dataclass(frozen=True, slots=True)
class _Record:
    """What a build rendered: the hashes of the files below content/, of the theme's assets, and of all it made of them."""

    pages: Mapping[str, str]
    assets: Mapping[str, str]
    html: Mapping[str, str]


def build(
    root: Path,
    inputs: SiteInputs,
    now: datetime,
    progress: Progress = no_progress,
    stop: Stop | None = None,
) -> tuple[Path, Mapping[str, str]]:
    """Render content/ to .digest/html; return that folder, and what `hashes_below` says of it.

    Raises BuilderError; the next call then starts anew.
    """
    html, record = root / ".digest" / "html", root / ".digest" / "html.json"
    write_settings(root, inputs.settings)
    before = _read_record(record, inputs.shared_hash)
    dirty = _keep_fresh(html, before, inputs)
    record.unlink(missing_ok=True)
    command = [*PYTHON, "mkdocs", "build", "--verbose", "--config-file", _CONFIG]
    pages = sum(map(_is_page, inputs.hashes))
    try:
        run([*command, "--dirty"] if dirty else command, root, now, _page_counter(pages, progress), stop)
    except BuilderError as failed:
        _raise_for_settings(root, failed.words, now)
        raise
    except StoppedError:
        if before is not None and dirty:  # what is there by now counts where it is what the last build left
            _record(record, inputs.shared_hash, before)
        raise
    made = hashes_below(html)
    _record(record, inputs.shared_hash, _Record(inputs.hashes, inputs.assets, made))
    return html, made


def _record(path: Path, shared_hash: str, made: _Record) -> None:
    data = json.dumps([made.pages, made.assets, made.html]).encode()
    replace_file(path, sealed("html", shared_hash.encode(), data))


def write_settings(root: Path, settings: Mapping[str, object]) -> str:
    """Put the settings where MkDocs finds them, and return that path below `root`."""
    replace_file(root / _CONFIG, yaml.safe_dump(dict(settings), allow_unicode=True).encode())
    return _CONFIG


def _raise_for_settings(root: Path, words: str, now: datetime) -> None:
    """Raise UsageError where MkDocs failed because of mkdocs.yml, or a theme or plugin that it names; `words` is its output.

    That is so where MkDocs aborted by itself, where a template cannot be rendered, and where the settings cannot be loaded.
    """
    if "Traceback (most recent call last)" not in words and _DELIBERATE.search(words):
        raise _wrong_setting(root, words)
    if (crash := _EXCEPTION.findall(words)) and crash[-1][0].startswith("jinja2.exceptions."):
        template = re.findall(rf'File "{re.escape(str(root.resolve()))}/([^"]+)", line (\d+)', words)
        place = ":".join(template[-1]) if template else "mkdocs.yml, `theme`"
        raise UsageError(f"{place}: this template cannot be rendered: {' '.join(crash[-1][1].split())}")
    try:
        run([sys.executable, "-P", "-c", _LOAD, _CONFIG], root, now)
    except BuilderError as error:
        crash = _EXCEPTION.findall(error.words)
        raise _wrong_setting(root, crash[-1][1] if crash else error.words) from error


def _wrong_setting(root: Path, words: str) -> UsageError:
    """MkDocs' own words, behind the line of mkdocs.yml on which the setting stands where they name one."""
    said = "; ".join(" ".join(each.split()) for each in _ERROR.findall(words)) or " ".join(words.split())
    said = said.replace(str((root / _CONFIG).resolve()), "mkdocs.yml")
    lines = enumerate((root / "mkdocs.yml").read_text("utf-8", "replace").splitlines(), 1)
    key = _VALUE.search(said)
    line = next((f":{number}" for number, text in lines if key and text.startswith(f"{key[1]}:")), "")
    return UsageError(f"mkdocs.yml{line}: {said or 'MkDocs cannot load this'}")


def environment(now: datetime) -> dict[str, str]:
    """Return what a builder is told beside its command, so that it has no clock, zone or locale of its own."""
    return {
        "SOURCE_DATE_EPOCH": str(max(0, int(now.timestamp()))),
        "NO_MKDOCS_2_WARNING": "1",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
    }


class Stop:
    """Ends a build of the site that is under way, for another thread: the command at work is killed, and no other begins."""

    def __init__(self) -> None:
        self._asked, self._running = False, set[subprocess.Popen[str]]()
        self._held = threading.Lock()

    def __call__(self) -> None:
        """End what runs, and whatever would begin until `again`."""
        with self._held:
            self._asked = True
            for running in self._running:
                running.kill()

    def again(self) -> None:
        """Let commands begin from now on."""
        with self._held:
            self._asked = False

    @contextmanager
    def over(self, running: subprocess.Popen[str]) -> Iterator[None]:
        """End this command where it is asked for, and then raise StoppedError."""
        with self._held:
            self._running.add(running)
            if self._asked:
                running.kill()
        try:
            yield
        finally:
            with self._held:
                self._running.discard(running)
                asked = self._asked
        if asked:
            raise StoppedError


class StoppedError(Exception):
    """A build of the site was ended by a `Stop`: site/ is as it was."""


def run(
    command: list[str],
    root: Path,
    now: datetime,
    on_line: Callable[[str], None] = lambda _: None,
    stop: Stop | None = None,
) -> None:
    """Run a command in that `environment`; BuilderError or WriteError where it fails.

    `on_line` is called with each line it prints; the error holds the last of them, without those of level DEBUG.
    """
    # The lock's file stays open in the builder, so that nobody builds beside one that a killed run left behind.
    output: deque[str] = deque(maxlen=_KEPT_LINES)
    with (
        subprocess.Popen(
            command,
            cwd=root,
            env=os.environ | environment(now),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            close_fds=False,
        ) as running,
        stop.over(running) if stop else nullcontext(),
    ):
        for line in running.stdout or ():
            on_line(line)
            if not line.startswith("DEBUG"):
                output.append(line)
    if running.returncode:
        words = "".join(output).strip()[-2000:]
        if full := _DISK.search(words):
            raise WriteError(f"{root}: {full[0].strip()}")
        raise BuilderError(f"`{' '.join(command[1:])}` failed with exit code {running.returncode}", words)


def _page_counter(pages: int, progress: Progress) -> Callable[[str], None]:
    """Return a function of MkDocs' output lines that reports progress: each page is named when read and when rendered."""
    done = 0

    def on_line(line: str) -> None:
        nonlocal done
        if _PAGE.match(line):
            done += 1
            progress("site", min(done // 2, pages), pages)

    progress("site", 0, pages)
    return on_line


def _keep_fresh(html: Path, before: _Record | None, inputs: SiteInputs) -> bool:
    """Delete from the folder `html` what is stale, and touch the rest, so that MkDocs makes only what is missing.

    What is not as the last build, `before`, left it is stale too. Returns False, with the folder deleted, where everything
    is to be made.
    """
    pages = list(filter(_is_page, inputs.hashes))
    stale = stale_files(before.pages, inputs) if before is not None and html.is_dir() else None
    if before is None or stale is None or sum(map(_is_page, stale)) > _HALF * len(pages):
        shutil.rmtree(html, ignore_errors=True)
        return False
    keep = _kept(before, inputs, stale)
    for path in sorted(html.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif (made := keep.get(path.relative_to(html).as_posix())) and made == file_hash(path):
            os.utime(path)
        else:
            path.unlink()
    return True


def _kept(before: _Record, inputs: SiteInputs, stale: Collection[str]) -> dict[str, str]:
    """What of the last build's files stays, with its hash: the theme's, and what is made of files that are as they were."""
    was = {site_path(name) for name in before.pages}
    now = {site_path(name): name for name in inputs.hashes}

    def stays(path: str) -> bool:
        if path in now:
            return now[path] not in stale
        return path not in was and before.assets.get(path) == inputs.assets.get(path)

    return {path: made for path, made in before.html.items() if stays(path)}


def stale_files(before: Mapping[str, str], inputs: SiteInputs) -> set[str]:
    """Return which files below content/ make other HTML than `before`, given by the hashes of then.

    Those are the ones that changed, and pages that name a file that was added or deleted.
    """
    changed = {name for name, hashed in inputs.hashes.items() if before.get(name) != hashed}
    moved = {PurePosixPath(name).name.encode() for name in before.keys() ^ inputs.hashes.keys()} - {b"index.md"}
    others = [name for name in inputs.hashes if moved and name.endswith(".md") and name not in changed]
    texts = ((name, (inputs.content / name).read_bytes()) for name in others)
    return changed | {name for name, text in texts if any(file in text for file in moved)}


def site_path(name: str) -> str:
    """Return where MkDocs puts a file below content/: the HTML of a page, with directory addresses, or the file as it is."""
    if not _is_page(name):
        return name
    path = PurePosixPath(name)
    return str(path.with_suffix(".html") if path.stem in {"index", "README"} else path.with_suffix("") / "index.html")


def _is_page(name: str) -> bool:
    return name.endswith(".md")


def _read_record(record: Path, shared_hash: str) -> _Record | None:
    """Return what the last build rendered; None where this machine did not, or from another theme or settings."""
    try:
        data = unsealed("html", shared_hash.encode(), record.read_bytes())
    except OSError:
        return None
    return _Record(*json.loads(data)) if data is not None else None


def _of_files(content: Path, held: Mapping[str, str]) -> dict[str, str]:
    """Return the hashes of the files below content/ without hidden ones; a link is what it leads to."""
    found = {}
    for path, kind in held.items():
        *folders, name = path.split("/")
        if kind not in (FOLDER, OTHER) and "__pycache__" not in folders and not name.startswith("."):
            if kind != LINK:
                found[path] = kind
            elif (content / path).is_file():
                found[path] = file_hash(content / path)
    return found


def _files(folder: Path) -> Iterable[Path]:
    found = [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return sorted(path for path in found if not path.name.startswith("."))
