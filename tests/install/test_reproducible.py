"""What is released: the same bytes wherever and whenever it is made, and each package of every lock by its hash."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILD = "from flit_core import buildapi; buildapi.build_wheel('dist'); buildapi.build_sdist('dist')"


def released(folder):
    """Build from a copy whose files are as old as this moment; return the names and bytes of what comes out."""
    for name in ("digest", "pyproject.toml", "README.md", "LICENSE"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, folder / name, ignore=shutil.ignore_patterns("__pycache__"), copy_function=shutil.copyfile
            )
        else:
            shutil.copyfile(source, folder / name)
    (folder / "dist").mkdir()
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1780000000", "TZ": f"Etc/GMT-{len(folder.name)}"}
    subprocess.run([sys.executable, "-c", BUILD], cwd=folder, env=environment, check=True)
    return {path.name: path.read_bytes() for path in sorted((folder / "dist").iterdir())}


def test_wheel_and_sdist_are_the_same_bytes_twice(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "another").mkdir()
    first, second = released(tmp_path / "a"), released(tmp_path / "another")
    assert {Path(name).suffix for name in first} == {".whl", ".gz"}
    assert first == second


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("requirements*.lock")))
def test_every_package_of_a_lock_has_its_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text()
    packages = [part for part in text.replace("\\\n", " ").splitlines() if part.strip()]
    assert len(packages) > 10
    assert all("==" in part and "--hash=sha256:" in part for part in packages)
    assert "://" not in text
