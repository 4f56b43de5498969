"""What every test may ask for. A missing tool or folder skips with its reason; DIGEST_NO_SKIP=1 makes that a failure."""

import atexit
import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
import slow
from development import DEVELOPMENT, ROOT
from hypothesis import HealthCheck, settings

# No test fails because a machine is busy; `make quick` tries fewer inputs.
BUSY = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("all", **BUSY)
settings.register_profile("quick", **BUSY, max_examples=20)
settings.load_profile("all")

SLOW = (
    *("browser/", "docs/", "faults/", "install/", "pipeline/", "quality/", "theme/"),  # build whole sites or start servers
    *("acquire/test_fetch", "clean/test_markup", "cli/test_kept_addresses", "cli/test_renamed_source", "cli/test_takedown"),
    *("forge/test_workflow_steps",),
    *("group/test_ledger", "group/test_remembered"),
)
TABLES = (
    *("clean/test_dates", "clean/test_dump", "clean/test_saved_pages"),
    *("config/test_wrong_files", "config/test_wrong_values"),
    *("forge/test_intake", "forge/test_upgrade", "group/test_snippets", "language/test_numbers", "language/test_twins"),
    *("link/test_amounts", "link/test_answers", "link/test_attributed", "link/test_attribution", "link/test_clauses"),
    *("link/test_conflicts", "link/test_contraries", "link/test_false_citations", "link/test_figures", "link/test_labels"),
    *("link/test_linked", "link/test_primary", "link/test_speakers", "link/test_unsaid", "link/test_who_does_what"),
    *("render/test_known_pages", "translations/test_catalogues"),
)
"""Files whose parametrised tests are tables of many inputs of one promise, such as judged pairs of sentences.

A table whose every row is a promise of its own, such as the one of `link/test_vetoes`, is none of these.
"""
ROWS = 6
"""Of such a table `make quick` runs one row in so many, the first, the seventh and so on; all else runs in `make test`."""
MANY_LANGUAGES = (
    *("clean/", "language/", "link/test_false_citations", "link/test_languages", "link/test_primary", "relate/test_related"),
    *("dedupe/test_quoted", "group/test_notices", "group/test_snippets", "render/test_render_languages"),
)
"""Files whose tests load the word lists of many languages, or what tells languages apart: a process loads each once."""


# Collect garbage seldom: a collection walks all that is loaded, and took a twentieth of the time of the tests.
gc.set_threshold(100_000, 20, 50)

# The key of what tests remember is no key of whoever runs them.
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="digest-tests-")
atexit.register(shutil.rmtree, os.environ["XDG_STATE_HOME"], ignore_errors=True)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Import nothing of what `make quick` leaves out."""
    quick = config.option.markexpr == "not slow" and collection_path.suffix == ".py"
    return True if quick and collection_path.relative_to(ROOT / "tests").as_posix().startswith(SLOW) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make quick` leaves out; keep the tests of a file in one process, and those of MANY_LANGUAGES in one."""
    row = Counter[str]()
    for item in items:
        path, test = item.path.relative_to(ROOT / "tests").as_posix(), item.nodeid.partition("[")[0]
        thinned = path.startswith(TABLES) and row[test] % ROWS
        if path.startswith(SLOW) or thinned or slow.name(item.nodeid) in slow.LEFT_OUT:
            item.add_marker(pytest.mark.slow)
        row[test] += 1
        item.add_marker(pytest.mark.xdist_group("languages" if path.startswith(MANY_LANGUAGES) else path))


def skip(reason: str) -> None:
    """Skip with a reason, or fail where nothing may be skipped."""
    if os.environ.get("DIGEST_NO_SKIP") == "1":
        pytest.fail(f"nothing may be skipped here: {reason}")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def shared():
    """Return a function from a path below the development data to the path itself."""

    def find(relative: str) -> Path:
        path = DEVELOPMENT / relative
        if not path.exists():
            skip(f"needs the development data: {path} is not there")
        return path

    return find


@pytest.fixture(scope="session")
def chromium():
    """Return the path of a real Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        skip("needs Chromium: apt-get install chromium")
    return path


@dataclass
class Ran:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def digest(monkeypatch, capsys):
    """Return a function that runs `digest ARGUMENTS` as a person does, in this process."""
    from digest.cli.main import main

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["digest", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Ran(code=ended.value.code or 0, out=printed.out, err=printed.err)

    return run


@pytest.fixture(scope="session")
def new_digest(tmp_path_factory):
    """Return a function that puts what `digest new` writes into a folder: a copy, which is sooner made."""
    from digest.write.new import new

    first = tmp_path_factory.mktemp("new") / "digest"
    new(first)
    return partial(shutil.copytree, first, dirs_exist_ok=True)


@pytest.fixture
def git():
    """Return a function that runs git in a folder, and returns what it prints."""

    def run(folder, *words: str) -> str:
        named = ("-c", "user.name=A. Person", "-c", "user.email=person@weston.example")
        done = subprocess.run(["git", "-C", folder, *named, *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def torn(monkeypatch):
    """Make every file of a name one that the disk cannot read."""

    def make(name: str) -> None:
        read = Path.read_bytes

        def torn_bytes(path):
            if path.name == name:
                raise OSError(5, "Input/output error")
            return read(path)

        monkeypatch.setattr(Path, "read_bytes", torn_bytes)

    return make


@pytest.fixture(scope="session")
def program():
    """Return a function from the name of a program that the environment installs to its path."""

    def find(name: str) -> str:
        beside = Path(sys.executable).with_name(name)
        path = str(beside) if beside.exists() else shutil.which(name)
        if path is None:
            skip(f"needs {name}, which `make test` installs")
        return path

    return find
