"""Take pictures of a built site: `python tests/browser/shots.py SITE FOLDER`. They are for looking at; nothing is compared.

Front page, the newest story, the newest edition, a topic, a source and open search, at 1280 and 390 pixels, light and dark;
and front.png, the picture of the README: the front page, and the story on a phone.
"""

import argparse
import base64
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
WORD = "the"


KINDS = {  # the newest of what has an order, else the first
    "story": ("stories/*/*/*/index.html", -1),
    "edition": ("editions/*/*/*/index.html", -1),
    "topic": ("topics/*/index.html", 0),
    "source": ("sources/*/index.html", 0),
}


def pages(site: Path) -> dict[str, str]:
    """Return one address of each kind of page that the site has."""
    wanted = {"front": ""}
    for kind, (pattern, at) in KINDS.items():
        found = [path for path in sorted(site.glob(pattern)) if 'http-equiv="refresh"' not in path.read_text("utf-8")]
        if found:
            wanted[kind] = f"{found[at].parent.relative_to(site).as_posix()}/"
    return wanted


def shoot(browser: Browser, address: str, wanted: dict[str, str], folder: Path) -> None:
    """Write one PNG for each page, width and scheme, and for search with results in it."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = browser.new_page(viewport={"width": width, "height": 860}, color_scheme=scheme)
            for name, path in wanted.items():
                page.goto(address + path, wait_until="networkidle")
                page.evaluate("for (const image of document.images) image.loading = 'eager'")
                page.wait_for_load_state("networkidle")
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
            page.keyboard.press("/")
            page.get_by_role("dialog").wait_for()
            page.keyboard.type(WORD)
            page.locator(".search__results a").first.wait_for()
            page.screenshot(path=folder / f"search-{width}-{scheme}.png")
            page.close()


def picture(browser: Browser, address: str, story: str, folder: Path) -> None:
    """Write front.png."""
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
    page.screenshot(path=folder / "front.png")
    page.close()


def main() -> None:
    """Serve the site for the time of the pictures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("site", type=Path)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--story", help="address of the story to show, below the site's root")
    given = arguments.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    wanted = pages(given.site) | ({"story": given.story} if given.story else {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(given.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        address = f"http://127.0.0.1:{server.server_port}/"
        shoot(browser, address, wanted, given.folder)
        picture(browser, address, wanted.get("story", ""), given.folder)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
