"""JSON: as others wrote it, as a hash of what it can say, and as JSON Schemas are published."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def read_json(written: str | bytes) -> Any:
    """Return what a JSON text says.

    Raises ValueError where it is none or too deep; UnicodeError, which is a ValueError, where it holds a lone surrogate,
    half of a character, which no file that we write can hold.
    """
    try:
        found = json.loads(written)
        json.dumps(found, ensure_ascii=False).encode()
    except RecursionError as error:
        raise ValueError("this JSON is too deep") from error
    return found


def json_hash(value: object) -> str:
    """Return the SHA-256, in hexadecimal, of a value as JSON with its keys in order."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def published_schema(name: str, shape: Mapping[str, Any]) -> dict[str, Any]:
    """Return a JSON Schema as it is published: with its dialect, and a title of ours instead of a class's name."""
    return {
        "$schema": _DIALECT,
        "title": f"Digest: {name}",
        **{key: value for key, value in shape.items() if key != "title"},
    }


def schema_text(shape: Mapping[str, Any]) -> str:
    """Return a schema as the text of a file: keys in order, a line each."""
    return json.dumps(shape, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
