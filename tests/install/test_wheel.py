"""What people install without the lock runs."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import digest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PAGE = """<!doctype html><html lang="en"><head><title>Lock stays shut</title></head><body><article>
<h1>Lock stays shut</h1><p>The upper lock of the canal stays shut until Monday, the Canal Council said on Thursday.</p>
<p>One of its four gates jammed half open, and water ran over the towpath for three hours.</p>
<p>Divers found that two of the hinges were worn through; the council wants to replace all eight.</p>
</article></body></html>"""


def declared(names):
    return {re.match(r"[\w-]+", line)[0].lower().replace("_", "-") for line in names}


def test_every_package_that_is_imported_is_declared():
    """A lock brings much in by way of others; a plain install brings what is named."""
    imported = set()
    for path in Path(digest.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.split(".")[0])
    owners = metadata.packages_distributions()
    third_party = imported - set(sys.stdlib_module_names) - {"digest"}
    missing = {
        module
        for module in third_party
        if not {name.lower().replace("_", "-") for name in owners[module]} & declared(PROJECT["dependencies"])
    }
    assert not missing


def test_a_wheel_in_an_empty_environment_makes_a_digest_of_an_html_page(tmp_path):
    """Build the wheel, install it as people do, start a digest, add a page, build."""
    clean = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}

    def run(*command: object, cwd: Path = tmp_path) -> str:
        done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, env=clean, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", tmp_path / "dist", ROOT)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "empty")
    installed = tmp_path / "empty" / "bin"
    pip = (sys.executable, "-m", "pip", "--python", installed / "python", "install")
    run(*pip, "--quiet", "--no-compile", "--disable-pip-version-check", wheel)
    (tmp_path / "page.html").write_text(PAGE)
    run(installed / "digest", "new", "mine")
    said = run(installed / "digest", "add", tmp_path / "page.html", cwd=tmp_path / "mine")
    said += run(installed / "digest", "build", cwd=tmp_path / "mine")
    assert "1 story from 1 article" in said
    pages = [path.read_text() for path in (tmp_path / "mine" / "site" / "stories").rglob("index.html")]
    assert any("stays shut until Monday, the Canal Council said" in page for page in pages)


def test_the_package_says_what_it_is():
    """Whoever finds the package finds the project."""
    assert PROJECT["name"] == "cited-digest"
    assert {"Repository", "Issues", "Changelog"} <= PROJECT["urls"].keys()
    assert PROJECT["keywords"]
    assert PROJECT["classifiers"]
