"""The JSON Schemas that editors complete from say what the parser takes, and every shipped file names its schema."""

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
import yaml

from digest.config import rulings
from digest.config.load import LENIENT, SCHEMAS, editor_line
from digest.config.yamlfile import parse
from digest.model import AnyRuling

ROOT = Path(__file__).parents[2]
KINDS = {"sources": "source", "topics": "topic", "curation": "curation"}
SHIPPED = sorted([*ROOT.glob("seeds/**/*.yml"), *ROOT.glob("digest/write/skeleton/seeds/**/*.yml")])


def keys(schema):
    """Yield every key of a JSON Schema with its shape."""
    for shape in (schema, *schema.get("$defs", {}).values()):
        yield from shape.get("properties", {}).items()


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_key_says_what_it_means(kind):
    """An editor shows it, and messages use the same words."""
    found = dict(keys(SCHEMAS[kind].json_schema()))
    assert found
    assert [key for key, shape in found.items() if not shape.get("description")] == []


def test_each_verb_of_the_schema_is_a_decision_that_the_rooms_know():
    """With the same keys: what `do:` takes becomes the noun of its name, and mypy names who does not handle that noun."""
    written = {kind.__name__: kind.model_fields.keys() - {"do"} for kind in get_args(get_args(rulings.Decision)[0])}
    known = {kind.__name__: {each.name for each in fields(kind)} for kind in get_args(AnyRuling)}
    assert written == known, "a verb stands in config/rulings.py and not in model/decisions.py, or with other keys"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_example_is_right(kind):
    """What a message tells a person to write is taken."""
    written = SCHEMAS[kind].json_schema()
    jsonschema.Draft202012Validator.check_schema(written)
    for _, shape in keys(written):
        right = jsonschema.Draft202012Validator({**shape, "$defs": written.get("$defs", {})})
        for example in shape.get("examples", ()):
            right.validate(example)


@pytest.mark.parametrize("key", ["same_as", "sameAs"])
def test_the_schema_takes_both_spellings_of_same_as(key):
    """As the parser does."""
    text = f"name: A\n{key}: [https://a.example/]\n"
    jsonschema.validate(yaml.safe_load(text), SCHEMAS["topic"].json_schema())
    topic, problems = parse(text, SCHEMAS["topic"], "t.yml", lenient=LENIENT["topic"])
    assert (topic.same_as, problems) == (("https://a.example/",), ())


def test_what_a_file_must_have_is_required_by_the_schema():
    """Though a file that lacks it is read in part."""
    assert SCHEMAS["source"].json_schema()["required"] == ["name", "home"]
    assert SCHEMAS["article"].json_schema()["required"] == ["title"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_shipped_files_name_their_schema(path):
    """The first line leads from the file to where `digest schema schemas/` writes."""
    kind = KINDS.get(path.parent.name, "digest")
    first = path.read_text().splitlines(keepends=True)[0]
    assert first == editor_line(kind)
    place = path.parent / re.search(r"\$schema=(\S+)", first)[1]
    base = path.parents[1 if kind == "digest" else 2]
    assert place.resolve() == (base / "schemas" / f"{kind}.schema.json").resolve()


def test_the_examples_of_the_documentation_name_their_schema_and_are_right():
    """What the pages show can be copied."""
    pages = [path.read_text() for path in sorted((ROOT / "docs").glob("*.md"))]
    blocks = [block for page in pages for block in re.findall(r"```yaml[^\n]*\n(.*?)```", page, re.DOTALL)]
    named = [
        (found[1], block) for block in blocks if (found := re.match(r"# yaml-language-server: \S+/(\w+)\.schema", block))
    ]
    assert {kind for kind, _ in named} == {"digest", "source", "topic", "curation"}
    for kind, block in named:
        assert block.startswith(editor_line(kind))
        data = yaml.safe_load(block)
        for one in data if isinstance(data, list) else [data] if data else []:
            assert SCHEMAS[kind].validate_python(one)
