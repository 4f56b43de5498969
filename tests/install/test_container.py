"""The containers: their steps, run in a clean environment, give a command that works without the network.

There is no container engine in the tests: an empty environment of Python stands for the image, and its tools are there.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def context(folder):
    """The names that a build may copy, by .dockerignore: the last line that fits decides."""
    lines = [line for line in (folder / ".dockerignore").read_text().split("\n") if line and not line.startswith("#")]
    assert lines[0] == "*"
    return [path for path in folder.iterdir() if any(fnmatch(path.name, line[1:]) for line in lines if line[0] == "!")]


def build(folder, image):
    """Run the steps of a Containerfile, and return how the command is called."""
    image.mkdir()
    subprocess.run([sys.executable, "-m", "venv", image / "python"], check=True)
    keep = {name: value for name, value in os.environ.items() if "PIP" in name or "proxy" in name.lower()}
    clean = keep | {
        "PATH": f"{image}/python/bin:/usr/bin:/bin",
        "HOME": str(image),
        "GIT_CONFIG_SYSTEM": f"{image}/gitconfig",
    }
    at, command = image, []
    for line in (folder / "Containerfile").read_text().splitlines():
        step, _, rest = line.partition(" ")
        if step == "WORKDIR":
            at = image / rest.lstrip("/")
            at.mkdir(exist_ok=True)
        elif step == "COPY":
            assert rest == ". ."
            for path in context(folder):
                (shutil.copytree if path.is_dir() else shutil.copy)(path, at / path.name)
        elif step == "RUN" and "apt-get" not in rest:
            done = subprocess.run(["/bin/sh", "-c", rest], cwd=at, env=clean, capture_output=True, text=True, check=False)
            assert done.returncode == 0, rest + done.stdout + done.stderr
        elif step == "CMD":
            command = json.loads(rest)
        else:
            assert step in {"", "#", "FROM", "RUN", "EXPOSE"}
    return command, clean


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this repository."""
    folder = tmp_path_factory.mktemp("dist")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT]
    subprocess.run(pip, check=True)
    return next(folder.glob("*.whl"))


def test_the_container_of_a_new_digest_runs_its_commands(digest, wheel, tmp_path):
    """Installed from a wheel that lies in the digest, as docs/publishing.md says; then nothing is asked of the network."""
    mine = tmp_path / "mine"
    assert digest("new", mine, "--example").code == 0
    (mine / "wheels").mkdir()
    shutil.copy(wheel, mine / "wheels")
    pinned = (mine / "requirements.txt").read_text()
    version = wheel.name.split("-")[1]
    assert f"cited-digest=={version}" in pinned
    (mine / "requirements.txt").write_text(pinned.replace(f"cited-digest=={version}", f"./wheels/{wheel.name}"))
    command, clean = build(mine, tmp_path / "image")
    assert command[:2] == ["digest", "serve"]
    offline = ["unshare", "--map-root-user", "--net"] if can_unshare() else []
    for line in ("digest check", "digest build", f"{shlex.join(command)} --help"):
        done = subprocess.run(
            [*offline, *shlex.split(line)], cwd=mine, env=clean, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    assert (mine / "site/index.html").exists()


def can_unshare():
    """Whether a command can be run without a network here."""
    return subprocess.run(["unshare", "--map-root-user", "--net", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("folder", [ROOT, ROOT / "digest/write/skeleton"], ids=["repository", "digest"])
def test_the_development_container_is_that_container(folder):
    """The editor starts in it, and completes the keys of YAML files."""
    found = json.loads((folder / ".devcontainer/devcontainer.json").read_text())
    assert (folder / ".devcontainer" / found["build"]["dockerfile"]).resolve() == folder / "Containerfile"
    assert "redhat.vscode-yaml" in found["customizations"]["vscode"]["extensions"]
    assert found["forwardPorts"] == [8000]


def test_the_container_of_the_repository_installs_from_what_it_copies():
    """The lock, and what the package is built of."""
    names = {path.name for path in context(ROOT)}
    assert {"requirements.lock", "pyproject.toml", "README.md", "LICENSE", "digest"} <= names
