"""What git knows of seeds/: the newest commit, whether all of it is committed, and what another commit held."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from digest.errors import UsageError
from digest.model import Checkout

_SECONDS = 30
_SAFE = ("core.fsmonitor=false", "log.showSignature=false", "safe.bareRepository=explicit")
_GIT = ("git", "--no-optional-locks", *(word for key in _SAFE for word in ("-c", key)), "-C")
"""Reads, and runs nothing of the repository's; a folder of seeds/ that is laid out as one is none."""
_FILE_MODES = ("100644", "100755")
"""What git calls an ordinary file; a symbolic link or another repository is none."""


def checkout_of(folder: Path) -> Checkout | None:
    """Return what is checked out around a folder; None where that is no git repository, or there is no git."""
    moment = _git_text(folder, "log", "-1", "--format=%ct")
    others = _git_text(folder, "status", "--porcelain", "--ignored", "--", ".")
    if moment is None or others is None or not moment.strip().isdecimal():
        return None
    return Checkout(at=datetime.fromtimestamp(int(moment), UTC), whole=not others.strip())


def seeds_at(root: Path, revision: str) -> tuple[Checkout, dict[PurePosixPath, bytes]]:
    """Return what git knows of the commit where HEAD left `revision`, and the files of seeds/ below `root` in it, by path.

    What `revision` did since then is nothing that HEAD changes; a shallow clone may not know where that was, and `revision`
    itself stands for it. Only ordinary files are among the files, no symbolic link. Raises UsageError where there is no git,
    no such commit, no seeds/ in it, or a file of it that git cannot read.
    """
    commit = _commit(root, revision)
    if commit is None:
        raise UsageError(f"{revision}: no commit of a git repository around {root}; name a branch, a tag or a commit")
    commit = (_git_text(root, "merge-base", commit, "HEAD") or commit).strip()
    moment = _git_text(root, "log", "-1", "--format=%ct", commit, "--")
    listed = _git_output(root, "ls-tree", "-r", "-z", commit, "--", "seeds/")
    if not listed or moment is None:
        raise UsageError(f"{revision} holds no seeds/ here; name a commit in which this was a digest")
    names = dict(_files(listed))
    held = _git_output(root, "cat-file", "--batch", asked="".join(f"{name}\n" for name in names.values()).encode()) or b""
    files, at = {}, 0
    for path in names:
        begins = held.find(b"\n", at) + 1
        *_, size = held[at:begins].split() or [b""]
        if not size.isdigit():
            raise UsageError(f"{revision}: git cannot read {path} of it; `git fsck` says what is missing")
        ends = begins + int(size)
        files[path] = held[begins:ends]
        at = ends + 1
    return Checkout(at=datetime.fromtimestamp(int(moment), UTC), whole=True), files


def _commit(folder: Path, revision: str) -> str | None:
    found = _git_text(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return found.strip() if found else None


def _files(listed: bytes) -> Iterator[tuple[PurePosixPath, str]]:
    """Each ordinary file below seeds/ of what `git ls-tree -z` prints, and the name of its bytes."""
    for entry in listed.decode("utf-8", "surrogateescape").split("\0"):
        head, _, name = entry.partition("\t")
        path = PurePosixPath(name)
        if head.startswith(_FILE_MODES) and path.parts[0] == "seeds" and ".." not in path.parts:
            yield path, head.split()[2]


def _git_text(folder: Path, *words: str) -> str | None:
    said = _git_output(folder, *words)
    return None if said is None else said.decode("utf-8", "replace")


def _git_output(folder: Path, *words: str, asked: bytes | None = None) -> bytes | None:
    try:
        done = subprocess.run([*_GIT, str(folder), *words], input=asked, capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None
