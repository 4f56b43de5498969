"""site/: MkDocs builds it aside, Pagefind indexes it, two renames put it in place."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import yaml

from digest.errors import UsageError, WriteError
from digest.files import replace_file
from digest.model import Settings
from digest.terminal import Progress, no_progress
from digest.write import builder
from digest.write.builder import SiteInputs
from digest.write.interface import theme_settings

SEARCH_FOLDER = "pagefind"
_NOT_SEARCHED = (  # citation marks and tips, headings, counts, and what a page says about itself
    "sup, h2, thead, td:nth-child(1), td:nth-child(n+4), .page > p, .brief, .tag, .kicker, .meta, .note, .count, .by, .way,"
    " .drawing, .who-reported, .timeline, .turn, .copies, .terms, .related, .chips, .history"
)
PAGEFIND = (
    *("--output-subdir", SEARCH_FOLDER, "--quiet"),
    # Stories only; the front page stands in where there is none yet, since Pagefind fails on nothing.
    *("--glob", "{index.html,stories/**/*.html}"),
    *("--exclude-selectors", _NOT_SEARCHED),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What became of site/: `rebuilt` is False where nothing it is made of had changed."""

    path: Path
    rebuilt: bool


def build_site(root: Path, digest: Settings, now: datetime, progress: Progress = no_progress) -> Built:
    """Make site/ from content/, mkdocs.yml and the theme.

    Built in .digest/ and put in place whole: a reader, and a run killed at any moment, finds the old site or the new one.
    Does nothing where site/ was built from the same bytes by the same versions. `now` dates the sitemap. Raises BuilderError
    with the builder's last words, UsageError without an mkdocs.yml, WriteError.
    """
    site, aside, old = root / "site", root / ".digest" / "site", root / ".digest" / "site-old"
    stamp = root / ".digest" / "site.json"
    settings = _settings(root, digest)
    try:
        _finish_swap(site, old)
        inputs = SiteInputs(root, settings)
        made_of = inputs.fingerprint(now)
        if _read_stamp(stamp) == [made_of, *_site_state(site)]:
            return Built(path=site, rebuilt=False)
        stamp.unlink(missing_ok=True)
        html = builder.build(root, settings, inputs, now, progress)
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(html, aside)
        progress("search", 0, 0)
        builder.run([*builder.PYTHON, "pagefind", "--site", ".digest/site", *PAGEFIND], root, now)
        if site.exists():
            site.rename(old)
        aside.rename(site)
        shutil.rmtree(old, ignore_errors=True)
        replace_file(stamp, json.dumps([made_of, *_site_state(site)]).encode())
    except OSError as error:
        raise WriteError(f"{error.filename or site}: {error.strerror or error}") from error
    return Built(path=site, rebuilt=True)


def _settings(root: Path, digest: Settings) -> dict[str, object]:
    """Return what .digest/mkdocs.yml adds to the digest's mkdocs.yml, which it inherits: names, address, folders."""
    plain = root / "mkdocs.yml"
    if not plain.exists():
        raise UsageError(f"{root} holds no mkdocs.yml; start a digest with `digest new DIR`")
    try:
        written = yaml.load(plain.read_text("utf-8"), Loader=yaml.BaseLoader) or {}  # noqa: S506 - strings
    except yaml.MarkedYAMLError as error:
        place = f":{error.problem_mark.line + 1}:{error.problem_mark.column + 1}" if error.problem_mark else ""
        raise UsageError(f"mkdocs.yml{place}: this is not YAML: {error.problem}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageError(f"mkdocs.yml: this is not YAML in UTF-8: {' '.join(str(error).split())}") from error
    if not isinstance(written, dict):
        raise UsageError("mkdocs.yml:1: these are no settings; write a `key: value` on each line, as `digest new` does")
    theme = written.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    settings: dict[str, object] = {
        "INHERIT": "../mkdocs.yml",
        "site_name": digest.title,
        "site_description": digest.description,
        "docs_dir": str((root / "content").resolve()),
        "site_dir": str((root / ".digest" / "html").resolve()),
    }
    if digest.url:
        settings["site_url"] = digest.url
    changed = {"custom_dir": str((root / custom).resolve())} if isinstance(custom, str) and custom else {}
    if digest.languages:
        changed |= theme_settings(digest.languages[0])
        settings["extra"] = {"language": digest.languages[0]}
    if changed:
        settings["theme"] = changed
    return settings


def _finish_swap(site: Path, old: Path) -> None:
    """Finish the two renames of a run that was killed between them: put the old site back, or delete it."""
    if old.exists():
        if site.exists():
            shutil.rmtree(old)
        else:
            old.rename(site)


def _site_state(site: Path) -> list[int]:
    """Return file times of the front page and of the search, and the number of files: they differ if another wrote site/."""
    paths = (site / "index.html", site / SEARCH_FOLDER / "pagefind.js")
    return [*(path.stat().st_mtime_ns if path.exists() else 0 for path in paths), sum(1 for _ in site.rglob("*"))]


def _read_stamp(stamp: Path) -> object:
    try:
        return json.loads(stamp.read_bytes())
    except (OSError, ValueError):
        return None
