"""`digest push`: what fetching and publishing wrote reaches the remote, whoever else pushes."""

import json

import pytest

from digest.errors import UsageError, WriteError
from digest.write import repository
from digest.write.repository import push


@pytest.fixture
def remote(tmp_path, git, new_digest):
    """A bare repository that holds a new digest on `main`."""
    (tmp_path / "remote").mkdir()
    git(tmp_path / "remote", "init", "-q", "--bare", "-b", "main")
    new_digest(tmp_path / "first")
    (tmp_path / "first/seeds/archive/post").mkdir(parents=True)
    (tmp_path / "first/seeds/archive/post/2026-06.jsonl").write_text('{"line": 0}\n')
    (tmp_path / "first/seeds/archive/post/http.json").write_text('{\n "asked": "0"\n}\n')
    git(tmp_path / "first", "init", "-q", "-b", "main")
    git(tmp_path / "first", "add", ".")
    git(tmp_path / "first", "commit", "-qm", "A digest of our own")
    git(tmp_path / "first", "push", "-q", str(tmp_path / "remote"), "main")
    return tmp_path / "remote"


@pytest.fixture
def clone(tmp_path, git, remote):
    """Return a function that clones the remote as a workflow does: the newest commit alone."""

    def make(name):
        git(tmp_path, "clone", "-q", "--depth", "1", f"file://{remote}", name)
        return tmp_path / name

    return make


def fetched(root, line, state):
    """Write what a fetch writes."""
    with (root / "seeds/archive/post/2026-06.jsonl").open("a") as file:
        file.write(json.dumps({"line": line}) + "\n")
    (root / "seeds/archive/post/http.json").write_text(f'{{\n "asked": "{state}"\n}}\n')


def held(git, remote, name):
    return git(remote, "show", f"main:seeds/{name}")


def test_what_came_is_committed_and_pushed(clone, git, remote):
    """The archive, what its server said, and the new addresses; nothing that a person has not committed."""
    root = clone("a")
    fetched(root, 1, "1")
    (root / "seeds/permalinks.jsonl").write_text('{"path": "stories/a"}\n')
    (root / "seeds/topics/mill.yml").write_text("name: Mill\n")
    done = push(root)
    assert done.sent
    assert sorted(done.files) == [
        *("seeds/archive/post/2026-06.jsonl", "seeds/archive/post/http.json", "seeds/permalinks.jsonl"),
    ]
    assert held(git, remote, "archive/post/2026-06.jsonl").endswith('{"line": 1}\n')
    assert git(root, "status", "--porcelain") == "?? seeds/topics/mill.yml\n"
    assert git(remote, "log", "-1", "--format=%an <%ae>: %s", "main") == (
        "digest <digest@digest.invalid>: What the sources said, and the new addresses\n"
    )


def test_nothing_is_committed_where_no_line_came(clone, git, remote):
    """The hour of the last request alone fills no history."""
    root = clone("a")
    (root / "seeds/archive/post/http.json").write_text('{\n "asked": "1"\n}\n')
    before = git(remote, "rev-parse", "main")
    assert not push(root).sent
    assert git(remote, "rev-parse", "main") == before


def test_who_is_committing_is_who_git_knows(clone, git, remote):
    """Another name is given only where there is none."""
    root = clone("a")
    git(root, "config", "user.name", "A. Person")
    git(root, "config", "user.email", "person@weston.example")
    fetched(root, 1, "1")
    push(root)
    assert git(remote, "log", "-1", "--format=%an <%ae>", "main") == "A. Person <person@weston.example>\n"


def test_a_lost_race_is_run_again_and_keeps_both_sides(clone, git, remote):
    """Both lines stand; of what a server said, one side's is whole."""
    one, other = clone("a"), clone("b")
    fetched(one, 1, "1")
    fetched(other, 2, "2")
    assert push(one).overtaken == 0
    done = push(other)
    assert (done.sent, done.overtaken) == (True, 1)
    lines = [json.loads(line)["line"] for line in held(git, remote, "archive/post/2026-06.jsonl").splitlines()]
    assert sorted(lines) == [0, 1, 2]
    assert json.loads(held(git, remote, "archive/post/http.json")) == {"asked": "2"}


def test_a_person_s_commits_are_put_on_top_too(clone, git, remote):
    """Unpushed work goes with it, and uncommitted work stays."""
    one, other = clone("a"), clone("b")
    (other / "README.md").write_text("Ours\n")
    git(other, "commit", "-qam", "A person's")
    (other / "Makefile").write_text("unfinished\n")
    fetched(one, 1, "1")
    fetched(other, 2, "1")
    push(one)
    assert push(other).sent
    assert git(remote, "show", "main:README.md") == "Ours\n"
    assert (other / "Makefile").read_text() == "unfinished\n"
    assert git(other, "status", "--porcelain") == " M Makefile\n"


def test_what_really_conflicts_is_left_to_a_person(clone, git, remote):
    """A rebase that stops is undone, and git's words are said."""
    one, other = clone("a"), clone("b")
    for root, words in ((one, "One\n"), (other, "Other\n")):
        (root / "README.md").write_text(words)
        git(root, "commit", "-qam", "A person's")
    push(one)
    fetched(other, 2, "2")
    with pytest.raises(WriteError, match=r"git rebase.*mend what conflicts"):
        push(other)
    assert git(remote, "show", "main:README.md") == "One\n"
    assert not (other / ".git/rebase-merge").exists()
    assert (other / "README.md").read_text() == "Other\n"


def test_a_push_that_is_refused_for_another_reason_is_not_tried_again(clone, git, remote):
    """A protected branch stays protected, and the forge's words are said."""
    root = clone("a")
    hook = remote / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho main is protected >&2; exit 1\n")
    hook.chmod(0o755)
    fetched(root, 1, "1")
    with pytest.raises(WriteError, match="main is protected"):
        push(root)
    hook.unlink()
    assert push(root).sent  # what was committed before goes out with the next


@pytest.mark.slow
def test_who_always_loses_gives_up(clone, git, remote, monkeypatch):
    """After TRIES pushes that others overtook, the run fails and says so."""
    one, other = clone("a"), clone("b")
    fetched(one, 1, "1")
    monkeypatch.setattr(repository.time, "sleep", lambda _: None)
    put_on_top, tries = repository._put_on_top, []

    def overtaken(root):
        put_on_top(root)
        tries.append(root)
        fetched(other, 10 + len(tries), "9")
        git(other, "commit", "-qam", "faster")
        git(other, "push", "-q")

    fetched(other, 2, "2")
    push(other)
    monkeypatch.setattr(repository, "_put_on_top", overtaken)
    with pytest.raises(WriteError, match=f"faster {repository.TRIES} times"):
        push(one)
    assert len(tries) == repository.TRIES


def test_a_dry_run_says_what_would_be_committed(digest, clone, git, remote):
    """And commits nothing."""
    root = clone("a")
    assert "nothing came" in digest("push", "--dry-run", "--root", root).err
    fetched(root, 1, "1")
    assert "2 files would be committed" in digest("push", "--dry-run", "--root", root).err
    assert git(root, "log", "--oneline").count("\n") == 1


def test_the_command_says_what_it_did(digest, clone):
    """How much went out, and past how many others."""
    one, other = clone("a"), clone("b")
    assert digest("push", "--root", one).err == "nothing came, so nothing is committed\n"
    fetched(one, 1, "1")
    fetched(other, 2, "2")
    assert digest("push", "--root", one).err == "2 files committed and pushed\n"
    assert digest("push", "--root", other).err == "2 files committed and pushed, after 1 push of others\n"


def test_a_folder_without_repository_branch_or_remote_is_said_so(digest, tmp_path, git, new_digest):
    """With what to write instead, and exit code 2."""
    new_digest(tmp_path / "mine")
    refused = digest("push", "--root", tmp_path / "mine")
    assert (refused.code, "git init" in refused.err) == (2, True)
    git(tmp_path / "mine", "init", "-q", "-b", "main")
    assert "nothing came" in digest("push", "--root", tmp_path / "mine").err
    (tmp_path / "mine/seeds/permalinks.jsonl").write_text('{"path": "stories/a"}\n')
    with pytest.raises(UsageError, match="git remote add origin ADDRESS"):
        push(tmp_path / "mine")
