"""What editors and hooks say by the schemas: nothing of what is shipped, and of wrong files as much as a schema can."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from digest.config.editors import seed_schemas

ROOT = Path(__file__).parents[2]
SEEDS = (ROOT / "seeds", ROOT / "digest/write/skeleton/seeds", ROOT / "digest/write/example/seeds")
KINDS = {"sources": "source", "topics": "topic", "curation": "curation", "articles": "article"}
WRONG = yaml.safe_load((ROOT / "docs/errors.yml").read_text("utf-8"))["files"]
OF_A_SCHEMA = {"unknown-key", "missing-key", "wrong-value", "yaml"}
BEYOND = {"timezone: Berlin", "published: 2026-02-31", "aliases: [lock, no]"}
"""Which time zones there are and how long months are, no schema says; for YAML 1.2, as checkers read it, `no` is a text."""


def kind_of(path):
    """The schema for a file of seeds/, by its folder; None for what no person writes as YAML."""
    parts = path.split("seeds/")[1].split("/")
    return KINDS.get(parts[0]) if len(parts) > 1 else "digest" if parts[0] == "digest.yml" else None


def yaml_of(name, text):
    """The YAML of a file: the header of an article, None where it has none that is closed; else all of it."""
    if "seeds/articles/" not in name:
        return text
    header = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
    return header[1] if header else None


@pytest.fixture(scope="module")
def refused(program, tmp_path_factory):
    """Return a function that checks files by check-jsonschema, {kind: {name: text}}, and returns the names it refuses."""
    folder = tmp_path_factory.mktemp("schemas")

    def run(files):
        found = set()
        for kind, texts in files.items():
            schema = folder / f"{kind}.json"
            schema.write_text(json.dumps(seed_schemas()[kind]), "utf-8")
            places = {}
            for at, (name, text) in enumerate(texts.items()):
                path = folder / f"{kind}-{at}.yml"
                path.write_text(text, "utf-8")
                places[str(path)] = name
            command = [program("check-jsonschema"), "--output-format", "json", "--schemafile", schema, *places]
            said = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
            found |= {places[each["filename"]] for each in (*said.get("errors", ()), *said.get("parse_errors", ()))}
        return found

    return run


@pytest.mark.slow
def test_every_shipped_file_is_right(refused):
    """Sources, topics, digest.yml and the headers of articles, of the shipped digest and of a new one."""
    files = {}
    for path in (path for folder in SEEDS for path in sorted(folder.rglob("*.*"))):
        kind, text = kind_of(path.as_posix()), path.is_file() and yaml_of(path.as_posix(), path.read_text("utf-8"))
        if kind and text:
            files.setdefault(kind, {})[path.relative_to(ROOT).as_posix()] = text
    assert set(files) == {"source", "topic", "article", "digest", "curation"}
    assert len([name for texts in files.values() for name in texts]) > 60
    assert refused(files) == set()


@pytest.mark.slow
def test_a_wrong_file_is_refused_as_far_as_a_schema_can(refused):
    """Each file of docs/errors.yml with a wrong key or value; those that are wrong otherwise are right by themselves."""
    files, right, wrong = {}, set(), set()
    for at, example in enumerate(WRONG):
        kind, text = kind_of(example["file"]), yaml_of(example["file"], example["text"])
        if kind and text and example["file"].endswith((".yml", ".md")):
            name = f"{at} {example['file']}"
            files.setdefault(kind, {})[name] = text
            is_wrong = example["code"] in OF_A_SCHEMA and not any(line in text for line in BEYOND)
            (wrong if is_wrong else right).add(name)
    assert len(wrong) > 35
    found = refused(files)
    assert wrong - found == set()
    assert found & right <= {name for name in right if WRONG[int(name.split()[0])]["code"] in {"key-twice", "no-words"}}
