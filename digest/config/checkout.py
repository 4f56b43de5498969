"""What git knows of seeds/: the moment of the newest commit, whether all of it is committed, what differs from another."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

from digest.model import Checkout

_SECONDS = 10
_GIT = ("git", "--no-optional-locks", "-c", "core.fsmonitor=false", "-C")  # reads, and runs nothing of the repository's


def checkout_of(folder: Path) -> Checkout | None:
    """Return what is checked out around a folder; None where that is no git repository, or there is no git."""
    moment = _git_output(folder, "log", "-1", "--format=%ct")
    others = _git_output(folder, "status", "--porcelain", "--ignored", "--", ".")
    if moment is None or others is None or not moment.strip().isdecimal():
        return None
    return Checkout(at=datetime.fromtimestamp(int(moment), UTC), whole=not others.strip())


def changed_since(folder: Path, base: str) -> frozenset[str] | None:
    """Return the files below a folder, by their paths from there, that a branch which left `base` has changed or added.

    What is not committed counts. Where `base` went on meanwhile, its own changes do not count. None where `base` names no
    commit, or there is no repository.
    """
    commit = _git_output(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if commit is None:
        return None
    left = _git_output(folder, "merge-base", commit.strip(), "HEAD")  # unknown in a shallow clone
    at = (left or commit).strip()
    differing = _git_output(
        folder, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--relative", at, "--", "."
    )
    added = _git_output(folder, "ls-files", "-z", "--others", "--exclude-standard", "--", ".")
    if differing is None or added is None:
        return None
    return frozenset(name for name in (differing + added).split("\0") if name)


def _git_output(folder: Path, *words: str) -> str | None:
    try:
        done = subprocess.run(
            [*_GIT, str(folder), *words], capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None
