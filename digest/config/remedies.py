"""What to write instead of what is wrong: the name that was meant, what a key takes, and a value that would be right.

What a key takes is read off the JSON Schema that editors complete from, so that a message and an editor say the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any

import yaml

from digest.config.synonyms import synonyms_of

Shape = Mapping[str, Any]
_LONGEST = 60
_FORMATS = {"uri": "an address", "date": "a date", "date-time": "a date"}


def nearest(word: str, known: Collection[str]) -> str | None:
    """Return which of the known names was meant: another spelling, a common synonym, else the nearest; None for none."""
    names = {_folded(name): name for name in sorted(known)}
    meant = (_folded(word), *synonyms_of(_folded(word)))
    for one in map(_folded, meant):
        if one in names:
            return names[one]
    close = get_close_matches(meant[0], names, n=1, cutoff=0.7)
    return names[close[0]] if close else None


def described(value: object) -> str:
    """Return in words what stands in the file: `the text 'en'`, `the number 5`, `a list`."""
    if isinstance(value, str):
        return f"the text {_cut(value)!r}" if value.strip() else "an empty text"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, int | float):
        return f"the number {_cut(str(value))}"
    if isinstance(value, list):
        return f"a list of {len(value)}" if value else "an empty list"
    return "nothing" if value is None else "keys below it"


def expected(shape: Shape) -> str:
    """Return in words what a key takes: `a list`, `a whole number from 40 to 300`, `one of verbatim, brief`."""
    choices = [words for one in _choices(shape) if (words := _expected(one))]
    return " or ".join(dict.fromkeys(choices)) or "something else"


def shape_at(schema: Shape, path: Collection[str | int], data: object) -> Shape:
    """Return the part of a JSON Schema that holds for a place in data, without references; empty where there is none."""
    shape = _resolved(schema, schema, data)
    for step in path:
        below = shape.get("properties", {}).get(step, {}) if isinstance(step, str) else shape.get("items", {})
        data = _below(data, step)
        shape = _resolved(below, schema, data)
    return shape


def keys_of(shape: Shape) -> list[str]:
    """Return the keys that a group of keys may have."""
    return list(shape.get("properties", {}))


def corrections(value: object, shape: Shape) -> Iterator[object]:
    """Yield what may have been meant by a wrong value, most likely first; which of them is right is for others to try."""
    if isinstance(value, str):
        yield from (change(value) for change in _CORRECTIONS)
        if close := nearest(value, [str(one) for choice in _choices(shape) for one in choice.get("enum", ())]):
            yield close
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
        yield [str(value)]
    elif isinstance(value, list):
        yield from value[:1] if len(value) == 1 else ()
        if all(isinstance(one, str) for one in value):
            yield ", ".join(value)
    yield [value]
    if needed := shape.get("required"):
        yield {needed[0]: value}


def examples(shape: Shape) -> Iterator[object]:
    """Yield values that would be right, the schema's own examples first."""
    yield from shape.get("examples", ())
    for one in shape.get("anyOf", ()):
        yield from examples(one)
    yield from shape.get("enum", ())
    yield from (shape[name] for name in ("const", "maximum", "minimum") if name in shape)
    if shape.get("type") == "boolean":
        yield True
    if needed := shape.get("required"):
        yield {key: next(examples(shape["properties"][key]), "…") for key in needed}


def as_written(value: object) -> str:
    """Return a value as one would write it into YAML, on one line."""
    if isinstance(value, list):
        return f"[{', '.join(map(as_written, value))}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_written(below)}" for key, below in value.items()) + "}"
    if isinstance(value, str):
        return value if _is_plain(value) else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)


@lru_cache(maxsize=1_000)
def _is_plain(text: str) -> bool:
    """Whether YAML reads a text as it is without quotes, also within a list in brackets."""
    try:
        return not re.search(r"[,\[\]{}]", text) and (isinstance(read := yaml.safe_load(text), date) or read == text)
    except (yaml.YAMLError, ValueError):
        return False


@cache
def _codes() -> dict[str, str]:
    """The codes of languages and countries by their English names."""
    from babel import Locale  # noqa: PLC0415 - loaded only where a name is wrong

    english = Locale("en")
    named = [*english.territories.items(), *english.languages.items()]
    return {_folded(name): code for code, name in named if re.fullmatch("[a-z]{2,3}|[A-Z]{2}", code)}


def _folded(name: str) -> str:
    return re.sub(r"[-_. ]+", "", name.casefold())


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _choices(shape: Shape) -> list[Shape]:
    if "anyOf" in shape:
        return [choice for one in shape["anyOf"] for choice in _choices(one)]
    return [] if shape.get("type") == "null" else [shape]


def _expected(shape: Shape) -> str:
    kind = shape.get("type")
    if "enum" in shape:
        return "one of " + ", ".join(map(str, shape["enum"]))
    if kind == "array":
        least = shape.get("minItems", 0)
        return "a list" if least < 2 else f"a list of at least {least}"
    if kind in {"integer", "number"}:
        return ("a whole number" if kind == "integer" else "a number") + _between(shape)
    if "pattern" in shape:
        return str(shape.get("description", "another text"))
    names = {"boolean": "`true` or `false`", "object": "lines of `key: value` below it", "string": "a text"}
    return _FORMATS.get(shape.get("format", ""), names.get(str(kind), ""))


def _between(shape: Shape) -> str:
    least, most = shape.get("minimum"), shape.get("maximum")
    lower = f" from {least}" if least is not None else ""
    lower = f" above {shape['exclusiveMinimum']}" if "exclusiveMinimum" in shape else lower
    if most is None:
        return lower
    return f"{lower} to {most}" if least is not None else f"{lower}{' and' if lower else ''} at most {most}"


def _resolved(shape: Shape, schema: Shape, data: object) -> Shape:
    """Follow a reference, and of several kinds of decision take the one that the data names."""
    while "$ref" in shape:
        beside = {key: value for key, value in shape.items() if key != "$ref"}
        shape = {**schema["$defs"][shape["$ref"].rpartition("/")[2]], **beside}
    if "discriminator" in shape:
        named = data.get(shape["discriminator"]["propertyName"]) if isinstance(data, dict) else None
        mapping = shape["discriminator"]["mapping"]
        if not isinstance(named, str) or named not in mapping:
            return {"properties": {shape["discriminator"]["propertyName"]: {"enum": list(mapping)}}}
        return _resolved({"$ref": mapping[named]}, schema, data)
    return shape


def _below(data: object, step: str | int) -> object:
    try:
        return data[step]  # type: ignore[index]
    except (LookupError, TypeError):
        return None


_HOST_AND_REST = re.compile(r"(?:[A-Za-z][A-Za-z0-9+-]*:?//|https?:)?/*([^\s/:@]+\.[^\s/:@]+(?::\d+)?(?:/\S*)?)")
_TRUTH_WORDS = {"y": True, "ja": True, "oui": True, "n": False, "nein": False, "non": False, "none": False}
_CORRECTIONS: tuple[Callable[[str], object], ...] = (
    lambda text: f"https://{found[1]}" if (found := _HOST_AND_REST.fullmatch(text)) else text,
    str.lower,
    str.upper,
    lambda text: _codes().get(_folded(text), text),
    lambda text: re.split(r"[-_]", text)[0].lower(),
    lambda text: int(text) if text.isdecimal() and len(text) < 9 else text,
    lambda text: float(text.replace(",", ".")) if re.fullmatch(r"\d{1,6}[.,]\d{1,6}", text) else text,
    lambda text: float(text[:-1]) / 100 if re.fullmatch(r"\d{1,2}%", text) else text,
    lambda text: _TRUTH_WORDS.get(text.lower(), text),
    lambda text: [part.strip() for part in text.split(",") if part.strip()],
)
