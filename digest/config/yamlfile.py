"""YAML files as people write them: what is right of one that is partly wrong, and what to write instead of the rest."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from digest.config.remedies import Shape, as_written, corrections, described, examples, expected, keys_of, nearest, shape_at
from digest.config.yamltext import Document
from digest.model import Problem

_T = TypeVar("_T")
Path = tuple[str | int, ...]
_ROUNDS = 10  # how deep a wrong value can lie
_MOST_NAMED = 20  # wrong values of one file that are named: who mends these sees the next


def parse(
    text: str, as_type: TypeAdapter[_T], where: str, *, first_line: int = 1, lenient: TypeAdapter[_T] | None = None
) -> tuple[_T | None, tuple[Problem, ...]]:
    """Read YAML text as a validated value: what is right of it, and a Problem for each cause of what is not.

    A wrong key or value costs that key, a wrong item of a list that item. Where a required key is wrong or missing, the
    value is what `lenient` makes of the others, without it None. `first_line` is the line of the file on which `text`
    starts; each Problem names file, line, column and what to write instead. Dates stay strings until a field asks for
    one. Never raises for bad text.
    """
    document = _document(text, where, first_line)
    reading = _Reading(document, document.data, (), as_type, lenient)
    value = reading.value()
    return value, (*document.problems, *reading.problems)


_document = lru_cache(maxsize=1)(Document)
"""An article's header is parsed for its keys, and then for its values."""


@dataclass(frozen=True)
class Item(Generic[_T]):
    """An item of a list: its line, its value, and the line and column, from 1, of each single value in it and its lists."""

    line: int
    value: _T
    places: dict[str, tuple[int, int]]


def parse_items(
    text: str, as_type: TypeAdapter[_T], where: str, lenient: TypeAdapter[_T] | None = None
) -> tuple[tuple[Item[_T], ...], tuple[Problem, ...]]:
    """Read a YAML list item by item, and the problems; of each item what is right, as `parse` does.

    A lone item without its dash is one item, and a problem.
    """
    document = Document(text, where, 1)
    if document.root is None or document.data is None:
        return (), tuple(document.problems)
    problems = list(document.problems)
    items: list[tuple[Path, yaml.Node, Any]]
    if isinstance(document.root, yaml.SequenceNode):
        items = [((number,), node, document.data[number]) for number, node in enumerate(document.root.value)]
    else:
        detail = f"this must be a list (found {described(document.data)})"
        problems.append(document.problem(document.root, "wrong-value", detail, "start each item with `- `"))
        items = [((), document.root, document.data)] if isinstance(document.data, dict) else []
    right: list[Item[_T]] = []
    for at, node, data in items:
        reading = _Reading(document, data, at, as_type, lenient)
        if (value := reading.value()) is not None:
            right.append(Item(node.start_mark.line + 1, value, dict(_places(node))))
        problems += reading.problems
    return tuple(right), tuple(problems)


@dataclass(frozen=True)
class _Fault:
    """One error of pydantic's: the path of the wrong value, pydantic's type and words, the key that is `missing` there.

    `meant` is the value that was meant, where a validator knows it.
    """

    path: Path
    kind: str
    message: str
    missing: str = ""
    meant: str | None = None


class _Reading(Generic[_T]):
    """Reads a document, or the item of it at the path `at`, as a validated value; `problems` are what is wrong with it."""

    def __init__(
        self, document: Document, data: Any, at: Path, as_type: TypeAdapter[_T], lenient: TypeAdapter[_T] | None
    ) -> None:
        self._document, self._data, self._at = document, data, at
        self._type, self._lenient = as_type, lenient
        self.problems: list[Problem] = []

    def value(self) -> _T | None:
        """Return the value without its wrong parts, and fill `problems`; None where it is wrong as a whole.

        Wrong parts are cut out and the rest validated again, until nothing more can be cut; what is then missing may be
        filled by the lenient type.
        """
        value, faults = self._validated(self._data)
        if not faults:
            return value
        self.problems += self._explained(faults)
        right = copy.deepcopy(self._data) if isinstance(self._data, dict) else {}
        for _ in range(_ROUNDS):
            value, faults = self._validated(right)
            cut = sorted({fault.path for fault in faults if fault.path}, key=_from_the_end, reverse=True)
            if not cut:
                break
            for path in cut:
                _remove(right, path)
        if faults and self._lenient:
            value, faults = self._validated(right, self._lenient)
        return None if faults else value

    def _validated(self, data: Any, as_type: TypeAdapter[_T] | None = None) -> tuple[_T | None, list[_Fault]]:
        try:
            return (as_type or self._type).validate_python(data), []
        except ValidationError as error:
            faults: dict[tuple[Path, str], _Fault] = {}  # a union's members all complain of one place
            kinds = "discriminator" in _json_schema(self._type)
            for item in error.errors(include_url=False):
                fault = _fault(item, data, 1 if kinds and item["loc"] else 0)
                faults.setdefault((fault.path, fault.missing), fault)
            return None, list(faults.values())

    def _explained(self, faults: Sequence[_Fault]) -> Iterator[Problem]:
        """Yield a Problem for each cause: a missing key is none where it is there misspelt, or in lines that are no YAML."""
        elsewhere = {(*fault.path[:-1], self._near(fault.path)) for fault in faults if fault.kind == "extra_forbidden"}
        unread = self._document.root is None and self._document.problems
        for fault in faults[:_MOST_NAMED]:
            if fault.kind == "extra_forbidden":
                yield self._unknown_key(fault.path)
            elif fault.kind.startswith("union_tag"):
                yield self._no_decision()
            elif not fault.missing:
                yield self._wrong_value(fault)
            elif not (unread or fault.missing in self._document.lost or (*fault.path, fault.missing) in elsewhere):
                yield self._missing_key((*fault.path, fault.missing))

    def _unknown_key(self, path: Path) -> Problem:
        near, others = self._near(path), keys_of(self._shape(path[:-1]))
        above = next((key for key in others if path[-1] in keys_of(self._shape((*path[:-1], key)))), None)
        remedy = f"did you mean `{near}:`?" if near else f"remove it; the keys here are {', '.join(others)}"
        remedy = f"write it below `{above}:`" if above else remedy
        key = near if near and len(path) == 1 else ""
        return self._problem(path, "unknown-key", f"unknown key `{_dotted(path)}`", remedy, key=key, at_key=True)

    def _near(self, path: Path) -> str | None:
        return nearest(str(path[-1]), keys_of(self._shape(path[:-1])))

    def _missing_key(self, path: Path) -> Problem:
        detail = f"`{_dotted(path)}` is missing"
        return self._problem(path[:-1], "missing-key", detail, f"add {self._example(path)}", key=str(path[0]))

    def _wrong_value(self, fault: _Fault) -> Problem:
        path, value = fault.path, _value_at(self._data, fault.path)
        if not path:
            key = keys_of(self._shape(()))[0]
            detail = f"this must be lines of `key: value` (found {described(value)})"
            return self._problem((), "wrong-value", detail, f"write lines such as {self._example((key,))}")
        name = f"`{_dotted(path)}`" if isinstance(path[-1], str) else f"an item of `{_dotted(path)}`"
        said = f": {fault.message}" if fault.message else f" must be {expected(self._shape(path))}"
        word = self._word(path) if value is None or isinstance(value, bool) else ""
        is_item = isinstance(path[-1], int)
        may_go = value is None and path[-1] not in self._shape(path[:-1]).get("required", ())
        words = () if may_go and not is_item else dict.fromkeys(filter(None, (word, word.lower())))  # nothing may be meant
        tried = [*words, *corrections(value, self._shape(path)), *self._items(path, value)]
        tried = [fault.meant] if fault.meant else tried
        right = next((one for one in tried if one != value and self._fits(path, one)), None)
        remedy = f"for example {self._example(path)}" if right is None else f"write {self._example(path, right)}"
        remedy += f", or remove {'this item' if is_item else 'the key'}" if may_go else ""
        return self._problem(
            path,
            "wrong-value",
            f"{name}{said} (found {f'`{word}`' if word else described(value)})",
            remedy,
            key=str(path[0]),
        )

    def _word(self, path: Path) -> str:
        """Return the word that YAML takes for a truth value or for nothing (`no`, `on`, `null`); "" for true and false."""
        node = self._node(path)
        word = node.value if isinstance(node, yaml.ScalarNode) else ""
        return "" if word.lower() in {"true", "false", "~"} else word

    def _items(self, path: Path, value: object) -> Iterator[object]:
        """Yield lists of one item, made of what may have been meant by a value that stands where a list is right."""
        yield from ([one] for one in corrections(value, self._shape((*path, 0))))

    def _no_decision(self) -> Problem:
        kinds = list(_json_schema(self._type)["discriminator"]["mapping"])
        value = self._data.get("do")
        near = nearest(value, kinds) if isinstance(value, str) else None
        if "do" in self._data:
            remedy = f"did you mean `do: {near}`?" if near else f"write one of {', '.join(kinds)}"
            return self._problem(
                ("do",), "wrong-value", f"`do`: no decision is called so (found {described(value)})", remedy
            )
        for key in self._data:
            if nearest(key, ["do"]):
                return self._problem((key,), "unknown-key", f"unknown key `{key}`", "did you mean `do:`?", at_key=True)
            near = near or nearest(key, kinds)
        return self._problem((), "missing-key", "`do` is missing", f"add `do: {near or kinds[0]}`")

    def _shape(self, path: Path) -> Shape:
        return shape_at(_json_schema(self._type), path, self._data)

    def _example(self, path: Path, right: object = None) -> str:
        """A value that would be right, as one would write it: `key: value`, or the value of an item."""
        if right is None:
            right = next(examples(self._shape(path)), None)
        if right is None and isinstance(path[-1], int):
            right = next(iter(next(examples(self._shape(path[:-1])), [])), None)  # type: ignore[call-overload]
        written = as_written("…" if right is None else right)
        return f"`{path[-1]}: {written}`" if isinstance(path[-1], str) else f"`{written}`"

    def _fits(self, path: Path, value: object) -> bool:
        """Tell whether a value would be right at a path, whatever is wrong elsewhere."""
        _, faults = self._validated(_nothing_but(self._data, path, value))
        alone = tuple(0 if isinstance(step, int) else step for step in path)
        return not any(fault.path[: len(path)] == alone for fault in faults)

    def _problem(self, path: Path, code: str, detail: str, remedy: str, *, key: str = "", at_key: bool = False) -> Problem:
        return self._document.problem(self._node(path, at_key=at_key), code, detail, remedy, key)

    def _node(self, path: Path, *, at_key: bool = False) -> yaml.Node | None:
        node = self._document.root
        for step in (*self._at, *path):
            node = _node_below(node, step, as_key=at_key and step == path[-1])
        return node


@cache
def _json_schema(as_type: TypeAdapter[Any]) -> dict[str, Any]:
    return as_type.json_schema()


def _fault(item: Any, data: Any, skipped: int) -> _Fault:
    """Where an error of pydantic's is: its path without the names of unions' members, which stand in no file.

    `skipped` steps at its beginning are the kind of a decision.
    """
    steps = list(item["loc"][skipped:])
    missing = str(steps.pop()) if item["type"] == "missing" else ""
    path: list[str | int] = []
    for step in steps:
        try:
            data = data[step]
        except (LookupError, TypeError):
            continue
        path.append(step)
    ours = item["ctx"]["error"] if item["type"] == "value_error" else None
    return _Fault(tuple(path), item["type"], str(ours or ""), missing, getattr(ours, "meant", None))


def _nothing_but(data: Any, path: Path, value: object) -> Any:
    """Return data with a value at a path and else only the `do` of a decision; an item is the first of its list."""
    if not path:
        return value
    below = _nothing_but(data[path[0]], path[1:], value)
    if isinstance(path[0], int):
        return [below]
    return {key: kind for key, kind in data.items() if key == "do"} | {path[0]: below}


def _remove(data: Any, path: Path) -> None:
    with suppress(LookupError, TypeError):  # what held it may be gone
        del _value_at(data, path[:-1])[path[-1]]


def _value_at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _node_below(node: yaml.Node | None, step: str | int, *, as_key: bool) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        pair = next(((key, value) for key, value in node.value if key.value == step), None)
        return pair[0 if as_key else 1] if pair else node
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        below: yaml.Node = node.value[step]
        return below
    return node


def _places(node: yaml.Node) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each single value of an item, or of a list in it, and where it stands; the last first, for a dict."""
    values = [value for _, value in node.value] if isinstance(node, yaml.MappingNode) else []
    for value in reversed(values):
        for one in reversed(value.value) if isinstance(value, yaml.SequenceNode) else (value,):
            if isinstance(one, yaml.ScalarNode):
                yield one.value.strip(), (one.start_mark.line + 1, one.start_mark.column + 1)


def _from_the_end(path: Path) -> tuple[tuple[bool, str, int], ...]:
    """A key to sort paths by, reversed: later items of a list first, so that cutting one out moves none of the others."""
    return tuple(
        (isinstance(step, int), str(step) if isinstance(step, str) else "", step if isinstance(step, int) else 0)
        for step in path
    )


def _dotted(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))
