"""Every wrong value in every key: what is said is in a user's words, and what is right stays in force."""

from functools import cache
from itertools import product

import pytest
from pydantic import ValidationError

from digest.config.load import LENIENT, SCHEMAS
from digest.config.remedies import as_written, shape_at
from digest.config.yamlfile import parse, parse_items

VALUES = {
    "text": "words",
    "empty text": "''",
    "number": "7",
    "negative": "-1",
    "large number": "123456789012345678901234567890",
    "fraction": "0.5",
    "not a number": ".nan",
    "infinite": ".inf",
    "true": "true",
    "nothing": "",
    "list": "[words, 7, {a: b}, [x], null]",
    "empty list": "[]",
    "keys": "{words: 7}",
    "empty keys": "{}",
    "date": "2026-06-04",
    "moment": "2026-06-04T25:61:00",
    "no day": "2026-02-31",
    "many words": " ".join(["word"] * 40),
    "list of texts": "[a]",
    "list of keys": "[{url: x, speaker: '', text: 5}]",
}
PYDANTIC = ("input", "valid", "tuple", "dict", "mapping", "string", "boolean", "integer", "instance", "type", "model", "tag")
FULL = {
    "digest": {"title": "T", "languages": ["en"]},
    "source": {"name": "N", "home": "https://n.example/", "language": "en"},
    "topic": {"name": "N", "description": "D"},
    "article": {"title": "T", "author": "A"},
}
DECISIONS = {
    "merge": {"stories": ["a", "b"]},
    "split": {"story": "s", "articles": ["a"]},
    "move": {"story": "s", "articles": ["a"]},
    "pin": {"story": "s"},
    "hide": {"story": "s"},
    "headline": {"story": "s", "text": "t"},
    "note": {"story": "s", "text": "t"},
    "correction": {"story": "s", "text": "t"},
    "takedown": {"article": "a"},
}


def places():
    """Yield (schema, right values, path of a key) for every key of every schema, to the keys of its lists and groups."""
    for name, right in FULL.items():
        yield from ((name, right, path) for path in paths(SCHEMAS[name].json_schema(), right))
    for do, more in DECISIONS.items():
        right = {"do": do, "author": "A", "reason": "R", **more}
        yield from (("curation", right, path) for path in paths(SCHEMAS["curation"].json_schema(), right))


def paths(schema, right, above=()):
    for key in shape_at(schema, above, right).get("properties", {}):
        yield (*above, key)
        yield from paths(schema, right, (*above, key))
        if shape_at(schema, (*above, key, 0), right).get("properties"):
            yield from paths(schema, right, (*above, key, 0))


def written(right, path, value):
    """Write YAML in which `value` stands at a path and all else is right."""
    for step in path[:0:-1]:
        value = f"[{value}]" if isinstance(step, int) else f"{{{step}: {value}}}"
    return "".join(f"{key}: {as_written(it)}\n" for key, it in right.items() if key != path[0]) + f"{path[0]}: {value}\n"


@cache
def read(name, text):
    """Return (what is right of the text, the problems, the types of pydantic's errors)."""
    if name == "curation":
        text = "- " + text.replace("\n", "\n  ").rstrip(" ")
        found, problems = parse_items(text, SCHEMAS[name], "c.yml", LENIENT[name])
        return (found[0].value if found else None), problems
    return parse(text, SCHEMAS[name], f"{name}.yml", lenient=LENIENT.get(name))


PLACES = list(places())


def test_every_key_of_every_schema_is_tried():
    """The list of places is made of the schemas, so that a new key is tried too."""
    assert len(PLACES) > 70
    assert ("article", FULL["article"], ("quotes", 0, "speaker")) in PLACES
    assert ("digest", FULL["digest"], ("network", "allow")) in PLACES


@pytest.mark.parametrize(
    ("name", "right", "path"), PLACES, ids=[f"{right.get('do', name)}:{'.'.join(map(str, p))}" for name, right, p in PLACES]
)
def test_what_is_wrong_is_said_in_a_users_words_and_costs_that_key_alone(name, right, path):
    """No value of any kind gives a message of pydantic's, nor takes another key with it; each says what to write."""
    for text in VALUES.values():
        value, problems = read(name, written(right, path, text))
        for problem in problems:
            said = f"{problem.detail} {problem.remedy}"
            plain = "".join(" " if part % 2 else it for part, it in enumerate(said.split("`"))).replace("words 7", "")
            assert not [word for word in PYDANTIC if word in plain.lower().split()], said
            assert problem.remedy
            assert problem.by_hand
            assert problem.line
        kept = {key: it for key, it in right.items() if key != path[0]}
        if value is None:  # what is left says nothing to do
            assert name == "curation"
            assert path[0] in {"do", *DECISIONS[right["do"]]}
        else:
            assert as_kept(value, kept) == kept, text


def as_kept(value, kept):
    found = value.model_dump(by_alias=False)
    return {key: list(found[key]) if isinstance(found[key], tuple) else found[key] for key in kept}


@pytest.mark.parametrize(("name", "right", "path"), [place for place in PLACES if len(place[2]) == 1], ids=str)
def test_the_remedy_of_a_wrong_value_is_right(name, right, path):
    """Whoever writes what a message says has no problem with that key afterwards."""
    for text in VALUES.values():
        _, problems = read(name, written(right, path, text))
        for problem in problems:
            if f"`{path[0]}: " in problem.remedy:
                mended = problem.remedy.split("`")[1].partition(": ")[2]
                _, after = read(name, written(right, path, mended))
                assert after == (), (problem, mended)


@pytest.mark.parametrize("name", FULL)
def test_a_file_that_is_no_list_of_keys_is_said_so(name):
    """A text, a number or a list in place of a file's keys is one problem."""
    for text in ("words", "7", "[a, b]", "'quoted'", "true"):
        value, (problem,) = read(name, text)
        assert "lines of `key: value`" in problem.detail
        assert (value is None) == (name not in LENIENT and name != "digest")


def test_every_error_of_the_schemas_is_among_those_tried():
    """What pydantic can find wrong with these values is of many kinds, so the tests above cannot be empty."""
    kinds = set()
    for (name, right, path), text in product(PLACES, VALUES.values()):
        data = {}
        parse(written(right, path, text), _Into(data), "x.yml")
        try:
            SCHEMAS[name].validate_python(data["read"])
        except ValidationError as error:
            kinds |= {item["type"] for item in error.errors()}
    assert kinds >= {
        *("string_type", "string_too_short", "string_pattern_mismatch", "tuple_type", "too_short", "model_type", "missing"),
        *("extra_forbidden", "value_error", "literal_error", "bool_type", "bool_parsing", "int_type", "int_parsing"),
        *("greater_than_equal", "less_than_equal", "float_type", "float_parsing", "union_tag_invalid"),
    }


class _Into:
    """Stands for a schema and keeps what was read."""

    def __init__(self, data):
        self._data = data

    def validate_python(self, data):
        self._data["read"] = data
        return data
