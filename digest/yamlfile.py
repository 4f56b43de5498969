"""YAML that people write: its values, and where in the file each stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from digest.model import Problem

_T = TypeVar("_T")
if TYPE_CHECKING:
    from yaml import SafeLoader as _Safe
else:
    _Safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's is five times faster
_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)
_HINTS = {
    "extra_forbidden": "no such key here; remove it or mend its spelling",
    "missing": "this key is required; add it",
}


class _Loader(_Safe):
    """SafeLoader that leaves dates as written and refuses a key given twice, and `<<`, which can grow without bound."""

    def flatten_mapping(self, node: yaml.MappingNode) -> None:
        for key, _ in node.value:
            if key.tag == "tag:yaml.org,2002:merge":
                raise yaml.constructor.ConstructorError(None, None, "`<<` is not taken here", key.start_mark)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"the key {key.value!r} is given twice", key.start_mark
                    )
                seen.add(key.value)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def parse(text: str, as_type: TypeAdapter[_T], where: str, *, first_line: int = 1) -> tuple[_T | None, tuple[Problem, ...]]:
    """Read YAML text as a validated value.

    `first_line` is the line of the file on which `text` starts. Returns (value, ()) or (None, problems); each Problem names
    file, line, column and what to write instead. Dates stay strings until a field asks for one. Never raises for bad text.
    """
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            data = loader.construct_document(node) if node is not None else {}
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        line, column = _last_words(text, error.problem_mark or error.context_mark)
        detail = " ".join(part for part in (error.context, error.problem) if part)
        return None, (
            _problem(
                where, first_line + line, column + 1, "yaml", detail, "mend the YAML; quote text that holds `: ` or `#`"
            ),
        )
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return None, (_problem(where, first_line, 1, "yaml", f"this is not YAML: {error}".splitlines()[0], "mend the YAML"),)
    try:
        return as_type.validate_python(data), ()
    except ValidationError as error:
        return None, _explained(error, node, where, first_line)


def _last_words(text: str, mark: Any) -> tuple[int, int]:
    """Line and column, from 0, of a mark; one past the last words stands at their end, where something is missing."""
    lines = text.splitlines()
    line, column = (mark.line, mark.column) if mark else (0, 0)
    while line and (line >= len(lines) or not lines[line].strip()):
        line -= 1
        column = len(lines[line]) if line < len(lines) else 0
    return line, column


def _problem(where: str, line: int, column: int, code: str, detail: str, remedy: str) -> Problem:
    return Problem(
        stage="config", where=where, line=line, column=column, code=code, detail=detail, remedy=remedy, by_hand=True
    )


def _explained(error: ValidationError, root: yaml.Node | None, where: str, first_line: int) -> tuple[Problem, ...]:
    """One Problem for each place in the file; a union's members all complain of the same one."""
    found = (_explain(item, root, where, first_line) for item in error.errors(include_url=False))
    places: dict[tuple[object, ...], Problem] = {}
    for problem in found:
        at = (problem.line, problem.column, problem.detail if problem.code in _HINTS else "")
        places.setdefault(at, problem)
    return tuple(places.values())


def _explain(item: Any, root: yaml.Node | None, where: str, first_line: int) -> Problem:
    node, names = _descend(root, item["loc"], item["type"] == "extra_forbidden")
    line, column = (node.start_mark.line, node.start_mark.column) if node else (0, 0)
    name = ".".join(names)
    found = item.get("input")
    kind = item["type"]
    if kind == "extra_forbidden":
        detail, remedy = f"unknown key `{name}`", _HINTS[kind]
    elif kind == "missing":
        detail, remedy = f"`{name}` is missing", _HINTS[kind]
    elif kind.startswith(("date_", "datetime_")):
        detail, remedy = f"`{name}`: {found!r} is no day of the calendar", "write 2026-06-04, or 2026-06-04T09:10:00+02:00"
    elif kind == "union_tag_invalid":
        detail, remedy = (
            f"`do`: no decision is called {item['ctx']['tag']!r}",
            f"write one of {item['ctx']['expected_tags']}",
        )
    else:
        shown = f" (found {str(found)[:60]!r})" if isinstance(found, str | int | float | bool) else ""
        message = item["msg"].removeprefix("Value error, ")
        detail, remedy = (
            f"`{name}`: {message}{shown}" if name else message + shown,
            item.get("ctx", {}).get("remedy", ""),
        )
    return _problem(where, first_line + line, column + 1, kind, detail, remedy)


def _descend(root: yaml.Node | None, path: Sequence[str | int], want_key: bool) -> tuple[yaml.Node | None, list[str]]:
    """Follow a validation error's path down the YAML nodes, as far as there are nodes."""
    node, names = root, []
    for step in path:
        below: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(step):
                    below = key if want_key and step == path[-1] else value
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            below = node.value[step]
        elif isinstance(step, str) and isinstance(node, yaml.Node) and step != path[-1]:
            continue  # the name of a union's member, which stands in no file
        if below is None:
            if isinstance(node, yaml.MappingNode) and step == path[-1]:
                names.append(str(step))
            continue
        names.append(str(step))
        node = below
    return node, names


def parse_items(text: str, as_type: TypeAdapter[_T], where: str) -> tuple[tuple[tuple[int, _T], ...], tuple[Problem, ...]]:
    """Read a YAML list item by item: ((line, value), …) of those that are right, and the problems of the others."""
    whole, problems = parse(text, _ANYTHING, where)
    if problems or not whole:
        return (), problems
    node = yaml.compose(text, _Loader)
    if not isinstance(node, yaml.SequenceNode):
        return (), (_problem(where, 1, 1, "yaml", "a list is expected here", "start each item with `- `"),)
    right: list[tuple[int, _T]] = []
    for item, data in zip(node.value, whole, strict=True):
        try:
            right.append((item.start_mark.line + 1, as_type.validate_python(data)))
        except ValidationError as error:
            problems += _explained(error, item, where, 1)
    return tuple(right), problems
