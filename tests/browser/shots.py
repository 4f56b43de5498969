"""Take pictures of a built site: `python tests/browser/shots.py SITE FOLDER`. They are for looking at; nothing is compared.

Every kind of page and open search at 390, 820 and 1440 pixels, light and dark; the front and a story at 200% zoom, without
scripts and in print; with `--readme docs/front.png` the picture of the README: the front page, and the story on a phone.
"""

import argparse
import base64
import re
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

WIDTHS = (390, 820, 1440)
SCHEMES = ("light", "dark")
WORD = "the"
MOST = 1
ZOOMED = {"viewport": {"width": 720, "height": 450}, "device_scale_factor": 2}
"""What 200% leaves of a screen of 1440 by 900 pixels."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word on the terminal."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


KINDS = {  # the newest of what has an order, else that which has most in it
    "front": ("index.html", 0),
    "story": ("stories/**/index.html", MOST),  # those without a date stand in a folder of their own
    "editions": ("editions/index.html", 0),
    "day": ("editions/[0-9]*/[0-9]*/[0-9]*/index.html", -1),
    "week": ("editions/[0-9]*/w*/index.html", -1),
    "month": ("editions/[0-9]*/[0-9]*/index.html", -1),
    "year": ("editions/[0-9]*/index.html", -1),
    "topics": ("topics/index.html", 0),
    "topic": ("topics/*/index.html", MOST),
    "sources": ("sources/index.html", 0),
    "source": ("sources/*/index.html", MOST),
    "method": ("method/index.html", 0),
    "status": ("status/index.html", 0),
    "corrections": ("corrections/index.html", 0),
    "follow": ("follow/index.html", 0),
    "add": ("add/index.html", 0),
    "search-page": ("search/index.html", 0),
    "404": ("404.html", 0),
}


def pages(site: Path) -> dict[str, str]:
    """Return one address of each kind of page that the site has."""
    wanted = {}
    for kind, (pattern, at) in KINDS.items():
        found = [path for path in sorted(site.glob(pattern)) if 'http-equiv="refresh"' not in path.read_text("utf-8")]
        if found:
            chosen = max(found, key=lambda path: path.stat().st_size) if at == MOST else found[at]
            wanted[kind] = chosen.relative_to(site).as_posix().removesuffix("index.html")
    return wanted


def leading(site: Path) -> str | None:
    """Return the address of the story that leads the front page; None where no story does."""
    found = re.search(r'href="(stories/[^"#?]+/)', (site / "index.html").read_text("utf-8"))
    return found[1] if found else None


def take(page: Page, path: Path) -> None:
    """Write the whole page as PNG once its pictures are there, and say so where it is wider than its window."""
    page.evaluate("for (const image of document.images) image.loading = 'eager'")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path, full_page=True)
    width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if width > 0:
        print(f"{path.name}: {width} px wider than the window")  # noqa: T201 - that is what this program is for


def shoot(browser: Browser, address: str, wanted: dict[str, str], folder: Path) -> None:
    """Write one PNG for each page, width and scheme, and for search with results in it."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            for name, path in wanted.items():
                page.goto(address + path, wait_until="networkidle")
                take(page, folder / f"{name}-{width}-{scheme}.png")
            page.goto(address)
            page.keyboard.press("/")
            page.get_by_role("dialog").wait_for()
            page.keyboard.type(WORD)
            page.wait_for_timeout(1000)
            page.screenshot(path=folder / f"search-{width}-{scheme}.png")
            page.close()


def shoot_otherwise(browser: Browser, address: str, wanted: dict[str, str], folder: Path) -> None:
    """Write the front and the story at 200% zoom, without scripts, and as they are printed."""
    ways = {"zoomed": ZOOMED, "scriptless": {"java_script_enabled": False}}
    for way, options in ways.items():
        page = browser.new_context(**options).new_page()
        for name in ("front", "story", "editions", "source"):
            page.goto(address + wanted.get(name, ""), wait_until="networkidle")
            page.screenshot(path=folder / f"{name}-{way}.png", full_page=True)
        page.close()
    page = browser.new_page()
    for name in ("front", "story"):
        page.goto(address + wanted.get(name, ""), wait_until="networkidle")
        page.pdf(path=folder / f"{name}.pdf", format="A4")
    page.close()


def picture(browser: Browser, address: str, story: str, to: Path) -> None:
    """Write the picture of the README, 1400 by 840 pixels."""
    shown = []
    for path, scheme, width, height, place in (
        ("", "light", 1180, 760, "left: 30px; top: 30px"),
        (story, "dark", 390, 720, "right: 30px; top: 90px; border: 1px solid #171614"),
    ):
        page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
        page.goto(address + path, wait_until="networkidle")
        image = base64.b64encode(page.screenshot()).decode()
        shown.append(f'<img style="position: absolute; {place}" src="data:image/png;base64,{image}">')
        page.close()
    page = browser.new_page(viewport={"width": 1400, "height": 840})
    page.set_content(f'<body style="background: #ddd6c9">{"".join(shown)}')
    page.screenshot(path=to)
    page.close()


def main() -> None:
    """Serve the site for the time of the pictures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("site", type=Path)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--story", help="address of the story to show, below the site's root")
    arguments.add_argument("--only", nargs="+", metavar="KIND", help="pictures of these kinds of pages alone")
    arguments.add_argument("--readme", type=Path, metavar="FILE", help="write the picture of the README there")
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    found = pages(given.site) | ({"story": given.story} if given.story else {})
    wanted = {kind: path for kind, path in found.items() if not given.only or kind in given.only}
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(given.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        address = f"http://127.0.0.1:{server.server_port}/"
        shoot(browser, address, wanted, given.folder)
        if not given.only:
            shoot_otherwise(browser, address, wanted, given.folder)
        if given.readme:
            picture(browser, address, given.story or leading(given.site) or found["story"], given.readme)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
