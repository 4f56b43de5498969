"""The live preview: a change of a seed, a hand-written page or the theme rebuilds, and the browser reloads.

It reloads when content/ is written: what changed since site/ was built is rendered as it is asked for (`shown`). Then site/
is built, with its search, until the next change comes.
"""

from __future__ import annotations

import logging
import posixpath
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from errno import EADDRINUSE
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from digest.errors import UsageError
from digest.runtime.files import TEMPORARY
from digest.write.banner import with_banner
from digest.write.builder import SiteInputs, Stop, StoppedError
from digest.write.pages import MANIFEST, generated_paths
from digest.write.shown import Shown

_CHANGES = {"created", "modified", "deleted", "moved"}
_TRIED = 20  # ports after the one that is taken
_SETTLE = 0.1  # seconds without a further change before a build starts


class _Watcher(FileSystemEventHandler):
    """Notes a change of anything that a person wrote; what a build writes is not one, so no build causes the next."""

    def __init__(self, root: Path, stop: Stop) -> None:
        self.changed = threading.Event()
        self._stop, self._elsewhere = stop, False
        self.bug: BaseException | None = None
        self._root = root
        self._generated: set[str] = set()  # ever, since a page's removal is told when the manifest has forgotten it

    def dispatch(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES and not event.is_directory:
            paths = (Path(str(path)) for path in (event.src_path, event.dest_path) if path)
            if written := [path for path in paths if self._is_written_by_hand(path)]:
                self._elsewhere |= not all(path.is_relative_to(self._root / "theme") for path in written)
                self._stop()  # first: what `changed` starts is not to be stopped
                self.changed.set()

    def only_theme(self) -> bool:
        """Tell whether what changed since this was last asked lies in theme/."""
        elsewhere, self._elsewhere = self._elsewhere, False
        return not elsewhere

    def _is_written_by_hand(self, path: Path) -> bool:
        if path.name.startswith((TEMPORARY, ".")) or path.name == MANIFEST or path.name.endswith(("~", ".swp")):
            return False
        content = self._root / "content"
        if not path.is_relative_to(content):
            return True
        name = path.relative_to(content).as_posix()
        if name not in self._generated:  # the manifest names a page before it is written
            self._generated |= generated_paths(content)[0]
        return name not in self._generated


class _Server(LiveReloadServer):
    """Takes its address before the first build, and shows what that and later builds found `broken`."""

    def __init__(self, root: Path, host: str, port: int, shown: Shown) -> None:
        super().__init__(lambda: None, host=host, port=port, root=str(root / "site"))
        self._shown = shown
        self._watched_paths = {str(root): 1}  # so that pages get the script that reloads them
        self.broken: Sequence[str] = ()
        self.reloads = 0
        self.error_handler = lambda code: _error_page(root, code)
        self.set_app(with_banner(self.serve_request, lambda: self.broken))
        super().server_bind()
        super().server_activate()
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}/"

    def reload(self) -> None:
        """Have the browsers ask for their pages again."""
        self.reloads += 1
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = max(round(time.monotonic() * 1000), self._visible_epoch + 1)
            self._epoch_cond.notify_all()

    def _serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        name = posixpath.normpath(f"/{path}{'index.html' if path.endswith('/') else ''}").lstrip("/")
        epoch = self._visible_epoch  # of before the page is looked up: what is newer reloads it
        try:
            data = self._shown.file(name)
        except FileNotFoundError:
            return None
        if data is None:
            if self._shown.holds(f"{name}/index.html"):
                start_response("302 Found", [("Location", urllib.parse.quote(f"/{name}/"))])
                return []
            return super()._serve_request(environ, start_response)
        if name.endswith(".html"):
            data = self._inject_js_into_html(data, epoch)  # type: ignore[no-untyped-call]
        kind = self._guess_type(name)  # type: ignore[no-untyped-call]
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(data)))])
        return [data]

    def server_bind(self) -> None:
        """Nothing: MkDocs asks for it when it begins to serve, and the address is held already."""

    def server_activate(self) -> None:
        """Nothing, as above: a browser that comes during the first build waits for it."""


class Looking:
    """What a build tells the preview on its way, and what may `stop` it."""

    def __init__(self, shown: Shown, server: _Server, stop: Stop) -> None:
        self.stop = stop
        self.server = server
        self._shown = shown

    def ready(self, inputs: SiteInputs, now: datetime, broken: Sequence[str]) -> None:
        """Show what changed, as site/ will have it, where that can be told before site/ is built."""
        if self._shown.changed(inputs, now):
            self.server.broken = broken
            self.server.reload()

    def missed(self) -> bool:
        """Tell whether a browser has a page that is older than what it was told to show."""
        return self._shown.missed()

    def look_of_theme(self) -> None:
        """Show the theme's files as they are, where nothing else has changed and no page is made of them."""
        if self._shown.in_theme():
            self.server.reload()

    def built(self, inputs: SiteInputs, now: datetime) -> None:
        """Show site/, which is built of these inputs."""
        self._shown.built(inputs, now)


Rebuild = Callable[[Looking], Sequence[str]]
"""Builds, and returns a line for each thing that is broken."""


def serve(
    root: Path,
    build: Rebuild,
    host: str,
    port: int,
    say: Callable[[str], None],
    *,
    open_browser: bool = False,
    warm: Callable[[Looking], None] = lambda _: None,
) -> None:
    """Serve the site at http://host:port/ and call `build` after each change of what people write, until interrupted.

    `build` reports its own failures and returns a line for each thing that is broken, which every page then shows; the last
    good site stays. `warm` is called once, before the first change is waited for. Raises UsageError before anything is built
    where the address cannot be had.
    """
    root = root.resolve()
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    shown, stop = Shown(root, say), Stop()
    server = _listening(root, host, port, shown)
    looking = Looking(shown, server, stop)
    try:
        server.broken = build(looking)
    except BaseException:
        server.server_close()
        shown.close()
        raise
    watcher, observer = _Watcher(root, stop), Observer()
    for path in (root / "seeds", root / "content", root / "digest" / "theme", root / "theme"):
        if path.is_dir():
            observer.schedule(watcher, str(path), recursive=True)
    observer.schedule(_OneFile(watcher, root / "mkdocs.yml"), str(root), recursive=False)
    try:
        observer.start()
        arguments = (watcher, partial(build, looking), partial(warm, looking), looking)
        threading.Thread(target=_rebuild, args=arguments, daemon=True).start()
        say(f"preview at {server.url} (Ctrl+C ends it)")
        server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]
        if watcher.bug:
            raise watcher.bug
    except KeyboardInterrupt:
        say("preview ended")
    finally:
        observer.stop()
        server.shutdown()
        stop()
        shown.close()


def _listening(root: Path, host: str, port: int, shown: Shown) -> _Server:
    try:
        return _Server(root, host, port, shown)
    except (OSError, OverflowError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        free = _next_free(root, host, port) if isinstance(error, OSError) and error.errno == EADDRINUSE else None
        remedy = f"try --port {free}" if free else "choose another with --host and --port"
        raise UsageError(f"cannot serve at {host}:{port}: {reason}; {remedy}") from error


def _next_free(root: Path, host: str, port: int) -> int | None:
    for other in range(port + 1, min(port + _TRIED, 65535) + 1):
        with suppress(OSError):
            _Server(root, host, other, Shown(root)).server_close()
            return other
    return None


class _OneFile(FileSystemEventHandler):
    """Passes on the events of one file in a folder."""

    def __init__(self, watcher: _Watcher, path: Path) -> None:
        self._watcher, self._path = watcher, path

    def dispatch(self, event: FileSystemEvent) -> None:
        if str(self._path) in {event.src_path, event.dest_path}:
            self._watcher.dispatch(event)


def _rebuild(watcher: _Watcher, build: Callable[[], Sequence[str]], warm: Callable[[], None], looking: Looking) -> None:
    """Build when changes have calmed down, and tell the browsers to reload. A bug ends the preview."""
    server = looking.server
    try:
        warm()
        while True:
            watcher.changed.wait()
            while watcher.changed.is_set():
                watcher.changed.clear()
                watcher.changed.wait(_SETTLE)
            looking.stop.again()
            reloads = server.reloads
            if watcher.only_theme():
                looking.look_of_theme()
            with suppress(StoppedError):  # by a further change
                broken = build()
                if looking.missed() or server.reloads == reloads or server.broken != broken:
                    server.broken = broken
                    server.reload()
    except BaseException as bug:  # noqa: BLE001 - handed to the thread that can end the program
        watcher.bug = bug
        server.shutdown()


def _error_page(root: Path, code: int) -> bytes | None:
    page = root / "site" / f"{code}.html"
    return page.read_bytes() if page.exists() else None
