"""The git repository that holds a digest: begun where there is none, and what a run wrote into seeds/ pushed to it."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from digest.errors import UsageError, WriteError

RECORDED = ("seeds/archive", "seeds/permalinks.jsonl")
"""What `digest fetch` and `digest publish` write, and nobody else."""
TRIES = 5
_MESSAGE = "What the sources said, and the new addresses"
_NOBODY = {"user.name": "digest", "user.email": "digest@digest.invalid"}
"""Who commits where git has not been told a name."""
_SECONDS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """What a push did: the files it committed, whether it sent anything, and how often somebody else had been faster."""

    files: tuple[str, ...] = ()
    sent: bool = False
    overtaken: int = 0


def begin(folder: Path) -> bool:
    """Make a git repository of a folder that lies in none, with a branch `main`; tell whether one was made."""
    try:
        if _run(folder, "rev-parse", "--is-inside-work-tree").returncode == 0:
            return False
        made = _run(folder, "init", "--quiet").returncode == 0
        return made and _run(folder, "symbolic-ref", "HEAD", "refs/heads/main").returncode == 0
    except UsageError:  # there is no git
        return False


def push(root: Path, *, dry: bool = False) -> Pushed:
    """Commit what fetching and publishing wrote, where a line came, and push the branch; with `dry` only say what would be.

    Where somebody else pushed first, their commits are fetched, ours put on top and the push tried again, TRIES times in
    all. New times and answers of feeds alone are no reason for a commit. Raises UsageError where there is no repository,
    branch or remote, WriteError where git fails, with git's words.
    """
    branch = _run(root, "symbolic-ref", "--short", "HEAD").stdout.strip()
    if not branch:
        raise UsageError(f"{root} is on no branch of a git repository; `git init` and `git switch -c main` make one")
    remote = _run(root, "config", f"branch.{branch}.remote").stdout.strip() or "origin"
    files = _changed(root)
    if files and not dry:
        _commit(root)
    if dry or not _is_ahead(root, f"refs/remotes/{remote}/{branch}"):
        return Pushed(files=files)
    if _run(root, "remote", "get-url", remote).returncode != 0:
        raise UsageError(f"there is no remote `{remote}`; `git remote add {remote} ADDRESS` names one")
    for overtaken in range(TRIES):
        sent = _run(root, "push", "--quiet", remote, f"HEAD:refs/heads/{branch}")
        if sent.returncode == 0:
            return Pushed(files=files, sent=True, overtaken=overtaken)
        fetched = _run(root, "fetch", "--quiet", remote, branch)
        if fetched.returncode != 0 or _run(root, "merge-base", "--is-ancestor", "FETCH_HEAD", "HEAD").returncode == 0:
            raise WriteError(f"git push: {_words(sent)}")  # nobody was faster: it is refused for another reason
        _put_on_top(root)
        time.sleep(overtaken)
    raise WriteError(f"git push: others were faster {TRIES} times; try again")


def _changed(root: Path) -> tuple[str, ...]:
    """Return the recorded files that differ from the last commit; none where no line came."""
    listed = _done(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", *RECORDED)
    files = tuple(entry[3:] for entry in listed.split("\0") if entry)
    return files if any(name.endswith(".jsonl") for name in files) else ()


def _commit(root: Path) -> None:
    there = [path for path in RECORDED if (root / path).exists()]
    _done(root, "add", "--all", "--", *there)
    _done(root, "commit", "--quiet", "--message", _MESSAGE, "--", *there)


def _is_ahead(root: Path, upstream: str) -> bool:
    """Whether HEAD has commits that the remote branch lacked when it was last seen."""
    counted = _run(root, "rev-list", "--count", f"{upstream}..HEAD")
    if counted.returncode != 0:  # the branch has never been pushed, if there is anything to push at all
        return _run(root, "rev-parse", "--verify", "--quiet", "HEAD").returncode == 0
    return counted.stdout.strip() != "0"


def _put_on_top(root: Path) -> None:
    """Put our commits on top of FETCH_HEAD. Where they hold recorded files alone, ours stand for what is taken whole."""
    ours = _done(root, "diff", "--name-only", "FETCH_HEAD...HEAD")
    recorded = _done(root, "diff", "--name-only", "FETCH_HEAD...HEAD", "--", *RECORDED)
    rule = ("--strategy-option", "theirs") if ours == recorded else ()  # in a rebase `theirs` is the commit being put on top
    moved = _run(root, "rebase", "--quiet", "--autostash", *rule, "FETCH_HEAD")
    if moved.returncode != 0:
        _run(root, "rebase", "--abort")
        raise WriteError(f"git rebase: {_words(moved)}; `git pull --rebase`, mend what conflicts, and push again")


def _done(root: Path, *words: str) -> str:
    done = _run(root, *words)
    if done.returncode != 0:
        raise WriteError(f"git {words[0]}: {_words(done)}")
    return done.stdout


def _words(done: subprocess.CompletedProcess[str]) -> str:
    return " ".join((done.stderr.strip() or done.stdout.strip() or f"exit code {done.returncode}").split())


def _run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "C", "GIT_EDITOR": "true"}
    command = ["git", "-C", str(root), *(_identity(root) if words[0] in {"commit", "rebase"} else ()), *words]
    try:
        return subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=_SECONDS, check=False, env=environment
        )
    except FileNotFoundError as error:
        raise UsageError("there is no git; install it first") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise WriteError(f"git {words[0]}: {error}") from error


def _identity(root: Path) -> tuple[str, ...]:
    """Return options that name a committer where neither the configuration nor the environment does."""
    given = [key for key in _NOBODY if not _run(root, "config", key).stdout.strip()]
    return tuple(word for key in given for word in ("-c", f"{key}={_NOBODY[key]}"))
