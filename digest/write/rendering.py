"""A MkDocs that keeps running: loads a digest's settings and theme once, and renders the pages that it is asked for.

A program of its own, started by `digest.write.shown`: `python -P rendering.py SETTINGS`. It reads a JSON object a line,
{"page": the path below content/, "now": the moment that MkDocs dates by, "files": anything, which is another where the files
below content/ have other names}, and answers each with one, {"html": the text} or {"error": what MkDocs said}.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page


class Rendering:
    """MkDocs' settings and theme, and what it knows of the files below content/."""

    def __init__(self, settings: str, folder: str) -> None:
        """Load the settings; pages are rendered into `folder`."""
        self._config = load_config(settings)
        self._config.site_dir = folder
        self._theme = self._config.theme.get_env()
        self._asked: object = None
        self._files = Files([])

    def html(self, page: str, now: str, files: object) -> str:
        """Return the HTML of a page below content/, as `mkdocs build` makes it; the arguments are those of a line."""
        os.environ["SOURCE_DATE_EPOCH"] = now
        if self._asked != (now, files):
            self._files = get_files(self._config)
            self._files.add_files_from_theme(self._theme, self._config)
            set_exclusions(self._files, self._config)
            self._asked = (now, files)
        for each in self._files:
            each.page = None
        nav = get_navigation(self._files, self._config)
        file = self._files.src_uris[page]
        made = file.page or Page(None, file, self._config)
        pages = self._files.documentation_pages()
        for other in nav.pages:
            if other.title is None and other is not made:  # the navigation has no label for it, so its own words are one
                build._populate_page(other, self._config, self._files)  # noqa: SLF001
        build._populate_page(made, self._config, self._files)  # noqa: SLF001 - MkDocs has no other way to make one page
        build._build_page(made, self._config, pages, nav, self._theme)  # noqa: SLF001
        return Path(file.abs_dest_path).read_text("utf-8")


def main() -> None:
    """Answer what comes on standard input until it ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no answer
    with tempfile.TemporaryDirectory() as folder:
        rendering: Rendering | None = None
        for line in sys.stdin:
            answer: dict[str, Any]
            try:
                rendering = rendering or Rendering(sys.argv[1], folder)
                answer = {"html": rendering.html(**json.loads(line))}
            except Exception as error:  # noqa: BLE001 - whoever asked has another way to make the page
                answer = {"error": f"{type(error).__name__}: {error}"}
            answers.write(json.dumps(answer) + "\n")
            answers.flush()


if __name__ == "__main__":
    main()
