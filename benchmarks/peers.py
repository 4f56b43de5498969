"""Other builders of static sites on the Markdown pages that a digest made, each with its title and day in a plain layout.

`build` measures them where they are installed: Hugo from the system's packages, Eleventy from npm, Pelican from PyPI.
They make pages alone: no search, feeds, drawings or cards.
"""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

_HEADER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_PELICAN_TEMPLATES = ("article", "index", "archives", "authors", "categories", "tags", "author", "category", "tag", "page")
_LAYOUT = "<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>{content}</body></html>\n"


def pages(content: Path) -> Iterator[tuple[Path, dict[str, str], str]]:
    """Yield path below content/, title and day, and text of each page."""
    for path in sorted(content.rglob("*.md")):
        found = _HEADER.match(path.read_text("utf-8"))
        header, text = found.groups() if found else ("", path.read_text("utf-8"))
        kept = dict(line.split(": ", 1) for line in header.splitlines() if line.startswith(("title: ", "date: ")))
        title = json.loads(kept.get("title", '""')) or path.stem
        yield path.relative_to(content), {"title": title, "date": json.loads(kept.get("date", '"2026-01-01"'))}, text


def hugo(content: Path, folder: Path) -> list[str] | None:
    """Set up Hugo's site in a folder; return the command that builds it, or None where Hugo is not installed."""
    program = shutil.which("hugo")
    if program:
        layout = _LAYOUT.format(title="{{ .Title }}", content="{{ .Content }}")
        for name in ("single", "list"):
            _write(folder / "layouts" / "_default" / f"{name}.html", layout)
        kinds = 'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
        _write(folder / "config.toml", f'title = "x"\n{kinds}[markup.goldmark.renderer]\nunsafe = true\n')
        for path, fields, text in pages(content):
            name = path.with_name("_index.md") if path.name == "index.md" else path
            _write(folder / "content" / name, f"---\n{_yaml(fields)}---\n{text}")
    return [program, "--quiet"] if program else None


def eleventy(content: Path, folder: Path, installed: Path | None) -> list[str] | None:
    """Set up Eleventy's site in a folder; return the command that builds it, or None where it is not installed."""
    if installed is None:
        return None
    _write(folder / "_includes" / "page.njk", _LAYOUT.format(title="{{ title }}", content="{{ content | safe }}"))
    _write(
        folder / "eleventy.config.cjs",
        'module.exports = { markdownTemplateEngine: false, dir: { input: "pages", includes: "../_includes" } };\n',
    )
    for path, fields, text in pages(content):
        _write(
            folder / "pages" / path,
            f"---\nlayout: page.njk\npermalink: {path.with_suffix('.html').as_posix()}\n{_yaml(fields)}---\n{text}",
        )
    return [str((installed / "node_modules" / ".bin" / "eleventy").resolve()), "--quiet"]


def pelican(content: Path, folder: Path, program: Path | None) -> list[str] | None:
    """Set up Pelican's site in a folder; return the command that builds it, or None where it is not installed."""
    if program is None:
        return None
    for path, fields, text in pages(content):
        head = f"Title: {fields['title']}\nDate: {fields['date']}\nSlug: {path.with_suffix('').as_posix()}\n"
        _write(folder / "content" / path, f"{head}\n{text}")
    layout = _LAYOUT.format(title="{{ article.title }}", content="{{ article.content }}")
    for name in _PELICAN_TEMPLATES:
        _write(folder / "theme" / "templates" / f"{name}.html", layout if name == "article" else "")
    settings = {"PATH": "content", "THEME": "theme", "TIMEZONE": "UTC", "SITEURL": "", "DEFAULT_CATEGORY": "news"}
    settings |= dict.fromkeys(("CATEGORY_SAVE_AS", "AUTHOR_SAVE_AS", "TAG_SAVE_AS"), "")
    settings |= {"ARTICLE_URL": "{slug}.html", "ARTICLE_SAVE_AS": "{slug}.html"}
    feeds = [f"{kind}_ATOM = None" for kind in ("FEED_ALL", "CATEGORY_FEED", "TRANSLATION_FEED", "AUTHOR_FEED")]
    lines = [*(f"{name} = {value!r}" for name, value in settings.items()), "DIRECT_TEMPLATES = []", *feeds]
    _write(folder / "pelicanconf.py", "\n".join(lines))
    return [str(program), "content", "--settings", "pelicanconf.py", "--quiet"]


def _yaml(fields: dict[str, str]) -> str:
    return "".join(f"{name}: {json.dumps(value) if name == 'title' else value}\n" for name, value in fields.items())


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
