"""site/: MkDocs builds it aside, Pagefind indexes it, two renames put it in place."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import yaml

from digest.errors import UsageError, WriteError
from digest.files import replace_file
from digest.model import Settings
from digest.seal import sealed, unsealed
from digest.terminal import Progress, no_progress
from digest.write import builder
from digest.write.builder import SiteInputs
from digest.write.interface import theme_settings

SEARCH_FOLDER = "pagefind"
_NOT_SEARCHED = (  # citation marks and tips, headings, counts, and what a page says about itself
    "sup, h2, thead, td:nth-child(1), td:nth-child(n+4), .page > ul, .page > p, .brief, .kicker, .meta, .note, .count, .by,"
    " .drawing, .copies, .terms, .related, .chips, .history"
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
    Does nothing where this machine built site/, as it is, from the same bytes by the same versions. `now` dates the sitemap.
    Raises BuilderError with the builder's last words, UsageError without an mkdocs.yml, WriteError.
    """
    site, aside, old = root / "site", root / ".digest" / "site", root / ".digest" / "site-old"
    stamp = root / ".digest" / "site.json"
    settings = _settings(root, digest)
    try:
        _finish_swap(site, old)
        inputs = SiteInputs(root, settings)
        made_of = inputs.fingerprint(now)
        if _is_sealed(stamp, made_of, site):
            return Built(path=site, rebuilt=False)
        stamp.unlink(missing_ok=True)
        html = builder.build(root, settings, inputs, now, progress)
        _discard(aside)
        shutil.copytree(html, aside)
        progress("search", 0, 0)
        builder.run([*builder.PYTHON, "pagefind", "--site", ".digest/site", *PAGEFIND], root, now)
        if site.exists():
            site.rename(old)
        aside.rename(site)
        _discard(old)
        replace_file(stamp, sealed("site", made_of.encode(), _site_hash(site)))
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
    if site.exists():
        _discard(old)
    elif old.exists():
        old.rename(site)


def _discard(folder: Path) -> None:
    """Delete what stands where a folder of ours belongs; of a symbolic link itself, not what it leads to."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)


def _is_sealed(stamp: Path, made_of: str, site: Path) -> bool:
    """Whether site/ is, to the byte, what this machine built last, of these inputs."""
    try:
        return unsealed("site", made_of.encode(), stamp.read_bytes()) == _site_hash(site)
    except OSError:
        return False


def _site_hash(site: Path) -> bytes:
    """Return one hash of the names and bytes of all files of a folder."""
    hashed = hashlib.blake2b(digest_size=20)
    for path in sorted(site.rglob("*")):
        held = b"a link" if path.is_symlink() else b"" if path.is_dir() else path.read_bytes()
        hashed.update(f"{path.relative_to(site).as_posix()}\0{len(held)}\0".encode("utf-8", "surrogateescape") + held)
    return hashed.digest()
