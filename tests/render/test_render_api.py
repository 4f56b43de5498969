"""The JSON that others build on keeps its contract."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import jsonschema
import pytest
from render_sample import BRIDGE, EDITION, GULLS, filled

from digest.model import Event, Settings
from digest.render import render
from digest.render.contract import API_SCHEMAS


def strict(shape):
    """A schema by which a field that it does not have is wrong, so that none is published without a word on it."""
    if isinstance(shape, list):
        return [strict(each) for each in shape]
    if not isinstance(shape, dict):
        return shape
    below = {key: strict(value) for key, value in shape.items()}
    return below | ({"additionalProperties": False} if "properties" in shape else {})


def answers(edition):
    return {p.path: json.loads(p.text) for p in render(edition, Settings()) if p.path.startswith("api/")}


@pytest.mark.parametrize("edition", [EDITION, filled("a <b> c")])
def test_every_answer_is_what_the_published_schema_says(edition):
    """Each field that is there is described, also where nothing is known; and each that is needed is there."""
    for path, found in answers(edition).items():
        jsonschema.validate(found, strict(API_SCHEMAS["stories" if path == "api/stories.json" else "story"]))


def test_each_field_is_used_by_the_sample():
    """A field of the schema that no answer has would be a promise that nobody keeps."""
    found = [one for path, one in answers(EDITION).items() if path != "api/stories.json"]
    unused = fields_of(API_SCHEMAS["story"]) - set().union(*map(keys_of, found))
    assert {name for name in unused if not name.endswith(".part") and not name.startswith("withdrawn")} == set()


def fields_of(shape, before=""):
    """The names of all fields, those in lists as `sources[].n`."""
    names = set()
    for name, below in shape.get("properties", {}).items():
        names |= {f"{before}{name}", *fields_of(below.get("items", {}), f"{before}{name}[].")}
    return names


def keys_of(value, before=""):
    """The names of all keys of an answer, in the same way."""
    names = set()
    for name, below in value.items():
        names.add(f"{before}{name}")
        for each in below if isinstance(below, list) else ():
            names |= keys_of(each, f"{before}{name}[].") if isinstance(each, dict) else set()
    return names


def test_the_schemas_are_published_with_the_site(pages):
    """And are schemas."""
    for name, shape in API_SCHEMAS.items():
        jsonschema.Draft202012Validator.check_schema(shape)
        assert json.loads(pages[f"schema/{name}.json"]) == shape


def test_the_schema_asks_for_what_a_story_must_have():
    """Without a source's number or the words of a citation, or with a moment that has no zone, a story does not fit."""
    schema = jsonschema.Draft202012Validator(API_SCHEMAS["story"])
    for spoil in (
        lambda story: story["sources"][0].pop("n"),
        lambda story: story["points"][0]["citations"][0].pop("quote"),
        lambda story: story.update(updated="2026-06-05T09:10:00"),
        lambda story: story["history"][0].update(kind="forgotten"),
    ):
        story = json.loads(json.dumps(answers(EDITION)[f"api/stories/{BRIDGE.id}.json"]))
        spoil(story)
        assert not schema.is_valid(story)


def test_a_quote_is_the_words_between_start_and_end():
    """Each citation of the JSON re-reads in its article, counted in code points."""
    found = answers(EDITION)[f"api/stories/{BRIDGE.id}.json"]
    for citation in [one for point in found["points"] for one in point["citations"]]:
        article = BRIDGE.articles[citation["source"] - 1]
        assert article.passage(citation["paragraph"])[citation["start"] : citation["end"]] == citation["quote"]


def test_the_list_names_every_listed_story():
    """Id, path, headline, counts and dates; a hidden story is not in it."""
    found = answers(replace(EDITION, stories=(BRIDGE, replace(GULLS, hidden=True))))["api/stories.json"]
    assert found["schema"] == 1
    assert [(one["id"], one["sources"], one["independent"]) for one in found["stories"]] == [(BRIDGE.id, 3, 1)]


def test_a_story_is_updated_by_a_correction_too():
    """In the list and in its own answer, as in its feed."""
    mended = Event(at=datetime(2026, 6, 20, tzinfo=UTC), kind="corrected", text="corrected", subject="x")
    found = answers(replace(EDITION, stories=(replace(BRIDGE, history=(*BRIDGE.history, mended)),)))
    whens = [found["api/stories.json"]["stories"][0]["updated"], found[f"api/stories/{BRIDGE.id}.json"]["updated"]]
    assert whens == ["2026-06-20T00:00:00+00:00"] * 2


def test_numbers_are_those_of_the_page(pages):
    """Source n of the JSON is row n of the table."""
    found = answers(EDITION)[f"api/stories/{BRIDGE.id}.json"]["sources"]
    table = [line for line in pages[f"{BRIDGE.path}.md"].splitlines() if line.startswith("| <span")]
    assert [f'id="s{one["n"]}"' in line for one, line in zip(found, table, strict=True)] == [True] * 3
    assert found[0]["copies"][0]["share"] == 0.934
