"""The last edition without a connection: kept by a visit, marked as what it is, and replaced by the next one."""

import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from browser.conftest import Handler
from browser.test_accessibility import violations
from theme.build import build
from theme.sample import NOW, STORY, edition

UNTIL = """async (name) => {
  const done = {
    kept: () => navigator.serviceWorker.controller !== null,
    forgotten: async () => !(await caches.has(name)),
    stored: async () => (await caches.match(location.pathname)) !== undefined,
  }
  const asked = name in done ? done[name] : done.forgotten
  while (!(await asked())) await new Promise((resolve) => setTimeout(resolve, 30))
}"""
"""Waits until a worker answers for the page, this page is stored, or what was kept under another name is deleted."""
KEPT = """async () => {
  const names = await caches.keys()
  const found = {}
  for (const name of names) found[name] = (await (await caches.open(name)).keys()).map((request) => request.url)
  return found
}"""


class Host:
    """A static host at one address, which can go away, come back, and serve another build."""

    def __init__(self):
        self.port = 0
        self.server = None

    def serve(self, root):
        """Serve what lies in `root` from now on."""
        self.stop()
        ThreadingHTTPServer.allow_reuse_address = True
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), partial(Handler, directory=str(root)))
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        """Be unreachable."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    @property
    def address(self):
        """Where the digest is, below a path."""
        return f"http://127.0.0.1:{self.port}/news/"


@pytest.fixture(scope="module")
def later(tmp_path_factory):
    """Return the folder of the sample site of the day after, with one story less."""
    sample = edition()
    newer = replace(sample, day=NOW + timedelta(days=1), stories=sample.stories[1:])
    return build(newer, tmp_path_factory.mktemp("later") / "digest")


@pytest.fixture
def host(site, later, tmp_path):
    """Return a host that serves the sample site; its builds are `now` and `later`."""
    made = Host()
    made.builds = {}
    for name, folder in (("now", site), ("later", later)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "news").symlink_to(folder)
        made.builds[name] = tmp_path / name
    made.serve(made.builds["now"])
    yield made
    made.stop()


@pytest.fixture
def reader(browser):
    """Return a function that makes a page of a reader whose browser keeps what sites keep; no script fails there."""
    contexts, errors = [], []

    def visiting(address):
        context = browser.new_context(service_workers="allow")
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(error))  # noqa: PLW0108 - Playwright refuses built-in functions
        page.add_init_script(
            "addEventListener('securitypolicyviolation', (e) => (window.refused ??= []).push(e.blockedURI))"
        )
        page.goto(address)
        return page

    yield visiting
    for context in contexts:
        context.close()
    assert errors == []


@contextmanager
def unreachable(host):
    """The host is away, and then back as it was."""
    host.stop()
    yield
    host.serve(host.builds["now"])


def test_after_a_visit_the_edition_is_there_without_a_connection(host, reader):
    """The front and a story that was never opened; each says that it is kept, and of which day; the policy holds."""
    page = reader(host.address)
    assert page.locator(".offline").count() == 0
    page.evaluate(UNTIL, "kept")
    with unreachable(host):
        page.reload()
        notice = page.get_by_role("complementary", name="Offline")
        assert "This is the edition of 9 May 2031, as it was when you last came" in notice.inner_text()
        assert notice.is_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.masthead')).display") == "flex"
        page.locator("h2 a, h3 a").filter(has_text="tram fares").first.click()
        page.wait_for_url(f"**/news/{STORY}")
        assert "the edition of 9 May 2031" in page.get_by_role("complementary", name="Offline").inner_text()
        assert page.locator(".sources table").is_visible()
        assert page.evaluate("[...document.images].every((one) => one.loading === 'lazy' || one.naturalWidth > 0)")
        assert page.evaluate("window.refused ?? []") == []
        assert violations(page) == []
    page.get_by_role("link", name="Try again").click()
    page.locator(".offline").wait_for(state="detached")
    assert page.url.endswith(STORY)


def test_a_page_that_was_not_kept_says_so(host, reader):
    """It leads to the front, which is there; its own address stays, so that trying again finds it."""
    page = reader(host.address)
    page.evaluate(UNTIL, "kept")
    with unreachable(host):
        page.goto(f"{host.address}topics/transport/")
        assert page.get_by_role("heading", name="This page is not kept on your device").is_visible()
        assert "What is kept is the edition of 9 May 2031" in page.locator(".offline").inner_text()
        page.locator("#__skip").get_by_role("link", name="The front page").click()
        page.wait_for_url(host.address)
        assert page.locator(".offline").is_visible()


def test_a_page_that_was_read_is_kept(host, reader):
    """Also one that the front does not lead to, whatever stood behind the question mark of its address."""
    page = reader(host.address)
    page.evaluate(UNTIL, "kept")
    page.goto(f"{host.address}topics/transport/?from=mail")
    page.evaluate(UNTIL, "stored")
    with unreachable(host):
        page.goto(f"{host.address}topics/transport/")
        assert page.get_by_role("heading", name="Transport").is_visible()
        assert page.locator(".offline").is_visible()


def test_a_new_build_takes_the_place_of_the_kept_one(host, reader):
    """Online its front is shown at once, unmarked; what was kept of the one before is deleted, another digest's is not."""
    page = reader(host.address)
    page.evaluate(UNTIL, "kept")
    page.evaluate("caches.open('digest http://elsewhere.example/ 1')")
    (before,) = (name for name in page.evaluate(KEPT) if "/news/" in name)
    host.serve(host.builds["later"])
    page.reload()
    assert "10 May 2031" in page.locator(".meta").first.inner_text()
    assert page.locator(".offline").count() == 0
    page.evaluate(UNTIL, before)
    kept = page.evaluate(KEPT)
    (after,) = (name for name in kept if "/news/" in name)
    assert after != before
    assert "digest http://elsewhere.example/ 1" in kept
    assert not any(url.endswith(STORY) for url in kept[after])
    host.stop()
    page.reload()
    assert "the edition of 10 May 2031" in page.locator(".offline").inner_text()


def test_a_front_that_is_newer_than_its_worker_has_its_own_day(host, reader):
    """A page may come while the worker of the edition before still answers: what is said of it is what it says itself."""
    page = reader(host.address)
    page.evaluate(UNTIL, "kept")
    host.serve(host.builds["later"])
    page.evaluate(
        """async () => {
          const newer = await (await fetch("./", { cache: "reload" })).text()
          const [name] = (await caches.keys()).filter((one) => one.includes("/news/"))
          const headers = { "Content-Type": "text/html" }
          await (await caches.open(name)).put(location.href, new Response(newer, { headers }))
        }"""
    )
    host.stop()
    page.reload()
    assert "the edition of 10 May 2031" in page.locator(".offline").inner_text()


def test_search_is_not_kept_and_says_so(host, reader):
    """The index is large; the page of results is there without it once it was read."""
    page = reader(f"{host.address}search/")
    page.evaluate(UNTIL, "kept")
    page.reload()
    page.evaluate(UNTIL, "stored")
    assert not any("pagefind" in url for urls in page.evaluate(KEPT).values() for url in urls)
    with unreachable(host):
        page.goto(f"{host.address}search/?q=council")
        page.get_by_role("status").filter(has_text="Search needs a connection").wait_for()


def test_the_preview_keeps_nothing(host, reader):
    """Its pages have no policy; another digest may be served at its address next."""
    from digest.write.banner import _POLICY

    class Preview(Handler):
        def send_head(self):
            path = self.translate_path(self.path)
            return super().send_head() if not path.endswith("/") else self.stripped(path)

        def stripped(self, path):
            import io
            from pathlib import Path

            page = _POLICY.sub(b"", (Path(path) / "index.html").read_bytes())
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            return io.BytesIO(page)

    host.stop()
    host.server = ThreadingHTTPServer(("127.0.0.1", host.port), partial(Preview, directory=str(host.builds["now"])))
    threading.Thread(target=host.server.serve_forever, daemon=True).start()
    page = reader(host.address)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
