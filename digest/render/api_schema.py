"""The shape of the stories' JSON as a JSON Schema (https://json-schema.org, draft 2020-12), published as api/schema.json."""

from __future__ import annotations

from typing import Any

Shape = dict[str, Any]

_TEXT: Shape = {"type": "string"}
_MOMENT: Shape = {"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$"}
_MAYBE: Shape = {"type": ["string", "null"]}
_COUNT: Shape = {"type": "integer", "minimum": 0}
_TEXTS: Shape = {"type": "array", "items": _TEXT}
_KINDS = ["published", "added", "corrected", "merged", "split", "moved", "hidden", "withdrawn"]


def _object(fields: Shape) -> Shape:
    return {"type": "object", "properties": fields, "required": list(fields)}


def _rows(*, some: int = 0, **fields: Shape) -> Shape:
    """Return a list of at least `some` objects that have at least these fields."""
    return {"type": "array", "minItems": some, "items": _object(fields)}


_CITED = _rows(
    some=1, source=_COUNT | {"minimum": 1}, paragraph=_COUNT, start=_COUNT, end=_COUNT, quote=_TEXT | {"minLength": 1}
)
_HEAD: Shape = {
    "id": _TEXT,
    "path": _TEXT | {"pattern": "^stories/.*/$"},
    "headline": _TEXT,
    "first_seen": _MOMENT,
    "updated": _MOMENT,
    "independent": {"type": ["integer", "null"]},
    "at_least": {"type": "boolean"},
}
STORY = _object(
    {"schema": {"const": 1}}
    | _HEAD
    | {
        "sources": _rows(
            n=_COUNT,
            article=_TEXT,
            publisher=_MAYBE,
            title=_TEXT,
            url=_MAYBE,
            author=_MAYBE,
            published=_MOMENT,
            seen=_MOMENT,
            where=_TEXT,
            text={"enum": ["verbatim", "brief"]},
            role={"enum": ["original", "repeats", "unknown"]},
            repeats=_TEXTS,
            terms=_MAYBE,
            copies=_rows(publisher=_MAYBE, title=_TEXT, url=_MAYBE, where=_TEXT, share={"type": "number"}),
        ),
        "points": _rows(text=_TEXT, citations=_CITED, beside=_rows(source=_COUNT, text=_TEXT, citations=_CITED)),
        "figures": _rows(
            label=_TEXT,
            unit=_TEXT,
            conflict={"type": "boolean"},
            values=_rows(some=1, text=_TEXT, value={"type": ["number", "null"]}, citations=_CITED),
        ),
        "quotes": _rows(speaker=_TEXT, text=_TEXT, citations=_CITED),
        "origins": _rows(
            name=_TEXT, member={"type": "boolean"}, repeated_by={"type": "array", "items": _COUNT}, evidence=_CITED
        ),
        "only_in": _rows(source=_COUNT, text=_TEXT, citations=_CITED),
        "related": _rows(id=_TEXT, kind={"enum": ["continues", "same-subject"]}, why={"type": "array"}),
        "topics": _TEXTS,
        "history": _rows(at=_MOMENT, kind={"enum": _KINDS}, text=_TEXT, subject=_MAYBE),
        "notes": _TEXTS,
        "withdrawn": _rows(article=_TEXT, reason=_TEXT, at=_MOMENT),
    }
)
STORIES = _object(
    {
        "schema": {"const": 1},
        "stories": _rows(**_HEAD, sources=_COUNT, points=_COUNT, topics=_TEXTS),
    }
)
JSON_SCHEMA: Shape = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "api/stories.json, or a story: api/stories/ID.json",
    "oneOf": [{"$ref": "#/$defs/stories"}, {"$ref": "#/$defs/story"}],
    "$defs": {"stories": STORIES, "story": STORY},
}
"""Fields may be added; none that is required here goes, and none changes its meaning."""
