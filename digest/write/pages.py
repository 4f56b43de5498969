"""The generated part of content/: which files are ours, and making them exactly these."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from digest.errors import WriteError
from digest.files import TEMPORARY, replace_file
from digest.model import Page, Problem

MANIFEST = ".manifest.json"
_MARK = re.compile(rb"\A---\n(?:[^\n]*\n){0,40}?generated: \"?digest\"?\n")
_NO_FRONT_MATTER = re.compile(
    r"(api/.*\.json|(topics/[^/]+/)?feed\.xml|atom\.xml|feed\.json|sources\.opml|stories/.*\.svg)\Z"
)


_MAY_BE_HAND_WRITTEN = {"method.md"}  # an editor's own words may well stand here: no mistake


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a run changed below content/: paths in order. `unchanged` counts pages whose bytes were already there."""

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()


def write(pages: Iterable[Page], root: Path, *, dry: bool = False) -> Changes:
    """Make content/ below `root` hold these generated pages and no other; with `dry` only say what would change.

    A file is written only where its bytes change, each replaced atomically. The manifest names new and old pages before the
    first is touched, so that a run killed midway is finished by the next. A page whose path a hand-written file holds is not
    written: that is a Problem. Raises WriteError.
    """
    content = root / "content"
    wanted: dict[str, bytes] = {}
    for page in pages:
        if wanted.setdefault(page.path, data := page.text.encode("utf-8")) is not data:
            raise WriteError(f"two pages want to be {page.path!r}")
    _check_paths(wanted, content)
    ours = generated_paths(content)
    held = {path for path in wanted if path not in ours and (content / path).exists()}
    for path in held:
        del wanted[path]
    hashes = {path: hashlib.sha256(data).hexdigest() for path, data in wanted.items()}
    old = {path: _hash(content / path) for path in ours | wanted.keys()}
    stale = sorted(path for path in ours - wanted.keys() if old[path])
    changed = sorted(path for path in wanted if old[path] != hashes[path])
    changes = Changes(
        added=tuple(path for path in changed if not old[path]),
        updated=tuple(path for path in changed if old[path]),
        removed=tuple(stale),
        unchanged=len(wanted) - len(changed),
        problems=tuple(_hand_written(path) for path in sorted(held)),
    )
    if dry:
        return changes
    if changed or stale:
        _save_manifest(content, ours | wanted.keys())
    for left in content.rglob(f"{TEMPORARY}*"):  # by a run that was killed while it wrote
        left.unlink(missing_ok=True)
    for path in changed:
        replace_file(content / path, wanted[path])
    for path in stale:
        _remove(content, path)
    _save_manifest(content, wanted.keys())
    return changes


def generated_paths(content: Path) -> set[str]:
    """Return the paths below `content` that are generated: those in the manifest, without one those that look generated.

    A Markdown page counts only while its front matter says so: one that a person put in its place is theirs.
    """
    try:
        listed = json.loads((content / MANIFEST).read_bytes())["generated"]
        paths = {path for path in listed if isinstance(path, str)}
        _check_paths(paths, content)
    except (OSError, ValueError, KeyError, TypeError, WriteError):
        found = {path.relative_to(content).as_posix(): path for path in content.rglob("*") if path.is_file()}
        paths = {name for name, path in found.items() if name.endswith(".md") or _NO_FRONT_MATTER.match(name)}
        paths |= {name for name, path in found.items() if path.name.startswith(TEMPORARY)}
    return {path for path in paths if not path.endswith(".md") or _is_marked(content / path)}


def _is_marked(path: Path) -> bool:
    """Whether a page's front matter says that it is generated; so counts a page that is not there."""
    try:
        with path.open("rb") as file:
            return bool(_MARK.match(file.read(8192)))
    except (FileNotFoundError, NotADirectoryError):
        return True
    except IsADirectoryError:
        return False


def _check_paths(paths: Iterable[str], content: Path) -> None:
    """Refuse a path that could lie outside content/ or be hidden there: a bug of ours, never of the input."""
    for path in paths:
        parts = PurePosixPath(path).parts
        if not parts or "\\" in path or "\0" in path or any(part.startswith((".", "/")) for part in parts):
            raise WriteError(f"{path!r} is no path below content/")
    for folder in sorted({parent for path in paths for parent in PurePosixPath(path).parents}):
        if (content / folder).is_symlink():
            raise WriteError(f"{content / folder}: a symbolic link; generated pages are written to real folders only")


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        raise WriteError(f"{path}: cannot be read: {error.strerror or error}") from error


def _save_manifest(content: Path, paths: Iterable[str]) -> None:
    data = json.dumps({"generated": sorted(paths)}, ensure_ascii=False, indent=0).encode() + b"\n"
    if _hash(content / MANIFEST) != hashlib.sha256(data).hexdigest():
        replace_file(content / MANIFEST, data)


def _remove(content: Path, path: str) -> None:
    try:
        (content / path).unlink(missing_ok=True)
        for folder in (content / path).parents:
            if folder == content or any(folder.iterdir()):
                break
            folder.rmdir()
    except OSError as error:
        raise WriteError(f"{content / path}: cannot be removed: {error.strerror or error}") from error


def _hand_written(path: str) -> Problem:
    return Problem(
        stage="render",
        where=f"content/{path}",
        line=1,
        code="hand-written",
        detail="this hand-written page stands where a generated one belongs, which is left out",
        remedy="rename it, or delete it to have the generated page",
        by_hand=path not in _MAY_BE_HAND_WRITTEN,
    )
