"""The containers: their steps, run in a clean environment, give a command that works without the network.

There is no container engine in the tests: an empty environment of Python stands for the image, and its tools are there.
"""

import json
import os
import shlex
import shutil
import signal
import socket
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
    """Run the steps of a Containerfile; return the command, its environment and the signal that ends it."""
    image.mkdir()
    subprocess.run([sys.executable, "-m", "venv", image / "python"], check=True)
    keep = {name: value for name, value in os.environ.items() if "PIP" in name or "proxy" in name.lower()}
    clean = keep | {
        "PATH": f"{image}/python/bin:/usr/bin:/bin",
        "HOME": str(image),
        "GIT_CONFIG_SYSTEM": f"{image}/gitconfig",
    }
    at, command, stop = image, [], "SIGTERM"
    for line in (folder / "Containerfile").read_text().splitlines():
        step, _, rest = line.partition(" ")
        if step == "WORKDIR":
            at = image / rest.lstrip("/")
            at.mkdir(exist_ok=True)
        elif step == "ENV":
            name, _, value = rest.partition("=")
            clean[name] = f"{image}{value}"
        elif step == "STOPSIGNAL":
            stop = rest
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
    return command, clean, stop


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this repository."""
    folder = tmp_path_factory.mktemp("dist")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT]
    subprocess.run(pip, check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def built(wheel, tmp_path_factory):
    """A new digest, the container's command in its environment, and the signal that ends it."""
    mine, image = tmp_path_factory.mktemp("digest") / "mine", tmp_path_factory.mktemp("container") / "image"
    subprocess.run([sys.executable, "-m", "digest", "new", mine, "--example"], cwd=ROOT, check=True, capture_output=True)
    (mine / "wheels").mkdir()
    shutil.copy(wheel, mine / "wheels")
    pinned = (mine / "requirements.txt").read_text()
    version = wheel.name.split("-")[1]
    assert f"cited-digest=={version}" in pinned
    (mine / "requirements.txt").write_text(pinned.replace(f"cited-digest=={version}", f"./wheels/{wheel.name}"))
    return mine, *build(mine, image)


def contained(line, mine, clean):
    """What a command says in a container without the network, whose user has no folder."""
    offline = ["unshare", "--map-root-user", "--net"] if can_unshare() else []
    env = clean | {"HOME": "/dev/null"}
    done = subprocess.run([*offline, *shlex.split(line)], cwd=mine, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_the_container_of_a_new_digest_runs_its_commands(built):
    """Installed from a wheel that lies in the digest, as docs/publishing.md says; then nothing is asked of the network."""
    mine, command, clean, _ = built
    assert command[:2] == ["digest", "serve"]
    for line in ("digest --version", "digest check", "digest build", f"{shlex.join(command)} --help"):
        contained(line, mine, clean)
    assert (mine / "site/index.html").exists()


def test_the_next_container_believes_what_the_one_before_remembers(built):
    """The key lies in a volume, for the user's folder goes with each container."""
    mine, _, clean, _ = built
    contained("digest build", mine, clean)
    assert "site/ is up to date" in contained("digest build", mine, clean)


def test_git_works_in_a_container_whose_user_does_not_own_the_digest(built):
    """Root of Docker, and the user of a development container, which has the folder at a place of its own."""
    mine, _, clean, _ = built
    commit = ["git", "-c", "user.name=A", "-c", "user.email=a@a.example", "commit", "--quiet", "--message", "A digest"]
    subprocess.run(["git", "add", "."], cwd=mine, check=True)
    subprocess.run(commit, cwd=mine, check=True)
    assert "0 problems" in contained("digest check --changed HEAD", mine, clean | {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"})


def test_an_engine_can_end_the_preview(built):
    """The first process of a container hears no SIGTERM, so that `podman stop` would wait ten seconds and kill it."""
    mine, command, clean, stop = built
    with socket.socket() as free:
        free.bind(("", 0))
        port = str(free.getsockname()[1])
    line, pipe = [*command, "--port", port], subprocess.PIPE
    with subprocess.Popen(line, cwd=mine, env=clean, stdout=pipe, stderr=subprocess.STDOUT, text=True) as running:
        for said in running.stdout:
            if said.startswith("preview at"):
                break
        running.send_signal(signal.Signals[stop])
        assert "preview ended" in running.stdout.read()
    assert running.returncode == 0


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


def test_the_development_container_of_the_repository_has_an_environment_of_its_own():
    """What `make site` made outside, for another Python, is not seen in it."""
    found = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text())
    assert found["postCreateCommand"] == "make site"
    assert any(mount.endswith("target=${containerWorkspaceFolder}/.venv") for mount in found["mounts"])


def test_both_containers_differ_only_in_what_they_install():
    """What one learned, the other has."""
    ours, theirs = (
        [line for line in (folder / "Containerfile").read_text().splitlines() if line[:1] != "#" and "install" not in line]
        for folder in (ROOT, ROOT / "digest/write/skeleton")
    )
    assert ours == theirs


def test_the_container_of_the_repository_installs_from_what_it_copies():
    """The lock, and what the package is built of."""
    names = {path.name for path in context(ROOT)}
    assert {"requirements.lock", "pyproject.toml", "README.md", "LICENSE", "digest"} <= names
