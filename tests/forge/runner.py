"""A small stand-in for the forge: it runs the shell steps of workflows on this machine, against a bare repository on disk.

What an action does for the steps around it is done here: a checkout, caches, artifacts, the deployed site. `gh` is a script
that answers what the workflows ask of it. Expressions are looked up, not computed: one that is not known fails the test.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
KEPT = ("LANG", "HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM")
"""What steps see of the environment."""
ADDRESS = "https://weston.example/digest"
GH = """#!/bin/bash
case "$1 $2" in
  "auth setup-git") test -n "$GH_TOKEN" ;;
  "run download") test -d "$FORGE/artifacts/$3/$5" && mkdir -p "$7" && cp -r "$FORGE/artifacts/$3/$5/." "$7" ;;
  "pr list") awk -v commit="$COMMIT" '$2 == commit { print $1 }' "$FORGE/pulls" ;;
  "pr comment") cat >"$FORGE/comments/$3.md" ;;
  *) echo "gh $*: not known here" >&2; exit 1 ;;
esac
"""


@dataclass
class Run:
    """How a workflow went: the job that failed, what its steps printed, and where it worked."""

    failed: list[str] = field(default_factory=list)
    said: str = ""
    outputs: dict[str, str] = field(default_factory=dict)


class Forge:
    """`remote` is the bare repository, `deployed` the site, `comments` what was posted, by number of the pull request."""

    def __init__(self, folder, git):
        self.folder, self.git = folder, git
        self.remote, self.deployed, self.comments = folder / "remote.git", folder / "deployed", folder / "comments"
        self.runs, self.before_push = 0, lambda: None
        for path in (self.remote, self.comments, folder / "bin", folder / "cache", folder / "artifacts"):
            path.mkdir(exist_ok=True)
        (folder / "pulls").touch()
        if not (self.remote / "HEAD").exists():
            git(self.remote, "init", "-q", "--bare", "-b", "main")
        self._program("gh", GH)
        self._program("digest", f'#!/bin/bash\nexec "{sys.executable}" -m digest "$@"\n')

    def _program(self, name, text):
        path = self.folder / "bin" / name
        path.write_text(text)
        path.chmod(0o755)

    def clone(self, name):
        """What a person has on their machine."""
        self.git(self.folder, "clone", "-q", str(self.remote), name)
        return self.folder / name

    def commit(self, files, branch="main"):
        """Put files (name -> text) on a branch that starts where main is, and push it."""
        root = self.clone(f"person-{len(list(self.folder.iterdir()))}")
        self.git(root, "switch", "-q", "-C", branch)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text)
        self.git(root, "add", ".")
        self.git(root, "commit", "-qm", "A person's")
        self.git(root, "push", "-q", "origin", branch)
        return self.git(root, "rev-parse", "HEAD").strip()

    def pull_request(self, number, files):
        """Open a pull request with these files; the forge merges it into main to try it."""
        head = self.commit(files, f"pull-{number}")
        with (self.folder / "pulls").open("a") as pulls:
            pulls.write(f"{number} {head}\n")
        self._merged(number, f"refs/pull/{number}/merge")
        return head

    def merge(self, number):
        """Merge a pull request into main, as its button does."""
        self._merged(number, "refs/heads/main")

    def _merged(self, number, ref):
        root = self.clone(f"merge-{number}-{ref.rsplit('/', 1)[1]}")
        self.git(root, "merge", "-q", "--no-ff", "-m", "Merge", f"origin/pull-{number}")
        self.git(root, "push", "-q", "origin", f"HEAD:{ref}")

    def held(self, name):
        """A file on main."""
        return self.git(self.remote, "show", f"main:{name}")

    def commits(self):
        return self.git(self.remote, "log", "--format=%an: %s", "main").splitlines()

    def run(self, workflow, *, ref="main", **known):
        """Run the jobs of a workflow that lies on `ref`; `known` are the expressions of its event."""
        self.runs += 1
        text = self.git(self.remote, "show", f"{ref}:.github/workflows/{workflow}.yml")
        run = Run()
        for name, job in yaml.safe_load(text)["jobs"].items():
            if name == "deploy":
                if run.outputs.get("site"):
                    shutil.copytree(run.outputs["site"], self.deployed, dirs_exist_ok=True)
            elif not self._job(job, ref, run, known):
                run.failed.append(name)
        return run

    def _job(self, job, ref, run, known):
        work = self.folder / f"work-{self.runs}"
        expressions = {
            "github.token": "a-token",
            "github.repository": "weston/digest",
            "github.run_id": str(self.runs),
            "github.ref_name": "main",
            "steps.pages.outputs.base_url": ADDRESS,
            **known,
        }

        def value(text):
            return re.sub(r"\$\{\{ (.+?) \}\}", lambda found: expressions[found[1]], str(text))

        right = True
        for step in job["steps"]:
            if not right and "cancelled" not in step.get("if", ""):
                continue
            given = {name: value(word) for name, word in step.get("with", {}).items()}
            if "uses" in step:
                self._action(step["uses"].partition("@")[0], given, work, ref, run)
            else:
                named = {**job.get("env", {}), **step.get("env", {})}
                right = self._shell(step["run"], work, {name: value(it) for name, it in named.items()}, run) and right
        return right

    def _shell(self, script, work, named, run):
        if "digest push" in script:
            self.before_push()
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        kept |= {"PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "CI": "true"}
        kept |= {"FORGE": str(self.folder), "RUNNER_TEMP": str(self.folder / f"temp-{self.runs}")}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        done = subprocess.run(command, cwd=work, env=kept | named, capture_output=True, text=True, check=False)
        run.said += f"$ {script}\n{done.stdout}{done.stderr}"
        return done.returncode == 0

    def _action(self, name, given, work, ref, run):
        if name == "actions/checkout":
            self._checkout(given, work, ref)
        elif name == "actions/cache/restore":
            _copy(self.folder / "cache" / given["restore-keys"], work, "**/*")
        elif name == "actions/cache/save":
            cache = self.folder / "cache" / f"{given['key'].rpartition('-')[0]}-"
            for path in given["path"].split():
                if not path.startswith("~"):
                    _copy(work, cache, path if "*" in path else f"{path}/**/*")
        elif name == "actions/upload-artifact":
            kept = self.folder / "artifacts" / str(self.runs) / given["name"]
            _copy(work, kept, given["path"] if (work / given["path"]).is_file() else f"{given['path']}/**/*")
        elif name == "actions/upload-pages-artifact":
            run.outputs["site"] = str(work / given["path"])
        else:
            assert name in {"./.github/actions/digest", "actions/configure-pages"}, name

    def _checkout(self, given, work, ref):
        work.mkdir()
        self.git(work, "init", "-q")
        self.git(work, "remote", "add", "origin", f"file://{self.remote}")
        wanted = f"refs/heads/{given['ref']}" if "ref" in given else ref
        depth = given.get("fetch-depth", "1")
        self.git(work, "fetch", "-q", "--depth", depth, "origin", f"{wanted}:refs/remotes/origin/{given.get('ref', 'it')}")
        if "ref" in given:
            self.git(work, "checkout", "-q", "-B", given["ref"], f"refs/remotes/origin/{given['ref']}")
        else:
            self.git(work, "checkout", "-q", "--detach", "refs/remotes/origin/it")


def _copy(source, target, pattern):
    for path in source.glob(pattern):
        if path.is_file():
            (target / path.relative_to(source)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / path.relative_to(source))
