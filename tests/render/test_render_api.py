"""The JSON that others build on keeps its contract."""

import json
from dataclasses import replace

import jsonschema
from render_sample import BRIDGE, EDITION, GULLS, filled

from digest.model import Settings, Withdrawal
from digest.render import render


def answers(edition):
    return {p.path: json.loads(p.text) for p in render(edition, Settings()) if p.path.startswith("api/")}


def test_every_file_fits_the_schema_that_is_published_with_it():
    """All fields are there, of their type, also where nothing is known."""
    withdrawn = Withdrawal(article_id="a4", reason="The publisher asked for it.", at=None)
    gone = replace(EDITION, stories=(replace(GULLS, articles=(), points=(), withdrawn=(withdrawn,), hidden=True),))
    for edition in (EDITION, gone, replace(EDITION, stories=()), filled("a <b> c")):
        found = answers(edition)
        schema = jsonschema.Draft202012Validator(found.pop("api/schema.json"))
        schema.check_schema(schema.schema)
        for path, value in found.items():
            assert [error.message for error in schema.iter_errors(value)] == [], path


def test_the_schema_asks_for_what_a_story_must_have():
    """Without a source's number or the words of a citation, or with a moment that has no zone, a story does not fit."""
    found = answers(EDITION)
    schema = jsonschema.Draft202012Validator(found["api/schema.json"])
    path = f"api/stories/{BRIDGE.id}.json"
    for spoil in (
        lambda story: story["sources"][0].pop("n"),
        lambda story: story["points"][0]["citations"][0].pop("quote"),
        lambda story: story.update(updated="2026-06-05T09:10:00"),
        lambda story: story["history"][0].update(kind="forgotten"),
    ):
        story = json.loads(json.dumps(found[path]))
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


def test_numbers_are_those_of_the_page(pages):
    """Source n of the JSON is row n of the table."""
    found = answers(EDITION)[f"api/stories/{BRIDGE.id}.json"]["sources"]
    table = [line for line in pages[f"{BRIDGE.path}.md"].splitlines() if line.startswith("| <span")]
    assert [f'id="s{one["n"]}"' in line for one, line in zip(found, table, strict=True)] == [True] * 3
    assert found[0]["copies"][0]["share"] == 0.934
