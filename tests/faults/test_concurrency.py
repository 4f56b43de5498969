"""Several runs at once on one digest: one works, the others end with 3 and a line, and no file is half of each."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import fuzz
import pytest

NOW = ("--now", "2026-06-05")
DIGEST = (sys.executable, "-m", "digest")


@pytest.fixture
def root(tmp_path):
    root = fuzz.new_digest(tmp_path / "mine")
    (root / "mkdocs.yml").unlink()  # MkDocs would only make it slower
    return root


def begun(root, *words):
    return subprocess.Popen(
        [*DIGEST, *words, *NOW, "--root", root], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def ended(run):
    _, said = run.communicate(timeout=120)
    return run.returncode, said


@contextmanager
def holding(root, name):
    """Hold a digest's lock in another process, which is killed at the end: yield it."""
    script = "import time; from pathlib import Path; from digest.runtime.lock import locked\n"
    script += f"with locked(Path({str(root)!r}), {name!r}):\n"
    script += "    print('held', flush=True); time.sleep(300)"
    run = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    try:
        assert run.stdout.readline() == "held\n"
        yield run
    finally:
        run.kill()
        run.communicate()


def state(root):
    kept = ("seeds", "content")
    return {path: path.read_bytes() for name in kept for path in sorted((root / name).rglob("*")) if path.is_file()}


@pytest.mark.slow
def test_ten_builds(root):
    assert ended(begun(root, "build", "--no-site"))[0] in (0, 2)
    alone = state(root)
    (root / "content/index.md").unlink()
    runs = [begun(root, "build", "--no-site") for _ in range(10)]
    results = [ended(run) for run in runs]
    assert {code for code, _ in results} <= {0, 2, 3}
    assert any(code != 3 for code, _ in results)
    assert all("another run is working on" in said and said.count("\n") == 1 for code, said in results if code == 3)
    assert state(root) == alone


@pytest.mark.parametrize(
    ("lock", "words"),
    [
        ("build", ("build", "--no-site")),
        ("build", ("publish",)),
        ("archive", ("fetch",)),
        ("archive", ("add", __file__)),
    ],
)
def test_a_second_run_ends_at_once_and_changes_nothing(root, lock, words):
    before = state(root)
    with holding(root, lock):
        code, said = ended(begun(root, *words))
    assert code == 3
    assert "another run is working on" in said
    assert state(root) == before


@pytest.mark.parametrize(("lock", "words"), [("archive", ("build", "--no-site")), ("build", ("fetch", "--dry-run"))])
def test_fetching_and_building_do_not_wait_for_each_other(root, lock, words):
    with holding(root, lock):
        assert ended(begun(root, *words))[0] in (0, 2)


@pytest.mark.parametrize("name", ["build", "archive"])
def test_a_lock_whose_owner_was_killed_holds_nobody(root, name):
    with holding(root, name) as owner:
        os.kill(owner.pid, signal.SIGKILL)
        owner.wait()
        assert (
            ended(begun(root, "build" if name == "build" else "fetch", *(["--no-site"] if name == "build" else [])))[0] != 3
        )


@pytest.mark.slow
def test_a_build_beside_a_fetch_reads_whole_lines(root):
    """Items are appended while a build reads the archive; what it gives is that of one moment."""
    archive = root / "seeds/archive/a/2026-06.jsonl"
    lines = archive.read_bytes()
    row = lines.splitlines(keepends=True)[0]
    build = begun(root, "build", "--no-site")
    until = time.monotonic() + 60
    while build.poll() is None and time.monotonic() < until:
        with archive.open("ab", buffering=0) as file:
            file.write(row)
        time.sleep(0.005)
    code, said = ended(build)
    assert code in (0, 2), said
    assert "Traceback" not in said
