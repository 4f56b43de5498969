"""The live preview: a change of a seed or a hand-written page rebuilds, and the browser reloads."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from errno import EADDRINUSE
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from digest.errors import UsageError
from digest.files import TEMPORARY, replace_file
from digest.write.banner import with_banner
from digest.write.pages import MANIFEST, generated_paths

_CHANGES = {"created", "modified", "deleted", "moved"}
_TRIED = 20  # ports after the one that is taken
_SETTLE = 0.3  # seconds without a further change before a build starts


class _Watcher(FileSystemEventHandler):
    """Notes a change of anything that a person wrote; what a build writes is not one, so no build causes the next."""

    def __init__(self, root: Path) -> None:
        self.changed = threading.Event()
        self.bug: BaseException | None = None
        self._root = root
        self._generated: set[str] = set()  # ever, since a page's removal is told when the manifest has forgotten it

    def dispatch(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES and not event.is_directory:
            paths = (Path(str(path)) for path in (event.src_path, event.dest_path) if path)
            if any(self._is_written_by_hand(path) for path in paths):
                self.changed.set()

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

    def __init__(self, root: Path, host: str, port: int) -> None:
        super().__init__(lambda: None, host=host, port=port, root=str(root / "site"))
        self.broken: Sequence[str] = ()
        self.error_handler = lambda code: _error_page(root, code)
        self.set_app(with_banner(self.serve_request, lambda: self.broken))
        super().server_bind()
        super().server_activate()
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}/"

    def server_bind(self) -> None:
        """Nothing: MkDocs asks for it when it begins to serve, and the address is held already."""

    def server_activate(self) -> None:
        """Nothing, as above: a browser that comes during the first build waits for it."""


def serve(
    root: Path,
    build: Callable[[], Sequence[str]],
    host: str,
    port: int,
    say: Callable[[str], None],
    *,
    open_browser: bool = False,
) -> None:
    """Serve site/ at http://host:port/ and call `build` after each change of what people write, until interrupted.

    `build` reports its own failures and returns a line for each thing that is broken, which every page then shows; the last
    good site stays. Raises UsageError before anything is built where the address cannot be had.
    """
    root = root.resolve()
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    server = _listening(root, host, port)
    try:
        server.broken = build()
    except BaseException:
        server.server_close()
        raise
    stamp = root / ".digest" / "preview"
    replace_file(stamp, b"")
    watcher, observer = _Watcher(root), Observer()
    for path in (root / "seeds", root / "content", root / "digest" / "theme", root / "theme"):
        if path.is_dir():
            observer.schedule(watcher, str(path), recursive=True)
    observer.schedule(_OneFile(watcher, root / "mkdocs.yml"), str(root), recursive=False)
    server.watch(str(stamp))
    try:
        observer.start()
        threading.Thread(target=_rebuild, args=(watcher, build, stamp, server), daemon=True).start()
        say(f"preview at {server.url} (Ctrl+C ends it)")
        server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]
        if watcher.bug:
            raise watcher.bug
    except KeyboardInterrupt:
        say("preview ended")
    finally:
        observer.stop()
        server.observer.unschedule_all()
        server.shutdown()


def _listening(root: Path, host: str, port: int) -> _Server:
    try:
        return _Server(root, host, port)
    except (OSError, OverflowError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        free = _next_free(root, host, port) if isinstance(error, OSError) and error.errno == EADDRINUSE else None
        remedy = f"try --port {free}" if free else "choose another with --host and --port"
        raise UsageError(f"cannot serve at {host}:{port}: {reason}; {remedy}") from error


def _next_free(root: Path, host: str, port: int) -> int | None:
    for other in range(port + 1, min(port + _TRIED, 65535) + 1):
        with suppress(OSError):
            _Server(root, host, other).server_close()
            return other
    return None


class _OneFile(FileSystemEventHandler):
    """Passes on the events of one file in a folder."""

    def __init__(self, watcher: _Watcher, path: Path) -> None:
        self._watcher, self._path = watcher, path

    def dispatch(self, event: FileSystemEvent) -> None:
        if str(self._path) in {event.src_path, event.dest_path}:
            self._watcher.dispatch(event)


def _rebuild(watcher: _Watcher, build: Callable[[], Sequence[str]], stamp: Path, server: _Server) -> None:
    """Build when changes have calmed down; a new stamp tells the server to reload the browsers. A bug ends the preview."""
    count = 0
    try:
        while True:
            watcher.changed.wait()
            while watcher.changed.is_set():
                watcher.changed.clear()
                watcher.changed.wait(_SETTLE)
            server.broken = build()
            count += 1
            replace_file(stamp, str(count).encode())
    except BaseException as bug:  # noqa: BLE001 - handed to the thread that can end the program
        watcher.bug = bug
        server.shutdown()


def _error_page(root: Path, code: int) -> bytes | None:
    page = root / "site" / f"{code}.html"
    return page.read_bytes() if page.exists() else None
