"""What lies in seeds/ and is read by nothing: misspelt folders and endings, files in the wrong place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from digest.acquire.seeds.formats import FORMATS
from digest.config import Workspace
from digest.config.load import FILES, FOLDERS, LISTS, YAML_SUFFIXES, where_of
from digest.config.remedies import nearest
from digest.model import Problem

_BACKUPS = ("~", ".bak", ".orig", ".rej", ".tmp")
_ABOUT = ("readme", "license", "licence", "contributing")


def unread(config: Workspace) -> Iterator[Problem]:
    """Yield a Problem for each file or folder of seeds/ that nothing reads; one that can harm nobody is only a note."""
    seeds, root = config.seeds, config.root
    if not seeds.is_dir() or config.articles == seeds:
        return
    for path in _seen(seeds):
        if path.name not in (FOLDERS if path.is_dir() else FILES):
            yield _problem(path, root, *_meant(path, seeds.name))
    for name in LISTS:
        for path in _seen(seeds / name) if (seeds / name).is_dir() else ():
            if path.is_dir():
                yield _problem(path, root, f"put its files into {seeds.name}/{name} themselves", True)
            elif path.suffix not in YAML_SUFFIXES:
                new = path.name.removesuffix(path.suffix if path.stem.endswith(YAML_SUFFIXES) else "")
                new = new if new.endswith(YAML_SUFFIXES) else f"{path.stem}.yml"
                yield _problem(path, root, f"did you mean `{new}`?", not path.name.endswith(_BACKUPS))


def _seen(folder: Path) -> list[Path]:
    """What a person put into a folder, in order of name; files about the folder itself are nobody's input."""
    found = [path for path in folder.iterdir() if not path.name.startswith((".", "#"))]
    return sorted((path for path in found if path.stem.casefold() not in _ABOUT), key=lambda path: path.name)


def _meant(path: Path, seeds: str) -> tuple[str, bool]:
    """What to do with something at the top of seeds/, and whether it was surely meant to be read."""
    if near := nearest(path.name, FOLDERS if path.is_dir() else (FILES[0], FILES[-1])):
        return f"did you mean `{seeds}/{near}`?", True
    if path.suffix.lower() in FORMATS:
        return f"move it into {seeds}/articles", True
    folders = ", ".join(f"{seeds}/{name}" for name in FOLDERS)
    return f"move it out of {seeds}/; what is read lies in {folders}", path.is_dir() or path.suffix.lower() in YAML_SUFFIXES


def _problem(path: Path, root: Path, remedy: str, by_hand: bool) -> Problem:
    where = where_of(path, root)
    kind = "folder" if path.is_dir() else "file"
    return Problem(
        stage="acquire", where=where, code="unread", detail=f"nothing reads this {kind}", remedy=remedy, by_hand=by_hand
    )
