"""What is read without a connection: sw.js, the service worker that keeps the front and its stories; the page for the rest.

The worker's program is the theme's (assets/offline.js); sw.js says which edition it keeps and what belongs to it, so that
it changes when that edition does, and the browser takes the new one.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from digest.model import EPOCH, KnownPage, Page
from digest.render import dates
from digest.render.escape import link
from digest.render.page import Meta, is_story, page, served
from digest.render.site import Site
from digest.translations import in_force, message, say

WORKER = "sw.js"
OFFLINE = "offline.md"
_FRONT = "index.md"
_LINKED = re.compile(r"\]\(([^()#\s]+)\.md[)#]")
_SHELL = tuple(
    f"assets/{name}"
    for name in (
        *("digest.css", "digest.js", "density.js", "scheme.js", "search.js", "search-dialog.js", "search-page.js"),
        *("unspaced.js", "words.js", "favicon.svg"),
    )
)
"""What every page of the theme is shown with."""


_SAID = (
    message("You are offline."),
    message("This is {edition}, as it was when you last came; there may be a newer one."),
    message("What is kept is {edition}, as it was when you last came; there may be a newer one."),
    message("the edition of {day}"),
    message("an edition"),
    message("Offline"),
    message("Try again"),
)
"""What assets/offline.js says."""


def offline_pages(_: Site) -> Iterator[Page]:
    """Yield offline.md, which stands in for a page that the reader's device did not keep."""
    meta: Meta = {"title": say("Not kept"), "description": say("This page needs a connection."), "digest_kind": "offline"}
    meta["hidden"] = True
    yield page(OFFLINE, "offline", meta, front=link(say("The front page"), _FRONT))


def worker_pages(pages: Sequence[Page | KnownPage], site: Site) -> Iterator[Page]:
    """Yield sw.js: it keeps the front, the stories it leads to, and their drawings, of `pages`."""
    found = {each.path: each for each in pages}
    kept = [_FRONT, OFFLINE, *_stories(found)]
    drawings = sorted(path for path in found if path.endswith(".svg") and _page_of(path) in kept)
    version = hashlib.sha256()
    for path in (*kept, *drawings):
        version.update(f"{path}\0{found[path].sha256}\0".encode())
    edition: dict[str, Any] = {
        "version": version.hexdigest()[:16],
        "day": dates.key(site.edition.day) if site.edition.day != EPOCH else "",
        "said": dates.day(site.edition.day) if site.edition.day != EPOCH else "",
        "pages": [f"./{served(path)}" for path in kept],
        "files": [*_SHELL, *drawings],
    }
    if in_force():
        edition["words"] = {words: say(words) for words in _SAID}
    written = json.dumps(edition, indent=1, ensure_ascii=False)
    yield Page(path=WORKER, text=f'self.edition = {written}\nimportScripts("assets/offline.js")\n')


def _stories(found: Mapping[str, Page | KnownPage]) -> list[str]:
    """The pages of the stories that the front leads to, in its order."""
    linked = dict.fromkeys(_LINKED.findall(found[_FRONT].text))
    return [f"{path}.md" for path in linked if is_story(path) and f"{path}.md" in found]


def _page_of(drawing: str) -> str:
    """The page that shows a drawing: a story's is named after it, any other at the root is the front's."""
    folder, _, name = drawing.rpartition("/")
    return f"{folder}/{name.split('.')[0]}.md" if folder else _FRONT
