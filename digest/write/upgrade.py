"""`digest upgrade`: what an older digest got from `digest new`, as this version writes it.

Three states of each file are compared: as the version that made the digest wrote it (known by its hash), as it is, and as
this version writes it. What a person changed or deleted stays as it is. Nothing below seeds/ is touched.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from digest.errors import UsageError, WriteError
from digest.runtime.files import naming_failures, replace_file
from digest.write.made import MADE_BY, Made, hash_of, read_made, write_made
from digest.write.new import MARK, skeleton

_SEEDS = "seeds/"
_LONGEST = 255  # bytes that a system takes as a name
_NOT_OURS = (_SEEDS, "content/", "site/", ".digest/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A file as it is and as it would be; None where it is not there."""

    name: str
    old: bytes | None
    new: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Upgrade:
    """What an upgrade changes, and what it leaves alone though this version writes it otherwise.

    `by_hand` are files that a person changed, `deleted` those that one deleted, `linked` links and what lies behind one.
    `known` are the hashes that made-by.json then holds, `version` is the one that it names now.
    """

    version: str | None
    changes: tuple[Change, ...] = ()
    by_hand: tuple[Change, ...] = ()
    deleted: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    known: Mapping[str, str]


def upgrade(root: Path, schemas: Mapping[str, bytes], only: Collection[str] = (), *, keep: bool = False) -> Upgrade:
    """Return what would bring the digest in `root` up to date, or `only` these files of it; writes nothing.

    With `keep` they count as brought up to date by hand. Raises UsageError where `root` holds no digest, a file is none that
    `digest new` writes or made-by.json is wrong, WriteError where a file cannot be read.
    """
    if not (root / MARK).is_file():
        raise UsageError(f"{root} holds no {MARK}, so it is no digest; `digest new {root}` starts one")
    if _is_linked(root, MADE_BY):
        raise UsageError(f"{MADE_BY}:1: this is a link; put the file itself in its place, or delete it")
    made = read_made(root)
    files = {name: data for name, data in (skeleton() | dict(schemas)).items() if not name.startswith(_SEEDS)}
    names = files.keys() | {name for name in made.names() if _is_ours(name)}
    if unknown := sorted(set(only) - names):
        raise UsageError(f"{unknown[0]}: `digest new` writes no such file; name one as `digest upgrade` does")
    found = Upgrade(version=made.version, known=dict(made.files))
    for name in sorted(only or names):
        found = _with(found, root, name, files.get(name), made, keep=keep)
    return found


def carry_out(root: Path, wanted: Upgrade) -> None:
    """Write what an upgrade changes, and made-by.json last, so that a run that is killed can be run again. WriteError."""
    for change in wanted.changes:
        path = root / change.name
        if change.new is not None:
            replace_file(path, change.new)
        else:
            with naming_failures(path):
                path.unlink()
    write_made(root, wanted.known)


def difference(change: Change) -> Iterator[str]:
    """Yield the lines of a unified diff, without their ends; of a file that is no text only that it differs."""
    try:
        old, new = ((data or b"").decode().splitlines() for data in (change.old, change.new))
    except UnicodeDecodeError:
        yield f"{change.name} differs, and is no text"
        return
    before = "/dev/null" if change.old is None else f"a/{change.name}"
    after = "/dev/null" if change.new is None else f"b/{change.name}"
    yield from difflib.unified_diff(old, new, before, after, lineterm="")


def _with(found: Upgrade, root: Path, name: str, new: bytes | None, made: Made, *, keep: bool) -> Upgrade:
    """Return the upgrade with one file more."""
    if _is_linked(root, name):
        return replace(found, linked=(*found.linked, name)) if new is not None else found
    old = _read(root / name)
    changed = Change(name=name, old=old, new=new)
    untouched = old is not None and hash_of(old) in made.written(name)
    if new is None:  # this version no longer writes it
        known = {path: hashed for path, hashed in found.known.items() if path != name}
        return replace(found, known=known, changes=(*found.changes, changed)) if untouched else replace(found, known=known)
    now = replace(found, known={**found.known, name: hash_of(new)})
    if old == new or keep:
        return now
    if old is None and name in made.files:
        return replace(now, deleted=(*found.deleted, name))
    if old is None:
        return replace(now, changes=(*found.changes, changed))
    if made.files.get(name) == hash_of(new):  # only a person has changed it
        return found
    return (
        replace(now, changes=(*found.changes, changed)) if untouched else replace(found, by_hand=(*found.by_hand, changed))
    )


def _is_ours(name: str) -> bool:
    """Whether a path that made-by.json names lies in the digest, and not among what people write or a build makes."""
    path = PurePosixPath(name)
    inside = not path.is_absolute() and not {"..", ".git"}.intersection(path.parts) and path.as_posix() == name
    inside = inside and name.isprintable() and len(name.encode()) <= _LONGEST
    written = not name.startswith(_NOT_OURS) or name in Made().names()
    return inside and written and name not in {".", MADE_BY}


def _is_linked(root: Path, name: str) -> bool:
    """Whether a link stands on the way to a file, or in its place: what lies behind it may be another's."""
    path = PurePosixPath(name)
    return any((root / each).is_symlink() for each in (path, *path.parents) if each != PurePosixPath())


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise WriteError(f"{path}: cannot be read: {error.strerror}; move it away, and upgrade again") from error
