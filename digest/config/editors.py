"""The JSON Schemas of the seed files as editors, hooks and other programs check whole files by them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from digest.common.jsontext import published_schema
from digest.config.load import SCHEMAS

_ADDRESS = r"^https?://[^\s/?#@]+([/?#]|$)"
_DAY = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?([Zz]|[+-]\d{2}:?\d{2})?)?$"
_PHRASE = r"^\s*\S+(\s+\S+){0,24}\s*$"


@cache
def seed_schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each kind of seed file by its name: `source`, `topic`, `curation`, …

    They are the shapes by which the files are read, with patterns for what the reader checks by functions: an address begins
    with https://, a day is one of a calendar, a quotation has at most 25 words.
    """
    made = {}
    for name, adapter in SCHEMAS.items():
        shape = _checked(adapter.json_schema())
        if name == "curation":  # the file is a list of decisions
            shape = {"type": "array", "items": {k: v for k, v in shape.items() if k != "$defs"}, "$defs": shape["$defs"]}
        if name == "article":
            shape["$defs"]["QuoteHeader"]["properties"]["text"]["pattern"] = _PHRASE
        made[name] = published_schema(name, shape)
    return made


def _checked(shape: Any) -> Any:
    """Return a shape with a pattern for each address and each day; a day needs no offset, as JSON Schema's formats do."""
    if isinstance(shape, list):
        return [_checked(each) for each in shape]
    if not isinstance(shape, Mapping):
        return shape
    choices = shape.get("anyOf", ())
    if {each.get("format") for each in choices} == {"date", "date-time"}:
        return {"type": "string", "pattern": _DAY, **{key: value for key, value in shape.items() if key != "anyOf"}}
    below = {key: _checked(value) for key, value in shape.items()}
    return below | {"pattern": _ADDRESS} if shape.get("format") == "uri" else below
