"""`digest new`: the files a digest of one's own starts from."""

from __future__ import annotations

from pathlib import Path

from digest import __version__
from digest.errors import UsageError
from digest.files import replace_file

_HERE = Path(__file__).parent
_SKELETON = _HERE / "skeleton"
_EXAMPLE = _HERE / "example"
_THEME = _HERE.parent / "theme"
_NAMES = {"gitignore": ".gitignore", "gitattributes": ".gitattributes"}
"""Files that would rule the repository of this package if they lay in it under their own name."""
_VERSIONED = {"requirements.txt"}
"""Files in which `{version}` stands for the version of this package."""


def new(folder: Path, *, example: bool = False, dry: bool = False) -> list[str]:
    """Write an empty digest into `folder` and return the paths written, in order; with `dry` return them alone.

    With `example` a folder without articles gets one and its source to try. What is already there stays as it is, so a
    second call brings a theme back that lost files. Raises UsageError where `folder` is a file, WriteError.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder")
    wanted = {_NAMES.get(path.as_posix(), path.as_posix()): _SKELETON / path for path in _files_below(_SKELETON)}
    wanted |= {f"theme/{path.as_posix()}": _THEME / path for path in _files_below(_THEME)}
    if example and not any((folder / "seeds/articles").glob("*.*")):
        wanted |= {path.as_posix(): _EXAMPLE / path for path in _files_below(_EXAMPLE)}
    written = [name for name in sorted(wanted) if not (folder / name).exists()]
    for name in written:
        if not (folder / name).parent.resolve().is_relative_to(folder.resolve()):
            raise UsageError(f"{folder / name}: a symbolic link leads out of {folder}; put the folder itself here")
    for name in () if dry else written:
        data = wanted[name].read_bytes()
        replace_file(folder / name, data.replace(b"{version}", __version__.encode()) if name in _VERSIONED else data)
    return written


def _files_below(folder: Path) -> list[Path]:
    found = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return sorted(path for path in found if path.suffix not in {".py", ".pyc"})
