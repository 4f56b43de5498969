"""The JSON that others build on keeps its contract."""

import json
from dataclasses import replace

import jsonschema
from render_sample import BRIDGE, EDITION, GULLS, filled

from digest.model import Settings
from digest.render import render

TEXT, MOMENT = (
    {"type": "string"},
    {"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$"},
)
MAYBE = {"type": ["string", "null"]}
COUNT = {"type": "integer", "minimum": 0}


def rows(*, some=0, **fields):
    """A list of objects that have at least these fields."""
    return {
        "type": "array",
        "minItems": some,
        "items": {"type": "object", "properties": fields, "required": list(fields)},
    }


CITED = rows(some=1, source=COUNT | {"minimum": 1}, paragraph=COUNT, start=COUNT, end=COUNT, quote=TEXT | {"minLength": 1})
STORY = {
    "type": "object",
    "properties": (
        fields := {
            "schema": {"const": 1},
            "id": TEXT,
            "path": TEXT | {"pattern": "^stories/.*/$"},
            "headline": TEXT,
            "first_seen": MOMENT,
            "updated": MOMENT,
            "independent": {"type": ["integer", "null"]},
            "sources": rows(
                some=1,
                n=COUNT,
                article=TEXT,
                publisher=MAYBE,
                title=TEXT,
                url=MAYBE,
                author=MAYBE,
                published=MOMENT,
                seen=MOMENT,
                where=TEXT,
                text={"enum": ["verbatim", "brief"]},
                role={"enum": ["original", "repeats", "unknown"]},
                repeats={"type": "array", "items": TEXT},
                terms=MAYBE,
                copies=rows(publisher=MAYBE, title=TEXT, url=MAYBE, where=TEXT, share={"type": "number"}),
            ),
            "points": rows(text=TEXT, citations=CITED, beside=rows(source=COUNT, text=TEXT, citations=CITED)),
            "figures": rows(
                label=TEXT,
                unit=TEXT,
                conflict={"type": "boolean"},
                values=rows(some=1, text=TEXT, value={"type": ["number", "null"]}, citations=CITED),
            ),
            "quotes": rows(speaker=TEXT, text=TEXT, citations=CITED),
            "origins": rows(
                name=TEXT, member={"type": "boolean"}, repeated_by={"type": "array", "items": COUNT}, evidence=CITED
            ),
            "only_in": rows(source=COUNT, text=TEXT, citations=CITED),
            "related": rows(id=TEXT, kind={"enum": ["continues", "same-subject"]}, why={"type": "array"}),
            "topics": {"type": "array", "items": TEXT},
            "history": rows(at=MOMENT, kind={"enum": ["published", "added", "corrected", "merged"]}, text=TEXT),
        }
    ),
    "required": list(fields),
}


def answers(edition):
    return {p.path: json.loads(p.text) for p in render(edition, Settings()) if p.path.startswith("api/")}


def test_every_story_fits_the_schema():
    """All fields are there, of their type, also where nothing is known."""
    for edition in (EDITION, filled("a <b> c")):
        for path, found in answers(edition).items():
            if path != "api/stories.json":
                jsonschema.validate(found, STORY)


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
