"""docs/errors.yml: files that are wrong, each with the exact words that a contributor reads; every code is explained."""

import ast
import re
import runpy
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

import digest
from digest.cli.report import in_order
from digest.config import load
from digest.pipeline import edit

HOUSE = Path(digest.__file__).parent
DOCS = HOUSE.parent / "docs"
LIST = yaml.safe_load((DOCS / "errors.yml").read_text("utf-8"))
FILES = LIST["files"]
NOW = datetime(2026, 6, 5, tzinfo=UTC)
CODE = re.compile(r"[a-z]+(?:-[a-z0-9]*)*\Z")
MAKERS = {"Problem", "Failure", "by_hand", "_problem", "problem", "_wrong", "_at", "_ExchangeError"}
"""What makes a problem of a code, which is its first text of one word, or is called so."""


def checked(example, root):
    """The problems of a digest with the files of an example."""
    for name, text in {**example.get("beside", {}), example["file"]: example["text"]}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode(example.get("encoding", "utf-8") if name == example["file"] else "utf-8"))
    config, wrong = load(root)
    return in_order(edit(config, wrong, NOW).problems)


@pytest.mark.parametrize("example", FILES, ids=[f"{at}-{each['code']}-{each['file']}" for at, each in enumerate(FILES)])
def test_a_wrong_file_is_told_in_these_words(example, tmp_path, new_digest):
    """The place, what is wrong and what to write instead; nothing else is said, and nothing else is lost."""
    problems = checked(example, new_digest(tmp_path / "mine"))
    assert [str(problem) for problem in problems] == example["says"]
    assert example["code"] in {problem.code for problem in problems}
    assert all(problem.remedy for problem in problems)


def test_there_are_enough_of_them():
    """Of every kind of file that a person writes, and no file twice."""
    assert len(FILES) >= 60
    assert len({(each["file"], each["text"], str(each.get("beside"))) for each in FILES}) == len(FILES)
    kinds = Counter("/".join(each["file"].split("/")[:2]) for each in FILES)
    assert {"seeds/articles", "seeds/sources", "seeds/topics", "seeds/curation", "seeds/archive"} < set(kinds)
    assert {"seeds/digest.yml", "seeds/permalinks.jsonl"} < set(kinds)


def codes_in(tree):
    """The codes that a module gives to problems."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and [getattr(it, "id", "") for it in node.targets] == ["code"]:
            yield from constants(node.value)
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            if called in MAKERS and not given:
                given = [it for it in node.args if isinstance(it, ast.Constant) and CODE.match(str(it.value))][:1]
            if called == "append" and ast.unparse(node.func) == "body.faults.append" and isinstance(node.args[0], ast.Tuple):
                given = node.args[0].elts[:1]
            for value in given:
                yield from constants(value)


def constants(value):
    texts = [it.value for it in ast.walk(value) if isinstance(it, ast.Constant) and isinstance(it.value, str)]
    return [text for text in texts if CODE.match(text)]


def test_every_code_is_explained():
    """A code that a program or a contributor meets has a section; and no section is of one that is never given."""
    rooms = [path for path in HOUSE.rglob("*.py") if path.relative_to(HOUSE).parts[0] not in {"language", "link"}]
    given = {code for path in rooms for code in codes_in(ast.parse(path.read_text("utf-8")))}
    given = {"http-404" if code == "http-" else code for code in given} | {"too-long"}  # a constant of clean/body.py
    assert given == set(LIST["codes"])


def test_every_code_has_an_example():
    """A file with its message, or the message and what to do."""
    shown = {each["code"] for each in FILES}
    for code, said in LIST["codes"].items():
        assert said["means"].endswith(".")
        assert (code in shown) != bool(said.get("example") and said.get("remedy")), code


def test_the_page_is_what_the_list_says():
    """`python docs/errors.py` writes it."""
    made = runpy.run_path(str(DOCS / "errors.py"))["page"](LIST)
    assert (DOCS / "errors.md").read_text("utf-8") == made
    for code in LIST["codes"]:
        assert f"\n## {code}\n" in made
