"""What a preview shows while site/ is behind content/: a page that changed is rendered when it is asked for.

MkDocs renders it, kept running (`rendering`), with the same settings, theme and files as a build, so the bytes are those
that site/ will have. What changes all pages, as a template does, is not shown before site/ is built.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from digest.common.jsontext import json_hash
from digest.errors import DigestError
from digest.write import rendering
from digest.write.builder import PYTHON, SiteInputs, environment, site_path, stale_files, write_settings

_ASSETS = "assets/"
_LEAVING = 2  # seconds in which MkDocs may end by itself
_LONGEST = 60.0
"""Seconds that MkDocs may take to render a page, or to load the settings and the first one."""


@dataclass(frozen=True, slots=True)
class _Newer:
    """What site/ lacks: pages to render and files to take, by their paths in site/, and what is gone from there."""

    pages: dict[str, str] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    asked: dict[str, str] = field(default_factory=dict)
    """What the renderer is told of these files, beside the page."""
    rendered: dict[str, bytes] = field(default_factory=dict)


class Shown:
    """What stands at each path of a site: in site/, or newer than that. Several threads may ask; `close` ends MkDocs."""

    def __init__(self, root: Path, say: Callable[[str], None] = lambda _: None) -> None:
        """Show the site of the digest in `root`; `say` is told where MkDocs takes too long, and is ended."""
        self._root = root
        self._say = say
        self._built: SiteInputs | None = None
        self._newer = _Newer()
        self._seen: tuple[SiteInputs, datetime] | None = None
        self._missed = False
        self._held = threading.Lock()
        self._renderer: subprocess.Popen[str] | None = None

    def built(self, inputs: SiteInputs, now: datetime) -> None:
        """Show site/, which is built of these inputs; MkDocs gets ready for what follows."""
        anew = self._built is None or self._built.shared_hash != inputs.shared_hash
        self._built, self._newer, self._seen = inputs, _Newer(), (inputs, now)
        if anew:
            self.close()
            if inputs.plain:
                self._start(inputs, now)

    def changed(self, inputs: SiteInputs, now: datetime) -> bool:
        """Show the site of these inputs from now on; False, and what was shown stays, where site/ is to be built first."""
        built = self._built
        if built is None or self._renderer is None or built.shared_hash != inputs.shared_hash:
            return False
        gone = {site_path(name) for name in built.hashes} - {site_path(name) for name in inputs.hashes}
        if built.assets.keys() != inputs.assets.keys() or any(path.startswith(_ASSETS) for path in gone):
            return False
        stale = stale_files(built.hashes, inputs)
        pages = {site_path(name): name for name in stale if name.endswith(".md")}
        files = {name: inputs.content / name for name in stale if not name.endswith(".md")}
        if inputs.theme:
            moved = (name for name, hashed in inputs.assets.items() if built.assets[name] != hashed)
            files |= {name: inputs.theme / name for name in moved if name not in inputs.hashes}
        asked = {"now": environment(now)["SOURCE_DATE_EPOCH"], "files": json_hash(sorted(inputs.hashes))}
        self._seen = (inputs, now)
        self._newer = _Newer(pages=pages, files=files, gone=frozenset(gone), asked=asked)
        return True

    def in_theme(self) -> bool:
        """Show the theme as it is now, with content/ as it was shown; False as `changed`."""
        if self._seen is None:
            return False
        inputs, now = self._seen
        try:
            moved = SiteInputs(self._root, inputs.settings, inputs.held)
        except (OSError, DigestError):  # which the build says
            return False
        return moved.fingerprint(now) != inputs.fingerprint(now) and self.changed(moved, now)

    def holds(self, path: str) -> bool:
        """Tell whether something newer than site/ has stands at this path."""
        newer = self._newer
        return path in newer.pages or path in newer.files

    def file(self, path: str) -> bytes | None:
        """Return what stands at this path of the site; None where that is what site/ has. Raises FileNotFoundError."""
        newer = self._newer
        if path in newer.gone:
            raise FileNotFoundError(path)
        if path in newer.files:
            return newer.files[path].read_bytes()
        if path not in newer.pages:
            return None
        with self._held:
            if path not in newer.rendered:
                html = self._rendered({"page": newer.pages[path], **newer.asked})
                if html is None:
                    self._missed = True
                    return None
                newer.rendered[path] = html.encode()
        return newer.rendered[path]

    def missed(self) -> bool:
        """Tell whether a page was shown as site/ had it, since it could not be rendered, since this was last asked."""
        missed, self._missed = self._missed, False
        return missed

    def close(self) -> None:
        """End MkDocs, also where it is at a page."""
        if not self._held.acquire(timeout=_LEAVING):
            if renderer := self._renderer:
                _kill(renderer)
            self._held.acquire()
        try:
            if self._renderer:
                try:
                    self._renderer.communicate(timeout=_LEAVING)  # it deletes its folder at the end of its input
                except subprocess.TimeoutExpired:
                    _kill(self._renderer)
                    self._renderer.communicate()
            self._renderer = None
        finally:
            self._held.release()

    def _start(self, inputs: SiteInputs, now: datetime) -> None:
        settings = write_settings(self._root, inputs.settings)
        with suppress(OSError), self._held:
            self._renderer = subprocess.Popen(
                [*PYTHON[:2], str(Path(rendering.__file__)), settings],
                cwd=self._root,
                env=os.environ | environment(now),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                start_new_session=True,  # Ctrl-C is for the preview, which then ends this
            )
            self._rendered({"page": "index.md", "now": environment(now)["SOURCE_DATE_EPOCH"], "files": ""})

    def _rendered(self, asked: dict[str, str]) -> str | None:
        """Ask for a page's HTML; None where it cannot be rendered, which the build of site/ then says.

        A MkDocs that does not answer in time is ended: from then on site/ is built first. The caller holds the lock.
        """
        renderer = self._renderer
        if renderer is None or renderer.stdin is None or renderer.stdout is None:
            return None
        late = threading.Event()

        def end() -> None:
            late.set()
            _kill(renderer)

        limit = threading.Timer(_LONGEST, end)
        limit.daemon = True
        limit.start()
        html = None
        with suppress(OSError, ValueError):
            renderer.stdin.write(json.dumps(asked) + "\n")
            renderer.stdin.flush()
            html = json.loads(renderer.stdout.readline()).get("html")
        limit.cancel()
        if late.is_set():
            with suppress(OSError):  # of a line that it did not read
                renderer.communicate()
            self._renderer = None
            self._say(
                f"note: MkDocs did not render {asked['page']} in {_LONGEST:.0f} s and was ended; pages are shown when site/ "
                "is built, until the theme or mkdocs.yml changes or the preview is started again"
            )
        return html if isinstance(html, str) else None


def _kill(renderer: subprocess.Popen[str]) -> None:
    """End a MkDocs with all that it started: its session is its own."""
    if renderer.returncode is None:
        with suppress(OSError):
            os.killpg(renderer.pid, signal.SIGKILL)
