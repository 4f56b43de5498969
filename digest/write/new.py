"""`digest new`: the files a digest of one's own starts from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from digest import __version__
from digest.errors import UsageError
from digest.runtime.files import replace_file
from digest.write.made import MADE_BY, hash_of, read_made, write_made

_HERE = Path(__file__).parent
_SKELETON = _HERE / "skeleton"
_EXAMPLE = _HERE / "example"
_THEME = _HERE.parent / "theme"
_NAMES = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}
"""Files that would rule the repository of this package if they lay in it under their own name."""
_VERSIONED = {"requirements.txt"}
"""Files in which `{version}` stands for the version of this package."""
MARK = "mkdocs.yml"
"""The file by which a folder is known as a digest."""


def new(folder: Path, schemas: Mapping[str, bytes] | None = None, *, example: bool = False, dry: bool = False) -> list[str]:
    """Write an empty digest into `folder` and return the paths written, in order; with `dry` return them alone.

    `schemas` are files to be written with it, by path. With `example` a folder without articles gets one and its source to
    try. What is already there stays as it is, so a second call brings a theme back that lost files. Raises UsageError where
    `folder` is a file, WriteError.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder")
    begins = not (folder / MARK).exists()
    files = skeleton() | dict(schemas or {})
    known = {name: hash_of(data) for name, data in files.items() if not name.startswith("seeds/")}
    made = read_made(folder)
    if example and not any((folder / "seeds/articles").glob("*.*")):
        files |= {path.as_posix(): (_EXAMPLE / path).read_bytes() for path in _files_below(_EXAMPLE)}
    missing = [name for name in sorted(files) if not (folder / name).exists()]
    for name in missing:
        if not (folder / name).parent.resolve().is_relative_to(folder.resolve()):
            raise UsageError(f"{folder / name}: a symbolic link leads out of {folder}; put the folder itself here")
    written = sorted([*missing, MADE_BY]) if begins else missing
    if dry:
        return written
    for name in missing:
        replace_file(folder / name, files[name])
    if begins or made.version:
        said = {**made.files, **{name: known[name] for name in missing if name in known}}
        write_made(folder, said, made.version or __version__)
    return written


def skeleton() -> dict[str, bytes]:
    """Return the files of an empty digest by their paths in it."""
    files = {
        _NAMES.get(path.as_posix(), path.as_posix()): (_SKELETON / path).read_bytes() for path in _files_below(_SKELETON)
    }
    files |= {f"theme/{path.as_posix()}": (_THEME / path).read_bytes() for path in _files_below(_THEME)}
    return {
        name: data.replace(b"{version}", __version__.encode()) if name in _VERSIONED else data
        for name, data in files.items()
    }


def _files_below(folder: Path) -> list[Path]:
    found = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return sorted(path for path in found if path.suffix not in {".py", ".pyc"})
