"""What MkDocs is told: the digest's own mkdocs.yml, or of one that is not trusted no more than its nav.

A whole mkdocs.yml runs code: it names hooks, plugins, Python functions and a theme's templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from digest.errors import UsageError
from digest.model import Settings
from digest.write.interface import theme_settings, theme_words
from digest.write.lettering import hand

_PACKAGE = Path(__file__).parent
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&+,;=%-]+")
_PAGE = re.compile(r"[\w./-]+\.md")
_MOST_LINKS = 500
_DEEPEST = 4  # levels of a nav
_LARGEST = 1_000_000  # bytes of an mkdocs.yml


def trusted_settings(root: Path, digest: Settings) -> dict[str, object]:
    """Return what .digest/mkdocs.yml adds to the digest's mkdocs.yml, which it inherits: names, address, folders.

    Raises UsageError where there is none, or where it is no YAML.
    """
    written = _written(root)
    theme = written.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    changed = {"custom_dir": str((root / custom).resolve())} if isinstance(custom, str) and custom else {}
    return {"INHERIT": "../mkdocs.yml", **_of_digest(root, digest, changed)}


def untrusted_settings(root: Path, digest: Settings) -> dict[str, object]:
    """Return settings that run nothing of the digest's: those of a new digest, this package's theme, and the digest's nav.

    Of the nav only links to pages of content/ and to addresses count, and labels are words. Errors as in `trusted_settings`.
    """
    own: dict[str, Any] = yaml.safe_load((_PACKAGE / "skeleton" / "mkdocs.yml").read_text("utf-8"))
    theme = own.pop("theme") | {"custom_dir": str(_PACKAGE.parent / "theme")}
    nav = list(_links(_written(root).get("nav"), [_MOST_LINKS]))
    return own | _of_digest(root, digest, theme) | ({"nav": nav} if nav else {})


def runs_nothing(root: Path, settings: Mapping[str, object]) -> bool:
    """Tell whether neither plugins nor hooks run in MkDocs with these settings and, where they inherit it, mkdocs.yml.

    What mkdocs.yml itself inherits is not looked at: it counts as running something. Errors as in `trusted_settings`.
    """
    written = _written(root) if "INHERIT" in settings else {}
    whole = {**written, **settings}
    return whole.get("plugins") == [] and not whole.get("hooks") and "INHERIT" not in written


def _of_digest(root: Path, digest: Settings, theme: dict[str, Any]) -> dict[str, object]:
    """Return the settings that seeds/digest.yml and the folders give; `theme` are those of the theme."""
    settings: dict[str, object] = {
        "site_name": digest.title,
        "site_description": digest.description,
        "docs_dir": str((root / "content").resolve()),
        "site_dir": str((root / ".digest" / "html").resolve()),
    }
    extra: dict[str, object] = {}
    if digest.url:
        settings["site_url"] = digest.url
        if digest.cards:
            extra["cards"] = hand()  # pages are rendered anew where cards are drawn otherwise
    if digest.languages:
        theme = theme | theme_settings(digest.languages[0])
        extra["language"] = digest.languages[0]
        extra |= theme_words(digest.languages[0])
    if extra:
        settings["extra"] = extra
    if theme:
        settings["theme"] = theme
    return settings


def _written(root: Path) -> dict[str, Any]:
    """Return mkdocs.yml with all its scalars as text."""
    plain = root / "mkdocs.yml"
    if plain.is_symlink():
        raise UsageError(f"{plain}: this symbolic link is not followed; put the file itself here")
    if not plain.exists():
        raise UsageError(f"{root} holds no mkdocs.yml; start a digest with `digest new DIR`")
    if plain.stat().st_size > _LARGEST:
        raise UsageError("mkdocs.yml: this is over 1 MB; no settings are so long")
    try:
        written = yaml.load(plain.read_text("utf-8"), Loader=yaml.BaseLoader) or {}  # noqa: S506 - strings
    except yaml.MarkedYAMLError as error:
        place = f":{error.problem_mark.line + 1}:{error.problem_mark.column + 1}" if error.problem_mark else ""
        raise UsageError(f"mkdocs.yml{place}: this is not YAML: {error.problem}") from error
    except RecursionError as error:
        raise UsageError("mkdocs.yml: this lies too deep; no setting has so many levels") from error
    except (yaml.YAMLError, ValueError) as error:
        raise UsageError(f"mkdocs.yml: this is not YAML in UTF-8: {' '.join(str(error).split())}") from error
    if not isinstance(written, dict):
        raise UsageError("mkdocs.yml:1: these are no settings; write a `key: value` on each line, as `digest new` does")
    return written


def _links(items: object, left: list[int], depth: int = 1) -> Iterator[Any]:
    """The links of a nav that lead nowhere else; `left` says how many more entries are looked at."""
    if depth > _DEEPEST or not isinstance(items, list):
        return
    for item in items:
        for label, target in item.items() if item and isinstance(item, dict) else [("", item)]:
            left[0] -= 1
            if left[0] < 0:
                return
            if isinstance(target, list) and (below := list(_links(target, left, depth + 1))):
                yield {escape(str(label)): below}
            elif isinstance(target, str) and (_ADDRESS.fullmatch(target) or _is_page(target)):
                yield {escape(label): target} if label and isinstance(label, str) else target


def _is_page(target: str) -> bool:
    path = PurePosixPath(target)
    return bool(_PAGE.fullmatch(target)) and not path.is_absolute() and ".." not in path.parts
