"""A built sample site behind a real server, and a real browser in front of it."""

import gzip
import threading
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import sync_playwright
from theme.build import build
from theme.sample import edition

ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

HOSTILE = "<img src=x onerror=window.hit=1> <b>zinc</b> & {{ 7*7 }}"


class Handler(SimpleHTTPRequestHandler):
    """Serves files as a static host does, without a word on the terminal."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".js": "text/javascript", ".svg": "image/svg+xml"}

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Return the folder of the built sample site, one story of which is hostile in each of its words."""
    sample = edition()
    hostile = edition(lambda _: HOSTILE, len(sample.stories) + 1).stories[-1]
    return build(replace(sample, stories=(*sample.stories, hostile)), tmp_path_factory.mktemp("sample") / "digest")


@pytest.fixture(scope="session")
def address(site):
    """Serve the sample site below a path, as a project's Pages are, and return its address."""
    root = site.parent / "served"
    root.mkdir()
    (root / "news").symlink_to(site)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/news/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser(chromium):
    """Start the real Chromium once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def open_page(browser, address):
    """Return a function that opens a path of the site in a window of its own; a script's error fails the test."""
    contexts, errors = [], []

    def opened(path="", *, until="load", **options):
        usual = {"viewport": {"width": 1280, "height": 900}, "service_workers": "block"}  # only its own tests have a worker
        context = browser.new_context(**usual | options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        seen = page.requests_seen = []
        page.on("pageerror", lambda error: errors.append(error))  # noqa: PLW0108 - Playwright refuses built-in functions
        page.on("requestfinished", lambda request: seen.append(request))  # noqa: PLW0108
        page.goto(address + path, wait_until=until)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def transferred():
    """Return a function that gives (address, bytes after gzip) of each response a page has had."""

    def weigh(page):
        return [(r.url, len(gzip.compress(r.response().body(), mtime=0))) for r in page.requests_seen]

    return weigh
