"""JSON Feed (https://www.jsonfeed.org/version/1.1/), read whatever shape its values have."""

from __future__ import annotations

import json
from typing import Any

from digest.acquire.decoding.charset import BLANK


def read_json_feed(raw: bytes) -> dict[str, Any] | None:
    """Return the object of a JSON Feed, or None where the bytes are none."""
    if not raw.lstrip(BLANK).startswith(b"{"):
        return None
    try:
        found = json.loads(raw.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or "jsonfeed.org/version" not in str(found.get("version", "")):
        return None
    return found


def items_of(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Return those items that are objects, in the feed's order."""
    items = found.get("items")
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def string_of(value: object) -> str | None:
    """Return a value that can stand as text: a string that is not blank, or a number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or not value.strip():
        return None
    return value.replace("\x00", "").encode("utf-8", "ignore").decode()


def authors_of(item: dict[str, Any]) -> str | None:
    """Return the names of `authors` (1.1) and `author` (1.0), joined by a comma."""
    listed = item.get("authors")
    people = [*(listed if isinstance(listed, list) else []), item.get("author")]
    names = [string_of(person.get("name")) for person in people if isinstance(person, dict)]
    return ", ".join(dict.fromkeys(name for name in names if name)) or None
