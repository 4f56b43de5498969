"""`digest new`: the files a digest of one's own starts from."""

from __future__ import annotations

from pathlib import Path

from digest.errors import UsageError
from digest.files import replace_file

_SKELETON = Path(__file__).parent / "skeleton"
_THEME = Path(__file__).parents[1] / "theme"
_NAMES = {"gitignore": ".gitignore"}  # a skeleton with a .gitignore of its own would hide its files from git


def new(folder: Path, *, dry: bool = False) -> list[str]:
    """Write an empty digest into `folder` and return the paths written, in order; with `dry` return them alone.

    What is already there stays as it is, so a second call brings a theme back that lost files. Raises UsageError where
    `folder` is a file, WriteError.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder")
    wanted = {_NAMES.get(path.as_posix(), path.as_posix()): _SKELETON / path for path in _files_below(_SKELETON)}
    wanted |= {f"theme/{path.as_posix()}": _THEME / path for path in _files_below(_THEME)}
    written = [name for name in sorted(wanted) if not (folder / name).exists()]
    for name in () if dry else written:
        replace_file(folder / name, wanted[name].read_bytes())
    return written


def _files_below(folder: Path) -> list[Path]:
    found = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    return sorted(path for path in found if path.suffix not in {".py", ".pyc"})
