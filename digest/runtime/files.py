"""Files on disk: written whole or not at all, and failures that name the file."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from digest.errors import UsageError, WriteError

TEMPORARY = ".digest-tmp-"
"""How the names of files begin that a killed run may have left behind."""
FOLDER, LINK, OTHER = "folder", "link", "other"
"""What `hashes_below` has in the place of a hash; OTHER is a pipe, a socket or a device."""
_BLOCK = 1 << 16


def refuse_link(folder: Path) -> None:
    """Raise UsageError where a folder is a symbolic link, whatever lies in it."""
    if folder.is_symlink():
        raise UsageError(f"{folder}: this symbolic link is not followed; put the folder itself here")


def discard(path: Path) -> None:
    """Delete what stands where something of ours belongs: a file, a folder with all in it, of a symbolic link itself."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def refuse_links(folder: Path, *, but: Collection[str] = ()) -> None:
    """Raise UsageError where a folder is a symbolic link, or one below it leads to anything but a file of that folder.

    So nothing below it is read, written, appended to or deleted elsewhere. What lies in it under a name of `but` is passed
    over. Folders that cannot be listed are too.
    """
    refuse_link(folder)
    folders, inside = [str(folder)], folder.resolve()
    while folders:
        for entry in _entries(folders.pop()):
            if entry.is_symlink():
                path = Path(entry.path)
                if not leads_inside(path, inside):
                    shown = os.fsencode(path).decode("utf-8", "backslashreplace")
                    raise UsageError(f"{shown}: this symbolic link is not followed; put the file itself here")
            elif entry.is_dir() and not (entry.name in but and Path(entry.path).parent == folder):
                folders.append(entry.path)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """Return what lies in a folder; nothing where it cannot be listed."""
    with suppress(OSError), os.scandir(folder) as found:
        return list(found)
    return []


def hashes_below(folder: Path) -> dict[str, str]:
    """Return by path below a folder the SHA-256 of what each file there holds; what is no file is FOLDER, LINK or OTHER.

    Symbolic links are not followed, and no file's time is asked for. Raises OSError where something cannot be read.
    """
    found: dict[str, str] = {}
    folders, begins = [str(folder)], len(str(folder)) + 1
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_symlink():
                    kind = LINK
                elif entry.is_dir():
                    kind = FOLDER
                    folders.append(entry.path)
                else:
                    kind = file_hash(entry.path) if entry.is_file() else OTHER
                found[entry.path[begins:]] = kind
    return found


def file_hash(path: str | Path) -> str:
    """Return the SHA-256 of what a file holds. Raises OSError."""
    hashed = hashlib.sha256()
    handle = os.open(path, os.O_RDONLY)
    try:
        while block := os.read(handle, _BLOCK):
            hashed.update(block)
    finally:
        os.close(handle)
    return hashed.hexdigest()


def leads_inside(path: Path, inside: Path) -> bool:
    """Whether a symbolic link leads to a file below `inside`, a resolved folder; False where the system will not say.

    It says nothing of a target with a name that is too long, or in a folder that this user may not search.
    """
    try:
        return path.is_file() and path.resolve().is_relative_to(inside)
    except OSError:
        return False


@contextmanager
def naming_failures(path: Path) -> Iterator[None]:
    """Turn an OSError inside the block into a WriteError that names `path` and the system's reason."""
    try:
        yield
    except OSError as error:
        raise WriteError(f"{path}: cannot be written: {error.strerror or error}") from error


def replace_file(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Make `path` hold `data`, whole or not at all: a temporary file beside it, fsync (with `sync`), rename.

    Raises WriteError; the old file then stands. Folders that are missing are made.
    """
    with naming_failures(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                if sync:
                    file.flush()
                    os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise


def create_file(path: Path, data: bytes) -> None:
    """Make a new file that holds `data`, as `replace_file` does; WriteError where something has that name, which stays.

    A run that is killed in between leaves an empty file.
    """
    with naming_failures(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644))
    try:
        replace_file(path, data)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def write_files(folder: Path, files: Mapping[PurePosixPath, bytes]) -> None:
    """Write files below a folder of one's own that is soon thrown away: neither whole nor kept if the run is killed.

    Raises WriteError.
    """
    with naming_failures(folder):
        for parent in {path.parent for path in files}:
            (folder / parent).mkdir(parents=True, exist_ok=True)
        for path, data in files.items():
            (folder / path).write_bytes(data)


def append_lines(path: Path, lines: bytes) -> None:
    """Append whole lines, which are on disk when this returns; a line that an earlier run tore is closed first.

    For files of JSON lines that are only ever appended to: the archive of feeds and the ledger of addresses. Folders that
    are missing are made. Raises WriteError; the file then ends where it did, and a new one is gone.
    """
    with naming_failures(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+", buffering=0) as file:
            if end := file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                lines = lines if file.read(1) == b"\n" else b"\n" + lines
            try:
                while lines:
                    lines = lines[file.write(lines) :]
                os.fsync(file.fileno())
            except OSError:
                with suppress(OSError):
                    if end:
                        os.ftruncate(file.fileno(), end)
                    else:
                        path.unlink()
                raise
