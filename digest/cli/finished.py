"""What the last finished build read and wrote: one that reads the same, and finds what it would write, has nothing to do.

`.digest/build.json` holds what that build had to say, behind a seal of this machine's over a hash of all that was read. It
counts only while content/ is, to the byte, what that build left. Any doubt is an answer that is not known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from digest.common.jsontext import json_hash
from digest.config import Workspace
from digest.model import Permalink, Problem
from digest.runtime.cache import program_hash
from digest.runtime.files import LINK, OTHER, discard, hashes_below, replace_file
from digest.runtime.seal import sealed, unsealed

Hashes = Mapping[str, str]
"""What lies below a folder, as `hashes_below` says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """What a build has to say when content/ is written.

    `day` is the edition's, `counts` its line of counts, `files` how many are generated, `addresses` what the ledger lacks.
    """

    day: datetime
    counts: str
    files: int
    problems: tuple[Problem, ...]
    addresses: tuple[Permalink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    content: str
    finished: Finished


_RECORD = TypeAdapter(_Record)


def seeds_hash(root: Path, seeds: Path | None) -> str | None:
    """Return one hash of the names and bytes of all that lies in the seeds; None where they hold a link, or cannot be read.

    `seeds` is the folder where it is not that of `root`. A build asks before it reads the first file and again afterwards:
    what changed in between may have been read either way.
    """
    folder = seeds or root / "seeds"
    held = {}
    for each in {folder, folder.parent / "seeds"}:  # the second holds what is known of feeds
        try:
            found = hashes_below(each) if each == folder or each.is_dir() else {}
        except OSError:
            return None
        if each.is_symlink() or not {LINK, OTHER}.isdisjoint(found.values()):
            return None
        held[str(each)] = found
    return json_hash(held)


def key_of(config: Workspace, seeds: str | None, now: datetime | None, url: str | None) -> bytes | None:
    """Return one hash of all that content/ is made of but hand-written pages; None where nobody knows the hash of `seeds`.

    That is the seeds, what git knows of them, the program, and how it is called.
    """
    called = [str(config.seeds), repr(config.checkout), repr(now), url, program_hash().hex()]
    return json_hash([*called, seeds]).encode() if seeds else None


def recalled(root: Path, key: bytes | None) -> tuple[Finished, Hashes] | None:
    """Return what a build of this key would say, where it would change nothing below content/, and what lies there.

    None if that is not known.
    """
    try:
        held = unsealed("build", key, _path(root).read_bytes()) if key else None
        known = None if held is None else _RECORD.validate_json(held)
        content = hashes_below(root / "content") if known else {}
    except (OSError, ValidationError):
        return None
    return (known.finished, content) if known and known.content == json_hash(content) else None


def record(root: Path, key: bytes, finished: Finished, written: Hashes, content: Hashes) -> None:
    """Keep what a build of this key said, which wrote these files; what `content` has now is below content/. WriteError.

    Nothing is kept where a file is not, or no longer, as it was written.
    """
    if written.items() <= content.items():
        path = _path(root)
        if path.is_dir():
            discard(path)
        data = _RECORD.dump_json(_Record(content=json_hash(content), finished=finished))
        replace_file(path, sealed("build", key, data), sync=False)  # one that a power cut loses costs time


def _path(root: Path) -> Path:
    return root / ".digest" / "build.json"
