"""site/: MkDocs builds it aside, Pagefind indexes it, two renames put it in place."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path

import yaml

from digest.errors import BuilderError, UsageError, WriteError
from digest.schema import DigestFile
from digest.write.atomic import replace_file

SEARCH_FOLDER = "pagefind"
PAGEFIND = (
    *("--output-subdir", SEARCH_FOLDER, "--quiet"),
    # Stories only; the 404 page stands in where there is none yet, since Pagefind fails on nothing.
    *("--glob", "{404.html,stories/**/*.html}"),
    # Marks, counts and the table's head say nothing that is searched for.
    *("--exclude-selectors", "sup, .count, .kicker, .history, .terms, thead, .pager"),
)
_BUILDERS = ("mkdocs", "mkdocs-material", "markdown", "pagefind", "pagefind-bin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What became of site/: `rebuilt` is False where nothing it is made of had changed."""

    path: Path
    rebuilt: bool


def build_site(root: Path, digest: DigestFile, now: datetime, *, search: bool = True) -> Built:
    """Make site/ from content/, mkdocs.yml and the theme.

    Built in .digest/ and put in place whole: a reader, and a run killed at any moment, finds the old site or the new one.
    Does nothing where site/ was built from the same bytes by the same versions. `now` dates the sitemap. Raises BuilderError
    with the builder's last words, UsageError without an mkdocs.yml, WriteError.
    """
    site, aside, old = root / "site", root / ".digest" / "site", root / ".digest" / "site-old"
    settings = _settings(root, digest, aside)
    stamp = root / ".digest" / "site.json"
    try:
        _repair(site, old)
        fingerprint = _fingerprint(root, settings, now, search)
        if (site / "index.html").exists() and _stamped(stamp) == fingerprint:
            return Built(path=site, rebuilt=False)
        shutil.rmtree(aside, ignore_errors=True)
        stamp.unlink(missing_ok=True)
        replace_file(root / ".digest" / "mkdocs.yml", yaml.safe_dump(settings, allow_unicode=True, sort_keys=True).encode())
        _run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", ".digest/mkdocs.yml"], root, now)
        if search:
            _run([sys.executable, "-m", "pagefind", "--site", ".digest/site", *PAGEFIND], root, now)
        if site.exists():
            site.rename(old)
        aside.rename(site)
        shutil.rmtree(old, ignore_errors=True)
        replace_file(stamp, json.dumps({"made_of": fingerprint}).encode())
    except OSError as error:
        raise WriteError(f"{error.filename or site}: {error.strerror or error}") from error
    return Built(path=site, rebuilt=True)


def _settings(root: Path, digest: DigestFile, aside: Path) -> dict[str, object]:
    """What the build adds to mkdocs.yml: this digest's name, and absolute folders, since the file lies in .digest/."""
    plain = root / "mkdocs.yml"
    if not plain.exists():
        raise UsageError(f"{root} holds no mkdocs.yml; start a digest with `digest new DIR`")
    try:
        theme = (yaml.load(plain.read_text("utf-8"), Loader=yaml.BaseLoader) or {}).get("theme", {})  # noqa: S506 - strings
        custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    except (yaml.YAMLError, AttributeError, UnicodeDecodeError) as error:
        raise UsageError(f"mkdocs.yml: this is not YAML: {error}") from error
    settings: dict[str, object] = {
        "INHERIT": "../mkdocs.yml",
        "site_name": digest.title,
        "site_description": digest.description,
        "docs_dir": str((root / "content").resolve()),
        "site_dir": str(aside.resolve()),
    }
    if digest.url:
        settings["site_url"] = digest.url
    if custom:
        settings["theme"] = {"custom_dir": str((root / custom).resolve())}
    return settings


def _repair(site: Path, old: Path) -> None:
    """Finish what a killed run left: between the two renames the old site waits in .digest/."""
    if old.exists():
        if site.exists():
            shutil.rmtree(old)
        else:
            old.rename(site)


def _fingerprint(root: Path, settings: dict[str, object], now: datetime, search: bool) -> str:
    digest = hashlib.sha256()
    names = {key: settings[key] for key in sorted(settings) if key.startswith("site_") and key != "site_dir"}
    versions = [metadata.version(name) for name in _BUILDERS]
    digest.update(json.dumps([names, versions, now.isoformat(), search, sys.version]).encode())
    theme = settings.get("theme")
    folders = [root / "content", *([Path(theme["custom_dir"])] if isinstance(theme, dict) else [])]
    for path in [root / "mkdocs.yml", *_files(folders)]:
        digest.update(f"{path.relative_to(root) if path.is_relative_to(root) else path.name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(folders: Iterable[Path]) -> list[Path]:
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return sorted(path for path in found if "__pycache__" not in path.parts and not path.name.startswith("."))


def _stamped(stamp: Path) -> str | None:
    try:
        made_of = json.loads(stamp.read_bytes())["made_of"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return str(made_of)


def _run(command: list[str], root: Path, now: datetime) -> None:
    """Run a builder whose output depends on no clock, zone or locale; its words are shown only where it fails."""
    fixed = {
        "SOURCE_DATE_EPOCH": str(max(0, int(now.timestamp()))),
        "NO_MKDOCS_2_WARNING": "1",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
    }
    done = subprocess.run(command, cwd=root, env=os.environ | fixed, capture_output=True, text=True, check=False)
    if done.returncode:
        words = (done.stderr + done.stdout).strip()[-2000:]
        raise BuilderError(f"`{' '.join(command[1:])}` failed with exit code {done.returncode}:\n{words}")
